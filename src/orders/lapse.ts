// Job `orders.lapse`: a card that nobody said yes to ends by our clock. A bill that was tried for it and never shown is asked about
// (`payments.ask`) until the gateway's word on it is final; without one nothing is left to ask.
import type { Millis } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import type { JobDraft, JobResult } from '../model/job.ts'
import type { Order } from '../model/order.ts'
import type { Store } from '../store/store.ts'

const hasOpenBill = (order: Order): boolean => Object.values(order.bills).some((bill) => !bill.final)

export const lapse = async (
  deps: { store: Pick<Store, 'orders'>; clock: Clock },
  payload: Record<string, string>,
): Promise<JobResult> => {
  const { shop = '', order: id = '' } = payload
  const order = await deps.store.orders.get(shop, id)
  if (!order) return 'done'
  if (order.state === 'quoted') {
    if (order.quote.expiresAt > deps.clock.now()) return { again: order.quote.expiresAt }
    await deps.store.orders.advance(shop, id, (current) =>
      current.state === 'quoted'
        ? {
            to: 'lapsed',
            type: 'lapsed',
            by: 'system',
            reason: 'quote',
            jobs: asking(current, deps.clock.now()),
          }
        : { skip: current.state },
    )
  }
  await deps.store.orders.advance(shop, id, (current) =>
    current.state === 'lapsed' && !hasOpenBill(current)
      ? { to: 'closed', type: 'closed', by: 'system' }
      : { skip: current.state },
  )
  return 'done'
}

const asking = (order: Order, at: Millis): JobDraft[] =>
  hasOpenBill(order)
    ? [
        {
          id: `payments.ask:${order.id}:${order.v}`,
          name: 'payments.ask',
          at,
          payload: { shop: order.shop, order: order.id },
        },
      ]
    : []
