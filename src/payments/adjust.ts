// The seller's own entry in a customer's saldo, up or down, with a reason that the customer reads. Once per cause.
import type { CustomerId, Rupiah, ShopId } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { MoneyKind } from '../model/order.ts'
import type { Store, Wallet, WalletEntry } from '../store/store.ts'
import { LEAST_REASON } from './withdrawal-end.ts'

export type Adjustment = {
  shop: ShopId
  customer: CustomerId
  money: MoneyKind
  /** Below zero: taken away, never more than is free. */
  amount: Rupiah
  reason: string
  by: string
  cause: string
}

export type AdjustDeps = { store: Pick<Store, 'customers' | 'wallets' | 'audit'>; clock: Clock }

export const adjust = async (
  deps: AdjustDeps,
  { shop, customer, money, amount, reason, by, cause }: Adjustment,
): Promise<Outcome<{ wallet: Wallet }, 'notFound' | 'amount' | 'reason' | 'short'>> => {
  const { wallets, audit, customers } = deps.store
  const why = reason.trim()
  if (why.length < LEAST_REASON) return refuse('reason')
  if (!Number.isSafeInteger(amount) || amount === 0 || Math.abs(amount) > DEFAULTS.billMax)
    return refuse('amount')
  if (!(await customers.get(shop, customer))) return refuse('notFound')
  const at = deps.clock.now()
  const entry: WalletEntry = { cause: `adjust:${cause}`, amount, at, note: 'adjusted', reason: why, by }
  if (amount > 0) await wallets.credit(shop, customer, money, entry)
  else if ((await wallets.debit(shop, customer, money, entry)) === 'short') return refuse('short')
  await audit.add({
    id: `adjust:${shop}:${customer}:${cause}`,
    shop,
    at,
    by,
    what: 'saldo.adjusted',
    about: customer,
    reason: why,
    data: { amount, money },
  })
  return { ok: true, wallet: await wallets.get(shop, customer, money) }
}
