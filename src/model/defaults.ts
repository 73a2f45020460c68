// Every figure of the shop's manner in one place; those that a shop may set are in `ShopSettings`.
import type { Millis, Rupiah } from '../lib/brand.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../lib/clock.ts'

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
  waiting: DAY as Millis,
  /** A running order at which nothing moves for so long: customer and seller are told. */
  stalled: DAY as Millis,
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
  backupsKept: 14,
} as const
