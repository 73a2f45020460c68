// What the tests of accounts start from: an empty store, a clock that is advanced, ids that count, passwords without the wait.
import type { AccountDeps, CreateShops } from '../../src/accounts/deps.ts'
import type { Passwords } from '../../src/accounts/password.ts'
import type { Millis } from '../../src/lib/brand.ts'
import type { Ids } from '../../src/lib/ids.ts'
import { openSqlite } from '../../src/store/drivers/sqlite/index.ts'
import type { Store } from '../../src/store/store.ts'

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
  const { passwords, seen } = quickPasswords()
  const time = { now: 1_760_000_000_000 as Millis }
  const clock = { now: () => time.now }
  const store = openSqlite(':memory:', clock)
  const made: { owner: string; name: string; language: string }[] = []
  const createShops: CreateShops = async (owner, { name, language }) => {
    if (!made.some((one) => one.owner === owner)) made.push({ owner, name, language })
  }
  const deps: AccountDeps & { createShops: CreateShops; store: Store } = {
    store,
    clock,
    ids: countingIds(),
    passwords,
    createShops,
  }
  const advance = (ms: number) => {
    time.now = (time.now + ms) as Millis
  }
  return { deps, made, advance, seen, time }
}

export const ADMIN = {
  email: 'admin@toko.id',
  password: 'kopi susu gula',
  shopName: 'Toko Ani',
  language: 'id',
} as const
export const HERE = '203.0.113.9'
