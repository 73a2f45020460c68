// From rows of a plan to services of the shop: what is read from a row, what of the stored service stays, what takes it off sale.
import type { Millis, ProviderId, ServiceId, ShopId } from '../lib/brand.ts'
import { hashToken } from '../lib/signature.ts'
import type { Facts, ProviderService, Service } from '../model/service.ts'
import type { ImportRow } from '../store/documents.ts'
import type { Store } from '../store/store.ts'
import { correctionsOf, reread } from './corrections.ts'
import { readFacts } from './facts.ts'
import { baseOf, type Nameless, nameApart, settledNames } from './naming.ts'

export type StockDeps = { store: Pick<Store, 'services'>; pause(): Promise<void> }
export type Origin = { shop: ShopId; provider: ProviderId; at: Millis }

/** From provider and panel id: a repeated import finds the service that it made. */
export const serviceIdOf = (provider: ProviderId, panelId: string): ServiceId =>
  `sv_${hashToken(`${provider}\n${panelId}`).slice(0, 22)}`

/** The same panel id under which something else is sold now: nobody who bought the one wants the other. */
export const isOtherProduct = (stored: Service, row: ProviderService): boolean => {
  if (stored.type !== row.type) return true
  if (stored.name === row.name && stored.category === row.category) return false
  const [before, now] = [readFacts(stored), readFacts(row)]
  return before.platform !== now.platform || before.kind !== now.kind
}

type Birth = { id: ServiceId; row: ProviderService; mid: number; facts: Facts; name: string }

export const bornService = (
  { shop, provider, at }: Origin,
  { id, row, mid, facts, name }: Birth,
): Service => ({
  ...row,
  id,
  shop,
  provider,
  mid,
  facts,
  madeName: name,
  own: {},
  onSale: false,
  seenAt: at,
  v: 1,
})

type Rows = readonly ImportRow[]

/**
 * Writes what rows say about services that are stored already; a row of an unknown service changes nothing. A vanished one is not sold
 * any more but stays on sale for its return; another product under the same id goes off sale for good, and what the seller had put
 * right of the one is not said of the other.
 */
export const updateServices = async (deps: StockDeps, origin: Origin, rows: Rows): Promise<void> => {
  const touched = rows.filter(({ change, service }) => change === 'vanished' || (change !== 'new' && service))
  const ids = touched.flatMap(({ service_id_api: id }) => (id ? [serviceIdOf(origin.provider, id)] : []))
  if (ids.length === 0) return
  const stored = await deps.store.services.list(origin.shop, { ids })
  const byPanelId = new Map(stored.map((service) => [service.service_id_api, service]))
  const pairs = touched.flatMap((row) => {
    const service = byPanelId.get(row.service_id_api ?? '')
    return service ? [{ row, service }] : []
  })
  await takeOffOtherProducts(deps, origin, pairs)
  const next = pairs.map(({ row, service }) => updated(origin, service, row.service))
  const renamed = await nameChanged(deps, origin, { next, stored })
  if (next.length > 0) await deps.store.services.putLot(origin.shop, renamed)
}

type Pair = { row: ImportRow; service: Service }

const takeOffOtherProducts = async (deps: StockDeps, { shop }: Origin, pairs: Pair[]): Promise<void> => {
  for (const { row, service } of pairs)
    if (row.service && (service.onSale || service.corrected) && isOtherProduct(service, row.service))
      await deps.store.services.change(shop, service.id, (one) => ({
        ...one,
        onSale: false,
        ...(one.corrected ? { corrected: {} } : {}),
      }))
}

const updated = ({ at }: Origin, stored: Service, row: ProviderService | undefined): Service => {
  if (!row) return { ...stored, vanishedAt: stored.vanishedAt ?? at }
  const { vanishedAt: _, ...rest } = stored
  const corrected = isOtherProduct(stored, row) ? {} : correctionsOf(stored)
  return reread({ ...rest, ...row, seenAt: at }, corrected)
}

/** Only a made name that would now read otherwise is made anew, for which the shop's other names must be known. */
const nameChanged = async (
  deps: StockDeps,
  { shop }: Origin,
  { next, stored }: { next: Service[]; stored: Service[] },
): Promise<Service[]> => {
  const before = new Map(stored.map((service) => [service.id, baseOf(service)]))
  const nameless: Nameless[] = next
    .map((service) => ({ id: service.id, base: baseOf(service), rate: service.rate }))
    .filter(({ id, base }) => base !== before.get(id))
  if (nameless.length === 0) return next
  const settled = await settledNames(deps, shop, new Set(nameless.map(({ id }) => id)))
  const names = nameApart(nameless, settled)
  const here = new Set(next.map(({ id }) => id))
  await renameOthers(deps, shop, new Map([...names].filter(([id]) => !here.has(id))))
  return next.map((service) => ({ ...service, madeName: names.get(service.id) ?? service.madeName }))
}

export const renameOthers = async (
  { store }: StockDeps,
  shop: ShopId,
  names: ReadonlyMap<ServiceId, string>,
): Promise<void> => {
  for (const [id, name] of names)
    await store.services.change(shop, id, (one) =>
      one.madeName === name ? null : { ...one, madeName: name },
    )
}
