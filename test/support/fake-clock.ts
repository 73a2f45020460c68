// A clock that stands still until it is told to go on.
import type { Clock } from '../../src/lib/clock.ts'

export type FakeClock = Clock & { advance(ms: number): void; set(at: number): void }

/** 24 November 2026, 10.00 WIB, unless told otherwise. */
export const fakeClock = (start = Date.UTC(2026, 10, 24, 3)): FakeClock => {
  let now = start
  return {
    now: () => now,
    advance: (ms) => {
      now += ms
    },
    set: (at) => {
      now = at
    },
  }
}
