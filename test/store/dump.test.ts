// What a database holds, said without it: complete, of any content, and at work again in the other driver as if nothing had happened.
import type { Database } from 'bun:sqlite'
import { afterEach, beforeEach, describe, expect, setDefaultTimeout, test } from 'bun:test'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { makeDump } from '../../src/store/drivers/mongodb/dump.ts'
import { openDatabase } from '../../src/store/drivers/sqlite/database.ts'
import { openSqlite } from '../../src/store/drivers/sqlite/index.ts'
import { canonical, digestOf, isSame, lotOf, makeDigest, NOUNS, pagesOf } from '../../src/store/dump.ts'
import type { Store } from '../../src/store/store.ts'
import { type FakeClock, fakeClock } from '../support/fake-clock.ts'
import { memoryDatabase } from '../support/memory-ring.ts'
import { mongo, whereMongo } from '../support/mongo.ts'
import { fill, goesOn } from './filled.ts'
import { digestsOf, move } from './moving.ts'

setDefaultTimeout(120_000)

describe('a dump', () => {
  /** Beside its head's table, and told by it. */
  const WITH_THEIR_HEADS = ['knowledge_text']
  /** Of the moment: what processes tell each other. */
  const NOT_KEPT = ['feed', 'lease']

  test('leaves out no table and no collection', () => {
    const db: Database = openDatabase(':memory:')
    const tables = db.query<{ name: string }, []>("select name from sqlite_schema where type = 'table'").all()
    const known = [...NOUNS, ...WITH_THEIR_HEADS, ...NOT_KEPT].toSorted()
    expect(tables.map(({ name }) => name).toSorted()).toEqual(known)
    const folder = join(import.meta.dir, '../../src/store/drivers/mongodb')
    const used = readdirSync(folder).flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/\bof\('(\w+)'\)/g)].map(([, name]) => name),
    )
    expect(used.length).toBeGreaterThan(20)
    expect(used.filter((name) => !NOUNS.some((noun) => noun === name)).toSorted()).toEqual([
      ...NOT_KEPT,
      'schema',
    ])
  })

  test('is told in pages, none of them twice and none left out', async () => {
    for (const open of [
      () => openSqlite(':memory:', fakeClock()).dump,
      () => makeDump(memoryDatabase().of),
    ]) {
      const dump = open()
      const all = Array.from({ length: lotOf('key') * 2 }, (_, i) => ({ id: `k:${i}`, doc: { owner: 'o' } }))
      for (const noun of ['key', 'account'] as const) {
        const rows = noun === 'key' ? all : all.map(({ id }, n) => ({ id, n, doc: { id, email: id, v: 1 } }))
        await dump.write(noun, rows)
        const pages: string[][] = []
        for await (const page of pagesOf(dump, noun)) pages.push(page.rows.map(({ id }) => id))
        expect(pages.flat().toSorted()).toEqual(all.map(({ id }) => id).toSorted())
        expect(pages[0]).toHaveLength(lotOf('key'))
        expect(await dump.count(noun)).toBe(all.length)
        await dump.clear(noun)
        expect(await dump.count(noun)).toBe(0)
      }
    }
  })

  test('numbers that two replicas gave twice each get a place of their own', async () => {
    const dump = openSqlite(':memory:', fakeClock()).dump
    const rows = ['a', 'b', 'c'].map((id) => ({ id, n: 7, doc: { id, email: id, v: 1 } }))
    await dump.write('account', rows)
    await dump.write('account', rows)
    const { rows: read } = await dump.read('account', null)
    expect(read.map(({ id, n }) => [id, n])).toEqual([
      ['a', 7],
      ['b', 8],
      ['c', 9],
    ])
  })
})

describe('a digest', () => {
  test('is of what is said, not of how or in which order; every change shows', () => {
    const of = (...rows: { id: string; doc: unknown; n?: number }[]) => {
      const digest = makeDigest()
      for (const row of rows) digest.add(row)
      return digest.end()
    }
    const [a, b] = [
      { id: 'a', doc: { x: 1, y: [{ p: 'ä', q: null }] } },
      { id: 'b', doc: { x: 2 } },
    ]
    expect(of(a, b)).toEqual(of(b, { id: 'a', doc: { y: [{ q: null, p: 'ä', r: undefined }], x: 1 }, n: 9 }))
    for (const other of [
      of(a),
      of(a, b, b),
      of(a, { ...b, id: 'c' }),
      of({ id: 'b', doc: a.doc }, { id: 'a', doc: b.doc }),
      of(a, { id: 'b', doc: { x: '2' } }),
      of(a, { id: 'b', doc: { x: 2, z: null } }),
    ])
      expect(isSame(of(a, b), other)).toBe(false)
    expect(canonical({ b: 1, a: [undefined, { d: 1, c: 2 }] })).toBe('{"a":[null,{"c":2,"d":1}],"b":1}')
  })
})

type Place = { store: Store; clock: FakeClock }
const inSqlite = async (): Promise<Place> => {
  const clock = fakeClock()
  return { store: openSqlite(':memory:', clock), clock }
}

/** Any value that JSON has. */
const anything = fc.jsonValue({ noUnicodeString: false, maxDepth: 4 } as never)
const anyDocument = fc.dictionary(
  fc.string({ unit: 'binary', maxLength: 8 }).filter((key) => !['id', 'email', 'v'].includes(key)),
  fc.oneof(
    anything,
    fc.string({ unit: 'binary' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.maxSafeInteger(),
  ),
  { maxKeys: 5 },
)

/** Names that paths, operators and prototypes have, half a character, and the numbers at the ends. */
const ODD = [
  '{"__proto__":{"x":1},"":"","$set":{"a.b":1,"%2e":2,"c\\u0000":[{"__proto__":3}]},"constructor":null}',
  '{"\\ud83d":"cut \\ud83d","n":[-0,1e-7,9007199254740991,-9007199254740991,2147483648,1.5],"t":"\\u0000"}',
].map((text) => JSON.parse(text) as Record<string, unknown>)

const survives = (open: () => Promise<Place>): Promise<void> =>
  fc.assert(
    fc.asyncProperty(fc.array(anyDocument, { maxLength: 8 }), async (documents) => {
      const [from, to] = [(await inSqlite()).store, (await open()).store]
      const rows = documents.map((doc, i) => ({
        id: `a${i}`,
        n: i,
        doc: { ...(JSON.parse(JSON.stringify(doc)) as object), id: `a${i}`, email: 'e', v: 1 },
      }))
      await from.dump.write('account', rows)
      for (const { id, doc } of rows) await from.practice.put(id, doc, 0)
      for (const noun of ['account', 'practice'] as const) {
        await to.dump.clear(noun)
        for await (const page of pagesOf(from.dump, noun)) await to.dump.write(noun, page.rows)
        expect(await digestOf(to.dump, noun)).toEqual(await digestOf(from.dump, noun))
        expect(await to.dump.count(noun)).toBe(rows.length)
      }
      await from.close()
      await to.close()
    }),
    { numRuns: 40, examples: [[ODD]] },
  )

describe('from one file to another', () => {
  test('a shop goes on where it was', async () => {
    const [from, to] = [await inSqlite(), await inSqlite()]
    await fill(from.store, from.clock)
    await move(from.store.dump, to.store.dump)
    await goesOn(to.store, to.clock)
  })

  test('any document survives', () => survives(inSqlite))
})

whereMongo(() => {
  const at = {} as { open(): Promise<Place> }
  const opened: Store[] = []
  beforeEach(async () => {
    const database = await mongo()
    at.open = async () => {
      const clock = fakeClock()
      const store = await database.open(clock)
      opened.push(store)
      return { store, clock }
    }
  })
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close()
  })

  describe('between SQLite and MongoDB', () => {
    test('a shop goes on where it was, from SQLite to MongoDB', async () => {
      const [from, to] = [await inSqlite(), await at.open()]
      await fill(from.store, from.clock)
      await move(from.store.dump, to.store.dump)
      expect(await digestsOf(to.store.dump)).toEqual(await digestsOf(from.store.dump))
      await goesOn(to.store, to.clock)
    })

    test('and from MongoDB to SQLite', async () => {
      const [from, to] = [await at.open(), await inSqlite()]
      await fill(from.store, from.clock)
      await move(from.store.dump, to.store.dump)
      expect(await digestsOf(to.store.dump)).toEqual(await digestsOf(from.store.dump))
      await goesOn(to.store, to.clock)
    })

    test('any document survives', () => survives(at.open))
  })
})
