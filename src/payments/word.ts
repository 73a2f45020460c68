// What one word of the gateway on one bill makes of the order as it stands. Pure; `settle.ts` asks and writes.
import type { Millis } from '../lib/brand.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { Decision, JobDraft, Move } from '../model/flow.ts'
import { isPaid, tell } from '../model/flow.ts'
import type { Bill, Order, StrayMoney } from '../model/order.ts'
import { newestBill } from '../model/order.ts'
import { askJob, type Heard, isForeign, openBills, paidBill, sellerJob, stray } from './heard.ts'
import { creditJob } from './saldo.ts'
import { onEnded, onTakenBack } from './taken-back.ts'

export const decideByWord = (order: Order, heard: Heard): Decision => {
  switch (heard.word.state) {
    case 'pending':
      return { skip: 'pending' }
    case 'paid':
      return onPaid(order, heard)
    case 'expired':
      // Claimed in its last moment: it waits for the seller now.
      return heard.bill.claimedAt === undefined ? onEnded(order, heard) : { skip: 'claimed' }
    case 'cancelled':
    case 'failed':
      return onEnded(order, heard)
    default:
      return onTakenBack(order, heard)
  }
}

const onPaid = (order: Order, heard: Heard): Decision => {
  const { bill, word, revive } = heard
  if (bill.state === 'paid') return { skip: 'already paid' }
  if (order.deposit && !isForeign(heard)) return filled(order, heard)
  const waited = order.state === 'awaitingPayment' || order.state === 'billing'
  const whole = !isForeign(heard) && word.amount === bill.amount && bill.amount === order.quote.toPay
  if (whole && (waited || (order.state === 'lapsed' && revive))) return bought(order, heard, waited)
  if (order.state === 'awaitingPayment') return unlikeBill(order, heard)
  if (order.state === 'billing' && newestBill(order)?.attempt === bill.attempt) return cardAgain(order, heard)
  return strayed(order, heard)
}

const settledMark = ({ bill, word }: Heard) => ({
  by: 'gateway' as const,
  key: `paid:${bill.attempt}`,
  data: { attempt: bill.attempt, amount: word.amount },
})

const bought = (order: Order, heard: Heard, waited: boolean): Decision => ({
  ...settledMark(heard),
  to: 'paid',
  type: waited ? 'paid' : 'revived',
  patch: { bills: { ...order.bills, [heard.bill.attempt]: paidBill(heard) } },
  jobs: [
    ...(order.quote.saldo > 0 ? [creditJob(order, 'capture', heard.now)] : []),
    ...askingOn(order, heard.bill, heard.now),
  ],
})

/** A deposit takes whatever sum came, late too; only what comes to one that has ended is money that no bill waited for. */
const filled = (order: Order, heard: Heard): Decision => {
  const waited = order.state === 'awaitingPayment' || order.state === 'billing'
  return waited || order.state === 'lapsed' ? bought(order, heard, waited) : strayed(order, heard)
}

/** From `billing` no question is under way: another bill of the order that is not final must not be forgotten. */
export const askingOn = (order: Order, settled: Bill | null, now: Millis): JobDraft[] =>
  order.state === 'billing' && openBills(order.bills).some(({ attempt }) => attempt !== settled?.attempt)
    ? [askJob(order, now)]
    : []

/** The bill that was waited for, with another sum or in another currency: the seller or the customer decides, else rupiah go to saldo. */
const unlikeBill = (order: Order, heard: Heard): Decision => {
  const kind = isForeign(heard) ? 'otherCurrency' : 'otherSum'
  return {
    ...settledMark(heard),
    to: 'held',
    type: kind,
    patch: {
      bills: { ...order.bills, [heard.bill.attempt]: paidBill(heard) },
      money: { ...order.money, ...stray(kind, heard) },
      why: kind,
      deadline: (heard.now + DEFAULTS.held) as Millis,
    },
  }
}

/** Another sum on a bill that is still being made, so never shown: it goes to saldo, and the card waits for a new yes. */
const cardAgain = (order: Order, heard: Heard): Decision => {
  const { patch, ...rest } = strayed(order, heard)
  const quote = { ...order.quote, expiresAt: (heard.now + DEFAULTS.quoteLife) as Millis }
  return { ...rest, to: 'quoted', patch: { ...patch, quote } }
}

const strayKind = (order: Order, heard: Heard): StrayMoney['kind'] => {
  if (isForeign(heard)) return 'otherCurrency'
  return isPaid(order.state) ? 'second' : 'late'
}

/** Money that no bill waited for: to the customer's saldo, or to the seller's list when it is not in rupiah. A reservation tried for a
 *  revival is freed with it. */
const strayed = (order: Order, heard: Heard): Move => {
  const kind = strayKind(order, heard)
  const { now, bill } = heard
  return {
    ...settledMark(heard),
    type: isForeign(heard) ? kind : `${kind}Money`,
    patch: {
      bills: { ...order.bills, [bill.attempt]: paidBill(heard) },
      money: { ...order.money, ...stray(kind, heard) },
    },
    jobs: [
      ...(isForeign(heard)
        ? [sellerJob(order, `${kind}:${bill.attempt}`, now)]
        : [creditJob(order, 'stray', now), tell(order, `stray:${bill.attempt}`, now)]),
      ...(order.quote.saldo > 0 ? [creditJob(order, 'release', now)] : []),
      ...(order.state === 'lapsed' ? [askJob(order, now)] : []),
    ],
  }
}
