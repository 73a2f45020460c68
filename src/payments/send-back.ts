// The way back from `billing` to the card: no bill was made, saldo is freed, the card lives again and the customer hears it.
import type { Millis } from '../lib/brand.ts'
import { DEFAULTS } from '../model/defaults.ts'
import { type Move, tell } from '../model/flow.ts'
import type { JobResult } from '../model/job.ts'
import type { Order } from '../model/order.ts'
import { saldoPart } from '../orders/place.ts'
import type { PaymentDeps } from './deps.ts'
import { creditJob, freeSaldo } from './saldo.ts'

export type SentBack = Pick<Move, 'type' | 'by' | 'data'> & {
  /** What is written down of the attempt. */
  patch?: (order: Order) => Partial<Order>
  /** The seller must act. */
  alarm?: boolean
}

export const sendBack = async (deps: PaymentDeps, order: Order, why: SentBack): Promise<JobResult> => {
  const now = deps.clock.now()
  const { alarm, patch, ...step } = why
  const split = why.type === 'saldoShort' ? await splitAnew(deps, order) : {}
  const moved = await deps.store.orders.advance(order.shop, order.id, (current) => {
    if (current.state !== 'billing') return { skip: current.state }
    const quote = { ...current.quote, ...split, expiresAt: (now + DEFAULTS.quoteLife) as Millis }
    return {
      ...step,
      to: 'quoted',
      patch: { ...patch?.(current), quote },
      jobs: [
        ...(current.quote.saldo > 0 ? [creditJob(current, 'release', now)] : []),
        tell(order, `back:${current.v}`, now),
        ...(alarm ? [sellerJob(current, now)] : []),
      ],
    }
  })
  if (!moved.ok) await freeSaldo(deps, order)
  return 'done'
}

/** The price stands; what saldo pays of it is what the wallet holds now. */
const splitAnew = async (deps: PaymentDeps, { shop, customer, quote }: Order) => {
  const { balance, holds } = await deps.store.wallets.get(shop, customer, quote.money)
  const free = balance - Object.values(holds).reduce((sum, hold) => sum + hold, 0)
  const saldo = saldoPart(free, quote.price)
  return { saldo, toPay: quote.price - saldo }
}

const sellerJob = (order: Order, at: Millis) => ({
  id: `notices.seller:${order.id}:${order.v}`,
  name: 'notices.seller' as const,
  at,
  payload: { shop: order.shop, order: order.id },
})
