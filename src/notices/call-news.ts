// What the seller is told once of customers who wait: words that did not arrive, how a refill ended; and to the admin, a promise that a
// seller has not kept.
import { markOf } from '../model/desk-action.ts'
import type { Shop } from '../model/shop.ts'
import type { Store } from '../store/store.ts'
import { type CallNews, renderCall } from '../text/calls.ts'
import { type CardDeps, sayTo, sellerHow } from './cards.ts'

export type CallNewsDeps = CardDeps & {
  store: Pick<Store, 'keys' | 'items' | 'chats' | 'customers' | 'orders'>
  adminShops?(): Promise<Shop[]>
}

type Given = { payload: Record<string, string>; job: string }

export const tellCall = async (deps: CallNewsDeps, shop: Shop, { payload, job }: Given): Promise<number> => {
  const news = await newsOf(deps, shop, payload)
  if (!news) return 0
  let wait = 0
  for (const ears of await whoHears(deps, shop, news))
    for (const { user } of ears.bound) {
      const key = `told:${job}:${user}`
      if ((await deps.store.keys.owner(key)) !== null) continue
      const message = renderCall(news, sellerHow(ears, deps.clock.now()))
      const heard = await sayTo(deps, { shop: ears, user }, { message, loud: true })
      if (heard.kind === 'later') wait = Math.max(wait, heard.ms)
      else await deps.store.keys.claim(key, heard.kind)
    }
  return wait
}

/** The admin hears in shops of their own, of sellers other than themselves. */
const whoHears = async (deps: CallNewsDeps, shop: Shop, { news }: CallNews): Promise<Shop[]> => {
  if (news !== 'admin') return [shop]
  return ((await deps.adminShops?.()) ?? []).filter(({ owner }) => owner !== shop.owner)
}

const newsOf = async (
  { store }: CallNewsDeps,
  shop: Shop,
  payload: Record<string, string>,
): Promise<CallNews | null> => {
  switch (payload['news']) {
    case 'itemLate': {
      const item = await store.items.get(shop.id, payload['item'] ?? '')
      if (!item || item.doneAt !== undefined || item.dueAt === undefined) return null
      const { number = '', missedAt = item.at } = item
      return { news: 'admin', shop: shop.settings.name, item: number, since: missedAt }
    }
    case 'file': {
      const chat = await store.chats.get(shop.id, payload['chat'] ?? '')
      const customer = chat && (await store.customers.get(shop.id, chat.customer))
      if (!chat?.handoff) return null
      const kind = payload['kind'] === 'photo' ? 'photo' : 'document'
      const file = { id: payload['file'] ?? '', kind } as const
      return { news: 'file', name: customer?.name ?? '–', mark: markOf(chat.key), file }
    }
    case 'unreached': {
      const chat = await store.chats.get(shop.id, payload['chat'] ?? '')
      const customer = chat && (await store.customers.get(shop.id, chat.customer))
      return { news: 'unreached', name: customer?.name ?? '–' }
    }
    default:
      return refillNews(await store.orders.get(shop.id, payload['order'] ?? ''), payload['mark'] ?? '')
  }
}

const refillNews = (order: Awaited<ReturnType<Store['orders']['get']>>, mark: string): CallNews | null => {
  const refill = order && Object.values(order.refills ?? {}).find(({ id }) => mark.startsWith(`${id}:`))
  if (!order || !refill) return null
  const ended = refill.state === 'due' ? 'unknown' : refill.state
  return {
    news: 'refill',
    number: order.number,
    ended,
    ...(refill.message ? { why: refill.message } : {}),
  }
}
