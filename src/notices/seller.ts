// Job `notices.seller`: tells the Telegram accounts that a seller has bound what of an order needs them. Each account hears each news
// once; quiet when nobody is bound or the shop has no bot, for the dashboard shows the same.
import type { Millis } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import type { JobResult } from '../model/job.ts'
import type { Order } from '../model/order.ts'
import type { Shop } from '../model/shop.ts'
import type { Store } from '../store/store.ts'
import { renderSeller, type SellerNews } from '../text/seller.ts'
import type { ChannelOf } from './channel.ts'
import { isAlarm } from './compose.ts'
import { isOld } from './deliver.ts'

export type SellerDeps = {
  store: Pick<Store, 'orders' | 'shops'>
  clock: Clock
  log: Log
  channelOf: ChannelOf
}

export const tellSeller = async (deps: SellerDeps, payload: Record<string, string>): Promise<JobResult> => {
  const { shop: shopId = '', order: id = '' } = payload
  const shop = await deps.store.shops.get(shopId)
  const order = await deps.store.orders.get(shopId, id)
  if (!shop || !order) return 'done'
  let wait = 0
  for (const { mark, news } of sellerNewsOf(order))
    for (const { user } of shop.bound) {
      const key = `seller:${mark}:${user}`
      if (key in order.seen) continue
      const outcome = await sendTo(deps, shop, { user, news })
      if (outcome.kind === 'later') wait = Math.max(wait, outcome.ms)
      else await note(deps, order, { key, heard: outcome.kind })
    }
  return wait > 0 && !isOld(order, deps.clock.now()) ? { again: (deps.clock.now() + wait) as Millis } : 'done'
}

type Heard = { kind: 'sent' | 'missed' } | { kind: 'later'; ms: number }

const sendTo = async (
  deps: SellerDeps,
  shop: Shop,
  { user, news }: { user: number; news: SellerNews },
): Promise<Heard> => {
  const chat = `${shop.bot?.id ?? ''}:${user}`
  const channel = shop.bot ? await deps.channelOf(shop.id, chat) : null
  if (!channel) return { kind: 'missed' }
  const { name, voice, timezone, language } = shop.settings
  const how = { shop: name, voice, timezone, language, now: deps.clock.now() }
  const outcome = await channel.send(chat, renderSeller(news, how))
  if (outcome.kind === 'sent') return { kind: 'sent' }
  if (outcome.kind === 'later') return outcome
  deps.log.warn({ shop: shop.id, news: news.news, outcome: outcome.kind }, 'a seller could not be told')
  return { kind: 'missed' }
}

const note = async (deps: SellerDeps, order: Order, { key, heard }: { key: string; heard: string }) =>
  deps.store.orders.advance(order.shop, order.id, () => ({
    type: heard === 'sent' ? 'sellerTold' : 'sellerMissed',
    by: 'system',
    quiet: true,
    key,
  }))

type Marked = { mark: string; news: SellerNews }

/** What of this order needs its seller now. Pure. */
export const sellerNewsOf = (order: Order): Marked[] => [...chargebacks(order), ...standing(order)]

const chargebacks = (order: Order): Marked[] =>
  Object.values(order.money)
    .filter(({ kind, state }) => kind === 'chargeback' && state === 'due')
    .map(({ id, amount }) => ({ mark: id, news: { news: 'chargeback', order, amount } }))

const standing = (order: Order): Marked[] => {
  const last = order.events.findLast(({ to }) => to === order.state)
  const mark = `${order.state}:${last?.n ?? 0}`
  const until = order.deadline ?? order.updatedAt
  switch (order.state) {
    case 'quoted':
      return last && isAlarm(last) ? [{ mark, news: { news: 'alarm', order } }] : []
    case 'waiting':
      return waiting(order, until)
    case 'unknown':
      return [{ mark, news: { news: 'unknown', order } }]
    case 'held':
      return [{ mark, news: { news: order.why === 'otherSum' ? 'otherSum' : 'held', order, until } }]
    default:
      return []
  }
}

/** A queue behind the same link ends by itself; what the customer waits for after a refusal is the seller's to decide. */
const waiting = (order: Order, until: Millis): Marked[] => {
  const { why } = order
  if (why === 'sameLink' || why === 'activeOrder') return []
  const mark = `waiting:${why}:${until}`
  return why === 'funds' || why === 'price' || why === 'play'
    ? [{ mark, news: { news: 'waiting', order, why, until } }]
    : [{ mark, news: { news: 'held', order, until } }]
}
