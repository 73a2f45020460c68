// Reads a panel's row once: what it sells, where, to which link, with which claims. Panels say it in the name, sometimes in the
// category, seldom elsewhere, so the tables read in that order. Hot path of the import: ten thousand rows at a time.
import { fold as foldText } from '../lib/text.ts'
import type { Facts, ProviderService } from '../model/service.ts'
import type { Platform } from '../model/vocabulary.ts'
import { amountOf, guaranteeIn, speedOf } from './facts-claims.ts'
import { originIn } from './facts-countries.ts'
import { linkKindOf, type Thing, thingOf } from './facts-kinds.ts'
import { type Fold, wordsIn } from './facts-match.ts'
import { placeOf } from './facts-platforms.ts'
import { traitsOf } from './facts-traits.ts'

/** Raised with every change of the tables: stored facts of an older version are read anew. */
export const FACT_TABLES = 1

export type FactSource = Pick<ProviderService, 'name' | 'category' | 'description' | 'type' | 'refill'>

/** Real names end well before this, and the facts of a description stand at its top; what follows is rules and advertisement. */
const READ = { name: 250, description: 600 }

type Texts = Pick<FactSource, 'name' | 'category' | 'description'>

const clipped = ({ name, category, description }: FactSource): Texts => ({
  name: name.slice(0, READ.name),
  category: category.slice(0, READ.name),
  description: description.slice(0, READ.description),
})

const fold = (row: Texts): Fold => {
  const name = foldText(row.name)
  return {
    name,
    words: wordsIn(name),
    category: foldText(row.category),
    description: foldText(row.description),
  }
}

export const readFacts = (row: FactSource): Facts => {
  const read = clipped(row)
  const text = fold(read)
  const { platform } = placeOf(text)
  const thing = thingOf(text, platform)
  const { promised, ...guarantee } = guaranteeIn(text, row.refill)
  const { country, regions } = originIn(read, text)
  const speedPerDay = speedOf(text)
  const traits = traitsOf(text, { thing, platform, type: row.type })
  return {
    tables: FACT_TABLES,
    platform,
    kind: thing.kind,
    linkKind: linkKindOf(thing, platform, text.name),
    ...(country ? { country } : {}),
    ...guarantee,
    traits: [...traits, ...regions, ...(promised ? ['refill'] : [])],
    ...(speedPerDay ? { speedPerDay } : {}),
  }
}

const COUNTED = /(\d[\d.,]*)\s?(k|rb|ribu|m|jt)?\s([a-z]+)/g

/** "1000 Followers + 500 Likes" holds a thousand of what it is a package of. */
const contentOf = ({ name }: Fold, { kind }: Thing, platform: Platform): number | undefined => {
  for (const [, digits = '', scale, word = ''] of name.matchAll(COUNTED)) {
    const counted = thingOf({ name: word, category: '', description: '' }, platform)
    if (counted.kind === kind && kind !== 'other') return amountOf(digits, scale)
  }
  return undefined
}

/** Words for the made name where our lists of platforms and kinds have none, and what a package holds. */
export const wordsBeyond = (row: FactSource): { brand?: string; noun?: string; amount?: number } => {
  const text = fold(clipped(row))
  const { platform, brand } = placeOf(text)
  const thing = thingOf(text, platform)
  const amount = row.type === 'package' ? contentOf(text, thing, platform) : undefined
  return {
    ...(brand ? { brand } : {}),
    ...(thing.noun ? { noun: thing.noun } : {}),
    ...(amount ? { amount } : {}),
  }
}
