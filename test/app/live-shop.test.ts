// The live shop as a process on a laptop: a real driver to a panel, Midtrans and Telegram, each played on loopback; long polling, no
// public address. What is money and what is play, and what a killed process leaves behind.
import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { startFakeBotApi, TOKEN } from '../support/fake-bot-api.ts'
import { startFakeMidtrans } from '../support/fake-midtrans.ts'
import { startFakePanel } from '../support/fake-panel.ts'
import { type Running, scratch, serve } from '../support/process.ts'
import { type Browser, makeBrowser, PERSON } from '../support/whole.ts'

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
const ROWS = [
  row(11, 'Instagram Followers', 'Instagram Followers [R30] 5K/Day', '0.9000'),
  row(12, 'Instagram Likes', 'Instagram Likes Instant', '0.1200'),
  row(13, 'TikTok Views', 'TikTok Views 1M/Day', '0.0100'),
]
const LINK = 'https://instagram.com/warungkopi.senja'
/** The prefix proves nothing about a key: the same one stands for both environments here. */
const KEY = 'Mid-server-for-tests-0123456789'
const ANI = { id: 71, name: 'Ani' }

type Order = {
  id: string
  state: string
  why?: string
  money: string
  events: { type: string; to?: string }[]
}
type Places = {
  panel: ReturnType<typeof startFakePanel>
  midtrans: ReturnType<typeof startFakeMidtrans>
  telegram: ReturnType<typeof startFakeBotApi>
}

let at: Places & { place: ReturnType<typeof scratch>; shop: Running; browser: Browser; live: string }

const until = async <T>(
  what: string,
  ask: () => Promise<T | null | undefined | false> | T | null | undefined | false,
): Promise<T> => {
  const limit = performance.now() + 50_000
  for (;;) {
    const found = await ask()
    if (found) return found
    if (performance.now() > limit)
      throw new Error(`waited in vain for ${what}: ${at.telegram.texts(ANI.id).slice(-3).join(' | ')}`)
    await Bun.sleep(50)
  }
}

const start = async (folder: string, { panel, midtrans, telegram }: Places) => {
  const shop = await serve(folder, {
    ADMIN_EMAIL: PERSON.email,
    ADMIN_PASSWORD: PERSON.password,
    ALLOW_PRIVATE_HOSTS: new URL(panel.url).host,
    MIDTRANS_BASE_URL: midtrans.url,
    TELEGRAM_API_ROOT: telegram.url,
  })
  const browser = makeBrowser(
    { fetch: (request) => fetch(request, { proxy: '' }) },
    shop.url.replace(/\/$/, ''),
  )
  const { shops } = await browser.post<{ shops: { id: string; mode: string }[] }>('/session', PERSON)
  return { shop, browser, live: shops.find(({ mode }) => mode === 'live')?.id ?? '' }
}

/** Panel, import, margin, rate, sale and bot, as a seller enters them. */
const equip = async (environment: 'sandbox' | 'production') => {
  const { browser, live, panel } = at
  const provider = await browser.post<{ id: string }>(`/shops/${live}/providers`, {
    name: 'Panel',
    endpoint: panel.url,
    key: 'panel-key-1234',
  })
  const tested = await browser.post<{ services: { count: number } }>(
    `/shops/${live}/providers/${provider.id}/test`,
  )
  expect(tested.services.count).toBe(ROWS.length)
  const plan = await browser.post<{ id: string }>(`/shops/${live}/imports`, { provider: provider.id })
  const state = async () => (await browser.get<{ state: string }>(`/shops/${live}/imports/${plan.id}`)).state
  await until('a plan', async () => (await state()) === 'planned')
  await browser.post(`/shops/${live}/imports/${plan.id}/apply`)
  await until('the import', async () => (await state()) === 'done')
  await browser.put(`/shops/${live}/settings`, { margin: '40' })
  await browser.put(`/shops/${live}/exchange`, { currency: 'USD', rate: '16250' })
  const proposal = await browser.get<{ id: string }[]>(`/shops/${live}/services/proposal`)
  await browser.post(`/shops/${live}/services/proposal`, { ids: proposal.map(({ id }) => id) })
  await browser.post(`/shops/${live}/keysets`, { environment, serverKey: KEY })
  await browser.post(`/shops/${live}/bot`, { token: TOKEN })
}

const say = async (text: string, expected: RegExp, who = ANI): Promise<string> => {
  const before = at.telegram.texts(who.id).length
  at.telegram.say(who, text)
  return until(`an answer to "${text}"`, () =>
    at.telegram
      .texts(who.id)
      .slice(before)
      .find((one) => expected.test(one)),
  )
}

/** From the wish to the bill's picture. */
const order = async (who = ANI) => {
  const list = await say('saya mau beli followers ig', /pilih ID produk/, who)
  await say(`saya pilih ID ${/(\d+)(?:<\/b>)? · IG Followers/.exec(list)?.[1]}`, /link|username/i, who)
  await say('warungkopi.senja', /berapa/i, who)
  await say('1000', /warungkopi\.senja/, who)
  await say('ya', /Tagihan/, who)
  const [row] = (await at.browser.get<{ rows: { id: string }[] }>(`/shops/${at.live}/orders`)).rows
  return row?.id ?? ''
}
const look = (id: string) => at.browser.get<Order>(`/shops/${at.live}/orders/${id}`)
const inState = (id: string, state: string) =>
  until(`state ${state}`, async () => {
    const found = await look(id)
    return found.state === state && found
  })
const pay = async (id: string) => {
  expect(await at.midtrans.pay(`${id}-1`)).toBe('paid')
  at.telegram.press(ANI, /Cek pembayaran/)
}

beforeEach(async () => {
  const places = {
    panel: startFakePanel({ services: ROWS, currency: 'USD' }),
    midtrans: startFakeMidtrans({ serverKey: KEY }),
    telegram: startFakeBotApi(),
  }
  const place = scratch()
  at = { ...places, place, ...(await start(place.folder, places)) }
})
afterEach(async () => {
  await at.shop.stop()
  await Promise.all([at.panel.stop(), at.midtrans.stop(), at.telegram.stop()])
  at.place.remove()
})

describe('a live shop on a laptop', () => {
  test('sells for money: asked for at Midtrans, ordered once at the panel, told to the customer', async () => {
    await equip('production')
    const id = await order()
    expect(at.panel.orders).toEqual([])
    expect((await look(id)).money).toBe('real')
    await pay(id)
    await inState(id, 'submitted')
    await until('the news', () => at.telegram.texts(ANI.id).some((text) => /sedang diproses/.test(text)))
    expect(at.panel.orders.map(({ service, link, quantity }) => [service, link, quantity])).toEqual([
      ['11', LINK, '1000'],
    ])
    const said = at.telegram.texts(ANI.id).join('\n')
    expect(said).not.toContain('23501')
    expect(said).not.toContain('127.0.0.1')
  }, 90_000)

  test('testing: a stranger can not order; a bound account pays play money, which waits for "send for real"', async () => {
    await equip('sandbox')
    await say('saya mau beli followers ig', /diuji|coba|testing/i, { id: 72, name: 'Budi' })
    expect(at.midtrans.bills).toEqual([])
    const { link } = await at.browser.post<{ link: string }>(`/shops/${at.live}/bot/bind`)
    await say(`/start ${new URL(link).searchParams.get('start')}`, /./)
    const id = await order()
    await pay(id)
    const waiting = await inState(id, 'waiting')
    expect([waiting.why, waiting.money]).toEqual(['play', 'play'])
    await Bun.sleep(1500)
    expect(at.panel.orders).toEqual([])
    await at.browser.post(`/shops/${at.live}/orders/${id}/actions`, { action: 'sendForReal' })
    await inState(id, 'submitted')
    expect(at.panel.addsOf(LINK)).toBe(1)
  }, 90_000)

  test('killed between the sending and its answer: unknown, and never sent again', async () => {
    await equip('production')
    const id = await order()
    at.panel.fault('hang')
    await pay(id)
    await until('the panel has it', () => at.panel.addsOf(LINK) === 1)
    expect((await look(id)).state).toBe('submitting')
    await at.shop.kill()
    at = { ...at, ...(await start(at.place.folder, at)) }
    const found = await inState(id, 'unknown')
    expect(found.events.map(({ type }) => type).slice(-2)).toEqual(['sending', 'cutOff'])
    await Bun.sleep(2000)
    expect(at.panel.addsOf(LINK)).toBe(1)
    await at.browser.post(`/shops/${at.live}/orders/${id}/actions`, {
      action: 'taken',
      panelId: at.panel.orders[0]?.id,
    })
    await inState(id, 'submitted')
    expect(at.panel.addsOf(LINK)).toBe(1)
  }, 120_000)
})
