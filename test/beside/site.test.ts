// Lapak beside a site that has a bot and a database already: both run, each answers what is its own, and neither touches what is the
// other's. Needs a MongoDB: see `test/support/mongo.ts`.
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from 'bun:test'
import { MONGO_URL, whereMongo } from '../support/mongo.ts'
import { until } from '../support/shop-process.ts'
import { PERSON } from '../support/whole.ts'
import { type Beside, BOT, openBeside } from './world.ts'

// A server that has other guests is slow now and then.
setDefaultTimeout(120_000)

const ANI = { id: 501, name: 'Ani' }
const BUDI = { id: 502, name: 'Budi' }
const TOKEN_FORM = { token: '4242:AAAA-a-token-of-a-fake-bot-0123456789' }
const OWN = { hours: 'Kami buka 09.00–17.00.', help: /^Bantuan situs/, lost: /^Maaf, aku hanya tahu/ }

type Session = { shops: { id: string; mode: string }[] }
type Taken = { mode: string; forward?: { path: string; secret: string } }

whereMongo(() => {
  let at: Beside
  let live = ''
  const webhookCalls = () =>
    at.telegram.calls.filter(({ method }) => /Webhook$/.test(method) && method !== 'getWebhookInfo')
  const said = (who: { id: number }) => at.telegram.texts(who.id)
  /** The window's first answer names each product with its number. */
  const wish = async (): Promise<void> => {
    expect(await at.say(ANI, 'saya mau beli followers ig')).toMatch(/pilih ID produk/)
    const mid = /(\d+)(?:<\/b>)? · IG Followers/.exec(said(ANI).at(-1) ?? '')?.[1]
    expect(await at.say(ANI, `saya pilih ID ${mid}`)).toMatch(/link|username/i)
  }

  beforeAll(async () => {
    at = await openBeside(MONGO_URL ?? '')
    await at.db.collection<{ _id: number; name: string }>('site_users').insertOne({ _id: 1, name: 'Old' })
  })
  afterAll(() => at.close())

  test('the dashboard below the path of the site: page, its parts, sign-in, cookie, stream', async () => {
    const page = await fetch(`${at.site.url}/toko/`)
    const html = await page.text()
    expect([page.status, html.includes('<base href="/toko/">')]).toEqual([200, true])
    const script = /src="\.?\/?(assets\/[^"]+\.js)"/.exec(html)?.[1]
    const part = await fetch(`${at.site.url}/toko/${script}`)
    expect([part.status, part.headers.get('content-type')]).toEqual([
      200,
      expect.stringMatching(/javascript/),
    ])
    const entered = await at.anew().send('POST', '/api/session', PERSON)
    expect(entered.headers.get('set-cookie')).toMatch(/Path=\/toko;.*HttpOnly/i)
    const { shops } = await at.browser.post<Session>('/session', PERSON)
    live = shops.find(({ mode }) => mode === 'live')?.id ?? ''
    await at.stock(live)
    // A change in the shop is heard through the proxy at once, while the answer goes on.
    const stream = await at.browser.send('GET', `/api/shops/${live}/live`)
    const reader = stream.body?.getReader()
    let heard = ''
    const reading = (async () => {
      while (!/"topic":"imports"/.test(heard)) {
        const { value, done } = (await reader?.read()) ?? { done: true }
        if (done) return
        heard += new TextDecoder().decode(value)
      }
    })()
    await until('the stream', () => heard.includes(': here'))
    const [provider] = await at.browser.get<{ id: string }[]>(`/shops/${live}/providers`)
    await at.browser.post(`/shops/${live}/imports`, { provider: provider?.id })
    await reading
    await reader?.cancel()
    expect(heard).toContain('"topic":"imports"')
    expect(await (await fetch(at.site.url)).text()).toContain('Situs kami')
  })

  test('the token is not taken before the seller chose; beside, the webhook stays and the secret is told once', async () => {
    const refused = await at.browser.send('POST', `/api/shops/${live}/bot`, TOKEN_FORM)
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain(`${at.site.url}/bot`)
    const taken = await at.browser.post<Taken>(`/shops/${live}/bot`, { ...TOKEN_FORM, mode: 'beside' })
    expect(taken).toMatchObject({ mode: 'beside', forward: { path: `/hooks/telegram/${BOT}` } })
    expect(JSON.stringify(await at.browser.get(`/shops/${live}/bot`))).not.toContain(
      taken.forward?.secret ?? '',
    )
    await at.enter({ forward: `/toko${taken.forward?.path}`, secret: taken.forward?.secret })
    expect(webhookCalls()).toEqual([])
    expect(at.telegram.bot(TOKEN_FORM.token).webhook).toBe(`${at.site.url}/bot`)
  })

  test("the site's bot answers what it always did; the shop answers shop talk, to its end", async () => {
    expect(await at.say(BUDI, 'jam buka?')).toBe(OWN.hours)
    expect(await at.say(BUDI, '/help')).toMatch(OWN.help)
    await wish()
    // Not what the site's bot would say, nor both.
    const before = said(ANI).length
    expect(await at.say(ANI, 'bla bla')).not.toMatch(OWN.lost)
    expect(await at.say(ANI, '/batal')).not.toMatch(OWN.lost)
    expect(said(ANI)).toHaveLength(before + 2)
    expect(await at.say(BUDI, 'jam buka?')).toBe(OWN.hours)
    expect(said(BUDI)).toEqual([OWN.hours, expect.stringMatching(OWN.help), OWN.hours])
  })

  test('while Lapak is away the site answers everything; what was for the shop is passed on, in order, once', async () => {
    await wish()
    // Killed in the middle of an answer, it would take that chat up again only when the lease has run out.
    await until('Lapak at rest', async () => !(await at.db.collection('lapak_lane').findOne({ waiting: 1 })))
    await at.killLapak()
    expect((await fetch(`${at.site.url}/toko/`)).status).toBe(502)
    expect(await at.say(BUDI, 'jam buka?')).toBe(OWN.hours)
    expect(await at.say(ANI, 'instagram.com/warung.kopi')).toMatch(OWN.lost)
    expect(await at.say(ANI, '1000')).toMatch(OWN.lost)
    const before = said(ANI).length
    await at.startLapak()
    await at.heard(ANI, /Cek dulu/)
    expect(said(ANI).slice(before).join('\n')).toMatch(/Mau berapa[\s\S]*warung\.kopi/)
    await until(
      'nothing to wait',
      async () => (await at.db.collection('site_waiting').countDocuments()) === 0,
    )
    expect(said(BUDI).filter((text) => text === OWN.hours)).toHaveLength(3)
    expect(said(ANI).filter((text) => /Cek dulu/.test(text))).toHaveLength(1)
  })

  test('an update that Telegram sends again is answered once', async () => {
    const update = at.telegram.message(ANI, { text: '/batal' })
    await at.deliver(update)
    await until('the answer', () => /dibatalkan/.test(said(ANI).at(-1) ?? ''))
    const before = said(ANI)
    await at.deliver(update)
    expect(await at.say(BUDI, 'jam buka?')).toBe(OWN.hours)
    expect(said(ANI)).toEqual(before)
  })

  test('nothing of the site was touched', async () => {
    const names = (await at.db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name)
    expect(names.filter((name) => !name.startsWith('lapak_')).sort()).toEqual([
      'site_settings',
      'site_users',
      'site_waiting',
    ])
    expect(await at.db.collection<{ _id: number }>('site_users').findOne({ _id: 1 })).toEqual({
      _id: 1,
      name: 'Old',
    } as never)
    expect(await at.db.collection('site_users').countDocuments()).toBe(3)
    expect(webhookCalls()).toEqual([])
    expect(at.telegram.callsOf('setMyCommands')).toEqual([])
    expect(at.telegram.bot(TOKEN_FORM.token).webhook).toBe(`${at.site.url}/bot`)
  })
})
