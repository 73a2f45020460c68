// What the verbs of fulfilment ask of the house.

import type { Provider } from '../catalog/provider.ts'
import type { ProviderId, Rupiah, ShopId } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import type { Ids } from '../lib/ids.ts'
import type { Log } from '../lib/log.ts'
import type { Order } from '../model/order.ts'
import type { Store } from '../store/store.ts'

export type FulfilmentDeps = {
  store: Pick<Store, 'orders' | 'providers' | 'keys' | 'items' | 'wallets' | 'shops'>
  clock: Clock
  ids: Ids
  log: Log
  /** The panel behind a provider; null when it was removed or switched off. */
  provider(shop: ShopId, id: ProviderId): Promise<Provider | null>
  /** Cost of the order by the last good catalogue (asking the panel anew when that is too old), in whole rupiah; null: no longer there. */
  costNow(order: Order): Promise<Rupiah | null>
  /** Percent of the price that the shop is willing to lose on a risen rate. */
  lossLimit(shop: ShopId): Promise<number>
  /** One at a time per lane in this process: sendings of a panel account, and questions to it. */
  inLane<T>(account: string, work: () => Promise<T>): Promise<T>
}
