// The two questions that placing an order asks of the catalogue: what it costs now, and what the customer is shown of it.
import type { ShopId } from '../lib/brand.ts'
import type { Quote } from '../model/order.ts'
import type { SellableType, Service } from '../model/service.ts'
import type { ProviderDoc } from '../store/documents.ts'
import type { Store } from '../store/store.ts'
import { displayOf } from './names.ts'
import { numbersOf, placedIn } from './numbers.ts'
import { type Price, priceOf, ruleOf, type Units } from './price.ts'

export const SELLABLE: readonly SellableType[] = ['default', 'package', 'custom_comments']

export const sellableType = (type: string): SellableType | null =>
  SELLABLE.find((sellable) => sellable === type) ?? null

export type Offer = Pick<
  Quote,
  'mid' | 'displayName' | 'displayNote' | 'guarantee' | 'type' | 'sells' | 'world'
>
export type QuotingDeps = { store: Pick<Store, 'shops' | 'providers' | 'services'> }

/** Whether a customer may see it: of a type that can be sold, put on sale, still in the catalogue of a panel in use. */
export const isOffered = (service: Service, provider: ProviderDoc | null | undefined): boolean =>
  service.onSale &&
  service.vanishedAt === undefined &&
  sellableType(service.type) !== null &&
  provider?.disabled !== true &&
  Boolean(provider)

/** A claim, and the way to make it: by a button only where the panel takes refills by API. */
export const guaranteeOf = ({ facts, refill }: Pick<Service, 'facts' | 'refill'>): Quote['guarantee'] =>
  facts.guarantee && { days: facts.guarantee.days, way: refill ? 'button' : 'admin' }

const numberOf = async (
  { store }: QuotingDeps,
  shop: { id: ShopId; window: Record<string, string> },
  service: Service,
): Promise<number> => {
  const placed = placedIn(shop)
  if (placed.length === 0) return service.mid
  const services = await store.services.list(shop.id, { ids: placed })
  return numbersOf(shop, [...services, service]).of(service)
}

export const makeQuoting = (deps: QuotingDeps) => {
  const { store } = deps
  return {
    /** Null without a margin, or without the exchange rate of the panel's currency. */
    price: async (shopId: ShopId, service: Service, units: Units): Promise<Price | null> => {
      const [shop, provider] = await Promise.all([
        store.shops.get(shopId),
        store.providers.get(shopId, service.provider),
      ])
      const rule = shop && ruleOf(shop, provider?.currency)
      return rule && priceOf(rule, service, units)
    },
    /** Null for what is not, or no longer, sold. */
    offer: async (shopId: ShopId, service: Service): Promise<Offer | null> => {
      const [shop, provider] = await Promise.all([
        store.shops.get(shopId),
        store.providers.get(shopId, service.provider),
      ])
      const type = sellableType(service.type)
      if (!shop || !provider || !type || !isOffered(service, provider)) return null
      const { name, note } = displayOf(service, shop.settings.language)
      const guarantee = guaranteeOf(service)
      const { platform, kind } = service.facts
      return {
        mid: await numberOf(deps, shop, service),
        displayName: name,
        ...(note ? { displayNote: note } : {}),
        ...(guarantee ? { guarantee } : {}),
        type,
        sells: { platform, kind },
        world: provider.driver === 'sandbox' ? 'sandbox' : 'real',
      }
    },
  }
}
