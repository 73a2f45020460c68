// Recurring work that runs once across processes: one job per slot of time, made by whoever comes first.
import type { Millis } from '../lib/brand.ts'
import { type Clock, MINUTE } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import type { JobName } from '../model/flow.ts'
import type { Store } from '../store/store.ts'
import { type Every, everyMs } from './lease.ts'

export type Recurring = {
  name: JobName
  every: Millis
  /** Where in the period the slot begins, counted from midnight UTC on 1 January 1970: "at three at night". */
  at?: Millis
  /** Told apart by its values: `catalog.sync:<provider>:<slot>`. */
  payload?: Record<string, string>
}

export type ScheduleDeps = { store: Pick<Store, 'jobs'>; clock: Clock }

/** Makes the job of the slot to come of each; a slot that has its job gets no second one. */
export const ensureSchedule = async (
  { store, clock }: ScheduleDeps,
  list: readonly Recurring[],
): Promise<void> => {
  const now = clock.now()
  const drafts = list.map(({ name, every, at = 0, payload = {} }) => {
    const slot = Math.floor((now - at) / every) + 1
    return {
      id: [name, ...Object.values(payload), slot].join(':'),
      name,
      at: (slot * every + at) as Millis,
      payload,
    }
  })
  if (drafts.length > 0) await store.jobs.add(drafts)
}

/** Sees to it at the start and every minute; `list` is asked anew each time (providers come and go). Answers how to stop. */
export const keepSchedule = (
  deps: ScheduleDeps & { log: Log; every?: Every },
  list: () => Promise<readonly Recurring[]>,
): (() => void) => {
  const ensure = async (): Promise<void> => {
    try {
      await ensureSchedule(deps, await list())
    } catch (cause) {
      deps.log.error({ err: cause }, 'recurring work could not be planned')
    }
  }
  void ensure()
  return (deps.every ?? everyMs)(MINUTE, () => void ensure())
}
