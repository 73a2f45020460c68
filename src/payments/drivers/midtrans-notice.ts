// A payment notice of Midtrans, read without any request. The signature covers order, code and sum, not the state: it only
// tells whether it is worth asking.
import { sameText, sha512Hex } from '../../lib/signature.ts'
import type { WebhookReading } from '../gateway.ts'
import { isId } from './midtrans-call.ts'

const MOST_BYTES = 65_536
/** The dashboard's "test" button; no such order is known to anybody. */
const TEST = 'payment_notif_test_'

type Body = Record<string, unknown>

const parse = (raw: Uint8Array): Body | null => {
  if (raw.length > MOST_BYTES) return null
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(raw))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Body) : null
  } catch {
    return null
  }
}

/** Owners paste one address into every field: what is no payment is named, for the log. */
const otherKind = (body: Body): string => {
  if ('subscription' in body || 'schedule' in body || 'event_name' in body) return 'subscription'
  return 'account_id' in body || 'account_status' in body ? 'account' : 'no payment notice'
}

/** Two notices of one refund carry the same signature: the second adds `bank_confirmed_at`. */
const refundMark = (refunds: unknown): string => {
  if (!Array.isArray(refunds)) return ''
  const confirmed = refunds.filter((one) => (one as Body | null)?.['bank_confirmed_at']).length
  return `:${refunds.length}:${confirmed}`
}

export const readNotice = (raw: Uint8Array, serverKey: string): WebhookReading => {
  const body = parse(raw)
  if (!body) return { kind: 'malformed' }
  const { order_id: attempt, status_code: code, gross_amount: amount, signature_key: signature } = body
  if (typeof attempt !== 'string' || typeof signature !== 'string')
    return { kind: 'ignored', why: otherKind(body) }
  // The texts as they came: 75000 in place of "75000.00" is another message.
  if (typeof code !== 'string' || typeof amount !== 'string') return { kind: 'forged' }
  if (!sameText(signature.toLowerCase(), sha512Hex(attempt + code + amount + serverKey)))
    return { kind: 'forged' }
  if (attempt.startsWith(TEST)) return { kind: 'test' }
  const { transaction_id: reference, transaction_status: state } = body
  if (!isId(attempt) || !isId(reference)) return { kind: 'ignored', why: 'a payment of another system' }
  const word = typeof state === 'string' && /^\w{1,30}$/.test(state) ? state.toLowerCase() : 'none'
  const mark = `${word}:${code}${refundMark(body['refunds'])}`
  return { kind: 'payment', attempt, reference, mark, ...(word === 'pending' ? { waiting: true } : {}) }
}
