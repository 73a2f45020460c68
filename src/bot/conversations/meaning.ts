// What an intent does to the dialogue: buying, orders, the shop itself. Saldo has a file of its own. Pure.
import { DEFAULTS } from '../../model/defaults.ts'
import { type Dialogue, IDLE, type Wish, yesTo } from '../../model/dialogue.ts'
import type { Say } from '../../model/say.ts'
import type { Understanding } from '../../model/understanding.ts'
import type { ShopView } from '../goods.ts'
import { explain } from './answering.ts'
import type { Heard, NewValue } from './heard.ts'
import { relist, type Step, showList, showWindow } from './listing.ts'
import { forget, greet, more, stop } from './manners.ts'
import { askAgain, choose, proceed } from './purchase.ts'

type Words = Heard & { heard: 'words' }

/** What words mean for buying, for orders, for the shop; null: nothing of it. */
export const about = (dialogue: Dialogue, heard: Words, shop: ShopView): Step | null =>
  aboutBuying(dialogue, heard, shop) ??
  aboutOrders(dialogue, heard, shop) ??
  aboutTheShop(dialogue, heard, shop)

const aboutBuying = (dialogue: Dialogue, heard: Words, shop: ShopView): Step | null => {
  const { meaning, text } = heard
  switch (meaning.intent) {
    case 'greet':
      return greet(dialogue, shop)
    case 'browse':
      return noted(browse(dialogue, meaning, shop), text)
    case 'select':
      return select(dialogue, meaning, shop)
    case 'more':
      return more(dialogue, shop)
    case 'give_link':
    case 'give_quantity':
    case 'give_comments':
      return dialogue.service ? proceed(dialogue, shop) : withoutProduct(dialogue, meaning, shop)
    case 'change':
      return change(dialogue, meaning, shop)
    case 'confirm':
      return yes(dialogue, shop)
    case 'cancel':
      // Nothing is under way but bills, and the words name an order: a top-up is none.
      return dialogue.asked === 'idle' && ORDER.test(text)
        ? stopOrder(dialogue, meaning, shop)
        : stop(dialogue, shop)
    case 'ask_product':
      return openEnded(
        explain(dialogue, meaning, { shop, otherwise: () => browse(dialogue, meaning, shop) }),
        heard,
      )
    default:
      return null
  }
}

/** What our own sentences about a product do not cover. */
const openEnded = (step: Step, { meaning, text }: Words): Step =>
  !step.act && [meaning.about].flat().includes('other') ? { ...step, act: { do: 'aside', text } } : step

const ORDER = /\b(?:pesanan|orderan|order)/i

const wishOf = (meaning: Understanding, before: Wish | undefined): Wish => {
  const { platform, kind, prefer, quantity, budget } = meaning
  const said: Wish = {
    ...(platform ? { platform } : {}),
    ...(kind ? { kind } : {}),
    ...(prefer ? { prefer } : {}),
    ...(quantity === undefined ? {} : { quantity }),
    ...(budget === undefined ? {} : { budget }),
  }
  return { ...(platform || kind ? {} : before), ...said }
}

const browse = (dialogue: Dialogue, meaning: Understanding, shop: ShopView): Step => {
  const wish = wishOf(meaning, dialogue.wish)
  const said = wish.platform || wish.kind || wish.prefer || wish.budget !== undefined
  const services = (meaning.mids ?? []).flatMap((mid) => shop.goods.byMid(mid) ?? [])
  const window = shop.goods.window()
  if (!said && services.every((service) => window.includes(service))) return showWindow(dialogue, shop)
  const next = meaning.sought && { sought: meaning.sought, from: services.length }
  return showList({ ...dialogue, wish }, shop, { services, wish, next })
}

/** What was asked for and is not sold is demand, for the seller to see. */
const noted = (step: Step, text: string): Step =>
  step.say[0]?.say === 'nothing' && text ? { ...step, act: { do: 'demand', text } } : step

/** A number that the list holds means the row that was seen; only a number outside it means today's. */
const select = (dialogue: Dialogue, { mid, quantity, link }: Understanding, shop: ShopView): Step => {
  if (mid === undefined) return relist(dialogue, shop)
  const row = dialogue.shown?.rows.find((one) => one.mid === mid)
  if (row && dialogue.shown && shop.now - dialogue.shown.at > DEFAULTS.listLife)
    return relist(dialogue, shop, 'old')
  if (row && shop.goods.line(row.service)?.mid !== mid) return relist(dialogue, shop, 'changed')
  const service = row?.service ?? shop.goods.byMid(mid)
  if (!service) return { dialogue, say: [{ say: 'unknownMid', mid }] }
  const fresh = dialogue.service && dialogue.service !== service && !link && quantity === undefined
  return choose(
    fresh
      ? {
          ...IDLE,
          ...(dialogue.shown ? { shown: dialogue.shown } : {}),
          ...(dialogue.wish ? { wish: dialogue.wish } : {}),
          ...(dialogue.link ? { link: dialogue.link, linkRaw: dialogue.linkRaw ?? '' } : {}),
        }
      : dialogue,
    shop,
    service,
  )
}

/** A link or a number before a product: remembered, and the goods that fit are shown, at the price of that number. */
const withoutProduct = (dialogue: Dialogue, meaning: Understanding, shop: ShopView): Step => {
  const { quantity, link, mids = [] } = meaning
  const wished = quantity === undefined ? dialogue : { ...dialogue, wish: { ...dialogue.wish, quantity } }
  const step = mids.length > 0 ? browse(dialogue, meaning, shop) : relist(wished, shop)
  const noted = (say: Say): Say => (say.say === 'list' ? { ...say, anew: 'link' } : say)
  return link ? { ...step, say: step.say.map(noted) } : step
}

/** What was said along with the wish to change; as it was kept in the dialogue by then. */
const newValue = (
  { link, linkRaw }: Dialogue,
  { quantity, link: said, mid }: Understanding,
  { goods }: ShopView,
): NewValue | undefined => {
  const service = mid === undefined ? undefined : goods.byMid(mid)
  const value: NewValue = {
    ...(quantity === undefined ? {} : { quantity }),
    ...(said && link ? { link, linkRaw: linkRaw ?? link } : {}),
    ...(service ? { service } : {}),
  }
  return Object.keys(value).length > 0 ? value : undefined
}

const change = (dialogue: Dialogue, meaning: Understanding, shop: ShopView): Step => {
  const bill = shop.bills[0]
  if (!dialogue.service && bill) {
    const next = meaning.field === 'quantity' || meaning.field === 'link' ? meaning.field : 'edit'
    const value = newValue(dialogue, meaning, shop)
    return {
      dialogue,
      say: [],
      act: { do: 'withdraw', order: bill.id, next, ...(value ? { with: value } : {}) },
    }
  }
  if (meaning.field === 'product') {
    const { service: _, quantity: __, card: ___, ...kept } = dialogue
    return meaning.mid === undefined ? browse(kept, meaning, shop) : select(kept, meaning, shop)
  }
  if (!dialogue.service) return showWindow(dialogue, shop)
  const said = meaning.field === 'link' ? meaning.link !== undefined : meaning.quantity !== undefined
  return proceed(said ? dialogue : forget(dialogue, meaning.field), shop)
}

const yes = (dialogue: Dialogue, shop: ShopView): Step => {
  switch (yesTo(dialogue)) {
    case 'order':
      return { dialogue, say: [], act: { do: 'confirm', order: dialogue.card ?? '' } }
    case 'repeat':
      return { dialogue, say: [], act: { do: 'quote', repeat: true } }
  }
  if (shop.bills.length > 0) return { dialogue, say: [], act: { do: 'bills' } }
  return { dialogue, say: [{ say: 'confirmWhich' }, ...askAgain(dialogue, shop)] }
}

const aboutOrders = (dialogue: Dialogue, { meaning, text }: Words, shop: ShopView): Step | null => {
  const number = meaning.order_id ? { number: meaning.order_id } : {}
  switch (meaning.intent) {
    case 'order_status':
      return { dialogue, say: [], act: { do: 'check', ...number } }
    case 'paid_claim':
      return { dialogue, say: [], act: { do: 'check', claim: 'words', ...number } }
    case 'my_orders':
      return { dialogue, say: [], act: { do: 'myOrders' } }
    case 'resend_bill':
      return { dialogue, say: [], act: { do: 'resendBill' } }
    case 'reorder':
      // "Ulangi" is the word of the question itself.
      if (yesTo(dialogue) === 'repeat') return yes(dialogue, shop)
      return { dialogue, say: [], act: { do: 'reorder', ...number } }
    case 'complaint':
      return { dialogue, say: [], act: { do: 'complain', text, ...number } }
    case 'refill':
      return { dialogue, say: [], act: { do: 'complain', text, refill: true, ...number } }
    case 'cancel_order':
      return stopOrder(dialogue, meaning, shop)
    default:
      return null
  }
}

/** The card that waits, the bill that is named, else the only one that is open; what is paid can't be stopped here. */
const stopOrder = (dialogue: Dialogue, { order_id }: Understanding, shop: ShopView): Step => {
  if (order_id === undefined && dialogue.card && dialogue.asked === 'confirming') return stop(dialogue, shop)
  const named = order_id?.toUpperCase()
  const orders = shop.bills.filter(({ deposit }) => !deposit)
  // "Pesanan" is no top-up, unless there is nothing else.
  const open = orders.length > 0 || shop.lastOrder ? orders : shop.bills
  const bills = named === undefined ? open : shop.bills.filter(({ number }) => number === named)
  const [only, second] = bills
  if (second) return { dialogue, say: [], act: { do: 'bills' } }
  return only
    ? { dialogue, say: [], act: { do: 'withdraw', order: only.id } }
    : { dialogue, say: [], act: { do: 'cannotStop', ...(named === undefined ? {} : { number: named }) } }
}

const aboutTheShop = (dialogue: Dialogue, { meaning, text }: Words, shop: ShopView): Step | null => {
  const again = askAgain(dialogue, shop)
  switch (meaning.intent) {
    case 'ask_general':
      return { dialogue, say: [], act: { do: 'question', text } }
    case 'language':
      return { dialogue, say: [{ say: 'askLanguage' }] }
    case 'human':
      return { dialogue, say: [], act: { do: 'human', text } }
    case 'thanks':
      return { dialogue, say: [{ say: 'thanks' }] }
    case 'attack':
      return { dialogue, say: [{ say: 'refuseAttack' }, ...again] }
    default:
      return null
  }
}
