// One panel account is an address with its key. Its id is a mark of both, never the key: what is sent to it goes through one lane,
// whoever of the shops it is; and it is connected once per shop, for two connections would each keep their own plan.
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

/** The same for everybody who has this key at this address; the only place where it is made. */
export const accountIdOf = ({ box }: Pick<AccountKeeper, 'box'>, { endpoint, key }: PanelAccount): string =>
  `a_${box.mark(`${sameAddress(endpoint)}\n${key}`).slice(0, 32)}`

const claimFor = (keeper: Pick<AccountKeeper, 'box'>, shop: ShopId, account: PanelAccount): string =>
  `panel:${shop}:${accountIdOf(keeper, account)}`

/** How databases of the first version name the same claim. */
const oldClaimFor = (shop: ShopId, { endpoint, key }: PanelAccount): string =>
  `panel:${shop}:${sha256Hex(`${sameAddress(endpoint)}\n${key}`)}`

/** Null when this APP_SECRET does not open the key. */
export const accountOf = ({ box }: Pick<AccountKeeper, 'box'>, doc: ProviderDoc): PanelAccount | null => {
  const opened = box.open(doc.key, keyPlace(doc.shop, doc.id))
  return opened.ok ? { endpoint: doc.endpoint, key: opened.plain } : null
}

/** The lane of a stored provider; null when this APP_SECRET does not open its key. The practice panel has one account per shop. */
export const laneOf = (keeper: Pick<AccountKeeper, 'box'>, doc: ProviderDoc): string | null => {
  if (doc.driver === 'sandbox') return `sandbox:${doc.shop}`
  const account = accountOf(keeper, doc)
  return account && accountIdOf(keeper, account)
}

type Claimed = { account: PanelAccount; owner: ProviderId }

const stillHolds = async (
  keeper: AccountKeeper,
  shop: ShopId,
  { account, owner }: Claimed,
): Promise<boolean> => {
  const other = await keeper.store.providers.get(shop, owner)
  const theirs = other && accountOf(keeper, other)
  return !!theirs && isSameAccount(theirs, account)
}

/** False: another provider of this shop has it. A claim left by one that is gone or has moved on is taken over. */
export const claimAccount = async (
  keeper: AccountKeeper,
  { shop, id }: Pick<ProviderDoc, 'shop' | 'id'>,
  account: PanelAccount,
): Promise<boolean> => {
  const before = await keeper.store.keys.owner(oldClaimFor(shop, account))
  if (before && before !== id && (await stillHolds(keeper, shop, { account, owner: before }))) return false
  const claim = claimFor(keeper, shop, account)
  for (;;) {
    const owner = await keeper.store.keys.claim(claim, id)
    if (owner === id) return true
    if (await stillHolds(keeper, shop, { account, owner })) return false
    await keeper.store.keys.release(claim, owner)
  }
}

export const releaseAccount = async (
  keeper: Pick<AccountKeeper, 'store' | 'box'>,
  { shop, id }: Pick<ProviderDoc, 'shop' | 'id'>,
  account: PanelAccount,
): Promise<void> => {
  await keeper.store.keys.release(claimFor(keeper, shop, account), id)
  await keeper.store.keys.release(oldClaimFor(shop, account), id)
}

export const isSameAccount = (one: PanelAccount, other: PanelAccount): boolean =>
  one.key === other.key && sameAddress(one.endpoint) === sameAddress(other.endpoint)
