// Customers of a shop.
import type { Customer } from '../../documents.ts'
import type { Store } from '../../store.ts'
import type { Collections } from './database.ts'
import { makeTable } from './table.ts'
import { inShop, ofShop } from './tenancy.ts'

export const makeCustomers = (of: Collections): Store['customers'] => {
  const table = makeTable<Customer>(of('customer'), {
    id: ({ id }) => id,
    columns: { shop: ({ shop }) => shop, seen: ({ seenAt }) => seenAt },
  })
  return {
    ensure: async (customer) =>
      (await table.create(customer)) === 'created' ? customer : ((await table.read(customer.id)) ?? customer),
    get: async (shop, id) => inShop(shop, await table.read(id)),
    list: (shop, limit) => table.find({ 'x.shop': shop }, { sort: { 'x.seen': -1 }, limit }),
    change: (shop, id, decide) => table.change(id, decide, ofShop(shop)),
  }
}
