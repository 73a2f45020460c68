// After a definite refusal another way is taken where the seller mapped one: in their order, each once, within the loss limit; never
// while it is not known what became of a sending, and never for what is wrong everywhere.
import { afterEach, describe, expect, test } from 'bun:test'
import { HOUR, MINUTE } from '../../src/lib/clock.ts'
import { routeOf } from '../../src/model/order.ts'
import type { RefusalReason, Service } from '../../src/model/service.ts'
import { service } from '../store/contract/support.ts'
import { type FakePanel, makePanel } from '../support/sale/panel.ts'
import { billed, bought, faults, makeWorld, openShop, pay, type Shop } from '../support/sale.ts'

let shop: Shop
let second: FakePanel
afterEach(async () => {
  expect(await faults(shop.world)).toEqual([])
})
const refuse = (reason: RefusalReason) => () => ({ kind: 'refused' as const, reason, message: 'words' })
const first = () => shop.world.panel

/** Service 1 at the first panel; 2 and 3 stand in for it, at the second panel and at the first. */
const open = async (change: Partial<Record<'sv_1' | 'sv_2' | 'sv_3', Partial<Service>>> = {}) => {
  const world = await makeWorld()
  second = makePanel()
  second.watch.onAdd = world.panel.watch.onAdd ?? (async () => undefined)
  world.rules.others['p_2'] = second
  world.rules.accounts['s_1 p_2'] = 'a_2'
  shop = openShop(world)
  await world.store.services.putLot('s_1', [
    service(2, { provider: 'p_2', service_id_api: '2002', ...change.sv_2 }),
    service(3, { service_id_api: '1003', ...change.sv_3 }),
  ])
  await world.store.services.change('s_1', 'sv_1', (one) => ({
    ...one,
    alternatives: ['sv_2', 'sv_3'],
    ...change.sv_1,
  }))
}
const stateOf = async (id: string) => {
  const order = await shop.order(id)
  return [order.state, routeOf(order).service]
}

describe('after a refusal', () => {
  test.each<RefusalReason>(['service', 'quantity', 'auth', 'other'])(
    'for %s: the first that is mapped',
    async (reason) => {
      await open()
      first().scripts.add.push(refuse(reason))
      const id = await bought(shop)
      expect(await stateOf(id)).toEqual(['submitted', 'sv_2'])
      expect(second.taken).toMatchObject([{ order: { service: '2002', quantity: 1000 } }])
      expect(first().taken).toEqual([])
      const { submissions, quote } = await shop.order(id)
      expect(submissions).toMatchObject({
        s1: { outcome: 'refused', reason, account: 'a_1', provider: 'p_1' },
        s2: { outcome: 'accepted', account: 'a_2', provider: 'p_2', service_id_api: '2002' },
      })
      expect(quote.service).toBe('sv_1')
      expect(await shop.history(id)).toEqual(
        expect.arrayContaining(['submitting', 'paid', 'submitting', 'submitted']),
      )
    },
  )

  test.each<RefusalReason>(['link', 'private', 'comments'])(
    'for %s: none, it is wrong everywhere',
    async (reason) => {
      await open()
      first().scripts.add.push(refuse(reason))
      const id = await bought(shop)
      expect(await shop.order(id)).toMatchObject({ state: 'held', why: reason })
      expect(second.calls.add).toBe(0)
    },
  )

  test.each<RefusalReason>(['funds', 'activeOrder', 'throttled'])(
    'for %s: none, it passes',
    async (reason) => {
      await open()
      first().scripts.add.push(refuse(reason))
      const id = await bought(shop)
      expect(await stateOf(id)).toEqual([reason === 'throttled' ? 'paid' : 'waiting', 'sv_1'])
      expect(second.calls.add).toBe(0)
      await shop.pass(10 * MINUTE)
      expect(await stateOf(id)).toEqual(['submitted', 'sv_1'])
    },
  )

  test('the panel that took it is asked how it stands, and its word ends it', async () => {
    await open()
    first().scripts.add.push(refuse('service'))
    const id = await bought(shop)
    second.tell('90000', { state: 'partial', remains: 500 })
    await shop.pass(MINUTE)
    expect([await shop.state(id), first().calls.status, await shop.saldo()]).toEqual(['closed', 0, 6000])
  })

  test('each is tried once; when all have refused it is held for the last reason', async () => {
    await open()
    first().scripts.add.push(refuse('service'), refuse('auth'))
    second.scripts.add.push(refuse('quantity'))
    const id = await bought(shop)
    expect(await shop.order(id)).toMatchObject({ state: 'held', why: 'auth' })
    expect([first().calls.add, second.calls.add]).toEqual([2, 1])
    await shop.pass(HOUR)
    expect([first().calls.add, second.calls.add]).toEqual([2, 1])
    await shop.act((now) => now.giveBack(id))
    await shop.work()
    expect(await shop.saldo()).toBe(12_000)
  })

  test('one that stopped at the second goes on to the third', async () => {
    await open()
    first().scripts.add.push(refuse('service'))
    second.scripts.add.push(refuse('service'))
    expect(await stateOf(await bought(shop))).toEqual(['submitted', 'sv_3'])
    expect(first().taken).toMatchObject([{ order: { service: '1003' } }])
  })
})

describe('another way is none when it', () => {
  test.each<[string, Parameters<typeof open>[0]]>([
    ['has vanished', { sv_2: { vanishedAt: 1 } }],
    ['is sold in another way', { sv_2: { type: 'package' } }],
    ['is for another kind of link', { sv_2: { facts: { ...service(1).facts, linkKind: 'post' } } }],
    ['is something else by now', { sv_2: { facts: { ...service(1).facts, kind: 'likes' } } }],
  ])('%s', async (_what, change) => {
    await open(change)
    first().scripts.add.push(refuse('service'))
    expect(await stateOf(await bought(shop))).toEqual(['submitted', 'sv_3'])
    expect(second.calls.add).toBe(0)
  })

  test('costs more than the shop is willing to lose', async () => {
    await open()
    shop.world.rules.costs['sv_2'] = 13
    first().scripts.add.push(refuse('service'))
    expect(await stateOf(await bought(shop))).toEqual(['submitted', 'sv_3'])
  })

  test('is unknown to the shop, or stands at a panel of play money', async () => {
    await open({ sv_1: { alternatives: ['sv_none', 'sv_2'] } })
    shop.world.rules.others['p_2'] = makePanel('sandbox')
    shop = openShop(shop.world)
    first().scripts.add.push(refuse('service'))
    expect(await shop.order(await bought(shop))).toMatchObject({ state: 'held', why: 'service' })
  })

  test('is asked for after a sending without an answer', async () => {
    await open()
    first().scripts.add.push(() => ({ kind: 'unknown', detail: 'TIMEOUT' }))
    const id = await bought(shop)
    await shop.pass(HOUR)
    expect([await stateOf(id), second.calls.add]).toEqual([['unknown', 'sv_1'], 0])
  })

  test('is asked for after one that only the seller says did not go in', async () => {
    await open()
    first().scripts.add.push(() => ({ kind: 'unknown', detail: 'TIMEOUT' }), refuse('service'))
    const id = await bought(shop)
    await shop.act((now) => now.sendAgain(id))
    await shop.work()
    expect(await shop.order(id)).toMatchObject({ state: 'held', why: 'service' })
    expect(second.calls.add).toBe(0)
  })

  test('itself gives no answer: unknown, and no third', async () => {
    await open()
    first().scripts.add.push(refuse('service'))
    second.scripts.add.push((take) => {
      take()
      return { kind: 'unknown', detail: 'TIMEOUT' }
    })
    const id = await bought(shop)
    await shop.pass(HOUR)
    expect(await stateOf(id)).toEqual(['unknown', 'sv_2'])
    expect((await shop.order(id)).submissions['s2']).toMatchObject({ hint: 'probablyTaken', account: 'a_2' })
    expect(first().calls.add).toBe(1)
    expect(await shop.act((now) => now.taken(id, '90000'))).toMatchObject({ ok: true })
  })
})

describe('the seller takes another service', () => {
  const held = async () => {
    await open({ sv_1: { alternatives: [] } })
    first().scripts.add.push(refuse('service'))
    return bought(shop)
  }

  test('at whatever it costs now: it goes out there', async () => {
    const id = await held()
    shop.world.rules.costs['sv_2'] = 99
    expect(await shop.act((now) => now.otherService(id, 'sv_2'))).toMatchObject({ ok: true })
    await shop.work()
    expect(await stateOf(id)).toEqual(['submitted', 'sv_2'])
    expect(routeOf(await shop.order(id)).cost).toMatchObject({ rupiah: 99_000 })
  })

  test('of the same thing only, that is to be had, for an order that waits for a word', async () => {
    const id = await held()
    await shop.world.store.services.putLot('s_1', [
      service(4, { facts: { ...service(1).facts, kind: 'likes' } }),
      service(5, { vanishedAt: 1 }),
    ])
    shop.world.rules.costs['sv_3'] = null
    for (const other of ['sv_4', 'sv_5', 'sv_3', 'sv_none'])
      expect(await shop.act((now) => now.otherService(id, other))).toMatchObject({ reason: 'otherService' })
    shop.world.rules.limits = { min: 5000, max: 9000, onSale: true }
    expect(await shop.act((now) => now.otherService(id, 'sv_2'))).toMatchObject({ reason: 'otherService' })
    shop.world.rules.limits = { min: 1, max: 9000, onSale: true }
    expect(await shop.state(id)).toBe('held')
    const running = await bought(shop, { link: 'https://instagram.com/b' })
    expect(await shop.act((now) => now.otherService(running, 'sv_2'))).toMatchObject({ reason: 'wrongState' })
    const card = await billed(shop, { link: 'https://instagram.com/c' })
    expect(await shop.act((now) => now.otherService(card, 'sv_2'))).toMatchObject({ reason: 'wrongState' })
    await pay(shop, card)
  })
})
