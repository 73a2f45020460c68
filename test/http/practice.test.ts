import { describe, expect, test } from 'bun:test'
import { Hono } from 'hono'
import type { AppEnv, HttpSettings } from '../../src/http/env.ts'
import { practicePages } from '../../src/http/practice.ts'
import { makeServer } from '../../src/http/server.ts'
import { makeLog } from '../../src/lib/log.ts'
import { sandboxGateway } from '../../src/payments/drivers/sandbox.ts'
import { openStore } from '../../src/store/open.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { countingIds } from '../support/ids.ts'

const ATTEMPT = 'o_AAAAAAAAAAAAAAAAAAAA-_-1'
const ORIGIN = 'http://localhost:8080'

const start = async (changed: Partial<HttpSettings> = {}) => {
  const clock = fakeClock()
  const log = makeLog('silent')
  const store = await openStore({ url: 'sqlite::memory:', clock })
  const bank = sandboxGateway({ store, clock, payUrl: (attempt) => `practice/pay/${attempt}` })
  const settings: HttpSettings = {
    basePath: '',
    publicUrl: null,
    publicIpv4: null,
    trustedProxies: [],
    version: '9.9.9',
    ...changed,
  }
  const told: string[] = []
  const at = { broken: false }
  const onPaid = async (attempt: string) => {
    if (at.broken) throw new Error('the database is locked')
    told.push(attempt)
  }
  const app = makeServer({
    clock,
    ids: countingIds(),
    log,
    settings,
    ready: { store: async () => true, worker: () => true },
    api: new Hono<AppEnv>(),
    hooks: [],
    pages: [practicePages({ bank, clock, settings, onPaid })],
    dashboard: new Hono<AppEnv>().all('*', (c) => c.text('the dashboard')),
  })
  await bank.charge({ attempt: ATTEMPT, amount: 23_680, minutes: 30, now: clock.now() })
  const ask = (method: string, path: string, headers: Record<string, string> = {}) =>
    app.request(`${ORIGIN}${settings.basePath}${path}`, { method, headers })
  const look = async (headers: Record<string, string> = {}) => {
    const response = await ask('GET', `/practice/pay/${ATTEMPT}`, headers)
    return { response, text: await response.text() }
  }
  const press = (headers: Record<string, string> = { origin: ORIGIN, 'sec-fetch-site': 'same-origin' }) =>
    ask('POST', `/practice/pay/${ATTEMPT}`, headers)
  return { clock, bank, told, ask, look, press, at }
}

describe('the page of a practice bill', () => {
  test('says the sum, to whom, until when, and has one button', async () => {
    const { look, told, bank } = await start()
    const { response, text } = await look()
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8'])
    for (const part of [
      'lang="id"',
      'Rp23.680',
      'TOKO LATIHAN LAPAK',
      '10.30 WIB',
      ATTEMPT,
      'Bayar sekarang',
    ])
      expect(text).toContain(part)
    expect(text.match(/<button/g)).toHaveLength(1)
    expect(text).toContain('name="viewport"')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect([told, (await bank.look(ATTEMPT))?.state]).toEqual([[], 'pending'])
  })

  test('speaks English to a browser that does', async () => {
    const { look } = await start()
    const { text } = await look({ 'accept-language': 'en-GB,en;q=0.9,id;q=0.5' })
    for (const part of ['lang="en"', 'Rp23,680', 'Pay now']) expect(text).toContain(part)
    expect((await look({ 'accept-language': 'id-ID,en' })).text).toContain('Bayar sekarang')
  })

  test.each(['', '/toko'])(
    'holds nothing that the policy forbids; its style sheet is where it says (base %p)',
    async (basePath) => {
      const { look, ask } = await start({ basePath })
      const { response, text } = await look()
      expect(response.headers.get('content-security-policy')).toContain("form-action 'self'")
      expect(text).not.toMatch(/<script|<style|style=|\son\w+=/)
      const href = /href="([^"]+)"/.exec(text)?.[1] ?? ''
      const path = new URL(href, `${ORIGIN}/practice/pay/${ATTEMPT}`).pathname
      const sheet = await ask('GET', path)
      expect([sheet.status, sheet.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8'])
    },
  )
})

describe('paying', () => {
  test('pays, tells the shop once, and leads back to the page', async () => {
    const { press, told, look, ask, bank } = await start()
    const response = await press()
    expect(response.status).toBe(303)
    const back = new URL(response.headers.get('location') ?? '', `${ORIGIN}/practice/pay/${ATTEMPT}`).pathname
    expect(back).toBe(`/practice/pay/${ATTEMPT}`)
    expect((await ask('GET', back)).status).toBe(200)
    const { text } = await look()
    expect(text).toContain('✅ Lunas: Rp23.680')
    expect(text).not.toContain('<button')
    expect(told).toEqual([ATTEMPT])
    expect(await bank.status({ attempt: ATTEMPT })).toMatchObject({ state: 'paid', amount: 23_680 })
  })

  test('under a base path it leads back there', async () => {
    const { press } = await start({ basePath: '/toko' })
    const location = (await press()).headers.get('location') ?? ''
    expect(new URL(location, `${ORIGIN}/toko/practice/pay/${ATTEMPT}`).pathname).toBe(
      `/toko/practice/pay/${ATTEMPT}`,
    )
  })

  test('pressed again, it pays nothing more; the shop is told again, the first word may be lost', async () => {
    const { press, told, at, bank } = await start()
    at.broken = true
    expect((await press()).status).toBe(500)
    expect([(await bank.look(ATTEMPT))?.state, told]).toEqual(['paid', []])
    at.broken = false
    expect((await press()).status).toBe(303)
    expect(told).toEqual([ATTEMPT])
  })

  test.each([
    ['expired', '⌛ Tagihan ini sudah kedaluwarsa'],
    ['cancelled', '✖️ Tagihan ini dibatalkan'],
  ] as const)('what is %s is not paid, and the page says why', async (state, said) => {
    const { press, told, look, bank, clock } = await start()
    if (state === 'cancelled') await bank.cancel({ attempt: ATTEMPT })
    else clock.advance(30 * 60_000)
    expect((await press()).status).toBe(303)
    const { text } = await look()
    expect(text).toContain(said)
    expect(text).not.toContain('<button')
    expect(told).toEqual([])
    expect(await bank.status({ attempt: ATTEMPT })).toMatchObject({ state })
  })

  test.each([
    ['another site', { origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' }],
    ['another site, in an old browser', { origin: 'https://evil.test' }],
    ['a page of the same domain', { origin: 'http://other.localhost:8080', 'sec-fetch-site': 'same-site' }],
    ['a frame without origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
  ])('a form on %s is refused', async (_name, headers) => {
    const { press, told, bank } = await start()
    expect((await press(headers as Record<string, string>)).status).toBe(403)
    expect([told, (await bank.look(ATTEMPT))?.state]).toEqual([[], 'pending'])
  })
})

describe('addresses that are none', () => {
  test('an unknown bill is a page that says so, and pays nothing', async () => {
    const { ask, told } = await start()
    const response = await ask('GET', '/practice/pay/o_unknown-1')
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('Tagihan ini tidak ada')
    expect((await ask('POST', '/practice/pay/o_unknown-1')).status).toBe(303)
    expect(told).toEqual([])
  })

  test.each([
    '/practice/pay/',
    '/practice/pay/%3Cscript%3E',
    `/practice/pay/${'x'.repeat(51)}`,
    '/practice/else',
  ])('%s is not there', async (path) => {
    const { ask } = await start()
    const response = await ask('GET', path)
    expect(response.status).toBe(404)
    expect(await response.text()).not.toContain('script')
  })

  test('other addresses are the dashboard’s', async () => {
    const { ask } = await start()
    expect(await (await ask('GET', '/orders')).text()).toBe('the dashboard')
  })
})
