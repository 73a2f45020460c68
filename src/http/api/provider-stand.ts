// How the panel accounts of a shop stand: what their lanes know, and the orders that wait for their balance.
import type { ProviderId, ShopId } from '../../lib/brand.ts'
import { type Order, routeOf } from '../../model/order.ts'
import type { Shop } from '../../model/shop.ts'
import type { ProviderDoc } from '../../store/documents.ts'
import type { Lane } from '../../store/ledger.ts'
import type { Store } from '../../store/store.ts'
import { providerView } from './provider-view.ts'
import type { ProviderStand } from './views.ts'

export type StandDeps = {
  store: Pick<Store, 'providers' | 'orders' | 'lanes'>
  /** The lane of a provider's panel account; null when it is gone or its key does not open. */
  account(shop: ShopId, id: ProviderId): Promise<string | null>
  /** How many services on sale of each provider the balance, as last read, does not cover. */
  uncovered(shop: Shop): Promise<ReadonlyMap<ProviderId, number>>
}

export const providerStands = async (deps: StandDeps, shop: Shop): Promise<ProviderStand[]> => {
  const [providers, uncovered] = await Promise.all([deps.store.providers.list(shop.id), deps.uncovered(shop)])
  return Promise.all(
    providers.map(async (doc) => ({
      ...providerView(doc),
      ...laneOf(await readLane(deps, doc)),
      queue: queueOf(await waitingAt(deps, doc)),
      uncovered: uncovered.get(doc.id) ?? 0,
    })),
  )
}

const readLane = async ({ store, account }: StandDeps, { shop, id }: ProviderDoc): Promise<Lane | null> => {
  const lane = await account(shop, id)
  return lane === null ? null : store.lanes.get(lane)
}

/** Another shop may use the same account: only what concerns its balance is told, never whose order it was. */
const laneOf = (lane: Lane | null): Pick<ProviderStand, 'low' | 'silentSince' | 'doubtSince'> => ({
  ...(lane?.low ? { low: { at: lane.low.at, need: lane.low.need } } : {}),
  ...(lane?.silent ? { silentSince: lane.silent.since } : {}),
  ...(lane?.doubt ? { doubtSince: lane.doubt.at } : {}),
})

const MOST = 500

const waitingAt = async ({ store }: StandDeps, doc: ProviderDoc): Promise<Order[]> => {
  const waiting = await store.orders.list(doc.shop, { states: ['waiting'], provider: doc.id, limit: MOST })
  return waiting.filter(({ why }) => why === 'funds')
}

const queueOf = (orders: Order[]): ProviderStand['queue'] => {
  const deadlines = orders.flatMap(({ deadline }) => deadline ?? [])
  return {
    orders: orders.length,
    cost: orders.reduce((sum, order) => sum + routeOf(order).cost.rupiah, 0),
    ...(deadlines.length > 0 ? { until: Math.min(...deadlines) } : {}),
  }
}
