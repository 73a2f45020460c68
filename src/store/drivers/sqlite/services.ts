// Services: columns for what is filtered, the words that are searched in an index of their own, and a counter that rises with every
// change.

import type { Database } from 'bun:sqlite'
import type { Service } from '../../../model/service.ts'
import { keptOver, panelRow, searchedWords } from '../../columns.ts'
import type { ServiceFilter } from '../../documents.ts'
import type { Services } from '../../store.ts'
import { TABLES } from '../../tables.ts'
import { keepingStatements, makeTable, type Table } from './table.ts'
import { allOf, type Clause } from './where.ts'
import type { Writer } from './writer.ts'

const makeServiceTable = (db: Database, write: Writer): Table<Service> => makeTable(db, write, TABLES.service)

const within = (shop: string, service: Service | null): Service | null =>
  service?.shop === shop ? service : null

type Parts = { table: Table<Service>; risen: (shop: string) => void }

const makeChanges = (write: Writer, { table, risen }: Parts): Pick<Services, 'change' | 'putLot'> => {
  const put = (row: Service): void => {
    const stored = table.read(row.id)
    if (stored) table.replaceNow(keptOver(row, stored), stored.v)
    else table.createNow(row)
  }
  return {
    change: (shop, id, decide) =>
      write(() => {
        const current = within(shop, table.read(id))
        const next = current && decide(current)
        if (!current || !next) return current
        const stored = { ...next, v: current.v + 1 }
        table.replaceNow(stored, current.v)
        risen(shop)
        return stored
      }),
    putLot: (shop, rows) =>
      write(() => {
        for (const row of rows) put({ ...row, shop })
        risen(shop)
      }),
  }
}

export const makeServices = (db: Database, write: Writer): Services => {
  const table = makeServiceTable(db, write)
  const rise = db.query(
    'insert into catalogue_version (shop, n) values (?, 1) on conflict (shop) do update set n = n + 1',
  )
  const version = db.query<{ n: number }, [string]>('select n from catalogue_version where shop = ?')
  const counting = keepingStatements<{ n: number }>(db)
  const count = (shop: string, filter: ServiceFilter): number => {
    const { where, values } = allOf(clausesOf(shop, filter))
    return counting(`select count(*) as n from service ${where}`).get(...values)?.n ?? 0
  }
  return {
    ...makeChanges(write, { table, risen: (shop) => void rise.run(shop) }),
    get: async (shop, id) => within(shop, table.read(id)),
    list: async (shop, filter) => {
      const { where, values } = allOf(clausesOf(shop, filter))
      return table.find(`${where} order by mid limit ?`, ...values, filter.limit ?? -1)
    },
    count: async (shop, filter) => count(shop, filter),
    known: async (shop, provider) =>
      table.find('where shop = ? and provider = ?', shop, provider).map((service) => ({
        id: service.id,
        mid: service.mid,
        ...(service.vanishedAt === undefined ? {} : { vanishedAt: service.vanishedAt }),
        row: panelRow(service),
      })),
    version: async (shop) => version.get(shop)?.n ?? 0,
  }
}

/** Each word must occur; one index holds the words of a shop side by side, so that ten thousand are read in a few milliseconds. */
const textClauses = (text: string): Clause[] =>
  searchedWords(text).map((word): Clause => ['instr(words, ?) > 0', word])

const clausesOf = (shop: string, filter: ServiceFilter): Clause[] => {
  // By id each row is looked up; the plus keeps the planner from reading the whole shop instead.
  const clauses: Clause[] = [[filter.ids ? '+shop = ?' : 'shop = ?', shop]]
  if (filter.onSale !== undefined) clauses.push(['sale = ?', filter.onSale ? 1 : 0])
  if (filter.vanished !== undefined) clauses.push(['vanished = ?', filter.vanished ? 1 : 0])
  if (filter.provider) clauses.push(['provider = ?', filter.provider])
  if (filter.platform) clauses.push(['platform = ?', filter.platform])
  if (filter.kind) clauses.push(['kind = ?', filter.kind])
  if (filter.after !== undefined) clauses.push(['mid > ?', filter.after])
  if (filter.ids) clauses.push(['id in (select value from json_each(?))', JSON.stringify(filter.ids)])
  if (filter.text) clauses.push(...textClauses(filter.text))
  return clauses
}
