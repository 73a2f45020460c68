// READ FIRST. The life of an order as tables: which state leaves to which, and which jobs follow a state.
// `move` is the only way to change an order; the store's `advance` is the only door that writes what it returns.
import type { Millis } from '../lib/brand.ts'
import { MINUTE, SECOND } from '../lib/clock.ts'
import { type Refusal, refuse } from '../lib/outcome.ts'
import { auditJob, isPerson } from './audit.ts'
import type { JobDraft, JobName } from './job.ts'
import type { By, Order, OrderEvent } from './order.ts'
import { isSettled } from './settled.ts'
import type { OrderState } from './state.ts'

export type { JobDraft, JobName } from './job.ts'
export { JOB_NAMES } from './job.ts'
export { type OrderState, STATES } from './state.ts'

/** Every arrow of the flow. What is not here does not happen. */
export const LEAVES_TO: Readonly<Record<OrderState, readonly OrderState[]>> = {
  quoted: ['billing', 'lapsed', 'withdrawn'],
  billing: ['awaitingPayment', 'paid', 'quoted', 'withdrawn'],
  awaitingPayment: ['paid', 'held', 'lapsed', 'withdrawn'],
  lapsed: ['paid', 'closed'],
  withdrawn: ['closed'],
  paid: ['waiting', 'submitting', 'held', 'unknown', 'closed'],
  waiting: ['submitting', 'held', 'closed', 'unknown'],
  submitting: ['submitted', 'unknown', 'held', 'waiting', 'paid'],
  unknown: ['submitted', 'held'],
  held: ['submitting', 'waiting', 'closed', 'unknown'],
  submitted: ['completed', 'partial', 'stoppedByPanel'],
  completed: ['partial', 'stoppedByPanel', 'closed'],
  partial: ['closed'],
  stoppedByPanel: ['closed'],
  closed: [],
}

type FollowUp = {
  name: JobName
  delay?: (order: Order, now: Millis) => number
  payload?: Record<string, string>
}

const untilDeadline = (order: Order, now: Millis) => Math.max(0, (order.deadline ?? now) - now)

/** What follows when an order enters a state. Every entry also tells the customer, who hears only news. */
export const FOLLOW_UPS: Readonly<Record<OrderState, readonly FollowUp[]>> = {
  quoted: [{ name: 'orders.lapse', delay: (order, now) => Math.max(0, order.quote.expiresAt - now) }],
  billing: [{ name: 'payments.bill' }],
  awaitingPayment: [{ name: 'payments.ask' }, { name: 'notices.order' }],
  lapsed: [{ name: 'notices.order' }],
  withdrawn: [{ name: 'payments.cancel' }, { name: 'notices.order' }],
  // What is sold, and that what stood before the seller has ended, their own chat hears too.
  paid: [
    { name: 'notices.order' },
    { name: 'notices.seller' },
    { name: 'fulfilment.submit', delay: (order, now) => Math.max(0, (order.submitAt ?? now) - now) },
  ],
  waiting: [
    { name: 'notices.order' },
    { name: 'notices.seller' },
    { name: 'fulfilment.deadline', delay: untilDeadline },
  ],
  // The job that stored the intent goes on by itself; this one only finds an intent that nobody ends, and sends nothing.
  submitting: [{ name: 'fulfilment.submit', delay: () => 5 * MINUTE, payload: { only: 'cutOff' } }],
  unknown: [
    { name: 'notices.order' },
    // The balance after it is read first: the card says what it tells.
    { name: 'notices.seller', delay: () => 5 * SECOND },
    { name: 'fulfilment.remind', delay: () => 30 * MINUTE },
  ],
  held: [
    { name: 'notices.order' },
    { name: 'notices.seller' },
    { name: 'fulfilment.deadline', delay: untilDeadline },
  ],
  submitted: [
    { name: 'notices.order' },
    { name: 'notices.seller' },
    { name: 'fulfilment.poll', delay: () => 30_000 },
  ],
  completed: [{ name: 'notices.order' }],
  partial: [{ name: 'payments.refund' }],
  stoppedByPanel: [{ name: 'payments.refund' }],
  closed: [{ name: 'notices.order' }, { name: 'notices.seller' }],
}

/** One change of an order: a state to enter or none, what else changes, and why. */
export type Move = {
  /** Absent: the order stays where it is (an entry, an answer, a note). */
  to?: OrderState
  type: string
  by: By
  reason?: string
  /** Once per cause: a second move with the same key is refused as `repeated`. */
  key?: string
  /** Facts for the history; never a secret. */
  data?: Record<string, string | number | boolean>
  patch?: Partial<
    Omit<Order, 'id' | 'shop' | 'number' | 'customer' | 'v' | 'state' | 'events' | 'seen' | 'outbox'>
  >
  jobs?: JobDraft[]
  /** No history line: a note that is no news (when the gateway was asked, when the panel is asked next). */
  quiet?: boolean
}

export type MoveRefusal = 'repeated' | 'forbidden' | 'playMoney' | 'sentBefore' | 'unpaid'

/** What a verb decides on the order as read: a move, or a reason not to. */
export type Decision = Move | { skip: string }

/** A deposit is paid for its own sake: the wallet's entry closes it. */
const DEPOSIT_PAID: readonly FollowUp[] = [{ name: 'payments.deposit' }]

const MAX_EVENTS = 100
/** How it began is kept: what an order loses is the middle of a long wait. */
const FIRST_EVENTS = 30

const kept = (events: OrderEvent[]): OrderEvent[] =>
  events.length <= MAX_EVENTS
    ? events
    : [...events.slice(0, FIRST_EVENTS), ...events.slice(FIRST_EVENTS - MAX_EVENTS)]

const followUpsOf = (order: Order, now: Millis): JobDraft[] =>
  (order.deposit && order.state === 'paid' ? DEPOSIT_PAID : FOLLOW_UPS[order.state]).map(
    ({ name, delay, payload }) => ({
      id: `${name}:${order.id}:${order.v}`,
      name,
      at: now + (delay?.(order, now) ?? 0),
      payload: { shop: order.shop, order: order.id, ...payload },
    }),
  )

type Birth = Pick<Order, 'id' | 'shop' | 'number' | 'customer' | 'chat' | 'quote' | 'deposit' | 'repeat'> & {
  now: Millis
}

/** A new order in `quoted`, with its first history line and its follow-ups already in the outbox. */
export const born = ({ now, ...facts }: Birth): Order => {
  const order: Order = {
    ...facts,
    v: 1,
    state: 'quoted',
    createdAt: now,
    updatedAt: now,
    bills: {},
    submissions: {},
    refunds: {},
    money: {},
    events: [{ n: 1, at: now, type: 'quoted', by: 'customer', to: 'quoted' }],
    seen: {},
    outbox: [],
  }
  return { ...order, outbox: followUpsOf(order, now) }
}

/** Rule 9: play money never reaches a real panel by itself; the seller's "send for real" is a move by a seller. */
const playMoneyToRealPanel = (order: Order, move: Move): boolean =>
  move.to === 'submitting' &&
  order.quote.money === 'play' &&
  order.quote.world === 'real' &&
  !move.by.startsWith('seller')

/** Rules 1, 2 and 9 at the one door to a panel: never beside a sending that was taken or may yet be, never unpaid. */
const sendingForbidden = (order: Order, step: Move): MoveRefusal | null => {
  if (step.to !== 'submitting') return null
  if (playMoneyToRealPanel(order, step)) return 'playMoney'
  const before = Object.values(order.submissions)
  if (before.some(({ outcome }) => !outcome || outcome === 'accepted' || outcome === 'unknown'))
    return 'sentBefore'
  return isSettled(order) ? null : 'unpaid'
}

/** `paid` is left for the end only by a deposit, and a deposit goes nowhere else from there. */
const otherLife = (order: Order, { to }: Move): boolean =>
  order.state === 'paid' && to !== undefined && (to === 'closed') !== (order.deposit === true)

/** Wherever a person decided, the seller's own chat sees it; one job with the state's own, where that has it too. */
const deskJob = ({ id, shop, v }: Order, at: Millis): JobDraft => ({
  id: `notices.seller:${id}:${v}`,
  name: 'notices.seller',
  at,
  payload: { shop, order: id },
})

/** The order after the move, with its history line and the jobs that follow, or why the table forbids it. Pure. */
export const move = (
  order: Order,
  step: Move,
  now: Millis,
): { ok: true; order: Order } | Refusal<MoveRefusal> => {
  if (step.key && step.key in order.seen) return refuse('repeated', step.key)
  if (step.to && (!LEAVES_TO[order.state].includes(step.to) || otherLife(order, step)))
    return refuse('forbidden', `${order.state} → ${step.to}`)
  const forbidden = sendingForbidden(order, step)
  if (forbidden) return refuse(forbidden)
  const v = order.v + 1
  const event: OrderEvent = {
    n: v,
    at: now,
    type: step.type,
    by: step.by,
    ...(step.to ? { from: order.state, to: step.to } : {}),
    ...(step.reason ? { reason: step.reason } : {}),
    ...(step.data ? { data: step.data } : {}),
  }
  const next: Order = {
    ...order,
    ...step.patch,
    v,
    state: step.to ?? order.state,
    updatedAt: now,
    events: step.quiet && !step.to ? order.events : kept([...order.events, event]),
    seen: step.key ? { ...order.seen, [step.key]: v } : order.seen,
  }
  const jobs = [
    ...(step.to ? followUpsOf(next, now) : []),
    ...(step.jobs ?? []),
    ...(isPerson(step.by) ? [auditJob(next, event), deskJob(next, now)] : []),
  ]
  return { ok: true, order: { ...next, outbox: [...order.outbox, ...jobs] } }
}

/** States in which the order still asks for somebody's money or work; links and providers in use are judged by it. */
export const isOpen = (state: OrderState): boolean =>
  !['lapsed', 'withdrawn', 'closed', 'completed', 'partial', 'stoppedByPanel'].includes(state)

/** States after a settled payment: the customer's money is with the shop. */
export const isPaid = (state: OrderState): boolean =>
  [
    'paid',
    'waiting',
    'submitting',
    'unknown',
    'held',
    'submitted',
    'completed',
    'partial',
    'stoppedByPanel',
  ].includes(state)

/** A job that tells the customer once more, for moves that change no state (progress, an entry). */
export const tell = (order: Pick<Order, 'id' | 'shop'>, mark: string, at: Millis): JobDraft => ({
  id: `notices.order:${order.id}:${mark}`,
  name: 'notices.order',
  at,
  payload: { shop: order.shop, order: order.id },
})
