// From a filled form to its card: one like it that is still running is asked about, and what does not fit any more is asked again.
import { type Dialogue, IDLE } from '../model/dialogue.ts'
import type { Order } from '../model/order.ts'
import type { PlaceRefusal } from '../orders/place.ts'
import { runningTwin } from '../orders/same-link.ts'
import type { ActDeps, Doing, Performed } from './act-deps.ts'
import { relist } from './conversations/listing.ts'
import { forget } from './conversations/manners.ts'
import { proceed } from './conversations/purchase.ts'
import type { ShopView } from './goods.ts'

/** One like it that is still running is asked about first; only the yes to that makes a card. */
export const quote = async (deps: ActDeps, doing: Doing, repeat?: true): Promise<Performed> => {
  const { scene, shop } = doing
  const { repeat: _, payout: __, sumFor: ___, aside: ____, card, ...dialogue } = doing.dialogue
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

/** What an order's card was made of. */
export const formOf = ({ quote }: Order): Dialogue => ({
  asked: 'idle',
  service: quote.service,
  link: quote.link,
  linkRaw: quote.linkRaw,
  quantity: quote.quantity,
  ...(quote.comments ? { comments: quote.comments } : {}),
})

/** The form as far as it is filled: its card, or the question for what is missing. */
export const again = async (deps: ActDeps, form: Dialogue, doing: Doing): Promise<Performed> => {
  const next = proceed(form, doing.shop)
  return next.act
    ? quote(deps, { ...doing, dialogue: next.dialogue })
    : { dialogue: next.dialogue, say: next.say }
}
