// The one door from words to meaning. The built-in reader goes first; a confident answer costs no model call. What the model says is
// data to check: it may name only what the shop issued and the customer wrote, and it can neither say yes nor claim a payment.
import {
  type Asked,
  type AskedContext,
  type CatalogueEntry,
  type Intent,
  type Message,
  SURE,
  type Understanding,
} from '../model/understanding.ts'
import type { Llm } from './llm.ts'
import { read } from './reader/index.ts'
import type { Count, Role } from './reader/roles.ts'
import { hear } from './reader/said.ts'

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
  if (first.confidence >= SURE || !deps.llm || !input.message.text.trim()) return first
  const near = first.mids ?? []
  const second = await deps.llm.understand({ ...input, near })
  return second ? (checked(second, first, input) ?? doubted(first)) : first
}

/** The two disagree where neither may decide alone: the customer is asked. */
const DOUBT = 0.4
const doubted = (first: Understanding): Understanding => ({
  ...first,
  confidence: Math.min(first.confidence, DOUBT),
})

/** Only the reader's own word moves money or calls it paid. */
const OWN_WORD: Intent[] = ['confirm', 'paid_claim']
/** Without the slot, the intent says nothing. */
const NEEDS: Partial<Record<Intent, keyof Understanding>> = {
  select: 'mid',
  give_link: 'link',
  give_quantity: 'quantity',
  give_comments: 'comments',
  give_destination: 'destination',
}

const COUNTED: Role[] = ['free', 'picked', 'amount', 'numbered', 'orderPerhaps']
const MONEY: Role[] = ['free', 'money', 'picked', 'amount']

const written = (counts: Count[], roles: Role[], value: number | undefined): boolean =>
  value !== undefined && counts.some((count) => count.value === value && roles.includes(count.role))

const checked = (
  second: Understanding,
  first: Understanding,
  { catalogue, message }: UnderstandInput,
): Understanding | null => {
  const onSale = new Set(catalogue.map((entry) => entry.mid))
  if (second.mid !== undefined && !onSale.has(second.mid)) return null
  if (OWN_WORD.includes(second.intent) && first.intent !== second.intent) return null
  const { counts } = hear(message.text)
  const {
    link: _,
    links: __,
    comments: ___,
    destination: ____,
    quantity,
    budget,
    order_id,
    mids,
    ...rest
  } = second
  const meaning: Understanding = {
    ...rest,
    ...(mids ? { mids: mids.filter((mid) => onSale.has(mid)).slice(0, 10) } : {}),
    ...(first.link ? { link: first.link } : {}),
    ...(first.links ? { links: first.links } : {}),
    ...(first.comments ? { comments: first.comments } : {}),
    ...(first.destination ? { destination: first.destination } : {}),
    ...(quantity !== undefined && written(counts, COUNTED, quantity) ? { quantity } : {}),
    ...(budget !== undefined && written(counts, MONEY, budget) ? { budget } : {}),
    ...(order_id && message.text.toUpperCase().includes(order_id.toUpperCase()) ? { order_id } : {}),
  }
  const needed = NEEDS[meaning.intent]
  return needed && meaning[needed] === undefined ? null : meaning
}
