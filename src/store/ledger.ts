// The money side of the store: saldo, lanes of panel accounts, what is paid out, who did what, bills by the seller's own QRIS; each
// document with the interface that keeps it.
import type { ChatKey, CustomerId, Millis, OrderId, ProviderId, Rupiah, ShopId } from '../lib/brand.ts'
import type { JobDraft } from '../model/job.ts'
import type { MoneyKind } from '../model/order.ts'
import type { Change, Created } from './change.ts'

/** One panel account (endpoint and key), whoever of the shops uses it: what is sent to it goes through here, one at a time. */
export type Lane = {
  /** Hash of endpoint and key. */
  id: string
  /** Who holds it, until when; `token` rises with every taking: an older holder changes nothing. */
  owner?: string
  token: number
  until: Millis
  /** The panel's last word on the balance; `moved`: something was sent or topped up since. */
  balance?: { amount: string; currency: string; at: Millis; moved?: boolean }
  /** A sending under way, or one whose outcome is unknown: nothing goes out until the balance after it has been read. */
  doubt?: { shop: ShopId; order: OrderId; submission: string; at: Millis }
  /** The providers that stand for it: whose shops see its balance, whose orders wait for it. */
  users?: LaneUser[]
  /** The panel did not tell its balance: since when, when it was last asked, how often in a row. */
  silent?: { since: Millis; at: Millis; times: number }
  /** The balance did not cover an order of that cost: told once, until a reading covers it again. */
  low?: { at: Millis; need: string }
  v: number
}
export type LaneUser = { shop: ShopId; provider: ProviderId }

/** A customer's wish to have saldo paid out; the sum is held in the wallet under this id until it has ended. */
export type Withdrawal = {
  id: string
  shop: ShopId
  customer: CustomerId
  chat: ChatKey
  money: MoneyKind
  amount: Rupiah
  /** Sealed; absent once forgotten. */
  to?: string
  /** What everybody else sees: method and the last digits. */
  masked: string
  state: 'due' | 'done' | 'rejected'
  at: Millis
  dueAt: Millis
  endedAt?: Millis
  by?: string
  reason?: string
  /** Once per cause: what was told, reminded, booked. */
  seen: Record<string, Millis>
  outbox: JobDraft[]
  v: number
}

/** The admin paid a shop what its customers paid into the platform's account. */
export type Payout = {
  id: string
  shop: ShopId
  amount: Rupiah
  /** Day of the transfer, YYYY-MM-DD. */
  day: string
  proof: string
  by: string
  at: Millis
}

/** Who did what and why. Written once per `id`; nothing is ever changed. */
export type AuditLine = {
  id: string
  /** Absent: the platform's own. */
  shop?: ShopId
  at: Millis
  by: string
  /** A word of our own: `order.givenBack`, `saldo.adjusted`, `payout.recorded`. */
  what: string
  order?: OrderId
  /** What it was about, to be found by: the order's number, a customer, a provider, a key set. */
  about?: string
  reason?: string
  data?: Record<string, string | number | boolean>
}

/** A bill of the manual gateway: what the customer claims and what the seller says of it. The seller's word is final. */
export type Claim = {
  attempt: string
  shop: ShopId
  amount: Rupiah
  /** The text of the QR that it was made with; it stays when the shop puts another in its place. */
  qr: string
  createdAt: Millis
  expiresAt: Millis
  cancelled?: boolean
  /** The order's version that `claimedAt` and `notYetAt` were taken from: an older one changes nothing. */
  told?: number
  claimedAt?: Millis
  /** The seller looked and saw nothing, so far. */
  notYetAt?: Millis
  word?: { amount: Rupiah; by: string; at: Millis }
  v: number
}

/** `note`: why, as a word (`late`, `refund`, `paid`, `topup`, `withdrawn`, `adjusted`); `reason` and `by` of a seller's own entry. */
export type WalletEntry = {
  /** Unique in its wallet, for ever. */
  cause: string
  amount: Rupiah
  at: Millis
  note: string
  order?: OrderId
  reason?: string
  by?: string
  /** Came by top-up: paid out only where the shop allows it. */
  topup?: true
}

/** `n` counts a wallet's entries from 1. */
export type NumberedEntry = WalletEntry & { n: number }

/** One customer's saldo of one kind of money at one shop. What can be spent and paid out: `freeOf`, `withdrawable` of `store/wallet.ts`. */
export type Wallet = {
  id: string
  shop: ShopId
  customer: CustomerId
  money: MoneyKind
  balance: Rupiah
  /** What of the balance came by top-up: spent first, so that refunds stay to be paid out. */
  topup?: Rupiah
  /** By what they are for: an order's id or a withdrawal's. */
  holds: Record<string, Rupiah>
  /** Which of the holds are withdrawals: these take what was topped up last. */
  leaving?: string[]
  /** The newest; older ones are in the archive. */
  entries: WalletEntry[]
  /** How many are there. */
  archived?: number
  v: number
}

/** `id`: what it is for, an order or a withdrawal. `out`: to be paid out, of all that is free or only of what was not topped up. */
export type Hold = { id: string; amount: Rupiah; out?: 'all' | 'refunds' }

/** Entries of all customers of a day together. */
export type SaldoDay = { day: number; amount: Rupiah }

/** Without `shop` the lines of all shops and the platform's own. `before`: what stands after that line of a page. `anyOf`: each a text
 *  that is looked for in who, what, about and why; one found is enough. */
export type AuditFilter = {
  shop?: ShopId | null
  before?: Pick<AuditLine, 'at' | 'id'>
  anyOf?: string[]
  limit: number
}
export type WithdrawalFilter = { state?: Withdrawal['state']; customer?: CustomerId; limit: number }

/** A cause is known for ever, also once its entry is in the archive. An amount that is no whole rupiah above zero throws. */
export type Wallets = {
  get(shop: ShopId, customer: CustomerId, money: MoneyKind): Promise<Wallet>
  /** Newest first, archive included; `before`: only those with a smaller number. */
  entries(
    shop: ShopId,
    customer: CustomerId,
    money: MoneyKind,
    page: { before?: number; limit: number },
  ): Promise<NumberedEntry[]>
  /** All balances of a shop together. */
  owed(shop: ShopId, money: MoneyKind): Promise<Rupiah>
  /** What was entered since, summed by day; days since 1970 of a clock that is `ahead` of UTC. Reads every wallet: for a page now and then. */
  perDay(shop: ShopId, money: MoneyKind, page: { since: Millis; ahead: number }): Promise<SaldoDay[]>
  /** Adds once per cause. */
  credit(
    shop: ShopId,
    customer: CustomerId,
    money: MoneyKind,
    entry: WalletEntry,
  ): Promise<{ fresh: boolean; wallet: Wallet }>
  /** Takes away (`amount` below zero) once per cause; `short` when less than that is free. */
  debit(
    shop: ShopId,
    customer: CustomerId,
    money: MoneyKind,
    entry: WalletEntry,
  ): Promise<'done' | 'short' | 'repeated'>
  /** Reserves once per id (one captured before counts as held); `short` when less is free. */
  hold(shop: ShopId, customer: CustomerId, money: MoneyKind, hold: Hold): Promise<'held' | 'short'>
  release(shop: ShopId, customer: CustomerId, money: MoneyKind, id: string): Promise<void>
  /** Turns a hold into a debit entry, cause `paid:<id>`, once; `none`: nothing is held under this id. A hold of another sum than the
   *  `amount` asked for is freed, and nothing taken. */
  capture(
    shop: ShopId,
    customer: CustomerId,
    money: MoneyKind,
    captured: { id: string; amount?: Rupiah } & Omit<WalletEntry, 'cause' | 'amount'>,
  ): Promise<'done' | 'repeated' | 'none'>
}
/** Held by one sender at a time, across shops and processes; a lane is made by its first taking. */
export type Lanes = {
  get(account: string): Promise<Lane | null>
  /** Leased to `owner` until now + lease; `null` while another's lease lasts. */
  take(account: string, owner: string, now: Millis, lease: Millis): Promise<Lane | null>
  /** Guarded by the token of the taking. False: the lease went to somebody else, nothing was written. */
  change(account: string, token: number, decide: Change<Lane>): Promise<boolean>
  /** Free at once, if it is still held by that taking. */
  leave(account: string, token: number): Promise<void>
}

export type Withdrawals = {
  create(withdrawal: Withdrawal): Promise<Created>
  get(shop: ShopId, id: string): Promise<Withdrawal | null>
  /** Newest first. */
  list(shop: ShopId, filter: WithdrawalFilter): Promise<Withdrawal[]>
  /** What the change leaves in the outbox becomes jobs in the same write. */
  change(shop: ShopId, id: string, decide: Change<Withdrawal>): Promise<Withdrawal | null>
  /** Takes the sealed destination off what ended before that moment; answers how many. */
  forget(endedBefore: Millis): Promise<number>
}

export type Payouts = {
  create(payout: Payout): Promise<Created>
  /** Newest first. */
  list(shop: ShopId): Promise<Payout[]>
}

export type Audit = {
  add(line: AuditLine): Promise<Created>
  /** Newest first. `shop: null`: the platform's own lines. */
  list(filter: AuditFilter): Promise<AuditLine[]>
}

export type Claims = {
  create(claim: Claim): Promise<Created>
  get(attempt: string): Promise<Claim | null>
  change(attempt: string, decide: Change<Claim>): Promise<Claim | null>
  /** Claimed by the customer and without the seller's word. */
  waiting(shop: ShopId): Promise<Claim[]>
}
