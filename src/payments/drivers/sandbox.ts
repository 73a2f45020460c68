// Practice QRIS: an ordinary gateway without a network, and the bank where its bills are paid. It moves play money only.
// Its whole state is one guarded document a bill; expiry is worked out from the clock, so it survives any restart.
import { createHash } from 'node:crypto'
import type { Millis, Rupiah } from '../../lib/brand.ts'
import type { Clock } from '../../lib/clock.ts'
import { MINUTE } from '../../lib/clock.ts'
import type { Store } from '../../store/store.ts'
import type {
  BillState,
  BillStatus,
  Charge,
  ChargeOutcome,
  ChargeRequest,
  Gateway,
  RefundOutcome,
  RefundRequest,
} from '../gateway.ts'
import { makeQris } from '../qris.ts'
import { billFailure } from './sandbox-failures.ts'

export type SandboxGatewayDeps = {
  store: Pick<Store, 'practice'>
  clock: Clock
  /** Where the bill of this attempt is paid; it becomes the bill's `url`. */
  payUrl(attempt: string): string
}

export type PracticeBill = {
  attempt: string
  amount: Rupiah
  merchantName: string
  state: Extract<BillState, 'pending' | 'paid' | 'expired' | 'cancelled'>
  expiresAt: Millis
  paidAt?: Millis
  /** What the customer really paid. */
  paidAmount?: Rupiah
}

export type PayResult = 'paid' | 'already' | 'expired' | 'cancelled' | 'notFound'

/** The customer's side: what stands on the pay page, and its button. */
export type PracticeBank = {
  look(attempt: string): Promise<PracticeBill | null>
  /** Once; a repeat changes nothing. `amount`: a customer who pays another sum. */
  pay(attempt: string, how?: { amount?: Rupiah }): Promise<PayResult>
}

type Stored = {
  attempt: string
  amount: Rupiah
  reference: string
  qr: string
  expiresAt: Millis
  state: 'pending' | 'paid' | 'cancelled'
  paidAt?: Millis
  paidAmount?: Rupiah
  refunds?: { key: string; amount: Rupiah }[]
}
type Found = { doc: Stored; v: number }

export const PRACTICE_MERCHANT = 'TOKO LATIHAN LAPAK'
const LIMITS = { min: 1, max: 10_000_000, minMinutes: 1, maxMinutes: 7 * 24 * 60 }
const SHORT_BY = 1000
const MAX_TRIES = 8

/** The attempt's own number at the bank, the same whenever it is asked for. */
const referenceOf = (attempt: string): string =>
  `PR-${createHash('sha256').update(attempt).digest('hex').slice(0, 20)}`

const draw = ({ attempt, amount, minutes, now }: ChargeRequest): Stored => {
  const reference = referenceOf(attempt)
  const shown = billFailure(amount) === 'badQr' ? amount + SHORT_BY : amount
  const names = { merchantName: PRACTICE_MERCHANT, city: 'JAKARTA', nmid: 'ID0000000000000' }
  const life = Math.min(Math.max(minutes, LIMITS.minMinutes), LIMITS.maxMinutes) * MINUTE
  return {
    attempt,
    amount,
    reference,
    qr: makeQris({ ...names, amount: shown, reference }),
    expiresAt: (now + life) as Millis,
    state: 'pending',
  }
}

const stateOf = (bill: Stored, now: Millis): PracticeBill['state'] =>
  bill.state === 'pending' && now >= bill.expiresAt ? 'expired' : bill.state

const refunded = ({ refunds = [] }: Stored): Rupiah => refunds.reduce((sum, { amount }) => sum + amount, 0)

/** What was given back, as gateways tell it: the sum of it all. */
const backOf = (bill: Stored): Pick<BillStatus, 'state' | 'amount' | 'paid' | 'refunds'> | object => {
  const { refunds, paidAmount = bill.amount } = bill
  const amount = refunded(bill)
  if (!refunds || amount === 0) return {}
  return { state: amount < paidAmount ? 'partiallyRefunded' : 'refunded', amount, paid: paidAmount, refunds }
}

const statusOf = (bill: Stored, now: Millis): BillStatus => ({
  state: stateOf(bill, now),
  attempt: bill.attempt,
  reference: bill.reference,
  amount: bill.paidAmount ?? bill.amount,
  currency: 'IDR',
  paymentType: 'qris',
  ...(bill.paidAt === undefined ? {} : { paidAt: bill.paidAt, issuer: 'practice' }),
  ...backOf(bill),
})

/** What stands there was written here, so it is not checked again. */
const books = ({ practice }: Pick<Store, 'practice'>) => {
  const read = async (attempt: string) => (await practice.get(`bank:${attempt}`)) as Found | null
  return {
    read,
    open: (bill: Stored) => practice.put(`bank:${bill.attempt}`, bill, 0),
    /** `decide` answers the next document, or null to leave it; the bill as it then is, null if there is none. */
    async change(attempt: string, decide: (bill: Stored) => Stored | null): Promise<Stored | null> {
      for (let tries = 0; tries < MAX_TRIES; tries++) {
        const found = await read(attempt)
        const next = found && decide(found.doc)
        if (!found || !next) return found?.doc ?? null
        if (await practice.put(`bank:${attempt}`, next, found.v)) return next
      }
      throw new Error('a practice bill was changed by others all the time')
    },
  }
}
type Books = ReturnType<typeof books>

const chargeAt = async (
  kept: Books,
  request: ChargeRequest,
  payUrl: (attempt: string) => string,
): Promise<ChargeOutcome> => {
  const { amount, attempt } = request
  if (!Number.isSafeInteger(amount) || amount < LIMITS.min || amount > LIMITS.max)
    return { kind: 'rejected', code: 'limits', message: 'QRIS takes Rp1 to Rp10,000,000', alarm: false }
  const failure = billFailure(amount)
  if (failure === 'refused')
    return { kind: 'rejected', code: '402', message: 'Payment channel is not activated.', alarm: true }
  const fresh = draw(request)
  const made = await kept.open(fresh)
  if (made && failure === 'lost') return { kind: 'unknown', detail: 'no answer (practice QRIS: bill made)' }
  const bill = made ? fresh : ((await kept.read(attempt))?.doc ?? fresh)
  const charge: Charge = {
    reference: bill.reference,
    qr: bill.qr,
    expiresAt: bill.expiresAt,
    url: payUrl(attempt),
  }
  return { kind: 'created', charge }
}

const payAt = async (
  kept: Books,
  attempt: string,
  { now, amount }: { now: Millis; amount?: Rupiah | undefined },
): Promise<PayResult> => {
  let result: PayResult = 'notFound'
  await kept.change(attempt, (bill) => {
    const failure = billFailure(bill.amount)
    const state = stateOf(bill, now)
    result = state === 'paid' ? 'already' : state === 'pending' ? 'paid' : state
    if (state === 'expired' && failure === 'late') result = 'paid'
    if (result !== 'paid') return null
    const usual = failure === 'otherSum' ? bill.amount - SHORT_BY : bill.amount
    return { ...bill, state: 'paid', paidAt: now, paidAmount: amount ?? usual }
  })
  return result
}

/** As Midtrans answers: the same key is the same refund, a bill that is not paid has nothing to give back. */
const refundAt = async (
  kept: Books,
  attempt: string,
  { refundKey: key, amount }: RefundRequest,
): Promise<RefundOutcome> => {
  let outcome: RefundOutcome = { kind: 'refused', code: '404', message: "Transaction doesn't exist." }
  await kept.change(attempt, (bill) => {
    const { refunds = [], paidAmount = bill.amount } = bill
    const known = refunds.some((one) => one.key === key)
    outcome = { kind: 'done' }
    if (known) return null
    if (bill.state !== 'paid') outcome = { kind: 'refused', code: '412', message: 'This bill is not paid.' }
    else if (amount > paidAmount - refunded(bill))
      outcome = { kind: 'refused', code: '414', message: 'More than is left of the payment.' }
    return outcome.kind === 'done' ? { ...bill, refunds: [...refunds, { key, amount }] } : null
  })
  return outcome
}

const view = (bill: Stored, now: Millis): PracticeBill => ({
  attempt: bill.attempt,
  amount: bill.amount,
  merchantName: PRACTICE_MERCHANT,
  state: stateOf(bill, now),
  expiresAt: bill.expiresAt,
  ...(bill.paidAt === undefined ? {} : { paidAt: bill.paidAt, paidAmount: bill.paidAmount ?? bill.amount }),
})

/** Sums of `SANDBOX_BILL_FAILURES` choose a failure. */
export const sandboxGateway = ({ store, clock, payUrl }: SandboxGatewayDeps): Gateway & PracticeBank => {
  const kept = books(store)
  return {
    id: 'sandbox',
    money: 'play',
    limits: LIMITS,
    charge: (request) => chargeAt(kept, request, payUrl),
    status: async ({ attempt }) => {
      const found = await kept.read(attempt)
      return found && statusOf(found.doc, clock.now())
    },
    cancel: async ({ attempt }) => {
      const now = clock.now()
      const bill = await kept.change(attempt, (current) =>
        stateOf(current, now) === 'pending' ? { ...current, state: 'cancelled' } : null,
      )
      return bill && statusOf(bill, now)
    },
    refund: ({ attempt }, request) => refundAt(kept, attempt, request),
    readWebhook: () => ({ kind: 'ignored', why: 'practice QRIS sends no notices' }),
    look: async (attempt) => {
      const found = await kept.read(attempt)
      return found && view(found.doc, clock.now())
    },
    pay: (attempt, { amount } = {}) => payAt(kept, attempt, { now: clock.now(), amount }),
  }
}
