// White label: a panel of which every string carries a mark sells through whole stories, in both languages and voices, well and badly.
// No mark reaches a customer, the model's server or the gateway; a mark that is planted is found at every door.
import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { HOUR, MINUTE } from '../../src/lib/clock.ts'
import { TOKEN } from '../support/fake-bot-api.ts'
import { type FakeModel, says, startFakeModel } from '../support/fake-model.ts'
import { KEY, type Live, openLive, update } from '../support/live.ts'
import { type Leak, leaksOf, MARKS, ROWS } from '../support/marked-panel.ts'

const LONG = 300_000

let at: Live
let model: FakeModel
beforeEach(async () => {
  model = startFakeModel()
  model.otherwise(says('Siap kak'))
  at = await openLive(ROWS, {
    env: { OPENAI_API_KEY: 'sk-for-tests-0123456789', OPENAI_BASE_URL: model.url },
  })
})
afterEach(async () => {
  await at.stop()
  await model.stop()
})

type Row = { id: string; mid: number; service_id_api: string }
const rows = async (): Promise<Row[]> =>
  (await at.browser.get<{ rows: Row[] }>(at.path('/services?limit=50'))).rows
const rowOf = async (n: number): Promise<Row> => {
  const found = (await rows()).find((one) => one.service_id_api === `${MARKS.id}${n}`)
  if (!found) throw new Error(`row ${n} was not imported`)
  return found
}

/** As a seller would: connect, import, put on sale, bot. All that can be sold is on sale. */
const equip = async (voice: 'akrab' | 'resmi'): Promise<void> => {
  const { id } = await at.browser.post<{ id: string }>(at.path('/providers'), {
    name: MARKS.provider,
    endpoint: at.panel.url,
    key: 'panel-key-1234',
  })
  await at.browser.post(at.path(`/providers/${id}/test`))
  const plan = await at.browser.post<{ id: string }>(at.path('/imports'), { provider: id })
  await at.app.drain()
  await at.browser.post(at.path(`/imports/${plan.id}/apply`))
  await at.app.drain()
  await at.browser.put(at.path('/settings'), { margin: '40', voice })
  await at.browser.post(at.path('/services/sale'), { ids: (await rows()).map((one) => one.id), on: true })
  await at.browser.post(at.path('/keysets'), { environment: 'production', serverKey: KEY })
  await at.browser.post(at.path('/bot'), { token: TOKEN })
}

const pass = async (ms: number, steps = 1): Promise<void> => {
  for (let i = 0; i < steps; i++) {
    at.clock.advance(ms)
    await at.app.drain()
  }
}

let person = 400
const LINKS: Record<number, (who: number) => string> = {
  3: (who) => `https://instagram.com/p/C${who}abc/`,
  4: (who) => `https://www.tiktok.com/@toko${who}/video/7300000000000${who}`,
}

const customer = async (language: 'id' | 'en') => {
  const who = { id: ++person, name: 'Ani', language }
  const send = async (body: unknown) => {
    await update(at, body)
    await at.app.drain()
  }
  const tell = (text: string) => send(at.telegram.message(who, { text }))
  /** The newest button with this payload. */
  const press = async (payload: string): Promise<boolean> => {
    const screen = at.telegram.screen(who.id).filter(({ deleted }) => !deleted)
    const button = screen
      .findLast(({ buttons }) => buttons.flat().some((one) => one.callback_data?.startsWith(payload)))
      ?.buttons.flat()
      .find((one) => one.callback_data?.startsWith(payload))
    if (!button) return false
    await send(
      at.telegram.pressed(who, new RegExp(`^${button.text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`)),
    )
    return true
  }
  await tell(`/bahasa ${language}`)
  const orders = async () => {
    const chat = await at.app.store.chats.get(at.shops.live, `4242:${who.id}`)
    return at.app.store.orders.list(at.shops.live, {
      customer: chat?.customer ?? '',
      deposits: 'all',
      limit: 20,
    })
  }
  /** A paid order of the n-th row. */
  const buy = async (n: number, units = '1000'): Promise<{ id: string; state: string }> => {
    await tell('/produk')
    await tell(`id ${(await rowOf(n)).mid}`)
    await tell(LINKS[n]?.(who.id) ?? `toko.ke${who.id}`)
    await tell(units)
    await press('p:')
    const [order] = await orders()
    if (order?.state !== 'awaitingPayment')
      throw new Error(`no bill but ${order?.state}: ${at.telegram.texts(who.id).slice(-2)}`)
    await at.midtrans.pay(`${order.id}-1`, { notify: false })
    at.clock.advance(5000)
    await at.post('/hooks/midtrans', JSON.stringify(at.midtrans.notice(`${order.id}-1`)))
    await at.app.drain()
    await pass(2000, 3)
    return (await orders())[0] ?? order
  }
  return { who, tell, press, orders, buy }
}

/** The panel takes it under a marked id, and tells of it with marks in every field. */
const marked = (n: number): string => {
  const taken = at.panel.orders.at(-1)
  const id = `${MARKS.order}${n}`
  if (taken) at.panel.setState(taken.id, { id, charge: MARKS.charge })
  return id
}
const takenAs = (n: number): void => {
  at.panel.fault('answer', 1, {
    text: JSON.stringify({ order: `${MARKS.order}${n}`, charge: MARKS.charge, [MARKS.extra]: MARKS.extra }),
  })
}
const telling = (body: Record<string, unknown>): void =>
  at.panel.fault('answer', 1, {
    action: 'status',
    text: JSON.stringify({ charge: MARKS.charge, currency: 'IDR', [MARKS.extra]: MARKS.extra, ...body }),
  })

type Told = Awaited<ReturnType<typeof customer>>
type Story = (ani: Told, n: number) => Promise<void>

// biome-ignore format: one message, one line
const ASKED = [
  '/start', 'halo', 'saya mau beli followers ig', 'lainnya', 'yang indonesia ada?', 'likes ig', 'views tiktok', 'komentar ig', 'paket ig', 'story views youtube', 'yang ada garansi',
  'harga 1000 berapa', 'minimal berapa', 'id 1 garansi ga', 'id 1 cepet ga', 'bedanya id 1 sama id 2', 'paling murah yang mana', 'aman ga kak', 'ini dari panel mana', 'beli di mana sih kalian', 'ada dripfeed?',
  'asdf qwer zxcv', 'gimana dong', 'admin mana', '/snk', '/privasi', '/bantuan', '/saldo', '/riwayat', '/tagihan', '/status', '/status K7Q2M', 'topup', 'tarik saldo', 'makasih',
] as const
/** Whole sentences: what the model gets of them is taken out as a whole, and no mark alone. */
const SEARCHED = [
  MARKS.name,
  `${MARKS.name}1`,
  MARKS.category,
  MARKS.description,
  `id ${MARKS.id}1`,
  MARKS.host,
  MARKS.handle,
  `cek ${MARKS.order}1`,
  MARKS.type,
  MARKS.provider,
].map((mark) => `kak ada ${mark} nggak di sini`)

const STORIES: Record<string, Story> = {
  'looks, searches and asks': async ({ tell, press }) => {
    for (const text of ASKED) await tell(text)
    for (const text of SEARCHED) await tell(text)
    for (const payload of ['k', 'm', 'b:', 'a', 'h', 'c:']) await press(payload)
  },
  'is told what does not fit': async ({ tell }) => {
    await tell(`id ${(await rowOf(1)).mid}`)
    for (const text of [
      'https://instagram.com/reel/Cabc123',
      'https://tiktok.com/@a',
      'judi.slot',
      'warung.kopi',
      '1',
      '999999999',
      '900000',
      '1000',
      'ganti jumlah',
      '2000',
      'batal',
    ])
      await tell(text)
    await tell(`id ${(await rowOf(5)).mid}`)
    for (const text of ['https://instagram.com/p/Cabc123/', 'satu', 'bagus\nmantap', 'ya']) await tell(text)
    await tell(`id ${(await rowOf(6)).mid}`)
    for (const text of ['https://instagram.com/p/Cabc124/', 'ya', 'qr nya mana', 'udah bayar kak', 'batal'])
      await tell(text)
  },
  'is served, asks how it stands, and gets the rest back': async ({ buy, tell, press }, n) => {
    takenAs(n)
    await buy(1, '5000')
    marked(n)
    telling({ status: 'Pending', start_count: `${MARKS.start} 12`, remains: '5000' })
    await pass(MINUTE)
    telling({ status: MARKS.status, start_count: '1204', remains: '4000' })
    await pass(MINUTE)
    for (const text of ['pesanan saya sudah sampai mana?', 'kok lama', '/status']) await tell(text)
    at.panel.fault('refuse', 2, { action: 'status', text: MARKS.down })
    await pass(MINUTE)
    telling({ status: 'Partial', start_count: '1204', remains: '3000' })
    await pass(2 * MINUTE, 3)
    for (const text of [
      '/saldo',
      'drop nih minta refill',
      'tarik saldo',
      'DANA 081234567890 a.n. Ani',
      'pesan lagi',
    ])
      await tell(text)
    for (const payload of ['ty:', 'pr:', 'ag:', 's:']) await press(payload)
  },
  'is served in full': async ({ buy, tell, press }, n) => {
    takenAs(n)
    await buy(2)
    marked(n)
    telling({ status: 'Completed', start_count: '77', remains: '0' })
    await pass(MINUTE, 3)
    for (const text of ['followernya drop, klaim garansi', 'refill dong', 'admin mana', 'halo', '/riwayat'])
      await tell(text)
    for (const payload of ['pr:', 'ag:']) await press(payload)
  },
  'is stopped by the panel': async ({ buy, tell }, n) => {
    takenAs(n)
    await buy(1)
    marked(n)
    telling({ status: 'Canceled', start_count: '77', remains: '1000' })
    await pass(2 * MINUTE, 3)
    await tell('/saldo')
  },
  'is refused by the panel, and chooses': async ({ buy, press, tell }) => {
    at.panel.fault('refuse', 1, { text: `Bad link ${MARKS.refused}` })
    await buy(1)
    await tell('kenapa pesanan saya?')
    await press('wt:')
    await pass(MINUTE)
    await press('op:')
    await press('ts:')
    await tell('/saldo')
  },
  'waits for the panel’s funds until the deadline': async ({ buy, tell }) => {
    at.panel.fault('refuse', 20, { text: `Not enough funds on balance ${MARKS.funds}` })
    await buy(3)
    await tell('udah sampai mana?')
    await pass(10 * HOUR, 8)
  },
  'waits while nobody knows whether it was taken': async ({ buy, tell }, n) => {
    at.panel.fault('refuse', 1, { text: `${MARKS.unheard} sentence`, taken: true })
    await buy(4)
    marked(n)
    await tell('udah sampai mana?')
    await pass(20 * MINUTE, 10)
  },
  'gets no readable answer': async ({ buy, tell }) => {
    at.panel.fault('answer', 1, { text: `<!DOCTYPE html><title>${MARKS.page}</title>`, taken: true })
    await buy(4)
    await tell('udah sampai mana?')
    await pass(20 * MINUTE, 4)
  },
  'is served by another after a refusal': async ({ buy, tell }, n) => {
    const { id } = await rowOf(2)
    const { id: other } = await rowOf(1)
    await at.browser.put(at.path(`/services/${id}`), { alternatives: [other] })
    at.panel.fault('refuse', 1, { text: `Incorrect service ID` })
    await buy(2)
    marked(n)
    await tell('/status')
    telling({ status: 'Completed', start_count: '5', remains: '0' })
    await pass(MINUTE, 2)
    await at.browser.put(at.path(`/services/${id}`), { alternatives: [] })
  },
  'pays late, or lets it go': async ({ tell, press, orders }) => {
    await tell(`id ${(await rowOf(3)).mid}`)
    for (const text of ['https://instagram.com/p/Cabc125/', '1000']) await tell(text)
    await press('p:')
    await pass(11 * MINUTE, 3)
    const [order] = await orders()
    if (order) await at.midtrans.pay(`${order.id}-1`, { notify: false, late: true })
    await tell('udah bayar kak')
    await pass(10 * MINUTE, 3)
    await tell('/saldo')
  },
  'meets a panel that is away': async ({ tell, press }) => {
    at.panel.fault('html', 30, { action: '*' })
    await tell(`id ${(await rowOf(1)).mid}`)
    for (const text of ['warung.kopi', '1000']) await tell(text)
    at.clock.advance(HOUR)
    await press('p:')
    await pass(2 * MINUTE, 3)
  },
}

const VOICES = [
  ['id', 'akrab'],
  ['id', 'resmi'],
  ['en', 'akrab'],
  ['en', 'resmi'],
] as const

describe.each(VOICES)('in %s, %s', (language, voice) => {
  test(
    'no mark of the panel gets out of any story',
    async () => {
      await equip(voice)
      const leaks: string[] = []
      let n = 0
      for (const [name, story] of Object.entries(STORIES)) {
        const ani = await customer(language)
        const seen = new Set<Leak>(leaksOf(at, model.bytes(), SEARCHED))
        await story(ani, ++n)
        leaks.push(
          ...leaksOf(at, model.bytes(), SEARCHED)
            .filter((leak) => !seen.has(leak))
            .map((leak) => `${name}: ${leak}`),
        )
        at.panel.heal()
      }
      expect(leaks).toEqual([])
      const states = (await at.app.store.orders.list(at.shops.live, { limit: 100 })).map(({ state }) => state)
      expect(states.length).toBeGreaterThan(9)
      expect(at.telegram.callsOf('sendPhoto').length).toBeGreaterThan(7)
    },
    LONG,
  )
})

describe('a mark that is planted', () => {
  const leak = 'Qzxname'

  test(
    'in the shop’s own name of a product is found in texts, on buttons and under pictures',
    async () => {
      await equip('akrab')
      const ani = await customer('id')
      expect(leaksOf(at, model.bytes())).toEqual([])
      for (const row of await rows())
        await at.browser.put(at.path(`/services/${row.id}`), { displayName: `${leak} ${row.mid}` })
      for (const text of ['saya mau beli followers ig', 'asdf qwer id 1 zxcv gimana menurutmu'])
        await ani.tell(text)
      await ani.tell(`id ${(await rowOf(3)).mid}`)
      // "Yang cocok untuk link itu": a button with a name.
      await ani.tell('warung.kopi')
      await ani.tell('https://instagram.com/p/Cabc123/')
      await ani.tell('1000')
      await ani.press('p:')
      const found = leaksOf(at, model.bytes())
      for (const door of ['text', 'label', 'caption'] as const) expect(found).toContain(`${door}: ${leak}`)
    },
    LONG,
  )

  test('in any call is found by its own door', () => {
    const call = (params: Record<string, unknown>) => ({
      token: '',
      method: 'sendMessage',
      params,
      files: {},
    })
    const told = (params: Record<string, unknown>) =>
      leaksOf({ ...at, telegram: { ...at.telegram, calls: [call(params)] } } as Live, '')
    const button = (fields: object) => ({
      text: 'x',
      reply_markup: { inline_keyboard: [[{ text: 'y', callback_data: 'k', ...fields }]] },
    })
    expect(told({ text: `a ${leak}7` })).toEqual([`text: ${leak}`])
    expect(told({ caption: 'biaya 9.137 per seribu' })).toEqual(['caption: 9.137'])
    expect(told({ media: { caption: MARKS.host } })).toEqual([`caption: ${MARKS.host}`])
    expect(told(button({ text: MARKS.order.toLowerCase() }))).toEqual([`label: ${MARKS.order}`])
    expect(told(button({ callback_data: `c:${MARKS.id}1` }))).toEqual([`payload: ${MARKS.id}`])
    expect(told(button({ callback_data: undefined, url: at.panel.url }))[0]).toStartWith('payload: 127.0.0.1')
    expect(
      leaksOf(
        {
          ...at,
          midtrans: { ...at.midtrans, calls: [{ body: { item: MARKS.category } }] },
        } as unknown as Live,
        '',
      ),
    ).toEqual([`gateway: ${MARKS.category}`])
    expect(leaksOf(at, `{"messages":"${MARKS.description}"}`)).toEqual([`model: ${MARKS.description}`])
  })
})
