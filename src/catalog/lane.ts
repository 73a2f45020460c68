// The lane of a panel account: whoever of the shops and processes sends to the account, or asks for its balance, holds it, one at a
// time. In this process they wait for each other; for another process nobody waits: the answer is `null`, and the job comes again.
import { holding, type LeaseDeps } from '../jobs/lease.ts'
import type { Millis } from '../lib/brand.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { Lane, LaneUser } from '../store/ledger.ts'
import type { Change, Store } from '../store/store.ts'

export type LaneDeps = LeaseDeps & {
  store: Pick<Store, 'lanes'>
  /** This process, for the lease. */
  owner: string
}

export type Held = {
  account: string
  /** As it was at the taking, with what this holder has changed since. */
  lane(): Lane
  /** Lengthens the lease too. False: the lane went to somebody else, nothing was written, and nothing may be sent. */
  change(decide: Change<Lane>): Promise<boolean>
}

export type AccountLanes = {
  /** `null`: another process holds it, or too many wait here already. */
  hold<Result>(account: string, work: (held: Held) => Promise<Result>): Promise<{ value: Result } | null>
  /** The same, once for all who ask while it waits or runs: they all want one thing of the account. */
  shared<Result>(account: string, work: (held: Held) => Promise<Result>): Promise<{ value: Result } | null>
}

/** A panel that hangs must not keep all hands waiting before it. */
const MOST_WAITING = 4

export const makeAccountLanes = (deps: LaneDeps): AccountLanes => {
  const waiting = new Map<string, { last: Promise<unknown>; count: number }>()
  const inTurn = async <Result>(account: string, work: () => Promise<Result>): Promise<Result> => {
    const before = waiting.get(account) ?? { last: Promise.resolve(), count: 0 }
    const mine = before.last.then(work, work)
    const turn = { last: mine.catch(() => undefined), count: before.count + 1 }
    waiting.set(account, turn)
    try {
      return await mine
    } finally {
      const now = waiting.get(account)
      if (now && now.count > 1) waiting.set(account, { ...now, count: now.count - 1 })
      else waiting.delete(account)
    }
  }
  const hold: AccountLanes['hold'] = async (account, work) =>
    (waiting.get(account)?.count ?? 0) >= MOST_WAITING
      ? null
      : inTurn(account, () => leased(deps, account, work))
  const running = new Map<string, Promise<unknown>>()
  return {
    hold,
    shared: <Result>(account: string, work: (held: Held) => Promise<Result>) => {
      const known = running.get(account) as Promise<{ value: Result } | null> | undefined
      if (known) return known
      const mine = hold(account, work).finally(() => running.delete(account))
      running.set(account, mine)
      return mine
    },
  }
}

const leased = async <Result>(
  deps: LaneDeps,
  account: string,
  work: (held: Held) => Promise<Result>,
): Promise<{ value: Result } | null> => {
  const { lanes } = deps.store
  const taken = await lanes.take(account, deps.owner, deps.clock.now(), DEFAULTS.lease)
  if (!taken) return null
  const held = holderOf(deps, taken)
  const lease = { what: account, renew: () => held.change((lane) => lane) }
  try {
    return { value: await holding(deps, lease, () => work(held)) }
  } finally {
    await lanes.leave(account, taken.token)
  }
}

const holderOf = ({ store, clock }: LaneDeps, taken: Lane): Held => {
  let current = taken
  return {
    account: taken.id,
    lane: () => current,
    change: (decide) =>
      store.lanes.change(taken.id, taken.token, (lane) => {
        const until = (clock.now() + DEFAULTS.lease) as Millis
        current = { ...(decide(lane) ?? lane), until }
        return current
      }),
  }
}

/** Whose shop sees the balance of the account, and whose orders wait for it. */
export const isUser = (lane: Lane | null, { shop, provider }: LaneUser): boolean =>
  lane?.users?.some((one) => one.shop === shop && one.provider === provider) ?? false

export const join = async (held: Held, { shop, provider }: LaneUser): Promise<void> => {
  if (isUser(held.lane(), { shop, provider })) return
  await held.change((lane) => ({ ...lane, users: [...(lane.users ?? []), { shop, provider }] }))
}
