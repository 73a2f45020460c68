// The breaker by itself, and in front of a server that hangs, comes back, and fails every other time.
import { describe, expect, test } from 'bun:test'
import { makeBreaker } from '../../src/assistant/breaker.ts'
import { MINUTE } from '../../src/lib/clock.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { calls, fault, status, understood } from '../support/fake-model.ts'
import { ask, askShop, openAsking } from './asking.ts'

const opened = () => {
  const clock = fakeClock()
  const rests: number[] = []
  const breaker = makeBreaker({ clock, onOpen: (ms) => void rests.push(ms / MINUTE) })
  return { clock, breaker, rests }
}

describe('a breaker', () => {
  test('opens after one time-out or refusal, or three faults in a row', () => {
    for (const how of ['timeout', 'refused'] as const) {
      const { breaker } = opened()
      breaker.leave('usual', how)
      expect(breaker.enter()).toBeNull()
    }
    const { breaker } = opened()
    for (const how of ['fault', 'unreadable', 'answered', 'fault', 'fault'] as const) {
      expect(breaker.enter()).toBe('usual')
      breaker.leave('usual', how)
    }
    expect(breaker.enter()).toBe('usual')
    breaker.leave('usual', 'unreadable')
    expect(breaker.enter()).toBeNull()
  })

  test('lets one try it after a while; the others go on without', () => {
    const { clock, breaker } = opened()
    breaker.leave('usual', 'timeout')
    clock.advance(MINUTE - 1)
    expect(breaker.enter()).toBeNull()
    clock.advance(1)
    expect([breaker.enter(), breaker.enter(), breaker.enter()]).toEqual(['probe', null, null])
    breaker.leave('probe', 'answered')
    expect([breaker.enter(), breaker.enter()]).toEqual(['usual', 'usual'])
  })

  test('rests longer each time that the try fails too, and at most a quarter of an hour', () => {
    const { clock, breaker, rests } = opened()
    breaker.leave('usual', 'timeout')
    for (let i = 0; i < 6; i++) {
      clock.advance(15 * MINUTE)
      expect(breaker.enter()).toBe('probe')
      breaker.leave('probe', 'fault')
    }
    expect(rests).toEqual([1, 2, 4, 8, 15, 15, 15])
  })

  test('a try that was not made frees its place', () => {
    const { clock, breaker } = opened()
    breaker.leave('usual', 'timeout')
    clock.advance(MINUTE)
    expect(breaker.enter()).toBe('probe')
    breaker.leave('probe', 'unasked')
    expect(breaker.enter()).toBe('probe')
  })

  test('those that were on their way when it opened do not make the rest longer', () => {
    const { breaker, rests } = opened()
    for (let i = 0; i < 20; i++) breaker.leave('usual', 'timeout')
    expect(rests).toEqual([1])
  })
})

describe('a server behind it', () => {
  test('nobody waits for the time-out twice: after the first the built-in word stands at once', async () => {
    const at = await openAsking({ timeMs: 100 })
    at.server.otherwise(fault('hang'))
    expect(await at.llm.understand(ask('a'))).toBeNull()
    for (const text of ['b', 'c', 'd']) expect(await at.llm.understand(ask(text))).toBeNull()
    expect(at.server.requests).toHaveLength(1)
    at.server.otherwise(understood({ intent: 'thanks' }))
    at.clock.advance(MINUTE)
    expect(await at.llm.understand(ask('e'))).toMatchObject({ intent: 'thanks' })
    expect(await at.llm.understand(ask('f'))).toMatchObject({ intent: 'thanks' })
    await at.stop()
  })

  test('a try during which the shop’s own books fail is no try for ever: the next question is one', async () => {
    const at = await openAsking({ timeMs: 100 })
    at.server.otherwise(fault('hang'))
    expect(await at.llm.understand(ask('a'))).toBeNull()
    at.clock.advance(MINUTE)
    at.server.otherwise(calls('knowledge_search', { query: 'jam buka' }))
    const broken = askShop('jam buka?', { passages: () => Promise.reject(new Error('no database')) })
    expect(await at.llm.answer(broken)).toBeNull()
    at.server.otherwise(understood({ intent: 'thanks' }))
    expect(await at.llm.understand(ask('b'))).toMatchObject({ intent: 'thanks' })
    await at.stop()
  })

  test('a wrong key is tried once, not with every message', async () => {
    const at = await openAsking()
    at.server.otherwise(status(401))
    for (const text of ['a', 'b', 'c']) expect(await at.llm.understand(ask(text))).toBeNull()
    expect(at.server.requests).toHaveLength(1)
    await at.stop()
  })

  test('words that the server’s own filter refuses silence it for nobody else', async () => {
    const at = await openAsking()
    for (const code of [400, 422]) {
      at.server.otherwise(status(code))
      expect(await at.llm.understand(ask('words that a filter dislikes'))).toBeNull()
      at.server.otherwise(understood({ intent: 'thanks' }))
      expect(await at.llm.understand(ask('makasih'))).toMatchObject({ intent: 'thanks' })
    }
    await at.stop()
  })

  test('one that fails every other time is used for what it answers', async () => {
    const at = await openAsking()
    at.server.otherwise(understood({ intent: 'thanks' }))
    at.server.failEvery(2, fault('cut'))
    const heard = []
    for (const text of ['a', 'b', 'c', 'd']) heard.push((await at.llm.understand(ask(text))) !== null)
    // A broken line is tried once more by the client itself.
    expect(heard).toEqual([true, true, true, true])
    at.server.forget()
    at.server.otherwise(understood({ intent: 'thanks' }))
    at.server.failEvery(2, fault('wrongShape'))
    const read = []
    for (const text of ['a', 'b', 'c', 'd']) read.push((await at.llm.understand(ask(text))) !== null)
    expect(read).toEqual([true, false, true, false])
    await at.stop()
  })
})
