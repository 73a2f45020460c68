// How often somebody may try a password or a link: counted by account and by address, shared by all replicas.
import { MINUTE } from '../lib/clock.ts'
import { sha256Hex } from '../lib/signature.ts'
import type { AccountDeps } from './deps.ts'

const WINDOW = 15 * MINUTE
const TRIES_PER_ACCOUNT = 10
const TRIES_PER_ADDRESS = 30

type LimitDeps = { store: Pick<AccountDeps['store'], 'limits'>; clock: AccountDeps['clock'] }

/** One home has one IPv6 /64, however many addresses it draws. */
const neighbourhood = (address: string): string => {
  if (!address.includes(':')) return address
  const [head = '', tail = ''] = address.toLowerCase().split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail.split(':').filter(Boolean)
  const zeros = address.includes('::')
    ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
    : []
  return [...left, ...zeros, ...right].slice(0, 4).join(':')
}

const accountKey = (email: string): string => `tries:account:${sha256Hex(email)}`

export const mayTryFrom = async (deps: LimitDeps, address: string): Promise<boolean> => {
  const count = await deps.store.limits.hit(
    `tries:address:${neighbourhood(address)}`,
    deps.clock.now(),
    WINDOW,
  )
  return count <= TRIES_PER_ADDRESS
}

export const mayTryAccount = async (deps: LimitDeps, email: string): Promise<boolean> =>
  (await deps.store.limits.hit(accountKey(email), deps.clock.now(), WINDOW)) <= TRIES_PER_ACCOUNT

export const forgetTries = (deps: LimitDeps, email: string): Promise<void> =>
  deps.store.limits.clear(accountKey(email))
