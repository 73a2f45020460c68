// When a person answers, and what may be promised because of it: time counts only while the shop's people are there. Pure.
import type { Millis } from '../lib/brand.ts'
import { DAY, MINUTE } from '../lib/clock.ts'

/** "09:00" to "21:00", the same day, "24:00" is its end; "18:00" to "02:00" goes on into the next. */
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

const DAY_LONG = 24 * 60
const LEAST = 30
/** Later than this nobody's evening ends: the two were mixed up. */
const LATEST = 6 * 60

/** Minutes from the day's own midnight; a span that goes on into the next day ends beyond its end. */
const boundsOf = ({ from, to }: Span): { from: number; to: number } => {
  const [begin, end] = [minutesOf(from), minutesOf(to)]
  return { from: begin, to: end <= begin && end <= LATEST ? end + DAY_LONG : end }
}

const isSpan = ({ from, to }: Span): boolean => {
  if (!isClock(from) || !(isClock(to) || to === '24:00') || from === to) return false
  const bounds = boundsOf({ from, to })
  return bounds.to - bounds.from >= LEAST
}

/** A day is either closed or open for a while, and none runs into the next one's hours; a week has a day that is open. */
export const isServiceWeek = (days: (Span | null)[]): boolean =>
  days.length === 7 &&
  days.some((day) => day !== null) &&
  days.every((day, at) => {
    if (day === null) return true
    const next = days[(at + 1) % 7] ?? null
    return isSpan(day) && (next === null || boundsOf(day).to <= DAY_LONG + minutesOf(next.from))
  })

/** `ahead`: what the shop's zone is ahead of UTC. `times`: how many answer times are granted. */
type Asked = { now: Millis; ahead: Millis; times?: number }

/** Longer than any answer time takes, were a shop open half an hour a week. */
const MOST_DAYS = 3000

export const promiseOf = (hours: ServiceHours, { now, ahead, times = 1 }: Asked): Promised => {
  let left = hours.answerMinutes * MINUTE * times
  const first = Math.floor((now + ahead) / DAY)
  // An evening of the day before may still last.
  for (let day = first - 1; day < first + MOST_DAYS; day++) {
    const span = spanOf(hours, day)
    if (!span) continue
    const midnight = day * DAY - ahead
    const bounds = boundsOf(span)
    const from = Math.max(now, midnight + bounds.from * MINUTE)
    const to = midnight + bounds.to * MINUTE
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
  return [day - 1, day].some((one) => {
    const span = spanOf(hours, one)
    const minute = Math.floor((now + ahead - one * DAY) / MINUTE)
    return span !== null && minute >= boundsOf(span).from && minute < boundsOf(span).to
  })
}

/** Days count from 1970, which began on a Thursday. */
const spanOf = ({ days }: ServiceHours, day: number): Span | null => days[(day + 3) % 7] ?? null
