// What the outside knows to be true, kept apart from the database: cards that were shown, words that people gave, requests that
// reached a panel, entries that a wallet ever had. The rules compare the two.
import type { CustomerId, Millis, OrderId, Rupiah } from '../../src/lib/brand.ts'
import type { MoneyKind, Order } from '../../src/model/order.ts'
import type { Wallet, WalletEntry, Withdrawal } from '../../src/store/ledger.ts'

export type Card = {
  id: OrderId
  customer: CustomerId
  money: MoneyKind
  price: Rupiah
  link: string
  quantity: number
  at: Millis
  /** The customer's own cancel was accepted. */
  left?: true
  /** The seller said that it had not gone in, and it had: what follows is their own loss. */
  mistaken?: true
  /** The seller pressed "send". */
  approved?: true
  deposit?: true
}

/** One request to a panel as it arrived there. */
export type Sending = {
  order: OrderId
  panel: string
  service: string
  at: Millis
  /** The panel's id, once it took it. */
  took?: string
  /** What the panel said; absent: nobody ever heard it. */
  answer?: 'accepted' | 'refused' | 'neverLeft' | 'unknown'
  /** The seller looked and said that it had not gone in. */
  denied?: true
}

export const makeTruth = () => ({
  cards: new Map<OrderId, Card>(),
  /** Every quantity is bought once, so that a panel's row tells whose it is. */
  byQuantity: new Map<number, OrderId>(),
  sendings: [] as Sending[],
  /** The orders as last written. */
  orders: new Map<OrderId, Order>(),
  wallets: new Map<string, Wallet>(),
  /** By wallet and cause: every entry that was ever seen. */
  entries: new Map<string, Map<string, WalletEntry>>(),
  /** Causes by which money may come into a wallet or leave it without an order. */
  allowed: new Map<string, Rupiah>(),
  withdrawals: new Map<string, Withdrawal>(),
  /** Messages that a chat got. */
  told: [] as { chat: string; at: Millis; text: string }[],
})
export type Truth = ReturnType<typeof makeTruth>

export const sum = (amounts: Iterable<number>): number => {
  let total = 0
  for (const amount of amounts) total += amount
  return total
}

export const entriesOf = (truth: Truth, order: OrderId): WalletEntry[] =>
  [...truth.entries.values()].flatMap((all) => [...all.values()].filter((entry) => entry.order === order))
