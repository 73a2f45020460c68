// Midtrans Core QRIS behind the gateway's contract: one charge an attempt, asked for again with the same idempotency key.
// Files beside it: midtrans-call (the package, fenced), midtrans-read (its answers), midtrans-refund, midtrans-notice (its webhook).
import type { Clock } from '../../lib/clock.ts'
import { SECOND } from '../../lib/clock.ts'
import type { Log } from '../../lib/log.ts'
import type { ChargeOutcome, ChargeRequest, Gateway } from '../gateway.ts'
import {
  type Answer,
  baseUrlOf,
  callMidtrans,
  type Fault,
  idForPath,
  keyMistake,
  type MidtransCall,
  type MidtransSettings,
} from './midtrans-call.ts'
import { readNotice } from './midtrans-notice.ts'
import { type Ids, readCharge, readStatus } from './midtrans-read.ts'
import { refund } from './midtrans-refund.ts'

export type { MidtransSettings } from './midtrans-call.ts'

export type MidtransDeps = {
  clock: Clock
  log: Log
  /** How long one call may take as a whole. */
  timeoutMs?: number
}

const PATIENCE = 12 * SECOND

/** Midtrans' own: QRIS of all acquirers, and the shorter of their longest lives. Under 15 minutes expiry is not dependable. */
const LIMITS = { min: 1, max: 10_000_000, minMinutes: 15, maxMinutes: 5 * 24 * 60 }

/** So that `<attempt>-charge` stays within the 46 characters of an idempotency key: a longer one is ignored in silence. */
const LONGEST_ATTEMPT = 36

type Ask = (
  operation: string,
  attempt: string,
  call: Omit<MidtransCall, 'timeoutMs'>,
) => Promise<Answer | Fault>

/** Every call leaves one line: its outcome, or why there was none. Never the answer itself, it may name the payer. */
const asker =
  (settings: MidtransSettings, { clock, log, timeoutMs = PATIENCE }: MidtransDeps): Ask =>
  async (operation, attempt, call) => {
    const start = clock.now()
    const answer = await callMidtrans(settings, { ...call, timeoutMs })
    const line = { operation, attempt, code: answer.code, ms: clock.now() - start }
    if (answer.kind === 'answer') log.debug(line, 'Midtrans answered')
    else
      log[answer.reason === 'redirect' ? 'error' : 'warn'](
        { ...line, reason: answer.reason },
        'Midtrans gave no usable answer',
      )
    return answer
  }

const clamp = (minutes: number): number =>
  Math.min(Math.max(Math.round(minutes), LIMITS.minMinutes), LIMITS.maxMinutes)

/** No `order_time`: the life then runs from Midtrans' own clock, and a wrong clock here shortens no bill. */
const chargeBody = ({ attempt, amount, minutes }: ChargeRequest): object => ({
  payment_type: 'qris',
  transaction_details: { order_id: attempt, gross_amount: amount },
  qris: { acquirer: 'gopay' },
  custom_expiry: { expiry_duration: minutes, unit: 'minute' },
})

const charge = async (ask: Ask, wanted: ChargeRequest): Promise<ChargeOutcome> => {
  const { attempt, amount, notifyUrl } = wanted
  if (attempt.length > LONGEST_ATTEMPT)
    throw new TypeError(`an attempt has at most ${LONGEST_ATTEMPT} characters`)
  idForPath(attempt)
  if (!Number.isSafeInteger(amount) || amount < LIMITS.min || amount > LIMITS.max)
    return { kind: 'rejected', code: 'limits', message: 'QRIS takes Rp1 to Rp10,000,000', alarm: false }
  const request = { ...wanted, minutes: clamp(wanted.minutes) }
  const headers = {
    'Idempotency-Key': `${attempt}-charge`,
    ...(notifyUrl ? { 'X-Override-Notification': notifyUrl } : {}),
  }
  const answer = await ask('charge', attempt, {
    headers,
    send: (client) => client.charge(chargeBody(request)),
  })
  return readCharge(answer, request)
}

/** Their id where we have it: it names one charge, an order id may come to name two. */
const pathId = ({ attempt, reference }: Ids): string => idForPath(reference || attempt)

const status = async (ask: Ask, ids: Ids) => {
  const id = pathId(ids)
  return readStatus(
    await ask('status', ids.attempt, { send: (client) => client.transaction.status(id) }),
    ids,
  )
}

const cancel = async (ask: Ask, ids: Ids) => {
  const id = pathId(ids)
  const answer = await ask('cancel', ids.attempt, { send: (client) => client.transaction.cancel(id) })
  // Too late for this change: what holds is for `status` to say.
  return answer.kind === 'answer' && answer.code === 412 ? status(ask, ids) : readStatus(answer, ids)
}

/** The vendor's picture serves the sandbox's simulator alone. */
const withoutPicture = (outcome: ChargeOutcome): ChargeOutcome => {
  if (outcome.kind !== 'created') return outcome
  const { url: _, ...made } = outcome.charge
  return { kind: 'created', charge: made }
}

/** Throws for a key that certainly does not belong to the environment, or an address that would give the key away. */
export const midtransGateway = (settings: MidtransSettings, deps: MidtransDeps): Gateway => {
  const mistake = keyMistake(settings)
  if (mistake) throw new Error(`Midtrans: ${mistake}`)
  baseUrlOf(settings)
  const real = settings.environment === 'production'
  const ask = asker(settings, deps)
  return {
    id: 'midtrans',
    money: real ? 'real' : 'play',
    limits: LIMITS,
    charge: async (request) => {
      const outcome = await charge(ask, request)
      return real ? withoutPicture(outcome) : outcome
    },
    status: (ids) => status(ask, ids),
    cancel: (ids) => cancel(ask, ids),
    refund: (ids, request) => refund(ask, ids, request),
    readWebhook: (raw) => readNotice(raw, settings.serverKey),
  }
}

/** Never charged under this id, so a right key hears 404 and a wrong one 401. */
const NEVER_USED = 'lapak-key-check'

/** Asks Midtrans once whether the server key is right for the environment. */
export const verifyServerKey = async (
  settings: MidtransSettings,
  { timeoutMs = PATIENCE }: { timeoutMs?: number } = {},
): Promise<'ok' | 'wrong' | 'unreachable'> => {
  if (keyMistake(settings)) return 'wrong'
  const answer = await callMidtrans(settings, {
    timeoutMs,
    send: (client) => client.transaction.status(NEVER_USED),
  })
  if (answer.kind === 'answer' && answer.code === 401) return 'wrong'
  const known = answer.kind === 'answer' && answer.told && (answer.code === 404 || answer.code < 300)
  return known ? 'ok' : 'unreachable'
}
