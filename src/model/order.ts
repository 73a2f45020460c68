// An order: one document that carries its quote, bills, submissions, refunds, stray money and history.
import type {
  ChatKey,
  CustomerId,
  Millis,
  OrderId,
  ProviderId,
  Rupiah,
  ServiceId,
  ShopId,
} from '../lib/brand.ts'
import type { JobDraft } from './job.ts'
import type { RefusalReason, SellableType } from './service.ts'
import type { OrderState } from './state.ts'

/** Who did it: `customer`, `seller:<account>`, `admin:<account>`, `gateway`, `panel` or `system`. */
export type By = 'customer' | 'gateway' | 'panel' | 'system' | `seller:${string}` | `admin:${string}`

export type OrderEvent = {
  /** The order's version that this line made. */
  n: number
  at: Millis
  type: string
  by: By
  from?: OrderState
  to?: OrderState
  reason?: string
  data?: Record<string, string | number | boolean>
}

export type MoneyKind = 'real' | 'play'

/** What the customer said yes to; frozen with the card. */
export type Quote = {
  service: ServiceId
  provider: ProviderId
  service_id_api: string
  mid: number
  displayName: string
  displayNote?: string
  type: SellableType
  /** Canonical link; `linkRaw` is what the customer wrote. */
  link: string
  linkRaw: string
  quantity: number
  comments?: string[]
  guarantee?: { days: number; way: 'button' | 'admin' }
  /** What the panel will charge, decimal string in `currency`, and the same in whole rupiah (rounded up). */
  cost: { amount: string; currency: string; exchange: string; rupiah: Rupiah }
  price: Rupiah
  /** Printed only where it multiplies out exactly. */
  perThousand?: Rupiah
  /** Paid from saldo, and what is left to pay by QRIS. */
  saldo: Rupiah
  toPay: Rupiah
  money: MoneyKind
  /** The panel's world: play money waits before a `real` one. */
  world: 'sandbox' | 'real'
  quotedAt: Millis
  expiresAt: Millis
}

/** One attempt to collect money; `attempt` is `<order id>-<n>`, used once. */
export type Bill = {
  attempt: string
  gateway: 'midtrans' | 'sandbox'
  /** The key set it was charged with: stays until the gateway's word on it is final. */
  keySet: string
  amount: Rupiah
  state: 'charging' | 'open' | 'paid' | 'expired' | 'cancelled' | 'failed'
  createdAt: Millis
  reference?: string
  qr?: string
  url?: string
  merchantName?: string
  nmid?: string
  expiresAt?: Millis
  /** The gateway was told where to report it: it is asked less often. */
  hooked?: boolean
  /** When the gateway was last asked. */
  askedAt?: Millis
  paidAt?: Millis
  paidAmount?: Rupiah
  issuer?: string
  /** The gateway's last word is final: asking has ended. */
  final?: boolean
}

/** One sending to the panel. The intent (without outcome) is stored before the request leaves. */
export type Submission = {
  id: string
  provider: ProviderId
  service_id_api: string
  /** The job that stored this intent: when it runs anew, the intent had no outcome and is `unknown`. */
  job: string
  startedAt: Millis
  outcome?: 'accepted' | 'refused' | 'neverLeft' | 'unknown'
  endedAt?: Millis
  panelId?: string
  reason?: RefusalReason
  /** The panel's own text: for the seller only. */
  message?: string
  balanceBefore?: string
  balanceAfter?: string
  hint?: 'probablyTaken' | 'probablyNotTaken'
}

/** Money given back: `due` until it has arrived where it goes. */
export type Refund = {
  id: string
  amount: Rupiah
  to: 'saldo'
  state: 'due' | 'done' | 'failed'
  reason: string
  at: Millis
}

/** Money that no bill waited for. */
export type StrayMoney = {
  id: string
  kind: 'late' | 'second' | 'otherSum' | 'chargeback'
  attempt: string
  amount: Rupiah
  state: 'due' | 'done'
  at: Millis
}

/** The panel's last word on the running order. */
export type Progress = {
  startCount?: number
  remains?: number
  charge?: string
  currency?: string
  word?: string
  at: Millis
}

/** The one message about this order that is edited in place. */
export type Told = { chat: ChatKey; messageId: number; news: string; v: number }

export type Order = {
  id: OrderId
  shop: ShopId
  /** Five characters A–Z2–9 without I, O, L; unique per shop; the only number a customer sees. */
  number: string
  customer: CustomerId
  chat: ChatKey
  v: number
  state: OrderState
  createdAt: Millis
  updatedAt: Millis
  quote: Quote
  terms?: { version: string; at: Millis }
  bills: Record<string, Bill>
  submissions: Record<string, Submission>
  refunds: Record<string, Refund>
  money: Record<string, StrayMoney>
  progress?: Progress
  told?: Told | undefined
  /** Why it waits or is held, in our words. */
  why?: RefusalReason | 'play' | 'sameLink' | 'price' | 'restored' | 'otherSum' | 'tries'
  /** Until when it may wait or be held. */
  deadline?: Millis
  /** The seller's "send for real" or "send anyway": the next sending is theirs. */
  approved?: { by: By; at: Millis } | undefined
  /** Earliest next sending after "never left the house", and how often that happened. */
  submitAt?: Millis
  submitTries?: number
  /** When the panel is asked next. */
  pollAt?: Millis
  events: OrderEvent[]
  /** Idempotency marks: cause → version. */
  seen: Record<string, number>
  outbox: JobDraft[]
}

/** The bill that is, or was last, open. */
export const newestBill = (order: Order): Bill | undefined =>
  Object.values(order.bills).sort(
    (a, b) => b.createdAt - a.createdAt || b.attempt.localeCompare(a.attempt),
  )[0]

/** The submission the panel took, if any: at most one (rule 1). */
export const acceptedSubmission = (order: Order): Submission | undefined =>
  Object.values(order.submissions).find((submission) => submission.outcome === 'accepted')

export const newestSubmission = (order: Order): Submission | undefined =>
  Object.values(order.submissions).sort((a, b) => b.startedAt - a.startedAt || b.id.localeCompare(a.id))[0]

/** The order that a payment attempt belongs to: `<order id>-<n>`. */
export const orderOfAttempt = (attempt: string): OrderId => attempt.replace(/-\d+$/, '')
