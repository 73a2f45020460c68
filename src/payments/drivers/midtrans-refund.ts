// Money back through Midtrans: the same key again is the same refund. Refused is only what Midtrans itself says in a readable answer;
// "this key was used" and "the state cannot be changed" are asked about, for then the refund may have happened.
import type { BillStatus, GatewayFault, RefundOutcome, RefundRequest } from '../gateway.ts'
import type { Answer, Fault, MidtransCall } from './midtrans-call.ts'
import { idForPath } from './midtrans-call.ts'
import { type Ids, readStatus } from './midtrans-read.ts'

type Ask = (
  operation: string,
  attempt: string,
  call: Omit<MidtransCall, 'timeoutMs'>,
) => Promise<Answer | Fault>

/** With `-refund` it stays within the 46 characters of an idempotency key: a longer one is ignored in silence. */
const KEY = /^[A-Za-z0-9_-]{1,39}$/
/** GoPay shows it to the buyer. */
const LONGEST_REASON = 255

/** Codes that say nothing certain: slow down, a fault over there. */
const uncertain = (code: number): boolean => [408, 429].includes(code) || code >= 500

const GIVEN_BACK = ['refund', 'partial_refund']

/** `null`: what became of it is for `status` to say. */
const read = (answer: Answer | Fault, ids: Ids): RefundOutcome | null => {
  if (answer.kind === 'fault')
    return { kind: 'unknown', detail: [answer.reason, answer.code].join(' ').trim() }
  const { code, told, message, body } = answer
  if (code === 406 || code === 412) return told ? null : { kind: 'unknown', detail: String(code) }
  if (uncertain(code) || !told) return { kind: 'unknown', detail: `${code} ${message}`.trim() }
  if (code >= 400) return { kind: 'refused', code: String(code), message }
  const state = String(body['transaction_status'] ?? '').toLowerCase()
  if (GIVEN_BACK.includes(state) && body['order_id'] === ids.attempt) return { kind: 'done' }
  // Without a state the first request with this key is still under way.
  return code === 202 && state
    ? { kind: 'refused', code: '202', message }
    : { kind: 'unknown', detail: `${code} ${state}`.trim() }
}

const has = (word: BillStatus | null | GatewayFault, key: string): boolean =>
  word !== null && 'state' in word && (word.refunds ?? []).some((one) => one.key === key)

export const refund = async (ask: Ask, ids: Ids, request: RefundRequest): Promise<RefundOutcome> => {
  const { refundKey, amount, reason } = request
  if (!KEY.test(refundKey)) throw new TypeError('not a key that Midtrans takes for a refund')
  if (!Number.isSafeInteger(amount) || amount <= 0) throw new TypeError('a refund is whole rupiah above zero')
  const id = idForPath(ids.reference || ids.attempt)
  const body = { refund_key: refundKey, amount, reason: reason.slice(0, LONGEST_REASON) }
  const answer = await ask('refund', ids.attempt, {
    headers: { 'Idempotency-Key': `${refundKey}-refund` },
    send: (client) => client.transaction.refund(id, body),
  })
  const outcome = read(answer, ids)
  if (outcome) return outcome
  const code = answer.kind === 'answer' ? answer.code : 0
  const message = answer.kind === 'answer' ? answer.message : ''
  const word = readStatus(
    await ask('status', ids.attempt, { send: (client) => client.transaction.status(id) }),
    ids,
  )
  if (has(word, refundKey)) return { kind: 'done' }
  // The state forbids it, and the gateway's list does not have it: it did not happen. A used key must be in that list one day.
  const settled = code === 412 && word !== null && 'state' in word
  return settled
    ? { kind: 'refused', code: String(code), message }
    : { kind: 'unknown', detail: String(code) }
}
