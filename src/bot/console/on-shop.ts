// What a seller does with the shop as such in their chat: the desk, the report, closing and opening, the line for every sale, items,
// failed jobs.
import type { Millis } from '../../lib/brand.ts'
import { DEFAULTS } from '../../model/defaults.ts'
import type { OnShop } from '../../model/desk-action.ts'
import type { ShopSettings } from '../../model/shop.ts'
import { sellerHow } from '../../notices/cards.ts'
import { failedOf } from '../../notices/failed.ts'
import { renderSeller } from '../../text/seller.ts'
import type { Answered, DeskDeps, Seat } from './deps.ts'
import type { DeskCommand } from './heard.ts'
import { deskList } from './list.ts'
import { say } from './on-order.ts'
import { readUntil } from './until.ts'

export const onCommand = (
  deps: DeskDeps,
  seat: Seat,
  { command, rest }: { command: DeskCommand; rest: string },
): Promise<Answered> | Answered => {
  switch (command) {
    case 'help':
      return say(seat, { say: 'help' })
    case 'close':
      return rest === '' ? close(deps, seat) : closeUntil(deps, seat, rest)
    default:
      return onShop(deps, seat, command)
  }
}

export const onShop = async (deps: DeskDeps, seat: Seat, desk: OnShop): Promise<Answered> => {
  switch (desk) {
    case 'desk':
      return say(seat, { say: 'list', list: await deskList(deps, seat) })
    case 'report':
      return report(deps, seat)
    case 'mute':
    case 'unmute':
      return mute(deps, seat, desk === 'mute')
    case 'open':
      return open(deps, seat)
    case 'until':
      return { ...say(seat, { say: 'ask', ask: 'until' }), ask: { ask: 'until', about: { desk: 'until' } } }
    case 'leave':
      return say(seat, { say: 'left' })
    case 'failed':
      return failed(deps, seat)
  }
}

const report = async (deps: DeskDeps, seat: Seat): Promise<Answered> => {
  const figures = await deps.report(seat.shop)
  if (!figures) return say(seat, { say: 'again' })
  const percent = seat.shop.settings.gatewayFee ?? DEFAULTS.gatewayFee
  return say(seat, { say: 'report', figures, percent, until: seat.now })
}

const set = async (deps: DeskDeps, { shop }: Seat, change: (settings: ShopSettings) => ShopSettings) =>
  (await deps.store.shops.change(shop.id, (current) => ({
    ...current,
    settings: change(current.settings),
  }))) ?? shop

const mute = async (deps: DeskDeps, seat: Seat, muted: boolean): Promise<Answered> => {
  await set(deps, seat, ({ salesMuted: _, ...settings }) =>
    muted ? { ...settings, salesMuted: true } : settings,
  )
  return say(seat, { say: muted ? 'muted' : 'unmuted' })
}

/** Closed at once, open-ended; until when is a further word. */
const close = async (deps: DeskDeps, seat: Seat, until?: Millis): Promise<Answered> => {
  const closed = until === undefined ? {} : { until }
  await set(deps, seat, (settings) => ({ ...settings, closed }))
  const data = until === undefined ? {} : { data: { until: new Date(until).toISOString() } }
  await deps.note({ shop: seat.shop.id, by: seat.by, what: 'shop.closed', ...data })
  return say(seat, { say: 'closed', ...closed })
}

/** A word that names no time closes nothing: it is asked about. */
export const closeUntil = async (deps: DeskDeps, seat: Seat, text: string): Promise<Answered> => {
  const { timezone } = seat.shop.settings
  const until = readUntil(text, { now: seat.now, timezone })
  if (until !== null) return close(deps, seat, until)
  return { ...say(seat, { say: 'unread', ask: 'until' }), ask: { ask: 'until', about: { desk: 'until' } } }
}

/** A shop put back from a copy is opened where it can be looked over: on the dashboard. */
const open = async (deps: DeskDeps, seat: Seat): Promise<Answered> => {
  const shop = await set(deps, seat, ({ closed: _, ...settings }) => settings)
  await deps.note({ shop: shop.id, by: seat.by, what: 'shop.opened' })
  return say(seat, {
    say: 'opened',
    phase: await deps.phaseOf(shop),
    restored: shop.restored !== undefined,
  })
}

const failed = async (deps: DeskDeps, seat: Seat): Promise<Answered> => {
  const jobs = await failedOf(deps, seat.shop.id)
  if (jobs.length === 0) return say(seat, { say: 'noFailed' })
  return { replies: [renderSeller({ news: 'failedJobs', jobs }, sellerHow(seat.shop, seat.now))] }
}

/** Only a job of this shop, found anew by its mark. */
export const retry = async (deps: DeskDeps, seat: Seat, mark: string): Promise<Answered> => {
  const job = (await failedOf(deps, seat.shop.id)).find((one) => one.mark === mark)
  if (!job || !(await deps.store.jobs.revive(job.id, seat.now))) return say(seat, { say: 'notHere' })
  await deps.note({ shop: seat.shop.id, by: seat.by, what: 'job.revived', about: job.name })
  return say(seat, { say: 'retried' })
}
