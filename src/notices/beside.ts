// What is told beside an order's own message, in any state: money that came or went another way than the bill's, and the seller's
// "not yet" to a payment that was claimed.
import type { Order, StrayMoney } from '../model/order.ts'
import type { News } from '../model/say.ts'
import { type Composing, isSaid, type Telling } from './telling.ts'

export const beside = (order: Order, how: Composing): Telling | null => {
  const news = [...strays(order, how), ...sentBack(order), ...notYet(order)]
  const next = news.find(({ mark }) => !isSaid(order, mark))
  return next ? { ...next, place: 'aside', loud: true } : null
}

type Marked = { mark: string; news: News }

const isStray = (kind: StrayMoney['kind']): boolean => kind === 'late' || kind === 'second'

/** Late and second payments, once they have arrived in the saldo. */
const strays = (order: Order, { saldo = 0 }: Composing): Marked[] =>
  Object.values(order.money)
    .filter(({ kind, state }) => isStray(kind) && state === 'done')
    .map(({ id, amount }) => ({
      mark: `stray:${id}`,
      news: order.deposit
        ? { news: 'deposited', order, amount, saldo }
        : { news: 'lateMoney', order, amount },
    }))

/** Money that goes back another way than to saldo: on its way through the gateway, and once it has gone; also where that failed and it
 *  came to the saldo after all, when the order's end has been told before. */
const sentBack = (order: Order): Marked[] =>
  Object.values(order.refunds).flatMap(({ id, amount, to, state }): Marked[] => {
    if (to === 'saldo') {
      const after = state === 'done' && isSaid(order, `sentBack:${id}:due`) && endIsSaid(order)
      return after
        ? [{ mark: `sentBack:${id}:saldo`, news: { news: 'backToSaldo', order, back: amount } }]
        : []
    }
    const arrived = state === 'done'
    const told = arrived || (to === 'gateway' && state === 'due')
    const news: News = { news: 'sentBack', order, amount, to, arrived }
    return told ? [{ mark: `sentBack:${id}:${state}`, news }] : []
  })

/** The news of an end that names no money, for that was to come another way. */
const endIsSaid = (order: Order): boolean =>
  ['closed:partial', 'closed:stoppedByPanel'].some((mark) => isSaid(order, mark))

/** The seller looked for a claimed payment and saw nothing; over as soon as it is claimed again, paid, or not owed any more. */
const notYet = (order: Order): Marked[] =>
  Object.values(order.bills).flatMap(({ attempt, state, notYetAt }): Marked[] =>
    notYetAt === undefined || state === 'paid' || order.state === 'closed'
      ? []
      : [{ mark: `notYet:${attempt}:${notYetAt}`, news: { news: 'claimNotYet', order, at: notYetAt } }],
  )

/** Money that is on its way to the saldo: its news waits, so that "sudah kembali" is true when it is read. */
export const moneyUnderWay = (order: Order): boolean =>
  Object.values(order.refunds).some(({ state, to }) => state === 'due' && to === 'saldo') ||
  Object.values(order.money).some(
    ({ kind, state }) =>
      state === 'due' && (isStray(kind) || (kind === 'otherSum' && order.state === 'closed')),
  )
