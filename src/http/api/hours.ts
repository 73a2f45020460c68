// A shop's service hours as they come in and go out.
import * as v from 'valibot'
import { isServiceWeek } from '../../model/service-hours.ts'

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))
const Clock = v.pipe(v.string(), v.regex(/^([01]\d|2[0-4]):[0-5]\d$/, 'Expected a time such as 09:00'))

/** When people answer: Monday first, null for a day without service. */
export const hours = v.strictObject({
  days: v.pipe(
    v.array(v.nullable(v.strictObject({ from: Clock, to: Clock }))),
    v.check(
      isServiceWeek,
      'Expected seven days, one of them open, each at least half an hour long, none running into the next',
    ),
  ),
  answerMinutes: whole(15, 1440),
  backHours: whole(1, 168),
})
