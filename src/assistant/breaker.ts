// Keeps customers from waiting for a model server that does not answer: one time-out, a refused key or a few faults in a row and it is
// left alone, longer each time; then one question tries it, with a shorter wait than usual.
import { MINUTE } from '../lib/clock.ts'
import type { Fault } from './completions.ts'

export type Entry = 'usual' | 'probe'
export type Breaker = {
  /** Null: the built-in word stands at once. Each entry is left again, once. */
  enter(): Entry | null
  leave(entry: Entry, how: 'answered' | 'unasked' | Fault): void
  /** Until when nothing is asked; null: it is asked. */
  restsUntil(): number | null
}

const REST = { first: MINUTE, most: 15 * MINUTE }
/** What each fault weighs; at three the breaker opens. */
const WEIGHT: Record<Fault, number> = { timeout: 3, refused: 3, fault: 1, unreadable: 1 }
const FULL = 3

export const makeBreaker = (deps: { clock: { now(): number }; onOpen?(ms: number): void }): Breaker => {
  let weight = 0
  let rest = 0
  let until: number | null = null
  let probing = false
  const close = () => {
    weight = 0
    rest = 0
    until = null
  }
  const open = () => {
    rest = rest === 0 ? REST.first : Math.min(rest * 2, REST.most)
    until = deps.clock.now() + rest
    deps.onOpen?.(rest)
  }
  return {
    enter: () => {
      if (until === null) return 'usual'
      if (probing || deps.clock.now() < until) return null
      probing = true
      return 'probe'
    },
    leave: (entry, how) => {
      if (entry === 'probe') probing = false
      if (how === 'unasked') return
      if (how === 'answered') return close()
      // Others were on their way when it opened: they say nothing new.
      if (entry === 'usual' && until !== null) return
      weight += WEIGHT[how]
      if (entry === 'probe' || weight >= FULL) open()
    },
    restsUntil: () => until,
  }
}
