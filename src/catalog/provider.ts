// The contract of a panel: every dialect is one driver behind it. A panel's words, codes and units stay inside the driver.
// Facts of the outside world: an `add` has no idempotency key, so it is sent once and its outcome has four forms.
import type { ProviderService, RefusalReason } from '../model/service.ts'

export type ProviderOrder = {
  service: string
  type: 'default' | 'package' | 'custom_comments'
  link: string
  /** Units of a default order; packages and comments leave it out on the wire. */
  quantity: number
  /** Non-empty lines, for custom comments. */
  comments?: string[]
}

/** Read failures. `message` is the panel's own text (key redacted, 200 characters): for the seller, never a customer. */
export type ProviderFault = {
  ok: false
  reason: 'auth' | 'ip' | 'unreachable' | 'unreadable' | 'refused' | 'blocked'
  /** HTTP status when there was one. */
  status?: number
  code?: string
  message: string
}

export type AddOutcome =
  | { kind: 'accepted'; id: string; charge?: string }
  /** A definite refusal of this order; `reason` is in our words, `message` the panel's. */
  | { kind: 'refused'; reason: RefusalReason; message: string }
  /** The request certainly never left the house; safe to try again. */
  | { kind: 'neverLeft'; code: string }
  /** Anything else after the first byte may have left: time-out, reset, 5xx, unreadable, unknown error text. */
  | { kind: 'unknown'; detail: string }

export type ProviderState =
  | 'pending'
  | 'processing'
  | 'inProgress'
  | 'completed'
  | 'partial'
  | 'canceled'
  | 'failed'

/** One order as the panel tells it. Missing or unreadable fields are left out: silence is not news. */
export type ProviderStatus = {
  state?: ProviderState
  /** The panel's own word, for the seller's log. */
  word?: string
  startCount?: number
  /** Units not delivered, clamped to ≥ 0. */
  remains?: number
  /** Decimal string in the account's currency. */
  charge?: string
  currency?: string
}

/** A refill has no idempotency key either: asked for once, and what can't be read is unknown. */
export type RefillOutcome =
  | { kind: 'accepted'; id: string }
  | { kind: 'refused'; message: string }
  | { kind: 'neverLeft'; code: string }
  | { kind: 'unknown'; detail: string }

export type RefillStatus = { state?: 'pending' | 'done' | 'failed'; word?: string }

export type Provider = {
  /** Asks for a refill of one of its orders, with exactly one request. Absent: this panel has none by API. */
  refill?(order: string): Promise<RefillOutcome>
  refillStatus?(refill: string): Promise<({ ok: true } & RefillStatus) | ProviderFault>
  /** `currency` is '' when the panel does not tell it. `raw` is the start of the answer, key redacted, for the seller. */
  balance(): Promise<{ ok: true; balance: string; currency: string; raw: string } | ProviderFault>
  /** Rows as far as readable, in panel order; a row that can't be read is in `invalid` with its reasons.
   *  `row` counts from 1; a reason is a code (`rateUnreadable`, …), with the panel's value after a colon where that helps. */
  services(): Promise<
    | {
        ok: true
        services: ProviderService[]
        invalid: { row: number; id?: string; name?: string; reasons: string[] }[]
        raw: string
      }
    | ProviderFault
  >
  /** Sends exactly one request. Never retried by the driver. */
  add(order: ProviderOrder): Promise<AddOutcome>
  /** ≤ 100 ids. An id missing from the answer is missing from the map. */
  status(ids: string[]): Promise<{ ok: true; orders: Map<string, ProviderStatus> } | ProviderFault>
  /** The provider's abilities and its kind of money: the sandbox takes play money, a real panel only real. */
  readonly world: 'sandbox' | 'real'
}
