// A count that rises while the shop runs, kept in the database and beside it. Beside it stands the higher number: the database is an older
// one than that which ran here, put back by hand.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Ids } from '../lib/ids.ts'
import type { Platform } from './documents.ts'
import type { Store } from './store.ts'

export type Beat = NonNullable<Platform['beat']>

const Beat = v.object({ database: v.string(), n: v.pipe(v.number(), v.integer()) })
const fileIn = (dataDir: string): string => join(dataDir, 'beat.json')

/** Null: there is none, or it can't be read; then nothing is known of the past. */
export const beatBeside = (dataDir: string): Beat | null => {
  try {
    const parsed = v.safeParse(Beat, JSON.parse(readFileSync(fileIn(dataDir), 'utf8')))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}

type Deps = { store: Pick<Store, 'platform'>; ids: Pick<Ids, 'id'> }

/** Ahead of what stands beside it: this database is the present one from now on. */
export const beatInside = async (deps: Deps, dataDir: string): Promise<Beat | undefined> => {
  const before = beatBeside(dataDir)
  return (await deps.store.platform.change((one) => ({ ...one, beat: next(deps, one, before) }))).beat
}

/** The database first: the number beside it is never ahead of the database that it was read from. */
export const beat = async (deps: Deps, dataDir: string): Promise<void> => {
  const now = await beatInside(deps, dataDir)
  if (!now) return
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const file = fileIn(dataDir)
  writeFileSync(`${file}.part`, JSON.stringify(now), { mode: 0o600 })
  renameSync(`${file}.part`, file)
}

const next = ({ ids }: Pick<Deps, 'ids'>, { beat: own }: Platform, before: Beat | null): Beat => {
  const database = own?.database ?? ids.id('db')
  const seen = before?.database === database ? before.n : 0
  return { database, n: Math.max(own?.n ?? 0, seen) + 1 }
}

/**
 * Whether this database is a copy that somebody has put in place: it says so itself, or what stands beside it has seen a later one. A
 * database without a count is of the time before counts, or another one: told apart by whether it has ever been used.
 */
export const isPutBack = ({ copied, beat: own, canary }: Platform, beside: Beat | null): boolean => {
  if (copied !== undefined) return true
  if (!beside || !canary) return false
  return own === undefined || (own.database === beside.database && own.n < beside.n)
}
