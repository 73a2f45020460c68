// Job `payments.credit`: the wallet's side of an order's move. Two documents, one saga: each step is idempotent by its cause.
import type { JobResult } from '../model/job.ts'
import type { Order, StrayMoney } from '../model/order.ts'
import type { PaymentDeps } from './deps.ts'

export const credit = async (deps: PaymentDeps, payload: Record<string, string>): Promise<JobResult> => {
  const { shop = '', order: id = '', op } = payload
  const order = await deps.store.orders.get(shop, id)
  if (!order) return 'done'
  const { wallets } = deps.store
  if (op === 'capture') await wallets.capture(shop, order.customer, order.quote.money, id, deps.clock.now())
  // A revived order holds its part again: only an order that ended without money frees it.
  if (op === 'release' && ['quoted', 'lapsed', 'withdrawn', 'closed'].includes(order.state))
    await wallets.release(shop, order.customer, order.quote.money, id)
  if (op === 'stray') for (const entry of Object.values(order.money)) await toSaldo(deps, order, entry)
  return 'done'
}

/** Late and second payments go to the customer's saldo, once; charged back money is the seller's matter. */
const toSaldo = async (deps: PaymentDeps, order: Order, entry: StrayMoney): Promise<void> => {
  if (entry.state !== 'due' || entry.kind === 'chargeback') return
  if (entry.kind === 'otherSum' && order.state !== 'closed') return
  const now = deps.clock.now()
  const line = {
    cause: `${order.id}:${entry.id}`,
    amount: entry.amount,
    at: now,
    note: entry.kind,
    order: order.id,
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
