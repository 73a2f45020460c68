// What a gateway took, kept and let go again, as lines read from an order's bills alone: settled, fee, refunded, charged back.
import type { Millis, Rupiah } from '../lib/brand.ts'
import { ceilTo, decimal, percentOf } from '../lib/money.ts'
import type { Bill, Order } from '../model/order.ts'

export type GatewayLine = {
  kind: 'settled' | 'fee' | 'refunded' | 'chargedBack'
  attempt: string
  amount: Rupiah
  at: Millis
  /** Settled at the gateway; for the other kinds of the same bill too. */
  paidAt: Millis
}

/** What the gateway keeps of one payment, rounded up to a whole rupiah, so that nobody is promised more than there is. */
export const feeOf = (amount: Rupiah, percent: string): Rupiah =>
  ceilTo(1, percentOf(decimal(amount), decimal(percent)))

/** Paid in rupiah: another currency's units are no rupiah. */
const brought = (order: Order, { attempt, state, paidAmount }: Bill): Rupiah => {
  const foreign = Object.values(order.money).some(
    (entry) => entry.kind === 'otherCurrency' && entry.attempt === attempt,
  )
  return state === 'paid' && !foreign ? (paidAmount ?? 0) : 0
}

/** `percent`: the rate of a bill that does not say its own. The fee stays with the gateway when a payment is given back. */
export const gatewayLines = (order: Order, percent: string, counts: (bill: Bill) => boolean): GatewayLine[] =>
  Object.values(order.bills)
    .filter(counts)
    .flatMap((bill) => linesOf(order, bill, percent))

const linesOf = (order: Order, bill: Bill, percent: string): GatewayLine[] => {
  const amount = brought(order, bill)
  if (amount <= 0) return []
  const { attempt } = bill
  const paidAt = bill.paidAt ?? bill.createdAt
  const line = (kind: GatewayLine['kind'], sum: Rupiah, at: Millis): GatewayLine[] =>
    sum > 0 ? [{ kind, attempt, amount: sum, at, paidAt }] : []
  return [
    ...line('settled', amount, paidAt),
    ...line('fee', feeOf(amount, bill.fee ?? percent), paidAt),
    ...Object.values(order.refunds).flatMap((one) =>
      one.to === 'gateway' && one.state === 'done' && one.attempt === attempt
        ? line('refunded', one.amount, one.at)
        : [],
    ),
    ...Object.values(order.money).flatMap((one) =>
      one.kind === 'chargeback' && one.attempt === attempt ? line('chargedBack', one.amount, one.at) : [],
    ),
  ]
}

export const sumOf = (lines: readonly GatewayLine[], kind: GatewayLine['kind']): Rupiah =>
  lines.reduce((sum, line) => sum + (line.kind === kind ? line.amount : 0), 0)
