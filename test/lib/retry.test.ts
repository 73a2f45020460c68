import { describe, expect, test } from 'bun:test'
import { backoff, drawFrom } from '../../src/lib/retry.ts'

describe('backoff', () => {
  const rule = { base: 1000, cap: 60_000, jitter: 1 }

  test('doubles from the base up to the cap', () => {
    expect([1, 2, 3, 4, 7, 8, 5000].map((attempt) => Number(backoff(attempt, rule)))).toEqual([
      1000, 2000, 4000, 8000, 60_000, 60_000, 60_000,
    ])
  })
  test('the draw decides the upper half', () => {
    expect(Number(backoff(3, { ...rule, jitter: 0 }))).toBe(2000)
    expect(Number(backoff(3, { ...rule, jitter: 0.5 }))).toBe(3000)
  })
  test('a draw or attempt outside its range counts as the nearest one inside', () => {
    expect(Number(backoff(0, { ...rule, jitter: 7 }))).toBe(1000)
    expect(Number(backoff(1, { ...rule, jitter: -7 }))).toBe(500)
  })
})

test('a draw from a text is the same every time and spread over the whole range', () => {
  const draws = Array.from({ length: 1000 }, (_, i) => drawFrom(`job_${i}:1`))
  expect(drawFrom('job_1:1')).toBe(draws[1]!)
  expect(draws.every((draw) => draw >= 0 && draw <= 1)).toBe(true)
  const tenths = new Array(10).fill(0)
  for (const draw of draws) tenths[Math.min(9, Math.floor(draw * 10))]++
  expect(Math.min(...tenths)).toBeGreaterThan(60)
})
