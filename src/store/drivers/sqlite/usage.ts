// What the language model was asked for, by shop and day and by chat and day.
import type { Database } from 'bun:sqlite'
import { noUsage, type Usage, type UsageOf, type Usages } from '../../usage.ts'
import { makeTable } from './table.ts'
import type { Writer } from './writer.ts'

const idOf = ({ shop, day, chat }: UsageOf): string => `${shop}/${day}${chat === undefined ? '' : `/${chat}`}`

export const makeUsage = (db: Database, write: Writer): Usages => {
  const table = makeTable<Usage>(db, write, {
    name: 'usage',
    id: idOf,
    fixed: { day: ({ day }) => day, whole: ({ chat }) => (chat === undefined ? 1 : 0) },
  })
  const sweep = db.query('delete from usage where day < ?')
  return {
    get: async (of) => table.read(idOf(of)) ?? noUsage(of),
    change: (of, decide) =>
      write(() => {
        const known = table.read(idOf(of))
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
