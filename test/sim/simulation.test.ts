// Many days of a shop in which everything that can go wrong does: the ten rules hold after every step, and at rest nothing is stuck
// unseen. For each rule a planted fault shows that a breach is seen. On MongoDB's driver a process dies at its every command, and faults of
// the driver itself are planted. `bun run simulate` plays as many seeds as one likes.
import { describe, expect, test } from 'bun:test'
import { DEFECTS, type Planted } from './defects.ts'
import { DRIVER_DEFECTS } from './mongodb/defects.ts'
import { simulate } from './simulate.ts'
import type { Driver } from './world.ts'

const SEEDS = Number(process.env['SEEDS'] ?? 300)
const ON_MONGODB = Number(process.env['SEEDS'] ?? 100)
/** A planted fault is seen within so many seeds. */
const SEEN_WITHIN = 150

test(`${SEEDS} seeds break no rule`, async () => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const { broken, last } = await simulate(seed)
    if (broken.length > 0) console.error(last.join('\n'))
    expect({ seed, broken }).toEqual({ seed, broken: [] })
  }
}, 600_000)

test(`${ON_MONGODB} seeds break no rule on MongoDB's driver`, async () => {
  for (let seed = 1; seed <= ON_MONGODB; seed++) {
    const { broken, last } = await simulate(seed, { driver: 'mongodb' })
    if (broken.length > 0) console.error(last.join('\n'))
    expect({ seed, broken }).toEqual({ seed, broken: [] })
  }
}, 600_000)

test.each(['sqlite', 'mongodb'] as const)(
  'a seed replays exactly: %s',
  async (driver) => {
    for (const seed of [3, 14, 25]) {
      const { hash, steps } = await simulate(seed, { driver })
      const again = await simulate(seed, { driver })
      expect([again.hash, again.steps]).toEqual([hash, steps])
    }
  },
  60_000,
)

const seesAll = (planted: readonly Planted[], driver: Driver): void => {
  for (const { rule, title, ...defect } of planted)
    test(`rule ${rule}: ${title}`, async () => {
      const seen = new Set<number>()
      for (let seed = 1; seed <= SEEN_WITHIN && !seen.has(rule); seed++)
        for (const { rule: broken } of (await simulate(seed, { defect, driver })).broken) seen.add(broken)
      expect([...seen]).toContain(rule)
    }, 120_000)
}

describe('a planted fault is seen', () => seesAll(DEFECTS, 'sqlite'))
describe("a planted fault of MongoDB's driver is seen", () => seesAll(DRIVER_DEFECTS, 'mongodb'))
