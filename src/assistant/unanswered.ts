// What customers asked and nobody could answer: the same question once, however often it came. Answered once, it becomes knowledge, and
// those who asked within a day are told; or it is put aside.
import { createHash } from 'node:crypto'
import { closeItem } from '../chats/items-close.ts'
import { withLetters } from '../chats/letters.ts'
import type { Millis, ShopId } from '../lib/brand.ts'
import { type Clock, DAY } from '../lib/clock.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import { cut, fold } from '../lib/text.ts'
import type { By } from '../model/order.ts'
import type { Item, KnowledgeDoc, KnowledgeHead } from '../store/documents.ts'
import type { Store } from '../store/store.ts'
import { headOf, KEEP_LIMITS } from './documents/keep.ts'
import { tellingWords } from './knowledge-words.ts'

export type UnansweredDeps = {
  store: Pick<Store, 'items' | 'chats' | 'knowledge' | 'keys' | 'shops' | 'orders'>
  clock: Clock
}

export type Question = {
  key: string
  text: string
  times: number
  chats: number
  firstAt: Millis
  lastAt: Millis
}
type Which = { shop: ShopId; key: string; by: By }

/** Open items that are looked at; a shop with more has other things to do first. */
const MOST = 1000
/** Who asked longer ago has gone on without the answer. */
const STILL_WAITS = DAY

/** The same words in another order, with other fillers or slang, are the same question. */
export const keyOf = (text: string): string => {
  const words = [...new Set(tellingWords(text))].sort()
  const plain =
    words.join(' ') ||
    fold(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  const same = plain || text.trim()
  return createHash('sha256').update(same).digest('base64url').slice(0, 16)
}

const openItems = async (
  { store }: Pick<UnansweredDeps, 'store'>,
  shop: ShopId,
): Promise<Map<string, Item[]>> => {
  const groups = new Map<string, Item[]>()
  for (const item of await store.items.list(shop, true, MOST))
    if (item.kind === 'question')
      groups.set(keyOf(item.text), [...(groups.get(keyOf(item.text)) ?? []), item])
  return groups
}

/** Asked most often first, then last. */
export const unanswered = async (deps: Pick<UnansweredDeps, 'store'>, shop: ShopId): Promise<Question[]> => {
  const groups = await openItems(deps, shop)
  return [...groups]
    .map(([key, items]) => ({
      key,
      text: items[0]?.text ?? '',
      times: items.length,
      chats: new Set(items.map(({ chat, id }) => chat ?? id)).size,
      firstAt: Math.min(...items.map(({ at }) => at)) as Millis,
      lastAt: Math.max(...items.map(({ at }) => at)) as Millis,
    }))
    .sort((a, b) => b.times - a.times || b.lastAt - a.lastAt)
}

const close = async (deps: UnansweredDeps, items: readonly Item[], by: By): Promise<void> => {
  // A question has no number and no one-tap answer: what these would need is never asked for.
  const closing = { ...deps, moneyBack: async () => 0, wordsOf: async () => '' }
  for (const { shop, id } of items) await closeItem(closing, { shop, id, by })
}

/** One document a question: answered again, it has the new words. */
const learn = async (
  { store, clock }: UnansweredDeps,
  { shop, key, title, text }: { shop: ShopId; key: string; title: string; text: string },
): Promise<KnowledgeDoc | null> => {
  const now = clock.now()
  const draft: KnowledgeDoc = {
    id: `kd_q_${key}`,
    shop,
    title: cut(title, KEEP_LIMITS.title),
    kind: 'answer',
    format: 'text',
    text,
    length: text.length,
    at: now,
    v: 1,
  }
  if ((await store.knowledge.create(draft)) === 'created') return draft
  return store.knowledge.change(shop, draft.id, (current) => ({ ...draft, v: current.v }))
}

/** The chat's letter is named after what was asked: told once, whoever presses and however often. */
const tell = async (
  { store, clock }: UnansweredDeps,
  item: Item,
  answer: { text: string; by: By },
): Promise<boolean> => {
  if (!item.chat || clock.now() - item.at > STILL_WAITS) return false
  const { text, by } = answer
  const letter = {
    id: `answer:${item.id}`,
    at: clock.now(),
    by,
    item: item.id,
    say: { say: 'questionAnswered' as const, question: cut(item.text, 200), answer: text },
  }
  return (await store.chats.change(item.shop, item.chat, (chat) => withLetters(chat, [letter]))) !== null
}

/** Of one chat that asked it twice, the last time. */
const oncePerChat = (items: readonly Item[]): Item[] => {
  const last = new Map<string, Item>()
  for (const item of [...items].sort((a, b) => a.at - b.at)) if (item.chat) last.set(item.chat, item)
  return [...last.values()]
}

/** In this order, so that a process killed between loses nobody: what is known already is known again, who was told is not told twice,
 *  and what is still open is found by the same key. */
export const answerQuestion = async (
  deps: UnansweredDeps,
  { shop, key, by, title, text }: Which & { title?: string | undefined; text: string },
): Promise<Outcome<{ head: KnowledgeHead; told: number }, 'notFound' | 'full'>> => {
  const items = (await openItems(deps, shop)).get(key) ?? []
  const [first] = items
  if (!first) return refuse('notFound')
  const heads = await deps.store.knowledge.list(shop)
  if (heads.length >= KEEP_LIMITS.documents && !heads.some(({ id }) => id === `kd_q_${key}`))
    return refuse('full')
  const doc = await learn(deps, { shop, key, title: title || first.text, text })
  if (!doc) return refuse('notFound')
  let told = 0
  for (const item of oncePerChat(items)) if (await tell(deps, item, { text, by })) told++
  await close(deps, items, by)
  return { ok: true, head: headOf(doc), told }
}

export const dismissQuestion = async (
  deps: UnansweredDeps,
  { shop, key, by }: Which,
): Promise<Outcome<{ count: number }, 'notFound'>> => {
  const items = (await openItems(deps, shop)).get(key) ?? []
  if (items.length === 0) return refuse('notFound')
  await close(deps, items, by)
  return { ok: true, count: items.length }
}
