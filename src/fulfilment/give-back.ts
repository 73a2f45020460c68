// An order that waits or is held ends with its money given back: by the seller, or by the customer's own choice after a refusal.
import type { CustomerId, Millis, OrderId, ShopId } from '../lib/brand.ts'
import { refuse } from '../lib/outcome.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { Order, RefundTo } from '../model/order.ts'
import { closeWithRefund, onlyToSaldo, refundable } from '../payments/refund.ts'
import { evenSaldo } from '../payments/saldo.ts'
import { change, type Resolution, type Which } from './decision.ts'
import type { FulfilmentDeps } from './deps.ts'
import { freeLink } from './link.ts'

/** Where it goes, and how it was given by hand; to saldo unless told otherwise. */
export type Back = { to?: RefundTo; note?: string }

export const giveBack = async (deps: FulfilmentDeps, which: Which & Back): Promise<Resolution> => {
  // What was only reserved yet is taken first, so that what goes back is what was paid.
  const read = await deps.store.orders.get(which.shop, which.order)
  if (read && mayEnd(read)) await evenSaldo(deps, read)
  const { to, note } = which
  const back: Back = { ...(to ? { to } : {}), ...(note ? { note } : {}) }
  const given = await change(deps, which, (order) =>
    mayEnd(order) && ((to ?? 'saldo') === 'saldo' || !onlyToSaldo(order))
      ? closeWithRefund(order, {
          by: which.by,
          reason: which.reason ?? 'givenBack',
          amount: refundable(order),
          now: deps.clock.now(),
          ...back,
        })
      : { skip: order.state },
  )
  if (given.ok) await freeLink(deps, given.order)
  return given
}

const mayEnd = (order: Order): boolean => order.state === 'waiting' || order.state === 'held'

/** The customer's own choice after a refusal; another customer's order is not found. */
export const choose = async (
  deps: FulfilmentDeps,
  input: { shop: ShopId; customer: CustomerId; order: OrderId; choice: 'wait' | 'toSaldo' },
): Promise<Resolution> => {
  const order = await deps.store.orders.ofCustomer(input.shop, input.customer, input.order)
  if (!order) return refuse('notFound')
  const which: Which = { shop: input.shop, order: input.order, by: 'customer' }
  if (input.choice === 'toSaldo') return giveBack(deps, { ...which, reason: 'customer' })
  return change(deps, which, (current) =>
    current.state === 'held' && current.why !== 'otherSum' && current.why !== 'otherCurrency'
      ? {
          to: 'waiting',
          type: 'customerWaits',
          by: 'customer',
          patch: { deadline: (deps.clock.now() + DEFAULTS.waiting) as Millis },
        }
      : { skip: current.state },
  )
}
