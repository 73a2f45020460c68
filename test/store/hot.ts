// What the shop asks all the time, through the store's own door, with the index that answers it.
import type { Store } from '../../src/store/store.ts'
import type { FakeClock } from '../support/fake-clock.ts'
import { SHOP } from './contract/support.ts'

export type Hot = {
  /** Collection and index. */
  of: string
  index: string
  /** One that another engine may take as well: it narrows as far, and leaves the sorting to do. */
  also?: string
  ask(store: Store, clock: FakeClock): Promise<unknown>
}

const hot = (of: string, index: string, ask: Hot['ask']): Hot => ({ of, index, ask })
const or = (also: string, one: Hot): Hot => ({ ...one, also })

/** As an index over what is asked of documents is named. */
const x = (...fields: string[]): string =>
  fields.map((field) => (field.startsWith('-') ? `x.${field.slice(1)}_-1` : `x.${field}_1`)).join('_')

const OTHER = 's_many7'

const PEOPLE: Hot[] = [
  hot('account', x('email'), ({ accounts }) => accounts.byEmail('a77@example.com')),
  hot('session', x('account'), ({ sessions }) => sessions.removeOf('a_77')),
  hot('session', x('expires'), ({ sessions }) => sessions.prune(20)),
  hot('shop', x('owner'), ({ shops }) => shops.ofOwner('a_77')),
  hot('shop', x('bot'), ({ shops }) => shops.polled()),
  hot('provider', x('shop'), ({ providers }) => providers.list(SHOP)),
  hot('import_plan', x('shop', '-created'), ({ imports }) => imports.list(SHOP, 10)),
  hot('customer', x('shop', '-seen'), ({ customers }) => customers.list(SHOP, 50)),
]

const CHATS: Hot[] = [
  hot('chat', x('shop', '-seen'), ({ chats }) => chats.list(SHOP, 50)),
  hot('chat', x('shop', 'handoff', 'n'), ({ chats }) => chats.handedOver(SHOP, 50)),
  hot('chat', x('pending'), ({ relay }) => relay()),
  or(
    'shop_1_chat_1_changed_1',
    hot('message', 'shop_1_chat_1_n_1', ({ messages }) => messages.list(OTHER, '1:7', { limit: 50 })),
  ),
  hot('message', 'shop_1_chat_1_changed_1', ({ messages }) =>
    messages.list(OTHER, '1:7', { changedSince: 19_000, limit: 50 }),
  ),
  hot('item', x('shop', 'open', '-at'), ({ items }) => items.list(OTHER, true, 50)),
  hot('item', x('shop', '-at'), ({ items }) => items.list(SHOP, false, 50)),
  hot('item', x('shop', 'chat', '-at'), ({ items }) => items.ofChat(OTHER, '1:7', 20)),
  hot('item', x('pending'), ({ relay }) => relay()),
  hot('knowledge', x('shop', '-at'), ({ knowledge }) => knowledge.list(SHOP)),
  hot('usage', x('day', 'whole'), ({ usage }) => usage.ofDay('2026-7')),
]

const ORDERS: Hot[] = [
  hot('notice', x('attempt'), ({ notices }) => notices.list('o_many77-1')),
  hot('notice', x('pending'), ({ relay }) => relay()),
  hot('orders', x('shop', 'number'), ({ orders }) => orders.byNumber(OTHER, 'cu_7', 'N7')),
  or(
    x('shop', 'state', 'deposit', '-created', '-n'),
    hot('orders', x('shop', '-created', '-n'), ({ orders }) => orders.list(SHOP, { limit: 50 })),
  ),
  hot('orders', x('shop', 'customer', '-created'), ({ orders }) =>
    orders.list(OTHER, { customer: 'cu_7', deposits: 'all', limit: 10 }),
  ),
  hot('orders', x('shop', 'state', 'deposit', '-created', '-n'), ({ orders }) =>
    orders.list(SHOP, { states: ['closed'], limit: 50 }),
  ),
  hot('orders', x('shop', 'provider', 'poll'), ({ orders }) => orders.toPoll(SHOP, 'p_0', 20_000, 100)),
  hot('orders', x('shop', 'needs', 'n'), ({ orders }) => orders.needing(SHOP, 20_000)),
  or(
    x('shop', 'platform', 'changed'),
    hot('orders', x('shop', 'changed', 'n'), ({ orders }) =>
      orders.list(SHOP, { changedSince: 19_500, deposits: 'all' }),
    ),
  ),
  hot('orders', x('shop', 'platform', 'changed'), ({ orders }) =>
    orders.list(SHOP, { platform: true, changedSince: 100, deposits: 'all', limit: 500 }),
  ),
  hot('orders', x('shop', 'due', '-created', '-n'), ({ orders }) =>
    orders.list(SHOP, { due: true, limit: 50 }),
  ),
  hot('orders', x('pending'), ({ relay }) => relay()),
]

const GOODS: Hot[] = [
  hot('service', x('shop', 'mid'), ({ services }) => services.list(SHOP, { after: 100, limit: 50 })),
  hot('service', x('shop', 'provider', 'n'), ({ services }) => services.known(SHOP, 'p_0')),
  hot('service', x('shop', 'sale', 'mid'), ({ services }) => services.list(SHOP, { onSale: true })),
]

const MONEY: Hot[] = [
  hot('wallet', x('shop', 'money', 'balance'), ({ wallets }) => wallets.owed(SHOP, 'real')),
  hot('wallet_entry', 'wallet_1_cause_1', ({ wallets }) =>
    wallets.credit(SHOP, 'cu_1', 'real', { cause: 'c1', amount: 10, at: 0, note: 'again' }),
  ),
  hot('wallet_entry', 'wallet_1_n_-1', ({ wallets }) =>
    wallets.entries(SHOP, 'cu_1', 'real', { before: 40, limit: 20 }),
  ),
  or(
    x('shop', 'state', '-at'),
    hot('withdrawal', x('shop', '-at', '-n'), ({ withdrawals }) => withdrawals.list(SHOP, { limit: 50 })),
  ),
  hot('withdrawal', x('shop', 'state', '-at'), ({ withdrawals }) =>
    withdrawals.list(SHOP, { state: 'due', limit: 50 }),
  ),
  hot('withdrawal', x('pending'), ({ relay }) => relay()),
  hot('withdrawal', x('forget'), ({ withdrawals }) => withdrawals.forget(9_000_000)),
  hot('payout', x('shop', '-at'), ({ payouts }) => payouts.list(SHOP)),
  hot('audit', 'x.shop_1_x.at_-1__id_-1', ({ audit }) => audit.list({ shop: SHOP, limit: 50 })),
  hot('audit', 'x.at_-1__id_-1', ({ audit }) => audit.list({ limit: 50 })),
  hot('claim', x('shop', 'waiting'), ({ claims }) => claims.waiting(SHOP)),
]

const WORK: Hot[] = [
  hot('hit', 'until_1', ({ limits }, clock) => limits.hit('somebody', clock.now(), 1000)),
  hot('job', 'state_1_runAt_1', ({ jobs }, clock) =>
    jobs.claim(['notices.order'], 'w', clock.now(), 1000, 3),
  ),
  hot('job', 'state_1_runAt_1', ({ jobs }) => jobs.nextAt()),
  hot('job', 'state_1_runAt_1', ({ jobs }) => jobs.prune(5)),
  hot('inbox', 'state_1_at_1', ({ inbox }) => inbox.dead(10)),
  or(
    'waiting_1_freeAt_1',
    hot('lane', 'waiting_1_headAt_1__id_1_freeAt_1', ({ inbox }, clock) =>
      inbox.claim('w', clock.now(), 1000),
    ),
  ),
  hot('lane', 'waiting_1_freeAt_1', ({ inbox }) => inbox.nextAt()),
]

export const HOT: readonly Hot[] = [...PEOPLE, ...CHATS, ...ORDERS, ...GOODS, ...MONEY, ...WORK]
