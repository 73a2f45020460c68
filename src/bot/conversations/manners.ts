// What buttons, commands and words have in common: the greeting, the closed door, the next page, taking back.

import { searchPage } from '../../assistant/reader/search.ts'
import type { Rupiah } from '../../lib/brand.ts'
import type { Dialogue } from '../../model/dialogue.ts'
import { IDLE } from '../../model/dialogue.ts'
import type { Say } from '../../model/say.ts'
import type { Sought } from '../../model/understanding.ts'
import type { ShopView } from '../goods.ts'
import { type Listing, type Step, showList, showWindow } from './listing.ts'
import { askAgain } from './purchase.ts'
import { stopSaldo } from './sums.ts'

export const closed = (shop: ShopView): Say =>
  shop.sells === 'testing'
    ? { say: 'shopTesting' }
    : { say: 'shopClosed', ...(shop.closedUntil ? { until: shop.closedUntil } : {}) }

export const greet = (dialogue: Dialogue, shop: ShopView): Step => {
  const hello: Say = {
    say: 'greet',
    shop: shop.name,
    ...(shop.customerName ? { name: shop.customerName } : {}),
    ...(shop.greeting ? { greeting: shop.greeting } : {}),
    ...(shop.lastOrder ? { returning: shop.lastOrder, ...todays(shop) } : {}),
  }
  if (shop.sells !== 'yes') return { dialogue: IDLE, say: [hello, closed(shop)] }
  if (dialogue.service && dialogue.asked !== 'idle')
    return { dialogue, say: [hello, ...askAgain(dialogue, shop)] }
  const shown = showWindow(IDLE, shop)
  return { ...shown, say: [hello, ...shown.say] }
}

/** What the last order would cost now; nothing where it can't be had as it was. */
const todays = ({ lastOrder, lastService = '', goods }: ShopView): { today?: Rupiah } => {
  const quantity = lastOrder?.quantity ?? 0
  const line = goods.line(lastService, quantity)
  const fits = line && quantity >= line.min && quantity <= line.max
  return fits ? { today: line.price } : {}
}

/** Ten of what fits, and where the next ten begin. */
export const found = (shop: ShopView, sought: Sought, from = 0): Pick<Listing, 'services' | 'next'> => {
  const { mids, more } = searchPage(shop.goods.entries, sought, from)
  return {
    services: mids.flatMap((mid) => shop.goods.byMid(mid) ?? []),
    next: more ? { sought, from: from + mids.length } : undefined,
  }
}

export const more = (dialogue: Dialogue, shop: ShopView): Step => {
  const { rest = [], next } = dialogue.shown ?? {}
  const wish = dialogue.wish ?? {}
  if (rest.length > 0) return showList(dialogue, shop, { services: rest, wish, next })
  const page = next && found(shop, next.sought, next.from)
  return page && page.services.length > 0
    ? showList(dialogue, shop, { ...page, wish })
    : { dialogue, say: [{ say: 'noMore' }] }
}

export const forget = (dialogue: Dialogue, field: 'quantity' | 'link' | 'product' | undefined): Dialogue => {
  const { quantity: _, comments: __, ...noQuantity } = dialogue
  if (field !== 'link') return noQuantity
  const { link: ___, linkRaw: ____, ...noLink } = dialogue
  return noLink
}

export const stop = (dialogue: Dialogue, shop: ShopView): Step => {
  const saldo = stopSaldo(dialogue)
  if (saldo) return { ...saldo, say: [...saldo.say, ...askAgain(saldo.dialogue, shop)] }
  if (dialogue.card) return { dialogue: IDLE, say: [], act: { do: 'withdraw', order: dialogue.card } }
  if (dialogue.asked !== 'idle') return { dialogue: IDLE, say: [{ say: 'cancelled' }] }
  const [only, second] = shop.bills
  if (only && !second) return { dialogue: IDLE, say: [], act: { do: 'withdraw', order: only.id } }
  return second
    ? { dialogue, say: [], act: { do: 'bills' } }
    : { dialogue, say: [{ say: 'nothingToCancel' }] }
}
