// One message with everything it is read against: what was asked, the shelf, and the wish that it adds up to.

import { canonicalLink } from '../../model/target.ts'
import type { Asked, AskedContext, CatalogueEntry, Intent, Understanding } from '../../model/understanding.ts'
import type { Kind, Platform } from '../../model/vocabulary.ts'
import { kindOn, type Mark } from './goods.ts'
import type { Count } from './roles.ts'
import type { Said } from './said.ts'
import { pageOf, type Sought } from './search.ts'
import type { Shelf } from './shelf.ts'
import { isHad } from './stock.ts'
import { staysIn, traitsIn } from './traits.ts'
import { saysNotThat, wanted } from './wanted.ts'

export type Case = {
  said: Said
  state: Asked
  context: AskedContext
  shelf: Shelf
  shown: CatalogueEntry[]
  /** The product that the dialogue is about. */
  subject: CatalogueEntry | undefined
}

export const answer = (
  intent: Intent,
  confidence: number,
  slots: Partial<Understanding> = {},
): Understanding => ({
  ...slots,
  intent,
  confidence,
})

/** One value plain, several as a list, none left out. */
export const listed = <Name extends string, Value>(
  name: Name,
  values: Value[],
): { [key in Name]?: Value | Value[] } => {
  const unique = [...new Set(values)]
  const [only] = unique
  if (only === undefined) return {}
  return { [name]: unique.length === 1 ? only : unique } as { [key in Name]?: Value | Value[] }
}

const valuesOf = <Value>(marks: Mark<Value>[]): Value[] => [...new Set(marks.map(({ value }) => value))]
const onlyOne = <Value>(values: Value[]): Value[] => (new Set(values).size === 1 ? values.slice(0, 1) : [])

/** The platform that the links of the message are of. */
const platformsOfLinks = ({ said }: Case): Platform[] =>
  onlyOne(
    said.links.flatMap(({ value }) => {
      const target = canonicalLink(value)
      return target.ok && target.platform ? [target.platform] : []
    }),
  )

/** What was named, and, where something is under way already, what was not named and goes on. */
export const goodsOf = (one: Case): { platforms: Platform[]; kinds: Kind[] } => {
  const { said, shown, subject, state } = one
  const around = state === 'choosing' ? shown : subject && state !== 'paying' ? [subject] : []
  const named = { platforms: valuesOf(said.platforms), kinds: valuesOf(said.kinds) }
  const linked = platformsOfLinks(one)
  const platforms =
    named.platforms.length > 0
      ? named.platforms
      : linked.length > 0
        ? linked
        : onlyOne(around.map(({ platform }) => platform))
  const kinds = named.kinds.length > 0 ? named.kinds : onlyOne(around.map(({ kind }) => kind))
  // "traffic dari google": where it comes from, not what is bought.
  if (
    platforms.length === 1 &&
    platforms[0] === 'google' &&
    kinds.every((kind) => kind === 'traffic') &&
    kinds[0]
  )
    return { platforms: ['website'], kinds: ['traffic'] }
  return { platforms, kinds: [...new Set(kinds.map((kind) => kindOn(kind, platforms)))] }
}

export const namesGoods = ({ said }: Case): boolean => said.platforms.length > 0 || said.kinds.length > 0

export type Amount = { value?: number; torn: boolean }

export const freeCounts = ({ said }: Case): Count[] =>
  said.counts.filter(({ role }) => role === 'free' || role === 'amount')

/** The quantity after corrections; two different ones contradict each other, and a broken one is none. */
export const quantityOf = ({ said }: Case, all: Count[]): Amount => {
  const counts = all.filter(({ at }) => !isHad(said.pieces, at))
  const marks = counts.map((count) => ({ value: count, at: count.at, to: count.to }))
  const meant = wanted(marks, said.pieces).map(({ value }) => value)
  const told = meant.filter(({ ofGoods, role }) => ofGoods || role === 'amount')
  const pool = told.length > 0 ? told : meant
  const [only, second] = [...new Set(pool.map(({ value }) => value))]
  if (only === undefined) return { torn: false }
  if (second !== undefined || pool.some(({ broken }) => broken)) return { torn: true }
  return { value: only, torn: false }
}

export const budgetOf = ({ said }: Case): number | undefined => {
  const values = said.counts
    .filter(({ role, broken }) => role === 'money' && !broken)
    .map(({ value }) => value)
  return values.at(-1)
}

const BARE_HOST =
  /^(?:https?:\/\/)?(?:[\w-]+\.)?(?:tiktok|instagram|youtube|facebook|twitter|shopee|threads)\.(?:com|co\.id|net)\/?$/i

/** Links and @names in the canonical form; `platform` is the product's, for a bare name. */
export const linksOf = ({ said }: Case, platform: Platform | undefined): string[] => {
  const marks = [...said.links, ...said.names].sort((a, b) => a.at - b.at)
  const full = marks.filter(({ value }) => !BARE_HOST.test(value))
  const named = full.length > 0 ? full : marks
  const meant = saysNotThat(said.pieces) ? wanted(named, said.pieces) : named
  const links = meant.flatMap(({ value }) => {
    const target = canonicalLink(value, platform)
    return target.ok ? [target.link] : []
  })
  return [...new Set(links)]
}

/** One link is a slot; two are both named, never silently the first. */
export const linkSlots = (links: string[]): Pick<Understanding, 'link' | 'links'> => {
  const [only, second] = links
  if (only === undefined) return {}
  return second === undefined ? { link: only } : { links }
}

const COMMON = /^\p{L}[\p{L}\p{N}]{2,}$/u

export const soughtOf = (one: Case): Sought => {
  const { said } = one
  const quantity = quantityOf(one, freeCounts(one)).value
  const budget = budgetOf(one)
  const goods = goodsOf(one)
  const stays = goods.kinds.includes('live_views') ? staysIn(said.folded.toLowerCase()) : []
  const traits = [...traitsIn(said.pieces.map(({ raw }) => raw.toLowerCase())), ...stays]
  return {
    ...goods,
    ...(traits.length > 0 ? { traits } : {}),
    wishes: said.wishes,
    countries: said.countries,
    against: said.against,
    ...(quantity === undefined ? {} : { quantity }),
    ...(budget === undefined ? {} : { budget }),
    words: [
      ...said.strange,
      ...said.platforms
        .filter(({ value }) => value === 'other')
        .flatMap(({ at, to }) => said.pieces.slice(at, to).map(({ raw }) => raw.toLowerCase())),
    ].filter((word) => COMMON.test(word)),
  }
}

const firstOf = ({ shelf }: Case, sought: Sought): Partial<Understanding> => {
  const { mids, more } = pageOf(shelf, sought, 0)
  return { mids, ...(more ? { sought } : {}) }
}

/** The slots of a wish: what was understood of it, and the numbers of what meets it. */
export const wishSlots = (one: Case): Partial<Understanding> => {
  const sought = soughtOf(one)
  const { platforms, kinds, wishes, quantity, budget } = sought
  const narrowed =
    platforms.length > 0 ||
    kinds.length > 0 ||
    wishes.length > 0 ||
    sought.countries.length > 0 ||
    budget !== undefined
  return {
    ...listed('platform', platforms),
    ...listed('kind', kinds),
    ...listed('prefer', wishes),
    ...(quantity === undefined ? {} : { quantity }),
    ...(budget === undefined ? {} : { budget }),
    ...linkSlots(linksOf(one, platforms.length === 1 ? platforms[0] : undefined)),
    ...(narrowed ? firstOf(one, sought) : { mids: one.shelf.window }),
  }
}
