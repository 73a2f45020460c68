// What the language model was asked for, by shop and day and by chat and day.

import { TABLES, usageId } from '../../tables.ts'
import { noUsage, type Usage, type Usages } from '../../usage.ts'
import type { Collections } from './database.ts'
import { makeTable } from './table.ts'
import { lost, untilWon } from './turns.ts'

export const makeUsage = (of: Collections): Usages => {
  const table = makeTable(of('usage'), TABLES.usage)
  return {
    get: async (whose) => (await table.read(usageId(whose))) ?? noUsage(whose),
    change: (whose, decide) =>
      untilWon<Usage>(table.ring, usageId(whose), async () => {
        const known = await table.change(usageId(whose), (current) => {
          const next = decide(current)
          return next && { ...next, ...whose }
        })
        if (known) return known
        const current = noUsage(whose)
        const next = decide(current)
        if (!next) return current
        const first = { ...next, ...whose, v: 1 }
        return (await table.create(first)) === 'created' ? first : lost
      }),
    ofDay: (day) => table.find({ 'x.day': day, 'x.whole': 1 }, { sort: { 'x.n': 1 } }),
    prune: (before) => table.ring.remove({ 'x.day': { $lt: before } }),
  }
}
