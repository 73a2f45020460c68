// Job `fulfilment.submit`: a paid order is sent to its panel, once. The intent is stored before the request leaves; what came of it
// is one of four outcomes. An intent found without an outcome was cut off: `unknown`, never sent again by itself.

import type { AddOutcome, Provider } from '../catalog/provider.ts'
import type { Millis } from '../lib/brand.ts'
import { SECOND } from '../lib/clock.ts'
import type { JobContext, JobResult } from '../model/job.ts'
import type { Order, Submission } from '../model/order.ts'
import { acceptedSubmission, newestSubmission } from '../model/order.ts'
import { billSettled } from '../model/settled.ts'
import { takeSaldo } from '../payments/saldo.ts'
import type { FulfilmentDeps } from './deps.ts'
import { mayBeSent } from './guards.ts'
import { recordOutcome } from './record.ts'

/** Longer than any request to a panel may take: an intent older than this has nobody working on it. */
export const ABANDONED = 90 * SECOND

export const submit = async (
  deps: FulfilmentDeps,
  payload: Record<string, string>,
  context: JobContext,
): Promise<JobResult> => {
  const { shop = '', order: id = '' } = payload
  const order = await deps.store.orders.get(shop, id)
  if (!order) return 'done'
  if (order.state === 'submitting') return cutOff(deps, order, context)
  if (payload['only'] === 'cutOff' || !maySend(order)) return 'done'
  // A later sending has its own next try.
  if (payload['after'] && newestSubmission(order)?.id !== payload['after']) return 'done'
  if (order.submitAt && order.submitAt > deps.clock.now()) return { again: order.submitAt }
  if (billSettled(order)) await takeSaldo(deps, order)
  return deps.inLane(order.quote.provider, () => send(deps, order, context))
}

/** What a waiting order may wait for and go by itself once that has come; the guards look again. */
const PASSES: readonly Order['why'][] = ['funds', 'sameLink', 'price', 'play']

/** A held order, and one that its customer lets wait after a refusal, is sent only by the seller's word. */
const maySend = (order: Order): boolean => {
  if (acceptedSubmission(order)) return false
  if (order.state === 'paid') return true
  if (order.state === 'waiting') return PASSES.includes(order.why) || order.approved !== undefined
  return order.state === 'held' && order.approved !== undefined
}

/** The same job running anew knows that its own sending was cut off; another's may still be under way. */
const cutOff = async (deps: FulfilmentDeps, order: Order, context: JobContext): Promise<JobResult> => {
  const intent = newestSubmission(order)
  const now = deps.clock.now()
  if (intent && intent.job !== context.job && intent.startedAt + ABANDONED > now)
    return { again: (intent.startedAt + ABANDONED) as Millis }
  await deps.store.orders.advance(order.shop, order.id, (current) => {
    const open = newestSubmission(current)
    if (current.state !== 'submitting' || open?.outcome) return { skip: current.state }
    const submissions = open
      ? { ...current.submissions, [open.id]: { ...open, outcome: 'unknown' as const, endedAt: now } }
      : current.submissions
    return {
      to: 'unknown',
      type: 'cutOff',
      by: 'system',
      reason: 'no outcome was stored',
      patch: { submissions },
    }
  })
  return 'done'
}

/** What it is now: it may have moved while it waited for its turn. */
const send = async (deps: FulfilmentDeps, { shop, id }: Order, context: JobContext): Promise<JobResult> => {
  const read = await deps.store.orders.get(shop, id)
  if (!read || !maySend(read)) return 'done'
  const allowed = await mayBeSent(deps, read)
  if (!allowed.ok) return allowed.result
  const intended = await intend(deps, read, context)
  if (!intended.ok) return intended.result
  const outcome = await add(allowed.provider, read)
  await recordOutcome(deps, read, { intent: intended.intent, outcome })
  return 'done'
}

const add = async (provider: Provider, { quote }: Order): Promise<AddOutcome> => {
  try {
    return await provider.add({
      service: quote.service_id_api,
      type: quote.type,
      link: quote.link,
      quantity: quote.quantity,
      ...(quote.comments ? { comments: quote.comments } : {}),
    })
  } catch (cause) {
    // A driver answers with data; if it throws, nobody can say whether the request left.
    return { kind: 'unknown', detail: cause instanceof Error ? cause.name : 'thrown' }
  }
}

type Intended = { ok: true; intent: Submission } | { ok: false; result: JobResult }

const intend = async (deps: FulfilmentDeps, read: Order, { job }: JobContext): Promise<Intended> => {
  const intent: Submission = {
    id: `s${Object.keys(read.submissions).length + 1}`,
    provider: read.quote.provider,
    service_id_api: read.quote.service_id_api,
    job,
    startedAt: deps.clock.now(),
  }
  const moved = await deps.store.orders.advance(read.shop, read.id, (current) =>
    current.v === read.v
      ? {
          to: 'submitting',
          type: 'sending',
          by: current.approved?.by ?? 'system',
          data: { submission: intent.id },
          patch: { submissions: { ...current.submissions, [intent.id]: intent } },
        }
      : { skip: 'moved meanwhile' },
  )
  if (moved.ok) return { ok: true, intent }
  // Told to the customer, approved, given back: judged anew on what it is now. Any other no is the house's own rule.
  const again = moved.reason === 'skipped'
  return { ok: false, result: again ? { again: deps.clock.now() } : { retry: `not sent: ${moved.reason}` } }
}
