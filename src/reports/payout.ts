// The admin has paid a shop what its customers paid into the platform's account: written down once, with day and proof. A correction
// takes back what was written down wrongly; nothing is ever changed.
import type { Rupiah, ShopId } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import type { Ids } from '../lib/ids.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import type { Payout } from '../store/ledger.ts'
import type { Store } from '../store/store.ts'
import { note } from './audit.ts'
import { type Day, startOf } from './day.ts'
import type { PlatformBooks } from './platform-books.ts'

export type PayoutDeps = {
  store: Pick<Store, 'shops' | 'payouts' | 'audit'>
  clock: Clock
  ids: Pick<Ids, 'id'>
  books: Pick<PlatformBooks, 'inAll'>
}

export type PayoutForm = {
  /** Made by the page once for each form: the same press twice is one payout. */
  id: string
  shop: ShopId
  /** Whole rupiah; below zero for a correction. */
  amount: Rupiah
  day: Day
  /** Number of the transfer, or why it is corrected. */
  proof: string
  by: string
  /** More than is owed was really transferred: asked, and meant so. */
  anyway?: boolean
}

export type PayoutRefusal = 'notFound' | 'amount' | 'day' | 'aboveOwed' | 'abovePaidOut' | 'repeated'

export const recordPayout = async (
  deps: PayoutDeps,
  form: PayoutForm,
): Promise<Outcome<{ payout: Payout }, PayoutRefusal>> => {
  const { anyway, ...facts } = form
  const shop = await deps.store.shops.get(form.shop)
  if (shop?.mode !== 'live') return refuse('notFound')
  if (!Number.isSafeInteger(form.amount) || form.amount === 0) return refuse('amount')
  const from = startOf(form.day, shop.settings.timezone)
  if (from === null || from > deps.clock.now()) return refuse('day')
  const known = await find(deps, facts)
  if (known) return repeated(deps, known, facts)
  const { owed, paidOut } = await deps.books.inAll(form.shop)
  if (form.amount > owed && !anyway) return refuse('aboveOwed', String(owed))
  if (-form.amount > paidOut) return refuse('abovePaidOut', String(paidOut))
  const payout: Payout = { ...facts, at: deps.clock.now() }
  if ((await deps.store.payouts.create(payout)) === 'created') return written(deps, payout)
  return repeated(deps, await find(deps, facts), facts)
}

type Facts = Omit<Payout, 'at'>

const find = async (deps: PayoutDeps, { shop, id }: Facts): Promise<Payout | undefined> =>
  (await deps.store.payouts.list(shop)).find((one) => one.id === id)

const repeated = async (
  deps: PayoutDeps,
  known: Payout | undefined,
  facts: Facts,
): Promise<Outcome<{ payout: Payout }, 'repeated'>> =>
  known && same(known, facts) ? written(deps, known) : refuse('repeated')

const same = (known: Payout, { amount, day, proof }: Facts): boolean =>
  known.amount === amount && known.day === day && known.proof === proof

/** The line has the payout's own number: whoever repeats a press that was cut off here writes it after all. */
const written = async (deps: PayoutDeps, payout: Payout): Promise<{ ok: true; payout: Payout }> => {
  const { id, shop, amount, day, proof, by } = payout
  await note(deps, {
    id: `payout:${id}`,
    shop,
    by,
    what: amount > 0 ? 'payout.recorded' : 'payout.corrected',
    reason: proof,
    data: { amount, day },
  })
  return { ok: true, payout }
}
