// Withdrawals before the seller: a card while one waits; its end, which comes as a job of its own, in place.
import type { By } from '../model/order.ts'
import type { Outgoing } from '../model/say.ts'
import type { Shop } from '../model/shop.ts'
import type { Store, Withdrawal } from '../store/store.ts'
import { renderEnded, renderSeller, type WithdrawalCard } from '../text/seller.ts'
import { type CardDeps, type Ear, endCard, sellerHow, showCard } from './cards.ts'
import { nameOf } from './ending.ts'

export type PayoutDeps = CardDeps & { store: Pick<Store, 'keys' | 'customers' | 'withdrawals'> }

type Named = { store: Pick<Store, 'customers'> }

export const withdrawalCard = async (
  { store }: Named,
  { id, shop, customer, amount, masked, dueAt }: Withdrawal,
): Promise<WithdrawalCard> => ({
  id,
  amount,
  masked,
  dueAt,
  name: (await store.customers.get(shop, customer))?.name ?? '–',
})

export const withdrawalEnded = async (
  deps: Named & Pick<CardDeps, 'clock'>,
  shop: Shop,
  withdrawal: Withdrawal,
): Promise<Outgoing> => {
  const { state, endedAt, at, by = 'system' } = withdrawal
  const card = await withdrawalCard(deps, withdrawal)
  const ending = {
    what: state === 'done' ? ('paidOut' as const) : ('rejected' as const),
    who: nameOf(by as By, shop),
    at: endedAt ?? at,
  }
  return renderEnded({ card }, ending, sellerHow(shop, deps.clock.now()))
}

/** `mark`: what it is told for; each account hears each once. Milliseconds to wait when one could not be reached yet, else 0. */
export const showWithdrawal = async (
  deps: PayoutDeps,
  shop: Shop,
  { id, mark }: { id: string; mark: string },
): Promise<number> => {
  const withdrawal = await deps.store.withdrawals.get(shop.id, id)
  if (!withdrawal) return 0
  let wait = 0
  for (const { user } of shop.bound) {
    const ear = { shop, user }
    const ms =
      withdrawal.state === 'due'
        ? await tell(deps, ear, { withdrawal, mark })
        : await end(deps, ear, withdrawal)
    wait = Math.max(wait, ms)
  }
  return wait
}

const tell = async (
  deps: PayoutDeps,
  ear: Ear,
  { withdrawal, mark }: { withdrawal: Withdrawal; mark: string },
): Promise<number> => {
  const seen = `desk:${mark}:${ear.user}`
  if (seen in withdrawal.seen) return 0
  const card = { ...(await withdrawalCard(deps, withdrawal)), remind: mark.startsWith('remind') }
  const message = renderSeller({ news: 'withdrawal', card }, sellerHow(ear.shop, deps.clock.now()))
  const heard = await showCard(deps, ear, { subject: withdrawal.id, message })
  if (heard.kind === 'later') return heard.ms
  const now = deps.clock.now()
  await deps.store.withdrawals.change(ear.shop.id, withdrawal.id, (current) =>
    seen in current.seen ? null : { ...current, seen: { ...current.seen, [seen]: now } },
  )
  return 0
}

const end = async (deps: PayoutDeps, ear: Ear, withdrawal: Withdrawal): Promise<number> => {
  const message = await withdrawalEnded(deps, ear.shop, withdrawal)
  const ended = await endCard(deps, ear, { subject: withdrawal.id, message })
  return ended === 'ended' ? 0 : ended.ms
}
