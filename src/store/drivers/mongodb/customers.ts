// Customers of a shop.
import type { Store } from '../../store.ts'
import { TABLES } from '../../tables.ts'
import type { Collections } from './database.ts'
import { makeTable } from './table.ts'
import { inShop, ofShop } from './tenancy.ts'

export const makeCustomers = (of: Collections): Store['customers'] => {
  const table = makeTable(of('customer'), TABLES.customer)
  return {
    ensure: async (customer) =>
      (await table.create(customer)) === 'created' ? customer : ((await table.read(customer.id)) ?? customer),
    get: async (shop, id) => inShop(shop, await table.read(id)),
    list: (shop, limit) => table.find({ 'x.shop': shop }, { sort: { 'x.seen': -1 }, limit }),
    change: (shop, id, decide) => table.change(id, decide, ofShop(shop)),
  }
}
