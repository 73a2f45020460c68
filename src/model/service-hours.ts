// When a person answers, and what may be promised because of it: time counts only while the shop's people are there. Pure.
import type { Millis } from '../lib/brand.ts'
import { DAY, MINUTE } from '../lib/clock.ts'

/** "09:00" to "21:00", the same day; "24:00" is its end. */
export type Span = { from: string; to: string }

export type ServiceHours = {
  /** Monday first, seven; null: nobody answers on that day. */
  days: (Span | null)[]
  /** So long an answer may take, in minutes of service. */
  answerMinutes: number
  /** So long after the seller's last word the bot has the chat again. */
  backHours: number
}

/** What a customer is told: the hours of the day that it falls on, and the moment itself. */
export type Promised = Span & { dueAt: Millis }

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/
export const isClock = (text: string): boolean => CLOCK.test(text)

export const minutesOf = (text: string): number => {
  const [hours = 0, minutes = 0] = text.split(':').map(Number)
  return hours * 60 + minutes
}

/** A day is either closed or open for a while; a week has a day that is open. */
export const isServiceWeek = (days: (Span | null)[]): boolean =>
  days.length === 7 &&
  days.some((day) => day !== null) &&
  days.every(
    (day) =>
      day === null ||
      (isClock(day.from) &&
        (isClock(day.to) || day.to === '24:00') &&
        minutesOf(day.to) - minutesOf(day.from) >= 30),
  )

/** `ahead`: what the shop's zone is ahead of UTC. `times`: how many answer times are granted. */
type Asked = { now: Millis; ahead: Millis; times?: number }

/** Longer than any answer time takes, were a shop open half an hour a week. */
const MOST_DAYS = 3000

export const promiseOf = (hours: ServiceHours, { now, ahead, times = 1 }: Asked): Promised => {
  let left = hours.answerMinutes * MINUTE * times
  const first = Math.floor((now + ahead) / DAY)
  for (let day = first; day < first + MOST_DAYS; day++) {
    const span = spanOf(hours, day)
    if (!span) continue
    const midnight = day * DAY - ahead
    const from = Math.max(now, midnight + minutesOf(span.from) * MINUTE)
    const to = midnight + minutesOf(span.to) * MINUTE
    if (to <= from) continue
    // To the whole minute, since that is what is said.
    if (to - from >= left) return { ...span, dueAt: (Math.ceil((from + left) / MINUTE) * MINUTE) as Millis }
    left -= to - from
  }
  throw new Error('a shop without service hours promises nothing')
}

/** Whether somebody is there now. */
export const isServed = (hours: ServiceHours, { now, ahead }: Asked): boolean => {
  const day = Math.floor((now + ahead) / DAY)
  const span = spanOf(hours, day)
  const minute = Math.floor((now + ahead - day * DAY) / MINUTE)
  return span !== null && minute >= minutesOf(span.from) && minute < minutesOf(span.to)
}

/** Days count from 1970, which began on a Thursday. */
const spanOf = ({ days }: ServiceHours, day: number): Span | null => days[(day + 3) % 7] ?? null
