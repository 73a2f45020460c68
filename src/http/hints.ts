// Hints that something of a shop changed, to the pages that are open: at once in this process, and within about a second to those that
// another process serves, by the store's feed, which is asked only while somebody looks. A hint that is lost costs a page its own next look.
import type { Every } from '../jobs/lease.ts'
import type { Millis, ShopId } from '../lib/brand.ts'
import { type Clock, MINUTE, SECOND } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import type { Store } from '../store/store.ts'
import type { Told } from '../store/together.ts'

export const TOPICS = ['orders', 'imports', 'preview', 'items', 'withdrawals', 'chats'] as const
export type Topic = (typeof TOPICS)[number]

export type Hints = {
  tell(shop: ShopId, topic: Topic): void
  /** Once it has answered, with how to stop listening, nothing told anywhere is missed. */
  listen(shop: ShopId, heard: (topic: Topic) => void): Promise<() => void>
  /** Before the store is closed. */
  stop(): void
}

export type HintDeps = {
  store: Pick<Store, 'feed'>
  clock: Clock
  log: Log
  every: Every
  wait(ms: number, signal: AbortSignal): Promise<void>
}

const LOOK = SECOND
/** How long a shop counts as looked at, and when that is lengthened. */
const WATCHED = MINUTE
const LENGTHEN = 20 * SECOND
/** Until the same topic of a shop is told again: what happens meanwhile is one hint. Where nobody looked, nobody is in a hurry. */
const REST = SECOND / 4
const LONG_REST = 2 * SECOND

type Heard = (topic: Topic) => void
/** A shop whose pages are served here: who listens, and the numbers of what they have heard. */
type Watched = { listeners: Set<Heard>; seen: Told; until: Millis }

export const makeHints = (deps: HintDeps): Hints => {
  const watched = new Map<ShopId, Watched>()
  const ended = new AbortController()
  const looking = makeLooking(deps, watched)
  const spread = makeSpread(deps, watched, ended.signal)
  return {
    tell: (shop, topic) => {
      for (const heard of watched.get(shop)?.listeners ?? []) heard(topic)
      spread(shop, topic)
    },
    listen: async (shop, heard) => {
      const here = watched.get(shop) ?? { listeners: new Set(), seen: {}, until: 0 }
      watched.set(shop, here)
      here.listeners.add(heard)
      await looking.begin(shop, here)
      return () => {
        here.listeners.delete(heard)
        if (here.listeners.size === 0 && watched.get(shop) === here) watched.delete(shop)
        if (watched.size === 0) looking.end()
      }
    },
    stop: () => {
      ended.abort()
      looking.end()
    },
  }
}

/** Who listens is told of each topic whose number is another one than they know. */
const bring = (here: Watched, told: Told): void => {
  const news = TOPICS.filter((topic) => told[topic] !== here.seen[topic])
  here.seen = told
  for (const topic of news) for (const heard of here.listeners) heard(topic)
}

const makeLooking = ({ store, clock, log, every }: HintDeps, watched: Map<ShopId, Watched>) => {
  const lengthen = async (shop: ShopId, here: Watched): Promise<Told> => {
    const now = clock.now()
    const told = await store.feed.watch(shop, now, (now + WATCHED) as Millis)
    here.until = (now + WATCHED) as Millis
    return told
  }
  const failed = (cause: unknown): void =>
    log.debug({ err: cause }, 'hints of other processes were not heard')
  const look = async (): Promise<void> => {
    const soon = clock.now() + WATCHED - LENGTHEN
    for (const [shop, here] of watched) if (here.until < soon) bring(here, await lengthen(shop, here))
    for (const { shop, told } of await store.feed.told([...watched.keys()])) {
      const here = watched.get(shop)
      if (here) bring(here, told)
    }
  }
  let busy = false
  let stop: (() => void) | null = null
  const beat = (): void => {
    if (busy) return
    busy = true
    look()
      .catch(failed)
      .finally(() => {
        busy = false
      })
  }
  return {
    begin: async (shop: ShopId, here: Watched): Promise<void> => {
      stop ??= every(LOOK, beat)
      // What was told before is on the page already.
      if (here.until > 0) return
      const told = await lengthen(shop, here).catch(failed)
      if (told) here.seen = told
    },
    end: (): void => {
      stop?.()
      stop = null
    },
  }
}

/** One telling of a topic at a time; what comes meanwhile is told once after it. */
const makeSpread = (
  { store, clock, log, wait }: HintDeps,
  watched: Map<ShopId, Watched>,
  signal: AbortSignal,
) => {
  const underWay = new Map<string, { again: boolean }>()
  const once = async (shop: ShopId, topic: Topic): Promise<number> => {
    const n = await store.feed.tell(shop, topic, clock.now())
    if (n === null) return LONG_REST
    const here = watched.get(shop)
    // Those who listen here have heard it.
    if (here && (here.seen[topic] ?? 0) === n - 1) here.seen = { ...here.seen, [topic]: n }
    return REST
  }
  const run = async (key: string, shop: ShopId, topic: Topic): Promise<void> => {
    for (const state = { again: true }; state.again && !signal.aborted; ) {
      state.again = false
      underWay.set(key, state)
      await wait(await once(shop, topic), signal)
    }
  }
  return (shop: ShopId, topic: Topic): void => {
    const key = `${shop} ${topic}`
    const known = underWay.get(key)
    if (known) {
      known.again = true
      return
    }
    run(key, shop, topic)
      .catch((cause) => log.debug({ err: cause }, 'a hint was not told to other processes'))
      .finally(() => underWay.delete(key))
  }
}
