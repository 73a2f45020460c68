// Real sockets on loopback; names of the reserved .test domain, resolved by the test.
import { afterEach, describe, expect, test } from 'bun:test'
import { createServer } from 'node:net'
import { gzipSync } from 'node:zlib'
import { type Resolve, systemResolve } from '../../src/lib/pin.ts'
import { makeSafeFetch, type SafeFetchOptions, type SafeRequest } from '../../src/lib/safe-fetch.ts'
import { GOOD_CERTIFICATE, TEST_AUTHORITY, TEST_KEY } from '../support/certificates.ts'

type Handler = (request: Request) => Response | Promise<Response>
const started: { stop(now: boolean): unknown }[] = []
afterEach(() => {
  for (const server of started.splice(0)) server.stop(true)
})
const serve = (fetch: Handler, tls = false): number => {
  const secure = tls ? { tls: { key: TEST_KEY, cert: GOOD_CERTIFICATE } } : {}
  const server = Bun.serve({ port: 0, hostname: '127.0.0.1', idleTimeout: 0, fetch, ...secure })
  started.push(server)
  return server.port!
}

/** A client for which panel.test is this machine, and may be. */
const clientFor = (port: number, options: SafeFetchOptions = {}) =>
  makeSafeFetch({
    allowHosts: [`panel.test:${port}`, `other.test:${port}`],
    resolve: async () => ['127.0.0.1'],
    ca: TEST_AUTHORITY,
    ...options,
  })
const textOf = (answer: { bytes: Uint8Array }) => new TextDecoder().decode(answer.bytes)

describe('an answer', () => {
  test('brings status, headers and body as they came, whatever the status', async () => {
    const port = serve(async (request) => {
      const said = `${request.method} ${await request.text()} ${request.headers.get('x-own')}`
      return new Response(said, { status: 503, headers: { 'x-panel': 'yes' } })
    })
    const url = `http://panel.test:${port}/api/v2?x=1`
    const answer = await clientFor(port)(url, { method: 'POST', body: 'a=1', headers: { 'x-own': 'o' } })
    if (!answer.ok) throw new Error(answer.code)
    expect(answer).toMatchObject({ status: 503, url })
    expect(answer.headers.get('x-panel')).toBe('yes')
    expect(textOf(answer)).toBe('POST a=1 o')
  })

  test('comes over TLS from the pinned address, the server sees the name', async () => {
    const port = serve((request) => new Response(request.headers.get('host')), true)
    const answer = await clientFor(port)(`https://panel.test:${port}/`)
    if (!answer.ok) throw new Error(answer.code)
    expect(textOf(answer)).toBe(`panel.test:${port}`)
  })

  test('comes directly, although the environment names a proxy', async () => {
    const kept = { http_proxy: process.env['http_proxy'], NO_PROXY: process.env['NO_PROXY'] }
    let proxied = 0
    const proxy = serve(() => {
      proxied++
      return new Response('from the proxy')
    })
    const port = serve(() => new Response('from the panel'))
    process.env['http_proxy'] = `http://127.0.0.1:${proxy}`
    delete process.env['NO_PROXY']
    try {
      const answer = await clientFor(port)(`http://panel.test:${port}/`)
      expect(answer.ok && textOf(answer)).toBe('from the panel')
      expect(proxied).toBe(0)
    } finally {
      for (const [name, value] of Object.entries(kept))
        if (value === undefined) delete process.env[name]
        else process.env[name] = value
    }
  })

  test('comes from the IPv4 address where a name has both', async () => {
    const port = serve(() => new Response('four'))
    const answer = await clientFor(port, { resolve: async () => ['::1', '127.0.0.1'] })(
      `http://panel.test:${port}/`,
    )
    expect(answer.ok && textOf(answer)).toBe('four')
  })
})

describe('an address that is closed', () => {
  const blocked = (code: string) => ({ ok: false, code, left: false }) as const
  const strict = makeSafeFetch()

  test.each([
    'http://localhost/',
    'http://127.0.0.1:8080/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://①②⑦.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://0/',
    'https://10.0.0.1/',
  ])('%s is not asked', async (url) => {
    expect(await strict(url)).toEqual(blocked('BLOCKED_ADDRESS'))
  })

  test.each([
    'file:///etc/passwd',
    'ftp://a.test/',
    'data:text/plain,x',
    's3://b/x',
    'http://ani:pw@8.8.8.8/',
    'nonsense',
    '',
  ])('%p is none to ask', async (url) => {
    expect(await strict(url)).toEqual(blocked('BLOCKED_URL'))
  })

  test.each([22, 25, 1023])('port %p is not asked', async (port) => {
    expect(await strict(`http://8.8.8.8:${port}/`)).toEqual(blocked('BLOCKED_PORT'))
  })

  test('one private address among public ones blocks, and the name is looked up once', async () => {
    let lookups = 0
    const resolve: Resolve = async () => {
      lookups++
      return ['8.8.8.8', '127.0.0.1']
    }
    expect(await makeSafeFetch({ resolve })('http://panel.test/')).toEqual(blocked('BLOCKED_ADDRESS'))
    expect(lookups).toBe(1)
  })

  test('a listed host is opened at its own port only', async () => {
    let hits = 0
    const port = serve(() => {
      hits++
      return new Response('x')
    })
    const other = serve(() => new Response('x'))
    const client = makeSafeFetch({ allowHosts: [`127.0.0.1:${port}`] })
    expect((await client(`http://127.0.0.1:${port}/`)).ok).toBe(true)
    expect(await client(`http://127.0.0.1:${other}/`)).toEqual(blocked('BLOCKED_ADDRESS'))
    expect(await client(`http://localhost:${port}/`)).toEqual(blocked('BLOCKED_ADDRESS'))
    expect(hits).toBe(1)
  })

  test.each(['169.254.169.254', 'fe80::1', '::ffff:169.254.169.254', '0.0.0.0', 'fd00:ec2::254'])(
    '%s stays closed for a listed host',
    async (ip) => {
      const url = `http://panel.test:9000/`
      const client = makeSafeFetch({ allowHosts: ['panel.test:9000'], resolve: async () => [ip] })
      expect(await client(url)).toEqual(blocked('BLOCKED_ADDRESS'))
    },
  )
})

describe('a redirect', () => {
  /** `/to?<url>` sends there with the status of `code`; everything else says what it got. */
  const maze = (tls = false) =>
    serve(async (request) => {
      const url = new URL(request.url)
      const code = Number(url.pathname.slice(1))
      if (code >= 300) return Response.redirect(decodeURIComponent(url.search.slice(1)), code)
      return new Response(
        JSON.stringify([request.method, request.headers.get('authorization'), await request.text()]),
      )
    }, tls)
  const post: SafeRequest = {
    method: 'POST',
    body: 'key=1',
    headers: { authorization: 'Bearer x' },
    maxRedirects: 3,
  }

  test('is an answer like any other, unless following was asked for', async () => {
    const port = maze()
    const answer = await clientFor(port)(`http://panel.test:${port}/302?http://other.test:${port}/`, {
      method: 'POST',
    })
    if (!answer.ok) throw new Error(answer.code)
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toBe(`http://other.test:${port}/`)
  })

  test('on the same origin keeps the authorization, another origin does not hear it', async () => {
    const port = maze()
    const client = clientFor(port)
    const follow = async (code: number, host: string) => {
      const answer = await client(`http://panel.test:${port}/${code}?http://${host}:${port}/`, post)
      return answer.ok ? JSON.parse(textOf(answer)) : answer
    }
    expect(await follow(307, 'panel.test')).toEqual(['POST', 'Bearer x', 'key=1'])
    expect(await follow(308, 'other.test')).toEqual(['POST', null, 'key=1'])
    expect(await follow(302, 'panel.test')).toEqual(['GET', 'Bearer x', ''])
    expect(await follow(303, 'other.test')).toEqual(['GET', null, ''])
  })

  test('to a closed address is blocked, but the first request had left', async () => {
    const port = maze()
    for (const [to, code] of [
      ['http://127.0.0.1:8080/', 'BLOCKED_ADDRESS'],
      ['file:///etc/passwd', 'BLOCKED_URL'],
      ['http://8.8.8.8:22/', 'BLOCKED_PORT'],
    ]) {
      const answer = await clientFor(port)(`http://panel.test:${port}/302?${to}`, post)
      expect(answer).toEqual({ ok: false, code: code!, left: true })
    }
  })

  test('in a loop ends', async () => {
    let hits = 0
    const port = serve((request) => {
      hits++
      return new Response(null, { status: 302, headers: { location: request.url } })
    })
    const answer = await clientFor(port)(`http://panel.test:${port}/`, { maxRedirects: 3 })
    expect(answer).toEqual({ ok: false, code: 'TOO_MANY_REDIRECTS', left: true })
    expect(hits).toBe(4)
  })

  test('to nonsense is a fault', async () => {
    const port = serve(() => new Response(null, { status: 302, headers: { location: 'http://[' } }))
    const answer = await clientFor(port)(`http://panel.test:${port}/`, { maxRedirects: 1 })
    expect(answer).toEqual({ ok: false, code: 'BAD_REDIRECT', left: true })
  })
})

describe('a limit', () => {
  const tooLarge = { ok: false, code: 'TOO_LARGE', left: true } as const

  test('of size holds by the announced length, and lets exactly so much through', async () => {
    const port = serve(() => new Response('x'.repeat(1000)))
    const client = clientFor(port)
    expect(await client(`http://panel.test:${port}/`, { maxBytes: 999 })).toEqual(tooLarge)
    expect((await client(`http://panel.test:${port}/`, { maxBytes: 1000 })).ok).toBe(true)
  })

  test('of size does not wait for an announced flood, and hangs up', async () => {
    const { promise: hungUp, resolve: hangUp } = Promise.withResolvers<string>()
    const flood = createServer((socket) => {
      socket.on('error', () => {}).on('close', () => hangUp('hung up'))
      socket.once('data', () => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\nx'))
    })
    await new Promise<void>((resolve) => flood.listen(0, '127.0.0.1', resolve))
    started.push({ stop: () => flood.close() })
    const { port } = flood.address() as { port: number }
    expect(await clientFor(port)(`http://panel.test:${port}/`, { maxBytes: 1000 })).toEqual(tooLarge)
    expect(await hungUp).toBe('hung up')
  })

  test('of size holds for an endless answer, and ends the connection', async () => {
    const { promise: ended, resolve: end } = Promise.withResolvers<string>()
    const endless = () =>
      new ReadableStream({
        pull: (out) => out.enqueue(new Uint8Array(1000)),
        cancel: () => end('ended'),
      })
    const port = serve(() => new Response(endless()))
    expect(await clientFor(port)(`http://panel.test:${port}/`, { maxBytes: 50_000 })).toEqual(tooLarge)
    expect(await ended).toBe('ended')
  })

  test('of size counts what a compressed answer unpacks to', async () => {
    const bomb = gzipSync(new Uint8Array(5_000_000))
    const port = serve(() => new Response(bomb, { headers: { 'content-encoding': 'gzip' } }))
    expect(bomb.length).toBeLessThan(10_000)
    expect(await clientFor(port)(`http://panel.test:${port}/`, { maxBytes: 100_000 })).toEqual(tooLarge)
  })

  const timedOut = { ok: false, code: 'TIMEOUT', left: true } as const
  test('of time holds for an answer that never comes', async () => {
    const port = serve(() => new Promise<Response>(() => {}))
    expect(await clientFor(port)(`http://panel.test:${port}/`, { timeoutMs: 50 })).toEqual(timedOut)
  })
  test('of time holds for a body that never ends', async () => {
    const drip = () => new ReadableStream({ start: (out) => out.enqueue(new Uint8Array(1)) })
    const port = serve(() => new Response(drip()))
    expect(await clientFor(port)(`http://panel.test:${port}/`, { timeoutMs: 50 })).toEqual(timedOut)
  })
})

test('the system finds this machine by its name', async () => {
  const found = await systemResolve('localhost')
  expect(found.every((ip) => ip === '127.0.0.1' || ip === '::1')).toBe(true)
  expect(found.length).toBeGreaterThan(0)
})
