// Rules 1, 5, 6 and 10 on one move of an order: what it was, what it became. The table is the one of the architecture, written here
// a second time so that a slip in the house's own is seen.
import type { Millis } from '../../../src/lib/brand.ts'
import { MINUTE } from '../../../src/lib/clock.ts'
import type { Order } from '../../../src/model/order.ts'
import { broke, type World } from '../world.ts'

const TABLE: Record<string, string> = {
  quoted: 'billing lapsed withdrawn',
  billing: 'awaitingPayment paid quoted withdrawn',
  awaitingPayment: 'paid held lapsed withdrawn',
  lapsed: 'paid closed',
  withdrawn: 'closed',
  paid: 'waiting submitting held unknown',
  waiting: 'submitting held closed unknown',
  submitting: 'submitted unknown held waiting paid',
  unknown: 'submitted held',
  held: 'submitting waiting closed unknown',
  submitted: 'completed partial stoppedByPanel',
  completed: 'partial stoppedByPanel closed',
  partial: 'closed',
  stoppedByPanel: 'closed',
  closed: '',
}
const DEPOSIT: Record<string, string> = { ...TABLE, paid: 'closed' }

type Pair = { before: Order; after: Order }

const byPerson = (by: string): boolean => by.startsWith('seller:') || by.startsWith('admin:')

const outcomes = (order: Order): string[] =>
  Object.values(order.submissions).flatMap(({ outcome }) => outcome ?? 'open')

/** Rule 5: along the table, one line a move, one version a write, no cause twice, nothing that was written vanishes. */
const table = (world: World, { before, after }: Pair): void => {
  const wrong = (text: string) => broke(world, 5, `${after.id}: ${text}`)
  const moved = before.state !== after.state
  const next = after.deposit ? DEPOSIT : TABLE
  if (moved && !next[before.state]?.split(' ').includes(after.state))
    wrong(`${before.state} → ${after.state}`)
  if (after.v !== before.v + 1) wrong(`version ${before.v} → ${after.v}`)
  const last = after.events.at(-1)
  if (moved && (last?.n !== after.v || last.from !== before.state || last.to !== after.state))
    wrong(`${before.state} → ${after.state} without its line`)
  for (const key of Object.keys(before.seen))
    if (after.seen[key] !== before.seen[key]) wrong(`cause ${key} changed`)
  for (const part of ['bills', 'submissions', 'refunds'] as const)
    for (const id of Object.keys(before[part])) if (!(id in after[part])) wrong(`${part} lost ${id}`)
  for (const [attempt, bill] of Object.entries(before.bills))
    if (bill.final && after.bills[attempt] && !after.bills[attempt].final)
      wrong(`${attempt} is no longer final`)
  for (const [id, { outcome, doubted }] of Object.entries(before.submissions))
    if (outcome && outcome !== 'unknown' && !doubted && after.submissions[id]?.outcome !== outcome)
      wrong(`${id} was ${outcome}, is ${after.submissions[id]?.outcome}`)
  for (const [id, { state, amount }] of Object.entries(before.refunds)) {
    const now = after.refunds[id]
    if (
      now &&
      (now.amount > amount ||
        (state === 'done' && now.amount !== amount) ||
        (state === 'done' && now.state !== 'done'))
    )
      wrong(`refund ${id} changed`)
  }
}

/** Rule 4: the price of a card never changes, and what saldo and bill pay is the price. */
const price = (world: World, { before, after }: Pair): void => {
  const { quote } = after
  if (quote.price !== before.quote.price)
    broke(world, 4, `${after.id}: ${before.quote.price} became ${quote.price}`)
  if (!after.deposit && quote.saldo + quote.toPay !== quote.price)
    broke(world, 4, `${after.id}: ${quote.saldo} + ${quote.toPay} is not ${quote.price}`)
}

/** Rule 6: out of `unknown` only by the panel's word on this sending or a person's; nothing is given back or sent while it lasts. */
const doubt = (world: World, { before, after }: Pair): void => {
  if (before.state !== 'unknown') return
  const last = after.events.at(-1)
  if (after.state === 'held' && !byPerson(last?.by ?? ''))
    broke(world, 6, `${after.id}: unknown → held by ${last?.by}`)
  if (after.state === 'submitted' && !byPerson(last?.by ?? '') && last?.by !== 'panel')
    broke(world, 6, `${after.id}: unknown → submitted by ${last?.by}`)
  if (Object.keys(after.refunds).length > Object.keys(before.refunds).length)
    broke(world, 6, `${after.id}: a refund while unknown`)
  // A restored copy gets the sending that it does not remember, with what the seller says of it.
  for (const [id, { outcome }] of Object.entries(after.submissions))
    if (!(id in before.submissions) && (outcome === undefined || !byPerson(last?.by ?? '')))
      broke(world, 6, `${after.id}: a sending while unknown`)
}

/** Rule 1, as the database has it. */
const once = (world: World, { after }: Pair): void => {
  const all = outcomes(after)
  if (all.filter((one) => one === 'accepted').length > 1) broke(world, 1, `${after.id}: two sendings taken`)
  if (all.filter((one) => one === 'open').length > 1) broke(world, 7, `${after.id}: two intents at once`)
}

/** Said yes to, and not in this very moment: two documents have no moment in common. */
const wasMeant = ({ state, events }: Order, now: Millis): boolean =>
  ['billing', 'awaitingPayment'].includes(state) &&
  events.some(({ to, at }) => to === 'billing' && at + MINUTE <= now)

/** Rule 10: what its customer had given up is never bought by money that came late. */
const late = (world: World, { before, after }: Pair): void => {
  if (after.state !== 'paid' || before.state === 'paid' || after.deposit) return
  const card = world.truth.cards.get(after.id)
  if (card?.left) broke(world, 10, `${after.id}: bought after its customer had left it`)
  if (before.state !== 'lapsed') return
  const twin = [...world.truth.orders.values()].find(
    (other) =>
      other.id !== after.id &&
      other.customer === after.customer &&
      other.quote.service === after.quote.service &&
      other.quote.link === after.quote.link &&
      other.createdAt > after.createdAt &&
      (other.events.some(({ to }) => to === 'paid') || wasMeant(other, world.clock.now())),
  )
  if (twin) broke(world, 10, `${after.id}: revived beside the newer ${twin.id}`)
}

export const checkMove = (world: World, pair: Pair): void => {
  for (const rule of [table, price, doubt, once, late]) rule(world, pair)
}
