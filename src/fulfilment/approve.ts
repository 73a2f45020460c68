// The seller's word that an order goes out: for real, at today's cost, or to another service than the one that was bought. It leaves a
// job, and the job's own guards hold.
import { standsIn } from '../catalog/alternatives.ts'
import type { Millis, ServiceId } from '../lib/brand.ts'
import { refuse } from '../lib/outcome.ts'
import type { Decision, JobDraft } from '../model/flow.ts'
import { acceptedSubmission, type Order, type Route } from '../model/order.ts'
import { refundable } from '../payments/refund.ts'
import { because, change, type Resolution, type Which } from './decision.ts'
import type { FulfilmentDeps } from './deps.ts'
import { offerAt } from './failover.ts'
import { fitsLimits } from './guards.ts'

/** "Send for real", "send anyway", "send again": the next sending is the seller's. Never for `unknown` (rule 6). */
export const approve = (deps: FulfilmentDeps, which: Which): Promise<Resolution> =>
  change(deps, which, (order) =>
    mayGoOut(order)
      ? { ...because(which), type: 'approved', by: which.by, ...goesOut(order, which, deps.clock.now()) }
      : { skip: order.state },
  )

/** Waits or is held, paid in full, and not at a panel already. */
const mayGoOut = (order: Order): boolean =>
  ['waiting', 'held'].includes(order.state) &&
  order.why !== 'otherSum' &&
  order.why !== 'otherCurrency' &&
  !acceptedSubmission(order) &&
  refundable(order) === order.quote.price

const goesOut = (
  order: Order,
  { by }: Which,
  now: Millis,
): { patch: { approved: Order['approved']; submitAt: Millis }; jobs: JobDraft[] } => ({
  patch: { approved: { by, at: now }, submitAt: now },
  jobs: [
    {
      id: `fulfilment.submit:${order.id}:${order.v}:approved`,
      name: 'fulfilment.submit',
      at: now,
      payload: { shop: order.shop, order: order.id },
    },
  ],
})

/** The same thing from elsewhere, chosen by the seller at whatever it costs now. */
export const otherService = async (
  deps: FulfilmentDeps,
  which: Which & { service: ServiceId },
): Promise<Resolution> => {
  const order = await deps.store.orders.get(which.shop, which.order)
  if (!order) return refuse('notFound')
  if (!mayGoOut(order)) return refuse('wrongState', order.state)
  const route = await routeTo(deps, order, which.service)
  if (!route) return refuse('otherService')
  return change(deps, which, (current): Decision => {
    if (!mayGoOut(current)) return { skip: current.state }
    const { patch, jobs } = goesOut(current, which, deps.clock.now())
    return {
      ...because(which),
      type: 'rerouted',
      by: which.by,
      data: { service: which.service },
      patch: { ...patch, route },
      jobs,
    }
  })
}

const routeTo = async (deps: FulfilmentDeps, order: Order, id: ServiceId): Promise<Route | null> => {
  const [bought, other] = await Promise.all([
    deps.store.services.get(order.shop, order.quote.service),
    deps.store.services.get(order.shop, id),
  ])
  if (!other || (bought ? bought.id !== id && !standsIn(bought, other) : true)) return null
  const offer = await offerAt(deps, order, { service: id, provider: other.provider })
  if (!offer || !fitsLimits(order, offer)) return null
  const { provider, service_id_api } = other
  return { service: id, provider, service_id_api, cost: offer.cost }
}
