// `lapak migrate --from <address> --to <address>`: all data of one database into another, empty one. What was brought is compared on both
// sides before the new one counts; a run that was killed is gone on with by the next. The old one is left as it is.
import { createHash } from 'node:crypto'
import type { Config } from '../config.ts'
import { type Clock, systemClock } from '../lib/clock.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import { arrived, begun, bring, compared, fromTheStart } from '../store/bring.ts'
import type { Arriving, Platform } from '../store/documents.ts'
import { canonical } from '../store/dump.ts'
import { isMongo, openStore } from '../store/open.ts'
import type { Store } from '../store/store.ts'
import { ended, type Say, STANDARD, tried } from './say.ts'
import { opensHere } from './secret.ts'
import { type Address, fileOf, type Source, shown, sourceOf, type Wait } from './source.ts'

const USAGE =
  'usage: lapak migrate --from <address> [--to <address>] [--from-prefix P] [--to-prefix P]\n' +
  'An address is sqlite:<file> or mongodb://<host>/<database>; one that is left out is DATABASE_URL.\n'

export type MigrateDeps = { clock: Clock; wait: Wait; say: Say }
const ORDINARY: MigrateDeps = {
  clock: systemClock,
  wait: (ms) => Bun.sleep(ms),
  say: STANDARD,
}

type Wish = { from: Address; to: Address }
const OPTIONS = ['--from', '--to', '--from-prefix', '--to-prefix']

const wishOf = ({ databaseUrl, databasePrefix }: Config, argv: string[]): Wish | null => {
  const words = argv.flatMap((word) => {
    const at = word.startsWith('--') ? word.indexOf('=') : -1
    return at < 0 ? [word] : [word.slice(0, at), word.slice(at + 1)]
  })
  const given = new Map<string, string>()
  for (let at = 0; at < words.length; at += 2) given.set(words[at] ?? '', words[at + 1] ?? '')
  const known = [...given].every(([name, value]) => OPTIONS.includes(name) && value !== '')
  const side = (name: string): Address => ({
    url: given.get(name) ?? databaseUrl,
    prefix: given.get(`${name}-prefix`) ?? databasePrefix,
  })
  const [from, to] = [side('--from'), side('--to')]
  const usable = [from, to].every(
    ({ url, prefix }) => (fileOf(url) || isMongo(url)) && /^[A-Za-z]\w{0,39}$/.test(prefix),
  )
  return known && usable && (given.has('--from') || given.has('--to')) ? { from, to } : null
}

/** 0 done, 1 refused, 2 called wrongly. */
export const migrate = async (
  config: Config,
  argv: string[],
  deps: MigrateDeps = ORDINARY,
): Promise<number> => {
  const wish = wishOf(config, argv)
  if (!wish) {
    process.stderr.write(USAGE)
    return 2
  }
  return ended(await tried(() => openBoth({ ...deps, config }, wish)), deps.say)
}

type Given = MigrateDeps & { config: Config }

const openBoth = async (given: Given, { from, to }: Wish): Promise<Outcome<object, string>> => {
  if (canonical(placeOf(from)) === canonical(placeOf(to)))
    return refuse('same', 'both addresses name the same database')
  const opened = await sourceOf(from, given.wait)
  if (!opened.ok) return opened
  const { source } = opened
  try {
    const platform = await source.platform()
    if (platform?.arriving)
      return refuse(
        'unfinished',
        `${shown(from)} is itself the unfinished target of lapak ${platform.arriving.by}`,
      )
    if (!platform?.canary) return refuse('unused', `${shown(from)} has never been used by a shop`)
    const secret = opensHere(given.config, platform.canary)
    if (!secret.ok) return secret
    const store = await openStore({ ...to, clock: given.clock })
    try {
      return await run(given, { source, platform, store, to, fromFile: secret.fromFile })
    } finally {
      await store.close()
    }
  } finally {
    await source.close()
  }
}

const placeOf = ({ url, prefix }: Address) => (isMongo(url) ? { url, prefix } : { url })

type Both = { source: Source; platform: Platform; store: Store; to: Address; fromFile: boolean }

/** Tells one database from another, and gives nothing away. */
const nameOf = ({ canary = '' }: Platform): string =>
  createHash('sha256').update(canary).digest('hex').slice(0, 32)

const run = async (given: Given, both: Both): Promise<Outcome<object, string>> => {
  const { say, clock } = given
  const { source, platform, store, to } = both
  const wish: Arriving = {
    by: 'migrate',
    from: nameOf(platform),
    ...(platform.beat ? { beat: platform.beat.n } : {}),
    since: clock.now(),
  }
  const start = await begun(store, wish)
  if (!start.ok)
    return refuse(start.reason, `${shown(to)} ${NOT_FREE[start.reason]}: it holds ${start.detail}`)
  if (start.again) say.write('Going on where an earlier run ended.')
  const told = (noun: string, count: number) => void (count > 0 && say.write(`${noun}: ${count}`))
  await bring({ from: source.dump, to: store, told }, start.arriving)
  const { documents, wrong } = await compared(source.dump, store.dump)
  if (wrong.length > 0) {
    await fromTheStart(store, wish)
    return refuse('differs', `${wrong.join(', ')} differ on the two sides: ${AGAIN}`)
  }
  if (!(await isUnmoved(source, platform))) {
    await fromTheStart(store, wish)
    return refuse('moved', `a Lapak was started on the old database meanwhile: stop it. ${AGAIN}`)
  }
  if (!(await arrived(store, platform))) return refuse('platform', 'the last document could not be written')
  say.write(`Compared by counts and hashes: ${documents} documents, the same on both sides.`)
  tellWhatNow(say, both)
  return { ok: true }
}

const AGAIN = 'what was brought has been taken out again; run this command once more'

const NOT_FREE = {
  notEmpty: 'is not empty, and what is there is not written over',
  another: 'is the unfinished target of something else',
}

const isUnmoved = async ({ platform }: Source, before: Platform): Promise<boolean> => {
  const now = await platform()
  return canonical([now?.beat, now?.hearts]) === canonical([before.beat, before.hearts])
}

const tellWhatNow = (say: Say, { to, fromFile }: Both): void => {
  say.write(`Now start Lapak with DATABASE_URL set to ${shown(to)}, and never again on the old database:`)
  say.write('two Lapaks with the same bots would answer each customer twice. The old one is as it was.')
  if (fromFile && isMongo(to.url))
    say.write('APP_SECRET must be set to what the file "secret" of DATA_DIR holds, on each replica the same.')
}
