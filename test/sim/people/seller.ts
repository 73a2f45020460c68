// The seller: looks at the panel and tells the truth, sends again or elsewhere, gives back by any way, says how an order ended when its
// panel does not, and settles what only they can.
import { MINUTE } from '../../../src/lib/clock.ts'
import type { Order } from '../../../src/model/order.ts'
import type { Deed, Weighed } from '../deeds.ts'
import { alive, begin } from '../run.ts'
import { SELLER, SHOP, type World } from '../world.ts'

const inStates = (world: World, states: string[]): Order[] =>
  [...world.truth.orders.values()].filter(({ state, deposit }) => !deposit && states.includes(state))

const by = (order: Order) => ({ shop: SHOP, order: order.id, by: SELLER, reason: 'looked' })

/** No request can still be under way: only then does an honest look at the panel tell. */
const isOver = (world: World, order: Order): boolean =>
  world.truth.sendings.every((one) => one.order !== order.id || one.at + 3 * MINUTE < world.clock.now())

/** A careless seller overlooks what runs at a panel; one that refuses a second order on the link tells them. */
const overlooks = (world: World, order: Order, panel: string): boolean => {
  const there = world.panels.get(panel)
  const runs = there?.rows.some(
    (row) => row.order.quantity === order.quote.quantity && there.running(row.order),
  )
  return world.traits.mistaken && there?.state.refusesTwins === true && runs === true && world.chance.may(0.5)
}

export const looks = async (world: World, order: Order): Promise<void> => {
  if (!isOver(world, order)) return
  const found = world.truth.sendings.find((one) => one.order === order.id && one.took !== undefined)
  const missing = order.state === 'submitted'
  if (found && !missing && overlooks(world, order, found.panel)) {
    const card = world.truth.cards.get(order.id)
    if (card) card.mistaken = true
    return deny(world, order)
  }
  const panelId = found?.took
  if (panelId === undefined) return missing ? endsIt(world, order) : deny(world, order)
  const wrong = world.chance.may(0.1) && world.trouble > 0 ? '77' : panelId
  begin(world, alive(world), {
    name: `seller: taken ${wrong} ${order.id}`,
    start: ({ decisions }) => decisions.taken({ ...by(order), panelId: wrong }),
  })
}

/** The panel called it a duplicate of what is not there: it never ran. */
const endsIt = (world: World, order: Order): void =>
  begin(world, alive(world), {
    name: `seller: declare stopped ${order.id}`,
    start: ({ decisions }) => decisions.declare({ ...by(order), ended: 'stoppedByPanel' }),
  })

const deny = (world: World, order: Order): void => {
  const how = world.chance.one(['notTaken', 'sendAgain', 'notTakenGiveBack'] as const)
  const card = world.truth.cards.get(order.id)
  if (how === 'sendAgain' && card) card.approved = true
  begin(world, alive(world), {
    name: `seller: ${how} ${order.id}`,
    start: ({ decisions }) => decisions[how](by(order)),
  })
}

/** What nobody knows, and what runs under a number that nobody knows. */
export const isOpenQuestion = ({ state, why }: Order): boolean =>
  state === 'unknown' || (state === 'submitted' && why === 'idMissing')

const looksAtOne: Deed = async (world) => {
  const orders = [...world.truth.orders.values()].filter(isOpenQuestion)
  if (orders.length === 0) return false
  await looks(world, world.chance.one(orders))
  return true
}

const sendsOne: Deed = async (world) => {
  const orders = inStates(world, ['held', 'waiting'])
  if (orders.length === 0) return false
  const order = world.chance.one(orders)
  const card = world.truth.cards.get(order.id)
  if (card) card.approved = true
  const elsewhere = world.chance.may(0.3)
  begin(world, alive(world), {
    name: `seller: send ${elsewhere ? 'elsewhere ' : ''}${order.id}`,
    start: ({ decisions }) =>
      elsewhere
        ? decisions.otherService({ ...by(order), service: world.chance.one(['sv_2', 'sv_3']) })
        : decisions.approve(by(order)),
  })
  return true
}

const givesBack: Deed = async (world) => {
  const orders = inStates(world, ['held', 'waiting', 'unknown', 'submitted'])
  if (orders.length === 0) return false
  const order = world.chance.one(orders)
  const to = world.chance.one(['saldo', 'saldo', 'gateway', 'hand'] as const)
  const note = to === 'hand' && world.chance.may(0.5) ? { note: 'by bank' } : {}
  begin(world, alive(world), {
    name: `seller: give back ${to} ${order.id}`,
    start: ({ decisions }) => decisions.giveBack({ ...by(order), to, ...note }),
  })
  return true
}

const declares: Deed = async (world) => {
  const orders = inStates(world, ['submitted'])
  if (orders.length === 0) return false
  const order = world.chance.one(orders)
  const ended = world.chance.one(['completed', 'partial', 'stoppedByPanel'] as const)
  const remains = 1 + world.chance.below(order.quote.quantity)
  begin(world, alive(world), {
    name: `seller: declare ${ended} ${order.id}`,
    start: ({ decisions }) =>
      decisions.declare({ ...by(order), ended, ...(ended === 'partial' ? { remains } : {}) }),
  })
  return true
}

const hasOpenRefund = ({ refunds }: Order): boolean =>
  Object.values(refunds).some(({ state, to }) => state === 'failed' || (state === 'due' && to === 'hand'))

const isStray = ({ money }: Order): boolean =>
  Object.values(money).some(
    ({ kind, state }) => state === 'due' && (kind === 'chargeback' || kind === 'otherCurrency'),
  )

/** What a gateway refused to give back, or was to be paid by hand. */
const retry = (world: World, order: Order): void => {
  const to = world.trouble === 0 ? 'saldo' : world.chance.one(['saldo', 'gateway', 'hand'] as const)
  begin(world, alive(world), {
    name: `seller: refund again ${to} ${order.id}`,
    start: ({ decisions }) =>
      decisions.retryRefund({ ...by(order), to, ...(to === 'hand' ? { note: 'by bank' } : {}) }),
  })
}

const book = (world: World, order: Order): void =>
  begin(world, alive(world), {
    name: `seller: booked ${order.id}`,
    start: ({ decisions }) => decisions.bookStray(by(order)),
  })

const retriesOne: Deed = async (world) => {
  const orders = [...world.truth.orders.values()].filter(hasOpenRefund)
  if (orders.length === 0) return false
  retry(world, world.chance.one(orders))
  return true
}

/** All that is left to a person's decision. */
export const decideAll = async (world: World): Promise<void> => {
  for (const order of world.truth.orders.values()) {
    if (isOpenQuestion(order)) await looks(world, order)
    if (hasOpenRefund(order)) retry(world, order)
    if (isStray(order)) book(world, order)
  }
}

export const sellerDeeds: Weighed[] = [
  [1.5, looksAtOne],
  [1, sendsOne],
  [0.6, givesBack],
  [0.3, declares],
  [0.5, retriesOne],
]
