// Import plans, and their rows in lots beside them: a plan of 10,000 rows is many small documents.
import type { Database } from 'bun:sqlite'
import type { ImportRow } from '../../documents.ts'
import type { Store } from '../../store.ts'
import { TABLES } from '../../tables.ts'
import { makeTable } from './table.ts'
import { inShop, ofShop } from './tenancy.ts'
import type { Writer } from './writer.ts'

export const makeImports = (db: Database, write: Writer): Store['imports'] => {
  const table = makeTable(db, write, TABLES.import_plan)
  const put = db.query(
    'insert into import_rows (plan, lot, body) values (?, ?, ?) on conflict (plan, lot) do update set body = excluded.body',
  )
  const read = db.query<{ body: string }, [string, number]>(
    'select body from import_rows where plan = ? and lot = ?',
  )
  const get = (shop: string, id: string) => inShop(shop, table.read(id))
  return {
    create: table.create,
    get: async (shop, id) => get(shop, id),
    list: async (shop, limit) => table.find('where shop = ? order by created desc limit ?', shop, limit),
    change: (shop, id, decide) => table.change(id, decide, ofShop(shop)),
    putRows: async (shop, id, lot, rows) => {
      const body = JSON.stringify(rows)
      await write(() => {
        if (get(shop, id)) put.run(id, lot, body)
      })
    },
    rows: async (shop, id, lot) => {
      const row = get(shop, id) && read.get(id, lot)
      return row ? (JSON.parse(row.body) as ImportRow[]) : []
    },
  }
}
