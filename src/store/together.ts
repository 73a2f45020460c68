// What processes at work on one database have between them, beside the shop's own documents: who was first, how often something was tried,
// hints to open pages, and who alone does something now. A copy of the database is complete without the last two.
import type { Millis, ShopId } from '../lib/brand.ts'

/** Topic → how often it was told. */
export type Told = Record<string, number>

/** One row a shop that somebody looks at: what is told of others leaves nothing, so it never grows. */
export type Feed = {
  /** The shop is looked at until then, longer if it is asked again; answers what has been told of it. */
  watch(shop: ShopId, now: Millis, until: Millis): Promise<Told>
  /** Counts the topic; null: nobody looks at this shop. `topic` is a plain word. */
  tell(shop: ShopId, topic: string, now: Millis): Promise<number | null>
  /** Of those that are known; a number that is another one than before, higher or not, is news. */
  told(shops: ShopId[]): Promise<{ shop: ShopId; told: Told }[]>
}

export type Leases = {
  /**
   * Held by `owner` until now + lease; asked again by the same owner it is lengthened under the same token, in the hands of another one the
   * token is a new one. `null`: another's lease lasts.
   */
  take(name: string, owner: string, now: Millis, lease: Millis): Promise<{ token: number } | null>
  /** Free at once, if it is still held by that taking. */
  leave(name: string, token: number): Promise<void>
}

export type Keys = {
  /** The owner after the call: yours if it was free or already yours. */
  claim(key: string, owner: string): Promise<string>
  owner(key: string): Promise<string | null>
  release(key: string, owner: string): Promise<boolean>
}

/** Rate limits that replicas share. */
export type Limits = {
  /** Counts within a window; the count after this hit. */
  hit(key: string, now: Millis, window: Millis): Promise<number>
  clear(key: string): Promise<void>
}
