// A customer takes an order back before it is paid: the gateway is asked first, and its last word closes the order.
import type { CustomerId, Millis, OrderId, ShopId } from '../lib/brand.ts'
import { MINUTE, SECOND } from '../lib/clock.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { Decision } from '../model/flow.ts'
import type { JobResult } from '../model/job.ts'
import type { Bill, Order } from '../model/order.ts'
import { openBills } from './ask.ts'
import type { BillStatus } from './gateway.ts'
import { creditJob } from './saldo.ts'
import { applyStatus, idsOf, neverHeard, type SettleDeps } from './settle.ts'

const mayWithdraw = (order: Order): boolean => ['quoted', 'billing', 'awaitingPayment'].includes(order.state)
const isOver = (state: string | undefined): boolean => ['withdrawn', 'lapsed', 'closed'].includes(state ?? '')

/** `paid`: the money was there first, the order goes on. */
export const withdraw = async (
  deps: SettleDeps,
  input: { shop: ShopId; customer: CustomerId; order: OrderId; reason?: string },
): Promise<Outcome<{ order: Order }, 'notFound' | 'paid' | 'over'>> => {
  const order = await deps.store.orders.ofCustomer(input.shop, input.customer, input.order)
  if (!order) return refuse('notFound')
  if (!mayWithdraw(order)) return refuse(isOver(order.state) ? 'over' : 'paid')
  if (order.state === 'awaitingPayment')
    for (const bill of openBills(order)) await closeBeforeLeaving(deps, order, bill)
  const moved = await deps.store.orders.advance(input.shop, input.order, (current) =>
    leave(current, input.reason, deps.clock.now()),
  )
  if (moved.ok) return { ok: true, order: moved.order }
  return refuse(isOver(moved.detail) ? 'over' : 'paid')
}

const leave = (order: Order, reason: string | undefined, now: Millis): Decision => {
  if (!mayWithdraw(order)) return { skip: order.state }
  const reserved = order.quote.saldo > 0 && order.state !== 'quoted'
  return {
    to: 'withdrawn',
    type: 'withdrawn',
    by: 'customer',
    ...(reason ? { reason } : {}),
    jobs: reserved ? [creditJob(order, 'release', now)] : [],
  }
}

/** Job `payments.cancel`: closes what is still open at the gateway of a withdrawn order, until its word is final. */
export const cancel = async (deps: SettleDeps, payload: Record<string, string>): Promise<JobResult> => {
  const { shop = '', order: id = '' } = payload
  const order = await deps.store.orders.get(shop, id)
  if (order?.state !== 'withdrawn') return 'done'
  for (const bill of openBills(order)) await closeAfterLeaving(deps, order, bill)
  const after = await deps.store.orders.get(shop, id)
  if (after?.state !== 'withdrawn') return 'done'
  const now = deps.clock.now()
  if (openBills(after).length > 0) return { again: (now + pause(after, now)) as Millis }
  await deps.store.orders.advance(shop, id, (current) =>
    current.state === 'withdrawn' && openBills(current).length === 0
      ? { to: 'closed', type: 'closed', by: 'system' }
      : { skip: current.state },
  )
  return 'done'
}

/** Often while the QR may still be scanned, then as seldom as for any bill that is over. */
const pause = (order: Order, now: Millis): number => {
  const end = Math.max(
    ...openBills(order).map((bill) => bill.expiresAt ?? bill.createdAt + DEFAULTS.billMinutes * MINUTE),
  )
  return now < end ? 30 * SECOND : DEFAULTS.askBillWithWebhook.later
}

/** The gateway's word once it was asked to close the bill, and whose word it was; null when it gave none that ends it. */
const closeAtGateway = async (
  deps: SettleDeps,
  { shop }: Order,
  bill: Bill,
): Promise<{ word: BillStatus; merchantId?: string } | null> => {
  const use = await deps.gatewayOf(shop, bill.keySet)
  if (!use) return null
  const said = await use.gateway.cancel(idsOf(bill))
  const word = said === null ? neverHeard(bill, deps.clock.now()) : said
  if (!word || !('state' in word) || word.state === 'pending') return null
  return { word, ...(use.merchantId ? { merchantId: use.merchantId } : {}) }
}

const closeAfterLeaving = async (deps: SettleDeps, order: Order, bill: Bill): Promise<void> => {
  const closed = await closeAtGateway(deps, order, bill)
  if (closed) await applyStatus(deps, { order, attempt: bill.attempt, word: closed.word }, closed.merchantId)
}

/** Money that was there first moves the order; a bill that is over is only written down: the customer's own move follows. */
const closeBeforeLeaving = async (deps: SettleDeps, order: Order, bill: Bill): Promise<void> => {
  const closed = await closeAtGateway(deps, order, bill)
  if (!closed) return
  const { word, merchantId } = closed
  if (!['expired', 'cancelled', 'failed'].includes(word.state))
    return applyStatus(deps, { order, attempt: bill.attempt, word }, merchantId)
  await deps.store.orders.advance(order.shop, order.id, (current) => {
    const stored = current.bills[bill.attempt]
    if (!stored || stored.final) return { skip: 'known' }
    const state = word.state === 'expired' ? 'expired' : 'cancelled'
    return {
      type: `bill.${word.state}`,
      by: 'gateway',
      data: { attempt: bill.attempt },
      patch: { bills: { ...current.bills, [bill.attempt]: { ...stored, state, final: true } } },
    }
  })
}
