// Bills of the seller's own static QRIS: the customer says that one is paid, the seller says what came. Both are moves of the order
// first, with who and why; the gateway's books follow (`claimed.ts`), and its word then moves the order as that of any gateway.
import type { CustomerId, Millis, OrderId, Rupiah, ShopId } from '../lib/brand.ts'
import { DAY, MINUTE } from '../lib/clock.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import { DEFAULTS } from '../model/defaults.ts'
import { deskJob } from '../model/desk-news.ts'
import type { Decision } from '../model/flow.ts'
import { tell } from '../model/flow.ts'
import type { Bill, By, Order } from '../model/order.ts'
import { claimJob, followClaim, wordMark } from './claimed.ts'
import type { SettleDeps } from './settle.ts'

type Which = {
  shop: ShopId
  order: OrderId
  /** The bill meant; the newest of them otherwise. */
  attempt?: string
}

/** So long after its end a bill may still be claimed. */
const CLAIMABLE = DAY

/** The bill that the customer was shown, made with the static QRIS. */
const shownBill = ({ bills }: Order, attempt?: string): Bill | undefined =>
  Object.values(bills)
    .filter((bill) => bill.gateway === 'manual' && bill.reference !== undefined)
    .filter((bill) => attempt === undefined || bill.attempt === attempt)
    .sort((a, b) => a.createdAt - b.createdAt || a.attempt.localeCompare(b.attempt))
    .at(-1)

const isDecided = (order: Order, { attempt, state }: Bill): boolean =>
  state === 'paid' || wordMark(attempt) in order.seen

const withBill = (order: Order, bill: Bill): Pick<Order, 'bills'> => ({
  bills: { ...order.bills, [bill.attempt]: bill },
})

/** "Sudah bayar", or a picture of a transfer. It settles nothing: the seller is told, once, and reminded. `fresh`: not told before. */
export const claim = async (
  deps: SettleDeps,
  input: Which & { customer: CustomerId },
): Promise<Outcome<{ order: Order; fresh: boolean }, 'notFound' | 'notManual' | 'decided' | 'over'>> => {
  const { shop, customer, order: id } = input
  const order = await deps.store.orders.ofCustomer(shop, customer, id)
  if (!order) return refuse('notFound')
  const bill = shownBill(order, input.attempt)
  if (!bill) return refuse('notManual')
  const now = deps.clock.now()
  if (bill.claimedAt === undefined && now > endOf(bill) + CLAIMABLE) return refuse('over')
  const moved = await deps.store.orders.advance(shop, id, (current) => claimed(current, bill.attempt, now))
  if (!moved.ok && moved.detail !== 'claimed') return refuse('decided')
  await followClaim(deps, { shop, order: id, attempt: bill.attempt })
  return {
    ok: true,
    fresh: moved.ok,
    order: (await deps.store.orders.get(shop, id)) ?? order,
  }
}

const endOf = (bill: Bill): number => bill.expiresAt ?? bill.createdAt + DEFAULTS.billMinutes * MINUTE

const claimed = (order: Order, attempt: string, now: Millis): Decision => {
  const bill = order.bills[attempt]
  if (!bill || isDecided(order, bill)) return { skip: 'decided' }
  if (bill.claimedAt !== undefined) return { skip: 'claimed' }
  const { notYetAt: _, ...rest } = bill
  return {
    type: 'claimed',
    by: 'customer',
    data: { attempt },
    patch: withBill(order, { ...rest, claimedAt: now }),
    jobs: [
      deskJob(order.shop, { news: 'claim', order: order.id, mark: `${attempt}:${now}` }, now),
      claimJob(order, { attempt, since: String(now) }, now),
    ],
  }
}

export type SellerSays = 'received' | 'notYet' | { sum: Rupiah }
export type WordRefusal = 'notFound' | 'notManual' | 'decided' | 'notClaimed' | 'amount'

/** "Uang masuk", "Nominal beda" with the sum, "Belum". What came is said once and for all, late too; "not yet" lets the customer press
 *  again. The order is answered as it then stands. */
export const sellerWord = async (
  deps: SettleDeps,
  input: Which & { by: By; says: SellerSays; reason?: string },
): Promise<Outcome<{ order: Order }, WordRefusal>> => {
  const { shop, order: id, says } = input
  const order = await deps.store.orders.get(shop, id)
  if (!order) return refuse('notFound')
  const bill = shownBill(order, input.attempt)
  if (!bill) return refuse('notManual')
  if (typeof says === 'object' && !isSum(says.sum)) return refuse('amount')
  const now = deps.clock.now()
  const { attempt } = bill
  const moved = await deps.store.orders.advance(shop, id, (current) =>
    says === 'notYet'
      ? notSeen(current, { ...input, attempt, now })
      : seen(current, { ...input, attempt, now }),
  )
  if (!moved.ok) return refuse(moved.detail === 'notClaimed' ? 'notClaimed' : 'decided')
  const word = says === 'notYet' ? {} : wordOf(moved.order, { ...input, attempt, now })
  await followClaim(deps, { shop, order: id, attempt, ...word })
  return { ok: true, order: (await deps.store.orders.get(shop, id)) ?? moved.order }
}

/** A customer may scan more than once, so above a bill's most; beyond this it is a slip of the finger. */
const MOST = 1_000_000_000
const isSum = (sum: Rupiah): boolean => Number.isSafeInteger(sum) && sum > 0 && sum <= MOST

type Said = { by: By; says: SellerSays; reason?: string; attempt: string; now: Millis }

const notSeen = (order: Order, { by, reason, attempt, now }: Said): Decision => {
  const bill = order.bills[attempt]
  if (!bill || isDecided(order, bill)) return { skip: 'decided' }
  if (bill.claimedAt === undefined) return { skip: 'notClaimed' }
  const { claimedAt: _, ...rest } = bill
  return {
    type: 'notYet',
    by,
    ...(reason ? { reason } : {}),
    data: { attempt },
    patch: withBill(order, { ...rest, notYetAt: now }),
    jobs: [claimJob(order, { attempt }, now), tell(order, `notYet:${order.v}`, now)],
  }
}

/** What travels with the job, so that the word reaches the gateway's books even if this process dies. */
const wordOf = (order: Order, { says, by, attempt, now }: Said): Record<string, string> => ({
  amount: String(typeof says === 'object' ? says.sum : (order.bills[attempt]?.amount ?? 0)),
  by,
  at: String(now),
})

const seen = (order: Order, said: Said): Decision => {
  const { by, reason, attempt, now } = said
  const bill = order.bills[attempt]
  if (!bill || isDecided(order, bill)) return { skip: 'decided' }
  const word = wordOf(order, said)
  return {
    type: 'sellerWord',
    by,
    ...(reason ? { reason } : {}),
    key: wordMark(attempt),
    data: { attempt, amount: Number(word['amount']) },
    jobs: [claimJob(order, { attempt, ...word }, now)],
  }
}
