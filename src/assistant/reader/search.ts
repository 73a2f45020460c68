// From a wish to the products that meet it, best first: those that can be bought in the quantity and within the budget, then by price.
import type { CatalogueEntry, Prefer } from '../../model/understanding.ts'
import type { Kind, Platform } from '../../model/vocabulary.ts'
import type { Said } from './said.ts'
import type { Group, Shelf } from './shelf.ts'

export type Sought = {
  platforms: Platform[]
  kinds: Kind[]
  wishes: Prefer[]
  /** ISO codes. */
  countries: string[]
  quantity?: number
  budget?: number
  /** Words that are no vocabulary of ours; a product that has them in its name comes first. */
  words: string[]
  /** What a product must not be or have. */
  against?: Said['against']
}

const MOST = 10
const LIFETIME = 36_500

const trait = (name: string) => (entry: CatalogueEntry) => entry.traits.includes(name)

/** What a product must have to meet a wish. Wishes without a test only order the list. */
const TESTS: Partial<Record<Prefer, (entry: CatalogueEntry) => boolean>> = {
  refill: ({ guaranteeDays = 0 }) => guaranteeDays > 0,
  lifetime: ({ guaranteeDays = 0 }) => guaranteeDays >= LIFETIME,
  custom: (entry) => entry.type === 'custom_comments' || trait('custom')(entry),
  random: trait('random'),
  shorts: trait('shorts'),
  premium: trait('premium'),
}
/** Stated by few panels: met where it is stated, no reason to hide the rest where it is not. */
const SOFT: Partial<Record<Prefer, (entry: CatalogueEntry) => boolean>> = {
  no_bot: (entry) => trait('no_bot')(entry) || trait('real')(entry),
  page: trait('page'),
  profile: trait('profile'),
  post: trait('post'),
}

const meets = (sought: Sought) => {
  const tests = sought.wishes.flatMap((wish) => TESTS[wish] ?? [])
  const { countries, against } = sought
  const not = against?.wishes.flatMap((wish) => TESTS[wish] ?? []) ?? []
  return (entry: CatalogueEntry): boolean =>
    tests.every((test) => test(entry)) &&
    !not.some((test) => test(entry)) &&
    !(entry.country !== undefined && against?.countries.includes(entry.country)) &&
    (countries.length === 0 || (entry.country !== undefined && countries.includes(entry.country)))
}

type Score = { of(entry: CatalogueEntry): number; most: number }

const WEIGHT = { named: 8, soft: 4, within: 2, affordable: 1 }

/** Higher is better; entries of one score keep the order of price. */
const scoring = (sought: Sought, shelf: Shelf): Score => {
  const { quantity, budget } = sought
  const named = sought.words.flatMap((word) => shelf.named.get(word) ?? [])
  const softs = sought.wishes.flatMap((wish) => SOFT[wish] ?? [])
  const of = (entry: CatalogueEntry): number => {
    let score = 0
    for (const having of named) if (having.has(entry)) score += WEIGHT.named
    for (const test of softs) if (test(entry)) score += WEIGHT.soft
    if (quantity === undefined || (quantity >= entry.min && quantity <= entry.max)) score += WEIGHT.within
    const units = entry.type === 'package' ? 1 : (quantity ?? entry.min) / 1000
    return budget === undefined || entry.price * units <= budget ? score + WEIGHT.affordable : score
  }
  const most = named.length * WEIGHT.named + softs.length * WEIGHT.soft + WEIGHT.within + WEIGHT.affordable
  return { of, most }
}

/** The best of a group, kept short while it is walked, and left once nothing better can come: groups may hold thousands. */
const bestOf = (
  entries: readonly CatalogueEntry[],
  meet: (entry: CatalogueEntry) => boolean,
  score: Score,
): CatalogueEntry[] => {
  const tiers = new Map<number, CatalogueEntry[]>()
  for (const entry of entries) {
    if (!meet(entry)) continue
    const rank = score.of(entry)
    const tier = tiers.get(rank) ?? []
    if (tier.length < MOST) tiers.set(rank, [...tier, entry])
    else if (rank === score.most) break
  }
  return [...tiers]
    .sort(([a], [b]) => b - a)
    .flatMap(([, tier]) => tier)
    .slice(0, MOST)
}

const isSought =
  ({ platforms, kinds, against }: Sought) =>
  (group: Group): boolean =>
    (platforms.length === 0 || platforms.includes(group.platform)) &&
    (kinds.length === 0 || kinds.includes(group.kind)) &&
    !against?.kinds.includes(group.kind)

/** Several groups take turns, so that a list of "instagram" or "likes dan views" shows each. */
const inTurns = (lists: CatalogueEntry[][]): CatalogueEntry[] => {
  const turns: CatalogueEntry[] = []
  for (let turn = 0; turn < MOST; turn++) turns.push(...lists.flatMap((list) => list[turn] ?? []))
  return turns
}

const bySpeed = (a: CatalogueEntry, b: CatalogueEntry) => (b.speedPerDay ?? 0) - (a.speedPerDay ?? 0)

/** The numbers to show, at most ten; empty when the shop sells nothing of the kind. */
export const search = (shelf: Shelf, sought: Sought): number[] => {
  const [meet, score] = [meets(sought), scoring(sought, shelf)]
  const groups = shelf.groups
    .filter(isSought(sought))
    .sort(
      (a, b) =>
        placeOf(sought, a) - placeOf(sought, b) || (a.entries[0]?.mid ?? 0) - (b.entries[0]?.mid ?? 0),
    )
  const lists = groups.map(({ entries }) => bestOf(entries, meet, score)).filter((list) => list.length > 0)
  const found = sought.wishes.includes('cheapest')
    ? lists.flat().sort((a, b) => score.of(b) - score.of(a) || a.price - b.price)
    : inTurns(lists)
  if (sought.wishes.includes('fast')) found.sort(bySpeed)
  // "followers lazada": a platform without a name of its own here is told by the product's.
  const named = sought.platforms[0] === 'other' && sought.words.length > 0
  const own = named
    ? found.filter((entry) => sought.words.some((word) => shelf.named.get(word)?.has(entry)))
    : pagesOf(sought, found)
  return own.slice(0, MOST).map(({ mid }) => mid)
}

/** "like fanspage": where some are stated to be for pages, those. */
const pagesOf = ({ wishes }: Sought, found: CatalogueEntry[]): CatalogueEntry[] => {
  const pages = wishes.includes('page') ? found.filter(trait('page')) : []
  return pages.length > 0 ? pages : found
}

/** Groups come in the order in which the customer named them. */
const placeOf = ({ platforms, kinds }: Sought, group: Group): number =>
  Math.max(0, platforms.indexOf(group.platform)) * 100 + Math.max(0, kinds.indexOf(group.kind))
