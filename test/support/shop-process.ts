// A live shop as its seller runs it: a process of its own over a panel, Midtrans and Telegram that are played on loopback and count.
// It can be killed and started anew on the same database (`STORE=mongodb`: on that server); it then finds what it left as if it had been away for a while.
import { join } from 'node:path'
import { MINUTE } from '../../src/lib/clock.ts'
import { startFakeBotApi, TOKEN } from './fake-bot-api.ts'
import { startFakeMidtrans } from './fake-midtrans.ts'
import { startFakePanel } from './fake-panel.ts'
import { type Running, scratch, serve } from './process.ts'
import { DRIVER, ownMongo } from './store-under-test.ts'
import { letTimePassInFile, letTimePassOnServer } from './time-passes.ts'
import { type Browser, makeBrowser, PERSON, SECRET } from './whole.ts'

const row = (service: number, category: string, name: string, rate: string) => ({
  service,
  name,
  category,
  rate,
  type: 'Default',
  min: '50',
  max: '10000',
  refill: true,
  cancel: false,
})
export const ROWS = [
  row(11, 'Instagram Followers', 'Instagram Followers [R30] 5K/Day', '0.9000'),
  row(12, 'Instagram Likes', 'Instagram Likes Instant', '0.1200'),
  row(13, 'TikTok Views', 'TikTok Views 1M/Day', '0.0100'),
]
/** The prefix proves nothing about a key: the same one stands for both environments here. */
const KEY = 'Mid-server-for-tests-0123456789'

export type Person = { id: number; name: string }
export type Shown = {
  id: string
  state: string
  why?: string
  money: string
  price: number
  customer: { id: string }
  refunds: { state: string; amount: number }[]
  events: { type: string; to?: string }[]
}

const PATIENCE = 150_000

export const until = async <T>(
  what: string,
  ask: () => Promise<T | null | undefined | false> | T | null | undefined | false,
): Promise<T> => {
  const limit = performance.now() + PATIENCE
  for (;;) {
    const found = await ask()
    if (found) return found
    if (performance.now() > limit) throw new Error(`waited in vain for ${what}`)
    await Bun.sleep(25)
  }
}

/** Where the shop keeps all that it knows: a folder, or a server. */
const makePlace = () => {
  const { folder, remove } = scratch()
  const server = DRIVER === 'mongodb' ? ownMongo() : null
  return {
    folder,
    remove,
    env: server
      ? { DATABASE_URL: server.url, DATABASE_PREFIX: server.prefix, APP_SECRET: SECRET }
      : ({} as Record<string, string>),
    letTimePass: async (ms: number): Promise<void> =>
      server ? letTimePassOnServer(server, ms) : letTimePassInFile(join(folder, 'lapak.db'), ms),
  }
}
type Place = ReturnType<typeof makePlace>

const startOutside = () => ({
  panel: startFakePanel({ services: ROWS, currency: 'USD' }),
  midtrans: startFakeMidtrans({ serverKey: KEY }),
  telegram: startFakeBotApi(),
})
type Outside = ReturnType<typeof startOutside>

const start = async (place: Place, { panel, midtrans, telegram }: Outside) => {
  const shop: Running = await serve(place.folder, {
    ...place.env,
    ADMIN_EMAIL: PERSON.email,
    ADMIN_PASSWORD: PERSON.password,
    ALLOW_PRIVATE_HOSTS: new URL(panel.url).host,
    MIDTRANS_BASE_URL: midtrans.url,
    TELEGRAM_API_ROOT: telegram.url,
  })
  const fetching = { fetch: (request: Request) => fetch(request, { proxy: '' }) }
  const browser = makeBrowser(fetching, shop.url.replace(/\/$/, ''))
  const { shops } = await browser.post<{ shops: { id: string; mode: string }[] }>('/session', PERSON)
  return { shop, browser, live: shops.find(({ mode }) => mode === 'live')?.id ?? '' }
}

/** Panel, import, margin, rate, sale, keys and bot, as a seller enters them. Answers the id of the keys. */
const equip = async (browser: Browser, path: string, { panel, environment }: Equipment): Promise<string> => {
  const provider = await browser.post<{ id: string }>(`${path}/providers`, {
    name: 'Panel',
    endpoint: panel.url,
    key: 'panel-key-1234',
  })
  await browser.post(`${path}/providers/${provider.id}/test`)
  const plan = await browser.post<{ id: string }>(`${path}/imports`, { provider: provider.id })
  const state = async () => (await browser.get<{ state: string }>(`${path}/imports/${plan.id}`)).state
  await until('a plan', async () => (await state()) === 'planned')
  await browser.post(`${path}/imports/${plan.id}/apply`)
  await until('the import', async () => (await state()) === 'done')
  await browser.put(`${path}/settings`, { margin: '40' })
  await browser.put(`${path}/exchange`, { currency: 'USD', rate: '16250' })
  const proposal = await browser.get<{ id: string }[]>(`${path}/services/proposal`)
  await browser.post(`${path}/services/proposal`, { ids: proposal.map(({ id }) => id) })
  await browser.post(`${path}/keysets`, { environment, serverKey: KEY })
  await browser.post(`${path}/bot`, { token: TOKEN })
  const { keySets } = await browser.get<{ keySets: { id: string }[] }>(path)
  return keySets[0]?.id ?? ''
}
type Equipment = { panel: Outside['panel']; environment: 'sandbox' | 'production' }

/** What people do in the shop's chat. */
const chatOf = ({ telegram }: Outside, latest: () => Promise<string>) => {
  const after = async (who: Person, act: () => void, expected: RegExp): Promise<string> => {
    const before = telegram.texts(who.id).length
    act()
    return until(`${expected} after "${telegram.texts(who.id).slice(-2).join(' | ')}"`, () =>
      telegram
        .texts(who.id)
        .slice(before)
        .find((one) => expected.test(one)),
    )
  }
  const say = (who: Person, text: string, expected: RegExp) =>
    after(who, () => void telegram.say(who, text), expected)
  /** From the wish to the card. */
  const wish = async (who: Person, link: string): Promise<void> => {
    const list = await say(who, 'saya mau beli followers ig', /pilih ID produk/)
    await say(who, `saya pilih ID ${/(\d+)(?:<\/b>)? · IG Followers/.exec(list)?.[1]}`, /link|username/i)
    await say(who, link, /berapa/i)
    await say(who, '1000', /Total|Setuju|ya/i)
  }
  return {
    say,
    press: (who: Person, label: RegExp, expected: RegExp) =>
      after(who, () => void telegram.press(who, label), expected),
    wish,
    /** From the wish to the bill's picture; answers the order's id. */
    order: async (who: Person, link: string): Promise<string> => {
      await wish(who, link)
      await say(who, 'ya', /Tagihan/)
      return latest()
    },
  }
}

export const openShopProcess = async (environment: Equipment['environment'] = 'production') => {
  const place = makePlace()
  const outside = startOutside()
  let now = await start(place, outside)
  const path = (rest = '') => `/shops/${now.live}${rest}`
  const keySet = await equip(now.browser, path(), { panel: outside.panel, environment })
  const latest = async (): Promise<string> =>
    (await now.browser.get<{ rows: { id: string }[] }>(path('/orders'))).rows[0]?.id ?? ''
  const hook = () => `${now.shop.url}hooks/midtrans/${keySet}`
  const look = (id: string) => now.browser.get<Shown>(path(`/orders/${id}`))
  return {
    ...outside,
    ...chatOf(outside, latest),
    path,
    latest,
    look,
    browser: () => now.browser,
    inState: (id: string, state: string) =>
      until(`${id} in state ${state}`, async () => {
        const found = await look(id)
        return found.state === state && found
      }),
    act: (id: string, body: Record<string, unknown>) => now.browser.post(path(`/orders/${id}/actions`), body),
    /** The QR is scanned, and the gateway's notice arrives. */
    pay: async (attempt: string): Promise<void> => {
      await outside.midtrans.pay(attempt, { notify: false })
      await outside.midtrans.notify(attempt, { url: hook() })
    },
    /** The gateway's notices arrive at this address. */
    hook,
    kill: () => now.shop.kill(),
    /** Another process at work on the same database. */
    another: async () => (await start(place, outside)).shop,
    /** After the kill: the machine was off for some minutes. */
    restart: async (): Promise<void> => {
      await place.letTimePass(5 * MINUTE)
      now = await start(place, outside)
    },
    close: async (): Promise<void> => {
      await now.shop.stop()
      await Promise.all([outside.panel.stop(), outside.midtrans.stop(), outside.telegram.stop()])
      place.remove()
    },
  }
}
export type ShopProcess = Awaited<ReturnType<typeof openShopProcess>>
