// What the verbs of accounts ask of the house, and the words that they share.
import type { AccountId, Millis } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import type { Ids } from '../lib/ids.ts'
import type { Language } from '../model/dialogue.ts'
import type { Store } from '../store/store.ts'
import type { Passwords } from './password.ts'

export type AccountDeps = {
  store: Pick<Store, 'accounts' | 'sessions' | 'links' | 'keys' | 'limits'>
  clock: Clock
  ids: Ids
  passwords: Passwords
}

/** Makes the practice and the live shop of an account. Called again for the same owner it changes nothing. */
export type CreateShops = (owner: AccountId, first: { name: string; language: Language }) => Promise<void>

/** A one-time secret as it is shown once; the store keeps only its hash. */
export type IssuedLink = { token: string; expiresAt?: Millis }

/** Addresses of people: compared without case and spaces around. */
export const sameEmail = (email: string): string => email.trim().toLowerCase()
