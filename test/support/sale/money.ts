// Where every rupiah is (rule 3), and what else must hold at every moment (architecture §2).
import { LEAVES_TO } from '../../../src/model/flow.ts'
import type { Order } from '../../../src/model/order.ts'
import { settled } from '../../../src/model/settled.ts'
import type { Wallet } from '../../../src/store/ledger.ts'
import type { FakeBank } from './bank.ts'
import type { FakePanel } from './panel.ts'

const sum = (amounts: number[]): number => amounts.reduce((total, amount) => total + amount, 0)

export type Money = {
  /** What the customers really brought: paid at the bank and put into saldo beforehand. */
  brought: number
  /** With orders under way or delivered. */
  orders: number
  saldo: number
  /** Stray money not yet at its place, and what the gateway took back. */
  stray: number
  /** Received at the bank and not yet known to any order. */
  unheard: number
  /** Given back by another way than saldo, or booked out with a reason. */
  out: number
}

type Books = { orders: Order[]; wallets: Wallet[]; bank: FakeBank; opening: number }

/** What a deposit brought and the gateway left, less what went to saldo; below zero when it was taken back afterwards. */
const uncredited = ({ bills, money, events }: Order): number => {
  const elsewhere = sum(Object.values(money).map(({ amount }) => amount))
  const credited = sum(events.map(({ type, data }) => (type === 'deposited' ? Number(data?.['amount']) : 0)))
  return sum(Object.values(bills).map(({ paidAmount = 0 }) => paidAmount)) - elsewhere - credited
}

/** Exact once the work is done; between two documents of a saga a sum may stand in both. */
export const whereIsTheMoney = ({ orders, wallets, bank, opening }: Books): Money => {
  const received = bank.received()
  const heardOf = (order: Order): string[] => [
    ...Object.values(order.bills).flatMap(({ state, attempt }) => (state === 'paid' ? attempt : [])),
    ...Object.values(order.money).map(({ attempt }) => attempt),
  ]
  const known = new Set(orders.flatMap(heardOf))
  const refunds = (order: Order, state: string) =>
    sum(Object.values(order.refunds).flatMap((one) => (one.state === state ? one.amount : [])))
  return {
    brought: sum([...received.values()]) + opening,
    orders: sum(
      orders.map((order) => (order.deposit ? uncredited(order) : settled(order) - refunds(order, 'done'))),
    ),
    saldo: sum(wallets.map(({ balance }) => balance)),
    stray: sum(
      orders.flatMap((order) =>
        // What is no rupiah is not counted here.
        Object.values(order.money).flatMap((one) =>
          one.state === 'due' && one.kind !== 'otherCurrency' ? one.amount : [],
        ),
      ),
    ),
    out: sum(orders.flatMap((order) => [...givenAway(order), ...bookedOut(order)])),
    unheard: sum([...received].flatMap(([attempt, amount]) => (known.has(attempt) ? [] : amount))),
  }
}

const givenAway = ({ refunds }: Order): number[] =>
  Object.values(refunds).flatMap(({ to, state, amount }) =>
    to !== 'saldo' && state === 'done' ? amount : [],
  )

const bookedOut = ({ money }: Order): number[] =>
  Object.values(money).flatMap(({ kind, state, amount }) =>
    kind === 'chargeback' && state === 'done' ? amount : [],
  )

/** Empty when each rupiah is in exactly one place. */
export const moneyFaults = (books: Books): string[] => {
  const { brought, orders, saldo, stray, unheard, out } = whereIsTheMoney(books)
  const placed = orders + saldo + stray + unheard + out
  const where = `orders ${orders} + saldo ${saldo} + stray ${stray} + unheard ${unheard} + out ${out}`
  return [
    ...(placed === brought ? [] : [`brought ${brought}, but ${where} = ${placed}`]),
    ...refundFaults(books),
  ]
}

/** What the bank gave back on our word is a refund of an order that says so, and the other way round. */
const refundFaults = ({ orders, bank }: Books): string[] => {
  const ours = orders.flatMap(({ refunds }) => Object.values(refunds)).filter(({ to }) => to === 'gateway')
  const keyOf = ({ attempt, id }: { attempt?: string; id: string }) => `${attempt}-${id}`
  const claimed = ours.filter(
    (one) =>
      one.state === 'done' &&
      !bank.givenBack.some(({ key, amount }) => key === keyOf(one) && amount === one.amount),
  )
  const hidden = bank.givenBack.filter(
    ({ key }) => !ours.some((one) => keyOf(one) === key && one.state !== 'failed'),
  )
  return [
    ...claimed.map((one) => `refund ${keyOf(one)} is called done, and the bank gave nothing`),
    ...hidden.map(({ key }) => `the bank gave ${key} back, and no order says so`),
  ]
}

/** What holds even in the middle of a crash. */
export const orderFaults = (order: Order): string[] => {
  const moves = order.events.filter((event) => event.to !== undefined)
  const jumps = moves.flatMap((event, i) => {
    const from = i === 0 ? undefined : moves[i - 1]?.to
    if (i === 0) return event.to === 'quoted' ? [] : ['does not begin as a card']
    return event.from === from && event.to && from && LEAVES_TO[from].includes(event.to)
      ? []
      : [`${from} → ${event.to} (from ${event.from})`]
  })
  const causes = Object.values(order.seen)
  const accepted = Object.values(order.submissions).filter(({ outcome }) => outcome === 'accepted')
  const refunded = sum(Object.values(order.refunds).map(({ amount }) => amount))
  const paid = moves.some((event) => event.to === 'paid')
  return [
    ...jumps,
    ...(moves.at(-1)?.to === order.state
      ? []
      : [`history ends in ${moves.at(-1)?.to}, state ${order.state}`]),
    ...(new Set(causes).size === causes.length ? [] : ['two causes in one version']),
    ...(accepted.length > 1 ? ['two accepted submissions'] : []),
    ...(refunded > (paid ? order.quote.price : 0) ? [`refunded ${refunded} of ${order.quote.price}`] : []),
    ...(order.events.some((event, i, all) => i > 0 && event.n <= (all[i - 1]?.n ?? 0))
      ? ['versions fall']
      : []),
  ].map((fault) => `${order.id}: ${fault}`)
}

export const walletFaults = (wallet: Wallet, orders: Order[]): string[] => {
  const causes = wallet.entries.map(({ cause }) => cause)
  const twice = causes.filter((cause, i) => causes.indexOf(cause) !== i)
  const held = sum(Object.values(wallet.holds))
  const idle = Object.keys(wallet.holds).filter((id) => {
    const state = orders.find((order) => order.id === id)?.state ?? 'closed'
    return ['lapsed', 'withdrawn', 'closed'].includes(state)
  })
  return [
    ...twice.map((cause) => `entry ${cause} twice`),
    ...(wallet.balance === sum(wallet.entries.map(({ amount }) => amount))
      ? []
      : ['balance is not its entries']),
    ...(held > wallet.balance || wallet.balance < 0 ? [`holds ${held} of ${wallet.balance}`] : []),
    ...idle.map((id) => `held for ${id}, which buys nothing`),
  ]
}

/** Orders are told apart at the panel by their link and quantity. */
export const panelFaults = (panel: FakePanel, orders: Order[]): string[] =>
  orders.flatMap((order) => {
    const { link, quantity } = order.quote
    const took = panel.taken.filter((one) => one.order.link === link && one.order.quantity === quantity)
    return took.length > 1 ? [`${order.id}: the panel took ${took.length}`] : []
  })
