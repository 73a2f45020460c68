// Brings one telling to its chat and writes down that it was told. A process killed between the two says it once more: a message twice
// is better than a message lost, and no telling moves money.
import type { Millis } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import { DAY, HOUR, MINUTE } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import type { Move } from '../model/flow.ts'
import type { JobResult } from '../model/job.ts'
import type { Order, Told } from '../model/order.ts'
import type { Outgoing } from '../model/say.ts'
import type { Store } from '../store/store.ts'
import { hourIn } from '../text/format.ts'
import { type How, renderNews } from '../text/render.ts'
import type { Channel, ChannelOf, EditOutcome, SendOutcome } from './channel.ts'
import { keyOf, type Telling } from './telling.ts'

export type DeliverDeps = {
  store: Pick<Store, 'orders'>
  clock: Clock
  log: Log
  channelOf: ChannelOf
}

/** `told`: written down, whatever became of the message. */
export type Delivery = 'told' | JobResult

/** Between these hours only what needs the customer makes a sound. */
const NIGHT = { from: 22, to: 7 }

export const isNight = (hour: number): boolean => hour >= NIGHT.from || hour < NIGHT.to

export const deliver = async (
  deps: DeliverDeps,
  order: Order,
  { telling, how }: { telling: Telling; how: How },
): Promise<Delivery> => {
  const channel = await deps.channelOf(order.shop, order.chat)
  if (!channel) return withoutChannel(order, how.now)
  const quiet = !telling.loud && isNight(hourIn(how.now, how.timezone))
  const message: Outgoing = { ...renderNews(telling.news, how), ...(quiet ? { silent: true } : {}) }
  const outcome = await bring(deps, channel, { order, telling, message })
  if (outcome.kind === 'later')
    return isOld(order, how.now) ? 'done' : { again: (how.now + outcome.ms) as Millis }
  if (outcome.kind === 'refused') {
    deps.log.error({ order: order.id, mark: telling.mark, detail: outcome.detail }, 'a message was refused')
    return { retry: `refused: ${outcome.detail}` }
  }
  const written = await record(deps, order, { telling, outcome })
  if (telling.replaces !== undefined && outcome.kind === 'sent')
    await channel.remove(order.chat, telling.replaces)
  return written
}

type Bringing = { order: Order; telling: Telling; message: Outgoing }

/** An edit whose message is gone becomes a new one, unless it only ended a bill that nobody can see any more. */
const bring = async (
  deps: DeliverDeps,
  channel: Channel,
  { order, telling, message }: Bringing,
): Promise<EditOutcome> => {
  if (telling.place !== 'edit' || !order.told) return channel.send(order.chat, message)
  const edited = await channel.edit(order.told.chat, order.told.messageId, message)
  if (edited.kind === 'gone') return message.picture ? edited : channel.send(order.chat, message)
  if (edited.kind !== 'refused') return edited
  deps.log.warn({ order: order.id, mark: telling.mark, detail: edited.detail }, 'an edit was refused')
  return message.picture ? edited : channel.send(order.chat, message)
}

type Brought = Exclude<EditOutcome | SendOutcome, { kind: 'later' } | { kind: 'refused' }>

const toldBy = (
  order: Order,
  { telling, outcome }: { telling: Telling; outcome: Brought },
): Told | undefined => {
  if (telling.place === 'aside' || outcome.kind === 'blocked') return order.told
  if (outcome.kind === 'sent')
    return { chat: order.chat, messageId: outcome.messageId, news: telling.mark, v: order.v }
  return order.told && { ...order.told, news: telling.mark, v: order.v }
}

const record = async (
  deps: DeliverDeps,
  order: Order,
  said: { telling: Telling; outcome: Brought },
): Promise<Delivery> => {
  const key = keyOf(said.telling.mark)
  const blocked: Partial<Move> = { type: 'unreachable', quiet: false, data: { news: said.telling.news.news } }
  const moved = await deps.store.orders.advance(order.shop, order.id, (current) => ({
    type: 'told',
    by: 'system',
    quiet: true,
    key,
    patch: { told: toldBy({ ...order, told: current.told }, said) },
    ...(said.outcome.kind === 'blocked' ? blocked : {}),
  }))
  return moved.ok || moved.reason === 'repeated' ? 'told' : { retry: `not written: ${moved.reason}` }
}

/** Old news is no news; and no job waits for ever for a bot that does not answer again. */
export const isOld = (order: Pick<Order, 'updatedAt'>, now: Millis): boolean => now - order.updatedAt >= DAY

/** The shop has no bot now: fresh news waits for one. */
const withoutChannel = (order: Order, now: Millis): JobResult => {
  if (isOld(order, now)) return 'done'
  return { again: (now + (now - order.updatedAt < HOUR ? MINUTE : 15 * MINUTE)) as Millis }
}
