// What the dialogue sees of a shop: goods on sale, the customer's own orders, and whether it may sell now. A value, read before each step.
import type { Millis, Rupiah, ServiceId } from '../lib/brand.ts'
import type { Order } from '../model/order.ts'
import type { OrderLine, ProductLine, QuantityOffer } from '../model/say.ts'
import type { CatalogueEntry } from '../model/understanding.ts'

export type Goods = {
  entries: CatalogueEntry[]
  /** Today's number. */
  byMid(mid: number): ServiceId | undefined
  /** Null: not on sale (any more), or no price. `quantity` prices the line for it. */
  line(service: ServiceId, quantity?: number): ProductLine | null
  /** Mids 1–10, as far as they are on sale. */
  window(): ServiceId[]
  /** The most that fits a price. */
  largestWithin(service: ServiceId, rupiah: Rupiah): QuantityOffer | undefined
}

export type ShopView = {
  now: Millis
  name: string
  greeting?: string
  /** Whether this customer may order now. */
  sells: 'yes' | 'closed' | 'testing' | 'blocked'
  closedUntil?: Millis
  goods: Goods
  /** Version of the terms, days that chats are kept, how to reach the seller. */
  terms: string
  chatDays: number
  contact?: string
  customerName?: string
  /** Open bills, newest first. */
  bills: Order[]
  lastOrder?: OrderLine
}
