// Beside another bot: which updates are the shop's. The site that forwards them lets its own bot answer the rest.
import type { Update } from 'grammy/types'
import type { ShopId } from '../lib/brand.ts'
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
import { hear } from './hear.ts'

export type BesideDeps = {
  store: Pick<Store, 'chats' | 'orders' | 'inbox'>
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
/** What comes so soon after Lapak's answer belongs to it. */
const SOON = 20 * SECOND

/**
 * True: Lapak answers this update. Decided by what the store holds, so that each replica says the same, and an update that the site
 * sends again is answered as the first time. Telegram's menu of the other bot and its groups stay its own.
 */
export const makeBeside =
  (deps: BesideDeps) =>
  async (forwarded: Forwarded): Promise<boolean> => {
    const { shop, update, bot } = forwarded
    const from = update.message?.chat ?? update.callback_query?.message?.chat
    const reading = from?.type === 'private' ? hear(update) : null
    if (!reading) return false
    const key = chatKeyOf(bot, update)
    const { known, waiting } = await deps.store.inbox.about({ bot, updateId: update.update_id, chat: key })
    if (known) return true
    if (reading.heard === 'button') return hasOnlyOurButtons(update)
    if (reading.heard === 'text' && reading.text.startsWith('/')) return false
    const chat = await deps.store.chats.get(shop, key)
    // What waits to be answered is shop talk, and what follows before that belongs to it.
    if (waiting || chat?.handoff || (chat && chat.dialogue.asked !== 'idle')) return true
    if (reading.heard === 'command') return isOurCommand(reading.command)
    if (reading.heard !== 'text') return false
    if (chat && deps.clock.now() - chat.seenAt < SOON) return true
    if (reading.media === 'photo' || reading.media === 'document') return hasBill(deps, chat)
    return isShopTalk(deps, shop, reading.text)
  }

const isShopTalk = async (deps: BesideDeps, shop: ShopId, text: string): Promise<boolean> => {
  const meaning = deps.read({ text }, { state: 'idle', context: {} }, await deps.entries(shop))
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
