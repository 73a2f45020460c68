// The files of a restore: a copy is looked at, the present database is held alone, kept beside, and replaced in one step. No descriptor of
// a held database may be opened and closed here otherwise: the system would drop SQLite's lock with it.
import { Database } from 'bun:sqlite'
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import type { Millis } from '../../../lib/brand.ts'
import { type Outcome, type Refusal, refuse } from '../../../lib/outcome.ts'
import type { Platform } from '../../documents.ts'
import { copyDatabase } from './copy.ts'
import { MIGRATIONS } from './migrations.ts'

const BESIDE = ['-wal', '-shm', '-journal']
const NEEDED = ['platform', 'shop', 'orders', 'wallet', 'job']

export type CopyFacts = {
  version: number
  bytes: number
  /** When the copy was made, as far as it can be told. */
  made: Millis
  canary?: string
}
export type CopyFault = 'missing' | 'noDatabase' | 'damaged' | 'notOurs' | 'newer'

const sync = (path: string): void => {
  const file = openSync(path, 'r')
  fsyncSync(file)
  closeSync(file)
}

/** A private draft of a copy, with what a hand-made copy of a running shop has in its log. */
export const draftOf = (copy: string, draft: string): Outcome<{ written: Millis }, 'missing'> => {
  if (!existsSync(copy) || !statSync(copy).isFile()) return refuse('missing')
  dropDraft(draft)
  for (const end of ['', '-wal'])
    if (existsSync(`${copy}${end}`)) {
      copyFileSync(`${copy}${end}`, `${draft}${end}`)
      chmodSync(`${draft}${end}`, 0o600)
    }
  return { ok: true, written: Math.floor(statSync(copy).mtimeMs) as Millis }
}

export const dropDraft = (draft: string): void => {
  for (const end of ['', ...BESIDE]) rmSync(`${draft}${end}`, { force: true })
}

const notReadable = (cause: unknown): Refusal<CopyFault> => {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const why = cause instanceof Error ? cause.message : String(cause)
  return refuse(code === 'SQLITE_NOTADB' ? 'noDatabase' : 'damaged', why)
}

/** Whether a draft is a sound database of ours, and what it says of itself. */
export const readDraft = (draft: string, written: Millis): Outcome<CopyFacts, CopyFault> => {
  const db = new Database(draft, { readwrite: true })
  try {
    return factsOf(db, { bytes: statSync(draft).size, written })
  } catch (cause) {
    return notReadable(cause)
  } finally {
    db.close()
  }
}

const factsOf = (
  db: Database,
  { bytes, written }: { bytes: number; written: Millis },
): Outcome<CopyFacts, CopyFault> => {
  const faults = db.query<{ integrity_check: string }, []>('pragma integrity_check(3)').all()
  if (faults[0]?.integrity_check !== 'ok')
    return refuse('damaged', faults.map((one) => one.integrity_check).join('; '))
  const tables = db.query<{ name: string }, []>("select name from sqlite_schema where type = 'table'").all()
  if (NEEDED.some((name) => !tables.some((table) => table.name === name))) return refuse('notOurs')
  const version = db.query<{ user_version: number }, []>('pragma user_version').get()?.user_version ?? 0
  const newest = MIGRATIONS.at(-1)?.version ?? 0
  if (version > newest) return refuse('newer', `${version} > ${newest}`)
  const row = db.query<{ body: string }, []>('select body from platform').get()
  const platform = row ? (JSON.parse(row.body) as Platform) : null
  return {
    ok: true,
    version,
    bytes,
    made: platform?.copied ?? written,
    ...(platform?.canary ? { canary: platform.canary } : {}),
  }
}

export type Held = {
  /** It can't be read any more: it is kept as it lies there. */
  damaged: boolean
  /** Puts the draft in its place, in one step, and keeps what was there under another name. */
  replace(draft: string, kept: { keepAs: string; now: Millis }): void
  release(): void
}

/** The database for this process alone. `inUse`: another process has it open, be it idle. Null: there is none. */
export const holdAlone = (file: string): Outcome<{ held: Held | null }, 'inUse'> => {
  if (!existsSync(file)) return { ok: true, held: null }
  const db = new Database(file, { readwrite: true })
  try {
    db.run('PRAGMA busy_timeout = 300')
    db.run('PRAGMA locking_mode = EXCLUSIVE')
    db.run('PRAGMA journal_mode = DELETE') // refused while anybody else is connected; nothing stays in a log
    db.run('PRAGMA journal_mode = MEMORY')
    db.run('BEGIN EXCLUSIVE')
    db.run('COMMIT')
    // Who holds a file alone keeps its empty journal, and looks at no index of the log that a killed process left.
    for (const end of ['-journal', '-shm']) rmSync(`${file}${end}`, { force: true })
  } catch (cause) {
    db.close()
    if (isBusy(cause)) return refuse('inUse')
    return { ok: true, held: ofDamaged(file) }
  }
  return { ok: true, held: ofSound(db, file) }
}

const isBusy = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && /^SQLITE_(BUSY|LOCKED)/.test(String(cause.code))

const ofSound = (db: Database, file: string): Held => ({
  damaged: false,
  replace: (draft, { keepAs, now }) => {
    copyDatabase(db, keepAs, now)
    if (existsSync(`${file}-wal`)) throw new Error(`${file}-wal is in the way: stop the shop first`)
    const old = openSync(file, 'r+')
    putInPlace(draft, file)
    // A process that was waiting for the old file while it was held must not go on with it.
    writeSync(old, new Uint8Array(16), 0, 16, 0)
    closeSync(old)
  },
  release: () => db.close(),
})

const ofDamaged = (file: string): Held => ({
  damaged: true,
  replace: (draft, { keepAs }) => {
    renameSync(file, keepAs)
    for (const end of BESIDE) if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, `${keepAs}${end}`)
    putInPlace(draft, file)
  },
  release: () => undefined,
})

/** Durable once it answers. */
export const putInPlace = (draft: string, file: string): void => {
  const log = `${draft}-wal`
  if (existsSync(log) && statSync(log).size > 0) throw new Error(`${log} holds what is not in the draft yet`)
  sync(draft)
  renameSync(draft, file)
  sync(dirname(file))
}
