import { expect, test } from 'bun:test'
import type { Millis } from '../../src/lib/brand.ts'
import { makeLimiter } from '../../src/lib/limiter.ts'

const start = (rule: { max: number; per: number; size?: number }) => {
  let now = 1_000_000
  const limiter = makeLimiter({ clock: { now: () => now as Millis }, ...rule })
  const pass = (time: number): void => {
    now += time
  }
  return { take: (key: string) => limiter.take(key), pass }
}

test('so many at once, then one for each share of the time', () => {
  const { take, pass } = start({ max: 5, per: 60_000 })
  for (let i = 0; i < 5; i++) expect(take('ani')).toEqual({ ok: true })
  expect(take('ani')).toEqual({ ok: false, retryAfter: 12_000 as Millis })
  pass(11_999)
  expect(take('ani')).toEqual({ ok: false, retryAfter: 1 as Millis })
  pass(1)
  expect(take('ani')).toEqual({ ok: true })
  expect(take('ani').ok).toBe(false)
})

test('after the whole time the bucket is full again, and no fuller', () => {
  const { take, pass } = start({ max: 3, per: 1000 })
  for (let round = 0; round < 3; round++) {
    expect(Array.from({ length: 4 }, () => take('ani').ok)).toEqual([true, true, true, false])
    pass(round === 0 ? 1000 : 1_000_000)
  }
})

test('one key does not pay for another', () => {
  const { take } = start({ max: 1, per: 1000 })
  expect(take('ani').ok).toBe(true)
  expect(take('budi').ok).toBe(true)
  expect(take('ani').ok).toBe(false)
})

test('waiting as long as told is enough, for any rule', () => {
  for (const max of [1, 3, 7, 9, 60]) {
    const { take, pass } = start({ max, per: 1000 })
    for (let i = 0; i < max; i++) take('ani')
    for (let i = 0; i < 50; i++) {
      const refused = take('ani')
      if (refused.ok) throw new Error(`take ${i} of max ${max} was not refused`)
      pass(refused.retryAfter)
      expect(take('ani').ok).toBe(true)
    }
  }
})

test('what it remembers is bounded: the key longest unused is forgotten first', () => {
  const { take } = start({ max: 2, per: 1000, size: 2 })
  for (const key of ['ani', 'budi', 'budi', 'ani', 'citra', 'citra']) expect(take(key).ok).toBe(true)
  expect(take('ani').ok).toBe(false)
  expect(take('citra').ok).toBe(false)
  expect(take('budi').ok).toBe(true)
})
