// Orders of a shop for its seller: list, whole history, and the decisions that only a person may make.
import { Hono } from 'hono'
import * as v from 'valibot'
import type { Declaration, DeclareRefusal } from '../../fulfilment/declare.ts'
import type { Resolution } from '../../fulfilment/resolve.ts'
import type { CustomerId, Millis, OrderId, ShopId } from '../../lib/brand.ts'
import type { Outcome } from '../../lib/outcome.ts'
import { STATES } from '../../model/flow.ts'
import type { By, Order } from '../../model/order.ts'
import type { Store } from '../../store/store.ts'
import { answers, json, query } from '../describe.ts'
import type { AppEnv } from '../env.ts'
import { orReject, reject } from '../errors.ts'
import { orderDetail, orderRow } from './order-view.ts'
import { ORDER_ACTIONS, type OrderAction, OrderDetail, OrderPage } from './order-views.ts'

type Which = { shop: ShopId; order: OrderId; by: By; reason?: string }

export type OrdersApiDeps = {
  store: Pick<Store, 'orders' | 'customers'>
  approve(which: Which): Promise<Resolution>
  giveBack(which: Which): Promise<Resolution>
  taken(which: Which & { panelId: string }): Promise<Resolution>
  notTaken(which: Which): Promise<Resolution>
  declare(told: Declaration): Promise<Outcome<{ order: Order }, DeclareRefusal>>
  check(input: {
    shop: ShopId
    customer: CustomerId
    order: OrderId
  }): Promise<Outcome<{ order: Order }, 'notFound'>>
}

const Listing = v.object({
  state: v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => text.split(',')),
      v.array(v.picklist(STATES)),
    ),
  ),
  text: v.optional(v.pipe(v.string(), v.maxLength(200))),
  due: v.optional(v.picklist(['1'])),
  before: v.optional(v.pipe(v.string(), v.regex(/^\d{1,16}$/), v.transform(Number))),
  limit: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number), v.minValue(1), v.maxValue(200)),
  ),
})

const Deciding = v.object({
  action: v.picklist(ORDER_ACTIONS),
  reason: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(300))),
  panelId: v.optional(v.pipe(v.string(), v.trim(), v.regex(/^[\w-]{1,60}$/, 'is no order id of a panel'))),
  /** Units not delivered, for `endedPartial`. */
  remains: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
})

const REFUSALS = {
  notFound: [404, 'There is no such order'],
  wrongState: [409, 'The order has moved on meanwhile: look again'],
  unknownPanelId: [422, 'The panel knows no order with this id'],
  usedPanelId: [409, 'This panel id belongs to another order'],
  otherCharge: [409, 'The panel charged another sum for this id: it is another order'],
  panelTells: [409, 'The panel tells how this order stands: its own word counts'],
  remains: [422, 'How many were not delivered: a whole number up to the quantity'],
  panelSilent: [502, 'The panel did not answer; try again later'],
} as const

const makeNames = (deps: OrdersApiDeps) => async (shop: ShopId, orders: Order[]) => {
  const ids = [...new Set(orders.map((order) => order.customer))]
  const found = await Promise.all(ids.map((id) => deps.store.customers.get(shop, id)))
  const names = new Map(
    found.flatMap((customer) => (customer ? [[customer.id, customer.name] as const] : [])),
  )
  return (order: Order) => names.get(order.customer) ?? '–'
}

const listing = (deps: OrdersApiDeps, named: ReturnType<typeof makeNames>) =>
  new Hono<AppEnv>().get(
    '/shops/:shop/orders',
    query(Listing),
    answers(OrderPage, { summary: 'Orders, newest first, and how many are in each state' }),
    async (c) => {
      const { state, text, due, before, limit = 50 } = c.req.valid('query')
      const shop = c.get('shop').id
      const filter = {
        ...(state ? { states: state } : {}),
        ...(text ? { text } : {}),
        ...(due ? { due: true } : {}),
        ...(before ? { before: before as Millis } : {}),
        limit,
      }
      const [orders, counts] = await Promise.all([
        deps.store.orders.list(shop, filter),
        deps.store.orders.counts(shop),
      ])
      const name = await named(shop, orders)
      const rows = orders.map((order) => orderRow(order, name(order)))
      return c.json({ rows, counts: counts as Record<string, number> })
    },
  )

export const ordersApi = (deps: OrdersApiDeps) => {
  const named = makeNames(deps)
  const detail = async (order: Order) => orderDetail(order, (await named(order.shop, [order]))(order))
  return listing(deps, named)
    .get(
      '/shops/:shop/orders/:id',
      answers(OrderDetail, { summary: 'One order with its whole history' }),
      async (c) => {
        const order = await deps.store.orders.get(c.get('shop').id, c.req.param('id'))
        return order
          ? c.json(await detail(order))
          : reject(404, { code: 'notFound', message: 'There is no such order' })
      },
    )
    .post(
      '/shops/:shop/orders/:id/actions',
      json(Deciding),
      answers(OrderDetail, { summary: 'A decision of the seller; written into the history with its reason' }),
      async (c) => {
        const { action, reason, ...facts } = c.req.valid('json')
        const which: Which = {
          shop: c.get('shop').id,
          order: c.req.param('id'),
          by: `seller:${c.get('account').id}`,
          ...(reason ? { reason } : {}),
        }
        const done = await decide(deps, which, { action, ...facts })
        return c.json(await detail(orReject(done, REFUSALS).order))
      },
    )
}

type Decision = { action: OrderAction; panelId?: string | undefined; remains?: number | undefined }
type Decided = Outcome<{ order: Order }, keyof typeof REFUSALS>

const ENDED = {
  endedCompleted: 'completed',
  endedPartial: 'partial',
  endedStopped: 'stoppedByPanel',
} as const

const missing = (field: 'panelId' | 'reason'): never =>
  reject(400, { code: 'invalid', message: 'A field is missing', fields: { [field]: 'is missing' } })

const decide = async (
  deps: OrdersApiDeps,
  which: Which,
  { action, panelId, remains }: Decision,
): Promise<Decided> => {
  switch (action) {
    case 'sendForReal':
    case 'sendAnyway':
      return deps.approve(which)
    case 'giveBack':
      return deps.giveBack(which)
    case 'notTaken':
      return deps.notTaken(which)
    case 'taken':
      return deps.taken({ ...which, panelId: panelId ?? missing('panelId') })
    case 'endedCompleted':
    case 'endedPartial':
    case 'endedStopped': {
      const told = { ...which, reason: which.reason ?? missing('reason'), ended: ENDED[action] }
      return deps.declare(remains === undefined ? told : { ...told, remains })
    }
    case 'checkPayment': {
      const order = await deps.store.orders.get(which.shop, which.order)
      return order ? deps.check({ ...which, customer: order.customer }) : { ok: false, reason: 'notFound' }
    }
  }
}
