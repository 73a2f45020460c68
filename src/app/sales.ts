// The verbs of a sale with their deps filled in: place, confirm, bill, settle, submit, poll.

import type { FulfilmentDeps } from '../fulfilment/deps.ts'
import { choose } from '../fulfilment/resolve.ts'
import type { CustomerId, OrderId, ShopId } from '../lib/brand.ts'
import { blockedWord } from '../model/blocklist.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { Order } from '../model/order.ts'
import { confirm } from '../orders/confirm.ts'
import { type PlaceDeps, place } from '../orders/place.ts'
import { hasNewerTwin } from '../orders/same-link.ts'
import type { BillDeps } from '../payments/bill.ts'
import { withdraw } from '../payments/cancel.ts'
import { check } from '../payments/check.ts'
import { claim, sellerWord } from '../payments/manual.ts'
import type { SettleDeps } from '../payments/settle.ts'
import { moneyNow } from '../shops/phase.ts'
import { TERMS_VERSION } from '../text/terms.ts'
import type { Base } from './base.ts'
import type { Gateways } from './gateways.ts'
import type { Goods } from './goods.ts'
import type { Panels } from './panels.ts'

type Parts = { gateways: Gateways; panels: Panels; goods: Goods }
type Which = { shop: ShopId; customer: CustomerId; order: OrderId }

export const makeSales = (base: Base, { gateways, panels, goods }: Parts) => {
  const { store, clock, ids, log } = base
  const money = (shop: ShopId, customer: CustomerId) => moneyNow({ store, clock }, { shop, customer })
  const settings = async (shop: ShopId) => (await store.shops.get(shop))?.settings
  const blockedTarget = async (shop: ShopId, text: string): Promise<boolean> => {
    const { blocked } = await store.platform.get()
    return blockedWord(text, [...blocked, ...((await settings(shop))?.blocked ?? [])]) !== null
  }
  /** Rule 10: only what the cost of now still allows, and nothing that a newer order of this customer buys already. */
  const mayRevive = async (order: Order): Promise<boolean> => {
    const cost = await goods.costNow(order)
    const limit = (await settings(order.shop))?.lossLimit ?? 0
    const covered = cost !== null && cost * 100 <= order.quote.price * (100 + limit)
    return covered && !(await hasNewerTwin(store, order))
  }
  const placing: PlaceDeps = {
    store,
    clock,
    ids,
    price: goods.price,
    offer: goods.offer,
    moneyNow: money,
    blockedTarget,
  }
  const payments: SettleDeps & BillDeps = {
    store,
    clock,
    log,
    gatewayInUse: gateways.gatewayInUse,
    gatewayOf: gateways.gatewayOf,
    keysOwner: gateways.keysOwner,
    billMinutes: async (shop) => (await settings(shop as ShopId))?.billMinutes ?? DEFAULTS.billMinutes,
    mayRevive,
  }
  const fulfilment: FulfilmentDeps = {
    store,
    clock,
    ids,
    log,
    provider: panels.provider,
    costNow: goods.costNow,
    lossLimit: async (shop) => (await settings(shop))?.lossLimit ?? 0,
    inLane: panels.inLane,
  }
  return {
    payments,
    fulfilment,
    place: (input: Parameters<typeof place>[1]) => place(placing, input),
    confirm: (input: Which) => confirm({ store, clock, moneyNow: money, termsVersion: TERMS_VERSION }, input),
    withdraw: (input: Which & { reason?: string }) => withdraw(payments, input),
    check: (input: Which) => check(payments, input),
    claim: (input: Which & { attempt?: string }) => claim(payments, input),
    sellerWord: (input: Parameters<typeof sellerWord>[1]) => sellerWord(payments, input),
    choose: (input: Which & { choice: 'wait' | 'toSaldo' }) => choose(fulfilment, input),
  }
}
export type Sales = ReturnType<typeof makeSales>
