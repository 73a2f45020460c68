// The one reminder of an unpaid bill, at two thirds of its life: a job laid down when the bill is shown.
import type { Millis } from '../lib/brand.ts'
import type { JobDraft } from '../model/job.ts'
import type { Bill, Order } from '../model/order.ts'
import { keyOf, type Telling } from './telling.ts'

export const reminderJob = (order: Order, bill: Bill): JobDraft => {
  const life = (bill.expiresAt ?? bill.createdAt) - bill.createdAt
  return {
    id: `notices.order:${order.id}:reminder:${bill.attempt}`,
    name: 'notices.order',
    at: (bill.createdAt + Math.floor((life * 2) / 3)) as Millis,
    payload: { shop: order.shop, order: order.id, mark: 'reminder', attempt: bill.attempt },
  }
}

/** Nothing when the bill is paid, claimed as paid, over, about to end, was never shown, or was reminded of before. */
export const reminderOf = (order: Order, attempt: string, now: Millis): Telling | null => {
  const bill = order.bills[attempt]
  const mark = `reminder:${attempt}`
  const open =
    order.state === 'awaitingPayment' &&
    bill?.state === 'open' &&
    bill.claimedAt === undefined &&
    (bill.expiresAt ?? now) > now
  if (!open || keyOf(mark) in order.seen || !order.told?.news.startsWith(`bill:${attempt}:`)) return null
  return { mark, news: { news: 'billReminder', order }, place: 'aside', loud: false }
}
