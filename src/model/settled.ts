// What of an order's price has been settled, read from the order alone: the bill that was paid in full, and the saldo part once taken.
import type { Rupiah } from '../lib/brand.ts'
import type { Bill, Order } from './order.ts'

/** The mark that a move leaves once the saldo part has left the wallet. */
export const SALDO_TAKEN = 'paid:saldo'

/** What the gateway has taken back of a bill: refunds and chargebacks, so far. */
export const takenBack = (order: Order, { attempt }: Pick<Bill, 'attempt'>): Rupiah =>
  Object.values(order.money).reduce(
    (sum, entry) => sum + (entry.kind === 'chargeback' && entry.attempt === attempt ? entry.amount : 0),
    0,
  )

/** What a bill has brought for this order: nothing when no bill waited for it (late, second, another sum), less what was taken back. */
const brought = (order: Order, bill: Bill): Rupiah => {
  const fits = bill.state === 'paid' && bill.paidAmount === bill.amount && bill.amount === order.quote.toPay
  const stray = Object.values(order.money).some(
    ({ kind, attempt }) => kind !== 'chargeback' && attempt === bill.attempt,
  )
  return fits && !stray ? Math.max(0, bill.amount - takenBack(order, bill)) : 0
}

/** The bill that the order was paid by, and what of it is still with the shop; null when saldo paid all, or nothing did. */
export const payingBill = (order: Order): { bill: Bill; left: Rupiah } | null => {
  const paying = Object.values(order.bills).map((bill) => ({ bill, left: brought(order, bill) }))
  const best = Math.max(0, ...paying.map(({ left }) => left))
  return best === 0 ? null : (paying.find(({ left }) => left === best) ?? null)
}

const broughtByBills = (order: Order): Rupiah => payingBill(order)?.left ?? 0

/** The QRIS side is complete: the bill is paid and nothing of it was taken back, or there was nothing to bill. */
export const billSettled = (order: Order): boolean => broughtByBills(order) === order.quote.toPay

/** The saldo side is complete: its part was taken, or there was none. */
export const saldoSettled = (order: Order): boolean => order.quote.saldo === 0 || SALDO_TAKEN in order.seen

/** How much of the price the shop has. */
export const settled = (order: Order): Rupiah =>
  broughtByBills(order) + (saldoSettled(order) ? order.quote.saldo : 0)

/** Rule 2: bill and saldo part together make the full price. */
export const isSettled = (order: Order): boolean => billSettled(order) && saldoSettled(order)
