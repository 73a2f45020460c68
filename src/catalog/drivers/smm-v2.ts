// Driver of the standard panel API v2: one form-encoded POST per question to exactly the stored address.
// It reads the body on every HTTP status, never follows a redirect and never repeats a request.
import type {
  AddOutcome,
  Provider,
  ProviderFault,
  ProviderOrder,
  ProviderStatus,
  RefillOutcome,
} from '../provider.ts'
import { type Answer, type Clean, readAdd, readAnswer, readBalance, readFault } from './smm-v2-read.ts'
import { readRefill, readRefillStatus } from './smm-v2-refill.ts'
import { catalogueRows, newReading, readServices } from './smm-v2-services.ts'
import { readStatus } from './smm-v2-status.ts'

export type PanelRequest = {
  method: 'POST'
  headers: Record<string, string>
  body: string
  timeoutMs: number
  maxBytes: number
}
/** `left: false` = the request certainly never left the house; `true` = it may have. Answers redirects as they are. */
export type PanelAnswer =
  | { ok: true; status: number; headers: Headers; bytes: Uint8Array }
  | { ok: false; code: string; left: boolean }
export type PanelFetch = (url: string, request: PanelRequest) => Promise<PanelAnswer>

export type SmmV2Options = {
  endpoint: string
  key: string
  fetch: PanelFetch
  /** Blanks further secrets in the panel's text; the key itself is always blanked. */
  redact?: (text: string) => string
  /** Gives the event loop its turn between slices of a long catalogue. */
  pause?: () => Promise<void>
}

const SMALL_TIMEOUT = 30_000
const CATALOGUE_TIMEOUT = 60_000
const MAX_BYTES = 16 * 1024 * 1024
/** 1000 rows take a few milliseconds. */
const SLICE = 1000
const MAX_BATCH = 100
/** Most questions of one `status` call, when a panel's rows without ids force it to ask in halves. */
const MAX_STATUS_CALLS = 24
const MAX_TEXT = 200

// Firewalls in front of panels turn away clients that don't look like a browser.
const HEADERS = {
  'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
  accept: 'application/json, text/plain, */*',
  'user-agent':
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
}

/** The spellings in which an answer may echo the key: as it is, in a form, in JSON, in PHP's JSON. */
const spellingsOf = (key: string): string[] => {
  const json = JSON.stringify(key).slice(1, -1)
  const all = [
    key,
    encodeURIComponent(key),
    new URLSearchParams({ k: key }).toString().slice(2),
    json,
    json.replaceAll('/', '\\/'),
  ]
  return [...new Set(all)].filter(Boolean).sort((a, b) => b.length - a.length)
}

/** Blanks before it cuts: a key at the edge must not stay by half. */
const cleaner = (key: string, redact: (text: string) => string): Clean => {
  const spellings = spellingsOf(key)
  return (text) => {
    const blanked = spellings.reduce(
      (rest, spelling) => rest.replaceAll(spelling, '[key]'),
      text.slice(0, 20_000),
    )
    return redact(blanked).replace(/\s+/g, ' ').trim().slice(0, MAX_TEXT).trim().toWellFormed()
  }
}

const fieldsOf = (order: ProviderOrder): Record<string, string> => {
  const { service, link, type } = order
  if (type === 'package') return { service, link }
  if (type === 'default') return { service, link, quantity: String(order.quantity) }
  // Some panels bill blank lines; the price was made without them.
  const lines = (order.comments ?? []).map((line) => line.trim()).filter(Boolean)
  return { service, link, comments: lines.join('\n') }
}

/** `code` is of the guarded client: BLOCKED_* is our own refusal to go there. */
const transportFault = (code: string): ProviderFault => {
  const reached = code === 'TOO_LARGE' ? 'unreadable' : 'unreachable'
  return { ok: false, reason: code.startsWith('BLOCKED_') ? 'blocked' : reached, code, message: '' }
}

type Ask = (
  fields: Record<string, string>,
  timeoutMs?: number,
) => Promise<{ ok: true; answer: Answer } | { ok: false; code: string; left: boolean }>

const asker = ({ endpoint, key, fetch }: SmmV2Options): Ask => {
  return async (fields, timeoutMs = SMALL_TIMEOUT) => {
    const body = new URLSearchParams({ key, ...fields }).toString()
    const answer = await fetch(endpoint, {
      method: 'POST',
      headers: { ...HEADERS },
      body,
      timeoutMs,
      maxBytes: MAX_BYTES,
    })
    return answer.ok ? { ok: true, answer: readAnswer(answer.status, answer.bytes) } : answer
  }
}

const askBalance = async (ask: Ask, clean: Clean): ReturnType<Provider['balance']> => {
  const asked = await ask({ action: 'balance' })
  if (!asked.ok) return transportFault(asked.code)
  const read = readBalance(asked.answer)
  return read ? { ok: true, ...read, raw: clean(asked.answer.text) } : readFault(asked.answer, clean)
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))

const askServices = async (
  ask: Ask,
  clean: Clean,
  pause: () => Promise<void>,
): ReturnType<Provider['services']> => {
  const asked = await ask({ action: 'services' }, CATALOGUE_TIMEOUT)
  if (!asked.ok) return transportFault(asked.code)
  const rows = asked.answer.status < 500 ? catalogueRows(asked.answer.json) : undefined
  if (!rows) return readFault(asked.answer, clean)
  const reading = newReading()
  for (let from = 0; from < rows.length; from += SLICE) {
    if (from) await pause()
    readServices(reading, rows, { from, to: from + SLICE })
  }
  return { ok: true, services: reading.services, invalid: reading.invalid, raw: clean(asked.answer.text) }
}

/** One request, whatever happens. A client that throws says nothing about the panel: unknown. */
const sendAdd = async (ask: Ask, clean: Clean, order: ProviderOrder): Promise<AddOutcome> => {
  try {
    const asked = await ask({ action: 'add', ...fieldsOf(order) })
    if (asked.ok) return readAdd(asked.answer, clean)
    return asked.left ? { kind: 'unknown', detail: asked.code } : { kind: 'neverLeft', code: asked.code }
  } catch (cause) {
    return { kind: 'unknown', detail: clean(String(cause)) }
  }
}

const sendRefill = async (ask: Ask, clean: Clean, order: string): Promise<RefillOutcome> => {
  try {
    const asked = await ask({ action: 'refill', order })
    if (asked.ok) return readRefill(asked.answer, clean)
    return asked.left ? { kind: 'unknown', detail: asked.code } : { kind: 'neverLeft', code: asked.code }
  } catch (cause) {
    return { kind: 'unknown', detail: clean(String(cause)) }
  }
}

const halves = (ids: string[]) => [ids.slice(0, ids.length >> 1), ids.slice(ids.length >> 1)]

const askBatch = async (ask: Ask, clean: Clean, ids: string[]) => {
  const asked = await ask({
    action: 'status',
    ...(ids.length === 1 ? { order: ids[0]! } : { orders: ids.join(',') }),
  })
  if (asked.ok) return readStatus(asked.answer, ids, clean)
  return { kind: 'fault' as const, fault: transportFault(asked.code) }
}

const askStatus = async (ask: Ask, clean: Clean, ids: string[]): ReturnType<Provider['status']> => {
  const orders = new Map<string, ProviderStatus>()
  const batches = ids.length ? [[...new Set(ids)]] : []
  for (let calls = 0; batches.length && calls < MAX_STATUS_CALLS; calls++) {
    const batch = batches.shift()!
    const reading = await askBatch(ask, clean, batch)
    // What was read before a fault is news all the same.
    if (reading.kind === 'fault') return orders.size ? { ok: true, orders } : reading.fault
    if (reading.kind === 'split') batches.push(...halves(batch))
    else for (const [id, status] of reading.rows) orders.set(id, status)
  }
  return { ok: true, orders }
}

/** A panel account that speaks API v2. `status` takes at most 100 ids. */
export const smmV2Provider = (options: SmmV2Options): Provider => {
  const ask = asker(options)
  const clean = cleaner(options.key, options.redact ?? ((text) => text))
  return {
    world: 'real',
    balance: () => askBalance(ask, clean),
    services: () => askServices(ask, clean, options.pause ?? nextTurn),
    add: (order) => sendAdd(ask, clean, order),
    refill: (order) => sendRefill(ask, clean, order),
    refillStatus: async (refill) => {
      const asked = await ask({ action: 'refill_status', refill })
      return asked.ok ? readRefillStatus(asked.answer, clean) : transportFault(asked.code)
    },
    status: async (ids) => {
      if (ids.length > MAX_BATCH) throw new RangeError(`status of ${ids.length} orders, at most ${MAX_BATCH}`)
      return askStatus(ask, clean, ids)
    },
  }
}
