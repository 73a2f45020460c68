// A gateway with a bank behind it. What it answers can be scripted; what really happened to the money is the bank's own book.
import type { Rupiah } from '../../../src/lib/brand.ts'
import { MINUTE } from '../../../src/lib/clock.ts'
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
} from '../../../src/payments/gateway.ts'
import { makeQris } from '../../../src/payments/qris.ts'
import type { FakeClock } from '../fake-clock.ts'

type Ids = { attempt: string; reference?: string }
type Word = BillStatus | null | GatewayFault
type BankBill = { request: ChargeRequest; charge: Charge; state: BillState; paid: Rupiah }

/** Each takes what the honest gateway does, and may do it or not, and answer otherwise. */
type ChargeScript = (honest: () => ChargeOutcome) => ChargeOutcome
type WordScript = (honest: () => Word) => Word
type RefundScript = (honest: () => RefundOutcome) => RefundOutcome
/** Money that the bank gave back because it was asked to, by the key. */
export type GivenBack = { attempt: string; key: string; amount: Rupiah }

export const FAULT: GatewayFault = { kind: 'fault', reason: 'timeout', alarm: false }
export const MERCHANT = 'G0001'

export type FakeBank = ReturnType<typeof makeBank>

export const makeBank = (clock: FakeClock, money: 'real' | 'play' = 'real') => {
  const bills = new Map<string, BankBill>()
  /** What came by the seller's static QR, by the attempt that it was meant for. */
  const byHand = new Map<string, Rupiah>()
  const calls = { charge: 0, status: 0, cancel: 0 }
  const givenBack: GivenBack[] = []
  const scripts: {
    charge: ChargeScript[]
    status: WordScript[]
    cancel: WordScript[]
    refund: RefundScript[]
  } = { charge: [], status: [], cancel: [], refund: [] }
  /** Applied to every word while set: a gateway that lies or is down. */
  const spell: { status?: WordScript | undefined; cancel?: WordScript | undefined } = {}

  const age = (bill: BankBill): BankBill => {
    if (bill.state === 'pending' && clock.now() >= bill.charge.expiresAt) bill.state = 'expired'
    return bill
  }
  const wordOf = (attempt: string): BillStatus | null => {
    const bill = bills.get(attempt)
    if (!bill) return null
    const { state, paid, request, charge } = age(bill)
    const refunds = givenBack.filter((one) => one.attempt === attempt)
    const back = refunds.reduce((sum, { amount }) => sum + amount, 0)
    return {
      state,
      attempt,
      reference: charge.reference,
      amount: paid || request.amount,
      currency: 'IDR',
      merchant: MERCHANT,
      paymentType: 'qris',
      ...(back > 0
        ? { state: back < paid ? 'partiallyRefunded' : 'refunded', amount: back, paid, refunds }
        : {}),
    }
  }
  /** The same key is the same refund; never more than was paid. */
  const refundOf = (attempt: string, { refundKey: key, amount }: RefundRequest): RefundOutcome => {
    if (givenBack.some((one) => one.key === key)) return { kind: 'done' }
    const word = wordOf(attempt)
    const left =
      (bills.get(attempt)?.paid ?? 0) - (word?.refunds ?? []).reduce((sum, one) => sum + one.amount, 0)
    if (amount > left) return { kind: 'refused', code: '414', message: 'too much' }
    givenBack.push({ attempt, key, amount })
    return { kind: 'done' }
  }
  const chargeOf = (request: ChargeRequest): ChargeOutcome => {
    const known = bills.get(request.attempt)
    if (known) return { kind: 'created', charge: known.charge }
    const { attempt, amount, minutes } = request
    const charge: Charge = {
      reference: `ref-${attempt}`,
      qr: makeQris({
        amount,
        merchantName: 'NAIKINYUK DIGITAL',
        city: 'JAKARTA',
        nmid: 'ID1020000000001',
        reference: attempt.slice(-12),
      }),
      expiresAt: request.now + minutes * MINUTE,
    }
    bills.set(attempt, { request, charge, state: 'pending', paid: 0 })
    return { kind: 'created', charge }
  }
  const cancelOf = (attempt: string): Word => {
    const bill = bills.get(attempt)
    if (bill && age(bill).state === 'pending') bill.state = 'cancelled'
    return wordOf(attempt)
  }
  const ask = (what: 'status' | 'cancel', honest: () => Word): Word => {
    calls[what]++
    const script = scripts[what].shift() ?? spell[what]
    return script ? script(honest) : honest()
  }
  const gateway: Gateway = {
    id: 'midtrans',
    money,
    limits: { min: 1, max: 10_000_000, minMinutes: 15, maxMinutes: 180 },
    charge: async (request) => {
      calls.charge++
      const script = scripts.charge.shift()
      return script ? script(() => chargeOf(request)) : chargeOf(request)
    },
    status: async ({ attempt }: Ids) => ask('status', () => wordOf(attempt)),
    cancel: async ({ attempt }: Ids) => ask('cancel', () => cancelOf(attempt)),
    refund: async ({ attempt }: Ids, request) => {
      const script = scripts.refund.shift()
      return script ? script(() => refundOf(attempt, request)) : refundOf(attempt, request)
    },
    readWebhook: () => ({ kind: 'malformed' }),
  }
  const billOf = (attempt: string): BankBill => {
    const bill = bills.get(attempt)
    if (!bill) throw new Error(`the bank has no bill ${attempt}`)
    return bill
  }
  return {
    gateway,
    bills,
    calls,
    scripts,
    spell,
    givenBack,
    /** A QR that was scanned in time, or whose money the bank took all the same (`late`). Answers whether money moved. */
    pay: (attempt: string, { amount, late = false }: { amount?: Rupiah; late?: boolean } = {}): boolean => {
      const bill = age(billOf(attempt))
      if (bill.state === 'paid' || (bill.state !== 'pending' && !late)) return false
      bill.state = 'paid'
      bill.paid = amount ?? bill.request.amount
      return true
    },
    turn: (attempt: string, state: BillState): void => {
      billOf(attempt).state = state
    },
    /** A customer typed this sum into their app. */
    transfer: (attempt: string, amount: Rupiah): void =>
      void byHand.set(attempt, (byHand.get(attempt) ?? 0) + amount),
    /** Every rupiah that really came, by attempt. */
    received: (): Map<string, Rupiah> =>
      new Map([
        ...[...bills].flatMap(([attempt, { paid }]) => (paid > 0 ? [[attempt, paid] as const] : [])),
        ...byHand,
      ]),
  }
}
