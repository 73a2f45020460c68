// What the acts of a dialogue ask of the house: verbs of orders, payments and fulfilment, already bound.

import type { Resolution } from '../fulfilment/resolve.ts'
import type { CustomerId, Millis, OrderId, ShopId } from '../lib/brand.ts'
import type { Outcome } from '../lib/outcome.ts'
import type { Dialogue, Language } from '../model/dialogue.ts'
import type { Order } from '../model/order.ts'
import type { Say } from '../model/say.ts'
import type { ConfirmRefusal } from '../orders/confirm.ts'
import type { PlaceInput, PlaceRefusal } from '../orders/place.ts'
import type { Store } from '../store/store.ts'
import type { ShopView } from './goods.ts'
import type { Scene } from './scene.ts'

type Ordered = { shop: ShopId; customer: CustomerId; order: OrderId }

export type ActDeps = {
  store: Pick<Store, 'orders' | 'wallets' | 'items'>
  clock: { now(): Millis }
  place(input: PlaceInput): Promise<Outcome<{ order: Order }, PlaceRefusal>>
  confirm(input: Ordered): Promise<Outcome<{ order: Order; already: boolean }, ConfirmRefusal>>
  withdraw(
    input: Ordered & { reason?: string },
  ): Promise<Outcome<{ order: Order }, 'notFound' | 'paid' | 'over'>>
  check(input: Ordered): Promise<Outcome<{ order: Order; checkedAt: Millis }, 'notFound'>>
  choose(input: Ordered & { choice: 'wait' | 'toSaldo' }): Promise<Resolution>
  /** What the seller's own documents say to a question; null: nothing. */
  answer?(shop: ShopId, question: string): Promise<string | null>
  forget(scene: Scene): Promise<void>
  setLanguage(scene: Scene, language: Language): Promise<void>
  bind(scene: Scene, token: string): Promise<boolean>
}

export type Performed = { dialogue: Dialogue; say: Say[]; language?: Language; ended?: boolean }
export type Doing = { scene: Scene; dialogue: Dialogue; shop: ShopView }
