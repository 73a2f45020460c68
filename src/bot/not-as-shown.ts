// The yes came to an offer that no longer holds: a risen cost, other limits, nothing left. Never a bill; a new card, or what else there is.
import type { OrderId } from '../lib/brand.ts'
import { IDLE } from '../model/dialogue.ts'
import type { Order } from '../model/order.ts'
import type { ActDeps, Doing, Performed } from './act-deps.ts'
import { showList } from './conversations/listing.ts'
import { again, formOf } from './quoting.ts'

type NotAsShown = { order: OrderId; why: 'changed' | 'soldOut'; detail?: string | undefined }

/** The verb that said no may have read the catalogue anew: the shop is looked at again. */
export const notAsShown = async (
  deps: ActDeps,
  { order: id, why, detail }: NotAsShown,
  { scene, dialogue, look }: Doing,
): Promise<Performed> => {
  const order = await deps.store.orders.ofCustomer(scene.shop, scene.customer, id)
  if (!order) return { dialogue, say: [{ say: 'noSuchOrder' }] }
  const shop = await look()
  const rest = { ...IDLE, ...(dialogue.shown ? { shown: dialogue.shown } : {}) }
  const doing = { scene, dialogue: rest, shop, look }
  if (why === 'soldOut') return others(order, doing)
  const anew = await again(
    deps,
    { ...formOf(order), ...(dialogue.shown ? { shown: dialogue.shown } : {}) },
    doing,
  )
  const reason = detail === 'limits' ? 'limits' : 'price'
  const [first] = anew.say
  // Neither price nor limits are others for the customer: then it can't be had now.
  if (reason === 'price' && first?.say === 'card' && first.order.quote.price === order.quote.price) {
    await deps.withdraw({ ...scene, order: first.order.id, reason: 'notAsShown' })
    return others(order, doing)
  }
  await deps.withdraw({ ...scene, order: id, reason: 'newCard' })
  return { ...anew, say: [{ say: 'changed', why: reason }, ...anew.say] }
}

/** What comes nearest to a product that can't be had now. */
const others = ({ quote }: Order, { dialogue, shop }: Doing): Performed => {
  const { entries, byMid } = shop.goods
  const own = entries.find(({ mid }) => byMid(mid) === quote.service)
  const services = entries
    .filter(({ platform, kind }) => platform === own?.platform && kind === own.kind)
    .flatMap(({ mid }) => byMid(mid) ?? [])
    .filter((service) => service !== quote.service)
  const out = { say: 'productOut', name: quote.displayName, others: services.length > 0 } as const
  if (services.length === 0) return { dialogue, say: [out] }
  const { link, linkRaw } = quote
  const list = showList({ ...dialogue, link, linkRaw }, shop, {
    services,
    wish: { quantity: quote.quantity },
  })
  return { dialogue: list.dialogue, say: [out, ...list.say] }
}
