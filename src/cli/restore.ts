// `lapak restore <copy>`: puts a copy of the database in its place while the shop is stopped, and marks what may have moved since the
// copy was made. `--check` only says whether a copy can be used; `--present` marks the present database, after a whole disk was put back.
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { Config } from '../config.ts'
import type { Millis } from '../lib/brand.ts'
import { type Clock, systemClock } from '../lib/clock.ts'
import { randomIds } from '../lib/ids.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import { checkCanary, sealer } from '../lib/seal.ts'
import { secretOf } from '../lib/secret-file.ts'
import { markRestored, type Restored } from '../reports/restored.ts'
import { beatInside } from '../store/beat.ts'
import {
  type CopyFacts,
  type CopyFault,
  draftOf,
  dropDraft,
  type Held,
  holdAlone,
  putInPlace,
  readDraft,
} from '../store/drivers/sqlite/restore.ts'
import { openStore } from '../store/open.ts'

const USAGE = 'usage: lapak restore [--check] <copy.db>  |  lapak restore --present\n'

type Wish = { check: boolean; present: boolean; copy: string | null }

type Say = { write(line: string): void; warn(line: string): void }
const STANDARD: Say = {
  write: (line) => void process.stdout.write(`${line}\n`),
  warn: (line) => void process.stderr.write(`${line}\n`),
}

const wishOf = (argv: string[]): Wish | null => {
  const check = argv.includes('--check')
  const present = argv.includes('--present')
  const [copy = null, ...more] = argv.filter((word) => word !== '--check' && word !== '--present')
  const known = more.length === 0 && !copy?.startsWith('-')
  return known && (present ? !check && !copy : copy !== null) ? { check, present, copy } : null
}

/** 0 done, 1 refused, 2 called wrongly. */
export const restore = async (
  config: Config,
  argv: string[],
  clock: Clock = systemClock,
): Promise<number> => {
  const wish = wishOf(argv)
  const file = /^sqlite:(.+)$/.exec(config.databaseUrl)?.[1]
  if (!wish) {
    process.stderr.write(USAGE)
    return 2
  }
  if (!file || file === ':memory:') {
    STANDARD.warn('DATABASE_URL names no file: lapak restore is for SQLite files')
    return 2
  }
  const given: Given = { config, clock, file, say: STANDARD }
  const done = await tried(() => (wish.present ? markPresent(given) : putBack(given, wish)))
  if (done.ok) return 0
  STANDARD.warn(done.detail ?? done.reason)
  return 1
}

/** What the disk refuses: no room, no leave. */
const tried = async (work: () => Promise<Outcome<object, string>>): Promise<Outcome<object, string>> => {
  try {
    return await work()
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause
    return refuse('disk', `it could not be done: ${cause.message}`)
  }
}

type Given = { config: Config; clock: Clock; file: string; say: Say }

const IN_USE = 'the shop is running on this database: stop it first'

const FAULTS: Record<CopyFault, string> = {
  missing: 'there is no such file',
  noDatabase: 'is no database',
  damaged: 'is damaged',
  notOurs: 'is no database of Lapak',
  newer: 'was written by a newer Lapak: restore it with that one',
}

/** The draft lies beside the database, so that it can take its place in one step; one that is only looked at touches neither. */
const putBack = async (given: Given, { copy, check }: Wish): Promise<Outcome<object, string>> => {
  const { file } = given
  const from = copy ?? ''
  if (existsSync(from) && existsSync(file) && realpathSync(from) === realpathSync(file))
    return refuse('same', `${from} is the present database itself: to mark it, use --present`)
  if (!check) mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const folder = check ? mkdtempSync(join(tmpdir(), 'lapak-check-')) : null
  const draft = folder ? join(folder, 'copy.db') : `${file}.restoring`
  try {
    const looked = look(given, { copy: from, draft })
    if (!looked.ok || check) return looked
    return await replace(given, draft)
  } finally {
    dropDraft(draft)
    if (folder) rmdirSync(folder)
  }
}

const look = (
  { config, say }: Given,
  { copy, draft }: { copy: string; draft: string },
): Outcome<CopyFacts, string> => {
  const drafted = draftOf(copy, draft)
  const facts = drafted.ok ? readDraft(draft, drafted.written) : drafted
  if (!facts.ok) return refuse(facts.reason, `${copy} ${FAULTS[facts.reason]}${detail(facts.detail)}`)
  if (!facts.canary) return refuse('unused', `${copy} has never been used by a shop`)
  const secret = secretIn(config)
  if (!secret) return refuse('noSecret', NO_SECRET)
  if (!checkCanary(sealer(secret), facts.canary).ok) return refuse('wrongSecret', WRONG_SECRET)
  say.write(
    `${copy}: sound, ${facts.bytes} bytes, made ${when(facts.made)}; its keys open with this APP_SECRET.`,
  )
  return facts
}

const detail = (text: string | undefined): string => (text ? ` (${text.slice(0, 200)})` : '')
const when = (at: Millis): string => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`

const NO_SECRET =
  'no APP_SECRET is set and DATA_DIR holds no file "secret": without it no key in the copy opens'
const WRONG_SECRET =
  'APP_SECRET is not the one that the keys in the copy were sealed with: set the one of then, or put back the file "secret" of DATA_DIR'

/** Never made here: a new one could open nothing. */
const secretIn = ({ appSecret, dataDir }: Config): string | null => {
  if (appSecret) return appSecret
  return existsSync(join(dataDir, 'secret')) ? secretOf(dataDir, randomIds) : null
}

const replace = async (given: Given, draft: string): Promise<Outcome<object, string>> => {
  const { file, say, clock } = given
  const alone = holdAlone(file)
  if (!alone.ok) return refuse('inUse', IN_USE)
  const { held } = alone
  try {
    const marked = await markIn(given, draft)
    const keepAs = keptName(file, clock.now())
    if (held) held.replace(draft, { keepAs, now: clock.now() })
    else putInPlace(draft, file)
    if (held) say.write(keptLine(held, keepAs))
    tell(say, marked)
    return { ok: true }
  } finally {
    held?.release()
  }
}

const keptName = (file: string, now: Millis): string => {
  const stamp = new Date(now).toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15)
  return join(dirname(file), `${basename(file).replace(/\.db$/, '')}-before-restore-${stamp}.db`)
}

const keptLine = ({ damaged }: Held, keepAs: string): string =>
  `The database that was there is kept as ${keepAs}${damaged ? ' (it could not be read)' : ''}.`

/** Everything is written into the file before it becomes the shop's: a kill here leaves the present database as it is. */
const markIn = async ({ config, clock }: Given, file: string): Promise<Restored> => {
  const store = await openStore({ url: `sqlite:${file}`, clock })
  try {
    const marked = await markRestored({ store, clock })
    await beatInside({ store, ids: randomIds }, config.dataDir)
    return marked
  } finally {
    await store.close()
  }
}

const markPresent = async (given: Given): Promise<Outcome<object, string>> => {
  const { file, say } = given
  if (!existsSync(file)) return refuse('missing', `${file} is not there`)
  const alone = holdAlone(file)
  if (!alone.ok) return refuse('inUse', IN_USE)
  if (alone.held?.damaged) return refuse('damaged', `${file} can't be read: restore a copy instead`)
  alone.held?.release()
  tell(say, await markIn(given, file))
  return { ok: true }
}

const tell = (say: Say, { shops, unknown, unpaid, items }: Restored): void => {
  say.write(`${shops} live shops start closed, until their sellers have looked.`)
  say.write(`${unknown} orders may have been sent since: they wait as "unknown" for the seller's word.`)
  say.write(`${unpaid} orders may have been paid since: the gateway is asked, and they go the same way.`)
  say.write(`${items} withdrawals and refunds may have been paid by hand since: each is an item to look at.`)
  say.write('Lost is what was written after the copy: settings, payouts, adjustments of saldo, chats.')
  say.write('Everybody signs in again. Now start the shop.')
}
