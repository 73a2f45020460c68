// The sending itself, in the lane of the panel account: the doubt of an earlier one settled, the guards asked, the intent stored, one
// request, its outcome written; and after an unreadable answer the balance read before anybody else sends.
import type { Reading } from '../catalog/balance.ts'
import { type Held, join } from '../catalog/lane.ts'
import type { AddOutcome, Provider } from '../catalog/provider.ts'
import type { Millis } from '../lib/brand.ts'
import type { JobResult } from '../model/job.ts'
import { type Order, routeOf, type Submission } from '../model/order.ts'
import type { FulfilmentDeps } from './deps.ts'
import { BUSY, beginDoubt, settleDoubt } from './doubt.ts'
import { tellLow } from './funds.ts'
import { mayBeSent } from './guards.ts'
import { recordOutcome } from './record.ts'

/** `once`: another job looks after an order that still has to wait. */
type Turn = { order: Order; job: string; once: boolean }

export const send = async (
  deps: FulfilmentDeps,
  held: Held,
  { order, job, once }: Turn,
): Promise<JobResult> => {
  await join(held, { shop: order.shop, provider: routeOf(order).provider })
  const settled = await settleDoubt(deps, held)
  if (!settled.clear) return { again: settled.at }
  const allowed = await mayBeSent(deps, held, order)
  if (!allowed.ok) return once && allowed.waits ? 'done' : allowed.result
  const intent = intentOf(deps, held, { order, job, reading: allowed.reading })
  if (!(await beginDoubt(held, order, intent))) return { again: (deps.clock.now() + BUSY) as Millis }
  const not = await intend(deps, order, intent)
  if (!not) await sendNow(deps, held, { order, intent, provider: allowed.provider })
  await settleDoubt(deps, held)
  return not ?? 'done'
}

type Now = { order: Order; intent: Submission; provider: Provider }

const sendNow = async (deps: FulfilmentDeps, held: Held, { order, intent, provider }: Now): Promise<void> => {
  const outcome: AddOutcome = (await isOurs(deps, held, order))
    ? await add(provider, order)
    : { kind: 'neverLeft', code: 'LANE_LOST' }
  await recordOutcome(deps, order, { intent, outcome })
  if (outcome.kind === 'refused' && outcome.reason === 'funds')
    await tellLow(deps, held, { shop: order.shop, ...routeOf(order) })
}

/** A process that stood still may have lost the lane, or the order, to another one since it stored the intent. */
const isOurs = async (deps: FulfilmentDeps, held: Held, { shop, id }: Order): Promise<boolean> =>
  (await held.change((lane) => lane)) && (await deps.store.orders.get(shop, id))?.state === 'submitting'

const intentOf = (
  deps: FulfilmentDeps,
  held: Held,
  { order, job, reading }: { order: Order; job: string; reading: Reading | null },
): Submission => {
  const { provider, service_id_api } = routeOf(order)
  return {
    id: `s${Object.keys(order.submissions).length + 1}`,
    provider,
    service_id_api,
    account: held.account,
    job,
    startedAt: deps.clock.now(),
    ...(reading ? { balanceBefore: reading.amount } : {}),
  }
}

/** Null: it is stored, and the request may leave. */
const intend = async (deps: FulfilmentDeps, read: Order, intent: Submission): Promise<JobResult | null> => {
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
  if (moved.ok) return null
  // Told to the customer, approved, given back: judged anew on what it is now. Any other no is the house's own rule.
  return moved.reason === 'skipped' ? { again: deps.clock.now() } : { retry: `not sent: ${moved.reason}` }
}

const add = async (provider: Provider, order: Order): Promise<AddOutcome> => {
  const { type, link, quantity, comments } = order.quote
  try {
    return await provider.add({
      service: routeOf(order).service_id_api,
      type,
      link,
      quantity,
      ...(comments ? { comments } : {}),
    })
  } catch (cause) {
    // A driver answers with data; if it throws, nobody can say whether the request left.
    return { kind: 'unknown', detail: cause instanceof Error ? cause.name : 'thrown' }
  }
}
