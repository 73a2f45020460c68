// The contract of the model behind the shop: a second opinion on what a message means, in the same form as the built-in reader's, and
// an answer in free words. Null is an outcome like any other: error, time-out, spent budget; the built-in word then stands.
import type { ChatKey, Millis, ShopId } from '../lib/brand.ts'
import type { Language } from '../model/dialogue.ts'
import type { ProductLine } from '../model/say.ts'
import type { Voice } from '../model/shop.ts'
import type { Asked, AskedContext, CatalogueEntry, Message, Understanding } from '../model/understanding.ts'

/** For whom it is asked: whose budget pays, which names are never sent, and since when they wait for an answer, whatever was asked meanwhile. */
export type Asker = { shop: ShopId; chat: ChatKey; people: string[]; since?: Millis }

export type Question = {
  message: Message
  asked: { state: Asked; context: AskedContext }
  catalogue: CatalogueEntry[]
  language: Language
  /** Numbers of products that the built-in reader thought of: a large catalogue is not sent whole. */
  near?: number[]
  /** Links that it found: their accounts are names too. */
  links?: string[]
  /** Absent: nobody's budget, as on the command line. */
  by?: Asker
}

export type Passage = { title: string; text: string }

export type ShopQuestion = {
  text: string
  /** A word in passing that asks for nothing. */
  small?: boolean
  language: Language
  voice: Voice
  /** The shop's own name. */
  shop: string
  catalogue: CatalogueEntry[]
  /** Numbers in front of the customer. */
  shown?: number[]
  /** A product as it is sold now; null: not on sale, or not in this quantity. */
  line(mid: number, quantity?: number): ProductLine | null
  /** The seller's own documents. */
  passages(query: string): Promise<Passage[]>
  by?: Asker
}

/** Plain text, checked, with the titles of what was looked into. What the model wanted to say in figures only the shop's own line may: of `products`, or of prices at all. */
export type Told = { text: string; products: number[]; money?: true; sources?: string[] }

export type Llm = {
  understand(question: Question): Promise<Understanding | null>
  answer(question: ShopQuestion): Promise<Told | null>
}
