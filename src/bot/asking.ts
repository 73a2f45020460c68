// Acts about what was ordered before: the list, bills, saldo, complaints, the choice after a refusal.
import type { CustomerId, ShopId } from '../lib/brand.ts'
import { tell } from '../model/flow.ts'
import { newestBill } from '../model/order.ts'
import type { Say } from '../model/say.ts'
import type { OrderState } from '../model/state.ts'
import { orderLine, ordersOf } from '../orders/history.ts'
import type { ActDeps, Doing, Performed } from './act-deps.ts'
import { check, find } from './checking.ts'
import type { Act } from './conversations/heard.ts'
import type { ShopView } from './goods.ts'

export const myOrders = async (
  deps: ActDeps,
  { shop, customer }: { shop: ShopId; customer: CustomerId },
): Promise<Say> => {
  const orders = await ordersOf(deps.store, shop, customer)
  return orders.length > 0
    ? { say: 'myOrders', orders: orders.slice(0, 10).map(orderLine) }
    : { say: 'noOrders' }
}

export const bills = (shop: ShopView): Say => {
  const orders = shop.bills.flatMap((order) => {
    const bill = newestBill(order)
    return bill?.state === 'open'
      ? [{ number: order.number, amount: bill.amount, until: bill.expiresAt ?? shop.now, id: order.id }]
      : []
  })
  return orders.length > 0 ? { say: 'bills', orders } : { say: 'noBill' }
}

/** The picture is sent anew: the mark says that it was asked for, the notice takes the older message away. */
export const resendBill = async (deps: ActDeps, { scene, dialogue, shop }: Doing): Promise<Performed> => {
  const open = shop.bills.find((order) => order.state === 'awaitingPayment')
  if (!open) return { dialogue, say: [{ say: 'noBill' }] }
  await deps.store.orders.advance(scene.shop, open.id, (order) => ({
    type: 'billAsked',
    by: 'customer',
    quiet: true,
    key: `resend:${scene.n}`,
    jobs: [tell(order, `resend:${scene.n}`, deps.clock.now())],
  }))
  return { dialogue, say: [] }
}

/** What is paid can't be stopped from here; of an order that is over, or is none, that is said instead. */
export const cannotStop = async (
  deps: ActDeps,
  act: Act & { do: 'cannotStop' },
  doing: Doing,
): Promise<Performed> => {
  const { scene, dialogue } = doing
  const order = await find(deps, scene, act)
  if (!order) return { dialogue, say: [{ say: act.number ? 'noSuchOrder' : 'nothingToCancel' }] }
  if (OVER.includes(order.state)) return check(deps, { do: 'check', order: order.id }, doing)
  return { dialogue, say: [{ say: 'cannotStop', number: order.number }] }
}

const OVER: OrderState[] = ['lapsed', 'withdrawn', 'completed', 'partial', 'stoppedByPanel', 'closed']

export const choice = async (
  deps: ActDeps,
  act: Act & { do: 'choice' },
  doing: Doing,
): Promise<Performed> => {
  const { scene, dialogue } = doing
  const done = await deps.choose({ ...scene, order: act.order, choice: act.choice })
  if (done.ok) return { dialogue, say: [] }
  return done.reason === 'notFound'
    ? { dialogue, say: [{ say: 'noSuchOrder' }] }
    : check(deps, { do: 'check', order: act.order }, doing)
}
