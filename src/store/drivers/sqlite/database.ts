// Opens the database file: pragmas in the order that two processes need, migrations before anything else, one writer per process.
import { Database } from 'bun:sqlite'
import { chmodSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { MIGRATIONS } from './migrations.ts'

const PRAGMAS = ['busy_timeout = 5000', 'journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']
const TRIES = 20

const isBusy = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && String(cause.code).startsWith('SQLITE_BUSY')

/** `:memory:` or a file's path. Two processes that turn a new file to WAL at once get "busy" even so: tried again. */
export const openDatabase = (file: string): Database => {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  for (let tries = 1; ; tries++) {
    const db = new Database(file, { create: true, strict: true })
    try {
      for (const pragma of PRAGMAS) db.run(`PRAGMA ${pragma}`)
      migrate(db)
      if (file !== ':memory:') chmodSync(file, 0o600)
      return db
    } catch (cause) {
      db.close()
      if (!isBusy(cause) || tries >= TRIES) throw cause
      Bun.sleepSync(50 * tries)
    }
  }
}

export class NewerDatabase extends Error {
  override name = 'NewerDatabase'
}

const migrate = (db: Database): void => {
  const version = () => db.query<{ user_version: number }, []>('PRAGMA user_version').get()?.user_version ?? 0
  if (version() > MIGRATIONS.length)
    throw new NewerDatabase(
      `the database has version ${version()}, this Lapak knows ${MIGRATIONS.length}: start the newer Lapak again`,
    )
  if (version() === MIGRATIONS.length) return
  db.transaction(() => {
    // Another process may have migrated while this one waited for the lock.
    for (const sql of MIGRATIONS.slice(version())) db.run(sql)
    db.run(`PRAGMA user_version = ${MIGRATIONS.length}`)
  }).immediate()
}
