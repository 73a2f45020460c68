// A MongoDB for tests: `TEST_MONGODB_URL`. Without it what needs one is skipped aloud; where a server is expected
// (`REQUIRE_MONGODB`, as in CI) its absence fails.
import { afterAll, describe, test } from 'bun:test'
import { MongoClient } from 'mongodb'
import { openMongo } from '../../src/store/drivers/mongodb/index.ts'
import type { Store } from '../../src/store/store.ts'
import type { FakeClock } from './fake-clock.ts'

export const MONGO_URL = process.env['TEST_MONGODB_URL'] ?? null

const REMEDY = 'set TEST_MONGODB_URL to the address of a MongoDB that tests may write to'
let told = false

/** Declares the tests only where there is a server. */
export const whereMongo = (tests: () => void): void => {
  if (MONGO_URL) {
    tests()
    return
  }
  if (process.env['REQUIRE_MONGODB']) {
    test('MongoDB is there', () => {
      throw new Error(`no MongoDB: ${REMEDY}`)
    })
    return
  }
  if (!told) console.warn(`SKIPPED: the tests on MongoDB. To run them, ${REMEDY}.`)
  told = true
  describe.skip('on MongoDB (skipped: no TEST_MONGODB_URL)', () => test('', () => undefined))
}

export type TestMongo = {
  url: string
  prefix: string
  client: MongoClient
  open(clock: FakeClock): Promise<Store>
}

const DATABASE = 'lapak_test'
let client: MongoClient | null = null
let prefix = ''

const withName = (url: string): string => {
  const at = new URL(url)
  at.pathname = `/${DATABASE}`
  return at.href
}

/** One set of collections per test file, emptied for each test: indexes take longer to make than a test to run. */
export const mongo = async (): Promise<TestMongo> => {
  const url = withName(MONGO_URL ?? '')
  if (!client) {
    client = await new MongoClient(url, { maxPoolSize: 5 }).connect()
    prefix = `t${process.pid.toString(36)}${Date.now().toString(36)}_`
  }
  const db = client.db()
  for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray())
    if (name.startsWith(prefix) && name !== `${prefix}schema`) await db.collection(name).deleteMany({})
  return { url, prefix, client, open: (clock) => openMongo({ url, prefix, clock, pool: 20 }) }
}

/** A server that has other guests drops slowly. */
const LONGEST_SWEEP = 300_000

afterAll(async () => {
  if (!client) return
  const db = client.db()
  for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray())
    if (name.startsWith(prefix)) await db.collection(name).drop()
  await client.close()
  client = null
}, LONGEST_SWEEP)
