// Job `payments.ask`: open bills are asked for at the gateway until its word is final; a laptop has no webhook, and webhooks get lost.
import type { Millis } from '../lib/brand.ts'
import { MINUTE } from '../lib/clock.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { JobResult } from '../model/job.ts'
import type { Bill, Order } from '../model/order.ts'
import { applyStatus, creditJob, type SettleDeps } from './settle.ts'

/** Midtrans asks not to be polled more often for one bill. */
export const LEAST_BETWEEN = 10_000

export const ask = async (deps: SettleDeps, payload: Record<string, string>): Promise<JobResult> => {
  const { shop = '', order: id = '' } = payload
  const order = await deps.store.orders.get(shop, id)
  if (!order || !['awaitingPayment', 'lapsed'].includes(order.state)) return 'done'
  const open = openBills(order)
  if (open.length === 0) return close(deps, order)
  const due = open.filter((bill) => nextAsk(bill) <= deps.clock.now())
  for (const bill of due) await askBill(deps, order, bill)
  const after = await deps.store.orders.get(shop, id)
  if (!after || !['awaitingPayment', 'lapsed'].includes(after.state)) return 'done'
  if (after.state === 'awaitingPayment') await lapseByClock(deps, after)
  const left = openBills(after)
  if (left.length === 0) return close(deps, after)
  return { again: Math.min(...left.map((bill) => nextAsk(bill))) as Millis }
}

const openBills = (order: Order): Bill[] => Object.values(order.bills).filter((bill) => !bill.final)

/** When the bill is asked for next: often without a webhook, at a few moments with one, and slowly after its end until the word is final. */
const nextAsk = (bill: Bill): Millis => {
  const last = bill.askedAt ?? bill.createdAt
  const { afterExpiry, later, first, second } = DEFAULTS.askBillWithWebhook
  const end = (bill.expiresAt ?? bill.createdAt + DEFAULTS.billMinutes * MINUTE) + afterExpiry
  if (last >= end) return (last + later) as Millis
  if (!bill.hooked)
    return (last +
      (last - bill.createdAt < DEFAULTS.askBill.for
        ? DEFAULTS.askBill.every
        : DEFAULTS.askBill.later)) as Millis
  const moments = [bill.createdAt + first, bill.createdAt + second, end]
  return (moments.find((moment) => moment > last) ?? last + later) as Millis
}

/** Asks the gateway once and moves the order by its word. Answers what the gateway said, or null for a fault. */
export const askBill = async (deps: SettleDeps, order: Order, bill: Bill): Promise<string | null> => {
  const use = await deps.gatewayOf(order.shop, bill.keySet)
  if (!use) return null
  const word = await use.gateway.status({
    attempt: bill.attempt,
    ...(bill.reference ? { reference: bill.reference } : {}),
  })
  await deps.store.orders.advance(order.shop, order.id, (current) => noted(current, bill, deps.clock.now()))
  if (word === null) {
    const gone = {
      attempt: bill.attempt,
      reference: bill.reference ?? '',
      state: 'failed' as const,
      amount: bill.amount,
      currency: 'IDR',
    }
    // Never heard of it: only believed long after the charge, a fresh bill may not be visible yet.
    if (deps.clock.now() - bill.createdAt > DEFAULTS.askBillWithWebhook.second)
      await applyStatus(deps, { order, attempt: bill.attempt, word: gone })
    return 'unknown'
  }
  if (!('state' in word)) return null
  await applyStatus(deps, { order, attempt: bill.attempt, word }, use.merchantId)
  return word.state
}

/** Remembers when the gateway was asked; no history line, so the version guard is the only cost. */
const noted = (order: Order, bill: Bill, now: Millis) => {
  const stored = order.bills[bill.attempt]
  if (!stored) return { skip: 'no such bill' }
  return {
    quiet: true,
    type: 'asked',
    by: 'system' as const,
    patch: { bills: { ...order.bills, [bill.attempt]: { ...stored, askedAt: now } } },
  }
}

/** Our clock only takes the offer back; the bill is asked for until the gateway's word is final. */
const lapseByClock = async (deps: SettleDeps, order: Order): Promise<void> => {
  const now = deps.clock.now()
  const until = Math.max(...openBills(order).map((bill) => bill.expiresAt ?? bill.createdAt), 0)
  if (until + DEFAULTS.askBillWithWebhook.afterExpiry > now) return
  await deps.store.orders.advance(order.shop, order.id, (current) =>
    current.state === 'awaitingPayment'
      ? {
          to: 'lapsed',
          type: 'lapsed',
          by: 'system',
          reason: 'bill',
          jobs: current.quote.saldo > 0 ? [creditJob(current, 'release', now)] : [],
        }
      : { skip: current.state },
  )
}

const close = async (deps: SettleDeps, order: Order): Promise<JobResult> => {
  await deps.store.orders.advance(order.shop, order.id, (current) =>
    current.state === 'lapsed' && openBills(current).length === 0
      ? { to: 'closed', type: 'closed', by: 'system' }
      : { skip: current.state },
  )
  return 'done'
}
