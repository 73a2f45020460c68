// Which bots this process asks updates for. Each bot is asked for by one process alone, who holds its lease; the others look now and then
// whether it is free, so that a poller that died is followed within the lease. What two of them took by mistake is stored once.
import type { Every } from '../jobs/lease.ts'
import type { Millis } from '../lib/brand.ts'
import { SECOND } from '../lib/clock.ts'
import type { Shop, ShopBot } from '../model/shop.ts'
import type { Store } from '../store/store.ts'
import { type PollDeps, type Polls, pollLoop } from './polling.ts'

export type PollingsDeps = PollDeps & {
  store: Pick<Store, 'shops' | 'inbox' | 'leases'>
  /** This process, for the leases. */
  owner: string
  every: Every
}

/** Bots come, go and lose their poller on other processes too. */
const LOOK = 5 * SECOND
/** Shorter than others': two who ask at once do no harm, and a bot without its poller is deaf. */
const LEASE = 15 * SECOND
const LENGTHEN = LEASE / 3

type Polling = {
  stop: AbortController
  ended: Promise<void>
  /** Of which token and mode. */
  at: Millis
  lease: { token: number; until: Millis }
}
type Wanted = { shop: Shop; bot: ShopBot }

const nameOf = (key: string): string => `poll:${key}`

type ConnectedTo = (key: string) => ReturnType<Polls['connected']>

/** The loops of this process, each under its lease. */
const makeLoops = (deps: PollingsDeps, connected: ConnectedTo) => {
  const { store, owner, clock } = deps
  const polling = new Map<string, Polling>()

  const stop = async (key: string): Promise<void> => {
    const one = polling.get(key)
    polling.delete(key)
    if (!one) return
    one.stop.abort()
    await one.ended
    await store.leases.leave(nameOf(key), one.lease.token)
  }

  const start = (key: string, { shop, bot }: Wanted, lease: Polling['lease']): void => {
    const stop = new AbortController()
    const one: Polling = { stop, ended: Promise.resolve(), at: bot.at, lease }
    const polls = {
      key,
      shop: shop.id,
      at: bot.at,
      connected: () => connected(key),
      mayAsk: () => clock.now() < one.lease.until,
    }
    one.ended = pollLoop(deps, polls, stop.signal)
    polling.set(key, one)
  }

  return {
    polling,
    stop,
    /** Takes the lease, lengthens it or gives the loop up. */
    keep: async (key: string, wanted: Wanted): Promise<void> => {
      const one = polling.get(key)
      const now = clock.now()
      if (one && one.lease.until - now > LEASE - LENGTHEN) return
      const taken = await store.leases.take(nameOf(key), owner, now, LEASE)
      if (!taken) return stop(key)
      const lease = { ...taken, until: (now + LEASE) as Millis }
      if (one) one.lease = lease
      else start(key, wanted, lease)
    },
  }
}

export const makePollings = (deps: PollingsDeps, connected: ConnectedTo) => {
  const { polling, stop, keep } = makeLoops(deps, connected)

  const look = async (): Promise<void> => {
    const shops = await deps.store.shops.polled()
    const wanted = new Map(
      shops.flatMap((shop) => (shop.bot ? [[String(shop.bot.id), { shop, bot: shop.bot }] as const] : [])),
    )
    for (const [key, { at }] of polling) if (wanted.get(key)?.bot.at !== at) await stop(key)
    for (const [key, one] of wanted) await keep(key, one)
  }

  let last: Promise<void> = Promise.resolve()
  let stopLooking: (() => void) | null = null
  const refresh = (): Promise<void> => {
    last = last.then(look, look)
    return last
  }
  const beat = (): void => {
    refresh().catch((cause) => deps.log.error({ err: cause }, 'bots could not be looked at'))
  }
  return {
    /** Polls what is to be polled here, stops what is not; called at the start and after a bot was changed, one at a time. From the first
     *  time on it is looked again by itself. */
    refresh: (): Promise<void> => {
      stopLooking ??= deps.every(LOOK, beat)
      return refresh()
    },
    stop: async (): Promise<void> => {
      stopLooking?.()
      await last.catch(() => undefined)
      await Promise.all([...polling.keys()].map(stop))
    },
  }
}
