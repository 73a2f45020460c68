// A live shop as its seller runs it: a process of its own over a panel, Midtrans and Telegram that are played on loopback and count.
// It can be killed and started anew on the same folder; it then finds what it left as if it had been away for a while.
import { Database } from 'bun:sqlite'
import { join } from 'node:path'
import { MINUTE } from '../../src/lib/clock.ts'
import type { Order } from '../../src/model/order.ts'
import { startFakeBotApi, TOKEN } from './fake-bot-api.ts'
import { startFakeMidtrans } from './fake-midtrans.ts'
import { startFakePanel } from './fake-panel.ts'
import { type Running, scratch, serve } from './process.ts'
import { type Browser, makeBrowser, PERSON } from './whole.ts'

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

const PATIENCE = 50_000

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

/** As if so long had passed since the kill: leases have run out, what was to be done later is due. */
const letTimePass = (folder: string, ms: number): void => {
  const db = new Database(join(folder, 'lapak.db'))
  db.run("update job set run_at = run_at - ? where state in ('ready', 'leased')", [ms])
  db.run('update lane set free_at = free_at - ? where owner is not null', [ms])
  db.run(
    `update account_lane set body = json_set(body, '$.until', json_extract(body, '$.until') - ?)
     where json_extract(body, '$.owner') is not null`,
    [ms],
  )
  db.run(
    `update key set owner = (cast(substr(owner, 1, instr(owner, ' ') - 1) as integer) - ?) || substr(owner, instr(owner, ' '))
     where id like 'telling:%'`,
    [ms],
  )
  const orders = db.query<{ id: string; body: string }, []>(
    "select id, body from orders where state in ('submitting', 'submitted')",
  )
  for (const { id, body } of orders.all()) {
    const order = JSON.parse(body) as Order
    for (const submission of Object.values(order.submissions)) submission.startedAt -= ms
    if (order.pollAt) order.pollAt -= ms
    db.run('update orders set body = ?, poll = poll - ? where id = ?', [JSON.stringify(order), ms, id])
  }
  db.close()
}

const startOutside = () => ({
  panel: startFakePanel({ services: ROWS, currency: 'USD' }),
  midtrans: startFakeMidtrans({ serverKey: KEY }),
  telegram: startFakeBotApi(),
})
type Outside = ReturnType<typeof startOutside>

const start = async (folder: string, { panel, midtrans, telegram }: Outside) => {
  const shop: Running = await serve(folder, {
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
  const place = scratch()
  const outside = startOutside()
  let now = await start(place.folder, outside)
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
    another: async () => (await start(place.folder, outside)).shop,
    /** After the kill: the machine was off for some minutes. */
    restart: async (): Promise<void> => {
      letTimePass(place.folder, 5 * MINUTE)
      now = await start(place.folder, outside)
    },
    close: async (): Promise<void> => {
      await now.shop.stop()
      await Promise.all([outside.panel.stop(), outside.midtrans.stop(), outside.telegram.stop()])
      place.remove()
    },
  }
}
export type ShopProcess = Awaited<ReturnType<typeof openShopProcess>>
