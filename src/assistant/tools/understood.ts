// The tool that ends a reading: what the message means, in the form of `Understanding`. Strict schemas name every field; what was not
// said comes as null and is left out.
import * as v from 'valibot'
import type { About, Intent, Prefer, Understanding } from '../../model/understanding.ts'
import { KINDS, PLATFORMS } from '../../model/vocabulary.ts'
import type { Final } from '../loop.ts'

const INTENTS = [
  ...['greet', 'browse', 'select', 'give_link', 'give_quantity', 'give_comments', 'give_destination'],
  ...['confirm', 'cancel', 'change', 'ask_product', 'ask_general', 'more', 'order_status', 'my_orders'],
  ...['reorder', 'resend_bill', 'cancel_order', 'refill', 'balance', 'topup', 'withdraw', 'language'],
  ...['paid_claim', 'complaint', 'human', 'thanks', 'chitchat', 'attack'],
] as Intent[]
const PREFER = [
  ...['cheapest', 'refill', 'indonesia', 'lifetime', 'custom', 'random', 'shorts', 'premium', 'page'],
  ...['profile', 'post', 'no_bot', 'fast', 'other'],
] as Prefer[]
const ABOUT: About[] = [
  ...(['price', 'min', 'max', 'refill', 'cheapest', 'compare', 'speed', 'dripfeed', 'other'] as const),
]
const FIELDS = ['quantity', 'link', 'product'] as const

const mid = v.pipe(v.number(), v.integer(), v.minValue(1))
const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000_000))
const orNull = <Schema extends v.GenericSchema>(schema: Schema) => v.optional(v.nullable(schema))

const Args = v.object({
  intent: v.picklist(INTENTS),
  confidence: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  mid: orNull(mid),
  mids: orNull(v.pipe(v.array(mid), v.maxLength(50))),
  platform: orNull(v.picklist(PLATFORMS)),
  kind: orNull(v.picklist(KINDS)),
  prefer: orNull(v.picklist(PREFER)),
  about: orNull(v.picklist(ABOUT)),
  quantity: orNull(count),
  budget: orNull(count),
  order_id: orNull(v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{1,20}$/))),
  field: orNull(v.picklist(FIELDS)),
})

const nullable = (type: string) => ({ type: [type, 'null'] })
const choice = (values: readonly string[]) => ({ type: ['string', 'null'], enum: [...values, null] })

const PARAMETERS = {
  type: 'object',
  additionalProperties: false,
  required: Object.keys(Args.entries),
  properties: {
    intent: { type: 'string', enum: INTENTS },
    confidence: { type: 'number' },
    mid: nullable('integer'),
    mids: { type: ['array', 'null'], items: { type: 'integer' } },
    platform: choice(PLATFORMS),
    kind: choice(KINDS),
    prefer: choice(PREFER),
    about: choice(ABOUT),
    quantity: nullable('integer'),
    budget: nullable('integer'),
    order_id: nullable('string'),
    field: choice(FIELDS),
  },
}

/** What was not said is left out. */
const said = ({ intent, confidence, ...slots }: v.InferOutput<typeof Args>): Understanding => {
  const named = Object.entries(slots).filter(([, value]) => value !== null && value !== undefined)
  return { intent, confidence, ...(Object.fromEntries(named) as Partial<Understanding>) }
}

export const understoodTool: Final<Understanding> = {
  spec: {
    name: 'understood',
    description: 'What the message means. Ends the reading.',
    parameters: PARAMETERS,
  },
  read: (args) => {
    const given = v.safeParse(Args, args)
    return given.success ? said(given.output) : null
  },
}
