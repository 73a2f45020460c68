// The lane of a panel account between two processes on one file: one holder, a lost lease writes nothing, a dead holder keeps nobody out.
import { afterEach, describe, expect, test } from 'bun:test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as pathOf } from 'node:path'
import { type Held, isUser, join, makeAccountLanes } from '../../src/catalog/lane.ts'
import { SECOND } from '../../src/lib/clock.ts'
import { makeLog } from '../../src/lib/log.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { fakeClock } from '../support/fake-clock.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

const clock = fakeClock()
/** `beats` are what renews a lease; they strike when the test says so. */
const twoProcesses = async () => {
  const folder = mkdtempSync(pathOf(tmpdir(), 'lapak-lane-'))
  ends.push(() => rmSync(folder, { recursive: true }))
  const open = async (owner: string) => {
    const store: Store = await openStore({ url: `sqlite:${pathOf(folder, 'lapak.db')}`, clock })
    ends.push(() => store.close())
    const beats = new Set<() => void>()
    const every = (_ms: number, beat: () => void) => {
      beats.add(beat)
      return () => void beats.delete(beat)
    }
    const lanes = makeAccountLanes({ store, clock, log: makeLog('silent'), owner, every })
    const strike = async () => {
      for (const beat of beats) beat()
      await Bun.sleep(5)
    }
    return { store, strike, ...lanes }
  }
  return { one: await open('w1'), other: await open('w2') }
}

const gate = () => {
  let open = (): void => undefined
  const passed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, passed }
}

/** Holds it until told to go on; answers once it is held. */
const holding = async (process: { hold: ReturnType<typeof makeAccountLanes>['hold'] }, account = 'a_1') => {
  const [began, over] = [gate(), gate()]
  const after: { do: (held: Held) => Promise<unknown> } = { do: async () => undefined }
  const done = process.hold(account, async (held) => {
    began.open()
    await over.passed
    return after.do(held)
  })
  await began.passed
  return { end: over.open, done, after }
}

describe('in one process', () => {
  test('pieces of work on an account follow each other, another account goes beside', async () => {
    const { one } = await twoProcesses()
    const first = await holding(one)
    const order: string[] = []
    const second = one.hold('a_1', async () => void order.push('second'))
    const third = one.hold('a_1', async () => void order.push('third'))
    await one.hold('a_2', async () => void order.push('elsewhere'))
    first.end()
    await Promise.all([second, third])
    expect(order).toEqual(['elsewhere', 'second', 'third'])
  })

  test('one that throws frees it for the next', async () => {
    const { one } = await twoProcesses()
    const broken = one.hold('a_1', async () => {
      throw new Error('a bug')
    })
    const next = one.hold('a_1', async () => 'done')
    await expect(broken).rejects.toThrow('a bug')
    expect(await next).toEqual({ value: 'done' })
    expect((await one.store.lanes.get('a_1'))?.owner).toBeUndefined()
  })

  test('before an account that hangs only a few wait; who comes later comes again', async () => {
    const { one } = await twoProcesses()
    const first = await holding(one)
    const waiting = Array.from({ length: 20 }, () => one.hold('a_1', async () => 'done'))
    expect((await Promise.all(waiting.slice(10))).every((one) => one === null)).toBe(true)
    first.end()
    const served = (await Promise.all(waiting)).filter((one) => one !== null)
    expect(served).toHaveLength(3)
    expect(await one.hold('a_1', async () => 'again')).toEqual({ value: 'again' })
  })

  test('what all want of it is done once for all', async () => {
    const { one } = await twoProcesses()
    let asked = 0
    const ask = () =>
      one.shared('a_1', async () => {
        await Bun.sleep(5)
        return ++asked
      })
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([{ value: 1 }, { value: 1 }, { value: 1 }])
    expect(await ask()).toEqual({ value: 2 })
  })
})

describe('between two processes', () => {
  test('the other is told at once that it is held, and gets it when it is left', async () => {
    const { one, other } = await twoProcesses()
    const mine = await holding(one)
    expect(await other.hold('a_1', async () => 'mine')).toBeNull()
    mine.end()
    await mine.done
    expect(await other.hold('a_1', async () => 'mine')).toEqual({ value: 'mine' })
  })

  test('a lease that is renewed outlasts any request', async () => {
    const { one, other } = await twoProcesses()
    const mine = await holding(one)
    for (let beat = 0; beat < 12; beat++) {
      clock.advance(10 * SECOND)
      await one.strike()
      expect(await other.hold('a_1', async () => 'mine')).toBeNull()
    }
    mine.end()
    expect(await mine.done).not.toBeNull()
  })

  test('lost in the middle: the late holder writes nothing, and frees nothing of the new one', async () => {
    const { one, other } = await twoProcesses()
    const late = await holding(one)
    let wrote: boolean | undefined
    late.after.do = async (held) => {
      wrote = await held.change((lane) => ({ ...lane, balance: { amount: '1', currency: '', at: 1 } }))
    }
    clock.advance(31 * SECOND)
    const now = await holding(other)
    late.end()
    await late.done
    expect(wrote).toBe(false)
    expect((await other.store.lanes.get('a_1'))?.balance).toBeUndefined()
    expect(await one.hold('a_1', async () => 'mine')).toBeNull()
    now.end()
    await now.done
  })

  test('a killed holder keeps nobody out for longer than its lease', async () => {
    const { one, other } = await twoProcesses()
    await holding(one)
    expect(await other.hold('a_1', async () => 'mine')).toBeNull()
    clock.advance(30 * SECOND)
    expect(await other.hold('a_1', async () => 'mine')).toEqual({ value: 'mine' })
  })

  test('who joins is known once, to both', async () => {
    const { one, other } = await twoProcesses()
    const user = { shop: 's_1', provider: 'p_1' }
    for (const process of [one, other, one]) await process.hold('a_1', (held) => join(held, user))
    const lane = await one.store.lanes.get('a_1')
    expect(lane?.users).toEqual([user])
    expect([isUser(lane, user), isUser(lane, { ...user, shop: 's_2' }), isUser(null, user)]).toEqual([
      true,
      false,
      false,
    ])
  })
})
