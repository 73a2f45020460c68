// The loop under the worker and the lanes: claims while there is room, sleeps until the next thing is due or somebody calls.
import type { Clock } from '../lib/clock.ts'
import { SECOND } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'

export type Loop = {
  start(): void
  /** Takes nothing new, and waits for what is under way. */
  stop(): Promise<void>
  /** Works off all that is due now, and what that makes due; answers how much. For tests, and for a loop that is not started. */
  drain(): Promise<number>
  alive(): boolean
}

export type LoopDeps = {
  /** At most `limit` pieces of work, already claimed. */
  claim(limit: number): Promise<(() => Promise<void>)[]>
  nextAt(): Promise<number | null>
  onWork(listener: () => void): void
  clock: Clock
  log: Log
  parallel: number
}

/** Another process may have left work that nobody here was told of. */
const LONGEST_SLEEP = SECOND
const AFTER_FAULT = SECOND

export const makeLoop = (deps: LoopDeps): Loop => {
  const running = new Set<Promise<void>>()
  let started = false
  let waking = false
  let claiming: Promise<void> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const wake = () => {
    if (!started) return
    if (claiming) {
      waking = true
      return
    }
    clearTimeout(timer)
    claiming = round().finally(() => {
      claiming = null
      if (waking) {
        waking = false
        wake()
      }
    })
  }

  const launch = (work: () => Promise<void>) => {
    const done: Promise<void> = work()
      .catch((cause) => deps.log.error({ err: cause }, 'work could not be ended'))
      .finally(() => {
        running.delete(done)
        wake()
      })
    running.add(done)
  }

  const round = async () => {
    try {
      const room = deps.parallel - running.size
      const claimed = room > 0 ? await deps.claim(room) : []
      for (const work of claimed) launch(work)
      if (claimed.length > 0 && claimed.length === room) return
      const next = await deps.nextAt()
      const wait =
        next === null ? LONGEST_SLEEP : Math.min(Math.max(next - deps.clock.now(), 5), LONGEST_SLEEP)
      if (started) timer = setTimeout(wake, wait)
    } catch (cause) {
      deps.log.error({ err: cause }, 'work could not be claimed')
      if (started) timer = setTimeout(wake, AFTER_FAULT)
    }
  }

  deps.onWork(wake)
  return {
    start: () => {
      started = true
      wake()
    },
    stop: async () => {
      started = false
      clearTimeout(timer)
      await claiming
      await Promise.all(running)
    },
    drain: async () => {
      let count = 0
      for (;;) {
        const claimed = await deps.claim(deps.parallel)
        if (claimed.length === 0) return count
        count += claimed.length
        await Promise.all(claimed.map((work) => work()))
      }
    },
    alive: () => started,
  }
}
