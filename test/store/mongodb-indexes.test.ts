// The hot queries use the indexes that were made for them, and no index is there for nothing. A server counts how often each index was
// used ($indexStats: MongoDB since 3.2, and the engines compatible with it); a query that scans leaves its index's count as it was.
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from 'bun:test'
import { MIGRATIONS } from '../../src/store/drivers/mongodb/migrations.ts'
import type { Store } from '../../src/store/store.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { mongo, type TestMongo, whereMongo } from '../support/mongo.ts'
import { entry, newOrder, SHOP } from './contract/support.ts'
import { HOT, type Hot } from './hot.ts'
import { fillMany } from './many.ts'

// A server that has other guests is slow now and then, and tells of its counts some seconds later.
setDefaultTimeout(600_000)

const nameOf = (keys: Record<string, 1 | -1>): string =>
  Object.entries(keys)
    .map(([field, way]) => `${field}_${way}`)
    .join('_')

/** What is there once all migrations have run, as `collection index`. */
const made = (): string[] => {
  const all = new Set<string>()
  for (const { indexes, gone = {} } of MIGRATIONS) {
    for (const [name, specs] of Object.entries(indexes))
      for (const { keys } of specs) all.add(`${name} ${nameOf(keys)}`)
    for (const [name, specs] of Object.entries(gone))
      for (const { keys } of specs) all.delete(`${name} ${nameOf(keys)}`)
  }
  return [...all].sort()
}

test('each index has a query that it was made for', () => {
  expect([...new Set(HOT.map(({ of, index }) => `${of} ${index}`))].sort()).toEqual(made())
})

whereMongo(() => {
  const clock = fakeClock()
  let at: TestMongo
  let store: Store
  beforeAll(async () => {
    at = await mongo()
    store = await at.open(clock)
    await fillMany(at)
    await store.orders.create(newOrder(1, { createdAt: 1000, updatedAt: 1000 }))
    for (let i = 0; i < 120; i++) await store.wallets.credit(SHOP, 'cu_1', 'real', entry(`c${i}`, 10))
  })
  afterAll(() => store.close())

  const usesOf = async (of: string): Promise<Record<string, number>> => {
    const rows = await at.client
      .db()
      .collection(`${at.prefix}${of}`)
      .aggregate([{ $indexStats: {} }])
      .toArray()
    return Object.fromEntries(rows.map(({ name, accesses }) => [name, Number(accesses.ops)]))
  }
  /** Asks until the server tells of a use, which it does at its leisure; what it used instead, else. */
  const run = async ({ of, index, also = index, ask }: Hot): Promise<string | null> => {
    const before = await usesOf(of)
    for (let tries = 0; ; tries++) {
      if (tries % 4 === 0) await ask(store, clock)
      const now = await usesOf(of)
      const risen = Object.keys(now).filter((name) => (now[name] ?? 0) > (before[name] ?? 0))
      if (risen.includes(index) || risen.includes(also)) return null
      if (tries === 120) return `${of} ${index}: used ${risen.join(', ') || 'none'}`
      await Bun.sleep(250)
    }
  }

  test('each hot query uses its index among 20,000 rows', async () => {
    const faults: (string | null)[] = []
    for (const query of HOT) faults.push(await run(query))
    expect(faults.filter(Boolean)).toEqual([])
  })

  test('an index of an earlier version is gone, and its absence harms nobody', async () => {
    const names = Object.keys(await usesOf('orders'))
    expect(names).not.toContain('x.shop_1_x.state_1_x.created_-1')
    expect(names).toContain('x.shop_1_x.state_1_x.deposit_1_x.created_-1_x.n_-1')
  })
})
