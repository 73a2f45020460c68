// Every figure of the shop's manner in one place; those that a shop may set are in `ShopSettings`.
import type { Millis, Rupiah } from '../lib/brand.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../lib/clock.ts'
import type { ServiceHours } from './service-hours.ts'

export const DEFAULTS = {
  quoteLife: (15 * MINUTE) as Millis,
  billMinutes: 30,
  billMin: 1000 as Rupiah,
  billMax: 10_000_000 as Rupiah,
  openBillsPerCustomer: 3,
  askBill: { every: 12 * SECOND, for: 3 * MINUTE, later: 30 * SECOND },
  askBillWithWebhook: { first: 60 * SECOND, second: 5 * MINUTE, afterExpiry: 2 * MINUTE, later: 10 * MINUTE },
  poll: [
    { until: 10 * MINUTE, every: 30 * SECOND },
    { until: 2 * HOUR, every: 2 * MINUTE },
    { until: Number.POSITIVE_INFINITY, every: 15 * MINUTE },
  ],
  pollBatch: 100,
  /** A running order at which nothing moves for so long: customer and seller are told. */
  stalled: DAY as Millis,
  waiting: DAY as Millis,
  held: DAY as Millis,
  catalogueSync: (6 * HOUR) as Millis,
  catalogueFresh: (30 * MINUTE) as Millis,
  /** A panel balance read longer ago than this is read again before money is taken or sent. */
  balanceFresh: MINUTE as Millis,
  /** So long a reading keeps off the list what it does not cover; then the next yes reads it anew. */
  balanceShown: (30 * MINUTE) as Millis,
  /** When the seller is reminded of what only they can resolve; the last one goes to the admin. */
  remindUnknown: [30 * MINUTE, 2 * HOUR, 12 * HOUR],
  remindClaim: [15 * MINUTE, 2 * HOUR, 12 * HOUR],
  withdrawalDue: DAY as Millis,
  /** Before it is due. */
  remindWithdrawal: 6 * HOUR,
  /** A bank or wallet number is forgotten this long after its withdrawal has ended. */
  destinationDays: 90,
  topupMin: 10_000 as Rupiah,
  topupMax: 2_000_000 as Rupiah,
  withdrawMin: 10_000 as Rupiah,
  openWithdrawalsPerCustomer: 3,
  alternatives: 5,
  /** What a gateway keeps of each payment, percent as a decimal string. */
  gatewayFee: '0.7',
  /** Business days until a gateway pays out. */
  payoutDays: 3,
  jobTries: 8,
  lease: (30 * SECOND) as Millis,
  listLife: DAY as Millis,
  exchangeBufferPercent: 3,
  step: 100 as Rupiah,
  leastBill: 1000 as Rupiah,
  chatDays: 90,
  /** Every day from nine to nine, answered within two hours of it; the bot comes back twelve hours after the seller's last word. */
  hours: {
    days: Array.from({ length: 7 }, () => ({ from: '09:00', to: '21:00' })),
    answerMinutes: 120,
    backHours: 12,
  } as ServiceHours,
  /** Before a promised answer is due, the seller is reminded; after it was missed, the admin. */
  remindPromise: 30 * MINUTE,
  adminAfterMissed: 30 * MINUTE,
  backupsKept: 14,
  /** The language model: of one question, then of a day. `tokens`: all steps together; `rows`: products sent with a question. */
  ai: {
    steps: 4,
    tokens: 12_000,
    answerTokens: 400,
    timeMs: 12 * SECOND,
    probeMs: 4 * SECOND,
    rows: 24,
    dayTokens: 2_000_000,
    chatCalls: 60,
    chatTokens: 200_000,
    /** Counts older than this are forgotten. */
    usageDays: 62,
  },
} as const
