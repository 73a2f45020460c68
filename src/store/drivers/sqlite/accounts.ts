// Accounts, their sessions, and one-time links.
import type { Database } from 'bun:sqlite'
import type { Store } from '../../store.ts'
import { TABLES } from '../../tables.ts'
import { makeTable } from './table.ts'
import type { Writer } from './writer.ts'

export const makeAccounts = (db: Database, write: Writer): Store['accounts'] => {
  const table = makeTable(db, write, TABLES.account)
  return {
    create: table.create,
    get: async (id) => table.read(id),
    byEmail: async (email) => table.find('where email = ?', email)[0] ?? null,
    list: async () => table.find('order by n'),
    change: (id, decide) => table.change(id, decide),
  }
}

export const makeSessions = (db: Database, write: Writer): Store['sessions'] => {
  const table = makeTable(db, write, TABLES.session)
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
  const table = makeTable(db, write, TABLES.link)
  const erase = db.query('delete from link where id = ?')
  return {
    put: (link) => write(() => void table.putNow({ ...link, v: 1 })),
    get: async (id) => table.read(id),
    take: (id) =>
      write(() => {
        const link = table.read(id)
        return link && erase.run(id).changes === 1 ? link : null
      }),
    remove: async (id) => void (await table.remove(id)),
  }
}
