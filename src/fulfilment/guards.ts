// What must hold before money leaves for a panel: the price is settled in full, the panel is there, play money has the seller's word,
// the service is there at a cost that the price covers, the panel's balance covers it, and no other order runs on the service and link.

import { balanceNow, type Reading } from '../catalog/balance.ts'
import type { OfferNow } from '../catalog/freshness.ts'
import type { Held } from '../catalog/lane.ts'
import type { Provider } from '../catalog/provider.ts'
import type { Millis } from '../lib/brand.ts'
import { MINUTE } from '../lib/clock.ts'
import { DEFAULTS } from '../model/defaults.ts'
import { type Decision, tell } from '../model/flow.ts'
import type { JobDraft, JobResult } from '../model/job.ts'
import { type Order, type Quote, routeOf } from '../model/order.ts'
import { isSettled } from '../model/settled.ts'
import type { FulfilmentDeps } from './deps.ts'
import { coversNext, releaseFunded, tellLow } from './funds.ts'
import { claimLink } from './link.ts'

/** `waits`: for something that may come by itself, and another job looks after that. */
type Verdict =
  | { ok: true; provider: Provider; reading: Reading | null }
  | { ok: false; result: JobResult; waits?: true }

const done: Verdict = { ok: false, result: 'done' }

export const mayBeSent = async (deps: FulfilmentDeps, held: Held, order: Order): Promise<Verdict> => {
  if (!isSettled(order))
    return hold(deps, order, { why: 'other', reason: 'the price is not settled in full' })
  const route = routeOf(order)
  const provider = await deps.provider(order.shop, route.provider)
  if (provider?.world !== order.quote.world) return panelGone(deps, order)
  if (playUnsaid(order)) return wait(deps, order, 'play')
  const offer = await deps.offerNow(order, route)
  if (!order.approved) {
    if (!offer || (await costsTooMuch(deps, order, offer))) return wait(deps, order, 'price')
    if (!fitsLimits(order, offer))
      return hold(deps, order, { why: 'quantity', reason: 'the limits of the service are others now' })
  }
  const reading = await read(deps, held, provider)
  if (!order.approved && offer && reading) {
    const { cost } = offer
    if (!(await coversNext(deps, held, { order, cost, reading }))) return short(deps, held, { order, cost })
  }
  if (!(await claimLink(deps, held, order))) return wait(deps, order, 'sameLink')
  return { ok: true, provider, reading }
}

/** A reading made on the way is news for those who wait for funds. */
const read = async (deps: FulfilmentDeps, held: Held, provider: Provider): Promise<Reading | null> => {
  const before = held.lane().balance?.at
  const reading = await balanceNow(deps, held, provider)
  if (reading && reading.at !== before) await releaseFunded(deps, held, reading)
  return reading
}

const playUnsaid = ({ quote, approved }: Order): boolean =>
  quote.money === 'play' && quote.world === 'real' && !approved?.by.startsWith('seller')

export const panelGone = (deps: FulfilmentDeps, order: Order): Promise<Verdict> =>
  hold(deps, order, { why: 'service', reason: 'the panel is switched off or gone' })

/** A risen rate is the seller's decision once the price no longer covers it, less what the shop is willing to lose. */
export const costsTooMuch = async (
  deps: FulfilmentDeps,
  { shop, quote }: Order,
  { cost }: Pick<OfferNow, 'cost'>,
): Promise<boolean> => cost.rupiah * 100 > quote.price * (100 + (await deps.lossLimit(shop)))

/** A package is one, whatever is in it. */
export const fitsLimits = ({ quote }: Order, { min, max }: Pick<OfferNow, 'min' | 'max'>): boolean =>
  quote.type === 'package' || (quote.quantity >= min && quote.quantity <= max)

type Why = 'play' | 'price' | 'sameLink' | 'funds'

/** How soon it looks again by itself, should nobody wake it; a price and play money wait for the seller's word. */
const RECHECK: Partial<Record<Why, number>> = { sameLink: 5 * MINUTE, funds: 5 * MINUTE }

const short = async (
  deps: FulfilmentDeps,
  held: Held,
  { order, cost }: { order: Order; cost: Quote['cost'] },
): Promise<Verdict> => {
  await tellLow(deps, held, { shop: order.shop, provider: routeOf(order).provider, cost })
  return wait(deps, order, 'funds')
}

/** Waits, or goes on waiting, for the seller or for the panel; the deadline gives the money back. */
const wait = async (deps: FulfilmentDeps, order: Order, why: Why): Promise<Verdict> => {
  const now = deps.clock.now()
  await deps.store.orders.advance(order.shop, order.id, (current) => waiting(current, why, now))
  const after = RECHECK[why]
  return after === undefined ? done : { ok: false, result: { again: (now + after) as Millis }, waits: true }
}

const waiting = (order: Order, why: Why, now: Millis): Decision => {
  const told = { type: 'waiting', by: 'system' as const, reason: why }
  if (order.state === 'paid' || order.state === 'held')
    return { ...told, to: 'waiting', patch: { why, deadline: (now + DEFAULTS.waiting) as Millis } }
  if (order.state !== 'waiting' || order.why === why) return { skip: order.state }
  // It waited for something else: the deadline that the customer was told stands.
  return { ...told, patch: { why }, jobs: [tell(order, `why:${order.v}`, now), sellerJob(order, now)] }
}

const sellerJob = ({ shop, id, v }: Order, at: Millis): JobDraft => ({
  id: `notices.seller:${id}:${v}`,
  name: 'notices.seller',
  at,
  payload: { shop, order: id },
})

const hold = async (
  deps: FulfilmentDeps,
  order: Order,
  { why, reason }: { why: 'service' | 'quantity' | 'other'; reason: string },
): Promise<Verdict> => {
  const now = deps.clock.now()
  await deps.store.orders.advance(order.shop, order.id, (current) => held(current, { why, reason, now }))
  return done
}

type Holding = { why: 'service' | 'quantity' | 'other'; reason: string; now: Millis }

const held = (order: Order, { why, reason, now }: Holding): Decision => {
  const told = { type: 'held', by: 'system' as const, reason }
  if (order.state === 'paid' || order.state === 'waiting') {
    const deadline = (now + DEFAULTS.held) as Millis
    return { ...told, to: 'held', patch: { why, deadline, approved: undefined } }
  }
  // The seller's word could not be carried out: they are asked again, and the deadline stands.
  return order.state === 'held' && order.approved
    ? { ...told, patch: { why, approved: undefined }, jobs: [sellerJob(order, now)] }
    : { skip: order.state }
}
