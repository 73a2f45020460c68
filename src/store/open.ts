// Picks the store's driver by the database's address. MongoDB's client is loaded only when it is used.
import { type Clock, systemClock } from '../lib/clock.ts'
import { openSqlite } from './drivers/sqlite/index.ts'
import type { Store } from './store.ts'

export type OpenStore = {
  /** `sqlite:<file>`, `sqlite::memory:` or `mongodb://…` (`mongodb+srv://…`). */
  url: string
  /** Before the name of each collection; MongoDB only. */
  prefix?: string
  clock?: Clock
}

export const isMongo = (url: string): boolean => /^mongodb(\+srv)?:/.test(url)

/** What the disk or SQLite itself refuses has a code and no remedy; what we refuse has both. */
const openFile = (file: string, clock: Clock): Store => {
  try {
    return openSqlite(file, clock)
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause
    throw new Error(
      `DATABASE_URL: ${file} can't be opened (${cause.message}): name a database file that this user may write to, or put back a copy of it`,
    )
  }
}

/** The client's own words name hosts and reasons, never the password. */
const openServer = async (url: string, prefix: string, clock: Clock): Promise<Store> => {
  const { openMongo } = await import('./drivers/mongodb/index.ts')
  try {
    return await openMongo({ url, prefix, clock })
  } catch (cause) {
    if (!(cause instanceof Error) || cause.name === 'NewerDatabase') throw cause
    throw new Error(
      `DATABASE_URL: the MongoDB it names can't be used (${cause.message}): see that the server runs, is reached from here, and lets this user write`,
    )
  }
}

/** Throws with the remedy for what can't be opened, for another address, and for a database that a newer Lapak has written. */
export const openStore = async ({
  url,
  prefix = 'lapak_',
  clock = systemClock,
}: OpenStore): Promise<Store> => {
  const file = /^sqlite:(.+)$/.exec(url)?.[1]
  if (file) return openFile(file, clock)
  if (isMongo(url)) return openServer(url, prefix, clock)
  throw new Error(
    'DATABASE_URL names no database that Lapak knows: set it to sqlite:<file> or mongodb://<host>/<database>',
  )
}
