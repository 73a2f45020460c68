// The shelf: what the dialogue sees of a shop's goods, priced and numbered as today. Made once for each state of the catalogue and
// kept, because the reader keeps its index by the very array of entries.
import type { Millis, Rupiah, ServiceId, ShopId } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { Language } from '../model/dialogue.ts'
import type { ProductLine, QuantityOffer } from '../model/say.ts'
import type { SellableType, Service } from '../model/service.ts'
import type { Shop } from '../model/shop.ts'
import type { CatalogueEntry } from '../model/understanding.ts'
import type { ProviderDoc } from '../store/documents.ts'
import type { Store } from '../store/store.ts'
import { displayOf, nameOf } from './names.ts'
import { numbersOf, placedIn } from './numbers.ts'
import { coversLeast } from './offers.ts'
import { type PriceRule, pricer, ruleOf } from './price.ts'
import { guaranteeOf, isOffered, sellableType } from './quote.ts'

export type Goods = {
  /** By number. The same array until something of the shop's catalogue changes. */
  entries: CatalogueEntry[]
  byMid(mid: number): ServiceId | undefined
  /** Null: not on sale, or no price. Without a quantity priced for 1000, or the most there is if that is less. */
  line(service: ServiceId, quantity?: number): ProductLine | null
  /** Numbers 1–10, as far as they are on sale. */
  window(): ServiceId[]
  largestWithin(service: ServiceId, rupiah: Rupiah): QuantityOffer | undefined
}

export type ShelfDeps = {
  store: Pick<Store, 'shops' | 'providers' | 'services'>
  clock: Clock
  /** How many shops' shelves stay in memory; those used last. */
  keep?: number
}

const KEEP = 200
const WINDOW = 10
const USUAL = 1000

type Product = {
  service: Service
  type: SellableType
  mid: number
  language: Language
  price(quantity: number): Rupiah | null
  minPrice: Rupiah
}

type Shown = { mid: number; rule: PriceRule; language: Language }

const leastOf = ({ min }: Pick<Service, 'min'>): number => Math.max(1, min)

const productOf = (service: Service, { mid, rule, language }: Shown): Product | null => {
  const type = sellableType(service.type)
  const price = pricer(rule, service)
  const minPrice = price?.(leastOf(service))
  if (!type || !price || !minPrice) return null
  return { service, type, mid, language, price, minPrice }
}

/** `price` for 1000, or for one package: the reader ranks by it. */
export const entryOf = (
  { facts, min, max }: Pick<Service, 'facts' | 'min' | 'max'>,
  shown: Pick<CatalogueEntry, 'mid' | 'name' | 'price' | 'type'>,
): CatalogueEntry => {
  const { platform, kind, traits, country, guarantee, speedPerDay } = facts
  return {
    ...shown,
    platform,
    kind,
    traits,
    min: leastOf({ min }),
    max,
    ...(country ? { country } : {}),
    ...(guarantee ? { guaranteeDays: guarantee.days } : {}),
    ...(speedPerDay ? { speedPerDay } : {}),
  }
}

const entryFor = ({ service, mid, type, price, minPrice }: Product): CatalogueEntry =>
  entryOf(service, { mid, type, name: nameOf(service), price: price(USUAL) ?? minPrice })

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

const lineOf = (product: Product, quantity?: number): ProductLine => {
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
const largestWithin = ({ service, price, minPrice }: Product, rupiah: Rupiah): QuantityOffer | undefined => {
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

/** `providers` as their balances count now. */
type Stock = { shop: Shop; providers: ProviderDoc[]; onSale: Service[]; placed: Service[] }

/** Without a balance that was read too long ago: it stops no sale any more. */
const asReadOf =
  (now: Millis) =>
  (provider: ProviderDoc): ProviderDoc => {
    const { balance, ...rest } = provider
    return balance && now - balance.at > DEFAULTS.balanceShown ? rest : provider
  }

const productsOf = ({ shop, providers, onSale, placed }: Stock): Product[] => {
  const numbers = numbersOf(shop, [...placed, ...onSale])
  const panels = new Map(providers.map((provider) => [provider.id, provider]))
  const products = onSale.flatMap((service) => {
    const panel = panels.get(service.provider)
    const rule = isOffered(service, panel) ? ruleOf(shop, panel?.currency) : null
    if (!rule || !coversLeast(shop, panels, service)) return []
    return productOf(service, { mid: numbers.of(service), rule, language: shop.settings.language }) ?? []
  })
  return products.sort((a, b) => a.mid - b.mid)
}

export const shelve = (stock: Stock): Goods => {
  const products = productsOf(stock)
  const byId = new Map(products.map((product) => [product.service.id, product]))
  const byMid = new Map(products.map((product) => [product.mid, product.service.id]))
  // Lists ask for the same lines in every chat.
  const usualLines = new Map<ServiceId, ProductLine>()
  const usualLine = (product: Product): ProductLine => {
    const line = usualLines.get(product.service.id) ?? lineOf(product)
    usualLines.set(product.service.id, line)
    return line
  }
  return {
    entries: products.map(entryFor),
    byMid: (mid) => byMid.get(mid),
    line: (service, quantity) => {
      const product = byId.get(service)
      if (!product) return null
      return quantity === undefined ? usualLine(product) : lineOf(product, quantity)
    },
    window: () => products.filter(({ mid }) => mid <= WINDOW).map(({ service }) => service.id),
    largestWithin: (service, rupiah) => {
      const product = byId.get(service)
      return product && largestWithin(product, rupiah)
    },
  }
}

const readStock = async ({ store }: ShelfDeps, shop: Shop, providers: ProviderDoc[]): Promise<Stock> => {
  const placed = placedIn(shop)
  const [onSale, inWindow] = await Promise.all([
    store.services.list(shop.id, { onSale: true, vanished: false }),
    placed.length > 0 ? store.services.list(shop.id, { ids: placed }) : [],
  ])
  return { shop, providers, onSale, placed: inWindow }
}

/** What a shelf depends on, read before its rows: a change in between makes a newer shelf under an older stamp, never the reverse. */
const stampOf = (version: number, shop: Shop, providers: ProviderDoc[]): string =>
  [version, shop.v, ...providers.map(({ id, v, balance }) => `${id}=${v}${balance ? '+' : ''}`)].join(' ')

/** The goods of a shop, as they are now. */
export const makeShelves = (deps: ShelfDeps) => {
  const { store, clock, keep = KEEP } = deps
  const kept = new Map<ShopId, { stamp: string; goods: Promise<Goods> }>()

  const remember = (id: ShopId, stamp: string, goods: Promise<Goods>): Promise<Goods> => {
    kept.delete(id)
    kept.set(id, { stamp, goods })
    for (const oldest of kept.keys()) {
      if (kept.size <= keep) break
      kept.delete(oldest)
    }
    return goods
  }

  return async (id: ShopId): Promise<Goods> => {
    const [shop, version, stored] = await Promise.all([
      store.shops.get(id),
      store.services.version(id),
      store.providers.list(id),
    ])
    const providers = stored.map(asReadOf(clock.now()))
    if (!shop) throw new Error(`shop ${id} is gone`)
    const stamp = stampOf(version, shop, providers)
    const known = kept.get(id)
    if (known?.stamp === stamp) return remember(id, stamp, known.goods)
    const goods = readStock(deps, shop, providers).then(shelve)
    goods.catch(() => {
      if (kept.get(id)?.goods === goods) kept.delete(id)
    })
    return remember(id, stamp, goods)
  }
}
