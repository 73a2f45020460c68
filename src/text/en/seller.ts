// English: what the seller's own Telegram account is told, and the buttons that stand under it.
import { bold, html, lines } from '../html.ts'
import type { seller as id } from '../id/seller.ts'

export const seller: typeof id = {
  paid: (p) => html`💸 ${bold(p.number)} · ${p.what} · ${p.sum}${p.play ? ' · 🧪 test' : ''}`,
  held: (p) =>
    html`⚠️ ${bold(p.number)} is on hold. Without a decision the money returns to the customer's balance ${p.at}.`,
  customerWaits: (p) =>
    html`⏳ ${bold(p.number)}: the customer chose to wait. Without a decision the money returns to their balance ${p.at}.`,
  waitingFunds: (p) =>
    html`💰 ${bold(p.number)} waits for panel balance. Please top up before ${p.at}; it then goes on by itself.`,
  waitingPrice: (p) =>
    html`📈 ${bold(p.number)} waits: the panel's rate rose above the price. Please decide before ${p.at}.`,
  waitingPlay: (p) =>
    html`🧪 ${bold(p.number)} is a paid test order. Press “send for real” if you want to, before ${p.at}.`,
  unknown: (p) =>
    html`❓ ${bold(p.number)}: the panel did not answer (since ${p.since}). Look for the order at the panel, then decide; nothing is sent again by itself.`,
  unknownStill: (p) =>
    html`⏰ ${bold(p.number)} is still unclear: ${p.long} without an answer of the panel. Look for the order at the panel, then decide.`,
  idMissing: (p) =>
    html`🔎 ${bold(p.number)} is at the panel, but its ID is not known. Enter the panel's ID; if the order has ended, close it on the dashboard.`,
  otherSum: (p) =>
    html`⚠️ ${bold(p.number)}: another sum was paid than billed (${p.sum}, billed ${p.due}). Please decide before ${p.at}.`,
  otherCurrency: (p) =>
    html`⚠️ ${bold(p.number)}: paid in another currency. Send it back yourself, then note it on the dashboard.`,
  claim: (p) =>
    html`🙋 ${bold(p.number)}: the customer says they paid ${p.sum} to your QRIS. Check your account first; a picture proves nothing.`,
  claimStill: (p) => html`⏰ ${bold(p.number)}: the customer has waited ${p.long} for you to check ${p.sum}.`,
  alarm: (p) =>
    html`🚨 ${bold(p.number)}: the gateway refused to make a bill. Please check the Midtrans keys.`,
  chargeback: (p) =>
    html`🚨 ${bold(p.number)}: ${p.sum} was taken back at the gateway (refund or chargeback).`,
  refundFailed: (p) =>
    html`⚠️ ${bold(p.number)}: ${p.sum} could not be given back through the gateway${p.why ? ` (${p.why})` : ''}. Please decide on the dashboard.`,
  panelBalance: (p) =>
    html`💰 The balance of panel ${bold(p.name)} is down to ${p.balance}. What it does not cover is not sold for now.`,
  withdrawal: (p) =>
    lines(
      html`💸 ${bold(`Withdrawal ${p.sum}`)} · ${p.name}`,
      html`To: ${p.to}`,
      html`Send it yourself, then press Sent. At the latest ${p.at}.`,
    ),
  withdrawalStill: (p) =>
    lines(
      html`⏰ ${bold(`Withdrawal ${p.sum}`)} · ${p.name}`,
      html`To: ${p.to}`,
      p.late
        ? html`It was due ${p.at}. The customer is still waiting.`
        : html`Still waiting. At the latest ${p.at}.`,
    ),
  destination: (p) => html`To: ${p.method} ${p.number}, name ${p.name}`,
  failedJobs: (p) => html`🔧 ${p.count} jobs failed and are no longer tried:`,
  failedJob: (p) => html`• ${p.what}${p.number ? ` ${p.number}` : ''}: ${p.error}`,
  adminUnknown: (p) =>
    html`🆘 Shop ${bold(p.shop)}: order ${p.number} has been ${p.long} without an answer of the panel, and its seller has not decided.`,
  panelSays: (p) => html`The panel says: ${p.message}`,
  balances: (p) => html`Panel balance: before ${p.before}, after ${p.after}`,
  costNow: (p) => html`Price ${p.price} · cost now ${p.cost} · left ${p.left}`,
  hint: {
    probablyTaken: html`The panel's balance fell by this order's cost: it was probably taken.`,
    probablyNotTaken: html`The panel's balance is unchanged: it was probably not taken.`,
  },
  reason: (p) => html`Reason: ${p.why}`,
  long: (p) =>
    p.days > 0
      ? `${p.days} ${p.days === 1 ? 'day' : 'days'}`
      : p.hours > 0
        ? `${p.hours} ${p.hours === 1 ? 'hour' : 'hours'}`
        : `${p.minutes} min`,
  ended: (p) => html`✔️ ${p.what} · ${p.who ? `${p.who}, ` : ''}${p.at}`,
  ending: {
    approved: html`Sent`,
    notAtPanel: html`Not at the panel`,
    foundAtPanel: html`At the panel`,
    givenBack: html`Money given back`,
    rerouted: html`Another product instead`,
    declared: html`Closed by hand`,
    customerWaits: html`The customer chose to wait`,
    received: html`Money received`,
    notYet: html`Not received`,
    otherSum: html`Another sum`,
    paidOut: html`Sent`,
    rejected: html`Refused`,
    itemDone: html`Done`,
  },
  endedSo: (p) => html`Now: ${p.state}`,
  who: { dashboard: 'on the dashboard', admin: 'admin', customer: 'customer', system: 'by itself' },
  jobs: {
    payments: 'Payment',
    fulfilment: 'Sending to the panel',
    notices: 'Message',
    catalog: 'Catalogue',
    reports: 'Report',
    other: 'Other',
  },
  buttons: {
    taken: '✅ It went in: enter ID',
    sendAgain: '🔁 It did not: send again',
    notTaken: '↩️ It did not: give back',
    sendAnyway: '🚀 Send anyway',
    again: '🔁 Send again',
    sendNow: '🚀 Send now',
    real: '🚀 Send for real',
    other: '🔀 Other service',
    giveBack: '↩️ Give back',
    received: '💰 Money received',
    notYet: '⏳ Not yet',
    otherSum: '≠ Another sum',
    reveal: '👁 Show destination',
    paidOut: '✅ Sent',
    reject: '✖️ Refuse',
    retry: (n) => `🔁 Try again ${n}`,
    done: '✔️ Done',
    desk: '📋 Desk',
    report: '📊 Report',
    mute: '🔕 Mute',
    unmute: '🔔 Unmute',
    until: '⏰ Until when',
    open: '🔓 Open',
    leave: '✖️ Cancel',
  },
}
