// Where a chat stands, as a value kept in the chat's document. It holds everything the next message is read against.
import type { Millis, OrderId, Rupiah, ServiceId } from '../lib/brand.ts'
import type { Asked, Sought, Understanding } from './understanding.ts'

export type Language = 'id' | 'en'

/** A list as it was shown: a number means the row that was seen, never today's numbers. */
export type ShownList = {
  at: Millis
  rows: { mid: number; service: ServiceId }[]
  /** What did not fit, for "more". */
  rest: ServiceId[]
  /** More of the same search, of the catalogue as it is when that is asked for: what fits may be thousands. */
  next?: { sought: Sought; from: number }
}

/** What the customer said they want before a product was chosen. */
export type Wish = Pick<Understanding, 'platform' | 'kind' | 'prefer' | 'quantity' | 'budget'>

/** Saldo on its way out, before the yes. Where it goes is sealed; the full number is nowhere in here. */
export type Payout = {
  amount?: Rupiah
  /** The customer's words so far, sealed; with `masked` they are a whole destination. */
  to?: string
  masked?: string
  /** The card that shows all of it, and when it was shown. */
  card?: string
  at: Millis
}

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
  /** A running order with the same product and target: asked whether to order beside it. */
  repeat?: OrderId
  /** What a sum is asked for. */
  sumFor?: 'topup' | 'withdraw'
  payout?: Payout
  /** The purchase that was under way when the talk came to saldo: it goes on afterwards. */
  aside?: Dialogue
  /** Messages not understood in a row. */
  misses?: number
}

/** What a plain yes means now: each card replaces the one before it. */
export const yesTo = (dialogue: Dialogue): 'order' | 'repeat' | 'payout' | null => {
  if (dialogue.asked !== 'confirming') return null
  if (dialogue.card) return 'order'
  if (dialogue.repeat) return 'repeat'
  return dialogue.payout?.card ? 'payout' : null
}

export const IDLE: Dialogue = { asked: 'idle' }
