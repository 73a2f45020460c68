// What a customer asks of a person: items, who has a chat, and the letters that are brought to it.
import type { ChatKey, CustomerId, Millis, OrderId, ShopId } from '../lib/brand.ts'
import type { JobDraft } from '../model/job.ts'
import type { By } from '../model/order.ts'
import type { QuickAnswer } from '../model/quick-answer.ts'
import type { Say, SentFile } from '../model/say.ts'
import type { OrderState } from '../model/state.ts'

/** A person has the chat. */
export type Handoff = {
  since: Millis
  reason: 'asked' | 'seller'
  /** The item that stands for the promise; absent where the seller began it. */
  item?: string
  /** When the seller last wrote; absent: not yet. */
  answeredAt?: Millis
}

/** The seller's own words, or a sentence of the shop's. */
export type Letter = { id: string; at: Millis; by: By; item?: string } & ({ text: string } | { say: Say })

/** Something that needs the seller: a proof, a complaint, stray money, a question the shop could not answer. */
export type Item = {
  id: string
  shop: ShopId
  kind: 'proof' | 'complaint' | 'money' | 'human' | 'question' | 'refund'
  order?: OrderId
  chat?: ChatKey
  text: string
  /** A picture or PDF that came with it, as the bot of that chat knows it; "preview" for one that only the preview has. */
  file?: SentFile
  at: Millis
  doneAt?: Millis
  by?: string
  customer?: CustomerId
  /** "T-0042": what the customer is told; unique in its shop. */
  number?: string
  /** Until when an answer was promised. Absent: none was, or it has been given. */
  dueAt?: Millis
  /** How often a promised time has passed unanswered, and when first. */
  missed?: number
  missedAt?: Millis
  /** When the seller's words reached the customer; `unreached`: the customer has blocked the bot. */
  answeredAt?: Millis
  unreached?: boolean
  /** How the order stood then, in the panel's own words: for the seller only. */
  stand?: { state: OrderState; word?: string; startCount?: number; remains?: number; asOf?: Millis }
  refill?: boolean
  /** What was said again while it was open. */
  more?: { at: Millis; text: string }[]
  /** The words that ended it, and the one-tap answer that they were. */
  answer?: string
  pick?: QuickAnswer
  /** Once per cause: what was told, reminded. */
  seen?: Record<string, Millis>
  outbox?: JobDraft[]
}
