// Where a benchmark's store stands: a file, or with `--store mongodb` the server of TEST_MONGODB_URL, in collections of its own that are
// dropped after. There the baseline is the same count of plain guarded writes through the driver's own door.
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { systemClock } from '../../src/lib/clock.ts'
import { openDatabase } from '../../src/store/drivers/mongodb/database.ts'
import { storeOver } from '../../src/store/drivers/mongodb/index.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { type Counts, counted } from './counted.ts'
import { inParallel } from './measure.ts'

const at = process.argv.indexOf('--store')
export const STORE: 'sqlite' | 'mongodb' =
  at >= 0 && process.argv[at + 1] === 'mongodb' ? 'mongodb' : 'sqlite'

export type Place = {
  store: Store
  /** MongoDB: what was asked since the last time. */
  taken(): Counts
  /** MongoDB: milliseconds that so many plain guarded writes take, `width` at once; of many a part is measured. */
  plainWrites(count: number, width: number): Promise<number>
  /** After the store was closed. */
  remove(): Promise<void>
}

const onFile = async (folder: string): Promise<Place> => ({
  store: await openStore({ url: `sqlite:${join(folder, 'bench.db')}` }),
  taken: () => ({ writes: 0, idle: 0, reads: 0, byCollection: {} }),
  plainWrites: async () => 0,
  remove: async () => undefined,
})

const onServer = async (): Promise<Place> => {
  const server = process.env['TEST_MONGODB_URL']
  if (!server) throw new Error('--store mongodb: set TEST_MONGODB_URL to a MongoDB that may be written to')
  const url = new URL(server)
  url.pathname = '/lapak_bench'
  const prefix = `b${process.pid.toString(36)}${Date.now().toString(36)}_`
  const address = { url: url.href, prefix }
  const { database, taken } = counted(await openDatabase(address))
  const plain = await openDatabase(address)
  const ring = plain.of('plain')
  return {
    store: storeOver(database, systemClock),
    taken,
    plainWrites: async (wanted, width) => {
      const count = Math.min(wanted, MOST_MEASURED)
      const ids = Array.from({ length: width }, (_, i) => `plain${i}`)
      for (const _id of ids) await ring.put({ _id, v: 0, x: { shop: 's', state: 'a' } })
      const begin = performance.now()
      await inParallel(ids, width, async (_id) => {
        for (let v = 0; v < count / width; v++)
          await ring.update({ _id, v }, { $inc: { v: 1 }, $set: { 'x.state': `s${v}` } })
      })
      return ((performance.now() - begin) * wanted) / count
    },
    remove: async () => {
      await plain.close()
      const client = await new MongoClient(url.href).connect()
      for (const { name } of await client.db().listCollections({}, { nameOnly: true }).toArray())
        if (name.startsWith(prefix)) await client.db().collection(name).drop()
      await client.close()
    },
  }
}

/** By then a server has shown how quick it is. */
const MOST_MEASURED = 4000

export const openPlace = (folder: string): Promise<Place> =>
  STORE === 'mongodb' ? onServer() : onFile(folder)
