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
  held: DAY as Millis,
  catalogueSync: (6 * HOUR) as Millis,
  catalogueFresh: (30 * MINUTE) as Millis,
  jobTries: 8,
  lease: (30 * SECOND) as Millis,
  listLife: DAY as Millis,
  exchangeBufferPercent: 3,
  step: 100 as Rupiah,
  leastBill: 1000 as Rupiah,
  chatDays: 90,
  backupsKept: 14,
} as const
