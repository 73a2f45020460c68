// The balance of a panel account: asked in its lane, kept there, shown at every provider that stands for it. A reading counts for a
// minute, and not once something was sent after it.
import type { Millis, ProviderId, ShopId } from '../lib/brand.ts'
import { SECOND } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import { backoff } from '../lib/retry.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { Lane, LaneUser } from '../store/ledger.ts'
import type { Store } from '../store/store.ts'
import type { Held } from './lane.ts'
import type { Provider } from './provider.ts'
import { noteBalance, noteFault, noteProviderFault, type ToldDeps } from './told.ts'

export type BalanceDeps = ToldDeps & {
  store: Pick<Store, 'providers' | 'lanes'>
  log: Log
  /** The lane of a provider; null when it is gone or its key does not open. */
  account(shop: ShopId, provider: ProviderId): Promise<string | null>
}

export type Reading = NonNullable<Lane['balance']>

export const freshBalance = ({ balance, doubt }: Lane, now: Millis): Reading | null =>
  balance && !balance.moved && !doubt && now - balance.at <= DEFAULTS.balanceFresh ? balance : null

const REST = { base: 10 * SECOND, cap: 600 * SECOND, jitter: 1 }

/** When a panel that did not tell may be asked again: ever more seldom. Now, when it did. */
export const askAgainAt = ({ silent }: Lane, now: Millis): Millis =>
  silent ? ((silent.at + backoff(silent.times, REST)) as Millis) : now

/** A reading that counts: the kept one, or a new one. Null while the panel does not tell. */
export const balanceNow = async (deps: BalanceDeps, held: Held, panel: Provider): Promise<Reading | null> => {
  const now = deps.clock.now()
  const fresh = freshBalance(held.lane(), now)
  if (fresh) return fresh
  return askAgainAt(held.lane(), now) > now ? null : readBalance(deps, held, panel)
}

/** Asks the panel, whatever is known. Null: it did not tell, or the lane was lost meanwhile, so that others may have sent. */
export const readBalance = async (
  deps: BalanceDeps,
  held: Held,
  panel: Provider,
): Promise<Reading | null> => {
  // What is sent later than this may or may not be in the answer.
  const at = deps.clock.now()
  const told = await tellOf(deps, panel)
  const users = await usersOf(deps, held.lane())
  if (!told.ok) {
    await held.change((lane) => ({ ...lane, silent: stillSilent(lane, deps.clock.now()) }))
    // Nothing is sent before it tells: its sellers must see why.
    if (held.lane().doubt)
      for (const { shop, provider } of users) await noteProviderFault(deps, { shop, id: provider }, told)
    return null
  }
  const balance: Reading = { amount: told.balance, currency: told.currency, at }
  const kept = await held.change(({ silent: _, ...lane }) => ({ ...lane, balance, users }))
  if (!kept) return null
  for (const { shop, provider } of users) {
    const contradiction = await noteBalance(deps, { shop, id: provider }, told)
    if (contradiction) await noteFault(deps, { shop, id: provider }, contradiction)
  }
  return balance
}

const stillSilent = ({ silent }: Lane, now: Millis): NonNullable<Lane['silent']> => ({
  since: silent?.since ?? now,
  at: now,
  times: (silent?.times ?? 0) + 1,
})

/** A driver answers with data; should it throw, the panel has told nothing. */
const tellOf = async (deps: BalanceDeps, panel: Provider): ReturnType<Provider['balance']> => {
  try {
    return await panel.balance()
  } catch (cause) {
    deps.log.error({ err: cause }, 'a panel driver threw')
    return { ok: false, reason: 'unreadable', message: '' }
  }
}

/** Those that still stand for the account: a provider whose key was changed stands for another now. */
export const usersOf = async (deps: BalanceDeps, { id, users = [] }: Lane): Promise<LaneUser[]> => {
  const accounts = await Promise.all(users.map(({ shop, provider }) => deps.account(shop, provider)))
  return users.filter((_, n) => accounts[n] === id)
}
