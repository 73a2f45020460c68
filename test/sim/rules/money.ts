// Rule 3: where every rupiah of an order is, by the books of the outside. At every moment no more has gone out than came in; at rest
// what came in and did not go out is with the panel's work.
import type { OrderId, Rupiah } from '../../../src/lib/brand.ts'
import type { Order } from '../../../src/model/order.ts'
import { givenBy } from '../bank.ts'
import { entriesOf, sum } from '../truth.ts'
import { broke, type World } from '../world.ts'

export type Books = {
  /** Rupiah at the bank for this order's bills, gross. */
  received: Rupiah
  /** What left again on the bank's side without our asking. */
  back: Rupiah
  /** Saldo spent on it. */
  spent: Rupiah
  /** Put into saldo for it. */
  credited: Rupiah
  /** Given back outside: by the gateway at our asking, by the seller's hand. */
  outside: Rupiah
  /** The price of what the panel delivered or is delivering, by its own book as far as it told us. */
  kept: Rupiah
}

const billsOf = (world: World, order: OrderId) =>
  [...world.bank.bills.values()].filter(({ request }) => request.attempt.replace(/-\d+$/, '') === order)

const partOf = (price: Rupiah, quantity: number, remains: number): Rupiah =>
  Math.floor((price * Math.min(Math.max(remains, 0), quantity)) / quantity)

/** What the panel's work on it is worth; by the last word that reached us, for nobody can pay back by a word not heard. */
const kept = (world: World, order: Order): Rupiah => {
  const { price, quantity } = order.quote
  const took = world.truth.sendings.filter((one) => one.order === order.id && one.took !== undefined)
  if (took.length === 0 || order.deposit) return 0
  const row = took.map((one) => world.panels.get(one.panel)?.rows.find(({ id }) => id === one.took)).at(-1)
  const last = order.events.findLast(({ to }) =>
    ['completed', 'partial', 'stoppedByPanel'].includes(to ?? ''),
  )
  if (!last) return price
  if (last.to === 'completed') return price
  if (last.to === 'stoppedByPanel') return 0
  const remains = last.type === 'declared' ? order.progress?.remains : row?.told?.remains
  return price - partOf(price, quantity, remains ?? 0)
}

/** By a hand of the seller's: nobody else sees it, so the order's own entry counts. */
const byHand = ({ refunds }: Order): Rupiah =>
  sum(Object.values(refunds).map(({ to, state, amount }) => (to === 'hand' && state === 'done' ? amount : 0)))

/** What came on the seller's own account, as far as the seller has said so. */
const saidByHand = (world: World, id: OrderId): Rupiah =>
  sum([...world.transfers.values()].map(({ order, said, amount }) => (order === id && said ? amount : 0)))

export const booksOf = (world: World, order: Order): Books => {
  const bills = billsOf(world, order.id).filter(({ currency }) => currency === 'IDR')
  const entries = entriesOf(world.truth, order.id)
  return {
    received: sum(bills.map(({ paid }) => paid)) + saidByHand(world, order.id),
    back: sum(bills.map(({ back }) => back)),
    spent: sum(entries.map(({ amount }) => Math.max(0, -amount))),
    credited: sum(entries.map(({ amount }) => Math.max(0, amount))),
    outside: sum(bills.map(givenBy)) + byHand(order),
    kept: kept(world, order),
  }
}

const said = (books: Books): string =>
  Object.entries(books)
    .map(([name, amount]) => `${name} ${amount}`)
    .join(', ')

/** At every moment. */
export const checkOut = (world: World, id: OrderId): void => {
  const order = world.truth.orders.get(id)
  if (!order || world.restored || world.truth.cards.get(id)?.mistaken) return
  const books = booksOf(world, order)
  if (books.credited + books.outside + books.kept > books.received + books.spent)
    broke(world, 3, `${id}: more went out than came in: ${said(books)}`)
}

/** At rest: what was not kept has gone out again, but for what the bank itself took back. */
export const checkRest = (world: World, order: Order): void => {
  if (world.restored || world.truth.cards.get(order.id)?.mistaken) return
  const books = booksOf(world, order)
  const came = books.received + books.spent
  const went = books.credited + books.outside + books.kept
  if (went > came || went < came - books.back)
    broke(world, 3, `${order.id} rests in ${order.state}: ${said(books)}`)
  const booked = sum(
    Object.values(order.money).map(({ kind, amount }) => (kind === 'chargeback' ? amount : 0)),
  )
  if (booked !== books.back)
    broke(world, 3, `${order.id}: ${books.back} were taken back, ${booked} are booked`)
}
