// The seller: looks at the panel and tells the truth, sends again, gives back, says how an order ended when its panel does not.
import { declare } from '../../../src/fulfilment/declare.ts'
import { approve, giveBack, notTaken, taken } from '../../../src/fulfilment/resolve.ts'
import { MINUTE } from '../../../src/lib/clock.ts'
import type { Order } from '../../../src/model/order.ts'
import type { Deed, Weighed } from '../deeds.ts'
import { alive, begin } from '../run.ts'
import { SELLER, SHOP, type World } from '../world.ts'

const inStates = (world: World, states: string[]): Order[] =>
  [...world.truth.orders.values()].filter(({ state }) => states.includes(state))

const by = (order: Order) => ({ shop: SHOP, order: order.id, by: SELLER, reason: 'looked' })

/** No request can still be under way: only then does an honest look at the panel tell. */
const isOver = (world: World, order: Order): boolean =>
  world.truth.sendings.every((one) => one.order !== order.id || one.at + 3 * MINUTE < world.clock.now())

export const looks = async (world: World, order: Order): Promise<void> => {
  if (!isOver(world, order)) return
  const found = world.truth.sendings.find((one) => one.order === order.id && one.took !== undefined)
  const panelId = found?.took
  begin(world, alive(world), {
    name: `seller: ${panelId ? `taken ${panelId}` : 'not taken'} ${order.id}`,
    start: ({ sales }) =>
      panelId ? taken(sales.fulfilment, { ...by(order), panelId }) : notTaken(sales.fulfilment, by(order)),
  })
}

const looksAtOne: Deed = async (world) => {
  const orders = inStates(world, ['unknown'])
  if (orders.length === 0) return false
  await looks(world, world.chance.one(orders))
  return true
}

export const sends = async (world: World, order: Order): Promise<void> => {
  const card = world.truth.cards.get(order.id)
  if (card) card.approved = true
  begin(world, alive(world), {
    name: `seller: send ${order.id}`,
    start: ({ sales }) => approve(sales.fulfilment, by(order)),
  })
}

const sendsOne: Deed = async (world) => {
  const orders = inStates(world, ['held', 'waiting'])
  if (orders.length === 0) return false
  await sends(world, world.chance.one(orders))
  return true
}

const givesBack: Deed = async (world) => {
  const orders = inStates(world, ['held', 'waiting', 'unknown', 'submitted'])
  if (orders.length === 0) return false
  const order = world.chance.one(orders)
  begin(world, alive(world), {
    name: `seller: give back ${order.id}`,
    start: ({ sales }) => giveBack(sales.fulfilment, by(order)),
  })
  return true
}

const declares: Deed = async (world) => {
  const orders = inStates(world, ['submitted'])
  if (orders.length === 0) return false
  const order = world.chance.one(orders)
  const ended = world.chance.one(['completed', 'partial', 'stoppedByPanel'] as const)
  const remains = 1 + world.chance.below(order.quote.quantity)
  begin(world, alive(world), {
    name: `seller: declare ${ended} ${order.id}`,
    start: ({ sales }) =>
      declare(sales.fulfilment, { ...by(order), ended, ...(ended === 'partial' ? { remains } : {}) }),
  })
  return true
}

export const sellerDeeds: Weighed[] = [
  [1.5, looksAtOne],
  [1, sendsOne],
  [0.6, givesBack],
  [0.3, declares],
]
