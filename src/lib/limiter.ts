// A limit of so many takes per time and key, in this process's memory: a bucket of `max` that refills evenly over `per`.
import type { Millis } from './brand.ts'
import type { Clock } from './clock.ts'

export type LimiterRule = {
  clock: Clock
  /** Takes allowed at once. */
  max: number
  /** Milliseconds in which an empty bucket is full again. */
  per: number
  /** Keys remembered at most; beyond it the one not taken for the longest time is forgotten. */
  size?: number
}
export type Limiter = {
  take(key: string): { ok: true } | { ok: false; retryAfter: Millis }
}

/** A refused take costs nothing: who waits `retryAfter` gets the next one. */
export const makeLimiter = ({ clock, max, per, size = 10_000 }: LimiterRule): Limiter => {
  // The generic cell rate algorithm: one number per key, the time at which its bucket is full again.
  const fullAt = new Map<string, number>()
  const cost = per / max
  const remember = (key: string, time: number): void => {
    fullAt.delete(key)
    fullAt.set(key, time)
    if (fullAt.size <= size) return
    const oldest = fullAt.keys().next()
    if (!oldest.done) fullAt.delete(oldest.value)
  }
  return {
    take: (key) => {
      const now = clock.now()
      const next = Math.max(now, fullAt.get(key) ?? now) + cost
      // A thousandth of a millisecond forgives the fraction in `per / max`.
      const wait = next - now - per
      if (wait > 0.001) return { ok: false, retryAfter: Math.ceil(wait) as Millis }
      remember(key, next)
      return { ok: true }
    },
  }
}
