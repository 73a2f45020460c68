// How long a product takes here: only by what this shop saw end by the panel's word, from ten orders on, and nothing that anybody claims.
import { describe, expect, test } from 'bun:test'
import { HOUR, MINUTE } from '../../src/lib/clock.ts'
import type { Order } from '../../src/model/order.ts'
import { makeMeasured, timeOf } from '../../src/orders/measured.ts'
import type { OrderFilter } from '../../src/store/documents.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { order } from '../text/samples.ts'

const START = 1_790_000_000_000

/** Sent at its birth, done so many minutes later. */
const ended = (minutes: number, change: Partial<Order> = {}): Order => {
  const { quote } = order()
  return order({
    state: 'completed',
    createdAt: START,
    submissions: {
      s: {
        id: 's',
        provider: quote.provider,
        service_id_api: quote.service_id_api,
        job: 'j',
        startedAt: START,
        outcome: 'accepted',
        panelId: '1',
      },
    },
    events: [
      { n: 1, at: START, type: 'accepted', by: 'panel', to: 'submitted' },
      { n: 2, at: START + minutes * MINUTE, type: 'completed', by: 'panel', to: 'completed' },
    ],
    ...change,
  })
}

const shopWith = (orders: Order[]) => {
  const clock = fakeClock(START + 100 * HOUR)
  let reads = 0
  const list = async (_shop: string, { before = Number.POSITIVE_INFINITY, limit = 50 }: OrderFilter) => {
    reads += 1
    return orders.filter(({ createdAt }) => createdAt < before).slice(0, limit)
  }
  const measured = makeMeasured({ store: { orders: { list } as never }, clock })
  return { clock, measured: () => measured('s_1', order().quote.service), reads: () => reads, orders }
}

const many = (minutes: number[]): Order[] =>
  minutes.map((each, i) => ended(each, { id: `o_${i}`, createdAt: START - i }))

describe('the usual time', () => {
  test('is the median of ten orders or more', async () => {
    const odd = shopWith(many([1, 2, 3, 4, 5, 6, 7, 8, 9, 10_000, 11]))
    expect(await odd.measured()).toEqual({ ms: 6 * MINUTE, orders: 11 })
    const even = shopWith(many([10, 20, 30, 40, 50, 60, 70, 80, 90, 100]))
    expect(await even.measured()).toEqual({ ms: 55 * MINUTE, orders: 10 })
  })

  test('is not known by nine, nor of another product', async () => {
    expect(await shopWith(many(Array(9).fill(5))).measured()).toBeNull()
    const others = many(Array(12).fill(5)).map((one) => ({
      ...one,
      quote: { ...one.quote, service: 'sv_other' },
    }))
    expect(await shopWith(others).measured()).toBeNull()
  })

  test('is read by pages, once in ten minutes', async () => {
    const shop = shopWith(many(Array(250).fill(7)))
    expect(await shop.measured()).toEqual({ ms: 7 * MINUTE, orders: 50 })
    expect(shop.reads()).toBe(3)
    await shop.measured()
    expect(shop.reads()).toBe(3)
    shop.clock.advance(10 * MINUTE)
    shop.orders.splice(0, 245)
    expect(await shop.measured()).toBeNull()
  })

  test('a fault of the store is not kept', async () => {
    let broken = true
    const list = async () => {
      if (broken) throw new Error('away')
      return many(Array(10).fill(3))
    }
    const measured = makeMeasured({ store: { orders: { list } as never }, clock: fakeClock(START) })
    const ask = () => measured('s_1', order().quote.service)
    expect(await ask().catch((cause: Error) => cause.message)).toBe('away')
    broken = false
    expect(await ask()).toEqual({ ms: 3 * MINUTE, orders: 10 })
  })
})

describe('what does not count', () => {
  const done = (by: 'panel' | 'seller:a_1') => [
    { n: 1, at: START, type: 'accepted', by: 'panel' as const, to: 'submitted' as const },
    { n: 2, at: START + MINUTE, type: 'completed', by, to: 'completed' as const },
  ]
  const elsewhere = { ...ended(1).submissions['s']!, service_id_api: 'another' }
  test.each<[string, Order]>([
    ['a seller’s word', ended(1, { events: done('seller:a_1') })],
    ['an order that was never sent', ended(1, { submissions: {} })],
    ['one that went to another product', ended(1, { submissions: { s: elsewhere } })],
    ['one that ended in part', ended(1, { events: done('panel').slice(0, 1) })],
    ['a top-up', ended(1, { deposit: true })],
  ])('%s', (_, one) => {
    expect(timeOf(one)).toBeNull()
  })

  test('the same by the panel’s word does', () => {
    expect(timeOf(ended(1, { events: done('panel') }))?.ms).toBe(MINUTE)
  })
})
