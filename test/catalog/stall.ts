// A shop with its catalogue's desk: the real store in memory, a fake panel on loopback behind the real driver, a clock by hand.

import { afterEach } from 'bun:test'
import { candidates } from '../../src/catalog/alternatives.ts'
import { deriveFacts, queueDerivations } from '../../src/catalog/derive.ts'
import { sandboxProvider } from '../../src/catalog/drivers/sandbox.ts'
import { smmV2Provider } from '../../src/catalog/drivers/smm-v2.ts'
import { editService, type ServiceEdit } from '../../src/catalog/edit.ts'
import { makeFreshness } from '../../src/catalog/freshness.ts'
import { applyImport, dropImport, startImport } from '../../src/catalog/import.ts'
import { runImport } from '../../src/catalog/import-run.ts'
import { KNOWN_PANELS } from '../../src/catalog/known-panels.ts'
import { keyPlace, type PanelAccount } from '../../src/catalog/panel-account.ts'
import { priceExample } from '../../src/catalog/price-example.ts'
import { proposal } from '../../src/catalog/proposal.ts'
import type { Provider } from '../../src/catalog/provider.ts'
import {
  addProvider,
  editProvider,
  type ProviderChanges,
  type ProviderForm,
  removeProvider,
} from '../../src/catalog/providers.ts'
import { makeMayReach } from '../../src/catalog/reach.ts'
import { serviceRows } from '../../src/catalog/rows.ts'
import { setOnSale } from '../../src/catalog/sale.ts'
import { runSync, syncCatalogue } from '../../src/catalog/sync.ts'
import { testConnection } from '../../src/catalog/test-connection.ts'
import { acceptProposal, setWindow } from '../../src/catalog/window.ts'
import { makeWorker } from '../../src/jobs/worker.ts'
import type { ProviderId, ServiceId, ShopId } from '../../src/lib/brand.ts'
import type { Clock } from '../../src/lib/clock.ts'
import type { Ids } from '../../src/lib/ids.ts'
import { makeLog } from '../../src/lib/log.ts'
import { makeSafeFetch } from '../../src/lib/safe-fetch.ts'
import type { Sealer } from '../../src/lib/seal.ts'
import { sealer } from '../../src/lib/seal.ts'
import type { Shop } from '../../src/model/shop.ts'
import type { ImportDoc, ProviderDoc, ServiceFilter } from '../../src/store/documents.ts'
import type { Store } from '../../src/store/store.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { type FakePanel, type FakePanelOptions, startFakePanel } from '../support/fake-panel.ts'
import { countingIds } from '../support/ids.ts'
import { liveShop, practiceShop } from '../support/shops.ts'
import { openTestStore } from '../support/store-under-test.ts'

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
  /** Patience that ends when the test says so; without it nobody's ends. */
  wait?(ms: number): Promise<void>
}

/** As the composition root binds them, for `ProvidersApiDeps`. */
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
  candidates: (shop: Shop, asked: Parameters<typeof candidates>[2]) => candidates(deps, shop, asked),
  proposal: (shop: Shop) => proposal(deps, shop),
  accept: (shop: Shop, ids: ServiceId[]) => acceptProposal(deps, shop, ids),
  setWindow: (shop: Shop, number: number, service: ServiceId) => setWindow(deps, shop, { number, service }),
  priceExample: (shop: ShopId, margin: string) => priceExample(deps, shop, margin),
})

/** The jobs `catalog.import` and `catalog.sync`, and what quotes and submissions ask for. One a process: it shares running syncs. */
export const makeCatalogueWork = (deps: DeskDeps) => {
  const wait = deps.wait ?? (() => new Promise(() => {}))
  const fresh = makeFreshness({ ...deps, wait, sync: (panel) => syncCatalogue(deps, panel) })
  return {
    runImport: (payload: Record<string, string>) => runImport(deps, payload),
    runSync: (payload: Record<string, string>) => runSync(fresh.sync, payload),
    runDerive: (payload: Record<string, string>) => deriveFacts(deps, payload),
    /** As the start of a process does. */
    readAnew: () => queueDerivations(deps),
    freshen: fresh.freshen,
    offerNow: fresh.offerNow,
    /** On demand, as the dashboard's button would. */
    sync: fresh.sync,
  }
}

export const KEY = 'panel-key-1234'
export const SHOP = 's_1'

export type Row = Record<string, unknown>
/** Rows as a v2 panel sends them. */
export const row = (service: number | string, change: Row = {}): Row => ({
  service,
  name: `Instagram Followers S${service}`,
  type: 'Default',
  category: 'Instagram Followers',
  rate: '9000',
  min: '10',
  max: '10000',
  refill: false,
  cancel: false,
  ...change,
})

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

export const panelOf = (options: Partial<FakePanelOptions> = {}): FakePanel => {
  const panel = startFakePanel({ services: [], currency: 'IDR', key: KEY, ...options })
  stops.push(() => panel.stop())
  return panel
}

/** Binds the desk to a store; a second one on the same store is the process after a restart. */
export const deskOn = (given: Pick<DeskDeps, 'store' | 'clock' | 'ids'> & { hosts?: string[] }) => {
  const box = sealer('a secret of at least thirty-two letters')
  const { hosts = [] } = given
  const fetch = makeSafeFetch({ allowHosts: hosts })
  const connectForm: DeskDeps['connectForm'] = (account) => smmV2Provider({ ...account, fetch })
  const deps: DeskDeps = {
    ...given,
    box,
    connectForm,
    connect: (doc) => {
      if (doc.driver === 'sandbox')
        return sandboxProvider({
          ledger: (given.store as Store).practice,
          clock: given.clock,
          account: doc.shop,
        })
      const opened = box.open(doc.key, keyPlace(doc.shop, doc.id))
      if (!opened.ok) throw new Error(opened.reason)
      return connectForm({ endpoint: doc.endpoint, key: opened.plain })
    },
    mayReach: makeMayReach({ allowHosts: hosts }),
    publicIpv4: '198.51.100.20',
    pause: async () => {},
  }
  return {
    deps,
    providers: makeProviderDesk(deps),
    catalogue: makeCatalogueDesk(deps),
    work: makeCatalogueWork(deps),
  }
}

export type StallOptions = {
  services?: unknown
  mode?: Shop['mode']
  settings?: Partial<Shop['settings']>
  panel?: Partial<FakePanelOptions>
}

export const openStall = async ({
  services = [],
  mode = 'live',
  settings = {},
  panel: options,
}: StallOptions = {}) => {
  const clock = fakeClock()
  const ids = countingIds()
  const store = await openTestStore(clock)
  stops.push(() => store.close())
  const panel = panelOf({ services, ...options })
  const hosts = [new URL(panel.url).host]
  const made = (mode === 'live' ? liveShop : practiceShop)({ id: SHOP, owner: 'a_1' })
  await store.shops.create({ ...made, settings: { ...made.settings, margin: '25', ...settings } })
  const desk = deskOn({ store, clock, ids, hosts })
  const shop = async () => (await store.shops.get(SHOP)) as Shop
  const drain = async () => {
    const { runImport: one, runSync: other, runDerive: third } = desk.work
    const handlers = { 'catalog.import': one, 'catalog.sync': other, 'catalog.derive': third }
    return makeWorker({ store, clock, log: makeLog('silent'), owner: 'w', handlers }).drain()
  }
  return { store, clock, ids, panel, hosts, shop, drain, ...desk }
}
export type Stall = Awaited<ReturnType<typeof openStall>>

export const connected = async (stall: Stall, name = 'Panel'): Promise<ProviderDoc> => {
  const added = await stall.providers.add(await stall.shop(), { name, endpoint: stall.panel.url, key: KEY })
  if (!added.ok) throw new Error(added.reason)
  return added.provider
}

export const planned = async (stall: Stall, provider: string): Promise<ImportDoc> => {
  const started = await stall.catalogue.startImport(await stall.shop(), provider, 'seller:a_1')
  if (!started.ok) throw new Error(started.reason)
  await stall.drain()
  return (await stall.store.imports.get(SHOP, started.plan.id)) as ImportDoc
}

/** Reads and applies; answers the import as it ended. */
export const imported = async (stall: Stall, provider: string): Promise<ImportDoc> => {
  const plan = await planned(stall, provider)
  const applied = await stall.catalogue.applyImport(await stall.shop(), plan.id)
  if (!applied.ok) throw new Error(applied.reason)
  await stall.drain()
  return (await stall.store.imports.get(SHOP, plan.id)) as ImportDoc
}

export const allRows = async (stall: Stall, plan: ImportDoc) =>
  (
    await Promise.all(
      Array.from({ length: plan.lots }, (_, lot) => stall.store.imports.rows(SHOP, plan.id, lot)),
    )
  ).flat()

export const services = (stall: Pick<Stall, 'store'>) => stall.store.services.list(SHOP, {})
