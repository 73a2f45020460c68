// Lanes of panel accounts: leased to one sender at a time, whoever of the shops and processes it is.
import type { Database } from 'bun:sqlite'
import type { Lane } from '../../ledger.ts'
import type { Lanes } from '../../store.ts'
import { TABLES } from '../../tables.ts'
import { makeTable } from './table.ts'
import type { Writer } from './writer.ts'

export const makeAccountLanes = (db: Database, write: Writer): Lanes => {
  const table = makeTable(db, write, TABLES.account_lane)
  return {
    get: async (account) => table.read(account),
    take: (account, owner, now, lease) =>
      write(() => {
        const found: Lane = table.read(account) ?? { id: account, token: 0, until: 0, v: 0 }
        if (found.owner !== undefined && found.until > now) return null
        const taken = { ...found, owner, token: found.token + 1, until: now + lease, v: found.v + 1 }
        if (found.v === 0) table.createNow(taken)
        else table.replaceNow(taken, found.v)
        return taken
      }),
    change: (account, token, decide) =>
      write(() => {
        const found = table.read(account)
        if (!found || found.owner === undefined || found.token !== token) return false
        const next = decide(found)
        if (next) table.replaceNow({ ...next, token, v: found.v + 1 }, found.v)
        return true
      }),
    leave: async (account, token) => {
      await table.change(account, (lane) => {
        if (lane.token !== token) return null
        const { owner: _, ...free } = lane
        return { ...free, until: 0 }
      })
    },
  }
}
