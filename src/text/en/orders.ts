// English: an order's status, bills, saldo, complaints.
import { bold, html } from '../html.ts'
import type { orders as id } from '../id/orders.ts'

export const orders: typeof id = {
  number: (p) => html`📦 Order ${bold(p.number)}: ${p.state}`,
  started: (p) => html`Started from: ${p.from}`,
  delivered: (p) => html`Delivered: ${p.done} of ${p.of}`,
  remains: (p) => html`Remaining: ${p.left}`,
  asOf: (p) => html`As of ${p.at}`,
  billOpen: (p) => html`Not received yet (checked ${p.at}). Pay ${bold(p.amount)} before ${p.until}.`,
  list: () => html`Your orders:`,
  none: () => html`No orders yet. Want to see the products?`,
  noSuch: () => html`I cannot find that order in your account. Please check the number, e.g. K7Q2M`,
  notYet: (_t, p) =>
    html`Not received yet (checked ${p.at}) for ${bold(p.number)}. If you have just paid, it usually takes a moment.`,
  bills: () => html`Your unpaid bills:`,
  bill: (p) => html`🧾 ${bold(p.number)} · ${p.amount} · before ${p.until}`,
  noBill: () => html`No bill is waiting for payment.`,
  balance: (_t, p) => html`Your balance: ${bold(p.saldo)}. It is used for your next order by itself.`,
  emptyBalance: () => html`Your balance: ${bold('Rp0')}.`,
  withdrawByAdmin: (_t, p) =>
    html`Your balance of ${bold(p.saldo)} can be sent to an e-wallet or bank account by the admin. Press 💬 Admin, then write where to and the recipient's name.`,
  noTopup: () => html`Topping up is not possible yet. Just order: each order is paid by QRIS.`,
  claimNoted: (_t, p) =>
    html`Your proof of payment${p.number ? html` for ${bold(p.number)}` : ''} is noted and the admin will check it. The order starts once the money has really arrived.`,
  complaintNoted: (_t, p) =>
    html`Sorry about that. Your complaint${p.number ? html` about ${bold(p.number)}` : ''} went to the admin. You will get an answer within 24 hours.`,
  humanCalled: () => html`I have called the admin. Write your message here and they will answer.`,
  cannotStop: (_t, p) =>
    html`An order${p.number ? html` (${bold(p.number)})` : ''} that was sent to the server cannot be stopped from here. What is not delivered returns to your balance.`,
  line: (p) => html`${bold(p.number)} · ${p.name} · ${p.quantity} · ${p.price}\n    ${p.state} · ${p.at}`,
}
