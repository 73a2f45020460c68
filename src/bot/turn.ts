// One turn: an update of a chat becomes the dialogue's next value and the replies, written together and guarded by the update's number.
// A repeated update gets the replies that the first one made; nothing is understood, placed or paid twice.

import type { Asker } from '../assistant/llm.ts'
import { read } from '../assistant/reader/index.ts'
import { handedOver, heardBySeller } from '../chats/handoff.ts'
import { openChat, type Person } from '../chats/open.ts'
import type { ChatKey, Millis, ShopId } from '../lib/brand.ts'
import { maskAccounts } from '../model/account-numbers.ts'
import type { Dialogue, Language } from '../model/dialogue.ts'
import type { Order } from '../model/order.ts'
import type { Outgoing, Say, SentFile } from '../model/say.ts'
import {
  type Asked,
  type AskedContext,
  type CatalogueEntry,
  type Message,
  SURE,
  type Understanding,
} from '../model/understanding.ts'
import type { Chat } from '../store/documents.ts'
import type { Store } from '../store/store.ts'
import type { ActDeps, Doing, Performed } from './act-deps.ts'
import { perform } from './acts.ts'
import type { Heard } from './conversations/heard.ts'
import { GUESS, step } from './conversations/step.ts'
import type { ShopView } from './goods.ts'
import { inHandoff } from './handoff.ts'
import { hear, isAtAnyTime, type Reading, type StoredUpdate } from './hear.ts'
import { askerOf, type Scene } from './scene.ts'
import { withTimes } from './timing.ts'
import { perhapsWritten } from './wanted.ts'

export type TurnDeps = {
  store: Pick<Store, 'chats' | 'customers' | 'messages' | 'items'>
  clock: { now(): Millis }
  acts: ActDeps
  view(scene: Scene): Promise<ShopView>
  understand(input: {
    message: Message
    asked: { state: Asked; context: AskedContext }
    catalogue: CatalogueEntry[]
    language: Language
    shop: ShopId
    by?: Asker
  }): Promise<Understanding>
  render(shop: ShopId, language: Language | undefined, say: Say[]): Promise<Outgoing[]>
  shopLanguage(shop: ShopId): Promise<Language>
}

export type TurnInput = { shop: ShopId; chat: ChatKey; person: Person; n: number; update: StoredUpdate }
/** `from`: so many of the replies were sent when the same update was answered before. */
export type Turn = { replies: Outgoing[]; from?: number; ended: boolean; deleteMessage?: number }

const NOTHING: Turn = { replies: [], ended: false }

export const turn = async (deps: TurnDeps, input: TurnInput): Promise<Turn> => {
  const { chat, customer } = await openChat(deps, input)
  if (chat.lastUpdate > input.n) return NOTHING
  const reading = hear(input.update)
  if (!reading) return NOTHING
  const secret = reading.heard === 'secret' ? input.update.message?.message_id : undefined
  const gone = secret === undefined ? {} : { deleteMessage: secret }
  if (chat.lastUpdate === input.n) return { ...saidBefore(chat), ...gone }
  const language = chat.language ?? (await deps.shopLanguage(input.shop))
  const scene: Scene = {
    shop: input.shop,
    chat: input.chat,
    customer: customer.id,
    n: input.n,
    language,
    user: Number(input.person.id) || 0,
    name: customer.name,
    ...(customer.username ? { username: customer.username } : {}),
    at: deps.clock.now(),
  }
  // Stored at once where the answer takes long, else in one commit with it; a fault of either fails the turn.
  const recorded = recordWords(deps, input, { reading, dialogue: chat.dialogue })
  recorded.catch(() => undefined)
  const view = await deps.view(scene)
  const shop = { ...view, ...(customer.blocked ? { sells: 'blocked' as const } : {}) }
  const taken: Taken =
    chat.handoff && !customer.blocked && !isAtAnyTime(reading)
      ? await inHandoff({ ...deps.acts, item: deps.store.items.get }, chat, reading)
      : await take(deps, { scene, shop, chat, reading })
  const replies = await deps.render(input.shop, taken.language ?? chat.language, taken.say)
  const written = await deps.store.chats.answer(input.shop, input.chat, input.n, (current) => ({
    ...withHandoff(current, taken, { now: deps.clock.now(), ...sentIn(reading, input.n) }),
    dialogue: taken.dialogue,
    lastUpdate: input.n,
    lastReplies: replies.map(({ picture: _, ...reply }) => reply),
    seenAt: deps.clock.now(),
    ...(taken.language ? { language: taken.language } : {}),
  }))
  await recorded
  if (!written) return NOTHING
  return { replies, ended: taken.ended ?? false, ...gone }
}

/** The replies of the first time, and how far they had come. */
export const saidBefore = ({ lastReplies = [], lastUpdate, said }: Chat): Turn => ({
  replies: lastReplies,
  from: said?.n === lastUpdate ? said.replies : 0,
  ended: false,
})

type Taking = { scene: Scene; shop: ShopView; chat: Chat; reading: NonNullable<Reading> }
type Taken = Performed & { /** A person has the chat and is told of it. */ heard?: true }

type Arrived = { now: Millis; sent?: { n: number; file: SentFile } }

const sentIn = (reading: NonNullable<Reading>, n: number): Pick<Arrived, 'sent'> =>
  reading.heard === 'text' && reading.file ? { sent: { n, file: reading.file } } : {}

/** Who asked for a person hands the chat over in the same write; what is said to a person who has it, they are told of. */
const withHandoff = (chat: Chat, { handoff, heard }: Taken, { now, sent }: Arrived): Chat => {
  if (heard) return heardBySeller(chat, now, sent)
  return handoff && handoff.doneAt === undefined ? handedOver(chat, { item: handoff, now }) : chat
}

const take = async (deps: TurnDeps, { scene, shop, chat, reading }: Taking): Promise<Taken> => {
  const heard = await meaningOf(deps, { scene, shop, chat, reading })
  const next = step(chat.dialogue, heard, shop)
  const doing: Doing = { scene, dialogue: chat.dialogue, shop, look: () => deps.view(scene) }
  const lost = next.say[0]?.say === 'notUnderstood' && heard.heard === 'words' ? heard : null
  const known =
    lost && lost.meaning.confidence < GUESS ? await perhapsWritten(deps.acts, doing, lost.text) : null
  if (known) return known
  const said = await withTimes(deps.acts, scene.shop, next.say)
  if (!next.act) return { ...next, say: said }
  const done = await perform(deps.acts, next.act, { ...doing, dialogue: next.dialogue })
  return { ...done, say: [...said, ...done.say] }
}

const meaningOf = async (deps: TurnDeps, { scene, shop, chat, reading }: Taking): Promise<Heard> => {
  if (reading.heard !== 'text') return reading
  const asked = askedOf(chat.dialogue, shop)
  const { text, media, file } = reading
  const message: Message = { text, ...(media ? { media } : {}) }
  const understood = await deps.understand({
    message,
    asked,
    catalogue: shop.goods.entries,
    language: scene.language,
    shop: scene.shop,
    by: askerOf(scene),
  })
  const meaning = pickedAnyway(understood, { message, asked, dialogue: chat.dialogue, shop })
  return { heard: 'words', text, ...(media ? { media } : {}), ...(file ? { file } : {}), meaning }
}

type Hearing = {
  message: Message
  asked: { state: Asked }
  dialogue: Dialogue
  shop: ShopView
}

/** "Yang 1 aja", said to a list that an answer showed in the middle of an order: read as a choice where nothing else is understood. */
const pickedAnyway = (
  understood: Understanding,
  { message, asked, dialogue, shop }: Hearing,
): Understanding => {
  const shown = dialogue.shown?.rows.map(({ mid }) => mid) ?? []
  const open = asked.state === 'asking_link' || asked.state === 'confirming'
  if (understood.confidence >= SURE || !open || shown.length === 0) return understood
  const picked = read(message, { state: 'choosing', context: { shown } }, shop.goods.entries)
  const known = picked.intent === 'select' && picked.mid !== undefined && shown.includes(picked.mid)
  return known && picked.confidence >= SURE ? picked : understood
}

/** The reader's view of the dialogue; `paying` is derived from an open bill, never stored. */
export const askedOf = (dialogue: Dialogue, shop: ShopView): { state: Asked; context: AskedContext } => {
  const bill = shop.bills[0]
  if (dialogue.asked === 'idle' && bill) return { state: 'paying', context: ofOrder(bill) }
  const mid = dialogue.service ? shop.goods.line(dialogue.service)?.mid : undefined
  const shown = dialogue.shown?.rows.map((row) => row.mid)
  return {
    state: dialogue.asked,
    context: {
      ...(dialogue.asked === 'choosing' && shown ? { shown } : {}),
      ...(mid === undefined ? {} : { mid }),
      ...(dialogue.quantity === undefined ? {} : { quantity: dialogue.quantity }),
      ...(dialogue.link ? { link: dialogue.link } : {}),
      ...(dialogue.asked === 'asking_amount' ? { for: dialogue.sumFor ?? 'topup' } : {}),
      ...(dialogue.payout?.amount === undefined ? {} : { budget: dialogue.payout.amount }),
    },
  }
}

const ofOrder = ({ quote, number, deposit }: Order): AskedContext => ({
  ...(deposit ? {} : { mid: quote.mid, quantity: quote.quantity, link: quote.link }),
  order_id: number,
})

/** The customer's side of the transcript; bank and wallet numbers but for their end do not belong there. */
const recordWords = async (
  deps: TurnDeps,
  { shop, chat, update }: TurnInput,
  { reading, dialogue }: { reading: NonNullable<Reading>; dialogue: Dialogue },
): Promise<void> => {
  const label =
    update.callback_query?.message && 'reply_markup' in update.callback_query.message
      ? pressed(update)
      : undefined
  const kind = reading.heard === 'text' ? reading.media : reading.heard === 'voice' ? 'voice' : undefined
  const media = kind ? `[${kind}] ` : ''
  const said = `${media}${update.message?.text ?? update.message?.caption ?? ''}`
  const text = label ?? maskAccounts(said, dialogue.asked === 'asking_destination')
  if (text) await deps.store.messages.append({ chat, shop, from: 'customer', text, at: deps.clock.now() })
}

const pressed = (update: StoredUpdate): string | undefined => {
  const message = update.callback_query?.message
  const rows = message && 'reply_markup' in message ? message.reply_markup?.inline_keyboard : undefined
  return rows
    ?.flat()
    .find((button) => 'callback_data' in button && button.callback_data === update.callback_query?.data)?.text
}
