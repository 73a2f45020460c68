// What a margin makes of real rows of the shop: a page asks for it before the margin is set.
import type { ShopId } from '../lib/brand.ts'
import type { Service } from '../model/service.ts'
import type { Shop } from '../model/shop.ts'
import type { Store } from '../store/store.ts'
import { displayOf } from './names.ts'
import { type Panels, panelsOf, USUAL } from './offers.ts'
import { isPackage, priceOf, ruleOf } from './price.ts'
import { type ProposalDeps, pickServices } from './proposal.ts'
import { serviceRows } from './rows.ts'

export type PriceExample = { rows: { name: string; quantity: number; cost: number; price: number }[] }
export type ExampleDeps = ProposalDeps & { store: Pick<Store, 'shops' | 'services' | 'providers'> }

const EXAMPLES = 3

/** Of what is on sale, else of what would be proposed. Empty as long as nothing can be priced. */
export const priceExample = async (
  deps: ExampleDeps,
  shopId: ShopId,
  margin: string,
): Promise<PriceExample> => {
  const shop = await deps.store.shops.get(shopId)
  if (!shop) return { rows: [] }
  const panels = panelsOf(await deps.store.providers.list(shopId))
  const onSale = await firstOnSale(deps, shop)
  const picked = onSale.length > 0 ? onSale : await pickServices(deps, shop, panels)
  const wished: Shop = { ...shop, settings: { ...shop.settings, margin } }
  return { rows: picked.flatMap((service) => exampleOf(wished, panels, service)).slice(0, EXAMPLES) }
}

/** By the number shown: what customers see first. */
const firstOnSale = async (deps: ExampleDeps, shop: Shop): Promise<Service[]> => {
  const rows = await serviceRows(deps, shop, { onSale: true, vanished: false, limit: EXAMPLES })
  const found = await Promise.all(rows.map(({ id }) => deps.store.services.get(shop.id, id)))
  return found.filter((service) => service !== null)
}

const exampleOf = (shop: Shop, panels: Panels, service: Service): PriceExample['rows'] => {
  const rule = ruleOf(shop, panels.get(service.provider)?.currency)
  const quantity = isPackage(service.type) ? 1 : Math.min(service.max, Math.max(USUAL, service.min))
  const priced = rule && priceOf(rule, service, { quantity })
  return priced
    ? [{ name: displayOf(service).name, quantity, cost: priced.cost.rupiah, price: priced.price }]
    : []
}
