// What needs a person: items with their order, chat, promise and answer; ended with a message to the customer where one waits.
import { Hono } from 'hono'
import * as v from 'valibot'
import type { CloseRefusal, Closing } from '../../chats/items-close.ts'
import { openItems } from '../../chats/items-open.ts'
import type { RefillRefusal } from '../../fulfilment/refill.ts'
import type { Outcome } from '../../lib/outcome.ts'
import { QUICK_ANSWERS } from '../../model/quick-answer.ts'
import type { Shop } from '../../model/shop.ts'
import type { Item } from '../../store/documents.ts'
import type { Store } from '../../store/store.ts'
import { answers, json, query } from '../describe.ts'
import type { AppEnv } from '../env.ts'
import { orReject, type RefusalTable } from '../errors.ts'
import { ItemView } from './views.ts'

export type ItemsDeps = {
  store: Pick<Store, 'items' | 'orders' | 'customers'>
  close(closing: Closing): Promise<Outcome<{ item: Item; already: boolean }, CloseRefusal | RefillRefusal>>
}

const REFUSALS: RefusalTable<CloseRefusal | RefillRefusal> = {
  notFound: [404, 'There is nothing with this id'],
  needsMessage: [409, 'The customer waits for an answer: send one with it'],
  text: [400, 'Write 1 to 2000 characters'],
  noMoneyBack: [409, 'No money has come back to this customer yet'],
  noOrder: [409, 'This item has no order that a panel has taken'],
  refillState: [409, 'This order is not finished'],
  refillLate: [409, 'The guarantee of this order has ended'],
  refillUnder: [409, 'A refill of this order is under way'],
  refillAsking: [409, 'The panel is being asked for this refill: try again in a moment'],
  refillRefused: [409, 'The panel refused the refill'],
  refillUnknown: [409, "The panel's answer could not be read: look there before anything else"],
  panelSilent: [503, 'The panel can not be reached'],
}

export const itemView = async ({ store }: Pick<ItemsDeps, 'store'>, item: Item): Promise<ItemView> => {
  const order = item.order ? await store.orders.get(item.shop, item.order) : null
  const customer = item.customer ? await store.customers.get(item.shop, item.customer) : null
  const { id, kind, text, at, doneAt, by, number, dueAt, missed, answeredAt, unreached, stand, more } = item
  return {
    id,
    kind,
    text,
    at,
    ...(item.order ? { order: item.order } : {}),
    ...(order ? { orderNumber: order.number } : {}),
    ...(item.chat ? { chat: item.chat } : {}),
    ...(customer ? { customer: { id: customer.id, name: customer.name } } : {}),
    ...(number ? { number } : {}),
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(missed ? { missed } : {}),
    ...(answeredAt === undefined ? {} : { answeredAt }),
    ...(unreached ? { unreached } : {}),
    ...(stand ? { stand } : {}),
    ...(item.refill ? { refill: true } : {}),
    ...(more?.length ? { more } : {}),
    ...(item.answer ? { answer: item.answer } : {}),
    ...(doneAt === undefined ? {} : { doneAt }),
    ...(by && doneAt !== undefined ? { by } : {}),
  }
}

const CloseForm = v.strictObject({
  text: v.optional(v.pipe(v.string(), v.maxLength(4000))),
  pick: v.optional(v.picklist(QUICK_ANSWERS)),
})

export const itemRoutes = (deps: ItemsDeps) =>
  new Hono<AppEnv>()
    .get(
      '/shops/:shop/items',
      query(v.object({ open: v.optional(v.picklist(['1'])) })),
      answers(v.array(ItemView), { summary: 'What needs a person' }),
      async (c) => c.json(await list(deps, c.get('shop'), c.req.valid('query').open === '1')),
    )
    .post(
      '/shops/:shop/items/:id/done',
      json(CloseForm),
      answers(null, { summary: 'Ends an item, with an answer to the customer where one waits' }),
      async (c) => {
        const { text, pick } = c.req.valid('json')
        const closed = await deps.close({
          shop: c.get('shop').id,
          id: c.req.param('id'),
          by: `seller:${c.get('account').id}`,
          ...(text === undefined ? {} : { text }),
          ...(pick ? { pick } : {}),
        })
        orReject(closed, REFUSALS)
        return c.body(null, 204)
      },
    )

const list = async (deps: ItemsDeps, shop: Shop, open: boolean): Promise<ItemView[]> =>
  Promise.all((await listed(deps, shop, open)).map((item) => itemView(deps, item)))

const MOST = 200
const listed = (deps: ItemsDeps, { id }: Shop, open: boolean): Promise<Item[]> =>
  open ? openItems(deps, id, MOST) : deps.store.items.list(id, false, MOST)
