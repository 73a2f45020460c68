// What the seller or the customer decides about an order that waits, is held, or is unknown. Nothing here sends by itself:
// an approval leaves a job, and the job's own guards hold.
import type { CustomerId, Millis, OrderId, ShopId } from '../lib/brand.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { Decision } from '../model/flow.ts'
import type { By, Order } from '../model/order.ts'
import { newestSubmission } from '../model/order.ts'
import { closeWithRefund, refundable } from '../payments/refund.ts'
import type { FulfilmentDeps } from './deps.ts'

export type Resolution = Outcome<
  { order: Order },
  'notFound' | 'wrongState' | 'unknownPanelId' | 'usedPanelId' | 'panelSilent'
>

type Which = { shop: ShopId; order: OrderId; by: By; reason?: string }

const change = async (
  deps: FulfilmentDeps,
  which: Which,
  decide: (order: Order) => Decision,
): Promise<Resolution> => {
  const moved = await deps.store.orders.advance(which.shop, which.order, decide)
  if (moved.ok) return { ok: true, order: moved.order }
  return refuse(moved.reason === 'notFound' ? 'notFound' : 'wrongState', moved.detail)
}

/** "Send for real", "send anyway", "send again": the next sending is the seller's. Never for `unknown` (rule 6). */
export const approve = (deps: FulfilmentDeps, which: Which): Promise<Resolution> =>
  change(deps, which, (order) => {
    const may =
      ['waiting', 'held'].includes(order.state) &&
      order.why !== 'otherSum' &&
      refundable(order) === order.quote.price
    if (!may) return { skip: order.state }
    const now = deps.clock.now()
    return {
      type: 'approved',
      by: which.by,
      ...(which.reason ? { reason: which.reason } : {}),
      patch: { approved: { by: which.by, at: now }, submitAt: now },
      jobs: [
        {
          id: `fulfilment.submit:${order.id}:${order.v}:approved`,
          name: 'fulfilment.submit',
          at: now,
          payload: { shop: order.shop, order: order.id },
        },
      ],
    }
  })

/** The money goes back to the customer's saldo, and the order ends. */
export const giveBack = (deps: FulfilmentDeps, which: Which): Promise<Resolution> =>
  change(deps, which, (order) =>
    ['waiting', 'held'].includes(order.state)
      ? closeWithRefund(order, {
          by: which.by,
          reason: which.reason ?? 'givenBack',
          amount: refundable(order),
          now: deps.clock.now(),
        })
      : { skip: order.state },
  )

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
    current.state === 'held'
      ? {
          to: 'waiting',
          type: 'customerWaits',
          by: 'customer',
          patch: { deadline: (deps.clock.now() + DEFAULTS.waiting) as Millis },
        }
      : { skip: current.state },
  )
}

/** The seller found it at the panel: the id is checked (it exists, no other order has it) before it is believed. */
export const taken = async (
  deps: FulfilmentDeps,
  which: Which & { panelId: string },
): Promise<Resolution> => {
  const order = await deps.store.orders.get(which.shop, which.order)
  if (!order) return refuse('notFound')
  if (order.state !== 'unknown') return refuse('wrongState', order.state)
  const provider = await deps.provider(which.shop, order.quote.provider)
  const answer = await provider?.status([which.panelId])
  if (!answer?.ok) return refuse('panelSilent')
  if (!answer.orders.has(which.panelId)) return refuse('unknownPanelId')
  const owner = await deps.store.keys.claim(`panelOrder:${order.quote.provider}:${which.panelId}`, order.id)
  if (owner !== order.id) return refuse('usedPanelId')
  const now = deps.clock.now()
  return change(deps, which, (current) => {
    const intent = newestSubmission(current)
    if (current.state !== 'unknown' || !intent) return { skip: current.state }
    const submissions = {
      ...current.submissions,
      [intent.id]: { ...intent, outcome: 'accepted' as const, panelId: which.panelId, endedAt: now },
    }
    return {
      to: 'submitted',
      type: 'foundAtPanel',
      by: which.by,
      key: 'accepted',
      data: { panelId: which.panelId },
      patch: { submissions, pollAt: now },
    }
  })
}

/** The seller looked: it is not at the panel. Then it is held, to be sent again or given back by a further decision. */
export const notTaken = (deps: FulfilmentDeps, which: Which): Promise<Resolution> =>
  change(deps, which, (order) => {
    const intent = newestSubmission(order)
    if (order.state !== 'unknown' || !intent) return { skip: order.state }
    const submissions = {
      ...order.submissions,
      [intent.id]: {
        ...intent,
        outcome: 'refused' as const,
        reason: 'other' as const,
        endedAt: deps.clock.now(),
      },
    }
    return {
      to: 'held',
      type: 'notAtPanel',
      by: which.by,
      ...(which.reason ? { reason: which.reason } : {}),
      patch: { submissions, why: 'other', deadline: (deps.clock.now() + DEFAULTS.held) as Millis },
    }
  })
