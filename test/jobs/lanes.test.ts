import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { type Answered, type LaneDeps, makeLanes } from '../../src/jobs/lanes.ts'
import { MINUTE, SECOND } from '../../src/lib/clock.ts'
import { makeLog } from '../../src/lib/log.ts'
import { DEFAULTS } from '../../src/model/defaults.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { type FakeClock, fakeClock } from '../support/fake-clock.ts'
import { gate, handBeat } from '../support/work.ts'

let store: Store
let clock: FakeClock
let next = 0
beforeEach(async () => {
  clock = fakeClock()
  store = await openStore({ url: 'sqlite::memory:', clock })
})
afterEach(() => store.close())

const say = (chat: string, text: string) =>
  store.inbox.accept({ bot: '1', updateId: ++next, chat, at: clock.now(), body: text })

/** Lanes that write down what they heard; `answer` decides by what was said. */
const lanes = (answer: (text: string) => Promise<Answered>, more: Partial<LaneDeps> = {}) => {
  const heard: string[] = []
  const givenUp: string[] = []
  const loop = makeLanes({
    store,
    clock,
    log: makeLog('silent'),
    owner: 'w1',
    handle: ({ body }) => {
      heard.push(body)
      return answer(body)
    },
    onGivenUp: async ({ body }) => void givenUp.push(body),
    ...more,
  })
  return { ...loop, heard, givenUp }
}
const done = async (): Promise<Answered> => ({ kind: 'done' })

test('a chat is heard in its order; while one of its messages fails, others overtake and its own wait', async () => {
  for (const text of ['a1', 'a2', 'a3']) await say('1:a', text)
  for (const text of ['b1', 'b2']) await say('1:b', text)
  let faults = 2
  const running = lanes(async (text) => {
    if (text === 'a2' && faults-- > 0) throw new Error('bug')
    return { kind: 'done' }
  })
  await running.drain()
  expect(running.heard.filter((text) => text.startsWith('a'))).toEqual(['a1', 'a2'])
  expect(running.heard.filter((text) => text.startsWith('b'))).toEqual(['b1', 'b2'])
  for (let i = 0; i < 10; i++) {
    clock.advance(MINUTE)
    await running.drain()
  }
  expect(running.heard.filter((text) => text.startsWith('a'))).toEqual(['a1', 'a2', 'a2', 'a2', 'a3'])
  expect(running.givenUp).toEqual([])
})

test('a fault of the outside world is waited out, however long', async () => {
  await say('1:a', 'hi')
  let away = 40
  const running = lanes(async () =>
    away-- > 0 ? { kind: 'wait', ms: 30 * SECOND, error: 'telegram 502' } : { kind: 'done' },
  )
  await running.drain()
  expect(await running.drain()).toBe(0)
  for (let i = 0; i < 40; i++) {
    clock.advance(30 * SECOND)
    await running.drain()
  }
  expect(running.heard).toHaveLength(41)
  expect(await store.inbox.dead(9)).toEqual([])
  expect(await store.inbox.nextAt()).toBeNull()
})

describe('a message that cannot be answered', () => {
  test('is given up after five tries over minutes, told once, seen, and the next one is heard', async () => {
    await say('1:a', 'poison')
    await say('1:a', 'after')
    const began = clock.now()
    let ended = 0
    const running = lanes(
      async (text) => {
        if (text === 'poison') throw new TypeError('cannot read')
        return { kind: 'done' }
      },
      {
        onGivenUp: async ({ body }) => {
          ended = clock.now()
          throw new Error(`${body}: nobody to tell`)
        },
      },
    )
    for (let i = 0; i < 600; i++) {
      await running.drain()
      clock.advance(SECOND)
    }
    expect(running.heard).toEqual(['poison', 'poison', 'poison', 'poison', 'poison', 'after'])
    expect(ended - began).toBeGreaterThan(MINUTE)
    expect(await store.inbox.dead(9)).toMatchObject([{ body: 'poison', error: 'TypeError: cannot read' }])
  })

  test('because it kills its worker is not heard for ever', async () => {
    await say('1:a', 'poison')
    for (let i = 0; i < 5; i++) {
      expect(await store.inbox.claim('dead', clock.now(), 1000)).not.toBeNull()
      clock.advance(1001)
    }
    const running = lanes(done)
    await running.drain()
    expect(running.heard).toEqual([])
    expect(running.givenUp).toEqual(['poison'])
    expect(await store.inbox.dead(9)).toHaveLength(1)
  })
})

test('the lease is renewed while a message is answered; without that another worker hears it too', async () => {
  for (const strikes of [true, false]) {
    await say('1:a', 'slow')
    const beat = handBeat()
    const entered = gate()
    const let_go = gate()
    const first = lanes(
      async () => {
        entered.open()
        await let_go.opened
        return { kind: 'done' }
      },
      { every: beat.every },
    )
    const second = lanes(done, { owner: 'w2' })
    const working = first.drain()
    await entered.opened
    for (let i = 0; i < 3; i++) {
      clock.advance(DEFAULTS.lease / 2)
      if (strikes) beat.strike()
      await store.keys.claim('turn', String(i)) // a write: what was asked before it is stored
    }
    await second.drain()
    expect(second.heard).toEqual(strikes ? [] : ['slow'])
    let_go.open()
    await working
    expect(await store.inbox.nextAt()).toBeNull()
  }
})

test('started lanes hear a message as it is stored, answer at most so many chats at once, and are waited for', async () => {
  const { open, opened } = gate()
  const full = gate()
  let now = 0
  let most = 0
  const running = lanes(async () => {
    most = Math.max(most, ++now)
    if (now === 32) full.open()
    await opened
    now--
    return { kind: 'done' }
  })
  running.start()
  await Promise.all(Array.from({ length: 50 }, (_, i) => say(`1:${i}`, 'hi')))
  await full.opened
  const stopped = running.stop()
  open()
  await stopped
  expect([most, now, running.heard.length]).toEqual([32, 0, 32])
  running.start()
  await running.stop()
})
