// Planted faults of MongoDB's driver: what is easily got wrong where one method is several commands. Each must be seen.
import type { Collections, Database } from '../../../src/store/drivers/mongodb/database.ts'
import type { Ring, Row } from '../../../src/store/drivers/mongodb/ring.ts'
import type { Planted } from '../defects.ts'

const spoilt =
  (names: readonly string[], spoil: (ring: Ring) => Partial<Ring>) =>
  (database: Database): Database => {
    const of: Collections = (name) => {
      const ring = database.of(name)
      return names.includes(name) ? { ...ring, ...spoil(ring) } : ring
    }
    return { ...database, of }
  }

const BOXES = ['orders', 'notice', 'withdrawal', 'chat', 'item']
const EMPTY = { $set: { outbox: [], 'x.pending': 0 } }

/** Writes over whatever stands there. */
const unguarded = (ring: Ring): Partial<Ring> => ({
  replace: ({ _id }, row) => ring.replace({ _id: _id as string }, row),
})

/** Reads once, then goes by what this process wrote. */
const remembered = (ring: Ring): Partial<Ring> => {
  const known = new Map<string, Row>()
  return {
    first: async ({ _id }) => {
      const row = known.get(_id as string) ?? (await ring.first({ _id: _id as string }))
      if (row) known.set(row._id, row)
      return row
    },
    replace: async ({ _id }, row) => {
      known.set(row._id, row)
      return ring.replace({ _id: _id as string }, row)
    },
  }
}

/** Much is lost, and much is asked for twice. */
const ROUGH = { money: 'real', hooked: true, trouble: 0.25, kills: 0.01, deeds: 40 } as const
const BUSY = { ...ROUGH, customers: 2, opening: 3_000_000, wishes: 10, beats: true, patience: 20_000 }

export const DRIVER_DEFECTS: Planted[] = [
  {
    rule: 0,
    title: 'an outbox is emptied before its jobs are stored',
    day: ROUGH,
    database: spoilt(BOXES, (ring) => ({
      find: async (where, page) => {
        const rows = await ring.find(where, page)
        if (page?.only?.includes('outbox')) for (const { _id } of rows) await ring.update({ _id }, EMPTY)
        return rows
      },
    })),
  },
  {
    rule: 0,
    title: 'an outbox is emptied of what came in between',
    day: ROUGH,
    database: spoilt(BOXES, (ring) => ({
      update: (where, update) => ring.update(where, '$pull' in update ? EMPTY : update),
    })),
  },
  { rule: 5, title: 'an order is written over', day: ROUGH, database: spoilt(['orders'], unguarded) },
  { rule: 3, title: 'a wallet is written over', day: BUSY, database: spoilt(['wallet'], unguarded) },
  {
    rule: 6,
    title: 'a process remembers a lane to a panel account as it left it',
    day: { ...BUSY, apart: true, trouble: 0.04, kills: 0 },
    database: spoilt(['account_lane'], remembered),
  },
  {
    rule: 0,
    title: 'a key is given to whoever asks',
    day: { ...BUSY, links: ['https://instagram.com/warung'], services: ['sv_1'] },
    database: spoilt(['key'], (ring) => ({
      insert: async (row) => {
        await ring.put(row)
        return true
      },
    })),
  },
]
