import { describe, expect, test } from 'bun:test'
import { hashToken } from '../../src/lib/signature.ts'
import { ADMIN } from '../accounts/people.ts'
import { browser, house } from './house.ts'

const SIGN_IN = { email: ADMIN.email, password: ADMIN.password }

describe('headers of every answer', () => {
  const at = house()
  test.each(['/healthz', '/api/session', '/api/nothing', '/hooks/nothing', '/boom', '/'])(
    '%s',
    async (path) => {
      const { headers } = await browser(await at).fetch('GET', path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'self'; img-src 'self' data: blob:")
      for (const part of [
        "frame-ancestors 'none'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
      ])
        expect(policy).toContain(part)
      expect(policy).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('x-request-id')).toMatch(/^rq_/)
      expect(headers.get('strict-transport-security')).toBeNull()
    },
  )

  test('by https a browser is told to stay with it', async () => {
    const { headers } = await browser(await at, { origin: 'https://toko.id' }).fetch('GET', '/api/session')
    expect(headers.get('strict-transport-security')).toContain('max-age=')
  })

  test("the API's and the webhooks' answers are kept by nobody", async () => {
    for (const path of ['/api/session', '/hooks/nothing'])
      expect((await browser(await at).fetch('GET', path)).headers.get('cache-control')).toBe('no-store')
  })
})

describe('faults', () => {
  test('show a number and nothing of what happened; the log has both', async () => {
    const at = await house()
    const response = await browser(at).fetch('GET', '/boom')
    expect(response.status).toBe(500)
    const text = await response.text()
    expect(text).not.toContain('hunter2')
    const id = response.headers.get('x-request-id') ?? 'none'
    expect(JSON.parse(text)).toEqual({ error: { code: 'fault', message: expect.stringContaining(id) } })
    expect(at.logged.find((line) => line.includes('a request failed'))).toContain(id)
  })

  test('what is not there is JSON below /api and /hooks', async () => {
    const at = await house()
    const me = browser(at)
    await me.signIn()
    for (const path of ['/api/nothing', '/hooks/nothing/x']) {
      const response = await me.fetch('GET', path)
      expect(response.status).toBe(404)
      expect(await response.json()).toMatchObject({ error: { code: 'notFound' } })
    }
  })

  test('the log has method, path, status, and no query', async () => {
    const at = await house()
    await browser(at).fetch('GET', '/api/session?token=geheim')
    const line = at.logged.find((one) => one.includes('"/api/session"'))
    expect(JSON.parse(line ?? '{}')).toMatchObject({ method: 'GET', path: '/api/session', status: 200 })
    expect(at.logged.join('')).not.toContain('geheim')
  })
})

describe('size of a request', () => {
  test('64 KB is the usual most, also without a length', async () => {
    const at = await house()
    const me = browser(at)
    const headers = { 'content-type': 'application/json' }
    const big = JSON.stringify({ email: 'a@b.id', password: 'x'.repeat(65 * 1024) })
    const told = await me.api('POST /session', {
      raw: big,
      headers: { ...headers, 'content-length': String(big.length) },
    })
    expect([told.status, told.body.error.code]).toEqual([413, 'tooLarge'])
    const chunked = await me.api('POST /session', {
      raw: big,
      headers: { ...headers, 'transfer-encoding': 'chunked' },
    })
    expect(chunked.status).toBe(413)
  })

  test('a long Telegram update and a knowledge document may be larger, a notice may not', async () => {
    const at = await house()
    const raw = JSON.stringify({
      update_id: 1,
      message: { chat: { id: 1, type: 'private' }, text: 'x'.repeat(100 * 1024) },
    })
    const headers = { 'x-telegram-bot-api-secret-token': 'the-secret', 'content-length': String(raw.length) }
    expect((await browser(at).fetch('POST', '/hooks/telegram/4242', { raw, headers })).status).toBe(200)
    expect((await browser(at).fetch('POST', '/hooks/midtrans', { raw, headers })).status).toBe(413)
  })
})

describe('plain http', () => {
  const cases: [why: string, origin: string, peer: string, status: number][] = [
    ['localhost on this machine', 'http://localhost:8080', '127.0.0.1', 200],
    ['127.0.0.1', 'http://127.0.0.1:8080', '127.0.0.1', 200],
    ['::1', 'http://[::1]:8080', '::1', 200],
    ["localhost through a container's bridge", 'http://localhost:8080', '172.17.0.1', 200],
    ['another machine of the network', 'http://192.168.1.5:8080', '192.168.1.7', 403],
    ['a name, from this machine (a proxy that is not trusted)', 'http://toko.id', '127.0.0.1', 403],
    ['a stranger who says localhost', 'http://localhost:8080', '8.8.8.8', 403],
    ['a name that only begins like it', 'http://localhost.toko.id', '127.0.0.1', 403],
    ['https from anywhere', 'https://toko.id', '203.0.113.9', 200],
  ]
  test.each(cases)('sign-in over %s', async (_why, origin, peer, status) => {
    const at = await house()
    const answer = await browser(at, { origin, peer }).api('POST /session', { body: SIGN_IN })
    expect(answer.status).toBe(status)
    if (status === 403)
      expect(answer.body.error).toMatchObject({
        code: 'plainHttp',
        message: expect.stringContaining('TRUSTED_PROXIES'),
      })
  })

  test.each(['POST /setup', 'POST /invitations/take'])(
    '%s is refused off loopback before it is read',
    async (route) => {
      const at = await house()
      const { body } = await browser(at, { origin: 'http://toko.id', peer: '203.0.113.9' }).api(route, {
        body: {},
      })
      expect(body.error.code).toBe('plainHttp')
    },
  )
})

describe('proxies', () => {
  const through = (extra: Record<string, string> = {}) => ({
    host: 'toko.id',
    origin: 'https://toko.id',
    'x-forwarded-proto': 'https',
    'x-forwarded-for': '203.0.113.9',
    ...extra,
  })

  test('a trusted one may say https; anybody else may not', async () => {
    const at = await house({ settings: { trustedProxies: ['10.0.0.0/8'] } })
    const origin = 'http://toko.id'
    const trusted = await browser(at, { origin, peer: '10.0.0.2' }).api('POST /session', {
      body: SIGN_IN,
      headers: through(),
    })
    expect(trusted.status).toBe(200)
    expect(trusted.headers.getSetCookie()[0]).toContain('Secure')
    const liar = await browser(at, { origin, peer: '203.0.113.4' }).api('POST /session', {
      body: SIGN_IN,
      headers: through(),
    })
    expect([liar.status, liar.body.error.code]).toEqual([403, 'plainHttp'])
  })

  const tries = async (trustedProxies: string[], address: (n: number) => string) => {
    const at = await house({ settings: { trustedProxies } })
    const me = browser(at, { origin: 'https://toko.id', peer: '10.0.0.2' })
    const wrong = (n: number) => ({ email: `a${n}@toko.id`, password: 'salah sekali' })
    let last = 0
    for (let n = 0; n < 31; n++)
      last = (
        await me.api('POST /session', { body: wrong(n), headers: through({ 'x-forwarded-for': address(n) }) })
      ).status
    return last
  }

  test('addresses that a stranger makes up do not get round the limit', async () => {
    expect(await tries([], (n) => `198.51.100.${n}`)).toBe(429)
  })

  test('behind a trusted proxy each client has a limit of its own', async () => {
    expect(await tries(['10.0.0.0/8'], (n) => `198.51.100.${n}`)).toBe(401)
  })

  test('what the client itself wrote before the proxy is not believed', async () => {
    expect(await tries(['10.0.0.0/8'], (n) => `198.51.100.${n}, 203.0.113.9`)).toBe(429)
  })

  test('a chain of trusted proxies is walked to the first stranger', async () => {
    expect(await tries(['10.0.0.0/8'], (n) => `198.51.100.${n}, 10.1.1.1`)).toBe(401)
  })
})

describe('origin', () => {
  const cases: [headers: Record<string, string>, code: string | null][] = [
    [{ origin: 'http://evil.example' }, 'wrongOrigin'],
    [{ origin: 'null' }, 'wrongOrigin'],
    [{ 'sec-fetch-site': 'cross-site' }, 'wrongOrigin'],
    [{ 'sec-fetch-site': 'same-site' }, 'wrongOrigin'],
    [{ 'x-csrf': 'made-up' }, 'csrf'],
    [{ 'x-csrf': 'anonymous' }, 'csrf'],
    [{}, null],
  ]
  test.each(cases)('%j', async (headers, code) => {
    const at = await house()
    const me = browser(at)
    await me.signIn()
    const answer = await me.api('PUT /account', { body: { language: 'en' }, headers })
    expect(answer.body.error?.code ?? null).toBe(code)
    expect((await at.deps.store.accounts.list())[0]?.language).toBe(code ? 'id' : 'en')
  })

  test('a form of another site can not sign anybody in', async () => {
    const at = await house()
    const raw = 'email=admin@toko.id&password=kopi susu gula'
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://evil.example' }
    const { status } = await browser(at).api('POST /session', { raw, headers, csrf: null })
    expect(status).toBe(403)
  })

  test('the public address counts as ours when a proxy changes the host', async () => {
    const at = await house({ settings: { publicUrl: 'https://toko.id', trustedProxies: ['10.0.0.2'] } })
    const me = browser(at, { origin: 'http://inner:8080', peer: '10.0.0.2' })
    const headers = { origin: 'https://toko.id', 'x-forwarded-proto': 'https' }
    expect((await me.api('POST /session', { body: SIGN_IN, headers })).status).toBe(200)
  })
})

describe('the cookie', () => {
  const cookieOf = async (origin: string, basePath = '') => {
    const at = await house({ settings: { basePath } })
    const { headers } = await browser(at, { origin }).api('POST /session', { body: SIGN_IN })
    return headers.getSetCookie()[0] ?? ''
  }
  test('is shut to scripts and to other sites, and lasts thirty days', async () => {
    const cookie = await cookieOf('http://localhost:8080')
    expect(cookie).toStartWith('lapak=')
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/', 'Max-Age=2592000'])
      expect(cookie).toContain(part)
    expect(cookie).not.toContain('Secure')
  })
  test('is bound to the host by https, and to the path below a base path', async () => {
    expect(await cookieOf('https://toko.id')).toMatch(/^__Host-lapak=.*Path=\/;.*Secure/)
    expect(await cookieOf('https://toko.id', '/lapak')).toMatch(/^__Secure-lapak=.*Path=\/lapak;.*Secure/)
    expect(await cookieOf('http://localhost:8080', '/lapak')).toMatch(/^lapak=.*Path=\/lapak/)
  })
  test('holds a token that the store does not', async () => {
    const at = await house()
    const me = browser(at)
    await me.signIn()
    const token = me.jar.get('lapak') ?? ''
    expect(token.length).toBeGreaterThan(30)
    expect(await at.deps.store.sessions.get(token)).toBeNull()
    expect(JSON.stringify(await at.deps.store.sessions.get(hashToken(token)))).not.toContain(token)
  })
})

describe('health', () => {
  test('ready while the store answers; under the base path and at the root', async () => {
    const at = await house({ settings: { basePath: '/lapak' } })
    const env = { requestIP: () => null, timeout: () => {} }
    for (const path of ['/healthz', '/readyz', '/lapak/healthz', '/lapak/readyz'])
      expect((await at.app.request(`http://localhost${path}`, {}, env)).status).toBe(200)
    at.doors.ready = false
    const response = await at.app.request('http://localhost/readyz', {}, env)
    expect([response.status, await response.json()]).toEqual([503, { ok: false, store: false, worker: true }])
    expect((await at.app.request('http://localhost/healthz', {}, env)).status).toBe(200)
  })
})
