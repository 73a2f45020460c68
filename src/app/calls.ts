// Customers who ask for a person, with the verbs' deps filled in: the dashboard and the seller's chat call the same.
import type { CallVerbs } from '../bot/console/deps.ts'
import { type HandoffDeps, handBack, writeToCustomer } from '../chats/handoff.ts'
import { type CloseDeps, type Closing, closeItem } from '../chats/items-close.ts'
import type { FulfilmentDeps } from '../fulfilment/deps.ts'
import { askRefill } from '../fulfilment/refill.ts'
import type { Rupiah } from '../lib/brand.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import type { By } from '../model/order.ts'
import type { Chat, Item } from '../store/documents.ts'
import { visible } from '../text/html.ts'
import { render } from '../text/render.ts'
import type { Base } from './base.ts'
import type { Sales } from './sales.ts'
import { makeHow } from './talk.ts'

/** A customer's newest entries hold whatever came back since the item was opened. */
const ENTRIES = 50

/** What the order has given back to saldo, or what its customer got since they asked. */
const moneyBack = async ({ store }: Base, item: Item): Promise<Rupiah> => {
  const order = item.order ? await store.orders.get(item.shop, item.order) : null
  if (!order) return 0
  const returned = Object.values(order.refunds).filter(({ state, to }) => state === 'done' && to === 'saldo')
  const entries = await store.wallets.entries(item.shop, order.customer, order.quote.money, {
    limit: ENTRIES,
  })
  const since = entries.filter(({ at, amount, topup }) => at >= item.at && amount > 0 && !topup)
  return [...returned, ...since].reduce((sum, { amount }) => sum + amount, 0)
}

/** The chat that a person has for this item. */
const chatOf = async (store: Base['store'], { shop, id }: Closing): Promise<Chat | null> => {
  const item = await store.items.get(shop, id)
  const chat = item?.kind === 'human' && item.chat ? await store.chats.get(shop, item.chat) : null
  return chat?.handoff?.item === id ? chat : null
}

/** A call ends with its chat: the last words, and the bot is back. */
const closeByChat = async (
  deps: HandoffDeps,
  { chat, shop, id, by, text }: Closing & { chat: Chat },
): Promise<Outcome<{ item: Item; already: boolean }, 'notFound' | 'needsMessage' | 'text'>> => {
  const given = await handBack(deps, { shop, chat: chat.key, by, ...(text === undefined ? {} : { text }) })
  if (!given.ok) return given
  const item = await deps.store.items.get(shop, id)
  return item ? { ok: true, item, already: given.already } : refuse('notFound')
}

/** A refill is asked for at the panel before the customer is told that it was. */
const refillOf = async (fulfilment: FulfilmentDeps, { shop, order }: Item, by: By) =>
  order ? askRefill(fulfilment, { shop, order, by }) : refuse('noOrder')

export const makeCalls = (base: Base, { fulfilment }: Pick<Sales, 'fulfilment'>): CallVerbs => {
  const { store, clock } = base
  const how = makeHow(base)
  const closing: CloseDeps = {
    store,
    clock,
    moneyBack: (item) => moneyBack(base, item),
    wordsOf: async (item, pick) => {
      const order = item.order ? await store.orders.get(item.shop, item.order) : null
      const said = render(
        { say: 'itemAnswered', item: item.number ?? '', pick, ...(order ? { number: order.number } : {}) },
        await how(item.shop),
      )
      return visible(said.html)
    },
  }
  return {
    close: async (input) => {
      const had = await chatOf(store, input)
      if (had) return closeByChat({ store, clock }, { chat: had, ...input })
      const item = input.pick === 'refill' ? await store.items.get(input.shop, input.id) : null
      if (item && item.doneAt === undefined) {
        const asked = await refillOf(fulfilment, item, input.by)
        // One that is under way has been asked for: so it may be said.
        if (!asked.ok && asked.reason !== 'refillUnder') return asked
      }
      return closeItem(closing, input)
    },
    write: (input) => writeToCustomer({ store, clock }, input),
    handBack: (input) => handBack({ store, clock }, input),
  }
}
