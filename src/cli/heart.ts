// Before a shop takes its first request or job: is this the database that ran here last? One that was put back by hand is marked as
// `lapak restore` would have. While it runs its count rises, inside and beside it.
import type { App } from '../app.ts'
import type { Config } from '../config.ts'
import { everyMs } from '../jobs/lease.ts'
import { MINUTE, systemClock } from '../lib/clock.ts'
import { randomIds } from '../lib/ids.ts'
import type { Log } from '../lib/log.ts'
import { markRestored } from '../reports/restored.ts'
import { beat, beatBeside, isPutBack } from '../store/beat.ts'

export const makeHeart = async (
  { databaseUrl, dataDir }: Config,
  { app: { store }, log }: { app: Pick<App, 'store'>; log: Log },
): Promise<{ stop(): Promise<void> }> => {
  if (databaseUrl.endsWith(':memory:')) return { stop: async () => undefined }
  const used = (await store.shops.list()).length > 0
  if (used && isPutBack(await store.platform.get(), beatBeside(dataDir))) {
    const marked = await markRestored({ store, clock: systemClock })
    log.warn(marked, 'this database is a copy that was put back by hand')
    process.stdout.write(`${PUT_BACK(marked)}\n`)
  }
  let told = false
  const once = async (): Promise<void> => {
    try {
      await beat({ store, ids: randomIds }, dataDir)
    } catch (cause) {
      if (!told) log.error({ err: cause }, 'the count beside the database could not be written')
      told = true
    }
  }
  await once()
  const stop = everyMs(MINUTE, () => void once())
  return {
    stop: async () => {
      stop()
      await once()
    },
  }
}

const PUT_BACK = ({ shops, unknown, unpaid, items }: Awaited<ReturnType<typeof markRestored>>): string =>
  `This database is an older copy of the one that ran here: ${shops} live shops start closed, ${unknown} orders are unknown, ` +
  `${unpaid} may have been paid, ${items} items of money to look at. Each seller opens the shop after a look.`
