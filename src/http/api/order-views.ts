// What the API answers about an order: the row of a list, what of it a person must decide, and the whole of it with its history.
import * as v from 'valibot'
import { NEEDS } from '../../model/attention.ts'

const Time = v.number()
const Money = v.number()

export const OrderRow = v.object({
  id: v.string(),
  number: v.string(),
  state: v.string(),
  why: v.optional(v.string()),
  name: v.string(),
  mid: v.number(),
  link: v.string(),
  quantity: v.number(),
  price: Money,
  money: v.picklist(['real', 'play']),
  customer: v.object({ id: v.string(), name: v.string() }),
  createdAt: Time,
  updatedAt: Time,
  /** A refund or stray money is due. */
  due: v.boolean(),
  /** A bill that fills saldo. */
  deposit: v.optional(v.boolean()),
})
export type OrderRow = v.InferOutput<typeof OrderRow>

export const OrderPage = v.object({ rows: v.array(OrderRow), counts: v.record(v.string(), v.number()) })
export type OrderPage = v.InferOutput<typeof OrderPage>

export const ORDER_ACTIONS = [
  'sendForReal',
  'sendAnyway',
  'otherService',
  'giveBack',
  'taken',
  'sendAgain',
  'notTaken',
  'notTakenGiveBack',
  'checkPayment',
  'received',
  'notYet',
  'otherSum',
  'retryRefund',
  'bookStray',
  'endedCompleted',
  'endedPartial',
  'endedStopped',
] as const
export type OrderAction = (typeof ORDER_ACTIONS)[number]

export const REFUND_TO = ['saldo', 'gateway', 'hand'] as const

const RefundView = v.object({
  id: v.string(),
  amount: Money,
  to: v.picklist(REFUND_TO),
  state: v.string(),
  reason: v.string(),
  at: Time,
  by: v.optional(v.string()),
  note: v.optional(v.string()),
  fault: v.optional(v.string()),
})

const StrayView = v.object({
  id: v.string(),
  kind: v.string(),
  /** Rupiah, or units of `currency`. */
  amount: Money,
  currency: v.optional(v.string()),
  state: v.string(),
  at: Time,
})

/** A sending that nobody can say the end of: the panel's balance on either side of it is a hint, not a proof. */
const DoubtView = v.object({
  at: Time,
  /** What the panel, or the line to it, said. */
  message: v.optional(v.string()),
  hint: v.optional(v.picklist(['probablyTaken', 'probablyNotTaken'])),
  before: v.optional(v.string()),
  after: v.optional(v.string()),
  currency: v.optional(v.string()),
})

export const OrderMatter = v.object({
  ...OrderRow.entries,
  /** What needs a person, and since when. */
  needs: v.array(v.object({ need: v.picklist(NEEDS), since: Time })),
  /** The history line by which it came where it stands: an action tells it, so that none hits a later standing. */
  standing: v.number(),
  deadline: v.optional(Time),
  /** Put back from a copy: it may have been sent in the time that was lost. */
  restored: v.optional(Time),
  provider: v.string(),
  providerName: v.optional(v.string()),
  /** The panel's service that it is sent to. */
  service_id_api: v.string(),
  /** Sent elsewhere than what was quoted: an alternative, by its name. */
  routed: v.optional(v.string()),
  /** By the quote or, if it is sent elsewhere, by the alternative. */
  cost: Money,
  /** By the catalogue as last read, where the price is what it waits for. */
  costNow: v.optional(Money),
  doubt: v.optional(DoubtView),
  claim: v.optional(v.object({ attempt: v.string(), amount: Money, at: Time })),
  /** What can still be given back, and where to. */
  refundable: Money,
  ways: v.array(v.picklist(REFUND_TO)),
  refunds: v.array(RefundView),
  stray: v.array(StrayView),
  progress: v.optional(
    v.object({
      startCount: v.optional(v.number()),
      remains: v.optional(v.number()),
      charge: v.optional(v.string()),
      currency: v.optional(v.string()),
      word: v.optional(v.string()),
      at: Time,
      movedAt: v.optional(Time),
    }),
  ),
  actions: v.array(v.picklist(ORDER_ACTIONS)),
})
export type OrderMatter = v.InferOutput<typeof OrderMatter>

/** `total` may be more than there are rows. */
export const DecisionPage = v.object({ rows: v.array(OrderMatter), total: v.number() })
export type DecisionPage = v.InferOutput<typeof DecisionPage>

export const OrderDetail = v.object({
  ...OrderMatter.entries,
  saldo: Money,
  toPay: Money,
  linkRaw: v.string(),
  comments: v.optional(v.array(v.string())),
  /** What the panel charged in the end, in rupiah at the quote's exchange rate. */
  realCost: v.optional(Money),
  bills: v.array(
    v.object({
      attempt: v.string(),
      gateway: v.string(),
      /** Charged with the platform's keys: the admin holds the money. */
      platform: v.optional(v.boolean()),
      amount: Money,
      state: v.string(),
      createdAt: Time,
      expiresAt: v.optional(Time),
      claimedAt: v.optional(Time),
      paidAt: v.optional(Time),
      paidAmount: v.optional(Money),
      issuer: v.optional(v.string()),
    }),
  ),
  submissions: v.array(
    v.object({
      id: v.string(),
      providerName: v.optional(v.string()),
      service_id_api: v.string(),
      startedAt: Time,
      endedAt: v.optional(Time),
      outcome: v.optional(v.string()),
      panelId: v.optional(v.string()),
      reason: v.optional(v.string()),
      message: v.optional(v.string()),
      hint: v.optional(v.string()),
      doubted: v.optional(v.boolean()),
      /** Of the balances, as the panel counts. */
      currency: v.string(),
      balanceBefore: v.optional(v.string()),
      balanceAfter: v.optional(v.string()),
    }),
  ),
  events: v.array(
    v.object({
      n: v.number(),
      at: Time,
      type: v.string(),
      by: v.string(),
      from: v.optional(v.string()),
      to: v.optional(v.string()),
      reason: v.optional(v.string()),
      data: v.optional(v.record(v.string(), v.union([v.string(), v.number(), v.boolean()]))),
    }),
  ),
})
export type OrderDetail = v.InferOutput<typeof OrderDetail>

export const OtherService = v.object({
  id: v.string(),
  name: v.string(),
  /** As the panel calls it. */
  panelName: v.string(),
  service_id_api: v.string(),
  providerName: v.string(),
  /** The seller mapped it as an alternative. */
  mapped: v.boolean(),
  /** The quantity is within its limits. */
  fits: v.boolean(),
  /** For the order's quantity. */
  cost: v.optional(Money),
})
export type OtherService = v.InferOutput<typeof OtherService>
