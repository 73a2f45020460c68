// Products on the page: the two lines of a list entry, the header that says what was understood, the facts of one product.
import type { Wish } from '../../model/dialogue.ts'
import type { Button, ProductLine } from '../../model/say.ts'
import { bold, clip, type Html, html, lines } from '../html.ts'
import { button, type Context, rowsOf } from './context.ts'

const NAME = 48
const PER_ROW = 5

export const nameOf = ({ name }: ProductLine): string => clip(name, NAME)

const priceLine = (row: ProductLine, { wish, c }: { wish: Wish; c: Context }): string => {
  const { w, t, money, count } = c
  const price = money(row.price)
  if (row.type === 'package') return w.browsing.perPackage(t, { price })
  if (wish.quantity !== undefined && row.priceOf === wish.quantity)
    return `${price} · ${w.browsing.least(t, { min: count(row.min) })}`
  if (wish.budget !== undefined && wish.quantity === undefined)
    return row.within
      ? w.browsing.buys(t, { quantity: count(row.within.quantity), min: count(row.min) })
      : w.browsing.tooDear(t, { min: count(row.min), price: money(row.minPrice) })
  const each = w.browsing.perUnits(t, { price, of: count(row.priceOf) })
  return `${each} · ${w.browsing.leastPriced(t, { min: count(row.min), price: money(row.minPrice) })}`
}

/** `3 · IG Followers Campuran ♻️30h` and the price under it. */
export const entry = (row: ProductLine, at: { wish: Wish; c: Context }): Html => {
  const { w, t } = at.c
  const mark = row.guarantee ? w.browsing.guaranteeMark(t, { days: row.guarantee.days }) : ''
  return lines(html`${bold(row.mid)} · ${nameOf(row)}${mark}`, html`    ${priceLine(row, at)}`)
}

export const numberButtons = (rows: ProductLine[]): Button[][] =>
  rowsOf(
    rows.map((row) => button(String(row.mid), { do: 'choose', service: row.service })),
    PER_ROW,
  )

const some = <T>(value: T | T[] | undefined): T[] => (value === undefined ? [] : ([value].flat() as T[]))

/** "1.000 followers IG termurah": what was understood, so that a wrong reading shows at once. */
export const wishWords = (wish: Wish, { w, count }: Context): string => {
  const said = w.browsing.wish({
    quantity: wish.quantity === undefined ? '' : count(wish.quantity),
    kind: some(wish.kind)
      .map((kind) => w.words.kinds[kind])
      .join('/'),
    platform: some(wish.platform)
      .map((platform) => w.words.shortPlatforms[platform])
      .join('/'),
    prefer: some(wish.prefer)
      .map((prefer) => w.words.prefers[prefer])
      .join(', '),
  })
  return said.filter((word) => word !== '').join(' ')
}

export const listHeader = (wish: Wish, window: boolean, c: Context): Html => {
  const what = wishWords(wish, c)
  const { browsing } = c.w
  if (wish.budget !== undefined) return browsing.budgetHeader(c.t, { what, budget: c.money(wish.budget) })
  if (what) return browsing.wishHeader(c.t, { what })
  return window ? browsing.windowHeader(c.t) : browsing.listHeader(c.t)
}

/** One entry a row; the window is grouped by platform, each under its name. */
export const entries = (rows: ProductLine[], list: { wish: Wish; grouped: boolean; c: Context }): Html => {
  if (!list.grouped) return lines(...rows.map((row) => entry(row, list)))
  const platforms = [...new Set(rows.map((row) => row.platform))]
  const groups = platforms.map((platform) =>
    lines(
      bold(list.c.w.words.platforms[platform]),
      ...rows.filter((row) => row.platform === platform).map((row) => entry(row, list)),
    ),
  )
  return { html: groups.map((group) => group.html).join('\n\n') }
}

export const claim = (guarantee: ProductLine['guarantee'], { w, t }: Context): Html =>
  guarantee ? w.browsing.claim(t, guarantee) : w.browsing.noClaim()
