// What the routes of the platform and of a shop ask of whoever keeps Midtrans' keys: sealed on the way in, never handed out.
import type { ShopId } from '../../lib/brand.ts'
import type { Outcome } from '../../lib/outcome.ts'
import type { KeySet } from '../../model/shop.ts'
import type { RefusalTable } from '../errors.ts'

export type KeySetOwner = { platform: true } | { shop: ShopId }

export type KeySetDraft = {
  environment: KeySet['environment']
  serverKey: string
  clientKey?: string | undefined
  merchantId?: string | undefined
}

export type KeySetVerbs = {
  /** The new set is in use at once; the one before stays until its last bill is final. */
  add(owner: KeySetOwner, draft: KeySetDraft): Promise<KeySet>
  /** `inUse`: a bill that was made with it is still open. */
  remove(owner: KeySetOwner, id: string): Promise<Outcome<object, 'notFound' | 'inUse'>>
}

export const KEY_SET_REFUSALS: RefusalTable<'notFound' | 'inUse'> = {
  notFound: [404, 'There is no such key set'],
  inUse: [409, 'Bills made with these keys are still open'],
}
