// `lapak restore <copy>`: puts a copy of the database in its place while the shop is stopped, and marks what may have moved since the
// copy was made. `--check` only says whether a copy can be used; `--present` marks the present database, after a whole disk was put back.
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { Config } from '../config.ts'
import type { Millis } from '../lib/brand.ts'
import { type Clock, systemClock } from '../lib/clock.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import type { Restored } from '../reports/restored.ts'
import {
  type CopyFacts,
  draftOf,
  dropDraft,
  type Held,
  holdAlone,
  putInPlace,
  readDraft,
} from '../store/drivers/sqlite/restore.ts'
import { isDumpFile } from '../store/dump-file.ts'
import { loadCopy } from '../store/load.ts'
import { isMongo, openStore } from '../store/open.ts'
import { PLATFORM_ID } from '../store/tables.ts'
import { stampOf } from './backup.ts'
import { markServer, restoreServer } from './restore-server.ts'
import { detail, FAULTS, markIn, tell, when } from './restored-words.ts'
import { ended, type Say, STANDARD, tried } from './say.ts'
import { opensHere } from './secret.ts'
import { fileOf, type Wait } from './source.ts'

const USAGE = 'usage: lapak restore [--check | --replace] <copy>  |  lapak restore --present\n'

type Wish = { check: boolean; replace: boolean; present: boolean; copy: string }
const WORDS = ['--check', '--replace', '--present']

const wishOf = (argv: string[]): Wish | null => {
  const [check, replace, present] = WORDS.map((word) => argv.includes(word)) as [boolean, boolean, boolean]
  const [copy = '', ...more] = argv.filter((word) => !WORDS.includes(word))
  const known =
    more.length === 0 && !copy.startsWith('-') && [check, replace, present].filter(Boolean).length < 2
  return known && (copy === '') === present ? { check, replace, present, copy } : null
}

/** 0 done, 1 refused, 2 called wrongly. */
export const restore = async (
  config: Config,
  argv: string[],
  { clock, wait }: { clock: Clock; wait: Wait } = { clock: systemClock, wait: (ms) => Bun.sleep(ms) },
): Promise<number> => {
  const wish = wishOf(argv)
  if (!wish) {
    process.stderr.write(USAGE)
    return 2
  }
  const file = fileOf(config.databaseUrl)
  const say = STANDARD
  if (isMongo(config.databaseUrl)) {
    const server = { config, clock, say, wait }
    return ended(await tried(() => (wish.present ? markServer(server) : restoreServer(server, wish))))
  }
  if (!file) {
    say.warn('DATABASE_URL names no file and no server: there is nothing to restore to')
    return 2
  }
  const given: Given = { config, clock, file, say }
  return ended(await tried(() => (wish.present ? markPresent(given) : putBack(given, wish))))
}

type Given = { config: Config; clock: Clock; file: string; say: Say }

const IN_USE = 'the shop is running on this database: stop it first'

/** The draft lies beside the database, so that it can take its place in one step; one that is only looked at touches neither. */
const putBack = async (given: Given, { copy: from, check }: Wish): Promise<Outcome<object, string>> => {
  const { file } = given
  if (existsSync(from) && existsSync(file) && realpathSync(from) === realpathSync(file))
    return refuse('same', `${from} is the present database itself: to mark it, use --present`)
  if (!check) mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const folder = check ? mkdtempSync(join(tmpdir(), 'lapak-check-')) : null
  const draft = folder ? join(folder, 'copy.db') : `${file}.restoring`
  try {
    const looked = await look(given, { copy: from, draft })
    if (!looked.ok || check) return looked
    return await replace(given, draft)
  } finally {
    dropDraft(draft)
    if (folder) rmdirSync(folder)
  }
}

const look = async (
  given: Given,
  { copy, draft }: { copy: string; draft: string },
): Promise<Outcome<CopyFacts, string>> => {
  const { config, say } = given
  const drafted = await drafting(given, { copy, draft })
  const facts = drafted.ok ? readDraft(draft, drafted.written) : drafted
  if (!facts.ok) return refuse(facts.reason, `${copy} ${FAULTS[facts.reason]}${detail(facts.detail)}`)
  if (!facts.canary) return refuse('unused', `${copy} has never been used by a shop`)
  const secret = opensHere(config, facts.canary)
  if (!secret.ok) return secret
  say.write(
    `${copy}: sound, ${facts.bytes} bytes, made ${when(facts.made)}; its keys open with this APP_SECRET.`,
  )
  return facts
}

/** A copy of a server is a file of documents: it becomes a database first. */
const drafting = async (
  { clock }: Given,
  { copy, draft }: { copy: string; draft: string },
): Promise<Outcome<{ written: Millis }, keyof typeof FAULTS>> => {
  if (!existsSync(copy) || !statSync(copy).isFile() || !isDumpFile(copy)) return draftOf(copy, draft)
  dropDraft(draft)
  const store = await openStore({ url: `sqlite:${draft}`, clock })
  try {
    const loaded = await loadCopy(copy, store.dump)
    if (!loaded.ok) return loaded
    if (loaded.platform) await store.dump.write('platform', [{ id: PLATFORM_ID, doc: loaded.platform }])
    return { ok: true, written: loaded.head.made as Millis }
  } finally {
    await store.close()
  }
}

const replace = async (given: Given, draft: string): Promise<Outcome<object, string>> => {
  const { file, say, clock } = given
  const alone = holdAlone(file)
  if (!alone.ok) return refuse('inUse', IN_USE)
  const { held } = alone
  try {
    const marked = await mark(given, draft)
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

const keptName = (file: string, now: Millis): string =>
  join(dirname(file), `${basename(file).replace(/\.db$/, '')}-before-restore-${stampOf(now)}.db`)

const keptLine = ({ damaged }: Held, keepAs: string): string =>
  `The database that was there is kept as ${keepAs}${damaged ? ' (it could not be read)' : ''}.`

/** Everything is written into the file before it becomes the shop's: a kill here leaves the present database as it is. */
const mark = async ({ clock }: Given, file: string): Promise<Restored> => {
  const store = await openStore({ url: `sqlite:${file}`, clock })
  try {
    return await markIn(store, clock)
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
  tell(say, await mark(given, file))
  return { ok: true }
}
