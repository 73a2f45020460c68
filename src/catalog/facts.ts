// Reads a panel's row once: what it sells, where, to which link, with which claims. Panels say it in the name, sometimes in the
// category, seldom elsewhere, so the tables read in that order. Hot path of the import: ten thousand rows at a time.
import type { Corrections, Facts, ProviderService } from '../model/service.ts'
import type { Kind, Platform } from '../model/vocabulary.ts'
import { amountOf, type Guarantee, guaranteeIn, speedOf } from './facts-claims.ts'
import { type Origin, originIn } from './facts-countries.ts'
import { plainText as plain } from './facts-foreign.ts'
import { alongOf, linkKindOf, type Thing, thingOf } from './facts-kinds.ts'
import { type Fold, wordsIn } from './facts-match.ts'
import { placeOf } from './facts-platforms.ts'
import { traitsOf } from './facts-traits.ts'

/** Raised with every change of the tables: stored facts of an older version are read anew. */
export const FACT_TABLES = 2

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
  const name = plain(row.name)
  return {
    name,
    words: wordsIn(name),
    category: plain(row.category),
    description: plain(row.description),
  }
}

/** What the seller has put right goes before what the row says; the kind of link follows the corrected kind and platform. */
export const readFacts = (row: FactSource, corrected: Corrections = {}): Facts => {
  const read = clipped(row)
  const text = fold(read)
  const platform = corrected.platform ?? placeOf(text).platform
  const thing = soldThing(text, platform, corrected.kind)
  const { promised, ...guarantee } = guaranteeOf(text, row.refill, corrected)
  const { country, regions } = originOf(read, text, corrected)
  const speedPerDay = corrected.speedPerDay ?? speedOf(text)
  const along = alongOf(text.name, thing.kind, platform)
  const traits = traitsOf(text, { thing, platform, type: row.type })
  return {
    tables: FACT_TABLES,
    platform,
    kind: thing.kind,
    ...(along.length > 0 ? { along } : {}),
    linkKind: corrected.linkKind ?? linkKindOf(thing, platform, text.name),
    ...(country ? { country } : {}),
    ...guarantee,
    traits: [...traits, ...regions, ...(promised ? ['refill'] : [])],
    ...(speedPerDay ? { speedPerDay } : {}),
  }
}

const soldThing = (text: Fold, platform: Platform, corrected: Kind | undefined): Thing => {
  const thing = thingOf(text, platform)
  return corrected === undefined || corrected === thing.kind ? thing : { kind: corrected }
}

const guaranteeOf = (text: Fold, refill: boolean, { guaranteeDays: days }: Corrections): Guarantee => {
  if (days === undefined) return guaranteeIn(text, refill)
  return days === 0
    ? { noGuarantee: true, promised: false }
    : { guarantee: { days, source: 'seller' }, promised: true }
}

const originOf = (read: Texts, text: Fold, { country }: Corrections): Origin => {
  if (country === undefined) return originIn(read, text)
  return { regions: [], ...(country ? { country } : {}) }
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
