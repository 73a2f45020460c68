// Services: what is filtered by stands beside each, and a counter rises with every change, before the write and after it: a shelf that was
// made of what stood before is never taken for what stands after.
import type { Service } from '../../../model/service.ts'
import { keptOver, panelRow, searchedWords } from '../../columns.ts'
import type { ServiceFilter } from '../../documents.ts'
import type { Services } from '../../store.ts'
import { TABLES } from '../../tables.ts'
import type { Collections } from './database.ts'
import type { Bulk, Ring, Row, Where } from './ring.ts'
import { isTaken } from './ring.ts'
import { makeTable, type Table } from './table.ts'
import { inShop, ofShop } from './tenancy.ts'
import { holding } from './words.ts'

const makeServiceTable = (of: Collections): Table<Service> => makeTable(of('service'), TABLES.service)

const makeVersions = (ring: Ring) => ({
  of: async (shop: string): Promise<number> => Number((await ring.first({ _id: shop }))?.['n'] ?? 0),
  rise: async (shop: string): Promise<void> => {
    if (!(await ring.update({ _id: shop }, { $inc: { n: 1 } })) && !(await ring.insert({ _id: shop, n: 1 })))
      await ring.update({ _id: shop }, { $inc: { n: 1 } })
  },
})

/** One lot in two commands, once it is known that all of it is the shop's; rows that others changed meanwhile, or made, one by one after it. */
const makePutLot = (table: Table<Service>) => {
  const putOne = async (row: Service): Promise<void> => {
    if ((await table.read(row.id)) === null && (await table.create(row)) === 'created') return
    await table.move(row.id, (stored) => ({ next: keptOver(row, stored), answer: true }))
  }
  const writeOf = (row: Service, before: Row | undefined): Bulk => {
    if (!before) return { insertOne: { document: table.rowOf(row) } }
    const stored = table.docOf(before)
    const { _id, ...replacement } = table.rowOf(keptOver(row, stored), before)
    return { replaceOne: { filter: { _id, v: stored.v }, replacement } }
  }
  return async (rows: Service[], rise: () => Promise<void>): Promise<void> => {
    const known = await table.ring.find({ _id: { $in: rows.map(({ id }) => id) } })
    const byId = new Map(known.map((row) => [row._id, row]))
    const writes = rows.map((row) => writeOf(row, byId.get(row.id)))
    await rise()
    const written = await table.ring.bulk(writes).catch((cause) => {
      if (isTaken(cause)) return 0
      throw cause
    })
    if (written < rows.length) for (const row of rows) await putOne(row)
    await rise()
  }
}

export const makeServices = (of: Collections): Services => {
  const table = makeServiceTable(of)
  const versions = makeVersions(of('catalogue_version'))
  const putLot = makePutLot(table)
  return {
    get: async (shop, id) => inShop(shop, await table.read(id)),
    list: (shop, filter) =>
      table.find(whereOf(shop, filter), {
        sort: { 'x.mid': 1 },
        ...(filter.limit === undefined ? {} : { limit: filter.limit }),
      }),
    count: (shop, filter) => table.ring.count(whereOf(shop, filter)),
    change: async (shop, id, decide) => {
      if (!inShop(shop, await table.read(id))) return null
      await versions.rise(shop)
      const changed = await table.change(id, decide, ofShop(shop))
      await versions.rise(shop)
      return changed
    },
    putLot: (shop, rows) =>
      putLot(
        rows.map((row) => ({ ...row, shop })),
        () => versions.rise(shop),
      ),
    known: async (shop, provider) =>
      (await table.find({ 'x.shop': shop, 'x.provider': provider }, { sort: { 'x.n': 1 } })).map(
        (service) => ({
          id: service.id,
          mid: service.mid,
          ...(service.vanishedAt === undefined ? {} : { vanishedAt: service.vanishedAt }),
          row: panelRow(service),
        }),
      ),
    version: (shop) => versions.of(shop),
  }
}

const whereOf = (shop: string, filter: ServiceFilter): Where => {
  const { onSale, vanished, provider, platform, kind, after, ids, text } = filter
  const words = text ? searchedWords(text).map(holding) : []
  return {
    'x.shop': shop,
    ...(onSale === undefined ? {} : { 'x.sale': onSale ? 1 : 0 }),
    ...(vanished === undefined ? {} : { 'x.vanished': vanished ? 1 : 0 }),
    ...(provider ? { 'x.provider': provider } : {}),
    ...(platform ? { 'x.platform': platform } : {}),
    ...(kind ? { 'x.kind': kind } : {}),
    ...(after === undefined ? {} : { 'x.mid': { $gt: after } }),
    ...(ids ? { _id: { $in: ids } } : {}),
    ...(words.length > 0 ? { $and: words } : {}),
  }
}
