// Rule 7 of the order's life: for every code that says "never left the house" a server proves that it got nothing.
import { afterEach, describe, expect, test } from 'bun:test'
import { createServer, type Server, type Socket } from 'node:net'
import tls from 'node:tls'
import type { NEVER_LEFT } from '../../src/lib/never-left.ts'
import { makeSafeFetch, type SafeFetchOptions, type SafeRequest } from '../../src/lib/safe-fetch.ts'
import * as certificates from '../support/certificates.ts'

const open: Server[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})
const listen = async (server: Server): Promise<number> => {
  open.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as { port: number }).port
}

type Trial = { url: (port: number) => string; options?: SafeFetchOptions; request?: SafeRequest }
type Case = Trial & { cert?: string; closed?: true }

const unknownHost = async (): Promise<string[]> => {
  throw Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' })
}
const brokenDns = async (): Promise<string[]> => {
  throw Object.assign(new Error('getaddrinfo'), { code: 'EAI_AGAIN' })
}
const http = (port: number) => `http://panel.test:${port}/`
const https = (port: number) => `https://panel.test:${port}/`
const untrusted = { ca: undefined as unknown as string }

const CASES: Record<keyof typeof NEVER_LEFT, Case> = {
  BLOCKED_URL: { url: (port) => `ftp://panel.test:${port}/` },
  BLOCKED_PORT: { url: () => 'http://panel.test:22/' },
  BLOCKED_ADDRESS: { url: (port) => `http://127.0.0.1:${port}/` },
  BLOCKED_HEADER: { url: http, request: { headers: { authorization: 'Bearer a\nb' } } },
  LIMITED: { url: http, options: { admit: () => false } },
  ENOTFOUND: { url: http, options: { resolve: unknownHost } },
  DNS_FAILED: { url: http, options: { resolve: brokenDns } },
  DNS_TIMEOUT: { url: http, options: { resolve: () => new Promise(() => {}) }, request: { timeoutMs: 20 } },
  ECONNREFUSED: { url: http, closed: true },
  CERT_HAS_EXPIRED: { url: https, cert: certificates.EXPIRED_CERTIFICATE },
  CERT_NOT_YET_VALID: { url: https, cert: certificates.NOT_YET_CERTIFICATE },
  DEPTH_ZERO_SELF_SIGNED_CERT: { url: https, cert: certificates.SELF_SIGNED_CERTIFICATE },
  SELF_SIGNED_CERT_IN_CHAIN: {
    url: https,
    cert: certificates.GOOD_CERTIFICATE + certificates.TEST_AUTHORITY,
    options: untrusted,
  },
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: { url: https, cert: certificates.GOOD_CERTIFICATE, options: untrusted },
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: { url: https, cert: certificates.CHAIN_CERTIFICATE, options: untrusted },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    url: (port) => `https://wrong.test:${port}/`,
    cert: certificates.GOOD_CERTIFICATE,
  },
}

/** A server that counts what reaches it (behind TLS: in the clear), and tells when its connections are over. */
const counting = (cert?: string) => {
  let bytes = 0
  const closed: Promise<void>[] = []
  const note = (socket: Socket) => {
    socket.on('data', (data) => {
      bytes += data.length
    })
  }
  const track = (socket: Socket) => {
    closed.push(new Promise((resolve) => socket.on('close', () => resolve())))
    socket.on('error', () => {})
  }
  const server = cert ? tls.createServer({ key: certificates.TEST_KEY, cert }, note) : createServer(note)
  server.on('connection', track)
  return {
    server,
    got: async () => {
      await Promise.all(closed)
      return { bytes, connections: closed.length }
    },
  }
}

const ask = ({ url, options, request }: Trial, port: number) => {
  const allowHosts = [`panel.test:${port}`, `wrong.test:${port}`]
  const resolve = async () => ['127.0.0.1']
  const client = makeSafeFetch({ allowHosts, resolve, ca: certificates.TEST_AUTHORITY, ...options })
  return client(url(port), { method: 'POST', body: 'key=secret&action=add', timeoutMs: 2000, ...request })
}

describe('nothing has left the house when the code is', () => {
  for (const [code, { cert, closed, ...trial }] of Object.entries(CASES) as [string, Case][])
    test(code, async () => {
      const { server, got } = counting(cert)
      const port = await listen(server)
      if (closed) await new Promise((resolve) => server.close(resolve))
      expect(await ask(trial, port)).toEqual({ ok: false, code, left: false })
      const { bytes, connections } = await got()
      expect(bytes).toBe(0)
      expect(connections).toBe(cert ? 1 : 0)
    })
})

test('the same server and request, with nothing wrong, do get through', async () => {
  for (const cert of [undefined, certificates.GOOD_CERTIFICATE, certificates.CHAIN_CERTIFICATE]) {
    let heard = ''
    const answer = (socket: Socket) => {
      socket.on('data', (data) => {
        heard += data
        if (heard.endsWith('action=add')) socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok')
      })
    }
    const server = cert
      ? tls.createServer({ key: certificates.TEST_KEY, cert }, answer)
      : createServer(answer)
    const result = await ask({ url: cert ? https : http }, await listen(server))
    expect(result).toMatchObject({ ok: true, status: 200 })
    expect(heard).toEndWith('key=secret&action=add')
  }
})

describe('the request may have left when', () => {
  const doubtful = async (server: Server, trial: Trial) => {
    const answer = await ask(trial, await listen(server))
    if (answer.ok) throw new Error('there was no answer to have')
    expect(answer.left).toBe(true)
    return answer.code
  }
  const deaf = (onData: (socket: Socket) => void) =>
    createServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', () => onData(socket))
    })

  test('the connection is reset', async () => {
    expect(
      await doubtful(
        deaf((socket) => socket.resetAndDestroy()),
        { url: http },
      ),
    ).toBe('ECONNRESET')
  })
  test('the connection ends without a word, or half-way through the body', async () => {
    expect(
      await doubtful(
        deaf((socket) => socket.end()),
        { url: http },
      ),
    ).toBe('ECONNRESET')
    const half = 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf'
    expect(
      await doubtful(
        deaf((socket) => socket.end(half)),
        { url: http },
      ),
    ).toBe('ECONNRESET')
  })
  test('nobody answers in time, also in the middle of the TLS handshake', async () => {
    const request = { timeoutMs: 50 }
    expect(
      await doubtful(
        deaf(() => {}),
        { url: http, request },
      ),
    ).toBe('TIMEOUT')
    expect(
      await doubtful(
        deaf(() => {}),
        { url: https, request },
      ),
    ).toBe('TIMEOUT')
  })
  test('the server speaks no TLS', async () => {
    expect(
      await doubtful(
        deaf((socket) => socket.end('hello\r\n\r\n')),
        { url: https },
      ),
    ).toBe('EPROTO')
  })
  test('the answer is no HTTP, or packed wrongly', async () => {
    await doubtful(
      deaf((socket) => socket.end('hello\r\n\r\n')),
      { url: http },
    )
    const packed = 'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope'
    await doubtful(
      deaf((socket) => socket.end(packed)),
      { url: http },
    )
  })
  test('the server wants a certificate of ours, which it says only after it has read', async () => {
    const options = { key: certificates.TEST_KEY, cert: certificates.GOOD_CERTIFICATE }
    const server = tls.createServer({ ...options, requestCert: true, rejectUnauthorized: true })
    server.on('tlsClientError', () => {})
    await doubtful(server, { url: https })
  })
})
