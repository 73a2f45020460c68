// Customers who ask for a person, before the seller: an item with its answers, or the chat that a person has, as one card each for
// every bound account. It is shown anew when the customer says more, reminds of its promise, and ends in place.
import type { ChatKey } from '../lib/brand.ts'
import { markOf } from '../model/desk-action.ts'
import type { By } from '../model/order.ts'
import type { Outgoing } from '../model/say.ts'
import type { Shop } from '../model/shop.ts'
import type { Chat, ChatMessage, Item } from '../store/documents.ts'
import type { Store } from '../store/store.ts'
import { type ChatCard, type ItemCard, renderCallSay, renderChat, renderItem } from '../text/calls.ts'
import { visible } from '../text/html.ts'
import { type CardDeps, type Ear, endCard, sellerHow, showCard } from './cards.ts'
import { nameOf } from './ending.ts'

export type CallDeps = CardDeps & {
  store: Pick<Store, 'keys' | 'items' | 'chats' | 'messages' | 'customers' | 'orders'>
}

export const itemSubject = (id: string): string => `item:${id}`
export const chatSubject = (key: ChatKey): string => `chat:${key}`

const LINES = 6

/** A preview's transcript is markup where the bot or the seller speaks. */
export const plainText = ({ text, from, chat }: Pick<ChatMessage, 'text' | 'from' | 'chat'>): string =>
  from !== 'customer' && chat.startsWith('preview-') ? visible(text) : text

const nameIn = async ({ store }: CallDeps, shop: Shop, customer: string | undefined): Promise<string> =>
  (customer ? (await store.customers.get(shop.id, customer))?.name : undefined) ?? '–'

const orderIn = async ({ store }: CallDeps, shop: Shop, id: string | undefined) => {
  const order = id ? await store.orders.get(shop.id, id) : null
  return order ? { order: { number: order.number, state: order.state } } : {}
}

type Why = { why?: 'remind' | 'late' }

const owed = (item: Item | null) => ({
  answered: item?.answeredAt !== undefined,
  ...(item?.dueAt === undefined ? {} : { dueAt: item.dueAt }),
  ...(item?.missed === undefined ? {} : { missed: item.missed }),
})

export const itemMessage = async (deps: CallDeps, shop: Shop, { item, why }: { item: Item } & Why) => {
  const chat = item.kind === 'human' && item.chat ? await deps.store.chats.get(shop.id, item.chat) : null
  const done =
    item.doneAt === undefined
      ? {}
      : {
          done: {
            what: 'itemDone' as const,
            who: nameOf((item.by ?? 'system') as By, shop),
            at: item.doneAt,
          },
        }
  const card: ItemCard = {
    mark: markOf(item.id),
    kind: item.kind,
    number: item.number ?? '',
    name: await nameIn(deps, shop, item.customer),
    text: item.text,
    at: item.at,
    more: item.more ?? [],
    ...owed(item),
    ...(await orderIn(deps, shop, item.order)),
    ...(item.stand ? { stand: item.stand } : {}),
    ...(chat?.handoff?.item === item.id ? { chat: markOf(chat.key) } : {}),
    ...(item.answer ? { answer: item.answer } : {}),
    ...done,
    ...(why ? { why } : {}),
  }
  return renderItem(card, sellerHow(shop, deps.clock.now()))
}

export const chatMessage = async (deps: CallDeps, shop: Shop, { chat, why }: { chat: Chat } & Why) => {
  const said = await deps.store.messages.list(shop.id, chat.key, { limit: LINES })
  const item = chat.handoff?.item ? await deps.store.items.get(shop.id, chat.handoff.item) : null
  const [newest] = await deps.store.orders.list(shop.id, { customer: chat.customer, limit: 1 })
  const { answered, ...promise } = owed(item)
  const card: ChatCard = {
    mark: markOf(chat.key),
    name: await nameIn(deps, shop, chat.customer),
    ...promise,
    answered: answered || chat.handoff?.answeredAt !== undefined,
    ...(item?.number ? { number: item.number } : {}),
    ...(await orderIn(deps, shop, item?.order ?? newest?.id)),
    lines: said
      .filter(({ deleted }) => !deleted)
      .map((message) => ({ from: message.from, text: plainText(message) })),
    ...(why ? { why } : {}),
  }
  return renderChat(card, sellerHow(shop, deps.clock.now()))
}

export const chatOver = async (
  deps: CallDeps,
  shop: Shop,
  { chat, by = '' }: { chat: Chat; by?: By | '' },
): Promise<Outgoing> => {
  const name = await nameIn(deps, shop, chat.customer)
  const who = by === '' ? '' : nameOf(by, shop)
  return renderCallSay({ say: 'over', name, who }, sellerHow(shop, deps.clock.now()))
}

type Telling = { mark: string; job: string }

/** Milliseconds to wait when somebody could not be reached yet, else 0. */
export const tellItem = async (
  deps: CallDeps,
  shop: Shop,
  { item: id, mark, job }: Telling & { item: string },
): Promise<number> => {
  const item = await deps.store.items.get(shop.id, id)
  if (!item) return 0
  const chat = item.chat ? await deps.store.chats.get(shop.id, item.chat) : null
  if (item.doneAt !== undefined) {
    const message = await itemMessage(deps, shop, { item })
    return toEach(shop, (ear) => end(deps, ear, { subject: itemSubject(id), message }))
  }
  const why = /^(remind|late)/.exec(mark)?.[1] as 'remind' | 'late' | undefined
  if (why && item.dueAt === undefined) return 0
  const because = why ? { why } : {}
  if (item.kind === 'human' && chat?.handoff?.item === id) {
    const message = await chatMessage(deps, shop, { chat, ...because })
    return toEach(shop, (ear) => show(deps, ear, { subject: chatSubject(chat.key), message, job }))
  }
  const message = await itemMessage(deps, shop, { item, ...because })
  return toEach(shop, (ear) => show(deps, ear, { subject: itemSubject(id), message, job }))
}

export const tellChat = async (
  deps: CallDeps,
  shop: Shop,
  { chat: key, job }: Telling & { chat: ChatKey },
): Promise<number> => {
  const chat = await deps.store.chats.get(shop.id, key)
  if (!chat) return 0
  const subject = chatSubject(key)
  if (chat.handoff) {
    const message = await chatMessage(deps, shop, { chat })
    return toEach(shop, (ear) => show(deps, ear, { subject, message, job }))
  }
  const message = await chatOver(deps, shop, { chat })
  return toEach(shop, (ear) => end(deps, ear, { subject, message }))
}

const toEach = async (shop: Shop, tell: (ear: Ear) => Promise<number>): Promise<number> => {
  let wait = 0
  for (const { user } of shop.bound) wait = Math.max(wait, await tell({ shop, user }))
  return wait
}

type Showing = { subject: string; message: Outgoing }

const show = async (
  deps: CallDeps,
  ear: Ear,
  { job, ...card }: Showing & { job: string },
): Promise<number> => {
  const key = `told:${job}:${ear.user}`
  if ((await deps.store.keys.owner(key)) !== null) return 0
  const heard = await showCard(deps, ear, card)
  if (heard.kind === 'later') return heard.ms
  await deps.store.keys.claim(key, heard.kind)
  return 0
}

const end = async (deps: CallDeps, ear: Ear, card: Showing): Promise<number> => {
  const ended = await endCard(deps, ear, card)
  return ended === 'ended' ? 0 : ended.ms
}
