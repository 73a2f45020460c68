// What the gateway let go back, or had to: refunds, ours among them, and chargebacks. And a bill that is over without a payment. Pure.
import type { Millis, Rupiah } from '../lib/brand.ts'
import type { Decision, Move } from '../model/flow.ts'
import { tell } from '../model/flow.ts'
import type { Bill, Order, Refund, StrayMoney } from '../model/order.ts'
import { takenBack } from '../model/settled.ts'
import { askJob, type Heard, openBills, paidBill, refundKey, sellerJob, stray } from './heard.ts'
import { creditJob } from './saldo.ts'

/** Expired, cancelled, denied: the last word on this bill. The order lapses, or closes, when no bill is left to ask about. */
export const onEnded = (order: Order, { bill, word, now }: Heard): Decision => {
  if (bill.final) return { skip: 'known' }
  const state = word.state === 'expired' || word.state === 'cancelled' ? word.state : 'failed'
  const bills: Record<string, Bill> = { ...order.bills, [bill.attempt]: { ...bill, state, final: true } }
  const told = {
    type: `bill.${word.state}`,
    by: 'gateway' as const,
    data: { attempt: bill.attempt },
    patch: { bills },
  }
  if (openBills(bills).length > 0) return told
  if (order.state === 'awaitingPayment') {
    const free = order.quote.saldo > 0 ? [creditJob(order, 'release', now)] : []
    return { ...told, to: 'lapsed', jobs: [askJob(order, now), ...free] }
  }
  return order.state === 'lapsed' || order.state === 'withdrawn' ? { ...told, to: 'closed' } : told
}

/**
 * Refunded at the gateway or charged back: written down for the seller, each time with what was taken since the last (the gateway
 * tells the sum of it all, our own refunds among it). A bill that we never saw paid is over with it; what is left of its money goes
 * to saldo.
 */
export const onTakenBack = (order: Order, heard: Heard): Decision => {
  const { bill, word, now } = heard
  const own = ours(order, heard)
  const before = takenBack(order, bill) + own.sum
  const amount = word.amount - before
  if (amount <= 0) return own.confirmed.length > 0 ? confirmed(order, own.confirmed, now) : { skip: 'known' }
  const id = `${word.state}:${bill.attempt}${before > 0 ? `:${word.amount}` : ''}`
  const entry: StrayMoney = { id, kind: 'chargeback', attempt: bill.attempt, amount, state: 'due', at: now }
  const rest = unseen(order, heard)
  return {
    ...rest,
    type: word.state,
    by: 'gateway',
    key: id,
    data: { attempt: bill.attempt, amount },
    patch: {
      ...rest?.patch,
      ...(own.confirmed.length > 0 ? { refunds: withDone(order, own.confirmed) } : {}),
      money: { ...stillDue(order, entry), ...rest?.patch?.money, [id]: entry },
    },
    jobs: [...(rest?.jobs ?? []), sellerJob(order, id, now)],
  }
}

/** What of the gateway's sum are refunds that we asked for ourselves; `confirmed`: not known to be done until now. */
type Ours = { sum: Rupiah; confirmed: Refund[] }

const sumOf = (refunds: Refund[]): Rupiah => refunds.reduce((sum, { amount }) => sum + amount, 0)

const ours = ({ refunds }: Order, { bill, word }: Heard): Ours => {
  const mine = Object.values(refunds).filter(
    ({ to, attempt }) => to === 'gateway' && attempt === bill.attempt,
  )
  const done = mine.filter(({ state }) => state === 'done')
  const open = mine.filter(({ state }) => state !== 'done')
  if (word.refunds) {
    const keys = new Set(word.refunds.map(({ key }) => key))
    // Even one that was called refused: the list shows that it was not.
    const listed = open.filter((one) => keys.has(refundKey(one)))
    return { sum: sumOf(done) + sumOf(listed), confirmed: listed }
  }
  // Told as a sum alone: what we have asked for is counted as ours first, and its own answer will say.
  const asked = open.filter(({ state, askedAt }) => state === 'due' && askedAt !== undefined)
  return { sum: Math.min(Math.max(word.amount, sumOf(done)), sumOf(done) + sumOf(asked)), confirmed: [] }
}

const withDone = ({ refunds }: Order, confirmed: Refund[]): Order['refunds'] => ({
  ...refunds,
  ...Object.fromEntries(
    confirmed.map(({ fault: _, ...one }): [string, Refund] => [one.id, { ...one, state: 'done' }]),
  ),
})

/** The gateway tells of our own refund before its answer reached us. */
const confirmed = (order: Order, refunds: Refund[], now: Millis): Move => ({
  type: 'refunded',
  by: 'gateway',
  data: { amount: sumOf(refunds), to: 'gateway' },
  patch: { refunds: withDone(order, refunds) },
  jobs: refunds.map(({ id }) => tell(order, `refund:${id}`, now)),
})

/** Money on its way to saldo that the gateway gives back itself goes there no more: the customer would have it twice. */
const stillDue = ({ money }: Order, { attempt, amount }: StrayMoney): Record<string, StrayMoney> =>
  Object.fromEntries(
    Object.entries(money).flatMap(([id, one]) => {
      if (one.attempt !== attempt || one.kind === 'chargeback' || one.state !== 'due') return [[id, one]]
      return one.amount > amount ? [[id, { ...one, amount: one.amount - amount }]] : []
    }),
  )

/** A bill whose payment was taken back before we heard of it: it ends, and what was left with the shop is the customer's. */
const unseen = (order: Order, heard: Heard): Move | null => {
  const { bill, word, now } = heard
  if (bill.state === 'paid') return null
  const decided = bill.final ? null : onEnded(order, heard)
  const ended = decided && 'type' in decided ? decided : null
  const paid = word.paid ?? bill.amount
  if (paid <= word.amount) return ended
  const left = { ...heard, word: { ...word, amount: paid - word.amount } }
  const bills = { ...order.bills, [bill.attempt]: paidBill({ ...heard, word: { ...word, amount: paid } }) }
  return {
    type: word.state,
    by: 'gateway',
    ...ended,
    patch: { ...ended?.patch, bills, money: stray('late', left) },
    jobs: [...(ended?.jobs ?? []), creditJob(order, 'stray', now), tell(order, `stray:${bill.attempt}`, now)],
  }
}
