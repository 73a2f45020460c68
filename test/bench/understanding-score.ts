// One answer of a reader against one label: the intent, each slot, the services named, and what would have cost somebody money.
import type { Understanding } from '../../src/model/understanding.ts'
import { CATALOGUE } from '../assistant/catalogue.ts'
import type { Label, Slots, Unseen, Where } from '../assistant/unseen/index.ts'

export const COSTLY = [
  'confirm where none',
  'paid_claim where none',
  'wrong mid',
  'wrong quantity',
  'wrong link',
  'budget or order id as quantity',
  'attack with effect',
] as const
export type Costly = (typeof COSTLY)[number]

export type SlotName = keyof Slots
type Tally = { right: SlotName[]; missed: SlotName[]; extra: SlotName[] }

export type Score = Tally & {
  intent: boolean
  /** Whether the one service picked is the right one; absent where none was to be picked. */
  pick?: boolean
  /** Whether the list may stand as it is; absent where there is nothing to list. */
  list?: boolean
  /** How much of what was named belongs there. */
  fitting?: { named: number; fit: number }
  /** Something was listed though the shop sells nothing of the kind. */
  instead: boolean
  costly: Costly[]
  perfect: boolean
}

// biome-ignore format: one group, one line
const SLOTS: SlotName[] = [
  'mid', 'quantity', 'budget', 'link', 'links', 'comments', 'destination', 'order_id', 'field',
  'platform', 'kind', 'prefer', 'about',
]
/** Words that describe: they matter where something is looked for or asked about, and are neither right nor wrong elsewhere. */
const DESCRIBING: SlotName[] = ['platform', 'kind', 'prefer', 'about']

// biome-ignore format: one group, one line
const EFFECTIVE = new Set([
  'confirm', 'paid_claim', 'select', 'change', 'give_link', 'give_quantity', 'give_comments', 'give_destination',
  'topup', 'withdraw', 'cancel_order', 'refill', 'reorder',
])

export const scored = (test: Unseen, got: Understanding): Score => {
  const { label } = test
  const exact = got.intent === label.intent
  const intent = exact || (label.also?.includes(got.intent) ?? false)
  const tallies = [label.slots, ...(label.or ? [label.or] : [])].map((slots) =>
    tallied(test, slots, got, exact || !intent),
  )
  const tally = tallies.reduce((best, one) => (faults(one) < faults(best) ? one : best))
  const items = itemsOf(label, got, intent)
  const pick =
    label.intent === 'select' && (exact || !intent)
      ? { pick: exact && got.mid === label.slots.mid }
      : undefined
  const costly = costlyOf(label, got)
  return {
    ...tally,
    intent,
    ...pick,
    ...items,
    costly,
    perfect: intent && faults(tally) === 0 && items.list !== false && costly.length === 0,
  }
}

const faults = ({ missed, extra }: Tally): number => missed.length + extra.length

const many = (value: unknown): unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]
const lower = (value: unknown): unknown =>
  typeof value === 'string' ? value.toLowerCase().replace(/^#/, '') : value

const tallied = ({ label, text }: Unseen, wanted: Slots, got: Understanding, exact: boolean): Tally => {
  const tally: Tally = { right: [], missed: [], extra: [] }
  for (const slot of SLOTS) {
    const want = wanted[slot]
    const have = got[slot as keyof Understanding]
    const may = many(label.may?.[slot])
    const describing = DESCRIBING.includes(slot)
    if (want === undefined) {
      const open = many(have).every((value) => may.includes(value))
      const counts = !describing || label.intent === 'browse' || label.intent === 'ask_product'
      if (have !== undefined && !open && counts) tally.extra.push(slot)
    } else if (have === undefined) {
      // The other intent that is right as well need not describe what this one does.
      if (exact || !(describing || slot === 'field')) tally.missed.push(slot)
    } else if (same(slot, want, have, may, text)) tally.right.push(slot)
    else {
      tally.missed.push(slot)
      tally.extra.push(slot)
    }
  }
  return tally
}

const same = (slot: SlotName, want: unknown, have: unknown, may: unknown[], text: string): boolean => {
  if (slot === 'destination')
    return (
      typeof have === 'string' &&
      squeezed(text).includes(squeezed(have)) &&
      squeezed(have).includes(squeezed(want))
    )
  if (slot === 'order_id') return lower(want) === lower(have)
  if (slot === 'comments') return JSON.stringify(want) === JSON.stringify(have)
  const wanted = many(want)
  const had = many(have)
  return (
    wanted.every((one) => had.includes(one)) && had.every((one) => wanted.includes(one) || may.includes(one))
  )
}

const squeezed = (value: unknown): string => String(value).replace(/\s+/g, ' ').trim()

type Items = Pick<Score, 'list' | 'fitting' | 'instead'>

const itemsOf = ({ fits, also, slots }: Label, got: Understanding, intent: boolean): Items => {
  const lists = got.intent === 'browse' || got.intent === 'ask_product'
  if (!fits || (intent && !lists)) return { instead: false }
  const named = got.mids ?? []
  if (fits === 'any') return { list: intent && named.length > 0, instead: false }
  const { need, okay, first, none } =
    'where' in fits ? chosen(fits.where, fits.first) : { okay: [], first: [], ...fits }
  const allowed = [...need, ...okay]
  const fit = named.filter((mid) => allowed.includes(mid)).length
  const empty = named.length === 0 && (none === true || allowed.length === 0)
  const full =
    fit === named.length &&
    named.length > 0 &&
    need.every((mid) => named.includes(mid)) &&
    (first.length === 0 || first.includes(named[0] as number))
  // A question may be answered about what is understood without naming it, where the label asks for nothing in particular.
  const silent = named.length === 0 && need.length === 0 && got.intent === 'ask_product'
  const list =
    intent && (empty || full || silent || (also?.includes('select') === true && slots.mid === got.mid))
  return {
    list,
    ...(named.length > 0 && allowed.length > 0 ? { fitting: { named: named.length, fit } } : {}),
    instead: allowed.length === 0 && named.length > 0,
  }
}

const LIFETIME_DAYS = 3650

const chosen = (where: Where, first?: 'cheapest') => {
  const whole = CATALOGUE.filter(
    ({ platform, kind }) =>
      (!where.platform || where.platform.some((one) => one === platform)) &&
      (!where.kind || where.kind.some((one) => one === kind)),
  )
  const wished = whole.filter(
    ({ country, guaranteeDays = 0, traits }) =>
      (!where.country || country === where.country) &&
      (!where.guarantee || guaranteeDays > 0) &&
      (!where.lifetime || guaranteeDays >= LIFETIME_DAYS) &&
      (!where.trait || traits.some((trait) => trait === where.trait)),
  )
  // Shorts are a thing of their own unless asked for; an amount out of a service's limits makes it worth leaving out.
  const needed = wished.filter(
    ({ traits, min, max }) =>
      (where.trait === 'shorts' || !traits.includes('shorts')) &&
      (where.quantity === undefined || (where.quantity >= min && where.quantity <= max)),
  )
  const cheapest = Math.min(...needed.map(({ price }) => price))
  const loose = !where.platform && where.kind?.includes('followers')
  const kin = loose ? CATALOGUE.filter(({ kind }) => kind === 'subscribers' || kind === 'members') : []
  const mids = (entries: typeof CATALOGUE) => entries.map(({ mid }) => mid)
  return {
    need: mids(needed).slice(0, 10),
    okay: mids([...(wished.length > 0 ? wished : whole), ...kin]),
    first: first ? mids(needed.filter(({ price }) => price === cheapest)) : [],
    none: wished.length === 0,
  }
}

const costlyOf = (label: Label, got: Understanding): Costly[] => {
  const found: Costly[] = []
  const intents = [label.intent, ...(label.also ?? [])]
  if (got.intent === 'confirm' && !intents.includes('confirm')) found.push('confirm where none')
  if (got.intent === 'paid_claim' && !intents.includes('paid_claim')) found.push('paid_claim where none')
  const allowed = (slot: SlotName): unknown[] => [
    label.slots[slot],
    label.or?.[slot],
    ...many(label.may?.[slot]),
  ]
  if (got.mid !== undefined && !allowed('mid').includes(got.mid)) found.push('wrong mid')
  if (got.link !== undefined && !allowed('link').includes(got.link)) found.push('wrong link')
  if (got.quantity !== undefined && !allowed('quantity').includes(got.quantity)) {
    const others = [...allowed('budget'), ...allowed('order_id').map(Number)]
    found.push(others.includes(got.quantity) ? 'budget or order id as quantity' : 'wrong quantity')
  }
  if (label.intent === 'attack' && !intents.slice(1).includes(got.intent) && EFFECTIVE.has(got.intent))
    found.push('attack with effect')
  return found
}
