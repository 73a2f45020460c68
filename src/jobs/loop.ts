// The loop under the worker and the lanes: claims while there is room, sleeps until the next thing is due or somebody calls.
import { type Clock, SECOND } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import { makeBell } from './bell.ts'

export type Loop = {
  start(): void
  /** Takes nothing new, and waits for what is under way. */
  stop(): Promise<void>
  /** Works off all that is due now, and what that makes due; answers how much. For tests, and for a loop that is not started. */
  drain(): Promise<number>
  /** Whether it takes work: started and not stopped. */
  alive(): boolean
}

export type LoopDeps = {
  /** At most `limit` pieces of work, already claimed. */
  claim(limit: number): Promise<(() => Promise<void>)[]>
  nextAt(): Promise<number | null>
  onWork(listener: () => void): void
  clock: Clock
  log: Log
  /** Pieces of work at once. */
  parallel: number
}

/** Another process may have left work that nobody here was told of. */
const LONGEST_SLEEP = SECOND
const AFTER_FAULT = SECOND
/** Something is due and we were not given it: somebody else's, or it came due this moment. */
const CONTENDED = SECOND / 5
/** A drain that goes on this long has work that makes itself due for ever: a bug, which a test must see. */
const MOST_ROUNDS = 2000

/** How long to rest after a round that left room; never longer than until the next thing is due. */
const restUntil = (next: number | null, now: number): number => {
  if (next === null) return LONGEST_SLEEP
  return next <= now ? CONTENDED : Math.min(next - now, LONGEST_SLEEP)
}

const drain = async ({ claim, parallel }: LoopDeps): Promise<number> => {
  let count = 0
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const claimed = await claim(parallel)
    if (claimed.length === 0) return count
    count += claimed.length
    await Promise.all(claimed.map((work) => work()))
  }
  throw new Error('drain comes to no end: some work makes itself due at once, again and again')
}

/** The work under way; `ended` is called after each piece. */
const makeCrew = (log: Log, ended: () => void) => {
  const running = new Set<Promise<void>>()
  const launch = (work: () => Promise<void>) => {
    const done: Promise<void> = work()
      .catch((cause) => log.error({ err: cause }, 'work could not be ended'))
      .finally(() => {
        running.delete(done)
        ended()
      })
    running.add(done)
  }
  return { launch, size: () => running.size, allDone: () => Promise.all(running) }
}

export const makeLoop = (deps: LoopDeps): Loop => {
  const bell = makeBell()
  const crew = makeCrew(deps.log, bell.ring)
  let started = false
  let cycle: Promise<void> = Promise.resolve()

  /** Answers how long to rest; null: until somebody rings. */
  const round = async (): Promise<number | null> => {
    const room = deps.parallel - crew.size()
    if (room <= 0) return null
    const claimed = await deps.claim(room)
    for (const work of claimed) crew.launch(work)
    if (claimed.length === room) return null
    return restUntil(await deps.nextAt(), deps.clock.now())
  }

  const run = async (): Promise<void> => {
    while (started) {
      bell.listen()
      const rest = await round().catch((cause) => {
        deps.log.error({ err: cause }, 'work could not be claimed')
        return AFTER_FAULT
      })
      if (started) await bell.sleep(rest)
    }
  }

  deps.onWork(bell.ring)
  return {
    start: () => {
      if (started) return
      started = true
      cycle = cycle.then(run)
    },
    stop: async () => {
      started = false
      bell.ring()
      await cycle
      await crew.allDone()
    },
    drain: () => drain(deps),
    alive: () => started,
  }
}
