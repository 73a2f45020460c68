// What the gateway let go back, or had to: refunds, ours among them, and chargebacks. And a bill that is over without a payment. Pure.
import type { Decision, Move } from '../model/flow.ts'
import { tell } from '../model/flow.ts'
import type { Bill, Order, StrayMoney } from '../model/order.ts'
import { takenBack } from '../model/settled.ts'
import { askJob, type Heard, openBills, paidBill, sellerJob, stray } from './heard.ts'
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
 * tells the sum of it all). A bill that we never saw paid is over with it; what is left of its money goes to saldo.
 */
export const onTakenBack = (order: Order, heard: Heard): Decision => {
  const { bill, word, now } = heard
  const before = takenBack(order, bill)
  const amount = word.amount - before
  if (amount <= 0) return { skip: 'known' }
  const id = `${word.state}:${bill.attempt}${before > 0 ? `:${word.amount}` : ''}`
  const entry: StrayMoney = { id, kind: 'chargeback', attempt: bill.attempt, amount, state: 'due', at: now }
  const rest = unseen(order, heard)
  return {
    ...rest,
    type: word.state,
    by: 'gateway',
    key: id,
    data: { attempt: bill.attempt, amount },
    patch: { ...rest?.patch, money: { ...stillDue(order, entry), ...rest?.patch?.money, [id]: entry } },
    jobs: [...(rest?.jobs ?? []), sellerJob(order, id, now)],
  }
}

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
