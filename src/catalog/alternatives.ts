// Which services may stand in for another: the same thing for the same kind of link, sold the same way. Mapped by the seller, and
// judged again whenever it comes to that, for a panel may sell something else under the same number by then.
import type { Rupiah, ServiceId, ShopId } from '../lib/brand.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { Service } from '../model/service.ts'
import type { Shop } from '../model/shop.ts'
import type { Store } from '../store/store.ts'
import { type Panels, panelsOf } from './offers.ts'
import { priceOf, ruleOf, type Units } from './price.ts'
import { sellableType } from './quote.ts'

export type AlternativesDeps = { store: Pick<Store, 'services' | 'providers'> }

/** Whether whoever bought the one gets the same from the other. */
export const standsIn = (service: Service, other: Service): boolean =>
  other.id !== service.id &&
  other.shop === service.shop &&
  other.type === service.type &&
  sellableType(other.type) !== null &&
  other.vanishedAt === undefined &&
  other.facts.platform === service.facts.platform &&
  other.facts.kind === service.facts.kind &&
  other.facts.linkKind === service.facts.linkKind

type Wanted = { id: ServiceId; wanted: ServiceId[] }

/** The first of them that can't stand in, or why the list can't be; null: all of them may. An unknown service is its caller's matter. */
export const unfitAmong = async (
  { store }: { store: Pick<Store, 'services'> },
  shop: ShopId,
  { id, wanted }: Wanted,
): Promise<string | null> => {
  if (wanted.length > DEFAULTS.alternatives || new Set(wanted).size < wanted.length) return 'list'
  if (wanted.length === 0) return null
  const service = await store.services.get(shop, id)
  if (!service) return null
  const found = new Map((await store.services.list(shop, { ids: wanted })).map((one) => [one.id, one]))
  return (
    wanted.find((one) => {
      const other = found.get(one)
      return !other || !standsIn(service, other)
    }) ?? null
  )
}

export type Candidate = { service: Service; mapped: boolean; cost?: number }
type Asked = { service: ServiceId; text?: string; units?: Units; limit: number }

/** What may stand in for a service: the mapped ones first and in their order, then by cost; of panels in use only. */
export const candidates = async (
  deps: AlternativesDeps,
  shop: Shop,
  { service: id, text, units = { quantity: 1000 }, limit }: Asked,
): Promise<Candidate[] | null> => {
  const { services, providers } = deps.store
  const service = await services.get(shop.id, id)
  if (!service) return null
  const { platform, kind } = service.facts
  const [found, panels] = await Promise.all([
    services.list(shop.id, { platform, kind, vanished: false, ...(text ? { text } : {}) }),
    providers.list(shop.id).then(panelsOf),
  ])
  const rank = new Map((service.alternatives ?? []).map((one, n) => [one, n]))
  const last = rank.size
  return found
    .filter((other) => standsIn(service, other) && isInUse(panels, other))
    .map((other) => candidate(shop, panels, { other, units, mapped: rank.has(other.id) }))
    .sort(
      (a, b) =>
        (rank.get(a.service.id) ?? last) - (rank.get(b.service.id) ?? last) ||
        (a.cost ?? Number.POSITIVE_INFINITY) - (b.cost ?? Number.POSITIVE_INFINITY) ||
        a.service.mid - b.service.mid,
    )
    .slice(0, limit)
}

type Rated = { other: Service; units: Units; mapped: boolean }

const candidate = (shop: Shop, panels: Panels, { other, units, mapped }: Rated): Candidate => {
  const cost = costOf(shop, panels, { service: other, units })
  return { service: other, mapped, ...(cost === null ? {} : { cost }) }
}

/** The cost does not depend on the margin, which may not be set. */
const costOf = (
  shop: Shop,
  panels: Panels,
  { service, units }: { service: Service; units: Units },
): Rupiah | null => {
  const rule = ruleOf(shop, panels.get(service.provider)?.currency)
  const priced = rule && priceOf({ ...rule, settings: { ...rule.settings, margin: '0' } }, service, units)
  return priced?.cost.rupiah ?? null
}

/** What it costs by the catalogue as it is stored; null: not to be had. */
export const storedCost = async (
  { store }: AlternativesDeps,
  shop: Shop,
  { service: id, units }: { service: ServiceId; units: Units },
): Promise<Rupiah | null> => {
  const [service, providers] = await Promise.all([
    store.services.get(shop.id, id),
    store.providers.list(shop.id),
  ])
  if (!service || service.vanishedAt !== undefined) return null
  return costOf(shop, panelsOf(providers), { service, units })
}

const isInUse = (panels: Panels, { provider }: Service): boolean => {
  const panel = panels.get(provider)
  return panel !== undefined && !panel.disabled
}
