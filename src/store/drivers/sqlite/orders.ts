// Orders: `advance` judges and writes inside one transaction, guarded by the version judged.

import type { Database } from 'bun:sqlite'
import { refuse } from '../../../lib/outcome.ts'
import { fold } from '../../../lib/text.ts'
import { isOpen, move, type OrderState, STATES } from '../../../model/flow.ts'
import type { Order } from '../../../model/order.ts'
import type { OrderFilter } from '../../documents.ts'
import type { AdvanceOutcome, Orders } from '../../store.ts'
import { TABLES } from '../../tables.ts'
import { makeTable, type Table } from './table.ts'
import { allOf, type Clause } from './where.ts'
import type { Writer } from './writer.ts'

export const makeOrderTable = (db: Database, write: Writer): Table<Order> =>
  makeTable(db, write, TABLES.orders)

const isTaken = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'SQLITE_CONSTRAINT_UNIQUE'

const within = (shop: string, order: Order | null): Order | null => (order?.shop === shop ? order : null)

const OPEN_STATES = JSON.stringify(STATES.filter(isOpen))
const IN_STATES = 'state in (select value from json_each(?))'

type Reads = Omit<Orders, 'create' | 'advance'>

const makeReads = (db: Database, table: Table<Order>): Reads => {
  const counts = db.query<{ state: OrderState; n: number }, [string]>(
    'select state, count(*) as n from orders where shop = ? and deposit = 0 group by state',
  )
  const needing = db.query<{ n: number }, [string, number]>(
    'select count(*) as n from orders where shop = ? and needs <= ?',
  )
  return {
    get: async (shop, id) => within(shop, table.read(id)),
    find: async (id) => table.read(id),
    ofCustomer: async (shop, customer, id) => {
      const order = within(shop, table.read(id))
      return order?.customer === customer ? order : null
    },
    byNumber: async (shop, customer, number) =>
      table.find('where shop = ? and number = ? and customer = ?', shop, number, customer)[0] ?? null,
    list: async (shop, filter) => list(table, shop, filter),
    counts: async (shop) => Object.fromEntries(counts.all(shop).map(({ state, n }) => [state, n])),
    needing: async (shop, now) => needing.get(shop, now)?.n ?? 0,
    toPoll: async (shop, provider, until, limit) =>
      table.find(
        'where shop = ? and provider = ? and poll <= ? order by poll limit ?',
        shop,
        provider,
        until,
        limit,
      ),
    openAtProvider: async (shop, provider) =>
      table.find(`where shop = ? and ${IN_STATES} and provider = ? limit 1`, shop, OPEN_STATES, provider)
        .length > 0,
  }
}

export const makeOrders = (
  db: Database,
  write: Writer,
  { table, clock }: { table: Table<Order>; clock: { now(): number } },
): Orders => ({
  ...makeReads(db, table),
  create: async (order) => {
    try {
      return await table.create(order)
    } catch (cause) {
      if (!isTaken(cause)) throw cause
      return table.read(order.id) ? 'exists' : 'numberTaken'
    }
  },
  advance: (shop, id, decide) =>
    write((): AdvanceOutcome => {
      const order = within(shop, table.read(id))
      if (!order) return refuse('notFound')
      const decision = decide(order)
      if ('skip' in decision) return refuse('skipped', decision.skip)
      const moved = move(order, decision, clock.now())
      if (moved.ok) table.replaceNow(moved.order, order.v)
      return moved
    }),
})

const list = (table: Table<Order>, shop: string, filter: OrderFilter): Order[] => {
  const clauses: Clause[] = [['shop = ?', shop]]
  if (filter.customer) clauses.push(['customer = ?', filter.customer])
  if (filter.deposits !== 'all') clauses.push(['deposit = ?', filter.deposits ? 1 : 0])
  if (filter.provider) clauses.push(['provider = ?', filter.provider])
  if (filter.changedSince !== undefined) clauses.push(['changed >= ?', filter.changedSince])
  if (filter.before !== undefined)
    clauses.push([filter.changedSince === undefined ? 'created < ?' : 'changed < ?', filter.before])
  if (filter.due) clauses.push(['due = 1'])
  if (filter.platform) clauses.push(['platform = 1'])
  if (filter.needs !== undefined) clauses.push(['needs <= ?', filter.needs])
  if (filter.states) clauses.push([`state in (${filter.states.map(() => '?').join(', ')})`, ...filter.states])
  const text = fold(filter.text ?? '').trim()
  if (text) clauses.push(['instr(words, ?) > 0', text])
  const { where, values } = allOf(clauses)
  return table.find(`${where} order by ${orderOf(filter)} limit ?`, ...values, filter.limit ?? 50)
}

const orderOf = ({ needs, changedSince }: OrderFilter): string => {
  if (needs !== undefined) return 'needs, n'
  return changedSince === undefined ? 'created desc, n desc' : 'changed, n'
}
