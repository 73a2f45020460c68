// What the language model was asked for, by shop and day and by chat and day.
import { noUsage, type Usage, type UsageOf, type Usages } from '../../usage.ts'
import type { Collections } from './database.ts'
import { makeTable } from './table.ts'
import { lost, untilWon } from './turns.ts'

const idOf = ({ shop, day, chat }: UsageOf): string => `${shop}/${day}${chat === undefined ? '' : `/${chat}`}`

export const makeUsage = (of: Collections): Usages => {
  const table = makeTable<Usage>(of('usage'), {
    id: idOf,
    columns: { day: ({ day }) => day, whole: ({ chat }) => (chat === undefined ? 1 : 0) },
  })
  return {
    get: async (whose) => (await table.read(idOf(whose))) ?? noUsage(whose),
    change: (whose, decide) =>
      untilWon<Usage>(`usage ${idOf(whose)}`, async () => {
        const known = await table.change(idOf(whose), (current) => {
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
