// The card: the only thing a yes can mean. Everything on it comes from the order's frozen quote.
import type { Order, Quote } from '../../model/order.ts'
import type { Outgoing } from '../../model/say.ts'
import { anchor, bold, clip, type Html, html, lines } from '../html.ts'
import { targetSort } from '../places.ts'
import { button, type Context, message } from './context.ts'
import { claim } from './goods.ts'

/** "2.000", "1 paket", or the number of comments with the first two. */
export const quantityWords = (quote: Quote, { w, count }: Context): string => {
  if (quote.type === 'package') return w.buying.card.package(count(quote.quantity))
  if (quote.type === 'custom_comments') return w.buying.card.comments(count(quote.quantity))
  return count(quote.quantity)
}

const quantityLine = (quote: Quote, c: Context): string => {
  const first = (quote.comments ?? []).slice(0, 2).map((comment) => `“${clip(comment, 40)}”`)
  if (quote.type !== 'custom_comments' || first.length === 0) return quantityWords(quote, c)
  const more = (quote.comments?.length ?? 0) > first.length ? ', …' : ''
  return `${quantityWords(quote, c)}: ${first.join(', ')}${more}`
}

/** The product is printed only where it comes out exactly. */
const priceWords = ({ price, perThousand, quantity }: Quote, { money, count }: Context): string =>
  perThousand !== undefined && perThousand * quantity === price * 1000
    ? `${money(perThousand)}/${count(1000)} × ${count(quantity)} = ${money(price)}`
    : money(price)

export const cardText = ({ quote }: Order, c: Context): Html => {
  const { w, t, money } = c
  const { card } = w.buying
  return lines(
    card.title(t),
    html`${bold(clip(quote.displayName, 48))} · ${claim(quote.guarantee, c)}`,
    card.target(anchor(quote.link)),
    card.quantity(quantityLine(quote, c)),
    card.price(priceWords(quote, c)),
    quote.saldo > 0 ? card.saldo(money(-quote.saldo)) : false,
    card.pay(money(quote.toPay)),
    w.buying.sortHolds[targetSort(quote.link)],
    quote.displayNote ? html`📌 ${clip(quote.displayNote, 120)}` : false,
    card.agree(t),
  )
}

export const cardButtons = ({ id, quote }: Order, { w, money }: Context) => {
  const { buttons } = w.words
  const pay = quote.toPay > 0 ? buttons.pay(money(quote.toPay)) : buttons.payBySaldo
  const amount = quote.type === 'custom_comments' ? buttons.changeComments : buttons.changeQuantity
  return [
    [button(pay, { do: 'pay', order: id })],
    [
      ...(quote.type === 'package' ? [] : [button(amount, { do: 'changeQuantity', order: id })]),
      button(buttons.changeLink, { do: 'changeLink', order: id }),
      button(buttons.cancel, { do: 'withdraw', order: id }),
    ],
  ]
}

export const card = (order: Order, c: Context): Outgoing => message(cardText(order, c), cardButtons(order, c))
