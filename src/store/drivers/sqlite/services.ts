// Services: columns for what is filtered, a trigram index for what is searched, and a counter that rises with every change.
import type { Database } from 'bun:sqlite'
import type { Service } from '../../../model/service.ts'
import type { ServiceFilter } from '../../documents.ts'
import type { Services } from '../../store.ts'
import { makeTable, type Table } from './table.ts'
import type { Writer } from './writer.ts'

type Value = string | number

const wordsOf = ({ name, madeName, own, category, service_id_api, mid }: Service): string =>
  [name, madeName, own.displayName, own.displayDescription, category, service_id_api, String(mid)]
    .filter(Boolean)
    .join('\n')
    .toLowerCase()

/** FTS rows are found by number: a delete by text column would read them all. */
const makeIndex = (db: Database) => {
  const number = db.query<{ n: number }, [string]>('select n from service_row where id = ?')
  const top = db.query<{ n: number }, []>('select coalesce(max(n), 0) + 1 as n from service_row')
  const remember = db.query('insert into service_row (id, n) values (?, ?)')
  const erase = db.query('delete from service_text where rowid = ?')
  const insert = db.query('insert into service_text (rowid, id, shop, words) values (?, ?, ?, ?)')
  let next = 0
  return (service: Service): void => {
    const known = number.get(service.id)?.n
    if (known !== undefined) erase.run(known)
    next = known === undefined ? Math.max(next + 1, next === 0 ? (top.get()?.n ?? 1) : 0) : next
    const n = known ?? next
    if (known === undefined) remember.run(service.id, n)
    insert.run(n, service.id, service.shop, wordsOf(service))
  }
}

export const makeServices = (db: Database, write: Writer): Services => {
  const table = makeTable<Service>(db, write, {
    name: 'service',
    id: (service) => service.id,
    columns: {
      shop: (service) => service.shop,
      provider: (service) => service.provider,
      mid: (service) => service.mid,
      sale: (service) => (service.onSale ? 1 : 0),
      platform: (service) => service.facts.platform,
      kind: (service) => service.facts.kind,
      vanished: (service) => (service.vanishedAt === undefined ? 0 : 1),
    },
  })
  const index = makeIndex(db)
  const rise = db.query(
    'insert into catalogue_version (shop, n) values (?, 1) on conflict (shop) do update set n = n + 1',
  )
  const version = db.query<{ n: number }, [string]>('select n from catalogue_version where shop = ?')
  const put = (row: Service): void => {
    const stored = table.read(row.id)
    const kept = stored
      ? {
          mid: stored.mid,
          own: stored.own,
          onSale: stored.onSale,
          ...(stored.pin === undefined ? {} : { pin: stored.pin }),
          v: stored.v + 1,
        }
      : {}
    const next: Service = { ...row, ...kept }
    table.putNow(next)
    if (!stored || wordsOf(stored) !== wordsOf(next)) index(next)
  }
  const count = (shop: string, filter: ServiceFilter) => {
    const { where, values } = clausesOf(shop, filter)
    return (
      db.query<{ n: number }, Value[]>(`select count(*) as n from service ${where}`).get(...values)?.n ?? 0
    )
  }
  return {
    get: async (shop, id) => within(shop, table.read(id)),
    list: async (shop, filter) => list(table, shop, filter),
    count: async (shop, filter) => count(shop, filter),
    change: async (shop, id, decide) =>
      write(() => {
        const current = within(shop, table.read(id))
        const next = current && decide(current)
        if (!current || !next) return current
        const stored = { ...next, v: current.v + 1 }
        table.replaceNow(stored, current.v)
        if (wordsOf(current) !== wordsOf(stored)) index(stored)
        rise.run(shop)
        return stored
      }),
    putLot: (shop, rows) =>
      write(() => {
        for (const row of rows) put(row)
        rise.run(shop)
      }),
    known: async (shop, provider) =>
      table
        .find('where shop = ? and provider = ?', shop, provider)
        .map(
          ({
            id,
            mid,
            vanishedAt,
            service_id_api,
            name,
            description,
            category,
            rate,
            min,
            max,
            type,
            refill,
            cancel,
            dripfeed,
          }) => ({
            id,
            mid,
            ...(vanishedAt === undefined ? {} : { vanishedAt }),
            row: {
              service_id_api,
              name,
              description,
              category,
              rate,
              min,
              max,
              type,
              refill,
              cancel,
              dripfeed,
            },
          }),
        ),
    version: async (shop) => version.get(shop)?.n ?? 0,
  }
}

const within = (shop: string, service: Service | null): Service | null =>
  service?.shop === shop ? service : null

/** Each word must occur; three letters and more by the index, shorter ones by reading the rows that are left. */
const textClause = (shop: string, text: string): [string, ...Value[]][] => {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8)
  const long = words.filter((word) => [...word].length >= 3).map((word) => `"${word.replaceAll('"', '""')}"`)
  const short = words.filter((word) => [...word].length < 3)
  const indexed: [string, ...Value[]][] =
    long.length > 0
      ? [['id in (select id from service_text where words match ? and shop = ?)', long.join(' '), shop]]
      : []
  return [
    ...indexed,
    ...short.map((word): [string, ...Value[]] => [
      'id in (select id from service_text where shop = ? and instr(words, ?) > 0)',
      shop,
      word,
    ]),
  ]
}

const clausesOf = (shop: string, filter: ServiceFilter): { where: string; values: Value[] } => {
  const clauses: [string, ...Value[]][] = [['shop = ?', shop]]
  if (filter.onSale !== undefined) clauses.push(['sale = ?', filter.onSale ? 1 : 0])
  if (filter.vanished !== undefined) clauses.push(['vanished = ?', filter.vanished ? 1 : 0])
  if (filter.provider) clauses.push(['provider = ?', filter.provider])
  if (filter.platform) clauses.push(['platform = ?', filter.platform])
  if (filter.kind) clauses.push(['kind = ?', filter.kind])
  if (filter.after !== undefined) clauses.push(['mid > ?', filter.after])
  if (filter.ids) clauses.push(['id in (select value from json_each(?))', JSON.stringify(filter.ids)])
  if (filter.text?.trim()) clauses.push(...textClause(shop, filter.text.replaceAll('\0', ' ')))
  return {
    where: `where ${clauses.map(([clause]) => clause).join(' and ')}`,
    values: clauses.flatMap(([, ...values]) => values),
  }
}

const list = (table: Table<Service>, shop: string, filter: ServiceFilter): Service[] => {
  const { where, values } = clausesOf(shop, filter)
  return table.find(`${where} order by mid limit ?`, ...values, filter.limit ?? -1)
}
