import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Handler, makeWorker, type WorkerDeps } from '../../src/jobs/worker.ts'
import { MINUTE, SECOND, systemClock } from '../../src/lib/clock.ts'
import { makeLog } from '../../src/lib/log.ts'
import { DEFAULTS } from '../../src/model/defaults.ts'
import type { JobDraft } from '../../src/model/flow.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { newOrder, SHOP } from '../store/contract/support.ts'
import { type FakeClock, fakeClock } from '../support/fake-clock.ts'
import { gate, handBeat } from '../support/work.ts'

let store: Store
let clock: FakeClock
beforeEach(async () => {
  clock = fakeClock()
  store = await openStore({ url: 'sqlite::memory:', clock })
})
afterEach(() => store.close())

const log = makeLog('silent')
const worker = (handlers: WorkerDeps['handlers'], more: Partial<WorkerDeps> = {}) =>
  makeWorker({ store, clock, log, owner: 'w1', handlers, ...more })
const draft = (id: string, at = clock.now()): JobDraft => ({ id, name: 'payments.ask', at, payload: { id } })

/** A handler that writes down what it was asked. */
const noting = (answer: Handler = async () => 'done') => {
  const asked: string[] = []
  const handler: Handler = (payload, context) => {
    asked.push(context.job)
    return answer(payload, context)
  }
  return { asked, handler }
}

describe('draining', () => {
  test('does what a move left behind, and what that leaves behind in turn, once', async () => {
    await store.orders.create(newOrder(1, { outbox: [] }))
    await store.orders.advance(SHOP, 'o_1', () => ({ to: 'billing', type: 'yes', by: 'customer' }))
    const tell = noting()
    const bill = noting(async ({ shop = '', order = '' }) => {
      await store.orders.advance(shop, order, () => ({ to: 'withdrawn', type: 'no', by: 'customer' }))
      return 'done'
    })
    const cancel = noting()
    const running = worker({
      'payments.bill': bill.handler,
      'payments.cancel': cancel.handler,
      'notices.order': tell.handler,
    })
    expect(await running.drain()).toBe(3)
    expect([bill.asked, cancel.asked, tell.asked]).toEqual([
      ['payments.bill:o_1:2'],
      ['payments.cancel:o_1:3'],
      ['notices.order:o_1:3'],
    ])
    expect(await running.drain()).toBe(0)
  })

  test('leaves what is not due, and what nobody here does', async () => {
    await store.jobs.add([draft('later', clock.now() + 1), { ...draft('other'), name: 'store.backup' }])
    const { asked, handler } = noting()
    expect(await worker({ 'payments.ask': handler }).drain()).toBe(0)
    clock.advance(1)
    expect(await worker({ 'payments.ask': handler }).drain()).toBe(1)
    expect(asked).toEqual(['later'])
  })

  test('tells when work makes itself due for ever', async () => {
    await store.jobs.add([draft('j')])
    const { handler } = noting(async () => ({ again: clock.now() }))
    const said = await worker({ 'payments.ask': handler })
      .drain()
      .catch((cause: Error) => cause.message)
    expect(said).toContain('no end')
  })
})

describe('a job that fails', () => {
  test('is tried again, later each time, and given up in sight after its tries', async () => {
    await store.jobs.add([draft('j')])
    const at: number[] = []
    const running = worker({
      'payments.ask': async () => {
        at.push(clock.now())
        throw new Error('the gateway is on fire')
      },
    })
    for (let second = 0; second < 1200; second++) {
      await running.drain()
      clock.advance(SECOND)
    }
    expect(at).toHaveLength(DEFAULTS.jobTries)
    const waits = at.slice(1).map((time, i) => time - (at[i] ?? 0))
    expect(waits).toEqual([...waits].sort((a, b) => a - b))
    expect(await store.jobs.dead(9)).toMatchObject([{ id: 'j', error: 'Error: the gateway is on fire' }])
    expect(await store.jobs.nextAt()).toBeNull()
  })

  test('as data is tried again too, and forgets it once it went well', async () => {
    await store.jobs.add([draft('j')])
    let fails = 3
    const { asked, handler } = noting(async () => (fails-- > 0 ? { retry: 'busy' } : 'done'))
    const running = worker({ 'payments.ask': handler })
    for (let i = 0; i < 10; i++) {
      await running.drain()
      clock.advance(MINUTE)
    }
    expect(asked).toHaveLength(4)
    expect(await store.jobs.dead(9)).toEqual([])
  })

  test('by killing its worker is given up without being started once more', async () => {
    await store.jobs.add([draft('j')])
    for (let i = 0; i < DEFAULTS.jobTries * 2; i++) {
      await store.jobs.claim(['payments.ask'], 'dead', clock.now(), 1000, 1)
      clock.advance(1001)
    }
    const { asked, handler } = noting()
    await worker({ 'payments.ask': handler }).drain()
    expect(asked).toEqual([])
    expect(await store.jobs.dead(9)).toMatchObject([{ id: 'j' }])
  })
})

test('recurring work comes again at its time, however often', async () => {
  await store.jobs.add([draft('j')])
  const { asked, handler } = noting(async () => ({ again: clock.now() + MINUTE }))
  const running = worker({ 'payments.ask': handler })
  for (let i = 0; i < 30; i++) {
    expect(await running.drain()).toBe(1)
    clock.advance(MINUTE)
  }
  expect(asked).toHaveLength(30)
})

describe('a lease', () => {
  const slow = async (strikes: boolean) => {
    await store.jobs.add([draft('j')])
    const { open, opened } = gate()
    const entered = gate()
    const beat = handBeat()
    const first = noting(async () => {
      entered.open()
      await opened
      return { again: clock.now() + MINUTE }
    })
    const second = noting()
    const working = worker({ 'payments.ask': first.handler }, { every: beat.every }).drain()
    await entered.opened
    for (let i = 0; i < 5; i++) {
      clock.advance(DEFAULTS.lease / 2)
      if (strikes) beat.strike()
      await store.ping()
      await store.jobs.nextAt()
      await store.keys.claim('turn', String(i)) // a write: what was asked before it is stored
    }
    await worker({ 'payments.ask': second.handler }, { owner: 'w2' }).drain()
    open()
    await working
    return { first: first.asked, second: second.asked, next: await store.jobs.nextAt(), left: beat.count() }
  }

  test('is renewed while the handler works', async () => {
    const { second, next, left } = await slow(true)
    expect(second).toEqual([])
    expect(next).toBe(clock.now() + MINUTE)
    expect(left).toBe(0)
  })

  test('that ran out goes to another worker, and the late one changes nothing', async () => {
    const { first, second, next } = await slow(false)
    expect([first, second]).toEqual([['j'], ['j']])
    expect(next).toBeNull()
  })
})

describe('a started worker', () => {
  test('is woken by the write that left work, does at most so many at once, and is waited for', async () => {
    const { open, opened } = gate()
    const full = gate()
    let now = 0
    let most = 0
    const running = worker({
      'payments.ask': async () => {
        most = Math.max(most, ++now)
        if (now === 16) full.open()
        await opened
        now--
        return 'done'
      },
    })
    running.start()
    expect(running.alive()).toBe(true)
    await store.jobs.add(Array.from({ length: 40 }, (_, i) => draft(`j${i}`)))
    await full.opened
    const stopped = running.stop()
    expect(running.alive()).toBe(false)
    open()
    await stopped
    expect([most, now]).toEqual([16, 0])
    const left = await store.jobs.claim(['payments.ask'], 'w2', clock.now(), 1000, 100)
    expect(left).toHaveLength(24)
  })

  test('goes on after the store could not be asked', async () => {
    let faults = 1
    const done = gate()
    const faulty: WorkerDeps['store'] = {
      ...store,
      relay: async () => {
        if (faults-- > 0) throw new Error('database is locked')
        return store.relay()
      },
    }
    await store.jobs.add([draft('j')])
    const running = worker(
      {
        'payments.ask': async () => {
          done.open()
          return 'done'
        },
      },
      { store: faulty },
    )
    running.start()
    await store.jobs.add([draft('j2')]) // rings
    await done.opened
    await running.stop()
  })

  test('wakes by itself when something falls due, and finds what another process left', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lapak-jobs-'))
    const url = `sqlite:${join(folder, 'lapak.db')}`
    const [here, there] = [await openStore({ url }), await openStore({ url })]
    const told = { due: gate(), other: gate() }
    const running = makeWorker({
      store: here,
      clock: systemClock,
      log,
      owner: 'here',
      handlers: {
        'payments.ask': async ({ id }) => {
          told[id as keyof typeof told].open()
          return 'done'
        },
      },
    })
    running.start()
    for (let i = 0; i < 5; i++) await here.keys.claim('turn', String(i)) // writes that ring no bell: by now it sleeps
    await there.jobs.add([draft('other', systemClock.now())])
    await told.other.opened
    await here.jobs.add([draft('due', systemClock.now() + 30)])
    await told.due.opened
    await running.stop()
    await Promise.all([here.close(), there.close()])
    rmSync(folder, { recursive: true })
  })
})
