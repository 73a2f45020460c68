// One seed from its first card to its rest; what was broken on the way, and the trace.
import { anyDeed, type Deed } from './deeds.ts'
import { removeCopy } from './people/machine.ts'
import { boot } from './process.ts'
import { comeToRest } from './rest.ts'
import { step } from './run.ts'
import { setUp } from './setup.ts'
import { type Broken, broke, type Defect, type Driver, makeWorld, type World } from './world.ts'

export type Result = {
  seed: number
  broken: Broken[]
  hash: string
  last: string[]
  steps: number
  orders: number
  panelOrders: number
  kills: number
  /** What happened to orders: every arrow of the table, every kind of entry. */
  walked: Record<string, number>
  restored: boolean
}

/** A seed that takes so many steps has something that makes itself due for ever. */
const MOST_STEPS = 200_000

const walkedIn = ({ truth }: World): Record<string, number> => {
  const walked: Record<string, number> = {}
  for (const { events, deposit } of truth.orders.values())
    for (const { type, from, to } of events) {
      const step = `${deposit ? 'deposit ' : ''}${to ? `${from ?? ''} → ${to}` : type}`
      walked[step] = (walked[step] ?? 0) + 1
    }
  return walked
}

export type Playing = { defect?: Defect; print?: boolean; driver?: Driver }

export const simulate = async (
  seed: number,
  { defect = {}, print = false, driver = 'sqlite' }: Playing = {},
): Promise<Result> => {
  const world = await makeWorld(seed, defect, driver)
  if (print) world.trace.print()
  try {
    await setUp(world)
    world.processes = [boot(world), boot(world)]
    let deeds = world.traits.deeds
    let steps = 0
    const next = async (most: number): Promise<void> => {
      for (; steps < most && world.broken.length === 0; steps++) {
        const deed: Deed = (at) => {
          deeds--
          return anyDeed(at)
        }
        if (!(await step(world, deeds > 0 ? deed : null))) return
      }
    }
    await next(MOST_STEPS)
    if (world.broken.length === 0) await comeToRest(world)
    if (steps >= MOST_STEPS) broke(world, 0, 'it does not come to rest')
  } catch (cause) {
    broke(world, 0, `the simulation itself: ${cause instanceof Error ? cause.stack : cause}`)
  }
  const { truth, trace, broken, count } = world
  const result = {
    seed,
    broken,
    hash: trace.hash(),
    last: trace.last(),
    steps: trace.lines(),
    orders: truth.orders.size,
    panelOrders: truth.sendings.filter(({ took }) => took !== undefined).length,
    kills: count - 2,
    walked: walkedIn(world),
    restored: world.restored,
  }
  await world.store.close()
  removeCopy(world)
  return result
}
