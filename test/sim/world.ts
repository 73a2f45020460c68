// The world of one seed: the real store, a clock that is told, the outside with its own books, and what went wrong so far.

import { readConfig } from '../../src/config.ts'
import type { CustomerId, Millis } from '../../src/lib/brand.ts'
import { sealer } from '../../src/lib/seal.ts'
import type { Gateway } from '../../src/payments/gateway.ts'
import type { Database } from '../../src/store/drivers/mongodb/database.ts'
import { storeOver } from '../../src/store/drivers/mongodb/index.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import type { FakeClock } from '../support/fake-clock.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { type MemoryDatabase, memoryDatabase } from '../support/memory-ring.ts'
import { SECRET } from '../support/whole.ts'
import { type Bank, makeBank } from './bank.ts'
import type { Chance } from './chance.ts'
import { makeChance } from './chance.ts'
import { type Due, makeDue } from './due.ts'
import { makeRowDue } from './mongodb/due.ts'
import { watchRows } from './mongodb/store.ts'
import { makePanel, type Panel } from './panel.ts'
import type { Process } from './process.ts'
import { onAdd, onCharge, onRefund } from './rules/outside.ts'
import { makeScheduler, type Owner, type Scheduler } from './scheduler.ts'
import { makeTrace, type Trace } from './trace.ts'
import { drawTraits, type Traits } from './traits.ts'
import { makeTruth, type Truth } from './truth.ts'

export const SHOP = 's_1'
export const SELLER = 'seller:a_1' as const
export const SELLER_USER = 900

export type Customer = { id: CustomerId; user: number; chat: string }

export type Broken = { rule: number; text: string }

/** Something that somebody asks of a process. `again`: a redelivered update does it again after it was cut off. */
export type Verb = { name: string; start(process: Process): Promise<unknown>; again?: boolean }

/** A planted fault of the house: the checker must see it. */
export type Defect = {
  /** The kind of day on which it shows soon. */
  day?: Partial<Traits>
  store?(store: Store): Store
  /** Of MongoDB's driver itself. */
  database?(database: Database): Database
  /** Between the verbs and the points of their calls. */
  around?(store: Store): Store
  gateway?(world: World, gateway: Gateway): Gateway
  process?(process: Process): void
  /** A copy is put back and nobody is told that it is one. */
  unmarked?: true
}

export type World = {
  seed: number
  chance: Chance
  traits: Traits
  clock: FakeClock
  store: Store
  /** With MongoDB's driver: what all processes see. */
  memory: MemoryDatabase | null
  scheduler: Scheduler
  bank: Bank
  /** By the address of the account. */
  panels: Map<string, Panel>
  customers: Customer[]
  processes: Process[]
  truth: Truth
  trace: Trace
  broken: Broken[]
  /** How likely the outside fails, now. */
  trouble: number
  /** Until when nobody does anything by themselves. */
  lull: Millis
  /** Until when it does not answer at all. */
  away: { gateway: Millis; panels: Millis }
  /** What came on the seller's own account, by the bill of the static QRIS it was meant for. */
  transfers: Map<string, { order: string; amount: number; said?: true }>
  /** Attempts whose bill changed: notices on their way. */
  notices: { attempt: string; mark: number; sure: boolean }[]
  /** Verbs that a death cut off, to be done again. */
  redeliver: Verb[]
  /** Verbs that have begun and not ended. */
  underWay: { process: Process; verb: Verb }[]
  due: Due
  /** A copy of the database, and whether it was put back: then money of the time between is not the house's to know. */
  copy: { folder: string; file: string } | null
  restored: boolean
  wishes: number
  causes: number
  defect: Defect
  count: number
}

export const OUTSIDE: Owner = { name: 'outside', dead: false }

const reading = readConfig({
  DATABASE_URL: 'sqlite::memory:',
  DATA_DIR: '/nowhere',
  PUBLIC_URL: 'https://lapak.example',
})
if (!reading.ok) throw new Error('the configuration of the simulation is wrong')
export const CONFIG = reading.config
export const BOX = sealer(SECRET)

export const broke = (world: World, rule: number, text: string): void => {
  world.broken.push({ rule, text })
  world.trace.note(`BROKEN rule ${rule}: ${text}`)
}

export type Driver = 'sqlite' | 'mongodb'

/** A copy is a file of SQLite's. */
const onlyOn = (driver: Driver): Partial<Traits> => (driver === 'mongodb' ? { restores: false } : {})

const storeOn = async (memory: MemoryDatabase | null, clock: FakeClock): Promise<Store> =>
  memory ? storeOver(memory, clock) : openStore({ url: 'sqlite::memory:', clock })

export const makeWorld = async (
  seed: number,
  defect: Defect = {},
  driver: Driver = 'sqlite',
): Promise<World> => {
  const chance = makeChance(seed)
  const traits = { ...drawTraits(chance), ...defect.day, ...onlyOn(driver) }
  const clock = fakeClock()
  const memory = driver === 'mongodb' ? memoryDatabase() : null
  const rowDue = memory && makeRowDue(clock.now)
  const store = await storeOn(memory, clock)
  const scheduler = makeScheduler(clock.now)
  const partial = {
    seed,
    chance,
    traits,
    clock,
    store,
    memory,
    scheduler,
    panels: new Map(),
    customers: [],
    processes: [],
    truth: makeTruth(),
    trace: makeTrace(clock),
    broken: [],
    trouble: traits.trouble,
    lull: 0,
    away: { gateway: 0, panels: 0 },
    notices: [],
    transfers: new Map(),
    redeliver: [],
    underWay: [],
    due: rowDue ?? makeDue(clock.now),
    copy: null,
    restored: false,
    wishes: 0,
    causes: 0,
    defect,
    count: 0,
  }
  const world = partial as unknown as World
  if (memory && rowDue) {
    memory.watched(rowDue.wrote)
    watchRows(world, memory)
  }
  const outside = { now: clock.now, chance, trouble: () => world.trouble }
  let mark = 0
  world.bank = makeBank({
    ...outside,
    away: () => clock.now() < world.away.gateway,
    onCharge: (request, money) => onCharge(world, request, money),
    onRefund: (attempt, request) => onRefund(world, attempt, request),
    listsRefunds: traits.listsRefunds,
    hooked: traits.hooked,
    changed: (attempt, sure) => void world.notices.push({ attempt, mark: ++mark, sure }),
  })
  for (const [address, setup] of Object.entries(traits.panels))
    world.panels.set(address, playPanel(world, address, setup))
  return world
}

const playPanel = (world: World, address: string, setup: Traits['panels'][string]): Panel => {
  const { clock, chance, scheduler } = world
  return makePanel(setup, {
    now: clock.now,
    chance,
    trouble: () => world.trouble,
    away: () => clock.now() < world.away.panels,
    onAdd: (order) => onAdd(world, address, order),
    later: (work) => {
      const due = (clock.now() + chance.below(25_000)) as Millis
      void scheduler.point({ owner: OUTSIDE, name: 'panel.takesLate', due }, work)
    },
  })
}
