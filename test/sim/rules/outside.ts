// Rules looked at when a request arrives outside, by what the database holds at that moment: 1, 2, 4, 6, 7 and 9.
import type { AddOutcome, ProviderOrder } from '../../../src/catalog/provider.ts'
import type { Order } from '../../../src/model/order.ts'
import type { ChargeRequest, RefundRequest } from '../../../src/payments/gateway.ts'
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
  if (before.some(({ took, denied }) => took !== undefined && !denied))
    broke(world, 1, `${id}: sent again after the panel had taken it`)
  if (before.some(({ answer, denied }) => !denied && (answer === undefined || answer === 'unknown')))
    broke(world, 6, `${id}: sent again while a sending of it is unknown`)
  play(world, order, panel)
  alone(world, order, { panel, sent })
  const sending: Sending = { order: id, panel, service: sent.service, at: clock.now() }
  truth.sendings.push(sending)
  world.trace.note(`  the panel gets ${id}`)
  return {
    taken: async (panelId) => {
      sending.took = panelId
      const twins = truth.sendings.filter((one) => one.order === id && one.took !== undefined)
      if (twins.length > 1 && !truth.cards.get(id)?.mistaken)
        broke(world, 1, `${id}: the panel took it twice`)
      checkOut(world, id)
    },
    answered: ({ kind }) => {
      sending.answer = kind
    },
  }
}

/** Rule 7. Another process that took over the job may have called it unknown already, before the request of the first has left. */
const intended = (world: World, order: Order): void => {
  const stored = Object.values(order.submissions).filter(
    ({ outcome }) => outcome === undefined || (outcome === 'unknown' && order.state === 'unknown'),
  )
  if (!['submitting', 'unknown'].includes(order.state) || stored.length !== 1)
    broke(world, 7, `${order.id}: sent in ${order.state} with ${stored.length} intents stored`)
}

/** Rule 2. */
const paid = (world: World, order: Order): void => {
  const { received, spent } = booksOf(world, order)
  if (received + spent < order.quote.price)
    broke(world, 2, `${order.id}: sent with ${received} + ${spent} of ${order.quote.price}`)
}

/** One order at a time on a panel account, service and link. */
const alone = (world: World, order: Order, { panel, sent }: { panel: string; sent: ProviderOrder }): void => {
  const { truth } = world
  const other = truth.sendings.find(
    (one) =>
      one.order !== order.id &&
      one.panel === panel &&
      !one.denied &&
      one.answer !== 'refused' &&
      one.answer !== 'neverLeft' &&
      one.service === sent.service &&
      truth.orders.get(one.order)?.quote.link === sent.link &&
      ['submitting', 'unknown', 'submitted'].includes(truth.orders.get(one.order)?.state ?? ''),
  )
  if (other) broke(world, 0, `${order.id}: sent beside ${other.order} on one link`)
}

/** Rule 9. */
const play = (world: World, order: Order, panel: string): void => {
  const card = world.truth.cards.get(order.id)
  if (card?.money === 'play' && world.panels.get(panel)?.provider.world === 'real' && !card.approved)
    broke(world, 9, `${order.id}: play money at a real panel`)
}

/** A gateway is asked to give money back. */
export const onRefund = async (world: World, attempt: string, request: RefundRequest): Promise<void> => {
  const id = attempt.replace(/-\d+$/, '')
  const order = await world.store.orders.get(SHOP, id)
  const asked = Object.values(order?.refunds ?? {}).find(
    (one) => one.to === 'gateway' && one.attempt === attempt && `${attempt}-${one.id}` === request.refundKey,
  )
  if (!order || asked?.askedAt === undefined || asked.amount !== request.amount)
    return broke(world, 7, `${attempt}: ${request.refundKey} asked for before it was written down`)
  if (order.state === 'unknown') broke(world, 6, `${id}: money goes back while unknown`)
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
