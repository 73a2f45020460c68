// Job `fulfilment.remind`: an order that stays `unknown` is put before its seller again, ever more seldom, the last time before the
// admin too. Time alone resolves nothing: this only tells.
import type { Millis } from '../lib/brand.ts'
import { DEFAULTS } from '../model/defaults.ts'
import { tell } from '../model/flow.ts'
import type { JobResult } from '../model/job.ts'
import type { FulfilmentDeps } from './deps.ts'

export const remind = async (deps: FulfilmentDeps, payload: Record<string, string>): Promise<JobResult> => {
  const { shop = '', order: id = '' } = payload
  const order = await deps.store.orders.get(shop, id)
  const since = order?.events.findLast((event) => event.to === 'unknown')
  if (order?.state !== 'unknown' || !since) return 'done'
  const now = deps.clock.now()
  const passed = DEFAULTS.remindUnknown.filter((after) => since.at + after <= now).length
  const next = DEFAULTS.remindUnknown[passed]
  if (passed > 0)
    await deps.store.orders.advance(shop, id, (current) =>
      current.state === 'unknown'
        ? {
            quiet: true,
            type: 'reminded',
            by: 'system',
            key: `remind:${since.n}:${passed}`,
            data: { times: passed },
            jobs: [
              {
                ...tell(current, `remind:${passed}`, now),
                id: `notices.seller:${id}:remind:${since.n}:${passed}`,
                name: 'notices.seller',
              },
              tell(current, `unknown:${since.n}:${passed}`, now),
            ],
          }
        : { skip: current.state },
    )
  return next === undefined ? 'done' : { again: (since.at + next) as Millis }
}
