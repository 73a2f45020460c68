// Opens the database file: for its owner alone, pragmas in the order that two processes need, migrations before anything else.
import { Database } from 'bun:sqlite'
import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { MIGRATIONS, type Migration } from './migrations.ts'

const PRAGMAS = [
  'busy_timeout = 5000',
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  // 16 MB: the ids of services are no sequence, so an import writes all over their index.
  'cache_size = -16000',
  // In pages of 4 kB: an import writes each page many times, and the file itself should see it once.
  'wal_autocheckpoint = 4000',
]
const TRIES = 20
export const IN_MEMORY = ':memory:'

const isBusy = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && String(cause.code).startsWith('SQLITE_BUSY')

/** The log and the index beside it take over the file's mode: it is set before SQLite opens it. */
const claimFile = (file: string): void => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  closeSync(openSync(file, 'a', 0o600))
  chmodSync(file, 0o600)
}

const tryOpen = (file: string, migrations: readonly Migration[]): Database => {
  const db = new Database(file, { create: true, strict: true })
  try {
    for (const pragma of PRAGMAS) db.run(`PRAGMA ${pragma}`)
    migrate(db, migrations)
    return db
  } catch (cause) {
    db.close()
    throw cause
  }
}

/** `:memory:` or a file's path. Two processes that turn a new file to WAL at once get "busy" even so: tried again. */
export const openDatabase = (file: string, migrations: readonly Migration[] = MIGRATIONS): Database => {
  if (file !== IN_MEMORY) claimFile(file)
  for (let tries = 1; ; tries++) {
    try {
      return tryOpen(file, migrations)
    } catch (cause) {
      if (!isBusy(cause) || tries >= TRIES) throw cause
      Bun.sleepSync(25 * tries)
    }
  }
}

export class NewerDatabase extends Error {
  override name = 'NewerDatabase'
}

const versionOf = (db: Database): number =>
  db.query<{ user_version: number }, []>('PRAGMA user_version').get()?.user_version ?? 0

const migrate = (db: Database, migrations: readonly Migration[]): void => {
  const newest = migrations.at(-1)?.version ?? 0
  const found = versionOf(db)
  if (found > newest)
    throw new NewerDatabase(
      `the database has version ${found}, this Lapak knows ${newest}: start the newer Lapak again, or restore a copy made before the upgrade`,
    )
  if (found === newest) return
  db.transaction(() => {
    const now = versionOf(db) // another process may have migrated while this one waited for the lock
    for (const { version, sql } of migrations) if (version > now) db.run(sql)
    if (now < newest) db.run(`PRAGMA user_version = ${newest}`)
  }).immediate()
}
