// Beside another bot: which updates are the shop's. The site that forwards them lets its own bot answer the rest.
import type { Update } from 'grammy/types'
import type { ChatKey, ShopId } from '../lib/brand.ts'
import type { Asked, AskedContext, CatalogueEntry, Message, Understanding } from '../model/understanding.ts'
import { SURE } from '../model/understanding.ts'
import type { Store } from '../store/store.ts'
import { chatKeyOf } from './accept.ts'
import { hear } from './hear.ts'

export type BesideDeps = {
  store: Pick<Store, 'chats'>
  entries(shop: ShopId): Promise<CatalogueEntry[]>
  read(
    message: Message,
    asked: { state: Asked; context: AskedContext },
    catalogue: CatalogueEntry[],
  ): Understanding
}

/** Small talk belongs to the other bot, unless a sale is under way. */
const NOT_OURS: Understanding['intent'][] = [
  'greet',
  'thanks',
  'chitchat',
  'language',
  'human',
  'ask_general',
]

export const wouldHandle = async (
  deps: BesideDeps,
  { shop, bot, update }: { shop: ShopId; bot: string; update: Update },
): Promise<boolean> => {
  const chat = update.message?.chat ?? update.callback_query?.message?.chat
  if (chat?.type !== 'private') return false
  const reading = hear(update)
  if (!reading) return false
  if (reading.heard === 'button') return true
  if (reading.heard === 'command') return reading.command.command !== 'start' || 'service' in reading.command
  const key: ChatKey = chatKeyOf(bot, update)
  const asked = (await deps.store.chats.get(shop, key))?.dialogue.asked ?? 'idle'
  if (asked !== 'idle') return true
  if (reading.heard !== 'text' || !reading.text) return false
  const meaning = deps.read({ text: reading.text }, { state: 'idle', context: {} }, await deps.entries(shop))
  return meaning.confidence >= SURE && !NOT_OURS.includes(meaning.intent)
}
