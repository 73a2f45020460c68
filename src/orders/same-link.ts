// The same customer, service and link again: a late payment of the older order must not buy twice what the newer one already buys.
import type { Order } from '../model/order.ts'
import { settled } from '../model/settled.ts'
import type { Store } from '../store/store.ts'

const endedUnpaid = (order: Order): boolean =>
  ['lapsed', 'withdrawn'].includes(order.state) || (order.state === 'closed' && settled(order) === 0)

export const hasNewerTwin = async (store: Pick<Store, 'orders'>, order: Order): Promise<boolean> => {
  const others = await store.orders.list(order.shop, { customer: order.customer, limit: 50 })
  return others.some(
    (other) =>
      other.id !== order.id &&
      other.createdAt > order.createdAt &&
      other.quote.service === order.quote.service &&
      other.quote.link === order.quote.link &&
      !endedUnpaid(other),
  )
}
