// Accounts with their deps filled in, and the seal's canary: a start whose APP_SECRET can't open what is stored must stop.
import type { AccountDeps, CreateShops } from '../accounts/deps.ts'
import { firstRunLink, setUpUnattended } from '../accounts/first-run.ts'
import { argonPasswords } from '../accounts/password.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import { checkCanary, makeCanary } from '../lib/seal.ts'
import { createShops } from '../shops/create.ts'
import type { Base } from './base.ts'

export const makePeople = ({ store, clock, ids }: Base) => {
  const accounts: AccountDeps & { createShops: CreateShops } = {
    store,
    clock,
    ids,
    passwords: argonPasswords,
    createShops: (owner, first) => createShops({ store, clock }, owner, first),
  }
  return { accounts, firstRunLink: async () => (await firstRunLink(accounts))?.token ?? null }
}
export type People = ReturnType<typeof makePeople>

const WRONG_SECRET =
  'APP_SECRET is not the one that the stored keys were sealed with: set the old APP_SECRET, or put back the file "secret" of DATA_DIR'

/** Writes the canary at the first start; every later one must open it. */
export const checkSecret = async ({ store, box }: Base): Promise<Outcome<object, 'wrongSecret'>> => {
  const { canary } = await store.platform.change((one) =>
    one.canary ? null : { ...one, canary: makeCanary(box) },
  )
  return canary && checkCanary(box, canary).ok ? { ok: true } : refuse('wrongSecret', WRONG_SECRET)
}

/** ADMIN_EMAIL and ADMIN_PASSWORD, only while there is no admin. */
export const firstAdmin = async (
  { config }: Base,
  { accounts }: People,
): Promise<Outcome<object, 'badAdmin'>> => {
  if (!config.admin) return { ok: true }
  const made = await setUpUnattended(accounts, config.admin)
  if (made.ok || made.reason === 'hasAdmin') return { ok: true }
  return refuse(
    'badAdmin',
    `ADMIN_PASSWORD can't be used (${made.reason}): choose a longer one, less easy to guess`,
  )
}
