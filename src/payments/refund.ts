// Job `payments.refund` and the way to it: what was paid and not delivered goes to the customer's saldo, never more than was paid.
import type { Millis, Rupiah } from '../lib/brand.ts'
import type { Decision, JobDraft } from '../model/flow.ts'
import { tell } from '../model/flow.ts'
import type { JobResult } from '../model/job.ts'
import type { By, Order, Refund } from '../model/order.ts'
import { settled } from '../model/settled.ts'
import type { PaymentDeps } from './deps.ts'
import { creditJob } from './saldo.ts'

/** Share of the price for what was not delivered: floor(price × remains / quantity), remains clamped to 0…quantity. */
export const partialRefund = (price: Rupiah, quantity: number, remains: number): Rupiah => {
  const missing = Math.min(Math.max(remains, 0), quantity)
  return Number((BigInt(price) * BigInt(missing)) / BigInt(Math.max(1, quantity)))
}

const refunded = (order: Order): Rupiah =>
  Object.values(order.refunds).reduce(
    (sum, refund) => sum + (refund.state === 'failed' ? 0 : refund.amount),
    0,
  )

/** What can still be given back of this order; a payment of another sum is stray money, not the price. */
export const refundable = (order: Order): Rupiah => Math.max(0, settled(order) - refunded(order))

export const refundJob = (order: Order, at: Millis): JobDraft => ({
  id: `payments.refund:${order.id}:${order.v}`,
  name: 'payments.refund',
  at,
  payload: { shop: order.shop, order: order.id },
})

type Closing = { by: By; reason: string; amount: Rupiah; now: Millis }

/** The one move that ends an order with money given back: the refund is due in the same write, the saldo follows as a job. */
export const closeWithRefund = (order: Order, { by, reason, amount, now }: Closing): Decision => {
  const give = Math.min(amount, refundable(order))
  const id = `r${Object.keys(order.refunds).length + 1}`
  const refund: Refund = { id, amount: give, to: 'saldo', state: 'due', reason, at: now }
  const strays = Object.values(order.money).some((entry) => entry.state === 'due')
  return {
    to: 'closed',
    type: 'givenBack',
    by,
    reason,
    data: { amount: give },
    patch: give > 0 ? { refunds: { ...order.refunds, [id]: refund } } : {},
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
  for (const entry of Object.values(order?.refunds ?? {}))
    if (order && entry.state === 'due') await payOut(deps, order, entry)
  return 'done'
}

const payOut = async (deps: PaymentDeps, order: Order, entry: Refund): Promise<void> => {
  const now = deps.clock.now()
  const line = {
    cause: `refund:${order.id}:${entry.id}`,
    amount: entry.amount,
    at: now,
    note: entry.reason,
    order: order.id,
  }
  await deps.store.wallets.credit(order.shop, order.customer, order.quote.money, line)
  await deps.store.orders.advance(order.shop, order.id, (current) => {
    const stored = current.refunds[entry.id]
    if (stored?.state !== 'due') return { skip: 'done' }
    return {
      type: 'refunded',
      by: 'system',
      key: `refunded:${entry.id}`,
      data: { amount: entry.amount },
      patch: { refunds: { ...current.refunds, [entry.id]: { ...stored, state: 'done' } } },
      jobs: [tell(order, `refund:${entry.id}`, now)],
    }
  })
}
