// Figures and times as customers read them: "Rp18.500", "2.000", "19.47 WIB, 22 Nov". Indonesia's zones have no summer time.
import type { Millis, Rupiah } from '../lib/brand.ts'
import { DAY, HOUR, MINUTE } from '../lib/clock.ts'
import { formatNumber, formatRupiah } from '../lib/money.ts'
import type { Language } from '../model/dialogue.ts'
import type { ShopSettings } from '../model/shop.ts'

export type Timezone = ShopSettings['timezone']

const ZONES: Record<Timezone, { name: string; hours: number }> = {
  'Asia/Jakarta': { name: 'WIB', hours: 7 },
  'Asia/Makassar': { name: 'WITA', hours: 8 },
  'Asia/Jayapura': { name: 'WIT', hours: 9 },
}

const MONTHS: Record<Language, string[]> = {
  id: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
}

const grouped = (text: string, language: Language): string =>
  language === 'id' ? text : text.replaceAll('.', ',')

/** Whole units: "2.000", in English "2,000". */
export const formatCount = (value: number, language: Language): string =>
  grouped(formatNumber(Math.trunc(value)), language)

export const formatMoney = (value: Rupiah, language: Language): string =>
  grouped(formatRupiah(value), language)

/** What a zone is ahead of UTC. */
export const zoneOffset = (zone: Timezone): Millis => (ZONES[zone].hours * HOUR) as Millis

const local = (at: Millis, zone: Timezone): Date => new Date(at + zoneOffset(zone))
const two = (value: number): string => String(value).padStart(2, '0')

/** "19.47 WIB" */
export const clockTime = (at: Millis, zone: Timezone): string => {
  const date = local(at, zone)
  return `${two(date.getUTCHours())}.${two(date.getUTCMinutes())} ${ZONES[zone].name}`
}

/** "19.47 WIB, 22 Nov" */
export const dayTime = (at: Millis, zone: Timezone, language: Language): string => {
  const date = local(at, zone)
  return `${clockTime(at, zone)}, ${date.getUTCDate()} ${MONTHS[language][date.getUTCMonth()]}`
}

/** The day is told only when it is not today's. */
export const moment = (at: Millis, how: { timezone: Timezone; language: Language; now: Millis }): string => {
  const day = (time: Millis) => Math.floor(local(time, how.timezone).getTime() / DAY)
  return day(at) === day(how.now) ? clockTime(at, how.timezone) : dayTime(at, how.timezone, how.language)
}

/** Hour of the day in the zone, 0–23. */
export const hourIn = (at: Millis, zone: Timezone): number => local(at, zone).getUTCHours()

const SPANS: Record<
  Language,
  { minutes: string; hours: [one: string, more: string]; days: [string, string] }
> = {
  id: { minutes: 'menit', hours: ['jam', 'jam'], days: ['hari', 'hari'] },
  en: { minutes: 'minutes', hours: ['hour', 'hours'], days: ['day', 'days'] },
}

/** "15 menit", "2 jam", "3 hari": rounded up, for what is said to take so long is waited for. */
export const duration = (ms: Millis, language: Language): string => {
  const { minutes, hours, days } = SPANS[language]
  const counted = (value: number, [one, more]: [string, string]) => `${value} ${value === 1 ? one : more}`
  if (ms <= 55 * MINUTE) return `${Math.max(5, Math.ceil(ms / MINUTE / 5) * 5)} ${minutes}`
  if (ms <= 47 * HOUR) return counted(Math.ceil(ms / HOUR), hours)
  return counted(Math.ceil(ms / DAY), days)
}
