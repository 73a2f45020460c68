// What the API answers about a shop's money: figures of a span, how it stands, the account of shops on the platform's keys.
// Money is whole rupiah, times are milliseconds since 1970, days YYYY-MM-DD of the shop's own clock.
import * as v from 'valibot'

const Money = v.number()
const Count = v.number()

const Figures = v.object({
  from: v.number(),
  until: v.number(),
  paid: Count,
  done: Count,
  partial: Count,
  stopped: Count,
  turnover: Money,
  cost: Money,
  gatewayFee: Money,
  profit: Money,
})
export type FiguresView = v.InferOutput<typeof Figures>

export const MoneyView = v.object({
  today: Figures,
  week: Figures,
  month: Figures,
  stuck: Count,
  saldoOwed: Money,
  notYetWithdrawable: Money,
  panels: v.array(
    v.object({
      name: v.string(),
      currency: v.optional(v.string()),
      balance: v.optional(v.string()),
      daysLeft: v.optional(v.number()),
    }),
  ),
})
export type MoneyView = v.InferOutput<typeof MoneyView>

const sums = { settled: Money, fee: Money, refunded: Money, chargedBack: Money, paidOut: Money, owed: Money }

export const PayoutView = v.object({
  id: v.string(),
  amount: Money,
  day: v.string(),
  proof: v.string(),
  at: v.number(),
})
export type PayoutView = v.InferOutput<typeof PayoutView>

/** `owed` of a day: still owed at its end; `saldo`: what customers held by then. */
export const OwedView = v.object({
  shop: v.object({ id: v.string(), name: v.string() }),
  ...sums,
  saldo: Money,
  days: v.array(v.object({ day: v.string(), ...sums, saldo: Money })),
  payouts: v.array(PayoutView),
})
export type OwedView = v.InferOutput<typeof OwedView>

export const OwedRow = v.object({
  id: v.string(),
  name: v.string(),
  owner: v.string(),
  ...sums,
  saldo: Money,
})
export type OwedRow = v.InferOutput<typeof OwedRow>

/** What is left to look at after a copy was put back; without `restored` there was none. */
export const RestoredView = v.object({
  restored: v.optional(v.number()),
  orders: Count,
  items: Count,
})
export type RestoredView = v.InferOutput<typeof RestoredView>
