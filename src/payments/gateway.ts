// The contract of a payment gateway: one QRIS bill is one attempt to collect money. Vendors' words stay in their drivers.
// A webhook is only a hint: the caller always confirms with `status`.
import type { Millis, Rupiah } from '../lib/brand.ts'

/** `order` is our attempt id: ≤ 36 characters of [A-Za-z0-9_~.-], used once and never again. */
export type ChargeRequest = {
  attempt: string
  amount: Rupiah
  /** Life of the bill from now. Gateways count it from 15 minutes. */
  minutes: number
  now: Millis
  /** Where the gateway shall report this bill, when a public address exists. */
  notifyUrl?: string
}

export type Charge = {
  /** The gateway's own id of this bill. */
  reference: string
  /** EMV text of the QR, checked (CRC, amount, currency) by `payments/qris.ts` before it is shown. */
  qr: string
  expiresAt: Millis
  /** Tag 59 and the NMID, for the customer to compare. */
  merchantName?: string
  nmid?: string
  /** A page where a practice bill is paid, or the vendor's picture (kept for the simulator). */
  url?: string
}

export type ChargeOutcome =
  | { kind: 'created'; charge: Charge }
  /** The gateway certainly did not create a bill. `alarm`: the seller must act (wrong key, channel off). */
  | { kind: 'rejected'; code: string; message: string; alarm: boolean }
  /** No readable answer: ask `status` by attempt, or repeat the same charge within five minutes. */
  | { kind: 'unknown'; detail: string }

export type BillState =
  | 'pending'
  | 'paid'
  | 'expired'
  | 'cancelled'
  | 'failed'
  | 'refunded'
  | 'partiallyRefunded'
  | 'chargeback'

/** The gateway's word on one bill. `null` from `status` = it never heard of it. */
export type BillStatus = {
  state: BillState
  attempt: string
  reference: string
  /** What was paid or is asked; of a refund or chargeback: the sum of all that was taken back so far. */
  amount: Rupiah
  /** What had been paid, when `amount` is what was taken back of it. */
  paid?: Rupiah
  /** Each refund by the key that it was asked for with, when told; those that nobody asked for with a key are missing. */
  refunds?: { key: string; amount: Rupiah }[]
  currency: string
  /** The merchant the money went to, when told. */
  merchant?: string
  paymentType?: string
  paidAt?: Millis
  /** Wallet or bank the payer used ("dana", "gopay"), when told. */
  issuer?: string
}

/** Money to be given back. The key names this refund for ever: letters, digits, `-`, `_`, at most 39. */
export type RefundRequest = { refundKey: string; amount: Rupiah; reason: string }

export type RefundOutcome =
  | { kind: 'done' }
  /** Certainly not given back; nothing of it will come later. */
  | { kind: 'refused'; code: string; message: string }
  /** No readable answer: the same request with the same key again. */
  | { kind: 'unknown'; detail: string }

export type GatewayFault = {
  kind: 'fault'
  reason: 'network' | 'timeout' | 'unreadable' | 'rejected' | 'redirect'
  code?: string
  alarm: boolean
}

/** What arrived at the webhook, read without any request. */
export type WebhookReading =
  /** `waiting`: it tells of a bill that nobody has paid yet; any other will soon be seen in `status`, if not at once. */
  | {
      kind: 'payment'
      attempt: string
      reference: string
      mark: string
      waiting?: boolean
      /** Whose key signed it; for whoever tried several. */
      keySet?: string
    }
  | { kind: 'test' }
  | { kind: 'ignored'; why: string }
  | { kind: 'forged' }
  | { kind: 'malformed' }

export type Gateway = {
  readonly id: 'midtrans' | 'sandbox' | 'manual'
  /** `play`: sandbox QRIS, Midtrans sandbox. */
  readonly money: 'real' | 'play'
  /** Every bill shows the same QR without a sum: the payer types it, and only a person can say what came. */
  readonly staticQr?: true
  readonly limits: { min: Rupiah; max: Rupiah; minMinutes: number; maxMinutes: number }
  /** Safe to repeat with the same attempt: the same bill comes back. */
  charge(request: ChargeRequest): Promise<ChargeOutcome>
  /** By the ids that we stored, never by ids from a message. */
  status(ids: { attempt: string; reference?: string }): Promise<BillStatus | null | GatewayFault>
  /** Asks the gateway to close an unpaid bill; answers the state that then holds. */
  cancel(ids: { attempt: string; reference?: string }): Promise<BillStatus | null | GatewayFault>
  /** Gives back a part or all of a paid bill; safe to repeat with the same key. Absent: only by hand. */
  refund?(ids: { attempt: string; reference?: string }, request: RefundRequest): Promise<RefundOutcome>
  /** Pure: raw bytes and headers in, a hint out. */
  readWebhook(raw: Uint8Array, headers: Headers): WebhookReading
}
