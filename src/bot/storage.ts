// Where the conversation plugin keeps its log: opaque text in the store, one per bot and chat. Bump VERSION with the loop of bot.ts.
import type { VersionedStateStorage } from '@grammyjs/conversations'
import type { Store } from '../store/store.ts'

const VERSION = 1

export const conversationStorage = (
  { conversations }: Pick<Store, 'conversations'>,
  botKey: string,
): VersionedStateStorage<string, unknown> => {
  const keyOf = (chat: string) => `${botKey}:${chat}`
  return {
    type: 'key',
    version: VERSION,
    adapter: {
      read: async (chat: string) => {
        const state = await conversations.read(keyOf(chat))
        return state === null ? undefined : JSON.parse(state)
      },
      write: (chat: string, state: unknown) => conversations.write(keyOf(chat), JSON.stringify(state)),
      delete: (chat: string) => conversations.remove(keyOf(chat)),
    },
  } as unknown as VersionedStateStorage<string, unknown>
}
