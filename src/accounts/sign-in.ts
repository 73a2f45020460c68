// E-mail and password become a session. A refusal never says which of the two was wrong.
import { type Outcome, refuse } from '../lib/outcome.ts'
import type { Account } from '../store/documents.ts'
import { type AccountDeps, sameEmail } from './deps.ts'
import { forgetTries, mayTryAccount, mayTryFrom } from './limits.ts'
import { checkPassword, type PasswordRefusal } from './password.ts'
import { type Entered, openSession } from './sessions.ts'

export type SignInRefusal = 'wrong' | 'tooMany'

/** `address` is the client's, for the limit. */
export const signIn = async (
  deps: AccountDeps,
  given: { email: string; password: string; address: string },
): Promise<Outcome<Entered, SignInRefusal>> => {
  const email = sameEmail(given.email)
  if (!(await mayTryFrom(deps, given.address))) return refuse('tooMany')
  if (!(await mayTryAccount(deps, email))) return refuse('tooMany')
  const since = deps.clock.now()
  const account = await deps.store.accounts.byEmail(email)
  const usable = account && !account.disabled ? account : null
  if (!(await deps.passwords.verify(given.password, usable?.password)) || !usable) return refuse('wrong')
  await forgetTries(deps, email)
  return { ok: true, ...(await openSession(deps, usable, since)) }
}

/** Every other session ends; the answer carries a new one for the caller. */
export const changePassword = async (
  deps: AccountDeps,
  account: Account,
  given: { old: string; new: string },
): Promise<Outcome<Entered, SignInRefusal | PasswordRefusal>> => {
  if (!(await mayTryAccount(deps, account.email))) return refuse('tooMany')
  if (!(await deps.passwords.verify(given.old, account.password))) return refuse('wrong')
  await forgetTries(deps, account.email)
  const fit = checkPassword(given.new, account.email)
  if (!fit.ok) return fit
  return { ok: true, ...(await setPassword(deps, account, given.new)) }
}

/** Writes the password, ends every session and opens one. The caller has proved who they are. */
export const setPassword = async (deps: AccountDeps, account: Account, plain: string): Promise<Entered> => {
  const password = await deps.passwords.hash(plain)
  const sessionsFrom = deps.clock.now()
  const changed = await deps.store.accounts.change(account.id, (one) => ({ ...one, password, sessionsFrom }))
  if (!changed) throw new Error('the account is gone')
  await deps.store.sessions.removeOf(account.id)
  return openSession(deps, changed)
}
