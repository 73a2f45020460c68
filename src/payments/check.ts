// "Cek pembayaran", "udah masuk belum": the gateway is asked before anything is said; not more than once in ten seconds a bill.
import type { CustomerId, Millis, OrderId, ShopId } from '../lib/brand.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import type { Order } from '../model/order.ts'
import { newestBill } from '../model/order.ts'
import { askBill, LEAST_BETWEEN } from './ask.ts'
import type { SettleDeps } from './settle.ts'

/** The order as it stands after asking, and when the gateway was last asked. */
export const check = async (
  deps: SettleDeps,
  input: { shop: ShopId; customer: CustomerId; order: OrderId },
): Promise<Outcome<{ order: Order; checkedAt: Millis }, 'notFound'>> => {
  const order = await deps.store.orders.ofCustomer(input.shop, input.customer, input.order)
  if (!order) return refuse('notFound')
  const bill = newestBill(order)
  const now = deps.clock.now()
  if (!bill || bill.final || bill.state === 'charging') return { ok: true, order, checkedAt: now }
  // Asked in what is still to come: the clock was set back since.
  const since = now - (bill.askedAt ?? Number.NEGATIVE_INFINITY)
  if (bill.askedAt && since >= 0 && since < LEAST_BETWEEN) return { ok: true, order, checkedAt: bill.askedAt }
  await askBill(deps, order, bill)
  const after = await deps.store.orders.get(input.shop, input.order)
  return { ok: true, order: after ?? order, checkedAt: deps.clock.now() }
}
