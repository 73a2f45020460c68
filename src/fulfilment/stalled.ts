// A running order at which nothing has moved for a day: its customer is told once, and the seller has an item to look at; when it moves
// again, its message says so too. Nothing of the order is decided by it.
import type { Millis } from '../lib/brand.ts'
import { movedAt } from '../model/attention.ts'
import { DEFAULTS } from '../model/defaults.ts'
import { tell } from '../model/flow.ts'
import type { JobDraft } from '../model/job.ts'
import { type Order, type OrderEvent, type Progress, stalledOf } from '../model/order.ts'
import { dayTime } from '../text/format.ts'
import type { FulfilmentDeps } from './deps.ts'

export const tellStalled = async (deps: FulfilmentDeps, order: Order): Promise<void> => {
  const now = deps.clock.now()
  const since = movedAt(order)
  if (now - since < DEFAULTS.stalled || stalledOf(order)) return
  // The item first: a process killed in between must not say that the seller knows.
  await deps.store.items.create({
    id: `it_stalled_${order.id}_${since}`,
    shop: order.shop,
    kind: 'complaint',
    order: order.id,
    text: await wordsOf(deps, order, since),
    at: now,
  })
  await deps.store.orders.advance(order.shop, order.id, (current) =>
    current.state === 'submitted' && !stalledOf(current) && movedAt(current) === since
      ? {
          type: 'stalled',
          by: 'system',
          key: `stalled:${since}`,
          data: { since },
          jobs: [tell(current, `stalled:${since}`, now)],
        }
      : { skip: current.state },
  )
}

const wordsOf = async (
  { store }: FulfilmentDeps,
  { shop, number }: Order,
  since: Millis,
): Promise<string> => {
  const { language = 'id', timezone = 'Asia/Jakarta' } = (await store.shops.get(shop))?.settings ?? {}
  const at = dayTime(since, timezone, language)
  return language === 'id' ? `${number}: belum bergerak sejak ${at}` : `${number}: has not moved since ${at}`
}

/** Its message says that it stands still: that is over when its figures change. */
export const goesOn = (order: Order, { movedAt: moved }: Progress, now: Millis): JobDraft[] => {
  const stalled: OrderEvent | undefined = stalledOf(order)
  return stalled && moved === now ? [tell(order, `moves:${stalled.n}`, now)] : []
}
