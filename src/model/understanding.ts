// What a customer's message means: one intent with typed slots. Both readers, the built-in one and the model, answer in
// this form; a slot that was not said is absent, never null.
import type { Kind, Platform } from './vocabulary.ts'

export type Intent =
  | 'greet'
  | 'browse'
  | 'select'
  | 'give_link'
  | 'give_quantity'
  | 'give_comments'
  | 'give_destination'
  | 'confirm'
  | 'cancel'
  | 'change'
  | 'ask_product'
  | 'ask_general'
  | 'more'
  | 'order_status'
  | 'my_orders'
  | 'reorder'
  | 'resend_bill'
  | 'cancel_order'
  | 'refill'
  | 'balance'
  | 'topup'
  | 'withdraw'
  | 'language'
  | 'paid_claim'
  | 'complaint'
  | 'human'
  | 'thanks'
  | 'chitchat'
  | 'attack'

export type Prefer =
  | 'cheapest'
  | 'refill'
  | 'indonesia'
  | 'lifetime'
  | 'custom'
  | 'random'
  | 'shorts'
  | 'premium'
  | 'page'
  | 'profile'
  | 'post'
  | 'no_bot'
  | 'fast'
  | 'other'

export type About =
  | 'price'
  | 'min'
  | 'max'
  | 'refill'
  | 'cheapest'
  | 'compare'
  | 'speed'
  | 'dripfeed'
  | 'other'

/** What is looked for, in full: enough to look again for the next page. */
export type Sought = {
  platforms: Platform[]
  kinds: Kind[]
  wishes: Prefer[]
  /** ISO codes. */
  countries: string[]
  quantity?: number
  budget?: number
  /** Words that are no vocabulary of ours; a product that has them in its name comes first. */
  words: string[]
  /** Of whom or of what kind it should be, as facts say it; a product that states it comes first. */
  traits?: string[]
  /** What a product must not be or have. */
  against?: { kinds: Kind[]; countries: string[]; wishes: Prefer[] }
}

export type Understanding = {
  intent: Intent
  /** 0…1, calibrated: below `SURE` the bot asks the model, or the customer. */
  confidence: number
  mid?: number
  /** What to show or what the answer is about, best first, at most 10. */
  mids?: number[]
  /** With `mids` of a search that found more than those; it stays in the house. */
  sought?: Sought
  platform?: Platform | Platform[]
  kind?: Kind | Kind[]
  prefer?: Prefer | Prefer[]
  about?: About | About[]
  quantity?: number
  /** Whole rupiah. */
  budget?: number
  /** In the canonical form of understanding rule 10. */
  link?: string
  /** Every link of the message when there were two or more: never silently the first. */
  links?: string[]
  comments?: string[]
  destination?: string
  order_id?: string
  field?: 'quantity' | 'link' | 'product'
}

/** The least confidence that needs no second opinion. */
export const SURE = 0.7

/** What the bot has just asked, and what it knows: the reader's whole view of the dialogue. */
export type Asked =
  | 'idle'
  | 'choosing'
  | 'asking_link'
  | 'asking_quantity'
  | 'asking_comments'
  | 'asking_amount'
  | 'asking_destination'
  | 'confirming'
  | 'paying'

export type AskedContext = {
  shown?: number[]
  mid?: number
  quantity?: number
  link?: string
  order_id?: string
  for?: 'topup' | 'withdraw'
  budget?: number
}

export type Media = 'photo' | 'document' | 'voice' | 'sticker' | 'contact' | 'share'

export type Message = { text: string; media?: Media }

/** The reader's view of one service on sale: numbers, facts, the shop's own name for it. */
export type CatalogueEntry = {
  mid: number
  name: string
  platform: Platform
  kind: Kind
  /** What comes along with it and is not what it sells. */
  along?: Kind[]
  traits: string[]
  country?: string
  guaranteeDays?: number
  min: number
  max: number
  /** Whole rupiah per 1000 (per package for packages): for ranking. */
  price: number
  type: 'default' | 'package' | 'custom_comments'
  speedPerDay?: number
  /** Words of the panel's row, for matching alone; a verb, so that no copy and no JSON of the entry holds them. */
  words?(): readonly string[]
}
