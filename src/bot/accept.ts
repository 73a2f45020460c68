// The door of every update: stored before it is answered, secrets blanked before it is stored, numbered per chat.
import type { Update } from 'grammy/types'
import type { ChatKey } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import { blankSecrets, looksSecret } from '../model/secret-words.ts'
import type { Store } from '../store/store.ts'
import type { StoredUpdate } from './hear.ts'

type Event = {
  chat?: { id: number; type?: string }
  from?: { id: number }
  message?: { chat?: { id: number } }
}

/** The kinds that somebody here answers; the rest (edits, channel posts, inline queries, members) is not stored. */
const eventOf = (update: Update): Event | undefined => update.message ?? update.callback_query

/** `<bot>:<chat>`; what has no chat runs in its sender's lane. */
export const chatKeyOf = (bot: string, update: Update): ChatKey => {
  const event = eventOf(update)
  return `${bot}:${event?.chat?.id ?? event?.message?.chat?.id ?? event?.from?.id ?? 'other'}`
}

/** What the members of a group say to each other is none of our business: only what may be a call is kept. */
const concernsUs = ({ message, callback_query }: Update): boolean => {
  if (!message) return callback_query !== undefined
  if (message.chat.type === 'private') return true
  return /^\/|@/.test(message.text ?? message.caption ?? '')
}

/** `fresh`: it was stored now. An update that nobody here answers is not stored at all. */
export const accept = async (
  deps: { store: Pick<Store, 'inbox'>; clock: Clock },
  bot: string,
  update: Update,
): Promise<{ fresh: boolean; n?: number }> => {
  if (!concernsUs(update)) return { fresh: false }
  return deps.store.inbox.accept({
    bot,
    updateId: update.update_id,
    chat: chatKeyOf(bot, update),
    at: deps.clock.now(),
    body: JSON.stringify(blanked(update)),
  })
}

/** Which message of the bot it replies to: the number alone. */
const replied = (to: NonNullable<Update['message']>['reply_to_message']) =>
  to?.from?.is_bot
    ? {
        reply_to_message: {
          message_id: to.message_id,
          from: { id: to.from.id, is_bot: true, first_name: '' },
        },
      }
    : {}

/** Also what was quoted or replied to may hold it, and nothing here reads those words. */
const blanked = (update: Update): StoredUpdate => {
  const { message } = update
  if (!message) return update
  const { reply_to_message: to, quote: __, external_reply: ___, ...words } = message
  const bare = { ...words, ...replied(to) }
  const text = message.text ?? message.caption
  if (!text || !looksSecret(text)) return { ...update, message: bare as typeof message }
  const safe = blankSecrets(text)
  const { entities: _e, caption_entities: _c, ...kept } = bare
  return {
    ...update,
    message: { ...kept, ...(message.text ? { text: safe } : { caption: safe }) } as typeof message,
    blanked: true,
  }
}
