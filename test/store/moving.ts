// Moves all that a store holds into another one, and compares both by what each says of itself.
import { expect } from 'bun:test'
import { makeDump } from '../../src/store/drivers/mongodb/dump.ts'
import { openSqlite } from '../../src/store/drivers/sqlite/index.ts'
import { type Digest, type Dump, type Dumped, makeDigest, NOUNS, pagesOf } from '../../src/store/dump.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { memoryDatabase } from '../support/memory-ring.ts'

type All = { noun: (typeof NOUNS)[number]; rows: Dumped[] }[]

const readAll = (dump: Dump): Promise<All> =>
  Promise.all(
    NOUNS.map(async (noun) => {
      const rows: Dumped[] = []
      for await (const page of pagesOf(dump, noun)) rows.push(...page.rows)
      return { noun, rows }
    }),
  )

const writeAll = async (all: All, to: Dump): Promise<void> => {
  for (const { noun, rows } of all) await to.write(noun, rows)
}

const digests = (all: All): Record<string, Digest> =>
  Object.fromEntries(
    all.map(({ noun, rows }) => {
      const digest = makeDigest()
      for (const row of rows) digest.add(row)
      return [noun, digest.end()]
    }),
  )

export const digestsOf = async (dump: Dump): Promise<Record<string, Digest>> => digests(await readAll(dump))
export const move = async (from: Dump, to: Dump): Promise<void> => writeAll(await readAll(from), to)

/** Into each driver and back: nothing is lost, nothing is added, nothing becomes something else. Written twice it is the same. */
export const survivesMoves = async (store: { dump: Dump }): Promise<void> => {
  const all = await readAll(store.dump)
  const said = digests(all)
  const there = makeDump(memoryDatabase().of)
  await writeAll(all, there)
  expect(await digestsOf(there)).toEqual(said)
  const back = openSqlite(':memory:', fakeClock())
  await move(there, back.dump)
  await writeAll(all, back.dump)
  expect(await digestsOf(back.dump)).toEqual(said)
  await back.close()
}
