// Job `fulfilment.submit`: a paid order is sent to its panel, once. The intent is stored before the request leaves; what came of it
// is one of four outcomes. An intent found without an outcome was cut off: `unknown`, never sent again by itself.

import type { AddOutcome, Provider } from '../catalog/provider.ts'
import type { Millis } from '../lib/brand.ts'
import { SECOND } from '../lib/clock.ts'
import type { JobContext, JobResult } from '../model/job.ts'
import type { Order, Submission } from '../model/order.ts'
import { acceptedSubmission, newestSubmission } from '../model/order.ts'
import type { FulfilmentDeps } from './deps.ts'
import { mayBeSent } from './guards.ts'
import { recordOutcome } from './record.ts'

/** Longer than any request to a panel may take: an intent older than this has nobody working on it. */
const ABANDONED = 90 * SECOND

export const submit = async (
  deps: FulfilmentDeps,
  payload: Record<string, string>,
  context: JobContext,
): Promise<JobResult> => {
  const { shop = '', order: id = '' } = payload
  const order = await deps.store.orders.get(shop, id)
  if (!order) return 'done'
  if (order.state === 'submitting') return cutOff(deps, order, context)
  if (!['paid', 'waiting', 'held'].includes(order.state) || acceptedSubmission(order)) return 'done'
  if (order.state === 'held' && !order.approved) return 'done'
  if (order.submitAt && order.submitAt > deps.clock.now()) return { again: order.submitAt }
  return deps.inLane(order.quote.provider, () => send(deps, order, context))
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

const send = async (deps: FulfilmentDeps, read: Order, context: JobContext): Promise<JobResult> => {
  const allowed = await mayBeSent(deps, read)
  if (!allowed.ok) return allowed.result
  const { provider } = allowed
  const intent = await intend(deps, read, context)
  if (!intent) return 'done'
  const outcome = await add(provider, read)
  await recordOutcome(deps, read, { intent, outcome })
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

const intend = async (deps: FulfilmentDeps, read: Order, { job }: JobContext): Promise<Submission | null> => {
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
  return moved.ok ? intent : null
}
