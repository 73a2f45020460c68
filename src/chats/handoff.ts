// A person takes the chat, writes in it, and gives it back. Each is one guarded write of the chat, with the jobs that follow: of two
// sellers who press at once one gives it back, and words written twice under one key are one message.
import type { ChatKey, Millis, ShopId } from '../lib/brand.ts'
import { type Clock, HOUR } from '../lib/clock.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import { deskJob } from '../model/desk-news.ts'
import type { JobDraft, JobResult } from '../model/job.ts'
import type { By } from '../model/order.ts'
import type { SentFile } from '../model/say.ts'
import type { Shop } from '../model/shop.ts'
import type { Chat, Handoff, Item, Letter } from '../store/documents.ts'
import type { Store } from '../store/store.ts'
import { releaseItem } from './items.ts'
import { owesAnswer } from './items-close.ts'
import { isWritten, MOST_WAITING, readLetter, withLetters } from './letters.ts'
import { hoursOf, promisedAt } from './promise.ts'

export type HandoffDeps = { store: Pick<Store, 'chats' | 'items' | 'keys' | 'shops'>; clock: Clock }
type Which = { shop: ShopId; chat: ChatKey; by: By }

/** Looks when the bot may come back; once for each time that a person takes the chat. */
export const followHandoffJob = ({ shop, key }: Pick<Chat, 'shop' | 'key'>, since: Millis): JobDraft => ({
  id: `chats.handoff:${shop}:${key}:${since}`,
  name: 'chats.handoff',
  at: since,
  payload: { shop, chat: key, since: String(since) },
})

/** For the write that answers the customer: the chat as a person has it. One that is had already stays so. */
export const handedOver = (chat: Chat, { item, now }: { item: Item; now: Millis }): Chat => {
  if (chat.handoff) return chat
  const handoff: Handoff = { since: now, reason: 'asked', item: item.id }
  return { ...chat, handoff, outbox: [...(chat.outbox ?? []), followHandoffJob(chat, now)] }
}

/** How often the seller hears that the customer goes on writing, at most. */
const TOLD_EVERY = 15_000

/** A customer's words in a chat that a person has: the seller sees them, together with others of the same moment; a file as it came. */
export const heardBySeller = (chat: Chat, now: Millis, sent?: { n: number; file: SentFile }): Chat => {
  const { id: file = '', kind = 'document' } = sent?.file ?? {}
  const shown = deskJob(chat.shop, { news: 'file', chat: chat.key, file, kind, mark: `file:${sent?.n}` }, now)
  const slot = Math.floor(now / TOLD_EVERY) + 1
  const told = deskJob(
    chat.shop,
    { news: 'chat', chat: chat.key, mark: `said:${slot}` },
    (slot * TOLD_EVERY) as Millis,
  )
  return { ...chat, outbox: [...(chat.outbox ?? []), told, ...(sent ? [shown] : [])] }
}

export type Writing = Which & {
  text: string /** What was written under it before is not sent again. */
  key: string
}

/** The seller's words. Whoever writes has the chat from then on. */
export const writeToCustomer = async (
  deps: HandoffDeps,
  { shop, chat: key, by, text, key: id }: Writing,
): Promise<Outcome<{ chat: Chat }, 'notFound' | 'text' | 'lettersWaiting'>> => {
  const words = readLetter(text)
  if (words === null) return refuse('text')
  const now = deps.clock.now()
  let full = false
  const chat = await deps.store.chats.change(shop, key, (current) => {
    if (isWritten(current, id)) return null
    full = (current.letters ?? []).length >= MOST_WAITING
    if (full) return null
    const { item } = current.handoff ?? {}
    const letter: Letter = { id, at: now, by, text: words, ...(item ? { item } : {}) }
    return withLetters(taken(current, now), [letter])
  })
  if (!chat) return refuse('notFound')
  return full ? refuse('lettersWaiting') : { ok: true, chat }
}

const taken = (chat: Chat, now: Millis): Chat => {
  const { handoff } = chat
  if (handoff) return { ...chat, handoff: { ...handoff, answeredAt: now } }
  const begun: Handoff = { since: now, reason: 'seller', answeredAt: now }
  return { ...chat, handoff: begun, outbox: [...(chat.outbox ?? []), followHandoffJob(chat, now)] }
}

/** Back to the bot, which says so. What was promised and never answered needs words first, or with it. */
export const handBack = async (
  deps: HandoffDeps,
  { shop, chat: key, by, text }: Which & { text?: string },
): Promise<Outcome<{ chat: Chat; already: boolean }, 'notFound' | 'needsMessage' | 'text'>> => {
  const found = await deps.store.chats.get(shop, key)
  if (!found) return refuse('notFound')
  const { handoff } = found
  if (!handoff) return { ok: true, chat: found, already: true }
  const words = text === undefined ? undefined : readLetter(text)
  if (words === null) return refuse('text')
  const item = handoff.item ? await deps.store.items.get(shop, handoff.item) : null
  const owes = item !== null && item.doneAt === undefined && owesAnswer(item)
  if (owes && handoff.answeredAt === undefined && words === undefined) return refuse('needsMessage')
  const answered = handoff.answeredAt !== undefined
  const ended: Ended = { by, answered, ...(words === undefined ? {} : { words }) }
  const given = await giveBack(deps, found, ended)
  if (given.mine && item) await endItem(deps, item, ended)
  return { ok: true, chat: given.chat ?? found, already: !given.mine }
}

type Giving = Ended & { say?: Letter & { say: unknown } }
/** `answered`: the seller wrote in this chat, whether or not it has been brought yet. */
type Ended = { by: By; words?: string; answered?: boolean }

const giveBack = async ({ store, clock }: HandoffDeps, { shop, key, handoff }: Chat, giving: Giving) => {
  const now = clock.now()
  const since = handoff?.since
  let mine = false
  const chat = await store.chats.change(shop, key, (current) => {
    mine = current.handoff !== undefined && current.handoff.since === since
    if (!mine) return null
    const { handoff: ended, ...rest } = current
    const item = ended?.item
    const { by, words } = giving
    const answer: Letter[] = words
      ? [{ id: `end:${since}`, at: now, by, text: words, ...(item ? { item } : {}) }]
      : []
    const back: Letter = giving.say ?? { id: `back:${since}`, at: now, by, say: { say: 'botBack' } }
    const told = deskJob(shop, { news: 'chat', chat: key, mark: `back:${since}` }, now)
    const jobs = [...(rest.outbox ?? []), told, ...(item ? [endJob(shop, { key, item, since, giving })] : [])]
    return withLetters({ ...rest, dialogue: { ...rest.dialogue, misses: 0 }, outbox: jobs }, [
      ...answer,
      back,
    ])
  })
  return { chat, mine }
}

/** The item ends too, also when this process dies between. One that is still owed an answer stays open. */
const endJob = (
  shop: ShopId,
  { key, item, since, giving }: { key: ChatKey; item: string; since: Millis | undefined; giving: Giving },
): JobDraft => ({
  id: `chats.handoff:${shop}:${item}:${since}:ended`,
  name: 'chats.handoff',
  at: 0,
  payload: {
    shop,
    chat: key,
    item,
    by: giving.by,
    ...(giving.words ? { words: giving.words } : {}),
    ...(giving.answered ? { answered: '1' } : {}),
  },
})

const endItem = async (
  { store, clock }: HandoffDeps,
  item: Item,
  { by, words, answered = false }: Ended,
): Promise<void> => {
  const now = clock.now()
  const ended = await store.items.change(item.shop, item.id, (current) => {
    if (current.doneAt !== undefined || (words === undefined && !answered && owesAnswer(current))) return null
    const told = deskJob(item.shop, { news: 'item', item: item.id, mark: 'ended' }, now)
    const answer = words === undefined ? {} : { answer: words }
    return { ...current, ...answer, doneAt: now, by, outbox: [...(current.outbox ?? []), told] }
  })
  if (ended?.doneAt !== undefined) await releaseItem({ store }, ended)
}

/** Job `chats.handoff`: the bot comes back a while after the seller's last word, or where none came; or an item is ended. */
export const followHandoff = async (
  deps: HandoffDeps,
  payload: Record<string, string>,
): Promise<JobResult> => {
  const { shop: shopId = '', chat: key = '', since, item: ended } = payload
  if (ended) {
    const item = await deps.store.items.get(shopId, ended)
    const { by, words, answered } = payload
    const how = { by: by as By, answered: answered === '1', ...(words === undefined ? {} : { words }) }
    if (item) await endItem(deps, item, how)
    return 'done'
  }
  const shop = await deps.store.shops.get(shopId)
  const chat = await deps.store.chats.get(shopId, key)
  if (!shop || !chat?.handoff || String(chat.handoff.since) !== since) return 'done'
  const now = deps.clock.now()
  const backAt = (chat.handoff.answeredAt ?? chat.handoff.since) + hoursOf(shop).backHours * HOUR
  if (now < backAt) return { again: backAt as Millis }
  await backByTime(deps, shop, chat)
  return 'done'
}

const backByTime = async (deps: HandoffDeps, shop: Shop, chat: Chat): Promise<void> => {
  const { handoff, key } = chat
  const item = handoff?.item ? await deps.store.items.get(shop.id, handoff.item) : null
  const now = deps.clock.now()
  const open =
    item &&
    handoff?.answeredAt === undefined &&
    owesAnswer(item) &&
    !item.doneAt &&
    item.dueAt !== undefined &&
    item.number
      ? { item: item.number, promised: promisedAt(shop, item.dueAt) }
      : {}
  const say = {
    id: `back:${handoff?.since}`,
    at: now,
    by: 'system' as const,
    say: { say: 'botBack' as const, ...open },
  }
  const answered = handoff?.answeredAt !== undefined
  const given = await giveBack(deps, { ...chat, key }, { by: 'system', answered, say })
  if (given.mine && item) await endItem(deps, item, { by: 'system', answered })
}
