// Import plans, and their rows in lots beside them: a plan of 10,000 rows is many small documents.
import type { ImportRow } from '../../documents.ts'
import type { Store } from '../../store.ts'
import { TABLES } from '../../tables.ts'
import type { Collections } from './database.ts'
import { fromStored, toStored } from './stored.ts'
import { makeTable } from './table.ts'
import { inShop, ofShop } from './tenancy.ts'

export const makeImports = (of: Collections): Store['imports'] => {
  const table = makeTable(of('import_plan'), TABLES.import_plan)
  const lots = of('import_rows')
  const get = async (shop: string, id: string) => inShop(shop, await table.read(id))
  const lotId = (id: string, lot: number) => `${id}/${lot}`
  return {
    create: table.create,
    get,
    list: (shop, limit) => table.find({ 'x.shop': shop }, { sort: { 'x.created': -1 }, limit }),
    change: (shop, id, decide) => table.change(id, decide, ofShop(shop)),
    putRows: async (shop, id, lot, rows) => {
      if (await get(shop, id)) await lots.put({ _id: lotId(id, lot), ...toStored({ rows }) })
    },
    rows: async (shop, id, lot) => {
      const row = (await get(shop, id)) && (await lots.first({ _id: lotId(id, lot) }))
      return row ? fromStored<ImportRow[]>(row['rows']) : []
    },
  }
}
