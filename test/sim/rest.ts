// The outside behaves again and time passes: first without the seller, so that what is stuck must be visible; then with them, and
// everything comes to its end.
import { HOUR, MINUTE } from '../../src/lib/clock.ts'
import type { Order } from '../../src/model/order.ts'
import { sayAll } from './people/claims.ts'
import { payRest } from './people/customer.ts'
import { sendAll } from './people/gateway.ts'
import { openAll } from './people/owner.ts'
import { finishOld } from './people/panel.ts'
import { endWithdrawal } from './people/saldo.ts'
import { decideAll } from './people/seller.ts'
import { checkRest } from './rules/money.ts'
import { checkHeard, checkSeen } from './rules/told.ts'
import { pass, step, untilDue } from './run.ts'
import { broke, SHOP, type World } from './world.ts'

const MOST_STEPS = 60_000

/** Everything that can be done now is done. */
const settleDown = async (world: World): Promise<void> => {
  for (let n = 0; n < MOST_STEPS; n++) {
    if (world.broken.length > 0) return
    if (!(await step(world, null))) return
  }
  broke(world, 0, `work without end: ${world.due.said()}`)
}

/** Until then, each job at its time. */
const pastDue = async (world: World, ms: number): Promise<void> => {
  const until = world.clock.now() + ms
  await settleDown(world)
  while (world.clock.now() < until && world.broken.length === 0) {
    const left = until - world.clock.now()
    await pass(world, Math.min(left, untilDue(world, HOUR)))
    finishOld(world)
    await settleDown(world)
  }
}

const ordersNow = (world: World): Promise<Order[]> =>
  world.store.orders.list(SHOP, { limit: 1000, deposits: 'all' })

const ENDED = ['completed', 'closed']

/** Alone with time: what has not ended is something that only a person can end, and a person sees it. */
const checkVisible = async (world: World): Promise<void> => {
  for (const order of await ordersNow(world)) checkSeen(world, order)
}

const checkEnd = async (world: World): Promise<void> => {
  for (const order of await ordersNow(world)) {
    if (!ENDED.includes(order.state))
      broke(world, 0, `${order.id} never ends: ${order.state} ${order.why ?? ''}`)
    checkRest(world, order)
    checkHeard(world, order)
  }
  for (const wallet of world.truth.wallets.values())
    for (const id of Object.keys(wallet.holds)) broke(world, 3, `${wallet.id}: still held for ${id}`)
  for (const { id, error } of await world.store.jobs.dead(10))
    broke(world, 0, `job ${id} was given up: ${error}`)
}

export const comeToRest = async (world: World): Promise<void> => {
  world.trouble = 0
  world.lull = 0
  world.away = { gateway: 0, panels: 0 }
  world.trace.note('all calms down')
  await openAll(world)
  for (const panel of world.panels.values()) panel.state.balance = 10_000_000
  payRest(world)
  sendAll(world)
  await pastDue(world, 5 * MINUTE)
  sendAll(world)
  // Most sellers look soon; a queue behind an order that nobody decides on asks again and again, which takes long to play.
  await pastDue(world, world.chance.may(0.1) ? 50 * HOUR : world.chance.one([10, 40]) * MINUTE)
  if (world.broken.length === 0) await checkVisible(world)
  for (let round = 0; round < 4 && world.broken.length === 0; round++) {
    await decideAll(world)
    sayAll(world)
    for (const { id, state } of world.truth.withdrawals.values())
      if (state === 'due') endWithdrawal(world, id, true)
    await pastDue(world, round === 3 ? 26 * HOUR : 20 * MINUTE)
  }
  if (world.broken.length === 0) await checkEnd(world)
}
