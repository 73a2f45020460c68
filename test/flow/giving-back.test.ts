// Stories of money that goes back another way than to saldo: through the gateway that took it, or by the seller's own hand. Each
// rupiah once, whatever the gateway says or leaves unsaid.
import { afterEach, describe, expect, test } from 'bun:test'
import { DAY, HOUR, MINUTE } from '../../src/lib/clock.ts'
import type { BillStatus, RefundOutcome } from '../../src/payments/gateway.ts'
import { FAULT } from '../support/sale/bank.ts'
import {
  billed,
  faults,
  notice,
  openSale,
  pay,
  place,
  SELLER,
  SHOP,
  type Shop,
  type WorldOptions,
  yes,
} from '../support/sale.ts'
import { liveShop } from '../support/shops.ts'

let shop: Shop
afterEach(async () => {
  expect(await faults(shop.world)).toEqual([])
})

/** Paid, but kept from the panel: its price no longer covers the cost. */
const waiting = async (options: WorldOptions = {}): Promise<string> => {
  shop = await openSale(options)
  const id = await billed(shop)
  shop.world.rules.costOfOne = 13
  await pay(shop, id)
  expect(await shop.state(id)).toBe('waiting')
  return id
}
type Back = { to?: 'saldo' | 'gateway' | 'hand'; note?: string }
const giveBack = async (id: string, back: Back) => {
  const given = await shop.act((now) => now.giveBack(id, back))
  await shop.work()
  return given
}
const retry = async (id: string, how: Back & { refund?: string } = {}) => {
  const done = await shop.act((now) => now.retryRefund(id, how))
  await shop.work()
  return done
}
const refunds = async (id: string) =>
  Object.values((await shop.order(id)).refunds).map(({ to, state, amount }) => [to, state, amount])
const bank = () => shop.world.bank
const UNKNOWN: RefundOutcome = { kind: 'unknown', detail: 'timeout' }
const REFUSED: RefundOutcome = { kind: 'refused', code: '414', message: 'balance too low' }
const listed = async () => (await shop.world.store.orders.list(SHOP, { due: true })).map(({ id }) => id)

describe('through the gateway', () => {
  test('taken back at the gateway while our own refund was unanswered: booked once that is refused, never given twice', async () => {
    const id = await waiting()
    bank().scripts.refund.push(
      () => UNKNOWN,
      () => REFUSED,
    )
    await giveBack(id, { to: 'gateway' })
    // The portal gave it all back meanwhile; the gateway tells the sum, not whose refund it was.
    bank().spell.status = (honest) => ({
      ...(honest() as BillStatus),
      state: 'refunded',
      amount: 12_000,
      paid: 12_000,
    })
    await notice(shop, `${id}-1`, 'refunded')
    expect((await shop.order(id)).money).toEqual({})
    await shop.pass(2 * MINUTE)
    expect(await refunds(id)).toEqual([['gateway', 'failed', 12_000]])
    expect(Object.values((await shop.order(id)).money)).toMatchObject([
      { kind: 'chargeback', amount: 12_000 },
    ])
    expect(await retry(id, { to: 'saldo' })).toMatchObject({ ok: false })
    expect(await shop.saldo()).toBe(0)
  })

  test('the whole price goes back to whoever paid it, once; saldo gets nothing', async () => {
    const id = await waiting()
    expect(await shop.act((now) => now.waysBack(id))).toEqual(['saldo', 'gateway', 'hand'])
    expect(await giveBack(id, { to: 'gateway' })).toMatchObject({ ok: true })
    expect(await refunds(id)).toEqual([['gateway', 'done', 12_000]])
    expect(bank().givenBack).toEqual([{ attempt: `${id}-1`, key: `${id}-1-r1`, amount: 12_000 }])
    expect([await shop.state(id), await shop.saldo(), await listed()]).toEqual(['closed', 0, []])
    await notice(shop, `${id}-1`, 'refund')
    await notice(shop, `${id}-1`, 'refund confirmed')
    expect((await shop.order(id)).money).toEqual({})
  })

  test('of a price with a saldo part only what it took; the rest is saldo again', async () => {
    const id = await waiting({ saldo: 5000 })
    await giveBack(id, { to: 'gateway' })
    expect(await refunds(id)).toEqual([
      ['gateway', 'done', 7000],
      ['saldo', 'done', 5000],
    ])
    expect([await shop.saldo(), bank().givenBack.length]).toEqual([5000, 1])
  })

  test('of a price that saldo paid alone all of it is saldo again', async () => {
    shop = await openSale({ saldo: 20_000 })
    const id = await place(shop)
    await yes(shop, id)
    shop.world.rules.costOfOne = 13
    await shop.work()
    expect(await shop.state(id)).toBe('waiting')
    expect(await shop.act((now) => now.waysBack(id))).toEqual(['saldo', 'hand'])
    await giveBack(id, { to: 'gateway' })
    expect([await shop.state(id), await refunds(id), await shop.saldo()]).toEqual([
      'closed',
      [['saldo', 'done', 12_000]],
      20_000,
    ])
  })

  test('an answer that never came: asked again under the same key until there is one, and nothing else may be chosen', async () => {
    const id = await waiting()
    bank().scripts.refund.push(
      (honest) => {
        honest()
        return UNKNOWN
      },
      () => UNKNOWN,
    )
    await giveBack(id, { to: 'gateway' })
    expect(await refunds(id)).toEqual([['gateway', 'due', 12_000]])
    expect(await listed()).toEqual([id])
    for (const to of ['saldo', 'hand', 'gateway'] as const)
      expect(await retry(id, { to, note: 'x' })).toMatchObject({ ok: false, reason: 'wrongState' })
    await shop.pass(2 * MINUTE)
    expect(await refunds(id)).toEqual([['gateway', 'done', 12_000]])
    expect([bank().givenBack.length, await shop.saldo()]).toEqual([1, 0])
  })

  test('silent for hours: asked seldom, never given up, never paid another way', async () => {
    const id = await waiting()
    for (let i = 0; i < 40; i++) bank().scripts.refund.push(() => UNKNOWN)
    await giveBack(id, { to: 'gateway' })
    await shop.pass(2 * HOUR)
    const left = bank().scripts.refund.length
    expect(left).toBeGreaterThan(10)
    expect((await shop.order(id)).refunds['r1']).toMatchObject({ state: 'due', fault: 'timeout' })
    await shop.pass(2 * DAY)
    expect(await refunds(id)).toEqual([['gateway', 'done', 12_000]])
  })

  test("the gateway's own list tells of it before its answer does", async () => {
    const id = await waiting()
    bank().scripts.refund.push((honest) => {
      honest()
      return UNKNOWN
    })
    await giveBack(id, { to: 'gateway' })
    await notice(shop, `${id}-1`, 'refund')
    expect([await refunds(id), (await shop.order(id)).money]).toEqual([[['gateway', 'done', 12_000]], {}])
    await shop.pass(HOUR)
    expect(bank().givenBack).toHaveLength(1)
  })

  test('refused: failed and seen, the money is due again; to saldo then, once', async () => {
    const id = await waiting()
    bank().scripts.refund.push(() => REFUSED)
    await giveBack(id, { to: 'gateway' })
    expect((await shop.order(id)).refunds['r1']).toMatchObject({
      state: 'failed',
      fault: '414 balance too low',
    })
    expect([await shop.saldo(), await listed()]).toEqual([0, [id]])
    expect(shop.world.told.filter((line) => line === `seller ${id}`).length).toBeGreaterThan(1)
    await shop.pass(3 * DAY)
    expect(await refunds(id)).toEqual([['gateway', 'failed', 12_000]])
    const done = await Promise.all(
      Array.from({ length: 20 }, () => shop.act((now) => now.retryRefund(id, { to: 'saldo' }))),
    )
    await shop.work()
    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
    expect([await refunds(id), await shop.saldo(), await listed()]).toEqual([
      [['saldo', 'done', 12_000]],
      12_000,
      [],
    ])
    const said = (await shop.order(id)).events.find(({ type }) => type === 'refundAgain')
    expect(said).toMatchObject({ by: SELLER, data: { refund: 'r1', to: 'saldo', amount: 12_000 } })
  })

  test('refused, then through the gateway once more: the same key', async () => {
    const id = await waiting()
    bank().scripts.refund.push(() => REFUSED)
    await giveBack(id, { to: 'gateway' })
    expect(await retry(id)).toMatchObject({ ok: true })
    expect([await refunds(id), bank().givenBack.map(({ key }) => key)]).toEqual([
      [['gateway', 'done', 12_000]],
      [`${id}-1-r1`],
    ])
  })

  test('called refused although it was done: its list shows it, and nothing is given twice', async () => {
    const id = await waiting()
    bank().scripts.refund.push((honest) => {
      honest()
      return REFUSED
    })
    await giveBack(id, { to: 'gateway' })
    expect(await refunds(id)).toEqual([['gateway', 'failed', 12_000]])
    await notice(shop, `${id}-1`, 'refund')
    expect([await refunds(id), (await shop.order(id)).money]).toEqual([[['gateway', 'done', 12_000]], {}])
    expect(await retry(id, { to: 'saldo' })).toMatchObject({ ok: false, reason: 'wrongState' })
  })

  test('what the gateway gives back beside ours is written down by the difference', async () => {
    const id = await waiting({ saldo: 2000 })
    await giveBack(id, { to: 'gateway' })
    expect(await refunds(id)).toEqual([
      ['gateway', 'done', 10_000],
      ['saldo', 'done', 2000],
    ])
    // As if the seller had given some more by Midtrans' own page: all told, one refund of it with our key.
    bank().spell.status = (honest) => ({ ...(honest() as BillStatus), amount: 10_500 })
    await notice(shop, `${id}-1`, 'more')
    await notice(shop, `${id}-1`, 'more again')
    expect(Object.values((await shop.order(id)).money)).toMatchObject([{ kind: 'chargeback', amount: 500 }])
  })

  test('a part is rounded down, and of a delivered part nothing goes back', async () => {
    shop = await openSale()
    const id = await billed(shop)
    await pay(shop, id)
    const [taken] = shop.world.panel.taken
    shop.world.panel.tell(taken?.id ?? '', { state: 'partial', word: 'Partial', remains: 333 })
    await shop.pass(MINUTE)
    expect([await refunds(id), await shop.saldo()]).toEqual([[['saldo', 'done', 3996]], 3996])
  })

  test('a gateway that gives nothing back (static QRIS): failed with the reason, then by hand', async () => {
    shop = await openSale()
    shop.world.rules.manual = true
    const id = await billed(shop)
    shop.world.rules.costOfOne = 13
    bank().transfer(await shop.attempt(id), 12_000)
    await shop.act((now) => now.word(id, 'received'))
    await shop.work()
    expect(await shop.act((now) => now.waysBack(id))).toEqual(['saldo', 'hand'])
    await giveBack(id, { to: 'gateway' })
    expect((await shop.order(id)).refunds['r1']).toMatchObject({ state: 'failed', fault: 'noWay' })
    expect(await retry(id, { to: 'gateway' })).toMatchObject({ ok: false, reason: 'noWay' })
    expect(await retry(id, { to: 'hand', note: 'GoPay 0812, 10.15' })).toMatchObject({ ok: true })
    expect(await refunds(id)).toEqual([['hand', 'done', 12_000]])
  })

  test('with the keys gone before it was asked for: failed; after that it waits for them', async () => {
    const id = await waiting()
    shop.world.rules.gatewayGone = true
    await giveBack(id, { to: 'gateway' })
    expect(await refunds(id)).toEqual([['gateway', 'failed', 12_000]])
    shop.world.rules.gatewayGone = false
    bank().scripts.refund.push((honest) => {
      honest()
      return UNKNOWN
    })
    await retry(id)
    shop.world.rules.gatewayGone = true
    await shop.pass(HOUR)
    expect(await refunds(id)).toEqual([['gateway', 'due', 12_000]])
    shop.world.rules.gatewayGone = false
    await shop.pass(11 * MINUTE)
    expect(await refunds(id)).toEqual([['gateway', 'done', 12_000]])
  })
})

describe("with the platform's keys", () => {
  const onPlatform = async (allowed: boolean): Promise<string> => {
    shop = await openSale()
    shop.world.rules.platform = true
    await shop.world.store.shops.create({
      ...liveShop({ id: SHOP, owner: 'a_1' }),
      ...(allowed ? { platformRefunds: true } : {}),
    })
    const id = await billed(shop)
    shop.world.rules.costOfOne = 13
    await pay(shop, id)
    expect((await shop.order(id)).bills[`${id}-1`]).toMatchObject({ platform: true })
    return id
  }

  test('nothing goes back through the gateway without the word of the admin', async () => {
    const id = await onPlatform(false)
    expect(await shop.act((now) => now.waysBack(id))).toEqual(['saldo', 'hand'])
    await giveBack(id, { to: 'gateway' })
    expect((await shop.order(id)).refunds['r1']).toMatchObject({ state: 'failed', fault: 'notAllowed' })
    expect(bank().givenBack).toEqual([])
    expect(await retry(id)).toMatchObject({ ok: false, reason: 'noWay' })
    await retry(id, { to: 'saldo' })
    expect(await shop.saldo()).toBe(12_000)
  })

  test('taken away after it was asked for: nothing is asked for again, and what the gateway did is learned from it', async () => {
    const id = await onPlatform(true)
    bank().scripts.refund.push((honest) => {
      honest()
      return UNKNOWN
    })
    await giveBack(id, { to: 'gateway' })
    await shop.world.store.shops.change(SHOP, ({ platformRefunds: _, ...one }) => one)
    await shop.pass(HOUR)
    expect(await refunds(id)).toEqual([['gateway', 'done', 12_000]])
    expect([bank().givenBack.length, (await shop.order(id)).money]).toEqual([1, {}])

    const other = await onPlatform(true)
    bank().scripts.refund.push(() => UNKNOWN)
    await giveBack(other, { to: 'gateway' })
    await shop.world.store.shops.change(SHOP, ({ platformRefunds: _, ...one }) => one)
    await shop.pass(2 * DAY)
    expect([await refunds(other), bank().givenBack]).toEqual([[['gateway', 'due', 12_000]], []])
  })

  test('with it as with own keys', async () => {
    const id = await onPlatform(true)
    await giveBack(id, { to: 'gateway' })
    expect(await refunds(id)).toEqual([['gateway', 'done', 12_000]])
  })
})

describe('by hand', () => {
  test('with a note it is done; without one it waits in the list until somebody says how', async () => {
    const id = await waiting({ saldo: 5000 })
    await giveBack(id, { to: 'hand' })
    expect([await refunds(id), await listed()]).toEqual([[['hand', 'due', 12_000]], [id]])
    await shop.pass(3 * DAY)
    expect(await shop.saldo()).toBe(0)
    expect(await retry(id, { to: 'hand' })).toMatchObject({ ok: false, reason: 'wrongState' })
    expect(await retry(id, { to: 'gateway' })).toMatchObject({ ok: false, reason: 'noWay' })
    expect(await retry(id, { to: 'hand', note: 'BCA 123, 10.15' })).toMatchObject({ ok: true })
    expect((await shop.order(id)).refunds['r1']).toMatchObject({
      state: 'done',
      note: 'BCA 123, 10.15',
      by: SELLER,
    })
    expect(await retry(id, { to: 'saldo' })).toMatchObject({ ok: false, reason: 'wrongState' })
    expect(await listed()).toEqual([])

    const other = await waiting()
    await giveBack(other, { to: 'hand', note: 'DANA 0812' })
    expect((await shop.order(other)).refunds['r1']).toMatchObject({ state: 'done', note: 'DANA 0812' })
    expect(await shop.saldo()).toBe(0)
  })

  test('not paid after all: to saldo in its place', async () => {
    const id = await waiting()
    await giveBack(id, { to: 'hand' })
    await retry(id, { to: 'saldo' })
    expect([await refunds(id), await shop.saldo()]).toEqual([[['saldo', 'done', 12_000]], 12_000])
  })

  test('of what the gateway has taken back meanwhile nothing is paid', async () => {
    const id = await waiting()
    await giveBack(id, { to: 'hand' })
    bank().spell.status = (honest) => ({
      ...(honest() as BillStatus),
      state: 'partiallyRefunded',
      amount: 5000,
      paid: 12_000,
    })
    await notice(shop, `${id}-1`, 'part')
    expect(await retry(id, { to: 'hand', note: 'the rest' })).toMatchObject({ ok: true })
    expect(await refunds(id)).toEqual([['hand', 'done', 7000]])
  })
})

describe('what came is another sum', () => {
  const held = async (): Promise<string> => {
    shop = await openSale({ saldo: 2000 })
    const id = await billed(shop)
    await pay(shop, id, { amount: 9000 })
    expect(await shop.state(id)).toBe('held')
    return id
  }

  test('goes to saldo and no other way: by hand as well it would be given twice', async () => {
    const id = await held()
    expect(await shop.act((now) => now.waysBack(id))).toEqual(['saldo'])
    for (const to of ['hand', 'gateway'] as const)
      expect(await giveBack(id, { to, note: 'BCA 123, 10.15' })).toMatchObject({ reason: 'wrongState' })
    expect([await shop.state(id), await shop.saldo()]).toEqual(['held', 2000])
    expect(await giveBack(id, { to: 'saldo' })).toMatchObject({ ok: true })
    expect([await shop.state(id), await shop.saldo(), await shop.holds()]).toEqual(['closed', 11_000, {}])
  })
})

describe('what only the seller can settle', () => {
  test('money taken back leaves the list once it is booked, with the reason', async () => {
    const id = await waiting()
    bank().spell.status = (honest) => ({ ...(honest() as BillStatus), state: 'chargeback', amount: 12_000 })
    await notice(shop, `${id}-1`, 'chargeback')
    await shop.pass(2 * DAY)
    expect(await listed()).toEqual([id])
    expect(await shop.act((now) => now.bookStray(id, 'none'))).toMatchObject({ reason: 'wrongState' })
    expect(await shop.act((now) => now.bookStray(id))).toMatchObject({ ok: true })
    expect(await shop.act((now) => now.bookStray(id))).toMatchObject({ reason: 'wrongState' })
    const said = (await shop.order(id)).events.find(({ type }) => type === 'strayBooked')
    expect(said).toMatchObject({ by: SELLER, reason: 'looked', data: { kind: 'chargeback', amount: 12_000 } })
    expect([await listed(), await shop.saldo()]).toEqual([[], 0])
  })

  test('money that a job puts to saldo is not to be booked away', async () => {
    const id = await waiting()
    await shop.world.store.orders.advance(SHOP, id, () => ({ type: 'x', by: 'system' }))
    expect(await shop.act((now) => now.bookStray(id))).toMatchObject({ reason: 'wrongState' })
    expect(await shop.act((now) => now.bookStray('o_none'))).toMatchObject({ reason: 'notFound' })
  })
})

describe('killed', () => {
  test('at every call of a refund through the gateway: given once, known as given', async () => {
    for (let call = 1; ; call++) {
      let died = false
      for (const when of ['before', 'after'] as const) {
        const id = await waiting({ saldo: 2000 })
        await shop.cutOff((now) => now.giveBack(id, { to: 'gateway' }), { call: 99, when })
        died = await shop.cutOff((now) => now.drain(), { call, when })
        await shop.pass(MINUTE)
        expect(await refunds(id)).toEqual([
          ['gateway', 'done', 10_000],
          ['saldo', 'done', 2000],
        ])
        expect([bank().givenBack.length, await shop.saldo()]).toEqual([1, 2000])
        expect(await faults(shop.world)).toEqual([])
      }
      if (!died) break
      expect(call).toBeLessThan(60)
    }
  })

  test('while the gateway is down for everything else as well', async () => {
    const id = await waiting()
    bank().spell.status = () => FAULT
    for (let i = 0; i < 3; i++) bank().scripts.refund.push(() => UNKNOWN)
    await giveBack(id, { to: 'gateway' })
    await shop.pass(HOUR)
    expect(await refunds(id)).toEqual([['gateway', 'done', 12_000]])
  })
})
