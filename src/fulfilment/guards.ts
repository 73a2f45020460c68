// What must hold before money leaves for a panel: the price is settled in full, the panel is there, play money has the seller's
// word, the price still covers the cost, and no other order runs on the same service and link.

import type { Provider } from '../catalog/provider.ts'
import type { Millis } from '../lib/brand.ts'
import { MINUTE } from '../lib/clock.ts'
import { DEFAULTS } from '../model/defaults.ts'
import { type Decision, isOpen, tell } from '../model/flow.ts'
import type { JobResult } from '../model/job.ts'
import type { Order } from '../model/order.ts'
import { isSettled } from '../model/settled.ts'
import type { FulfilmentDeps } from './deps.ts'

type Verdict = { ok: true; provider: Provider } | { ok: false; result: JobResult }

const done: Verdict = { ok: false, result: 'done' }

export const mayBeSent = async (deps: FulfilmentDeps, order: Order): Promise<Verdict> => {
  if (!isSettled(order))
    return hold(deps, order, { why: 'other', reason: 'the price is not settled in full' })
  const provider = await deps.provider(order.shop, order.quote.provider)
  if (provider?.world !== order.quote.world)
    return hold(deps, order, { why: 'service', reason: 'the panel is switched off or gone' })
  if (
    order.quote.money === 'play' &&
    order.quote.world === 'real' &&
    !order.approved?.by.startsWith('seller')
  )
    return wait(deps, order, 'play')
  if (!order.approved && (await costsTooMuch(deps, order))) return wait(deps, order, 'price')
  const other = await claimLink(deps, order)
  if (other) return wait(deps, order, 'sameLink')
  return { ok: true, provider }
}

/** A risen rate is the seller's decision once the price no longer covers it, less what the shop is willing to lose. */
const costsTooMuch = async (deps: FulfilmentDeps, order: Order): Promise<boolean> => {
  const cost = await deps.costNow(order)
  if (cost === null) return true
  const limit = await deps.lossLimit(order.shop)
  return cost * 100 > order.quote.price * (100 + limit)
}

export const linkKey = ({ quote }: Order): string =>
  `link:${quote.provider}:${quote.service_id_api}:${quote.link}`

/** The order that runs on this link, if another; the claim of one that has ended, or that a person must decide on, is taken over. */
const claimLink = async (deps: FulfilmentDeps, order: Order): Promise<string | null> => {
  const key = linkKey(order)
  for (;;) {
    const owner = await deps.store.keys.claim(key, order.id)
    if (owner === order.id) return null
    const other = await deps.store.orders.get(order.shop, owner)
    if (other && isOpen(other.state) && other.state !== 'held') return owner
    await deps.store.keys.release(key, owner)
  }
}

const RECHECK = MINUTE

/** Waits, or goes on waiting, for the seller or for the panel; the deadline gives the money back. */
const wait = async (
  deps: FulfilmentDeps,
  order: Order,
  why: 'play' | 'price' | 'sameLink',
): Promise<Verdict> => {
  const now = deps.clock.now()
  await deps.store.orders.advance(order.shop, order.id, (current) => waiting(current, why, now))
  return why === 'sameLink' ? { ok: false, result: { again: (now + RECHECK) as Millis } } : done
}

const waiting = (order: Order, why: 'play' | 'price' | 'sameLink', now: Millis): Decision => {
  const told = { type: 'waiting', by: 'system' as const, reason: why }
  if (order.state === 'paid' || order.state === 'held')
    return { ...told, to: 'waiting', patch: { why, deadline: (now + DEFAULTS.waiting) as Millis } }
  if (order.state !== 'waiting' || order.why === why) return { skip: order.state }
  // It waited for something else: the deadline that the customer was told stands.
  const payload = { shop: order.shop, order: order.id }
  const seller = { id: `notices.seller:${order.id}:${order.v}`, name: 'notices.seller' as const, at: now }
  return { ...told, patch: { why }, jobs: [tell(order, `why:${order.v}`, now), { ...seller, payload }] }
}

const hold = async (
  deps: FulfilmentDeps,
  order: Order,
  { why, reason }: { why: 'service' | 'other'; reason: string },
): Promise<Verdict> => {
  const deadline = (deps.clock.now() + DEFAULTS.held) as Millis
  await deps.store.orders.advance(order.shop, order.id, (current) =>
    current.state === 'paid' || current.state === 'waiting'
      ? { to: 'held', type: 'held', by: 'system', reason, patch: { why, deadline, approved: undefined } }
      : { skip: current.state },
  )
  return done
}
