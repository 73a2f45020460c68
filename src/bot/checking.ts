// How an order stands, and what a customer claims to have paid: the gateway is asked before anything is said about money,
// and a picture never settles.
import type { OrderId } from '../lib/brand.ts'
import { DAY, MINUTE } from '../lib/clock.ts'
import { isPaid } from '../model/flow.ts'
import { newestBill, type Order } from '../model/order.ts'
import { orderLine, ordersOf } from '../orders/history.ts'
import type { ActDeps, Doing, Performed } from './act-deps.ts'
import type { Act } from './conversations/heard.ts'
import type { Scene } from './scene.ts'

export const find = async (
  deps: ActDeps,
  { shop, customer }: Scene,
  which: { order?: OrderId; number?: string },
): Promise<Order | null> => {
  if (which.order) return deps.store.orders.ofCustomer(shop, customer, which.order)
  if (which.number) return deps.store.orders.byNumber(shop, customer, which.number.toUpperCase())
  return (await ordersOf(deps.store, shop, customer))[0] ?? null
}

/** The order whose bill is open, or ended within a day: what a picture of a payment may belong to. */
export const lately = (orders: Order[], now: number): Order | null => {
  const ended = (order: Order): number => {
    const bill = newestBill(order)
    return bill ? (bill.paidAt ?? bill.expiresAt ?? bill.createdAt) : 0
  }
  return orders.find((order) => ended(order) > now - DAY) ?? null
}

const billed = async (deps: ActDeps, { scene, shop }: Doing): Promise<Order | null> => {
  const [open] = shop.bills
  if (open) return open
  const orders = await deps.store.orders.list(scene.shop, { customer: scene.customer, limit: 10 })
  return lately(orders, deps.clock.now())
}

const everPaid = (order: Order): boolean =>
  isPaid(order.state) || order.events.some(({ to }) => to === 'paid' || to === 'held')

export const check = async (deps: ActDeps, act: Act & { do: 'check' }, doing: Doing): Promise<Performed> => {
  const { scene, dialogue } = doing
  const named = act.order !== undefined || act.number !== undefined
  const order = (act.claim && !named ? await billed(deps, doing) : null) ?? (await find(deps, scene, act))
  if (!order) return { dialogue, say: [{ say: named ? 'noSuchOrder' : act.claim ? 'noBill' : 'noOrders' }] }
  const checked = await deps.check({ ...scene, order: order.id })
  if (!checked.ok) return { dialogue, say: [{ say: 'noSuchOrder' }] }
  if (act.claim && !everPaid(checked.order)) return claim(deps, { ...checked, how: act.claim }, doing)
  return { dialogue, say: standing(act, checked) }
}

type Checked = { order: Order; checkedAt: number }

const standing = (act: Act & { do: 'check' }, { order, checkedAt }: Checked): Performed['say'] => {
  const open = order.state === 'awaitingPayment' ? newestBill(order) : undefined
  if (!open) return [{ say: 'orderStatus', order: orderLine(order) }]
  const bill = { amount: open.amount, until: open.expiresAt ?? checkedAt, checkedAt }
  const notYet = { say: 'billNotYet', number: order.number, at: checkedAt, id: order.id } as const
  return act.order ? [notYet] : [notYet, { say: 'orderStatus', order: orderLine(order), bill }]
}

/** Not paid after all: the seller gets it to look at, once in ten minutes however often it is said. */
const claim = async (
  deps: ActDeps,
  { order, checkedAt, how }: Checked & { how: 'words' | 'picture' },
  { scene, dialogue }: Doing,
): Promise<Performed> => {
  const item = `it_${order.id}_${how}_${Math.floor(checkedAt / (10 * MINUTE))}`
  await deps.store.items.create({
    id: item,
    shop: scene.shop,
    kind: 'proof',
    order: order.id,
    chat: scene.chat,
    text: how === 'picture' ? 'sent a picture or PDF as proof of payment' : 'says to have paid',
    at: deps.clock.now(),
  })
  const { id, number } = order
  return {
    dialogue,
    say: [
      { say: 'billNotYet', number, at: checkedAt, id },
      { say: 'claimNoted', number, item },
    ],
  }
}

/** A picture or PDF: a claim while a bill is open or within a day after; otherwise nothing that can be read. */
export const proof = async (deps: ActDeps, doing: Doing): Promise<Performed> => {
  const order = await billed(deps, doing)
  return order
    ? check(deps, { do: 'check', order: order.id, claim: 'picture' }, doing)
    : { dialogue: doing.dialogue, say: [{ say: 'photoNoBill' }] }
}
