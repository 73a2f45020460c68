// What the language model was asked for, by shop and day and by chat and day.
import type { Database } from 'bun:sqlite'
import { TABLES, usageId } from '../../tables.ts'
import { noUsage, type Usages } from '../../usage.ts'
import { makeTable } from './table.ts'
import type { Writer } from './writer.ts'

export const makeUsage = (db: Database, write: Writer): Usages => {
  const table = makeTable(db, write, TABLES.usage)
  const sweep = db.query('delete from usage where day < ?')
  return {
    get: async (of) => table.read(usageId(of)) ?? noUsage(of),
    change: (of, decide) =>
      write(() => {
        const known = table.read(usageId(of))
        const current = known ?? noUsage(of)
        const next = decide(current)
        if (!next) return current
        const stored = { ...next, ...of, v: current.v + 1 }
        if (known) table.replaceNow(stored, current.v)
        else table.createNow(stored)
        return stored
      }),
    ofDay: async (day) => table.find('where day = ? and whole = 1 order by n', day),
    prune: (before) => write(() => sweep.run(before).changes),
  }
}
