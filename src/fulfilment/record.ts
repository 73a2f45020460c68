// What came of a sending, written once: taken, refused, never left, or not known.

import type { AddOutcome } from '../catalog/provider.ts'
import type { Millis } from '../lib/brand.ts'
import { SECOND } from '../lib/clock.ts'
import type { Decision, Move } from '../model/flow.ts'
import type { Order, Route, Submission } from '../model/order.ts'
import { acceptedSubmission, newestSubmission } from '../model/order.ts'
import type { FulfilmentDeps } from './deps.ts'
import { accountJob } from './doubt.ts'
import { nextRoute } from './failover.ts'
import { freeLink } from './link.ts'
import { claimPanelId } from './panel-order.ts'
import { refused } from './refused.ts'
import { backToPaid, type Ended } from './retry.ts'

export type Sent = { intent: Submission; outcome: AddOutcome }

export const recordOutcome = async (deps: FulfilmentDeps, order: Order, sent: Sent): Promise<void> => {
  const outcome = await distrustKnownId(deps, order, sent)
  const route = await otherWay(deps, order, { intent: sent.intent, outcome })
  const now = deps.clock.now()
  const moved = await deps.store.orders.advance(order.shop, order.id, (current) =>
    decide(current, { intent: sent.intent, outcome, route }, now),
  )
  if (!moved.ok && outcome.kind === 'accepted') await tellOfTwin(deps, order, outcome.id)
  if (moved.ok && (moved.order.state === 'held' || route !== null)) await freeLink(deps, moved.order)
}

const otherWay = async (
  deps: FulfilmentDeps,
  { shop, id }: Order,
  { intent, outcome }: Sent,
): Promise<Route | null> => {
  const order = outcome.kind === 'refused' ? await deps.store.orders.get(shop, id) : null
  return order && outcome.kind === 'refused'
    ? nextRoute(deps, order, { refused: intent, reason: outcome.reason })
    : null
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
  { intent, outcome }: Sent,
): Promise<AddOutcome> => {
  if (outcome.kind !== 'accepted') return outcome
  return (await claimPanelId(deps, order, { at: intent, panelId: outcome.id }))
    ? outcome
    : { kind: 'unknown', detail: 'the panel answered with the id of another order' }
}

/** The newest sending alone, while nothing else came of it. A sending that was declared cut off meanwhile may still learn that it was taken; nothing else is believed after that. */
const decide = (
  order: Order,
  { intent, outcome, route }: Sent & { route: Route | null },
  now: Millis,
): Decision => {
  const late = order.state === 'unknown' && outcome.kind === 'accepted'
  if (order.state !== 'submitting' && !late) return { skip: order.state }
  if (newestSubmission(order)?.id !== intent.id) return { skip: 'another sending is under way' }
  const ended = (change: Partial<Submission>): Ended => ({
    now,
    submissions: {
      ...order.submissions,
      [intent.id]: { ...intent, ...order.submissions[intent.id], ...change, endedAt: now },
    },
  })
  switch (outcome.kind) {
    case 'accepted':
      return accepted(ended({ outcome: 'accepted', panelId: outcome.id }), outcome.id)
    case 'refused': {
      const { reason, message } = outcome
      return refused(order, outcome, { ...ended({ outcome: 'refused', reason, message }), route })
    }
    case 'neverLeft':
      return backToPaid(
        order,
        { type: 'neverLeft', by: 'system', reason: outcome.code },
        ended({ outcome: 'neverLeft', message: outcome.code }),
      )
    case 'unknown':
      return {
        to: 'unknown',
        type: 'noAnswer',
        by: 'system',
        reason: outcome.detail,
        patch: { submissions: ended({ outcome: 'unknown', message: outcome.detail }).submissions },
        jobs: accountJob(order, intent, now),
      }
  }
}

const accepted = ({ now, submissions }: Ended, panelId: string): Move => ({
  to: 'submitted',
  type: 'accepted',
  by: 'panel',
  key: 'accepted',
  data: { outcome: 'accepted', panelId },
  patch: { submissions, why: undefined, pollAt: (now + 30 * SECOND) as Millis },
})
