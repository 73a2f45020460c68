// Many days of a shop in which everything that can go wrong does: the ten rules hold after every step, and at rest nothing is stuck
// unseen. For each rule a planted fault shows that a breach is seen. `bun run simulate` plays as many seeds as one likes.
import { describe, expect, test } from 'bun:test'
import { DEFECTS } from './defects.ts'
import { simulate } from './simulate.ts'

const SEEDS = Number(process.env['SEEDS'] ?? 300)
/** A planted fault is seen within so many seeds. */
const SEEN_WITHIN = 150

test(`${SEEDS} seeds break no rule`, async () => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const { broken, last } = await simulate(seed)
    if (broken.length > 0) console.error(last.join('\n'))
    expect({ seed, broken }).toEqual({ seed, broken: [] })
  }
}, 600_000)

test('a seed replays exactly', async () => {
  for (const seed of [3, 14, 25]) {
    const { hash, steps } = await simulate(seed)
    const again = await simulate(seed)
    expect([again.hash, again.steps]).toEqual([hash, steps])
  }
}, 60_000)

describe('a planted fault is seen', () => {
  for (const { rule, title, ...defect } of DEFECTS)
    test(`rule ${rule}: ${title}`, async () => {
      const seen = new Set<number>()
      for (let seed = 1; seed <= SEEN_WITHIN && !seen.has(rule); seed++)
        for (const { rule: broken } of (await simulate(seed, { defect })).broken) seen.add(broken)
      expect([...seen]).toContain(rule)
    }, 120_000)
})
