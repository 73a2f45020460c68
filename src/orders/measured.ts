// How long orders of a product take here: the median from sending to the panel's own "done", by this shop's newest orders, and only where
// there are enough of them. What a panel promises is never in it. Read when somebody asks, and kept for a while.
import type { Millis, ServiceId, ShopId } from '../lib/brand.ts'
import { type Clock, MINUTE } from '../lib/clock.ts'
import { acceptedSubmission, type Order } from '../model/order.ts'
import type { Measured } from '../model/say.ts'
import type { Store } from '../store/store.ts'

export type MeasuredDeps = { store: Pick<Store, 'orders'>; clock: Clock; pause?(): Promise<void> }

/** Fewer orders than this promise nothing. */
export const LEAST_MEASURED = 10
/** Of one product, newest first. */
const NEWEST = 50
const PAGE = 100
const PAGES = 10
const KEPT = (10 * MINUTE) as Millis
const SHOPS = 200

/** Null: not ended by the panel's word, or sent elsewhere than to the product that was bought. */
export const timeOf = (order: Order): { service: ServiceId; ms: Millis } | null => {
  const { quote, events, deposit } = order
  const taken = acceptedSubmission(order)
  const sent = events.find(({ to }) => to === 'submitted')
  const done = events.findLast(({ to }) => to === 'completed')
  if (deposit || !taken || !sent || done?.by !== 'panel') return null
  const same = taken.provider === quote.provider && taken.service_id_api === quote.service_id_api
  return same ? { service: quote.service, ms: (done.at - sent.at) as Millis } : null
}

const medianOf = (times: number[]): Millis => {
  const sorted = [...times].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low = 0, high = 0] = [sorted[sorted.length % 2 ? middle : middle - 1], sorted[middle]]
  return Math.round((low + high) / 2) as Millis
}

const measure = async ({ store, pause }: MeasuredDeps, shop: ShopId): Promise<Map<ServiceId, Measured>> => {
  const times = new Map<ServiceId, number[]>()
  let before: Millis | undefined
  for (let page = 0; page < PAGES; page++) {
    const orders = await store.orders.list(shop, {
      states: ['completed', 'closed'],
      limit: PAGE,
      ...(before === undefined ? {} : { before }),
    })
    for (const order of orders) {
      const time = timeOf(order)
      const known = time && (times.get(time.service) ?? [])
      if (time && known && known.length < NEWEST) times.set(time.service, [...known, time.ms])
    }
    before = orders.at(-1)?.createdAt
    if (orders.length < PAGE) break
    await pause?.()
  }
  const enough = [...times].filter(([, each]) => each.length >= LEAST_MEASURED)
  return new Map(enough.map(([service, each]) => [service, { ms: medianOf(each), orders: each.length }]))
}

/** Null: not measured often enough to say anything. */
export const makeMeasured = (deps: MeasuredDeps) => {
  const kept = new Map<ShopId, { at: Millis; figures: Promise<Map<ServiceId, Measured>> }>()
  return async (shop: ShopId, service: ServiceId): Promise<Measured | null> => {
    const now = deps.clock.now()
    const known = kept.get(shop)
    if (known && now - known.at < KEPT && now >= known.at) return (await known.figures).get(service) ?? null
    const figures = measure(deps, shop)
    kept.delete(shop)
    kept.set(shop, { at: now, figures })
    for (const oldest of kept.keys()) {
      if (kept.size <= SHOPS) break
      kept.delete(oldest)
    }
    figures.catch(() => {
      if (kept.get(shop)?.figures === figures) kept.delete(shop)
    })
    return (await figures).get(service) ?? null
  }
}
