// The one door to midtrans-client: a fresh client a call, fenced, and an answer as plain data. The package's errors carry the
// server key in several places, so nothing of them leaves this file: not as a cause, not in a message, not in the log.
import type { CoreApi } from 'midtrans-client'
import { isLoopbackHost } from '../../lib/addresses.ts'
import { cut } from '../../lib/text.ts'

export type MidtransSettings = {
  environment: 'sandbox' | 'production'
  serverKey: string
  /** Stands in for Midtrans' own address, in tests. */
  baseUrl: string | null
}

export type MidtransCall = {
  /** For this call alone: on a shared client a header would stick to every later call. */
  headers?: Record<string, string>
  timeoutMs: number
  send(client: CoreApi): Promise<unknown>
}

export type Fault = {
  kind: 'fault'
  reason: 'network' | 'timeout' | 'unreadable' | 'redirect'
  code?: string
}

export type Answer = {
  kind: 'answer'
  /** The greater of the HTTP status and the body's own code; 407 ("expired") wins, it is a normal answer. */
  code: number
  /** The code stands in a readable body: it is Midtrans' word and not that of something in between. */
  told: boolean
  /** Midtrans' own text, short and without the key. */
  message: string
  body: Record<string, unknown>
}

const HOSTS = { sandbox: 'https://api.sandbox.midtrans.com', production: 'https://api.midtrans.com' }
const MOST_BYTES = 262_144
const TIMEOUTS = ['ECONNABORTED', 'ETIMEDOUT', 'ERR_CANCELED']

/** Ids go into a path unescaped; encoding would leave `..` as it is. Only these may. */
const ID = /^[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,49}$/

export const isId = (text: unknown): text is string => typeof text === 'string' && ID.test(text)

/** Throws for an id that is none of ours, before anything is sent. */
export const idForPath = (id: string): string => {
  if (!isId(id)) throw new TypeError('not an id that may be put into an address of Midtrans')
  return encodeURIComponent(id)
}

/** What is certainly wrong with a key. The prefix can prove "sandbox" and never "production". */
export const keyMistake = ({ environment, serverKey }: MidtransSettings): string | null => {
  if (!/^[!-~]+$/.test(serverKey)) return 'the server key is empty or holds what no key holds'
  const contradicts = environment === 'production' && serverKey.startsWith('SB-')
  return contradicts ? 'a sandbox key was given for production' : null
}

/** The address without a slash at its end. Throws for one that would send the key in the clear. */
export const baseUrlOf = ({ environment, baseUrl }: MidtransSettings): string => {
  if (baseUrl === null) return HOSTS[environment]
  const url = URL.parse(baseUrl)
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopbackHost(url.hostname))
  if (!safe) throw new Error('the address that stands in for Midtrans must be https, or http on this machine')
  return baseUrl.replace(/\/+$/, '')
}

const fence = (client: CoreApi, settings: MidtransSettings, { headers, timeoutMs }: MidtransCall): void => {
  const base = baseUrlOf(settings)
  client.apiConfig.getCoreApiBaseUrl = () => base
  const { defaults } = client.httpClient.http_client
  // `timeout` alone ends a silent answer, not one that drips; the signal ends both.
  Object.assign(defaults, {
    timeout: timeoutMs,
    signal: AbortSignal.timeout(timeoutMs),
    proxy: false,
    maxRedirects: 0,
    maxContentLength: MOST_BYTES,
  })
  Object.assign(defaults.headers.common, headers)
}

/** Never throws for anything that happens on the way. */
export const callMidtrans = async (
  settings: MidtransSettings,
  call: MidtransCall,
): Promise<Answer | Fault> => {
  // Loaded with the first call: it would cost every start a tenth of a second.
  const { default: midtrans } = await import('midtrans-client')
  const { environment, serverKey } = settings
  const client = new midtrans.CoreApi({ isProduction: environment === 'production', serverKey })
  fence(client, settings, call)
  let status = 0
  client.httpClient.http_client.interceptors.response.use((response) => {
    status = response.status
    return response
  })
  const clean = cleaner(serverKey)
  try {
    return readBody(await call.send(client), { status, clean })
  } catch (caught) {
    return readCaught(caught, clean)
  }
}

type Clean = (text: unknown) => string

/** Texts that may be shown to the seller: short, and never with the key, in the clear or as it travels. */
const cleaner = (key: string): Clean => {
  const hidden = [key, Buffer.from(`${key}:`).toString('base64'), Buffer.from(key).toString('base64')]
  return (text) =>
    typeof text === 'string'
      ? cut(
          hidden.reduce((rest, one) => rest.replaceAll(one, '[hidden]'), text),
          200,
        )
      : ''
}

const plainObject = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null

const readBody = (value: unknown, { status, clean }: { status: number; clean: Clean }): Answer | Fault => {
  const body = plainObject(value)
  if (!body) return { kind: 'fault', reason: 'unreadable' }
  const own = Number(body['status_code'])
  const told = Number.isInteger(own) && own >= 200 && own <= 999
  const details = Array.isArray(body['validation_messages']) ? body['validation_messages'].slice(0, 10) : []
  const message = [body['status_message'], ...details].map(clean).filter(Boolean).join(' · ')
  const code = own === 407 ? 407 : Math.max(status, told ? own : 0)
  return { kind: 'answer', code, told, message, body }
}

type Caught = {
  httpStatusCode?: number | string | null
  ApiResponse?: unknown
  response?: { status?: number }
  rawHttpClientData?: { code?: unknown }
}

const readCaught = (caught: unknown, clean: Clean): Answer | Fault => {
  const { httpStatusCode, ApiResponse, response, rawHttpClientData } = (caught ?? {}) as Caught
  const status = Number(httpStatusCode ?? 0)
  if (status >= 400) {
    const read = readBody(ApiResponse, { status, clean })
    return read.kind === 'answer'
      ? read
      : { kind: 'answer', code: status, told: false, message: '', body: {} }
  }
  if (Number(response?.status) >= 300)
    return { kind: 'fault', reason: 'redirect', code: String(response?.status) }
  const inner = rawHttpClientData?.code
  const code = typeof inner === 'string' && /^[A-Z0-9_]{1,40}$/.test(inner) ? inner : undefined
  if (!code || code === 'ERR_BAD_RESPONSE') return { kind: 'fault', reason: 'unreadable' }
  return { kind: 'fault', reason: TIMEOUTS.includes(code) ? 'timeout' : 'network', code }
}
