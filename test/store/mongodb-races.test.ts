// Races against the real server, with exact results, and what the driver never sends.
import { expect, test } from 'bun:test'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { openDatabase } from '../../src/store/drivers/mongodb/database.ts'
import { openMongo } from '../../src/store/drivers/mongodb/index.ts'
import { assertUpdate, assertWhere, type Where } from '../../src/store/drivers/mongodb/ring.ts'
import { fromStored, toStored } from '../../src/store/drivers/mongodb/stored.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { mongo, whereMongo } from '../support/mongo.ts'
import { newOrder, SHOP, together } from './contract/support.ts'

test('a filter with undefined anywhere, and operators that not every server knows, are refused before they are sent', () => {
  const wrong: Where[] = [
    { shop: undefined },
    { at: { $lt: undefined } },
    { $or: [{ a: 1 }, { b: undefined }] },
    { $expr: { $gt: ['$a', 1] } },
    { list: { $elemMatch: { a: 1 } } },
    { $where: 'true' },
    { $text: { $search: 'a' } },
  ]
  for (const where of wrong) expect(() => assertWhere(where)).toThrow()
  expect(assertWhere({ a: { $in: [1, null] }, $and: [{ b: { $exists: true } }] })).toBeTruthy()
  expect(() => assertUpdate({ $set: {} })).toThrow('empty')
  expect(() => assertUpdate({ $rename: { a: 'b' } })).toThrow('$rename')
  expect(() => assertUpdate([{ $set: { a: 1 } }] as never)).toThrow('pipeline')
})

test('a document comes back as it was, whatever its keys', () => {
  const doc = {
    a: { 'x.y': 1, $set: 2, '%2e': 3, 'nul\0': 4, '': 5, plain: [{ 'b.c': null }, 'text'] },
    gone: undefined,
  }
  const { gone: _, ...kept } = doc
  expect(fromStored<unknown>(toStored(doc))).toEqual(kept)
  expect(JSON.stringify(toStored(doc))).not.toMatch(/"[^"]*[.$\0][^"]*":/)
})

whereMongo(() => {
  const writer = (url: string, prefix: string, what: string) =>
    Bun.spawn([process.execPath, join(import.meta.dir, 'mongodb-writer.ts'), url, prefix, what], {
      stdout: 'pipe',
      stderr: 'inherit',
    })
  /** What three processes at once have said, line by line. */
  const three = async (url: string, prefix: string, what: string): Promise<string[][]> => {
    const children = [0, 1, 2].map(() => writer(url, prefix, what))
    const said = await Promise.all(children.map((one) => new Response(one.stdout).text()))
    expect(await Promise.all(children.map((one) => one.exited))).toEqual([0, 0, 0])
    return said.map((text) => text.split('\n').filter(Boolean))
  }

  test('sixty contenders in three processes for one move, ten rounds: one winner each, one line each', async () => {
    const at = await mongo()
    const store = await at.open(fakeClock())
    for (let round = 0; round < 10; round++) await store.orders.create(newOrder(round, { outbox: [] }))
    const won = (await three(at.url, at.prefix, 'compare')).flat()
    expect([...won].sort()).toEqual(Array.from({ length: 10 }, (_, round) => `o_${round}`))
    for (let round = 0; round < 10; round++)
      expect(await store.orders.get(SHOP, `o_${round}`)).toMatchObject({
        v: 2,
        state: 'billing',
        events: { length: 2 },
      })
    await store.close()
  }, 60_000)

  test('forty writers in each of three processes leave a hundred and twenty lines, and every job', async () => {
    const at = await mongo()
    const store = await at.open(fakeClock())
    await store.orders.create(newOrder(1, { outbox: [] }))
    const moved = (await three(at.url, at.prefix, 'lines')).flat()
    expect(new Set(moved).size).toBe(120)
    const order = await store.orders.get(SHOP, 'o_1')
    expect(order?.v).toBe(121)
    await store.relay()
    const jobs = await store.jobs.claim(['notices.order'], 'w', Number.MAX_SAFE_INTEGER, 1, 500)
    expect(new Set(jobs.map(({ id }) => id)).size).toBe(120)
    await store.close()
  }, 60_000)

  test('thirty workers in three processes lease four hundred jobs: each claimed once, none left', async () => {
    const at = await mongo()
    const store = await at.open(fakeClock())
    const drafts = Array.from({ length: 400 }, (_, i) => ({
      id: `j_${i}`,
      name: 'notices.order' as const,
      at: i % 7,
      payload: {},
    }))
    await store.jobs.add(drafts)
    const claimed = (await three(at.url, at.prefix, 'lease')).flat()
    expect(claimed).toHaveLength(400)
    expect(new Set(claimed).size).toBe(400)
    expect(await store.jobs.nextAt()).toBeNull()
    await store.close()
  }, 60_000)

  test('fifty creates of one order in each of three processes: one is the first', async () => {
    const at = await mongo()
    const store = await at.open(fakeClock())
    const made = (await three(at.url, at.prefix, 'create')).flat()
    expect(made.filter((one) => one === 'created')).toHaveLength(1)
    expect(made.filter((one) => one === 'exists')).toHaveLength(149)
    await store.close()
  }, 60_000)

  test('three hundred callers of one counter, in three processes, get three hundred numbers', async () => {
    const at = await mongo()
    const store = await at.open(fakeClock())
    const numbers = (await three(at.url, at.prefix, 'count')).flat().map(Number)
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 300 }, (_, i) => i + 1))
    await store.close()
  }, 60_000)

  test('updates of one chat that arrive at three processes have numbers without a gap, each handed out once, in order', async () => {
    const at = await mongo()
    const store = await at.open(fakeClock())
    const said = (await three(at.url, at.prefix, 'inbox')).flat()
    const numbers = said.filter((line) => line.startsWith('n ')).map((line) => Number(line.slice(2)))
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1))
    for (let n = 1; n <= 60; n++) {
      const held = await store.inbox.claim('w', Number.MAX_SAFE_INTEGER - 1000, 1000)
      expect(held?.update.n).toBe(n)
      expect(await store.inbox.done('1:5', held?.token ?? 0, n)).toBe(true)
    }
    expect(await store.inbox.claim('w', Number.MAX_SAFE_INTEGER - 1000, 1000)).toBeNull()
    await store.close()
  }, 60_000)

  test('an update that was stored and never queued is queued when it is sent again; one killed after its end is not handed out again', async () => {
    const at = await mongo()
    const clock = fakeClock()
    const store = await at.open(clock)
    const update = { bot: '1', updateId: 7, chat: '1:5', at: clock.now(), body: '{}' }
    const inbox = at.client.db().collection<{ _id: string }>(`${at.prefix}inbox`)
    await inbox.insertOne({ _id: '1:7', ...update, tries: 0, state: 'waiting' } as never)
    expect(await store.inbox.claim('w', clock.now(), 1000)).toBeNull()
    expect(await store.inbox.accept(update)).toEqual({ n: 1, fresh: false })
    const held = await store.inbox.claim('w', clock.now(), 1000)
    expect(held?.update).toMatchObject({ updateId: 7, n: 1 })
    // Its end is said to the update but the lane's part is lost: as if killed between, the other way round.
    await inbox.updateOne({ _id: '1:7' }, { $set: { state: 'done', body: '' } })
    clock.advance(1001)
    expect(await store.inbox.claim('w', clock.now(), 1000)).toBeNull()
    expect((await store.inbox.accept({ ...update, updateId: 8 })).n).toBe(2)
    expect((await store.inbox.claim('w', clock.now(), 1000))?.update.updateId).toBe(8)
    await store.close()
  })

  test('nothing without the prefix is touched: not written, not emptied, not indexed', async () => {
    const at = await mongo()
    const site = at.client.db().collection<{ _id: string; shop: string }>(`site${at.prefix}orders`)
    await site.insertOne({ _id: 'theirs', shop: SHOP })
    const before = (await at.client.db().listCollections({}, { nameOnly: true }).toArray()).map(
      ({ name }) => name,
    )
    const store = await openMongo({ url: at.url, prefix: `${at.prefix}x_`, clock: fakeClock() })
    await store.orders.create(newOrder(1))
    await store.inbox.accept({ bot: '1', updateId: 1, chat: '1:5', at: 1, body: '{}' })
    await store.relay()
    await store.close()
    const after = (await at.client.db().listCollections({}, { nameOnly: true }).toArray()).map(
      ({ name }) => name,
    )
    const made = after.filter((name) => !before.includes(name))
    expect(made.length).toBeGreaterThan(10)
    expect(made.filter((name) => !name.startsWith(`${at.prefix}x_`))).toEqual([])
    expect(await site.find({}).toArray()).toEqual([{ _id: 'theirs', shop: SHOP }])
    expect(await site.indexes()).toHaveLength(1)
    await site.drop()
  }, 30_000)

  test('a database that a newer Lapak made is refused where this one cannot work beside it, and used where it can', async () => {
    const at = await mongo()
    const prefix = `${at.prefix}n_`
    const newer = (least: number) => [{ version: 99, least, indexes: {} }]
    await (await openDatabase({ url: at.url, prefix, migrations: newer(1) })).close()
    await (await openMongo({ url: at.url, prefix, clock: fakeClock() })).close()
    const schema = at.client.db().collection<{ _id: string }>(`${prefix}schema`)
    await schema.updateOne({ _id: 'schema' }, { $set: { least: 99 } })
    const refused = await openMongo({ url: at.url, prefix, clock: fakeClock() }).catch(
      (cause: Error) => cause,
    )
    expect(String(refused)).toContain('newer Lapak')
  })

  test('three processes that start at once make the indexes once', async () => {
    const at = await mongo()
    const prefix = `${at.prefix}i_`
    await together(3, async () => (await openDatabase({ url: at.url, prefix })).close())
    const indexes = await at.client.db().collection(`${prefix}orders`).indexes()
    expect(indexes.filter(({ unique }) => unique)).toHaveLength(1)
  }, 30_000)

  test('a server that is not there is told with the remedy', async () => {
    const { openStore } = await import('../../src/store/open.ts')
    const refused = await openStore({
      url: 'mongodb://user:geheim@127.0.0.1:1/x?serverSelectionTimeoutMS=300',
    }).catch((cause: Error) => cause)
    expect(String(refused)).toContain("can't be used")
    expect(String(refused)).not.toContain('geheim')
    expect(MongoClient).toBeDefined()
  })
})
