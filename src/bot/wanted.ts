// What customers want to have or to know and do not get here: the seller sees it, each thing once a day and chat.
import { createHash } from 'node:crypto'
import type { Told } from '../assistant/llm.ts'
import { DAY } from '../lib/clock.ts'
import { maskAccounts } from '../model/account-numbers.ts'
import { newestBill } from '../model/order.ts'
import type { Say } from '../model/say.ts'
import type { Understanding } from '../model/understanding.ts'
import type { ActDeps, Discussed, Doing, Performed } from './act-deps.ts'
import { explain } from './conversations/answering.ts'
import { askAgain } from './conversations/purchase.ts'
import { topicOf } from './topics.ts'

/** Of one chat in a day: nobody fills a seller's list alone. */
const MOST = 20

export const wanted = async (deps: ActDeps, { scene }: Doing, text: string): Promise<void> => {
  const now = deps.clock.now()
  const newest = await deps.store.items.ofChat(scene.shop, scene.chat, 2 * MOST)
  if (newest.filter(({ kind, at }) => kind === 'question' && now - at < DAY).length >= MOST) return
  const about = `${scene.chat}\n${text.trim().toLowerCase()}\n${Math.floor(now / DAY)}`
  await deps.store.items.create({
    id: `it_${createHash('sha256').update(about).digest('base64url').slice(0, 22)}`,
    shop: scene.shop,
    kind: 'question',
    chat: scene.chat,
    text: maskAccounts(text).slice(0, 1000),
    at: now,
  })
}

/** The seller's own documents answer, then the model, then what is the same in every shop; what nobody knows goes to the seller. */
export const question = async (deps: ActDeps, doing: Doing, text: string): Promise<Performed> => {
  const { dialogue, shop, scene } = doing
  const found = (await deps.answer?.(scene.shop, text)) ?? null
  const general = found && {
    say: 'general' as const,
    answer: found.text,
    quoted: true as const,
    sources: found.sources,
  }
  if (general) return { dialogue, say: [general, ...askAgain(dialogue, shop)] }
  const told = (await deps.discuss?.(scene, discussed(doing, { text }))) ?? null
  if (told)
    return spoken(doing, told, (answer) => ({
      say: 'general',
      answer,
      ...(told.sources ? { sources: told.sources } : {}),
    }))
  const topic = topicOf(text)
  if (topic) return { dialogue, say: [{ say: 'topic', topic }, ...askAgain(dialogue, shop)] }
  await wanted(deps, doing, text)
  return { dialogue, say: [{ say: 'general' }, ...askAgain(dialogue, shop)] }
}

/** What the shelf's facts leave open about products: the seller's documents, else the model, else the terms. */
export const aside = async (deps: ActDeps, doing: Doing, text: string): Promise<Performed> => {
  const found = (await deps.answer?.(doing.scene.shop, text)) ?? null
  const told = found ?? (await deps.discuss?.(doing.scene, discussed(doing, { text }))) ?? null
  if (!told?.text) {
    const topic = topicOf(text)
    return { dialogue: doing.dialogue, say: topic ? [{ say: 'topic', topic }] : [] }
  }
  const { text: answer, sources } = told
  return { dialogue: doing.dialogue, say: [{ say: 'general', answer, ...(sources ? { sources } : {}) }] }
}

/** Words that nothing is heard in: the seller's documents may know them, and then no harm is done by quoting. */
export const perhapsWritten = async (
  { answer }: Pick<ActDeps, 'answer'>,
  { dialogue, shop, scene }: Doing,
  text: string,
): Promise<Performed | null> => {
  const found = isTalk(text) ? ((await answer?.(scene.shop, text)) ?? null) : null
  if (!found) return null
  const said: Say = { say: 'general', answer: found.text, quoted: true, sources: found.sources }
  return { dialogue: { ...dialogue, misses: 0 }, say: [said, ...askAgain(dialogue, shop)] }
}

/** A laugh or a smiley is answered without thinking. */
const isTalk = (text: string): boolean => (text.match(/\p{L}{2,}/gu) ?? []).length >= 2

export const smallTalk = async (deps: ActDeps, doing: Doing, text: string): Promise<Performed> => {
  const { dialogue, shop, scene } = doing
  const told = isTalk(text)
    ? ((await deps.discuss?.(scene, discussed(doing, { text, small: true }))) ?? null)
    : null
  if (told?.text) return spoken(doing, told, (said) => ({ say: 'chitchat', text: said }))
  const open = askAgain(dialogue, shop)
  if (open.length > 0) return { dialogue, say: [{ say: 'chitchat', open: true }, ...open] }
  const pick = dialogue.asked === 'choosing' ? dialogue.shown?.rows[0]?.mid : undefined
  if (pick !== undefined) return { dialogue, say: [{ say: 'chitchat', pick }] }
  const unpaid = shop.bills.find((order) => newestBill(order)?.claimedAt === undefined)
  return { dialogue, say: [{ say: 'chitchat', ...(unpaid ? { bill: unpaid.number } : {}) }] }
}

const discussed = ({ dialogue, shop }: Doing, about: Pick<Discussed, 'text' | 'small'>): Discussed => ({
  ...about,
  shown: (dialogue.shown?.rows ?? []).map(({ mid }) => mid),
  links: [...(dialogue.link ? [dialogue.link] : []), ...shop.bills.map(({ quote }) => quote.link)],
  goods: shop.goods,
})

/** The model's words, and the shop's own line where it wanted to speak of figures. */
const spoken = (
  { dialogue, shop }: Doing,
  { text, products, money }: Told,
  say: (text: string) => Say,
): Performed => {
  const words = text ? [say(text)] : []
  const how: Say[] = money ? [{ say: 'priceHow' }] : []
  const otherwise = () => ({ dialogue, say: [...how, ...askAgain(dialogue, shop)] })
  if (products.length === 0) {
    const rest = otherwise()
    return { ...rest, say: [...words, ...rest.say] }
  }
  const meaning: Understanding = {
    intent: 'ask_product',
    confidence: 1,
    mids: products.slice(0, 3),
    about: 'price',
  }
  const priced = explain(dialogue, meaning, { shop, otherwise })
  return { dialogue: priced.dialogue, say: [...words, ...priced.say] }
}
