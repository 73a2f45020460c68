// What a shop may promise now, by its service hours.
import type { Millis } from '../lib/brand.ts'
import { MINUTE } from '../lib/clock.ts'
import { DEFAULTS } from '../model/defaults.ts'
import { type Promised, promiseOf, type ServiceHours } from '../model/service-hours.ts'
import type { Shop } from '../model/shop.ts'
import { zoneOffset } from '../text/format.ts'

export const hoursOf = ({ settings }: Pick<Shop, 'settings'>): ServiceHours =>
  settings.hours ?? DEFAULTS.hours

export const promiseNow = (shop: Pick<Shop, 'settings'>, now: Millis, times = 1): Promised =>
  promiseOf(hoursOf(shop), { now, ahead: zoneOffset(shop.settings.timezone), times })

/** How one that was made is said again: with the hours of the day that it falls on. */
export const promisedAt = (shop: Pick<Shop, 'settings'>, dueAt: Millis): Promised => {
  const ahead = zoneOffset(shop.settings.timezone)
  const { from, to } = promiseOf(
    { ...hoursOf(shop), answerMinutes: 0 },
    { now: (dueAt - MINUTE) as Millis, ahead },
  )
  return { from, to, dueAt }
}
