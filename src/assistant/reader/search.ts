// From a wish to the products that meet it, best first: those that can be bought in the quantity and within the budget, then by price.
import type { CatalogueEntry, Prefer, Sought } from '../../model/understanding.ts'
import { type Entries, type Group, type Shelf, shelfOf } from './shelf.ts'

export type { Sought } from '../../model/understanding.ts'

const MOST = 10
const LIFETIME = 36_500

const trait = (name: string) => (entry: CatalogueEntry) => entry.traits.includes(name)

const hasGuarantee = ({ guaranteeDays = 0 }: CatalogueEntry): boolean => guaranteeDays > 0

/** What a product must have to meet a wish. Wishes without a test only order the list. */
const TESTS: Partial<Record<Prefer, (entry: CatalogueEntry) => boolean>> = {
  // One that is promised without its length comes after those that state theirs.
  refill: (entry) => hasGuarantee(entry) || trait('refill')(entry),
  no_bot: (entry) => !trait('bot')(entry),
  lifetime: ({ guaranteeDays = 0 }) => guaranteeDays >= LIFETIME,
  custom: (entry) => entry.type === 'custom_comments' || trait('custom')(entry),
  random: trait('random'),
  shorts: trait('shorts'),
  premium: trait('premium'),
}
/** Stated by few panels: met where it is stated, no reason to hide the rest where it is not. */
const SOFT: Partial<Record<Prefer, (entry: CatalogueEntry) => boolean>> = {
  refill: hasGuarantee,
  no_bot: (entry) => trait('no_bot')(entry) || trait('real')(entry),
  page: trait('page'),
  profile: trait('profile'),
  post: trait('post'),
}

type Meet = (entry: CatalogueEntry) => boolean

const meets = (sought: Sought): Meet => {
  const tests = sought.wishes.flatMap((wish) => TESTS[wish] ?? [])
  const { countries, against } = sought
  const not = against?.wishes.flatMap((wish) => TESTS[wish] ?? []) ?? []
  return (entry) =>
    tests.every((test) => test(entry)) &&
    !not.some((test) => test(entry)) &&
    !against?.kinds.some((kind) => entry.along?.includes(kind)) &&
    !(entry.country !== undefined && against?.countries.includes(entry.country)) &&
    (countries.length === 0 || (entry.country !== undefined && countries.includes(entry.country)))
}

type Score = { of(entry: CatalogueEntry): number; most: number }
type Test = readonly [weight: number, holds: (entry: CatalogueEntry) => boolean]

const WEIGHT = { named: 8, told: 5, soft: 4, along: 3, within: 2, affordable: 1 }

/** A word of the shop's own name for a product tells more than one of the panel's. */
const wordTests = (word: string, shelf: Shelf): Test[] => {
  const test = (weight: number, having: Entries): Test[] =>
    having.size > 0 ? [[weight, (entry) => having.has(entry)]] : []
  const own = test(WEIGHT.named, shelf.nearlyNamed(word))
  return own.length > 0 ? own : test(WEIGHT.told, shelf.told(word))
}

const limitTests = ({ quantity, budget }: Sought): Test[] => [
  ...(quantity === undefined
    ? []
    : [[WEIGHT.within, ({ min, max }: CatalogueEntry) => quantity >= min && quantity <= max] as const]),
  ...(budget === undefined
    ? []
    : [
        [
          WEIGHT.affordable,
          ({ type, price, min }: CatalogueEntry) =>
            price * (type === 'package' ? 1 : (quantity ?? min) / 1000) <= budget,
        ] as const,
      ]),
]

/** Higher is better; entries of one score keep the order of price, or of speed. */
const scoring = (sought: Sought, shelf: Shelf): Score => {
  const { kinds } = sought
  const tests: Test[] = [
    ...sought.words.flatMap((word) => wordTests(word, shelf)),
    ...sought.wishes.flatMap((wish) => SOFT[wish] ?? []).map((test): Test => [WEIGHT.soft, test]),
    ...(sought.traits ?? []).map((name): Test => [WEIGHT.soft, trait(name)]),
    ...limitTests(sought),
    // Shorts are a thing of their own: what is cheaper by being one is not the cheapest of the others.
    ...(sought.wishes.includes('cheapest') && !sought.wishes.includes('shorts') && sought.platforms.length > 0
      ? [[WEIGHT.affordable, (entry: CatalogueEntry) => !trait('shorts')(entry)] as const]
      : []),
    ...(kinds.length > 1
      ? [
          [
            WEIGHT.along,
            ({ along = [] }: CatalogueEntry) => along.some((kind) => kinds.includes(kind)),
          ] as const,
        ]
      : []),
  ]
  const of = (entry: CatalogueEntry): number => {
    let score = 0
    for (const [weight, holds] of tests) if (holds(entry)) score += weight
    return score
  }
  return { of, most: tests.reduce((sum, [weight]) => sum + weight, 0) }
}

type Judged = { entry: CatalogueEntry; score: number }

/** The best of a group, kept short while it is walked, and left once nothing better can come: groups may hold thousands. */
const bestOf = (
  entries: readonly CatalogueEntry[],
  { meet, score, most }: { meet: Meet; score: Score; most: number },
): Judged[] => {
  const tiers = new Map<number, Judged[]>()
  for (const entry of entries) {
    if (!meet(entry)) continue
    const rank = score.of(entry)
    const tier = tiers.get(rank) ?? []
    if (tier.length === 0) tiers.set(rank, tier)
    if (tier.length < most) tier.push({ entry, score: rank })
    else if (rank === score.most) break
  }
  return [...tiers]
    .sort(([a], [b]) => b - a)
    .flatMap(([, tier]) => tier)
    .slice(0, most)
}

const isSought =
  ({ platforms, kinds, against }: Sought) =>
  (group: Group): boolean =>
    (platforms.length === 0 || platforms.includes(group.platform)) &&
    (kinds.length === 0 || kinds.includes(group.kind)) &&
    !against?.kinds.includes(group.kind)

/** Several groups take turns, so that a list of "instagram" or "likes dan views" shows each. */
const inTurns = (lists: Judged[][]): Judged[] => {
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  const turns: Judged[] = []
  for (let turn = 0; turn < longest; turn++)
    for (const list of lists) {
      const one = list[turn]
      if (one) turns.push(one)
    }
  return turns
}

type Order = (a: CatalogueEntry, b: CatalogueEntry) => number
const bySpeed: Order = (a, b) => (b.speedPerDay ?? 0) - (a.speedPerDay ?? 0)
const byPrice: Order = (a, b) => a.price - b.price

const merged = (lists: Judged[][], order: Order): Judged[] =>
  lists.flat().sort((a, b) => b.score - a.score || order(a.entry, b.entry))

const isOpen = ({ platforms, kinds, wishes, countries, words, budget, against }: Sought): boolean =>
  [platforms, kinds, wishes, countries, words].every(({ length }) => length === 0) &&
  budget === undefined &&
  Object.values(against ?? {}).every(({ length }) => length === 0)

/** What none of them states ranks nothing, and would keep a walk from ending where nothing better can come. */
const tellingAmong = (groups: readonly Group[], { traits = [] }: Sought): string[] =>
  traits.filter((name) => groups.some(({ entries }) => entries.some(trait(name))))

/** The first `most` of all that fit, in an order that does not depend on how many are asked for. */
const ordered = (shelf: Shelf, sought: Sought, most: number): CatalogueEntry[] => {
  if (isOpen(sought)) return shelf.byNumber().slice(0, most)
  const fast = sought.wishes.includes('fast')
  const groups = shelf.groups.filter(isSought(sought))
  const told = { ...sought, traits: tellingAmong(groups, sought) }
  const judging = { meet: meets(sought), score: scoring(told, shelf), most }
  const lists = groups
    .sort(
      (a, b) =>
        placeOf(sought, a) - placeOf(sought, b) || (a.entries[0]?.mid ?? 0) - (b.entries[0]?.mid ?? 0),
    )
    .map((group) => bestOf(fast ? group.fastest() : group.entries, judging))
    .filter((list) => list.length > 0)
  const order = fast ? bySpeed : sought.wishes.includes('cheapest') ? byPrice : undefined
  const found = (order ? merged(lists, order) : inTurns(lists)).map(({ entry }) => entry)
  return narrowed(shelf, sought, found).slice(0, most)
}

/** "followers lazada": a platform without a name of its own here is told by the product's. "like fanspage": pages, where there are.
 *  "24 jam": those that stay so long, where there are. */
const narrowed = (
  shelf: Shelf,
  { platforms, words, wishes, traits = [] }: Sought,
  found: CatalogueEntry[],
): CatalogueEntry[] => {
  if (platforms[0] === 'other' && words.length > 0)
    return found.filter((entry) => words.some((word) => shelf.nearlyNamed(word).has(entry)))
  const pages = wishes.includes('page') ? found.filter(trait('page')) : []
  if (pages.length > 0) return pages
  const stay = traits.filter((name) => name.startsWith('minutes_'))
  const staying = found.filter((entry) => stay.some((name) => trait(name)(entry)))
  return staying.length > 0 ? staying : found
}

/** The numbers to show, at most ten; empty when the shop sells nothing of the kind. */
export const search = (shelf: Shelf, sought: Sought): number[] =>
  ordered(shelf, sought, MOST).map(({ mid }) => mid)

export type Page = { mids: number[]; more: boolean }

/** The ten after the first `from` of all that fit, however many those are, by the catalogue as it is now. */
export const searchPage = (entries: readonly CatalogueEntry[], sought: Sought, from: number): Page =>
  pageOf(shelfOf(entries), sought, from)

export const pageOf = (shelf: Shelf, sought: Sought, from: number): Page => {
  const found = ordered(shelf, sought, from + MOST + 1).slice(from)
  return { mids: found.slice(0, MOST).map(({ mid }) => mid), more: found.length > MOST }
}

/** Groups come in the order in which the customer named them. */
const placeOf = ({ platforms, kinds }: Sought, group: Group): number =>
  Math.max(0, platforms.indexOf(group.platform)) * 100 + Math.max(0, kinds.indexOf(group.kind))
