// A consistent copy of the database as a file: whole under its name, or not there.
import type { Database } from 'bun:sqlite'
import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'

/** Answers its size in bytes. */
export const copyDatabase = (db: Database, target: string): number => {
  const draft = `${target}.part`
  rmSync(draft, { force: true }) // left by a process that was killed
  closeSync(openSync(draft, 'wx', 0o600)) // SQLite fills an empty file, and keeps its mode
  db.query('vacuum into ?').run(draft)
  chmodSync(draft, 0o600)
  const file = openSync(draft, 'r+')
  fsyncSync(file) // VACUUM INTO doesn't
  closeSync(file)
  renameSync(draft, target)
  return statSync(target).size
}
