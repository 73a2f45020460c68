// Midtrans' keys, of the platform or of one shop: sealed on the way in, the newest in use, an old set kept until its last bill is final.
import type { ShopId } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import type { Ids } from '../lib/ids.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import { lastFour, type Sealer, type SealPlace } from '../lib/seal.ts'
import { isOpen } from '../model/flow.ts'
import type { Order } from '../model/order.ts'
import type { KeySet } from '../model/shop.ts'
import { type OrderState, STATES } from '../model/state.ts'
import type { Store } from '../store/store.ts'

export type KeySetOwner = { platform: true } | { shop: ShopId }

export type KeySetDraft = {
  environment: KeySet['environment']
  serverKey: string
  clientKey?: string | undefined
  merchantId?: string | undefined
}

export type KeySetDeps = {
  store: Pick<Store, 'platform' | 'shops' | 'orders'>
  clock: Clock
  ids: Ids
  box: Sealer
}

const placeOf = (owner: KeySetOwner, id: string, field: 'serverKey' | 'clientKey'): SealPlace => ({
  shop: 'platform' in owner ? 'platform' : owner.shop,
  field: `keySets.${id}.${field}`,
})

/** In use at once: new bills take the first set. */
export const addKeySet = async (
  deps: KeySetDeps,
  owner: KeySetOwner,
  draft: KeySetDraft,
): Promise<KeySet> => {
  const id = deps.ids.id('ks')
  const { environment, serverKey, clientKey, merchantId } = draft
  const keySet: KeySet = {
    id,
    environment,
    serverKey: deps.box.seal(serverKey, placeOf(owner, id, 'serverKey')),
    ...(clientKey ? { clientKey: deps.box.seal(clientKey, placeOf(owner, id, 'clientKey')) } : {}),
    ...(merchantId ? { merchantId } : {}),
    endsIn: lastFour(serverKey),
    at: deps.clock.now(),
  }
  await change(deps.store, owner, (keySets) => [keySet, ...keySets])
  return keySet
}

/** The server key in the clear, for the gateway alone; null when this APP_SECRET does not open it. */
export const openServerKey = (box: Sealer, owner: KeySetOwner, keySet: KeySet): string | null => {
  const opened = box.open(keySet.serverKey, placeOf(owner, keySet.id, 'serverKey'))
  return opened.ok ? opened.plain : null
}

/** `inUse`: a bill made with it may still be paid, and could then not be asked about. */
export const removeKeySet = async (
  deps: Pick<KeySetDeps, 'store'>,
  owner: KeySetOwner,
  id: string,
): Promise<Outcome<object, 'notFound' | 'inUse'>> => {
  const known = await keySetsOf(deps.store, owner)
  if (!known.some((one) => one.id === id)) return refuse('notFound')
  if (await hasOpenBills(deps.store, owner, id)) return refuse('inUse')
  await change(deps.store, owner, (keySets) => keySets.filter((one) => one.id !== id))
  return { ok: true }
}

type Keeper = KeySetDeps['store']

const keySetsOf = async (store: Keeper, owner: KeySetOwner): Promise<KeySet[]> =>
  'platform' in owner
    ? (await store.platform.get()).keySets
    : ((await store.shops.get(owner.shop))?.keySets ?? [])

const change = async (
  store: Keeper,
  owner: KeySetOwner,
  next: (keySets: KeySet[]) => KeySet[],
): Promise<void> => {
  const decide = <Doc extends { keySets: KeySet[] }>(doc: Doc): Doc => ({
    ...doc,
    keySets: next(doc.keySets),
  })
  if ('platform' in owner) await store.platform.change(decide)
  else await store.shops.change(owner.shop, decide)
}

/** States in which the gateway's word on a bill may not be final yet: an earlier attempt may outlast the one that was paid. */
const UNSETTLED: OrderState[] = STATES.filter(
  (state) => isOpen(state) || state === 'lapsed' || state === 'withdrawn',
)
const MOST = 10_000

const hasOpenBills = async (store: Keeper, owner: KeySetOwner, id: string): Promise<boolean> => {
  const shops = 'platform' in owner ? (await store.shops.list()).map((shop) => shop.id) : [owner.shop]
  for (const shop of shops) {
    const orders = await store.orders.list(shop, { states: UNSETTLED, deposits: 'all', limit: MOST })
    if (orders.some((order) => mayStillNeed(order, id))) return true
    const owing = await store.orders.list(shop, { due: true, limit: MOST })
    if (owing.some((order) => givesBackBy(order, id))) return true
  }
  return false
}

/** A refund that is under way with these keys can be asked about, and repeated, with them alone. */
const givesBackBy = ({ refunds, bills }: Order, id: string): boolean =>
  Object.values(refunds).some(
    ({ to, state, attempt }) => to === 'gateway' && state === 'due' && bills[attempt ?? '']?.keySet === id,
  )

/** In `billing` a charge is being made, whose bill may not be written yet. */
const mayStillNeed = ({ state, bills }: Order, id: string): boolean =>
  state === 'billing' || Object.values(bills).some(({ keySet, final }) => keySet === id && !final)
