// Job `payments.ask`: bills are asked for at the gateway until its word on each is final; a laptop has no webhook, and webhooks get lost.
import type { Millis } from '../lib/brand.ts'
import { MINUTE, SECOND } from '../lib/clock.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { Decision, OrderState } from '../model/flow.ts'
import type { JobResult } from '../model/job.ts'
import type { Bill, Order } from '../model/order.ts'
import { creditJob } from './saldo.ts'
import { applyStatus, idsOf, neverHeard, type SettleDeps } from './settle.ts'

/** Midtrans asks not to be polled more often for one bill. */
export const LEAST_BETWEEN = 10 * SECOND

/** Here `payments.bill` or `payments.cancel` asks. */
const ASKED_ELSEWHERE: readonly OrderState[] = ['quoted', 'billing', 'withdrawn']

export const ask = async (deps: SettleDeps, payload: Record<string, string>): Promise<JobResult> => {
  const { shop = '', order: id = '' } = payload
  const order = await deps.store.orders.get(shop, id)
  if (!order || ASKED_ELSEWHERE.includes(order.state)) return 'done'
  const due = openBills(order).filter((bill) => nextAsk(bill) <= deps.clock.now())
  for (const bill of due) await askBill(deps, order, bill)
  await endWhatIsOver(deps, order)
  const after = await deps.store.orders.get(shop, id)
  if (!after || ASKED_ELSEWHERE.includes(after.state)) return 'done'
  const left = openBills(after)
  return left.length === 0 ? 'done' : { again: Math.min(...left.map(nextAsk)) as Millis }
}

export const openBills = (order: Order): Bill[] => Object.values(order.bills).filter((bill) => !bill.final)

const endOf = (bill: Bill): number => bill.expiresAt ?? bill.createdAt + DEFAULTS.billMinutes * MINUTE

/** When the bill is asked for next: often without a webhook, at a few moments with one, and slowly after its end until the word is final. */
const nextAsk = (bill: Bill): Millis => {
  const last = bill.askedAt ?? bill.createdAt
  const { afterExpiry, later, first, second } = DEFAULTS.askBillWithWebhook
  const end = endOf(bill) + afterExpiry
  if (last >= end) return (last + later) as Millis
  if (!bill.hooked) {
    const { every, for: often, later: seldom } = DEFAULTS.askBill
    return (last + (last - bill.createdAt < often ? every : seldom)) as Millis
  }
  const moments = [bill.createdAt + first, bill.createdAt + second, end]
  return (moments.find((moment) => moment > last) ?? last + later) as Millis
}

/** Asks the gateway once and moves the order by its word. Answers what the gateway said, or null for a fault. */
export const askBill = async (deps: SettleDeps, order: Order, bill: Bill): Promise<string | null> => {
  const use = await deps.gatewayOf(order.shop, bill.keySet)
  const said = use ? await use.gateway.status(idsOf(bill)) : undefined
  await deps.store.orders.advance(order.shop, order.id, (current) => noted(current, bill, deps.clock.now()))
  if (!use) deps.log.error({ order: order.id, keySet: bill.keySet }, 'the keys of an open bill are gone')
  const word = said === null ? neverHeard(bill, deps.clock.now()) : said
  if (!word || !('state' in word)) return said === null ? 'unknown' : null
  await applyStatus(deps, { order, attempt: bill.attempt, word }, use?.merchantId)
  return word.state
}

/** Remembers when the gateway was asked; no history line, so the version guard is the only cost. */
const noted = (order: Order, bill: Bill, now: Millis): Decision => {
  const stored = order.bills[bill.attempt]
  if (!stored || stored.final) return { skip: 'nothing to ask' }
  return {
    quiet: true,
    type: 'asked',
    by: 'system',
    patch: { bills: { ...order.bills, [bill.attempt]: { ...stored, askedAt: now } } },
  }
}

/** Our clock only takes the offer back: the bill is asked for until the gateway's word is final, and that ends the order. */
const endWhatIsOver = async (deps: SettleDeps, { shop, id }: Order): Promise<void> => {
  const now = deps.clock.now()
  await deps.store.orders.advance(shop, id, (order) => {
    // A claimed bill waits for the seller, however long.
    const over = openBills(order).every(
      (bill) => bill.claimedAt === undefined && endOf(bill) + DEFAULTS.askBillWithWebhook.afterExpiry <= now,
    )
    if (order.state !== 'awaitingPayment' || !over) return { skip: order.state }
    const jobs = order.quote.saldo > 0 ? [creditJob(order, 'release', now)] : []
    return { to: 'lapsed', type: 'lapsed', by: 'system', reason: 'bill', jobs }
  })
  await deps.store.orders.advance(shop, id, (order) =>
    order.state === 'lapsed' && openBills(order).length === 0
      ? { to: 'closed', type: 'closed', by: 'system' }
      : { skip: order.state },
  )
}
