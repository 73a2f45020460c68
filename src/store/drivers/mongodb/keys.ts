// Uniqueness, shared limits, and the practice world's guarded documents.
import type { Store } from '../../store.ts'
import type { Collections } from './database.ts'
import { fromStored, toStored } from './stored.ts'
import { lost, untilWon } from './turns.ts'

export const makeKeys = (of: Collections): Store['keys'] => {
  const ring = of('key')
  const owner = async (key: string): Promise<string | null> =>
    (await ring.first({ _id: key }))?.['owner'] ?? null
  return {
    claim: (key, claimant) =>
      untilWon<string>(ring, key, async () => {
        if (await ring.insert({ _id: key, owner: claimant })) return claimant
        return (await owner(key)) ?? lost // given back between the two
      }),
    owner,
    release: async (key, claimant) => (await ring.remove({ _id: key, owner: claimant })) === 1,
  }
}

export const makeLimits = (of: Collections): Store['limits'] => {
  const ring = of('hit')
  return {
    hit: (key, now, window) =>
      untilWon<number>(ring, key, async () => {
        const counted = await ring.take(
          { _id: key, until: { $gt: now } },
          { $inc: { n: 1 } },
          { answer: 'after' },
        )
        if (counted) return Number(counted['n'])
        if (await ring.insert({ _id: key, n: 1, until: now + window })) {
          await ring.remove({ until: { $lte: now } })
          return 1
        }
        const begun = await ring.update(
          { _id: key, until: { $lte: now } },
          { $set: { n: 1, until: now + window } },
        )
        return begun ? 1 : lost
      }),
    clear: async (key) => void (await ring.remove({ _id: key })),
  }
}

export const makePractice = (of: Collections): Store['practice'] => {
  const ring = of('practice')
  return {
    get: async (key) => {
      const row = await ring.first({ _id: key })
      return row ? { doc: fromStored<unknown>(row['doc']), v: Number(row['v']) } : null
    },
    put: async (key, doc, v) => {
      const row = { _id: key, v: v + 1, ...toStored({ doc }) }
      return v === 0 ? ring.insert(row) : ring.replace({ _id: key, v }, row)
    },
  }
}
