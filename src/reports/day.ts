// Days as a shop counts them. Indonesia's three time zones know no summer time, so a day is always 24 hours.
import type { Millis } from '../lib/brand.ts'
import { DAY, HOUR } from '../lib/clock.ts'
import type { ShopSettings } from '../model/shop.ts'

export type Timezone = ShopSettings['timezone']
/** YYYY-MM-DD. */
export type Day = string

const AHEAD: Readonly<Record<Timezone, number>> = {
  'Asia/Jakarta': 7 * HOUR,
  'Asia/Makassar': 8 * HOUR,
  'Asia/Jayapura': 9 * HOUR,
}

/** How far the zone's clock is ahead of UTC. */
export const ahead = (timezone: Timezone): number => AHEAD[timezone]

/** Days since 1 January 1970, by the zone's calendar. */
export const dayNumber = (at: Millis, timezone: Timezone): number => Math.floor((at + AHEAD[timezone]) / DAY)

const DAYS_OF_MONTH = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

export const dayOfNumber = (n: number): Day => new Date(n * DAY).toISOString().slice(0, 10)
export const dayOf = (at: Millis, timezone: Timezone): Day => dayOfNumber(dayNumber(at, timezone))

/** Its first moment; null for a text that names no day of the calendar. */
export const startOf = (day: Day, timezone: Timezone): Millis | null => {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)?.map(Number) ?? []
  if (!year || !month || !date || month > 12 || date > DAYS_OF_MONTH(year, month)) return null
  return (Date.UTC(year, month - 1, date) - AHEAD[timezone]) as Millis
}

export const startOfToday = (now: Millis, timezone: Timezone): Millis =>
  (dayNumber(now, timezone) * DAY - AHEAD[timezone]) as Millis

/** 1 January 1970 was a Thursday. */
const isWeekend = (day: number): boolean => [0, 6].includes((day + 4) % 7)

/** The day that lies so many business days after another; holidays are not known here. */
export const businessDaysAfter = (day: number, count: number): number => {
  let at = day
  for (let left = count; left > 0; ) {
    at += 1
    if (!isWeekend(at)) left -= 1
  }
  return at
}
