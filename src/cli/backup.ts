// `lapak backup [--keep N] [<file>]`: a copy of the database as one file, also while the shop runs. Without a name it goes beside the nightly
// ones, under a name by which these are not counted.
import { existsSync, mkdirSync, readdirSync, unlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Config } from '../config.ts'
import { type Clock, systemClock } from '../lib/clock.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import { copyFileOf } from '../store/drivers/sqlite/copy.ts'
import { writeCopy } from '../store/dump-file.ts'
import { isMongo } from '../store/open.ts'
import { ended, type Say, STANDARD, tried } from './say.ts'
import { type Address, fileOf, shown } from './source.ts'
import { VERSION } from './version.ts'

const USAGE = 'usage: lapak backup [--keep <number>] [<file>]\n'

type Wish = { keep: number | null; file: string | null }

const wishOf = (argv: string[]): Wish | null => {
  const words = [...argv]
  const at = words.indexOf('--keep')
  const [, number = ''] = at < 0 ? [] : words.splice(at, 2)
  const keep = at < 0 ? null : Number(/^[1-9]\d{0,3}$/.exec(number)?.[0] ?? Number.NaN)
  const [file = null, ...more] = words
  if (Number.isNaN(keep) || more.length > 0 || file?.startsWith('-') || (file && keep !== null)) return null
  return { keep, file }
}

/** 0 done, 1 refused, 2 called wrongly. */
export const backup = async (
  config: Config,
  argv: string[],
  { clock, say }: { clock: Clock; say: Say } = { clock: systemClock, say: STANDARD },
): Promise<number> => {
  const wish = wishOf(argv)
  const isServer = isMongo(config.databaseUrl)
  if (!wish || !(isServer || fileOf(config.databaseUrl))) {
    process.stderr.write(USAGE)
    return 2
  }
  return ended(await tried(() => copyTo({ config, clock, say, isServer }, wish)), say)
}

type Given = { config: Config; clock: Clock; say: Say; isServer: boolean }

export const stampOf = (at: number): string =>
  new Date(at).toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15)

const copyTo = async (given: Given, { keep, file }: Wish): Promise<Outcome<object, string>> => {
  const { config, clock, say, isServer } = given
  const ending = isServer ? 'by-hand.jsonl.gz' : 'by-hand.db'
  const target = file ?? join(config.dataDir, 'backups', `lapak-${stampOf(clock.now())}-${ending}`)
  if (existsSync(target)) return refuse('exists', `${target} is there already, and is not written over`)
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
  const made = isServer ? await serverCopy(given, target) : fileCopy(given, target)
  if (!made.ok) return made
  say.write(`${target}: ${made.said}`)
  say.write('The keys in it open with APP_SECRET (or DATA_DIR/secret) alone: keep that apart from it.')
  if (keep !== null) removeOlder(dirname(target), { keep, ending })
  return { ok: true }
}

const removeOlder = (folder: string, { keep, ending }: { keep: number; ending: string }): void => {
  const names = readdirSync(folder).filter(
    (name) => /^lapak-\d{8}-\d{6}-/.test(name) && name.endsWith(ending),
  )
  for (const name of names.toSorted().slice(0, -keep)) unlinkSync(join(folder, basename(name)))
}

const fileCopy = ({ config, clock }: Given, target: string): Outcome<{ said: string }, string> => {
  const file = fileOf(config.databaseUrl) ?? ''
  if (!existsSync(file)) return refuse('missing', `${file} is not there: has the shop ever been started?`)
  return { ok: true, said: `${copyFileOf(file, { target, at: clock.now() })} bytes` }
}

type Copied = Outcome<{ said: string }, string>

const BUSY =
  'saldo moved each time that the database was read: run it at a quieter time or with the replicas stopped, or take a snapshot by the means of the server'

const serverCopy = async ({ config, clock }: Given, target: string): Promise<Copied> => {
  const address: Address = { url: config.databaseUrl, prefix: config.databasePrefix }
  const { openAsIs } = await import('../store/drivers/mongodb/database.ts')
  const { makeDump } = await import('../store/drivers/mongodb/dump.ts')
  const database = await openAsIs(address)
  if (!database) return refuse('notOurs', `${shown(address)} holds no Lapak`)
  try {
    const dump = makeDump(database.of)
    const arriving = (await dump.read('platform', null)).rows.some(({ doc }) => 'arriving' in (doc as object))
    if (arriving)
      return refuse('unfinished', `${shown(address)} is the unfinished target of a migration or a restore`)
    const copy = await writeCopy({ dump, file: target, made: clock.now(), version: VERSION })
    if (!copy.ok) return refuse('busy', BUSY)
    return { ok: true, said: `${copy.documents} documents, ${copy.bytes} bytes` }
  } finally {
    await database.close()
  }
}
