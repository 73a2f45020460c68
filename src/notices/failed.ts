// Jobs of a shop that were given up: the seller sees which and may have them tried again.
import type { ShopId } from '../lib/brand.ts'
import { markOf } from '../model/desk-action.ts'
import { orderOfAttempt } from '../model/order.ts'
import type { Job } from '../store/documents.ts'
import type { Store } from '../store/store.ts'
import type { FailedJob } from '../text/seller.ts'

const MOST = 500

/** `token`: rises with every claim, so that a job given up anew is news anew. */
export type Failed = FailedJob & { id: string; token: number }

export const failedOf = async (
  { store }: { store: Pick<Store, 'jobs' | 'orders'> },
  shop: ShopId,
): Promise<Failed[]> => {
  const found = await Promise.all(
    (await store.jobs.dead(MOST)).map(async (job) => {
      const order = orderIn(job) ? await store.orders.find(orderIn(job)) : null
      const owner = job.payload['shop'] ?? order?.shop
      return owner === shop ? [failedJob(job, order?.number)] : []
    }),
  )
  return found.flat()
}

/** What settles names an attempt, and the attempt its order. */
const orderIn = ({ payload }: Job): string => payload['order'] ?? orderOfAttempt(payload['attempt'] ?? '')

const failedJob = ({ id, token, name, error = '' }: Job, number: string | undefined): Failed => ({
  id,
  token,
  mark: markOf(id),
  name,
  error,
  ...(number ? { number } : {}),
})
