// Orders as their customer sees them: own numbers and words, nothing of a panel or a gateway.
import type { CustomerId, ShopId } from '../lib/brand.ts'
import type { Order } from '../model/order.ts'
import type { OrderLine } from '../model/say.ts'
import { STATES } from '../model/state.ts'
import type { Store } from '../store/store.ts'

export const orderLine = (order: Order): OrderLine => {
  const { quote, progress } = order
  const delivered =
    progress?.remains === undefined ? undefined : Math.max(0, quote.quantity - progress.remains)
  return {
    id: order.id,
    number: order.number,
    name: quote.displayName,
    link: quote.link,
    quantity: quote.quantity,
    price: quote.price,
    state: order.state,
    at: order.createdAt,
    ...(order.deposit ? { deposit: true } : {}),
    ...(progress?.startCount === undefined ? {} : { started: progress.startCount }),
    ...(delivered === undefined ? {} : { delivered }),
    ...(progress?.remains === undefined ? {} : { remains: progress.remains }),
    ...(progress ? { asOf: progress.at } : {}),
  }
}

/** States a customer would call an order: a card that nobody said yes to is none. */
export const MEANT = STATES.filter((state) => !['quoted', 'lapsed', 'withdrawn'].includes(state))

export const ordersOf = async (
  store: Pick<Store, 'orders'>,
  shop: ShopId,
  customer: CustomerId,
): Promise<Order[]> => {
  const orders = await store.orders.list(shop, { customer, states: MEANT, limit: 30 })
  // `closed` also ends cards and bills that were never paid: those are not history.
  return orders.filter(
    (order) =>
      order.state !== 'closed' || order.events.some((event) => event.to === 'paid' || event.to === 'held'),
  )
}
