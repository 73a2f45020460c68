// What became of something that stood before the seller: read from the order's own history. Pure.
import type { By, Order, OrderEvent } from '../model/order.ts'
import type { Shop } from '../model/shop.ts'
import { contextOf } from '../text/render/context.ts'
import type { Ending } from '../text/seller.ts'
import { sellerHow } from './cards.ts'

type What = Extract<Ending['what'], string>

/** Names of moves that are somebody's decision. */
const DECISIONS: Record<string, What> = {
  approved: 'approved',
  notAtPanel: 'notAtPanel',
  foundAtPanel: 'foundAtPanel',
  givenBack: 'givenBack',
  rerouted: 'rerouted',
  otherService: 'rerouted',
  declared: 'declared',
  customerWaits: 'customerWaits',
}

/** `base`: the standing that ended (see `standing.ts`). */
export const endingOf = (order: Order, { base, shop }: { base: string; shop: Shop }): Ending => {
  const claimed = /^claim:(.+):\d+$/.exec(base)?.[1]
  if (claimed) return endOfClaim(order, { attempt: claimed, shop })
  const began = Number(/^(?:unknown|held|idMissing):(\d+)$/.exec(base)?.[1] ?? 0)
  const after = order.events.filter(({ n }) => n > began)
  const decided = after.findLast(({ type }) => type in DECISIONS)
  const first = began > 0 ? after.find(({ type }) => type in DECISIONS) : decided
  return told(order, { event: first ?? after.findLast(({ to }) => to !== undefined), shop })
}

const told = (order: Order, { event, shop }: { event: OrderEvent | undefined; shop: Shop }): Ending => ({
  what: (event && DECISIONS[event.type]) ?? { state: order.state },
  who: event ? nameOf(event.by, shop) : '',
  at: event?.at ?? order.updatedAt,
})

/** The seller's word on a bill of their own QRIS; without one it was taken back, or paid another way. */
const endOfClaim = (order: Order, { attempt, shop }: { attempt: string; shop: Shop }): Ending => {
  const word = order.events.findLast(
    ({ type, data }) => (type === 'sellerWord' || type === 'notYet') && data?.['attempt'] === attempt,
  )
  if (!word) return told(order, { event: order.events.findLast(({ to }) => to !== undefined), shop })
  const whole = word.data?.['amount'] === order.bills[attempt]?.amount
  return {
    what: word.type === 'notYet' ? 'notYet' : whole ? 'received' : 'otherSum',
    who: nameOf(word.by, shop),
    at: word.at,
  }
}

/** Who decides in the chat: the shop's account, and which bound Telegram account it was. */
export const deskBy = ({ owner }: Pick<Shop, 'owner'>, user: number): By => `seller:${owner}:${user}`

export const nameOf = (by: By, shop: Shop): string => {
  const { who } = contextOf(sellerHow(shop, 0)).w.seller
  const [role, , user] = by.split(':')
  const bound = shop.bound.find((one) => String(one.user) === user)
  if (bound) return bound.name
  if (role === 'seller') return user ? `Telegram ${user}` : who.dashboard
  if (role === 'admin') return who.admin
  return role === 'customer' ? who.customer : role === 'system' ? who.system : ''
}
