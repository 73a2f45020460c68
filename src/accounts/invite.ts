// One-time links that the admin hands out: an invitation for a new seller, a way back in for somebody locked out.
import type { AccountId, Millis } from '../lib/brand.ts'
import { DAY } from '../lib/clock.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import { hashToken } from '../lib/signature.ts'
import type { Language } from '../model/dialogue.ts'
import type { Account, OneTimeLink } from '../store/documents.ts'
import { type AccountDeps, type CreateShops, type IssuedLink, sameEmail } from './deps.ts'
import { mayTryFrom } from './limits.ts'
import { checkPassword, type PasswordRefusal } from './password.ts'
import type { Entered } from './sessions.ts'
import { setPassword } from './sign-in.ts'

/** Links alone need no passwords: the command on the host has none. */
type LinkDeps = Pick<AccountDeps, 'store' | 'clock' | 'ids'>

const INVITATION_LIFE = 7 * DAY
const RESET_LIFE = DAY

/** A seller without a password, and the link that lets them choose one. A second invitation of the same address is a fresh link. */
export const invite = async (
  deps: LinkDeps,
  given: { email: string; language: Language },
): Promise<Outcome<IssuedLink & { account: AccountId }, 'taken'>> => {
  const email = sameEmail(given.email)
  const id = (await deps.store.keys.claim(`email:${email}`, deps.ids.id('ac'))) as AccountId
  const now = deps.clock.now()
  const blank: Account = {
    id,
    email,
    role: 'seller',
    createdAt: now,
    sessionsFrom: now,
    language: given.language,
    v: 1,
  }
  await deps.store.accounts.create(blank)
  const account = await deps.store.accounts.get(id)
  if (!account || account.password || account.disabled) return refuse('taken')
  return { ok: true, account: id, ...(await issue(deps, 'invite', id)) }
}

/** A way back in. The account's password stays as it is until the link is used. */
export const resetLink = async (deps: LinkDeps, id: AccountId): Promise<Outcome<IssuedLink, 'notFound'>> => {
  const account = await deps.store.accounts.get(id)
  if (!account) return refuse('notFound')
  return { ok: true, ...(await issue(deps, 'reset', id)) }
}

/** `lapak admin reset <e-mail>` on the host; an admin who was shut out may come in again. */
export const resetAdmin = async (deps: LinkDeps, email: string): Promise<Outcome<IssuedLink, 'notFound'>> => {
  const account = await deps.store.accounts.byEmail(sameEmail(email))
  if (account?.role !== 'admin') return refuse('notFound')
  await deps.store.accounts.change(account.id, ({ disabled, ...rest }) => (disabled ? rest : null))
  return { ok: true, ...(await issue(deps, 'reset', account.id)) }
}

const issue = async (
  deps: LinkDeps,
  purpose: 'invite' | 'reset',
  account: AccountId,
): Promise<IssuedLink & { expiresAt: Millis }> => {
  const token = deps.ids.token()
  const expiresAt = (deps.clock.now() + (purpose === 'invite' ? INVITATION_LIFE : RESET_LIFE)) as Millis
  await deps.store.links.put({ id: hashToken(token), purpose, account, expiresAt })
  return { token, expiresAt }
}

export type TakeRefusal = PasswordRefusal | 'badLink' | 'tooMany'

/** Whoever holds the link chooses a password and is signed in. Only one caller gets through; a refused password leaves the link. */
export const takeInvitation = async (
  deps: AccountDeps & { createShops: CreateShops },
  given: { token: string; password: string; address: string },
): Promise<Outcome<Entered, TakeRefusal>> => {
  if (!(await mayTryFrom(deps, given.address))) return refuse('tooMany')
  const link = await deps.store.links.get(hashToken(given.token))
  const account = await holderOf(deps, link)
  if (!link || !account) return refuse('badLink')
  const fit = checkPassword(given.password, account.email)
  if (!fit.ok) return fit
  if (!(await deps.store.links.take(link.id))) return refuse('badLink')
  // Before the password: whoever can sign in has shops, also when the process dies here.
  if (link.purpose === 'invite') await deps.createShops(account.id, firstShop(account.language))
  return { ok: true, ...(await setPassword(deps, account, given.password)) }
}

const firstShop = (language: Language) => ({ name: language === 'id' ? 'Toko Saya' : 'My shop', language })

/** An invitation that was followed by another is void once one of them is taken. */
const holderOf = async (deps: AccountDeps, link: OneTimeLink | null): Promise<Account | null> => {
  if (!link?.account || (link.purpose !== 'invite' && link.purpose !== 'reset')) return null
  if ((link.expiresAt ?? 0) <= deps.clock.now()) return null
  const account = await deps.store.accounts.get(link.account)
  if (!account || account.disabled) return null
  return link.purpose === 'invite' && account.password ? null : account
}
