// The dashboard's API put together. The gate stands before every route; each noun has a file and is one chained Hono, so that
// the dashboard's client has its types from `Api`.
import { Hono } from 'hono'
import * as v from 'valibot'
import type { AccountDeps, CreateShops } from '../../accounts/deps.ts'
import type { Store } from '../../store/store.ts'
import { type AuditedDeps, audited } from '../audited.ts'
import { adminOnly, gate, knowSession, ownPagesOnly, ownShop } from '../auth.ts'
import { answers } from '../describe.ts'
import type { AppEnv, HttpSettings } from '../env.ts'
import { type LiveDeps, makeLive } from '../live.ts'
import { openApiDocument } from '../openapi.ts'
import { accountRoutes } from './accounts.ts'
import { type PlatformApiDeps, platformRoutes } from './platform.ts'
import { type SessionApiDeps, sessionRoutes } from './session.ts'
import { type ShopsApiDeps, shopRoutes } from './shops.ts'

export type ApiDeps = {
  settings: HttpSettings
  store: Pick<Store, 'shops'>
  accounts: AccountDeps & { createShops: CreateShops }
  session: Pick<SessionApiDeps, 'phaseOf'>
  platform: PlatformApiDeps
  shops: ShopsApiDeps
  live: LiveDeps
  /** Where acts of those who are signed in are written down. */
  audit: AuditedDeps
  /** The nouns whose verbs live in later stages: orders, desk, bot, providers, …; they stand behind the same gate. */
  more: Hono<AppEnv>[]
}

/** Everything else needs a session. */
export const OPEN_ROUTES: ReadonlySet<string> = new Set([
  'GET /session',
  'POST /session',
  'POST /setup',
  'POST /invitations/take',
  'GET /openapi.json',
])

const guarded = ({ settings, store, accounts, audit }: ApiDeps) =>
  new Hono<AppEnv>()
    .use(knowSession(accounts, settings), gate(settings, OPEN_ROUTES), ownPagesOnly(settings))
    .use(audited(audit, settings))
    .use('/shops/:shop/*', ownShop({ store }))
    .use('/accounts/*', adminOnly)
    .use('/invitations', adminOnly)
    .use('/platform/*', adminOnly)

const withRoutes = (deps: ApiDeps, live: ReturnType<typeof makeLive>) =>
  guarded(deps)
    .route('/', sessionRoutes({ ...deps, ...deps.session }))
    .route('/', accountRoutes(deps))
    .route('/', platformRoutes(deps.platform))
    .route('/', shopRoutes(deps.shops))
    .route('/', live.routes)

/** What the dashboard's typed client is made for. */
export type Api = ReturnType<typeof withRoutes>

/** `close` ends the live streams; call it before the server stops. */
export const makeApi = (deps: ApiDeps): { routes: Api; close(): void } => {
  const live = makeLive(deps.live)
  const routes = withRoutes(deps, live)
  for (const part of deps.more) routes.route('/', part)
  const { basePath, version } = deps.settings
  const about = { version, server: `${basePath}/api`, open: OPEN_ROUTES }
  routes.get('/openapi.json', answers(v.looseObject({}), { summary: 'This document' }), (c) =>
    c.json(openApiDocument(routes.routes, about)),
  )
  return { routes, close: live.close }
}
