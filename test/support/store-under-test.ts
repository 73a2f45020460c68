// The store that the worlds of tests stand on. `STORE` picks it: `sqlite` (in memory, the usual one), `mongodb-memory` (MongoDB's driver on
// a database in memory), `mongodb` (the server of `TEST_MONGODB_URL`, each store in collections of its own).
import { afterAll } from 'bun:test'
import type { MongoClient } from 'mongodb'
import type { Clock } from '../../src/lib/clock.ts'
import { openDatabase } from '../../src/store/drivers/mongodb/database.ts'
import { storeOver } from '../../src/store/drivers/mongodb/index.ts'
import { MIGRATIONS } from '../../src/store/drivers/mongodb/migrations.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { memoryDatabase } from './memory-ring.ts'

const DRIVERS = ['sqlite', 'mongodb-memory', 'mongodb'] as const
type Driver = (typeof DRIVERS)[number]

const driverOf = (name: string): Driver => {
  const known = DRIVERS.find((driver) => driver === name)
  if (!known) throw new Error(`STORE is one of ${DRIVERS.join(', ')}`)
  return known
}
export const DRIVER = driverOf(process.env['STORE'] ?? 'sqlite')

const SERVER = process.env['TEST_MONGODB_URL'] ?? ''
if (DRIVER === 'mongodb' && !SERVER)
  throw new Error('STORE=mongodb needs TEST_MONGODB_URL: the address of a MongoDB that tests may write to')

/** What is unique is part of the driver's promises; the other indexes take longer to make than a test to run. */
const UNIQUE = MIGRATIONS.map(({ indexes, ...version }) => ({
  ...version,
  indexes: Object.fromEntries(
    Object.entries(indexes).flatMap(([name, all]) => {
      const kept = all.filter(({ unique }) => unique)
      return kept.length > 0 ? [[name, kept]] : []
    }),
  ),
}))

const NAME = 'lapak_test'
const addressOn = (server: string): string => {
  const at = new URL(server)
  at.pathname = `/${NAME}`
  return at.href
}

const mine = `w${process.pid.toString(36)}${Date.now().toString(36)}`
const free: string[] = []
let made = 0
let sweeper: Promise<MongoClient> | null = null

const sweeping = (): Promise<MongoClient> => {
  sweeper ??= import('mongodb').then(({ MongoClient: Client }) =>
    new Client(addressOn(SERVER), { maxPoolSize: 5 }).connect(),
  )
  return sweeper
}

const under = async (prefix: string): Promise<string[]> => {
  const all = await (await sweeping()).db().listCollections({}, { nameOnly: true }).toArray()
  return all.map(({ name }) => name).filter((name) => name.startsWith(prefix))
}

/** Where a MongoDB of the tests is, for a process that opens it itself. */
export const ownMongo = () => ({ url: addressOn(SERVER), prefix: `${mine}_${++made}_` })

export const emptied = async (prefix: string): Promise<void> => {
  const db = (await sweeping()).db()
  for (const name of await under(prefix))
    if (name !== `${prefix}schema`) await db.collection(name).deleteMany({})
}

const onServer = async (clock: Clock): Promise<Store> => {
  const { url, prefix: fresh } = ownMongo()
  const prefix = free.pop() ?? fresh
  const database = await openDatabase({ url, prefix, migrations: UNIQUE, pool: 5 })
  const close = async (): Promise<void> => {
    await database.close()
    await emptied(prefix)
    free.push(prefix)
  }
  return storeOver({ ...database, close }, clock)
}

/** An empty store. */
export const openTestStore = async (clock: Clock): Promise<Store> => {
  if (DRIVER === 'mongodb') return onServer(clock)
  if (DRIVER === 'mongodb-memory') return storeOver(memoryDatabase(), clock)
  return openStore({ url: 'sqlite::memory:', clock })
}

const SWEPT_AT_ONCE = 8
const LONGEST_SWEEP = 300_000

/** Also of stores that nobody closed. */
const sweep = async (): Promise<void> => {
  if (made === 0) return
  const client = await sweeping()
  const names = await under(mine)
  while (names.length > 0)
    await Promise.all(names.splice(0, SWEPT_AT_ONCE).map((name) => client.db().collection(name).drop()))
  await client.close()
  sweeper = null
}

if (DRIVER === 'mongodb') afterAll(sweep, LONGEST_SWEEP)
