// The seller's word on a sending of which nobody knows what came: it went in, under a number that is checked; or it did not, and only
// then it is sent again or given back, by a further decision. Nothing here sends by itself.
import type { ProviderStatus } from '../catalog/provider.ts'
import type { Millis } from '../lib/brand.ts'
import { refuse } from '../lib/outcome.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { Decision } from '../model/flow.ts'
import {
  acceptedSubmission,
  newestSubmission,
  type Order,
  type Route,
  routeOf,
  type Submission,
} from '../model/order.ts'
import { approve } from './approve.ts'
import { because, change, type Resolution, type Which } from './decision.ts'
import type { FulfilmentDeps } from './deps.ts'
import { ABANDONED } from './doubt.ts'
import { type Back, giveBack } from './give-back.ts'
import { freeLink } from './link.ts'
import { claimPanelId, releasePanelId } from './panel-order.ts'

type Found = Which & { panelId: string }
/** Stands where the job's id stands, for a sending that a restored copy does not know of. */
const OF_A_COPY = 'restored'

/** The id is checked (it exists, no other order has it, its charge fits) before it is believed. */
export const taken = async (deps: FulfilmentDeps, which: Found): Promise<Resolution> => {
  const { shop, panelId } = which
  const order = await deps.store.orders.get(shop, which.order)
  if (!order) return refuse('notFound')
  const at = await sendingOf(deps, order)
  if (!at) return refuse('wrongState', order.state)
  const provider = await deps.provider(shop, at.provider)
  const answer = await provider?.status([panelId])
  if (!answer?.ok) return refuse('panelSilent')
  const row = answer.orders.get(panelId)
  if (!row) return refuse('unknownPanelId')
  if (!(await chargeFits(deps, order, row)))
    return refuse('otherCharge', `${row.charge} ${row.currency ?? ''}`.trim())
  if (!(await claimPanelId(deps, order, { at, panelId }))) return refuse('usedPanelId')
  const found = await change(deps, which, (current) => asTaken(current, which, { at, now: deps.clock.now() }))
  if (!found.ok && !(await hasPanelId(deps, which))) await releasePanelId(deps, order, { at, panelId })
  return found
}

/** The sending whose number is looked for: the one without an answer, or that of a proven duplicate. In a copy that was put back it may
 *  be one that nobody remembers. */
const sendingOf = async (deps: FulfilmentDeps, order: Order): Promise<Submission | null> => {
  if (order.state === 'submitted' && order.why === 'idMissing') return acceptedSubmission(order) ?? null
  if (order.state !== 'unknown') return null
  const newest = newestSubmission(order)
  if (newest && isOpen(newest)) return newest
  const { provider, service_id_api } = routeOf(order)
  const account = await deps.account(order.shop, provider)
  return {
    id: `s${Object.keys(order.submissions).length + 1}`,
    provider,
    service_id_api,
    ...(account ? { account } : {}),
    job: OF_A_COPY,
    startedAt: order.restored ?? order.updatedAt,
  }
}

const isOpen = ({ outcome }: Submission): boolean => outcome === undefined || outcome === 'unknown'

const asTaken = (
  order: Order,
  { panelId, ...which }: Found,
  { at, now }: { at: Submission; now: Millis },
): Decision => {
  const missing = order.state === 'submitted' && order.why === 'idMissing'
  if (!missing && order.state !== 'unknown') return { skip: order.state }
  const before = order.submissions[at.id] ?? at
  if (!missing && !isOpen(before)) return { skip: 'another sending is under way' }
  const found: Submission = { ...before, outcome: 'accepted', panelId, endedAt: now }
  const told = { ...because(which), by: which.by, type: 'foundAtPanel', data: { panelId } }
  const patch = {
    submissions: { ...order.submissions, [at.id]: found },
    why: undefined,
    restored: undefined,
    pollAt: now,
  }
  if (!missing) return { ...told, to: 'submitted', key: 'accepted', patch }
  const poll = { name: 'fulfilment.poll' as const, at: now, payload: { shop: order.shop, order: order.id } }
  return { ...told, patch, jobs: [{ ...poll, id: `fulfilment.poll:${order.id}:${order.v}` }] }
}

const hasPanelId = async (deps: FulfilmentDeps, which: Found): Promise<boolean> => {
  const order = await deps.store.orders.get(which.shop, which.order)
  return order !== null && acceptedSubmission(order)?.panelId === which.panelId
}

/** Rates move, and a panel lowers the charge of what it stopped: far above or far below the cost is another order's. */
const FITS = { least: 0.5, most: 1.5 }

const chargeFits = async (
  deps: FulfilmentDeps,
  order: Order,
  { charge, currency, state }: ProviderStatus,
): Promise<boolean> => {
  const route = routeOf(order)
  const quoted = route.cost
  const paid = Number(charge ?? Number.NaN)
  const cost = Number(quoted.amount)
  if (!Number.isFinite(paid) || !(cost > 0)) return true
  if (currency && currency !== quoted.currency && !(await isFixed(deps, order, route))) return false
  const lowered = state === 'partial' || state === 'canceled' || paid === 0
  if (!lowered && paid < cost * FITS.least) return false
  // The seller may have sent it at a risen rate.
  return paid <= cost * FITS.most || paid <= (await costNow(deps, order, route)) * FITS.most
}

/** The seller has said which currency counts, whatever the panel calls it. */
const isFixed = async ({ store }: FulfilmentDeps, { shop }: Order, { provider }: Route): Promise<boolean> =>
  (await store.providers.get(shop, provider))?.currencyFixed === true

const costNow = async (deps: FulfilmentDeps, order: Order, route: Route): Promise<number> =>
  Number((await deps.offerNow(order, route))?.cost.amount ?? 0)

/** The seller looked: it is not at the panel. The sending stays marked, for should the panel call the next one a duplicate. */
export const notTaken = async (deps: FulfilmentDeps, which: Which): Promise<Resolution> => {
  const order = await deps.store.orders.get(which.shop, which.order)
  if (!order) return refuse('notFound')
  const at = order.state === 'unknown' ? await sendingOf(deps, order) : null
  if (!at) return refuse('wrongState', order.state)
  if (mayStillAnswer(at, deps.clock.now())) return refuse('stillSending')
  const held = await change(deps, which, (current) =>
    asNotTaken(current, which, { at, now: deps.clock.now() }),
  )
  if (held.ok) await freeLink(deps, held.order)
  return held
}

const asNotTaken = (order: Order, which: Which, { at, now }: { at: Submission; now: Millis }): Decision => {
  const before = order.submissions[at.id] ?? at
  if (order.state !== 'unknown' || !isOpen(before)) return { skip: order.state }
  const refused: Submission = { ...before, outcome: 'refused', reason: 'other', doubted: true, endedAt: now }
  return {
    ...because(which),
    to: 'held',
    type: 'notAtPanel',
    by: which.by,
    patch: {
      submissions: { ...order.submissions, [at.id]: refused },
      why: 'other',
      restored: undefined,
      deadline: (now + DEFAULTS.held) as Millis,
    },
  }
}

/** Cut off, not answered: whoever sent it may still be alive and waiting for the panel's word. */
const mayStillAnswer = ({ job, message, startedAt }: Submission, now: Millis): boolean =>
  job !== OF_A_COPY && message === undefined && now < startedAt + ABANDONED

/** "It did not: send again." A repeat after a crash between the two finds the first half done. */
export const sendAgain = (deps: FulfilmentDeps, which: Which): Promise<Resolution> =>
  afterNotTaken(deps, which, () => approve(deps, which))

/** "It did not: give the money back." */
export const notTakenGiveBack = (deps: FulfilmentDeps, which: Which & Back): Promise<Resolution> =>
  afterNotTaken(deps, which, () => giveBack(deps, which))

const afterNotTaken = async (
  deps: FulfilmentDeps,
  which: Which,
  then: () => Promise<Resolution>,
): Promise<Resolution> => {
  const order = await deps.store.orders.get(which.shop, which.order)
  if (!order) return refuse('notFound')
  const halfDone = order.state === 'held' && order.events.findLast(({ to }) => to)?.type === 'notAtPanel'
  if (halfDone) return then()
  const held = await notTaken(deps, which)
  return held.ok ? then() : held
}
