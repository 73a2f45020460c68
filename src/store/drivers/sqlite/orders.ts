// Orders and their outboxes: `advance` judges and writes inside one transaction; `relay` turns outboxes into jobs.
import type { Database } from 'bun:sqlite'
import { refuse } from '../../../lib/outcome.ts'
import { isOpen, move, type OrderState, STATES } from '../../../model/flow.ts'
import type { Order } from '../../../model/order.ts'
import type { OrderFilter } from '../../documents.ts'
import type { AdvanceOutcome, Orders } from '../../store.ts'
import { makeTable } from './table.ts'
import type { Writer } from './writer.ts'

const OPEN = STATES.filter(isOpen)

const isDue = ({ refunds, money }: Order): boolean =>
  [...Object.values(refunds), ...Object.values(money)].some((entry) => entry.state === 'due')

const orderTable = (db: Database, write: Writer) =>
  makeTable<Order>(db, write, {
    name: 'orders',
    id: (order) => order.id,
    columns: {
      shop: (order) => order.shop,
      customer: (order) => order.customer,
      number: (order) => order.number,
      state: (order) => order.state,
      created: (order) => order.createdAt,
      provider: (order) => order.quote.provider,
      poll: (order) => (order.state === 'submitted' ? (order.pollAt ?? 0) : null),
      due: (order) => (isDue(order) ? 1 : 0),
      pending: (order) => (order.outbox.length > 0 ? 1 : 0),
    },
  })

const isTaken = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'SQLITE_CONSTRAINT_UNIQUE'

/** Orders, and the part of `relay` that is theirs: how many jobs left an outbox, given how to store one. */
export const makeOrders = (db: Database, write: Writer, clock: { now(): number }) => {
  const table = orderTable(db, write)
  const counts = db.query<{ state: OrderState; n: number }, [string]>(
    'select state, count(*) as n from orders where shop = ? group by state',
  )
  const within = (shop: string, order: Order | null) => (order?.shop === shop ? order : null)
  const orders: Orders = {
    create: async (order) => {
      try {
        return await table.create(order)
      } catch (cause) {
        if (isTaken(cause)) return 'numberTaken'
        throw cause
      }
    },
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
    advance: (shop, id, decide) =>
      write((): AdvanceOutcome => {
        const order = within(shop, table.read(id))
        if (!order) return refuse('notFound')
        const decision = decide(order)
        if ('skip' in decision) return refuse('skipped', decision.skip)
        const moved = move(order, decision, clock.now())
        if (!moved.ok) return moved
        table.replaceNow(moved.order, order.v)
        return moved
      }),
    toPoll: async (shop, provider, until, limit) =>
      table.find(
        'where shop = ? and provider = ? and poll <= ? order by poll limit ?',
        shop,
        provider,
        until,
        limit,
      ),
    openAtProvider: async (shop, provider) =>
      table.find(
        `where shop = ? and provider = ? and state in (${OPEN.map((state) => `'${state}'`).join(', ')}) limit 1`,
        shop,
        provider,
      ).length > 0,
  }
  return { orders, table }
}

type Value = string | number

const list = (table: ReturnType<typeof orderTable>, shop: string, filter: OrderFilter): Order[] => {
  const clauses: [string, ...Value[]][] = [['shop = ?', shop]]
  if (filter.customer) clauses.push(['customer = ?', filter.customer])
  if (filter.before) clauses.push(['created < ?', filter.before])
  if (filter.due) clauses.push(['due = 1'])
  if (filter.states)
    clauses.push([`state in (select value from json_each(?))`, JSON.stringify(filter.states)])
  if (filter.text)
    clauses.push([
      '(number = upper(?) or instr(lower(body), lower(?)) > 0)',
      filter.text.trim(),
      filter.text.trim(),
    ])
  const where = clauses.map(([clause]) => clause).join(' and ')
  return table.find(
    `where ${where} order by created desc limit ?`,
    ...clauses.flatMap(([, ...values]) => values),
    filter.limit ?? 50,
  )
}
