// One teller an order at a time, in every process: two jobs of one order must not both find the same news unsaid.
import type { Millis, OrderId } from '../lib/brand.ts'
import { type Clock, MINUTE } from '../lib/clock.ts'
import type { Store } from '../store/store.ts'

export type TurnDeps = { store: Pick<Store, 'keys'>; clock: Clock }

/** Longer than the slowest telling; a turn older than this belongs to a process that died. */
const ABANDONED = 2 * MINUTE

const startOf = (owner: string): Millis => Number(owner.split(' ')[0])

/** Does the work when nobody else is at it; null: somebody is. */
export const inTurn = async <T>(
  deps: TurnDeps,
  { order, job }: { order: OrderId; job: string },
  work: () => Promise<T>,
): Promise<T | null> => {
  const key = `telling:${order}`
  const me = `${deps.clock.now()} ${job}`
  if (!(await take(deps, key, me))) return null
  try {
    return await work()
  } finally {
    await deps.store.keys.release(key, me)
  }
}

const take = async (deps: TurnDeps, key: string, me: string): Promise<boolean> => {
  const owner = await deps.store.keys.claim(key, me)
  if (owner === me) return true
  if (startOf(owner) + ABANDONED > deps.clock.now()) return false
  await deps.store.keys.release(key, owner)
  return (await deps.store.keys.claim(key, me)) === me
}
