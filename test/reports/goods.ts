// Orders as they stand after a sale, written straight into a store in memory: what a report reads, without the way there.
import { born } from '../../src/model/flow.ts'
import type { Bill, Order, Quote } from '../../src/model/order.ts'
import type { Shop } from '../../src/model/shop.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { quote } from '../store/contract/support.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { liveShop } from '../support/shops.ts'

export const SHOP = 's_1'
/** Tuesday, 24 November 2026, ten in the morning in Jakarta. */
export const NOW = Date.UTC(2026, 10, 24, 3)

export const shelf = async (change: Partial<Shop> = {}) => {
  const clock = fakeClock(NOW)
  const store = await openStore({ url: 'sqlite::memory:', clock })
  await store.shops.create({ ...liveShop({ id: SHOP, owner: 'a_1' }), ...change })
  return { clock, store }
}

export type Sale = {
  at: number
  price?: number
  saldo?: number
  money?: 'real' | 'play'
  bill?: Partial<Bill>
  quote?: Partial<Quote>
} & Partial<Omit<Order, 'quote' | 'money'>>

let last = 0

/** A paid order: by QRIS for what saldo does not pay. */
export const sold = async (store: Store, sale: Sale): Promise<Order> => {
  const { at, price = 12_000, saldo = 0, money = 'real', bill, quote: changed, ...change } = sale
  const shop = change.shop ?? SHOP
  last += 1
  const id = `o_r${last}`
  const toPay = price - saldo
  const number = `R${String(last).padStart(5, '0')}`
  const asked = quote({ price, saldo, toPay, money, ...changed })
  const order = born({ id, shop, number, customer: 'cu_1', chat: '1:1', quote: asked, now: at })
  const attempt = `${id}-1`
  const paid: Bill = {
    attempt,
    gateway: 'midtrans',
    keySet: 'k_1',
    amount: toPay,
    state: 'paid',
    createdAt: at,
    paidAt: at,
    paidAmount: toPay,
    final: true,
    ...bill,
  }
  const stored: Order = {
    ...order,
    v: 2,
    state: 'submitted',
    updatedAt: at,
    bills: toPay > 0 ? { [attempt]: paid } : {},
    seen: saldo > 0 ? { 'paid:saldo': 2 } : {},
    events: [...order.events, { n: 2, at, type: 'paid', by: 'gateway', from: 'awaitingPayment', to: 'paid' }],
    outbox: [],
    ...change,
  }
  await store.orders.create(stored)
  return stored
}

export const event = (to: Order['state'], at: number): Order['events'][number] => ({
  n: 9,
  at,
  type: to,
  by: 'panel',
  to,
})
