// Orders: `advance` judges what was read, and writes guarded by the version judged; state, history line, mark of the cause and outbox are
// one document.
import { refuse } from '../../../lib/outcome.ts'
import { isOpen, move, type OrderState, STATES } from '../../../model/flow.ts'
import type { Order } from '../../../model/order.ts'
import type { OrderFilter } from '../../documents.ts'
import type { AdvanceOutcome, Orders } from '../../store.ts'
import { TABLES } from '../../tables.ts'
import type { Collections } from './database.ts'
import type { Where } from './ring.ts'
import { makeTable, type Table } from './table.ts'
import { inShop } from './tenancy.ts'
import { foldedText, holding } from './words.ts'

export const makeOrderTable = (of: Collections): Table<Order> => makeTable(of('orders'), TABLES.orders)

const OPEN_STATES = STATES.filter(isOpen)

type Reads = Omit<Orders, 'create' | 'advance'>

const makeReads = (table: Table<Order>): Reads => ({
  get: async (shop, id) => inShop(shop, await table.read(id)),
  find: table.read,
  ofCustomer: async (shop, customer, id) => {
    const order = inShop(shop, await table.read(id))
    return order?.customer === customer ? order : null
  },
  byNumber: async (shop, customer, number) =>
    (await table.find({ 'x.shop': shop, 'x.number': number, 'x.customer': customer }, { limit: 1 }))[0] ??
    null,
  list: (shop, filter) =>
    table.find(whereOf(shop, filter), { sort: orderOf(filter), limit: filter.limit ?? 50 }),
  counts: async (shop) => {
    const sums = await table.ring.sums({ 'x.shop': shop, 'x.deposit': 0 }, 'x.state')
    return Object.fromEntries(sums.map(({ of, sum }) => [of as OrderState, sum]))
  },
  needing: (shop, now) => table.ring.count({ 'x.shop': shop, 'x.needs': { $lte: now } }),
  toPoll: (shop, provider, until, limit) =>
    table.find(
      { 'x.shop': shop, 'x.provider': provider, 'x.poll': { $lte: until } },
      { sort: { 'x.poll': 1 }, limit },
    ),
  openAtProvider: async (shop, provider) =>
    (await table.ring.first({ 'x.shop': shop, 'x.provider': provider, 'x.state': { $in: OPEN_STATES } })) !==
    null,
})

export const makeOrders = (table: Table<Order>, clock: { now(): number }): Orders => ({
  ...makeReads(table),
  create: async (order) => {
    if ((await table.create(order)) === 'created') return 'created'
    return (await table.read(order.id)) ? 'exists' : 'numberTaken'
  },
  advance: async (shop, id, decide) =>
    (await table.move<AdvanceOutcome>(id, (found) => {
      const order = inShop(shop, found)
      if (!order) return { next: null, answer: refuse('notFound') }
      const decision = decide(order)
      if ('skip' in decision) return { next: null, answer: refuse('skipped', decision.skip) }
      const moved = move(order, decision, clock.now())
      return { next: moved.ok ? moved.order : null, answer: moved }
    })) ?? refuse('notFound'),
})

const whereOf = (shop: string, filter: OrderFilter): Where => {
  const { customer, provider, changedSince, before, states } = filter
  const text = foldedText(filter.text)
  const changed = {
    ...(changedSince === undefined ? {} : { $gte: changedSince }),
    ...(changedSince !== undefined && before !== undefined ? { $lt: before } : {}),
  }
  return {
    'x.shop': shop,
    ...(customer ? { 'x.customer': customer } : {}),
    ...(filter.deposits === 'all' ? {} : { 'x.deposit': filter.deposits ? 1 : 0 }),
    ...(provider ? { 'x.provider': provider } : {}),
    ...(changedSince === undefined ? {} : { 'x.changed': changed }),
    ...(changedSince === undefined && before !== undefined ? { 'x.created': { $lt: before } } : {}),
    ...(filter.due ? { 'x.due': 1 } : {}),
    ...(filter.platform ? { 'x.platform': 1 } : {}),
    ...(filter.needs === undefined ? {} : { 'x.needs': { $lte: filter.needs } }),
    ...(states ? { 'x.state': { $in: states } } : {}),
    ...(text ? holding(text) : {}),
  }
}

const orderOf = ({ needs, changedSince }: OrderFilter): Record<string, 1 | -1> => {
  if (needs !== undefined) return { 'x.needs': 1, 'x.n': 1 }
  return changedSince === undefined ? { 'x.created': -1, 'x.n': -1 } : { 'x.changed': 1, 'x.n': 1 }
}
