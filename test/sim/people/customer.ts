// Impatient customers: they order, say yes twice, leave, ask, pay late, twice or another sum.
import type { Order } from '../../../src/model/order.ts'
import type { BankBill } from '../bank.ts'
import type { Deed, Weighed } from '../deeds.ts'
import type { Process } from '../process.ts'
import { alive, begin } from '../run.ts'
import { type Customer, SHOP, type Verb, type World } from '../world.ts'

const ordersOf = (world: World, { id }: Customer): Order[] =>
  [...world.truth.orders.values()].filter(({ customer }) => customer === id)

/** One of the customer's orders, a young one more likely. */
const anOrder = (world: World, who: Customer, states?: string[]): Order | null => {
  const orders = ordersOf(world, who).filter(({ state }) => !states || states.includes(state))
  if (orders.length === 0) return null
  return world.chance.may(0.7) ? (orders.at(-1) as Order) : world.chance.one(orders)
}

const someone = (world: World): Customer => world.chance.one(world.customers)

type Wish = { who: Customer; service: string; link: string }

const wish = (world: World, { who, service, link }: Wish): void => {
  const { chance } = world
  const n = ++world.wishes
  const quantity = 300 + 50 * chance.below(30) + n * 10_000
  const place = { service, link, linkRaw: link, quantity, cause: `${who.chat}:${n}` }
  const verb: Verb = {
    name: `place ${service} ${quantity} ${link.slice(-6)}`,
    again: true,
    start: async ({ sales }) => {
      const placed = await sales.place({ shop: SHOP, customer: who.id, chat: who.chat, ...place })
      if (placed.ok && chance.may(0.85)) await sales.confirm(which(who, placed.order))
      return placed
    },
  }
  begin(world, alive(world), verb)
  if (chance.may(0.1)) begin(world, alive(world), verb)
}

const wishes: Deed = async (world) => {
  const { chance, traits } = world
  if (world.wishes >= traits.wishes) return false
  const link = chance.one(traits.links)
  const own = traits.apart ? `${link}.${world.wishes}` : link
  wish(world, { who: someone(world), service: chance.one(traits.services), link: own })
  return true
}

/** What lapsed is ordered once more. */
const wishesAgain: Deed = async (world) => {
  const who = someone(world)
  const order = anOrder(world, who, ['lapsed'])
  if (!order?.quote.service || world.wishes > world.traits.wishes) return false
  wish(world, { who, service: order.quote.service, link: order.quote.link })
  return true
}

/** The QR of what has lapsed is scanned all the same. */
const paysLapsed: Deed = async (world) => {
  const who = someone(world)
  const order = anOrder(world, who, ['lapsed'])
  const attempt = order && Object.keys(order.bills).at(-1)
  if (!attempt) return false
  world.trace.note(`pays ${attempt} late`)
  return world.bank.pay(attempt, { late: true })
}

const which = (who: Customer, { id }: Order) => ({ shop: SHOP, customer: who.id, order: id })

const saysYes: Deed = async (world) => {
  const who = someone(world)
  const order = anOrder(world, who, world.chance.may(0.85) ? ['quoted'] : undefined)
  if (!order) return false
  const verb = {
    name: `yes ${order.id}`,
    again: true,
    start: (process: Process) => process.sales.confirm(which(who, order)),
  }
  begin(world, alive(world), verb)
  if (world.chance.may(0.3)) begin(world, alive(world), verb)
  return true
}

const leaves: Deed = async (world) => {
  const who = someone(world)
  const order = anOrder(
    world,
    who,
    world.chance.one([['quoted'], ['billing', 'awaitingPayment'], ['awaitingPayment']]),
  )
  if (!order) return false
  begin(world, alive(world), {
    name: `leaves ${order.id}`,
    again: true,
    start: async ({ sales }) => {
      const left = await sales.withdraw(which(who, order))
      const card = world.truth.cards.get(order.id)
      if (left.ok && card) card.left = true
      return left
    },
  })
  return true
}

const checks: Deed = async (world) => {
  const who = someone(world)
  const order = anOrder(world, who, world.chance.may(0.85) ? ['awaitingPayment', 'lapsed'] : undefined)
  if (!order) return false
  begin(world, alive(world), {
    name: `checks ${order.id}`,
    again: true,
    start: (process) => process.sales.check(which(who, order)),
  })
  return true
}

const chooses: Deed = async (world) => {
  const who = someone(world)
  const order = anOrder(world, who, ['held', 'waiting'])
  if (!order) return false
  const choice = world.chance.one(['wait', 'toSaldo'] as const)
  begin(world, alive(world), {
    name: `chooses ${choice} ${order.id}`,
    again: true,
    start: (process) => process.sales.choose({ ...which(who, order), choice }),
  })
  return true
}

/** Nobody scans what nobody has seen; a QR that did not fit may have been seen all the same. */
const shown = ({ bank, truth }: World): BankBill[] =>
  [...bank.bills.values()].filter(({ paid, request: { attempt } }) => {
    const bill = truth.orders.get(attempt.replace(/-\d+$/, ''))?.bills[attempt]
    return paid === 0 && bill?.reference !== undefined
  })

/** A QR is scanned: mostly in time and with its sum. */
const pays: Deed = async (world) => {
  const { bank, chance, trace } = world
  const unpaid = shown(world)
  const open = unpaid.filter(({ state }) => state === 'pending')
  const over = unpaid.filter(({ state }) => state !== 'pending')
  const late = over.length > 0 && chance.may(open.length === 0 ? 0.5 : 0.2)
  const from = late ? over : open
  if (from.length === 0) return false
  const { request } = chance.one(from)
  const odd = chance.may(0.07)
  const amount = odd
    ? Math.max(1, request.amount + chance.one([-500, 500, 10_000, -request.amount + 1]))
    : undefined
  const currency = chance.may(0.015) ? 'USD' : undefined
  const how = { late, ...(amount ? { amount } : {}), ...(currency ? { currency } : {}) }
  trace.note(`pays ${request.attempt} ${JSON.stringify(how)}`)
  bank.pay(request.attempt, how)
  return true
}

/** Whoever still means to pay does so before all calms down. */
export const payRest = (world: World): void => {
  for (const { request, state } of shown(world))
    if (state === 'pending' && world.chance.may(0.8)) {
      world.trace.note(`pays ${request.attempt}`)
      world.bank.pay(request.attempt)
    }
}

export const customerDeeds: Weighed[] = [
  [5, wishes],
  [2, saysYes],
  [0.7, leaves],
  [1, checks],
  [1, chooses],
  [14, pays],
  [2, wishesAgain],
  [1.5, paysLapsed],
]
