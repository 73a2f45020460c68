// Job `notices.letter`: brings what is to be said to a customer beside the dialogue, in the order in which it was written, each once:
// the transcript remembers which letters were said. What can't be brought the seller hears of.

import { withLetters } from '../chats/letters.ts'
import { promisedAt } from '../chats/promise.ts'
import type { ChatKey, CustomerId, Millis, ShopId } from '../lib/brand.ts'
import { type Clock, DAY, MINUTE } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import { deskJob } from '../model/desk-news.ts'
import { IDLE } from '../model/dialogue.ts'
import type { JobContext, JobResult } from '../model/job.ts'
import type { By } from '../model/order.ts'
import type { Outgoing, Say } from '../model/say.ts'
import type { Shop } from '../model/shop.ts'
import type { Chat, Item, Letter } from '../store/documents.ts'
import type { Store } from '../store/store.ts'
import { type How, render } from '../text/render.ts'
import type { ChannelOf, SendOutcome } from './channel.ts'
import { inTurn } from './turn.ts'

export type LetterDeps = {
  store: Pick<Store, 'chats' | 'items' | 'shops' | 'messages' | 'keys' | 'jobs' | 'orders' | 'customers'>
  clock: Clock
  log: Log
  channelOf: ChannelOf
}

const SOON = 2000
/** Far enough back to find a letter that was said before its process died. */
const LOOKED_AT = 60

export const bringLetters = async (
  deps: LetterDeps,
  payload: Record<string, string>,
  { job }: JobContext,
): Promise<JobResult> => {
  const { shop: shopId = '', chat: key = '' } = payload
  const shop = await deps.store.shops.get(shopId)
  if (!shop) return 'done'
  if (payload['item']) await writeOfItem(deps, shop, payload)
  if (payload['refill']) await writeOfRefill(deps, shop, payload)
  const told = await inTurn(deps, { order: `letters:${key}`, job }, () => bringAll(deps, shop, key))
  return told ?? { again: (deps.clock.now() + SOON) as Millis }
}

/** What the item has to say, as a letter of its chat. */
const writeOfItem = async (
  deps: LetterDeps,
  shop: Shop,
  { item: id = '', chat: key = '', say }: Record<string, string>,
): Promise<void> => {
  const { store, clock } = deps
  const item = await store.items.get(shop.id, id)
  const order = item?.order ? await store.orders.get(shop.id, item.order) : null
  const letter = item && letterOf(item, { shop, say: say ?? '', number: order?.number, now: clock.now() })
  if (letter) await put(deps, shop, { key, customer: item?.customer, letter })
}

type Putting = { key: ChatKey; customer: CustomerId | undefined; letter: Letter }

/** A chat that nobody used for so long that it was forgotten begins anew with it: what was promised is said all the same. */
const put = async ({ store, clock }: LetterDeps, { id: shop }: Shop, { key, customer, letter }: Putting) => {
  const write = () => store.chats.change(shop, key, (chat) => withLetters(chat, [letter]))
  if ((await write()) || customer === undefined) return
  const language = (await store.customers.get(shop, customer))?.language
  const now = clock.now()
  await store.chats.ensure({
    ...{ key, shop, customer, dialogue: IDLE, lastUpdate: 0, createdAt: now, seenAt: now, v: 1 },
    ...(language ? { language } : {}),
  })
  await write()
}

const writeOfRefill = async (
  deps: LetterDeps,
  shop: Shop,
  { order: id = '', refill: which = '', chat: key = '' }: Record<string, string>,
): Promise<void> => {
  const { store, clock } = deps
  const order = await store.orders.get(shop.id, id)
  const refill = order?.refills?.[which]
  if (!order || !refill || refill.state === 'due') return
  const say: Say = { say: 'refillEnded', number: order.number, done: refill.state === 'done' }
  const letter: Letter = { id: `refill:${id}:${which}`, at: clock.now(), by: 'panel', say }
  await put(deps, shop, { key, customer: order.customer, letter })
}

type Writing = { shop: Shop; say: string; number: string | undefined; now: Millis }

const letterOf = (item: Item, { shop, say, number, now }: Writing): Letter | null => {
  const { id, number: ticket = '', dueAt, doneAt, missed, pick, answer } = item
  const common = { at: now, by: (item.by ?? 'system') as By, item: id }
  if (say === 'answer' && doneAt !== undefined && answer !== undefined) {
    if (!pick) return { id: `done:${id}`, ...common, text: answer }
    const told: Say = { say: 'itemAnswered', item: ticket, pick, ...(number ? { number } : {}) }
    return { id: `done:${id}`, ...common, say: told }
  }
  if (say !== 'late' || doneAt !== undefined || dueAt === undefined || !missed) return null
  const late: Say = { say: 'promiseLate', item: ticket, promised: promisedAt(shop, dueAt) }
  return { id: `late:${id}:${missed}`, at: now, by: 'system', say: late }
}

const bringAll = async (deps: LetterDeps, shop: Shop, key: ChatKey): Promise<JobResult> => {
  for (;;) {
    const chat = await deps.store.chats.get(shop.id, key)
    const letter = chat?.letters?.[0]
    if (!chat || !letter) return 'done'
    const outcome = await bring(deps, shop, { chat, letter })
    if (outcome.kind === 'later') return later(deps, letter, outcome.ms)
    await ended(deps, { chat, letter, unreached: outcome.kind !== 'sent' })
  }
}

/** No job waits for ever for a bot that does not answer again: what is a day old is given up, and the seller told. */
const later = (deps: LetterDeps, { at }: Letter, ms: number): JobResult => ({
  again: (deps.clock.now() + Math.max(ms, deps.clock.now() - at > MINUTE ? MINUTE : SOON)) as Millis,
})

type Bringing = { chat: Chat; letter: Letter }

const bring = async (deps: LetterDeps, shop: Shop, { chat, letter }: Bringing): Promise<SendOutcome> => {
  const said = await lineOf(deps, chat, letter.id)
  if (said) return said.unsent ? { kind: 'blocked' } : { kind: 'sent', messageId: 0 }
  const old = deps.clock.now() - letter.at >= DAY
  const channel = await deps.channelOf(shop.id, chat.key)
  if (!channel) return old ? { kind: 'blocked' } : { kind: 'later', ms: MINUTE, detail: 'no bot' }
  const outcome = await channel.send(chat.key, messageOf(letter, howOf(shop, chat, deps.clock.now())))
  if (outcome.kind === 'refused')
    deps.log.error({ chat: chat.key, detail: outcome.detail }, 'a letter was refused')
  return outcome.kind === 'later' && old ? { kind: 'blocked' } : outcome
}

const howOf = ({ settings }: Shop, chat: Chat, now: Millis): How => {
  const { name, voice, timezone, language } = settings
  return { shop: name, voice, timezone, language: chat.language ?? language, now }
}

const messageOf = (letter: Letter, how: How): Outgoing => {
  const isWords = 'text' in letter
  const said = render(isWords ? { say: 'fromSeller', text: letter.text } : letter.say, how)
  const from = isWords || letter.say.say === 'itemAnswered' ? 'seller' : 'bot'
  return { ...said, letter: { id: letter.id, from } }
}

/** What the transcript has of it. */
const lineOf = async ({ store }: LetterDeps, { shop, key }: Chat, id: string) =>
  (await store.messages.list(shop, key, { limit: LOOKED_AT })).find((message) => message.letter === id)

const ended = async (
  deps: LetterDeps,
  { chat, letter, unreached }: Bringing & { unreached: boolean },
): Promise<void> => {
  const { store, clock } = deps
  const now = clock.now()
  if (letter.item) await answeredItem(deps, chat.shop, { id: letter.item, unreached })
  if (unreached && isSellers(letter)) await noteUnreached(deps, chat, letter)
  await store.chats.change(chat.shop, chat.key, (current) => {
    const letters = (current.letters ?? []).filter(({ id }) => id !== letter.id)
    if (letters.length === (current.letters ?? []).length) return null
    const told = deskJob(chat.shop, { news: 'unreached', chat: chat.key, mark: letter.id }, now)
    const jobs = unreached && isSellers(letter) ? [told] : []
    return { ...current, letters, outbox: [...(current.outbox ?? []), ...jobs] }
  })
}

const isSellers = (letter: Letter): boolean => 'text' in letter || letter.say.say === 'itemAnswered'

/** The transcript shows what did not arrive. */
const noteUnreached = async (
  { store, clock }: LetterDeps,
  { shop, key }: Chat,
  letter: Letter,
): Promise<void> => {
  if ((await store.messages.list(shop, key, { limit: LOOKED_AT })).some((one) => one.letter === letter.id))
    return
  const text = 'text' in letter ? letter.text : ''
  await store.messages.append({
    chat: key,
    shop,
    from: 'seller',
    text,
    at: clock.now(),
    letter: letter.id,
    unsent: true,
  })
}

/** The promise is kept with the words that reached the customer; nobody who has blocked the bot is waited for. */
const answeredItem = async (
  { store, clock }: LetterDeps,
  shop: ShopId,
  { id, unreached }: { id: string; unreached: boolean },
): Promise<void> => {
  await store.items.change(shop, id, (item) => {
    if (item.answeredAt !== undefined) return null
    const { dueAt: _, ...kept } = item
    return { ...kept, answeredAt: clock.now(), ...(unreached ? { unreached } : {}) }
  })
}
