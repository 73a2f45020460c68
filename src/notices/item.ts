// An item of the seller as a card: what it is, whose order, and the picture that came with it, as long as it is open.
import type { Millis } from '../lib/brand.ts'
import { markOf } from '../model/desk-action.ts'
import type { By } from '../model/order.ts'
import type { Outgoing } from '../model/say.ts'
import type { Shop } from '../model/shop.ts'
import type { Item } from '../store/documents.ts'
import { renderDesk } from '../text/desk.ts'
import { sellerHow } from './cards.ts'
import { nameOf } from './ending.ts'

export const itemCard = (
  shop: Shop,
  item: Item,
  { now, number }: { now: Millis; number: string | undefined },
): Outgoing => {
  const { id, kind, text, at, doneAt, by = 'system', file } = item
  const done =
    doneAt === undefined
      ? {}
      : { done: { what: 'itemDone' as const, who: nameOf(by as By, shop), at: doneAt } }
  const card = renderDesk(
    { say: 'item', mark: markOf(id), kind, text, at, ...(number ? { number } : {}), ...done },
    sellerHow(shop, now),
  )
  return file && doneAt === undefined ? { ...card, file } : card
}
