// After a copy of the database was put back: what may have moved in the time that is lost. Live shops start closed, what may have been
// sent is `unknown`, what may have been paid goes the same way once it is found so, and money that is given by hand is asked about.
// Each step may run again after a kill; the mark that this is a copy is taken off last.
import type { Millis, ShopId } from '../lib/brand.ts'
import type { Clock } from '../lib/clock.ts'
import type { Decision, JobDraft, JobName, Move, OrderState } from '../model/flow.ts'
import { newestSubmission, type Order } from '../model/order.ts'
import type { Shop } from '../model/shop.ts'
import type { Item } from '../store/documents.ts'
import type { Store } from '../store/store.ts'
import { restoredWords } from '../text/restored.ts'
import { ordersSince } from './orders-since.ts'

export type RestoredDeps = {
  store: Pick<Store, 'platform' | 'accounts' | 'shops' | 'orders' | 'withdrawals' | 'items'>
  clock: Clock
}

export type Restored = {
  /** Live shops, closed until their sellers have looked. */
  shops: number
  /** Orders that may have been sent. */
  unknown: number
  /** Orders that may have been paid. */
  unpaid: number
  /** Withdrawals and refunds that may have been paid by hand. */
  items: number
}

const MAYBE_SENT: readonly OrderState[] = ['paid', 'waiting', 'held', 'submitting']
const MAYBE_PAID: readonly OrderState[] = ['quoted', 'billing', 'awaitingPayment', 'lapsed', 'withdrawn']
/** Nobody knew before, and what was decided since is lost: the balances of then prove nothing now. */
const UNKNOWN: readonly OrderState[] = ['unknown']

export const markRestored = async (deps: RestoredDeps): Promise<Restored> => {
  const now = deps.clock.now()
  const shops = await deps.store.shops.list()
  const live = shops.filter(({ mode }) => mode === 'live')
  for (const { id } of live) await deps.store.shops.change(id, (shop) => ({ ...shop, restored: now }))
  for (const { id } of await deps.store.accounts.list())
    await deps.store.accounts.change(id, (account) => ({ ...account, sessionsFrom: now }))
  const sum: Restored = { shops: live.length, unknown: 0, unpaid: 0, items: 0 }
  for (const shop of shops) {
    sum.unknown += await mark(deps, shop, { states: UNKNOWN, decide: (order) => unproven(order, now) })
    sum.unknown += await mark(deps, shop, { states: MAYBE_SENT, decide: (order) => doubted(order, now) })
    sum.unpaid += await mark(deps, shop, { states: MAYBE_PAID, decide: (order) => guarded(order, now) })
    if (shop.mode === 'live') sum.items += await askAboutMoney(deps, shop, now)
  }
  await deps.store.platform.change(({ copied: _, ...platform }) => platform)
  return sum
}

/** A practice shop's panel and bank lie in this same database: they are as old as its orders, and nothing is lost between them. */
const hasOutside = (shop: Shop, { quote }: Order): boolean => shop.mode === 'live' || quote.world === 'real'

type Marking = { states: readonly OrderState[]; decide(order: Order): Decision }

const mark = async (deps: RestoredDeps, shop: Shop, { states, decide }: Marking): Promise<number> => {
  const orders = await ordersSince(deps.store, { shop: shop.id, since: EVER, states: [...states] })
  let count = 0
  for (const order of orders.filter((one) => hasOutside(shop, one))) {
    const moved = await deps.store.orders.advance(shop.id, order.id, (current) =>
      states.includes(current.state) ? decide(current) : { skip: current.state },
    )
    if (moved.ok) count += 1
  }
  return count
}

const EVER = 0 as Millis

const REASON = 'a copy was put back'

/** An approval of the lost time's beginning counts no more, and a sending under way has no answer. A deposit buys nothing. */
const doubted = (order: Order, now: Millis): Decision => {
  if (order.deposit) return { skip: 'buys nothing' }
  const open = newestSubmission(order)
  const cutOff =
    open && !open.outcome ? { [open.id]: { ...open, outcome: 'unknown' as const, endedAt: now } } : {}
  return {
    to: 'unknown',
    type: 'restored',
    by: 'system',
    reason: REASON,
    patch: {
      why: 'restored',
      restored: now,
      approved: undefined,
      submissions: { ...order.submissions, ...cutOff },
    },
    jobs: asking(order, now),
  }
}

const unproven = (order: Order, now: Millis): Decision => ({
  ...guarded(order, now),
  patch: {
    restored: now,
    submissions: Object.fromEntries(
      Object.entries(order.submissions).map(([id, { hint: _, ...submission }]) => [id, submission]),
    ),
  },
})

const guarded = (order: Order, now: Millis): Move => ({
  type: 'restored',
  by: 'system',
  reason: REASON,
  patch: { restored: now },
  jobs: asking(order, now),
})

/** Its bills are asked for at the gateway at once, by whoever asks in this state. */
const ASKS: Partial<Record<OrderState, JobName>> = {
  awaitingPayment: 'payments.ask',
  lapsed: 'payments.ask',
  withdrawn: 'payments.cancel',
  paid: 'payments.ask',
  waiting: 'payments.ask',
  held: 'payments.ask',
}

const asking = ({ id, shop, state, bills }: Order, now: Millis): JobDraft[] => {
  const name = ASKS[state]
  const open = Object.values(bills).some(({ final }) => !final)
  return name && open
    ? [{ id: `${name}:${id}:restored:${now}`, name, at: now, payload: { shop, order: id } }]
    : []
}

const MOST = 10_000
const ITEM = 'it_restored_'

const askAboutMoney = async (deps: RestoredDeps, shop: Shop, now: Millis): Promise<number> => {
  const words = restoredWords(shop.settings.language)
  const item = (about: string, text: string, more: Partial<Item> = {}): Item => ({
    id: `${ITEM}${about}_${now}`,
    shop: shop.id,
    kind: 'money',
    text,
    at: now,
    ...more,
  })
  const due = await deps.store.withdrawals.list(shop.id, { state: 'due', limit: MOST })
  const orders = await ordersSince(deps.store, { shop: shop.id, since: EVER, due: true })
  const items = [
    ...due.map(({ id, amount, masked, chat }) => item(id, words.withdrawal(amount, masked), { chat })),
    ...orders.flatMap((order) =>
      Object.values(order.refunds)
        .filter(({ state, to }) => state === 'due' && to !== 'saldo')
        .map(({ id, amount }) =>
          item(`${order.id}_${id}`, words.refund(amount, order.number), { order: order.id }),
        ),
    ),
    ...orders
      .filter(({ deposit, state }) => deposit && state === 'held')
      .map((order) => item(order.id, words.stray(order.number), { order: order.id })),
  ]
  for (const one of items) await deps.store.items.create(one)
  return items.length
}

/** What still wants the seller's eye before the shop opens again. */
export const leftToLook = async (
  store: Pick<Store, 'orders' | 'items'>,
  shop: ShopId,
): Promise<{ orders: number; items: number }> => {
  const unknown = await ordersSince(store, { shop, since: EVER, states: ['unknown'] })
  const items = await store.items.list(shop, true, MOST)
  return {
    orders: unknown.filter(({ restored }) => restored !== undefined).length,
    items: items.filter(({ id }) => id.startsWith(ITEM)).length,
  }
}
