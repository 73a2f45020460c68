// The figures of a day: what they count, in which day, and what they leave out.
import { describe, expect, test } from 'bun:test'
import { DAY, HOUR } from '../../src/lib/clock.ts'
import { moneyPage, nightly } from '../../src/reports/nightly.ts'
import { entry } from '../store/contract/support.ts'
import { event, NOW, SHOP, shelf, sold } from './goods.ts'

const TODAY = NOW - 2 * HOUR
const YESTERDAY = NOW - DAY

const provider = (change: object = {}) => ({
  id: 'p_1',
  shop: SHOP,
  name: 'Panel Satu',
  driver: 'smm-v2' as const,
  endpoint: 'https://panel.example',
  key: 'sealed',
  endsIn: '…1',
  currency: 'IDR',
  balance: { amount: '70000.5', at: NOW },
  createdAt: 0,
  v: 1,
  ...change,
})

const accepted = (at: number) => ({
  s1: {
    id: 's1',
    provider: 'p_1',
    service_id_api: '7',
    job: 'j',
    startedAt: at,
    outcome: 'accepted' as const,
  },
})

describe('a day of the shop', () => {
  test('counts what was paid in it, less what went back, less cost and fee', async () => {
    const { store, clock } = await shelf()
    // 12.000 paid, cost 9.000 as quoted, fee 0,7 % = 84.
    const first = await sold(store, { at: TODAY })
    // 10.150 paid, charged 7.777,1 by the panel, fee 71,05 → 72.
    await sold(store, {
      at: TODAY,
      price: 10_150,
      progress: { charge: '7777.1', currency: 'IDR', at: TODAY },
    })
    // Half of it was not delivered.
    await sold(store, {
      at: TODAY,
      state: 'closed',
      refunds: { r1: { id: 'r1', amount: 6000, to: 'saldo', state: 'done', reason: 'partial', at: TODAY } },
      events: [event('paid', TODAY), event('partial', NOW)],
    })
    // Given back in full: no turnover, no cost; the fee stays with the gateway.
    await sold(store, {
      at: TODAY,
      state: 'closed',
      refunds: { r1: { id: 'r1', amount: 12_000, to: 'saldo', state: 'due', reason: 'x', at: TODAY } },
    })
    await sold(store, { at: YESTERDAY, events: [event('paid', YESTERDAY), event('completed', NOW)] })
    expect(first.state).toBe('submitted')
    const day = await nightly({ store, clock }, SHOP)
    expect(day).toMatchObject({
      day: '2026-11-24',
      paid: 4,
      done: 1,
      partial: 1,
      stopped: 0,
      turnover: 12_000 + 10_150 + 6000,
      cost: 9000 + 7778 + 9000,
      gatewayFee: 84 + 72 + 84 + 84,
      profit: 28_150 - 25_778 - 324,
    })
    expect(await nightly({ store, clock }, SHOP, '2026-11-23')).toMatchObject({ paid: 1, turnover: 12_000 })
    expect(await nightly({ store, clock }, SHOP, '2026-02-30')).toBeNull()
    expect(await nightly({ store, clock }, 'none')).toBeNull()
  })

  test('counts real money alone; a practice shop its play money', async () => {
    const live = await shelf()
    await sold(live.store, { at: TODAY, money: 'play' })
    expect(await nightly(live, SHOP)).toMatchObject({ paid: 0, turnover: 0, gatewayFee: 0 })
    const practice = await shelf({ mode: 'practice' })
    await sold(practice.store, { at: TODAY, money: 'play', bill: { gateway: 'sandbox' } })
    expect(await nightly(practice, SHOP)).toMatchObject({ paid: 1, turnover: 12_000, gatewayFee: 84 })
  })

  test("takes the shop's own rate, none of the seller's own QRIS, and the fee of top-ups too", async () => {
    const { store, clock } = await shelf()
    await store.shops.change(SHOP, (shop) => ({ ...shop, settings: { ...shop.settings, gatewayFee: '0.3' } }))
    await sold(store, { at: TODAY, price: 100_000 })
    await sold(store, { at: TODAY, price: 100_000, bill: { gateway: 'manual' } })
    await sold(store, { at: TODAY, price: 50_000, deposit: true, state: 'closed' })
    const day = await nightly({ store, clock }, SHOP)
    expect(day).toMatchObject({ paid: 2, turnover: 200_000, gatewayFee: 300 + 150 })
  })

  test('what the gateway took back is no turnover', async () => {
    const { store, clock } = await shelf()
    const order = await sold(store, { at: TODAY })
    const attempt = `${order.id}-1`
    await store.orders.advance(SHOP, order.id, () => ({
      type: 'chargeback',
      by: 'gateway',
      patch: {
        money: { c: { id: 'c', kind: 'chargeback', attempt, amount: 12_000, state: 'due', at: NOW } },
      },
    }))
    expect(await nightly({ store, clock }, SHOP)).toMatchObject({
      paid: 1,
      turnover: 0,
      cost: 0,
      gatewayFee: 84,
    })
  })
})

describe('how the shop stands', () => {
  test('what is not yet paid out, what customers hold, what waits for a person', async () => {
    const { store, clock } = await shelf()
    // Tuesday the 24th: Friday the 20th is paid out on Wednesday, Thursday the 19th today.
    await sold(store, { at: TODAY, price: 100_000 })
    await sold(store, { at: NOW - 4 * DAY, price: 40_000, state: 'completed' })
    await sold(store, { at: NOW - 5 * DAY, price: 7000, state: 'completed' })
    await sold(store, { at: TODAY, price: 9000, bill: { gateway: 'manual' } })
    await sold(store, { at: TODAY, price: 5000, state: 'held', bill: { gateway: 'manual' } })
    await store.wallets.credit(SHOP, 'cu_1', 'real', entry('x', 2500))
    await store.wallets.credit(SHOP, 'cu_1', 'play', entry('y', 9999))
    expect(await nightly({ store, clock }, SHOP)).toMatchObject({
      notYetWithdrawable: 140_000 - 700 - 280,
      saldoOwed: 2500,
      stuck: 1,
    })
  })

  test("days that a panel's balance lasts, at what really left it in a week", async () => {
    const { store, clock } = await shelf()
    await store.providers.create(provider())
    await store.providers.create(
      provider({ id: 'p_2', name: 'Panel Dua', currency: 'USD', balance: undefined }),
    )
    await store.providers.create(provider({ id: 'p_3', name: 'Panel mati', disabled: true }))
    await sold(store, {
      at: TODAY,
      submissions: accepted(TODAY),
      progress: { charge: '50000.25', currency: 'IDR', at: NOW },
    })
    await sold(store, { at: TODAY - 6 * DAY, submissions: accepted(TODAY - 6 * DAY) })
    await sold(store, { at: TODAY - 8 * DAY, submissions: accepted(TODAY - 8 * DAY) })
    // 70.000,5 over (50.000,25 + 9.000) in seven days: 8,3 days.
    expect((await nightly({ store, clock }, SHOP))?.panels).toEqual([
      { name: 'Panel Satu', currency: 'IDR', balance: '70000.5', daysLeft: 8 },
      { name: 'Panel Dua', currency: 'USD' },
    ])
  })

  test('the money page: today, seven and thirty days, in the days of the shop', async () => {
    const { store, clock } = await shelf()
    const shop = await store.shops.get(SHOP)
    if (!shop) throw new Error('no shop')
    for (const days of [0, 1, 6, 7, 29, 30]) await sold(store, { at: TODAY - days * DAY, price: 10_000 })
    const page = await moneyPage({ store, clock }, shop)
    expect([page.today.paid, page.week.paid, page.month.paid]).toEqual([1, 3, 5])
  })
})

test('a thousand orders of one moment are read once each', async () => {
  const { store, clock } = await shelf()
  for (let n = 0; n < 1100; n++) await sold(store, { at: TODAY, price: 1000 })
  for (let n = 0; n < 30; n++) await sold(store, { at: TODAY + n, price: 1000 })
  expect((await nightly({ store, clock }, SHOP))?.paid).toBe(1130)
})
