// What came of a sending, written once: taken, refused, never left, or not known.

import type { AddOutcome } from '../catalog/provider.ts'
import type { Millis } from '../lib/brand.ts'
import { MINUTE, SECOND } from '../lib/clock.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { Decision, Move } from '../model/flow.ts'
import type { Order, Submission } from '../model/order.ts'
import { acceptedSubmission, newestSubmission } from '../model/order.ts'
import type { FulfilmentDeps } from './deps.ts'

type Sent = { intent: Submission; outcome: AddOutcome }

export const recordOutcome = async (deps: FulfilmentDeps, order: Order, sent: Sent): Promise<void> => {
  const outcome = await distrustKnownId(deps, order, sent)
  const now = deps.clock.now()
  const moved = await deps.store.orders.advance(order.shop, order.id, (current) =>
    decide(current, { intent: sent.intent, outcome }, now),
  )
  if (!moved.ok && outcome.kind === 'accepted') await tellOfTwin(deps, order, outcome.id)
}

/** The panel took what a person had given up meanwhile: nothing can undo it, so it is put before the seller. */
const tellOfTwin = async (deps: FulfilmentDeps, { shop, id }: Order, panelId: string): Promise<void> => {
  const order = await deps.store.orders.get(shop, id)
  if (!order || acceptedSubmission(order)?.panelId === panelId) return
  deps.log.error({ order: id, panelId }, 'the panel took a sending that had been given up')
  await deps.store.items.create({
    id: `it_twin_${id}_${panelId}`,
    shop,
    kind: 'complaint',
    order: id,
    text: `${order.number}: ${panelId}`,
    at: deps.clock.now(),
  })
}

/** Rule 1: an id that already belongs to another order proves nothing about this one. */
const distrustKnownId = async (
  deps: FulfilmentDeps,
  order: Order,
  { outcome }: Sent,
): Promise<AddOutcome> => {
  if (outcome.kind !== 'accepted') return outcome
  const owner = await deps.store.keys.claim(`panelOrder:${order.quote.provider}:${outcome.id}`, order.id)
  return owner === order.id
    ? outcome
    : { kind: 'unknown', detail: 'the panel answered with the id of another order' }
}

/** The newest sending alone, while nothing else came of it. A sending that was declared cut off meanwhile may still learn that it was taken; nothing else is believed after that. */
const decide = (order: Order, { intent, outcome }: Sent, now: Millis): Decision => {
  const late = order.state === 'unknown' && outcome.kind === 'accepted'
  if (order.state !== 'submitting' && !late) return { skip: order.state }
  if (newestSubmission(order)?.id !== intent.id) return { skip: 'another sending is under way' }
  const ended = (change: Partial<Submission>) => ({
    ...order.submissions,
    [intent.id]: { ...intent, ...order.submissions[intent.id], ...change, endedAt: now },
  })
  if (outcome.kind === 'accepted') {
    const taken = { outcome: 'accepted' as const, panelId: outcome.id }
    return {
      to: 'submitted',
      type: 'accepted',
      by: 'panel',
      key: 'accepted',
      data: taken,
      patch: { submissions: ended(taken), pollAt: (now + 30 * SECOND) as Millis },
    }
  }
  if (outcome.kind === 'refused')
    return refused(order, outcome, {
      now,
      submissions: ended({ outcome: 'refused', reason: outcome.reason, message: outcome.message }),
    })
  if (outcome.kind === 'neverLeft')
    return neverLeft(order, outcome.code, {
      now,
      submissions: ended({ outcome: 'neverLeft', message: outcome.code }),
    })
  return {
    to: 'unknown',
    type: 'noAnswer',
    by: 'system',
    reason: outcome.detail,
    patch: { submissions: ended({ outcome: 'unknown', message: outcome.detail }) },
  }
}

/** Back-off after "never left the house": 5 s, doubling, at most ten minutes. */
export const nextTry = (tries: number, now: Millis): Millis =>
  (now + Math.min(5 * SECOND * 2 ** tries, 10 * MINUTE)) as Millis

type Ended = { now: Millis; submissions: Order['submissions'] }

/** Funds and a running order on the link are waited for, a throttle is tried again, any other refusal needs a person. */
const refused = (
  order: Order,
  outcome: AddOutcome & { kind: 'refused' },
  { now, submissions }: Ended,
): Move => {
  const { reason, message } = outcome
  const told = { type: 'refused', by: 'panel' as const, reason, data: { message } }
  if (reason === 'throttled') return backToPaid(order, { told, now, submissions })
  if (reason === 'funds' || reason === 'activeOrder') {
    const why = reason === 'funds' ? 'funds' : 'sameLink'
    const deadline =
      order.why === why && order.deadline ? order.deadline : ((now + DEFAULTS.waiting) as Millis)
    return {
      ...told,
      to: 'waiting',
      patch: { submissions, why, deadline },
      jobs: [retryJob(order, now + retryAfter(submissions, reason))],
    }
  }
  // The seller's approval was for that one sending.
  return {
    ...told,
    to: 'held',
    patch: { submissions, why: reason, approved: undefined, deadline: (now + DEFAULTS.held) as Millis },
  }
}

/** A definite refusal may be tried again: after a top-up, or when the earlier order on the link has ended. Ever more seldom. */
const RETRY = { funds: 5 * MINUTE, activeOrder: MINUTE, longest: 30 * MINUTE }

const retryAfter = (submissions: Order['submissions'], reason: 'funds' | 'activeOrder'): number => {
  const before = Object.values(submissions).filter((one) => one.reason === reason).length - 1
  return Math.min(RETRY[reason] * 2 ** Math.max(0, before), RETRY.longest)
}

const neverLeft = (order: Order, code: string, { now, submissions }: Ended): Move =>
  backToPaid(order, { told: { type: 'neverLeft', by: 'system', reason: code }, now, submissions })

const backToPaid = (
  order: Order,
  { told, now, submissions }: Ended & { told: Pick<Move, 'type' | 'by' | 'reason' | 'data'> },
): Move => {
  const tries = (order.submitTries ?? 0) + 1
  if (tries >= DEFAULTS.jobTries)
    return {
      ...told,
      to: 'held',
      patch: {
        submissions,
        submitTries: 0,
        why: 'tries',
        approved: undefined,
        deadline: (now + DEFAULTS.held) as Millis,
      },
    }
  return { ...told, to: 'paid', patch: { submissions, submitTries: tries, submitAt: nextTry(tries, now) } }
}

const retryJob = (order: Order, at: number) => ({
  id: `fulfilment.submit:${order.id}:retry:${order.v}`,
  name: 'fulfilment.submit' as const,
  at: at as Millis,
  payload: { shop: order.shop, order: order.id, after: newestSubmission(order)?.id ?? '' },
})
