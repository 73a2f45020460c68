// Stored is not on sale: services are put on sale and taken off one by one, each judged for itself.
import type { ServiceId } from '../lib/brand.ts'
import type { Service } from '../model/service.ts'
import type { Shop } from '../model/shop.ts'
import type { Store } from '../store/store.ts'
import { type Panels, panelsOf, refusalOf } from './offers.ts'

export type SaleDeps = { store: Pick<Store, 'services' | 'providers'> }
export type SaleResult = { changed: number; refused: { id: string; reason: string }[] }

/** Taking off is never refused. What stands as asked already counts as neither changed nor refused. */
export const setOnSale = async (
  { store }: SaleDeps,
  shop: Shop,
  { ids, on }: { ids: ServiceId[]; on: boolean },
): Promise<SaleResult> => {
  const [services, providers] = await Promise.all([
    store.services.list(shop.id, { ids }),
    store.providers.list(shop.id),
  ])
  const judged = judge(new Map(services.map((one) => [one.id, one])), { shop, panels: panelsOf(providers) })
  const result: SaleResult = { changed: 0, refused: [] }
  for (const id of new Set(ids)) {
    const reason = on ? judged(id) : null
    if (reason) result.refused.push({ id, reason })
    else if (await turn(store, shop, { id, on })) result.changed++
  }
  return result
}

const judge =
  (services: ReadonlyMap<ServiceId, Service>, { shop, panels }: { shop: Shop; panels: Panels }) =>
  (id: ServiceId): string | null => {
    const service = services.get(id)
    return service ? refusalOf(shop, panels, service) : 'notFound'
  }

/** Whether it was turned: the guarded write knows, a reading before it does not. */
const turn = async (
  { services }: SaleDeps['store'],
  shop: Shop,
  { id, on }: { id: ServiceId; on: boolean },
): Promise<boolean> => {
  let turned = false
  await services.change(shop.id, id, (service) => {
    turned = service.onSale !== on && !(on && service.vanishedAt !== undefined)
    return turned ? { ...service, onSale: on } : null
  })
  return turned
}
