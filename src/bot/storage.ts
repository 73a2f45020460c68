// Where the conversation plugin keeps its log: opaque text in the store, one per bot and chat. Bump VERSION with the loop of bot.ts.
import type { VersionedStateStorage } from '@grammyjs/conversations'
import { maskAccounts } from '../model/account-numbers.ts'
import type { Store } from '../store/store.ts'

const VERSION = 1

/** Its log holds the update that began the conversation, which nothing reads again: no account number stays in there. */
const masked = (key: string, value: unknown): unknown =>
  (key === 'text' || key === 'caption') && typeof value === 'string' ? maskAccounts(value, true) : value

/** The plugin writes after every update; the loop's log is mostly the same as before, and then costs no write. */
export const conversationStorage = (
  { conversations }: Pick<Store, 'conversations'>,
  botKey: string,
): VersionedStateStorage<string, unknown> => {
  const keyOf = (chat: string) => `${botKey}:${chat}`
  // What was read for the update under way: one at a time in each chat.
  const current = new Map<string, string>()
  return {
    type: 'key',
    version: VERSION,
    adapter: {
      read: async (chat: string) => {
        const state = await conversations.read(keyOf(chat))
        if (state === null) return undefined
        current.set(chat, state)
        return JSON.parse(state)
      },
      write: async (chat: string, state: unknown) => {
        const before = current.get(chat)
        current.delete(chat)
        const text = JSON.stringify(state, masked)
        if (text !== before) await conversations.write(keyOf(chat), text)
      },
      delete: async (chat: string) => {
        current.delete(chat)
        await conversations.remove(keyOf(chat))
      },
    },
  } as unknown as VersionedStateStorage<string, unknown>
}
