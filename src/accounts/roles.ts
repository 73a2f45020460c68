// Who may come in at all: the admin's list of accounts, and the switch that shuts one out.
import type { AccountId } from '../lib/brand.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import type { Account } from '../store/documents.ts'
import type { AccountDeps } from './deps.ts'

/** An admin can't shut themselves out; `lapak admin reset` is the way back for one whom another admin shut out. */
export const setDisabled = async (
  deps: Pick<AccountDeps, 'clock'> & { store: Pick<AccountDeps['store'], 'accounts' | 'sessions'> },
  given: { by: AccountId; account: AccountId; disabled: boolean },
): Promise<Outcome<{ account: Account }, 'notFound' | 'self'>> => {
  if (given.by === given.account) return refuse('self')
  const sessionsFrom = deps.clock.now()
  const changed = await deps.store.accounts.change(given.account, ({ disabled: _, ...rest }) =>
    given.disabled ? { ...rest, disabled: true, sessionsFrom } : rest,
  )
  if (!changed) return refuse('notFound')
  if (given.disabled) await deps.store.sessions.removeOf(given.account)
  return { ok: true, account: changed }
}
