// Accounts, sessions, one-time links, shops, providers, the platform's settings, knowledge, items: plain documents.
import type { Database } from 'bun:sqlite'
import type { Shop } from '../../../model/shop.ts'
import type {
  Account,
  Item,
  KnowledgeDoc,
  OneTimeLink,
  Platform,
  ProviderDoc,
  Session,
} from '../../documents.ts'
import type { Store } from '../../store.ts'
import { makeTable } from './table.ts'
import type { Writer } from './writer.ts'

const own = (shop: string) => (doc: { shop: string }) => doc.shop === shop
const inShop = <Doc extends { shop: string }>(shop: string, doc: Doc | null): Doc | null =>
  doc?.shop === shop ? doc : null

export const makePlatform = (db: Database, write: Writer): Store['platform'] => {
  const ID = 'platform'
  const blank: Platform = { keySets: [], blocked: [], v: 0 }
  const table = makeTable<Platform>(db, write, { name: 'platform', id: () => ID, columns: {} })
  return {
    get: async () => table.read(ID) ?? blank,
    change: (decide) =>
      write(() => {
        const current = table.read(ID) ?? blank
        const next = decide(current)
        if (!next) return current
        const stored = { ...next, v: current.v + 1 }
        table.putNow(stored)
        return stored
      }),
  }
}

export const makeAccounts = (db: Database, write: Writer): Store['accounts'] => {
  const table = makeTable<Account>(db, write, {
    name: 'account',
    id: ({ id }) => id,
    columns: { email: ({ email }) => email },
  })
  return {
    create: table.create,
    get: async (id) => table.read(id),
    byEmail: async (email) => table.find('where email = ?', email)[0] ?? null,
    list: async () => table.find('order by id'),
    change: (id, decide) => table.change(id, decide),
  }
}

type Stored<Doc> = Doc & { v: number }

export const makeSessions = (db: Database, write: Writer): Store['sessions'] => {
  const table = makeTable<Stored<Session>>(db, write, {
    name: 'session',
    id: ({ id }) => id,
    columns: { account: ({ account }) => account, expires: ({ expiresAt }) => expiresAt },
  })
  const removeOf = db.query('delete from session where account = ?')
  const prune = db.query('delete from session where expires <= ?')
  return {
    create: async (session) => void (await table.create({ ...session, v: 1 })),
    get: async (id) => table.read(id),
    extend: async (id, expiresAt) => void (await table.change(id, (session) => ({ ...session, expiresAt }))),
    remove: async (id) => void (await table.remove(id)),
    removeOf: (account) => write(() => void removeOf.run(account)),
    prune: (now) => write(() => prune.run(now).changes),
  }
}

export const makeLinks = (db: Database, write: Writer): Store['links'] => {
  const table = makeTable<Stored<OneTimeLink>>(db, write, {
    name: 'link',
    id: ({ id }) => id,
    columns: { purpose: ({ purpose }) => purpose },
  })
  const erase = db.query('delete from link where id = ?')
  return {
    put: (link) => write(() => table.putNow({ ...link, v: 1 })),
    get: async (id) => table.read(id),
    take: (id) =>
      write(() => {
        const link = table.read(id)
        return link && erase.run(id).changes === 1 ? link : null
      }),
    remove: async (id) => void (await table.remove(id)),
  }
}

export const makeShops = (db: Database, write: Writer): Store['shops'] => {
  const table = makeTable<Shop>(db, write, {
    name: 'shop',
    id: ({ id }) => id,
    columns: { owner: ({ owner }) => owner, bot: ({ bot }) => bot?.id ?? null },
  })
  return {
    create: table.create,
    get: async (id) => table.read(id),
    ofOwner: async (owner) => table.find('where owner = ? order by id', owner),
    withBot: async () => table.find('where bot is not null'),
    list: async () => table.find('order by id'),
    change: (id, decide) => table.change(id, decide),
  }
}

export const makeProviders = (db: Database, write: Writer): Store['providers'] => {
  const table = makeTable<ProviderDoc>(db, write, {
    name: 'provider',
    id: ({ id }) => id,
    columns: { shop: ({ shop }) => shop },
  })
  return {
    create: table.create,
    get: async (shop, id) => inShop(shop, table.read(id)),
    list: async (shop) => table.find('where shop = ?', shop).sort((a, b) => a.createdAt - b.createdAt),
    change: (shop, id, decide) => table.change(id, decide, own(shop)),
    remove: async (shop, id) => {
      if (inShop(shop, table.read(id))) await table.remove(id)
    },
  }
}

export const makeItems = (db: Database, write: Writer): Store['items'] => {
  const table = makeTable<Stored<Item>>(db, write, {
    name: 'item',
    id: ({ id }) => id,
    columns: {
      shop: ({ shop }) => shop,
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
        own(shop),
      ),
  }
}

export const makeKnowledge = (db: Database, write: Writer): Store['knowledge'] => {
  const table = makeTable<KnowledgeDoc>(db, write, {
    name: 'knowledge',
    id: ({ id }) => id,
    columns: { shop: ({ shop }) => shop },
  })
  return {
    put: (doc) => write(() => table.putNow(doc)),
    get: async (shop, id) => inShop(shop, table.read(id)),
    list: async (shop) => table.find('where shop = ?', shop).sort((a, b) => b.at - a.at),
    remove: async (shop, id) => {
      if (inShop(shop, table.read(id))) await table.remove(id)
    },
  }
}
