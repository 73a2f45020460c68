// Orders as the seller sees them: what it is, what a person must decide of it, its whole history, the panel's own words; never a key.
// Pure: what must be looked up comes in as `Known`.
import type { Millis, Rupiah } from '../../lib/brand.ts'
import { needsOf } from '../../model/attention.ts'
import {
  type Bill,
  newestSubmission,
  type Order,
  providerOf,
  type RefundTo,
  routeOf,
} from '../../model/order.ts'
import { refundable } from '../../payments/refund.ts'
import { realCostOf } from '../../reports/figures.ts'
import { actionsOf } from './order-actions.ts'
import type { OrderDetail, OrderMatter, OrderRow } from './order-views.ts'

/** What the order's own document does not say. */
export type Known = {
  now: Millis
  customer: string
  /** Names of panels, by id. */
  panels: ReadonlyMap<string, string>
  /** Where money of this order can be given back to. */
  ways: RefundTo[]
  costNow?: Rupiah | null
  /** The name of what it is sent to instead. */
  routed?: string
}

export const isDue = (order: Order): boolean =>
  [...Object.values(order.refunds), ...Object.values(order.money)].some((entry) => entry.state === 'due')

/** Of these a reason is worth telling; afterwards it is history. */
const TELLS_WHY: readonly Order['state'][] = ['waiting', 'held', 'unknown', 'submitted']

export const orderRow = (order: Order, customerName: string): OrderRow => ({
  id: order.id,
  number: order.number,
  state: order.state,
  ...(order.why && TELLS_WHY.includes(order.state) && isStill(order) ? { why: order.why } : {}),
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
  ...(order.deposit ? { deposit: true } : {}),
})

/** Why it once waited says nothing of an order that runs. */
const isStill = ({ state, why }: Order): boolean => state !== 'submitted' || why === 'idMissing'

const doubtOf = (order: Order): { doubt?: OrderMatter['doubt'] } => {
  const sent = newestSubmission(order)
  if (order.state !== 'unknown' || !sent) return {}
  const { startedAt: at, message, hint, balanceBefore, balanceAfter } = sent
  return {
    doubt: {
      at,
      ...(message ? { message } : {}),
      ...(hint ? { hint } : {}),
      ...(balanceBefore ? { before: balanceBefore } : {}),
      ...(balanceAfter ? { after: balanceAfter } : {}),
      currency: routeOf(order).cost.currency,
    },
  }
}

const claimOf = ({ bills }: Order): { claim?: OrderMatter['claim'] } => {
  const claimed = Object.values(bills).find(
    ({ claimedAt, state }) => claimedAt !== undefined && state !== 'paid',
  )
  if (claimed?.claimedAt === undefined) return {}
  return { claim: { attempt: claimed.attempt, amount: claimed.amount, at: claimed.claimedAt } }
}

const moneyOf = (order: Order): Pick<OrderMatter, 'refunds' | 'stray'> => ({
  refunds: Object.values(order.refunds).map(({ id, amount, to, state, reason, at, by, note, fault }) => ({
    id,
    amount,
    to,
    state,
    reason,
    at,
    ...(by ? { by } : {}),
    ...(note ? { note } : {}),
    ...(fault ? { fault } : {}),
  })),
  stray: Object.values(order.money).map(({ id, kind, amount, currency, state, at }) => ({
    id,
    kind,
    amount,
    ...(currency ? { currency } : {}),
    state,
    at,
  })),
})

const placeOf = (order: Order, { panels, routed }: Known) => {
  const route = routeOf(order)
  const provider = providerOf(order)
  const providerName = panels.get(provider)
  return {
    provider,
    ...(providerName ? { providerName } : {}),
    service_id_api: route.service_id_api,
    ...(routed ? { routed } : {}),
    cost: route.cost.rupiah,
  }
}

/** The history line by which it came where it stands. */
export const standingOf = (order: Order): number =>
  order.events.findLast(({ to }) => to === order.state)?.n ?? 0

export const orderMatter = (order: Order, known: Known): OrderMatter => ({
  ...orderRow(order, known.customer),
  ...placeOf(order, known),
  needs: needsOf(order, known.now),
  standing: standingOf(order),
  ...(order.deadline && ['waiting', 'held'].includes(order.state) ? { deadline: order.deadline } : {}),
  ...(order.restored ? { restored: order.restored } : {}),
  ...(typeof known.costNow === 'number' ? { costNow: known.costNow } : {}),
  ...doubtOf(order),
  ...claimOf(order),
  refundable: refundable(order),
  ways: known.ways,
  ...moneyOf(order),
  ...(order.progress ? { progress: order.progress } : {}),
  actions: actionsOf(order),
})

const billOf = (bill: Bill): OrderDetail['bills'][number] => {
  const { attempt, gateway, platform, amount, state, createdAt } = bill
  const { expiresAt, claimedAt, paidAt, paidAmount, issuer } = bill
  return {
    attempt,
    gateway,
    amount,
    state,
    createdAt,
    ...(platform ? { platform } : {}),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(claimedAt === undefined ? {} : { claimedAt }),
    ...(paidAt === undefined ? {} : { paidAt }),
    ...(paidAmount === undefined ? {} : { paidAmount }),
    ...(issuer === undefined ? {} : { issuer }),
  }
}

const submissionsOf = (order: Order, { panels }: Known): OrderDetail['submissions'] =>
  Object.values(order.submissions).map(({ job: _, account: __, provider, ...submission }) => {
    const providerName = panels.get(provider)
    const { currency } = routeOf(order).cost
    return { ...submission, currency, ...(providerName ? { providerName } : {}) }
  })

const realCost = (order: Order): { realCost?: Rupiah } => {
  const real = order.deposit ? null : realCostOf(order)
  return real === null ? {} : { realCost: real }
}

export const orderDetail = (order: Order, known: Known): OrderDetail => ({
  ...orderMatter(order, known),
  ...realCost(order),
  saldo: order.quote.saldo,
  toPay: order.quote.toPay,
  linkRaw: order.quote.linkRaw,
  ...(order.quote.comments ? { comments: order.quote.comments } : {}),
  bills: Object.values(order.bills).map(billOf),
  submissions: submissionsOf(order, known),
  events: order.events,
})
