// The audit lines of orders: written from the order's own history by a job that may run any number of times.
import { describe, expect, test } from 'bun:test'
import { recordMove } from '../../src/reports/audit.ts'
import { openStore } from '../../src/store/open.ts'
import { newOrder, quote, SHOP } from '../store/contract/support.ts'
import { fakeClock } from '../support/fake-clock.ts'

const shopWith = async () => {
  const clock = fakeClock()
  const store = await openStore({ url: 'sqlite::memory:', clock })
  await store.orders.create(newOrder(1, { quote: quote({ toPay: 0, saldo: 0, price: 0 }) }))
  const work = async () => {
    await store.relay()
    for (const job of await store.jobs.claim(['reports.audit'], 'w', clock.now(), 1000, 50))
      for (let again = 0; again < 3; again++) await recordMove({ store, clock }, job.payload, { job: job.id })
  }
  return { clock, store, work, lines: () => store.audit.list({ shop: SHOP, limit: 99 }) }
}

describe("a seller's act on an order", () => {
  test('is one line with who, why and the facts, however often the job runs', async () => {
    const { store, work, lines, clock } = await shopWith()
    await store.orders.advance(SHOP, 'o_1', () => ({
      type: 'approved',
      by: 'seller:a_1',
      reason: 'harga naik, tetap kirim',
      data: { cost: 9000 },
    }))
    await store.orders.advance(SHOP, 'o_1', () => ({ type: 'billed', by: 'gateway' }))
    await work()
    expect(await lines()).toEqual([
      {
        id: 'reports.audit:o_1:2',
        shop: SHOP,
        order: 'o_1',
        at: clock.now(),
        by: 'seller:a_1',
        what: 'order.approved',
        about: 'AAAAB',
        reason: 'harga naik, tetap kirim',
        data: { cost: 9000 },
      },
    ])
  })

  test('keeps who and what even when the history has lost the line meanwhile', async () => {
    const { store, work, lines } = await shopWith()
    for (let n = 0; n < 40; n++)
      await store.orders.advance(SHOP, 'o_1', () => ({ type: 'progress', by: 'panel' }))
    await store.orders.advance(SHOP, 'o_1', () => ({ type: 'approved', by: 'admin:a_9', reason: 'x' }))
    for (let n = 0; n < 90; n++)
      await store.orders.advance(SHOP, 'o_1', () => ({ type: 'progress', by: 'panel' }))
    expect((await store.orders.get(SHOP, 'o_1'))?.events.some(({ type }) => type === 'approved')).toBe(false)
    await work()
    expect(await lines()).toMatchObject([{ by: 'admin:a_9', what: 'order.approved', about: 'AAAAB' }])
  })
})
