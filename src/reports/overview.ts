// The figures of a shop's first page, from its newest orders. Turnover counts what was paid and not given back; profit is that less cost.
import type { Millis, Rupiah, ShopId } from '../lib/brand.ts'
import { type Clock, DAY, HOUR } from '../lib/clock.ts'
import { isPaid } from '../model/flow.ts'
import type { Order } from '../model/order.ts'
import type { Store } from '../store/store.ts'
import { costOf, kept, paidAt } from './figures.ts'

export type Figures = {
  orders: {
    today: number
    open: number
    waiting: number
    held: number
    unknown: number
    completedWeek: number
  }
  turnover: { today: Rupiah; week: Rupiah }
  profit: { week: Rupiah }
  recent: Order[]
}

/** A week of more orders than this is summed from the newest of them. */
const MOST = 5000
const WIB = 7 * HOUR

/** Midnight in WIB before the given moment. */
export const startOfDay = (now: Millis): Millis => (Math.floor((now + WIB) / DAY) * DAY - WIB) as Millis

const sum = (orders: Order[], of: (order: Order) => number): number =>
  orders.reduce((total, order) => total + of(order), 0)

export const figuresOf = async (
  deps: { store: Pick<Store, 'orders'>; clock: Clock },
  shop: ShopId,
): Promise<Figures> => {
  const now = deps.clock.now()
  const [orders, counts] = await Promise.all([
    deps.store.orders.list(shop, { limit: MOST }),
    deps.store.orders.counts(shop),
  ])
  const sold = orders.filter(
    (order) => isPaid(order.state) || (order.state === 'closed' && paidAt(order) !== undefined),
  )
  const since = (from: number) => sold.filter((order) => (paidAt(order) ?? 0) >= from)
  const today = since(startOfDay(now))
  const week = since(now - 7 * DAY)
  const count = (...states: (keyof typeof counts)[]) =>
    states.reduce((total, state) => total + (counts[state] ?? 0), 0)
  return {
    orders: {
      today: today.length,
      open: count('paid', 'waiting', 'submitting', 'unknown', 'held', 'submitted'),
      waiting: count('waiting'),
      held: count('held'),
      unknown: count('unknown'),
      completedWeek: week.filter((order) => order.state === 'completed').length,
    },
    turnover: { today: sum(today, kept), week: sum(week, kept) },
    profit: { week: sum(week, (order) => kept(order) - costOf(order)) },
    recent: orders.filter((order) => order.state !== 'quoted').slice(0, 8),
  }
}
