// What the verbs of fulfilment ask of the house.

import type { OfferNow } from '../catalog/freshness.ts'
import type { AccountLanes } from '../catalog/lane.ts'
import type { Provider } from '../catalog/provider.ts'
import type { ProviderId, ShopId } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import type { Ids } from '../lib/ids.ts'
import type { Log } from '../lib/log.ts'
import type { Wait } from '../lib/within.ts'
import type { Order, Route } from '../model/order.ts'
import type { Store } from '../store/store.ts'

export type FulfilmentDeps = {
  store: Pick<
    Store,
    'orders' | 'providers' | 'services' | 'keys' | 'items' | 'wallets' | 'shops' | 'lanes' | 'jobs'
  >
  clock: Clock
  ids: Ids
  log: Log
  wait: Wait
  /** The panel behind a provider; null when it was removed or switched off. */
  provider(shop: ShopId, id: ProviderId): Promise<Provider | null>
  /** The lane of the panel account behind a provider, switched off too; null when it is gone or its key does not open. */
  account(shop: ShopId, id: ProviderId): Promise<string | null>
  /** The service of the route by the last good catalogue (the panel is asked anew when that is too old); null: no longer there. */
  offerNow(order: Order, route: Pick<Route, 'service' | 'provider'>): Promise<OfferNow | null>
  /** Percent of the price that the shop is willing to lose on a risen rate. */
  lossLimit(shop: ShopId): Promise<number>
  /** Sendings to a panel account and readings of its balance, one at a time. */
  lanes: AccountLanes
  /** One question about orders at a time and panel, in this process. */
  inLane<T>(panel: string, work: () => Promise<T>): Promise<T>
}
