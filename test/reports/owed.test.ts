// What the admin holds of a shop's money: every rupiah that came in on the platform's keys is in exactly one column (rule 3).
import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { DAY, HOUR } from '../../src/lib/clock.ts'
import type { Order } from '../../src/model/order.ts'
import { dayOf } from '../../src/reports/day.ts'
import { feeOf } from '../../src/reports/gateway-lines.ts'
import { recordPayout } from '../../src/reports/payout.ts'
import { makePlatformBooks } from '../../src/reports/platform-books.ts'
import type { Store } from '../../src/store/store.ts'
import { entry } from '../store/contract/support.ts'
import { liveShop } from '../support/shops.ts'
import { NOW, type Sale, SHOP, shelf, sold } from './goods.ts'

const platform = { platform: true }
const ids = { id: (prefix: string) => `${prefix}_x` }

const desk = async () => {
  const { store, clock } = await shelf()
  const books = makePlatformBooks({ store, clock })
  const shop = await store.shops.get(SHOP)
  if (!shop) throw new Error('no shop')
  const deps = { store, clock, ids, books }
  let last = 0
  const pay = (amount: number, change: object = {}) => {
    last += 1
    const day = dayOf(clock.now(), 'Asia/Jakarta')
    const form = { id: `form-${last}`, shop: SHOP, amount, day, proof: 'BCA 123', by: 'admin:a_1' }
    return recordPayout(deps, { ...form, ...change })
  }
  return { store, clock, books, shop, pay }
}

const takeBack = (store: Store, { id }: Order, amount: number, at: number) =>
  store.orders.advance(SHOP, id, (order) => {
    const one = {
      id: `c${at}`,
      kind: 'chargeback' as const,
      attempt: `${id}-1`,
      amount,
      state: 'due' as const,
      at,
    }
    return { type: 'chargeback', by: 'gateway', patch: { money: { ...order.money, [one.id]: one } } }
  })

const giveBack = (store: Store, { id }: Order, amount: number, change: object = {}) =>
  store.orders.advance(SHOP, id, (order) => {
    const n = `r${Object.keys(order.refunds).length + 1}`
    const one = {
      id: n,
      amount,
      to: 'gateway' as const,
      state: 'done' as const,
      reason: 'x',
      at: NOW,
      attempt: `${id}-1`,
    }
    return {
      type: 'refunded',
      by: 'system',
      patch: { refunds: { ...order.refunds, [n]: { ...one, ...change } } },
    }
  })

describe('the account of a shop on the platform’s keys', () => {
  test('by day of the shop: settled, fee, given back, charged back, paid out, still owed, saldo', async () => {
    const { store, books, shop, pay } = await desk()
    const early = NOW - 2 * DAY
    const first = await sold(store, { at: early, price: 100_000, bill: platform })
    await sold(store, { at: early + HOUR, price: 10_150, bill: platform })
    await takeBack(store, first, 30_000, NOW - DAY)
    const second = await sold(store, { at: NOW - HOUR, price: 50_000, bill: platform })
    await giveBack(store, second, 20_000)
    await store.wallets.credit(SHOP, 'cu_1', 'real', { ...entry('a', 4000), at: early })
    await store.wallets.credit(SHOP, 'cu_1', 'real', { ...entry('b', 500), at: NOW })
    expect(await pay(79_000)).toMatchObject({ ok: true })
    const { days, payouts, ...sums } = await books.days(shop)
    expect(days).toEqual([
      {
        day: '2026-11-24',
        settled: 50_000,
        fee: 350,
        refunded: 20_000,
        chargedBack: 0,
        paidOut: 79_000,
        owed: 30_028,
        saldo: 4500,
      },
      {
        day: '2026-11-23',
        settled: 0,
        fee: 0,
        refunded: 0,
        chargedBack: 30_000,
        paidOut: 0,
        owed: 79_378,
        saldo: 4000,
      },
      {
        day: '2026-11-22',
        settled: 110_150,
        fee: 772,
        refunded: 0,
        chargedBack: 0,
        paidOut: 0,
        owed: 109_378,
        saldo: 4000,
      },
    ])
    expect(sums).toEqual({
      settled: 160_150,
      fee: 1122,
      refunded: 20_000,
      chargedBack: 30_000,
      paidOut: 79_000,
      owed: 30_028,
      saldo: 4500,
    })
    expect(payouts).toHaveLength(1)
  })

  test('own keys, play money, saldo, bills that nobody paid, refunds elsewhere or not done: none of the admin’s', async () => {
    const { store, books } = await desk()
    await sold(store, { at: NOW, bill: {} })
    await sold(store, { at: NOW, money: 'play', bill: platform })
    await sold(store, { at: NOW, saldo: 12_000, bill: platform })
    await sold(store, { at: NOW, bill: { ...platform, state: 'expired', final: true } })
    const order = await sold(store, { at: NOW, price: 10_000, bill: platform })
    await giveBack(store, order, 1000, { to: 'saldo' })
    await giveBack(store, order, 1000, { to: 'hand' })
    await giveBack(store, order, 1000, { state: 'failed' })
    await giveBack(store, order, 1000, { state: 'due' })
    expect(await books.inAll(SHOP)).toMatchObject({ settled: 10_000, fee: 70, refunded: 0, owed: 9930 })
  })

  test('a late, a second and another sum count as they came in; units of another currency are no rupiah', async () => {
    const { store, books } = await desk()
    const money = (kind: 'late' | 'otherCurrency', attempt: string) => ({
      m: { id: 'm', kind, attempt, amount: 5000, state: 'due' as const, at: NOW },
    })
    const late = await sold(store, { at: NOW, price: 5000, state: 'closed', bill: platform })
    await store.orders.advance(SHOP, late.id, () => ({
      type: 'lateMoney',
      by: 'gateway',
      patch: { money: money('late', `${late.id}-1`) },
    }))
    await sold(store, { at: NOW, price: 9000, state: 'held', bill: { ...platform, paidAmount: 8000 } })
    const foreign = await sold(store, { at: NOW, price: 5000, state: 'held', bill: platform })
    await store.orders.advance(SHOP, foreign.id, () => ({
      type: 'otherCurrency',
      by: 'gateway',
      patch: { money: money('otherCurrency', `${foreign.id}-1`) },
    }))
    expect(await books.inAll(SHOP)).toMatchObject({ settled: 13_000 })
  })

  test('a fee is that of the time of the bill, whatever the rate is now', async () => {
    const { store, books } = await desk()
    await sold(store, { at: NOW, price: 100_000, bill: { ...platform, fee: '0.3' } })
    await sold(store, { at: NOW, price: 100_000, bill: { ...platform, fee: '2.125' } })
    await sold(store, { at: NOW, price: 100_000, bill: platform })
    await store.shops.change(SHOP, (shop) => ({ ...shop, settings: { ...shop.settings, gatewayFee: '9' } }))
    expect(await books.inAll(SHOP)).toMatchObject({ settled: 300_000, fee: 300 + 2125 + 700 })
  })

  test('what changes after a look is seen by the next one', async () => {
    const { store, clock, books } = await desk()
    const order = await sold(store, { at: NOW, price: 10_000, bill: platform })
    expect(await books.inAll(SHOP)).toMatchObject({ owed: 9930 })
    clock.advance(3 * DAY)
    await takeBack(store, order, 10_000, clock.now())
    await sold(store, { at: clock.now(), price: 20_000, bill: platform })
    expect(await books.inAll(SHOP)).toMatchObject({ settled: 30_000, chargedBack: 10_000, owed: 19_790 })
  })
})

describe('a payout', () => {
  test('is written once, with its audit line, however often the button is pressed', async () => {
    const { store, pay } = await desk()
    await sold(store, { at: NOW, price: 100_000, bill: platform })
    const pressed = await Promise.all(Array.from({ length: 20 }, () => pay(50_000, { id: 'one-form' })))
    expect(pressed.every(({ ok }) => ok)).toBe(true)
    expect(await store.payouts.list(SHOP)).toMatchObject([
      { amount: 50_000, proof: 'BCA 123', by: 'admin:a_1' },
    ])
    expect(await store.audit.list({ limit: 9 })).toMatchObject([
      { shop: SHOP, what: 'payout.recorded', reason: 'BCA 123', data: { amount: 50_000, day: '2026-11-24' } },
    ])
    expect(await pay(40_000, { id: 'one-form' })).toMatchObject({ ok: false, reason: 'repeated' })
  })

  test('above what is owed is asked again; a day to come or no day, no amount, no shop are refused', async () => {
    const { store, books, pay } = await desk()
    await sold(store, { at: NOW, price: 100_000, bill: platform })
    expect(await pay(99_301)).toEqual({ ok: false, reason: 'aboveOwed', detail: '99300' })
    expect(await pay(99_300)).toMatchObject({ ok: true })
    expect(await pay(1)).toMatchObject({ reason: 'aboveOwed' })
    expect(await pay(700, { anyway: true })).toMatchObject({ ok: true })
    expect(await books.inAll(SHOP)).toMatchObject({ owed: -700 })
    for (const amount of [0, 0.5, Number.NaN, 2 ** 60])
      expect(await pay(amount)).toMatchObject({ reason: 'amount' })
    for (const day of ['2026-11-25', '2026-02-30', 'kemarin', ''])
      expect(await pay(1, { day, anyway: true })).toMatchObject({ reason: 'day' })
    await store.shops.create({ ...liveShop({ id: 's_p', owner: 'a_1' }), mode: 'practice' })
    for (const shop of ['none', 's_p']) expect(await pay(1, { shop })).toMatchObject({ reason: 'notFound' })
    expect(await store.payouts.list(SHOP)).toHaveLength(2)
  })

  test('that was written down wrongly is corrected by another line, never beyond what was paid out', async () => {
    const { store, books, pay } = await desk()
    await sold(store, { at: NOW, price: 100_000, bill: platform })
    await pay(60_000)
    expect(await pay(-60_001)).toEqual({ ok: false, reason: 'abovePaidOut', detail: '60000' })
    expect(await pay(-20_000, { proof: 'salah ketik' })).toMatchObject({ ok: true })
    expect(await books.inAll(SHOP)).toMatchObject({ paidOut: 40_000, owed: 59_300 })
    expect((await store.audit.list({ limit: 9 })).map(({ what }) => what).toSorted()).toEqual([
      'payout.corrected',
      'payout.recorded',
    ])
  })
})

type Deal = { price: number; on: boolean; money: 'real' | 'play'; back: number; charged: number; day: number }

const deal: fc.Arbitrary<Deal> = fc.record({
  price: fc.integer({ min: 1000, max: 10_000_000 }),
  on: fc.boolean(),
  money: fc.constantFrom('real', 'play'),
  back: fc.double({ min: 0, max: 1, noNaN: true }),
  charged: fc.double({ min: 0, max: 1, noNaN: true }),
  day: fc.integer({ min: 0, max: 40 }),
})

/** What the platform's account at the gateway really did, counted beside the books. */
const makeAccount = () => ({ came: 0, kept: 0, went: 0, transferred: 0 })

const happened = async (
  store: Store,
  { price, on, money, back, charged, day }: Deal,
  account: ReturnType<typeof makeAccount>,
) => {
  const at = NOW - day * DAY
  const sale: Sale = { at, price, money, bill: { platform: on } }
  const order = await sold(store, sale)
  const counts = on && money === 'real'
  const returned = Math.floor(price * back)
  const reversed = Math.floor((price - returned) * charged)
  if (returned > 0) await giveBack(store, order, returned)
  if (reversed > 0) await takeBack(store, order, reversed, at)
  if (!counts) return
  account.came += price
  account.kept += feeOf(price, '0.7')
  account.went += returned + reversed
}

test('for any sales, refunds, chargebacks and payouts: what came is where the columns say, on every day and in all', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(deal, { maxLength: 12 }),
      fc.array(fc.integer({ min: 1, max: 3_000_000 }), { maxLength: 4 }),
      async (deals, payouts) => {
        const { store, books, shop, pay } = await desk()
        const account = makeAccount()
        for (const one of deals) await happened(store, one, account)
        for (const amount of payouts) if ((await pay(amount)).ok) account.transferred += amount
        const { days, ...sums } = await books.days(shop)
        expect(sums.settled).toBe(account.came)
        expect(sums.fee + sums.refunded + sums.chargedBack + sums.paidOut + sums.owed).toBe(account.came)
        expect(sums.owed).toBe(account.came - account.kept - account.went - account.transferred)
        const column = (name: 'settled' | 'fee' | 'refunded' | 'chargedBack' | 'paidOut') =>
          days.reduce((sum, day) => sum + day[name], 0)
        expect(column('settled')).toBe(sums.settled)
        expect(
          column('fee') + column('refunded') + column('chargedBack') + column('paidOut') + sums.owed,
        ).toBe(account.came)
        expect(days[0]?.owed ?? 0).toBe(sums.owed)
        await store.close()
      },
    ),
    { numRuns: 60 },
  )
})
