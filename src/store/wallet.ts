// What a wallet does, for every driver: pure steps on the document as read. A driver reads the wallet, asks its archive for the cause,
// takes a step, and writes guarded by the version read, older entries into the archive first (a document that is trimmed too late has
// some of them twice, by the same number; one that is trimmed too early would have lost them).
import type { CustomerId, Rupiah, ShopId } from '../lib/brand.ts'
import type { MoneyKind } from '../model/order.ts'
import type { Hold, NumberedEntry, Wallet, WalletEntry } from './ledger.ts'

/** `next` null: nothing to write. */
export type Step<Answer> = { answer: Answer; next: Wallet | null }

/** Whether the archive knows a cause. */
export type Archived = (cause: string) => boolean

/** Entries that stay in the document. */
export const NEWEST = 50

export const walletId = (shop: ShopId, customer: CustomerId, money: MoneyKind): string =>
  `${shop}/${customer}/${money}`

export const emptyWallet = (shop: ShopId, customer: CustomerId, money: MoneyKind): Wallet => ({
  id: walletId(shop, customer, money),
  shop,
  customer,
  money,
  balance: 0,
  holds: {},
  entries: [],
  v: 0,
})

const heldBy = ({ holds }: Wallet, counts: (id: string) => boolean): Rupiah =>
  Object.entries(holds).reduce((sum, [id, amount]) => sum + (counts(id) ? amount : 0), 0)

const isLeaving =
  ({ leaving = [] }: Wallet) =>
  (id: string): boolean =>
    leaving.includes(id)

/** What can be spent: everything that nothing has reserved. */
export const freeOf = (wallet: Wallet): Rupiah => wallet.balance - heldBy(wallet, () => true)

/** What can be paid out. Orders under way take the topped-up part first, so that what came back stays to be paid out. */
export const withdrawable = (wallet: Wallet, topupsOut: boolean): Rupiah => {
  if (topupsOut) return freeOf(wallet)
  const leaves = isLeaving(wallet)
  const toppedUp = Math.max(0, (wallet.topup ?? 0) - heldBy(wallet, (id) => !leaves(id)))
  return Math.max(0, freeOf(wallet) - toppedUp)
}

/** The debit that a hold becomes: a second one would be the same cause. */
export const capturedCause = (id: string): string => `paid:${id}`

const knows = ({ entries }: Wallet, cause: string, archived: Archived): boolean =>
  entries.some((entry) => entry.cause === cause) || archived(cause)

/** Whole rupiah above zero, and a sum that is still exact. */
const assertAmount = (wallet: Wallet, amount: Rupiah): void => {
  if (!Number.isSafeInteger(amount) || amount <= 0 || !Number.isSafeInteger(wallet.balance + amount))
    throw new RangeError(`not an amount of whole rupiah: ${amount}`)
}

const withEntry = (wallet: Wallet, entry: WalletEntry, topup: Rupiah): Wallet => {
  const { topup: _, ...rest } = wallet
  return {
    ...rest,
    balance: wallet.balance + entry.amount,
    entries: [...wallet.entries, entry],
    ...(topup > 0 ? { topup } : {}),
  }
}

const spend = (wallet: Wallet, entry: WalletEntry): Wallet =>
  withEntry(wallet, entry, Math.max(0, (wallet.topup ?? 0) + entry.amount))

const payOut = (wallet: Wallet, entry: WalletEntry): Wallet =>
  withEntry(wallet, entry, Math.min(wallet.topup ?? 0, wallet.balance + entry.amount))

const withoutHold = (wallet: Wallet, id: string): Wallet => {
  const { [id]: _, ...holds } = wallet.holds
  const { leaving = [], ...rest } = wallet
  const left = leaving.filter((one) => one !== id)
  return { ...rest, holds, ...(left.length > 0 ? { leaving: left } : {}) }
}

export const credited = (wallet: Wallet, entry: WalletEntry, archived: Archived): Step<boolean> => {
  assertAmount(wallet, entry.amount)
  if (knows(wallet, entry.cause, archived)) return { answer: false, next: null }
  const topup = (wallet.topup ?? 0) + (entry.topup ? entry.amount : 0)
  return { answer: true, next: withEntry(wallet, entry, topup) }
}

export const debited = (
  wallet: Wallet,
  entry: WalletEntry,
  archived: Archived,
): Step<'done' | 'short' | 'repeated'> => {
  assertAmount(wallet, -entry.amount)
  if (knows(wallet, entry.cause, archived)) return { answer: 'repeated', next: null }
  if (freeOf(wallet) + entry.amount < 0) return { answer: 'short', next: null }
  return { answer: 'done', next: spend(wallet, entry) }
}

/** One that was captured before counts as held: a late caller must not reserve for it again. */
export const held = (
  wallet: Wallet,
  { id, amount, out }: Hold,
  archived: Archived,
): Step<'held' | 'short'> => {
  assertAmount(wallet, amount)
  if (wallet.holds[id] !== undefined || knows(wallet, capturedCause(id), archived))
    return { answer: 'held', next: null }
  const most = out ? withdrawable(wallet, out === 'all') : freeOf(wallet)
  if (most < amount) return { answer: 'short', next: null }
  const leaving = out ? { leaving: [...(wallet.leaving ?? []), id] } : {}
  return { answer: 'held', next: { ...wallet, holds: { ...wallet.holds, [id]: amount }, ...leaving } }
}

export const released = (wallet: Wallet, id: string): Step<null> => ({
  answer: null,
  next: wallet.holds[id] === undefined ? null : withoutHold(wallet, id),
})

export const captured = (
  wallet: Wallet,
  { id, amount: asked, ...line }: { id: string; amount?: Rupiah } & Omit<WalletEntry, 'cause' | 'amount'>,
  archived: Archived,
): Step<'done' | 'repeated' | 'none'> => {
  const amount = wallet.holds[id]
  const cause = capturedCause(id)
  if (amount === undefined)
    return { answer: knows(wallet, cause, archived) ? 'repeated' : 'none', next: null }
  const entry = { ...line, cause, amount: -amount }
  const next = withoutHold(wallet, id)
  if (asked !== undefined && asked !== amount) return { answer: 'none', next }
  return { answer: 'done', next: isLeaving(wallet)(id) ? payOut(next, entry) : spend(next, entry) }
}

/** Entries in their order, counted from 1 over the wallet's whole life. */
export const numbered = ({ entries, archived = 0 }: Wallet): NumberedEntry[] =>
  entries.map((entry, i) => ({ ...entry, n: archived + i + 1 }))

/** The document with its newest entries, and what goes to the archive before it is written. */
export const trimmed = (wallet: Wallet): { wallet: Wallet; old: NumberedEntry[] } => {
  const surplus = wallet.entries.length - NEWEST
  if (surplus <= 0) return { wallet, old: [] }
  const old = numbered(wallet).slice(0, surplus)
  const archived = (wallet.archived ?? 0) + surplus
  return { wallet: { ...wallet, entries: wallet.entries.slice(surplus), archived }, old }
}
