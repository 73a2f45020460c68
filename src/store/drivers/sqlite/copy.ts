// A consistent copy of the database as a file: whole under its name, or not there. It knows that it is a copy, and of when.
import { Database } from 'bun:sqlite'
import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import type { Millis } from '../../../lib/brand.ts'

/** So that a copy that somebody puts in the shop's place by hand is not taken for what happened last. */
const markCopy = (file: string, at: Millis): void => {
  const copy = new Database(file, { readwrite: true })
  copy.query("update platform set body = json_set(body, '$.copied', ?)").run(at)
  copy.close()
}

/** Answers its size in bytes. */
export const copyDatabase = (db: Database, target: string, at: Millis): number => {
  const draft = `${target}.part`
  rmSync(draft, { force: true }) // left by a process that was killed
  closeSync(openSync(draft, 'wx', 0o600)) // SQLite fills an empty file, and keeps its mode
  db.query('vacuum into ?').run(draft)
  markCopy(draft, at)
  chmodSync(draft, 0o600)
  const file = openSync(draft, 'r+')
  fsyncSync(file) // VACUUM INTO doesn't
  closeSync(file)
  renameSync(draft, target)
  return statSync(target).size
}

/** Of a database that a shop of any version may have open: it is read as it is. */
export const copyFileOf = (file: string, { target, at }: { target: string; at: Millis }): number => {
  const db = new Database(file, { readwrite: true })
  try {
    db.run('PRAGMA busy_timeout = 5000')
    return copyDatabase(db, target, at)
  } finally {
    db.close()
  }
}
