// All that is in the database, read and written document by document, in the form of `store/dump.ts`. Read by id, which every server can.
import { type Dump, lotOf, NOUNS, type Noun, type Page } from '../../dump.ts'
import { type Setup, TABLES } from '../../tables.ts'
import type { Collections } from './database.ts'
import type { Part } from './dump-part.ts'
import { plainParts } from './dump-plain.ts'
import { makeKnowledgeTable } from './knowledge.ts'
import type { Bulk, Ring, Row } from './ring.ts'
import { makeTable, type Table } from './table.ts'

type Doc = { v: number }

const tablePart = <Of extends Doc>({ docOf, rowOf }: Table<Of>): Part => ({
  dumped: async (rows) =>
    rows.map((row) => ({ id: row._id, doc: docOf(row), n: Number((row['x'] as { n: number }).n) })),
  rows: async (dumped) =>
    dumped.map(({ id, doc, n }) => rowOf(doc as Of, n === undefined ? undefined : { _id: id, x: { n } })),
})

const partsOf = (of: Collections): Record<Noun, Part> => {
  const tables = Object.values(TABLES).map((setup) => [
    setup.name,
    tablePart(makeTable<Doc>(of(setup.name), setup as unknown as Setup<Doc>)),
  ])
  return {
    ...(Object.fromEntries(tables) as Record<keyof typeof TABLES, Part>),
    knowledge: tablePart(makeKnowledgeTable(of)),
    ...plainParts(of),
  }
}

const write = async (ring: Ring, rows: Row[]): Promise<void> => {
  const known = await ring.find({ _id: { $in: rows.map(({ _id }) => _id) } }, { only: ['_id'] })
  const there = new Set(known.map(({ _id }) => _id))
  await ring.bulk(
    rows.map(({ _id, ...rest }): Bulk => {
      if (!there.has(_id)) return { insertOne: { document: { _id, ...rest } } }
      return { replaceOne: { filter: { _id }, replacement: rest } }
    }),
  )
}

const nothing: Page = { rows: [], next: null }

export const makeDump = (of: Collections): Dump => {
  const parts = partsOf(of)
  for (const noun of NOUNS) if (!parts[noun]) throw new Error(`${noun} has no form`)
  return {
    read: async (noun, after) => {
      const limit = lotOf(noun)
      const rows = await of(noun).find(after === null ? {} : { _id: { $gt: after } }, {
        sort: { _id: 1 },
        limit,
      })
      const last = rows.at(-1)
      if (!last) return nothing
      return { rows: await parts[noun].dumped(rows), next: rows.length === limit ? last._id : null }
    },
    write: async (noun, dumped) => write(of(noun), await parts[noun].rows(dumped)),
    count: (noun) => of(noun).count({}),
    clear: async (noun) => void (await of(noun).remove({})),
  }
}
