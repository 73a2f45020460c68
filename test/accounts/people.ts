// What the tests of accounts start from: a bare store, a clock that is advanced, ids that count, passwords without the wait.
import type { AccountDeps, CreateShops } from '../../src/accounts/deps.ts'
import type { Passwords } from '../../src/accounts/password.ts'
import type { Millis } from '../../src/lib/brand.ts'
import type { Ids } from '../../src/lib/ids.ts'
import { bareStore } from '../support/bare-store.ts'

/** As argon2 behaves, in no time; counts so that a test can see that work was done. */
export const quickPasswords = () => {
  const seen = { verified: 0 }
  const passwords: Passwords = {
    hash: async (plain) => `hashed:${plain}`,
    verify: async (plain, stored) => {
      seen.verified += 1
      return stored === `hashed:${plain}`
    },
  }
  return { passwords, seen }
}

export const countingIds = (): Ids => {
  let n = 0
  const next = () => String(++n).padStart(6, '0')
  return {
    id: (prefix) => `${prefix}_${next()}`,
    token: () => `token-${next()}-abcdefghijklmnopqrstuvwxyz012345`,
    orderNumber: () => `A${next().slice(-4)}`,
  }
}

export const people = () => {
  const bare = bareStore()
  const { passwords, seen } = quickPasswords()
  const time = { now: 1_760_000_000_000 as Millis }
  const made: { owner: string; name: string; language: string }[] = []
  const createShops: CreateShops = async (owner, { name, language }) => {
    if (!made.some((one) => one.owner === owner)) made.push({ owner, name, language })
  }
  const deps: AccountDeps & { createShops: CreateShops; store: typeof bare.store } = {
    store: bare.store,
    clock: { now: () => time.now },
    ids: countingIds(),
    passwords,
    createShops,
  }
  const advance = (ms: number) => {
    time.now = (time.now + ms) as Millis
  }
  return { deps, bare, made, advance, seen, time }
}

export const ADMIN = {
  email: 'admin@toko.id',
  password: 'kopi susu gula',
  shopName: 'Toko Ani',
  language: 'id',
} as const
export const HERE = '203.0.113.9'
