// "Until when?" as sellers write it: "22.00", "besok 8.00", "3 jam", "senin jam 7 pagi", "25/12 08.00". Read in the shop's own zone; a
// time of day that is over today means tomorrow. Pure; what can't be read is null, never a guess.
import type { Millis } from '../../lib/brand.ts'
import { DAY, HOUR, MINUTE } from '../../lib/clock.ts'
import { type Timezone, zoneOffset } from '../../text/format.ts'

type When = { now: Millis; timezone: Timezone }

/** Longer than this nobody closes a shop by a word in a chat. */
const MOST = 366 * DAY

export const readUntil = (text: string, when: When): Millis | null => {
  const words = plain(text)
  if (words === '' || words.length > 60) return null
  const at = span(words, when) ?? moment(words, when)
  if (at === null || at <= when.now || at - when.now > MOST) return null
  return at as Millis
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[,!?]+(?=\s|$)/g, ' ')
    .replace(
      /\b(?:sampai|sampe|hingga|s\.?d\.?|until|till|to|selama|for|dulu|ya|kak|at|pukul|jam(?=\s*\d+(?:[.:]\d|\s*(?:pagi|siang|sore|malam|$)|$)))\b\.?/g,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .trim()

const UNITS: [RegExp, number][] = [
  [/^(?:menit|mnt|m|min|mins|minutes?)$/, MINUTE],
  [/^(?:jam|j|h|hrs?|hours?)$/, HOUR],
  [/^(?:hari|hr|d|days?)$/, DAY],
  [/^(?:minggu|pekan|weeks?|w)$/, 7 * DAY],
]

/** "3 jam", "1,5 jam", "90m", "setengah jam", "sejam", "2 jam 30 menit". */
const span = (words: string, { now }: When): number | null => {
  const counted = words
    .replace(/\bsetengah\b|\bhalf an?\b/g, '0.5 ')
    .replace(/\bse(?=jam\b|hari\b|minggu\b|pekan\b)/g, '1 ')
    .replace(/\ban?\s+(?=hour|day|week)/g, '1 ')
    .replace(/(\d),(\d)/g, '$1.$2')
    .trim()
  if (!/^(?:\d+(?:\.\d+)?\s*[a-z]+\s*)+$/.test(counted)) return null
  let all = 0
  for (const [, count = '', unit = ''] of counted.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+)/g)) {
    const size = UNITS.find(([pattern]) => pattern.test(unit))?.[1]
    if (size === undefined) return null
    all += Number(count) * size
  }
  return now + all
}

const CLOCK =
  /(?:^|\s)(\d{1,2})(?:[.:](\d{2}))?\s*(am|pm|pagi|siang|sore|malam|wib|wita|wit)?(?:\s*(?:wib|wita|wit))?$/

type Clock = { ms: number; rest: string }

/** The hour at the end of the words. */
const clockIn = (words: string): Clock | null => {
  const found = CLOCK.exec(words)
  if (!found) return null
  const [, h = '', m = '0', part = ''] = found
  const hour = hourOf(Number(h), part)
  const minute = Number(m)
  if (hour === null || minute > 59) return null
  return { ms: hour * HOUR + minute * MINUTE, rest: words.slice(0, found.index).trim() }
}

/** "8 malam" is 20, "12 malam" midnight, "1 siang" 13. */
const hourOf = (hour: number, part: string): number | null => {
  if (hour > 24) return null
  const whole = hour === 24 ? 0 : hour
  if (!/^(?:am|pm|pagi|siang|sore|malam)$/.test(part)) return hour === 24 ? 24 : hour
  if (whole > 12) return whole
  if (part === 'am' || part === 'pagi') return whole === 12 ? 0 : whole
  if (part === 'siang') return whole < 7 ? whole + 12 : whole
  if (part === 'malam') return whole === 12 ? 24 : whole + 12
  return whole === 12 ? 12 : whole + 12
}

const WEEKDAYS: [RegExp, number][] = [
  [/^(?:minggu|ahad|sunday|sun)$/, 0],
  [/^(?:senin|monday|mon)$/, 1],
  [/^(?:selasa|tuesday|tue)$/, 2],
  [/^(?:rabu|wednesday|wed)$/, 3],
  [/^(?:kamis|thursday|thu)$/, 4],
  [/^(?:jum'?at|friday|fri)$/, 5],
  [/^(?:sabtu|saturday|sat)$/, 6],
]
const MONTHS = /^(jan|feb|mar|apr|mei|may|jun|jul|agu|aug|sep|okt|oct|nov|des|dec)/
const MONTH_NUMBERS: Record<string, number> = {
  jan: 0,
  feb: 1,
  mar: 2,
  apr: 3,
  mei: 4,
  may: 4,
  jun: 5,
  jul: 6,
  agu: 7,
  aug: 7,
  sep: 8,
  okt: 9,
  oct: 9,
  nov: 10,
  des: 11,
  dec: 11,
}

/** Midnight of the day meant, as if the shop's zone were UTC; `named` days without an hour open at midnight. */
const moment = (words: string, { now, timezone }: When): number | null => {
  const offset = zoneOffset(timezone)
  const local = now + offset
  const today = Math.floor(local / DAY) * DAY
  const named = dayNamed(words, today)
  if (named !== null) return named - offset
  const clock = clockIn(words)
  if (!clock) return null
  if (clock.rest === '') {
    const at = today + clock.ms
    return (at <= local ? at + DAY : at) - offset
  }
  const day = dayNamed(clock.rest, today)
  if (day !== null) return day + clock.ms - offset
  return /^(?:hari ini|nanti|today|tonight|malam ini|ini)$/.test(clock.rest)
    ? today + clock.ms - offset
    : null
}

const dayNamed = (words: string, today: number): number | null => {
  if (/^(?:besok|bsk|besuk|tomorrow)$/.test(words)) return today + DAY
  if (/^(?:lusa|day after tomorrow)$/.test(words)) return today + 2 * DAY
  const weekday = WEEKDAYS.find(([pattern]) => pattern.test(words.replace(/^(?:hari|on|next)\s+/, '')))?.[1]
  if (weekday === undefined) return dateNamed(words, today)
  const ahead = (weekday - new Date(today).getUTCDay() + 7) % 7
  return today + (ahead === 0 ? 7 : ahead) * DAY
}

/** "25/12", "25-12-2026", "25 des", "tgl 25 desember 2026". */
const dateNamed = (words: string, today: number): number | null => {
  const bare = words.replace(/^(?:tanggal|tgl|on)\.?\s+/, '')
  const figures = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}))?$/.exec(bare)
  if (figures) return dateOf(Number(figures[1]), Number(figures[2]) - 1, { year: figures[3], today })
  const written = /^(\d{1,2})\s+([a-z]{3,9})(?:\s+(\d{4}))?$/.exec(bare)
  const month = MONTH_NUMBERS[MONTHS.exec(written?.[2] ?? '')?.[1] ?? '']
  return written && month !== undefined
    ? dateOf(Number(written[1]), month, { year: written[3], today })
    : null
}

const dateOf = (
  day: number,
  month: number,
  { year, today }: { year: string | undefined; today: number },
): number | null => {
  const of = (one: number): number | null => {
    const at = Date.UTC(one, month, day)
    const date = new Date(at)
    return date.getUTCMonth() === month && date.getUTCDate() === day ? at : null
  }
  if (year) return of(Number(year))
  const first = new Date(today).getUTCFullYear()
  const here = of(first)
  return here !== null && here <= today ? of(first + 1) : here
}
