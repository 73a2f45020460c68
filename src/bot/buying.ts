// Acts of a purchase: the card, the yes, taking back, the same again.
import type { OrderId } from '../lib/brand.ts'
import { DEFAULTS } from '../model/defaults.ts'
import { type Dialogue, IDLE } from '../model/dialogue.ts'
import type { PlaceRefusal } from '../orders/place.ts'
import { runningTwin } from '../orders/same-link.ts'
import type { ActDeps, Doing, Performed } from './act-deps.ts'
import { check, find } from './checking.ts'
import type { Act } from './conversations/heard.ts'
import { forget } from './conversations/manners.ts'
import { proceed, relist } from './conversations/purchase.ts'
import type { ShopView } from './goods.ts'

/** One like it that is still running is asked about first; only the yes to that makes a card. */
export const quote = async (deps: ActDeps, doing: Doing, repeat?: true): Promise<Performed> => {
  const { scene, shop } = doing
  const { repeat: _, payout: __, sumFor: ___, card, ...dialogue } = doing.dialogue
  const { service = '', link = '', linkRaw = '', quantity = 1, comments } = dialogue
  if (card) await deps.withdraw({ ...scene, order: card, reason: 'newCard' })
  const twin = repeat ? null : await runningTwin(deps.store, { ...scene, service, link })
  if (twin)
    return {
      dialogue: { ...dialogue, asked: 'confirming', repeat: twin.id },
      say: [{ say: 'repeatAsk', number: twin.number, order: twin.id }],
    }
  const placed = await deps.place({
    shop: scene.shop,
    customer: scene.customer,
    chat: scene.chat,
    service,
    link,
    linkRaw,
    quantity,
    ...(comments ? { comments } : {}),
    ...(repeat ? { repeat } : {}),
    cause: `${scene.chat}#${scene.n}`,
  })
  if (placed.ok)
    return {
      dialogue: { ...dialogue, asked: 'confirming', card: placed.order.id },
      say: [{ say: 'card', order: placed.order }],
    }
  return refused(placed.reason, dialogue, shop)
}

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
