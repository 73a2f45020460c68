// Replicas of one shop: processes of their own on one MongoDB, behind one address, over panels, Midtrans and Telegram that are played
// here and count. Each can be killed and started anew; some may be of an earlier commit.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { startFakeBotApi, TOKEN } from '../support/fake-bot-api.ts'
import { startFakeMidtrans } from '../support/fake-midtrans.ts'
import { type FakePanel, startFakePanel } from '../support/fake-panel.ts'
import { type Running, scratch, serve } from '../support/process.ts'
import { type Browser, makeBrowser, PERSON } from '../support/whole.ts'
import { type Older, olderVersion } from './older.ts'
import { type RoundRobin, startProxy } from './proxy.ts'

const SECRET = 'a secret of at least thirty-two characters'
const KEY = 'Mid-server-for-tests-0123456789'
const DATABASE = 'lapak_test'
/** A killed holder's lease lasts half a minute, and it may happen to its follower too. */
const PATIENCE = 240_000

export const until = async <T>(
  what: string,
  ask: () => Promise<T | null | undefined | false> | T | null | undefined | false,
): Promise<T> => {
  const limit = performance.now() + PATIENCE
  for (;;) {
    const found = await ask()
    if (found) return found
    if (performance.now() > limit) throw new Error(`waited in vain for ${what}`)
    await Bun.sleep(50)
  }
}

const row = (service: number) => ({
  service,
  name: `Instagram Followers S${service} [R30]`,
  category: 'Instagram Followers',
  rate: '9000',
  type: 'Default',
  min: '50',
  max: '10000',
  refill: true,
  cancel: false,
})

const startOutside = (panels: number) => ({
  panels: Array.from({ length: panels }, (_, i) =>
    startFakePanel({ services: [row(11 + i)], currency: 'IDR', balance: '100000000', completeAfter: 1 }),
  ),
  midtrans: startFakeMidtrans({ serverKey: KEY }),
  telegram: startFakeBotApi(),
})
export type Outside = ReturnType<typeof startOutside>

export type Replica = { name: string; running: Running | null; kills: number; main?: string }

export type PlaceOptions = {
  url: string
  /** So many of the present version, and one of an earlier commit where it is named. */
  replicas: number
  older?: string
  panels?: number
}

const environment = (options: PlaceOptions, { proxy, prefix, outside }: Parts): Record<string, string> => {
  const database = new URL(options.url)
  database.pathname = `/${DATABASE}`
  return {
    DATABASE_URL: database.href,
    DATABASE_PREFIX: prefix,
    APP_SECRET: SECRET,
    PUBLIC_URL: proxy.url.replace('127.0.0.1', 'localhost'),
    TRUSTED_PROXIES: '127.0.0.1',
    ADMIN_EMAIL: PERSON.email,
    ADMIN_PASSWORD: PERSON.password,
    ALLOW_PRIVATE_HOSTS: outside.panels.map(({ url }) => new URL(url).host).join(','),
    MIDTRANS_BASE_URL: outside.midtrans.url,
    TELEGRAM_API_ROOT: outside.telegram.url,
  }
}
type Parts = { proxy: RoundRobin; prefix: string; outside: Outside }

const freePort = (): number => {
  const server = Bun.serve({ port: 0, fetch: () => new Response() })
  const { port } = server
  void server.stop(true)
  return port ?? 0
}

/** A browser behind the proxy; who got a 502 asks again. */
const signIn = async (proxy: RoundRobin): Promise<{ browser: Browser; live: string }> => {
  const through = async (request: Request): Promise<Response> => {
    const asked = async () => {
      const response = await fetch(request.clone() as Request, { proxy: '' })
      return response.status === 502 ? null : response
    }
    return until('an answer', asked)
  }
  const browser = makeBrowser({ fetch: through }, proxy.url.replace('127.0.0.1', 'localhost'))
  type Session = { shops: { id: string; mode: string }[] }
  const { shops } = await browser.post<Session>('/session', PERSON)
  const live = shops.filter(({ mode }) => mode === 'live')
  if (shops.length !== 2 || live.length !== 1)
    throw new Error(`one admin, two shops: ${JSON.stringify(shops)}`)
  return { browser, live: live[0]?.id ?? '' }
}

/** One panel after the other, imported whole; answers the number of the service that each sells. */
const stock = async (browser: Browser, path: string, panels: FakePanel[]): Promise<number[]> => {
  await browser.put(`${path}/settings`, { margin: '40' })
  for (const [i, { url }] of panels.entries()) {
    const form = { name: `Panel ${i}`, endpoint: url, key: 'panel-key-1234' }
    const { id } = await browser.post<{ id: string }>(`${path}/providers`, form)
    await browser.post(`${path}/providers/${id}/test`)
    const plan = await browser.post<{ id: string }>(`${path}/imports`, { provider: id })
    const state = async () => (await browser.get<{ state: string }>(`${path}/imports/${plan.id}`)).state
    await until('a plan', async () => (await state()) === 'planned')
    await browser.post(`${path}/imports/${plan.id}/apply`)
    await until('the import', async () => (await state()) === 'done')
  }
  type Rows = { rows: { id: string; mid: number }[] }
  const read = async () => (await browser.get<Rows>(`${path}/services?limit=200`)).rows
  await browser.post(`${path}/services/proposal`, { ids: (await read()).map(({ id }) => id) })
  return (await read()).map(({ mid }) => mid)
}

const equip = async (browser: Browser, path: string, outside: Outside) => {
  const mids = await stock(browser, path, outside.panels)
  await browser.post(`${path}/keysets`, { environment: 'production', serverKey: KEY })
  await browser.post(`${path}/bot`, { token: TOKEN })
  const { keySets } = await browser.get<{ keySets: { id: string }[] }>(path)
  return { mids, keySet: keySets[0]?.id ?? '' }
}

const dropAll = async (url: string, prefix: string): Promise<void> => {
  const client = await new MongoClient(url, { maxPoolSize: 2 }).connect()
  const db = client.db(DATABASE)
  for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray())
    if (name.startsWith(prefix)) await db.collection(name).drop()
  await client.close()
}

/** All replicas are started at the same moment on an empty database; then the shop is set up through the one address. */
export const openPlace = async (options: PlaceOptions) => {
  const folder = scratch()
  const outside = startOutside(options.panels ?? 3)
  const proxy = startProxy()
  const prefix = `r${process.pid.toString(36)}${Date.now().toString(36)}_`
  const env = environment(options, { proxy, prefix, outside })
  const older: Older | null = options.older ? await olderVersion(folder.folder, options.older) : null
  const replicas: Replica[] = Array.from({ length: options.replicas }, (_, i) => ({
    name: `r${i}`,
    running: null,
    kills: 0,
  }))
  if (older) replicas.push({ name: `older ${older.commit}`, running: null, kills: 0, main: older.main })

  const aim = () => proxy.aim(replicas.flatMap(({ running }) => (running ? [running.url] : [])))
  let closed = false
  const start = async (replica: Replica): Promise<void> => {
    const own = join(folder.folder, replica.name.replace(' ', '-'))
    mkdirSync(own, { recursive: true })
    const port = freePort()
    // What a process prints is the public address.
    const running = await serve(own, { ...env, PORT: String(port) }, replica.main)
    if (closed) return running.kill()
    replica.running = { ...running, url: `http://127.0.0.1:${port}` }
    aim()
  }
  const kill = async (replica: Replica): Promise<void> => {
    const { running } = replica
    replica.running = null
    replica.kills += 1
    await running?.kill()
  }
  await Promise.all(replicas.map(start))
  const { browser, live } = await signIn(proxy)
  const path = `/shops/${live}`
  const { mids, keySet } = await equip(browser, path, outside)
  let store: Store | null = null
  return {
    ...outside,
    outside,
    older,
    proxy,
    replicas,
    browser,
    path,
    shop: live,
    mids,
    hook: `${proxy.url}/hooks/midtrans/${keySet}`,
    bell: `${proxy.url}/hooks/telegram/${TOKEN.split(':')[0]}`,
    start,
    kill,
    /** Orderly; answers the exit code. */
    stop: async (replica: Replica): Promise<number> => {
      const { running } = replica
      replica.running = null
      aim()
      return (await running?.stop()) ?? 0
    },
    /** The database itself, beside the replicas. */
    look: async (): Promise<Store> => {
      store ??= await openStore({ url: env['DATABASE_URL'] ?? '', prefix })
      return store
    },
    close: async (): Promise<void> => {
      // One that is still on its way up ends as soon as it is there.
      closed = true
      await Promise.all(replicas.map(({ running }) => running?.kill()))
      await store?.close()
      await Promise.all(
        [...outside.panels, outside.midtrans, outside.telegram, proxy].map((one) => one.stop()),
      )
      await dropAll(options.url, prefix)
      folder.remove()
    },
  }
}
export type Place = Awaited<ReturnType<typeof openPlace>>
