// What was heard of one bill, and what every answer to it is made of: the bill as paid, money without a bill, jobs that follow. Pure.
import type { Millis } from '../lib/brand.ts'
import type { JobDraft } from '../model/flow.ts'
import type { Bill, Order, Refund, StrayMoney } from '../model/order.ts'
import type { BillStatus } from './gateway.ts'

export type Heard = {
  bill: Bill
  word: BillStatus
  /** Rule 10: late money may still buy what was quoted. */
  revive: boolean
  now: Millis
}

export const openBills = (bills: Record<string, Bill>): Bill[] =>
  Object.values(bills).filter(({ final }) => !final)

/** Rupiah is what everything here is counted in. */
export const isForeign = ({ word }: Heard): boolean => word.currency !== 'IDR'

export const paidBill = (heard: Heard): Bill => {
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

export const stray = (kind: StrayMoney['kind'], heard: Heard): Record<string, StrayMoney> => {
  const { bill, word, now } = heard
  const id = `${kind}:${bill.attempt}`
  const currency = isForeign(heard) ? { currency: word.currency } : {}
  return {
    [id]: { id, kind, attempt: bill.attempt, amount: word.amount, ...currency, state: 'due', at: now },
  }
}

/** Asks for what is still open; an order that lapsed by the gateway's own word closes with it, in a second move of the same history. */
export const askJob = (order: Order, at: Millis): JobDraft => ({
  id: `payments.ask:${order.id}:close:${order.v}`,
  name: 'payments.ask',
  at,
  payload: { shop: order.shop, order: order.id },
})

export const sellerJob = (order: Order, mark: string, at: Millis): JobDraft => ({
  id: `notices.seller:${order.id}:${mark}`,
  name: 'notices.seller',
  at,
  payload: { shop: order.shop, order: order.id },
})

/** The gateway's key of a refund of ours: the attempt it gives back, and which refund of the order. */
export const refundKey = ({ attempt, id }: Pick<Refund, 'attempt' | 'id'>): string => `${attempt}-${id}`
