// What the seller or the customer decides about an order that waits, is held, or is unknown. Nothing here sends by itself:
// an approval leaves a job, and the job's own guards hold.
import type { ProviderStatus } from '../catalog/provider.ts'
import type { CustomerId, Millis, OrderId, ShopId } from '../lib/brand.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { Decision } from '../model/flow.ts'
import type { By, Order, Submission } from '../model/order.ts'
import { acceptedSubmission, newestSubmission } from '../model/order.ts'
import { billSettled } from '../model/settled.ts'
import { closeWithRefund, refundable } from '../payments/refund.ts'
import { takeSaldo } from '../payments/saldo.ts'
import type { FulfilmentDeps } from './deps.ts'
import { ABANDONED } from './submit.ts'

export type Resolution = Outcome<
  { order: Order },
  'notFound' | 'wrongState' | 'unknownPanelId' | 'usedPanelId' | 'otherCharge' | 'panelSilent'
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
export const giveBack = async (deps: FulfilmentDeps, which: Which): Promise<Resolution> => {
  // What was only reserved yet is taken first, so that what goes back is what was paid.
  const read = await deps.store.orders.get(which.shop, which.order)
  if (read && mayEnd(read) && billSettled(read)) await takeSaldo(deps, read)
  return change(deps, which, (order) =>
    mayEnd(order)
      ? closeWithRefund(order, {
          by: which.by,
          reason: which.reason ?? 'givenBack',
          amount: refundable(order),
          now: deps.clock.now(),
        })
      : { skip: order.state },
  )
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
    current.state === 'held' && current.why !== 'otherSum'
      ? {
          to: 'waiting',
          type: 'customerWaits',
          by: 'customer',
          patch: { deadline: (deps.clock.now() + DEFAULTS.waiting) as Millis },
        }
      : { skip: current.state },
  )
}

/** The seller found it at the panel: the id is checked (it exists, no other order has it, its charge fits) before it is believed. */
export const taken = async (
  deps: FulfilmentDeps,
  which: Which & { panelId: string },
): Promise<Resolution> => {
  const { shop, panelId } = which
  const order = await deps.store.orders.get(shop, which.order)
  if (!order) return refuse('notFound')
  if (order.state !== 'unknown') return refuse('wrongState', order.state)
  const provider = await deps.provider(shop, order.quote.provider)
  const answer = await provider?.status([panelId])
  if (!answer?.ok) return refuse('panelSilent')
  const row = answer.orders.get(panelId)
  if (!row) return refuse('unknownPanelId')
  if (!chargeFits(order, row)) return refuse('otherCharge', `${row.charge} ${row.currency ?? ''}`.trim())
  const key = `panelOrder:${order.quote.provider}:${panelId}`
  if ((await deps.store.keys.claim(key, order.id)) !== order.id) return refuse('usedPanelId')
  const found = await change(deps, which, (current) => asTaken(current, which, deps.clock.now()))
  if (!found.ok && !(await hasPanelId(deps, which))) await deps.store.keys.release(key, order.id)
  return found
}

const asTaken = (order: Order, { by, panelId }: Which & { panelId: string }, now: Millis): Decision => {
  const intent = newestSubmission(order)
  if (order.state !== 'unknown' || !intent) return { skip: order.state }
  const found = { ...intent, outcome: 'accepted' as const, panelId, endedAt: now }
  return {
    to: 'submitted',
    type: 'foundAtPanel',
    by,
    key: 'accepted',
    data: { panelId },
    patch: { submissions: { ...order.submissions, [intent.id]: found }, pollAt: now },
  }
}

const hasPanelId = async (deps: FulfilmentDeps, which: Which & { panelId: string }): Promise<boolean> => {
  const order = await deps.store.orders.get(which.shop, which.order)
  return order !== null && acceptedSubmission(order)?.panelId === which.panelId
}

/** Rates move, and a panel lowers the charge of what it stopped: far above or far below the cost is another order's. */
const FITS = { least: 0.5, most: 1.5 }

const chargeFits = ({ quote }: Order, { charge, currency, state }: ProviderStatus): boolean => {
  const paid = Number(charge ?? Number.NaN)
  const cost = Number(quote.cost.amount)
  if (!Number.isFinite(paid) || !(cost > 0)) return true
  if (currency && currency !== quote.cost.currency) return false
  const lowered = state === 'partial' || state === 'canceled' || paid === 0
  return paid <= cost * FITS.most && (lowered || paid >= cost * FITS.least)
}

/** The seller looked: it is not at the panel. Then it is held, to be sent again or given back by a further decision. */
export const notTaken = (deps: FulfilmentDeps, which: Which): Promise<Resolution> =>
  change(deps, which, (order) => {
    const intent = newestSubmission(order)
    if (order.state !== 'unknown' || !intent) return { skip: order.state }
    if (mayStillAnswer(intent, deps.clock.now())) return { skip: 'the sending may still be answered' }
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

/** Cut off, not answered: whoever sent it may still be alive and waiting for the panel's word. */
const mayStillAnswer = ({ message, startedAt }: Submission, now: Millis): boolean =>
  message === undefined && now < startedAt + ABANDONED
