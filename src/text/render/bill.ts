// The bill and what becomes of it: the caption under its picture, the reminder, its end. A bill that fills saldo buys nothing, and one of
// the seller's own QRIS is told to the seller instead of asked about.
import type { Order } from '../../model/order.ts'
import { newestBill } from '../../model/order.ts'
import type { Button, Outgoing } from '../../model/say.ts'
import { anchor, clip, type Html, lines } from '../html.ts'
import { cardButtons, cardText, quantityWords } from './card.ts'
import { adminButton, button, type Context, message } from './context.ts'
import type { NewsOf } from './renderers.ts'

const MINUTE = 60_000

/** "IG Followers · 2.000", or that saldo is filled. */
export const what = ({ deposit, quote }: Order, c: Context): Html =>
  deposit
    ? c.w.saldo.deposit({ sum: c.money(quote.price) })
    : c.w.news.what({ name: clip(quote.displayName, 48), quantity: quantityWords(quote, c) })

export const target = ({ deposit, quote }: Order, { w }: Context): Html | false =>
  deposit ? false : w.news.at({ link: anchor(quote.link) })

export const billTo = (order: Order): number => newestBill(order)?.amount ?? order.quote.toPay

const billHead = (order: Order, c: Context): Html =>
  lines(c.w.news.bill({ number: order.number }), what(order, c), target(order, c))

/** A practice bill is paid on a page of ours; a real one in the customer's own app alone. */
const practicePay = (order: Order, { w }: Context): Button[][] => {
  const open = newestBill(order)
  return open?.gateway === 'sandbox' && open.url
    ? [[{ label: w.words.buttons.payPractice, url: open.url }]]
    : []
}

/** The gateway is asked; of the seller's own QRIS only the seller can tell. */
const paidButton = (order: Order, { w }: Context): Button =>
  newestBill(order)?.gateway === 'manual'
    ? button(w.words.buttons.claim, { do: 'claim', order: order.id })
    : button(w.words.buttons.checkPayment, { do: 'check', order: order.id })

const withdrawButton = (order: Order, { w }: Context): Button =>
  button(w.words.buttons.withdraw, { do: 'withdraw', order: order.id })

export const bill = ({ order, receiver, picture }: NewsOf<'bill'>, c: Context): Outgoing => {
  const { w, money, moment, now } = c
  const until = newestBill(order)?.expiresAt ?? now
  const { price, saldo } = order.quote
  const text = lines(
    billHead(order, c),
    order.deposit ? false : w.news.price({ price: money(price), saldo: saldo > 0 ? money(saldo) : '' }),
    w.news.pay({ sum: money(billTo(order)) }),
    w.news.receiver({ receiver: clip(receiver, 40) }),
    w.news.until({ at: moment(until), minutes: Math.max(0, Math.round((until - now) / MINUTE)) }),
    w.news.howToPay(),
    w.news.honest(),
    newestBill(order)?.gateway === 'manual' ? w.news.thenClaim() : false,
  )
  const edit = order.deposit ? [] : [button(w.words.buttons.edit, { do: 'editBill', order: order.id })]
  const rows = [
    ...practicePay(order, c),
    [paidButton(order, c)],
    [...edit, withdrawButton(order, c), adminButton(c)],
  ]
  return { ...message(text, rows), picture }
}

export const againButton = (order: Order, { w }: Context): Button =>
  order.deposit
    ? button(w.words.buttons.topup, { do: 'topup', amount: order.quote.price })
    : button(w.words.buttons.again, { do: 'again', order: order.id })

/** A bill that is over: what it was for, how it ended, and the picture that says so too. */
export const ended = (
  order: Order,
  end: { word: Html; picture?: Uint8Array; again: boolean; paid?: boolean; c: Context },
): Outgoing => {
  const { c } = end
  const { price, saldo } = order.quote
  const sum = c.money(billTo(order))
  // What makes the price beside the bill; one that came to nothing took no saldo.
  const said =
    end.paid && saldo > 0
      ? [c.w.news.price({ price: c.money(price), saldo: c.money(saldo) }), c.w.news.pay({ sum })]
      : [c.w.news.sum({ sum })]
  const text = lines(billHead(order, c), ...said, end.word)
  const rows = end.again ? [[againButton(order, c)]] : []
  return { ...message(text, rows), ...(end.picture ? { picture: end.picture } : {}) }
}

export const billPaid = ({ order, picture }: NewsOf<'billPaid'>, c: Context) => {
  const { paidAmount, amount, paidAt } = newestBill(order) ?? {}
  const at = c.clock(paidAt ?? c.now)
  const word =
    paidAmount === undefined || paidAmount === amount
      ? c.w.news.billPaid({ at })
      : c.w.news.billPaidOther({ at, sum: c.money(paidAmount) })
  return ended(order, { word, again: false, paid: true, c, ...(picture ? { picture } : {}) })
}

export const billReminder = ({ order }: NewsOf<'billReminder'>, c: Context) => {
  const at = c.moment(newestBill(order)?.expiresAt ?? c.now)
  const text = c.w.news.reminder(c.t, { number: order.number, sum: c.money(billTo(order)), at })
  return message(text, [[paidButton(order, c), withdrawButton(order, c)]])
}

/** The card again; of a deposit only its sum. */
export const billFailed = ({ order, alarm }: NewsOf<'billFailed'>, c: Context) => {
  const [pay] = cardButtons(order, c)
  return order.deposit
    ? message(lines(c.w.news.billFailed(c.t, { alarm }), '', what(order, c)), [
        pay ?? [],
        [withdrawButton(order, c)],
      ])
    : message(lines(c.w.news.billFailed(c.t, { alarm }), '', cardText(order, c)), cardButtons(order, c))
}
