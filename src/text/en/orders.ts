// English: an order's status, bills, saldo, complaints.
import { bold, html } from '../html.ts'
import type { orders as id } from '../id/orders.ts'

export const orders: typeof id = {
  number: (p) => html`📦 Order ${bold(p.number)}: ${p.state}`,
  started: (p) => html`Started from: ${p.from}`,
  delivered: (p) => html`Delivered: ${p.done} of ${p.of}`,
  remains: (p) => html`Remaining: ${p.left}`,
  usual: (p) => html`Usually done in about ${p.time} (by the last ${p.orders} orders here)`,
  asOf: (p) => html`As of ${p.at}`,
  billManual: (p) =>
    html`Pay ${bold(p.amount)} before ${p.until}, then press “I have paid” or send a photo of the proof.`,
  list: () => html`Your orders:`,
  none: () => html`No orders yet. Want to see the products?`,
  noSuch: () => html`I cannot find that order in your account. Please check the number, e.g. K7Q2M`,
  notYet: (_t, p) =>
    html`Not received yet (checked ${p.at}) for ${bold(p.number)}. If you have just paid, it usually takes a moment.`,
  due: (p) => html`Pay ${bold(p.amount)} by ${p.until}.`,
  bills: () => html`Your unpaid bills:`,
  bill: (p) => html`🧾 ${bold(p.number)} · ${p.amount} · before ${p.until}`,
  noBill: () => html`No bill is waiting for payment.`,
  claimNoted: (_t, p) =>
    html`${p.picture ? 'Your proof of payment' : 'That you have paid'}${p.number ? html` for ${bold(p.number)}` : ''} is noted and the admin will check it. The order starts once the money has really arrived.`,
  claimPassed: (_t, p) =>
    html`Your ${p.picture ? 'proof' : 'word'} for ${bold(p.number)} went to the seller, who will look for the payment. The order starts once the money is seen; do not pay again.`,
  cannotStop: (_t, p) =>
    html`An order${p.number ? html` (${bold(p.number)})` : ''} that was sent to the server cannot be stopped from here. What is not delivered returns to your balance.`,
  line: (p) => html`${bold(p.number)} · ${p.name} · ${p.quantity} · ${p.price}\n    ${p.state} · ${p.at}`,
}
