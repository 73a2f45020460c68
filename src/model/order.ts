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
import type { Facts, RefusalReason, SellableType } from './service.ts'
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
  /** What it was when it was bought: a panel may sell something else under the same number by the time of sending. */
  sells?: Pick<Facts, 'platform' | 'kind'>
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
  gateway: 'midtrans' | 'sandbox' | 'manual'
  /** The key set it was charged with: stays until the gateway's word on it is final. */
  keySet: string
  /** Charged with the platform's keys: its money is with the admin, who owes it to the shop. */
  platform?: boolean
  /** What the gateway kept of a payment when this bill was made, percent: a later change of the rate changes no account. */
  fee?: string
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
  /** When the customer said, or showed, that a bill of the manual gateway was paid: it waits for the seller's word. */
  claimedAt?: Millis
  /** The seller looked for it and had not seen it by then: it may be claimed again. */
  notYetAt?: Millis
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
  /** The lane it went through: the panel account. */
  account?: string
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
  /** Was `unknown` before the seller said that it had not gone in: a resend that the panel calls a duplicate proves it had. */
  doubted?: boolean
}

/** Where money that is given back goes: the customer's saldo, back through the gateway that took it, or by the seller's own hand. */
export type RefundTo = 'saldo' | 'gateway' | 'hand'

/** Money given back: `due` until it has arrived where it goes. `failed` counts as not given. */
export type Refund = {
  id: string
  amount: Rupiah
  to: RefundTo
  state: 'due' | 'done' | 'failed'
  reason: string
  at: Millis
  by?: By
  /** How it was paid by hand, in the seller's words. */
  note?: string
  /** The payment attempt that the gateway gives back. */
  attempt?: string
  /** When the gateway was asked for it first: from then on it may have happened, and it is only asked for again under the same key. */
  askedAt?: Millis
  /** Why the gateway did not, for the seller. */
  fault?: string
}

/** A refill that the panel was asked for. `due` without a panel's number: asked, and no readable answer; it is not asked for again. */
export type Refill = {
  id: string
  state: 'due' | 'done' | 'failed'
  at: Millis
  by: By
  /** The panel's number of it. */
  panelRefill?: string
  /** Its answer could not be read: only a person can tell what became of it. */
  unknown?: boolean
  /** When it is asked next how it stands. */
  askAt?: Millis
  endedAt?: Millis
  /** The panel's own text: for the seller only. */
  message?: string
}

/** Money that no bill waited for. */
export type StrayMoney = {
  id: string
  /** `otherCurrency`: `amount` counts that currency's units, no rupiah; only the seller can give it back, by hand. */
  kind: 'late' | 'second' | 'otherSum' | 'otherCurrency' | 'chargeback'
  attempt: string
  amount: Rupiah
  currency?: string
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
  /** When its figures or its word last changed: a panel that repeats itself for a day needs a person. */
  movedAt?: Millis
}

/** The one message about this order that is edited in place. */
export type Told = { chat: ChatKey; messageId: number; news: string; v: number }

/** Where the next sending goes instead of the quote's own service: an alternative that the seller mapped, or chose. */
export type Route = Pick<Quote, 'service' | 'provider' | 'service_id_api' | 'cost'>

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
  /** A bill that fills saldo: nothing is bought, whatever sum came is credited. Its quote names no service. */
  deposit?: true
  quote: Quote
  route?: Route | undefined
  terms?: { version: string; at: Millis }
  bills: Record<string, Bill>
  submissions: Record<string, Submission>
  refunds: Record<string, Refund>
  refills?: Record<string, Refill>
  money: Record<string, StrayMoney>
  progress?: Progress
  told?: Told | undefined
  /** Why it waits or is held, in our words. */
  why?:
    | RefusalReason
    | 'play'
    | 'sameLink'
    | 'price'
    | 'restored'
    | 'otherSum'
    | 'otherCurrency'
    | 'tries'
    | 'idMissing'
    | undefined
  /** Until when it may wait or be held. */
  deadline?: Millis
  /** The seller's "send for real" or "send anyway": the next sending is theirs. */
  approved?: { by: By; at: Millis } | undefined
  /** Earliest next sending after "never left the house", and how often that happened. */
  submitAt?: Millis
  submitTries?: number
  /** The copy that it stood in was put back at this time: it may have been sent in the time that was lost. */
  restored?: Millis | undefined
  /** The customer was told that the same order is still running, and said yes to another. */
  repeat?: true
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

/** Said to stand still, and not moved since. */
export const stalledOf = ({ events, progress }: Order): OrderEvent | undefined => {
  const last = events.findLast(({ type }) => type === 'stalled')
  return last && (progress?.movedAt ?? 0) <= last.at ? last : undefined
}

/** The submission the panel took, if any: at most one (rule 1). */
export const acceptedSubmission = (order: Order): Submission | undefined =>
  Object.values(order.submissions).find((submission) => submission.outcome === 'accepted')

export const newestSubmission = (order: Order): Submission | undefined =>
  Object.values(order.submissions).sort((a, b) => b.startedAt - a.startedAt || b.id.localeCompare(a.id))[0]

/** Where the next sending goes. */
export const routeOf = ({ route, quote }: Order): Route => {
  const { service, provider, service_id_api, cost } = route ?? quote
  return { service, provider, service_id_api, cost }
}

/** The provider whose word on the order counts: that of the sending which was taken, else where the next one goes. */
export const providerOf = (order: Order): ProviderId =>
  acceptedSubmission(order)?.provider ?? routeOf(order).provider

/** The order that a payment attempt belongs to: `<order id>-<n>`. */
export const orderOfAttempt = (attempt: string): OrderId => attempt.replace(/-\d+$/, '')
