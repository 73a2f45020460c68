// Job `notices.seller`: what of an order its seller is told, and what they are asked to decide, in the chat of each Telegram account
// that is bound; once each, quiet when nobody is bound or the shop has no bot, for the dashboard shows the same. Looks at the order
// as it stands: what has been decided since, wherever it was decided, loses its buttons.
import type { Millis, Rupiah } from '../lib/brand.ts'
import { DEFAULTS } from '../model/defaults.ts'
import { markOf } from '../model/desk-action.ts'
import type { JobContext, JobResult } from '../model/job.ts'
import type { Order } from '../model/order.ts'
import type { Shop } from '../model/shop.ts'
import type { Store } from '../store/store.ts'
import { renderEnded, renderSeller } from '../text/seller.ts'
import {
  type CardDeps,
  changeCard,
  type Ear,
  endCard,
  type Heard,
  sayTo,
  sellerHow,
  showCard,
} from './cards.ts'
import { isOld } from './deliver.ts'
import { endingOf } from './ending.ts'
import { type Standing, shownOf, standingsOf, type Telling, tellingsOf, withCost } from './standing.ts'
import { inTurn } from './turn.ts'

export type SellerDeps = CardDeps & {
  store: Pick<Store, 'orders' | 'shops' | 'keys'>
  /** What the next sending would cost by the catalogue as it is stored; null: not to be had. */
  costNow?(order: Order): Promise<Rupiah | null>
  /** The admin's own shops with a bot and a bound account: they hear what a seller leaves undecided. */
  adminShops?(): Promise<Shop[]>
}

const SOON = 2000

export const tellSeller = async (
  deps: SellerDeps,
  payload: Record<string, string>,
  { job }: JobContext,
): Promise<JobResult> => {
  const { shop: shopId = '', order: id = '' } = payload
  const shop = await deps.store.shops.get(shopId)
  const order = await deps.store.orders.get(shopId, id)
  if (!shop || !order) return 'done'
  // Nobody to tell but, of what stays unknown, the admin.
  if (shop.bound.length === 0 && order.state !== 'unknown') return 'done'
  const told = await inTurn(deps, { order: `seller:${id}`, job }, () => tellAll(deps, shop, id))
  if (told === null) return { again: (deps.clock.now() + SOON) as Millis }
  return told > 0 && !isOld(order, deps.clock.now()) ? { again: (deps.clock.now() + told) as Millis } : 'done'
}

/** Milliseconds to wait when somebody could not be reached yet, else 0. */
const tellAll = async (deps: SellerDeps, shop: Shop, id: string): Promise<number> => {
  const order = await deps.store.orders.get(shop.id, id)
  if (!order) return 0
  const now = deps.clock.now()
  const standings = standingsOf(order, now)
  const tellings = tellingsOf(order, { now, sales: shop.settings.salesMuted !== true })
  let wait = 0
  for (const { user } of shop.bound) {
    const ear = { shop, user }
    for (const told of tellings) wait = Math.max(wait, await tell(deps, ear, { order, told }))
    wait = Math.max(wait, await endWhatIsOver(deps, ear, { order, standings }))
    for (const stands of standings) wait = Math.max(wait, await show(deps, ear, { order, stands }))
  }
  return Math.max(wait, await tellAdmins(deps, shop, { order, standings }))
}

const saidKey = (said: string, user: number): string => `seller:${said}:${user}`

const tell = async (
  deps: SellerDeps,
  ear: Ear,
  { order, told }: { order: Order; told: Telling },
): Promise<number> => {
  const key = saidKey(told.said, ear.user)
  if (key in order.seen) return 0
  const message = renderSeller(told.news, sellerHow(ear.shop, deps.clock.now()))
  return note(deps, order, { key, heard: await sayTo(deps, ear, { message, loud: !told.quiet }) })
}

const show = async (
  deps: SellerDeps,
  ear: Ear,
  { order, stands }: { order: Order; stands: Standing },
): Promise<number> => {
  const key = saidKey(stands.more ?? stands.said, ear.user)
  if (key in order.seen) return 0
  const { news } = await withCost(stands, deps.costNow ?? (async () => null))
  const message = renderSeller(news, sellerHow(ear.shop, deps.clock.now()))
  const card = { subject: subjectOf(order, stands.mark), message }
  // Shown before more was known: the same card tells it, without a sound.
  const shown = saidKey(stands.said, ear.user) in order.seen
  const heard = shown ? await changeCard(deps, ear, card) : await showCard(deps, ear, card)
  return note(deps, order, { key, heard })
}

/** What a card of this order is kept under. */
export const subjectOf = ({ id }: Pick<Order, 'id'>, mark: string): string => `${id}:${mark}`

const note = async (
  deps: SellerDeps,
  order: Order,
  { key, heard }: { key: string; heard: Heard },
): Promise<number> => {
  if (heard.kind === 'later') return heard.ms
  await deps.store.orders.advance(order.shop, order.id, () => ({
    type: heard.kind === 'sent' ? 'sellerTold' : 'sellerMissed',
    by: 'system',
    quiet: true,
    key,
  }))
  return 0
}

/** Every standing that this account was ever shown and that stands no more. */
const endWhatIsOver = async (
  deps: SellerDeps,
  ear: Ear,
  { order, standings }: { order: Order; standings: Standing[] },
): Promise<number> => {
  const still = new Set(standings.map(({ base }) => base))
  let wait = 0
  for (const base of shownOf(order, ear.user)) {
    if (still.has(base)) continue
    const now = deps.clock.now()
    const ending = endingOf(order, { base, shop: ear.shop })
    const message = renderEnded({ order }, ending, sellerHow(ear.shop, now))
    const ended = await endCard(deps, ear, { subject: subjectOf(order, markOf(base)), message })
    if (ended !== 'ended') wait = Math.max(wait, ended.ms)
  }
  return wait
}

/** After the last reminder the admin hears of it as well, once, in a shop of their own. */
const tellAdmins = async (
  deps: SellerDeps,
  shop: Shop,
  { order, standings }: { order: Order; standings: Standing[] },
): Promise<number> => {
  const last = standings.find(
    ({ news }) => news.news === 'unknown' && news.times >= DEFAULTS.remindUnknown.length,
  )
  if (last?.news.news !== 'unknown' || !deps.adminShops) return 0
  const news = {
    news: 'adminUnknown' as const,
    shop: shop.settings.name,
    number: order.number,
    since: last.news.since,
  }
  let wait = 0
  for (const own of await deps.adminShops())
    for (const { user } of own.owner === shop.owner ? [] : own.bound) {
      const key = `seller:admin:${last.base}:${user}`
      if (key in order.seen) continue
      const message = renderSeller(news, sellerHow(own, deps.clock.now()))
      const heard = await sayTo(deps, { shop: own, user }, { message, loud: true })
      wait = Math.max(wait, await note(deps, order, { key, heard }))
    }
  return wait
}
