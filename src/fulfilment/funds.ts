// Whether the balance of a panel account covers an order, after what waits before it. What can't be read or compared stops nothing:
// then the panel's own word counts. A low balance is told once, until it covers again.
import type { Reading } from '../catalog/balance.ts'
import type { Held } from '../catalog/lane.ts'
import type { ProviderId, ShopId } from '../lib/brand.ts'
import { DAY } from '../lib/clock.ts'
import { type Decimal, decimal, parseDecimal } from '../lib/money.ts'
import { deskJob } from '../model/desk-news.ts'
import { newestSubmission, type Order, type Quote, routeOf } from '../model/order.ts'
import type { Lane } from '../store/ledger.ts'
import type { FulfilmentDeps } from './deps.ts'
import { isBefore, ordersAt, tryAgain, waitingFor } from './queue.ts'

type Cost = Quote['cost']

/** Null where the two can't be compared. */
const amountIn = (reading: Reading, { amount, currency }: Cost): Decimal | null =>
  reading.currency === '' || reading.currency === currency ? parseDecimal(amount) : null

const sumIn = (reading: Reading, orders: readonly Order[]): Decimal =>
  orders.reduce((sum, order) => sum.plus(amountIn(reading, routeOf(order).cost) ?? 0), decimal(0))

const covers = (reading: Reading, cost: Cost, before: readonly Order[]): boolean => {
  const need = amountIn(reading, cost)
  const balance = parseDecimal(reading.amount)
  return !need || !balance || balance.minus(sumIn(reading, before)).gte(need)
}

/** Before sending: those that wait for funds for longer come first. */
export const coversNext = async (
  deps: FulfilmentDeps,
  held: Held,
  { order, cost, reading }: { order: Order; cost: Cost; reading: Reading },
): Promise<boolean> => {
  const waiting = await waitingFor(deps, held.lane(), 'funds')
  const before = waiting.filter(
    (other) => other.id !== order.id && (order.state !== 'waiting' || isBefore(other, order)),
  )
  return covers(reading, cost, before)
}

/** Before money is taken: all that is paid and not yet taken by the panel is spoken for. */
export const coversNew = async (
  deps: FulfilmentDeps,
  lane: Lane,
  { order, cost, reading }: { order: Order; cost: Cost; reading: Reading },
): Promise<boolean> => {
  const paid = await ordersAt(deps, lane, ['paid', 'waiting', 'submitting'])
  return covers(
    reading,
    cost,
    paid.filter(({ id }) => id !== order.id),
  )
}

/** Each shop is told once while the balance stays low, and of a low that lasts once a day. */
export const tellLow = async (
  deps: FulfilmentDeps,
  held: Held,
  { shop, provider, cost }: { shop: ShopId; provider: ProviderId; cost: Cost },
): Promise<void> => {
  const now = deps.clock.now()
  const kept = await held.change((lane) =>
    lane.low && now - lane.low.at < DAY ? null : { ...lane, low: { at: now, need: cost.amount } },
  )
  const { low } = held.lane()
  if (!kept || !low) return
  const told = { news: 'panelBalance' as const, provider, mark: String(low.at) }
  await deps.store.jobs.add([deskJob(shop, told, now)])
}

/** After each reading: those that it covers try again at once, the longest waiting first; the low time is over when all are covered. */
export const releaseFunded = async (deps: FulfilmentDeps, held: Held, reading: Reading): Promise<void> => {
  if (!held.lane().low) return
  const waiting = await waitingFor(deps, held.lane(), 'funds')
  const before: Order[] = []
  for (const order of waiting) {
    if (!covers(reading, routeOf(order).cost, before)) return
    if (isNews(order, reading))
      await deps.store.jobs.add([tryAgain(order, `funded:${reading.at}`, deps.clock.now())])
    before.push(order)
  }
  // What the panel refuses at this balance is still short of something.
  if (waiting.some((order) => !isNews(order, reading))) return
  const balance = parseDecimal(reading.amount)
  if (balance?.gte(held.lane().low?.need ?? 0)) await held.change(({ low: _, ...lane }) => lane)
}

/** The panel said no at that balance: only more of it is a reason to ask again before the next try is due. */
const isNews = (order: Order, reading: Reading): boolean => {
  const last = newestSubmission(order)
  if (last?.reason !== 'funds') return true
  const before = parseDecimal(last.balanceBefore ?? '')
  return before !== null && (parseDecimal(reading.amount)?.gt(before) ?? false)
}
