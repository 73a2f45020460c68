// The verbs of a sale with their deps filled in: place, confirm, bill, settle, submit, poll.

import type { FulfilmentDeps } from '../fulfilment/deps.ts'
import { mayBuy } from '../fulfilment/may-buy.ts'
import { choose } from '../fulfilment/resolve.ts'
import type { CustomerId, OrderId, ShopId } from '../lib/brand.ts'
import { blockedWord } from '../model/blocklist.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { Order } from '../model/order.ts'
import { type ConfirmDeps, confirm } from '../orders/confirm.ts'
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

const fulfilmentOf = (base: Base, { panels, goods }: Omit<Parts, 'gateways'>): FulfilmentDeps => {
  const { store, clock, ids, log, wait } = base
  const { provider, account, lanes, inLane } = panels
  const lossLimit = async (shop: ShopId) => (await store.shops.get(shop))?.settings.lossLimit ?? 0
  return {
    store,
    clock,
    ids,
    log,
    wait,
    provider,
    account,
    lanes,
    inLane,
    lossLimit,
    offerNow: goods.offerNow,
  }
}

export const makeSales = (base: Base, { gateways, panels, goods }: Parts) => {
  const { store, clock, ids, log } = base
  const fulfilment = fulfilmentOf(base, { panels, goods })
  const money = (shop: ShopId, customer: CustomerId) => moneyNow({ store, clock }, { shop, customer })
  const settings = async (shop: ShopId) => (await store.shops.get(shop))?.settings
  const blockedTarget = async (shop: ShopId, text: string): Promise<boolean> => {
    const { blocked } = await store.platform.get()
    return blockedWord(text, [...blocked, ...((await settings(shop))?.blocked ?? [])]) !== null
  }
  /** Rule 10: only what could be bought now, and nothing that a newer order of this customer buys already. */
  const mayRevive = async (order: Order): Promise<boolean> => {
    // The panel may take seconds to answer: whether the customer has ordered anew meanwhile is asked last.
    return (await mayBuy(fulfilment, order)).ok && !(await hasNewerTwin(store, order))
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
  const confirming: ConfirmDeps = {
    store,
    clock,
    moneyNow: money,
    mayBuy: (order) => mayBuy(fulfilment, order),
    termsVersion: TERMS_VERSION,
  }
  return {
    payments,
    fulfilment,
    place: (input: Parameters<typeof place>[1]) => place(placing, input),
    confirm: (input: Which) => confirm(confirming, input),
    withdraw: (input: Which & { reason?: string }) => withdraw(payments, input),
    check: (input: Which) => check(payments, input),
    claim: (input: Which & { attempt?: string }) => claim(payments, input),
    sellerWord: (input: Parameters<typeof sellerWord>[1]) => sellerWord(payments, input),
    choose: (input: Which & { choice: 'wait' | 'toSaldo' }) => choose(fulfilment, input),
  }
}
export type Sales = ReturnType<typeof makeSales>
