// One order at a time per panel account, service and link, across the shops on that account: panels refuse a second one, and that is the
// only guard against doubles they have. Who comes second waits for its turn, the longest waiting first.
import type { Held } from '../catalog/lane.ts'
import { type Order, routeOf } from '../model/order.ts'
import type { OrderState } from '../model/state.ts'
import type { FulfilmentDeps } from './deps.ts'
import { isBefore, tryAgain, waitingFor } from './queue.ts'

type OnLink = { account: string; service_id_api: string; link: string }

const keyOf = ({ account, service_id_api, link }: OnLink): string =>
  `link:${account}:${service_id_api}:${link}`

const nextOf = (order: Order, account: string): OnLink => ({
  account,
  service_id_api: routeOf(order).service_id_api,
  link: order.quote.link,
})

/** At the panel, or perhaps: what only waits, with the lane in our hands, is sent by nobody meanwhile. */
const RUNS: readonly OrderState[] = ['submitting', 'unknown', 'submitted']

/** False: another order runs there, or waits there for longer. A claim whose order does not run is taken over. */
export const claimLink = async (deps: FulfilmentDeps, held: Held, order: Order): Promise<boolean> => {
  const key = keyOf(nextOf(order, held.account))
  const waiting = await waitingFor(deps, held.lane(), 'sameLink')
  const first = waiting.find((other) => keyOf(nextOf(other, held.account)) === key)
  if (first && first.id !== order.id && (order.state !== 'waiting' || isBefore(first, order))) return false
  for (;;) {
    const owner = await deps.store.keys.claim(key, order.id)
    if (owner === order.id) return true
    const other = await deps.store.orders.find(owner)
    if (other && RUNS.includes(other.state)) return false
    await deps.store.keys.release(key, owner)
  }
}

/** An order that runs no more, or needs a person first, leaves its link; whoever waited longest for it tries at once. */
export const freeLink = async (deps: FulfilmentDeps, order: Order): Promise<void> => {
  const { link } = order.quote
  const sent = Object.values(order.submissions).flatMap(({ account, service_id_api }) =>
    account ? [{ account, service_id_api, link }] : [],
  )
  const account = await deps.account(order.shop, routeOf(order).provider)
  const all = account ? [...sent, nextOf(order, account)] : sent
  for (const [key, on] of new Map(all.map((one) => [keyOf(one), one] as const)))
    if (await deps.store.keys.release(key, order.id)) await wake(deps, order, on)
}

const wake = async (deps: FulfilmentDeps, { id }: Order, on: OnLink): Promise<void> => {
  const lane = await deps.store.lanes.get(on.account)
  const waiting = lane ? await waitingFor(deps, lane, 'sameLink') : []
  const next = waiting.find((other) => other.id !== id && keyOf(nextOf(other, on.account)) === keyOf(on))
  if (next) await deps.store.jobs.add([tryAgain(next, `after:${id}`, deps.clock.now())])
}
