// A service: a row of a panel's catalogue as the shop keeps it. The eight field names that the owner wrote stay exactly so:
// mid, name, description, min, max, rate, category, service_id_api.
import type { Millis, ProviderId, Rupiah, ServiceId, ShopId } from '../lib/brand.ts'
import type { Kind, Platform } from './vocabulary.ts'

/** Types that can be sold. Others are imported and can't be put on sale. */
export type SellableType = 'default' | 'package' | 'custom_comments'

/** One row of a panel's answer, checked. `rate` is a decimal string in the account's currency, per 1000 (per package for package types). */
export type ProviderService = {
  service_id_api: string
  name: string
  description: string
  category: string
  rate: string
  min: number
  /** `Number.MAX_SAFE_INTEGER` never appears: 2147483647 stands for "no limit". */
  max: number
  /** The panel's type, normalised to lower case with `_`. */
  type: string
  refill: boolean
  cancel: boolean
  dripfeed: boolean
}

export type LinkKind = 'profile' | 'post' | 'video' | 'channel' | 'page' | 'website' | 'any'

/** What was read once from the row's messy name, category and description. A guarantee is a claim, kept with its source. */
export type Facts = {
  /** Version of the tables that read it; a newer table re-derives. */
  tables: number
  platform: Platform
  /** What the row sells. */
  kind: Kind
  /** What comes along with it: "Views + Likes" sells views, and nobody who wants likes is shown it. */
  along?: Kind[]
  linkKind: LinkKind
  /** ISO 3166 alpha-2 of the accounts' country, when stated. */
  country?: string
  /** Days of guarantee claimed; 36500 = lifetime. `source` says where it stood. */
  guarantee?: { days: number; source: 'name' | 'description' | 'flag' | 'seller' }
  noGuarantee?: boolean
  /** Words that the row states about quality, in our vocabulary ("shorts", "premium", "custom", "random", "no_bot", …). */
  traits: string[]
  /** Stated speed per day, units. */
  speedPerDay?: number
}

/**
 * What the seller has put right of the facts: kept apart from them, so that no import and no newer table takes it back.
 * An empty country, 0 days and speed 0 mean: none, whatever the row says.
 */
export type Corrections = {
  platform?: Platform
  kind?: Kind
  linkKind?: LinkKind
  country?: string
  guaranteeDays?: number
  speedPerDay?: number
}

/** What customers see. The seller's words, else made from the facts (wording §3). */
export type OwnWords = { displayName?: string; displayDescription?: string; displayNote?: string }

export type Service = ProviderService & {
  id: ServiceId
  shop: ShopId
  provider: ProviderId
  /** Number in this shop, from 1, by import order; never reused. The window may show it under another number. */
  mid: number
  facts: Facts
  /** They are part of `facts` already. */
  corrected?: Corrections
  /** Made at import from the facts; twins told apart by A, B, C. */
  madeName: string
  own: OwnWords
  onSale: boolean
  /** Set when the row left the panel's catalogue, and when it was last seen there. */
  vanishedAt?: Millis
  seenAt: Millis
  /** A fixed price per 1000 (per package for packages), instead of the rule. */
  pin?: Rupiah
  /** Where an order goes when this one is definitely refused, in the seller's order; judged anew when it comes to that. */
  alternatives?: ServiceId[]
  v: number
}

/** Why a panel or our own guards said no, in our words; the only ones that may reach a customer (through text/). */
export type RefusalReason =
  | 'link'
  | 'private'
  | 'quantity'
  | 'service'
  | 'funds'
  | 'activeOrder'
  | 'comments'
  | 'auth'
  | 'throttled'
  | 'other'
