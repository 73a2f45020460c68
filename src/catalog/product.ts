// A service as something to sell: priced, numbered as today, as the reader matches it and as a customer is shown it.
import type { Rupiah } from '../lib/brand.ts'
import { fold } from '../lib/text.ts'
import type { Language } from '../model/dialogue.ts'
import type { ProductLine, QuantityOffer } from '../model/say.ts'
import type { SellableType, Service } from '../model/service.ts'
import type { CatalogueEntry } from '../model/understanding.ts'
import { KIND_WORDS, PLATFORM_WORDS } from '../model/vocabulary.ts'
import { displayOf, nameOf } from './names.ts'
import { type PriceRule, pricer } from './price.ts'
import { guaranteeOf, sellableType } from './quote.ts'

const USUAL = 1000

export type Product = {
  service: Service
  type: SellableType
  mid: number
  language: Language
  price(quantity: number): Rupiah | null
  minPrice: Rupiah
  entry: CatalogueEntry
  /** The rule of its price and the language, as text: with the service's version and its number they make the same product. */
  made: string
}

export type Shown = { mid: number; rule: PriceRule; language: Language; made: string }

const leastOf = ({ min }: Pick<Service, 'min'>): number => Math.max(1, min)

export const productOf = (service: Service, { mid, rule, language, made }: Shown): Product | null => {
  const type = sellableType(service.type)
  const price = pricer(rule, service)
  const minPrice = price?.(leastOf(service))
  if (!type || !price || !minPrice) return null
  const shown = { mid, type, name: nameOf(service), price: price(USUAL) ?? minPrice }
  return { service, type, mid, language, price, minPrice, entry: entryOf(service, shown), made }
}

type EntrySource = Pick<Service, 'facts' | 'min' | 'max' | 'name' | 'category'>

/** Letters beyond this of a name or category are no words that anybody asks by. */
const READ = 250

const WORD = /\p{L}{3,}/gu
/** Most names have no other letters, and are cut up much faster by these. */
const PLAIN_WORD = /[a-z]{3,}/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
const PLAIN = /^[\x00-\x7f]*$/

/** Each once, without those that the facts hold already. */
const rowWords = ({ name, category }: Pick<Service, 'name' | 'category'>): readonly string[] => {
  const text = fold(`${name.slice(0, READ)} ${category.slice(0, READ)}`)
  const words = text.match(PLAIN.test(text) ? PLAIN_WORD : WORD) ?? []
  return [...new Set(words)].filter(
    (word) => !Object.hasOwn(PLATFORM_WORDS, word) && !Object.hasOwn(KIND_WORDS, word),
  )
}

/** `price` for 1000, or for one package: the reader ranks by it. */
export const entryOf = (
  { facts, min, max, ...row }: EntrySource,
  shown: Pick<CatalogueEntry, 'mid' | 'name' | 'price' | 'type'>,
): CatalogueEntry => {
  const { platform, kind, traits, along, country, guarantee, speedPerDay } = facts
  let words: readonly string[] | undefined
  return {
    ...shown,
    platform,
    kind,
    // A panel's promise without its length is none that the shop can keep: its cards say "no guarantee".
    traits: guarantee ? traits : traits.filter((trait) => trait !== 'refill'),
    min: leastOf({ min }),
    max,
    ...(along ? { along } : {}),
    ...(country ? { country } : {}),
    ...(guarantee ? { guaranteeDays: guarantee.days } : {}),
    ...(speedPerDay ? { speedPerDay } : {}),
    words: () => {
      words ??= rowWords(row)
      return words
    },
  }
}

const shownOf = ({
  service,
  mid,
  type,
  minPrice,
  language,
}: Product): Omit<ProductLine, 'price' | 'priceOf'> => {
  const { name, description, note } = displayOf(service, language)
  const guarantee = guaranteeOf(service)
  const { platform, kind, linkKind } = service.facts
  return {
    mid,
    service: service.id,
    name,
    description,
    ...(note ? { note } : {}),
    platform,
    kind,
    linkKind,
    type,
    min: leastOf(service),
    max: service.max,
    minPrice,
    ...(guarantee ? { guarantee } : {}),
  }
}

export const lineOf = (product: Product, quantity?: number): ProductLine => {
  const { type, price, minPrice } = product
  const shown = shownOf(product)
  if (type === 'package') return { ...shown, price: minPrice, priceOf: 1 }
  // Nobody can buy more than there is, so that has no price to show; below the minimum the dialogue says so.
  const fits = quantity !== undefined && quantity <= shown.max
  const asked = fits ? price(quantity) : null
  if (fits && asked !== null) return { ...shown, price: asked, priceOf: quantity }
  const usual = Math.min(USUAL, shown.max)
  return { ...shown, price: price(usual) ?? minPrice, priceOf: usual }
}

/** The price never falls as the quantity rises, so that the most that fits is found by halving. */
export const largestWithin = (
  { service, price, minPrice }: Product,
  rupiah: Rupiah,
): QuantityOffer | undefined => {
  if (minPrice > rupiah) return undefined
  const least = leastOf(service)
  let [most, over] = [least, Math.max(least, service.max) + 1]
  while (over - most > 1) {
    const middle = most + Math.floor((over - most) / 2)
    if ((price(middle) ?? Number.POSITIVE_INFINITY) <= rupiah) most = middle
    else over = middle
  }
  return { quantity: most, price: price(most) ?? minPrice }
}
