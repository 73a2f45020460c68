// Reads what a shop's bills brought on the platform's keys. Orders that have not changed since the last look are not read again: what
// was read of them is kept, for shops with such bills only, and costs little beside the orders.
import type { Millis, OrderId, Rupiah, ShopId } from '../lib/brand.ts'
import { type Clock, DAY, MINUTE } from '../lib/clock.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { Order } from '../model/order.ts'
import type { Shop } from '../model/shop.ts'
import type { Payout } from '../store/ledger.ts'
import type { Store } from '../store/store.ts'
import { ahead, dayNumber } from './day.ts'
import { type GatewayLine, gatewayLines } from './gateway-lines.ts'
import { ordersSince } from './orders-since.ts'
import { type OwedDay, type OwedSums, owedDays, owedInAll, stillOwed } from './owed.ts'

export type BooksDeps = { store: Pick<Store, 'orders' | 'wallets' | 'payouts'>; clock: Clock }

export type ShopBooks = OwedSums & { owed: Rupiah; saldo: Rupiah }
export type ShopDays = ShopBooks & { days: OwedDay[]; payouts: Payout[] }

type Known = { read: Millis; lines: Map<OrderId, GatewayLine[]> }

/** Clocks of several machines differ a little: what changed shortly before the last look is looked at again. */
const OVERLAP = 10 * MINUTE

/** Real money on the platform's keys; play money and practice never. */
const linesOf = (order: Order): GatewayLine[] =>
  order.quote.money === 'real'
    ? gatewayLines(order, DEFAULTS.gatewayFee, ({ platform }) => platform === true)
    : []

export const makePlatformBooks = (deps: BooksDeps) => {
  const shops = new Map<ShopId, Known>()

  const lines = async (shop: ShopId): Promise<GatewayLine[]> => {
    const known = shops.get(shop) ?? { read: 0, lines: new Map() }
    const read = deps.clock.now()
    const changed = await ordersSince(deps.store, {
      shop,
      platform: true,
      since: Math.max(0, known.read - OVERLAP) as Millis,
    })
    for (const order of changed) {
      const found = linesOf(order)
      if (found.length > 0) known.lines.set(order.id, found)
      else known.lines.delete(order.id)
    }
    shops.set(shop, { read, lines: known.lines })
    return [...known.lines.values()].flat()
  }

  const inAll = async (shop: ShopId): Promise<ShopBooks> => {
    const [found, payouts, saldo] = await Promise.all([
      lines(shop),
      deps.store.payouts.list(shop),
      deps.store.wallets.owed(shop, 'real'),
    ])
    const sums = owedInAll(found, payouts)
    return { ...sums, owed: stillOwed(sums), saldo }
  }

  return {
    inAll,
    /** By day of the shop's own clock, newest first. */
    days: async ({ id, settings: { timezone } }: Shop): Promise<ShopDays> => {
      const [found, payouts, now] = await Promise.all([
        lines(id),
        deps.store.payouts.list(id),
        deps.store.wallets.owed(id, 'real'),
      ])
      const first = Math.min(deps.clock.now(), ...found.map(({ at }) => at))
      const since = (dayNumber(first, timezone) * DAY - ahead(timezone)) as Millis
      const moved = await deps.store.wallets.perDay(id, 'real', { since, ahead: ahead(timezone) })
      const sums = owedInAll(found, payouts)
      const days = owedDays({ lines: found, payouts, timezone, saldo: { now, days: moved } })
      return { ...sums, owed: stillOwed(sums), saldo: now, days, payouts }
    },
  }
}
export type PlatformBooks = ReturnType<typeof makePlatformBooks>
