// Chats with customers: the list with those that wait for a person first, a transcript with its buttons, the seller's words, and back
// to the bot. What changes is hinted by the shop's stream.
import { Hono } from 'hono'
import * as v from 'valibot'
import type { Writing } from '../../chats/handoff.ts'
import { openItems } from '../../chats/items-open.ts'
import { LONGEST_LETTER } from '../../chats/letters.ts'
import type { ChatKey, ShopId } from '../../lib/brand.ts'
import type { Outcome } from '../../lib/outcome.ts'
import type { By } from '../../model/order.ts'
import type { Shop } from '../../model/shop.ts'
import { plainText } from '../../notices/calls.ts'
import type { Chat, ChatMessage } from '../../store/documents.ts'
import type { Store } from '../../store/store.ts'
import { answers, json } from '../describe.ts'
import type { AppEnv } from '../env.ts'
import { orReject, type RefusalTable, reject } from '../errors.ts'
import { type ChatLine, ChatPage, ChatView } from './chat-views.ts'
import { itemView } from './items.ts'

export type ChatsApiDeps = {
  store: Pick<Store, 'chats' | 'messages' | 'customers' | 'items' | 'orders'>
  write(writing: Writing): Promise<Outcome<{ chat: Chat }, 'notFound' | 'text' | 'lettersWaiting'>>
  handBack(which: {
    shop: ShopId
    chat: ChatKey
    by: By
    text?: string
  }): Promise<Outcome<{ chat: Chat; already: boolean }, 'notFound' | 'needsMessage' | 'text'>>
}

const REFUSALS: RefusalTable<'notFound' | 'text' | 'lettersWaiting' | 'needsMessage'> = {
  notFound: [404, 'There is no such chat'],
  text: [400, `Write 1 to ${LONGEST_LETTER} characters`],
  lettersWaiting: [409, 'Too many messages wait to be sent'],
  needsMessage: [409, 'The customer waits for an answer: send one first, or with it'],
}

const MOST = 60
const LINES = 100

const lineOf = (message: ChatMessage): ChatLine => {
  const { id, from, at, buttons = [], editedAt, unsent, picture } = message
  const labels = buttons.map((row) => row.map(({ label }) => label)).filter((row) => row.length > 0)
  return {
    id,
    from,
    text: plainText(message),
    at,
    ...(labels.length > 0 ? { buttons: labels } : {}),
    ...(editedAt === undefined ? {} : { editedAt }),
    ...(unsent ? { unsent } : {}),
    ...(picture ? { picture: true } : {}),
  }
}

const viewOf = async ({ store }: ChatsApiDeps, chat: Chat): Promise<ChatView> => {
  const { shop, key, handoff } = chat
  const [customer, [last], item] = await Promise.all([
    store.customers.get(shop, chat.customer),
    store.messages.list(shop, key, { limit: 1 }),
    handoff?.item ? store.items.get(shop, handoff.item) : null,
  ])
  return {
    key,
    customer: { id: chat.customer, name: customer?.name ?? '–', blocked: customer?.blocked ?? false },
    ...(customer?.username ? { username: customer.username } : {}),
    preview: key.startsWith('preview-'),
    unread: isUnread(chat),
    seenAt: chat.seenAt,
    waiting: (chat.letters ?? []).length,
    ...(last ? { last: lineOf(last) } : {}),
    ...(handoff
      ? {
          handoff: {
            since: handoff.since,
            ...(handoff.answeredAt === undefined ? {} : { answeredAt: handoff.answeredAt }),
            ...(item?.number ? { number: item.number } : {}),
            ...(item?.dueAt === undefined ? {} : { dueAt: item.dueAt }),
            ...(item?.missed ? { missed: item.missed } : {}),
          },
        }
      : {}),
  }
}

/** A seller's word is answered by a turn that comes after it. */
const isUnread = ({ handoff, seenAt }: Chat): boolean =>
  handoff !== undefined && (handoff.answeredAt === undefined || seenAt > handoff.answeredAt)

/** Customers who wait for a person: in a chat that one has, or for what was promised. */
const waiting = async ({ store }: ChatsApiDeps, { id }: Shop): Promise<number> => {
  const [had, items] = await Promise.all([store.chats.handedOver(id, 200), openItems({ store }, id, 200)])
  const unread = had.filter(isUnread)
  const counted = new Set(unread.map(({ handoff }) => handoff?.item))
  return unread.length + items.filter((item) => item.dueAt !== undefined && !counted.has(item.id)).length
}

/** Those that a person has first, longest first; then the last seen. */
const list = async (deps: ChatsApiDeps, shop: Shop): Promise<ChatView[]> => {
  const [had, seen] = await Promise.all([
    deps.store.chats.handedOver(shop.id, MOST),
    deps.store.chats.list(shop.id, MOST),
  ])
  const keys = new Set(had.map(({ key }) => key))
  return Promise.all([...had, ...seen.filter(({ key }) => !keys.has(key))].map((chat) => viewOf(deps, chat)))
}

const page = async (deps: ChatsApiDeps, shop: Shop, key: ChatKey): Promise<ChatPage> => {
  const chat = await deps.store.chats.get(shop.id, key)
  if (!chat) reject(404, { code: 'notFound', message: 'There is no such chat' })
  const [lines, items, orders] = await Promise.all([
    deps.store.messages.list(shop.id, key, { limit: LINES }),
    deps.store.items.ofChat(shop.id, key, 20),
    deps.store.orders.list(shop.id, { customer: chat.customer, limit: 5 }),
  ])
  return {
    ...(await viewOf(deps, chat)),
    lines: lines.filter(({ deleted }) => !deleted).map(lineOf),
    items: await Promise.all(items.map((item) => itemView(deps, item))),
    orders: orders.map(({ id, number, state, quote }) => ({ id, number, state, name: quote.displayName })),
    /** Written and not yet brought. */
    outgoing: (chat.letters ?? []).flatMap((letter) =>
      'text' in letter ? [{ id: letter.id, text: letter.text, at: letter.at }] : [],
    ),
  }
}

const Words = v.pipe(v.string(), v.maxLength(4000))
const WriteForm = v.strictObject({
  text: Words,
  /** Made by the page for each message: pressed twice or sent again it is one. */
  key: v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/, 'Expected 8 to 64 letters')),
})

export const chatsApi = (deps: ChatsApiDeps) =>
  new Hono<AppEnv>()
    .get(
      '/shops/:shop/chats',
      answers(v.array(ChatView), { summary: 'Chats, those that a person has first' }),
      async (c) => c.json(await list(deps, c.get('shop'))),
    )
    .get(
      '/shops/:shop/waiting',
      answers(v.object({ total: v.number() }), { summary: 'How many customers wait for a person' }),
      async (c) => c.json({ total: await waiting(deps, c.get('shop')) }),
    )
    .get(
      '/shops/:shop/chats/:chat',
      answers(ChatPage, { summary: 'A chat with its transcript and items' }),
      async (c) => c.json(await page(deps, c.get('shop'), c.req.param('chat'))),
    )
    .post(
      '/shops/:shop/chats/:chat/messages',
      json(WriteForm),
      answers(null, { summary: 'Writes to the customer; the bot is silent from then on' }),
      async (c) => {
        const { text, key } = c.req.valid('json')
        const by = `seller:${c.get('account').id}` as const
        const chat = c.req.param('chat')
        orReject(await deps.write({ shop: c.get('shop').id, chat, by, text, key: `web:${key}` }), REFUSALS)
        return c.body(null, 204)
      },
    )
    .post(
      '/shops/:shop/chats/:chat/back',
      json(v.strictObject({ text: v.optional(Words) })),
      answers(null, { summary: 'Gives the chat back to the bot, with a last message if told' }),
      async (c) => {
        const { text } = c.req.valid('json')
        const by = `seller:${c.get('account').id}` as const
        const which = { shop: c.get('shop').id, chat: c.req.param('chat'), by }
        orReject(await deps.handBack({ ...which, ...(text === undefined ? {} : { text }) }), REFUSALS)
        return c.body(null, 204)
      },
    )
