// A catalogue made ready for search, once per array of entries: by number, by platform and kind in the order of price, and by the words
// of names, for those that are no vocabulary of ours.
import MiniSearch from 'minisearch'
import type { CatalogueEntry } from '../../model/understanding.ts'
import type { Kind, Platform } from '../../model/vocabulary.ts'

export type Entries = ReadonlySet<CatalogueEntry>
export type Shelf = {
  byMid: ReadonlyMap<number, CatalogueEntry>
  /** One group per platform and kind, each from cheap to dear. */
  groups: readonly Group[]
  byNumber(): readonly CatalogueEntry[]
  /** The lowest numbers: what a customer is shown first. */
  window: number[]
  /** Products that have the word in the shop's own name for them. */
  named(word: string): Entries
  /** … or one that is nearly so written, or begins with it. */
  nearlyNamed(word: string): Entries
  /** Products whose row at the panel has the word, or nearly. */
  told(word: string): Entries
  /** Makes the index of words, in pieces. */
  prepare(): Generator<void>
}
export type Group = {
  platform: Platform
  kind: Kind
  entries: readonly CatalogueEntry[]
  /** The same from fast to slow; those that state no speed last. */
  fastest(): readonly CatalogueEntry[]
}

const WINDOW = 10
const NONE: Entries = new Set()

/** The words of a name, without figures and signs. */
export const nameWords = (name: string): string[] =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]*\p{L}[\p{L}\p{N}]*/gu) ?? []

const once = <Value>(make: () => Value): (() => Value) => {
  let made: { value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

type Words = Map<string, Set<CatalogueEntry>>
type WordsOf = (entry: CatalogueEntry) => readonly string[]

/** So much is indexed at once, where the event loop is given its turn in between. */
const SLICE = 500

function* indexing(entries: readonly CatalogueEntry[], wordsOf: WordsOf, words: Words): Generator<void> {
  for (const [at, entry] of entries.entries()) {
    for (const word of wordsOf(entry)) {
      const known = words.get(word)
      if (known) known.add(entry)
      else words.set(word, new Set([entry]))
    }
    if (at % SLICE === SLICE - 1) yield
  }
}

/** Shorter words are near to too many others. */
const NEAR = { prefix: 4, one: 5, two: 9 }

/**
 * MiniSearch over the words of the shop, not over its products: ten thousand products share a few thousand words, which are indexed in
 * a few milliseconds.
 */
const makeMini = () =>
  new MiniSearch<{ id: string; word: string }>({
    fields: ['word'],
    tokenize: (word) => [word],
    processTerm: (word) => word,
    searchOptions: {
      prefix: (word) => word.length >= NEAR.prefix,
      fuzzy: (word) => (word.length >= NEAR.two ? 2 : word.length >= NEAR.one ? 1 : false),
    },
  })

function* learning(words: Words, mini: ReturnType<typeof makeMini>): Generator<void> {
  const all = [...words.keys()].map((word) => ({ id: word, word }))
  for (let at = 0; at < all.length; at += SLICE) {
    mini.addAll(all.slice(at, at + SLICE))
    yield
  }
}

type Finder = { exactly(word: string): Entries; nearly(word: string): Entries; prepare(): Generator<void> }

/** Indexes itself at the first question, unless that was done in pieces before. */
const finderOf = (entries: readonly CatalogueEntry[], wordsOf: WordsOf): Finder => {
  let made: { words: Words; mini: ReturnType<typeof makeMini> } | undefined
  function* prepare(): Generator<void> {
    if (made) return
    const words: Words = new Map()
    const mini = makeMini()
    yield* indexing(entries, wordsOf, words)
    yield* learning(words, mini)
    made = { words, mini }
  }
  const ready = () => {
    for (const _ of prepare());
    return made as NonNullable<typeof made>
  }
  const exactly = (word: string): Entries => ready().words.get(word) ?? NONE
  /** The best way of writing it that there is. */
  const nearly = (word: string): Entries => {
    const exact = exactly(word)
    if (exact.size > 0) return exact
    const [best] = ready().mini.search(word)
    return best === undefined ? NONE : exactly(String(best.id))
  }
  return { exactly, nearly, prepare }
}

const groupsOf = (entries: readonly CatalogueEntry[]): Group[] => {
  const groups = new Map<string, CatalogueEntry[]>()
  for (const entry of entries) {
    const key = `${entry.platform} ${entry.kind}`
    const group = groups.get(key)
    if (group) group.push(entry)
    else groups.set(key, [entry])
  }
  return [...groups.values()].flatMap((own) => {
    own.sort((a, b) => a.price - b.price || a.mid - b.mid)
    const [first] = own
    return first ? { platform: first.platform, kind: first.kind, entries: own, fastest: bySpeed(own) } : []
  })
}

const bySpeed = (entries: readonly CatalogueEntry[]) =>
  once(() => entries.toSorted((a, b) => (b.speedPerDay ?? 0) - (a.speedPerDay ?? 0)))

const shelve = (entries: readonly CatalogueEntry[]): Shelf => {
  const own = finderOf(entries, ({ name }) => nameWords(name))
  const panel = finderOf(entries, (entry) => entry.words?.() ?? [])
  return {
    byMid: new Map(entries.map((entry) => [entry.mid, entry])),
    groups: groupsOf(entries),
    byNumber: once(() => entries.toSorted((a, b) => a.mid - b.mid)),
    window: entries
      .map(({ mid }) => mid)
      .sort((a, b) => a - b)
      .slice(0, WINDOW),
    named: own.exactly,
    nearlyNamed: own.nearly,
    told: panel.nearly,
    *prepare() {
      yield* own.prepare()
      yield* panel.prepare()
    },
  }
}

const shelves = new WeakMap<readonly CatalogueEntry[], Shelf>()

export const shelfOf = (entries: readonly CatalogueEntry[]): Shelf => {
  const known = shelves.get(entries)
  if (known) return known
  const made = shelve(entries)
  shelves.set(entries, made)
  return made
}

/** Before the first customer asks: what would hold up everybody for a tenth of a second is done between their turns. */
export const prepareShelf = async (
  entries: readonly CatalogueEntry[],
  pause: () => Promise<void>,
): Promise<void> => {
  await pause()
  const { prepare } = shelfOf(entries)
  await pause()
  for (const _ of prepare()) await pause()
}
