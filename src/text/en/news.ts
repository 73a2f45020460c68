// English: what an order's one message says, from the bill to the end.
import { bold, html } from '../html.ts'
import type { news as id } from '../id/news.ts'

export const news: typeof id = {
  bill: (p) => html`🧾 Bill ${bold(p.number)}`,
  what: (p) => html`${p.name} · ${p.quantity}`,
  price: (p) => html`Price ${p.price}${p.saldo ? `, balance used −${p.saldo}` : ''}`,
  pay: (p) => html`Pay ${bold(p.sum)}`,
  receiver: (p) => html`Recipient in your app: ${bold(p.receiver)}. Please compare first.`,
  until: (p) => html`Pay before ${bold(p.at)} (${p.minutes} minutes)`,
  howToPay: () =>
    html`One phone? Save the picture → open GoPay/DANA/OVO/ShopeePay/m-banking → QRIS → pick it from the gallery.`,
  honest: () => html`No extra cost. We never ask for a transfer to another account.`,
  thenClaim: () => html`After paying press “I have paid” or send a photo of the proof.`,
  billPaid: (p) => html`✅ PAID ${p.at}`,
  billPaidOther: (p) => html`⚠️ RECEIVED ${p.sum} ${p.at}, do not pay again`,
  billLapsed: () => html`⌛ EXPIRED, do not pay`,
  billWithdrawn: () => html`✖️ CANCELLED, do not pay`,
  reminder: (_t, p) =>
    html`⏰ Bill ${bold(p.number)} (${p.sum}) is still waiting. Pay before ${bold(p.at)}, or cancel it if you changed your mind.`,
  billFailed: (_t, p) =>
    html`Sorry, the QRIS could not be made. No money has moved.${p.alarm ? ' The admin has been told.' : ''} Please try again from this card:`,
  paid: (p) => html`Payment received, ${bold(p.number)} is on its way to the server…`,
  sameLink: (p) => html`⏳ ${bold(p.number)}: Waiting for an earlier order on the same account to finish.`,
  queued: (p) => html`⏳ ${bold(p.number)}: Queued at the server, news by ${p.at} at the latest.`,
  tryAgain: (_t, p) =>
    html`⏳ ${bold(p.number)}: OK, waiting for the seller to try again. If it does not work by ${p.at}, the money returns to your balance.`,
  play: (p) =>
    html`🧪 ${bold(p.number)}: the test order is paid and waits for the seller, until ${p.at} at the latest.`,
  unknown: (_t, p) =>
    html`⏳ ${bold(p.number)}: The server has ${p.still ? 'still ' : ''}not answered${p.still ? '' : ' yet'}; your money is safe and the order is not sent twice. ${
      p.at
        ? html`${p.still ? 'Next news' : 'News'} by ${p.at} at the latest.`
        : html`It waits for the seller to find out at the server; you will be told here as soon as it is clear.`
    }`,
  refused: (_t, p) =>
    html`⚠️ ${bold(p.number)} cannot be processed yet: ${p.why}. Your money is safe. Choose what to do; without an answer it returns to your balance ${p.at}.`,
  processing: () => html`✅ Your order is being processed`,
  started: (p) => html`Started from ${p.from}`,
  stalled: (p) => html`⏳ ${bold(p.number)}: Nothing has moved since ${p.at}; the admin has been told.`,
  completed: (p) => html`🎉 Done: ${bold(p.quantity)}${p.counts ? ` (${p.counts})` : ''}`,
  partial: (_t, p) =>
    html`${bold(p.number)} stopped at ${p.done} of ${p.of}. The remaining ${p.left} were not delivered, so ${bold(p.back)} is back in your balance.`,
  partialNoMoney: (_t, p) => html`${bold(p.number)} stopped at ${p.done} of ${p.of}.`,
  stopped: (_t, p) =>
    html`⚠️ ${bold(p.number)} was stopped by the server. ${bold(p.back)} is back in your balance.`,
  stoppedNoMoney: (p) => html`⚠️ ${bold(p.number)} was stopped by the server.`,
  backToSaldo: (_t, p) => html`↩️ ${bold(p.number)} is closed. ${bold(p.back)} is back in your balance.`,
  lateMoney: (_t, p) =>
    html`A payment of ${bold(p.sum)} for ${bold(p.number)} arrived after the bill had ended or was already paid. It is safe in your balance. Would you like to order again?`,
  otherSum: (_t, p) =>
    html`⚠️ ${bold(p.sum)} arrived for ${bold(p.number)}, not ${p.due}. The order is on hold, your money is safe. The admin has been told.`,
  otherCurrency: (_t, p) =>
    html`⚠️ What arrived for ${bold(p.number)} is not rupiah. The order is on hold, your money is safe. The admin has been told.`,
  sentBack: {
    gatewayDue: (_t, p) =>
      html`↩️ ${bold(p.number)}: ${bold(p.sum)} is being returned by QRIS to the app you paid with. When it arrives depends on the app; it can take some business days.`,
    gateway: (_t, p) =>
      html`↩️ ${bold(p.number)}: ${bold(p.sum)} was returned by QRIS to the app you paid with. If you do not see it after some business days, press 💬 Admin.`,
    hand: (_t, p) =>
      html`↩️ ${bold(p.number)}: ${bold(p.sum)} was returned by the seller directly, not to your balance. If you have not received it, press 💬 Admin.`,
  },
  claimNotYet: (_t, p) =>
    html`The seller looked (${p.at}): no payment for ${bold(p.number)} so far. If you have paid, send a photo of the proof here; the seller will look again.`,
  at: (p) => html`Target: ${p.link}`,
  sum: (p) => html`Total: ${p.sum}`,
}
