// What a model's wish shows: the numbers it named, as far as they fit its own words; where it named none, or the order is one of price,
// which it does not know, the shop's own search by those words. Pure.
import type { CatalogueEntry, Intent, Sought, Understanding } from '../model/understanding.ts'
import { searchPage } from './reader/search.ts'

const SHOWS: Intent[] = ['browse', 'ask_product']

const listOf = <Value>(value: Value | Value[] | undefined): Value[] =>
  value === undefined ? [] : ([value].flat() as Value[])

const soughtOf = ({ platform, kind, prefer, quantity, budget }: Understanding): Sought => {
  const wishes = listOf(prefer)
  return {
    platforms: listOf(platform),
    kinds: listOf(kind),
    wishes,
    countries: wishes.includes('indonesia') ? ['ID'] : [],
    words: [],
    ...(quantity === undefined ? {} : { quantity }),
    ...(budget === undefined ? {} : { budget }),
  }
}

const fits = ({ platforms, kinds }: Sought, { platform, kind }: CatalogueEntry): boolean =>
  (platforms.length === 0 || platforms.includes(platform)) && (kinds.length === 0 || kinds.includes(kind))

export const withGoods = (meaning: Understanding, catalogue: CatalogueEntry[]): Understanding => {
  if (!SHOWS.includes(meaning.intent) || meaning.mid !== undefined) return meaning
  const sought = soughtOf(meaning)
  const { mids: named, ...rest } = meaning
  const byMid = new Map(catalogue.map((entry) => [entry.mid, entry]))
  const fitting = (named ?? []).filter((mid) => {
    const entry = byMid.get(mid)
    return entry !== undefined && fits(sought, entry)
  })
  const byPrice = sought.wishes.includes('cheapest') || sought.budget !== undefined
  if (fitting.length > 0 && !byPrice) return { ...rest, mids: fitting }
  const isSaid = sought.platforms.length + sought.kinds.length + sought.wishes.length > 0 || byPrice
  if (!isSaid) return fitting.length > 0 ? { ...rest, mids: fitting } : rest
  const { mids, more } = searchPage(catalogue, sought, 0)
  return { ...rest, mids, ...(more ? { sought } : {}) }
}
