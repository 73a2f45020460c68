// What the MongoDB driver relies on, asked of the real server and of the database in memory that the simulation runs on: the same answers.
import { describe, expect, test } from 'bun:test'
import { openDatabase } from '../../src/store/drivers/mongodb/database.ts'
import { storeOver } from '../../src/store/drivers/mongodb/index.ts'
import { isTaken, type Ring, type Row } from '../../src/store/drivers/mongodb/ring.ts'
import { memoryDatabase } from '../support/memory-ring.ts'
import { mongo, whereMongo } from '../support/mongo.ts'
import { storeContract } from './contract/index.ts'

type With = (run: (ring: Ring) => Promise<void>) => Promise<void>

const ids = (rows: Row[]) => rows.map(({ _id }) => _id)

const contract = (name: string, withRing: With) =>
  describe(`the driver's door: ${name}`, () => {
    const filled = (run: (ring: Ring) => Promise<void>) =>
      withRing(async (ring) => {
        await ring.insert({
          _id: 'a',
          v: 1,
          n: 3,
          x: { shop: 's', number: 'A', word: 'satu (1)' },
          list: ['p', 'q'],
        })
        await ring.insert({ _id: 'b', v: 1, n: 1, x: { shop: 's', number: 'B' }, list: [] })
        await ring.insert({
          _id: 'c',
          v: 1,
          n: 2,
          x: { shop: 't', number: 'A', word: 'dua' },
          nested: { 'p%2eq': { y: 1 } },
        })
        await run(ring)
      })

    test('inserts once by id and by what is unique', () =>
      filled(async (ring) => {
        expect(await ring.insert({ _id: 'a' })).toBe(false)
        expect(await ring.insert({ _id: 'd', x: { shop: 's', number: 'A' } })).toBe(false)
        expect(await ring.insert({ _id: 'd', x: { shop: 's', number: 'D' } })).toBe(true)
      }))

    test('finds by equality, comparison, presence, lists, texts, either and all', () =>
      filled(async (ring) => {
        const found = async (where: Parameters<Ring['find']>[0]) =>
          ids(await ring.find(where, { sort: { _id: 1 } }))
        expect(await found({ 'x.shop': 's' })).toEqual(['a', 'b'])
        expect(await found({ n: { $gte: 2, $lt: 3 } })).toEqual(['c'])
        expect(await found({ n: { $lt: 'text' } })).toEqual([])
        expect(await found({ 'x.word': { $exists: false } })).toEqual(['b'])
        expect(await found({ 'x.word': { $lte: 5 } })).toEqual([])
        expect(await found({ list: 'q' })).toEqual(['a'])
        expect(await found({ list: { $ne: 'q' } })).toEqual(['b', 'c'])
        expect(await found({ list: { $size: 0 } })).toEqual(['b'])
        expect(await found({ _id: { $in: ['c', 'a', 'z'] } })).toEqual(['a', 'c'])
        expect(await found({ 'x.word': { $regex: 'satu \\(1\\)' } })).toEqual(['a'])
        expect(await found({ $or: [{ n: 1 }, { n: 2, 'x.shop': 's' }] })).toEqual(['b'])
        expect(await found({ $and: [{ $or: [{ n: 1 }, { n: 2 }] }, { 'x.shop': 't' }] })).toEqual(['c'])
        expect(await found({ 'nested.p%2eq.y': 1 })).toEqual(['c'])
      }))

    test('sorts, limits, and leaves fields out', () =>
      filled(async (ring) => {
        expect(ids(await ring.find({}, { sort: { n: -1 }, limit: 2 }))).toEqual(['a', 'c'])
        expect(ids(await ring.find({}, { sort: { 'x.shop': -1, n: 1 } }))).toEqual(['c', 'b', 'a'])
        expect(ids(await ring.find({}, { limit: 0 }))).toEqual([])
        expect((await ring.first({}, { n: 1 }))?._id).toBe('b')
        expect(await ring.find({ _id: 'a' }, { only: ['n'] })).toEqual([{ _id: 'a', n: 3 }])
        expect(await ring.find({ _id: 'c' }, { without: ['x', 'nested'] })).toEqual([
          { _id: 'c', v: 1, n: 2 },
        ])
      }))

    test('one guarded write answers before or after, and null when nothing fits', () =>
      filled(async (ring) => {
        const before = await ring.take(
          { 'x.shop': 's' },
          { $inc: { n: 10 } },
          { sort: { n: 1 }, answer: 'before' },
        )
        expect([before?._id, before?.['n']]).toEqual(['b', 1])
        expect((await ring.take({ _id: 'b' }, { $inc: { new: 2 } }, { answer: 'after' }))?.['new']).toBe(2)
        expect(await ring.take({ _id: 'z' }, { $inc: { n: 1 } }, { answer: 'after' })).toBeNull()
        expect(await ring.update({ _id: 'a', v: 2 }, { $set: { n: 0 } })).toBe(false)
        expect(
          await ring.update({ _id: 'a', v: 1 }, { $set: { v: 2 }, $unset: { n: '' }, $push: { list: 'r' } }),
        ).toBe(true)
        expect(await ring.first({ _id: 'a' })).toMatchObject({ v: 2, list: ['p', 'q', 'r'] })
        expect(await ring.update({ _id: 'a' }, { $set: { v: 2 } })).toBe(false)
        await ring.update({ _id: 'a' }, { $set: { box: [{ id: 'j1' }, { id: 'j2' }] } })
        expect(await ring.update({ _id: 'a' }, { $pull: { box: { id: { $in: ['j1'] } } } })).toBe(true)
        expect((await ring.first({ _id: 'a' }))?.['box']).toEqual([{ id: 'j2' }])
        expect(await ring.replace({ _id: 'a', v: 1 }, { _id: 'a', v: 3 })).toBe(false)
        expect(await ring.replace({ _id: 'a', v: 2 }, { _id: 'a', v: 3 })).toBe(true)
        expect(await ring.first({ _id: 'a' })).toEqual({ _id: 'a', v: 3 })
      }))

    test('puts over, in bulk stops at what is taken, removes, counts and sums', () =>
      filled(async (ring) => {
        await ring.put({ _id: 'b', n: 7 })
        await ring.put({ _id: 'e', n: 7, x: { shop: 's', number: 'E' } })
        expect(await ring.first({ _id: 'b' })).toEqual({ _id: 'b', n: 7 })
        const writes = [
          {
            replaceOne: {
              filter: { _id: 'c', v: 1 },
              replacement: { v: 2, n: 5, x: { shop: 't', number: 'C' } },
            },
          },
          { insertOne: { document: { _id: 'f', n: 1, x: { shop: 'f', number: 'F' } } } },
          { replaceOne: { filter: { _id: 'c', v: 1 }, replacement: { v: 3 } } },
        ]
        expect(await ring.bulk(writes)).toBe(2)
        const taken = await ring.bulk([{ insertOne: { document: { _id: 'f' } } }]).catch((cause) => cause)
        expect(isTaken(taken)).toBe(true)
        expect(await ring.count({ n: 7 })).toBe(2)
        expect((await ring.sums({ n: { $gte: 5 } }, null, 'n'))[0]?.sum).toBe(19)
        const by = await ring.sums({ 'x.shop': { $exists: true } }, 'x.shop')
        expect(by.map(({ of, sum }) => `${of} ${sum}`).sort()).toEqual(['f 1', 's 2', 't 1'])
        expect((await ring.removeFirst({ _id: 'f' }))?._id).toBe('f')
        expect(await ring.removeFirst({ _id: 'f' })).toBeNull()
        expect(await ring.remove({ n: 7 })).toBe(2)
      }))
  })

contract('in memory', (run) => run(memoryDatabase().of('orders')))

whereMongo(() => {
  contract('on the server', async (run) => {
    const { url, prefix } = await mongo()
    const database = await openDatabase({ url, prefix, pool: 5 })
    await run(database.of('orders'))
    await database.close()
  })
})

storeContract('mongodb in memory', async (clock) => {
  const database = memoryDatabase()
  return {
    store: storeOver(database, clock),
    reopen: async () => storeOver(database, clock),
    close: async () => undefined,
  }
})
