// What the API answers about an order: the row of the list, and the whole of it with its history.
import * as v from 'valibot'

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
})
export type OrderRow = v.InferOutput<typeof OrderRow>

export const OrderPage = v.object({ rows: v.array(OrderRow), counts: v.record(v.string(), v.number()) })
export type OrderPage = v.InferOutput<typeof OrderPage>

export const ORDER_ACTIONS = [
  'sendForReal',
  'sendAnyway',
  'giveBack',
  'taken',
  'notTaken',
  'checkPayment',
  'endedCompleted',
  'endedPartial',
  'endedStopped',
] as const
export type OrderAction = (typeof ORDER_ACTIONS)[number]

export const OrderDetail = v.object({
  ...OrderRow.entries,
  service_id_api: v.string(),
  provider: v.string(),
  cost: Money,
  saldo: Money,
  toPay: Money,
  linkRaw: v.string(),
  comments: v.optional(v.array(v.string())),
  deadline: v.optional(Time),
  bills: v.array(
    v.object({
      attempt: v.string(),
      gateway: v.string(),
      amount: Money,
      state: v.string(),
      createdAt: Time,
      expiresAt: v.optional(Time),
      paidAt: v.optional(Time),
      paidAmount: v.optional(Money),
      issuer: v.optional(v.string()),
    }),
  ),
  submissions: v.array(
    v.object({
      id: v.string(),
      startedAt: Time,
      endedAt: v.optional(Time),
      outcome: v.optional(v.string()),
      panelId: v.optional(v.string()),
      reason: v.optional(v.string()),
      message: v.optional(v.string()),
    }),
  ),
  refunds: v.array(
    v.object({ id: v.string(), amount: Money, state: v.string(), reason: v.string(), at: Time }),
  ),
  stray: v.array(v.object({ id: v.string(), kind: v.string(), amount: Money, state: v.string(), at: Time })),
  progress: v.optional(
    v.object({
      startCount: v.optional(v.number()),
      remains: v.optional(v.number()),
      charge: v.optional(v.string()),
      word: v.optional(v.string()),
      at: Time,
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
  actions: v.array(v.picklist(ORDER_ACTIONS)),
})
export type OrderDetail = v.InferOutput<typeof OrderDetail>
