// What of the model's word counts. It may name only what is on sale here and what the customer wrote; it can neither say yes, nor claim a
// payment, nor take something back that is open. Pure.
import type { Asked, AskedContext, CatalogueEntry, Intent, Understanding } from '../model/understanding.ts'
import type { Count, Role } from './reader/roles.ts'
import { hear } from './reader/said.ts'
import { withGoods } from './with-goods.ts'

export type Given = {
  text: string
  asked: { state: Asked; context: AskedContext }
  catalogue: CatalogueEntry[]
}

/** Only the reader's own word moves money, calls it paid, or says where it goes. */
const OWN_WORD: Intent[] = ['confirm', 'paid_claim', 'give_destination']
/** While a bill is open these take it back: only where the reader heard one of them too. Beside another dialogue a bill may be open as
 *  well, and nothing tells: there an order is stopped, and what is not chosen yet changed, by the reader's word alone. */
const TAKES_BACK: Intent[] = ['cancel', 'cancel_order', 'change']
/** Without the slot, the intent says nothing. */
const NEEDS: Partial<Record<Intent, keyof Understanding>> = {
  select: 'mid',
  give_link: 'link',
  give_quantity: 'quantity',
  give_comments: 'comments',
  give_destination: 'destination',
}
/** A sum with these makes a bill or a card by itself: unless the reader heard the same, it is asked for. */
const SUMMED: Intent[] = ['topup', 'withdraw']

const COUNTED: Role[] = ['free', 'picked', 'amount', 'orderPerhaps']
const MONEY: Role[] = ['free', 'money', 'picked', 'amount']
/** Said by the model, never more than nearly sure. */
const MOST_SURE = 0.95

const mayNot = (second: Understanding, first: Understanding, { asked, catalogue }: Given): boolean => {
  if (second.mid !== undefined && !catalogue.some(({ mid }) => mid === second.mid)) return true
  if (OWN_WORD.includes(second.intent) && first.intent !== second.intent) return true
  return takesBack(second.intent, first.intent, asked)
}

const takesBack = (second: Intent, first: Intent, { state, context }: Given['asked']): boolean => {
  if (state === 'paying') return TAKES_BACK.includes(second) && !TAKES_BACK.includes(first)
  if (state === 'idle' || first === second) return false
  return second === 'cancel_order' || (second === 'change' && context.mid === undefined)
}

const written = (counts: Count[], roles: Role[], value: number): boolean =>
  counts.some((count) => count.value === value && !count.broken && roles.includes(count.role))

const quantityIn = ({ quantity, mid, budget }: Understanding, counts: Count[], given: Given) => {
  const { state, context } = given.asked
  const isMid = state === 'choosing' && quantity !== undefined && context.shown?.includes(quantity)
  const once = counts.filter(({ value }) => value === quantity).length < 2
  // One number is one thing: what was picked, or the money, is not the quantity too.
  if (quantity === undefined || isMid || (once && (quantity === mid || quantity === budget))) return {}
  return written(counts, COUNTED, quantity) ? { quantity } : {}
}

const budgetIn = ({ intent, budget }: Understanding, first: Understanding, counts: Count[]) => {
  if (budget === undefined || !written(counts, MONEY, budget)) return {}
  return SUMMED.includes(intent) && first.budget !== budget ? {} : { budget }
}

const NUMBER = /^(?=.*\d)[A-Za-z0-9]{3,20}$/

/** A word of its own that may be an order's number: five characters with a letter, or what the reader took for one. */
const orderIn = ({ order_id: said }: Understanding, first: Understanding, text: string) => {
  if (!said) return {}
  const own = first.order_id?.toUpperCase() === said.toUpperCase()
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word.toUpperCase() === said.toUpperCase())
  const five = /^(?=.*[A-Za-z])[A-Za-z0-9]{5}$/.test(said) && NUMBER.test(said)
  return own || (five && words.length > 0 && !linked(text, said)) ? { order_id: said.toUpperCase() } : {}
}

const linked = (text: string, word: string): boolean =>
  (text.match(/\S*[/@]\S*/g) ?? []).some((link) => link.toUpperCase().includes(word.toUpperCase()))

/** Null: nothing of it counts, and the two disagree. */
export const checked = (second: Understanding, first: Understanding, given: Given): Understanding | null => {
  if (mayNot(second, first, given)) return null
  const onSale = new Set(given.catalogue.map(({ mid }) => mid))
  const { counts } = hear(given.text)
  const { intent, confidence, mid, mids, platform, kind, prefer, about, field } = second
  const { link, links, comments, destination } = first
  const slots = { mid, platform, kind, prefer, about, field, link, links, comments, destination }
  const meaning: Understanding = {
    intent,
    confidence: Math.min(confidence, MOST_SURE),
    ...(mids ? { mids: mids.filter((one) => onSale.has(one)).slice(0, 10) } : {}),
    ...(Object.fromEntries(
      Object.entries(slots).filter(([, value]) => value !== undefined),
    ) as Partial<Understanding>),
    ...quantityIn(second, counts, given),
    ...budgetIn(second, first, counts),
    ...orderIn(second, first, given.text),
  }
  const needed = NEEDS[intent]
  return needed && meaning[needed] === undefined ? null : withGoods(meaning, given.catalogue)
}
