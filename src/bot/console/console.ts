// The seller's console: who is bound to this shop now, and whose account is not shut out, runs it from the chat with its bot. Stands
// before the dialogue of the same chat and touches nothing of it: a seller may order in their own shop. Everybody else is heard by the
// dialogue alone, and learns nothing of what is here.
import { openChat } from '../../chats/open.ts'
import type { ShopId } from '../../lib/brand.ts'
import { readDesk, writeDesk } from '../../model/desk-action.ts'
import type { Outgoing } from '../../model/say.ts'
import type { Shop } from '../../model/shop.ts'
import { deskBy } from '../../notices/ending.ts'
import type { Chat } from '../../store/documents.ts'
import type { StoredUpdate } from '../hear.ts'
import { saidBefore, type Turn, type TurnInput } from '../turn.ts'
import type { Answered, DeskDeps, Seat } from './deps.ts'
import { type DeskHeard, hearDesk, hearReply, openQuestion } from './heard.ts'
import { answerOnCall, onCall, repliedTo, write } from './on-call.ts'
import { answerOnOrder, onOrder, say } from './on-order.ts'
import { closeUntil, onCommand, onShop, retry } from './on-shop.ts'
import { answerOnWithdrawal, onWithdrawal } from './on-withdrawal.ts'

const NOTHING: Turn = { replies: [], ended: false }

/** Null: not for the console. */
export const makeConsole =
  (deps: DeskDeps) =>
  async (input: TurnInput): Promise<Turn | null> => {
    const user = input.person.channel === 'telegram' ? Number(input.person.id) : 0
    const shop = await sellersShop(deps, { shop: input.shop, user })
    if (!shop) return null
    const now = deps.clock.now()
    const known = await deps.store.chats.get(input.shop, input.chat)
    const target = await targetOf(deps, { shop, user }, input.update)
    const heard = target?.heard ?? hearDesk(input.update, known ? openQuestion(known, now) : null)
    if (!heard) return leaveQuestion(deps, input, known)
    const { chat } = await openChat(deps, input)
    if (chat.lastUpdate > input.n) return NOTHING
    if (chat.lastUpdate === input.n) return saidBefore(chat)
    const seat = { shop, user, chat, by: deskBy(shop, user), now, n: input.n, ...pressedOf(heard) }
    const answered = target
      ? await write(deps, seat, { target: target.target, text: target.heard.text })
      : await act(deps, seat, heard)
    return store(deps, input, { seat, heard, answered })
  }

/** A reply to the card of a customer who waits is the answer to them, whatever was asked meanwhile. */
const targetOf = async (
  deps: Pick<DeskDeps, 'store'>,
  ear: Pick<Seat, 'shop' | 'user'>,
  update: StoredUpdate,
) => {
  const heard = hearReply(update)
  const target = heard && (await repliedTo(deps, ear, heard.message))
  return heard && target ? { heard, target } : null
}

const pressedOf = (heard: DeskHeard): Pick<Seat, 'pressed'> =>
  heard.heard === 'press' && heard.message !== undefined ? { pressed: heard.message } : {}

type Who = { shop: ShopId; user: number }

/** The shop, when this Telegram user is bound to it now and the account that it belongs to is not shut out. */
export const sellersShop = async (
  { store }: Pick<DeskDeps, 'store'>,
  { shop: id, user }: Who,
): Promise<Shop | null> => {
  const shop = user > 0 ? await store.shops.get(id) : null
  if (!shop?.bound.some((one) => one.user === user)) return null
  const account = await store.accounts.get(shop.owner)
  return account && !account.disabled ? shop : null
}

/** Beside another bot: whether this update is one of the console's, so that the site leaves it to us. */
export const isForConsole = async (
  deps: Pick<DeskDeps, 'store' | 'clock'>,
  { shop, chat, update }: { shop: ShopId; chat: string; update: StoredUpdate },
): Promise<boolean> => {
  const user = update.message?.from?.id ?? update.callback_query?.from.id ?? 0
  const sellers = await sellersShop(deps, { shop, user })
  if (!sellers) return false
  if (await targetOf(deps, { shop: sellers, user }, update)) return true
  const known = await deps.store.chats.get(shop, chat)
  return hearDesk(update, known ? openQuestion(known, deps.clock.now()) : null) !== null
}

/** Shop talk ends a question: the next number is a quantity again. */
const leaveQuestion = async (
  deps: DeskDeps,
  { shop, chat, update }: TurnInput,
  known: Chat | null,
): Promise<null> => {
  if (known?.desk && !update.blanked)
    await deps.store.chats.change(shop, chat, ({ desk: _, ...current }) => current)
  return null
}

const act = (deps: DeskDeps, seat: Seat, heard: DeskHeard): Promise<Answered> | Answered => {
  switch (heard.heard) {
    case 'leave':
      return say(seat, { say: 'left' })
    case 'command':
      return onCommand(deps, seat, heard)
    case 'answer':
      return answer(deps, seat, heard)
    case 'reply':
      return say(seat, { say: 'left' })
    case 'press': {
      const { action } = heard
      if ('order' in action) return onOrder(deps, seat, action)
      if ('withdrawal' in action) return onWithdrawal(deps, seat, action)
      if ('item' in action || 'chat' in action) return onCall(deps, seat, action)
      return 'job' in action ? retry(deps, seat, action.job) : onShop(deps, seat, action.desk)
    }
  }
}

const answer = (
  deps: DeskDeps,
  seat: Seat,
  { text, question }: DeskHeard & { heard: 'answer' },
): Promise<Answered> | Answered => {
  const about = readDesk(question.payload)
  if (!about) return say(seat, { say: 'left' })
  if ('order' in about && about.desk !== 'order') return answerOnOrder(deps, seat, { about, text })
  if ('item' in about || 'chat' in about) return answerOnCall(deps, seat, { about, text })
  if ('withdrawal' in about) return answerOnWithdrawal(deps, seat, { about, text })
  return closeUntil(deps, seat, text)
}

type Writing = { seat: Seat; heard: DeskHeard; answered: Answered }

/** Written with the update's number like any step: a repeat is answered from here. The dialogue stays as it is. */
const store = async (deps: DeskDeps, input: TurnInput, { seat, heard, answered }: Writing): Promise<Turn> => {
  const all = [...(answered.replies ?? []), ...(await editPressed(deps, seat, answered))]
  const said = answered.once === true && wasJustSaid(seat, all)
  const replies = said ? [] : all
  const written = await deps.store.chats.answer(input.shop, input.chat, input.n, ({ desk, ...current }) => ({
    ...current,
    ...questionAfter(answered, desk, seat),
    lastUpdate: input.n,
    ...(said ? {} : { lastReplies: replies.filter(({ offRecord }) => !offRecord) }),
    seenAt: seat.now,
  }))
  await record(deps, input, heard)
  return written ? { replies, ended: false } : NOTHING
}

const questionAfter = ({ ask, stay }: Answered, open: Chat['desk'], { now }: Seat): Pick<Chat, 'desk'> => {
  if (ask) return { desk: { ask: ask.ask, payload: writeDesk(ask.about), at: now } }
  return stay && open ? { desk: { ...open, at: now } } : {}
}

/** The card that was pressed. Where it can't be changed, what it would say is said. */
const editPressed = async (deps: DeskDeps, seat: Seat, { edit, replies }: Answered): Promise<Outgoing[]> => {
  if (!edit) return []
  const { key } = seat.chat
  const channel = seat.pressed === undefined ? null : await deps.channelOf(seat.shop.id, key)
  const outcome = seat.pressed === undefined ? null : await channel?.edit(key, seat.pressed, edit)
  const shown = outcome?.kind === 'sent' || outcome?.kind === 'same'
  return shown || (replies ?? []).length > 0 ? [] : [edit]
}

const SOON = 60_000

/** Pressed again and again, it is answered once. */
const wasJustSaid = ({ chat, now }: Seat, replies: Outgoing[]): boolean =>
  now - chat.seenAt < SOON && JSON.stringify(replies) === JSON.stringify(chat.lastReplies)

/** The seller's side of the transcript; what was pressed has no words. */
const record = async (deps: DeskDeps, { shop, chat, update }: TurnInput, heard: DeskHeard): Promise<void> => {
  const text = heard.heard === 'press' ? '' : (update.message?.text ?? '')
  if (text) await deps.store.messages.append({ chat, shop, from: 'seller', text, at: deps.clock.now() })
}
