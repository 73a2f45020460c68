// Customers, chats and their transcripts, the conversation plugin's log.
import type { Database } from 'bun:sqlite'
import type { Chat, ChatMessage, Customer } from '../../documents.ts'
import type { Store } from '../../store.ts'
import { makeTable } from './table.ts'
import type { Writer } from './writer.ts'

const seen = { shop: (doc: { shop: string }) => doc.shop, seen: (doc: { seenAt: number }) => doc.seenAt }

export const makeCustomers = (db: Database, write: Writer): Store['customers'] => {
  const table = makeTable<Customer>(db, write, { name: 'customer', id: ({ id }) => id, columns: seen })
  const own = (shop: string) => (customer: Customer) => customer.shop === shop
  return {
    ensure: (customer) =>
      write(() =>
        table.createNow(customer) === 'created' ? customer : (table.read(customer.id) as Customer),
      ),
    get: async (shop, id) => {
      const customer = table.read(id)
      return customer?.shop === shop ? customer : null
    },
    list: async (shop, limit) => table.find('where shop = ? order by seen desc limit ?', shop, limit),
    change: (shop, id, decide) => table.change(id, decide, own(shop)),
  }
}

export const makeChats = (db: Database, write: Writer): Store['chats'] => {
  const table = makeTable<Chat>(db, write, { name: 'chat', id: ({ key }) => key, columns: seen })
  const own = (shop: string) => (chat: Chat) => chat.shop === shop
  const forget = [
    db.query('delete from message where chat = ?'),
    db.query('delete from conversation where key = ?'),
  ]
  return {
    ensure: (chat) =>
      write(() => (table.createNow(chat) === 'created' ? chat : (table.read(chat.key) as Chat))),
    get: async (shop, key) => {
      const chat = table.read(key)
      return chat?.shop === shop ? chat : null
    },
    list: async (shop, limit) => table.find('where shop = ? order by seen desc limit ?', shop, limit),
    change: (shop, key, decide) => table.change(key, decide, own(shop)),
    answer: async (shop, key, n, decide) => {
      let newer = false
      await table.change(
        key,
        (chat) => {
          newer = chat.lastUpdate < n
          return newer ? decide(chat) : null
        },
        own(shop),
      )
      return newer
    },
    remove: async (shop, key) => {
      if (table.read(key)?.shop === shop) await table.remove(key)
    },
    prune: (shop, before) =>
      write(() => {
        const old = table.find('where shop = ? and seen < ? limit 1000', shop, before)
        for (const { key } of old) {
          for (const query of forget) query.run(key)
          db.query('delete from chat where id = ?').run(key)
        }
        return old.length
      }),
  }
}

type Row = { chat: string; n: number; shop: string; body: string; changed: number }

export const makeMessages = (db: Database, write: Writer): Store['messages'] => {
  const next = db.query<{ n: number }, [string]>(
    'select coalesce(max(n), 0) + 1 as n from message where chat = ?',
  )
  const insert = db.query('insert into message (chat, n, shop, body, changed) values (?, ?, ?, ?, ?)')
  const byId = db.query<Row, [string, number]>('select * from message where chat = ? and n = ?')
  const update = db.query('update message set body = ?, changed = ? where chat = ? and n = ?')
  const after = db.query<Row, [string, string, number, number]>(
    'select * from message where shop = ? and chat = ? and n > ? order by n limit ?',
  )
  const since = db.query<Row, [string, string, number, number]>(
    'select * from message where shop = ? and chat = ? and changed >= ? order by n limit ?',
  )
  const newest = db.query<Row, [string, string, number]>(
    'select * from (select * from message where shop = ? and chat = ? order by n desc limit ?) order by n',
  )
  const remove = db.query('delete from message where shop = ? and chat = ?')
  const toMessage = ({ body, n }: Row) => ({ ...(JSON.parse(body) as ChatMessage), id: n })
  return {
    append: (message) =>
      write(() => {
        const { n } = next.get(message.chat) as { n: number }
        insert.run(message.chat, n, message.shop, JSON.stringify(message), message.at)
        return n
      }),
    edit: async (chat, id, patch) =>
      write(() => {
        const row = byId.get(chat, id)
        if (!row) return false
        const message = { ...toMessage(row), ...patch }
        update.run(JSON.stringify(message), Math.max(row.changed, patch.editedAt ?? row.changed), chat, id)
        return true
      }),
    list: async (shop, chat, page) => {
      if (page.after !== undefined) return after.all(shop, chat, page.after, page.limit).map(toMessage)
      if (page.changedSince !== undefined)
        return since.all(shop, chat, page.changedSince, page.limit).map(toMessage)
      return newest.all(shop, chat, page.limit).map(toMessage)
    },
    removeOf: (shop, chat) => write(() => void remove.run(shop, chat)),
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
