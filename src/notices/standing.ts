// What of an order stands before its seller, and what is only told: pure. A standing asks for a decision and carries buttons until it
// has ended; its `mark` names it in payloads, so that a button decides what it was shown for and nothing newer.
import type { Millis, Rupiah } from '../lib/brand.ts'
import { DEFAULTS } from '../model/defaults.ts'
import { markOf } from '../model/desk-action.ts'
import { type Bill, newestSubmission, type Order, type OrderEvent } from '../model/order.ts'
import { wordMark } from '../payments/claimed.ts'
import { refundable } from '../payments/refund.ts'
import type { OrderNews, StandingFacts, StandingNews } from '../text/seller.ts'
import { isAlarm } from './compose.ts'

export type Standing = {
  /** What it is, as long as it lasts. */
  base: string
  /** What was said of it: a reminder is said anew. */
  said: string
  mark: string
  news: StandingNews
  /** What a panel's balance says has come: the same card, with more on it. */
  more?: string
}

/** Said once, and nothing to decide. `quiet`: without sound at night. */
export type Telling = { said: string; news: OrderNews; quiet?: boolean }

const standing = (base: string, facts: StandingFacts, times = 0): Standing => {
  const mark = markOf(base)
  const said = times > 0 ? `${base}:r${times}` : base
  return { base, said, mark, news: { ...facts, mark, times } }
}

/** The name of a reminder, and of a card with more on it, leads to what it is about. */
export const baseOf = (said: string): string => said.replace(/(?::r\d+)?(?::more)?$/, '')

const passed = (since: Millis, moments: readonly number[], now: Millis): number =>
  moments.filter((after) => since + after <= now).length

export const standingsOf = (order: Order, now: Millis): Standing[] => [
  ...claims(order, now),
  ...ofState(order, now),
  ...failedRefunds(order),
]

/** Lines that begin it anew within its state: it waits for something else, or the seller's word could not be carried out. */
const ANEW: readonly string[] = ['waiting', 'held']

/** The line that began it: the state was entered, or begun anew. */
const begun = (order: Order): OrderEvent | undefined =>
  order.events.findLast(({ to, type }) => to === order.state || (to === undefined && ANEW.includes(type)))

const GOES_OUT: readonly string[] = ['approved', 'rerouted']

/** Approved and on its way: nobody need decide again unless it comes back. */
const underWay = (order: Order, since: OrderEvent | undefined): boolean =>
  order.approved !== undefined &&
  order.events.some(({ type, n }) => GOES_OUT.includes(type) && n > (since?.n ?? 0))

const ofState = (order: Order, now: Millis): Standing[] => {
  const since = begun(order)
  const at = since?.at ?? order.updatedAt
  const until = order.deadline ?? order.updatedAt
  switch (order.state) {
    case 'unknown': {
      const times = passed(at, DEFAULTS.remindUnknown, now)
      return [
        withEvidence(
          order,
          standing(`unknown:${since?.n ?? 0}`, { news: 'unknown', order, since: at }, times),
        ),
      ]
    }
    case 'held':
      if (underWay(order, since)) return []
      return [
        standing(`held:${since?.n ?? 0}`, { news: heldFor(order), order, until, whole: isWhole(order) }),
      ]
    case 'waiting':
      return underWay(order, since) ? [] : waiting(order, until)
    case 'submitted':
      return order.why === 'idMissing'
        ? [standing(`idMissing:${since?.n ?? 0}`, { news: 'idMissing', order })]
        : []
    default:
      return []
  }
}

/** For a decision on a risen rate: what sending it would cost now. */
export const withCost = async (
  stands: Standing,
  costNow: (order: Order) => Promise<Rupiah | null>,
): Promise<Standing> => {
  const { news } = stands
  if (news.news !== 'waiting' || news.why !== 'price') return stands
  const cost = await costNow(news.order)
  return cost === null ? stands : { ...stands, news: { ...news, cost } }
}

/** Only what was paid in full, and is all still there, can be sent. */
const isWhole = (order: Order): boolean => refundable(order) === order.quote.price

const withEvidence = (order: Order, stands: Standing): Standing =>
  newestSubmission(order)?.balanceAfter === undefined ? stands : { ...stands, more: `${stands.said}:more` }

const heldFor = ({ why }: Order): 'held' | 'otherSum' | 'otherCurrency' =>
  why === 'otherSum' || why === 'otherCurrency' ? why : 'held'

/** A queue behind the same link ends by itself; what the customer waits for after a refusal is the seller's to decide. */
const waiting = (order: Order, until: Millis): Standing[] => {
  const { why } = order
  if (why === 'sameLink' || why === 'activeOrder') return []
  // The deadline stays while it waits for the same thing, tries in between included.
  const base = `waiting:${why}:${until}`
  return why === 'funds' || why === 'price' || why === 'play'
    ? [standing(base, { news: 'waiting', order, why, until, whole: isWhole(order) })]
    : [standing(base, { news: 'customerWaits', order, until, whole: isWhole(order) })]
}

/** Claimed, late too, and without the seller's word. */
const isClaimed = ({ seen }: Order, { attempt, claimedAt, state }: Bill): boolean =>
  claimedAt !== undefined && state !== 'paid' && !(wordMark(attempt) in seen)

const claims = (order: Order, now: Millis): Standing[] =>
  Object.values(order.bills)
    .filter((bill) => isClaimed(order, bill))
    .map((bill) => {
      const since = bill.claimedAt ?? now
      const times = passed(since, DEFAULTS.remindClaim, now)
      return standing(`claim:${bill.attempt}:${since}`, { news: 'claim', order, bill, since }, times)
    })

const failedRefunds = (order: Order): Standing[] =>
  Object.values(order.refunds)
    .filter(({ state }) => state === 'failed')
    .map((refund) =>
      standing(`refundFailed:${refund.id}:${refund.at}`, { news: 'refundFailed', order, refund }),
    )

const SHOWN = /^seller:((?:unknown|held|waiting|idMissing|claim|refundFailed):.*):(\d+)$/

/** Every standing that this account, or any, was shown, over or not. */
export const shownOf = ({ seen }: Order, user?: number): string[] => [
  ...new Set(
    Object.keys(seen).flatMap((key) => {
      const [, said = '', who] = SHOWN.exec(key) ?? []
      return said && (user === undefined || who === String(user)) ? [baseOf(said)] : []
    }),
  ),
]

/** The standing that a mark named, though it may be over and was never shown; '' when the history does not tell. */
export const baseNamed = (order: Order, mark: string): string => {
  const entered = order.events.flatMap(({ to, n }) =>
    to === 'unknown' || to === 'held' ? [`${to}:${n}`] : to === 'submitted' ? [`idMissing:${n}`] : [],
  )
  return [...shownOf(order), ...entered].find((base) => markOf(base) === mark) ?? ''
}

/** A sale is news for an hour; who was bound later need not hear of it. */
const FRESH = 60 * 60_000

export const tellingsOf = (order: Order, { now, sales }: { now: Millis; sales: boolean }): Telling[] => [
  ...paid(order, sales ? now : null),
  ...alarms(order),
  ...chargebacks(order),
]

const paid = (order: Order, now: Millis | null): Telling[] => {
  const at = order.events.find(({ to }) => to === 'paid')?.at
  if (now === null || at === undefined || order.deposit || now - at > FRESH) return []
  return [{ said: 'paid', news: { news: 'paid', order }, quiet: true }]
}

const alarms = (order: Order): Telling[] => {
  const last = order.state === 'quoted' ? order.events.findLast(({ to }) => to === 'quoted') : undefined
  return last && isAlarm(last) ? [{ said: `quoted:${last.n}`, news: { news: 'alarm', order } }] : []
}

const chargebacks = (order: Order): Telling[] =>
  Object.values(order.money)
    .filter(({ kind, state }) => kind === 'chargeback' && state === 'due')
    .map(({ id, amount }) => ({ said: id, news: { news: 'chargeback', order, amount } }))
