// How an order stands, and what a customer claims to have paid: the gateway is asked before anything is said about money,
// and a picture never settles.
import type { OrderId } from '../lib/brand.ts'
import { DAY, MINUTE } from '../lib/clock.ts'
import { deskJob } from '../model/desk-news.ts'
import { isPaid } from '../model/flow.ts'
import { newestBill, type Order } from '../model/order.ts'
import type { Say, SentFile } from '../model/say.ts'
import { orderLine, ordersOf } from '../orders/history.ts'
import type { ActDeps, Doing, Performed } from './act-deps.ts'
import type { Act } from './conversations/heard.ts'
import { askAgain } from './conversations/purchase.ts'
import { balance } from './saldo.ts'
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
  const orders = await deps.store.orders.list(scene.shop, {
    customer: scene.customer,
    deposits: 'all',
    limit: 10,
  })
  return lately(orders, deps.clock.now())
}

const everPaid = (order: Order): boolean =>
  isPaid(order.state) || order.events.some(({ to }) => to === 'paid' || to === 'held')

export const check = async (deps: ActDeps, act: Act & { do: 'check' }, doing: Doing): Promise<Performed> => {
  const { scene, dialogue } = doing
  const named = act.order !== undefined || act.number !== undefined
  const order = (act.claim && !named ? await billed(deps, doing) : null) ?? (await newest(deps, act, doing))
  if (!order) return { dialogue, say: [{ say: named ? 'noSuchOrder' : act.claim ? 'noBill' : 'noOrders' }] }
  if (act.claim && isManual(order)) return claimPaid(deps, doing, { order: order.id })
  const checked = await deps.check({ ...scene, order: order.id })
  if (!checked.ok) return { dialogue, say: [{ say: 'noSuchOrder' }] }
  if (act.claim && !everPaid(checked.order))
    return claim(deps, { order: checked.order, how: act.claim, at: checked.checkedAt }, doing)
  if (checked.order.deposit && checked.order.state === 'closed') return balance(deps, doing)
  return { dialogue, say: await usualTime(deps, standing(checked), checked.order) }
}

/** Of an order that is on its way: how long such a one takes here, where that was measured. */
const usualTime = async (deps: ActDeps, says: Say[], { shop, state, quote }: Order): Promise<Say[]> => {
  const usual = state === 'submitted' ? await deps.measured(shop, quote.service) : null
  return usual ? says.map((say) => (say.say === 'orderStatus' ? { ...say, usual } : say)) : says
}

/** The order named, else the newest there is, an open bill that fills saldo too. */
const newest = async (
  deps: ActDeps,
  act: Act & { do: 'check' },
  { scene, shop }: Doing,
): Promise<Order | null> => {
  const order = await find(deps, scene, act)
  if (act.order !== undefined || act.number !== undefined) return order
  const [bill] = shop.bills
  return bill && bill.createdAt > (order?.createdAt ?? 0) ? bill : order
}

/** Nobody can be asked about such a bill but the seller. */
const isManual = (order: Order): boolean => newestBill(order)?.gateway === 'manual'

type Checked = { order: Order; checkedAt: number }

const standing = ({ order, checkedAt }: Checked): Performed['say'] => {
  const open = order.state === 'awaitingPayment' ? newestBill(order) : undefined
  if (!open) return [{ say: 'orderStatus', order: orderLine(order) }]
  const { amount, expiresAt: until = checkedAt, gateway, claimedAt } = open
  if (gateway === 'manual') {
    if (claimedAt !== undefined) return [{ say: 'claimPassed', number: order.number, picture: false }]
    return [{ say: 'orderStatus', order: orderLine(order), bill: { amount, until } }]
  }
  return [{ say: 'billNotYet', number: order.number, at: checkedAt, id: order.id, due: { amount, until } }]
}

type Claimed = { order: Order; at: number; how: 'words' | 'picture'; file?: SentFile }

/** Not paid after all: the seller gets it to look at, once in ten minutes however often it is said. */
const claim = async (
  deps: ActDeps,
  { order, at, how, file }: Claimed,
  { scene, dialogue }: Doing,
): Promise<Performed> => {
  const item = await noteProof(deps, scene, { order, at, how, ...(file ? { file } : {}) })
  const { id, number } = order
  return {
    dialogue,
    say: [
      { say: 'billNotYet', number, at, id },
      { say: 'claimNoted', number, item, picture: how === 'picture' },
    ],
  }
}

const noteProof = async (deps: ActDeps, scene: Scene, { order, at, how, file }: Claimed): Promise<string> => {
  const every = isManual(order) ? MINUTE : 10 * MINUTE
  const id = `it_${order.id}_${how}_${Math.floor(at / every)}`
  const made = await deps.store.items.create({
    id,
    shop: scene.shop,
    kind: 'proof',
    order: order.id,
    chat: scene.chat,
    text: how === 'picture' ? 'sent a picture or PDF as proof of payment' : 'says to have paid',
    ...(file ? { file } : {}),
    at,
  })
  if (file && made === 'created')
    await deps.store.jobs.add([deskJob(scene.shop, { news: 'proof', item: id, mark: 'sent' }, at)])
  return id
}

/** A bill of the seller's own QRIS: the seller is asked to look, and gets the picture if there is one. */
export const claimPaid = async (
  deps: ActDeps,
  doing: Doing,
  { order: id, file }: { order: OrderId; file?: SentFile },
): Promise<Performed> => {
  const { scene, dialogue } = doing
  const order = await deps.store.orders.ofCustomer(scene.shop, scene.customer, id)
  if (!order) return { dialogue, say: [{ say: 'noSuchOrder' }] }
  const claimed = await deps.claim({ ...scene, order: id })
  const at = deps.clock.now()
  const proof = { order, at, how: file ? 'picture' : 'words', ...(file ? { file } : {}) } as const
  if (claimed.ok) {
    if (file) await noteProof(deps, scene, proof)
    return { dialogue, say: [{ say: 'claimPassed', number: order.number, picture: file !== undefined }] }
  }
  if (claimed.reason === 'notManual') return check(deps, { do: 'check', order: id, claim: proof.how }, doing)
  if (claimed.reason !== 'over') return check(deps, { do: 'check', order: id }, doing)
  const item = await noteProof(deps, scene, proof)
  return { dialogue, say: [{ say: 'claimNoted', number: order.number, item, picture: file !== undefined }] }
}

/** A picture or PDF: a claim while a bill is open or within a day after; otherwise nothing that can be read. */
export const proof = async (deps: ActDeps, doing: Doing, file?: SentFile): Promise<Performed> => {
  const { scene, dialogue, shop } = doing
  const order = await billed(deps, doing)
  if (!order) {
    const link = dialogue.asked === 'asking_link'
    return { dialogue, say: [{ say: 'photoNoBill', ...(link ? { link } : {}) }, ...askAgain(dialogue, shop)] }
  }
  const sent = file ? { file } : {}
  if (isManual(order)) return claimPaid(deps, doing, { order: order.id, ...sent })
  const checked = await deps.check({ ...scene, order: order.id })
  if (!checked.ok) return { dialogue, say: [{ say: 'noSuchOrder' }] }
  if (everPaid(checked.order)) return check(deps, { do: 'check', order: order.id }, doing)
  return claim(deps, { order: checked.order, at: checked.checkedAt, how: 'picture', ...sent }, doing)
}
