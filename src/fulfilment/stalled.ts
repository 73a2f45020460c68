// A running order at which nothing has moved for a day: its customer is told once, and the seller has an item to look at; when it moves
// again, its message says so too. Nothing of the order is decided by it.
import type { Millis } from '../lib/brand.ts'
import { movedAt } from '../model/attention.ts'
import { DEFAULTS } from '../model/defaults.ts'
import { tell } from '../model/flow.ts'
import type { JobDraft } from '../model/job.ts'
import { type Order, type OrderEvent, type Progress, stalledOf } from '../model/order.ts'
import type { Shop } from '../model/shop.ts'
import { dayTime } from '../text/format.ts'
import type { FulfilmentDeps } from './deps.ts'
import { itemToldJob, layItem } from './lay-item.ts'

export const tellStalled = async (deps: FulfilmentDeps, order: Order): Promise<void> => {
  const now = deps.clock.now()
  const since = movedAt(order)
  if (now - since < DEFAULTS.stalled || stalledOf(order)) return
  // The item first: a process killed in between must not say that the seller knows.
  const item = `it_stalled_${order.id}_${since}`
  const text = ({ settings: { language, timezone } }: Shop): string => {
    const at = dayTime(since, timezone, language)
    return language === 'id'
      ? `${order.number}: belum bergerak sejak ${at}`
      : `${order.number}: has not moved since ${at}`
  }
  await layItem(deps, order, { id: item, text })
  await deps.store.orders.advance(order.shop, order.id, (current) =>
    current.state === 'submitted' && !stalledOf(current) && movedAt(current) === since
      ? {
          type: 'stalled',
          by: 'system',
          key: `stalled:${since}`,
          data: { since },
          jobs: [tell(current, `stalled:${since}`, now), itemToldJob(order, item, now)],
        }
      : { skip: current.state },
  )
}

/** Its message says that it stands still: that is over when its figures change. */
export const goesOn = (order: Order, { movedAt: moved }: Progress, now: Millis): JobDraft[] => {
  const stalled: OrderEvent | undefined = stalledOf(order)
  return stalled && moved === now ? [tell(order, `moves:${stalled.n}`, now)] : []
}
