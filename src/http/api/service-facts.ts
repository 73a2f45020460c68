// What was read of a service and what the seller has put right of it, as the dashboard gets both and sends them.
import * as v from 'valibot'
import { KINDS, PLATFORMS } from '../../model/vocabulary.ts'

/** Of a row of services. */
export const SERVICE_FACTS = {
  /** A guarantee is a claim: where it was read, or that it is the seller's word. */
  guaranteeSource: v.optional(v.picklist(['name', 'description', 'flag', 'seller'])),
  noGuarantee: v.boolean(),
  linkKind: v.string(),
  speedPerDay: v.optional(v.number()),
  /** Kinds that come along with what it sells. */
  along: v.array(v.string()),
  /** Facts that the seller has put right; `asRead` is what the row says without that. */
  corrected: v.array(v.picklist(['platform', 'kind', 'linkKind', 'country', 'guaranteeDays', 'speedPerDay'])),
  asRead: v.optional(
    v.object({
      platform: v.string(),
      kind: v.string(),
      linkKind: v.string(),
      country: v.optional(v.string()),
      guaranteeDays: v.optional(v.number()),
      speedPerDay: v.optional(v.number()),
    }),
  ),
}

const orNull = <Schema extends v.GenericSchema>(schema: Schema) => v.optional(v.nullable(schema))
const upTo = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most))

/** What the seller puts right; null: what the row says. Empty country, 0 days and speed 0: none. */
export const CORRECTIONS = {
  platform: orNull(v.picklist(PLATFORMS)),
  kind: orNull(v.picklist(KINDS)),
  linkKind: orNull(v.picklist(['profile', 'post', 'video', 'channel', 'page', 'website', 'any'])),
  country: orNull(v.pipe(v.string(), v.regex(/^(?:[A-Z]{2})?$/, 'is no country code'))),
  guaranteeDays: orNull(upTo(36_500)),
  speedPerDay: orNull(upTo(1_000_000_000)),
}
