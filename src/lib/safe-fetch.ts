// The guarded client for addresses that somebody typed: http(s) only, resolved once and pinned, no proxy, no redirect unless
// asked, a size and a time limit. A failure is data and says whether the request may have left the house.
import { isIP } from 'node:net'
import { codeOf, type Fault, fault, neverLeft } from './never-left.ts'
import { bareHost, type PinRules, pin, type Resolve, systemResolve } from './pin.ts'

export type SafeRequest = {
  method?: string
  headers?: Record<string, string>
  body?: string | Uint8Array
  /** For everything together: name, connection, answer and body. Standard 30 s. */
  timeoutMs?: number
  /** Counted after decompression. Standard 16 MB. */
  maxBytes?: number
  /** 0 (standard): a redirect is an answer like any other. */
  maxRedirects?: number
}
/**
 * `left: false` = not a byte of the request was sent; `true` = it may have been. `code` is a row of NEVER_LEFT, one of
 * TIMEOUT, TOO_LARGE, TOO_MANY_REDIRECTS, BAD_REDIRECT, UNKNOWN, or the system's own (ECONNRESET, EPROTO, …).
 */
export type SafeAnswer =
  | { ok: true; status: number; headers: Headers; bytes: Uint8Array; url: string }
  | { ok: false; code: string; left: boolean }
/** Public hosts on ports 80, 443 and 1024–65535. Never throws for what the network or the address does. */
export type SafeFetch = (url: string, request?: SafeRequest) => Promise<SafeAnswer>

export type SafeFetchOptions = {
  /** `host:port` entries, as `parseHostPort` writes them, that may be private; link-local never. */
  allowHosts?: readonly string[]
  /** All addresses of a host name; throws ENOTFOUND as node:dns does. */
  resolve?: Resolve
  /** Asked last, before anything is sent; false answers LIMITED. */
  admit?: (host: string) => boolean
  /** PEM of authorities to trust instead of the system's. */
  ca?: string
}

type Hop = { url: URL; method: string; headers: Headers; body: string | Uint8Array | null }
type Trip = PinRules & {
  admit: (host: string) => boolean
  ca: string | undefined
  maxBytes: number
  maxRedirects: number
}

const MEGABYTE = 1024 * 1024
const REDIRECTS = new Set([301, 302, 303, 307, 308])
/** Not to be told to another origin than the one they were meant for. */
const PRIVATE_HEADERS = ['authorization', 'cookie', 'proxy-authorization']

/** The certificate is checked for the name, although the connection goes to the address. */
const tlsFor = (trip: Trip, host: string) => ({
  rejectUnauthorized: true,
  ...(trip.ca ? { ca: trip.ca } : {}),
  ...(isIP(host) ? {} : { serverName: host }),
})

const send = async (trip: Trip, hop: Hop, to: { address: string; stop: AbortSignal }) => {
  const target = new URL(hop.url)
  target.hostname = isIP(to.address) === 6 ? `[${to.address}]` : to.address
  hop.headers.set('host', hop.url.host)
  const init: BunFetchRequestInit = {
    method: hop.method,
    headers: hop.headers,
    body: hop.body,
    redirect: 'manual',
    keepalive: false, // a connection taken from a pool may die under the request
    proxy: false, // a proxy named in the environment would go round the pinned address
    signal: AbortSignal.any([trip.deadline, to.stop]),
    ...(hop.url.protocol === 'https:' ? { tls: tlsFor(trip, bareHost(hop.url)) } : {}),
  }
  try {
    return { ok: true as const, response: await fetch(target, init) }
  } catch (cause) {
    return fault(codeOf(cause))
  }
}

const readBody = async (response: Response, maxBytes: number) => {
  if (Number(response.headers.get('content-length')) > maxBytes) return fault('TOO_LARGE')
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength
      if (size > maxBytes) return fault('TOO_LARGE')
      chunks.push(chunk)
    }
  } catch (cause) {
    return fault(codeOf(cause))
  }
  return { ok: true as const, bytes: Buffer.concat(chunks) }
}

const answerOf = async (hop: Hop, response: Response, maxBytes: number): Promise<SafeAnswer> => {
  const body = await readBody(response, maxBytes)
  if (!body.ok) return { ...body, left: true }
  return {
    ok: true,
    status: response.status,
    headers: response.headers,
    bytes: body.bytes,
    url: hop.url.href,
  }
}

const redirected = (hop: Hop, status: number, url: URL): Hop => {
  const headers = new Headers(hop.headers)
  if (url.origin !== hop.url.origin) for (const name of PRIVATE_HEADERS) headers.delete(name)
  // As browsers do: 303 always asks anew, 301 and 302 only after a POST.
  if (status !== 303 && !(status <= 302 && hop.method === 'POST')) return { ...hop, url, headers }
  headers.delete('content-type')
  return { url, headers, method: 'GET', body: null }
}

/** Where this answer points; null when it is the last one. */
const nextHop = (hop: Hop, response: Response, hopsLeft: number): Hop | Fault | null => {
  const location = response.headers.get('location')
  if (!location || !REDIRECTS.has(response.status)) return null
  if (hopsLeft <= 0) return fault('TOO_MANY_REDIRECTS')
  const url = URL.parse(location, hop.url.href)
  return url ? redirected(hop, response.status, url) : fault('BAD_REDIRECT')
}

const travel = async (trip: Trip, hop: Hop, hops = 0): Promise<SafeAnswer> => {
  // Once there was a first hop, something has left, whatever stops the second.
  const failed = ({ code }: Fault): SafeAnswer => ({ ok: false, code, left: hops > 0 || !neverLeft(code) })
  const pinned = await pin(trip, hop.url)
  if (!pinned.ok) return failed(pinned)
  if (!trip.admit(hop.url.host)) return failed(fault('LIMITED'))
  const stop = new AbortController()
  let next: Hop | Fault | null
  try {
    const sent = await send(trip, hop, { address: pinned.address, stop: stop.signal })
    if (!sent.ok) return failed(sent)
    next = trip.maxRedirects > 0 ? nextHop(hop, sent.response, trip.maxRedirects - hops) : null
    if (!next) return await answerOf(hop, sent.response, trip.maxBytes)
  } finally {
    stop.abort() // also what is left of an answer that nobody reads
  }
  return 'code' in next ? { ...next, left: true } : travel(trip, next, hops + 1)
}

const headersOf = (given: Record<string, string> = {}): Headers | null => {
  try {
    return new Headers(given)
  } catch {
    return null
  }
}

export const makeSafeFetch =
  ({ allowHosts = [], resolve = systemResolve, admit = () => true, ca }: SafeFetchOptions = {}): SafeFetch =>
  async (input, request = {}) => {
    const {
      method = 'GET',
      body = null,
      timeoutMs = 30_000,
      maxBytes = 16 * MEGABYTE,
      maxRedirects = 0,
    } = request
    const url = URL.parse(input)
    if (!url) return { ok: false, code: 'BLOCKED_URL', left: false }
    const headers = headersOf(request.headers)
    if (!headers) return { ok: false, code: 'BLOCKED_HEADER', left: false }
    const deadline = AbortSignal.timeout(timeoutMs)
    return travel(
      { allowHosts, resolve, admit, ca, deadline, maxBytes, maxRedirects },
      { url, method, headers, body },
    )
  }
