// Accounts, their sessions, and one-time links.
import type { Store } from '../../store.ts'
import { TABLES } from '../../tables.ts'
import type { Collections } from './database.ts'
import { makeTable } from './table.ts'

export const makeAccounts = (of: Collections): Store['accounts'] => {
  const table = makeTable(of('account'), TABLES.account)
  return {
    create: table.create,
    get: table.read,
    byEmail: async (email) => (await table.find({ 'x.email': email }, { limit: 1 }))[0] ?? null,
    list: () => table.find({}, { sort: { 'x.n': 1 } }),
    change: (id, decide) => table.change(id, decide),
  }
}

export const makeSessions = (of: Collections): Store['sessions'] => {
  const table = makeTable(of('session'), TABLES.session)
  return {
    create: async (session) => void (await table.create({ ...session, v: 1 })),
    get: table.read,
    extend: async (id, expiresAt) => void (await table.change(id, (session) => ({ ...session, expiresAt }))),
    remove: async (id) => void (await table.remove(id)),
    removeOf: async (account) => void (await table.ring.remove({ 'x.account': account })),
    prune: (now) => table.ring.remove({ 'x.expires': { $lte: now } }),
  }
}

export const makeLinks = (of: Collections): Store['links'] => {
  const table = makeTable(of('link'), TABLES.link)
  return {
    put: (link) => table.put({ ...link, v: 1 }),
    get: table.read,
    take: async (id) => {
      const row = await table.ring.removeFirst({ _id: id })
      return row && table.docOf(row)
    },
    remove: async (id) => void (await table.remove(id)),
  }
}
