// Where a chat stands, as a value kept in the chat's document. It holds everything the next message is read against.
import type { Millis, OrderId, ServiceId } from '../lib/brand.ts'
import type { Asked, Understanding } from './understanding.ts'

export type Language = 'id' | 'en'

/** A list as it was shown: a number means the row that was seen, never today's numbers. */
export type ShownList = {
  at: Millis
  rows: { mid: number; service: ServiceId }[]
  /** What did not fit, for "more". */
  rest: ServiceId[]
}

/** What the customer said they want before a product was chosen. */
export type Wish = Pick<Understanding, 'platform' | 'kind' | 'prefer' | 'quantity' | 'budget'>

export type Dialogue = {
  /** What was asked last. `paying` is derived from an open bill, never stored. */
  asked: Exclude<Asked, 'paying'>
  shown?: ShownList
  wish?: Wish
  service?: ServiceId
  /** Canonical, and as the customer wrote it. */
  link?: string
  linkRaw?: string
  quantity?: number
  comments?: string[]
  /** The order in `quoted` whose card is the only thing a `confirm` can confirm. */
  card?: OrderId
  /** Messages not understood in a row. */
  misses?: number
}

export const IDLE: Dialogue = { asked: 'idle' }
