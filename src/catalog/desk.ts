// The seller's desk for panels and catalogue: the verbs with their deps filled in, under the names that the API asks for.
import type { ProviderId, ServiceId, ShopId } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import type { Ids } from '../lib/ids.ts'
import type { Sealer } from '../lib/seal.ts'
import type { Shop } from '../model/shop.ts'
import type { ProviderDoc, ServiceFilter } from '../store/documents.ts'
import type { Store } from '../store/store.ts'
import { editService, type ServiceEdit } from './edit.ts'
import { makeFreshness } from './freshness.ts'
import { applyImport, dropImport, startImport } from './import.ts'
import { runImport } from './import-run.ts'
import { KNOWN_PANELS } from './known-panels.ts'
import type { PanelAccount } from './panel-account.ts'
import { priceExample } from './price-example.ts'
import { proposal } from './proposal.ts'
import type { Provider } from './provider.ts'
import {
  addProvider,
  editProvider,
  type ProviderChanges,
  type ProviderForm,
  removeProvider,
} from './providers.ts'
import { serviceRows } from './rows.ts'
import { setOnSale } from './sale.ts'
import { runSync, syncCatalogue } from './sync.ts'
import { testConnection } from './test-connection.ts'
import { acceptProposal, setWindow } from './window.ts'

export type DeskDeps = {
  store: Pick<Store, 'shops' | 'providers' | 'services' | 'imports' | 'orders' | 'keys' | 'jobs'>
  clock: Clock
  ids: Ids
  box: Sealer
  /** Picks the driver of a stored provider and opens its key. */
  connect(doc: ProviderDoc): Provider
  connectForm(account: PanelAccount): Provider
  mayReach(endpoint: string): boolean | Promise<boolean>
  publicIpv4: string | null
  /** Gives the event loop its turn. */
  pause(): Promise<void>
}

/** For `ProvidersApiDeps`. */
export const makeProviderDesk = (deps: DeskDeps) => ({
  knownPanels: KNOWN_PANELS,
  add: (shop: Shop, form: ProviderForm) => addProvider(deps, shop, form),
  edit: (shop: Shop, id: ProviderId, form: ProviderChanges) => editProvider(deps, shop.id, { id, form }),
  remove: (shop: Shop, id: ProviderId) => removeProvider(deps, shop.id, id),
  test: (shop: ShopId, what: ProviderId | ProviderForm) => testConnection(deps, shop, what),
})

/** For `CatalogApiDeps`. */
export const makeCatalogueDesk = (deps: DeskDeps) => ({
  startImport: (shop: Shop, provider: ProviderId, by: string) =>
    startImport(deps, { shop: shop.id, provider, by }),
  applyImport: (shop: Shop, id: string) => applyImport(deps, { shop: shop.id, id }),
  dropImport: (shop: Shop, id: string) => dropImport(deps, { shop: shop.id, id }),
  rows: (shop: Shop, filter: ServiceFilter) => serviceRows(deps, shop, filter),
  setOnSale: (shop: Shop, ids: ServiceId[], on: boolean) => setOnSale(deps, shop, { ids, on }),
  edit: (shop: Shop, id: ServiceId, words: ServiceEdit) => editService(deps, shop.id, { id, words }),
  proposal: (shop: Shop) => proposal(deps, shop),
  accept: (shop: Shop, ids: ServiceId[]) => acceptProposal(deps, shop, ids),
  setWindow: (shop: Shop, number: number, service: ServiceId) => setWindow(deps, shop, { number, service }),
  priceExample: (shop: ShopId, margin: string) => priceExample(deps, shop, margin),
})

/** The jobs `catalog.import` and `catalog.sync`, and what quotes and submissions ask for. One a process: it shares running syncs. */
export const makeCatalogueWork = (deps: DeskDeps) => {
  const fresh = makeFreshness({ ...deps, sync: (panel) => syncCatalogue(deps, panel) })
  return {
    runImport: (payload: Record<string, string>) => runImport(deps, payload),
    runSync: (payload: Record<string, string>) => runSync(fresh.sync, payload),
    freshen: fresh.freshen,
    costNow: fresh.costNow,
    /** On demand, as the dashboard's button would. */
    sync: fresh.sync,
  }
}
