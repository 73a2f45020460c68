// What the gateway says of a bill becomes a move of the order: paid, lapsed, closed, or money that no bill waited for (`word.ts`).
// Only the gateway's answer to our own question counts; a webhook is a reason to ask (job `payments.settle`).
import type { Millis } from '../lib/brand.ts'
import { DAY, MINUTE, SECOND } from '../lib/clock.ts'
import type { JobResult } from '../model/job.ts'
import type { Bill, Order } from '../model/order.ts'
import { orderOfAttempt } from '../model/order.ts'
import type { SettleDeps } from './deps.ts'
import type { BillStatus } from './gateway.ts'
import { freeSaldo, reserveAgain } from './saldo.ts'
import { noteUnknown } from './unknown-bill.ts'
import { decideByWord } from './word.ts'

export type { SettleDeps } from './deps.ts'

export type Word = { order: Order; attempt: string; word: BillStatus }

/** Between two questions about one notice. */
const PAUSE = 10 * SECOND

/** Job `payments.settle`. `until`: the notice told of more than a bill that waits; its word may reach `status` a little later. */
export const settle = async (deps: SettleDeps, payload: Record<string, string>): Promise<JobResult> => {
  const attempt = payload['attempt'] ?? ''
  const order = await deps.store.orders.find(orderOfAttempt(attempt))
  const bill = order?.bills[attempt]
  if (!order || !bill) return noteUnknown(deps, payload)
  // The same order number at the gateway once more: it may have been charged for us before a copy was put back.
  if (isOther(bill, payload['reference'])) return noteUnknown(deps, payload)
  const use = await deps.gatewayOf(order.shop, bill.keySet)
  if (!use) return { retry: `key set ${bill.keySet} is gone` }
  const word = await use.gateway.status(idsOf(bill))
  if (word === null) return { retry: 'the gateway does not know the bill that it reported' }
  // An outage is waited out, however long: after the order's end nobody else asks about this bill.
  if (!('state' in word)) return { again: (deps.clock.now() + (word.alarm ? 10 * MINUTE : MINUTE)) as Millis }
  await applyStatus(deps, { order, attempt, word }, use.merchantId)
  const now = deps.clock.now()
  const early = word.state === 'pending' && now < Number(payload['until'] ?? 0)
  return early ? { again: (now + PAUSE) as Millis } : 'done'
}

const isOther = ({ reference }: Bill, told: string | undefined): boolean =>
  reference !== undefined && told !== undefined && told !== reference

/** By what we stored, never by ids from a message. */
export const idsOf = ({ attempt, reference }: Bill): { attempt: string; reference?: string } => ({
  attempt,
  ...(reference ? { reference } : {}),
})

/** "Never heard of it" as a last word. A fresh charge may not be visible yet, and a bill that it gave us can't be unheard of: null
 *  for as long as that is not believed. */
export const neverHeard = (bill: Bill, now: number): BillStatus | null => {
  const believedFrom = bill.reference ? (bill.expiresAt ?? bill.createdAt) + DAY : bill.createdAt + 5 * MINUTE
  if (now < believedFrom) return null
  const { attempt, amount, reference = '' } = bill
  return { attempt, reference, state: 'failed', amount, currency: 'IDR' }
}

/** Moves the order by one word of the gateway. Repeats change nothing. */
export const applyStatus = async (deps: SettleDeps, told: Word, merchantId?: string): Promise<void> => {
  const wrong = mismatch(told, merchantId)
  if (wrong) return report(deps, told, wrong)
  while ((await moveByWord(deps, told)) === 'lapsedMeanwhile');
}

/** The revival is judged before the write; an order that lapsed in between is judged anew. */
const moveByWord = async (deps: SettleDeps, { order, attempt, word }: Word): Promise<unknown> => {
  const { orders } = deps.store
  const read = await orders.get(order.shop, order.id)
  if (!read) return null
  const late = word.state === 'paid' && read.state === 'lapsed' && !read.deposit
  const revive = late && (await canRevive(deps, read))
  const moved = await orders.advance(order.shop, order.id, (current) => {
    const bill = current.bills[attempt]
    if (!bill) return { skip: 'no such bill' }
    if (word.state === 'paid' && current.state === 'lapsed' && !late && !current.deposit)
      return { skip: 'lapsedMeanwhile' }
    return decideByWord(current, { bill, word, revive, now: deps.clock.now() })
  })
  if (late) await freeSaldo(deps, order)
  return moved.ok ? moved.order.state : moved.detail
}

/** Signature and transport proved nothing about these: compare with what we stored. */
const mismatch = ({ order, attempt, word }: Word, merchantId?: string): string | null => {
  const bill = order.bills[attempt]
  if (!bill || word.attempt !== attempt) return 'attempt'
  if (bill.reference && word.reference !== bill.reference) return 'reference'
  // A payment in another currency has a place of its own (held); of anything else it says that this is not our bill.
  if (word.currency !== 'IDR' && word.state !== 'paid') return 'currency'
  if (merchantId && word.merchant && word.merchant !== merchantId) return 'merchant'
  if (word.state === 'paid' && !(Number.isSafeInteger(word.amount) && word.amount > 0)) return 'amount'
  return word.paymentType && !['qris', 'gopay'].includes(word.paymentType) ? 'paymentType' : null
}

const report = async (deps: SettleDeps, { order, attempt, word }: Word, wrong: string): Promise<void> => {
  deps.log.error(
    { order: order.id, attempt, wrong, state: word.state },
    'the gateway tells of a bill that is not the one we made',
  )
  await deps.store.items.create({
    id: `it_mismatch_${attempt}_${wrong}`,
    shop: order.shop,
    kind: 'money',
    order: order.id,
    text: `${attempt}: ${wrong}, ${word.state}, Rp${word.amount}`,
    at: deps.clock.now(),
  })
}

/** The saldo part must be reservable again; guards of price and link come from the catalogue's side. */
const canRevive = async (deps: SettleDeps, order: Order): Promise<boolean> => {
  if (deps.mayRevive && !(await deps.mayRevive(order))) return false
  return reserveAgain(deps, order)
}
