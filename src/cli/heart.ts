// Before a shop takes its first request or job: is this the database that ran here last? One that was put back by hand is marked as
// `lapak restore` would have. While it runs its count rises, inside and beside it, and each time the question is asked again.
import type { App } from '../app.ts'
import type { Config } from '../config.ts'
import { everyMs } from '../jobs/lease.ts'
import { MINUTE, SECOND, systemClock } from '../lib/clock.ts'
import { randomIds } from '../lib/ids.ts'
import type { Log } from '../lib/log.ts'
import { markRestored, type Restored } from '../reports/restored.ts'
import { beat, renamed } from '../store/beat.ts'
import { isMongo } from '../store/open.ts'
import type { Store } from '../store/store.ts'

/** A server is asked by other commands whether anybody runs on it; a file tells by its lock. */
const ON_A_SERVER = 20 * SECOND

export const makeHeart = async (
  { databaseUrl, dataDir }: Config,
  { app: { store }, log }: { app: Pick<App, 'store'>; log: Log },
): Promise<{ stop(): Promise<void> }> => {
  if (databaseUrl.endsWith(':memory:')) return { stop: async () => undefined }
  const me = randomIds.id('w')
  let told = false
  const once = async (up: boolean): Promise<void> => {
    try {
      await beat({ store, clock: systemClock, ids: randomIds }, { dataDir, up })
    } catch (cause) {
      if (!told) log.error({ err: cause }, 'the count beside the database could not be written')
      told = true
    }
    const marked = await settle(store, me)
    if (!marked) return
    log.warn(marked, 'this database is a copy that was put back by hand')
    process.stdout.write(`${PUT_BACK(marked)}\n`)
  }
  await once(true)
  let last = Promise.resolve()
  const stop = everyMs(isMongo(databaseUrl) ? ON_A_SERVER : MINUTE, () => {
    last = once(true).catch((cause) => log.error({ err: cause }, 'the database could not be looked at'))
  })
  return {
    stop: async () => {
      stop()
      await last
      await once(false)
    },
  }
}

const PATIENCE = 60

/** Of several replicas one marks; the others wait for it before they go on, and do it themselves when it is gone. */
const settle = async (store: Store, me: string): Promise<Restored | null> => {
  const { copied } = await store.platform.get()
  if (copied === undefined) return null
  const key = `restoring:${copied}`
  for (let second = 0; second < PATIENCE && (await store.keys.claim(key, me)) !== me; second++) {
    await Bun.sleep(SECOND)
    if ((await store.platform.get()).copied === undefined) return null
  }
  await store.platform.change((one) => renamed(one, randomIds.id('db')))
  const marked = await markRestored({ store, clock: systemClock })
  await store.keys.release(key, me)
  return (await store.shops.list()).length > 0 ? marked : null
}

const PUT_BACK = ({ shops, unknown, unpaid, items }: Restored): string =>
  `This database is an older copy of the one that ran here: ${shops} live shops start closed, ${unknown} orders are unknown, ` +
  `${unpaid} may have been paid, ${items} items of money to look at. Each seller opens the shop after a look.`
