// Every order and deposit of a shop that changed since a moment, page by page, each as it stood when it was last read.
import type { Millis, OrderId, ShopId } from '../lib/brand.ts'
import type { Order } from '../model/order.ts'
import type { OrderFilter } from '../store/documents.ts'
import type { Store } from '../store/store.ts'

const PAGE = 500

type Span = { shop: ShopId; since: Millis } & Pick<OrderFilter, 'states' | 'due' | 'platform'>

/** An order that changes meanwhile comes again further on. A page of nothing but one moment is widened until another is in it. */
export const ordersSince = async (
  store: Pick<Store, 'orders'>,
  { shop, since, ...narrowed }: Span,
): Promise<Order[]> => {
  const found = new Map<OrderId, Order>()
  let from = since
  let limit = PAGE
  for (;;) {
    const page = await store.orders.list(shop, { ...narrowed, changedSince: from, deposits: 'all', limit })
    for (const order of page) found.set(order.id, order)
    const last = page.at(-1)
    if (!last || page.length < limit) return [...found.values()]
    limit = last.updatedAt === from ? limit * 2 : PAGE
    from = last.updatedAt
  }
}
