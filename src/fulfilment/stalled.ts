// A running order at which nothing has moved for a day: its customer is told once, and the seller has an item to look at; when it moves
// again, its message says so too. Nothing of the order is decided by it.
import type { Millis } from '../lib/brand.ts'
import { movedAt } from '../model/attention.ts'
import { DEFAULTS } from '../model/defaults.ts'
import { deskJob } from '../model/desk-news.ts'
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
  const item = `it_stalled_${order.id}_${since}`
  if (!(await deps.store.items.get(order.shop, item))) await lay(deps, order, { id: item, since })
  await deps.store.orders.advance(order.shop, order.id, (current) =>
    current.state === 'submitted' && !stalledOf(current) && movedAt(current) === since
      ? {
          type: 'stalled',
          by: 'system',
          key: `stalled:${since}`,
          data: { since },
          jobs: [
            tell(current, `stalled:${since}`, now),
            deskJob(order.shop, { news: 'item', item, mark: 'new' }, now),
          ],
        }
      : { skip: current.state },
  )
}

/** With a number of the shop's own, as everything that waits for its seller. */
const lay = async (
  { store, clock }: FulfilmentDeps,
  { shop: id, id: order, number, chat, customer }: Order,
  item: { id: string; since: Millis },
): Promise<void> => {
  const shop = await store.shops.change(id, (one) => ({ ...one, tickets: (one.tickets ?? 0) + 1 }))
  if (!shop) return
  const { language, timezone } = shop.settings
  const at = dayTime(item.since, timezone, language)
  await store.items.create({
    id: item.id,
    shop: id,
    kind: 'complaint',
    order,
    chat,
    customer,
    number: `T-${String(shop.tickets).padStart(4, '0')}`,
    text:
      language === 'id' ? `${number}: belum bergerak sejak ${at}` : `${number}: has not moved since ${at}`,
    at: clock.now(),
  })
}

/** Its message says that it stands still: that is over when its figures change. */
export const goesOn = (order: Order, { movedAt: moved }: Progress, now: Millis): JobDraft[] => {
  const stalled: OrderEvent | undefined = stalledOf(order)
  return stalled && moved === now ? [tell(order, `moves:${stalled.n}`, now)] : []
}
