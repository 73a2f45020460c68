// The shelf: what the dialogue sees of a shop's goods, priced and numbered as today. Made once for each state of the catalogue and
// kept, because the reader keeps its index by the very array of entries.
import type { Millis, ProviderId, Rupiah, ServiceId, ShopId } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { ProductLine, QuantityOffer } from '../model/say.ts'
import type { Service } from '../model/service.ts'
import type { Shop } from '../model/shop.ts'
import type { CatalogueEntry } from '../model/understanding.ts'
import type { ProviderDoc } from '../store/documents.ts'
import type { Store } from '../store/store.ts'
import { numbersOf, placedIn } from './numbers.ts'
import { coversLeast } from './offers.ts'
import { type PriceRule, ruleOf } from './price.ts'
import { largestWithin, lineOf, type Product, productOf } from './product.ts'
import { isOffered } from './quote.ts'

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
  /** Gives the event loop its turn: a shelf may hold ten thousand. */
  pause?(): Promise<void>
  /** Told of each new shelf before anybody gets it. */
  ready?(entries: CatalogueEntry[]): Promise<void>
  /** How many shops' shelves stay in memory; those used last. */
  keep?: number
}

const KEEP = 200
const WINDOW = 10

/** `providers` as their balances count now. */
type Stock = { shop: Shop; providers: ProviderDoc[]; onSale: Service[]; placed: Service[] }

/** Without a balance that was read too long ago: it stops no sale any more. */
const asReadOf =
  (now: Millis) =>
  (provider: ProviderDoc): ProviderDoc => {
    const { balance, ...rest } = provider
    return balance && now - balance.at > DEFAULTS.balanceShown ? rest : provider
  }

type Priced = { panel: ProviderDoc; rule: PriceRule; made: string }
type Making = Pick<Stock, 'shop'> & {
  midOf(service: Service): number
  panels: ReadonlyMap<string, ProviderDoc>
  priced: ReadonlyMap<ProviderId, Priced>
  before: Products
}

const pricedPanels = ({ shop, providers }: Stock): Map<ProviderId, Priced> =>
  new Map(
    providers.flatMap((panel): [ProviderId, Priced][] => {
      const rule = ruleOf(shop, panel.currency)
      const made = JSON.stringify([shop.settings.language, rule])
      return rule ? [[panel.id, { panel, rule, made }]] : []
    }),
  )

/** As it was made before, if nothing of it has changed: most of a shelf's work is its prices. */
const productFor = (service: Service, { shop, midOf, panels, priced, before }: Making): Product | null => {
  const known = priced.get(service.provider)
  if (!known || !isOffered(service, known.panel) || !coversLeast(shop, panels, service)) return null
  const { rule, made } = known
  const mid = midOf(service)
  const earlier = before.get(service.id)
  return earlier?.service.v === service.v && earlier.made === made && earlier.mid === mid
    ? earlier
    : productOf(service, { mid, rule, language: shop.settings.language, made })
}

type Products = ReadonlyMap<ServiceId, Product>

/** So many services are read or priced at once; then others have their turn. */
const SLICE = 250

const productsOf = async (stock: Stock, before: Products, pause: Pause): Promise<Product[]> => {
  const { shop, providers, onSale, placed } = stock
  const making: Making = {
    shop,
    midOf: numbersOf(shop, [...placed, ...onSale]).of,
    panels: new Map(providers.map((provider) => [provider.id, provider])),
    priced: pricedPanels(stock),
    before,
  }
  const products: Product[] = []
  for (const [at, service] of onSale.entries()) {
    const product = productFor(service, making)
    if (product) products.push(product)
    if (at % SLICE === SLICE - 1) await pause()
  }
  return products.sort((a, b) => a.mid - b.mid)
}

type Made = { goods: Goods; byId: Products }

const shelve = (products: Product[]): Made => {
  const byId = new Map(products.map((product) => [product.service.id, product]))
  const byMid = new Map(products.map((product) => [product.mid, product.service.id]))
  // Lists ask for the same lines in every chat.
  const usualLines = new Map<ServiceId, ProductLine>()
  const usualLine = (product: Product): ProductLine => {
    const line = usualLines.get(product.service.id) ?? lineOf(product)
    usualLines.set(product.service.id, line)
    return line
  }
  const goods: Goods = {
    entries: products.map(({ entry }) => entry),
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
  return { goods, byId }
}

type Pause = () => Promise<void>

const readOnSale = async ({ store }: ShelfDeps, shop: ShopId, pause: Pause): Promise<Service[]> => {
  const onSale: Service[] = []
  for (let after = 0; ; ) {
    const page = await store.services.list(shop, { onSale: true, vanished: false, after, limit: SLICE })
    onSale.push(...page)
    const last = page.at(-1)
    if (!last || page.length < SLICE) return onSale
    after = last.mid
    await pause()
  }
}

const readStock = async (
  deps: ShelfDeps,
  { shop, providers }: Pick<Stock, 'shop' | 'providers'>,
): Promise<Stock> => {
  const placed = placedIn(shop)
  const [onSale, inWindow] = await Promise.all([
    readOnSale(deps, shop.id, deps.pause ?? NO_PAUSE),
    placed.length > 0 ? deps.store.services.list(shop.id, { ids: placed }) : [],
  ])
  return { shop, providers, onSale, placed: inWindow }
}

const NO_PAUSE: Pause = async () => {}
const NONE: Products = new Map()

/** What a shelf depends on, read before its rows: a change in between makes a newer shelf under an older stamp, never the reverse. */
const stampOf = (version: number, shop: Shop, providers: ProviderDoc[]): string =>
  [version, shop.v, ...providers.map(({ id, v, balance }) => `${id}=${v}${balance ? '+' : ''}`)].join(' ')

/** The goods of a shop, as they are now. */
export const makeShelves = (deps: ShelfDeps) => {
  const { store, clock, keep = KEEP } = deps
  const kept = new Map<ShopId, Kept>()

  const remember = (id: ShopId, one: Kept): Promise<Goods> => {
    kept.delete(id)
    kept.set(id, one)
    for (const oldest of kept.keys()) {
      if (kept.size <= keep) break
      kept.delete(oldest)
    }
    return one.made.then(({ goods }) => goods)
  }

  const make = async (stock: Pick<Stock, 'shop' | 'providers'>, before: Kept | undefined): Promise<Made> => {
    const byId = (await before?.made.catch(() => undefined))?.byId ?? NONE
    const made = shelve(await productsOf(await readStock(deps, stock), byId, deps.pause ?? NO_PAUSE))
    await deps.ready?.(made.goods.entries)
    return made
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
    if (known?.stamp === stamp) return remember(id, known)
    const one = { stamp, made: make({ shop, providers }, known) }
    one.made.catch(() => {
      if (kept.get(id) === one) kept.delete(id)
    })
    return remember(id, one)
  }
}

type Kept = { stamp: string; made: Promise<Made> }
