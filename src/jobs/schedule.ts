// Recurring work that runs once across processes: one job per slot of time, made by whoever comes first.
import type { Millis } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import type { JobName } from '../model/flow.ts'
import type { Store } from '../store/store.ts'

export type Recurring = {
  name: JobName
  every: Millis /** Offset within the period, for "at three at night". */
  offset?: Millis
  payload?: Record<string, string>
}

/** Makes the job of the slot to come. Called at the start and about once a minute. */
export const ensureSchedule = async (
  deps: { store: Pick<Store, 'jobs'>; clock: Clock },
  list: Recurring[],
): Promise<void> => {
  const now = deps.clock.now()
  await deps.store.jobs.add(
    list.map(({ name, every, offset = 0, payload = {} }) => {
      const slot = Math.floor((now - offset) / every) + 1
      const of = Object.values(payload).join(':')
      return {
        id: `${name}:${of}${of ? ':' : ''}slot:${slot}`,
        name,
        at: (slot * every + offset) as Millis,
        payload,
      }
    }),
  )
}
