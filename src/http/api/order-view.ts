// Orders as the seller sees them: the whole history, the panel's own words, never a key.
import { HOUR } from '../../lib/clock.ts'
import type { Order } from '../../model/order.ts'
import { refundable } from '../../payments/refund.ts'
import type { OrderAction, OrderDetail, OrderRow } from './order-views.ts'

export const isDue = (order: Order): boolean =>
  [...Object.values(order.refunds), ...Object.values(order.money)].some((entry) => entry.state === 'due')

export const orderRow = (order: Order, customerName: string): OrderRow => ({
  id: order.id,
  number: order.number,
  state: order.state,
  ...(order.why && ['waiting', 'held', 'unknown'].includes(order.state) ? { why: order.why } : {}),
  name: order.quote.displayName,
  mid: order.quote.mid,
  link: order.quote.link,
  quantity: order.quote.quantity,
  price: order.quote.price,
  money: order.quote.money,
  customer: { id: order.customer, name: customerName },
  createdAt: order.createdAt,
  updatedAt: order.updatedAt,
  due: isDue(order),
})

/** What the seller may do about it now; the verbs check again. */
export const actionsOf = (order: Order): OrderAction[] => {
  const waits = order.state === 'waiting' || order.state === 'held'
  const whole = order.why !== 'otherSum' && refundable(order) === order.quote.price
  if (waits && !whole) return ['giveBack']
  if (waits) return [order.why === 'play' ? 'sendForReal' : 'sendAnyway', 'giveBack']
  if (order.state === 'unknown') return ['taken', 'notTaken']
  if (order.state === 'submitted' && isSilent(order))
    return ['endedCompleted', 'endedPartial', 'endedStopped']
  return order.state === 'awaitingPayment' ? ['checkPayment'] : []
}

/** Asked since, and told nothing for an hour: the panel is gone, or no longer knows the order. */
const isSilent = ({ progress, events, updatedAt }: Order): boolean =>
  updatedAt - (progress?.at ?? events.findLast(({ to }) => to === 'submitted')?.at ?? updatedAt) > HOUR

export const orderDetail = (order: Order, customerName: string): OrderDetail => ({
  ...orderRow(order, customerName),
  service_id_api: order.quote.service_id_api,
  provider: order.quote.provider,
  cost: order.quote.cost.rupiah,
  saldo: order.quote.saldo,
  toPay: order.quote.toPay,
  linkRaw: order.quote.linkRaw,
  ...(order.quote.comments ? { comments: order.quote.comments } : {}),
  ...(order.deadline && ['waiting', 'held'].includes(order.state) ? { deadline: order.deadline } : {}),
  bills: Object.values(order.bills).map(({ keySet: _, qr: __, url: ___, ...bill }) => bill),
  submissions: Object.values(order.submissions).map(({ job: _, provider: __, ...submission }) => submission),
  refunds: Object.values(order.refunds).map(({ id, amount, state, reason, at }) => ({
    id,
    amount,
    state,
    reason,
    at,
  })),
  stray: Object.values(order.money).map(({ id, kind, amount, state, at }) => ({
    id,
    kind,
    amount,
    state,
    at,
  })),
  ...(order.progress ? { progress: order.progress } : {}),
  events: order.events,
  actions: actionsOf(order),
})
