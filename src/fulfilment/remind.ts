// Job `fulfilment.remind`: an order that stays `unknown` is put before its seller again, ever more seldom, the last time before the
// admin too. Time alone resolves nothing: this only tells.
import type { Millis } from '../lib/brand.ts'
import { DEFAULTS } from '../model/defaults.ts'
import { type Move, tell } from '../model/flow.ts'
import type { JobResult } from '../model/job.ts'
import type { Order, OrderEvent } from '../model/order.ts'
import { PLATFORM } from '../model/shop.ts'
import type { FulfilmentDeps } from './deps.ts'

export const remind = async (deps: FulfilmentDeps, payload: Record<string, string>): Promise<JobResult> => {
  const { shop = '', order: id = '' } = payload
  const order = await deps.store.orders.get(shop, id)
  const since = order?.events.findLast((event) => event.to === 'unknown')
  if (order?.state !== 'unknown' || !since) return 'done'
  const now = deps.clock.now()
  const passed = DEFAULTS.remindUnknown.filter((after) => since.at + after <= now).length
  if (passed > 0)
    await deps.store.orders.advance(shop, id, (current) =>
      current.state === 'unknown' ? reminder(current, { since, passed, now }) : { skip: current.state },
    )
  const next = DEFAULTS.remindUnknown[passed]
  if (next !== undefined) return { again: (since.at + next) as Millis }
  await tellAdmin(deps, order, since)
  return 'done'
}

type Passed = { since: OrderEvent; passed: number; now: Millis }

/** Once each time: what came due together while nobody was there is one reminder. */
const reminder = (order: Order, { since, passed, now }: Passed): Move => {
  const mark = `remind:${since.n}:${passed}`
  const seller = { ...tell(order, mark, now), name: 'notices.seller' as const }
  return {
    quiet: true,
    type: 'reminded',
    by: 'system',
    key: mark,
    jobs: [tell(order, mark, now), { ...seller, id: `notices.seller:${order.id}:${mark}` }],
  }
}

const tellAdmin = async (deps: FulfilmentDeps, order: Order, { n, at }: OrderEvent): Promise<void> => {
  const shop = await deps.store.shops.get(order.shop)
  const name = shop?.settings.name ?? order.shop
  await deps.store.items.create({
    id: `it_unknown_${order.id}_${n}`,
    shop: PLATFORM,
    kind: 'complaint',
    order: order.id,
    text: `${name}, ${order.number}: unknown since ${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    at: deps.clock.now(),
  })
}
