// Chats: where each dialogue stands, and the conversation plugin's log.
import type { Database } from 'bun:sqlite'
import type { Chat } from '../../documents.ts'
import type { Store } from '../../store.ts'
import { chatId, TABLES } from '../../tables.ts'
import { makeTable, type Table } from './table.ts'
import type { Writer } from './writer.ts'

const PRUNED_AT_ONCE = 500

export const makeChatTable = (db: Database, write: Writer): Table<Chat> => makeTable(db, write, TABLES.chat)

export const makeChats = (db: Database, write: Writer, table: Table<Chat>): Store['chats'] => {
  const erase = db.query('delete from chat where id = ?')
  const forgetMessages = db.query('delete from message where chat = ? and shop = ?')
  const forgetLog = db.query('delete from conversation where key = ?')
  const forgetOld = (shop: string, before: number): number => {
    const old = table.find('where shop = ? and seen < ? limit ?', shop, before, PRUNED_AT_ONCE)
    for (const { key } of old) {
      forgetMessages.run(key, shop)
      forgetLog.run(key)
      erase.run(chatId(shop, key))
    }
    return old.length
  }
  return {
    ensure: (chat) =>
      write(() =>
        table.createNow(chat) === 'created' ? chat : (table.read(chatId(chat.shop, chat.key)) as Chat),
      ),
    get: async (shop, key) => table.read(chatId(shop, key)),
    list: async (shop, limit) => table.find('where shop = ? order by seen desc limit ?', shop, limit),
    handedOver: async (shop, limit) =>
      table.find('where shop = ? and handoff is not null order by handoff, n limit ?', shop, limit),
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
        const lot = await write(() => forgetOld(shop, before))
        pruned += lot
        if (lot < PRUNED_AT_ONCE) return pruned
      }
    },
  }
}

export const makeConversations = (db: Database, write: Writer): Store['conversations'] => {
  const read = db.query<{ state: string }, [string]>('select state from conversation where key = ?')
  const put = db.query(
    'insert into conversation (key, state) values (?, ?) on conflict (key) do update set state = excluded.state',
  )
  const remove = db.query('delete from conversation where key = ?')
  return {
    read: async (key) => read.get(key)?.state ?? null,
    write: (key, state) => write(() => void put.run(key, state)),
    remove: (key) => write(() => void remove.run(key)),
  }
}
