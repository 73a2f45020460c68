// An item that the house itself lays before a seller, about an order: with a number of the shop's own, as everything that waits for its
// seller, so that it ends with words to the customer. One id is one item.

import { deskJob } from '../model/desk-news.ts'
import type { JobDraft } from '../model/job.ts'
import type { Order } from '../model/order.ts'
import type { Shop } from '../model/shop.ts'
import type { FulfilmentDeps } from './deps.ts'

type Laying = { id: string; text(shop: Shop): string }

/** False: it was there, or the shop is gone. */
export const layItem = async (
  { store, clock }: Pick<FulfilmentDeps, 'store' | 'clock'>,
  { shop: id, id: order, chat, customer }: Order,
  item: Laying,
): Promise<boolean> => {
  if (await store.items.get(id, item.id)) return false
  const shop = await store.shops.change(id, (one) => ({ ...one, tickets: (one.tickets ?? 0) + 1 }))
  if (!shop) return false
  const made = await store.items.create({
    id: item.id,
    shop: id,
    kind: 'complaint',
    order,
    chat,
    customer,
    number: `T-${String(shop.tickets).padStart(4, '0')}`,
    text: item.text(shop),
    at: clock.now(),
  })
  return made === 'created'
}

export const itemToldJob = ({ shop }: Order, item: string, at: number): JobDraft =>
  deskJob(shop, { news: 'item', item, mark: 'new' }, at)
