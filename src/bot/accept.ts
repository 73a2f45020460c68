// The door of every update: stored before it is answered, secrets blanked before it is stored, numbered per chat.
import type { Update } from 'grammy/types'
import type { ChatKey } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import { blankSecrets, looksSecret } from '../model/secret-words.ts'
import type { Store } from '../store/store.ts'
import type { StoredUpdate } from './hear.ts'

type From = {
  chat?: { id: number; type?: string }
  from?: { id: number }
  message?: { chat?: { id: number; type?: string } }
}

const eventOf = (update: Update): From => {
  const { update_id: _, ...kinds } = update
  return (Object.values(kinds)[0] ?? {}) as From
}

/** `<bot>:<chat>`; updates without a chat run in their sender's lane. */
export const chatKeyOf = (bot: string, update: Update): ChatKey => {
  const event = eventOf(update)
  return `${bot}:${event.chat?.id ?? event.message?.chat?.id ?? event.from?.id ?? 'other'}`
}

export const accept = async (
  deps: { store: Pick<Store, 'inbox'>; clock: Clock },
  bot: string,
  update: Update,
): Promise<{ fresh: boolean }> => {
  const body = JSON.stringify(blanked(update))
  return deps.store.inbox.accept({
    bot,
    updateId: update.update_id,
    chat: chatKeyOf(bot, update),
    at: deps.clock.now(),
    body,
  })
}

const blanked = (update: Update): StoredUpdate => {
  const message = update.message
  const text = message?.text ?? message?.caption
  if (!message || !text || !looksSecret(text)) return update
  const safe = blankSecrets(text)
  const { entities: _, caption_entities: __, ...kept } = message
  return {
    ...update,
    message: { ...kept, ...(message.text ? { text: safe } : { caption: safe }) } as typeof message,
    blanked: true,
  }
}
