// The seller's desk: what needs them, and what they taught the shop.
import type { Database } from 'bun:sqlite'
import type { Item } from '../../documents.ts'
import type { Store } from '../../store.ts'
import { type Stored, TABLES } from '../../tables.ts'
import { makeTable, type Table } from './table.ts'
import { inShop, ofShop } from './tenancy.ts'
import type { Writer } from './writer.ts'

type StoredItem = Stored<Item>

export const makeItemTable = (db: Database, write: Writer): Table<StoredItem> =>
  makeTable(db, write, TABLES.item)

export const makeItems = (table: Table<StoredItem>): Store['items'] => {
  return {
    create: (item) => table.create({ ...item, v: 1 }),
    get: async (shop, id) => inShop(shop, table.read(id)),
    list: async (shop, open, limit) =>
      open
        ? table.find('where shop = ? and open = 1 order by at desc limit ?', shop, limit)
        : table.find('where shop = ? order by at desc limit ?', shop, limit),
    ofChat: async (shop, chat, limit) =>
      table.find('where shop = ? and chat = ? order by at desc, n desc limit ?', shop, chat, limit),
    change: (shop, id, decide) =>
      table.change(
        id,
        (item) => {
          const next = decide(item)
          return next && { ...next, v: item.v }
        },
        ofShop(shop),
      ),
  }
}
