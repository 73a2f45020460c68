// The seller's desk: what needs them, and what they taught the shop.
import type { Database } from 'bun:sqlite'
import type { Item, KnowledgeDoc } from '../../documents.ts'
import type { Store } from '../../store.ts'
import { makeTable } from './table.ts'
import { ofShop } from './tenancy.ts'
import type { Writer } from './writer.ts'

export const makeItems = (db: Database, write: Writer): Store['items'] => {
  const table = makeTable<Item & { v: number }>(db, write, {
    name: 'item',
    id: ({ id }) => id,
    fixed: { shop: ({ shop }) => shop },
    columns: {
      at: ({ at }) => at,
      open: ({ doneAt }) => (doneAt === undefined ? 1 : 0),
    },
  })
  return {
    create: (item) => table.create({ ...item, v: 1 }),
    list: async (shop, open, limit) =>
      open
        ? table.find('where shop = ? and open = 1 order by at desc limit ?', shop, limit)
        : table.find('where shop = ? order by at desc limit ?', shop, limit),
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

export const makeKnowledge = (db: Database, write: Writer): Store['knowledge'] => {
  // The shop is part of the id: a page is written over only in its own shop.
  const idOf = (shop: string, id: string) => `${shop}/${id}`
  const table = makeTable<KnowledgeDoc>(db, write, {
    name: 'knowledge',
    id: ({ shop, id }) => idOf(shop, id),
    fixed: { shop: ({ shop }) => shop },
  })
  return {
    put: (doc) => write(() => void table.putNow(doc)),
    get: async (shop, id) => table.read(idOf(shop, id)),
    list: async (shop) => table.find('where shop = ?', shop).sort((a, b) => b.at - a.at),
    remove: async (shop, id) => void (await table.remove(idOf(shop, id))),
  }
}
