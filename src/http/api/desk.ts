// What lies on the seller's desk: the first page's figures, customers, and beside them the items that need a person.
import { Hono } from 'hono'
import * as v from 'valibot'
import type { Clock } from '../../lib/clock.ts'
import type { Shop } from '../../model/shop.ts'
import { figuresOf } from '../../reports/overview.ts'
import type { Store } from '../../store/store.ts'
import { answers, json } from '../describe.ts'
import type { AppEnv } from '../env.ts'
import { reject } from '../errors.ts'
import { type ItemsDeps, itemRoutes } from './items.ts'
import { orderRow } from './order-view.ts'
import { providerView } from './provider-view.ts'
import { CustomerView, OverviewView } from './views.ts'

export type DeskDeps = Pick<ItemsDeps, 'close'> & {
  store: Pick<
    Store,
    'orders' | 'customers' | 'items' | 'services' | 'providers' | 'imports' | 'wallets' | 'chats'
  >
  clock: Clock
  /** Whether bills can be made: own or platform keys, or practice. */
  takesMoney(shop: Shop): Promise<boolean>
}

const missing = () => reject(404, { code: 'notFound', message: 'There is nothing with this id' })

const customerList = (deps: DeskDeps) =>
  new Hono<AppEnv>()
    .get(
      '/shops/:shop/customers',
      answers(v.array(CustomerView), { summary: 'Customers, last seen first' }),
      async (c) => c.json(await customers(deps, c.get('shop'))),
    )
    .put(
      '/shops/:shop/customers/:id',
      json(v.object({ blocked: v.boolean() })),
      answers(null, { summary: 'Blocks a customer or lets them in again' }),
      async (c) => {
        const { blocked } = c.req.valid('json')
        const changed = await deps.store.customers.change(c.get('shop').id, c.req.param('id'), (current) => ({
          ...current,
          blocked,
        }))
        return changed ? c.body(null, 204) : missing()
      },
    )

export const deskApi = (deps: DeskDeps) =>
  new Hono<AppEnv>()
    .get(
      '/shops/:shop/overview',
      answers(OverviewView, { summary: 'Figures, first steps and newest orders' }),
      async (c) => c.json(await overview(deps, c.get('shop'))),
    )
    .route('/', itemRoutes(deps))
    .route('/', customerList(deps))

const overview = async (deps: DeskDeps, shop: Shop): Promise<OverviewView> => {
  const { store } = deps
  const [figures, providers, items, onSale, services, imports, chats, takesMoney, needing] =
    await Promise.all([
      figuresOf(deps, shop.id),
      store.providers.list(shop.id),
      store.items.list(shop.id, true, 200),
      store.services.count(shop.id, { onSale: true }),
      store.services.count(shop.id, {}),
      store.imports.list(shop.id, 5),
      store.chats.list(shop.id, 1),
      deps.takesMoney(shop),
      store.orders.needing(shop.id, deps.clock.now()),
    ])
  const { recent, ...sums } = figures
  const steps = {
    provider: providers.length > 0,
    import: imports.some((one) => one.state === 'done'),
    margin: shop.settings.margin !== undefined,
    sale: onSale > 0,
    preview: chats.length > 0,
    midtrans: takesMoney,
    bot: shop.bot !== undefined,
  }
  const asked =
    shop.mode === 'practice'
      ? (['provider', 'import', 'margin', 'sale', 'preview'] as const)
      : (Object.keys(steps) as (keyof typeof steps)[])
  const names = new Map(
    await Promise.all(
      recent.map(
        async ({ customer }) =>
          [customer, (await store.customers.get(shop.id, customer))?.name ?? '–'] as const,
      ),
    ),
  )
  return {
    ...sums,
    orders: { ...sums.orders, needing },
    onSale,
    services,
    providers: providers.map(providerView),
    items: items.length,
    checklist: asked.map((id) => ({ id, done: steps[id] })),
    recent: recent.map((order) => orderRow(order, names.get(order.customer) ?? '–')),
  }
}

const customers = async (deps: DeskDeps, shop: Shop): Promise<CustomerView[]> => {
  const money = shop.mode === 'practice' ? 'play' : 'real'
  const found = await deps.store.customers.list(shop.id, 200)
  return Promise.all(
    found.map(async ({ id, name, username, person, createdAt, seenAt, blocked = false }) => {
      const { balance } = await deps.store.wallets.get(shop.id, id, money)
      return {
        id,
        name,
        person,
        createdAt,
        seenAt,
        blocked,
        saldo: balance,
        ...(username ? { username } : {}),
      }
    }),
  )
}
