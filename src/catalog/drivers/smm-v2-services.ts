// The rows of a v2 catalogue, checked one by one by hand: at 10,000 rows a schema library costs more than parsing the JSON.
// `readServices` reads a slice, so that a caller can give the event loop its turn between slices.
import type { ProviderService } from '../../model/service.ts'
import { decimalText, isRow, type Row, wholeNumber } from './smm-v2-read.ts'

/** `row` counts from 1. A reason is a word of `InvalidReason`, with the panel's value after a colon where that helps. */
export type InvalidRow = { row: number; id?: string; name?: string; reasons: string[] }
export type InvalidReason =
  | 'notARow'
  | 'idMissing'
  | 'idDuplicate'
  | 'nameMissing'
  | 'rateUnreadable'
  | 'rateZero'
  | 'minUnreadable'
  | 'maxUnreadable'
  | 'maxBelowMin'

export type Reading = {
  services: ProviderService[]
  invalid: InvalidRow[]
  seen: Set<string>
  types: Map<string, string>
}
export const newReading = (): Reading => ({ services: [], invalid: [], seen: new Set(), types: new Map() })

/** 2^31 − 1: the panels' own "no limit", and the largest number that we keep. */
export const NO_LIMIT = 2_147_483_647
const MAX_NAME = 500
const MAX_DESCRIPTION = 10_000
const MAX_ID = 64

const CLEAN_INTEGER = /^[1-9]\d{0,14}$/
const CLEAN_RATE = /^\d{1,12}(\.\d{1,12})?$/
const POSITIVE = /[1-9]/

const MAX_TYPE_NAMES = 1000
/** Catalogues have thousands of rows and a dozen types: each spelling is worked out once. */
const normalType = (names: Map<string, string>, value: unknown): string => {
  if (value === undefined || value === null || value === '') return 'default'
  const text = String(value)
  const known = names.get(text)
  if (known) return known
  const name =
    text
      .trim()
      .toLowerCase()
      .replace(/[\s_-]+/g, '_')
      .slice(0, 60) || 'default'
  if (names.size < MAX_TYPE_NAMES) names.set(text, name)
  return name
}

const TRUE: readonly unknown[] = [true, 1, '1', 'true', 'True', 'TRUE']
const isTrue = (value: unknown) =>
  value === true || (value !== false && value !== undefined && TRUE.includes(value))

// Names cut in the middle of an emoji hold half a character, which stores and Telegram refuse.
const textOf = (value: unknown, max: number): string => {
  if (typeof value !== 'string') return typeof value === 'number' ? String(value) : ''
  const text = value.length > max ? value.slice(0, max) : value
  return (text.isWellFormed() ? text : text.toWellFormed()).trim()
}

const idOf = (value: unknown): string => {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? String(value) : ''
  return typeof value === 'string' && value.length <= MAX_ID ? value.trim() : ''
}

const integerOf = (value: unknown): number | undefined =>
  typeof value === 'string' && CLEAN_INTEGER.test(value) ? Number(value) : wholeNumber(value)

const rateOf = (value: unknown): string | undefined =>
  typeof value === 'string' && CLEAN_RATE.test(value) ? value : decimalText(value)

const isPackage = (type: string) => type === 'package' || type === 'custom_comments_package'

/** A package has no quantity: panels send 1, 0 or nothing as its limits. */
const limitsOf = (row: Row, type: string) => {
  if (isPackage(type)) return { min: 1, max: 1 }
  const min = integerOf(row['min'])
  const max = integerOf(row['max'])
  return {
    min: min === undefined || min < 0 ? undefined : Math.max(1, min),
    max: max === undefined || max < 1 ? undefined : Math.min(NO_LIMIT, max),
  }
}

const said = (reason: InvalidReason, value: unknown): string =>
  value === undefined || value === '' ? reason : `${reason}: ${textOf(JSON.stringify(value), 40)}`

type Limits = { min: number | undefined; max: number | undefined }
const reasonsAgainst = (
  row: Row,
  service: { id: string; name: string; rate: string | undefined } & Limits,
) => {
  const { id, name, rate, min, max } = service
  const reasons: string[] = []
  if (!id) reasons.push(said('idMissing', row['service']))
  if (!name) reasons.push('nameMissing')
  if (rate === undefined || rate.startsWith('-')) reasons.push(said('rateUnreadable', row['rate']))
  else if (!POSITIVE.test(rate)) reasons.push('rateZero')
  if (min === undefined) reasons.push(said('minUnreadable', row['min']))
  if (max === undefined) reasons.push(said('maxUnreadable', row['max']))
  if (min !== undefined && max !== undefined && max < min) reasons.push(`maxBelowMin: ${max} < ${min}`)
  return reasons
}

const rejected = (reading: Reading, at: number, row: { id: string; name: string; reasons: string[] }) => {
  const { id, name, reasons } = row
  reading.invalid.push({ row: at + 1, ...(id ? { id } : {}), ...(name ? { name } : {}), reasons })
}

const readRow = (reading: Reading, row: Row, at: number): void => {
  const id = idOf(row['service'])
  const name = textOf(row['name'], MAX_NAME)
  const rate = rateOf(row['rate'])
  const type = normalType(reading.types, row['type'])
  const { min, max } = limitsOf(row, type)
  const fine =
    id && name && rate && rate.charCodeAt(0) !== 45 && POSITIVE.test(rate) && min && max && max >= min
  const duplicate = reading.seen.has(id)
  if (!fine || duplicate) {
    const reasons = fine ? ['idDuplicate'] : reasonsAgainst(row, { id, name, rate, min, max })
    rejected(reading, at, { id, name, reasons })
    return
  }
  reading.seen.add(id)
  reading.services.push({
    service_id_api: id,
    name,
    description: textOf(row['description'] || row['desc'], MAX_DESCRIPTION),
    category: textOf(row['category'], MAX_NAME),
    rate,
    min,
    max,
    type,
    refill: isTrue(row['refill']),
    cancel: isTrue(row['cancel']),
    dripfeed: isTrue(row['dripfeed']),
  })
}

/**
 * Reads rows `from` (inclusive) to `to` (exclusive) into `reading`, in the panel's order. Of a repeated id the first row
 * counts. A rate of 0 is invalid: nothing can be priced from it, and on real panels it is a mistake.
 */
export const readServices = (
  reading: Reading,
  rows: readonly unknown[],
  slice: { from: number; to: number },
) => {
  const end = Math.min(slice.to, rows.length)
  for (let at = slice.from; at < end; at++) {
    const row = rows[at]
    if (isRow(row)) readRow(reading, row, at)
    else reading.invalid.push({ row: at + 1, reasons: ['notARow'] })
  }
}

/** The rows of a catalogue answer, or `undefined` when it is none. SmartPanel says "empty" with an object. */
export const catalogueRows = (json: unknown): readonly unknown[] | undefined => {
  if (Array.isArray(json)) return json.length === 1 && isRow(json[0]) && 'error' in json[0] ? undefined : json
  const emptied = isRow(json) && json['status'] === 'success' && json['data'] === 'Empty Data'
  return emptied ? [] : undefined
}
