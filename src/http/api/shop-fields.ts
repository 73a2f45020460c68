// A shop's settings as they come in: every field optional, null forgets one that may be absent.
import * as v from 'valibot'
import { DEFAULTS } from '../../model/defaults.ts'
import type { ShopSettings } from '../../model/shop.ts'
import { Blocked, Language, ShopName } from './fields.ts'
import { hours } from './hours.ts'

const rupiah = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))
const text = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most))
const orForget = <Schema extends v.GenericSchema>(schema: Schema) => v.optional(v.nullable(schema))
const voice = v.picklist(['akrab', 'resmi'])
const timezone = v.picklist(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'])
/** Percent, at most two decimals. */
const margin = v.pipe(
  v.string(),
  v.regex(/^\d{1,4}(\.\d{1,2})?$/, 'Expected a percentage such as 25 or 12.5'),
)

/** What a gateway keeps, percent with at most two decimals; above ten it is a mistake of typing. */
export const gatewayFee = v.pipe(
  v.string(),
  v.regex(/^(10(\.0{1,2})?|\d(\.\d{1,2})?)$/, 'Expected a percentage from 0 to 10, such as 0.7'),
)

export const SettingsForm = v.strictObject({
  name: v.optional(ShopName),
  language: v.optional(Language),
  voice: v.optional(voice),
  margin: orForget(margin),
  fee: v.optional(rupiah(0, 1_000_000)),
  leastProfit: v.optional(rupiah(0, 1_000_000)),
  step: v.optional(rupiah(1, 100_000)),
  leastBill: v.optional(rupiah(1000, 10_000_000)),
  /** Gateways count the life of a bill from 15 minutes; a day is the longest. */
  billMinutes: v.optional(rupiah(15, 180)),
  lossLimit: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
  chatDays: v.optional(rupiah(1, 3650)),
  greeting: orForget(text(500)),
  blocked: v.optional(Blocked),
  timezone: v.optional(timezone),
  contact: orForget(text(100)),
  aiOff: v.optional(v.boolean()),
  /** None, or at least what one question may take. */
  aiDayTokens: orForget(
    v.pipe(
      rupiah(0, 100_000_000),
      v.check((most) => most === 0 || most >= DEFAULTS.ai.tokens, 'Expected 0, or at least 12000'),
    ),
  ),
  aiDayRupiah: orForget(rupiah(0, 100_000_000)),
  aiChatCalls: orForget(rupiah(0, 10_000)),
  topupsOut: v.optional(v.boolean()),
  gatewayFee: orForget(gatewayFee),
  salesMuted: v.optional(v.boolean()),
  hours: orForget(hours),
})

/** What was given replaces what was; null takes away. */
export const mergeSettings = (old: ShopSettings, form: v.InferOutput<typeof SettingsForm>): ShopSettings => {
  const entries = Object.entries({ ...old, ...form }).filter(
    ([, value]) => value !== null && value !== undefined,
  )
  return Object.fromEntries(entries) as unknown as ShopSettings
}
