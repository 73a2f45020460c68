// A database that is read and not changed: held alone for as long as it is read, so that no shop runs on it or starts.
import { Database } from 'bun:sqlite'
import { existsSync, statSync } from 'node:fs'
import { type Outcome, refuse } from '../../../lib/outcome.ts'
import type { Dump } from '../../dump.ts'
import { openDump } from './dump.ts'
import { MIGRATIONS } from './migrations.ts'
import { makeWriter } from './writer.ts'

export type SourceFault = 'missing' | 'inUse' | 'noDatabase' | 'notOurs' | 'older' | 'newer'
export type Source = { dump: Pick<Dump, 'read' | 'count'>; close(): Promise<void> }

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : ''

const faultOf = (db: Database): SourceFault | null => {
  const tables = db
    .query<{ name: string }, []>("select name from sqlite_schema where name = 'platform'")
    .all()
  const version = db.query<{ user_version: number }, []>('pragma user_version').get()?.user_version ?? 0
  const newest = MIGRATIONS.at(-1)?.version ?? 0
  if (tables.length === 0) return 'notOurs'
  if (version === newest) return null
  return version < newest ? 'older' : 'newer'
}

const heldIn = (db: Database): Source => {
  const { dump, release } = openDump(db, makeWriter(db))
  return {
    dump,
    close: async () => {
      release()
      db.close()
    },
  }
}

export const openSource = (file: string): Outcome<{ source: Source }, SourceFault> => {
  if (!existsSync(file) || !statSync(file).isFile()) return refuse('missing')
  const db = new Database(file, { readwrite: true, strict: true })
  try {
    db.run('PRAGMA busy_timeout = 300')
    db.run('PRAGMA locking_mode = EXCLUSIVE') // before the log is first looked at: refused while anybody else is connected
    const fault = faultOf(db)
    if (!fault) return { ok: true, source: heldIn(db) }
    db.close()
    return refuse(fault)
  } catch (cause) {
    db.close()
    if (/^SQLITE_(BUSY|LOCKED)/.test(codeOf(cause))) return refuse('inUse')
    return refuse('noDatabase', cause instanceof Error ? cause.message : undefined)
  }
}
