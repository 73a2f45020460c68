// Customers who ask for a person, in the seller's chat: answered by a button and words, by a reply to the card, or by one tap; given
// back to the bot. What two press at once is done once, and who came second is told by whom.
import { openItems } from '../../chats/items-open.ts'
import { type DeskAction, markOf } from '../../model/desk-action.ts'
import type { By } from '../../model/order.ts'
import { chatMessage, chatOver, chatSubject, itemMessage, itemSubject } from '../../notices/calls.ts'
import { isCardAt, sellerHow, showCard } from '../../notices/cards.ts'
import { itemCard } from '../../notices/item.ts'
import type { Chat, Item } from '../../store/documents.ts'
import { type CallSay, renderCallSay } from '../../text/calls.ts'
import type { Answered, DeskDeps, Seat } from './deps.ts'
import { say, showAll } from './on-order.ts'

export type CallAction = Extract<DeskAction, { item: string } | { chat: string }>
type OnItem = Extract<DeskAction, { item: string }>
type OnChat = Extract<DeskAction, { chat: string }>

const MOST = 200

const tell = (seat: Seat, told: CallSay): Answered => ({
  replies: [renderCallSay(told, sellerHow(seat.shop, seat.now))],
})

export const onCall = async (deps: DeskDeps, seat: Seat, action: CallAction): Promise<Answered> => {
  if ('item' in action) {
    const item = await itemMarked(deps, seat, action.item)
    return item ? onItem(deps, seat, { action, item }) : say(seat, { say: 'notHere' })
  }
  const chat = await chatMarked(deps, seat, action.chat)
  return chat ? onChat(deps, seat, { action, chat }) : say(seat, { say: 'notHere' })
}

/** The open ones first: what lies among many that have ended is found all the same. */
const itemMarked = async (deps: DeskDeps, { shop }: Seat, mark: string): Promise<Item | undefined> => {
  const marked = ({ id }: Item) => markOf(id) === mark
  const open = (await openItems(deps, shop.id, Number.POSITIVE_INFINITY)).find(marked)
  return open ?? (await deps.store.items.list(shop.id, false, MOST)).find(marked)
}

const chatMarked = async ({ store }: DeskDeps, { shop }: Seat, mark: string): Promise<Chat | undefined> => {
  const marked = ({ key }: Chat) => markOf(key) === mark
  const had = (await store.chats.handedOver(shop.id, MOST)).find(marked)
  return had ?? (await store.chats.list(shop.id, MOST)).find(marked)
}

const nameOf = async ({ store }: DeskDeps, { shop }: Seat, customer: string | undefined): Promise<string> =>
  (customer ? (await store.customers.get(shop.id, customer))?.name : undefined) ?? '–'

const onItem = async (
  deps: DeskDeps,
  seat: Seat,
  { action, item }: { action: OnItem; item: Item },
): Promise<Answered> => {
  if (item.doneAt !== undefined && action.desk !== 'item') return over(deps, seat, item)
  const chat = await chatFor(deps, seat, item)
  if (chat && action.desk !== 'itemDone')
    return onChat(deps, seat, {
      chat,
      action: { desk: action.desk === 'item' ? 'chat' : 'reply', chat: markOf(chat.key) },
    })
  switch (action.desk) {
    case 'item':
      return showItem(deps, seat, item)
    case 'itemReply': {
      const { number = '' } = item
      const asked = tell(seat, { say: 'ask', name: await nameOf(deps, seat, item.customer), item: number })
      return { ...asked, ask: { ask: 'reply', about: action } }
    }
    case 'itemDone':
      return close(deps, seat, { item })
    case 'itemTell':
      return close(deps, seat, { item, pick: action.pick })
  }
}

/** Who called for a person is answered in the chat that is theirs, as long as a person has it. */
const chatFor = async ({ store }: Pick<DeskDeps, 'store'>, { shop }: Pick<Seat, 'shop'>, item: Item) => {
  const chat = item.kind === 'human' && item.chat ? await store.chats.get(shop.id, item.chat) : null
  return chat?.handoff?.item === item.id ? chat : null
}

const numberOf = async ({ store }: DeskDeps, { shop }: Seat, { order }: Item) =>
  order ? (await store.orders.get(shop.id, order))?.number : undefined

const cardOf = async (deps: DeskDeps, seat: Seat, item: Item) =>
  item.number
    ? itemMessage(deps, seat.shop, { item })
    : itemCard(seat.shop, item, { now: seat.now, number: await numberOf(deps, seat, item) })

/** As a card at the end of the chat, so that a reply to it is an answer. */
const showItem = async (deps: DeskDeps, seat: Seat, item: Item): Promise<Answered> => {
  const message = await cardOf(deps, seat, item)
  if (!item.number || item.doneAt !== undefined) return { replies: [message] }
  const shown = await showCard(deps, seat, { subject: itemSubject(item.id), message })
  return shown.kind === 'sent' ? {} : { replies: [message] }
}

const over = async (deps: DeskDeps, seat: Seat, item: Item): Promise<Answered> => {
  const card = await cardOf(deps, seat, item)
  return { replies: [card], edit: card, once: true }
}

/** As the dashboard has it; an update that is heard again is one line. */
const noted = (
  deps: DeskDeps,
  { shop, by, chat, n }: Seat,
  act: {
    what: 'item.done' | 'chat.written' | 'chat.givenBack'
    about: string
    data?: Record<string, string>
  },
): Promise<void> => deps.note({ ...act, id: `au_${chat.key}_${n}`, shop: shop.id, by })

type Closing = { item: Item; pick?: 'passed' | 'refill' | 'normal' | 'saldo'; text?: string }

const close = async (deps: DeskDeps, seat: Seat, { item, ...how }: Closing): Promise<Answered> => {
  const closed = await deps.calls.close({ shop: seat.shop.id, id: item.id, by: seat.by, ...how })
  if (!closed.ok) {
    const refused = tell(seat, { say: 'refused', why: closed.reason })
    const order = closed.reason === 'noMoneyBack' && item.order ? item.order : undefined
    const found = order ? await deps.store.orders.get(seat.shop.id, order) : null
    // The act that gives money back stands on the order's own card, where there is one.
    const cards = found ? await showAll(deps, seat, found) : {}
    return { replies: [...(refused.replies ?? []), ...(cards.replies ?? [])] }
  }
  if (closed.already) return over(deps, seat, closed.item)
  const data = how.pick ? { data: { pick: how.pick } } : {}
  await noted(deps, seat, { what: 'item.done', about: item.id, ...data })
  const edit = await cardOf(deps, seat, closed.item)
  return how.text === undefined ? { edit } : { replies: [edit] }
}

const onChat = async (
  deps: DeskDeps,
  seat: Seat,
  { action, chat }: { action: OnChat; chat: Chat },
): Promise<Answered> => {
  const name = await nameOf(deps, seat, chat.customer)
  switch (action.desk) {
    case 'chat': {
      const message = await chatMessage(deps, seat.shop, { chat })
      if (!chat.handoff) return { replies: [message] }
      const shown = await showCard(deps, seat, { subject: chatSubject(chat.key), message })
      return shown.kind === 'sent' ? {} : { replies: [message] }
    }
    case 'reply':
      return { ...tell(seat, { say: 'ask', name }), ask: { ask: 'reply', about: action } }
    case 'handBack':
      return giveBack(deps, seat, chat)
  }
}

const giveBack = async (deps: DeskDeps, seat: Seat, chat: Chat): Promise<Answered> => {
  const given = await deps.calls.handBack({ shop: seat.shop.id, chat: chat.key, by: seat.by })
  if (!given.ok) return tell(seat, { say: 'refused', why: given.reason })
  const by: By | '' = given.already ? '' : seat.by
  if (!given.already) await noted(deps, seat, { what: 'chat.givenBack', about: chat.key })
  const edit = await chatOver(deps, seat.shop, { chat, by })
  return given.already ? { replies: [edit], edit, once: true } : { edit }
}

/** The words that were asked for. */
export const answerOnCall = async (
  deps: DeskDeps,
  seat: Seat,
  { about, text }: { about: CallAction; text: string },
): Promise<Answered> => {
  const target =
    'item' in about ? await itemMarked(deps, seat, about.item) : await chatMarked(deps, seat, about.chat)
  if (!target) return say(seat, { say: 'notHere' })
  const answered = await write(deps, seat, { target, text })
  return answered.unread ? { ...answered, stay: true } : answered
}

type Target = Chat | Item
const isChat = (target: Target): target is Chat => 'dialogue' in target

/** Into a chat, or as the words that end an item. */
export const write = async (
  deps: DeskDeps,
  seat: Seat,
  { target: asked, text }: { target: Target; text: string },
): Promise<Answered & { unread?: boolean }> => {
  const target = isChat(asked) ? asked : ((await chatFor(deps, seat, asked)) ?? asked)
  if (!isChat(target)) {
    if (target.doneAt !== undefined) return over(deps, seat, target)
    const closed = await close(deps, seat, { item: target, text })
    return text.trim() ? closed : { ...closed, unread: true }
  }
  const { shop, by, chat, n } = seat
  const key = `desk:${chat.key}:${n}`
  const written = await deps.calls.write({ shop: shop.id, chat: target.key, by, text, key })
  if (written.ok) {
    await noted(deps, seat, { what: 'chat.written', about: target.key })
    return tell(seat, { say: 'sent', name: await nameOf(deps, seat, target.customer) })
  }
  return written.reason === 'text'
    ? { ...tell(seat, { say: 'unread' }), unread: true }
    : tell(seat, { say: 'refused', why: written.reason })
}

/** What the card stands for that a message replies to; null: it is no card of a customer who waits. */
export const repliedTo = async (
  deps: Pick<DeskDeps, 'store'>,
  ear: Pick<Seat, 'shop' | 'user'>,
  message: number,
): Promise<Target | null> => {
  const [had, open] = await Promise.all([
    deps.store.chats.handedOver(ear.shop.id, MOST),
    openItems(deps, ear.shop.id, MOST),
  ])
  const targets: [string, Target][] = [
    ...had.map((chat): [string, Target] => [chatSubject(chat.key), chat]),
    ...open.filter(({ number }) => number).map((item): [string, Target] => [itemSubject(item.id), item]),
  ]
  const stands = await Promise.all(targets.map(([subject]) => isCardAt(deps, ear, { subject, message })))
  return targets.find((_, i) => stands[i])?.[1] ?? null
}
