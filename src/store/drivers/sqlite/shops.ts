// The platform's settings, shops, and the panels they buy from.
import type { Database } from 'bun:sqlite'
import type { Platform } from '../../documents.ts'
import type { Store } from '../../store.ts'
import { PLATFORM_ID, TABLES } from '../../tables.ts'
import { makeTable } from './table.ts'
import { inShop, ofShop } from './tenancy.ts'
import type { Writer } from './writer.ts'

export const makePlatform = (db: Database, write: Writer): Store['platform'] => {
  const blank: Platform = { keySets: [], blocked: [], v: 0 }
  const table = makeTable(db, write, TABLES.platform)
  return {
    get: async () => table.read(PLATFORM_ID) ?? blank,
    change: (decide) =>
      write(() => {
        const current = table.read(PLATFORM_ID) ?? blank
        const next = decide(current)
        if (!next) return current
        const stored = { ...next, v: current.v + 1 }
        table.putNow(stored)
        return stored
      }),
  }
}

export const makeShops = (db: Database, write: Writer): Store['shops'] => {
  const table = makeTable(db, write, TABLES.shop)
  return {
    create: table.create,
    get: async (id) => table.read(id),
    ofOwner: async (owner) => table.find('where owner = ? order by n', owner),
    polled: async () =>
      table.find("where bot is not null and json_extract(body, '$.bot.mode') = 'polling' order by n"),
    list: async () => table.find('order by n'),
    change: (id, decide) => table.change(id, decide),
  }
}

export const makeProviders = (db: Database, write: Writer): Store['providers'] => {
  const table = makeTable(db, write, TABLES.provider)
  return {
    create: table.create,
    get: async (shop, id) => inShop(shop, table.read(id)),
    list: async (shop) => table.find('where shop = ? order by n', shop),
    change: (shop, id, decide) => table.change(id, decide, ofShop(shop)),
    remove: async (shop, id) => {
      if (inShop(shop, table.read(id))) await table.remove(id)
    },
  }
}
