// A catalogue made ready for search, once per array of entries: by number, and by platform and kind in the order of price.
import type { CatalogueEntry } from '../../model/understanding.ts'
import type { Kind, Platform } from '../../model/vocabulary.ts'

export type Shelf = {
  byMid: ReadonlyMap<number, CatalogueEntry>
  /** One group per platform and kind, each from cheap to dear. */
  groups: readonly Group[]
  /** The lowest numbers: what a customer is shown first. */
  window: number[]
  /** Which products have a word in their name, for those asked for by name. */
  named: ReadonlyMap<string, ReadonlySet<CatalogueEntry>>
}
export type Group = { platform: Platform; kind: Kind; entries: readonly CatalogueEntry[] }

const WINDOW = 10

/** The words of a name, without figures and signs. */
export const nameWords = (name: string): string[] =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]*\p{L}[\p{L}\p{N}]*/gu) ?? []

const namesOf = (entries: readonly CatalogueEntry[]): Map<string, Set<CatalogueEntry>> => {
  const named = new Map<string, Set<CatalogueEntry>>()
  for (const entry of entries)
    for (const word of nameWords(entry.name)) {
      const having = named.get(word)
      if (having) having.add(entry)
      else named.set(word, new Set([entry]))
    }
  return named
}

const shelve = (entries: readonly CatalogueEntry[]): Shelf => {
  const groups = new Map<string, Group & { entries: CatalogueEntry[] }>()
  for (const entry of entries) {
    const key = `${entry.platform} ${entry.kind}`
    const group = groups.get(key)
    if (group) group.entries.push(entry)
    else groups.set(key, { platform: entry.platform, kind: entry.kind, entries: [entry] })
  }
  for (const { entries: own } of groups.values()) own.sort((a, b) => a.price - b.price || a.mid - b.mid)
  return {
    byMid: new Map(entries.map((entry) => [entry.mid, entry])),
    groups: [...groups.values()],
    window: entries
      .map(({ mid }) => mid)
      .sort((a, b) => a - b)
      .slice(0, WINDOW),
    named: namesOf(entries),
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
