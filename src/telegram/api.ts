// One Bot API for one token: what Telegram answers as data. Pacing lives here, below grammY. A token never gets into a log or an error:
// what fails is told by method and kind, never by address.
import type { Clock } from '../lib/clock.ts'
import { SECOND } from '../lib/clock.ts'
import { makePace, type Pace, type Way } from './pace.ts'

export type TelegramFault =
  /** Network, 429, 5xx: the same again after so many milliseconds. */
  | { ok: false; kind: 'later'; ms: number; detail: string }
  /** The person blocked the bot or the chat is gone. */
  | { ok: false; kind: 'blocked'; detail: string }
  /** The message to change or delete is no longer there. */
  | { ok: false; kind: 'gone'; detail: string }
  /** The change would change nothing. */
  | { ok: false; kind: 'same'; detail: string }
  | { ok: false; kind: 'unauthorized'; detail: string }
  /** Somebody else asks for this bot's updates. */
  | { ok: false; kind: 'conflict'; detail: string }
  | { ok: false; kind: 'refused'; detail: string }
export type TelegramAnswer<Result = unknown> = { ok: true; result: Result } | TelegramFault

export type TelegramOptions = {
  token: string
  /** https://api.telegram.org, or a Bot API server of one's own. */
  apiRoot: string
  fetch: typeof fetch
  clock: Clock
  wait(ms: number, signal?: AbortSignal): Promise<void>
  /** Telegram's limits unless told otherwise. */
  pace?: Pace
}

export type Call = {
  /** Paced by it: about one message a second and chat, five at once. */
  chat?: string
  /** Sent as multipart: field name → PNG. */
  files?: Record<string, Uint8Array>
  timeoutMs?: number
  signal?: AbortSignal
}

export type Telegram = {
  call<Result = unknown>(
    method: string,
    params?: Record<string, unknown>,
    how?: Call,
  ): Promise<TelegramAnswer<Result>>
}

const TIMEOUT = 20 * SECOND
const AFTER_FAULT = 3 * SECOND

const bodyOf = (params: Record<string, unknown>, files: Call['files']): RequestInit => {
  if (!files) return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(params) }
  const form = new FormData()
  for (const [name, value] of Object.entries(params))
    form.set(name, typeof value === 'string' ? value : JSON.stringify(value))
  for (const [name, bytes] of Object.entries(files))
    form.set(name, new Blob([new Uint8Array(bytes)], { type: 'image/png' }), `${name}.png`)
  return { body: form }
}

type Wire = {
  ok?: boolean
  result?: unknown
  error_code?: number
  description?: string
  parameters?: { retry_after?: number }
}

const SAME = /message is not modified/i
const GONE =
  /message (?:to (?:edit|delete) not found|can't be (?:edited|deleted)|identifier is not specified)|MESSAGE_ID_INVALID/i
const LOST = /chat not found|user (?:not found|is deactivated)|bot was (?:blocked|kicked)|PEER_ID_INVALID/i

const faultOf = (status: number, wire: Wire): TelegramFault => {
  const code = wire.error_code ?? status
  const detail = `${code} ${wire.description ?? ''}`.trim().slice(0, 200)
  if (code === 429)
    return { ok: false, kind: 'later', ms: (wire.parameters?.retry_after ?? 3) * SECOND, detail }
  if (code >= 500) return { ok: false, kind: 'later', ms: AFTER_FAULT, detail }
  if (code === 401 || code === 404) return { ok: false, kind: 'unauthorized', detail }
  if (code === 409) return { ok: false, kind: 'conflict', detail }
  if (code === 403 || LOST.test(detail)) return { ok: false, kind: 'blocked', detail }
  if (SAME.test(detail)) return { ok: false, kind: 'same', detail }
  return GONE.test(detail) ? { ok: false, kind: 'gone', detail } : { ok: false, kind: 'refused', detail }
}

const isTooMany = (answer: TelegramAnswer): answer is TelegramFault & { kind: 'later' } =>
  !answer.ok && answer.kind === 'later' && answer.detail.startsWith('429')

const unreadable = (status: number): TelegramFault => ({
  ok: false,
  kind: 'later',
  ms: AFTER_FAULT,
  detail: `${status} no answer of a Bot API`,
})

const send = async (
  options: TelegramOptions,
  method: string,
  request: RequestInit,
): Promise<TelegramAnswer> => {
  try {
    const response = await options.fetch(`${options.apiRoot}/bot${options.token}/${method}`, request)
    const wire = (await response.json().catch(() => null)) as Wire | null
    if (wire?.ok === true) return { ok: true, result: wire.result }
    return wire && wire.ok === false ? faultOf(response.status, wire) : unreadable(response.status)
  } catch (cause) {
    // The text of a network error holds the address, and the address the token.
    const detail = cause instanceof Error ? cause.name : 'no connection'
    return { ok: false, kind: 'later', ms: AFTER_FAULT, detail }
  }
}

const requestOf = (
  params: Record<string, unknown>,
  { files, timeoutMs = TIMEOUT, signal }: Call,
): RequestInit => {
  const deadline = AbortSignal.timeout(timeoutMs)
  return {
    method: 'POST',
    ...bodyOf(params, files),
    signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
  }
}

const wayOf = (method: string, params: Record<string, unknown>, { chat }: Call): Way => {
  const named = chat ?? params['chat_id']
  return {
    method,
    ...(named === undefined ? {} : { chat: String(named) }),
    ...(chat === undefined ? {} : { message: true }),
  }
}

export const makeTelegram = (options: TelegramOptions): Telegram => {
  const pace = options.pace ?? makePace(options)
  return {
    call: async <Result>(method: string, params: Record<string, unknown> = {}, how: Call = {}) => {
      const way = wayOf(method, params, how)
      const ms = await pace.turn(way, how.signal)
      if (ms > 0) return { ok: false, kind: 'later', ms, detail: '429 as told before' }
      const answer = await send(options, method, requestOf(params, how))
      if (isTooMany(answer)) pace.rest(way, answer.ms)
      return answer as TelegramAnswer<Result>
    },
  }
}
