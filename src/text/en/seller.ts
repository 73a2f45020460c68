// English: what the seller's own Telegram account is told.
import { bold, html } from '../html.ts'
import type { seller as id } from '../id/seller.ts'

export const seller: typeof id = {
  held: (p) =>
    html`⚠️ ${bold(p.number)} is on hold. Without a decision the money returns to the customer's balance ${p.at}.`,
  waitingFunds: (p) => html`💰 ${bold(p.number)} waits for panel balance. Please top up before ${p.at}.`,
  waitingPrice: (p) =>
    html`📈 ${bold(p.number)} waits: the panel's rate rose above the price. Please decide before ${p.at}.`,
  waitingPlay: (p) =>
    html`🧪 ${bold(p.number)} is a paid test order. Press “send for real” on the dashboard if you want to, before ${p.at}.`,
  unknown: (p) =>
    html`❓ ${bold(p.number)}: the panel did not answer. Look for the order at the panel, then decide on the dashboard; nothing is sent again by itself.`,
  otherSum: (p) => html`⚠️ ${bold(p.number)}: another sum was paid than billed. Please decide before ${p.at}.`,
  alarm: (p) =>
    html`🚨 ${bold(p.number)}: the gateway refused to make a bill. Please check the Midtrans keys.`,
  chargeback: (p) =>
    html`🚨 ${bold(p.number)}: ${p.sum} was taken back at the gateway (refund or chargeback).`,
  panelBalance: (p) => html`💰 The balance of panel ${bold(p.name)} is down to ${p.balance}.`,
  panelSays: (p) => html`The panel says: ${p.message}`,
  hint: {
    probablyTaken: html`The panel's balance fell by this order's cost: it was probably taken.`,
    probablyNotTaken: html`The panel's balance is unchanged: it was probably not taken.`,
  },
  reason: (p) => html`Reason: ${p.why}`,
}
