// Window numbers: placed services stand where the seller put them, and everybody else's number follows from the trade.
import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { numbersOf, placedIn } from '../../src/catalog/numbers.ts'

const services = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: `sv_${i + 1}`, mid: i + 1 }))

const shown = (window: Record<string, string>, count = 12): number[] => {
  const all = services(count)
  const numbers = numbersOf({ window }, all)
  return all.map((service) => numbers.of(service))
}

describe('numbers', () => {
  test('without a window each has its own', () => {
    expect(shown({})).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  })

  test('a service on another’s number trades with it', () => {
    expect(shown({ '1': 'sv_11' })).toEqual([11, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1, 12])
    expect(shown({ '1': 'sv_2', '2': 'sv_1' }, 3)).toEqual([2, 1, 3])
    expect(shown({ '5': 'sv_5' }, 5)).toEqual([1, 2, 3, 4, 5])
  })

  test('who is pushed off by somebody pushed on takes the number that came free', () => {
    // 11 on 1, and 1 itself on 2: service 2 lands on 11.
    expect(shown({ '1': 'sv_11', '2': 'sv_1' })).toEqual([2, 11, 3, 4, 5, 6, 7, 8, 9, 10, 1, 12])
    // round in a ring
    expect(shown({ '1': 'sv_2', '2': 'sv_3', '3': 'sv_1' }, 3)).toEqual([3, 1, 2])
  })

  test('a placed service that is gone leaves the number to its own; placed twice, the lower number counts', () => {
    expect(shown({ '1': 'sv_99' }, 3)).toEqual([1, 2, 3])
    expect(shown({ '1': 'sv_3', '2': 'sv_3' }, 3)).toEqual([3, 2, 1])
  })

  test('is asked for a page of services, given those of the window with them', () => {
    const window = { '1': 'sv_40' }
    expect(placedIn({ window })).toEqual(['sv_40'])
    const page = [{ id: 'sv_1', mid: 1 }]
    const numbers = numbersOf({ window }, [...page, { id: 'sv_40', mid: 40 }])
    expect(numbers.of({ id: 'sv_1', mid: 1 })).toBe(40)
    expect([numbers.at(1), numbers.at(40), numbers.at(2)]).toEqual(['sv_40', 'sv_1', undefined])
  })

  test('is always a permutation, the same in both directions, with every placed service in its place', () => {
    const placing = fc.uniqueArray(
      fc.tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 30 })),
      {
        maxLength: 10,
        selector: ([number]) => number,
      },
    )
    fc.assert(
      fc.property(placing, (pairs) => {
        const window = Object.fromEntries(pairs.map(([number, mid]) => [String(number), `sv_${mid}`]))
        const all = services(30)
        const numbers = numbersOf({ window }, all)
        const taken = all.map((service) => numbers.of(service))
        expect([...taken].sort((a, b) => a - b)).toEqual(all.map(({ mid }) => mid))
        for (const service of all) expect(numbers.at(numbers.of(service))).toBe(service.id)
        const once = pairs.filter(([, mid]) => pairs.filter(([, other]) => other === mid).length === 1)
        for (const [number, mid] of once) expect(taken[mid - 1]).toBe(number)
        const untouched = all.filter(({ mid }) => mid > 10 && !pairs.some(([, placed]) => placed === mid))
        for (const { mid } of untouched) expect(taken[mid - 1]).toBe(mid)
      }),
    )
  })
})
