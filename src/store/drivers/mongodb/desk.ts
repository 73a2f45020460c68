// The seller's desk: what needs them.
import type { Item } from '../../documents.ts'
import type { Store } from '../../store.ts'
import { type Stored, TABLES } from '../../tables.ts'
import type { Collections } from './database.ts'
import { makeTable, type Table } from './table.ts'
import { inShop, ofShop } from './tenancy.ts'

type StoredItem = Stored<Item>

export const makeItemTable = (of: Collections): Table<StoredItem> => makeTable(of('item'), TABLES.item)

export const makeItems = (table: Table<StoredItem>): Store['items'] => ({
  create: (item) => table.create({ ...item, v: 1 }),
  get: async (shop, id) => inShop(shop, await table.read(id)),
  list: (shop, open, limit) =>
    table.find({ 'x.shop': shop, ...(open ? { 'x.open': 1 } : {}) }, { sort: { 'x.at': -1 }, limit }),
  ofChat: (shop, chat, limit) =>
    table.find({ 'x.shop': shop, 'x.chat': chat }, { sort: { 'x.at': -1, 'x.n': -1 }, limit }),
  change: (shop, id, decide) =>
    table.change(
      id,
      (item) => {
        const next = decide(item)
        return next && { ...next, v: item.v }
      },
      ofShop(shop),
    ),
})
