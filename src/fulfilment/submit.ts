// Job `fulfilment.submit`: a paid order is sent to its panel, once. The intent is stored before the request leaves; what came of it
// is one of four outcomes. An intent found without an outcome was cut off: `unknown`, never sent again by itself.

import type { Millis } from '../lib/brand.ts'
import type { JobContext, JobResult } from '../model/job.ts'
import type { Order } from '../model/order.ts'
import { acceptedSubmission, newestSubmission, routeOf } from '../model/order.ts'
import { billSettled } from '../model/settled.ts'
import { takeSaldo } from '../payments/saldo.ts'
import type { FulfilmentDeps } from './deps.ts'
import { ABANDONED, accountJob, BUSY } from './doubt.ts'
import { panelGone } from './guards.ts'
import { send } from './send.ts'

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
  if (isOfACopy(order)) return doubtCopy(deps, order)
  if (order.submitAt && order.submitAt > deps.clock.now()) return { again: order.submitAt }
  if (billSettled(order)) await takeSaldo(deps, order)
  return inTurn(deps, order, { job: context.job, once: payload['once'] !== undefined })
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

/** It may have been sent in the time that the copy does not know of; only a word of the seller's from after that counts. */
const isOfACopy = ({ restored, approved }: Order): boolean =>
  restored !== undefined && (approved?.at ?? Number.NEGATIVE_INFINITY) < restored

const doubtCopy = async (deps: FulfilmentDeps, { shop, id }: Order): Promise<JobResult> => {
  await deps.store.orders.advance(shop, id, (current) =>
    ['paid', 'waiting', 'held'].includes(current.state) && isOfACopy(current)
      ? {
          to: 'unknown',
          type: 'restored',
          by: 'system',
          reason: 'a copy was put back: it may have been sent before',
          patch: { why: 'restored', approved: undefined },
        }
      : { skip: current.state },
  )
  return 'done'
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
      jobs: open ? accountJob(current, open, now) : [],
    }
  })
  return 'done'
}

type Turn = { job: string; once: boolean }

/** In the lane of its panel account; while another process holds that, the job comes again. */
const inTurn = async (deps: FulfilmentDeps, order: Order, turn: Turn): Promise<JobResult> => {
  const { shop, id } = order
  const { provider } = routeOf(order)
  const account = await deps.account(shop, provider)
  // Also while its lane waits for a balance that nobody can ask for any more.
  if (!account || !(await deps.provider(shop, provider))) {
    await panelGone(deps, order)
    return 'done'
  }
  const sent = await deps.lanes.hold(account, async (held): Promise<JobResult> => {
    // What it is now: it may have moved while it waited for its turn, or go another way.
    const now = await deps.store.orders.get(shop, id)
    if (!now || !maySend(now)) return 'done'
    if (isOfACopy(now) || routeOf(now).provider !== provider) return { again: deps.clock.now() }
    return send(deps, held, { order: now, ...turn })
  })
  return sent ? sent.value : { again: (deps.clock.now() + BUSY) as Millis }
}
