// English: greeting, lists, categories, and what a product is.
import { bold, html } from '../html.ts'
import type { browsing as id } from '../id/browsing.ts'

const lifeOf = (days: number): string => (days >= 3650 ? 'for the life of the service' : `${days} days`)

export const browsing: typeof id = {
  hello: (_t, p) => html`Hi${p.name ? html` ${p.name}` : ''}! 👋 Welcome to ${bold(p.shop)}.`,
  offer: () =>
    html`You can buy followers, likes, views and more here. Just write what you want, e.g. “1000 ig followers”.`,
  lastOrder: (_t, p) => html`Your last order: ${bold(p.number)} · ${p.name} · ${p.state}`,
  lastPrice: (_t, p) => html`Today's price: ${bold(p.now)} (it was ${p.was})`,
  wish: (p) => [p.quantity, p.platform, p.kind && p.prefer ? `${p.kind},` : p.kind, p.prefer],
  wishHeader: (_t, p) => html`For ${bold(p.what)}:`,
  budgetHeader: (_t, p) => html`Budget ${bold(p.budget)}${p.what ? html`, ${p.what}` : ''}:`,
  windowHeader: () => html`Our picks:`,
  listHeader: () => html`Here is what we have:`,
  anew: {
    link: () => html`I have noted your link. Just choose the product:`,
    old: () => html`That list was old, here is the latest.`,
    changed: () => html`The list has changed, here is the latest.`,
  },
  pick: (_t, p) => html`Please choose the product ID (mid) you want, e.g. ${p.mid}`,
  guaranteeMark: (_t, p) => (p.days >= 3650 ? ' ♻️∞' : ` ♻️${p.days}d`),
  perUnits: (_t, p) => `${p.price}/${p.of}`,
  perPackage: (_t, p) => `${p.price} · per package`,
  buys: (_t, p) => `buys ${p.quantity} · min ${p.min}`,
  tooDear: (_t, p) => `at least ${p.min} = ${p.price}`,
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
  pickOne: (_t, p) => html`Want this one? Press or write: ${p.mid}`,
  facts: {
    price: (_t, p) => html`Price of ${p.of}: ${bold(p.price)}`,
    unit: (_t, p) => html`Price: ${bold(p.price)}/${p.of}, minimum ${p.min} = ${p.minPrice}`,
    package: (_t, p) => html`Price: ${bold(p.price)} per package`,
    under: (_t, p) => html`${p.asked} is below the minimum. The minimum is ${p.min}: ${bold(p.price)}`,
    over: (_t, p) => html`${p.asked} is too many for one order. The maximum is ${p.max}: ${bold(p.price)}`,
    most: (_t, p) => html`One payment takes at most Rp10 million, so at most ${p.quantity} (${p.price})`,
    within: (_t, p) => html`${p.budget} buys ${bold(p.quantity)} (${p.price})`,
    notWithin: (_t, p) => html`${p.budget} is not enough: the minimum is ${p.min} = ${p.price}`,
    min: (_t, p) => html`Minimum: ${bold(p.min)} (${p.price})`,
    max: (_t, p) => html`Maximum: ${bold(p.max)} per order`,
    guarantee: (_t, p) =>
      html`Guarantee: ${lifeOf(p.days)} (claim by ${p.way === 'button' ? 'button' : 'the admin'})`,
    noGuarantee: () => html`Guarantee: none`,
    time: (_t, p) => html`Time: usually about ${bold(p.time)} (by the last ${p.orders} orders here)`,
    noTime: () => html`Time: too few orders here so far to go by, so I promise none`,
    dripfeed: () => html`Gradual delivery (dripfeed): not available, an order is sent at once`,
  },
  compared: {
    header: (_t, p) => (p.of ? html`Compared, for ${bold(p.of)}:` : html`Compared:`),
    limits: (p) => `min ${p.min}, max ${p.max}`,
    time: (p) => `usually about ${p.time} (${p.orders} orders)`,
    noTime: () => 'time: not enough data',
    cheaper: (_t, p) => html`By price, ${bold(p.mid)} is cheaper${p.by ? ` (by ${p.by})` : ''}.`,
  },
  claim: (_t, p) =>
    html`guarantee ${lifeOf(p.days)} (claim by ${p.way === 'button' ? 'button' : 'the admin'})`,
  noClaim: () => html`no guarantee`,
  cheapest: () => html`💡 The cheapest:`,
}
