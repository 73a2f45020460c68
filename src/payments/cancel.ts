// A customer takes an order back before it is paid: the gateway is asked first, and its last word closes the order.
import type { CustomerId, Millis, OrderId, ShopId } from '../lib/brand.ts'
import { SECOND } from '../lib/clock.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import type { JobResult } from '../model/job.ts'
import type { Bill, Order } from '../model/order.ts'
import { applyStatus, creditJob, type SettleDeps } from './settle.ts'

const open = (order: Order): Bill[] => Object.values(order.bills).filter((bill) => !bill.final)

const mayWithdraw = (order: Order): boolean => ['quoted', 'billing', 'awaitingPayment'].includes(order.state)

/** `paid`: the money was there first, the order goes on. */
export const withdraw = async (
  deps: SettleDeps,
  input: { shop: ShopId; customer: CustomerId; order: OrderId; reason?: string },
): Promise<Outcome<{ order: Order }, 'notFound' | 'paid' | 'over'>> => {
  const order = await deps.store.orders.ofCustomer(input.shop, input.customer, input.order)
  if (!order) return refuse('notFound')
  if (!mayWithdraw(order))
    return refuse(['withdrawn', 'lapsed', 'closed'].includes(order.state) ? 'over' : 'paid')
  if (order.state === 'awaitingPayment')
    for (const bill of open(order)) await closeAtGateway(deps, order, { bill, lapse: false })
  const moved = await deps.store.orders.advance(input.shop, input.order, (current) =>
    mayWithdraw(current)
      ? {
          to: 'withdrawn',
          type: 'withdrawn',
          by: 'customer',
          ...(input.reason ? { reason: input.reason } : {}),
          jobs:
            current.quote.saldo > 0 && current.state !== 'quoted'
              ? [creditJob(current, 'release', deps.clock.now())]
              : [],
        }
      : { skip: current.state },
  )
  if (moved.ok) return { ok: true, order: moved.order }
  return refuse(
    moved.detail === 'withdrawn' || moved.detail === 'lapsed' || moved.detail === 'closed' ? 'over' : 'paid',
  )
}

/** Job `payments.cancel`: closes what is still open at the gateway of a withdrawn order, until its word is final. */
export const cancel = async (deps: SettleDeps, payload: Record<string, string>): Promise<JobResult> => {
  const { shop = '', order: id = '' } = payload
  const order = await deps.store.orders.get(shop, id)
  if (order?.state !== 'withdrawn') return 'done'
  for (const bill of open(order)) await closeAtGateway(deps, order, { bill, lapse: true })
  const after = await deps.store.orders.get(shop, id)
  if (after?.state !== 'withdrawn') return 'done'
  if (open(after).length > 0) return { again: (deps.clock.now() + 30 * SECOND) as Millis }
  await deps.store.orders.advance(shop, id, (current) =>
    current.state === 'withdrawn' && open(current).length === 0
      ? { to: 'closed', type: 'closed', by: 'system' }
      : { skip: current.state },
  )
  return 'done'
}

/** `lapse: false` leaves the order where it is when the gateway agreed: the customer's own move follows. */
const closeAtGateway = async (
  deps: SettleDeps,
  order: Order,
  { bill, lapse }: { bill: Bill; lapse: boolean },
): Promise<void> => {
  const use = await deps.gatewayOf(order.shop, bill.keySet)
  if (!use) return
  const word = await use.gateway.cancel({
    attempt: bill.attempt,
    ...(bill.reference ? { reference: bill.reference } : {}),
  })
  const never = {
    attempt: bill.attempt,
    reference: bill.reference ?? '',
    state: 'failed' as const,
    amount: bill.amount,
    currency: 'IDR',
  }
  const said = word === null ? never : word
  if (!('state' in said) || said.state === 'pending') return
  if (said.state === 'paid' || lapse)
    return applyStatus(deps, { order, attempt: bill.attempt, word: said }, use.merchantId)
  await deps.store.orders.advance(order.shop, order.id, (current) => {
    const stored = current.bills[bill.attempt]
    if (!stored || stored.final) return { skip: 'known' }
    const closed: Bill = { ...stored, state: said.state === 'expired' ? 'expired' : 'cancelled', final: true }
    return {
      type: `bill.${said.state}`,
      by: 'gateway',
      data: { attempt: bill.attempt },
      patch: { bills: { ...current.bills, [bill.attempt]: closed } },
    }
  })
}
