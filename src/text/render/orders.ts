// Says about orders, bills and saldo.
import type { OpenBill, OrderLine, Say } from '../../model/say.ts'
import { anchor, clip, html, lines } from '../html.ts'
import { adminButton, button, type Context, message, productsButton } from './context.ts'
import type { SayOf } from './renderers.ts'

const RUNNING = ['submitted', 'completed', 'partial', 'stoppedByPanel', 'closed']

/** Start, delivered and left, as far as the panel has told. */
const progress = (order: OrderLine, { w, count, moment }: Context) => {
  const known = RUNNING.includes(order.state)
  const { orders } = w
  return [
    known && order.started !== undefined && orders.started({ from: count(order.started) }),
    known &&
      order.delivered !== undefined &&
      orders.delivered({ done: count(order.delivered), of: count(order.quantity) }),
    known && order.remains !== undefined && orders.remains({ left: count(order.remains) }),
    known && order.asOf !== undefined && orders.asOf({ at: moment(order.asOf) }),
  ]
}

const statusButtons = (say: SayOf<'orderStatus'>, c: Context) => {
  const { buttons } = c.w.words
  const { id, state } = say.order
  if (say.bill)
    return [
      [
        button(buttons.claim, { do: 'claim', order: id }),
        button(buttons.withdraw, { do: 'withdraw', order: id }),
      ],
    ]
  if (state === 'completed')
    return [
      [
        button(buttons.again, { do: 'again', order: id }),
        button(buttons.problem, { do: 'problem', order: id }),
      ],
    ]
  if (say.order.deposit) return [[button(buttons.topup, { do: 'topup' }), adminButton(c)]]
  if (['lapsed', 'withdrawn', 'closed', 'partial', 'stoppedByPanel'].includes(state))
    return [[button(buttons.again, { do: 'again', order: id }), adminButton(c)]]
  return [[button(buttons.status, { do: 'status', order: id }), adminButton(c)]]
}

const billWords = ({ amount, until }: OpenBill, { w, money, moment }: Context) =>
  w.orders.billManual({ amount: money(amount), until: moment(until) })

const orderStatus = (say: SayOf<'orderStatus'>, c: Context) => {
  const { w, money, count } = c
  const { order, bill } = say
  return message(
    lines(
      w.orders.number({ number: order.number, state: w.words.states[order.state] }),
      order.deposit
        ? w.saldo.deposit({ sum: money(order.price) })
        : html`${clip(order.name, 48)} · ${count(order.quantity)} · ${money(order.price)}`,
      order.deposit ? false : anchor(order.link),
      ...progress(order, c),
      say.usual ? w.orders.usual({ time: c.duration(say.usual.ms), orders: count(say.usual.orders) }) : false,
      bill ? billWords(bill, c) : false,
    ),
    statusButtons(say, c),
  )
}

const myOrders = (say: SayOf<'myOrders'>, c: Context) => {
  const { w, t, money, count, moment } = c
  const rows = say.orders.slice(0, 10)
  return message(
    lines(
      w.orders.list(t),
      '',
      ...rows.map((order) =>
        w.orders.line({
          number: order.number,
          name: clip(order.name, 48),
          quantity: count(order.quantity),
          price: money(order.price),
          state: w.words.states[order.state],
          at: moment(order.at),
        }),
      ),
    ),
    [rows.slice(0, 5).map((order) => button(order.number, { do: 'status', order: order.id }))],
  )
}

const bills = (say: SayOf<'bills'>, c: Context) => {
  const { w, t, money, moment } = c
  const open = say.orders.slice(0, 10)
  return message(
    lines(
      w.orders.bills(t),
      ...open.map((bill) =>
        w.orders.bill({ number: bill.number, amount: money(bill.amount), until: moment(bill.until) }),
      ),
    ),
    open.map((bill) => [
      button(`🔄 ${bill.number}`, { do: 'check', order: bill.id }),
      button(`✖️ ${bill.number}`, { do: 'withdraw', order: bill.id }),
    ]),
  )
}

const billNotYet = (say: SayOf<'billNotYet'>, c: Context) =>
  message(
    lines(
      c.w.orders.notYet(c.t, { number: say.number, at: c.clock(say.at) }),
      say.due ? c.w.orders.due({ amount: c.money(say.due.amount), until: c.moment(say.due.until) }) : false,
    ),
    [
      [
        button(c.w.words.buttons.checkAgain, { do: 'check', order: say.id }),
        ...(say.due ? [button(c.w.words.buttons.withdraw, { do: 'withdraw', order: say.id })] : []),
        adminButton(c),
      ],
    ],
  )

export const orderSays = {
  orderStatus,
  myOrders,
  bills,
  billNotYet,
  noOrders: (_say: Say, c: Context) => message(c.w.orders.none(c.t), [[productsButton(c)]]),
  noSuchOrder: (_say: Say, { w, t }: Context) => message(w.orders.noSuch(t)),
  noBill: (_say: Say, { w, t }: Context) => message(w.orders.noBill(t)),
  claimPassed: ({ number, picture }: SayOf<'claimPassed'>, c: Context) =>
    message(c.w.orders.claimPassed(c.t, { number, picture }), [[adminButton(c)]]),
  claimNoted: ({ number, picture }: SayOf<'claimNoted'>, { w, t }: Context) =>
    message(w.orders.claimNoted(t, { number: number ?? '', picture })),
  cannotStop: ({ number }: SayOf<'cannotStop'>, c: Context) =>
    message(c.w.orders.cannotStop(c.t, { number: clip(number ?? '', 20) }), [[adminButton(c)]]),
}
