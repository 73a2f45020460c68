// The same customer, service and link again: a late payment of the older order must not buy twice what the newer one already buys,
// and a new one is asked about while another runs.
import type { Order, Quote } from '../model/order.ts'
import { settled } from '../model/settled.ts'
import type { OrderState } from '../model/state.ts'
import type { Store } from '../store/store.ts'

/** A lapsed one whose bill may still turn out to be paid has not ended: of two that are paid late at once the newer is bought. */
const endedUnpaid = (order: Order): boolean => {
  if (order.state === 'lapsed') return Object.values(order.bills).every(({ final }) => final)
  return order.state === 'withdrawn' || (order.state === 'closed' && settled(order) === 0)
}

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

const RUNNING: OrderState[] = ['paid', 'waiting', 'submitting', 'unknown', 'held', 'submitted']

/** A paid order of this customer for the same product and target that has not ended. */
export const runningTwin = async (
  store: Pick<Store, 'orders'>,
  { shop, customer, service, link }: Pick<Order, 'shop' | 'customer'> & Pick<Quote, 'service' | 'link'>,
): Promise<Order | null> => {
  const orders = await store.orders.list(shop, { customer, states: RUNNING, limit: 50 })
  return orders.find(({ quote }) => quote.service === service && quote.link === link) ?? null
}
