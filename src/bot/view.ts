// Reads what a step needs of the shop: its goods, its door, this customer's open bills and last order.
import type { Goods } from '../catalog/shelf.ts'
import { FORGOTTEN } from '../chats/open.ts'
import type { Millis, ShopId } from '../lib/brand.ts'
import type { ShopPhase, ShopSettings } from '../model/shop.ts'
import type { OrderState } from '../model/state.ts'
import { orderLine, ordersOf } from '../orders/history.ts'
import type { Store } from '../store/store.ts'
import type { ShopView } from './goods.ts'
import type { Scene } from './scene.ts'

export type ViewDeps = {
  store: Pick<Store, 'orders'>
  clock: { now(): Millis }
  termsVersion: string
  shop(id: ShopId): Promise<{ settings: ShopSettings; phase: ShopPhase; bound: number[] } | null>
  goods(id: ShopId): Promise<Goods>
}

/** Who may order now: anybody in an open or practice shop, bound accounts (and the owner's own preview) while testing. */
export const mayOrder = (
  phase: ShopPhase,
  who: { user: number; preview: boolean },
  bound: number[],
): ShopView['sells'] => {
  if (phase === 'open' || phase === 'practice') return 'yes'
  if (phase === 'closed') return 'closed'
  return who.preview || bound.includes(who.user) ? 'yes' : 'testing'
}

const UNPAID: OrderState[] = ['billing', 'awaitingPayment']

export const viewOf = async (deps: ViewDeps, scene: Scene): Promise<ShopView> => {
  const shop = await deps.shop(scene.shop)
  if (!shop) throw new Error(`shop ${scene.shop} is gone`)
  const [goods, orders, bills] = await Promise.all([
    deps.goods(scene.shop),
    ordersOf(deps.store, scene.shop, scene.customer),
    deps.store.orders.list(scene.shop, {
      customer: scene.customer,
      states: UNPAID,
      deposits: 'all',
      limit: 10,
    }),
  ])
  const { settings } = shop
  const last = orders.find((order) => !UNPAID.includes(order.state))
  return {
    now: deps.clock.now(),
    name: settings.name,
    goods,
    terms: deps.termsVersion,
    chatDays: settings.chatDays,
    sells: mayOrder(shop.phase, { user: scene.user, preview: scene.chat.startsWith('preview-') }, shop.bound),
    bills,
    ...(settings.greeting ? { greeting: settings.greeting } : {}),
    ...(settings.contact ? { contact: settings.contact } : {}),
    ...(settings.closed?.until ? { closedUntil: settings.closed.until } : {}),
    ...(scene.name && scene.name !== FORGOTTEN ? { customerName: scene.name } : {}),
    ...(last ? { lastOrder: orderLine(last), lastService: last.quote.service } : {}),
  }
}
