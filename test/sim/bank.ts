// The gateways with the bank behind them, and its own book of what really happened to the money. What the gateway answers may be lost,
// late or wrong; the book is not.
import type { Millis, Rupiah } from '../../src/lib/brand.ts'
import { MINUTE } from '../../src/lib/clock.ts'
import type { KeySet } from '../../src/model/shop.ts'
import type {
  BillState,
  BillStatus,
  Charge,
  ChargeOutcome,
  ChargeRequest,
  Gateway,
  GatewayFault,
  RefundOutcome,
  RefundRequest,
} from '../../src/payments/gateway.ts'
import { makeQris } from '../../src/payments/qris.ts'
import type { Chance } from './chance.ts'

export const MERCHANT = 'G0001'

export type BankBill = {
  request: ChargeRequest
  charge: Charge
  keySet: string
  money: 'real' | 'play'
  state: BillState
  /** What came, gross, in `currency`. */
  paid: Rupiah
  currency: string
  /** What the gateway or the payer's bank took back again. */
  back: Rupiah
  /** What we asked it to give back, by our key. */
  given: Map<string, Rupiah>
  /** We have heard a final word: what happens after it is told by a notice that is repeated until it is answered. */
  final?: boolean
}

/** A notice as it stands in the webhook's body here. */
export type Notice = { attempt: string; mark: number; state: string; signed: boolean }

type Ids = { attempt: string; reference?: string }
type Word = BillStatus | null | GatewayFault

const FAULT: GatewayFault = { kind: 'fault', reason: 'timeout', alarm: false }

/** By our own asking. */
export const givenBy = ({ given }: BankBill): Rupiah => {
  let total = 0
  for (const amount of given.values()) total += amount
  return total
}

const restate = (bill: BankBill): void => {
  if (bill.state !== 'chargeback')
    bill.state = bill.back + givenBy(bill) >= bill.paid ? 'refunded' : 'partiallyRefunded'
}

type BankDeps = {
  now(): Millis
  chance: Chance
  /** How likely an answer is lost or wrong, now. */
  trouble(): number
  /** No answer at all, for a while. */
  away(): boolean
  /** Looked at when the request arrives. */
  onCharge(request: ChargeRequest, money: 'real' | 'play'): Promise<void>
  onRefund(attempt: string, request: RefundRequest): Promise<void>
  /** Whether its word names each refund, or tells their sum alone. */
  listsRefunds: boolean
  /** The bill changed: a notice goes out; one that is `sure` is never lost. */
  changed(attempt: string, sure: boolean): void
  /** Whether notices reach the shop at all. */
  hooked: boolean
}

export const makeBank = (deps: BankDeps) => {
  const { now, chance, trouble, away } = deps
  const bills = new Map<string, BankBill>()

  const age = (bill: BankBill): BankBill => {
    if (bill.state === 'pending' && now() >= bill.charge.expiresAt) {
      bill.state = 'expired'
      deps.changed(bill.request.attempt, false)
    }
    return bill
  }
  const wordOf = ({ attempt }: Ids): BillStatus | null => {
    const found = bills.get(attempt)
    if (!found) return null
    const { state, paid, currency, request, charge, given } = age(found)
    const gone = found.back + givenBy(found)
    const list = [...given].map(([key, amount]) => ({ key, amount }))
    return {
      state,
      attempt,
      reference: charge.reference,
      amount: gone || paid || request.amount,
      ...(gone ? { paid } : {}),
      ...(gone && deps.listsRefunds ? { refunds: list } : {}),
      currency,
      merchant: MERCHANT,
      paymentType: 'qris',
    }
  }
  const make = (request: ChargeRequest, keySet: KeySet): Charge => {
    const known = bills.get(request.attempt)
    if (known) return known.charge
    const { attempt, amount, minutes } = request
    const reference = attempt.slice(-12)
    const facts = { merchantName: 'NAIKINYUK DIGITAL', city: 'JAKARTA', nmid: 'ID1020000000001' }
    const charge: Charge = {
      reference: `ref-${attempt}`,
      qr: makeQris({ amount, reference, ...facts }),
      expiresAt: (request.now + minutes * MINUTE) as Millis,
    }
    const money = keySet.environment === 'production' ? 'real' : 'play'
    const bill = { request, charge, keySet: keySet.id, money, state: 'pending', paid: 0, back: 0 } as const
    bills.set(attempt, { ...bill, given: new Map(), currency: 'IDR' })
    return charge
  }
  const chargeFor = (request: ChargeRequest, keySet: KeySet): ChargeOutcome => {
    if (away()) return { kind: 'unknown', detail: 'timeout' }
    const fate = chance.may(trouble()) ? chance.one(['lost', 'notMade', 'refused', 'badQr'] as const) : 'fine'
    if (fate === 'notMade') return { kind: 'unknown', detail: 'timeout' }
    if (fate === 'refused' && !bills.has(request.attempt))
      return { kind: 'rejected', code: '402', message: 'channel off', alarm: chance.may(0.5) }
    const charge = make(request, keySet)
    if (fate === 'lost') return { kind: 'unknown', detail: 'timeout' }
    return { kind: 'created', charge: fate === 'badQr' ? { ...charge, qr: 'x' } : charge }
  }
  /** A word of the gateway: now and then lost, or of another bill than ours. */
  const told = (word: Word): Word => {
    if (away()) return FAULT
    if (!chance.may(trouble())) {
      const bill = word && 'state' in word && word.state !== 'pending' ? bills.get(word.attempt) : undefined
      if (bill) bill.final = true
      return word
    }
    // A bill that is over is not asked about again: what is wrong with its last word is not wrong for a moment only.
    if (!word || !('state' in word) || word.state !== 'pending') return FAULT
    return chance.weighed<Word>([
      [6, FAULT],
      [1, null],
      [1, { ...word, merchant: 'G9999' }],
      [1, { ...word, reference: 'ref-of-another' }],
    ])
  }
  const cancelFor = (ids: Ids): Word => {
    const bill = bills.get(ids.attempt)
    if (away() || chance.may(trouble() / 2)) return FAULT
    if (bill && age(bill).state === 'pending') {
      bill.state = 'cancelled'
      deps.changed(ids.attempt, false)
    }
    return told(wordOf(ids))
  }
  const give = (bill: BankBill, { refundKey, amount }: RefundRequest): RefundOutcome => {
    if (bill.given.has(refundKey)) return { kind: 'done' }
    const left = bill.paid - bill.back - givenBy(bill)
    if (amount > left || bill.state === 'chargeback')
      return { kind: 'refused', code: '414', message: 'too much' }
    bill.given.set(refundKey, amount)
    restate(bill)
    deps.changed(bill.request.attempt, true)
    return { kind: 'done' }
  }
  const refundFor = async (ids: Ids, request: RefundRequest): Promise<RefundOutcome> => {
    await deps.onRefund(ids.attempt, request)
    const bill = bills.get(ids.attempt)
    const odd = chance.may(trouble()) ? chance.one(['lost', 'notDone', 'refused'] as const) : null
    if (away() || odd === 'notDone') return { kind: 'unknown', detail: 'timeout' }
    if (!bill || odd === 'refused') return { kind: 'refused', code: '412', message: 'not now' }
    const outcome = give(bill, request)
    return odd === 'lost' ? { kind: 'unknown', detail: 'timeout' } : outcome
  }
  const gatewayFor = (keySet: KeySet): Gateway => {
    const money = keySet.environment === 'production' ? 'real' : 'play'
    /** Another account has never heard of it. */
    const isOurs = ({ attempt }: Ids): boolean => (bills.get(attempt)?.keySet ?? keySet.id) === keySet.id
    return {
      id: 'midtrans',
      money,
      limits: { min: 1, max: 10_000_000, minMinutes: 15, maxMinutes: 180 },
      charge: async (request) => {
        await deps.onCharge(request, money)
        return chargeFor(request, keySet)
      },
      status: async (ids) => (isOurs(ids) ? told(wordOf(ids)) : null),
      cancel: async (ids) => (isOurs(ids) ? cancelFor(ids) : null),
      refund: async (ids, request) =>
        isOurs(ids) ? refundFor(ids, request) : { kind: 'refused', code: '404', message: 'no such bill' },
      readWebhook: (raw) => {
        const { attempt, mark, state, signed } = JSON.parse(new TextDecoder().decode(raw)) as Notice
        if (!signed) return { kind: 'forged' }
        const waiting = state === 'pending' ? { waiting: true } : {}
        return { kind: 'payment', attempt, reference: `ref-${attempt}`, mark: String(mark), ...waiting }
      },
    }
  }
  return {
    bills,
    gatewayFor,
    /** A QR that was scanned: in time, or late at a bank that takes it all the same. Answers whether money moved. */
    pay: (attempt: string, how: { amount?: Rupiah; late?: boolean; currency?: string } = {}): boolean => {
      const bill = bills.get(attempt)
      if (!bill) return false
      age(bill)
      if (bill.paid > 0 || (bill.state !== 'pending' && !how.late)) return false
      if (bill.final && !deps.hooked) return false
      bill.state = 'paid'
      bill.paid = how.amount ?? bill.request.amount
      bill.currency = how.currency ?? 'IDR'
      deps.changed(attempt, bill.final === true)
      return true
    },
    /** Refunded in the gateway's own portal, or charged back by the payer's bank. */
    takeBack: (attempt: string, how: { amount: Rupiah; chargeback: boolean }): boolean => {
      const bill = bills.get(attempt)
      if (!bill || bill.paid === 0 || bill.back + givenBy(bill) >= bill.paid) return false
      if (bill.final && !deps.hooked) return false
      bill.back = Math.min(bill.paid - givenBy(bill), bill.back + how.amount)
      if (how.chargeback) bill.state = 'chargeback'
      else restate(bill)
      deps.changed(attempt, bill.final === true)
      return true
    },
    /** Time has passed: what was not scanned in time is over. */
    age: (): void => {
      for (const bill of bills.values()) age(bill)
    },
  }
}
export type Bank = ReturnType<typeof makeBank>
