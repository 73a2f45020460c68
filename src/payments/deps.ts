// What the verbs of payments ask of the house: the gateway that a bill was charged with, found by the bill's key set.
import type { ShopId } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import type { Order } from '../model/order.ts'
import type { Store } from '../store/store.ts'
import type { Gateway } from './gateway.ts'

export type GatewayInUse = {
  keySet: string
  gateway: Gateway
  merchantId?: string
  notifyUrl?: string
  /** The platform's keys: what they take is the admin's to pay to the shop, and to let go back. */
  platform?: true
  /** What it keeps of a payment, percent. */
  fee?: string
}

/** `shop`: whose keys they are; `PLATFORM` for the platform's own. */
export type KeysOwner = { use: GatewayInUse; shop: ShopId }

export type PaymentDeps = {
  store: Pick<Store, 'orders' | 'wallets' | 'items' | 'shops' | 'claims' | 'jobs'>
  clock: Clock
  log: Log
  /** The gateway that new bills of this shop use; null while the shop takes no money. */
  gatewayInUse(shop: ShopId): Promise<GatewayInUse | null>
  /** The gateway of an old bill; null if its key set is gone (a bug: key sets stay until their last bill is final). */
  gatewayOf(shop: ShopId, keySet: string): Promise<GatewayInUse | null>
}

export type SettleDeps = PaymentDeps & {
  /** Whether a late payment may still buy what was quoted (rule 10). */
  mayRevive?(order: Order): Promise<boolean>
  /** Whose keys signed a notice; null when they are gone. */
  keysOwner?(keySet: string): Promise<KeysOwner | null>
}
