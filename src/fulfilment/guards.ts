// What must hold before money leaves for a panel: the panel is there, play money has the seller's word, the price still covers
// the cost, and no other order runs on the same service and link.

import type { Provider } from '../catalog/provider.ts'
import type { Millis } from '../lib/brand.ts'
import { MINUTE } from '../lib/clock.ts'
import { DEFAULTS } from '../model/defaults.ts'
import { isOpen, type Move } from '../model/flow.ts'
import type { JobResult } from '../model/job.ts'
import type { Order } from '../model/order.ts'
import type { FulfilmentDeps } from './deps.ts'

type Verdict = { ok: true; provider: Provider } | { ok: false; result: JobResult }

const done: Verdict = { ok: false, result: 'done' }

export const mayBeSent = async (deps: FulfilmentDeps, order: Order): Promise<Verdict> => {
  const provider = await deps.provider(order.shop, order.quote.provider)
  if (!provider) return hold(deps, order, { why: 'service', reason: 'the panel is switched off or gone' })
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

/** The order that runs on this link, if another; a claim left by an order that has ended is taken over. */
const claimLink = async (deps: FulfilmentDeps, order: Order): Promise<string | null> => {
  const key = linkKey(order)
  for (;;) {
    const owner = await deps.store.keys.claim(key, order.id)
    if (owner === order.id) return null
    const other = await deps.store.orders.get(order.shop, owner)
    if (other && isOpen(other.state)) return owner
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
  const again: Verdict =
    why === 'sameLink' ? { ok: false, result: { again: (now + RECHECK) as Millis } } : done
  if (order.state === 'waiting' && order.why === why) return again
  const step: Move = {
    to: 'waiting',
    type: 'waiting',
    by: 'system',
    reason: why,
    patch: { why, deadline: (now + DEFAULTS.waiting) as Millis },
  }
  await deps.store.orders.advance(order.shop, order.id, (current) =>
    current.state === 'paid' || current.state === 'held' ? step : { skip: current.state },
  )
  return again
}

const hold = async (
  deps: FulfilmentDeps,
  order: Order,
  { why, reason }: { why: 'service'; reason: string },
): Promise<Verdict> => {
  const deadline = (deps.clock.now() + DEFAULTS.held) as Millis
  await deps.store.orders.advance(order.shop, order.id, (current) =>
    current.state === 'paid' || current.state === 'waiting'
      ? { to: 'held', type: 'held', by: 'system', reason, patch: { why, deadline } }
      : { skip: current.state },
  )
  return done
}
