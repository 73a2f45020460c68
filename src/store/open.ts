// Picks the store's driver by the database's address.
import { type Clock, systemClock } from '../lib/clock.ts'
import { openSqlite } from './drivers/sqlite/index.ts'
import type { Store } from './store.ts'

/** `sqlite:<file>` or `sqlite::memory:`. Throws with the remedy for anything else, and for a database of a newer Lapak. */
export const openStore = async ({
  url,
  clock = systemClock,
}: {
  url: string
  clock?: Clock
}): Promise<Store> => {
  const file = /^sqlite:(.+)$/.exec(url)?.[1]
  if (!file) throw new Error('DATABASE_URL names no database that this version knows: give sqlite:<file>')
  return openSqlite(file, clock)
}
