// A withdrawal: saldo that its customer wants paid out by hand. Two documents, one saga: the withdrawal is written first, then its sum is
// held in the wallet under its id; only then does the seller see it. A kill in between is mended by its own job (`withdrawal-work.ts`).
import { createHash } from 'node:crypto'
import type { ChatKey, CustomerId, Millis, Rupiah, ShopId } from '../lib/brand.ts'
import { type Clock, MINUTE } from '../lib/clock.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import type { Sealer, SealPlace } from '../lib/seal.ts'
import { DEFAULTS } from '../model/defaults.ts'
import { type Destination, isDestination, maskDestination } from '../model/destination.ts'
import type { JobDraft } from '../model/job.ts'
import type { MoneyKind } from '../model/order.ts'
import type { Shop } from '../model/shop.ts'
import type { Store, Withdrawal, WithdrawalFilter } from '../store/store.ts'
import { withdrawable } from '../store/wallet.ts'

export type WithdrawalDeps = {
  store: Pick<Store, 'shops' | 'wallets' | 'withdrawals' | 'audit'>
  clock: Clock
  box: Sealer
}

export type AskWithdrawal = {
  shop: ShopId
  customer: CustomerId
  chat: ChatKey
  amount: Rupiah
  destination: Destination
  /** Idempotency: the same cause (chat and update) is the same withdrawal. */
  cause: string
}

export type WithdrawalRefusal = 'short' | 'amount' | 'destination' | 'tooMany'

/** The reservation is there: only now it is the seller's, and the customer's, to hear of. */
const RESERVED = 'reserved'

/** Saldo of a practice shop is play money, and so is what is paid out of it. */
export const moneyOf = ({ mode }: Pick<Shop, 'mode'>): MoneyKind => (mode === 'practice' ? 'play' : 'real')

export const sealedAt = (shop: ShopId, id: string): SealPlace => ({ shop, field: `withdrawal:${id}` })

/** A cause has one withdrawal. */
export const withdrawalIdOf = (shop: ShopId, cause: string): string =>
  `w_${createHash('sha256').update(`withdrawal\n${shop}\n${cause}`).digest('base64url').slice(0, 22)}`

/** The customer hears each state once; the mark is the state. */
export const customerJob = (
  { id, shop }: Pick<Withdrawal, 'id' | 'shop'>,
  mark: string,
  at: Millis,
): JobDraft => ({
  id: `notices.withdrawal:${id}:${mark}`,
  name: 'notices.withdrawal',
  at,
  payload: { shop, withdrawal: id, mark },
})

export const deskJob = (
  { id, shop }: Pick<Withdrawal, 'id' | 'shop'>,
  mark: string,
  at: Millis,
): JobDraft => ({
  id: `notices.desk:${id}:${mark}`,
  name: 'notices.desk',
  at,
  payload: { shop, news: 'withdrawal', withdrawal: id, mark },
})

/** Job `payments.withdrawal`: keeps wallet and document together, and reminds. */
export const workJob = (
  { id, shop }: Pick<Withdrawal, 'id' | 'shop'>,
  mark: string,
  at: Millis,
): JobDraft => ({
  id: `payments.withdrawal:${id}:${mark}`,
  name: 'payments.withdrawal',
  at,
  payload: { shop, withdrawal: id },
})

const newWithdrawal = (deps: WithdrawalDeps, input: AskWithdrawal, money: MoneyKind): Withdrawal => {
  const { shop, customer, chat, amount, destination, cause } = input
  const now = deps.clock.now()
  const id = withdrawalIdOf(shop, cause)
  return {
    id,
    shop,
    customer,
    chat,
    money,
    amount,
    to: deps.box.seal(JSON.stringify(destination), sealedAt(shop, id)),
    masked: maskDestination(destination),
    state: 'due',
    at: now,
    dueAt: (now + DEFAULTS.withdrawalDue) as Millis,
    seen: {},
    outbox: [workJob({ id, shop }, 'asked', now)],
    v: 1,
  }
}

const isAmount = (amount: Rupiah): boolean => Number.isSafeInteger(amount) && amount >= DEFAULTS.withdrawMin

export const askWithdrawal = async (
  deps: WithdrawalDeps,
  input: AskWithdrawal,
): Promise<Outcome<{ withdrawal: Withdrawal }, WithdrawalRefusal>> => {
  const { shop: shopId, customer } = input
  const known = await deps.store.withdrawals.get(shopId, withdrawalIdOf(shopId, input.cause))
  if (known) return answer(known)
  if (!isAmount(input.amount)) return refuse('amount')
  if (!isDestination(input.destination)) return refuse('destination')
  const shop = await deps.store.shops.get(shopId)
  if (!shop) return refuse('short')
  const open = await deps.store.withdrawals.list(shopId, {
    state: 'due',
    customer,
    limit: DEFAULTS.openWithdrawalsPerCustomer,
  })
  if (open.length >= DEFAULTS.openWithdrawalsPerCustomer) return refuse('tooMany')
  const money = moneyOf(shop)
  const wallet = await deps.store.wallets.get(shopId, customer, money)
  if (withdrawable(wallet, shop.settings.topupsOut ?? false) < input.amount) return refuse('short')
  const withdrawal = newWithdrawal(deps, input, money)
  await deps.store.withdrawals.create(withdrawal)
  return answer((await reserve(deps, withdrawal)) ?? withdrawal)
}

/** Whether its seller knows of it: one that is not reserved yet, or found too little, is nobody's to look at. */
export const isShown = ({ seen }: Withdrawal): boolean => RESERVED in seen

const answer = (withdrawal: Withdrawal): Outcome<{ withdrawal: Withdrawal }, 'short'> =>
  withdrawal.state === 'rejected' && !isShown(withdrawal) ? refuse('short') : { ok: true, withdrawal }

/** A process that held for it meanwhile may die before it gives that back. */
const LOOKED_AT_AGAIN = 5 * MINUTE

/** Holds the sum and shows the withdrawal to the seller, or ends it unseen. Right again after a repeat or a kill at any place. */
export const reserve = async (deps: WithdrawalDeps, asked: Withdrawal): Promise<Withdrawal | null> => {
  const { id, shop, customer, money, amount } = asked
  const out = (await deps.store.shops.get(shop))?.settings.topupsOut ? 'all' : 'refunds'
  const held = await deps.store.wallets.hold(shop, customer, money, { id, amount, out })
  const now = deps.clock.now()
  const after = await deps.store.withdrawals.change(shop, id, (current) => {
    if (current.state !== 'due' || isShown(current)) return null
    return held === 'held' ? shown(current, now) : unseen(current, now)
  })
  // Somebody else found too little and ended it before this hold was made.
  if (after?.state === 'rejected') await deps.store.wallets.release(shop, customer, money, id)
  return after
}

const shown = (withdrawal: Withdrawal, now: Millis): Withdrawal => ({
  ...withdrawal,
  seen: { ...withdrawal.seen, [RESERVED]: now },
  outbox: [...withdrawal.outbox, deskJob(withdrawal, 'asked', now), customerJob(withdrawal, 'asked', now)],
})

/** Nobody was to pay it: the address has no reason to stay. */
const withoutAddress = ({ to: _, ...withdrawal }: Withdrawal): Withdrawal => withdrawal
const unseen = (withdrawal: Withdrawal, now: Millis): Withdrawal => ({
  ...withoutAddress(withdrawal),
  state: 'rejected',
  endedAt: now,
  by: 'system',
  reason: 'short',
  outbox: [...withdrawal.outbox, workJob(withdrawal, 'unseen', (now + LOOKED_AT_AGAIN) as Millis)],
})

/** What a shop's withdrawals are, newest first. */
export const withdrawalsOf = async (
  deps: { store: Pick<Store, 'withdrawals'> },
  { shop, ...filter }: { shop: ShopId } & WithdrawalFilter,
): Promise<Withdrawal[]> => (await deps.store.withdrawals.list(shop, filter)).filter(isShown)
