// Pure reading of order statuses: the words of v2 panels and the eight shapes of a batch answer.
// Silence is not news: a missing row, an error row or a new word changes nothing.
import type { ProviderFault, ProviderState, ProviderStatus } from '../provider.ts'
import { classify } from './smm-v2-errors.ts'
import {
  type Answer,
  type Clean,
  currencyIn,
  decimalText,
  errorTexts,
  isRow,
  type Row,
  readFault,
  unwrapped,
  wholeNumber,
} from './smm-v2-read.ts'

/** Lower case without spaces, `_` and `-`. Numbers as states have one source only, and "final" by mistake would pay money out. */
const STATES: Readonly<Record<string, ProviderState>> = {
  pending: 'pending',
  awaiting: 'pending',
  queued: 'pending',
  processing: 'processing',
  inprogress: 'inProgress',
  running: 'inProgress',
  completed: 'completed',
  complete: 'completed',
  partial: 'partial',
  canceled: 'canceled',
  cancelled: 'canceled',
  refunded: 'canceled',
  refunds: 'canceled',
  fail: 'failed',
  failed: 'failed',
  error: 'failed',
}

const stateOf = (word: string): ProviderState | undefined => {
  const plain = word.toLowerCase().replace(/[\s_-]+/g, '')
  return Object.hasOwn(STATES, plain) ? STATES[plain] : undefined
}

const readRow = (row: Row, clean: Clean): ProviderStatus => {
  const status: ProviderStatus = {}
  const said = row['status']
  if (typeof said === 'string' || typeof said === 'number') status.word = clean(String(said))
  const state = typeof said === 'string' ? stateOf(said) : undefined
  if (state) status.state = state
  const startCount = wholeNumber(row['start_count'])
  if (startCount !== undefined) status.startCount = Math.max(0, startCount)
  const remains = wholeNumber(row['remains'])
  if (remains !== undefined) status.remains = Math.max(0, remains)
  const charge = decimalText(row['charge'])
  if (charge !== undefined && !charge.startsWith('-')) status.charge = charge
  const currency = currencyIn(row)
  if (currency) status.currency = currency
  return status
}

const ORDER_FACTS = ['charge', 'remains', 'start_count']

/** A row that tells of an order. `{status: "Error"}` alone is the order's state; with a message it is the API's. */
const isOrderRow = (value: unknown): value is Row => {
  if (!isRow(value) || !('status' in value) || value['error']) return false
  const message = value['message'] ?? value['msg']
  const failing = /^(error|fail|failed|false)$/i.test(String(value['status']))
  return ORDER_FACTS.some((fact) => fact in value) || !(failing && message)
}

/** `split`: rows without ids that can't be told apart; ask again for half of the ids. */
export type StatusReading =
  | { kind: 'rows'; rows: Map<string, ProviderStatus> }
  | { kind: 'split' }
  | { kind: 'fault'; fault: ProviderFault }

const NO_ROWS = (): StatusReading => ({ kind: 'rows', rows: new Map() })

const idOfRow = (row: unknown): string | undefined => {
  const id = isRow(row) ? (row['order'] ?? row['order_id'] ?? row['id']) : undefined
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined
}

/** A single row need not name its order; one that names another tells nothing of this one. */
const isOfAnother = (row: Row, id: string): boolean => {
  const named = row['order'] ?? row['order_id']
  return (typeof named === 'string' || typeof named === 'number') && String(named) !== id
}

const readList = (list: readonly unknown[], ids: readonly string[], clean: Clean): StatusReading => {
  const named = list.some((row) => idOfRow(row) !== undefined)
  const pairs = list.map((row, at) => [named ? idOfRow(row) : ids[at], row] as const)
  const inOrder = list.length === ids.length && list.every(isOrderRow)
  if (!named && !inOrder) return list.length && ids.length > 1 ? { kind: 'split' } : NO_ROWS()
  const rows = new Map<string, ProviderStatus>()
  for (const [id, row] of pairs)
    if (id !== undefined && ids.includes(id) && isOrderRow(row)) rows.set(id, readRow(row, clean))
  return { kind: 'rows', rows }
}

const readMap = (map: Row, ids: readonly string[], clean: Clean): StatusReading => {
  const rows = new Map<string, ProviderStatus>()
  for (const id of ids) {
    const row = map[id]
    if (isOrderRow(row)) rows.set(id, readRow(row, clean))
  }
  return { kind: 'rows', rows }
}

/** `{orders: {…}}` and `{data: …}` around the rows; a drip-feed order's own `orders` is a list of ids and stays. */
const withoutEnvelope = (json: unknown): unknown => {
  if (!isRow(json) || ORDER_FACTS.some((fact) => fact in json)) return json
  const inner = [json['orders'], json['data']].find(
    (value) => isRow(value) || (Array.isArray(value) && value.some(isRow)),
  )
  return inner ?? json
}

/** Reads the answer to a question about `ids` (distinct, at least one). */
export const readStatus = (answer: Answer, ids: readonly string[], clean: Clean): StatusReading => {
  const fault = (): StatusReading => ({ kind: 'fault', fault: readFault(answer, clean) })
  if (answer.status >= 500 || answer.json === undefined) return fault()
  const value = withoutEnvelope(answer.json)
  if (Array.isArray(value)) return readList(value, ids, clean)
  if (!isRow(value)) return wholeRefusal(answer, ids) ?? fault()
  if (ids.some((id) => Object.hasOwn(value, id))) return readMap(value, ids, clean)
  const [only, ...others] = ids
  if (only !== undefined && !others.length && isOrderRow(value))
    return isOfAnother(value, only)
      ? NO_ROWS()
      : { kind: 'rows', rows: new Map([[only, readRow(value, clean)]]) }
  if (!Object.keys(value).length) return NO_ROWS()
  return wholeRefusal(answer, ids) ?? fault()
}

/** "Incorrect order ID" to a question about one order is an answer: the panel doesn't know it. */
const wholeRefusal = (answer: Answer, ids: readonly string[]): StatusReading | undefined => {
  const aboutOrder = errorTexts({ ...answer, json: unwrapped(answer.json) }).some(
    (text) => classify(text) === 'order',
  )
  return ids.length === 1 && aboutOrder ? NO_ROWS() : undefined
}
