// Job `payments.credit`: the wallet's side of an order's move: the saldo part taken or freed, stray money put to saldo.
import { isPaid } from '../model/flow.ts'
import type { JobResult } from '../model/job.ts'
import type { Order, StrayMoney } from '../model/order.ts'
import { billSettled } from '../model/settled.ts'
import type { PaymentDeps } from './deps.ts'
import { freeSaldo, takeSaldo } from './saldo.ts'

export const credit = async (deps: PaymentDeps, payload: Record<string, string>): Promise<JobResult> => {
  const { shop = '', order: id = '', op } = payload
  const order = await deps.store.orders.get(shop, id)
  if (!order) return 'done'
  if (op === 'capture') await take(deps, order)
  if (op === 'release') await freeSaldo(deps, order)
  if (op === 'stray') for (const entry of Object.values(order.money)) await toSaldo(deps, order, entry)
  return 'done'
}

/** An order that was closed meanwhile gave back without its saldo part (`refund.ts`): then the part is freed, not taken. */
const take = async (deps: PaymentDeps, order: Order): Promise<void> => {
  if (!isPaid(order.state) || !billSettled(order)) return freeSaldo(deps, order)
  const taken = await takeSaldo(deps, order)
  if (!taken) deps.log.error({ order: order.id }, 'the saldo part of a paid order is no longer there')
}

/** Late and second payments go to the customer's saldo, once; what was charged back, or is no rupiah, is the seller's matter. */
const toSaldo = async (deps: PaymentDeps, order: Order, entry: StrayMoney): Promise<void> => {
  if (entry.state !== 'due' || entry.kind === 'chargeback' || entry.kind === 'otherCurrency') return
  if (entry.kind === 'otherSum' && order.state !== 'closed') return
  const now = deps.clock.now()
  const line = {
    cause: `${order.id}:${entry.id}`,
    amount: entry.amount,
    at: now,
    note: order.deposit ? 'topup' : entry.kind,
    order: order.id,
    ...(order.deposit ? { topup: true as const } : {}),
  }
  await deps.store.wallets.credit(order.shop, order.customer, order.quote.money, line)
  await deps.store.orders.advance(order.shop, order.id, (current) => {
    const stored = current.money[entry.id]
    if (stored?.state !== 'due') return { skip: 'done' }
    return {
      type: 'toSaldo',
      by: 'system',
      key: `saldo:${entry.id}`,
      data: { amount: entry.amount, kind: entry.kind },
      patch: { money: { ...current.money, [entry.id]: { ...stored, state: 'done' } } },
    }
  })
}
