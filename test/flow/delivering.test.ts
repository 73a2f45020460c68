// Stories of a paid order: what holds it back, what the panel may answer, how it ends, and where the money then is.
import { afterEach, describe, expect, test } from 'bun:test'
import type { ProviderStatus } from '../../src/catalog/provider.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../src/lib/clock.ts'
import type { RefusalReason } from '../../src/model/service.ts'
import {
  billed,
  bought,
  boughtAt,
  faults,
  openSale,
  pay,
  type Shop,
  type WorldOptions,
} from '../support/sale.ts'

let shop: Shop
const open = async (options: WorldOptions = {}): Promise<Shop> => {
  shop = await openSale(options)
  return shop
}
afterEach(async () => {
  expect(await faults(shop.world)).toEqual([])
})
const refuse =
  (reason: RefusalReason, message = 'the words of a panel') =>
  () => ({ kind: 'refused' as const, reason, message })
const offLine = () => ({ kind: 'neverLeft' as const, code: 'ECONNREFUSED' })
const noAnswer = () => ({ kind: 'unknown' as const, detail: 'TIMEOUT' })
const tell = (row: ProviderStatus, id = '90000') => shop.world.panel.tell(id, row)
const adds = () => shop.world.panel.calls.add

describe('before it leaves', () => {
  test('play money waits before a real panel until the seller sends it for real', async () => {
    await open({ money: 'play', panel: 'real' })
    const id = await bought(shop)
    expect(await shop.order(id)).toMatchObject({ state: 'waiting', why: 'play' })
    await shop.pass(HOUR)
    expect(adds()).toBe(0)
    await shop.act((now) => now.approve(id))
    await shop.work()
    expect([await shop.state(id), adds()]).toEqual(['submitted', 1])
    expect((await shop.order(id)).events.find(({ to }) => to === 'submitting')?.by).toBe('seller:a_1')
  })

  test('play money that nobody sends goes back to play saldo; a sandbox panel takes it freely', async () => {
    await open({ money: 'play', panel: 'real' })
    const id = await bought(shop)
    await shop.pass(DAY)
    expect([await shop.state(id), await shop.saldo(), adds()]).toEqual(['closed', 12_000, 0])
    expect(await faults(shop.world)).toEqual([])
    await open({ money: 'play', panel: 'sandbox' })
    await bought(shop)
    expect(adds()).toBe(1)
  })

  test('a risen rate waits for the seller; "send anyway" sends it, a fallen rate is no reason to wait', async () => {
    await open()
    const id = await boughtAt(shop, 13)
    expect(await shop.order(id)).toMatchObject({ state: 'waiting', why: 'price' })
    expect(shop.world.told).toContain(`seller ${id}`)
    await shop.act((now) => now.approve(id))
    await shop.work()
    expect(await shop.state(id)).toBe('submitted')
    shop.world.rules.costOfOne = 12
    const other = await bought(shop, { link: 'https://instagram.com/b' })
    expect(await shop.state(other)).toBe('submitted')
  })

  test('a service that is gone, and a panel that is gone, wait for a person and end in saldo', async () => {
    await open({ saldo: 2000 })
    const gone = await boughtAt(shop, null)
    expect(await shop.order(gone)).toMatchObject({ state: 'waiting', why: 'price' })
    shop.world.rules.costOfOne = 9
    const held = await billed(shop, { link: 'https://instagram.com/b' })
    shop.world.rules.panelGone = true
    await pay(shop, held)
    expect(await shop.order(held)).toMatchObject({ state: 'held', why: 'service' })
    await shop.pass(DAY)
    expect([await shop.state(gone), await shop.state(held)]).toEqual(['closed', 'closed'])
    expect(await shop.saldo()).toBe(2000 + 10_000 + 12_000)
    expect(adds()).toBe(0)
  })

  test('the same link waits for the order that runs on it, then goes by itself', async () => {
    await open()
    const first = await bought(shop)
    const second = await bought(shop, { quantity: 2000 })
    expect(await shop.order(second)).toMatchObject({ state: 'waiting', why: 'sameLink' })
    await shop.pass(10 * MINUTE)
    expect(adds()).toBe(1)
    tell({ state: 'completed' })
    await shop.pass(3 * MINUTE)
    expect([await shop.state(first), await shop.state(second), adds()]).toEqual(['completed', 'submitted', 2])
  })

  test('a link held by an order that a person must decide on is free for another', async () => {
    await open()
    shop.world.panel.scripts.add.push(refuse('private'))
    await bought(shop)
    const second = await bought(shop, { quantity: 2000 })
    expect(await shop.state(second)).toBe('submitted')
  })

  test('a reason to wait that changes is told, and the first deadline stands', async () => {
    await open({ money: 'play', panel: 'real' })
    const first = await bought(shop)
    await shop.act((now) => now.approve(first))
    await shop.work()
    const second = await bought(shop, { quantity: 2000 })
    const { deadline } = await shop.order(second)
    shop.world.clock.advance(HOUR)
    await shop.act((now) => now.approve(second))
    await shop.work()
    expect(await shop.order(second)).toMatchObject({ state: 'waiting', why: 'sameLink', deadline })
  })

  test('the news of the payment, written while it is being judged, does not keep it at home', async () => {
    await open()
    for (let i = 0; i < 10; i++) {
      const id = await bought(shop, { link: `https://instagram.com/a${i}` })
      expect(await shop.state(id)).toBe('submitted')
    }
  })
})

test('two that wait on one link, one for funds and one for its turn: neither waits for the other for ever', async () => {
  await open()
  const { add } = shop.world.panel.scripts
  const noFunds = () => ({ kind: 'refused' as const, reason: 'funds' as const, message: 'no' })
  add.push(noFunds, noFunds)
  const first = await bought(shop)
  const second = await bought(shop, { quantity: 500 })
  expect(await shop.order(first)).toMatchObject({ state: 'waiting', why: 'funds' })
  await shop.pass(HOUR)
  expect(adds()).toBe(3)
  tell({ state: 'completed' })
  await shop.pass(HOUR)
  expect([...(await Promise.all([first, second].map(shop.state)))].toSorted()).toEqual([
    'completed',
    'submitted',
  ])
})

describe('what the panel answers', () => {
  test.each<RefusalReason>(['link', 'private', 'quantity', 'service', 'comments', 'auth', 'other'])(
    'refused for %s: held, told, sent again only by the seller',
    async (reason) => {
      await open()
      shop.world.panel.scripts.add.push(refuse(reason))
      const id = await bought(shop)
      expect(await shop.order(id)).toMatchObject({ state: 'held', why: reason })
      expect(shop.world.told).toEqual(expect.arrayContaining([`${id} held`, `seller ${id}`]))
      await shop.pass(HOUR)
      expect(adds()).toBe(1)
      await shop.act((now) => now.approve(id))
      await shop.work()
      expect([await shop.state(id), adds()]).toEqual(['submitted', 2])
      expect(shop.world.panel.taken).toHaveLength(1)
    },
  )

  test('an approval is for one sending', async () => {
    await open()
    shop.world.panel.scripts.add.push(refuse('private'), refuse('private'))
    const id = await bought(shop)
    await shop.act((now) => now.approve(id))
    await shop.pass(HOUR)
    expect(await shop.order(id)).toMatchObject({ state: 'held' })
    expect((await shop.order(id)).approved).toBeUndefined()
    expect(adds()).toBe(2)
  })

  test('out of funds: waits, tried again ever more seldom, delivered after the top-up', async () => {
    await open()
    for (let i = 0; i < 4; i++) shop.world.panel.scripts.add.push(refuse('funds'))
    const id = await bought(shop)
    const { deadline } = await shop.order(id)
    expect(await shop.order(id)).toMatchObject({ state: 'waiting', why: 'funds' })
    await shop.pass(15 * MINUTE)
    expect(adds()).toBe(3)
    expect((await shop.order(id)).deadline).toBe(deadline)
    await shop.pass(2 * HOUR)
    expect([await shop.state(id), adds()]).toEqual(['submitted', 5])
  })

  test('out of funds for a day: the money goes back, the history still tells how it was paid', async () => {
    await open({ saldo: 2000 })
    for (let i = 0; i < 500; i++) shop.world.panel.scripts.add.push(refuse('funds'))
    const id = await bought(shop)
    await shop.pass(DAY)
    expect([await shop.state(id), await shop.saldo()]).toEqual(['closed', 12_000])
    expect(await shop.history(id)).toContain('paid')
    expect(adds()).toBeLessThan(60)
    await shop.pass(DAY)
    expect(shop.world.panel.taken).toEqual([])
  })

  test('an active order on this link: waits and is tried again', async () => {
    await open()
    shop.world.panel.scripts.add.push(refuse('activeOrder'))
    const id = await bought(shop)
    expect(await shop.order(id)).toMatchObject({ state: 'waiting', why: 'sameLink' })
    await shop.pass(2 * MINUTE)
    expect(await shop.state(id)).toBe('submitted')
  })

  test('throttled: back to paid, tried again', async () => {
    await open()
    shop.world.panel.scripts.add.push(refuse('throttled'))
    const id = await bought(shop)
    expect(await shop.state(id)).toBe('paid')
    await shop.pass(MINUTE)
    expect([await shop.state(id), adds()]).toEqual(['submitted', 2])
  })

  test('never left the house: tried again with growing pauses, then held for a person', async () => {
    await open()
    for (let i = 0; i < 20; i++) shop.world.panel.scripts.add.push(offLine)
    const id = await bought(shop)
    await shop.pass(2 * HOUR)
    expect(await shop.order(id)).toMatchObject({ state: 'held', why: 'tries' })
    expect(adds()).toBe(8)
    shop.world.panel.scripts.add.length = 0
    await shop.act((now) => now.approve(id))
    await shop.work()
    expect(await shop.state(id)).toBe('submitted')
  })

  test('a driver that throws is no refusal: unknown', async () => {
    await open()
    shop.world.panel.scripts.add.push(() => {
      throw new TypeError('a bug')
    })
    const id = await bought(shop)
    expect([await shop.state(id), adds()]).toEqual(['unknown', 1])
  })

  test('the id of another order proves nothing: unknown', async () => {
    await open()
    await bought(shop)
    shop.world.panel.scripts.add.push(() => ({ kind: 'accepted', id: '90000' }))
    const second = await bought(shop, { link: 'https://instagram.com/b' })
    expect(await shop.state(second)).toBe('unknown')
  })
})

describe('no readable answer', () => {
  const lost = async (took: boolean): Promise<string> => {
    await open()
    shop.world.panel.scripts.add.push((take) => {
      if (took) take()
      return noAnswer()
    })
    return bought(shop)
  }

  test('is unknown for as long as nobody decides: no resend, no refund, no way round', async () => {
    const id = await lost(true)
    await shop.pass(3 * DAY)
    expect([await shop.state(id), adds(), await shop.saldo()]).toEqual(['unknown', 1, 0])
    expect(await shop.act((now) => now.approve(id))).toMatchObject({ reason: 'wrongState' })
    expect(await shop.act((now) => now.giveBack(id))).toMatchObject({ reason: 'wrongState' })
    expect(await shop.act((now) => now.choose(id, 'toSaldo'))).toMatchObject({ reason: 'wrongState' })
    expect(await shop.act((now) => now.choose(id, 'wait'))).toMatchObject({ reason: 'wrongState' })
    expect(await shop.state(id)).toBe('unknown')
  })

  test('the seller found it: the id must exist, be free and cost about this much', async () => {
    const id = await lost(true)
    const { panel } = shop.world
    const take = (panelId: string) => shop.act((now) => now.taken(id, panelId))
    const other = await bought(shop, { link: 'https://instagram.com/b', quantity: 500 })
    expect(await take('77')).toMatchObject({ reason: 'unknownPanelId' })
    expect(await take('90001')).toMatchObject({ reason: 'usedPanelId' })
    panel.watch.silent = true
    expect(await take('90000')).toMatchObject({ reason: 'panelSilent' })
    panel.watch.silent = false
    for (const wrong of [
      { charge: '90000', currency: 'IDR' },
      { charge: '900', currency: 'IDR' },
      { charge: '9000', currency: 'USD' },
    ]) {
      tell({ state: 'inProgress', ...wrong })
      expect(await take('90000')).toMatchObject({ reason: 'otherCharge' })
    }
    expect(await shop.state(id)).toBe('unknown')
    tell({ state: 'inProgress', charge: '9000.00', currency: 'IDR' })
    expect(await take('90000')).toMatchObject({ ok: true })
    expect(await take('90000')).toMatchObject({ reason: 'wrongState' })
    tell({ state: 'completed' })
    await shop.pass(MINUTE)
    expect([await shop.state(id), await shop.state(other)]).toEqual(['completed', 'submitted'])
    expect(adds()).toBe(2)
  })

  test('the seller found it at a rate that has risen since: what it costs now fits too', async () => {
    await open()
    const id = await billed(shop)
    shop.world.rules.costOfOne = 20
    await pay(shop, id)
    shop.world.panel.scripts.add.push((take) => {
      take()
      return { kind: 'unknown', detail: 'TIMEOUT' }
    })
    await shop.act((now) => now.approve(id))
    await shop.work()
    expect(await shop.state(id)).toBe('unknown')
    tell({ state: 'inProgress', charge: '20000', currency: 'IDR' })
    expect(await shop.act((now) => now.taken(id, '90000'))).toMatchObject({ ok: true })
  })

  test('the seller found nothing: held, then sent again or given back by a further decision', async () => {
    const id = await lost(false)
    expect(await shop.act((now) => now.notTaken(id))).toMatchObject({ ok: true })
    await shop.work()
    expect([await shop.state(id), adds()]).toEqual(['held', 1])
    await shop.act((now) => now.approve(id))
    await shop.work()
    expect([await shop.state(id), shop.world.panel.taken.length]).toEqual(['submitted', 1])
  })

  test('a sending that was cut off is unknown after the restart, never sent again, and only later said not to be there', async () => {
    await open()
    const id = await bought(shop)
    expect(await shop.state(id)).toBe('submitted')
    // What a process that died between intent and answer leaves behind.
    const { store, clock } = shop.world
    const fresh = await openSale()
    const { order, quote } = { order: await shop.order(id), quote: (await shop.order(id)).quote }
    await fresh.world.store.orders.create({
      ...order,
      id: 'o_cut',
      state: 'submitting',
      quote,
      outbox: [],
      submissions: {
        s1: {
          id: 's1',
          provider: 'p_1',
          service_id_api: '1001',
          job: 'dead',
          startedAt: fresh.world.clock.now(),
        },
      },
    })
    await fresh.act((now) => now.again('fulfilment.submit', { shop: 's_1', order: 'o_cut' }))
    expect(await fresh.state('o_cut')).toBe('submitting')
    fresh.world.clock.advance(91 * SECOND)
    await fresh.act((now) => now.again('fulfilment.submit', { shop: 's_1', order: 'o_cut' }))
    expect(await fresh.state('o_cut')).toBe('unknown')
    expect(await fresh.act((now) => now.notTaken('o_cut'))).toMatchObject({ ok: true })
    expect(fresh.world.panel.calls.add).toBe(0)
    expect([store, clock]).toEqual([shop.world.store, shop.world.clock])
  })
})

describe('what the panel tells later', () => {
  test('progress is written once a word, the start is told, and asking grows seldom', async () => {
    await open()
    const id = await bought(shop)
    tell({ state: 'inProgress', word: 'In progress', startCount: 1204, remains: 1000 })
    await shop.pass(10 * MINUTE)
    const { status } = shop.world.panel.calls
    expect(status).toBe(20)
    const order = await shop.order(id)
    expect(order.progress).toMatchObject({ startCount: 1204, remains: 1000, word: 'In progress' })
    expect(order.events.filter(({ type }) => type === 'started' || type === 'progress')).toHaveLength(1)
    await shop.pass(HOUR)
    expect(shop.world.panel.calls.status - status).toBe(30)
    await shop.pass(5 * HOUR)
    expect(shop.world.panel.calls.status - status).toBeLessThan(30 + 25 + 20)
  })

  test('silence, an odd word, a missing row or an unreadable field change nothing', async () => {
    await open()
    const id = await bought(shop)
    const { panel } = shop.world
    panel.watch.silent = true
    await shop.pass(MINUTE)
    panel.watch.silent = false
    panel.scripts.status.push(
      () => ({ ok: true, orders: new Map() }),
      () => {
        throw new Error('a bug of the driver')
      },
    )
    tell({ word: 'Awaiting moderation' })
    await shop.pass(2 * MINUTE)
    tell({ state: 'partial', word: 'Partial' })
    await shop.pass(MINUTE)
    expect(await shop.state(id)).toBe('submitted')
    tell({ state: 'completed', word: 'Completed' })
    await shop.pass(MINUTE)
    expect(await shop.state(id)).toBe('completed')
  })

  test('"Fail" is no final word that money could follow: a person looks, once', async () => {
    await open()
    const id = await bought(shop)
    tell({ state: 'failed', word: 'Fail' })
    await shop.pass(10 * MINUTE)
    expect([await shop.state(id), await shop.saldo()]).toEqual(['submitted', 0])
    expect((await shop.items()).map(({ kind, order }) => [kind, order])).toEqual([['complaint', id]])
  })

  test('partial: what was not delivered goes to saldo, rounded down', async () => {
    await open({ saldo: 5000 })
    const id = await bought(shop)
    tell({ state: 'partial', word: 'Partial', remains: 333 })
    await shop.pass(MINUTE)
    expect(await shop.history(id)).toEqual(expect.arrayContaining(['submitted', 'partial', 'closed']))
    expect(await shop.saldo()).toBe(Math.floor((12_000 * 333) / 1000))
    await shop.pass(DAY)
    expect(await shop.saldo()).toBe(3996)
  })

  test('stopped by the panel: all of it goes to saldo', async () => {
    await open({ saldo: 5000 })
    const id = await bought(shop)
    tell({ state: 'canceled', word: 'Canceled', remains: 1000 })
    await shop.pass(MINUTE)
    expect([await shop.state(id), await shop.saldo()]).toEqual(['closed', 12_000])
  })

  test('a hundred orders at one panel are asked about in one go', async () => {
    await open({ saldo: 12_000 * 100 })
    const ids: string[] = []
    for (let i = 0; i < 100; i++) ids.push(await bought100(i))
    await shop.pass(30 * SECOND)
    expect(shop.world.panel.calls.status).toBeLessThan(10)
    for (const { id } of shop.world.panel.taken) tell({ state: 'completed' }, id)
    await shop.pass(MINUTE)
    expect(new Set(await Promise.all(ids.map((id) => shop.state(id))))).toEqual(new Set(['completed']))
  })

  const bought100 = async (i: number): Promise<string> => {
    const card = await shop.act((now) => now.place({ link: `https://instagram.com/u${i}`, cause: `c${i}` }))
    if (!card.ok) throw new Error(card.reason)
    await shop.act((now) => now.confirm(card.order.id))
    await shop.work()
    return card.order.id
  }
})

describe('decisions of people', () => {
  test('the customer may wait or take the money after a refusal, not decide for another', async () => {
    await open()
    shop.world.panel.scripts.add.push(refuse('private'), refuse('private'))
    const id = await bought(shop)
    const choose = (choice: 'wait' | 'toSaldo', who?: string) =>
      shop.act((now) => now.choose(id, choice, who))
    expect(await choose('toSaldo', 'cu_2')).toMatchObject({ reason: 'notFound' })
    expect(await choose('wait')).toMatchObject({ ok: true })
    await shop.pass(HOUR)
    expect([await shop.state(id), adds()]).toEqual(['waiting', 1])
    expect(await choose('toSaldo')).toMatchObject({ ok: true })
    expect(await choose('toSaldo')).toMatchObject({ reason: 'wrongState' })
    await shop.work()
    expect([await shop.state(id), await shop.saldo()]).toEqual(['closed', 12_000])
  })

  test('giving back beats a job that is about to send', async () => {
    await open()
    const id = await boughtAt(shop, 13)
    shop.world.rules.costOfOne = 9
    const [given] = await Promise.all([
      shop.act((now) => now.giveBack(id)),
      shop.act((now) => now.approve(id)),
      shop.work(),
    ])
    await shop.work()
    expect(given).toMatchObject({ ok: true })
    expect([await shop.state(id), await shop.saldo(), adds()]).toEqual(['closed', 12_000, 0])
  })

  test('an order of a panel that is gone, or does not know it, is ended by the seller; the panel has the first word', async () => {
    await open()
    const id = await bought(shop)
    const end = (how: 'completed' | 'partial' | 'stoppedByPanel', remains?: number) =>
      shop.act((now) => now.declare(id, how, remains))
    expect(await end('completed')).toMatchObject({ reason: 'panelTells' })
    shop.world.panel.watch.silent = true
    expect(await end('completed')).toMatchObject({ reason: 'panelSilent' })
    shop.world.rules.panelGone = true
    for (const remains of [undefined, 0, -1, 1001, 1.5])
      expect(await end('partial', remains)).toMatchObject({ reason: 'remains' })
    expect(await end('partial', 250)).toMatchObject({ ok: true })
    expect(await end('completed')).toMatchObject({ reason: 'wrongState' })
    await shop.work()
    expect([await shop.state(id), await shop.saldo()]).toEqual(['closed', 3000])
  })
})
