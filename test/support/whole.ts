// The whole app on a store in memory and a clock that is moved by hand, with a browser's manners: cookie, CSRF, JSON.
import { expect } from 'bun:test'
import { type App, makeApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { randomIds } from '../../src/lib/ids.ts'
import { makeLog } from '../../src/lib/log.ts'
import type { Store } from '../../src/store/store.ts'
import type { Pace } from '../../src/telegram/pace.ts'
import { fakeClock } from './fake-clock.ts'
import { DRIVER, openTestStore } from './store-under-test.ts'

export const SECRET = 'a secret of at least thirty-two characters'
const ROOT = 'http://localhost'

export type WholeOptions = {
  env?: Record<string, string>
  store?: Store
  clock?: ReturnType<typeof fakeClock>
  pace?: Pace
}

export const whole = async ({ env = {}, store, clock = fakeClock(), pace }: WholeOptions = {}) => {
  const reading = readConfig({ DATABASE_URL: 'sqlite::memory:', DATA_DIR: '/nowhere', ...env })
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors))
  const logged: string[] = []
  const log = makeLog('warn', { write: (line) => void logged.push(line) })
  const given = { config: reading.config, secret: SECRET, log, clock, ids: randomIds, version: '0.0.0' }
  const own = store ?? (DRIVER === 'sqlite' || env['DATABASE_URL'] ? undefined : await openTestStore(clock))
  const made = await makeApp({ ...given, ...(own ? { store: own } : {}), ...(pace ? { pace } : {}) })
  if (!made.ok) throw new Error(made.detail ?? made.reason)
  const { app } = made
  return { app, clock, logged, browser: () => makeBrowser(app), stop: () => app.stop() }
}
export type Whole = Awaited<ReturnType<typeof whole>>

export const PERSON = { email: 'ani@toko.example', password: 'kopi-senja-dan-hujan' }

/** `root`: where the app lives, for one that is a process of its own. */
export const makeBrowser = (app: Pick<App, 'fetch'>, root = ROOT) => {
  let cookie = ''
  let csrf = 'anonymous'
  /** A form or a stream (of a form whose boundary is `x`) goes as it is, everything else as JSON. */
  const send = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const streamed = body instanceof ReadableStream
    const raw = body instanceof FormData || streamed
    const type = streamed ? 'multipart/form-data; boundary=x' : 'application/json'
    const response = await app.fetch(
      new Request(`${root}${path}`, {
        method,
        headers: {
          ...(cookie ? { cookie } : {}),
          ...(method === 'GET' ? {} : { 'x-csrf': csrf, origin: root }),
          ...(body === undefined || body instanceof FormData ? {} : { 'content-type': type }),
          ...(streamed ? { 'transfer-encoding': 'chunked' } : {}),
        },
        ...(body === undefined ? {} : { body: raw ? (body as FormData) : JSON.stringify(body) }),
      }),
      { requestIP: () => ({ address: '127.0.0.1' }) },
    )
    const set = response.headers.get('set-cookie')
    if (set) cookie = set.split(';')[0] ?? ''
    return response
  }
  const ask = async <T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<T> => {
    const response = await send(method, `/api${path}`, body)
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    const data = (text ? JSON.parse(text) : null) as T
    const token = (data as { csrf?: string } | null)?.csrf
    if (token) csrf = token
    return data
  }
  return {
    send,
    get: <T>(path: string) => ask<T>('GET', path),
    post: <T>(path: string, body: unknown = {}) => ask<T>('POST', path, body),
    put: <T>(path: string, body: unknown) => ask<T>('PUT', path, body),
    del: (path: string) => ask('DELETE', path),
  }
}
export type Browser = ReturnType<typeof makeBrowser>

type Session = { shops: { id: string; mode: 'practice' | 'live' }[] }

/** First run by the link; answers the ids of both shops. */
export const setUp = async (at: Whole, browser: Browser) => {
  const token = await at.app.firstRunLink()
  const session = await browser.post<Session>('/setup', {
    token,
    ...PERSON,
    shopName: 'Toko Ani',
    language: 'id',
  })
  const idOf = (mode: string) => session.shops.find((shop) => shop.mode === mode)?.id ?? ''
  return { practice: idOf('practice'), live: idOf('live') }
}

type Plan = { id: string; state: string; counts: Record<string, number> }

/** Imports everything of the shop's first panel, sets a margin and accepts the proposal. */
export const stockUp = async (at: Whole, browser: Browser, shop: string) => {
  const [panel] = await browser.get<{ id: string }[]>(`/shops/${shop}/providers`)
  const started = await browser.post<Plan>(`/shops/${shop}/imports`, { provider: panel?.id })
  await at.app.drain()
  const planned = await browser.get<Plan>(`/shops/${shop}/imports/${started.id}`)
  expect(planned.state).toBe('planned')
  await browser.post(`/shops/${shop}/imports/${started.id}/apply`)
  await at.app.drain()
  const report = await browser.get<Plan>(`/shops/${shop}/imports/${started.id}`)
  await browser.put(`/shops/${shop}/settings`, { margin: '30' })
  const proposal = await browser.get<{ id: string; mid: number; madeName: string }[]>(
    `/shops/${shop}/services/proposal`,
  )
  const accepted = await browser.post<{ changed: number }>(`/shops/${shop}/services/proposal`, {
    ids: proposal.map(({ id }) => id),
  })
  return { planned, report, proposal, accepted }
}

export type Line = {
  id: number
  from: string
  text: string
  picture?: string
  buttons?: { label: string; payload?: string; url?: string }[][]
}

/** Talks to the bot in the preview; every call answers what the bot has on the page after it. */
export const chatIn = (at: Whole, browser: Browser, shop: string) => {
  const path = `/shops/${shop}/preview/messages`
  const lines = async () => (await browser.get<{ messages: Line[] }>(path)).messages
  const said = async (body: unknown): Promise<Line[]> => {
    const before = (await lines()).at(-1)?.id ?? 0
    await browser.post(path, body)
    await at.app.drain()
    return (await lines()).filter((line) => line.id > before && line.from === 'bot')
  }
  const button = async (label: RegExp) => {
    const all = await lines()
    const line = all.findLast(({ buttons }) => buttons?.flat().some((one) => label.test(one.label)))
    const found = line?.buttons?.flat().find((one) => label.test(one.label))
    if (!line || !found) throw new Error(`no button ${label} in ${JSON.stringify(all.slice(-3), null, 1)}`)
    return { line, found }
  }
  return {
    lines,
    say: (text: string) => said({ text }),
    photo: () => said({ photo: true }),
    button,
    press: async (label: RegExp) => {
      const { line, found } = await button(label)
      return said({ press: { messageId: line.id, payload: found.payload } })
    },
  }
}
