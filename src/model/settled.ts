// What of an order's price has been settled, read from the order alone: the bill that was paid in full, and the saldo part once taken.
import type { Rupiah } from '../lib/brand.ts'
import type { Bill, Order } from './order.ts'

/** The mark that a move leaves once the saldo part has left the wallet. */
export const SALDO_TAKEN = 'paid:saldo'

/** A payment that no bill waited for (late, second, another sum) buys nothing; nor does one that was taken back since. */
const buys = (order: Order, bill: Bill): boolean =>
  bill.state === 'paid' &&
  bill.paidAmount === bill.amount &&
  bill.amount === order.quote.toPay &&
  !Object.values(order.money).some(({ attempt }) => attempt === bill.attempt)

/** The QRIS side is complete: the bill is paid, or there was nothing to bill. */
export const billSettled = (order: Order): boolean =>
  order.quote.toPay === 0 || Object.values(order.bills).some((bill) => buys(order, bill))

/** The saldo side is complete: its part was taken, or there was none. */
export const saldoSettled = (order: Order): boolean => order.quote.saldo === 0 || SALDO_TAKEN in order.seen

/** How much of the price the shop has. */
export const settled = (order: Order): Rupiah =>
  (billSettled(order) ? order.quote.toPay : 0) + (saldoSettled(order) ? order.quote.saldo : 0)

/** Rule 2: bill and saldo part together make the full price. */
export const isSettled = (order: Order): boolean => billSettled(order) && saldoSettled(order)
