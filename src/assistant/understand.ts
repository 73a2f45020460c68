// The one door from words to meaning. The built-in reader goes first; a confident answer costs no model call. What the model says is
// data to check (`checked.ts`); where the two disagree on what neither may decide alone, the customer is asked.
import {
  type Asked,
  type AskedContext,
  type CatalogueEntry,
  type Message,
  SURE,
  type Understanding,
} from '../model/understanding.ts'
import { checked } from './checked.ts'
import type { Asker, Llm } from './llm.ts'
import { read } from './reader/index.ts'

export type UnderstandInput = {
  message: Message
  asked: { state: Asked; context: AskedContext }
  catalogue: CatalogueEntry[]
  language: 'id' | 'en'
  by?: Asker
}

/** What is asked for in these goes to nobody: a bank number and a name; comments are text as it stands. */
const OWN_ONLY: Asked[] = ['asking_destination', 'asking_comments']

export const understand = async (
  deps: { llm: Pick<Llm, 'understand'> | null },
  input: UnderstandInput,
): Promise<Understanding> => {
  const { message, asked, catalogue } = input
  const first = read(message, asked, catalogue)
  if (first.confidence >= SURE || !deps.llm || !message.text.trim()) return first
  if (OWN_ONLY.includes(asked.state)) return first
  const near = [...(first.mid === undefined ? [] : [first.mid]), ...(first.mids ?? [])]
  const links = [...(first.link ? [first.link] : []), ...(first.links ?? [])]
  const second = await deps.llm.understand({ ...input, near, links })
  return second ? (checked(second, first, { text: message.text, asked, catalogue }) ?? doubted(first)) : first
}

const DOUBT = 0.4
const doubted = (first: Understanding): Understanding => ({
  ...first,
  confidence: Math.min(first.confidence, DOUBT),
})
