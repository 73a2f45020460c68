// A quote counts on a catalogue at most half an hour old: who needs one waits for a sync, but not long, and one sync serves all who
// wait; then the last good catalogue stands.
import type { Millis, ProviderId, ShopId } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import { MINUTE, SECOND } from '../lib/clock.ts'
import { type Wait, within } from '../lib/within.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { Order, Quote, Route } from '../model/order.ts'
import type { Service } from '../model/service.ts'
import type { Store } from '../store/store.ts'
import { priceOf, ruleOf } from './price.ts'
import type { Panel, Synced } from './sync.ts'

export type FreshDeps = {
  store: Pick<Store, 'shops' | 'providers' | 'services'>
  clock: Clock
  wait: Wait
  sync(panel: Panel): Promise<Synced>
}

/** A service as the last good catalogue has it: what an order costs there now, and its limits. */
export type OfferNow = { cost: Quote['cost']; min: number; max: number; onSale: boolean }

/** A panel that just failed is not asked by every customer in turn. */
const REST = MINUTE
/** A customer stands behind most of those who wait. */
const PATIENCE = 5 * SECOND

const nameOf = ({ shop, provider }: Panel): string => `${shop} ${provider}`

/** Answers of one sync are shared by all who ask while it runs. A sync that throws is told to each of them. */
const makeShared = ({ clock, sync }: FreshDeps) => {
  const running = new Map<string, Promise<Synced>>()
  const failedAt = new Map<string, Millis>()
  const start = async (panel: Panel): Promise<Synced> => {
    const name = nameOf(panel)
    failedAt.set(name, clock.now())
    const synced = await sync(panel)
    if (synced.ok) failedAt.delete(name)
    else failedAt.set(name, clock.now())
    return synced
  }
  return {
    resting: (panel: Panel) => (failedAt.get(nameOf(panel)) ?? Number.NEGATIVE_INFINITY) + REST > clock.now(),
    run: (panel: Panel): Promise<Synced> => {
      const name = nameOf(panel)
      const known = running.get(name)
      if (known) return known
      const started = start(panel).finally(() => running.delete(name))
      running.set(name, started)
      return started
    },
    waiting: (panel: Panel) => running.has(nameOf(panel)),
  }
}

export const makeFreshness = (deps: FreshDeps) => {
  const { store, clock } = deps
  const shared = makeShared(deps)

  /** True: the catalogue is fresh enough. False: the panel could not be asked, or takes too long; the last good catalogue stands. */
  const freshen = async (shop: ShopId, provider: ProviderId): Promise<boolean> => {
    const panel = { shop, provider }
    const doc = await store.providers.get(shop, provider)
    if (!doc || doc.disabled) return false
    if ((doc.catalogue?.at ?? Number.NEGATIVE_INFINITY) + DEFAULTS.catalogueFresh >= clock.now()) return true
    if (!shared.waiting(panel) && shared.resting(panel)) return false
    return (await within(deps.wait, PATIENCE, shared.run(panel)))?.ok ?? false
  }

  return {
    freshen,
    /** Asks the panel now, whatever the age. */
    sync: shared.run,
    /** By a catalogue made fresh if the panel answers in time; null: no longer to be had. */
    offerNow: async (order: Order, route: Pick<Route, 'service' | 'provider'>): Promise<OfferNow | null> => {
      await freshen(order.shop, route.provider)
      return offerOf(deps, order, route)
    },
  }
}

const offerOf = async (
  { store }: FreshDeps,
  order: Order,
  route: Pick<Route, 'service' | 'provider'>,
): Promise<OfferNow | null> => {
  const { quantity, comments } = order.quote
  const [shop, provider, service] = await Promise.all([
    store.shops.get(order.shop),
    store.providers.get(order.shop, route.provider),
    store.services.get(order.shop, route.service),
  ])
  if (!shop || !isStill(service, order.quote)) return null
  const rule = ruleOf(shop, provider?.currency)
  // The cost does not depend on the margin, which the seller may have taken away since.
  const settings = { ...shop.settings, margin: '0' }
  const price =
    rule && priceOf({ ...rule, settings }, service, { quantity, ...(comments ? { comments } : {}) })
  const { min, max, onSale } = service
  return price ? { cost: price.cost, min, max, onSale } : null
}

/** Of another type, or another thing, it is another product, whatever its number. */
const isStill = (service: Service | null, { type, sells }: Quote): service is Service =>
  service !== null &&
  service.vanishedAt === undefined &&
  service.type === type &&
  (sells === undefined || (service.facts.platform === sells.platform && service.facts.kind === sells.kind))
