// One panel account, an address with its key, is connected once per shop: two connections would each keep their own pace and plan.
// The claim carries a hash, never the key.
import type { ProviderId, ShopId } from '../lib/brand.ts'
import type { Sealer, SealPlace } from '../lib/seal.ts'
import { sha256Hex } from '../lib/signature.ts'
import type { ProviderDoc } from '../store/documents.ts'
import type { Store } from '../store/store.ts'

export type PanelAccount = { endpoint: string; key: string }
export type AccountKeeper = { store: Pick<Store, 'providers' | 'keys'>; box: Sealer }

export const keyPlace = (shop: ShopId, id: ProviderId): SealPlace => ({ shop, field: `provider.${id}.key` })

/** The same address however it is written: the host's case and a last slash tell nothing apart. */
const sameAddress = (endpoint: string): string => {
  const url = URL.parse(endpoint)
  return url ? `${url.origin}${url.pathname.replace(/\/+$/, '')}${url.search}` : endpoint
}

const claimFor = (shop: ShopId, { endpoint, key }: PanelAccount): string =>
  `panel:${shop}:${sha256Hex(`${sameAddress(endpoint)}\n${key}`)}`

/** Null when this APP_SECRET does not open the key. */
export const accountOf = ({ box }: Pick<AccountKeeper, 'box'>, doc: ProviderDoc): PanelAccount | null => {
  const opened = box.open(doc.key, keyPlace(doc.shop, doc.id))
  return opened.ok ? { endpoint: doc.endpoint, key: opened.plain } : null
}

const stillHolds = async (
  keeper: AccountKeeper,
  shop: ShopId,
  { claim, owner }: Claimed,
): Promise<boolean> => {
  const other = await keeper.store.providers.get(shop, owner)
  const account = other && accountOf(keeper, other)
  return !!account && claimFor(shop, account) === claim
}
type Claimed = { claim: string; owner: ProviderId }

/** False: another provider of this shop has it. A claim left by one that is gone or has moved on is taken over. */
export const claimAccount = async (
  keeper: AccountKeeper,
  { shop, id }: Pick<ProviderDoc, 'shop' | 'id'>,
  account: PanelAccount,
): Promise<boolean> => {
  const claim = claimFor(shop, account)
  for (;;) {
    const owner = await keeper.store.keys.claim(claim, id)
    if (owner === id) return true
    if (await stillHolds(keeper, shop, { claim, owner })) return false
    await keeper.store.keys.release(claim, owner)
  }
}

export const releaseAccount = async (
  { store }: Pick<AccountKeeper, 'store'>,
  { shop, id }: Pick<ProviderDoc, 'shop' | 'id'>,
  account: PanelAccount,
): Promise<void> => {
  await store.keys.release(claimFor(shop, account), id)
}

export const isSameAccount = (one: PanelAccount, other: PanelAccount): boolean =>
  one.key === other.key && sameAddress(one.endpoint) === sameAddress(other.endpoint)
