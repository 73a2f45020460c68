// A sending that may be made anew, and when: each time a little later, until a person has to look.
import type { Millis } from '../lib/brand.ts'
import { MINUTE, SECOND } from '../lib/clock.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { JobDraft, Move } from '../model/flow.ts'
import { newestSubmission, type Order } from '../model/order.ts'

/** All sendings of an order, with the one that has just ended. */
export type Ended = { now: Millis; submissions: Order['submissions'] }
export type Told = Pick<Move, 'type' | 'by' | 'reason' | 'data'>

/** 5 s, doubling, at most ten minutes. */
const nextTry = (tries: number, now: Millis): Millis =>
  (now + Math.min(5 * SECOND * 2 ** tries, 10 * MINUTE)) as Millis

/** Never left the house, or throttled: tried again by itself, so many times; then a person looks. */
export const backToPaid = (order: Order, told: Told, { now, submissions }: Ended): Move => {
  const tries = (order.submitTries ?? 0) + 1
  if (tries < DEFAULTS.jobTries)
    return { ...told, to: 'paid', patch: { submissions, submitTries: tries, submitAt: nextTry(tries, now) } }
  const deadline = (now + DEFAULTS.held) as Millis
  return {
    ...told,
    to: 'held',
    patch: { submissions, submitTries: 0, why: 'tries', approved: undefined, deadline },
  }
}

type Passing = 'funds' | 'activeOrder'

/** A definite refusal that passes: after a top-up, or when the earlier order on the link has ended. Ever more seldom. */
const RETRY = { funds: 5 * MINUTE, activeOrder: MINUTE, longest: 30 * MINUTE }

const retryAfter = (submissions: Order['submissions'], reason: Passing): number => {
  const before = Object.values(submissions).filter((one) => one.reason === reason).length - 1
  return Math.min(RETRY[reason] * 2 ** Math.max(0, before), RETRY.longest)
}

export const passing = (
  order: Order,
  { told, reason }: { told: Told; reason: Passing },
  ended: Ended,
): Move => {
  const { now, submissions } = ended
  const why = reason === 'funds' ? 'funds' : 'sameLink'
  const deadline = order.why === why && order.deadline ? order.deadline : now + DEFAULTS.waiting
  return {
    ...told,
    to: 'waiting',
    patch: { submissions, why, deadline: deadline as Millis },
    jobs: [retryJob(order, (now + retryAfter(submissions, reason)) as Millis)],
  }
}

const retryJob = (order: Order, at: Millis): JobDraft => ({
  id: `fulfilment.submit:${order.id}:retry:${order.v}`,
  name: 'fulfilment.submit',
  at,
  payload: { shop: order.shop, order: order.id, after: newestSubmission(order)?.id ?? '' },
})
