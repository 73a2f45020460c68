// No message is lost, and nothing that only a person can end is hidden from that person.
import { HOUR, MINUTE } from '../../../src/lib/clock.ts'
import { needsOf } from '../../../src/model/attention.ts'
import type { Order } from '../../../src/model/order.ts'
import { broke, SELLER_USER, type World } from '../world.ts'
import { booksOf } from './money.ts'

const ENDED = ['completed', 'closed']

const toldOf = (world: World, chat: string, { number }: Order) =>
  world.truth.told.filter((one) => one.chat === chat && one.text.includes(number))

/** Whoever has paid hears how it ended. */
export const checkHeard = (world: World, order: Order): void => {
  const paid = order.events.some(({ to }) => to === 'paid')
  const end = order.events.findLast(({ to }) => ENDED.includes(to ?? ''))
  const { received, back } = booksOf(world, order)
  // Who has taken all of their money back is owed no word.
  if (!paid || order.deposit || !end || world.restored || (back > 0 && back === received)) return
  if (!toldOf(world, order.chat, order).some(({ at }) => at >= end.at))
    broke(world, 0, `${order.id}: ended in ${order.state}, and its customer was not told`)
}

/** What rests is on the seller's list, and the seller has been told of it. */
export const checkSeen = (world: World, order: Order): void => {
  if (ENDED.includes(order.state)) return
  const now = world.clock.now()
  const entered = order.events.findLast(({ to }) => to)?.at ?? order.createdAt
  const listed = needsOf(order, now).length > 0
  const mine = ['unknown', 'held', 'waiting'].includes(order.state)
  if (mine && !listed) broke(world, 0, `${order.id}: ${order.state}, and not on the seller's list`)
  if (!mine && now - entered > 26 * HOUR && !listed)
    broke(world, 0, `${order.id} rests in ${order.state} ${order.why ?? ''} where nobody sees it`)
  if (order.state === 'waiting' || order.state === 'held') {
    if ((order.deadline ?? 0) < now - 10 * MINUTE)
      broke(world, 0, `${order.id}: ${order.state}, and its deadline has passed`)
  }
  const told = toldOf(world, `4242:${SELLER_USER}`, order).some(({ at }) => at >= entered)
  if ((order.state === 'unknown' || order.state === 'held') && now - entered > 10 * MINUTE && !told)
    broke(world, 0, `${order.id}: ${order.state}, and its seller was not told`)
}
