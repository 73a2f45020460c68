// Pure reading of what a v2 panel answers: text to JSON, scalars of every shape, error texts, balance, and the outcome of an `add`.
// Where an answer can be read in two ways it is unknown: a wrong "accepted" or "refused" costs money.
import type { AddOutcome, ProviderFault } from '../provider.ts'
import { classify, type ErrorClass } from './smm-v2-errors.ts'

/** One answer as it arrived. `json` is `undefined` when the text is not JSON. */
export type Answer = { status: number; text: string; json: unknown }
export type Row = Record<string, unknown>
/** Redacts the key and cuts the panel's text before it leaves the driver. */
export type Clean = (text: string) => string

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The only element of a one-element array, else the value: some panels wrap every answer in an array. */
export const unwrapped = (value: unknown): unknown =>
  Array.isArray(value) && value.length === 1 ? value[0] : value

export const isHtml = (answer: Answer): boolean => answer.json === undefined && answer.text.startsWith('<')

const decoder = new TextDecoder('utf-8')
const SMALL = 100_000
// Ids of 16 and more digits would lose their last digits as numbers; quoted they stay what they are.
const quoteLongIntegers = (text: string) => text.replace(/([:[,]\s*)(\d{16,})(?=\s*[,}\]])/g, '$1"$2"')

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const readJson = (text: string): unknown => {
  const quoted = text.length < SMALL ? quoteLongIntegers(text) : text
  // Digits inside a text break when quoted; then the panel's own text counts.
  return parsed(quoted) ?? (quoted === text ? undefined : parsed(text))
}

export const readAnswer = (status: number, bytes: Uint8Array): Answer => {
  const text = decoder
    .decode(bytes)
    .replace(/^\uFEFF+/, '')
    .trim()
  return { status, text, json: readJson(text) }
}

/** A number without exponent: `1e-7` is `0.0000001`. */
const plainNumber = (value: number): string => {
  const text = String(value)
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text
}

/** A decimal as the panel wrote it, or `undefined`. Never guesses at separators: "1.234" is one and a bit, "1,5" is unreadable. */
export const decimalText = (value: unknown): string | undefined => {
  if (typeof value === 'number') return Number.isFinite(value) ? plainNumber(value) : undefined
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  return /^-?\d{1,18}(\.\d{1,20})?$/.test(text) ? text : undefined
}

/** A whole number. Dots and commas are thousands only where they can be nothing else: integer fields, groups of three. */
export const wholeNumber = (value: unknown): number | undefined => {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  const digits = /^-?\d{1,3}([.,]\d{3})+$/.test(text) ? text.replace(/[.,]/g, '') : text.replace(/\.0+$/, '')
  const number = /^-?\d{1,15}$/.test(digits) ? Number(digits) : undefined
  return number
}

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return value.trim() ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

const FAILURES: readonly unknown[] = [false, 'false', 'error', 'fail', 'failed']
const isFailure = (value: unknown) =>
  FAILURES.includes(typeof value === 'string' ? value.toLowerCase() : value)

/** Says of itself that it failed, in words or by its HTTP status. */
const failed = (answer: Answer, row: Row): boolean =>
  answer.status >= 400 ||
  row['error'] === true ||
  ['status', 'success', 'result'].some((field) => isFailure(row[field]))

/** Every text of the answer that speaks of an error, most telling first; empty when it speaks of none. */
export const errorTexts = (answer: Answer): string[] => {
  const value = unwrapped(answer.json)
  if (value === undefined) return isHtml(answer) || !answer.text ? [] : [answer.text]
  if (typeof value === 'string') return idText(value) ? [] : textsIn(value)
  if (!isRow(value)) return []
  const named = [...textsIn(value['error']), ...textsIn(value['errors'])]
  const spoken = failed(answer, value) ? ['message', 'msg', 'data'] : []
  return [...named, ...spoken.flatMap((field) => textsIn(value[field]))]
}

/** An order's id as text: a positive number, or a short word with a digit in it ("VEGA123ABC"). */
const idText = (value: unknown): string | undefined => {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value > 0 ? String(value) : undefined
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  const plausible = /^[A-Za-z0-9][\w.-]{0,63}$/.test(text) && /[1-9]/.test(text) && !/err/i.test(text)
  return plausible ? text : undefined
}

const ID_FIELDS = ['order', 'order_id', 'orderId', 'orderID']
const WRAPPERS = ['order', 'data', 'result', 'response', 'success']

const idIn = (value: unknown, fields: readonly string[]): string | undefined => {
  const row = unwrapped(value)
  if (!isRow(row)) return undefined
  return fields.map((field) => idText(unwrapped(row[field]))).find((id) => id !== undefined)
}

/** The new order's id in any of the known shapes. A bare `id` beside nothing else could be anybody's: it needs a success word. */
const newOrderId = (json: unknown): string | undefined => {
  const value = unwrapped(json)
  if (!isRow(value)) return idText(value)
  const direct = idIn(value, ID_FIELDS)
  if (direct) return direct
  const wrapped = WRAPPERS.map((field) => idIn(value[field], [...ID_FIELDS, 'id'])).find(
    (id) => id !== undefined,
  )
  if (wrapped) return wrapped
  const succeeded = value['success'] === true || ['success', true, 'ok'].includes(value['status'] as string)
  return succeeded ? idIn(value, ['id']) : undefined
}

const REFUSING_STATUS: Readonly<Record<number, ErrorClass>> = { 401: 'auth', 403: 'ip', 429: 'throttled' }

/** What the panel's error means: by its words, else by its HTTP status. */
const meaningOf = (answer: Answer, texts: readonly string[]): ErrorClass | undefined => {
  const known = texts.map(classify).find((meaning) => meaning !== undefined)
  return known ?? REFUSING_STATUS[answer.status]
}

/** The outcome of an `add`. Accepted and refused only on clear words; HTML, 5xx, empty and new sentences are unknown. */
export const readAdd = (answer: Answer, clean: Clean): AddOutcome => {
  const unknown: AddOutcome = { kind: 'unknown', detail: clean(`HTTP ${answer.status} ${answer.text}`) }
  if (answer.status >= 500 || answer.text === '' || isHtml(answer)) return unknown
  const id = newOrderId(answer.json)
  const texts = errorTexts(answer)
  if (id) return isClearSuccess(answer, texts) ? acceptedAs(id, answer) : unknown
  const meaning = texts.length || answer.status >= 400 ? meaningOf(answer, texts) : undefined
  if (!meaning || meaning === 'order' || meaning === 'refill') return unknown
  return {
    kind: 'refused',
    reason: meaning === 'ip' ? 'auth' : meaning,
    message: clean(texts[0] ?? answer.text),
  }
}

/** An id beside an error or a failure word says two things: not clear. */
const isClearSuccess = (answer: Answer, texts: readonly string[]): boolean => {
  const row = unwrapped(answer.json)
  const contradicts = texts.length > 0 || (isRow(row) && failed(answer, row))
  return answer.status >= 200 && answer.status < 300 && !contradicts
}

const acceptedAs = (id: string, answer: Answer): AddOutcome => {
  const row = unwrapped(answer.json)
  const charge = isRow(row) ? decimalText(row['charge']) : undefined
  return charge === undefined ? { kind: 'accepted', id } : { kind: 'accepted', id, charge }
}

/** Why an answer to a question (balance, services, status) is no answer. */
export const readFault = (answer: Answer, clean: Clean): ProviderFault => {
  const texts = errorTexts(answer)
  const meaning = answer.status < 500 ? meaningOf(answer, texts) : undefined
  const message = clean(texts[0] ?? answer.text)
  const code = meaning === undefined ? {} : { code: meaning }
  return { ok: false, reason: faultReason(answer, meaning), status: answer.status, ...code, message }
}

const faultReason = (answer: Answer, meaning: ErrorClass | undefined): ProviderFault['reason'] => {
  if (meaning === 'auth' || meaning === 'ip') return meaning
  if (answer.status >= 500) return 'unreachable'
  const spoken = answer.json !== undefined && errorTexts(answer).length > 0
  return meaning || spoken ? 'refused' : 'unreadable'
}

/** '' when the panel doesn't tell it. */
export const currencyIn = ({ currency }: Row): string => {
  const told = typeof currency === 'string' ? currency.trim().toUpperCase() : ''
  return /^RP\.?$/.test(told) ? 'IDR' : told
}

export const readBalance = (answer: Answer) => {
  const top = unwrapped(answer.json)
  const inner = isRow(top) && isRow(top['data']) ? top['data'] : top
  if (!isRow(inner) || answer.status >= 500) return undefined
  const balance = decimalText(inner['balance'])
  return balance === undefined ? undefined : { balance, currency: currencyIn(inner) }
}
