// The yes to a card: one guarded move `quoted` → `billing`. A repeat, or a yes on an old card, ends in the same order or a plain no.
import type { CustomerId, Millis, OrderId, ShopId } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { MoneyKind, Order } from '../model/order.ts'
import type { Store } from '../store/store.ts'

export type ConfirmDeps = {
  store: Pick<Store, 'orders'>
  clock: Clock
  moneyNow(shop: ShopId, customer: CustomerId): Promise<MoneyKind | null>
  /** Whether the panel still has it at this price, and the means for it; asks the panel at most briefly. */
  mayBuy(order: Order): Promise<Outcome<object, 'changed' | 'soldOut'>>
  termsVersion: string
}

/** `changed`: at another price or within other limits it can still be had, by a new card. `soldOut`: not now. */
export type ConfirmRefusal = 'notFound' | 'lapsed' | 'closed' | 'tooManyBills' | 'changed' | 'soldOut'

/** `already`: the yes had been given before; nothing new happens. */
export const confirm = async (
  deps: ConfirmDeps,
  input: { shop: ShopId; customer: CustomerId; order: OrderId },
): Promise<Outcome<{ order: Order; already: boolean }, ConfirmRefusal>> => {
  const order = await deps.store.orders.ofCustomer(input.shop, input.customer, input.order)
  if (!order) return refuse('notFound')
  if (['lapsed', 'withdrawn', 'closed'].includes(order.state)) return refuse('lapsed')
  if (order.state !== 'quoted') return { ok: true, order, already: true }
  const now = deps.clock.now()
  if (order.quote.expiresAt <= now) return refuse('lapsed')
  if ((await deps.moneyNow(input.shop, input.customer)) !== order.quote.money) return refuse('closed')
  if ((await openBillsOf(deps.store, input)) >= DEFAULTS.openBillsPerCustomer) return refuse('tooManyBills')
  // A deposit asks nothing of a panel.
  const may = order.deposit ? null : await deps.mayBuy(order)
  if (may?.ok === false) return may
  const moved = await deps.store.orders.advance(input.shop, input.order, (current) =>
    current.state === 'quoted'
      ? {
          to: 'billing',
          type: 'confirmed',
          by: 'customer',
          patch: { terms: { version: deps.termsVersion, at: now as Millis } },
        }
      : { skip: current.state },
  )
  if (moved.ok) return { ok: true, order: moved.order, already: false }
  const after = await deps.store.orders.ofCustomer(input.shop, input.customer, input.order)
  if (!after || ['lapsed', 'withdrawn', 'closed'].includes(after.state)) return refuse('lapsed')
  return { ok: true, order: after, already: true }
}

/** Deposits count too: each is a QR that somebody may still pay. */
export const openBillsOf = async (
  store: Pick<Store, 'orders'>,
  { shop, customer }: { shop: ShopId; customer: CustomerId },
): Promise<number> =>
  (
    await store.orders.list(shop, {
      customer,
      states: ['billing', 'awaitingPayment'],
      deposits: 'all',
      limit: DEFAULTS.openBillsPerCustomer,
    })
  ).length
