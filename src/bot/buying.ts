// Acts of a purchase: the card, the yes, taking back, the same again.
import type { OrderId } from '../lib/brand.ts'
import { DEFAULTS } from '../model/defaults.ts'
import { type Dialogue, IDLE } from '../model/dialogue.ts'
import type { Order } from '../model/order.ts'
import type { Say } from '../model/say.ts'
import type { PlaceRefusal } from '../orders/place.ts'
import type { ActDeps, Doing, Performed } from './act-deps.ts'
import { check, find } from './checking.ts'
import type { Act } from './conversations/heard.ts'
import { forget } from './conversations/manners.ts'
import { proceed, relist } from './conversations/purchase.ts'
import type { ShopView } from './goods.ts'

export const quote = async (deps: ActDeps, { scene, dialogue, shop }: Doing): Promise<Performed> => {
  const { service = '', link = '', linkRaw = '', quantity = 1, comments, card } = dialogue
  if (card) await deps.withdraw({ ...scene, order: card, reason: 'newCard' })
  const placed = await deps.place({
    shop: scene.shop,
    customer: scene.customer,
    chat: scene.chat,
    service,
    link,
    linkRaw,
    quantity,
    ...(comments ? { comments } : {}),
    cause: `${scene.chat}#${scene.n}`,
  })
  if (placed.ok)
    return {
      dialogue: { ...dialogue, asked: 'confirming', card: placed.order.id },
      say: [{ say: 'card', order: placed.order }, ...(await runningTwin(deps, placed.order))],
    }
  return refused(placed.reason, dialogue, shop)
}

/** The same for the same target is under way already: the new one would wait for it, or is one too many. */
const runningTwin = async (deps: ActDeps, { id, shop, customer, quote: made }: Order): Promise<Say[]> => {
  const orders = await deps.store.orders.list(shop, { customer, states: RUNNING, limit: 50 })
  const twin = orders.find(
    (one) => one.id !== id && one.quote.service === made.service && one.quote.link === made.link,
  )
  return twin ? [{ say: 'repeatAsk', number: twin.number, order: twin.id }] : []
}

const RUNNING = ['paid', 'waiting', 'submitting', 'unknown', 'submitted']

const refused = (reason: PlaceRefusal, dialogue: Dialogue, shop: ShopView): Performed => {
  if (reason === 'blockedTarget')
    return {
      dialogue: { ...IDLE, ...(dialogue.shown ? { shown: dialogue.shown } : {}) },
      say: [{ say: 'blockedTarget' }],
    }
  if (reason === 'closed') return { dialogue: IDLE, say: [{ say: 'shopClosed' }] }
  if (reason === 'notOnSale' || reason === 'noPrice') {
    const again = relist(dialogue, shop, 'changed')
    return { dialogue: again.dialogue, say: again.say }
  }
  const again = proceed(forget(dialogue, 'quantity'), shop)
  return { dialogue: again.dialogue, say: again.say }
}

export const confirm = async (
  deps: ActDeps,
  order: OrderId,
  { scene, dialogue, shop }: Doing,
): Promise<Performed> => {
  const said = await deps.confirm({ ...scene, order })
  // The offer is taken: what follows (picture, paid, processing) is news of the order.
  if (said.ok)
    return {
      dialogue: dialogue.card === order ? IDLE : dialogue,
      say: said.already ? [] : [{ say: 'preparing' }],
      ended: true,
    }
  if (said.reason === 'tooManyBills')
    return { dialogue, say: [{ say: 'tooManyBills', max: DEFAULTS.openBillsPerCustomer }] }
  if (said.reason === 'closed') return { dialogue: IDLE, say: [{ say: 'shopClosed' }] }
  const product = dialogue.service ? shop.goods.line(dialogue.service) : null
  return {
    dialogue: dialogue.card === order ? IDLE : dialogue,
    say: [{ say: 'cardLapsed', ...(product ? { product } : {}) }],
  }
}

export const withdraw = async (
  deps: ActDeps,
  act: Act & { do: 'withdraw' },
  { scene, dialogue, shop }: Doing,
): Promise<Performed> => {
  const done = await deps.withdraw({ ...scene, order: act.order })
  const idle = dialogue.card === act.order ? IDLE : dialogue
  if (!done.ok) {
    if (done.reason === 'paid')
      return check(deps, { do: 'check', order: act.order }, { scene, dialogue, shop })
    return { dialogue: idle, say: [{ say: done.reason === 'over' ? 'cancelled' : 'noSuchOrder' }] }
  }
  if (!act.next) return { dialogue: idle, say: [{ say: 'cancelled' }] }
  const old = done.order.quote
  const form: Dialogue = {
    asked: 'idle',
    service: old.service,
    link: old.link,
    linkRaw: old.linkRaw,
    ...(old.type === 'default' ? { quantity: old.quantity } : {}),
  }
  const again = proceed(forget(form, act.next === 'link' ? 'link' : 'quantity'), shop)
  return again.act
    ? quote(deps, { scene, dialogue: again.dialogue, shop })
    : { dialogue: again.dialogue, say: again.say }
}

/** The same again at today's price, or another product for the same link. */
export const reorder = async (
  deps: ActDeps,
  act: Act & { do: 'reorder' | 'otherProduct' },
  { scene, dialogue, shop }: Doing,
): Promise<Performed> => {
  const order = await find(deps, scene, act)
  if (!order) return { dialogue, say: [{ say: act.order ? 'noSuchOrder' : 'noOrders' }] }
  const { quote: old } = order
  if (act.do === 'otherProduct') {
    if (order.state === 'held') await deps.choose({ ...scene, order: order.id, choice: 'toSaldo' })
    const again = relist(
      { ...IDLE, link: old.link, linkRaw: old.linkRaw, quantity: old.quantity },
      shop,
      'changed',
    )
    return { dialogue: { ...again.dialogue, link: old.link, linkRaw: old.linkRaw }, say: again.say }
  }
  const form: Dialogue = {
    asked: 'idle',
    service: old.service,
    link: old.link,
    linkRaw: old.linkRaw,
    quantity: old.quantity,
    ...(old.comments ? { comments: old.comments } : {}),
  }
  const next = proceed(form, shop)
  return next.act
    ? quote(deps, { scene, dialogue: next.dialogue, shop })
    : { dialogue: next.dialogue, say: next.say }
}
