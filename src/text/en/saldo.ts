// English: the balance: what is in it, filling it, taking it out, and where money goes that comes back another way.
import { bold, html } from '../html.ts'
import type { saldo as id } from '../id/saldo.ts'

const EXAMPLE = 'DANA 081200000000 a.n. Siti Aminah'

export const saldo: typeof id = {
  balance: (_t, p) => html`💰 Your balance: ${bold(p.saldo)}`,
  held: (_t, p) => html`${p.held} of it is held for bills or withdrawals; ${p.free} can be used.`,
  withdrawable: (_t, p) => html`Can be withdrawn: ${p.sum}`,
  used: () => html`It is used for your next order by itself.`,
  entries: () => html`Latest entries:`,
  entry: (p) => html`${p.at} · ${bold(p.sum)} · ${p.what}`,
  what: {
    topup: 'top-up',
    paid: 'used for an order',
    withdrawn: 'withdrawn',
    adjusted: 'adjusted by the seller',
    late: 'late payment',
    second: 'double payment',
    otherSum: 'payment of another sum',
    partial: 'what was not delivered',
    back: 'money back',
    out: 'taken out',
  },
  askTopup: (_t, p) =>
    html`How much would you like to add? Choose below or write the sum (${p.min} to ${p.max}).`,
  topupOut: (_t, p) =>
    html`You can add ${bold(p.min)} to ${bold(p.max)} at a time. Choose below or write the sum.`,
  preparing: (_t, p) => html`One moment, preparing the QRIS for a top-up of ${bold(p.sum)}…`,
  askAmount: (_t, p) =>
    html`How much would you like to withdraw? You can withdraw ${bold(p.max)}, at least ${p.min}.`,
  amountOut: (_t, p) =>
    html`You can withdraw ${bold(p.min)} to ${bold(p.max)}. Write the sum or press below.`,
  askDestination: (_t, p) =>
    html`Where shall ${bold(p.sum)} go? Please write the e-wallet or bank, the number, and the recipient's name. Example: ${EXAMPLE}`,
  destinationKept: (_t, p) =>
    html`Only the seller sees the number, to send this money; it is deleted ${p.days} days after the end.`,
  destinationUnread: () =>
    html`That destination is not complete: I need the e-wallet or bank, the number, and the recipient's name. Write what is missing, or all of it in one message. Example: ${EXAMPLE}`,
  card: {
    title: () => html`💸 Please check`,
    sum: (p) => html`Withdraw : ${bold(p)}`,
    to: (p) => html`To : ${p}`,
    promise: (_t, p) =>
      html`Sent by the seller, at most ${p.hours} hours after your yes. Make sure the destination is right: money that was sent cannot be taken back.`,
  },
  cardLapsed: () => html`That withdrawal is no longer valid; no money was sent. Start again with /withdraw.`,
  cancelled: () => html`OK, cancelled. Your balance is unchanged.`,
  withdrawn: (_t, p) =>
    html`✅ Your withdrawal of ${bold(p.sum)} to ${p.to} is noted. The seller sends it by ${bold(p.at)} at the latest, and you will be told here.`,
  nothing: {
    empty: () => html`Your balance is ${bold('Rp0')}, so there is nothing to withdraw.`,
    held: (_t, p) =>
      html`Your balance of ${bold(p.saldo)} is held for other bills or withdrawals, so it cannot be withdrawn now.`,
    topup: (_t, p) =>
      html`Your balance of ${bold(p.saldo)} was topped up. In this shop only money back from orders can be withdrawn; you can still shop with it.`,
    play: (_t, p) => html`Your balance of ${bold(p.saldo)} is test money, so it cannot be withdrawn.`,
    least: (_t, p) =>
      html`Only ${bold(p.max)} can be withdrawn, and the minimum is ${p.min}. You can still shop with it.`,
  },
  tooMany: (_t, p) =>
    html`You still have ${p.max} withdrawals under way. Please wait until one of them is sent.`,
  paidOut: (_t, p) =>
    html`💸 The seller has transferred your withdrawal of ${bold(p.sum)} to ${p.to}. If it has not arrived, press 💬 Admin.`,
  rejected: (_t, p) =>
    html`The seller declined your withdrawal of ${bold(p.sum)} to ${p.to}${p.reason ? html`: ${p.reason}` : ''}. The money is back in your balance: ${bold(p.saldo)}.`,
  deposited: (_t, p) => html`✅ ${bold(p.sum)} was added. Your balance is now ${bold(p.saldo)}.`,
  deposit: (p) => html`Top-up of ${p.sum}`,
}
