// Chats: where each dialogue stands, and the conversation plugin's log.
import type { Chat } from '../../documents.ts'
import type { Store } from '../../store.ts'
import { chatId, TABLES } from '../../tables.ts'
import type { Collections } from './database.ts'
import { makeTable, type Table } from './table.ts'

const PRUNED_AT_ONCE = 500

export const makeChatTable = (of: Collections): Table<Chat> => makeTable(of('chat'), TABLES.chat)

export const makeChats = (of: Collections, table: Table<Chat>): Store['chats'] => {
  const [messages, conversations] = [of('message'), of('conversation')]
  // The chat itself goes last: a clean-up that was cut off finds it again.
  const forgetOld = async (shop: string, before: number): Promise<number> => {
    const old = await table.find({ 'x.shop': shop, 'x.seen': { $lt: before } }, { limit: PRUNED_AT_ONCE })
    const keys = old.map(({ key }) => key)
    if (keys.length === 0) return 0
    await messages.remove({ chat: { $in: keys }, shop })
    await conversations.remove({ _id: { $in: keys } })
    await table.ring.remove({ _id: { $in: keys.map((key) => chatId(shop, key)) }, 'x.seen': { $lt: before } })
    return keys.length
  }
  return {
    ensure: async (chat) => {
      const created = await table.create(chat)
      return created === 'created' ? chat : ((await table.read(chatId(chat.shop, chat.key))) ?? chat)
    },
    get: (shop, key) => table.read(chatId(shop, key)),
    list: (shop, limit) => table.find({ 'x.shop': shop }, { sort: { 'x.seen': -1 }, limit }),
    handedOver: (shop, limit) =>
      table.find(
        { 'x.shop': shop, 'x.handoff': { $exists: true } },
        { sort: { 'x.handoff': 1, 'x.n': 1 }, limit },
      ),
    change: (shop, key, decide) => table.change(chatId(shop, key), decide),
    answer: async (shop, key, n, decide) => {
      let newer = false
      await table.change(chatId(shop, key), (chat) => {
        newer = chat.lastUpdate < n
        return newer ? decide(chat) : null
      })
      return newer
    },
    remove: async (shop, key) => void (await table.remove(chatId(shop, key))),
    prune: async (shop, before) => {
      let pruned = 0
      for (;;) {
        const lot = await forgetOld(shop, before)
        pruned += lot
        if (lot < PRUNED_AT_ONCE) return pruned
      }
    },
  }
}

export const makeConversations = (of: Collections): Store['conversations'] => {
  const ring = of('conversation')
  return {
    read: async (key) => (await ring.first({ _id: key }))?.['state'] ?? null,
    write: (key, state) => ring.put({ _id: key, state }),
    remove: async (key) => void (await ring.remove({ _id: key })),
  }
}
