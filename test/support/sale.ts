// A sale without a chat: the real store in memory, real verbs and worker, a clock that is told, a bank and a panel that are played.
// The outside (store, bank, panel, clock) outlives the process, which may be killed at any call and started anew.

import type { ProviderOrder } from '../../src/catalog/provider.ts'
import { MINUTE, SECOND } from '../../src/lib/clock.ts'
import type { MoneyKind, Order } from '../../src/model/order.ts'
import type { Service } from '../../src/model/service.ts'
import { isSettled } from '../../src/model/settled.ts'
import type { Store } from '../../src/store/store.ts'
import { service } from '../store/contract/support.ts'
import { fakeClock } from './fake-clock.ts'
import { countingIds } from './ids.ts'
import { makeBank } from './sale/bank.ts'
import { moneyFaults, orderFaults, panelFaults, walletFaults } from './sale/money.ts'
import type { Death } from './sale/mortal.ts'
import { type FakePanel, makePanel } from './sale/panel.ts'
import { boot, type Process } from './sale/process.ts'
import { openTestStore } from './store-under-test.ts'

export const SHOP = 's_1'
export const ANI = 'cu_ani'
export const SELLER = 'seller:a_1' as const
/** What one unit costs the customer, and the shop. */
export const PRICE_OF_ONE = 12
export const COST_OF_ONE = 9

/** What a test may turn while the shop runs. */
export type Rules = {
  /** What one unit costs now; null: the service is gone. */
  costOfOne: number | null
  /** What one unit of another service costs. */
  costs: Record<string, number | null>
  /** Other panels, by the provider that stands for them. */
  others: Record<string, FakePanel>
  /** As the catalogue has the service now. */
  limits: { min: number; max: number; onSale: boolean }
  /** `<shop> <provider>` → the panel account behind it; all are one account unless told otherwise. */
  accounts: Record<string, string>
  /** Somebody's patience, which ends when the test says so; without it nobody's ends. */
  wait?: (ms: number) => Promise<void>
  open: boolean
  panelGone: boolean
  /** Switched off: there, but not to be asked. */
  panelOff: boolean
  gatewayGone: boolean
  hooked: boolean
  /** New bills show the seller's own static QRIS. */
  manual: boolean
  /** Bills are made with the platform's keys. */
  platform: boolean
}

export type WorldOptions = { money?: MoneyKind; panel?: 'sandbox' | 'real'; saldo?: number }

/** How calls of the process go: how long they take, and what happens just before one of them. */
const makeManner = () => {
  const waiting: { call: string; work: () => Promise<unknown> }[] = []
  return {
    turns: () => 0,
    /** Once, before the next call of that name. */
    before: (call: string, work: () => Promise<unknown>): void => void waiting.push({ call, work }),
    meanwhile: async (call: string): Promise<void> => {
      const at = waiting.findIndex((one) => one.call === call)
      if (at >= 0) await waiting.splice(at, 1)[0]?.work()
    },
    /** What has not happened, because its call never came. */
    left: () => waiting.map(({ call }) => call),
  }
}

export const makeWorld = async ({ money = 'real', panel: world = 'real', saldo = 0 }: WorldOptions = {}) => {
  const clock = fakeClock()
  const store = await openTestStore(clock)
  const bank = makeBank(clock, money)
  const panel = makePanel(world)
  const rules: Rules = {
    costOfOne: COST_OF_ONE,
    costs: {},
    others: {},
    limits: { min: 100, max: 1_000_000, onSale: true },
    accounts: {},
    open: true,
    panelGone: false,
    panelOff: false,
    gatewayGone: false,
    hooked: false,
    manual: false,
    platform: false,
  }
  const told: string[] = []
  const broken: string[] = []
  await store.services.putLot(SHOP, [service(1, { onSale: true, min: 100, max: 1_000_000 }) as Service])
  if (saldo > 0)
    await store.wallets.credit(SHOP, ANI, money, {
      cause: 'opening',
      amount: saldo,
      at: clock.now(),
      note: 'gift',
    })
  panel.watch.onAdd = async (order) => void broken.push(...(await sentWrongly(store, order)))
  const manner = makeManner()
  return { clock, store, bank, panel, rules, told, broken, money, opening: saldo, ids: countingIds(), manner }
}
export type World = Awaited<ReturnType<typeof makeWorld>>

/** Rules 2 and 7, looked at when the request arrives at the panel. */
const sentWrongly = async (store: Store, sent: ProviderOrder): Promise<string[]> => {
  const orders = await store.orders.list(SHOP, {})
  const order = orders.find(({ quote }) => quote.link === sent.link && quote.quantity === sent.quantity)
  if (!order) return ['the panel got an order that nobody placed']
  const intents = Object.values(order.submissions).filter(({ outcome }) => !outcome)
  return [
    ...(order.state === 'submitting' && intents.length === 1
      ? []
      : [`${order.id}: sent without a stored intent`]),
    ...(isSettled(order) ? [] : [`${order.id}: sent unpaid`]),
  ]
}

/** All that must hold; `atRest`: no work is left, so the sagas between documents are at their end too. */
export const faults = async (world: World, atRest = true): Promise<string[]> => {
  const { store, bank, panel, opening, broken, money } = world
  const orders = await store.orders.list(SHOP, { deposits: 'all', limit: 1000 })
  const people = [...new Set([ANI, ...orders.map(({ customer }) => customer)])]
  const wallets = await Promise.all(
    people.map(async (who) => ({
      ...(await store.wallets.get(SHOP, who, money)),
      entries: await store.wallets.entries(SHOP, who, money, { limit: 10_000 }),
    })),
  )
  const settledFaults = atRest
    ? [
        ...moneyFaults({ orders, wallets, bank, opening }),
        ...wallets.flatMap((one) => walletFaults(one, orders)),
      ]
    : []
  return [...broken, ...orders.flatMap(orderFaults), ...panelFaults(panel, orders), ...settledFaults]
}

/** A shop whose process can die. Verbs that the death cut off are done again by the next process, as a redelivered update is. */
export const openShop = (world: World, death?: Death) => {
  let process: Process = boot(world, death)
  let deaths = 0
  const restart = (dead = process): void => {
    if (dead !== process) return
    deaths++
    world.clock.advance(31 * SECOND)
    process = boot(world)
  }
  /** Another process does it, to the end of all work, and is gone. */
  const elsewhere = async (verb: (process: Process) => Promise<unknown>): Promise<void> => {
    const other = boot(world)
    await verb(other)
    await other.drain()
  }
  /** Another process begins it and dies; nobody does it again. Answers whether it died. */
  const cutOff = async (verb: (process: Process) => Promise<unknown>, at: Death): Promise<boolean> => {
    const other = boot(world, at)
    return (await other.run(() => verb(other))) === null
  }
  const act = async <Result>(verb: (process: Process) => Promise<Result>): Promise<Result> => {
    for (;;) {
      const mine = process
      const done = await mine.run(() => verb(mine))
      if (done) return done.value
      restart(mine)
    }
  }
  const work = () => act((now) => now.drain())
  /** Time passes, and what falls due in it is done at its time. */
  const pass = async (ms: number): Promise<void> => {
    const until = world.clock.now() + ms
    for (;;) {
      await work()
      const next = await world.store.jobs.nextAt()
      if (next === null || next > until) break
      world.clock.set(Math.max(next, world.clock.now()))
    }
    world.clock.set(Math.max(until, world.clock.now()))
    await work()
  }
  const order = async (id: string): Promise<Order> => {
    const found = await world.store.orders.get(SHOP, id)
    if (!found) throw new Error(`no order ${id}`)
    return found
  }
  return {
    world,
    act,
    elsewhere,
    cutOff,
    work,
    pass,
    order,
    /** The process dies at the n-th call from now. */
    doom: (death: Death) => process.doom(death),
    state: async (id: string) => (await order(id)).state,
    history: async (id: string) => (await order(id)).events.flatMap((event) => event.to ?? []),
    saldo: async (who = ANI) => (await world.store.wallets.get(SHOP, who, world.money)).balance,
    holds: async (who = ANI) => (await world.store.wallets.get(SHOP, who, world.money)).holds,
    items: () => world.store.items.list(SHOP, true, 100),
    attempt: async (id: string) => Object.keys((await order(id)).bills).at(-1) ?? '',
    calls: () => process.calls(),
    deaths: () => deaths,
  }
}
export type Shop = ReturnType<typeof openShop>

/** A shop that does not die. */
export const openSale = async (options: WorldOptions = {}): Promise<Shop> =>
  openShop(await makeWorld(options))

let cause = 0
export type Wish = { link?: string; quantity?: number; customer?: string; cause?: string }

/** The card: its order's id. */
export const place = async (shop: Shop, wish: Wish = {}): Promise<string> => {
  const once = wish.cause ?? `update-${++cause}`
  const placed = await shop.act((now) => now.place({ ...wish, cause: once }))
  if (!placed.ok) throw new Error(`no card: ${placed.reason}`)
  return placed.order.id
}

export const yes = (shop: Shop, id: string) => shop.act((now) => now.confirm(id))

/** A card said yes to, and its bill made. */
export const billed = async (shop: Shop, wish: Wish = {}): Promise<string> => {
  const id = await place(shop, wish)
  const said = await yes(shop, id)
  if (!said.ok) throw new Error(`no yes: ${said.reason}`)
  await shop.work()
  return id
}

/** The customer scans the QR of the newest bill, and the gateway's notice arrives. */
export const pay = async (
  shop: Shop,
  id: string,
  how: { amount?: number; late?: boolean; quiet?: boolean } = {},
): Promise<void> => {
  const attempt = await shop.attempt(id)
  const { quiet, ...money } = how
  shop.world.bank.pay(attempt, money)
  if (!quiet) await notice(shop, attempt)
}

/** The webhook's job; the same notice twice is one. */
export const notice = async (shop: Shop, attempt: string, mark = 'paid'): Promise<void> => {
  await shop.act((now) => now.notice(attempt, mark))
  await shop.work()
}

/** The cost of a unit moves between the yes and the payment. */
export const boughtAt = async (shop: Shop, costOfOne: number | null, wish: Wish = {}): Promise<string> => {
  const id = await billed(shop, wish)
  shop.world.rules.costOfOne = costOfOne
  await pay(shop, id)
  return id
}

export const bought = async (shop: Shop, wish: Wish = {}): Promise<string> => {
  const id = await billed(shop, wish)
  await pay(shop, id)
  return id
}

/** The seller looks at the panel and decides what nobody could know. */
export const decideUnknown = async (shop: Shop): Promise<void> => {
  const { store, panel } = shop.world
  for (const { id, quote } of await store.orders.list(SHOP, { states: ['unknown'] })) {
    await shop.pass(2 * MINUTE)
    const found = panel.taken.find(
      ({ order }) => order.link === quote.link && order.quantity === quote.quantity,
    )
    if (found) await shop.act((now) => now.taken(id, found.id))
    else {
      await shop.act((now) => now.notTaken(id))
      await shop.act((now) => now.approve(id))
    }
    await shop.work()
  }
}

/** The panel delivers what it has not said anything about yet. */
export const deliver = async (shop: Shop): Promise<void> => {
  await decideUnknown(shop)
  await decideUnknown(shop)
  for (const { row, id } of shop.world.panel.taken)
    if (row.state === 'pending') shop.world.panel.tell(id, { state: 'completed', word: 'Completed' })
  await shop.pass(5 * MINUTE)
}
