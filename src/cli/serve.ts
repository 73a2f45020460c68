// `lapak serve`: the shop, until SIGINT or SIGTERM. Then it is not ready any more but still serves for as long as was set; what is under
// way is finished, and the store is closed.
import { type App, makeApp } from '../app.ts'
import type { Config } from '../config.ts'
import { MOST_BYTES } from '../http/security.ts'
import { SECOND, systemClock } from '../lib/clock.ts'
import { randomIds } from '../lib/ids.ts'
import { makeLog } from '../lib/log.ts'
import { secretOf } from '../lib/secret-file.ts'
import { makeHeart } from './heart.ts'
import { VERSION } from './version.ts'

export const serve = async (config: Config): Promise<number> => {
  const log = makeLog(config.logLevel)
  let secret: string
  try {
    secret = config.appSecret ?? secretOf(config.dataDir, randomIds)
  } catch (cause) {
    process.stderr.write(`${cause instanceof Error ? cause.message : cause}\n`)
    return 2
  }
  const made = await makeApp({ config, secret, log, clock: systemClock, ids: randomIds, version: VERSION })
  if (!made.ok) {
    process.stderr.write(`${made.detail ?? made.reason}\n`)
    return 2
  }
  const { app } = made
  const heart = await makeHeart(config, { app, log })
  const server = listen(config, app)
  if (!server) {
    await heart.stop()
    await app.stop()
    return 2
  }
  const told = stopSignal()
  await app.start()
  const base =
    config.publicUrl ?? `http://${config.host === '0.0.0.0' ? '127.0.0.1' : config.host}:${server.port}`
  process.stdout.write(`Lapak ${VERSION}: ${base}${config.basePath}/\n`)
  const link = await app.firstRunLink()
  if (link)
    process.stdout.write(
      `First run, open this link to set up the shop: ${base}${config.basePath}/#/setup?token=${link}\n`,
    )
  else process.stdout.write('Ready.\n')
  await told
  log.info('stopping')
  app.leave()
  await Bun.sleep(config.drainSeconds * SECOND)
  app.closeStreams()
  const grace = setTimeout(() => void server.stop(true), 5000)
  await server.stop()
  clearTimeout(grace)
  await heart.stop()
  await app.stop()
  return 0
}

/** Null, with the remedy said, when the address is taken or may not be used. */
const listen = ({ port, host }: Config, { fetch }: App) => {
  try {
    return Bun.serve({ port, hostname: host, fetch, maxRequestBodySize: MOST_BYTES })
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    process.stderr.write(
      `PORT ${port} on HOST ${host} can't be used (${why}): stop what uses it, or set another PORT\n`,
    )
    return null
  }
}

const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
