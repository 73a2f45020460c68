// The seller's own static QRIS: customers transfer, or say so; the seller looks at their account and says what came.
import type { Bill, Order } from '../../../src/model/order.ts'
import type { Deed, Weighed } from '../deeds.ts'
import { alive, begin } from '../run.ts'
import { SELLER, SHOP, type World } from '../world.ts'

type Shown = { order: Order; bill: Bill }

/** Bills of the static QRIS that a customer has seen. */
const shown = (world: World): Shown[] =>
  [...world.truth.orders.values()].flatMap((order) =>
    Object.values(order.bills)
      .filter(({ gateway, reference }) => gateway === 'manual' && reference !== undefined)
      .map((bill) => ({ order, bill })),
  )

const transfer = (world: World, { order, bill }: Shown, amount: number): void => {
  world.trace.note(`transfers ${amount} for ${bill.attempt}`)
  world.transfers.set(bill.attempt, { order: order.id, amount })
}

const transfers: Deed = async (world) => {
  const { chance } = world
  const unpaid = shown(world).filter(({ bill }) => !world.transfers.has(bill.attempt))
  const open = unpaid.filter(({ order, bill }) => order.state === 'awaitingPayment' && bill.state === 'open')
  const one = chance.may(0.9) ? open[0] : unpaid.at(-1)
  if (!one) return false
  transfer(world, one, chance.may(0.1) ? one.bill.amount + chance.one([-500, 2000]) : one.bill.amount)
  return true
}

const claim = (world: World, { order, bill }: Shown): void =>
  begin(world, alive(world), {
    name: `claims ${bill.attempt}`,
    again: true,
    start: ({ sales }) =>
      sales.claim({ shop: SHOP, customer: order.customer, order: order.id, attempt: bill.attempt }),
  })

/** Mostly who has paid; now and then who has not. */
const claims: Deed = async (world) => {
  const { chance } = world
  const all = shown(world).filter(({ bill }) => bill.state !== 'paid')
  const paid = all.filter(({ bill }) => world.transfers.has(bill.attempt))
  const from = paid.length > 0 && chance.may(0.8) ? paid : all
  if (from.length === 0) return false
  claim(world, chance.one(from))
  return true
}

/** The truth, as the account shows it. */
const say = (world: World, { order, bill }: Shown): void => {
  const came = world.transfers.get(bill.attempt)
  const says = !came ? 'notYet' : came.amount === bill.amount ? 'received' : { sum: came.amount }
  if (came) came.said = true
  begin(world, alive(world), {
    name: `seller: ${JSON.stringify(says)} of ${bill.attempt}`,
    start: ({ sales }) =>
      sales.sellerWord({ shop: SHOP, order: order.id, attempt: bill.attempt, by: SELLER, says }),
  })
}

const says: Deed = async (world) => {
  const claimed = shown(world).filter(({ bill }) => bill.claimedAt !== undefined && bill.state !== 'paid')
  if (claimed.length === 0) return false
  const one = world.chance.one(claimed)
  say(world, one)
  if (world.chance.may(0.2)) say(world, one)
  return true
}

/** Every transfer, and every claim, gets its word. */
export const sayAll = (world: World): void => {
  for (const one of shown(world))
    if (
      one.bill.state !== 'paid' &&
      (world.transfers.has(one.bill.attempt) || one.bill.claimedAt !== undefined)
    )
      say(world, one)
}

export const claimDeeds: Weighed[] = [
  [8, transfers],
  [4, claims],
  [4, says],
]
