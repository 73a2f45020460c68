// Sessions: a random token in the cookie, its hash in the store, thirty days from the last use.
import type { AccountId, Millis } from '../lib/brand.ts'
import { DAY } from '../lib/clock.ts'
import { hashToken } from '../lib/signature.ts'
import type { Account, Session } from '../store/documents.ts'
import type { AccountDeps } from './deps.ts'

export type SessionDeps = Pick<AccountDeps, 'clock' | 'ids'> & {
  store: Pick<AccountDeps['store'], 'sessions' | 'accounts'>
}

export const SESSION_LIFE = 30 * DAY
/** A session in use is written once a day, not with every request. */
const SLIDE_AFTER = DAY

/** `slid`: the session's end was moved, so the cookie's must follow. */
export type SignedIn = { account: Account; session: Session; slid?: boolean }
/** `token` goes into the cookie and nowhere else. */
export type Entered = SignedIn & { token: string }

/** `since`: when the proof began; a password changed meanwhile voids what the old one opened. */
export const openSession = async (
  deps: SessionDeps,
  account: Account,
  since: Millis = deps.clock.now(),
): Promise<Entered> => {
  const token = deps.ids.token()
  const session: Session = {
    id: hashToken(token),
    account: account.id,
    createdAt: since,
    expiresAt: (since + SESSION_LIFE) as Millis,
    csrf: deps.ids.token(),
  }
  await deps.store.sessions.create(session)
  return { account, session, token }
}

/** Who holds this token; null for an unknown, ended or voided session and for a disabled account. */
export const readSession = async (deps: SessionDeps, token: string): Promise<SignedIn | null> => {
  const session = await deps.store.sessions.get(hashToken(token))
  const now = deps.clock.now()
  if (!session || session.expiresAt <= now) return null
  const account = await deps.store.accounts.get(session.account)
  if (!account || account.disabled || session.createdAt < account.sessionsFrom) return null
  return { account, ...(await slide(deps, session)) }
}

const slide = async (deps: SessionDeps, session: Session): Promise<Omit<SignedIn, 'account'>> => {
  const end = (deps.clock.now() + SESSION_LIFE) as Millis
  if (end - session.expiresAt < SLIDE_AFTER) return { session }
  await deps.store.sessions.extend(session.id, end)
  return { session: { ...session, expiresAt: end }, slid: true }
}

export const signOut = (deps: Pick<SessionDeps, 'store'>, session: Session): Promise<void> =>
  deps.store.sessions.remove(session.id)

/** Every session that exists now is void, also one that is being made while this runs. */
export const signOutEverywhere = async (deps: SessionDeps, account: AccountId): Promise<void> => {
  const now = deps.clock.now()
  await deps.store.accounts.change(account, (current) => ({ ...current, sessionsFrom: now }))
  await deps.store.sessions.removeOf(account)
}
