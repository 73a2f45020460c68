// Midtrans' answers in the shop's words. Everything comes as text, times in WIB without saying so; fields appear and vanish
// without notice, so only what is used is looked at, and nothing counts as paid unless every id and the sum are readable.
import type { Millis, Rupiah } from '../../lib/brand.ts'
import { MINUTE } from '../../lib/clock.ts'
import type { BillState, BillStatus, Charge, ChargeOutcome, ChargeRequest, GatewayFault } from '../gateway.ts'
import { type Answer, type Fault, isId } from './midtrans-call.ts'

type Body = Record<string, unknown>
export type Ids = { attempt: string; reference?: string }

const text = (body: Body, name: string): string => {
  const value = body[name]
  return typeof value === 'string' ? value : ''
}

/** Whole rupiah as Midtrans writes them, `75000.00`; nothing looser. */
export const readAmount = (value: unknown): Rupiah | null =>
  typeof value === 'string' && /^\d{1,12}(\.0{1,2})?$/.test(value) ? Number.parseInt(value, 10) : null

/** `2026-02-14 12:03:34`, WIB. */
export const readTime = (value: unknown): Millis | null => {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(value)) return null
  const at = Date.parse(`${value.replace(' ', 'T')}+07:00`)
  return Number.isNaN(at) ? null : at
}

/** Codes of a charge that say nothing certain: the id is known already, slow down, a fault over there. */
const UNCERTAIN = (code: number): boolean => [406, 408, 429].includes(code) || code >= 500

const stateWord = (body: Body): string => text(body, 'transaction_status').toLowerCase()

const madeOf = (body: Body, request: ChargeRequest): Charge => {
  const expiry = readTime(body['expiry_time']) ?? readTime(body['expire_time'])
  return {
    reference: text(body, 'transaction_id'),
    // Some accounts get none; the bill's check then refuses the charge and closes it.
    qr: text(body, 'qr_string'),
    expiresAt: expiry ?? ((request.now + request.minutes * MINUTE) as Millis),
    ...pictureOf(body),
  }
}

/** The address of the picture: the sandbox's simulator wants it pasted. */
const pictureOf = (body: Body): { url?: string } => {
  const actions = Array.isArray(body['actions']) ? (body['actions'] as unknown[]) : []
  const found = actions.find((one) => (one as Body | null)?.['name'] === 'generate-qr-code') as
    | Body
    | undefined
  const url = found ? text(found, 'url') : ''
  return /^https?:\/\/[!-~]{1,300}$/.test(url) ? { url } : {}
}

export const readCharge = (answer: Answer | Fault, request: ChargeRequest): ChargeOutcome => {
  if (answer.kind === 'fault')
    return { kind: 'unknown', detail: [answer.reason, answer.code].join(' ').trim() }
  const { code, body, message } = answer
  const state = stateWord(body)
  if (UNCERTAIN(code)) return { kind: 'unknown', detail: `${code} ${message}`.trim() }
  // What is refused now is refused for the next customer too, so the seller hears of it; a denied charge concerns one.
  if (code >= 400 && code !== 407) return { kind: 'rejected', code: String(code), message, alarm: true }
  if (state === 'deny' || state === 'failure') {
    const inner = text(body, 'channel_response_code')
    return {
      kind: 'rejected',
      code: /^\w{1,10}$/.test(inner) ? `${code}/${inner}` : String(code),
      message,
      alarm: false,
    }
  }
  if (!state) return { kind: 'unknown', detail: `${code}: still being made` }
  const fits =
    code === 201 &&
    state === 'pending' &&
    text(body, 'order_id') === request.attempt &&
    readAmount(body['gross_amount']) === request.amount &&
    isId(body['transaction_id'])
  return fits
    ? { kind: 'created', charge: madeOf(body, request) }
    : { kind: 'unknown', detail: `${code}: not the bill asked for` }
}

const STATES: Partial<Record<string, BillState>> = {
  pending: 'pending',
  authorize: 'pending',
  settlement: 'paid',
  capture: 'paid',
  expire: 'expired',
  cancel: 'cancelled',
  deny: 'failed',
  failure: 'failed',
  refund: 'refunded',
  partial_refund: 'partiallyRefunded',
  chargeback: 'chargeback',
  partial_chargeback: 'chargeback',
}
/** States that move money: there nothing may be filled in from our own memory. */
const UNPAID: BillState[] = ['pending', 'expired', 'cancelled', 'failed']

/** Null for a word that we don't know, or money that Midtrans itself calls suspicious. */
const stateOf = ({ body, code }: Answer): BillState | null => {
  const word = stateWord(body)
  if (!word && code === 407) return 'expired'
  const state = STATES[word] ?? null
  const fraud = text(body, 'fraud_status').toLowerCase()
  if (state !== 'paid' || fraud === '' || fraud === 'accept') return state
  return fraud === 'challenge' ? 'pending' : null
}

const faultOf = (reason: GatewayFault['reason'], code: string, alarm = false): GatewayFault => ({
  kind: 'fault',
  reason,
  code,
  alarm,
})

/** Codes that the seller has to mend: key, channel, permission, account. */
const ALARMS = [401, 402, 403, 410]

export const readStatus = (answer: Answer | Fault, ids: Ids): BillStatus | null | GatewayFault => {
  if (answer.kind === 'fault') {
    const { reason, code } = answer
    return { kind: 'fault', reason, ...(code ? { code } : {}), alarm: reason === 'redirect' }
  }
  const { code, told, body } = answer
  // A 404 or 407 of something in between must not end a bill.
  if (!told && (code === 404 || code === 407)) return faultOf('unreadable', String(code))
  if (code === 404) return null
  if (code >= 400 && code !== 407) return faultOf('rejected', String(code), ALARMS.includes(code))
  const state = stateOf(answer)
  if (!state) {
    const word = `${stateWord(body)} ${text(body, 'fraud_status')}`.trim()
    return faultOf('unreadable', /^[\w ]{1,40}$/.test(word) ? word : String(code), word !== '')
  }
  return statusOf(body, state, ids) ?? faultOf('unreadable', String(code))
}

const GIVEN_BACK: BillState[] = ['refunded', 'partiallyRefunded']

/** Another currency's units, the fraction dropped: they are shown, never counted as rupiah. */
const readUnits = (value: unknown): number | null =>
  typeof value === 'string' && /^\d{1,12}(\.\d{1,2})?$/.test(value) ? Number.parseInt(value, 10) : null

const amountOf = (body: Body, state: BillState): Rupiah | null => {
  const currency = text(body, 'currency')
  if (currency && currency !== 'IDR') return readUnits(body['gross_amount'])
  return (
    (GIVEN_BACK.includes(state) ? readAmount(body['refund_amount']) : null) ??
    readAmount(body['gross_amount'])
  )
}

/** Each refund by its key; what lacks a key or a readable sum is left out. */
const refundsOf = (body: Body): { key: string; amount: Rupiah }[] => {
  const list = Array.isArray(body['refunds']) ? (body['refunds'] as unknown[]) : []
  return list.flatMap((one) => {
    const { refund_key: key, refund_amount: sum } = (one ?? {}) as Body
    const amount = readAmount(sum)
    return isId(key) && amount !== null ? [{ key, amount }] : []
  })
}

const statusOf = (body: Body, state: BillState, ids: Ids): BillStatus | null => {
  const unpaid = UNPAID.includes(state)
  const attempt = text(body, 'order_id') || (unpaid ? ids.attempt : '')
  const reference = text(body, 'transaction_id') || (unpaid ? (ids.reference ?? '') : '')
  const amount = amountOf(body, state) ?? (unpaid ? 0 : null)
  if (!isId(attempt) || !(isId(reference) || unpaid) || amount === null) return null
  return { state, attempt, reference, amount, ...backOf(body, state), ...factsOf(body) }
}

const backOf = (body: Body, state: BillState): Pick<BillStatus, 'paid' | 'refunds'> => {
  const paid = GIVEN_BACK.includes(state) ? readAmount(body['gross_amount']) : null
  const refunds = refundsOf(body)
  return { ...(paid === null ? {} : { paid }), ...(refunds.length > 0 ? { refunds } : {}) }
}

const factsOf = (body: Body): Omit<BillStatus, 'state' | 'attempt' | 'reference' | 'amount'> => {
  const word = (name: string) => (/^[\w .&/-]{1,40}$/.test(text(body, name)) ? text(body, name) : '')
  const paidAt = readTime(body['settlement_time'])
  return {
    // Null fields are left out; QRIS knows no other currency, and one that is named is compared.
    currency: word('currency') || 'IDR',
    ...(word('merchant_id') ? { merchant: word('merchant_id') } : {}),
    ...(word('payment_type') ? { paymentType: word('payment_type') } : {}),
    ...(word('issuer') ? { issuer: word('issuer').toLowerCase() } : {}),
    ...(paidAt === null ? {} : { paidAt }),
  }
}
