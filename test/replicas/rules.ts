// What must hold once the load is over and nothing is due, whatever was killed meanwhile: the rules of an order's life, every rupiah in
// its place, each chat answered in its order, nothing lost, nothing done twice.
import type { Order } from '../../src/model/order.ts'
import { acceptedSubmission } from '../../src/model/order.ts'
import type { Store } from '../../src/store/store.ts'
import type { FakeBank } from '../support/sale/bank.ts'
import { moneyFaults, orderFaults } from '../support/sale/money.ts'
import type { Sale } from './load.ts'
import { type Place, until } from './place.ts'

const RESTING = ['submitted', 'completed', 'unknown']

const ordersOf = async (store: Store, shop: string): Promise<Order[]> =>
  store.orders.list(shop, { limit: 5000, deposits: 'all' })

/** Until every sale stands still and no update waits. */
export const atRest = async (place: Place, sales: Sale[]): Promise<void> => {
  const store = await place.look()
  const links = new Set(sales.map(({ link }) => link))
  await until('rest', async () => {
    if ((await store.inbox.nextAt()) !== null) return false
    const orders = (await ordersOf(store, place.shop)).filter(({ quote }) => links.has(quote.link))
    return (
      orders.length >= links.size &&
      orders.every(({ state, outbox }) => RESTING.includes(state) && outbox.length === 0)
    )
  })
}

/** What the bot answers to each of the words, in their order. */
const ANSWERS = [/pilih ID produk/, /Kirim link/, /Mau berapa/, /Cek dulu/, /aku cek stok|siapin QRIS/]

const stepsIn = (place: Place, chat: number): number[] =>
  place.telegram
    .screen(chat)
    .filter(({ from }) => from === 'bot')
    .flatMap(({ text }) => {
      const step = ANSWERS.findIndex((answer) => answer.test(text))
      return step < 0 ? [] : [step]
    })

export type Answered = { faults: string[]; repeated: number }

/** In each chat the answers stand in the order of the words; one said twice stands beside itself. */
const chatFaults = (place: Place, ofChat: Sale[]): Answered => {
  const [{ chat } = { chat: 0 }] = ofChat
  const steps = stepsIn(place, chat)
  const once = steps.filter((step, i) => step !== steps[i - 1])
  const wanted = ofChat.flatMap(() => ANSWERS.map((_, step) => step))
  return {
    faults: Bun.deepEquals(once, wanted)
      ? []
      : [`chat ${chat} was answered ${once.join(' ')} for ${wanted.join(' ')}`],
    repeated: steps.length - once.length,
  }
}

const saleFaults = (place: Place, orders: Order[], { link, chat }: Sale): string[] => {
  const mine = orders.filter(({ quote }) => quote.link === link)
  const [order] = mine
  if (!order || mine.length !== 1) return [`${link}: ${mine.length} orders`]
  const taken = place.panels.flatMap((panel) => panel.orders.filter((one) => one.link === link))
  const bills = place.midtrans.bills.filter((bill) => bill.order_id.startsWith(`${order.id}-`))
  const accepted = acceptedSubmission(order)
  const paid = order.events.filter(({ to }) => to === 'paid').length
  return [
    ...(taken.length > 1 ? [`${taken.length} orders at the panel`] : []),
    ...(order.state !== 'unknown' && taken.length !== 1
      ? [`${order.state}, and the panel has ${taken.length}`]
      : []),
    ...(accepted && taken[0] && accepted.panelId !== taken[0].id ? ['the id is another order’s'] : []),
    ...(bills.length === 1 ? [] : [`${bills.length} bills`]),
    ...(bills[0]?.amount === order.quote.price
      ? []
      : [`billed ${bills[0]?.amount} for ${order.quote.price}`]),
    ...(paid >= 1 ? [] : ['never paid']),
    ...(order.chat.endsWith(`:${chat}`) ? [] : ['of another chat']),
  ].map((fault) => `${order.id} (${order.state}): ${fault}`)
}

/** Counts that each writer adds one to: none is lost. */
const countFaults = async (place: Place, store: Store, sales: Sale[][]): Promise<string[]> => {
  const faults: string[] = []
  for (const ofChat of sales) {
    const [{ chat } = { chat: 0 }] = ofChat
    const said = ofChat.reduce((sum, sale) => sum + sale.said.length, 0)
    const found = await store.chats.get(place.shop, `4242:${chat}`)
    if (found?.lastUpdate !== said)
      faults.push(`chat ${chat}: ${said} updates, answered up to ${found?.lastUpdate}`)
  }
  const customers = (await store.customers.list(place.shop, 5000)).length
  if (customers !== sales.length) faults.push(`${customers} customers for ${sales.length} chats`)
  const shops = await store.shops.list()
  if (shops.length !== 2) faults.push(`${shops.length} shops`)
  if ((await store.accounts.list()).length !== 1) faults.push('more than one account')
  return faults
}

export type AtRest = { faults: string[]; repeated: number; states: Record<string, number> }

export const lookAtRest = async (place: Place, sales: Sale[][]): Promise<AtRest> => {
  const store = await place.look()
  const orders = await ordersOf(store, place.shop)
  const paid = place.midtrans.bills.filter(({ state }) => state === 'settlement')
  const received = () => new Map(paid.map((bill) => [bill.order_id, bill.paid ?? bill.amount]))
  const bank = { received, givenBack: [] } as unknown as FakeBank
  const buyers = new Set(orders.map(({ customer }) => customer))
  const wallets = await Promise.all(
    [...buyers].map((customer) => store.wallets.get(place.shop, customer, 'real')),
  )
  const chats = sales.map((ofChat) => chatFaults(place, ofChat))
  const dead = [
    ...(await store.jobs.dead(50)).map(({ id, error }) => `job ${id} was given up: ${error}`),
    ...(await store.inbox.dead(50)).map(({ chat, error }) => `an update of ${chat} was given up: ${error}`),
  ]
  const all = Object.entries(Object.groupBy(orders, ({ state }) => state))
  return {
    faults: [
      ...sales.flat().flatMap((sale) => saleFaults(place, orders, sale)),
      ...orders.flatMap(orderFaults),
      ...moneyFaults({ orders, wallets, bank, opening: 0 }),
      ...chats.flatMap(({ faults }) => faults),
      ...(await countFaults(place, store, sales)),
      ...dead,
    ],
    repeated: chats.reduce((sum, { repeated }) => sum + repeated, 0),
    states: Object.fromEntries(all.map(([state, found]) => [state, found?.length ?? 0])),
  }
}
