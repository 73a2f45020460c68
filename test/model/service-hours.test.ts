// What may be promised: an answer time that counts only while somebody is there.
import { describe, expect, test } from 'bun:test'
import { HOUR, MINUTE } from '../../src/lib/clock.ts'
import { DEFAULTS } from '../../src/model/defaults.ts'
import { isServed, isServiceWeek, promiseOf, type ServiceHours } from '../../src/model/service-hours.ts'

const JAKARTA = 7 * HOUR
/** November 2026 in Jakarta; the 23rd is a Monday. */
const at = (day: number, hour: number, minute = 0) => Date.UTC(2026, 10, day, hour - 7, minute)
const told = (hours: ServiceHours, now: number, times = 1) => {
  const { dueAt, from, to } = promiseOf(hours, { now, ahead: JAKARTA, times })
  return [new Date(dueAt + JAKARTA).toISOString().slice(8, 16), from, to].join(' ')
}
const NINE = '09:00 21:00'

describe('by default, nine to nine and two hours', () => {
  test.each([
    ['within the hours', at(24, 10), `24T12:00 ${NINE}`],
    ['before they begin', at(24, 3), `24T11:00 ${NINE}`],
    ['after they have ended', at(24, 22), `25T11:00 ${NINE}`],
    ['at their very end', at(24, 21), `25T11:00 ${NINE}`],
    ['what is left of an evening counts, the rest the next morning', at(24, 20, 30), `25T10:30 ${NINE}`],
    ['to the last minute', at(24, 19), `24T21:00 ${NINE}`],
    ['over midnight of the zone, not of UTC', at(24, 6, 59), `24T11:00 ${NINE}`],
    ['seconds are rounded up', at(24, 10) + 1, `24T12:01 ${NINE}`],
  ])('%s', (_name, now, expected) => expect(told(DEFAULTS.hours, now)).toBe(expected))

  test('more answer times reach over days', () => {
    expect(told(DEFAULTS.hours, at(24, 10), 8)).toBe(`25T14:00 ${NINE}`)
  })
  test('somebody is there, or not', () => {
    const served = (now: number) => isServed(DEFAULTS.hours, { now, ahead: JAKARTA })
    expect([at(24, 9), at(24, 20, 59), at(24, 21), at(24, 8, 59)].map(served)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})

test('a day of its own, closed days, and the hours of the day it falls on', () => {
  const weekdays = { from: '08:00', to: '17:00' }
  const days = [weekdays, weekdays, weekdays, weekdays, { from: '08:00', to: '11:30' }, null, null]
  const hours = { days, answerMinutes: 60, backHours: 12 }
  expect(told(hours, at(27, 9))).toBe('27T10:00 08:00 11:30')
  expect(told(hours, at(27, 11))).toBe('30T08:30 08:00 17:00')
  expect(told(hours, at(28, 12))).toBe('30T09:00 08:00 17:00')
})

test('an evening that ends after midnight is one evening', () => {
  const evening = { from: '18:00', to: '02:00' }
  const days = [evening, evening, evening, evening, evening, null, null]
  const hours = { days, answerMinutes: 120, backHours: 12 }
  const span = '18:00 02:00'
  expect(isServiceWeek(days)).toBe(true)
  expect(told(hours, at(24, 23))).toBe(`25T01:00 ${span}`)
  expect(told(hours, at(25, 0, 30))).toBe(`25T18:30 ${span}`)
  expect(told(hours, at(25, 3))).toBe(`25T20:00 ${span}`)
  // Friday's evening goes on into Saturday, which has none of its own.
  expect(told(hours, at(27, 23, 30))).toBe(`28T01:30 ${span}`)
  expect(told(hours, at(28, 1))).toBe(`30T19:00 ${span}`)
  const served = (now: number) => isServed(hours, { now, ahead: JAKARTA })
  expect([at(25, 1, 59), at(25, 2), at(28, 1), at(28, 18), at(23, 1)].map(served)).toEqual([
    true,
    false,
    true,
    false,
    false,
  ])
  // What runs into the next day's own hours, or has no length, is no week.
  expect(isServiceWeek([evening, { from: '01:00', to: '05:00' }, null, null, null, null, null])).toBe(false)
  expect(isServiceWeek([{ from: '01:00', to: '05:00' }, null, null, null, null, null, evening])).toBe(false)
  expect(isServiceWeek([{ from: '09:00', to: '09:00' }, null, null, null, null, null, null])).toBe(false)
})

test('around the clock it is simply the time', () => {
  const hours = {
    days: Array.from({ length: 7 }, () => ({ from: '00:00', to: '24:00' })),
    answerMinutes: 240,
    backHours: 1,
  }
  for (let minute = 0; minute < 24 * 60; minute += 37) {
    const now = at(24, 0, minute)
    expect(promiseOf(hours, { now, ahead: JAKARTA }).dueAt).toBe(now + 240 * MINUTE)
  }
})

test('weeks that are none are refused', () => {
  const day = { from: '09:00', to: '21:00' }
  const week = (first: (typeof day | null)[]) =>
    isServiceWeek([...first, ...Array.from({ length: 6 }, () => null)])
  expect([week([day]), week([{ from: '00:00', to: '24:00' }])]).toEqual([true, true])
  for (const bad of [
    null,
    { from: '21:00', to: '09:00' },
    { from: '09:00', to: '09:10' },
    { from: '9', to: '21:00' },
    { from: '24:00', to: '24:00' },
    { from: '09:00', to: '25:00' },
    { from: '09:60', to: '21:00' },
  ])
    expect(week([bad])).toBe(false)
  expect(isServiceWeek([day])).toBe(false)
})
