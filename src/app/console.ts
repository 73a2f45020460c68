// The seller's console and what their chat is told, with the deps filled in: the same verbs as the dashboard's.

import { isForConsole, makeConsole } from '../bot/console/console.ts'
import type { DeskDeps as ConsoleDeps, OrderVerbs } from '../bot/console/deps.ts'
import type { StoredUpdate } from '../bot/hear.ts'
import type { TurnInput } from '../bot/turn.ts'
import { storedCost } from '../catalog/alternatives.ts'
import type { Units } from '../catalog/price.ts'
import type { Recurring } from '../jobs/schedule.ts'
import type { Millis, Rupiah, ShopId } from '../lib/brand.ts'
import { DAY, MINUTE } from '../lib/clock.ts'
import type { Order } from '../model/order.ts'
import { routeOf } from '../model/order.ts'
import type { Shop } from '../model/shop.ts'
import type { ChannelOf } from '../notices/channel.ts'
import type { DeskDeps } from '../notices/desk.ts'
import { note } from '../reports/audit.ts'
import { nightly } from '../reports/nightly.ts'
import { phaseOf } from '../shops/phase.ts'
import type { OtherRow } from '../text/desk.ts'
import { zoneOffset } from '../text/format.ts'
import type { Base } from './base.ts'
import { makeCalls } from './calls.ts'
import { makeDecisions } from './decisions.ts'
import type { Goods } from './goods.ts'
import type { Saldo } from './saldo.ts'
import type { Sales } from './sales.ts'

export type ConsoleParts = { sales: Sales; goods: Goods; saldo: Saldo }

const MOST_OTHERS = 5

const unitsOf = ({ quote: { quantity, comments } }: Order): Units => ({
  quantity,
  ...(comments ? { comments } : {}),
})

/** Cheapest first, never what it was to be sent to already. */
const othersFor =
  ({ goods }: ConsoleParts) =>
  async (shop: Shop, order: Order): Promise<OtherRow[]> => {
    const { quantity, service: bought } = order.quote
    const asked = { service: bought, units: unitsOf(order), limit: MOST_OTHERS + 1 }
    const found = (await goods.catalog.candidates(shop, asked)) ?? []
    return found
      .filter(({ service }) => service.id !== routeOf(order).service)
      .filter(({ service }) => quantity >= service.min && quantity <= service.max)
      .slice(0, MOST_OTHERS)
      .map(({ service, cost }) => ({
        service: service.id,
        name: service.own.displayName ?? service.madeName,
        ...(cost === undefined ? {} : { cost }),
      }))
  }

const costNowOf =
  ({ store }: Base) =>
  async (order: Order): Promise<Rupiah | null> => {
    const shop = await store.shops.get(order.shop)
    return shop && storedCost({ store }, shop, { service: routeOf(order).service, units: unitsOf(order) })
  }

const consoleDeps = (base: Base, parts: ConsoleParts, channelOf: ChannelOf): ConsoleDeps => {
  const { store, clock, log, ids } = base
  const decisions: OrderVerbs = makeDecisions(base, parts)
  return {
    store,
    clock,
    log,
    channelOf,
    orders: decisions,
    calls: makeCalls(base, parts.sales),
    payouts: {
      pay: parts.saldo.payWithdrawal,
      reject: parts.saldo.rejectWithdrawal,
      reveal: parts.saldo.revealDestination,
    },
    others: othersFor(parts),
    costNow: costNowOf(base),
    report: (shop) => nightly({ store, clock }, shop.id),
    isLow: async (shop, provider) => {
      const account = await parts.sales.fulfilment.account(shop, provider)
      return account !== null && (await store.lanes.get(account))?.low !== undefined
    },
    phaseOf: (shop) => phaseOf({ store }, shop, clock.now()),
    note: (act) => note({ store, clock, ids }, act),
  }
}

export const makeDesk = (base: Base, parts: ConsoleParts, channelOf: ChannelOf) => {
  const deps = consoleDeps(base, parts, channelOf)
  const hear = makeConsole(deps)
  return {
    /** Null: it is the dialogue's. */
    hear: (input: TurnInput) => hear(input),
    isFor: (given: { shop: ShopId; chat: string; update: StoredUpdate }) => isForConsole(deps, given),
  }
}
export type Desk = ReturnType<typeof makeDesk>

/** What the seller's chat is told. */
export const newsDeps = (base: Base, channelOf: ChannelOf): DeskDeps => {
  const { store, clock, log } = base
  return {
    store,
    clock,
    log,
    channelOf,
    costNow: costNowOf(base),
    report: (shop, day) => nightly({ store, clock }, shop.id, day),
    adminShops: async () => {
      const admins = (await store.accounts.list()).filter(
        ({ role, disabled }) => role === 'admin' && !disabled,
      )
      const shops = await Promise.all(admins.map(({ id }) => store.shops.ofOwner(id)))
      return shops.flat().filter(({ bot, bound }) => bot !== undefined && bound.length > 0)
    },
  }
}

/** Ten minutes after a shop's own midnight the day is over, and told; what failed is looked up twice an hour. */
const AFTER_MIDNIGHT = 10 * MINUTE
const LOOK = 30 * MINUTE

export const recurringForSellers = (shops: Shop[]): Recurring[] =>
  shops
    .filter(({ bot, bound }) => bot !== undefined && bound.length > 0)
    .flatMap(({ id, settings }): Recurring[] => [
      {
        name: 'reports.nightly',
        every: DAY as Millis,
        at: (AFTER_MIDNIGHT + DAY - zoneOffset(settings.timezone)) as Millis,
        payload: { shop: id },
      },
      { name: 'notices.desk', every: LOOK as Millis, payload: { shop: id, news: 'failedJobs' } },
    ])
