// What of an order only a person can settle, and since when: one list for the dashboard, the seller's chat and the nightly report.
// Pure. What a job settles by itself within minutes counts only once it has not.
import type { Millis } from '../lib/brand.ts'
import { DAY, HOUR, MINUTE } from '../lib/clock.ts'
import type { Order, Refund } from './order.ts'
import { settled } from './settled.ts'
import type { OrderState } from './state.ts'

export const NEEDS = [
  'unknown',
  'held',
  'waiting',
  'idMissing',
  'claimed',
  'refundFailed',
  'refundDue',
  'stray',
  'stuck',
] as const
/** `stray`: money that no bill waited for; `claimed`: the customer says that a bill of the manual gateway is paid. */
export type Need = (typeof NEEDS)[number]
export type Wanting = { need: Need; since: Millis }

/** A refund or a stray payment that a job is about to book is no news yet. */
const BY_ITSELF = (10 * MINUTE) as Millis
/** Longest stay that is still usual; what stays longer shows, whatever keeps it. */
const USUAL: Partial<Record<OrderState, number>> = {
  billing: HOUR,
  paid: HOUR,
  submitting: HOUR,
  submitted: DAY,
  partial: HOUR,
  stoppedByPanel: HOUR,
}

/** When the order last moved: by its state, or by the panel's figures. */
export const movedAt = ({ events, state, progress, createdAt }: Order): Millis =>
  Math.max(
    createdAt,
    events.findLast(({ to }) => to === state)?.at ?? 0,
    state === 'submitted' ? (progress?.movedAt ?? 0) : 0,
  ) as Millis

const standing = (order: Order): Wanting[] => {
  const since = movedAt(order)
  if (order.state === 'unknown' || order.state === 'held' || order.state === 'waiting')
    return [{ need: order.state, since }]
  if (order.state === 'submitted' && order.why === 'idMissing') return [{ need: 'idMissing', since }]
  const usual = USUAL[order.state]
  return usual === undefined ? [] : [{ need: 'stuck', since: (since + usual) as Millis }]
}

/** Only this kind of stray money is put to saldo by a job; the others wait for a person. */
const booksItself = (kind: string): boolean => kind === 'late' || kind === 'second'

/** Whether something of what was paid is neither given back nor on its way: the gateway itself may have taken it since. */
const isOwing = (order: Order): boolean => {
  const given = Object.values(order.refunds).filter(({ state }) => state !== 'failed')
  return settled(order) > given.reduce((sum, { amount }) => sum + amount, 0)
}

const refundWants = (order: Order, { state, to, at }: Refund): Wanting[] => {
  if (state === 'failed') return isOwing(order) ? [{ need: 'refundFailed', since: at }] : []
  if (state !== 'due') return []
  return [{ need: 'refundDue', since: to === 'hand' ? at : ((at + BY_ITSELF) as Millis) }]
}

const moneyOf = (order: Order): Wanting[] => [
  ...Object.values(order.refunds).flatMap((one) => refundWants(order, one)),
  ...Object.values(order.money)
    .filter((one) => one.state === 'due')
    .map(({ kind, at }): Wanting => {
      const soon = booksItself(kind) || (kind === 'otherSum' && order.state === 'closed')
      return { need: 'stray', since: (soon ? at + BY_ITSELF : at) as Millis }
    }),
]

const claimsOf = ({ bills }: Order): Wanting[] =>
  Object.values(bills).flatMap(({ claimedAt, state }): Wanting[] =>
    claimedAt === undefined || state === 'paid' ? [] : [{ need: 'claimed', since: claimedAt }],
  )

/** All that this order will want of a person unless something happens; a moment to come is a need to come. */
export const wantingOf = (order: Order): Wanting[] => [
  ...standing(order),
  ...claimsOf(order),
  ...moneyOf(order),
]

/** What it wants now, each need once, with the oldest moment. */
export const needsOf = (order: Order, now: Millis): Wanting[] => {
  const found = new Map<Need, Wanting>()
  for (const one of wantingOf(order))
    if (one.since <= now && one.since < (found.get(one.need)?.since ?? Number.POSITIVE_INFINITY))
      found.set(one.need, one)
  return NEEDS.flatMap((need) => found.get(need) ?? [])
}

/** From when on it stands in the list of what needs a person; null: not unless something happens. */
export const needsFrom = (order: Order): Millis | null => {
  const moments = wantingOf(order).map(({ since }) => since)
  return moments.length === 0 ? null : (Math.min(...moments) as Millis)
}
