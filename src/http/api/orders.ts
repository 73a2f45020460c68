// Orders of a shop for its seller: list, what needs a decision, whole history, and the decisions that only a person may make.
import { Hono } from 'hono'
import * as v from 'valibot'
import type { Candidate } from '../../catalog/alternatives.ts'
import type { Units } from '../../catalog/price.ts'
import type { Millis, Rupiah, ServiceId, ShopId } from '../../lib/brand.ts'
import type { Clock } from '../../lib/clock.ts'
import { STATES } from '../../model/flow.ts'
import { type Order, routeOf } from '../../model/order.ts'
import type { Service } from '../../model/service.ts'
import type { Shop } from '../../model/shop.ts'
import type { Store } from '../../store/store.ts'
import { answers, json, query } from '../describe.ts'
import type { AppEnv } from '../env.ts'
import { orReject, reject } from '../errors.ts'
import { DECISION_REFUSALS, type DecideDeps, Deciding, decide } from './order-decide.ts'
import { type Known, orderDetail, orderMatter, orderRow } from './order-view.ts'
import { DecisionPage, OrderDetail, OrderPage, OtherService } from './order-views.ts'

export type OrdersApiDeps = Omit<DecideDeps, 'store'> & {
  store: Pick<Store, 'orders' | 'customers' | 'providers' | 'services'>
  clock: Clock
  /** What the next sending would cost by the catalogue as it is stored; null: not to be had. Asks no panel. */
  costNow(shop: Shop, order: Order): Promise<Rupiah | null>
  /** What can be sent instead, cheapest first; null: what was bought is not in the catalogue. */
  candidates(
    shop: Shop,
    asked: { service: ServiceId; text?: string; units: Units; limit: number },
  ): Promise<Candidate[] | null>
}

const text = v.optional(v.pipe(v.string(), v.maxLength(200)))
const Listing = v.object({
  state: v.optional(
    v.pipe(
      v.string(),
      v.transform((list) => list.split(',')),
      v.array(v.picklist(STATES)),
    ),
  ),
  text,
  due: v.optional(v.picklist(['1'])),
  /** Bills that fill saldo, in place of orders. */
  deposits: v.optional(v.picklist(['1'])),
  before: v.optional(v.pipe(v.string(), v.regex(/^\d{1,16}$/), v.transform(Number))),
  limit: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number), v.minValue(1), v.maxValue(200)),
  ),
})

const MOST_DECISIONS = 100
const MOST_CANDIDATES = 20

const customerNames = async (deps: OrdersApiDeps, shop: ShopId, orders: Order[]) => {
  const ids = [...new Set(orders.map((order) => order.customer))]
  const found = await Promise.all(ids.map((id) => deps.store.customers.get(shop, id)))
  const names = new Map(
    found.flatMap((customer) => (customer ? [[customer.id, customer.name] as const] : [])),
  )
  return (order: Order) => names.get(order.customer) ?? '–'
}

/** What the orders' own documents do not say, looked up for all of them together. */
const lookUp = async (deps: OrdersApiDeps, shop: Shop, orders: Order[]) => {
  const [name, providers] = await Promise.all([
    customerNames(deps, shop.id, orders),
    deps.store.providers.list(shop.id),
  ])
  const panels = new Map(providers.map((one) => [one.id, one.name]))
  const now = deps.clock.now()
  return async (order: Order): Promise<Known> => ({
    now,
    customer: name(order),
    panels,
    ways: await deps.waysBack(order),
    costNow: order.state === 'waiting' && order.why === 'price' ? await deps.costNow(shop, order) : null,
    ...(await routedOf(deps, order)),
  })
}

const routedOf = async ({ store }: OrdersApiDeps, order: Order): Promise<Pick<Known, 'routed'>> => {
  const { service } = routeOf(order)
  if (service === order.quote.service) return {}
  const other = await store.services.get(order.shop, service)
  return { routed: other ? nameOf(other) : service }
}

const nameOf = ({ own, madeName }: Service): string => own.displayName ?? madeName

const lists = (deps: OrdersApiDeps) =>
  new Hono<AppEnv>()
    .get(
      '/shops/:shop/orders',
      query(Listing),
      answers(OrderPage, { summary: 'Orders, newest first, and how many are in each state' }),
      async (c) => {
        const { state, text, due, deposits, before, limit = 50 } = c.req.valid('query')
        const shop = c.get('shop').id
        const filter = {
          ...(state ? { states: state } : {}),
          ...(text ? { text } : {}),
          ...(due ? { due: true } : {}),
          ...(deposits ? { deposits: true as const } : {}),
          ...(before ? { before: before as Millis } : {}),
          limit,
        }
        const [orders, counts] = await Promise.all([
          deps.store.orders.list(shop, filter),
          deps.store.orders.counts(shop),
        ])
        const name = await customerNames(deps, shop, orders)
        const rows = orders.map((order) => orderRow(order, name(order)))
        return c.json({ rows, counts: counts as Record<string, number> })
      },
    )
    .get(
      '/shops/:shop/decisions',
      answers(DecisionPage, { summary: 'What needs a person, the longest waiting first' }),
      async (c) => {
        const shop = c.get('shop')
        const now = deps.clock.now()
        const [orders, total] = await Promise.all([
          deps.store.orders.list(shop.id, { needs: now, deposits: 'all', limit: MOST_DECISIONS }),
          deps.store.orders.needing(shop.id, now),
        ])
        const known = await lookUp(deps, shop, orders)
        const rows = await Promise.all(orders.map(async (order) => orderMatter(order, await known(order))))
        return c.json({ rows, total })
      },
    )
    .get(
      '/shops/:shop/decisions/count',
      answers(v.object({ total: v.number() }), { summary: 'How many orders need a person' }),
      async (c) => c.json({ total: await deps.store.orders.needing(c.get('shop').id, deps.clock.now()) }),
    )

const missing = () => reject(404, { code: 'notFound', message: 'There is no such order' })

/** What it would cost, and whether the quantity fits. */
const instead = (deps: OrdersApiDeps) =>
  new Hono<AppEnv>().get(
    '/shops/:shop/orders/:id/services',
    query(v.object({ text })),
    answers(v.array(OtherService), { summary: 'What can be sent instead, at this quantity' }),
    async (c) => {
      const shop = c.get('shop')
      const order = await deps.store.orders.get(shop.id, c.req.param('id'))
      if (!order || order.deposit) return missing()
      const { service, quantity, comments } = order.quote
      const { text } = c.req.valid('query')
      const units = { quantity, ...(comments ? { comments } : {}) }
      const asked = { service, units, limit: MOST_CANDIDATES, ...(text ? { text } : {}) }
      const panels = new Map((await deps.store.providers.list(shop.id)).map((one) => [one.id, one.name]))
      const found = (await deps.candidates(shop, asked)) ?? []
      return c.json(
        found.map(({ service: other, mapped, cost }) => ({
          id: other.id,
          name: nameOf(other),
          panelName: other.name,
          service_id_api: other.service_id_api,
          providerName: panels.get(other.provider) ?? '–',
          mapped,
          fits: quantity >= other.min && quantity <= other.max,
          ...(cost === undefined ? {} : { cost }),
        })),
      )
    },
  )

export const ordersApi = (deps: OrdersApiDeps) => {
  const detail = async (shop: Shop, order: Order) =>
    orderDetail(order, await (await lookUp(deps, shop, [order]))(order))
  return lists(deps)
    .route('/', instead(deps))
    .get(
      '/shops/:shop/orders/:id',
      answers(OrderDetail, { summary: 'One order with its whole history' }),
      async (c) => {
        const order = await deps.store.orders.get(c.get('shop').id, c.req.param('id'))
        return order ? c.json(await detail(c.get('shop'), order)) : missing()
      },
    )
    .post(
      '/shops/:shop/orders/:id/actions',
      json(Deciding),
      answers(OrderDetail, { summary: 'A decision of the seller; written into the history with its reason' }),
      async (c) => {
        const which = {
          shop: c.get('shop').id,
          order: c.req.param('id'),
          by: `seller:${c.get('account').id}` as const,
        }
        const done = await decide(deps, which, c.req.valid('json'))
        return c.json(await detail(c.get('shop'), orReject(done, DECISION_REFUSALS).order))
      },
    )
}
