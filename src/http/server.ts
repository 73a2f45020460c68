// The whole of HTTP: what every request goes through, and where each part is mounted. Parts are made by the composition root.
import { Hono, type MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { timeout } from 'hono/timeout'
import type { Clock } from '../lib/clock.ts'
import { SECOND } from '../lib/clock.ts'
import type { Ids } from '../lib/ids.ts'
import type { Log } from '../lib/log.ts'
import { clientReader } from './client.ts'
import type { AppEnv, HttpSettings } from './env.ts'
import { notFound, onFault } from './errors.ts'
import { makeHealth, type Readiness } from './health.ts'
import { isUpload, limitBody, safeHeaders, stayOnHttps } from './security.ts'

type Part = Hono<AppEnv>

export type ServerDeps = {
  clock: Clock
  ids: Ids
  log: Log
  settings: HttpSettings
  ready: Readiness
  /** `makeApi`, below `/api`. */
  // biome-ignore lint/complexity/noBannedTypes: Hono's own word for "whatever routes it has"
  api: Hono<AppEnv, {}, '/'>
  /** Webhooks, below `/hooks`. */
  hooks: Part[]
  /** Public pages with addresses of their own (practice payment, storefront). */
  pages: Part[]
  /** `makeDashboard`; takes every address that is left. */
  dashboard: Part
}

/** The longest that a route may take; a panel's test is the slowest. */
const PATIENCE = 60 * SECOND
/** Ten megabytes over a phone's connection. */
const UPLOAD_PATIENCE = 600 * SECOND

/** Gives the request its number, finds out who asks, and logs the answer. A query may hold secrets: it is never logged. */
const arrival = ({ clock, ids, log, settings }: ServerDeps): MiddlewareHandler<AppEnv> => {
  const read = clientReader(settings.trustedProxies)
  return async (c, next) => {
    const start = clock.now()
    const requestId = ids.id('rq')
    c.set('requestId', requestId)
    c.set('client', read(c.req.raw, c.env?.requestIP?.(c.req.raw)?.address ?? null))
    c.env?.timeout?.(c.req.raw, PATIENCE / SECOND + 5)
    await next()
    c.header('X-Request-Id', requestId)
    const { method, path } = c.req
    const line = { requestId, method, path, status: c.res.status, ms: clock.now() - start }
    log[c.res.status >= 500 ? 'warn' : 'debug'](line, 'request')
  }
}

const fresh: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
}

/** `fetch` of the answer is Bun.serve's handler: `Bun.serve({ fetch: app.fetch, maxRequestBodySize: MOST_BYTES, … })`. */
export const makeServer = (deps: ServerDeps): Hono<AppEnv> => {
  const { basePath } = deps.settings
  const app = new Hono<AppEnv>()
  app.onError(onFault({ log: deps.log, hooks: `${basePath}/hooks/` }))
  app.notFound(notFound)
  app.use(arrival(deps), safeHeaders(), stayOnHttps, limitBody(basePath))
  const health = makeHealth(deps.ready)
  app.route('/', health)
  if (basePath) app.route(basePath, health)

  const tooLate = () => new HTTPException(503, { message: 'This took too long' })
  const usual = timeout(PATIENCE, tooLate)
  const patient = timeout(UPLOAD_PATIENCE, tooLate)
  const late: MiddlewareHandler<AppEnv> = (c, next) =>
    (isUpload(c.req.path.slice(basePath.length)) ? patient : usual)(c, next)
  const at = (path: string) => `${basePath}${path}`
  app.use(at('/api/*'), late, fresh).use(at('/hooks/*'), late, fresh)
  app.route(at('/api'), deps.api).all(at('/api/*'), notFound)
  for (const part of deps.hooks) app.route(at('/hooks'), part)
  app.all(at('/hooks/*'), notFound)
  for (const part of deps.pages) app.route(basePath || '/', part)
  app.route(basePath || '/', deps.dashboard)
  return app
}
