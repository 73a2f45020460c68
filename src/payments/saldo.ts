// The saldo part of an order: reserved after the yes, taken once the rest is paid, freed when the order ends unpaid.
// Two documents, one saga: each step is idempotent by the order, and each is right again after a repeat or a crash in the middle.
import type { Millis } from '../lib/brand.ts'
import { type Clock, MINUTE } from '../lib/clock.ts'
import type { JobDraft, OrderState } from '../model/flow.ts'
import type { Order } from '../model/order.ts'
import { billSettled, SALDO_TAKEN, saldoSettled } from '../model/settled.ts'
import type { Store } from '../store/store.ts'

export type SaldoDeps = { store: Pick<Store, 'orders' | 'wallets'>; clock: Clock }

/** States in which nothing is bought: a reservation has no reason. */
const UNBOUGHT: readonly OrderState[] = ['quoted', 'lapsed', 'withdrawn', 'closed']

/** Job `payments.credit`, the wallet's side of a move. */
export const creditJob = (order: Order, op: 'capture' | 'release' | 'stray', at: Millis): JobDraft => ({
  id: `payments.credit:${order.id}:${op}:${order.v}`,
  name: 'payments.credit',
  at,
  payload: { shop: order.shop, order: order.id, op },
})

/** False: the wallet holds less than the card says. */
export const reserveSaldo = async (deps: SaldoDeps, order: Order): Promise<boolean> => {
  const { shop, customer, id, quote } = order
  if (saldoSettled(order)) return true
  return (await deps.store.wallets.hold(shop, customer, quote.money, { id, amount: quote.saldo })) === 'held'
}

/** A lapsed order never comes to be bought, if whoever reserves for it is killed: what frees the part is named before it is reserved. */
const FREED_AFTER = 5 * MINUTE

/** Reserves again for a late bill. False: it is no longer there, or the order has moved meanwhile. */
export const reserveAgain = async (deps: SaldoDeps, { shop, id, quote }: Order): Promise<boolean> => {
  if (quote.saldo === 0) return true
  const at = (deps.clock.now() + FREED_AFTER) as Millis
  const named = await deps.store.orders.advance(shop, id, (order) =>
    order.state === 'lapsed'
      ? { quiet: true, type: 'reserving', by: 'system', jobs: [creditJob(order, 'release', at)] }
      : { skip: order.state },
  )
  return named.ok && reserveSaldo(deps, named.order)
}

/** Takes the reserved part and marks the order with it. False: nothing was reserved any more and the wallet is short. */
export const takeSaldo = async (deps: SaldoDeps, order: Order): Promise<boolean> => {
  if (saldoSettled(order)) return true
  for (let taken = false; !taken; ) {
    if (!(await reserveSaldo(deps, order))) return false
    taken = await capture(deps, order)
  }
  await noteTaken(deps, order)
  return true
}

const noteTaken = (deps: SaldoDeps, { shop, id, quote }: Order) =>
  deps.store.orders.advance(shop, id, () => ({
    type: 'saldoTaken',
    by: 'system',
    key: SALDO_TAKEN,
    data: { amount: quote.saldo },
  }))

/** Before the order is judged by what was paid: a whole bill takes its saldo part; beside one that is not whole nothing is taken any
 *  more, but what was taken by a run that was killed before it could say so counts. */
export const evenSaldo = async (deps: SaldoDeps, order: Order): Promise<void> => {
  if (billSettled(order)) return void (await takeSaldo(deps, order))
  if (saldoSettled(order)) return
  const { shop, customer, id, quote } = order
  await deps.store.wallets.release(shop, customer, quote.money, id)
  if (await capture(deps, order)) await noteTaken(deps, order)
}

/** False: the reservation was freed in between, by a job of the time before the yes, or it was of a sum that an earlier card said. */
const capture = async (deps: SaldoDeps, { shop, customer, id, quote }: Order): Promise<boolean> => {
  const line = { id, amount: quote.saldo, order: id, at: deps.clock.now(), note: 'paid' }
  return (await deps.store.wallets.capture(shop, customer, quote.money, line)) !== 'none'
}

/** Frees what an order that bought nothing has reserved. A yes or a late payment that came meanwhile reserves it again. */
export const freeSaldo = async (deps: SaldoDeps, { shop, id }: Pick<Order, 'shop' | 'id'>): Promise<void> => {
  const order = await deps.store.orders.get(shop, id)
  if (!order || saldoSettled(order) || !UNBOUGHT.includes(order.state)) return
  await deps.store.wallets.release(shop, order.customer, order.quote.money, id)
  const after = await deps.store.orders.get(shop, id)
  if (after && !UNBOUGHT.includes(after.state)) await reserveSaldo(deps, after)
}
