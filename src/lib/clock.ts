// The only source of time. Tests hand in a clock that they advance.
import type { Millis } from './brand.ts'

export type Clock = { now(): Millis }
export const systemClock: Clock = { now: () => Date.now() as Millis }

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
