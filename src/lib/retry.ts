// How long to wait before the next try. Pure: the caller brings the draw, so that a test can name it.
import type { Millis } from './brand.ts'

export type BackoffRule = {
  /** Wait after the first failed try, milliseconds. */
  base: number
  /** Longest wait, milliseconds. */
  cap: number
  /** A draw from 0 to 1 that spreads the tries of many jobs; 1 waits the full time, 0 half of it. */
  jitter: number
}

/** The wait after `attempt` failed tries (from 1): doubles from `base` up to `cap`, of which the draw decides the upper half. */
export const backoff = (attempt: number, { base, cap, jitter }: BackoffRule): Millis => {
  const doublings = Math.max(0, Math.min(attempt - 1, 52))
  const full = Math.min(cap, base * 2 ** doublings)
  const draw = Math.min(1, Math.max(0, jitter))
  return Math.round(full / 2 + (full / 2) * draw) as Millis
}

/** A draw made from a text (a job's id and its try): evenly spread, and the same in every replay. FNV-1a, finished by murmur3's mix. */
export const drawFrom = (text: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 0xffffffff
}
