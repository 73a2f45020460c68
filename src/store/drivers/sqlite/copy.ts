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
