// What the seller may do about an order as it stands, for the page's buttons; the verbs judge again. Pure.
import { HOUR } from '../../lib/clock.ts'
import type { Order } from '../../model/order.ts'
import { refundable } from '../../payments/refund.ts'
import type { OrderAction } from './order-views.ts'

export const actionsOf = (order: Order): OrderAction[] => [
  ...standing(order),
  ...(isClaimed(order) ? CLAIMED : []),
  ...(hasOpenRefund(order) ? (['retryRefund'] as const) : []),
  ...(hasOpenStray(order) ? (['bookStray'] as const) : []),
]

const CLAIMED: OrderAction[] = ['received', 'notYet', 'otherSum']
const DECLARED: OrderAction[] = ['endedCompleted', 'endedPartial', 'endedStopped']

const standing = (order: Order): OrderAction[] => {
  switch (order.state) {
    case 'waiting':
    case 'held':
      return waits(order)
    case 'unknown':
      return ['taken', 'sendAgain', 'notTakenGiveBack']
    case 'submitted':
      return running(order)
    case 'awaitingPayment':
      return isManual(order) ? [] : ['checkPayment']
    default:
      return []
  }
}

/** Only the whole price, paid, can be sent; what came instead of it can only go back. */
const waits = (order: Order): OrderAction[] => {
  if (order.why === 'otherSum' || order.why === 'otherCurrency') return ['giveBack']
  if (refundable(order) !== order.quote.price) return ['giveBack']
  return [order.why === 'play' ? 'sendForReal' : 'sendAnyway', 'otherService', 'giveBack']
}

const running = (order: Order): OrderAction[] => {
  if (order.why === 'idMissing') return ['taken', ...DECLARED]
  return isSilent(order) ? DECLARED : []
}

/** Asked since, and told nothing for an hour: the panel is gone, or no longer knows the order. */
const isSilent = ({ progress, events, updatedAt }: Order): boolean =>
  updatedAt - (progress?.at ?? events.findLast(({ to }) => to === 'submitted')?.at ?? updatedAt) > HOUR

const isManual = ({ bills }: Order): boolean =>
  Object.values(bills).some(({ gateway, state }) => gateway === 'manual' && state === 'open')

const isClaimed = ({ bills }: Order): boolean =>
  Object.values(bills).some(({ claimedAt, state }) => claimedAt !== undefined && state !== 'paid')

/** Refused by the gateway, or to be paid by the seller's own hand. */
const hasOpenRefund = (order: Order): boolean =>
  Object.values(order.refunds).some(
    ({ state, to }) => (state === 'failed' && refundable(order) > 0) || (state === 'due' && to === 'hand'),
  )

/** What a job puts to saldo is not the seller's to book out. */
const hasOpenStray = ({ money }: Order): boolean =>
  Object.values(money).some(({ kind, state }) => state === 'due' && isByHand(kind))

export const isByHand = (kind: string): boolean => kind === 'chargeback' || kind === 'otherCurrency'
