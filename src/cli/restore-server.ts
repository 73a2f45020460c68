// `lapak restore` on a server: the copy is looked at, what is there is copied beside, and only then the collections with the prefix are
// emptied and filled. Until it is complete no shop starts; a run that was killed is begun anew by the next.
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { Millis } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import { isAlive } from '../store/beat.ts'
import { clearData, contentIn } from '../store/bring.ts'
import type { Arriving, Platform } from '../store/documents.ts'
import { type CopyRead, isDumpFile, readCopy, writeCopy } from '../store/dump-file.ts'
import { loadCopy } from '../store/load.ts'
import { openStore } from '../store/open.ts'
import type { Store } from '../store/store.ts'
import { PLATFORM_ID } from '../store/tables.ts'
import { stampOf } from './backup.ts'
import { detail, FAULTS, markIn, tell, when } from './restored-words.ts'
import type { Say } from './say.ts'
import { opensHere } from './secret.ts'
import { shown, type Wait } from './source.ts'
import { VERSION } from './version.ts'

export type ServerGiven = { config: Config; clock: Clock; say: Say; wait: Wait }
type Wish = { check: boolean; replace: boolean; copy: string }
type Done = Promise<Outcome<object, string>>

const addressOf = ({ databaseUrl, databasePrefix }: Config) => ({ url: databaseUrl, prefix: databasePrefix })

/** Whether the file is whole, and its keys open here. */
export const lookAtDump = async (
  { config, say }: Pick<ServerGiven, 'config' | 'say'>,
  copy: string,
): Promise<Outcome<CopyRead, string>> => {
  const read = await readCopy(copy)
  if (!read.ok) return refuse(read.reason, `${copy} ${FAULTS[read.reason]}${detail(read.detail)}`)
  if (!read.platform?.canary) return refuse('unused', `${copy} has never been used by a shop`)
  const secret = opensHere(config, read.platform.canary)
  if (!secret.ok) return secret
  const made = when(read.head.made as Millis)
  say.write(`${copy}: sound, ${read.documents} documents, made ${made}; its keys open with this APP_SECRET.`)
  return read
}

const withStore = async (
  { config, clock }: ServerGiven,
  work: (store: Store) => Done,
): Promise<Outcome<object, string>> => {
  const store = await openStore({ ...addressOf(config), clock })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

export const restoreServer = async (given: ServerGiven, { copy, check, replace }: Wish): Done => {
  if (!existsSync(copy) || !statSync(copy).isFile()) return refuse('missing', `${copy} ${FAULTS.missing}`)
  if (!isDumpFile(copy)) return refuse('file', `${copy} ${OF_A_FILE}`)
  const looked = await lookAtDump(given, copy)
  if (!looked.ok || check) return looked
  return withStore(given, (store) => putBack(given, { store, copy, replace }))
}

const OF_A_FILE =
  'is no copy that lapak backup makes of a MongoDB. A copy of an SQLite database is restored to a file first (DATABASE_URL=sqlite:…), and brought here by lapak migrate'

const IN_USE = 'a Lapak is running on this database: stop each replica first'

type Task = { store: Store; copy: string; replace: boolean }

const putBack = async (given: ServerGiven, { store, copy, replace }: Task): Done => {
  const { config, clock, say, wait } = given
  if (await isAlive(store, wait)) return refuse('inUse', IN_USE)
  const content = await contentIn(store)
  const { arriving } = await store.platform.get()
  const isFree = !content || arriving?.by === 'restore'
  if (!isFree && !replace)
    return refuse('notEmpty', `${shown(addressOf(config))} is not empty; it holds ${content}. ${TO_REPLACE}`)
  if (!isFree && !arriving) say.write(`What was there is kept as ${await keep(given, store)}.`)
  const wish: Arriving = { by: 'restore', from: copy, since: clock.now() }
  const blank: Platform = { keySets: [], blocked: [], arriving: wish, v: 1 }
  await store.dump.write('platform', [{ id: PLATFORM_ID, doc: blank }])
  await clearData(store)
  const loaded = await loadCopy(copy, store.dump)
  if (!loaded.ok) return refuse(loaded.reason, `${copy} ${FAULTS[loaded.reason]}${detail(loaded.detail)}`)
  await store.dump.write('platform', [{ id: PLATFORM_ID, doc: loaded.platform }])
  tell(say, await markIn(store, clock))
  return { ok: true }
}

const TO_REPLACE =
  'With --replace a copy of it is made first, then the collections with this prefix are emptied and filled; others are not touched'

const keep = async ({ config, clock }: ServerGiven, store: Store): Promise<string> => {
  const folder = join(config.dataDir, 'backups')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const named = (again: string) =>
    join(folder, `lapak-before-restore-${stampOf(clock.now())}${again}.jsonl.gz`)
  let file = named('')
  for (let times = 2; existsSync(file); times++) file = named(`-${times}`)
  const copy = await writeCopy({ dump: store.dump, file, made: clock.now(), version: VERSION })
  if (!copy.ok) throw new Error(IN_USE)
  return file
}

export const markServer = (given: ServerGiven): Done =>
  withStore(given, async (store) => {
    if (await isAlive(store, given.wait)) return refuse('inUse', IN_USE)
    const { canary } = await store.platform.get()
    if (!canary) return refuse('unused', `${shown(addressOf(given.config))} has never been used by a shop`)
    tell(given.say, await markIn(store, given.clock))
    return { ok: true }
  })
