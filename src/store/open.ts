// Picks the store's driver by the database's address.
import { type Clock, systemClock } from '../lib/clock.ts'
import { openSqlite } from './drivers/sqlite/index.ts'
import type { Store } from './store.ts'

export type OpenStore = {
  /** `sqlite:<file>` or `sqlite::memory:`. */
  url: string
  clock?: Clock
}

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

/** Throws with the remedy for a file that can't be opened, for another address, and for a database that a newer Lapak has written. */
export const openStore = async ({ url, clock = systemClock }: OpenStore): Promise<Store> => {
  const file = /^sqlite:(.+)$/.exec(url)?.[1]
  if (file) return openFile(file, clock)
  if (/^mongodb(\+srv)?:/.test(url))
    throw new Error('this version of Lapak keeps its data in SQLite only: set DATABASE_URL to sqlite:<file>')
  throw new Error('DATABASE_URL names no database that Lapak knows: set it to sqlite:<file>')
}
