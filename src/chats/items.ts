// What a customer asks of a person: a call for the admin, a complaint, a refill. One open item for each order, else for each chat: what
// is said again is added to it. It has a number of the shop's own and a time by which an answer is promised.
import type { ChatKey, CustomerId, Millis, ShopId } from '../lib/brand.ts'
import { type Clock, MINUTE } from '../lib/clock.ts'
import { maskAccounts } from '../model/account-numbers.ts'
import { deskJob } from '../model/desk-news.ts'
import type { JobDraft } from '../model/job.ts'
import type { Order } from '../model/order.ts'
import type { Item } from '../store/documents.ts'
import type { Store } from '../store/store.ts'
import { promiseNow } from './promise.ts'

export type ItemDeps = { store: Pick<Store, 'items' | 'shops' | 'keys'>; clock: Clock }

export type Asking = {
  shop: ShopId
  chat: ChatKey
  customer: CustomerId
  /** The update that asks: once. */
  n: number
  kind: 'human' | 'complaint'
  text: string
  order?: Order | null
  refill?: boolean
}

const LONGEST = 1000
const MOST_ADDED = 20
/** What is said again and again is told to the seller no oftener. */
const TOLD_EVERY = 10 * MINUTE

const idOf = ({ chat, n }: Asking): string => `it_${chat}_${n}`.replace(/[^A-Za-z0-9_-]/g, '-')
const subjectOf = ({ shop, chat, order }: Pick<Asking, 'shop' | 'chat' | 'order'>): string =>
  `open:${shop}:${order?.id ?? chat}`

/** The open item of this order or chat, with these words in it; `fresh`: made by this update. */
export const openItem = async (
  deps: ItemDeps,
  asking: Asking,
): Promise<{ item: Item; fresh: boolean } | null> => {
  const id = idOf(asking)
  const key = subjectOf(asking)
  for (;;) {
    const owner = await deps.store.keys.claim(key, id)
    const known = await deps.store.items.get(asking.shop, owner)
    if (owner === id) {
      const item = known ?? (await make(deps, asking))
      return item && { item, fresh: true }
    }
    if (known && known.doneAt === undefined) {
      const item = await add(deps, asking, owner)
      if (item && item.doneAt === undefined) return { item, fresh: false }
    }
    // Ended, or its process died before it was made.
    await deps.store.keys.release(key, owner)
  }
}

/** After an item has ended, the next word about its order is an item of its own. */
export const releaseItem = async (deps: Pick<ItemDeps, 'store'>, item: Item): Promise<void> => {
  await deps.store.keys.release(`open:${item.shop}:${item.order ?? item.chat}`, item.id)
}

const make = async (deps: ItemDeps, asking: Asking): Promise<Item | null> => {
  const { shop: shopId, chat, customer, kind, text, order, refill } = asking
  const shop = await deps.store.shops.change(shopId, (one) => ({ ...one, tickets: (one.tickets ?? 0) + 1 }))
  if (!shop) return null
  const now = deps.clock.now()
  const { dueAt } = promiseNow(shop, now)
  const id = idOf(asking)
  const item: Item = {
    id,
    shop: shopId,
    kind,
    chat,
    customer,
    text: wordsOf(text),
    at: now,
    number: `T-${String(shop.tickets).padStart(4, '0')}`,
    dueAt,
    ...(order ? { order: order.id, stand: standOf(order) } : {}),
    ...(refill ? { refill } : {}),
    outbox: [
      deskJob(shopId, { news: 'item', item: id, mark: 'new' }, now),
      followJob({ id, shop: shopId }, now),
    ],
  }
  if ((await deps.store.items.create(item)) === 'created') return item
  return deps.store.items.get(shopId, id)
}

const wordsOf = (text: string): string => maskAccounts(text).slice(0, LONGEST)

const standOf = ({ state, progress }: Order): NonNullable<Item['stand']> => {
  const { word, startCount, remains, at } = progress ?? {}
  return {
    state,
    ...(word === undefined ? {} : { word }),
    ...(startCount === undefined ? {} : { startCount }),
    ...(remains === undefined ? {} : { remains }),
    ...(at === undefined ? {} : { asOf: at }),
  }
}

export const followJob = ({ id, shop }: Pick<Item, 'id' | 'shop'>, at: Millis): JobDraft => ({
  id: `chats.item:${id}`,
  name: 'chats.item',
  at,
  payload: { shop, item: id },
})

/** Once per update. */
const add = async (deps: ItemDeps, asking: Asking, id: string): Promise<Item | null> => {
  const now = deps.clock.now()
  const told = deskJob(
    asking.shop,
    { news: 'item', item: id, mark: `more:${Math.floor(now / TOLD_EVERY)}` },
    now,
  )
  const text = wordsOf(asking.text).slice(0, 300)
  const cause = `said:${asking.n}`
  return deps.store.items.change(asking.shop, id, (item) => {
    const seen = item.seen ?? {}
    if (item.doneAt !== undefined || cause in seen || Object.keys(seen).length > 200) return null
    const more = text ? [...(item.more ?? []), { at: now, text }].slice(-MOST_ADDED) : (item.more ?? [])
    return {
      ...item,
      more,
      // Who asks for a person has one: it ends with the chat that is handed over for it.
      ...(asking.kind === 'human' && item.order === undefined ? { kind: 'human' as const } : {}),
      ...(asking.refill ? { refill: true } : {}),
      seen: { ...seen, [cause]: now },
      outbox: [...(item.outbox ?? []), told],
    }
  })
}
