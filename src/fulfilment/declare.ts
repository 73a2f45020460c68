// The seller's word on a running order whose panel is gone, or no longer knows it: how it ended, with a reason. While the panel
// tells of the order, its own word counts.
import type { OrderId, ShopId } from '../lib/brand.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import type { By, Order } from '../model/order.ts'
import { acceptedSubmission, providerOf } from '../model/order.ts'
import type { FulfilmentDeps } from './deps.ts'
import { freeLink } from './link.ts'

export type Declaration = {
  shop: ShopId
  order: OrderId
  by: By
  reason: string
  ended: 'completed' | 'partial' | 'stoppedByPanel'
  /** Units not delivered; for `partial`. */
  remains?: number
}

export type DeclareRefusal = 'notFound' | 'wrongState' | 'panelTells' | 'panelSilent' | 'remains'

export const declare = async (
  deps: FulfilmentDeps,
  told: Declaration,
): Promise<Outcome<{ order: Order }, DeclareRefusal>> => {
  const order = await deps.store.orders.get(told.shop, told.order)
  if (!order) return refuse('notFound')
  if (order.state !== 'submitted') return refuse('wrongState', order.state)
  if (told.ended === 'partial' && !fits(told.remains, order)) return refuse('remains')
  const panel = await panelOf(deps, order)
  if (panel) return refuse(panel)
  const now = deps.clock.now()
  const { reason, by, ended, remains } = told
  const progress = { ...order.progress, ...(remains === undefined ? {} : { remains }), at: now }
  const moved = await deps.store.orders.advance(told.shop, told.order, (current) =>
    current.state === 'submitted'
      ? { to: ended, type: 'declared', by, reason, patch: { progress } }
      : { skip: current.state },
  )
  if (!moved.ok) return refuse('wrongState', moved.detail)
  await freeLink(deps, moved.order)
  return { ok: true, order: moved.order }
}

const fits = (remains: number | undefined, { quote }: Order): boolean =>
  remains !== undefined && Number.isSafeInteger(remains) && remains > 0 && remains <= quote.quantity

/** Why the seller's word does not count yet; null once the panel is gone or has no such order. */
const panelOf = async (deps: FulfilmentDeps, order: Order): Promise<'panelTells' | 'panelSilent' | null> => {
  const provider = await deps.provider(order.shop, providerOf(order))
  const panelId = acceptedSubmission(order)?.panelId
  if (!provider || !panelId) return null
  const answer = await provider.status([panelId])
  if (!answer.ok) return 'panelSilent'
  return answer.orders.has(panelId) ? 'panelTells' : null
}
