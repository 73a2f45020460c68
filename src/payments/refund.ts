// Job `payments.refund` and the way to it: what was paid and not delivered goes back, to the customer's saldo unless told otherwise,
// never more than was paid.
import type { Millis, Rupiah } from '../lib/brand.ts'
import type { Decision, JobDraft } from '../model/flow.ts'
import type { JobResult } from '../model/job.ts'
import type { Bill, By, Order, Refund, RefundTo } from '../model/order.ts'
import { payingBill, settled } from '../model/settled.ts'
import type { PaymentDeps } from './deps.ts'
import { payOut } from './pay-out.ts'
import { creditJob } from './saldo.ts'

/** Share of the price for what was not delivered: floor(price × remains / quantity), remains clamped to 0…quantity. */
export const partialRefund = (price: Rupiah, quantity: number, remains: number): Rupiah => {
  const missing = Math.min(Math.max(remains, 0), quantity)
  return Number((BigInt(price) * BigInt(missing)) / BigInt(Math.max(1, quantity)))
}

const refunded = (order: Order, but?: string): Rupiah =>
  Object.values(order.refunds).reduce(
    (sum, refund) => sum + (refund.state === 'failed' || refund.id === but ? 0 : refund.amount),
    0,
  )

/** What can still be given back of this order, `but` for what one of its refunds takes; a payment of another sum is stray money, not
 *  the price. */
export const refundable = (order: Order, but?: string): Rupiah =>
  Math.max(0, settled(order) - refunded(order, but))

export const refundJob = (order: Order, at: Millis): JobDraft => ({
  id: `payments.refund:${order.id}:${order.v}`,
  name: 'payments.refund',
  at,
  payload: { shop: order.shop, order: order.id },
})

type Closing = {
  by: By
  reason: string
  amount: Rupiah
  now: Millis
  /** To saldo unless told otherwise. */
  to?: RefundTo
  /** How it was given back by hand: then that is done with it. */
  note?: string
}

/** Already on its way back, or back, through the gateway that a bill was paid at. */
const sentBack = ({ refunds }: Order, { attempt }: Bill): Rupiah =>
  Object.values(refunds).reduce(
    (sum, one) =>
      sum + (one.to === 'gateway' && one.attempt === attempt && one.state !== 'failed' ? one.amount : 0),
    0,
  )

type Part = Pick<Refund, 'amount' | 'to' | 'attempt'>

/** A gateway gives back only what it took: the saldo part of a price goes back to saldo, as an entry of its own. */
const partsOf = (order: Order, give: Rupiah, to: RefundTo): Part[] => {
  if (to !== 'gateway') return [{ amount: give, to }]
  const paying = payingBill(order)
  const most = paying ? Math.max(0, paying.left - sentBack(order, paying.bill)) : 0
  const amount = Math.min(give, most)
  const parts: Part[] = [
    { amount, to, ...(paying ? { attempt: paying.bill.attempt } : {}) },
    { amount: give - amount, to: 'saldo' },
  ]
  return parts.filter((part) => part.amount > 0)
}

const refundsOf = (order: Order, give: Rupiah, how: Closing): Record<string, Refund> => {
  const { by, reason, now, to = 'saldo', note } = how
  const known = Object.keys(order.refunds).length
  const fresh = (give > 0 ? partsOf(order, give, to) : []).map((part, i): [string, Refund] => {
    const id = `r${known + i + 1}`
    const byHand = part.to === 'hand' && note
    const state = byHand ? 'done' : 'due'
    return [id, { id, ...part, state, reason, at: now, by, ...(byHand ? { note } : {}) }]
  })
  return Object.fromEntries(fresh)
}

/** What came instead of the price goes to saldo with the order's end, by a job: by any other way it would be given twice. */
export const onlyToSaldo = (order: Order): boolean =>
  Object.values(order.money).some(({ kind, state }) => kind === 'otherSum' && state === 'due')

/** The one move that ends an order with money given back: the refund is due in the same write, what brings it there follows as a job. */
export const closeWithRefund = (order: Order, how: Closing): Decision => {
  const { by, reason, now, to = 'saldo' } = how
  const give = Math.min(how.amount, refundable(order))
  const strays = Object.values(order.money).some((entry) => entry.state === 'due')
  return {
    to: 'closed',
    type: 'givenBack',
    by,
    reason,
    data: { amount: give, ...(to === 'saldo' ? {} : { to }) },
    patch: give > 0 ? { refunds: { ...order.refunds, ...refundsOf(order, give, how) } } : {},
    jobs: [
      refundJob(order, now),
      ...(strays ? [creditJob(order, 'stray', now)] : []),
      ...(order.quote.saldo > 0 ? [creditJob(order, 'release', now)] : []),
    ],
  }
}

const dueAmount = (order: Order): Rupiah => {
  const { price, quantity } = order.quote
  if (order.state === 'stoppedByPanel') return price
  return partialRefund(price, quantity, order.progress?.remains ?? 0)
}

export const refund = async (deps: PaymentDeps, payload: Record<string, string>): Promise<JobResult> => {
  const { shop = '', order: id = '' } = payload
  const now = deps.clock.now()
  await deps.store.orders.advance(shop, id, (order) =>
    order.state === 'partial' || order.state === 'stoppedByPanel'
      ? closeWithRefund(order, { by: 'system', reason: order.state, amount: dueAmount(order), now })
      : { skip: order.state },
  )
  const order = await deps.store.orders.get(shop, id)
  let later: Millis | null = null
  for (const entry of Object.values(order?.refunds ?? {})) {
    const again = order && entry.state === 'due' ? await payOut(deps, order, entry) : null
    if (again !== null) later = Math.min(again, later ?? again) as Millis
  }
  return later === null ? 'done' : { again: later }
}
