// Hints between processes: two of them on one database, each with its own pages, looks and clock's beat by hand.
import { afterEach, beforeEach, expect, test } from 'bun:test'
import { type Hints, makeHints, type Topic } from '../../src/http/hints.ts'
import { MINUTE, SECOND } from '../../src/lib/clock.ts'
import { makeLog } from '../../src/lib/log.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { type FakeClock, fakeClock } from '../support/fake-clock.ts'

const SHOP = 's_1'
let clock: FakeClock
let store: Store
beforeEach(async () => {
  clock = fakeClock()
  store = await openStore({ url: 'sqlite::memory:', clock })
})
afterEach(() => store.close())

const settle = () => Bun.sleep(20)

/** One process; `feed` counts and may fail. */
const process = (change: Partial<Store['feed']> = {}) => {
  const beats = new Set<() => void>()
  const rests: { ms: number; end: () => void }[] = []
  const calls: string[] = []
  const feed: Store['feed'] = {
    watch: (...given) => {
      calls.push('watch')
      return (change.watch ?? store.feed.watch)(...given)
    },
    tell: (...given) => {
      calls.push('tell')
      return (change.tell ?? store.feed.tell)(...given)
    },
    told: (...given) => {
      calls.push('told')
      return (change.told ?? store.feed.told)(...given)
    },
  }
  const hints: Hints = makeHints({
    store: { feed },
    clock,
    log: makeLog('silent'),
    every: (_ms, run) => {
      beats.add(run)
      return () => void beats.delete(run)
    },
    wait: (ms, signal) =>
      new Promise((resolve) => {
        rests.push({ ms, end: resolve })
        signal.addEventListener('abort', () => resolve())
      }),
  })
  const heard: Topic[] = []
  return {
    hints,
    heard,
    calls,
    rests,
    beats,
    page: (shop = SHOP) => hints.listen(shop, (topic) => void heard.push(topic)),
    look: async () => {
      for (const beat of beats) beat()
      await settle()
    },
    rest: async () => {
      for (const { end } of rests.splice(0)) end()
      await settle()
    },
  }
}

test('what one process tells, the pages of the other hear at its next look, once; pages of its own at once, and only then', async () => {
  const [here, there] = [process(), process()]
  await Promise.all([here.page(), there.page()])
  here.hints.tell(SHOP, 'orders')
  expect(here.heard).toEqual(['orders'])
  await settle()
  expect(there.heard).toEqual([])
  for (let i = 0; i < 3; i++) await Promise.all([here.look(), there.look()])
  expect([here.heard, there.heard]).toEqual([['orders'], ['orders']])
})

test('from the moment a page has begun to listen nothing is missed, and nothing of before is told', async () => {
  const [here, there, third] = [process(), process(), process()]
  await third.page()
  here.hints.tell(SHOP, 'orders')
  await settle()
  await there.page()
  here.hints.tell(SHOP, 'items')
  await settle()
  await there.look()
  expect(there.heard).toEqual(['items'])
})

test('a storm is a few tellings: one at once, the rest in one after a rest; a shop that nobody looks at is asked about seldom', async () => {
  const [here, there] = [process(), process()]
  await there.page()
  for (let i = 0; i < 200; i++) here.hints.tell(SHOP, 'orders')
  for (let i = 0; i < 200; i++) here.hints.tell('s_idle', 'orders')
  await settle()
  expect(here.calls).toEqual(['tell', 'tell'])
  expect(here.rests.map(({ ms }) => ms).toSorted((a, b) => a - b)).toEqual([SECOND / 4, 2 * SECOND])
  await here.rest()
  expect(here.calls).toHaveLength(4)
  await here.rest()
  expect(here.calls).toHaveLength(4)
  expect(here.rests).toHaveLength(0)
  await there.look()
  expect(there.heard).toEqual(['orders'])
})

test('nobody looks: no beat, no question; who looks on is told on for as long as the page is open', async () => {
  const [here, there] = [process(), process()]
  here.hints.tell(SHOP, 'orders')
  await settle()
  expect(there.calls).toEqual([])
  const stop = await there.page()
  for (let seconds = 0; seconds < 600; seconds += 15) {
    clock.advance(15 * SECOND)
    await there.look()
  }
  await here.rest()
  here.hints.tell(SHOP, 'chats')
  await settle()
  await there.look()
  expect(there.heard).toEqual(['chats'])
  stop()
  expect(there.beats.size).toBe(0)
  clock.advance(2 * MINUTE)
  expect(await store.feed.tell(SHOP, 'orders', clock.now())).toBeNull()
})

test('a store that is away stops no page; afterwards it hears what it missed', async () => {
  let away = true
  const failing = async <T>(work: () => Promise<T>): Promise<T> => {
    if (away) throw new Error('no server')
    return work()
  }
  const there = process({
    watch: (...given) => failing(() => store.feed.watch(...given)),
    told: (...given) => failing(() => store.feed.told(...given)),
  })
  const here = process()
  await there.page()
  await there.look()
  expect(there.heard).toEqual([])
  away = false
  await there.look()
  here.hints.tell(SHOP, 'items')
  await settle()
  away = true
  await there.look()
  away = false
  await there.look()
  expect(there.heard).toEqual(['items'])
})

test('two pages of one process each hear it; one that has gone hears no more; after the end nothing is asked', async () => {
  const [here, there] = [process(), process()]
  const stop = await there.page()
  await there.page()
  stop()
  here.hints.tell(SHOP, 'orders')
  await settle()
  await there.look()
  expect(there.heard).toEqual(['orders'])
  there.hints.stop()
  here.hints.stop()
  expect(there.beats.size).toBe(0)
})
