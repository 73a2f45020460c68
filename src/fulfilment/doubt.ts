// The doubt of a lane: set before each sending, gone once its outcome is known. While it is not, the lane sends nothing until the balance
// after it has been read; that reading is written at the sending as evidence, for the seller. It never sends or refunds by itself.
import { askAgainAt, type Reading, readBalance, usersOf } from '../catalog/balance.ts'
import type { Held } from '../catalog/lane.ts'
import type { Provider } from '../catalog/provider.ts'
import type { Millis } from '../lib/brand.ts'
import { MINUTE, SECOND } from '../lib/clock.ts'
import { DEFAULTS } from '../model/defaults.ts'
import { hintOf } from '../model/evidence.ts'
import type { JobDraft, JobResult } from '../model/job.ts'
import { type Order, routeOf, type Submission } from '../model/order.ts'
import type { Lane } from '../store/ledger.ts'
import type { FulfilmentDeps } from './deps.ts'
import { releaseFunded } from './funds.ts'
import { changedAt } from './queue.ts'

/** Longer than any request to a panel may take: an intent older than this has nobody working on it. */
export const ABANDONED = 90 * SECOND
/** Until another process has left the lane, perhaps. */
export const BUSY = 2 * SECOND
const SWITCHED_OFF = 10 * MINUTE

type Sending = { order: Order; submission: Submission }
/** `at`: when it is worth looking again. */
type Settled = { clear: true } | { clear: false; at: Millis }

const CLEAR: Settled = { clear: true }

/** Before the request, so that whoever comes after a killed holder knows of it. False: the lane was lost, nothing may be sent. */
export const beginDoubt = (held: Held, { shop, id }: Order, intent: Submission): Promise<boolean> => {
  const doubt = { shop, order: id, submission: intent.id, at: intent.startedAt }
  return held.change((lane) => ({ ...lane, doubt }))
}

export const settleDoubt = async (deps: FulfilmentDeps, held: Held): Promise<Settled> => {
  const { doubt } = held.lane()
  if (!doubt) return CLEAR
  const order = await deps.store.orders.find(doubt.order)
  const submission = order?.submissions[doubt.submission]
  // The intent was never stored, so nothing was sent.
  if (!order || !submission) return end(held, { moved: false })
  const { outcome, startedAt, doubted = false } = submission
  // The seller's word that it did not go in is no reading of the balance.
  if (outcome && outcome !== 'unknown') return end(held, { moved: outcome === 'accepted' || doubted })
  const now = deps.clock.now()
  if (!outcome && startedAt + ABANDONED > now) return { clear: false, at: (startedAt + ABANDONED) as Millis }
  return readAfter(deps, held, { order, submission })
}

const end = async (held: Held, { moved }: { moved: boolean }): Promise<Settled> => {
  await held.change(({ doubt: _, ...lane }) => ({
    ...lane,
    ...(moved && lane.balance ? { balance: { ...lane.balance, moved } } : {}),
  }))
  return CLEAR
}

const readAfter = async (deps: FulfilmentDeps, held: Held, sending: Sending): Promise<Settled> => {
  const now = deps.clock.now()
  const at = askAgainAt(held.lane(), now)
  if (at > now) return { clear: false, at }
  const panel = await anyPanel(deps, held.lane())
  if (!panel) return { clear: false, at: (now + SWITCHED_OFF) as Millis }
  const reading = await readBalance(deps, held, panel)
  if (!reading) return { clear: false, at: Math.max(askAgainAt(held.lane(), now), now + BUSY) as Millis }
  await writeEvidence(deps, held, { ...sending, reading })
  await end(held, { moved: false })
  await releaseFunded(deps, held, reading)
  return CLEAR
}

/** Whoever of the shops still has the account can tell its balance. */
const anyPanel = async (deps: FulfilmentDeps, lane: Lane): Promise<Provider | null> => {
  for (const { shop, provider } of await usersOf(deps, lane)) {
    const panel = await deps.provider(shop, provider)
    if (panel) return panel
  }
  return null
}

const writeEvidence = async (
  deps: FulfilmentDeps,
  held: Held,
  { order, submission, reading }: Sending & { reading: Reading },
): Promise<void> => {
  const hint = await hintFor(deps, held.lane(), { order, submission, reading })
  const now = deps.clock.now()
  await deps.store.orders.advance(order.shop, order.id, (current) => {
    const stored = current.submissions[submission.id]
    if (!stored || (stored.outcome && stored.outcome !== 'unknown')) return { skip: 'its outcome is known' }
    const told = { ...stored, balanceAfter: reading.amount, ...(hint ? { hint } : {}) }
    return {
      type: 'balanceRead',
      by: 'system',
      key: `evidence:${submission.id}`,
      data: { before: stored.balanceBefore ?? '', after: reading.amount, hint: hint ?? 'none' },
      patch: { submissions: { ...current.submissions, [submission.id]: told } },
      jobs: [sellerJob(current, `evidence:${submission.id}`, now)],
    }
  })
}

const sellerJob = ({ shop, id }: Order, mark: string, at: Millis): JobDraft => ({
  id: `notices.seller:${id}:${mark}`,
  name: 'notices.seller',
  at,
  payload: { shop, order: id },
})

const hintFor = async (
  deps: FulfilmentDeps,
  lane: Lane,
  { order, submission, reading }: Sending & { reading: Reading },
): Promise<Submission['hint']> => {
  const { balanceBefore: before, startedAt: since } = submission
  const { amount: cost, currency } = routeOf(order).cost
  if (before === undefined || order.restored) return undefined
  if (reading.currency !== '' && reading.currency !== currency) return undefined
  const changed = await changedAt(deps, lane, (since - DEFAULTS.balanceFresh) as Millis)
  const meanwhile = changed.filter(({ id }) => id !== order.id)
  // What the panel gave back in between, nobody can tell to the cent.
  if (meanwhile.some((other) => gaveBack(other, since - DEFAULTS.balanceFresh))) return undefined
  const others = meanwhile.flatMap((other) =>
    Object.values(other.submissions).flatMap((one) =>
      one.account === lane.id && one.outcome === 'accepted' && one.startedAt >= since
        ? [routeOf(other).cost.amount]
        : [],
    ),
  )
  return hintOf({ before, after: reading.amount, cost, others })
}

const gaveBack = ({ events }: Order, since: number): boolean =>
  events.some(({ to, at }) => at >= since && (to === 'partial' || to === 'stoppedByPanel'))

/** The job that reads the balance after a sending without an answer, until the panel tells it. */
export const accountJob = (
  { shop, id }: Order,
  { id: submission, account }: Submission,
  at: Millis,
): JobDraft[] =>
  account
    ? [
        {
          id: `fulfilment.account:${account}:${id}:${submission}`,
          name: 'fulfilment.account',
          at,
          payload: { shop, order: id, account },
        },
      ]
    : []

/** Job `fulfilment.account`. Others may have settled it in passing. */
export const account = async (deps: FulfilmentDeps, payload: Record<string, string>): Promise<JobResult> => {
  const id = payload['account'] ?? ''
  const lane = await deps.store.lanes.get(id)
  if (!lane?.doubt) return 'done'
  // Nobody can ask: the shop took the panel away. Whoever connects it again settles it before its first sending.
  if ((await usersOf(deps, lane)).length === 0) return 'done'
  const held = await deps.lanes.hold(id, (mine) => settleDoubt(deps, mine))
  if (!held) return { again: (deps.clock.now() + BUSY) as Millis }
  return held.value.clear ? 'done' : { again: held.value.at }
}
