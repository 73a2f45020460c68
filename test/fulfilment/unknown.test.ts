// The seller's word on a sending of which nobody knows what came: found, sent again, given back; a resend that the panel calls a
// duplicate; what stands in a copy that was put back; and who is reminded of it.
import { afterEach, describe, expect, test } from 'bun:test'
import { DAY, HOUR, MINUTE, SECOND } from '../../src/lib/clock.ts'
import { bought, boughtAt, faults, openSale, place, type Shop, yes } from '../support/sale.ts'

let shop: Shop
afterEach(async () => {
  expect(await faults(shop.world)).toEqual([])
})
const adds = () => shop.world.panel.calls.add
const lost = async (took: boolean): Promise<string> => {
  shop = await openSale()
  shop.world.panel.scripts.add.push((take) => {
    if (took) take()
    return { kind: 'unknown', detail: 'TIMEOUT' }
  })
  return bought(shop)
}
const duplicate = () => ({
  kind: 'refused' as const,
  reason: 'activeOrder' as const,
  message: 'You have active order with this link.',
})

describe('send again', () => {
  test('is the word that it did not go in, and then the resend', async () => {
    const id = await lost(false)
    expect(await shop.act((now) => now.sendAgain(id))).toMatchObject({ ok: true })
    await shop.work()
    expect([await shop.state(id), adds(), shop.world.panel.taken.length]).toEqual(['submitted', 2, 1])
    expect(await shop.history(id)).toEqual(
      expect.arrayContaining(['unknown', 'held', 'submitting', 'submitted']),
    )
    const { submissions } = await shop.order(id)
    expect(submissions['s1']).toMatchObject({ outcome: 'refused', doubted: true, hint: 'probablyNotTaken' })
  })

  test('pressed fifty times at once is one resend', async () => {
    const id = await lost(false)
    await Promise.all(Array.from({ length: 50 }, () => shop.act((now) => now.sendAgain(id))))
    await shop.work()
    expect([await shop.state(id), adds(), shop.world.panel.taken.length]).toEqual(['submitted', 2, 1])
  })

  test('cut off between the two halves, pressed again: the second half is done', async () => {
    const id = await lost(false)
    await shop.act((now) => now.notTaken(id))
    expect(await shop.act((now) => now.sendAgain(id))).toMatchObject({ ok: true })
    await shop.work()
    expect(await shop.state(id)).toBe('submitted')
    expect(await shop.act((now) => now.sendAgain(id))).toMatchObject({ reason: 'wrongState' })
  })

  test('while the request may still be answered: not yet', async () => {
    shop = await openSale()
    const id = await bought(shop)
    const order = await shop.order(id)
    const { clock, store } = shop.world
    await store.orders.create({
      ...order,
      id: 'o_cut',
      number: 'ZZZZZ',
      state: 'unknown',
      outbox: [],
      submissions: {
        s1: { id: 's1', provider: 'p_1', service_id_api: '7', job: 'j', startedAt: clock.now() },
      },
      events: [],
    })
    const say = (what: 'sendAgain' | 'notTakenGiveBack' | 'notTaken') => shop.act((now) => now[what]('o_cut'))
    for (const what of ['sendAgain', 'notTakenGiveBack', 'notTaken'] as const)
      expect(await say(what)).toMatchObject({ reason: 'stillSending' })
    clock.advance(91_000)
    expect(await say('notTaken')).toMatchObject({ ok: true })
    shop = await openSale()
  })
})

describe('give back', () => {
  test('is the word that it did not go in, and then the money in saldo', async () => {
    const id = await lost(false)
    expect(await shop.act((now) => now.notTakenGiveBack(id))).toMatchObject({ ok: true })
    await shop.work()
    expect([await shop.state(id), adds(), await shop.saldo()]).toEqual(['closed', 1, 12_000])
  })
})

describe('a resend that the panel calls a duplicate', () => {
  const proven = async () => {
    const id = await lost(true)
    shop.world.panel.scripts.add.push(duplicate)
    await shop.act((now) => now.sendAgain(id))
    await shop.work()
    return id
  }

  test('proves that the first one went in: running, its number missing, nobody asks about nothing', async () => {
    const id = await proven()
    const order = await shop.order(id)
    expect(order).toMatchObject({ state: 'submitted', why: 'idMissing' })
    expect(order.submissions['s1']).toMatchObject({ outcome: 'accepted', doubted: true })
    expect(order.submissions['s2']).toMatchObject({ outcome: 'refused', reason: 'activeOrder' })
    await shop.pass(HOUR)
    expect([shop.world.panel.calls.status, adds(), shop.world.panel.taken.length]).toEqual([0, 2, 1])
    expect(await shop.act((now) => now.approve(id))).toMatchObject({ reason: 'wrongState' })
    expect(await shop.act((now) => now.giveBack(id))).toMatchObject({ reason: 'wrongState' })
  })

  test('the seller enters the number, which is checked; from then on the panel is asked', async () => {
    const id = await proven()
    const take = (panelId: string) => shop.act((now) => now.taken(id, panelId))
    expect(await take('77')).toMatchObject({ reason: 'unknownPanelId' })
    expect(await take('90000')).toMatchObject({ ok: true })
    expect((await shop.order(id)).why).toBeUndefined()
    shop.world.panel.tell('90000', { state: 'completed' })
    await shop.pass(MINUTE)
    expect(await shop.state(id)).toBe('completed')
    expect(await take('90000')).toMatchObject({ reason: 'wrongState' })
  })

  test('or says how it ended', async () => {
    const id = await proven()
    expect(await shop.act((now) => now.declare(id, 'partial', 500))).toMatchObject({ ok: true })
    await shop.work()
    expect([await shop.state(id), await shop.saldo()]).toEqual(['closed', 6000])
  })

  test('holds its link: the next order of it waits', async () => {
    const id = await proven()
    const other = await bought(shop, { quantity: 500 })
    expect(await shop.order(other)).toMatchObject({ state: 'waiting', why: 'sameLink' })
    await shop.act((now) => now.declare(id, 'completed'))
    await shop.work()
    expect(await shop.state(other)).toBe('submitted')
  })

  test('of another service proves nothing: it waits', async () => {
    const id = await lost(true)
    await shop.act((now) => now.notTaken(id))
    const { store } = shop.world
    const [bought7] = await store.services.list('s_1', {})
    if (!bought7) throw new Error('no service')
    await store.services.putLot('s_1', [{ ...bought7, id: 'sv_2', mid: 2, service_id_api: '2002' }])
    shop.world.panel.scripts.add.push(duplicate)
    expect(await shop.act((now) => now.otherService(id, 'sv_2'))).toMatchObject({ ok: true })
    await shop.work()
    expect(await shop.order(id)).toMatchObject({ state: 'waiting', why: 'sameLink' })
  })
})

describe('the charge of what the seller says it is', () => {
  test('in a currency that is not the account’s is another order’s, unless the seller has said what counts', async () => {
    const id = await lost(true)
    shop.world.panel.tell('90000', { state: 'pending', charge: '9000', currency: 'USD' })
    const take = () => shop.act((now) => now.taken(id, '90000'))
    expect(await take()).toMatchObject({ reason: 'otherCharge' })
    await shop.world.store.providers.create({
      id: 'p_1',
      shop: 's_1',
      name: 'Panel',
      driver: 'smm-v2',
      endpoint: 'https://panel.example/api/v2',
      key: 'sealed',
      endsIn: 'wxyz',
      currency: 'IDR',
      currencyFixed: true,
      createdAt: 0,
      v: 1,
    })
    shop.world.panel.tell('90000', { state: 'pending', charge: '90', currency: 'USD' })
    expect(await take()).toMatchObject({ reason: 'otherCharge' })
    shop.world.panel.tell('90000', { state: 'pending', charge: '9000', currency: 'USD' })
    expect(await take()).toMatchObject({ ok: true })
  })
})

describe('in a copy that was put back', () => {
  const restore = async (id: string) => {
    const { store, clock } = shop.world
    await store.orders.advance('s_1', id, () => ({
      type: 'test',
      by: 'system',
      patch: { restored: clock.now() },
    }))
  }

  test('what is found paid later is not sent: it may have been', async () => {
    shop = await openSale()
    const id = await place(shop)
    await yes(shop, id)
    await shop.work()
    await restore(id)
    shop.world.bank.pay(`${id}-1`)
    await shop.pass(HOUR)
    expect(await shop.order(id)).toMatchObject({ state: 'unknown', why: 'restored' })
    expect(adds()).toBe(0)
    await shop.pass(3 * DAY)
    expect([await shop.state(id), await shop.saldo()]).toEqual(['unknown', 0])
  })

  test('what waited goes the same way; an approval from before the copy counts no more', async () => {
    shop = await openSale()
    const id = await boughtAt(shop, 13)
    await shop.act((now) => now.approve(id))
    shop.world.clock.advance(1)
    await restore(id)
    await shop.work()
    expect([await shop.state(id), adds()]).toEqual(['unknown', 0])
  })

  test('the seller looks: it is there under a number, or it is not and goes out by their word', async () => {
    shop = await openSale()
    const { panel } = shop.world
    const lostOrder = {
      service: '7',
      type: 'default' as const,
      link: 'https://instagram.com/warung',
      quantity: 1000,
    }
    panel.scripts.add.push()
    const before = await panel.provider.add(lostOrder)
    shop.world.broken.length = 0
    const id = await boughtAt(shop, 13)
    await restore(id)
    await shop.act((now) => now.again('fulfilment.submit', { shop: 's_1', order: id }))
    expect(await shop.state(id)).toBe('unknown')
    expect(before).toMatchObject({ kind: 'accepted' })
    expect(await shop.act((now) => now.taken(id, '90000'))).toMatchObject({ ok: true })
    panel.tell('90000', { state: 'completed' })
    await shop.pass(MINUTE)
    expect([await shop.state(id), adds()]).toEqual(['completed', 1])

    shop.world.rules.costOfOne = 9
    const other = await boughtAt(shop, 13, { link: 'https://instagram.com/b' })
    await restore(other)
    await shop.act((now) => now.again('fulfilment.submit', { shop: 's_1', order: other }))
    expect(await shop.act((now) => now.sendAgain(other))).toMatchObject({ ok: true })
    await shop.work()
    expect([await shop.state(other), adds()]).toEqual(['submitted', 2])
  })

  test('sent again and called a duplicate: it had been sent in the time that was lost', async () => {
    shop = await openSale()
    const id = await boughtAt(shop, 13)
    await restore(id)
    await shop.act((now) => now.again('fulfilment.submit', { shop: 's_1', order: id }))
    shop.world.panel.scripts.add.push(duplicate)
    await shop.act((now) => now.sendAgain(id))
    await shop.work()
    expect(await shop.order(id)).toMatchObject({ state: 'submitted', why: 'idMissing' })
  })
})

describe('who is reminded', () => {
  test('the seller at 30 minutes, 2 and 12 hours, the customer with them, the admin at the last; then nobody', async () => {
    const id = await lost(true)
    await shop.pass(10 * SECOND)
    const heard = () => shop.world.told.filter((line) => line === `seller ${id}`).length
    const admin = () => shop.world.store.items.list('platform', true, 9)
    const first = heard()
    const counts: number[] = []
    for (const wait of [29 * MINUTE, 50 * SECOND, 90 * MINUTE, 10 * HOUR, 3 * DAY]) {
      await shop.pass(wait)
      counts.push(heard() - first)
      if (counts.length === 4) expect(await admin()).toHaveLength(1)
      if (counts.length === 3) expect(await admin()).toEqual([])
    }
    expect(counts).toEqual([0, 1, 2, 3, 3])
    expect(await admin()).toMatchObject([{ order: id, kind: 'complaint' }])
    expect([await shop.state(id), adds()]).toEqual(['unknown', 1])
  })

  test('nobody, once it is decided', async () => {
    const id = await lost(true)
    await shop.act((now) => now.taken(id, '90000'))
    await shop.pass(13 * HOUR)
    expect(Object.keys((await shop.order(id)).seen).filter((key) => key.startsWith('remind:'))).toEqual([])
    expect(await shop.world.store.items.list('platform', true, 9)).toEqual([])
  })
})
