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
import { liveShop } from '../support/shops.ts'
import { chat, entry, newOrder, SHOP, service } from './contract/support.ts'
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
    expect(used.filter((name) => !NOUNS.some((noun) => noun === name)).toSorted()).toEqual([...NOT_KEPT, 'schema'])
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

/** What a driver is asked after a move, as a shop at work would. */
const fill = async (store: Store, clock: FakeClock): Promise<void> => {
  await store.shops.create(liveShop({ id: SHOP, owner: 'a_1' }))
  for (let mid = 1; mid <= 30; mid++) await store.services.putLot(SHOP, [service(mid)])
  for (let n = 1; n <= 5; n++) await store.orders.create(newOrder(n, { createdAt: 1000, updatedAt: 1000 }))
  for (let i = 1; i <= 130; i++) await store.wallets.credit(SHOP, 'cu_1', 'real', entry(`c${i}`, i))
  await store.chats.ensure(chat('1:5'))
  for (let i = 1; i <= 3; i++)
    await store.messages.append({ chat: '1:5', shop: SHOP, from: 'bot', text: `m${i}`, at: i })
  for (let updateId = 11; updateId <= 14; updateId++)
    await store.inbox.accept({ bot: '1', updateId, chat: '1:5', at: updateId, body: `u${updateId}` })
  await store.inbox.accept({ bot: '1', updateId: 20, chat: '1:6', at: 5, body: 'dies' })
  const first = await store.inbox.claim('w', clock.now(), 1000, '1:5')
  if (first) await store.inbox.done('1:5', first.token, first.update.n)
  const dying = await store.inbox.claim('w', clock.now(), 1000, '1:6')
  if (dying) await store.inbox.bury('1:6', dying.token, dying.update.n, 'given up')
  await store.inbox.claim('w', clock.now(), 1000, '1:5')
  const job = (id: string, at: number) => ({ id, name: 'notices.order' as const, at, payload: { order: id } })
  await store.jobs.add([job('leased', 1), job('ready', 2), job('done', 3), job('dead', 4)])
  const jobs = await store.jobs.claim(['notices.order'], 'w', clock.now(), 1000, 4)
  const token = (id: string) => jobs.find((one) => one.id === id)?.token ?? 0
  await store.jobs.again('ready', token('ready'), 2, { error: 'later' })
  await store.jobs.finish('done', token('done'))
  await store.jobs.bury('dead', token('dead'), 'five times')
  await store.keys.claim('bot:7', SHOP)
  await store.practice.put('bank', { 'a.b$%': [1] }, 0)
  await store.conversations.write('1:5', 'log')
}

const goesOn = async (store: Store, clock: FakeClock): Promise<void> => {
  const { inbox, jobs, wallets, messages } = store
  expect(await inbox.accept({ bot: '1', updateId: 11, chat: '1:5', at: 9, body: '' })).toEqual({
    n: 1,
    fresh: false,
  })
  expect((await inbox.accept({ bot: '1', updateId: 15, chat: '1:5', at: 15, body: 'u15' })).n).toBe(5)
  expect((await inbox.accept({ bot: '1', updateId: 21, chat: '1:6', at: 16, body: 'u21' })).n).toBe(2)
  expect(await inbox.claim('v', clock.now(), 1000, '1:5')).toBeNull()
  expect((await inbox.dead(9)).map(({ body, error }) => [body, error])).toEqual([['dies', 'given up']])
  clock.advance(2000)
  const [seen, tries]: [string[], number[]] = [[], []]
  for (;;) {
    const claimed = await inbox.claim('v', clock.now(), 1000)
    if (!claimed) break
    seen.push(claimed.update.body)
    tries.push(claimed.update.tries)
    await inbox.done(claimed.update.chat, claimed.token, claimed.update.n)
  }
  expect([seen.filter((body) => body !== 'u21'), tries[seen.indexOf('u12')]]).toEqual([
    ['u12', 'u13', 'u14', 'u15'],
    1,
  ])
  expect(await messages.append({ chat: '1:5', shop: SHOP, from: 'customer', text: 'm4', at: 4 })).toBe(4)
  expect((await messages.list(SHOP, '1:5', { limit: 9 })).map(({ id, text }) => `${id} ${text}`)).toEqual([
    '1 m1',
    '2 m2',
    '3 m3',
    '4 m4',
  ])
  expect((await jobs.dead(9)).map(({ id, error }) => [id, error])).toEqual([['dead', 'five times']])
  const due = await jobs.claim(['notices.order'], 'v', clock.now(), 1000, 9)
  expect(due.map(({ id, token, attempts, payload }) => [id, token, attempts, payload])).toEqual([
    ['ready', 2, 2, { order: 'ready' }],
    ['leased', 2, 2, { order: 'leased' }],
  ])
  expect(await jobs.finish('leased', 1)).toBe(false)
  expect((await wallets.credit(SHOP, 'cu_1', 'real', entry('c1', 1))).fresh).toBe(false)
  const page = await wallets.entries(SHOP, 'cu_1', 'real', { limit: 500 })
  expect(page.map(({ n }) => n)).toEqual(Array.from({ length: 130 }, (_, i) => 130 - i))
  for (let i = 131; i <= 200; i++) await wallets.credit(SHOP, 'cu_1', 'real', entry(`c${i}`, i))
  expect(await wallets.owed(SHOP, 'real')).toBe((200 * 201) / 2)
  expect((await store.orders.list(SHOP, {})).map(({ id }) => id)).toEqual(['o_5', 'o_4', 'o_3', 'o_2', 'o_1'])
  await store.orders.create(newOrder(6, { createdAt: 1000, updatedAt: 1000 }))
  expect((await store.orders.list(SHOP, { limit: 1 }))[0]?.id).toBe('o_6')
  expect(await store.orders.create(newOrder(7, { number: newOrder(1).number }))).toBe('numberTaken')
  expect((await store.services.list(SHOP, { text: 's17' })).map(({ mid }) => mid)).toEqual([17])
  expect(await store.services.version(SHOP)).toBeGreaterThanOrEqual(30)
  expect(await store.keys.claim('bot:7', 's_other')).toBe(SHOP)
  expect(await store.practice.put('bank', 'x', 0)).toBe(false)
  expect((await store.practice.get('bank'))?.doc).toEqual({ 'a.b$%': [1] })
  expect(await store.conversations.read('1:5')).toBe('log')
}

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
