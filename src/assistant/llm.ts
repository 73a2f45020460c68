// The contract of a model that gives a second opinion: what a message means, in the same form as the built-in reader's.
// What it returns is data to check; a price never comes from it.
import type { Asked, AskedContext, CatalogueEntry, Message, Understanding } from '../model/understanding.ts'

export type Question = {
  message: Message
  asked: { state: Asked; context: AskedContext }
  catalogue: CatalogueEntry[]
  language: 'id' | 'en'
  /** Numbers of products that the built-in reader thought of: a large catalogue is not sent whole. */
  near?: number[]
}

export type Llm = {
  /** Null: no usable answer (error, time-out, spent budget); the built-in reader's word then stands. */
  understand(question: Question): Promise<Understanding | null>
}
