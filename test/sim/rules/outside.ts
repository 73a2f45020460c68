// Rules looked at when a request arrives outside, by what the database holds at that moment: 1, 2, 4, 6, 7 and 9.
import type { AddOutcome, ProviderOrder } from '../../../src/catalog/provider.ts'
import type { Order } from '../../../src/model/order.ts'
import type { ChargeRequest } from '../../../src/payments/gateway.ts'
import type { Sending } from '../truth.ts'
import { broke, SHOP, type World } from '../world.ts'
import { booksOf, checkOut } from './money.ts'

type Arrived = { taken(id: string): Promise<void>; answered(outcome: AddOutcome): void }

/** A panel gets an order. */
export const onAdd = async (world: World, panel: string, sent: ProviderOrder): Promise<Arrived> => {
  const { truth, store, clock } = world
  const id = truth.byQuantity.get(sent.quantity)
  const order = id ? await store.orders.get(SHOP, id) : null
  if (!id || !order) {
    broke(world, 7, `the panel got an order that nobody placed: ${sent.quantity} for ${sent.link}`)
    return { taken: async () => undefined, answered: () => undefined }
  }
  const before = truth.sendings.filter((one) => one.order === id)
  intended(world, order)
  paid(world, order)
  if (before.some(({ took }) => took !== undefined))
    broke(world, 1, `${id}: sent again after the panel had taken it`)
  if (before.some(({ answer, denied }) => !denied && (answer === undefined || answer === 'unknown')))
    broke(world, 6, `${id}: sent again while a sending of it is unknown`)
  play(world, order, panel)
  const sending: Sending = { order: id, panel, at: clock.now() }
  truth.sendings.push(sending)
  world.trace.note(`  the panel gets ${id}`)
  return {
    taken: async (panelId) => {
      sending.took = panelId
      if (truth.sendings.filter((one) => one.order === id && one.took !== undefined).length > 1)
        broke(world, 1, `${id}: the panel took it twice`)
      checkOut(world, id)
    },
    answered: ({ kind }) => {
      sending.answer = kind
    },
  }
}

/** Rule 7. */
const intended = (world: World, order: Order): void => {
  const open = Object.values(order.submissions).filter(({ outcome }) => !outcome)
  if (order.state !== 'submitting' || open.length !== 1)
    broke(world, 7, `${order.id}: sent in ${order.state} with ${open.length} intents stored`)
}

/** Rule 2. */
const paid = (world: World, order: Order): void => {
  const { received, spent } = booksOf(world, order)
  if (received + spent < order.quote.price)
    broke(world, 2, `${order.id}: sent with ${received} + ${spent} of ${order.quote.price}`)
}

/** Rule 9. */
const play = (world: World, order: Order, panel: string): void => {
  const card = world.truth.cards.get(order.id)
  if (card?.money === 'play' && world.panels.get(panel)?.provider.world === 'real' && !card.approved)
    broke(world, 9, `${order.id}: play money at a real panel`)
}

/** A gateway is asked to make a bill. */
export const onCharge = async (
  world: World,
  request: ChargeRequest,
  money: 'real' | 'play',
): Promise<void> => {
  const id = request.attempt.replace(/-\d+$/, '')
  const order = await world.store.orders.get(SHOP, id)
  const bill = order?.bills[request.attempt]
  if (!order || !bill) return broke(world, 7, `${request.attempt}: charged before it was written down`)
  const card = world.truth.cards.get(id)
  if (card && card.money !== money) broke(world, 9, `${id}: ${card.money} money charged as ${money}`)
  if (order.deposit) return
  const wallet = await world.store.wallets.get(SHOP, order.customer, order.quote.money)
  const held = wallet.holds[id] ?? 0
  const stillMeant = order.state === 'billing'
  if (card && stillMeant && request.amount + held !== card.price)
    broke(world, 4, `${id}: ${request.amount} billed and ${held} reserved, the card said ${card.price}`)
}
