// Job `store.backup`: a nightly copy of the SQLite database beside it; the newest fourteen are kept.
import { mkdirSync, readdirSync, statSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '../lib/clock.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { JobResult } from '../model/job.ts'
import type { Store } from './store.ts'

export type Backup = { name: string; bytes: number; at: number }

const NAME = /^lapak-\d{8}-\d{6}\.db$/

/** Newest first. */
export const backupsIn = (folder: string): Backup[] => {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    return []
  }
  return names
    .filter((name) => NAME.test(name))
    .map((name) => ({ name, file: statSync(join(folder, name)) }))
    .map(({ name, file }) => ({ name, bytes: file.size, at: file.mtimeMs }))
    .sort((a, b) => b.name.localeCompare(a.name))
}

export const backUp = async (deps: {
  store: Pick<Store, 'copyTo'>
  clock: Clock
  folder: string | null
}): Promise<JobResult> => {
  if (!deps.folder) return 'done'
  mkdirSync(deps.folder, { recursive: true, mode: 0o700 })
  const stamp = new Date(deps.clock.now()).toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15)
  const copied = await deps.store.copyTo(join(deps.folder, `lapak-${stamp}.db`))
  if (!copied.ok && copied.reason !== 'unsupported') return { retry: copied.reason }
  for (const old of backupsIn(deps.folder).slice(DEFAULTS.backupsKept))
    unlinkSync(join(deps.folder, old.name))
  return 'done'
}
