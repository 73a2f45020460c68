// What the dialogue sees of a shop: goods on sale, the customer's own orders, and whether it may sell now. A value, read before each step.
import type { Goods } from '../catalog/shelf.ts'
import type { Millis, ServiceId } from '../lib/brand.ts'
import type { Order } from '../model/order.ts'
import type { OrderLine } from '../model/say.ts'

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
  lastService?: ServiceId
}
