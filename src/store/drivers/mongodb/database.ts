// Opens the database: the client, the collections with their prefix, and what they must have before the port opens. Nothing without the
// prefix is read, listed or written: the database may be another site's too.
import { type Db, type Collection as DbCollection, MongoClient } from 'mongodb'
import { type IndexSpec, MIGRATIONS, type Migration } from './migrations.ts'
import { type Ring, type Row, ringOf } from './ring.ts'

/** A collection by its own name. */
export type Collections = (name: string) => Ring

export type Database = { of: Collections; ping(): Promise<boolean>; close(): Promise<void> }

export type OpenDatabase = { url: string; prefix: string; migrations?: readonly Migration[]; pool?: number }

const STANDARD_NAME = 'lapak'
const WAIT = 5000

/** The database that the address names; one without a name gets ours, never the client's `test`. */
const nameIn = (url: string): string | undefined => {
  const path = /^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]*)/.exec(url)?.[1]
  return path ? undefined : STANDARD_NAME
}

const connect = async ({ url, pool = 100 }: OpenDatabase): Promise<MongoClient> => {
  // What the address says itself counts: the pool's size and how long a server is waited for are the owner's to choose.
  const client = new MongoClient(url, {
    retryWrites: true,
    retryReads: true,
    writeConcern: { w: 'majority' },
    readPreference: 'primary',
    ...(/[?&]serverSelectionTimeoutMS=/.test(url) ? {} : { serverSelectionTimeoutMS: WAIT }),
    ...(/[?&]maxPoolSize=/.test(url) ? {} : { maxPoolSize: pool }),
  })
  try {
    return await client.connect()
  } catch (cause) {
    await client.close().catch(() => undefined)
    throw cause
  }
}

export class NewerDatabase extends Error {
  override name = 'NewerDatabase'
}

/** Another process may be first; servers tell of an index that is not there each in its own way. */
const dropIndex = async (collection: DbCollection, keys: IndexSpec['keys']): Promise<void> => {
  const name = Object.entries(keys)
    .map(([field, way]) => `${field}_${way}`)
    .join('_')
  const isThere = async () =>
    (await collection.indexes().catch(() => [])).some((index) => index.name === name)
  if (!(await isThere())) return
  await collection.dropIndex(name).catch(async (cause) => {
    if (await isThere()) throw cause
  })
}

/** Throws `NewerDatabase` where a newer Lapak has made what this one cannot work beside. */
const migrate = async (db: Db, prefix: string, migrations: readonly Migration[]): Promise<void> => {
  const schema = ringOf(db.collection<Row>(`${prefix}schema`))
  await schema.insert({ _id: 'schema', version: 0, least: 0 })
  const found = await schema.first({ _id: 'schema' })
  const ours = migrations.at(-1)?.version ?? 0
  if (Number(found?.['least']) > ours)
    throw new NewerDatabase(
      `the database was written by a newer Lapak (version ${Number(found?.['version'])}): start that one, or put back a copy of before`,
    )
  for (const { version, least, indexes, gone = {} } of migrations) {
    if (version <= Number(found?.['version'])) continue
    for (const [name, specs] of Object.entries(indexes))
      for (const { keys, unique } of specs)
        await db.collection(`${prefix}${name}`).createIndex(keys, unique ? { unique } : {})
    for (const [name, specs] of Object.entries(gone))
      for (const { keys } of specs) await dropIndex(db.collection(`${prefix}${name}`), keys)
    await schema.update({ _id: 'schema', version: { $lt: version } }, { $set: { version, least } })
  }
}

const opened = (client: MongoClient, { url, prefix }: OpenDatabase): Database => {
  const db = client.db(nameIn(url))
  const known = new Map<string, Ring>()
  const of: Collections = (name) => {
    const ring = known.get(name) ?? ringOf(db.collection<Row>(`${prefix}${name}`))
    known.set(name, ring)
    return ring
  }
  return {
    of,
    ping: async () => (await db.command({ ping: 1 }))['ok'] === 1,
    close: () => client.close(),
  }
}

export const openDatabase = async (input: OpenDatabase): Promise<Database> => {
  const client = await connect(input)
  try {
    await migrate(client.db(nameIn(input.url)), input.prefix, input.migrations ?? MIGRATIONS)
  } catch (cause) {
    await client.close()
    throw cause
  }
  return opened(client, input)
}

/** To be read only: nothing is made. Null: there is no Lapak in it. */
export const openAsIs = async (input: OpenDatabase): Promise<Database | null> => {
  const database = opened(await connect(input), input)
  const schema = await database.of('schema').first({ _id: 'schema' })
  if (schema) return database
  await database.close()
  return null
}
