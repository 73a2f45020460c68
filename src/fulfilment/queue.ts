// Who waits at a panel account: orders of all shops on it, the longest waiting first; and the job that lets one try again at once.
import { usersOf } from '../catalog/balance.ts'
import type { Millis } from '../lib/brand.ts'
import type { JobDraft } from '../model/job.ts'
import type { Order } from '../model/order.ts'
import type { OrderState } from '../model/state.ts'
import type { OrderFilter } from '../store/documents.ts'
import type { Lane } from '../store/ledger.ts'
import type { FulfilmentDeps } from './deps.ts'

const MOST = 500

/** Orders whose next sending, or running one, is this account's. */
const listed = async (
  deps: FulfilmentDeps,
  lane: Lane,
  filter: Pick<OrderFilter, 'states' | 'changedSince'>,
): Promise<Order[]> => {
  const lists = await Promise.all(
    (await usersOf(deps, lane)).map(({ shop, provider }) =>
      deps.store.orders.list(shop, { ...filter, provider, limit: MOST }),
    ),
  )
  return lists.flat()
}

export const ordersAt = (deps: FulfilmentDeps, lane: Lane, states: OrderState[]): Promise<Order[]> =>
  listed(deps, lane, { states })

export const changedAt = (deps: FulfilmentDeps, lane: Lane, since: Millis): Promise<Order[]> =>
  listed(deps, lane, { changedSince: since })

/** Since when it stands in the queue: a reason that changed while it waited keeps its place. */
export const waitingSince = ({ events, createdAt }: Order): Millis =>
  events.findLast(({ to }) => to === 'waiting')?.at ?? createdAt

/** The longest waiting first; of two that came at once everybody must see the same one before the other. */
export const isBefore = (one: Order, other: Order): boolean => {
  const [mine, theirs] = [waitingSince(one), waitingSince(other)]
  return mine === theirs ? one.id < other.id : mine < theirs
}

export const waitingFor = async (
  deps: FulfilmentDeps,
  lane: Lane,
  why: NonNullable<Order['why']>,
): Promise<Order[]> => {
  const waiting = await ordersAt(deps, lane, ['waiting'])
  return waiting.filter((order) => order.why === why).sort((a, b) => (isBefore(a, b) ? -1 : 1))
}

/** `mark`: once per cause. Should it still have to wait, the job that looks after it goes on. */
export const tryAgain = ({ shop, id }: Order, mark: string, at: Millis): JobDraft => ({
  id: `fulfilment.submit:${id}:${mark}`,
  name: 'fulfilment.submit',
  at,
  payload: { shop, order: id, once: '1' },
})
