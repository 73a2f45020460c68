// Job `orders.lapse`: a card that nobody said yes to ends by our clock; no bill was made, so nothing is left to ask.
import type { Clock } from '../lib/clock.ts'
import type { JobResult } from '../model/job.ts'
import type { Store } from '../store/store.ts'

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
        ? { to: 'lapsed', type: 'lapsed', by: 'system', reason: 'quote' }
        : { skip: current.state },
    )
  }
  await deps.store.orders.advance(shop, id, (current) =>
    current.state === 'lapsed' && Object.keys(current.bills).length === 0
      ? { to: 'closed', type: 'closed', by: 'system' }
      : { skip: current.state },
  )
  return 'done'
}
