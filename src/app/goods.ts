// The catalogue with its deps filled in: panels of a shop, imports and syncs, what is on sale, prices and the shelf.
import { prepareShelf } from '../assistant/reader/shelf.ts'
import { candidates } from '../catalog/alternatives.ts'
import { deriveFacts, queueDerivations, shopsBehind } from '../catalog/derive.ts'
import { editService, type ServiceEdit } from '../catalog/edit.ts'
import { FACT_TABLES } from '../catalog/facts.ts'
import { makeFreshness } from '../catalog/freshness.ts'
import { applyImport, dropImport, startImport } from '../catalog/import.ts'
import { runImport } from '../catalog/import-run.ts'
import { KNOWN_PANELS } from '../catalog/known-panels.ts'
import type { Units } from '../catalog/price.ts'
import { priceExample } from '../catalog/price-example.ts'
import { proposal } from '../catalog/proposal.ts'
import {
  addProvider,
  editProvider,
  type ProviderChanges,
  type ProviderForm,
  removeProvider,
} from '../catalog/providers.ts'
import { makeQuoting } from '../catalog/quote.ts'
import { makeMayReach } from '../catalog/reach.ts'
import { serviceRows, uncoveredOf } from '../catalog/rows.ts'
import { setOnSale } from '../catalog/sale.ts'
import { makeShelves } from '../catalog/shelf.ts'
import { runSync, syncCatalogue } from '../catalog/sync.ts'
import { testConnection } from '../catalog/test-connection.ts'
import { acceptProposal, setWindow } from '../catalog/window.ts'
import type { ProviderId, ServiceId, ShopId } from '../lib/brand.ts'
import type { Service } from '../model/service.ts'
import type { Shop } from '../model/shop.ts'
import type { ServiceFilter } from '../store/documents.ts'
import type { Base } from './base.ts'
import type { Panels } from './panels.ts'

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

const providerVerbs = (base: Base, panels: Panels) => {
  const mayReach = makeMayReach({ allowHosts: base.config.allowPrivateHosts })
  const deps = { ...base, ...panels, mayReach, pause, publicIpv4: base.config.publicIpv4 }
  return {
    knownPanels: KNOWN_PANELS,
    account: panels.account,
    uncovered: (shop: Shop) => uncoveredOf(deps, shop),
    add: (shop: Shop, form: ProviderForm) => addProvider(deps, shop, form),
    edit: (shop: Shop, id: ProviderId, form: ProviderChanges) => editProvider(deps, shop.id, { id, form }),
    remove: (shop: Shop, id: ProviderId) => removeProvider(deps, shop.id, id),
    test: (shop: ShopId, what: ProviderId | ProviderForm) => testConnection(deps, shop, what),
  }
}

const catalogVerbs = (base: Base) => {
  const deps = { ...base, pause }
  return {
    startImport: (shop: Shop, provider: ProviderId, by: string) =>
      startImport(deps, { shop: shop.id, provider, by }),
    applyImport: (shop: Shop, id: string) => applyImport(deps, { shop: shop.id, id }),
    dropImport: (shop: Shop, id: string) => dropImport(deps, { shop: shop.id, id }),
    rows: (shop: Shop, filter: ServiceFilter) => serviceRows(deps, shop, filter),
    setOnSale: (shop: Shop, ids: ServiceId[], on: boolean) => setOnSale(deps, shop, { ids, on }),
    edit: (shop: Shop, id: ServiceId, words: ServiceEdit) => editService(deps, shop.id, { id, words }),
    candidates: (shop: Shop, asked: Parameters<typeof candidates>[2]) => candidates(deps, shop, asked),
    proposal: (shop: Shop) => proposal(deps, shop),
    accept: (shop: Shop, ids: ServiceId[]) => acceptProposal(deps, shop, ids),
    setWindow: (shop: Shop, number: number, service: ServiceId) => setWindow(deps, shop, { number, service }),
    priceExample: (shop: ShopId, margin: string) => priceExample(deps, shop, margin),
  }
}

export const makeGoods = (base: Base, panels: Panels) => {
  const { store, clock } = base
  const deps = { ...base, ...panels, pause }
  const freshness = makeFreshness({
    store,
    clock,
    wait: base.wait,
    sync: (panel) => syncCatalogue(deps, panel),
  })
  const quoting = makeQuoting({ store })
  const shelf = makeShelves({ store, clock, pause, ready: (entries) => prepareShelf(entries, pause) })
  return {
    shelf,
    providers: providerVerbs(base, panels),
    catalog: catalogVerbs(base),
    offer: quoting.offer,
    offerNow: freshness.offerNow,
    /** By a catalogue made fresh if the panel answers in time; the row is read again, for it may be another now. */
    price: async (shop: ShopId, { id, provider }: Service, units: Units) => {
      await freshness.freshen(shop, provider)
      const service = await store.services.get(shop, id)
      return service?.onSale && !service.vanishedAt ? quoting.price(shop, service, units) : null
    },
    products: async (shop: ShopId) => (await shelf(shop)).entries.map(({ mid, name }) => ({ mid, name })),
    runImport: (payload: Record<string, string>) => runImport(deps, payload),
    runDerive: (payload: Record<string, string>) => deriveFacts(deps, payload),
    /** Whatever the tables of facts have learnt since reaches the services that are stored. */
    readAnew: () => queueDerivations(base),
    facts: async () => ({ tables: FACT_TABLES, behind: (await shopsBehind(base)).length }),
    runSync: (payload: Record<string, string>) => runSync(freshness.sync, payload),
  }
}
export type Goods = ReturnType<typeof makeGoods>
