// How a practice order goes on: a pure function of the time since it was taken, so that it survives any restart.
import Big from 'big.js'
import type { Millis } from '../../lib/brand.ts'
import { MINUTE, SECOND } from '../../lib/clock.ts'
import type { ProviderStatus } from '../provider.ts'

export type SandboxRun = 'normal' | 'slow' | 'partial' | 'canceled' | 'failed' | 'silent' | 'oddWord'

/** One order as the practice panel keeps it. */
export type SandboxOrder = {
  id: string
  service: string
  link: string
  /** Units ordered: pieces, comment lines, or 1 package. */
  units: number
  /** Decimal string, rupiah. */
  cost: string
  at: Millis
  run: SandboxRun
}

const START_AFTER = 20 * SECOND
const CURRENCY = 'IDR'

/** A number that only depends on the text: the same order has the same speed and start count for ever. */
const numberFrom = (text: string): number => {
  let hash = 2_166_136_261
  for (const char of text) hash = Math.imul(hash ^ char.codePointAt(0)!, 16_777_619) >>> 0
  return hash
}

/** Time from taking an order to its end. */
export const lengthOf = (order: SandboxOrder): number => {
  if (order.run === 'canceled' || order.run === 'failed') return 30 * SECOND
  if (order.run === 'slow') return 15 * MINUTE
  return 95 * SECOND + (numberFrom(order.id) % 50) * SECOND
}

const PARTIAL_SHARE = 0.6

/** Units that are never delivered; what the panel refunds is its share of the cost. */
const lostUnits = (order: SandboxOrder): number => {
  if (order.run === 'canceled') return order.units
  return order.run === 'partial' ? Math.max(1, Math.floor(order.units * (1 - PARTIAL_SHARE))) : 0
}

export const hasEnded = (order: SandboxOrder, now: Millis): boolean => now - order.at >= lengthOf(order)

/** Decimal string, rupiah; what flows back to the panel account at the order's end. */
export const refundOf = (order: SandboxOrder): string =>
  new Big(order.cost).times(lostUnits(order)).div(order.units).round(4).toFixed()

const deliveredAt = (order: SandboxOrder, elapsed: number): number => {
  const goal = order.units - lostUnits(order)
  const share = (elapsed - START_AFTER) / (lengthOf(order) - START_AFTER)
  return Math.floor(goal * Math.min(1, Math.max(0, share)))
}

const FINAL = {
  normal: { state: 'completed', word: 'Completed' },
  slow: { state: 'completed', word: 'Completed' },
  partial: { state: 'partial', word: 'Partial' },
  canceled: { state: 'canceled', word: 'Canceled' },
  failed: { state: 'failed', word: 'Fail' },
} as const

/** What the panel tells about the order now; `undefined` when it tells nothing. */
export const statusOf = (order: SandboxOrder, now: Millis): ProviderStatus | undefined => {
  if (order.run === 'silent') return undefined
  const elapsed = now - order.at
  const told = { charge: order.cost, currency: CURRENCY, startCount: numberFrom(order.link) % 5000 }
  if (order.run === 'oddWord') return { ...told, word: 'On Hold By Upstream', remains: order.units }
  if (hasEnded(order, now)) {
    const charge = new Big(order.cost).minus(refundOf(order)).toFixed()
    const remains = order.run === 'failed' ? order.units : lostUnits(order)
    return { ...told, ...FINAL[order.run], charge, remains }
  }
  if (elapsed < START_AFTER)
    return {
      charge: told.charge,
      currency: CURRENCY,
      state: 'pending',
      word: 'Pending',
      remains: order.units,
    }
  const remains = order.units - deliveredAt(order, elapsed)
  return { ...told, state: 'inProgress', word: 'In progress', remains }
}
