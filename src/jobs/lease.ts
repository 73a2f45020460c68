// A lease is held while the work lasts: renewed each time a third of it has passed.
import type { Millis } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import { DEFAULTS } from '../model/defaults.ts'

/** Calls `beat` every `ms` milliseconds; answers how to end that. */
export type Every = (ms: number, beat: () => void) => () => void

export const everyMs: Every = (ms, beat) => {
  const timer = setInterval(beat, ms)
  return () => clearInterval(timer)
}

export type LeaseDeps = { clock: Clock; log: Log; every?: Every }

type Held = {
  /** For the log. */
  what: string
  /** False: somebody else has it. */
  renew(until: Millis): Promise<boolean>
}

/** Does the work under its lease. A lease that was lost is only told: what the late holder then says is refused by its token. */
export const holding = async <Result>(
  { clock, log, every = everyMs }: LeaseDeps,
  { what, renew }: Held,
  work: () => Promise<Result>,
): Promise<Result> => {
  const beat = async (): Promise<void> => {
    try {
      const kept = await renew((clock.now() + DEFAULTS.lease) as Millis)
      if (!kept) log.warn({ what }, 'a lease was lost')
    } catch (cause) {
      log.warn({ what, err: cause }, 'a lease could not be renewed')
    }
  }
  const stop = every(DEFAULTS.lease / 3, () => void beat())
  try {
    return await work()
  } finally {
    stop()
  }
}
