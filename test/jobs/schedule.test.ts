import { afterEach, beforeEach, expect, test } from 'bun:test'
import { ensureSchedule, keepSchedule, type Recurring } from '../../src/jobs/schedule.ts'
import { DAY, HOUR, MINUTE } from '../../src/lib/clock.ts'
import { makeLog } from '../../src/lib/log.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { type FakeClock, fakeClock } from '../support/fake-clock.ts'
import { handBeat } from '../support/work.ts'

let store: Store
let clock: FakeClock
beforeEach(async () => {
  clock = fakeClock(Date.UTC(2026, 10, 24, 1, 30))
  store = await openStore({ url: 'sqlite::memory:', clock })
})
afterEach(() => store.close())

const BACKUP: Recurring = { name: 'store.backup', every: DAY, at: 3 * HOUR }
const SYNC: Recurring = { name: 'catalog.sync', every: 6 * HOUR, payload: { provider: 'p_1' } }
const all = (at: number) => store.jobs.claim(['store.backup', 'catalog.sync'], 'w', at, 1, 100)

test('each slot gets one job, whoever plans it and however often', async () => {
  for (let i = 0; i < 3; i++)
    await Promise.all([1, 2].map(() => ensureSchedule({ store, clock }, [BACKUP, SYNC])))
  expect((await all(clock.now() + DAY)).map(({ name, at }) => [name, at - clock.now()])).toHaveLength(2)
})

test('at the time of day that was asked for, the next slot after this one', async () => {
  await ensureSchedule({ store, clock }, [BACKUP])
  expect(await store.jobs.nextAt()).toBe(Date.UTC(2026, 10, 24, 3))
  clock.set(Date.UTC(2026, 10, 24, 3))
  const [first] = await all(clock.now())
  await store.jobs.finish(first?.id ?? '', first?.token ?? 0)
  await ensureSchedule({ store, clock }, [BACKUP])
  expect(await store.jobs.nextAt()).toBe(Date.UTC(2026, 10, 25, 3))
})

test('two of one name are told apart by what they are for', async () => {
  await ensureSchedule({ store, clock }, [SYNC, { ...SYNC, payload: { provider: 'p_2' } }])
  const jobs = await all(clock.now() + DAY)
  expect(jobs.map(({ payload }) => payload['provider']).sort()).toEqual(['p_1', 'p_2'])
})

test('is kept: asked anew each minute, over a fault, until it is stopped', async () => {
  const beat = handBeat()
  let asked = 0
  const list = async () => {
    if (++asked === 1) throw new Error('the store is away')
    return [SYNC]
  }
  const stop = keepSchedule({ store, clock, log: makeLog('silent'), every: beat.every }, list)
  await store.ping()
  clock.advance(MINUTE)
  beat.strike()
  await store.keys.claim('turn', '1') // a write: what was asked before it is stored
  expect(await store.jobs.nextAt()).toBe(Date.UTC(2026, 10, 24, 6))
  stop()
  beat.strike()
  expect(asked).toBe(2)
})
