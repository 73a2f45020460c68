// Lists of goods: ten at a time with the numbers they show, the window, what comes nearest to what is not sold, the list again.
import type { ServiceId } from '../../lib/brand.ts'
import type { Dialogue, ShownList, Wish } from '../../model/dialogue.ts'
import type { ProductLine, Say } from '../../model/say.ts'
import type { Sought } from '../../model/understanding.ts'
import type { ShopView } from '../goods.ts'
import type { Act } from './heard.ts'

export type Step = { dialogue: Dialogue; say: Say[]; act?: Act }

const ROWS = 10

/** Whoever turns to goods has left the talk about saldo, and what was laid aside for it. */
export const withoutSaldoTalk = ({ aside: _, payout: __, sumFor: ___, ...kept }: Dialogue): Dialogue => kept

export type Listing = {
  services: ServiceId[]
  wish: Wish
  next?: ShownList['next'] | undefined
  window?: boolean
  anew?: 'old' | 'changed'
}

/** A list of services, ten at a time; the numbers it shows are remembered with it. */
export const showList = (dialogue: Dialogue, shop: ShopView, list: Listing): Step => {
  const lines = list.services.flatMap((service) => listed(shop, service, list.wish) ?? [])
  if (lines.length === 0) return nothing(dialogue, shop, list.wish)
  const rows = lines.slice(0, ROWS)
  const rest = lines.slice(ROWS).map((line) => line.service)
  const { next } = list
  const shown = {
    at: shop.now,
    rows: rows.map(({ mid, service }) => ({ mid, service })),
    rest,
    ...(next ? { next } : {}),
  }
  const { service: _, card: __, repeat: ___, ...kept } = withoutSaldoTalk(dialogue)
  return {
    dialogue: { ...kept, asked: 'choosing', shown, wish: list.wish, misses: 0 },
    say: [
      {
        say: 'list',
        wish: list.wish,
        rows,
        more: rest.length > 0 || next !== undefined,
        ...(list.window ? { window: true } : {}),
        ...(list.anew ? { anew: list.anew } : {}),
      },
    ],
  }
}

/** With what the budget buys of it, where one was said and no quantity. */
const listed = ({ goods }: ShopView, service: ServiceId, wish: Wish): ProductLine | null => {
  const line = goods.line(service, wish.quantity)
  if (!line || wish.budget === undefined || wish.quantity !== undefined) return line
  const within = goods.largestWithin(service, wish.budget)
  return within ? { ...line, within } : line
}

/** Said plainly; what comes nearest is named as something else, with numbers that can be picked. */
const nothing = (dialogue: Dialogue, shop: ShopView, wish: Wish): Step => {
  const near = nearestTo(wish, shop)
  const { shown: _, ...bare } = dialogue
  if (near.length === 0)
    return { dialogue: { ...bare, asked: 'idle', wish }, say: [{ say: 'nothing', wish }] }
  const shown = { at: shop.now, rows: near.map(({ mid, service }) => ({ mid, service })), rest: [] }
  const { service: __, card: ___, ...kept } = bare
  return {
    // What is not sold is no description of what is listed instead.
    dialogue: { ...kept, asked: 'choosing', shown, wish: amountOf(wish) },
    say: [{ say: 'nothing', wish, nearest: near }],
  }
}

const amountOf = ({ quantity, budget }: Wish): Wish => ({
  ...(quantity === undefined ? {} : { quantity }),
  ...(budget === undefined ? {} : { budget }),
})

const NEAREST = 3

/** Of the same platform, else of the same kind. */
const nearestTo = (wish: Wish, shop: ShopView): ProductLine[] => {
  const platforms = wish.platform === undefined ? [] : [wish.platform].flat()
  const kinds = wish.kind === undefined ? [] : [wish.kind].flat()
  const { entries, byMid, line } = shop.goods
  const samePlatform = entries.filter(({ platform }) => platforms.includes(platform))
  const near = samePlatform.length > 0 ? samePlatform : entries.filter(({ kind }) => kinds.includes(kind))
  return near
    .slice(0, NEAREST)
    .flatMap(({ mid }) => byMid(mid) ?? [])
    .flatMap((service) => line(service) ?? [])
}

export const ALL: Sought = { platforms: [], kinds: [], wishes: [], countries: [], words: [] }

export const showWindow = (dialogue: Dialogue, shop: ShopView): Step => {
  const ids = shop.goods.window()
  const services =
    ids.length > 0
      ? ids
      : shop.goods.entries.slice(0, ROWS).flatMap((entry) => shop.goods.byMid(entry.mid) ?? [])
  if (services.length === 0) return { dialogue, say: [{ say: 'soldOut' }] }
  const next =
    services.length < shop.goods.entries.length ? { sought: ALL, from: services.length } : undefined
  return showList(dialogue, shop, { services, wish: {}, next, window: true })
}

/** The list again; `anew` says why, when it is old or something on it is no longer what it was. */
export const relist = (dialogue: Dialogue, shop: ShopView, anew?: 'old' | 'changed'): Step => {
  const services = (dialogue.shown?.rows ?? [])
    .map((row) => row.service)
    .filter((service) => shop.goods.line(service))
  if (services.length === 0) return showWindow(dialogue, shop)
  const { wish = {}, shown } = dialogue
  return showList(dialogue, shop, { services, wish, next: shown?.next, ...(anew ? { anew } : {}) })
}
