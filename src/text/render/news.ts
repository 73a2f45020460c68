// News of an order as its one message: the bill, what became of it, and the way to the end.
import type { Rupiah } from '../../lib/brand.ts'
import type { Order } from '../../model/order.ts'
import type { Outgoing } from '../../model/say.ts'
import { clip, type Html, html, lines } from '../html.ts'
import { againButton, bill, billFailed, billPaid, billReminder, billTo, ended, target, what } from './bill.ts'
import { quantityWords } from './card.ts'
import { adminButton, button, type Context, message, productsButton } from './context.ts'
import type { NewsOf, NewsRenderers } from './renderers.ts'

const total = ({ quote }: Order, { w, money }: Context): Html => w.news.sum({ sum: money(quote.price) })

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
    seller: () => c.w.news.tryAgain(c.t, { number, at }),
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

/** Shop on with what came back, keep it, or have it paid out. */
const saldoButtons = (order: Order, back: Rupiah, c: Context) => {
  const { buttons } = c.w.words
  return [
    [button(buttons.goOn, { do: 'otherProduct', order: order.id })],
    [
      button(buttons.keep, { do: 'status', order: order.id }),
      button(buttons.toWallet, { do: 'takeOut', amount: back }),
    ],
  ]
}

const partial = ({ order, delivered, back }: NewsOf<'partial'>, c: Context) => {
  const { number, quote } = order
  const done = c.count(delivered)
  const of = c.count(quote.quantity)
  const left = c.count(quote.quantity - delivered)
  return back > 0
    ? message(
        c.w.news.partial(c.t, { number, done, of, left, back: c.money(back) }),
        saldoButtons(order, back, c),
      )
    : withStatus(order, c.w.news.partialNoMoney(c.t, { number, done, of }), c)
}

const again = (order: Order, text: Html, c: Context): Outgoing =>
  message(text, [[againButton(order, c), adminButton(c)]])

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
  billReminder,
  billFailed,
  paid: ({ order }, c) =>
    withStatus(order, lines(c.w.news.paid({ number: order.number }), what(order, c), target(order, c)), c),
  waiting,
  unknown: ({ order, still, until }, c) => {
    const at = until === undefined ? '' : c.moment(until)
    return withStatus(order, c.w.news.unknown(c.t, { number: order.number, still, at }), c)
  },
  refused,
  processing,
  started: processing,
  stalled: ({ order, since }, c) =>
    withStatus(
      order,
      lines(
        c.w.news.stalled({ number: order.number, at: c.moment(since) }),
        what(order, c),
        target(order, c),
      ),
      c,
    ),
  completed,
  partial,
  stopped: ({ order, back }, c) =>
    back === 0
      ? withStatus(order, c.w.news.stoppedNoMoney({ number: order.number }), c)
      : message(
          c.w.news.stopped(c.t, { number: order.number, back: c.money(back) }),
          saldoButtons(order, back, c),
        ),
  backToSaldo: ({ order, back }, c) =>
    message(
      c.w.news.backToSaldo(c.t, { number: order.number, back: c.money(back) }),
      saldoButtons(order, back, c),
    ),
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
