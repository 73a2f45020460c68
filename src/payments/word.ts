// What one word of the gateway on one bill makes of the order as it stands. Pure; `settle.ts` asks and writes.
import type { Millis } from '../lib/brand.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { Decision, JobDraft } from '../model/flow.ts'
import { isPaid, tell } from '../model/flow.ts'
import type { Bill, Order, StrayMoney } from '../model/order.ts'
import type { BillStatus } from './gateway.ts'
import { creditJob } from './saldo.ts'

export type Heard = {
  bill: Bill
  word: BillStatus
  /** Rule 10: late money may still buy what was quoted. */
  revive: boolean
  now: Millis
}

export const decideByWord = (order: Order, heard: Heard): Decision => {
  switch (heard.word.state) {
    case 'pending':
      return { skip: 'pending' }
    case 'paid':
      return onPaid(order, heard)
    case 'expired':
    case 'cancelled':
    case 'failed':
      return onEnded(order, heard)
    default:
      return onTakenBack(order, heard)
  }
}

const openBills = (bills: Record<string, Bill>): Bill[] => Object.values(bills).filter(({ final }) => !final)

const paidBill = ({ bill, word, now }: Heard): Bill => ({
  ...bill,
  state: 'paid',
  final: true,
  reference: bill.reference ?? word.reference,
  paidAt: word.paidAt ?? now,
  paidAmount: word.amount,
  ...(word.issuer ? { issuer: word.issuer } : {}),
})

const onPaid = (order: Order, heard: Heard): Decision => {
  const { bill, word, revive } = heard
  if (bill.state === 'paid') return { skip: 'already paid' }
  const waited = order.state === 'awaitingPayment' || order.state === 'billing'
  const whole = word.amount === bill.amount && bill.amount === order.quote.toPay
  if (whole && (waited || (order.state === 'lapsed' && revive))) return bought(order, heard, waited)
  if (order.state === 'awaitingPayment') return otherSum(order, heard)
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
  jobs: order.quote.saldo > 0 ? [creditJob(order, 'capture', heard.now)] : [],
})

/** The bill that was waited for, with another sum: the seller or the customer decides, else it goes to saldo. */
const otherSum = (order: Order, heard: Heard): Decision => ({
  ...settledMark(heard),
  to: 'held',
  type: 'otherSum',
  patch: {
    bills: { ...order.bills, [heard.bill.attempt]: paidBill(heard) },
    money: { ...order.money, ...stray('otherSum', heard) },
    why: 'otherSum',
    deadline: (heard.now + DEFAULTS.held) as Millis,
  },
})

/** Money that no bill waited for: to the customer's saldo. A reservation tried for a revival is freed with it. */
const strayed = (order: Order, heard: Heard): Decision => {
  const kind = isPaid(order.state) ? 'second' : 'late'
  const { now, bill } = heard
  return {
    ...settledMark(heard),
    type: `${kind}Money`,
    patch: {
      bills: { ...order.bills, [bill.attempt]: paidBill(heard) },
      money: { ...order.money, ...stray(kind, heard) },
    },
    jobs: [
      creditJob(order, 'stray', now),
      ...(order.quote.saldo > 0 ? [creditJob(order, 'release', now)] : []),
      ...(order.state === 'lapsed' ? [closeJob(order, now)] : []),
      tell(order, `stray:${bill.attempt}`, now),
    ],
  }
}

const stray = (kind: StrayMoney['kind'], { bill, word, now }: Heard): Record<string, StrayMoney> => {
  const id = `${kind}:${bill.attempt}`
  return { [id]: { id, kind, attempt: bill.attempt, amount: word.amount, state: 'due', at: now } }
}

/** Expired, cancelled, denied: the last word on this bill. The order lapses, or closes, when no bill is left to ask about. */
const onEnded = (order: Order, { bill, word, now }: Heard): Decision => {
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
    return { ...told, to: 'lapsed', jobs: [closeJob(order, now), ...free] }
  }
  return order.state === 'lapsed' || order.state === 'withdrawn' ? { ...told, to: 'closed' } : told
}

/** An order that lapsed by the gateway's own word closes in a second move of the same history. */
const closeJob = (order: Order, at: Millis): JobDraft => ({
  id: `payments.ask:${order.id}:close:${order.v}`,
  name: 'payments.ask',
  at,
  payload: { shop: order.shop, order: order.id },
})

/** Refunded at the gateway or charged back: written down for the seller. A bill that we never saw paid is over with it. */
const onTakenBack = (order: Order, heard: Heard): Decision => {
  const { bill, word, now } = heard
  const id = `${word.state}:${bill.attempt}`
  if (order.money[id]) return { skip: 'known' }
  const entry: StrayMoney = {
    id,
    kind: 'chargeback',
    attempt: bill.attempt,
    amount: word.amount,
    state: 'due',
    at: now,
  }
  const ended = bill.final ? null : onEnded(order, heard)
  const seller: JobDraft = {
    id: `notices.seller:${order.id}:${id}`,
    name: 'notices.seller',
    at: now,
    payload: { shop: order.shop, order: order.id },
  }
  const rest = ended && 'type' in ended ? ended : null
  return {
    ...rest,
    type: word.state,
    by: 'gateway',
    key: id,
    data: { attempt: bill.attempt, amount: word.amount },
    patch: { ...rest?.patch, money: { ...order.money, [id]: entry } },
    jobs: [...(rest?.jobs ?? []), seller],
  }
}
