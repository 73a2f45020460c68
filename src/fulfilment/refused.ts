// A definite no of a panel: what passes by itself is waited for, a throttle is tried again, another way is taken where the seller mapped
// one; any other refusal needs a person. "Active order" after a doubted sending proves that the doubted one went in.
import type { AddOutcome } from '../catalog/provider.ts'
import type { Millis } from '../lib/brand.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { Move } from '../model/flow.ts'
import { newestSubmission, type Order, type Route, type Submission } from '../model/order.ts'
import { backToPaid, type Ended, passing, type Told } from './retry.ts'

/** `route`: another way that is left. */
export const refused = (
  order: Order,
  { reason, message }: AddOutcome & { kind: 'refused' },
  { route, ...ended }: Ended & { route: Route | null },
): Move => {
  const told: Told = { type: 'refused', by: 'panel', reason, data: { message } }
  const proven = reason === 'activeOrder' ? provenIn(order) : undefined
  if (proven) return duplicate(told, proven, ended)
  if (reason === 'throttled') return backToPaid(order, told, ended)
  if (reason === 'funds' || reason === 'activeOrder') return passing(order, { told, reason }, ended)
  if (route) return elsewhere(told, route, ended)
  // The seller's approval was for that one sending.
  const deadline = (ended.now + DEFAULTS.held) as Millis
  return {
    ...told,
    to: 'held',
    patch: { submissions: ended.submissions, why: reason, approved: undefined, deadline },
  }
}

/** The earlier sending to the same service that was thought not to have gone in. */
const provenIn = (order: Order): Submission | undefined => {
  const resent = newestSubmission(order)
  return Object.values(order.submissions).find(
    (one) =>
      one.doubted &&
      one.id !== resent?.id &&
      one.provider === resent?.provider &&
      one.service_id_api === resent.service_id_api,
  )
}

/** It runs at the panel under a number that nobody here knows: the seller enters it, or says how it ended. */
const duplicate = (told: Told, proven: Submission, { now, submissions }: Ended): Move => {
  const found: Submission = { ...proven, outcome: 'accepted', endedAt: now }
  return {
    ...told,
    to: 'submitted',
    type: 'duplicate',
    key: 'accepted',
    patch: { submissions: { ...submissions, [proven.id]: found }, why: 'idMissing', approved: undefined },
  }
}

/** The seller's approval was for the sending that was refused: play money waits for their word anew, and the guards hold. */
const elsewhere = (told: Told, route: Route, { now, submissions }: Ended): Move => ({
  ...told,
  to: 'paid',
  data: { ...told.data, service: route.service },
  patch: { submissions, route, submitAt: now, submitTries: 0, approved: undefined },
})
