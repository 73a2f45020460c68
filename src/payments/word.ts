// What one word of the gateway on one bill makes of the order as it stands. Pure; `settle.ts` asks and writes.
import type { Millis } from '../lib/brand.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { Decision, JobDraft, Move } from '../model/flow.ts'
import { isPaid, tell } from '../model/flow.ts'
import type { Bill, Order, StrayMoney } from '../model/order.ts'
import { newestBill } from '../model/order.ts'
import { takenBack } from '../model/settled.ts'
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
      // Claimed in its last moment: it waits for the seller now.
      return heard.bill.claimedAt === undefined ? onEnded(order, heard) : { skip: 'claimed' }
    case 'cancelled':
    case 'failed':
      return onEnded(order, heard)
    default:
      return onTakenBack(order, heard)
  }
}

const openBills = (bills: Record<string, Bill>): Bill[] => Object.values(bills).filter(({ final }) => !final)

/** Rupiah is what everything here is counted in. */
const isForeign = ({ word }: Heard): boolean => word.currency !== 'IDR'

const paidBill = (heard: Heard): Bill => {
  const { bill, word, now } = heard
  return {
    ...bill,
    state: 'paid',
    final: true,
    reference: bill.reference ?? word.reference,
    paidAt: word.paidAt ?? now,
    ...(isForeign(heard) ? {} : { paidAmount: word.amount }),
    ...(word.issuer ? { issuer: word.issuer } : {}),
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

const stray = (kind: StrayMoney['kind'], heard: Heard): Record<string, StrayMoney> => {
  const { bill, word, now } = heard
  const id = `${kind}:${bill.attempt}`
  const currency = isForeign(heard) ? { currency: word.currency } : {}
  return {
    [id]: { id, kind, attempt: bill.attempt, amount: word.amount, ...currency, state: 'due', at: now },
  }
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
    return { ...told, to: 'lapsed', jobs: [askJob(order, now), ...free] }
  }
  return order.state === 'lapsed' || order.state === 'withdrawn' ? { ...told, to: 'closed' } : told
}

/** Asks for what is still open; an order that lapsed by the gateway's own word closes with it, in a second move of the same history. */
const askJob = (order: Order, at: Millis): JobDraft => ({
  id: `payments.ask:${order.id}:close:${order.v}`,
  name: 'payments.ask',
  at,
  payload: { shop: order.shop, order: order.id },
})

/**
 * Refunded at the gateway or charged back: written down for the seller, each time with what was taken since the last (the gateway
 * tells the sum of it all). A bill that we never saw paid is over with it; what is left of its money goes to saldo.
 */
const onTakenBack = (order: Order, heard: Heard): Decision => {
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

const sellerJob = (order: Order, mark: string, at: Millis): JobDraft => ({
  id: `notices.seller:${order.id}:${mark}`,
  name: 'notices.seller',
  at,
  payload: { shop: order.shop, order: order.id },
})

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
