// What the API answers about saldo and withdrawals. A destination is masked everywhere but in the answer that was asked for it.
import * as v from 'valibot'

const Time = v.number()
const Money = v.number()

export const WalletEntryView = v.object({
  /** Counts the entries from 1; the page before it is asked for by it. */
  n: v.number(),
  at: Time,
  amount: Money,
  /** Why, as a word: `topup`, `paid`, `withdrawn`, `adjusted`, `late`, `second`, `otherSum`, or why money came back. */
  note: v.string(),
  reason: v.optional(v.string()),
  order: v.optional(v.object({ id: v.string(), number: v.string(), deposit: v.boolean() })),
})
export type WalletEntryView = v.InferOutput<typeof WalletEntryView>

export const WalletPage = v.object({
  customer: v.object({ id: v.string(), name: v.string(), username: v.optional(v.string()) }),
  balance: Money,
  /** Reserved for open bills and withdrawals. */
  held: Money,
  free: Money,
  withdrawable: Money,
  entries: v.array(WalletEntryView),
})
export type WalletPage = v.InferOutput<typeof WalletPage>

export const WithdrawalView = v.object({
  id: v.string(),
  customer: v.object({ id: v.string(), name: v.string(), username: v.optional(v.string()) }),
  amount: Money,
  masked: v.string(),
  state: v.picklist(['due', 'done', 'rejected']),
  at: Time,
  dueAt: Time,
  endedAt: v.optional(Time),
  /** The seller's reason, or what they noted of the transfer. */
  reason: v.optional(v.string()),
  /** The full number is kept: until 90 days after the end. */
  kept: v.boolean(),
})
export type WithdrawalView = v.InferOutput<typeof WithdrawalView>

export const WithdrawalPage = v.object({
  rows: v.array(WithdrawalView),
  /** How many wait for the seller. */
  due: v.number(),
  /** What this shop owes all its customers together. */
  owed: Money,
})
export type WithdrawalPage = v.InferOutput<typeof WithdrawalPage>

export const DestinationView = v.object({ method: v.string(), number: v.string(), name: v.string() })
export type DestinationView = v.InferOutput<typeof DestinationView>
