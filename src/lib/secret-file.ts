// The secret that a laptop's shop makes for itself when APP_SECRET isn't set: one file, made once, readable by its owner only.
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Ids } from './ids.ts'

const isMissing = (cause: unknown): boolean => (cause as NodeJS.ErrnoException).code === 'ENOENT'
const isThere = (cause: unknown): boolean => (cause as NodeJS.ErrnoException).code === 'EEXIST'

const readSecret = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (cause) {
    if (isMissing(cause)) return null
    throw cause
  }
}

/** Whole or not at all: written beside, then linked, which fails when another process was first. */
const createSecret = (file: string, ids: Pick<Ids, 'id' | 'token'>): void => {
  const draft = `${file}.${ids.id('draft')}`
  writeFileSync(draft, `${ids.token()}\n`, { mode: 0o600, flag: 'wx' })
  try {
    linkSync(draft, file)
  } catch (cause) {
    if (!isThere(cause)) throw cause
  } finally {
    unlinkSync(draft)
  }
}

const readOrCreate = (dataDir: string, file: string, ids: Pick<Ids, 'id' | 'token'>): string => {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    if (readSecret(file) === null) createSecret(file, ids)
    return readSecret(file) ?? ''
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`DATA_DIR ${dataDir} can't be used (${why}): give a folder that this user may write to`)
  }
}

/** The secret of `<dataDir>/secret`, made on the first call. Throws with the remedy when the folder can't be written, or the file
 *  holds less than 32 characters. */
export const secretOf = (dataDir: string, ids: Pick<Ids, 'id' | 'token'>): string => {
  const file = join(dataDir, 'secret')
  const secret = readOrCreate(dataDir, file, ids)
  if (secret.length < 32)
    throw new Error(`${file} is damaged: restore it from a copy, or set APP_SECRET to what it held`)
  return secret
}
