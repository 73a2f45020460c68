// English: link, quantity, comments, the card, and what stops a purchase.
import { bold, html } from '../html.ts'
import type { buying as id } from '../id/buying.ts'

const copy: typeof id.copy = {
  profile: 'How to copy: open the profile → Share profile → Copy link. A username is fine too.',
  post: 'How to copy: open the post → share icon → Copy link.',
  video: 'How to copy: open the video → share icon → Copy link.',
  channel: 'How to copy: open the channel/group → Share → Copy link.',
  page: 'How to copy: open the page → Share → Copy link.',
  website: 'How to copy: open the site → copy the address at the top of the browser.',
  any: 'How to copy: open the target → Share → Copy link.',
}

const holds: typeof id.holds = {
  profile: 'The account must be public & keep its username until done.',
  post: 'The account must be public & the post must not be deleted or archived until done.',
  video: 'The account must be public & the video must not be deleted or archived until done.',
  channel: 'The channel/group must be public & keep its address until done.',
  page: 'The page must be public & keep its name until done.',
  website: 'The site must be open to everyone until done.',
  any: 'The target must be public & unchanged until done.',
}

export const buying: typeof id = {
  copy,
  holds,
  sortHolds: { account: holds.profile, post: holds.post, web: holds.any },
  askLink: (_t, p) => html`Please send the ${p.platform} ${p.kind} link for ${bold(p.name)}.`,
  example: (_t, p) => html`Example${p.kind ? ` of a ${p.kind} link` : ''}: ${p.link}`,
  unreadable: () => html`I could not read that link.`,
  wrongPlatform: (_t, p) =>
    html`${p.given || 'That'} is not a ${p.platform} link, but ${bold(p.name)} needs a ${p.platform} link.`,
  wrongKind: (_t, p) =>
    p.given
      ? html`That is a ${p.given} link, but ${bold(p.name)} needs a ${p.needs} link.`
      : html`That is not a ${p.needs} link, but ${bold(p.name)} needs a ${p.needs} link.`,
  fitting: (_t, p) => html`This one fits your link: ${p.mid} · ${p.name}`,
  whichLink: () => html`There is more than one link. Please send just one: which is it?`,
  blockedTarget: () =>
    html`Sorry, we cannot serve that target or text (gambling or adult content, for example).`,
  askQuantity: (_t, p) => html`How many? ${bold(p.name)}: min ${p.min}, max ${p.max}.`,
  underMin: (_t, p) => html`${p.asked} is below the minimum. The minimum is ${bold(p.min)}.`,
  overMax: (_t, p) => html`${p.asked} is too many. The maximum is ${bold(p.max)} per order.`,
  unreadableQuantity: () => html`I could not read the quantity. Just write the number, e.g. 1000`,
  overBill: (_t, p) => html`At most Rp10 million per QRIS. ${p.max}`,
  largest: (_t, p) => `The largest quantity that fits: ${p.quantity} (${p.price}).`,
  askComments: (_t, p) =>
    html`Please send the comments, one per line, for ${bold(p.name)} (min ${p.min}, max ${p.max} lines).`,
  tooFewComments: (_t, p) =>
    html`Only ${p.count} comments, the minimum is ${bold(p.min)}. Please send all of them again, one per line.`,
  tooManyComments: (_t, p) =>
    html`${p.count} comments, the maximum is ${bold(p.max)}. Please send all of them again, one per line.`,
  card: {
    title: () => html`📝 Please check`,
    target: (p) => html`Target : ${p}`,
    quantity: (p) => html`Quantity : ${p}`,
    package: (p) => `${p} package`,
    comments: (p) => `${p} comments`,
    price: (p) => html`Price : ${p}`,
    saldo: (p) => html`Balance : ${p}`,
    pay: (p) => html`To pay : ${bold(p)}`,
    agree: () => html`Starts right after payment. By paying you agree to the terms (/terms).`,
  },
  cardLapsed: (_t, p) =>
    html`That offer has lapsed${p.name ? html` (${p.name})` : ''}; nothing was paid. Shall I calculate it again?`,
  billReplaced: (_t, p) => html`OK, bill ${bold(p.number)} is cancelled, please do not pay it.`,
  cardStands: () => html`The order summary above still waits: press ✅ Pay if it is right.`,
  asBefore: {
    same: (_t, p) => html`The same as ${bold(p.number)}, at the same price.`,
    changed: (_t, p) =>
      html`The same as ${bold(p.number)}, but today's price is ${bold(p.now)} (it was ${p.was}).`,
  },
  meant: {
    product: (_t, p) => html`Do you mean ID ${p.mid}, ${bold(p.name)}? Press its number if so.`,
    quantity: (_t, p) => html`Do you mean ${bold(p.quantity)}? Press it below if so, or write the quantity.`,
  },
  confirmWhich: () => html`Which one? No order is waiting for your yes.`,
  preparing: () => html`One moment, checking stock & preparing the QRIS…`,
  preparingBySaldo: () => html`One moment, checking stock & paying with your balance…`,
  cancelled: () => html`OK, cancelled. There is nothing to pay.`,
  nothingToCancel: () => html`There is nothing to cancel.`,
  tooManyBills: (_t, p) =>
    html`You still have ${p.max} unpaid bills. Please pay or cancel one first (/bills).`,
  repeatAsk: (_t, p) => html`The same order is still running (${bold(p.number)}). Order it again?`,
  repeatWaits: () => html`The new one waits until that one is done.`,
  changed: {
    price: () => html`The price has just changed, so no bill was made. Here is the latest:`,
    limits: () => html`The limits have just changed, so no bill was made.`,
  },
  productOut: (_t, p) =>
    html`Sorry, ${bold(p.name)} is sold out right now, so no bill was made. ${p.others ? 'Here are the others:' : 'Please try again later.'}`,
}
