// What two balances say about a sending without an answer.
import { describe, expect, test } from 'bun:test'
import { type Evidence, hintOf } from '../../src/model/evidence.ts'

const hint = (before: string, after: string, cost: string, others: string[] = []) =>
  hintOf({ before, after, cost, others } satisfies Evidence)

describe('a hint', () => {
  test.each([
    ['100.84292', '100.56473', '0.27819'],
    ['100000', '91000', '9000'],
    ['100000', '90500', '9000'],
    ['100000', '91900', '9000'],
    ['9000', '0', '9000'],
    ['5', '-4', '9'],
  ])('%s → %s for %s: probably taken, a moved rate allowed for', (before, after, cost) => {
    expect(hint(before, after, cost)).toBe('probablyTaken')
  })

  test.each([
    ['100.84292', '100.84292', '0.27819'],
    ['100000', '100000', '9000'],
    ['100000', '100000.00', '9000'],
  ])('%s → %s for %s: probably not taken', (before, after, cost) => {
    expect(hint(before, after, cost)).toBe('probablyNotTaken')
  })

  test.each([
    ['topped up', '100000', '200000', '9000'],
    ['half of it', '100000', '95500', '9000'],
    ['twice of it', '100000', '82000', '9000'],
    ['a little, as for somebody else', '100000', '99950', '9000'],
    ['cheaper than what the panel shows', '100', '100', '0.9'],
    ['about as cheap as what the panel shows', '100.84', '100.83', '0.01'],
    ['unreadable', 'many', '91000', '9000'],
    ['for nothing', '100', '100', '0'],
  ])('%s: says nothing', (_why, before, after, cost) => {
    expect(hint(before, after, cost)).toBeUndefined()
  })

  test('what others cost in between is taken off first, and makes it vaguer', () => {
    expect(hint('100000', '73000', '9000', ['18000'])).toBe('probablyTaken')
    expect(hint('100000', '82000', '9000', ['18000'])).toBe('probablyNotTaken')
    expect(hint('100000', '910000', '9000', ['18000'])).toBeUndefined()
    expect(hint('100000', '10000', '9000', ['81000'])).toBeUndefined()
    expect(hint('100000', '91000', '9000', ['unreadable'])).toBeUndefined()
  })
})
