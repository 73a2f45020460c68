// Beside another bot: which updates are the shop's. The site that forwards them lets its own bot answer the rest.
import type { Update } from 'grammy/types'
import type { ChatKey, Millis, ShopId } from '../lib/brand.ts'
import { type Clock, SECOND } from '../lib/clock.ts'
import { readAction } from '../model/action.ts'
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
import { chatKeyOf } from './accept.ts'
import { lately } from './checking.ts'
import type { Command } from './conversations/heard.ts'
import { hear, type Reading } from './hear.ts'

export type BesideDeps = {
  store: Pick<Store, 'chats' | 'orders'>
  clock: Clock
  entries(shop: ShopId): Promise<CatalogueEntry[]>
  read(
    message: Message,
    asked: { state: Asked; context: AskedContext },
    catalogue: CatalogueEntry[],
  ): Understanding
}

export type Forwarded = { shop: ShopId; bot: string; update: Update }

/** Small talk belongs to the other bot, unless a sale is under way. */
const SMALL_TALK: Understanding['intent'][] = [
  'greet',
  'thanks',
  'chitchat',
  'language',
  'human',
  'ask_general',
  'attack',
  'confirm',
  'cancel',
]
/** Commands that every bot has. */
const COMMON: Command['command'][] = ['help', 'cancel', 'language', 'privacy', 'terms']
/** What comes so soon after shop talk belongs to it, though that may still wait to be answered. */
const SOON = 20 * SECOND
const MOST = 5000

/** True: Lapak answers this update. Telegram's menu of the other bot and its groups stay its own. */
export const makeBeside = (deps: BesideDeps) => {
  const spoken = new Map<ChatKey, Millis>()
  const justNow = (key: ChatKey): boolean => deps.clock.now() - (spoken.get(key) ?? 0) < SOON
  const remember = (key: ChatKey): void => {
    spoken.delete(key)
    spoken.set(key, deps.clock.now())
    const [oldest] = spoken.keys()
    if (spoken.size > MOST && oldest !== undefined) spoken.delete(oldest)
  }
  return async (forwarded: Forwarded): Promise<boolean> => {
    const { update, bot } = forwarded
    const chat = update.message?.chat ?? update.callback_query?.message?.chat
    const reading = chat?.type === 'private' ? hear(update) : null
    if (!reading) return false
    const key = chatKeyOf(bot, update)
    const ours = justNow(key) || (await isOurs(deps, forwarded, reading))
    if (ours) remember(key)
    return ours
  }
}

const isOurs = async (
  deps: BesideDeps,
  { shop, bot, update }: Forwarded,
  reading: NonNullable<Reading>,
): Promise<boolean> => {
  if (reading.heard === 'button') return hasOnlyOurButtons(update)
  const chat = await deps.store.chats.get(shop, chatKeyOf(bot, update))
  if (chat?.handoff || (chat && chat.dialogue.asked !== 'idle')) return true
  if (reading.heard === 'command') return isOurCommand(reading.command)
  if (reading.heard !== 'text') return false
  if (reading.media === 'photo' || reading.media === 'document') return hasBill(deps, chat)
  const meaning = deps.read({ text: reading.text }, { state: 'idle', context: {} }, await deps.entries(shop))
  return meaning.confidence >= SURE && !SMALL_TALK.includes(meaning.intent)
}

/** Short payloads are common: a keyboard is ours when each of its buttons reads as ours. */
const hasOnlyOurButtons = (update: Update): boolean => {
  const message = update.callback_query?.message
  const rows = message && 'reply_markup' in message ? (message.reply_markup?.inline_keyboard ?? []) : []
  return rows
    .flat()
    .every((button) => !('callback_data' in button) || readAction(button.callback_data) !== null)
}

const isOurCommand = (command: Command): boolean =>
  command.command === 'start' ? Object.keys(command).length > 1 : !COMMON.includes(command.command)

const hasBill = async ({ store, clock }: BesideDeps, chat: Chat | null): Promise<boolean> =>
  chat !== null &&
  lately(
    await store.orders.list(chat.shop, { customer: chat.customer, deposits: 'all', limit: 10 }),
    clock.now(),
  ) !== null
