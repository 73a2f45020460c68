// The seller's own static QRIS: read and checked before it is kept, switched on and off, taken away. Bills that were made with it keep
// it, and still wait for the seller's word.
import type { ShopId } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import type { ManualQris, Shop } from '../model/shop.ts'
import type { Store } from '../store/store.ts'
import { checkStaticQris, type QrisRefusal } from './qris.ts'

export type ManualQrisDeps = { store: Pick<Store, 'shops'>; clock: Clock }

/** `practice`: a practice shop takes no real money. */
export type ManualQrisRefusal = QrisRefusal | 'practice' | 'notFound'

/** In use at once, unless it is put in place of one that is switched off. */
export const setManualQris = async (
  deps: ManualQrisDeps,
  { shop: id, text, by }: { shop: ShopId; text: string; by: string },
): Promise<Outcome<{ manualQris: ManualQris }, ManualQrisRefusal>> => {
  const qr = text.trim()
  const read = checkStaticQris(qr)
  if (!read.ok) return refuse(read.reason)
  const shop = await deps.store.shops.get(id)
  if (!shop) return refuse('notFound')
  if (shop.mode === 'practice') return refuse('practice')
  const { merchantName, nmid } = read
  const fresh = { qr, merchantName, ...(nmid ? { nmid } : {}), at: deps.clock.now(), by }
  const changed = await deps.store.shops.change(id, (current) => ({
    ...current,
    manualQris: { ...fresh, on: current.manualQris?.on ?? true },
  }))
  return changed?.manualQris ? { ok: true, manualQris: changed.manualQris } : refuse('notFound')
}

export const switchManualQris = async (
  { store }: Pick<ManualQrisDeps, 'store'>,
  { shop, on }: { shop: ShopId; on: boolean },
): Promise<Outcome<{ manualQris: ManualQris }, 'notFound'>> => {
  const changed = await store.shops.change(shop, (current) =>
    current.manualQris && current.manualQris.on !== on
      ? { ...current, manualQris: { ...current.manualQris, on } }
      : null,
  )
  return changed?.manualQris ? { ok: true, manualQris: changed.manualQris } : refuse('notFound')
}

const without = ({ manualQris: _, ...rest }: Shop): Shop => rest

export const removeManualQris = async (
  { store }: Pick<ManualQrisDeps, 'store'>,
  shop: ShopId,
): Promise<void> => {
  await store.shops.change(shop, (current) => (current.manualQris ? without(current) : null))
}
