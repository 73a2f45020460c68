// What the seller's own Telegram account is told, with the panel's own words: never sent to a customer.
import type { Millis, Rupiah } from '../lib/brand.ts'
import type { Order } from '../model/order.ts'
import { newestSubmission } from '../model/order.ts'
import type { Outgoing } from '../model/say.ts'
import { anchor, clip, type Html, html, lines } from './html.ts'
import { type Context, contextOf, type How, message } from './render/context.ts'

export type SellerNews =
  | { news: 'held'; order: Order; until: Millis }
  | { news: 'otherSum'; order: Order; until: Millis }
  | { news: 'waiting'; order: Order; why: 'funds' | 'price' | 'play'; until: Millis }
  | { news: 'unknown'; order: Order }
  | { news: 'alarm'; order: Order }
  | { news: 'chargeback'; order: Order; amount: Rupiah }
  | { news: 'panelBalance'; provider: string; balance: string }

const first = (told: SellerNews, c: Context): Html => {
  const { seller } = c.w
  if (told.news === 'panelBalance')
    return seller.panelBalance({ name: clip(told.provider, 60), balance: clip(told.balance, 40) })
  const { number } = told.order
  const at = 'until' in told ? c.moment(told.until) : ''
  switch (told.news) {
    case 'held':
      return seller.held({ number, at })
    case 'otherSum':
      return seller.otherSum({ number, at })
    case 'waiting':
      return { funds: seller.waitingFunds, price: seller.waitingPrice, play: seller.waitingPlay }[told.why]({
        number,
        at,
      })
    case 'unknown':
      return seller.unknown({ number })
    case 'alarm':
      return seller.alarm({ number })
    case 'chargeback':
      return seller.chargeback({ number, sum: c.money(told.amount) })
  }
}

/** The sale, the reason in our words, and the panel's own. */
const facts = (order: Order, { w, t, money, count }: Context): Html => {
  const { quote } = order
  const sent = newestSubmission(order)
  return lines(
    html`${clip(quote.displayName, 48)} · ${count(quote.quantity)} · ${money(quote.price)}`,
    anchor(quote.link),
    sent?.reason ? w.seller.reason({ why: w.words.reasons[sent.reason](t) }) : false,
    sent?.message ? w.seller.panelSays({ message: clip(sent.message, 300) }) : false,
    sent?.hint ? w.seller.hint[sent.hint] : false,
  )
}

export const renderSeller = (told: SellerNews, how: How): Outgoing => {
  const c = contextOf(how)
  if (told.news === 'panelBalance') return message(first(told, c))
  return message(lines(first(told, c), facts(told.order, c)))
}
