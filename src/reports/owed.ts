// Shops on the platform's keys: what the admin holds of each shop's money. Pure, from the lines of its bills and the payouts recorded:
// settled = fee + refunded + charged back + paid out + still owed, for every day and in all.
import type { Rupiah } from '../lib/brand.ts'
import type { Payout, SaldoDay } from '../store/ledger.ts'
import { type Day, dayOf, dayOfNumber, type Timezone } from './day.ts'
import type { GatewayLine } from './gateway-lines.ts'

export type OwedSums = {
  settled: Rupiah
  fee: Rupiah
  /** Given back through the gateway. */
  refunded: Rupiah
  chargedBack: Rupiah
  paidOut: Rupiah
}

export type OwedDay = OwedSums & {
  day: Day
  /** Still owed to the shop at the end of the day; below zero: more was paid out than there was to pay. */
  owed: Rupiah
  /** What the shop owed its own customers as saldo by then. */
  saldo: Rupiah
}

const NOTHING: OwedSums = { settled: 0, fee: 0, refunded: 0, chargedBack: 0, paidOut: 0 }

export const stillOwed = ({ settled, fee, refunded, chargedBack, paidOut }: OwedSums): Rupiah =>
  settled - fee - refunded - chargedBack - paidOut

type Dated = { day: Day; sums: Partial<OwedSums> }

const dated = (lines: readonly GatewayLine[], payouts: readonly Payout[], timezone: Timezone): Dated[] => [
  ...lines.map(({ kind, amount, at }) => ({ day: dayOf(at, timezone), sums: { [kind]: amount } })),
  ...payouts.map(({ day, amount }) => ({ day, sums: { paidOut: amount } })),
]

const plus = (sums: OwedSums, more: Partial<OwedSums>): OwedSums => ({
  settled: sums.settled + (more.settled ?? 0),
  fee: sums.fee + (more.fee ?? 0),
  refunded: sums.refunded + (more.refunded ?? 0),
  chargedBack: sums.chargedBack + (more.chargedBack ?? 0),
  paidOut: sums.paidOut + (more.paidOut ?? 0),
})

export const owedInAll = (lines: readonly GatewayLine[], payouts: readonly Payout[]): OwedSums =>
  dated(lines, payouts, 'Asia/Jakarta').reduce((sums, one) => plus(sums, one.sums), NOTHING)

export type Books = {
  lines: readonly GatewayLine[]
  payouts: readonly Payout[]
  timezone: Timezone
  saldo: { now: Rupiah; days: readonly SaldoDay[] }
}

/** Days on which something moved, newest first; a payout counts on the day of its transfer. */
export const owedDays = ({ lines, payouts, timezone, saldo }: Books): OwedDay[] => {
  const byDay = new Map<Day, OwedSums>()
  for (const { day, sums } of dated(lines, payouts, timezone))
    byDay.set(day, plus(byDay.get(day) ?? NOTHING, sums))
  let owed = 0
  const days = [...byDay.entries()].toSorted(([a], [b]) => a.localeCompare(b))
  return days
    .map(([day, sums]) => {
      owed += stillOwed(sums)
      return { day, ...sums, owed, saldo: saldoBy(saldo, day) }
    })
    .toReversed()
}

/** What it is now less what moved afterwards. */
const saldoBy = ({ now, days }: Books['saldo'], day: Day): Rupiah =>
  days.reduce((left, one) => (dayOfNumber(one.day) > day ? left - one.amount : left), now)
