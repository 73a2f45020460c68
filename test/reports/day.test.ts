// Days by the shop's clock, and the business days until a gateway pays out.
import { describe, expect, test } from 'bun:test'
import { businessDaysAfter, dayNumber, dayOf, startOf, startOfToday } from '../../src/reports/day.ts'

const utc = (text: string): number => Date.parse(text)

describe('a day', () => {
  test('begins at midnight of the shop, not of the server', () => {
    expect(dayOf(utc('2026-02-13T16:59:59Z'), 'Asia/Jakarta')).toBe('2026-02-13')
    expect(dayOf(utc('2026-02-13T17:00:00Z'), 'Asia/Jakarta')).toBe('2026-02-14')
    expect(dayOf(utc('2026-02-13T15:00:00Z'), 'Asia/Jayapura')).toBe('2026-02-14')
    expect(startOf('2026-02-14', 'Asia/Jakarta')).toBe(utc('2026-02-13T17:00:00Z'))
    expect(startOf('2026-02-14', 'Asia/Makassar')).toBe(utc('2026-02-13T16:00:00Z'))
    expect(startOfToday(utc('2026-02-14T03:00:00Z'), 'Asia/Jakarta')).toBe(utc('2026-02-13T17:00:00Z'))
  })

  test('is one of the calendar', () => {
    for (const none of [
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-1-1',
      '14-02-2026',
      '',
      '2026-02-14T00:00',
    ])
      expect(startOf(none, 'Asia/Jakarta')).toBeNull()
    expect(startOf('2028-02-29', 'Asia/Jakarta')).not.toBeNull()
  })
})

test('business days leave out Saturday and Sunday', () => {
  const day = (text: string) => dayNumber(utc(`${text}T05:00:00Z`), 'Asia/Jakarta')
  // 14 February 2026 is a Saturday.
  expect(businessDaysAfter(day('2026-02-09'), 3)).toBe(day('2026-02-12'))
  expect(businessDaysAfter(day('2026-02-12'), 3)).toBe(day('2026-02-17'))
  expect(businessDaysAfter(day('2026-02-14'), 3)).toBe(day('2026-02-18'))
})
