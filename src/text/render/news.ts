// News of an order as its one message: the bill, what became of it, and the way to the end.
import type { Order } from '../../model/order.ts'
import { newestBill } from '../../model/order.ts'
import type { Button, Outgoing } from '../../model/say.ts'
import { anchor, clip, type Html, html, lines } from '../html.ts'
import { cardButtons, cardText, quantityWords } from './card.ts'
import { adminButton, button, type Context, message, productsButton } from './context.ts'
import type { NewsOf, NewsRenderers } from './renderers.ts'

const MINUTE = 60_000

const what = (order: Order, c: Context): Html =>
  c.w.news.what({ name: clip(order.quote.displayName, 48), quantity: quantityWords(order.quote, c) })

const target = ({ quote }: Order, { w }: Context): Html => w.news.at({ link: anchor(quote.link) })

const total = ({ quote }: Order, { w, money }: Context): Html => w.news.sum({ sum: money(quote.price) })

const billTo = (order: Order): number => newestBill(order)?.amount ?? order.quote.toPay

const billHead = (order: Order, c: Context): Html =>
  lines(c.w.news.bill({ number: order.number }), what(order, c), target(order, c))

/** A practice bill is paid on a page of ours; a real one in the customer's own app alone. */
const practicePay = (order: Order, { w }: Context): Button[][] => {
  const open = newestBill(order)
  return open?.gateway === 'sandbox' && open.url
    ? [[{ label: w.words.buttons.payPractice, url: open.url }]]
    : []
}

const bill = ({ order, receiver, picture }: NewsOf<'bill'>, c: Context): Outgoing => {
  const { w, money, moment, now } = c
  const { buttons } = w.words
  const until = newestBill(order)?.expiresAt ?? now
  const { price, saldo } = order.quote
  const text = lines(
    billHead(order, c),
    w.news.price({ price: money(price), saldo: saldo > 0 ? money(saldo) : '' }),
    w.news.pay({ sum: money(billTo(order)) }),
    w.news.receiver({ receiver: clip(receiver, 40) }),
    w.news.until({ at: moment(until), minutes: Math.max(0, Math.round((until - now) / MINUTE)) }),
    w.news.howToPay(),
    w.news.honest(),
  )
  const rows = [
    ...practicePay(order, c),
    [button(buttons.checkPayment, { do: 'check', order: order.id })],
    [
      button(buttons.edit, { do: 'editBill', order: order.id }),
      button(buttons.withdraw, { do: 'withdraw', order: order.id }),
      adminButton(c),
    ],
  ]
  return { ...message(text, rows), picture }
}

/** A bill that is over: what it was for, how it ended, and the picture that says so too. */
const ended = (
  order: Order,
  end: { word: Html; picture?: Uint8Array; again: boolean; c: Context },
): Outgoing => {
  const { c } = end
  const text = lines(billHead(order, c), c.w.news.sum({ sum: c.money(billTo(order)) }), end.word)
  const rows = end.again ? [[button(c.w.words.buttons.again, { do: 'again', order: order.id })]] : []
  return { ...message(text, rows), ...(end.picture ? { picture: end.picture } : {}) }
}

const billPaid = ({ order, picture }: NewsOf<'billPaid'>, c: Context) => {
  const word = c.w.news.billPaid({ at: c.clock(newestBill(order)?.paidAt ?? c.now) })
  return ended(order, { word, again: false, c, ...(picture ? { picture } : {}) })
}

const withStatus = (order: Order, text: Html, c: Context): Outgoing =>
  message(text, [[button(c.w.words.buttons.status, { do: 'status', order: order.id }), adminButton(c)]])

const waiting = ({ order, why, until }: NewsOf<'waiting'>, c: Context) => {
  const { number } = order
  const at = c.moment(until)
  const words = {
    sameLink: () => c.w.news.sameLink({ number }),
    funds: () => c.w.news.queued({ number, at }),
    price: () => c.w.news.queued({ number, at }),
    play: () => c.w.news.play({ number, at }),
  }
  return withStatus(order, lines(words[why](), what(order, c)), c)
}

const refused = ({ order, why, until }: NewsOf<'refused'>, c: Context) => {
  const { buttons } = c.w.words
  const reason = c.w.words.reasons[why](c.t)
  const text = c.w.news.refused(c.t, { number: order.number, why: reason, at: c.moment(until) })
  return message(lines(text, what(order, c), target(order, c)), [
    [
      button(buttons.wait, { do: 'wait', order: order.id }),
      button(buttons.otherProduct, { do: 'otherProduct', order: order.id }),
    ],
    [button(buttons.toSaldo, { do: 'toSaldo', order: order.id })],
  ])
}

/** `✅ Pesanan Anda sedang diproses`, and where it started once that is known. */
const processing = ({ order }: NewsOf<'processing'> | NewsOf<'started'>, c: Context) => {
  const from = order.progress?.startCount
  return withStatus(
    order,
    lines(
      c.w.news.processing(),
      html`📦 ${order.number}`,
      what(order, c),
      target(order, c),
      total(order, c),
      from === undefined ? false : c.w.news.started({ from: c.count(from) }),
    ),
    c,
  )
}

const completed = ({ order }: NewsOf<'completed'>, c: Context) => {
  const { quote, progress, id } = order
  const from = progress?.startCount
  const counts =
    from === undefined || quote.type !== 'default'
      ? ''
      : `${c.count(from)} → ${c.count(from + quote.quantity - (progress?.remains ?? 0))}`
  const { buttons } = c.w.words
  return message(
    lines(
      c.w.news.completed({ quantity: quantityWords(quote, c), counts }),
      html`📦 ${order.number} · ${clip(quote.displayName, 48)}`,
      target(order, c),
    ),
    [
      [
        button(buttons.again, { do: 'again', order: id }),
        button(buttons.problem, { do: 'problem', order: id }),
      ],
    ],
  )
}

const saldoButtons = (order: Order, c: Context) => {
  const { buttons } = c.w.words
  return [
    [button(buttons.goOn, { do: 'otherProduct', order: order.id })],
    [button(buttons.keep, { do: 'status', order: order.id }), button(buttons.toWallet, { do: 'human' })],
  ]
}

const partial = ({ order, delivered, back }: NewsOf<'partial'>, c: Context) => {
  const { number, quote } = order
  const done = c.count(delivered)
  const of = c.count(quote.quantity)
  const left = c.count(quote.quantity - delivered)
  return back > 0
    ? message(c.w.news.partial(c.t, { number, done, of, left, back: c.money(back) }), saldoButtons(order, c))
    : withStatus(order, c.w.news.partialNoMoney(c.t, { number, done, of }), c)
}

const again = (order: Order, text: Html, c: Context): Outgoing =>
  message(text, [[button(c.w.words.buttons.again, { do: 'again', order: order.id }), adminButton(c)]])

const otherSum = ({ order, amount }: NewsOf<'otherSum'>, c: Context) =>
  message(
    c.w.news.otherSum(c.t, { number: order.number, sum: c.money(amount), due: c.money(billTo(order)) }),
    [[button(c.w.words.buttons.toSaldo, { do: 'toSaldo', order: order.id }), adminButton(c)]],
  )

const sentBack = ({ order, amount, to, arrived }: NewsOf<'sentBack'>, c: Context) => {
  const words = c.w.news.sentBack
  const way = to === 'hand' ? words.hand : arrived ? words.gateway : words.gatewayDue
  return message(way(c.t, { number: order.number, sum: c.money(amount) }), [[adminButton(c)]])
}

export const newsRenderers: NewsRenderers = {
  bill,
  billPaid,
  billLapsed: ({ order, picture }, c) =>
    ended(order, { word: c.w.news.billLapsed(), picture, again: true, c }),
  billWithdrawn: ({ order, picture }, c) =>
    ended(order, { word: c.w.news.billWithdrawn(), picture, again: true, c }),
  billReminder: ({ order }, c) => {
    const at = c.moment(newestBill(order)?.expiresAt ?? c.now)
    const text = c.w.news.reminder(c.t, { number: order.number, sum: c.money(billTo(order)), at })
    const { buttons } = c.w.words
    return message(text, [
      [
        button(buttons.checkPayment, { do: 'check', order: order.id }),
        button(buttons.withdraw, { do: 'withdraw', order: order.id }),
      ],
    ])
  },
  billFailed: ({ order, alarm }, c) =>
    message(lines(c.w.news.billFailed(c.t, { alarm }), '', cardText(order, c)), cardButtons(order, c)),
  paid: ({ order }, c) =>
    withStatus(order, lines(c.w.news.paid({ number: order.number }), what(order, c), target(order, c)), c),
  waiting,
  unknown: ({ order, until }, c) => {
    const at = until === undefined ? '' : c.moment(until)
    return withStatus(order, c.w.news.unknown(c.t, { number: order.number, at }), c)
  },
  refused,
  processing,
  started: processing,
  completed,
  partial,
  stopped: ({ order, back }, c) =>
    message(c.w.news.stopped(c.t, { number: order.number, back: c.money(back) }), saldoButtons(order, c)),
  backToSaldo: ({ order, back }, c) =>
    message(c.w.news.backToSaldo(c.t, { number: order.number, back: c.money(back) }), saldoButtons(order, c)),
  lateMoney: ({ order, amount }, c) =>
    again(order, c.w.news.lateMoney(c.t, { number: order.number, sum: c.money(amount) }), c),
  otherSum,
  otherCurrency: ({ order }, c) =>
    message(c.w.news.otherCurrency(c.t, { number: order.number }), [[adminButton(c)]]),
  sentBack,
  deposited: ({ amount, saldo }, c) =>
    message(c.w.saldo.deposited(c.t, { sum: c.money(amount), saldo: c.money(saldo) }), [
      [productsButton(c), button(c.w.words.buttons.saldo, { do: 'saldo' })],
    ]),
  claimNotYet: ({ order, at }, c) =>
    message(c.w.news.claimNotYet(c.t, { number: order.number, at: c.clock(at) }), [
      [button(c.w.words.buttons.claim, { do: 'claim', order: order.id }), adminButton(c)],
    ]),
}
