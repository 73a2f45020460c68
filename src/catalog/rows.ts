// Services as the dashboard lists them: the panel's row, what was read and made of it, today's number, cost and price.
import type { ProviderId } from '../lib/brand.ts'
import type { Corrections, Service } from '../model/service.ts'
import type { Shop } from '../model/shop.ts'
import type { ServiceFilter } from '../store/documents.ts'
import type { Store } from '../store/store.ts'
import { correctionsOf } from './corrections.ts'
import { readFacts } from './facts.ts'
import { numbersOf, placedIn } from './numbers.ts'
import { coversLeast, type Panels, panelsOf, usualPrice } from './offers.ts'
import { sellableType } from './quote.ts'

export type RowsDeps = { store: Pick<Store, 'services' | 'providers'> }

/** What the panel's row says by itself. */
export type AsRead = {
  platform: string
  kind: string
  linkKind: string
  country?: string
  guaranteeDays?: number
  speedPerDay?: number
}

/** `mid` is the number shown today. `cost` and `price` are for 1000 units (one package), where they can be told. */
export type ServiceRow = {
  id: string
  mid: number
  service_id_api: string
  name: string
  description: string
  category: string
  rate: string
  min: number
  max: number
  type: string
  provider: string
  madeName: string
  displayName?: string
  displayDescription?: string
  displayNote?: string
  platform: string
  kind: string
  country?: string
  guaranteeDays?: number
  /** Where the guarantee was read, or that it is the seller's word. */
  guaranteeSource?: 'name' | 'description' | 'flag' | 'seller'
  /** The row says that there is none. */
  noGuarantee: boolean
  linkKind: string
  speedPerDay?: number
  /** What comes along with what it sells. */
  along: string[]
  /** Facts that the seller has put right, with what the row would say of them. */
  corrected: (keyof Corrections)[]
  asRead?: AsRead
  onSale: boolean
  sellable: boolean
  vanishedAt?: number
  pin?: number
  /** Ids of those that stand in for it. */
  alternatives: string[]
  /** On sale, but the panel's balance does not cover its least quantity. */
  uncovered: boolean
  cost?: number
  price?: number
}

const MOST = 500
const WINDOW = 10

/** By today's number; `after` and `limit` page by it too. */
export const serviceRows = async (
  deps: RowsDeps,
  shop: Shop,
  { after = 0, limit = MOST, ...filter }: ServiceFilter,
): Promise<ServiceRow[]> => {
  const [moved, providers] = await Promise.all([
    movedServices(deps, shop),
    deps.store.providers.list(shop.id),
  ])
  const apart = new Set(moved.map(({ id }) => id))
  // Those stand elsewhere than their own number says: they are looked up apart, and set in where they belong.
  const [byMid, elsewhere] = await Promise.all([
    servicesOf(deps, shop, { ...filter, after, limit: limit + apart.size }),
    servicesOf(deps, shop, { ...filter, ids: filter.ids?.filter((id) => apart.has(id)) ?? [...apart] }),
  ])
  const found = [...byMid.filter(({ id }) => !apart.has(id)), ...elsewhere]
  const numbers = numbersOf(shop, [...moved, ...found])
  const panels = panelsOf(providers)
  return found
    .map((service) => ({ service, mid: numbers.of(service) }))
    .filter(({ mid }) => mid > after)
    .sort((a, b) => a.mid - b.mid)
    .slice(0, limit)
    .map(({ service, mid }) => rowOf(shop, panels, { ...service, mid }))
}

/** Those placed by the seller, and those of the first numbers that an import gave where another stood already. */
const movedServices = async (deps: RowsDeps, shop: Shop): Promise<Service[]> => {
  const placed = await servicesOf(deps, shop, { ids: placedIn(shop) })
  if (placed.length === 0) return []
  const first = await servicesOf(deps, shop, { limit: WINDOW })
  const known = [...placed, ...first]
  const { of } = numbersOf(shop, known)
  return [...new Map(known.map((service) => [service.id, service])).values()].filter(
    (service) => of(service) !== service.mid,
  )
}

const servicesOf = async ({ store }: RowsDeps, shop: Shop, filter: ServiceFilter): Promise<Service[]> =>
  filter.ids?.length === 0 ? [] : store.services.list(shop.id, filter)

/** How many services on sale of each provider its balance, as last read, does not cover. */
export const uncoveredOf = async (deps: RowsDeps, shop: Shop): Promise<Map<ProviderId, number>> => {
  const [selling, providers] = await Promise.all([
    deps.store.services.list(shop.id, { onSale: true, vanished: false }),
    deps.store.providers.list(shop.id),
  ])
  const panels = panelsOf(providers)
  const counts = new Map<ProviderId, number>()
  for (const service of selling)
    if (!coversLeast(shop, panels, service))
      counts.set(service.provider, (counts.get(service.provider) ?? 0) + 1)
  return counts
}

const correctionsIn = (service: Service): Pick<ServiceRow, 'corrected' | 'asRead'> => {
  const corrected = Object.keys(correctionsOf(service)) as (keyof Corrections)[]
  if (corrected.length === 0) return { corrected }
  const { platform, kind, linkKind, country, guarantee, speedPerDay } = readFacts(service)
  const asRead = {
    platform,
    kind,
    linkKind,
    ...(country ? { country } : {}),
    ...(guarantee ? { guaranteeDays: guarantee.days } : {}),
    ...(speedPerDay ? { speedPerDay } : {}),
  }
  return { corrected, asRead }
}

/** `service.mid` is the number to show. */
export const rowOf = (shop: Shop, panels: Panels, service: Service): ServiceRow => {
  const { facts, own, vanishedAt, pin, alternatives = [] } = service
  const priced = usualPrice(shop, panels, service)
  return {
    id: service.id,
    mid: service.mid,
    service_id_api: service.service_id_api,
    name: service.name,
    description: service.description,
    category: service.category,
    rate: service.rate,
    min: service.min,
    max: service.max,
    type: service.type,
    provider: service.provider,
    madeName: service.madeName,
    ...own,
    platform: facts.platform,
    kind: facts.kind,
    ...(facts.country ? { country: facts.country } : {}),
    ...(facts.guarantee
      ? { guaranteeDays: facts.guarantee.days, guaranteeSource: facts.guarantee.source }
      : {}),
    noGuarantee: facts.noGuarantee ?? false,
    linkKind: facts.linkKind,
    ...(facts.speedPerDay ? { speedPerDay: facts.speedPerDay } : {}),
    along: facts.along ?? [],
    ...correctionsIn(service),
    onSale: service.onSale,
    sellable: sellableType(service.type) !== null,
    ...(vanishedAt === undefined ? {} : { vanishedAt }),
    ...(pin === undefined ? {} : { pin }),
    alternatives,
    uncovered: service.onSale && !coversLeast(shop, panels, service),
    ...(priced ? { cost: priced.cost.rupiah, price: priced.price } : {}),
  }
}
