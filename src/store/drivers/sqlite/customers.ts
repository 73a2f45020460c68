// Customers of a shop.
import type { Database } from 'bun:sqlite'
import type { Customer } from '../../documents.ts'
import type { Store } from '../../store.ts'
import { TABLES } from '../../tables.ts'
import { makeTable } from './table.ts'
import { inShop, ofShop } from './tenancy.ts'
import type { Writer } from './writer.ts'

export const makeCustomers = (db: Database, write: Writer): Store['customers'] => {
  const table = makeTable(db, write, TABLES.customer)
  return {
    ensure: (customer) =>
      write(() =>
        table.createNow(customer) === 'created' ? customer : (table.read(customer.id) as Customer),
      ),
    get: async (shop, id) => inShop(shop, table.read(id)),
    list: async (shop, limit) => table.find('where shop = ? order by seen desc limit ?', shop, limit),
    change: (shop, id, decide) => table.change(id, decide, ofShop(shop)),
  }
}
