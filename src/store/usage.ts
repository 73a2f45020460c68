// What the language model was asked for and what it cost: one document for a shop's day, one for a chat's day.
import type { ChatKey, ShopId } from '../lib/brand.ts'
import type { Change } from './change.ts'

/** Whose day. `day` is the shop's own calendar day, "2026-11-24". */
export type UsageOf = { shop: ShopId; day: string; chat?: ChatKey }

export type Usage = UsageOf & {
  /** Questions, not requests: one may take several. */
  calls: number
  tokensIn: number
  tokensOut: number
  /** Millionths of a rupiah, by the prices of the moment. */
  micro: number
  /** Questions that got no usable answer. */
  faults: number
  v: number
}

export type Usages = {
  /** Zeros where nothing was counted. */
  get(of: UsageOf): Promise<Usage>
  /** Decided on what is counted so far, zeros at first; guarded like every change, so that adders at once all count. */
  change(of: UsageOf, decide: Change<Usage>): Promise<Usage>
  /** The days of whole shops, for the admin. */
  ofDay(day: string): Promise<Usage[]>
  /** Forgets days before this one. */
  prune(before: string): Promise<number>
}

export const noUsage = (of: UsageOf): Usage => ({
  ...of,
  calls: 0,
  tokensIn: 0,
  tokensOut: 0,
  micro: 0,
  faults: 0,
  v: 0,
})
