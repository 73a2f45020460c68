// What a span of time brought a shop, from its orders: pure. Turnover is what was paid in it and not given back or taken back since;
// the cost is the panel's own word where it has spoken, else the quote's.
import type { Millis, Rupiah } from '../lib/brand.ts'
import { ceilTo, type Decimal, decimal, parseDecimal } from '../lib/money.ts'
import { DEFAULTS } from '../model/defaults.ts'
import { type MoneyKind, type Order, routeOf } from '../model/order.ts'
import { settled } from '../model/settled.ts'
import type { Shop } from '../model/shop.ts'
import { gatewayLines, sumOf } from './gateway-lines.ts'

export type Span = { from: Millis; until: Millis }

/** Sums in whole rupiah, of the shop's own kind of money. */
export type Figures = Span & {
  /** Orders paid in this time, and what became of orders that ended in it. */
  paid: number
  done: number
  partial: number
  stopped: number
  turnover: Rupiah
  cost: Rupiah
  gatewayFee: Rupiah
  /** turnover − cost − gatewayFee */
  profit: Rupiah
}

/** A live shop counts real money only; a practice shop its own play money. */
export const moneyOf = ({ mode }: Pick<Shop, 'mode'>): MoneyKind => (mode === 'practice' ? 'play' : 'real')

export const feePercent = ({ settings }: Pick<Shop, 'settings'>): string =>
  settings.gatewayFee ?? DEFAULTS.gatewayFee

export const paidAt = (order: Order): Millis | undefined =>
  order.events.find((event) => event.to === 'paid')?.at

/** What the shop has of the price. */
export const kept = (order: Order): Rupiah => {
  const given = Object.values(order.refunds).filter(({ state }) => state !== 'failed')
  return Math.max(0, settled(order) - given.reduce((sum, { amount }) => sum + amount, 0))
}

/** What the panel says it charged, in the currency of the quote; a zero is no word yet. Null: it has not said. */
const charged = (order: Order): Decimal | null => {
  const { charge, currency } = order.progress ?? {}
  const said = charge === undefined ? null : parseDecimal(charge)
  return said?.gt(0) && (!currency || currency === routeOf(order).cost.currency) ? said : null
}

/** What the panel charged, at the exchange rate of the quote, to be held against what was quoted; null: it has not said. */
export const realCostOf = (order: Order): Rupiah | null => {
  const said = charged(order)
  return said && ceilTo(1, said.times(decimal(routeOf(order).cost.exchange)))
}

/** Nothing for an order that was given back in full: the panel took nothing, or took it back. */
export const costOf = (order: Order): Rupiah => {
  if (kept(order) <= 0) return 0
  return realCostOf(order) ?? routeOf(order).cost.rupiah
}

/** The same in the panel's own currency: what left its balance. */
export const spentOf = (order: Order): Decimal =>
  charged(order) ?? decimal(parseDecimal(routeOf(order).cost.amount)?.toString() ?? 0)

const within = ({ from, until }: Span, at: Millis | undefined): boolean =>
  at !== undefined && at >= from && at < until

const endedIn = (orders: Order[], span: Span, state: 'completed' | 'partial' | 'stoppedByPanel'): number =>
  orders.filter((order) => within(span, order.events.find((event) => event.to === state)?.at)).length

const total = (orders: Order[], of: (order: Order) => Rupiah): Rupiah =>
  orders.reduce((sum, order) => sum + of(order), 0)

/** A manual QRIS pays the seller directly: no gateway of ours keeps anything of it. */
export const byGateway = ({ gateway }: { gateway: string }): boolean => gateway !== 'manual'

export const figures = (shop: Shop, changed: Order[], span: Span): Figures => {
  const all = changed.filter(({ quote }) => quote.money === moneyOf(shop))
  const orders = all.filter(({ deposit }) => !deposit)
  const sold = orders.filter((order) => within(span, paidAt(order)))
  const lines = all.flatMap((order) => gatewayLines(order, feePercent(shop), byGateway))
  const gatewayFee = sumOf(
    lines.filter((line) => within(span, line.at)),
    'fee',
  )
  const turnover = total(sold, kept)
  const cost = total(sold, costOf)
  return {
    ...span,
    paid: sold.length,
    done: endedIn(orders, span, 'completed'),
    partial: endedIn(orders, span, 'partial'),
    stopped: endedIn(orders, span, 'stoppedByPanel'),
    turnover,
    cost,
    gatewayFee,
    profit: turnover - cost - gatewayFee,
  }
}
