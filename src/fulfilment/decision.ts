// A decision of a person about an order: which, by whom, and what may be said against it.
import type { OrderId, ShopId } from '../lib/brand.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import type { Decision } from '../model/flow.ts'
import type { By, Order } from '../model/order.ts'
import type { FulfilmentDeps } from './deps.ts'

export type Which = { shop: ShopId; order: OrderId; by: By; reason?: string }

export type Resolution = Outcome<
  { order: Order },
  | 'notFound'
  | 'wrongState'
  /** The panel knows no order with this id, another order has it, it cost another sum; or the panel does not answer. */
  | 'unknownPanelId'
  | 'usedPanelId'
  | 'otherCharge'
  | 'panelSilent'
  /** The request may still be answered. */
  | 'stillSending'
  /** Not the same thing, not to be had, or its limits do not allow it. */
  | 'otherService'
>

export const change = async (
  deps: Pick<FulfilmentDeps, 'store'>,
  which: Which,
  decide: (order: Order) => Decision,
): Promise<Resolution> => {
  const moved = await deps.store.orders.advance(which.shop, which.order, decide)
  if (moved.ok) return { ok: true, order: moved.order }
  return refuse(moved.reason === 'notFound' ? 'notFound' : 'wrongState', moved.detail)
}

export const because = ({ reason }: Which): { reason?: string } => (reason ? { reason } : {})
