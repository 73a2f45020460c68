// A count that rises while the shop runs, kept in the database and beside it. Beside it stands a higher number than the database knows of
// that folder: the database is an older one than that which ran here, put back by hand. Each replica has a folder of its own, which may
// come late or never again, and no clock is asked.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { type Clock, SECOND } from '../lib/clock.ts'
import type { Ids } from '../lib/ids.ts'
import type { Platform } from './documents.ts'
import type { Store } from './store.ts'

export type Beat = NonNullable<Platform['beat']>
type Hearts = NonNullable<Platform['hearts']>

const Beside = v.object({
  database: v.string(),
  n: v.pipe(v.number(), v.integer()),
  /** The folder's own name. */
  replica: v.optional(v.string()),
  was: v.optional(v.array(v.string())),
})
export type Beside = v.InferOutput<typeof Beside>

const fileIn = (dataDir: string): string => join(dataDir, 'beat.json')

/** Null: there is none, or it can't be read; then nothing is known of the past. */
export const beatBeside = (dataDir: string): Beside | null => {
  try {
    const parsed = v.safeParse(Beside, JSON.parse(readFileSync(fileIn(dataDir), 'utf8')))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}

type Deps = { store: Pick<Store, 'platform'>; clock: Clock; ids: Pick<Ids, 'id'> }
export type Heart = { dataDir: string; up: boolean }

/**
 * One beat. A database that turns out to have been put back is marked as a copy in the same write, so that nobody forgets it. The database
 * first: the number beside it is never ahead of the database that it was read from.
 */
export const beat = async (deps: Deps, { dataDir, up }: Heart): Promise<Platform> => {
  const beside = beatBeside(dataDir)
  const replica = beside?.replica ?? deps.ids.id('rp')
  const now = deps.clock.now()
  const platform = await deps.store.platform.change((one) => {
    const found = isPutBack(one, beside) ? { copied: now, ...one } : one
    return counted(found, { replica, beside, up, fresh: () => deps.ids.id('db') })
  })
  if (platform.beat) write(dataDir, { ...platform.beat, replica })
  return platform
}

const write = (dataDir: string, beside: Beside): void => {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const file = fileIn(dataDir)
  writeFileSync(`${file}.part`, JSON.stringify(beside), { mode: 0o600 })
  renameSync(`${file}.part`, file)
}

type Counting = { replica: string; beside: Beside | null; up: boolean; fresh(): string }

const counted = (one: Platform, { replica, beside, up, fresh }: Counting): Platform => {
  const database = one.beat?.database ?? fresh()
  const seen = beside?.database === database ? beside.n : 0
  const n = Math.max(one.beat?.n ?? 0, seen) + 1
  const mine: Hearts[string] = up ? { n, up } : { n }
  return {
    ...one,
    beat: { ...one.beat, database, n },
    hearts: kept({ ...one.hearts, [replica]: mine }, n),
  }
}

/** Folders of containers come and go: the last ones are known, and whoever has long not counted is not running. */
const MOST_HEARTS = 200
const LATE = 10

const kept = (hearts: Hearts, n: number): Hearts => {
  const newest = Object.entries(hearts)
    .sort(([, a], [, b]) => b.n - a.n)
    .slice(0, MOST_HEARTS)
  const running = newest.filter(([, { up }]) => up).length
  return Object.fromEntries(
    newest.map(([replica, heart]) => [replica, heart.n < n - LATE * running ? { n: heart.n } : heart]),
  )
}

/** A copy was put in place and is the present from now on: under a new name, so that folders of other replicas don't take it for a surprise. */
export const renamed = ({ beat: own, hearts: _, ...one }: Platform, database: string): Platform => ({
  ...one,
  beat: {
    database,
    n: (own?.n ?? 0) + 1,
    ...(own ? { was: [...(own.was ?? []), own.database].slice(-50) } : {}),
  },
})

/**
 * Whether this database is a copy that somebody has put in place: it says so itself, or what stands beside it has seen a later one. One
 * without a count has never run anywhere, and one of another name is another one.
 */
export const isPutBack = (
  { copied, beat: own, canary, hearts = {} }: Platform,
  beside: Beside | null,
): boolean => {
  if (copied !== undefined) return true
  if (!beside || !canary || !own) return false
  if (beside.was?.includes(own.database)) return true
  if (own.database !== beside.database) return false
  const mine = beside.replica === undefined ? undefined : hearts[beside.replica]
  if (mine) return mine.n < beside.n
  const forgotten = beside.replica === undefined || Object.keys(hearts).length >= MOST_HEARTS
  return own.n < beside.n || !forgotten
}

/** Longer than the time between two beats of a replica. */
const WATCHED = 45

/** Whether anybody runs on it: who said so, and was not seen to end, is watched for a while. */
export const isAlive = async (
  { platform }: { platform: Pick<Store['platform'], 'get'> },
  wait: (ms: number) => Promise<void>,
): Promise<boolean> => {
  const up = ({ hearts = {} }: Platform) => JSON.stringify(Object.entries(hearts).filter(([, one]) => one.up))
  const first = up(await platform.get())
  if (first === '[]') return false
  for (let second = 0; second < WATCHED; second++) {
    await wait(SECOND)
    const now = up(await platform.get())
    if (now === '[]') return false
    if (now !== first) return true
  }
  return false
}
