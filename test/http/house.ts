// The whole of HTTP on a store in memory, with a browser to look at it: cookies kept, CSRF sent, every answer held against the schema
// that the API's own description has for its route.
import { expect } from 'bun:test'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import * as v from 'valibot'
import { setUpUnattended } from '../../src/accounts/first-run.ts'
import { invite, takeInvitation } from '../../src/accounts/invite.ts'
import { type ApiDeps, makeApi } from '../../src/http/api/api.ts'
import type { KeySetVerbs } from '../../src/http/api/fields.ts'
import { makeDashboard } from '../../src/http/dashboard.ts'
import type { AppEnv, HttpSettings } from '../../src/http/env.ts'
import { makeHints, type Topic } from '../../src/http/hints.ts'
import { listRoutes } from '../../src/http/openapi.ts'
import { makeServer } from '../../src/http/server.ts'
import { midtransHook } from '../../src/http/webhooks/midtrans.ts'
import { telegramHook } from '../../src/http/webhooks/telegram.ts'
import { makeLog } from '../../src/lib/log.ts'
import type { WebhookReading } from '../../src/payments/gateway.ts'
import { note } from '../../src/reports/audit.ts'
import { ADMIN, HERE, people } from '../accounts/people.ts'
import { liveShop, practiceShop } from '../support/shops.ts'

/** Stands in for what a request must not reach: any call is a fault. */
export const unreached = <T>(): T => {
  const wall = (): unknown =>
    new Proxy(
      () => {
        throw new Error('a request reached what it must not reach')
      },
      { get: (_, name) => (name === 'then' ? undefined : wall()) },
    )
  return wall() as T
}

const OWN = ['sessionRoutes', 'accountRoutes', 'platformRoutes', 'shopRoutes']
type RouteFactory = (deps: never) => Hono<AppEnv>

/** Every other noun of src/http/api, found by its name, so that a new file can't be forgotten here. */
const otherNouns = async (): Promise<Hono<AppEnv>[]> => {
  const folder = join(import.meta.dir, '../../src/http/api')
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'api.ts')
  const modules = await Promise.all(
    files.map((file) => import(join(folder, file)) as Promise<Record<string, unknown>>),
  )
  return modules
    .flatMap((module) => Object.entries(module))
    .filter(
      ([name, value]) => /(Api|Routes)$/.test(name) && typeof value === 'function' && !OWN.includes(name),
    )
    .map(([, factory]) => (factory as RouteFactory)(unreached<never>()))
}

const SETTINGS: HttpSettings = {
  basePath: '',
  publicUrl: null,
  publicIpv4: '198.51.100.20',
  trustedProxies: [],
  version: '9.9.9',
}

type Crew = ReturnType<typeof people>
export type HouseOptions = {
  settings?: Partial<HttpSettings>
  root?: string
  admin?: boolean
  /** Nouns with deps of their own: they stand before the walled ones. */
  nouns?: (crew: Crew) => Hono<AppEnv>[]
}

export const house = async ({
  settings: changed = {},
  root = '/nowhere',
  admin = true,
  nouns = () => [],
}: HouseOptions = {}) => {
  const crew = people()
  const settings = { ...SETTINGS, ...changed }
  const { deps: accounts } = crew
  const { store } = accounts
  accounts.createShops = async (owner, { name }) => {
    const named = { ...liveShop({ id: `live-${owner}`, owner }) }
    await store.shops.create({ ...named, settings: { ...named.settings, name } })
    await store.shops.create(practiceShop({ id: `practice-${owner}`, owner }))
  }
  const logged: string[] = []
  const hints = makeHints({
    store,
    clock: accounts.clock,
    log: makeLog('silent'),
    every: () => () => undefined,
    wait: async () => undefined,
  })
  const beats = new Set<() => void>()
  const keySets = fakeKeySets()
  const common = { store, clock: accounts.clock, keySets: keySets.verbs }
  const phaseOf: ApiDeps['session']['phaseOf'] = async ({ mode, settings }) =>
    mode === 'practice' ? 'practice' : settings.closed ? 'closed' : 'open'
  const api = makeApi({
    settings,
    store,
    accounts,
    session: { phaseOf },
    platform: {
      ...common,
      sealModelKey: (plain) => ({ key: `sealed:${plain.length}`, endsIn: plain.slice(-4) }),
      backups: async () => [{ name: 'lapak-1.db', bytes: 1000, at: 1 }],
      facts: async () => ({ tables: 2, behind: 1 }),
    },
    shops: { ...common, phaseOf },
    live: {
      hints,
      every: (_ms, run) => {
        beats.add(run)
        return () => void beats.delete(run)
      },
    },
    audit: { note: (act) => note(accounts, act), log: makeLog('silent') },
    more: [...nouns(crew), ...(await otherNouns())],
  })
  const doors = fakeDoors()
  const app = makeServer({
    clock: accounts.clock,
    ids: accounts.ids,
    log: makeLog('debug', { write: (line) => void logged.push(line) }),
    settings,
    ready: { store: async () => doors.ready, worker: () => true },
    api: api.routes,
    hooks: [
      midtransHook({
        store,
        clock: accounts.clock,
        log: makeLog('silent'),
        readNotice: doors.readNotice,
      }),
      telegramHook({ secretOf: doors.secretOf, accept: doors.accept }),
    ],
    pages: [new Hono<AppEnv>().get('/boom', () => Promise.reject(new Error('database password is hunter2')))],
    dashboard: makeDashboard({ root, basePath: settings.basePath }),
  })
  if (admin) await setUpUnattended(accounts, ADMIN)
  const routes = listRoutes(api.routes.routes)
  const tell = (shop: string, topic: Topic) => hints.tell(shop, topic)
  return { ...crew, app, api, routes, settings, logged, tell, beats, doors, keySets }
}
export type House = Awaited<ReturnType<typeof house>>

const fakeKeySets = () => {
  const added: Parameters<KeySetVerbs['add']>[] = []
  const verbs: KeySetVerbs = {
    add: async (...call) => {
      added.push(call)
      const [, { environment, serverKey }] = call
      if (serverKey.includes('wrong')) return { ok: false, reason: 'wrongKey' }
      const endsIn = serverKey.slice(-4)
      return { ok: true, keySet: { id: 'ks_1', environment, serverKey: 'sealed', endsIn, at: 1 } }
    },
    remove: async (_owner, id) =>
      id === 'ks_1' ? { ok: true } : { ok: false, reason: id === 'ks_busy' ? 'inUse' : 'notFound' },
  }
  return { verbs, added }
}

const fakeDoors = () => {
  const doors = {
    ready: true,
    notices: [] as { keySet: string | null; raw: string }[],
    reading: {
      kind: 'payment',
      attempt: 'o_1-1',
      reference: 'r-1',
      mark: 'settlement:200',
    } as WebhookReading,
    updates: [] as { bot: string; update: unknown }[],
    answer: {} as { handled?: boolean },
    broken: false,
    readNotice: async (keySet: string | null, raw: Uint8Array) => {
      if (doors.broken) throw new Error('the database is locked')
      doors.notices.push({ keySet, raw: new TextDecoder().decode(raw) })
      return doors.reading
    },
    secretOf: async (bot: string) => (bot === '4242' ? 'the-secret' : null),
    accept: async (bot: string, update: unknown) => {
      if (doors.broken) throw new Error('the database is locked')
      doors.updates.push({ bot, update })
      return doors.answer
    },
  }
  return doors
}

export type Ask = {
  headers?: Record<string, string>
  body?: unknown
  /** Sent as it is, instead of `body`. */
  raw?: string | Uint8Array
  csrf?: string | null
  peer?: string
  origin?: string
}

const pattern = (path: string): RegExp => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`)

/** What the API says must be what it described; a field too many is a secret that got out. */
const holdAgainstSchema = (at: House, route: string, body: unknown): void => {
  const [method = '', path = ''] = route.split(' ')
  const found = at.routes.find((one) => one.method === method && pattern(one.path).test(path))
  if (!found?.facts.answer) return
  const parsed = v.safeParse(found.facts.answer, body)
  expect(parsed.issues).toBeUndefined()
  expect(parsed.output).toEqual(body)
}

/** One browser at one address. `origin` is where the server is, as the browser sees it. */
export const browser = (at: House, { origin = 'http://localhost:8080', peer = '127.0.0.1' } = {}) => {
  const jar = new Map<string, string>()
  let csrf = 'anonymous'
  const keep = (response: Response) => {
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value) jar.set(name, value)
      else jar.delete(name)
    }
  }
  const fetch = async (method: string, path: string, ask: Ask = {}): Promise<Response> => {
    const token = ask.csrf === undefined ? csrf : ask.csrf
    const headers: Record<string, string> = {
      ...(method === 'GET' ? {} : { origin, 'sec-fetch-site': 'same-origin' }),
      ...(method === 'GET' || token === null ? {} : { 'x-csrf': token }),
      ...(ask.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(jar.size > 0 ? { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } : {}),
      ...ask.headers,
    }
    const body = ask.raw ?? (ask.body === undefined ? null : JSON.stringify(ask.body))
    const env = { requestIP: () => ({ address: ask.peer ?? peer }), timeout: () => {} }
    const url = `${ask.origin ?? origin}${at.settings.basePath}${path}`
    const response = await at.app.request(url, { method, headers, body: body as string | null }, env)
    keep(response)
    return response
  }
  const api = async (route: string, ask: Ask = {}) => {
    const [method = '', path = ''] = route.split(' ')
    const response = await fetch(method, `/api${path}`, ask)
    const text = await response.text()
    // biome-ignore lint/suspicious/noExplicitAny: tests read answers of every shape
    const body = text ? (JSON.parse(text) as any) : null
    if (response.ok && body !== null) holdAgainstSchema(at, route.replace(/\?.*$/, ''), body)
    if (response.ok && body?.csrf) csrf = body.csrf
    return { status: response.status, body, headers: response.headers }
  }
  const signIn = async (as: { email: string; password: string } = ADMIN) =>
    api('POST /session', { body: { email: as.email, password: as.password } })
  return { api, fetch, signIn, jar, csrf: () => csrf }
}

export const SELLER = { email: 'budi@toko.id', password: 'bakso malang enak' }

/** A seller besides the admin, with the usual two shops. */
export const withSeller = async (at: House): Promise<{ id: string }> => {
  const link = await invite(at.deps, { email: SELLER.email, language: 'id' })
  if (!link.ok) throw new Error(link.reason)
  await takeInvitation(at.deps, { token: link.token, password: SELLER.password, address: HERE })
  return { id: link.account }
}

export const adminId = async (at: House): Promise<string> =>
  (await at.deps.store.accounts.byEmail(ADMIN.email))?.id ?? ''
