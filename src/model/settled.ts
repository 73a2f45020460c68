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

const broughtByBills = (order: Order): Rupiah =>
  Math.max(0, ...Object.values(order.bills).map((bill) => brought(order, bill)))

/** The QRIS side is complete: the bill is paid and nothing of it was taken back, or there was nothing to bill. */
export const billSettled = (order: Order): boolean => broughtByBills(order) === order.quote.toPay

/** The saldo side is complete: its part was taken, or there was none. */
export const saldoSettled = (order: Order): boolean => order.quote.saldo === 0 || SALDO_TAKEN in order.seen

/** How much of the price the shop has. */
export const settled = (order: Order): Rupiah =>
  broughtByBills(order) + (saldoSettled(order) ? order.quote.saldo : 0)

/** Rule 2: bill and saldo part together make the full price. */
export const isSettled = (order: Order): boolean => billSettled(order) && saldoSettled(order)
