// One telling of an order: what is said, where, and the mark by which it is said once.
import type { Millis, Rupiah } from '../lib/brand.ts'
import type { Bill, Order } from '../model/order.ts'
import type { News } from '../model/say.ts'
import type { BillMark } from './picture.ts'

export type Telling = {
  /** Told once: the order keeps `told:<mark>` among its idempotency marks. */
  mark: string
  news: News
  /** `aside`: a message of its own that does not become the order's. */
  place: 'new' | 'edit' | 'aside'
  /** With sound at any hour: money received, and what needs the customer. */
  loud: boolean
  /** An older message of the same bill that goes when the new one stands. */
  replaces?: number
}

export type Composing = {
  now: Millis
  picture(order: Order, bill: Bill, mark?: BillMark): Uint8Array
  /** What the customer's saldo is now: for news of a deposit. */
  saldo?: Rupiah
}

export const keyOf = (mark: string): string => `told:${mark}`

export const isSaid = (order: Order, mark: string): boolean =>
  keyOf(mark) in order.seen || order.told?.news === mark

export const unsaid = (order: Order, telling: Telling): Telling | null =>
  isSaid(order, telling.mark) ? null : telling
