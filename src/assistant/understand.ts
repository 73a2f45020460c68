// The one door from words to meaning. The built-in reader goes first; a confident answer costs no model call.
import {
  type Asked,
  type AskedContext,
  type CatalogueEntry,
  type Message,
  SURE,
  type Understanding,
} from '../model/understanding.ts'
import type { Llm } from './llm.ts'
import { read } from './reader/index.ts'

export type UnderstandInput = {
  message: Message
  asked: { state: Asked; context: AskedContext }
  catalogue: CatalogueEntry[]
  language: 'id' | 'en'
}

export const understand = async (
  deps: { llm: Llm | null },
  input: UnderstandInput,
): Promise<Understanding> => {
  const first = read(input.message, input.asked, input.catalogue)
  if (first.confidence >= SURE || !deps.llm || !input.message.text) return first
  const second = await deps.llm.understand(input)
  return second ? checked(second, first, input) : first
}

/** The model may name only what the server issued and what the customer wrote; money moves only on the reader's own certain yes. */
const checked = (
  second: Understanding,
  first: Understanding,
  { catalogue, message }: UnderstandInput,
): Understanding => {
  const onSale = new Set(catalogue.map((entry) => entry.mid))
  if (second.mid !== undefined && !onSale.has(second.mid)) return first
  const needsOwnWord = second.intent === 'confirm' || second.intent === 'paid_claim'
  if (needsOwnWord && first.intent !== second.intent)
    return { ...first, confidence: Math.min(first.confidence, 0.4) }
  const { link, links, quantity, ...rest } = second
  const mids = second.mids?.filter((mid) => onSale.has(mid)).slice(0, 10)
  const written =
    quantity !== undefined && (first.quantity === quantity || message.text.includes(String(quantity)))
  return {
    ...rest,
    ...(mids ? { mids } : {}),
    ...(first.link ? { link: first.link } : {}),
    ...(first.links ? { links: first.links } : {}),
    ...(written ? { quantity } : {}),
  }
}
