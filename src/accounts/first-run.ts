// The first admin: by a one-time link printed at the start, or unattended from the settings. Only while there is no admin.
import type { AccountId } from '../lib/brand.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import { hashToken } from '../lib/signature.ts'
import type { Language } from '../model/dialogue.ts'
import type { Account } from '../store/documents.ts'
import { type AccountDeps, type CreateShops, type IssuedLink, sameEmail } from './deps.ts'
import { mayTryFrom } from './limits.ts'
import { checkPassword, type PasswordRefusal } from './password.ts'
import { type Entered, openSession } from './sessions.ts'

export type FirstRunDeps = AccountDeps & { createShops: CreateShops }

type Newcomer = { email: string; password: string; shopName: string; language: Language }

/** Whoever owns this key is the first admin, even if the process died before the account was written. */
const FIRST = 'account:first'

export const hasAdmin = async (deps: {
  store: Pick<AccountDeps['store'], 'keys' | 'accounts'>
}): Promise<boolean> => {
  const owner = await deps.store.keys.owner(FIRST)
  return owner !== null && (await deps.store.accounts.get(owner as AccountId)) !== null
}

/** A fresh link for this start (only hashes are stored, so an old one can't be printed again); null once there is an admin. */
export const firstRunLink = async (deps: AccountDeps): Promise<IssuedLink | null> => {
  if (await hasAdmin(deps)) return null
  const token = deps.ids.token()
  await deps.store.links.put({ id: hashToken(token), purpose: 'firstRun' })
  return { token }
}

export type SetUpRefusal = PasswordRefusal | 'badLink' | 'hasAdmin' | 'tooMany'

/** The link from the start-up message, taken up once: makes the admin with two shops and signs them in. */
export const setUp = async (
  deps: FirstRunDeps,
  given: Newcomer & { token: string; address: string },
): Promise<Outcome<Entered, SetUpRefusal>> => {
  if (!(await mayTryFrom(deps, given.address))) return refuse('tooMany')
  const link = await deps.store.links.get(hashToken(given.token))
  if (link?.purpose !== 'firstRun') return refuse('badLink')
  const made = await makeFirstAdmin(deps, given)
  if (!made.ok) return made
  await deps.store.links.remove(link.id)
  return { ok: true, ...(await openSession(deps, made.account)) }
}

/** ADMIN_EMAIL and ADMIN_PASSWORD: `hasAdmin` is the normal answer of every later start. */
export const setUpUnattended = (
  deps: FirstRunDeps,
  given: { email: string; password: string },
): Promise<Outcome<{ account: Account }, PasswordRefusal | 'hasAdmin'>> =>
  makeFirstAdmin(deps, { ...given, shopName: 'Toko Saya', language: 'id' })

const makeFirstAdmin = async (
  deps: FirstRunDeps,
  given: Newcomer,
): Promise<Outcome<{ account: Account }, PasswordRefusal | 'hasAdmin'>> => {
  const email = sameEmail(given.email)
  const fit = checkPassword(given.password, email)
  if (!fit.ok) return fit
  if (await hasAdmin(deps)) return refuse('hasAdmin')
  const id = (await deps.store.keys.claim(FIRST, deps.ids.id('ac'))) as AccountId
  await deps.createShops(id, { name: given.shopName, language: given.language })
  await deps.store.keys.claim(`email:${email}`, id)
  const now = deps.clock.now()
  const account: Account = {
    id,
    email,
    password: await deps.passwords.hash(given.password),
    role: 'admin',
    createdAt: now,
    sessionsFrom: now,
    language: given.language,
    v: 1,
  }
  return (await deps.store.accounts.create(account)) === 'created'
    ? { ok: true, account }
    : refuse('hasAdmin')
}
