// What a shop may do now, and with which kind of money: derived from its keys and settings, never stored.
import type { CustomerId, ShopId } from '../lib/brand.ts'
import type { MoneyKind } from '../model/order.ts'
import type { KeySet, ManualQris, Shop, ShopPhase } from '../model/shop.ts'
import type { Store } from '../store/store.ts'

export type PhaseDeps = { store: Pick<Store, 'platform' | 'shops' | 'customers'> }

/** Midtrans' keys that serve a live shop: its own come first, the platform's serve who has none. */
const keySetInUse = async (
  deps: { store: Pick<Store, 'platform'> },
  shop: Shop,
): Promise<Extract<WayToPay, { way: 'midtrans' }> | null> => {
  const [own] = shop.keySets
  if (own) return { way: 'midtrans', keySet: own, owner: { shop: shop.id } }
  const [shared] = (await deps.store.platform.get()).keySets
  return shared ? { way: 'midtrans', keySet: shared, owner: { platform: true } } : null
}

/** What new bills of a live shop are made with. */
export type WayToPay =
  | { way: 'midtrans'; keySet: KeySet; owner: { platform: true } | { shop: ShopId } }
  | { way: 'manual'; qris: ManualQris }

/** Keys of production come first; then the shop's own static QRIS, if it is on; keys of the sandbox are for trying out only. */
export const wayToPay = async (
  deps: { store: Pick<Store, 'platform'> },
  shop: Shop,
): Promise<WayToPay | null> => {
  const midtrans = await keySetInUse(deps, shop)
  if (midtrans?.keySet.environment === 'production') return midtrans
  return shop.manualQris?.on ? { way: 'manual', qris: shop.manualQris } : midtrans
}

/** `testing`: the gateway's sandbox, so that only bound accounts may order and what they pay is play money. */
export const phaseOf = async (
  deps: { store: Pick<Store, 'platform'> },
  shop: Shop,
  now: number,
): Promise<ShopPhase> => {
  const { closed } = shop.settings
  if (shop.restored) return 'closed'
  if (closed && (closed.until === undefined || closed.until > now)) return 'closed'
  if (shop.mode === 'practice') return 'practice'
  const use = await wayToPay(deps, shop)
  if (!use) return 'closed'
  return use.way === 'manual' || use.keySet.environment === 'production' ? 'open' : 'testing'
}

/** The kind of money that a bill made now for this customer would be; null while they may not order. */
export const moneyNow = async (
  deps: PhaseDeps & { clock: { now(): number } },
  { shop: id, customer: who }: { shop: ShopId; customer: CustomerId },
): Promise<MoneyKind | null> => {
  const shop = await deps.store.shops.get(id)
  const customer = await deps.store.customers.get(id, who)
  if (!shop || !customer || customer.blocked) return null
  switch (await phaseOf(deps, shop, deps.clock.now())) {
    case 'practice':
      return 'play'
    case 'open':
      return 'real'
    case 'testing':
      return isBound(shop, customer.person) ? 'play' : null
    case 'closed':
      return null
  }
}

/** The seller's own eyes: a bound Telegram account, or the preview in the dashboard. */
const isBound = (shop: Shop, person: string): boolean =>
  person.startsWith('preview:') || shop.bound.some(({ user }) => person === `telegram:${user}`)
