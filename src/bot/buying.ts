// Acts of a purchase after its card: the yes, taking back, the same again.
import type { OrderId } from '../lib/brand.ts'
import { DEFAULTS } from '../model/defaults.ts'
import { type Dialogue, IDLE } from '../model/dialogue.ts'
import type { Order } from '../model/order.ts'
import type { ActDeps, Doing, Performed } from './act-deps.ts'
import { check, find } from './checking.ts'
import type { Act } from './conversations/heard.ts'
import { ALL, relist, showList } from './conversations/listing.ts'
import { forget, found } from './conversations/manners.ts'
import type { ShopView } from './goods.ts'
import { notAsShown } from './not-as-shown.ts'
import { again, formOf } from './quoting.ts'
import { onSaldo } from './saldo.ts'

export const confirm = async (deps: ActDeps, order: OrderId, doing: Doing): Promise<Performed> => {
  const { scene, dialogue, shop } = doing
  const said = await deps.confirm({ ...scene, order })
  // The offer is taken: what follows (picture, paid, processing) is news of the order.
  if (said.ok)
    return {
      dialogue: dialogue.card === order ? IDLE : dialogue,
      say: said.already
        ? []
        : [said.order.quote.toPay > 0 ? { say: 'preparing' } : { say: 'preparing', saldo: true }],
      ended: true,
    }
  if (said.reason === 'tooManyBills')
    return { dialogue, say: [{ say: 'tooManyBills', max: DEFAULTS.openBillsPerCustomer }] }
  if (said.reason === 'closed') return { dialogue: IDLE, say: [{ say: 'shopClosed' }] }
  if (said.reason === 'changed' || said.reason === 'soldOut')
    return notAsShown(deps, { order, why: said.reason, detail: said.detail }, doing)
  const product = dialogue.service ? shop.goods.line(dialogue.service) : null
  return {
    dialogue: dialogue.card === order ? IDLE : dialogue,
    say: [{ say: 'cardLapsed', ...(product ? { product } : {}) }],
  }
}

export const withdraw = async (
  deps: ActDeps,
  act: Act & { do: 'withdraw' },
  doing: Doing,
): Promise<Performed> => {
  const { scene, dialogue } = doing
  const done = await deps.withdraw({ ...scene, order: act.order })
  const idle = dialogue.card === act.order ? IDLE : dialogue
  if (!done.ok) {
    if (done.reason === 'paid') return check(deps, { do: 'check', order: act.order }, doing)
    return { dialogue: idle, say: [{ say: done.reason === 'over' ? 'cancelled' : 'noSuchOrder' }] }
  }
  if (!act.next) return { dialogue: idle, say: [{ say: 'cancelled' }] }
  if (done.order.deposit) return onSaldo(deps, { do: 'topup' }, doing)
  const { number } = done.order
  const anew = await again(deps, changed(done.order, act), doing)
  return { ...anew, say: [{ say: 'billReplaced', number }, ...anew.say] }
}

/** What the old bill was for, with the new value; without one that is asked for. */
const changed = (order: Order, { next, with: value = {} }: Act & { do: 'withdraw' }): Dialogue => {
  const { quantity: _, ...bare } = formOf(order)
  const form = order.quote.type === 'default' ? formOf(order) : bare
  if (value.service && value.service !== form.service) {
    const { comments: __, ...other } = form
    return { ...other, ...value }
  }
  const open =
    next === 'edit' && Object.keys(value).length > 0
      ? form
      : forget(form, next === 'link' ? 'link' : 'quantity')
  return { ...open, ...value }
}

/** The same again at today's price, or another product for the same link. */
export const reorder = async (
  deps: ActDeps,
  act: Act & { do: 'reorder' | 'otherProduct' },
  doing: Doing,
): Promise<Performed> => {
  const { scene, dialogue, shop } = doing
  const order = await find(deps, scene, act)
  if (!order) return { dialogue, say: [{ say: act.order ? 'noSuchOrder' : 'noOrders' }] }
  if (order.deposit) return onSaldo(deps, { do: 'topup' }, doing)
  if (act.do === 'reorder') return asBefore(deps, order, doing)
  if (order.state === 'held') await deps.choose({ ...scene, order: order.id, choice: 'toSaldo' })
  return others(order, shop)
}

/** At today's price, which is said; of a product that is gone, what comes nearest. The link stays, and only a yes to the card buys. */
const asBefore = async (deps: ActDeps, order: Order, doing: Doing): Promise<Performed> => {
  const { quote, number } = order
  if (!doing.shop.goods.line(quote.service)) {
    const list = others(order, doing.shop)
    return { ...list, say: [{ say: 'productOut', name: quote.displayName, others: true }, ...list.say] }
  }
  const anew = await again(deps, formOf(order), doing)
  const [first] = anew.say
  if (first?.say !== 'card') return anew
  const now = first.order.quote.price
  return { ...anew, say: [{ say: 'asBefore', number, was: quote.price, now }, ...anew.say] }
}

/** What sells the same on the same platform, for what is still missing; the window where nothing else does. */
const others = ({ quote, state, progress }: Order, shop: ShopView): Performed => {
  const { link, linkRaw, service } = quote
  const quantity = state === 'partial' && progress?.remains ? progress.remains : quote.quantity
  const kept = { ...IDLE, link, linkRaw, quantity }
  const sold = quote.sells
  const same = sold && found(shop, { ...ALL, platforms: [sold.platform], kinds: [sold.kind], quantity })
  const services = same?.services.filter((other) => other !== service) ?? []
  const list =
    sold && services.length > 0
      ? showList(kept, shop, {
          services,
          next: same?.next,
          wish: { platform: sold.platform, kind: sold.kind, quantity },
        })
      : relist(kept, shop, 'changed')
  return { dialogue: { ...list.dialogue, link, linkRaw }, say: list.say }
}
