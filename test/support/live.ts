// A live shop in this process, by webhooks: panel, Midtrans and Telegram are played on loopback, the clock is moved by hand.
import type { Clock } from '../../src/lib/clock.ts'
import type { Store } from '../../src/store/store.ts'
import { noPace } from '../../src/telegram/pace.ts'
import { startFakeBotApi, TOKEN } from './fake-bot-api.ts'
import { fakeClock } from './fake-clock.ts'
import { startFakeMidtrans } from './fake-midtrans.ts'
import { startFakePanel } from './fake-panel.ts'
import { setUp, whole } from './whole.ts'

export const KEY = 'Mid-server-for-tests-0123456789'
export const ROOT = 'https://toko.example'
export const ANI = { id: 71, name: 'Ani' }
const LOOPBACK = { requestIP: () => ({ address: '127.0.0.1' }) }

export const panelRow = (service: number, name: string, more: Record<string, unknown> = {}) => ({
  service,
  name,
  category: 'Instagram Followers',
  rate: '9000',
  type: 'Default',
  min: '50',
  max: '10000',
  refill: true,
  cancel: false,
  ...more,
})

/** `completeAfter`: see the panel; 0: nothing completes by itself. */
export type LiveOptions = {
  now?: number
  env?: Record<string, string>
  completeAfter?: number
  store?: (clock: Clock) => Store
}

/** Nothing is connected yet: `equip` does it as a seller would. */
export const openLive = async (
  rows: unknown = [panelRow(11, 'Instagram Followers [R30]')],
  { now = Date.now(), env: more = {}, completeAfter = 2, store }: LiveOptions = {},
) => {
  const clock = fakeClock(now)
  const panel = startFakePanel({ services: rows, currency: 'IDR', balance: '1000000', completeAfter })
  const midtrans = startFakeMidtrans({ serverKey: KEY, now: clock.now })
  const telegram = startFakeBotApi()
  const env = {
    PUBLIC_URL: ROOT,
    ALLOW_PRIVATE_HOSTS: new URL(panel.url).host,
    MIDTRANS_BASE_URL: midtrans.url,
    TELEGRAM_API_ROOT: telegram.url,
    ...more,
  }
  const at = await whole({ env, clock, pace: noPace, ...(store ? { store: store(clock) } : {}) })
  const newBrowser = at.browser
  const browser = newBrowser()
  const shops = await setUp(at, browser)
  return {
    ...at,
    panel,
    midtrans,
    telegram,
    browser,
    newBrowser,
    shops,
    path: (rest: string) => `/shops/${shops.live}${rest}`,
    /** As it comes from the street: no session, any headers. */
    post: async (path: string, body: string, headers: Record<string, string> = {}): Promise<Response> =>
      at.app.fetch(new Request(`${ROOT}${path}`, { method: 'POST', body, headers }), LOOPBACK),
    stop: async () => {
      await at.stop()
      await Promise.all([panel.stop(), midtrans.stop(), telegram.stop()])
    },
  }
}
export type Live = Awaited<ReturnType<typeof openLive>>

export const importAll = async (at: Live): Promise<Record<string, unknown>> => {
  const { id } = await at.browser.post<{ id: string }>(at.path('/providers'), {
    name: 'Panel',
    endpoint: at.panel.url,
    key: 'panel-key-1234',
  })
  await at.browser.post(at.path(`/providers/${id}/test`))
  return { provider: id, ...(await importAgain(at, id)) }
}

/** Reads the panel, and stores what it tells when a plan came of it. */
export const importAgain = async (at: Live, provider: unknown): Promise<Record<string, unknown>> => {
  const plan = await at.browser.post<{ id: string }>(at.path('/imports'), { provider })
  await at.app.drain()
  const read = await at.browser.get<{ state: string }>(at.path(`/imports/${plan.id}`))
  if (read.state === 'planned') await at.browser.post(at.path(`/imports/${plan.id}/apply`))
  await at.app.drain()
  return at.browser.get<Record<string, unknown>>(at.path(`/imports/${plan.id}`))
}

export const equip = async (at: Live): Promise<void> => {
  await importAll(at)
  await at.browser.put(at.path('/settings'), { margin: '40' })
  const proposal = await at.browser.get<{ id: string }[]>(at.path('/services/proposal'))
  await at.browser.post(at.path('/services/proposal'), { ids: proposal.map(({ id }) => id) })
  await at.browser.post(at.path('/keysets'), { environment: 'production', serverKey: KEY })
  await at.browser.post(at.path('/bot'), { token: TOKEN })
}

/** An update at the webhook's door, with the secret that the bot was registered with. */
export const update = async (at: Live, body: unknown, secret = at.telegram.bot().secret): Promise<number> => {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const { status } = await at.post('/hooks/telegram/4242', text, {
    'content-type': 'application/json',
    'x-telegram-bot-api-secret-token': secret,
  })
  return status
}

/** What the bot has on the screen after it. */
export const say = async (at: Live, text: string, who: { id: number; name?: string } = ANI) => {
  const before = at.telegram.texts(who.id).length
  await update(at, at.telegram.message(who, { text }))
  await at.app.drain()
  return at.telegram.texts(who.id).slice(before).join('\n')
}

export const press = async (at: Live, label: RegExp, who = ANI) => {
  const before = at.telegram.texts(who.id).length
  await update(at, at.telegram.pressed(who, label))
  await at.app.drain()
  return at.telegram.texts(who.id).slice(before).join('\n')
}

/** From the wish to an open bill on a link of their own; answers the order's id. */
export const billOf = async (at: Live, who = ANI): Promise<string> => {
  const list = await say(at, 'saya mau beli followers ig', who)
  await say(at, `saya pilih ID ${/(\d+)(?:<\/b>)? · IG/.exec(list)?.[1]}`, who)
  await say(at, `warung.${who.id}`, who)
  await say(at, '1000', who)
  await say(at, 'ya', who)
  const { rows } = await at.browser.get<{ rows: { id: string }[] }>(at.path('/orders'))
  return rows[0]?.id ?? ''
}

export const lookAt = async <T = { state: string; events: { to?: string }[] }>(
  at: Live,
  order: string,
): Promise<T> => at.browser.get<T>(at.path(`/orders/${order}`))
