// English: greeting, lists, categories, and what a product is.
import { bold, html } from '../html.ts'
import type { browsing as id } from '../id/browsing.ts'

export const browsing: typeof id = {
  hello: (_t, p) => html`Hi${p.name ? html` ${p.name}` : ''}! 👋 Welcome to ${bold(p.shop)}.`,
  offer: () =>
    html`You can buy followers, likes, views and more here. Just write what you want, e.g. “1000 ig followers”.`,
  lastOrder: (_t, p) => html`Your last order: ${bold(p.number)} · ${p.name} · ${p.state}`,
  wishHeader: (_t, p) => html`For ${bold(p.what)}:`,
  budgetHeader: (_t, p) => html`Budget ${bold(p.budget)}${p.what ? html`, ${p.what}` : ''}:`,
  windowHeader: () => html`Our picks:`,
  listHeader: () => html`Here is what we have:`,
  anew: {
    old: () => html`That list was old, here is the latest.`,
    changed: () => html`The list has changed, here is the latest.`,
  },
  pick: (_t, p) => html`Please choose the product ID (mid) you want, e.g. ${p.mid}`,
  guaranteeMark: (_t, p) => (p.days >= 3650 ? ' ♻️∞' : ` ♻️${p.days}d`),
  perUnits: (_t, p) => `${p.price}/${p.of}`,
  perPackage: (_t, p) => `${p.price} · per package`,
  least: (_t, p) => `min ${p.min}`,
  leastPriced: (_t, p) => `min ${p.min} = ${p.price}`,
  nothing: (_t, p) =>
    html`We do not sell that yet${p.what ? html` (${p.what})` : ''}. I have noted it for the seller.`,
  nearest: () => html`The closest we have, but different:`,
  noMore: () => html`That is all of them. Want to see another category?`,
  categories: () => html`Choose a category:`,
  unknownMid: (_t, p) =>
    html`There is no product with ID ${bold(p.mid)}. Choose one from the list, or write what you want.`,
  chosen: (_t, p) => html`OK, ID ${p.mid}: ${bold(p.name)}`,
  soldOut: () => html`Sorry, nothing is on sale right now. Please try again later.`,
  facts: {
    price: (_t, p) => html`Price: ${p.price} for ${p.of}`,
    package: (_t, p) => html`Price: ${p.price} per package`,
    min: (_t, p) => html`Minimum: ${p.min} (${p.price})`,
    max: (_t, p) => html`Maximum: ${p.max}`,
    guarantee: (_t, p) => html`Guarantee: ${p.claim}`,
    noGuarantee: () => html`Guarantee: none`,
    speed: (_t, p) => html`Speed: about ${p.perDay} a day, may be slower`,
    noSpeed: () => html`Speed: not enough data to promise one`,
    dripfeed: () => html`Gradual delivery (dripfeed): not available here`,
  },
  claim: (_t, p) => {
    const life = p.days >= 3650 ? 'for the life of the service' : `${p.days} days`
    return html`guarantee ${life} (claim by ${p.way === 'button' ? 'button' : 'the admin'})`
  },
  noClaim: () => html`no guarantee`,
  cheapest: () => html`💡 Cheapest of this list:`,
}
