// What a panel's answer would change in the shop, row by row in the panel's order. Pure; made as it is read, so that ten thousand
// rows can be stored in lots with pauses between them.
import type { ProviderService, Service } from '../model/service.ts'
import type { ImportRow } from '../store/documents.ts'
import type { Catalogue, InvalidRow } from './answer.ts'
import { FACT_TABLES } from './facts.ts'

export type Known = ReadonlyMap<string, Service>

/**
 * New, changed, same and invalid rows as they stand in the answer, then the vanished ones; nothing vanishes from a short answer.
 * A known service whose row can no longer be read is invalid *and* vanished: what it costs is not known.
 * A row that is the same carries its service only where newer fact tables read it anew.
 */
export function* planOf(known: Known, { services, invalid, short }: Catalogue): Generator<ImportRow> {
  const broken = new Map(invalid.map((one) => [one.row, one]))
  const total = services.length + invalid.length
  const seen = new Set<string>()
  let next = 0
  for (let row = 1; row <= total; row++) {
    const bad = broken.get(row)
    const service = bad ? undefined : services[next++]
    if (service) seen.add(service.service_id_api)
    if (service) yield rowFor(row, service, known.get(service.service_id_api))
    else if (bad) yield invalidRow(bad)
  }
  if (!short) yield* vanishedRows(known, seen, total)
}

function* vanishedRows(known: Known, seen: ReadonlySet<string>, total: number): Generator<ImportRow> {
  let row = total
  for (const { service_id_api, name, vanishedAt } of known.values())
    if (!seen.has(service_id_api) && vanishedAt === undefined)
      yield { row: ++row, change: 'vanished', service_id_api, name }
}

const rowFor = (row: number, service: ProviderService, stored: Service | undefined): ImportRow => {
  const { service_id_api, name } = service
  if (!stored) return { row, change: 'new', service_id_api, name, service }
  const reasons = changesOf(stored, service)
  if (reasons.length > 0) return { row, change: 'changed', service_id_api, name, reasons, service }
  const reread = stored.facts.tables === FACT_TABLES ? {} : { service }
  return { row, change: 'same', service_id_api, name, ...reread }
}

const invalidRow = ({ row, id, name, reasons }: InvalidRow): ImportRow => ({
  row,
  change: 'invalid',
  ...(id ? { service_id_api: id } : {}),
  ...(name ? { name } : {}),
  reasons,
})

/** Told with both values; of the longer ones only that they changed. */
const TOLD = ['rate', 'min', 'max', 'type'] as const
const NAMED = ['name', 'category', 'description', 'refill', 'cancel', 'dripfeed'] as const

const changesOf = (stored: Service, row: ProviderService): string[] => [
  ...(stored.vanishedAt === undefined ? [] : ['back']),
  ...TOLD.filter((field) => stored[field] !== row[field]).map(
    (field) => `${field}: ${stored[field]} → ${row[field]}`,
  ),
  ...NAMED.filter((field) => stored[field] !== row[field]),
]

export const LOT = 250

/** The rows in lots of at most `LOT`, in order. */
export function* lotsOf(rows: Iterable<ImportRow>): Generator<ImportRow[]> {
  let lot: ImportRow[] = []
  for (const row of rows) {
    lot.push(row)
    if (lot.length < LOT) continue
    yield lot
    lot = []
  }
  if (lot.length > 0) yield lot
}
