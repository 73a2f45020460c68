// One run of the shop's process: the verbs bound as the composition root binds them, over a store and an outside it can be cut off from.

import { makeAccountLanes } from '../../../src/catalog/lane.ts'
import { deadline } from '../../../src/fulfilment/deadline.ts'
import { declare } from '../../../src/fulfilment/declare.ts'
import type { FulfilmentDeps } from '../../../src/fulfilment/deps.ts'
import { account } from '../../../src/fulfilment/doubt.ts'
import { mayBuy } from '../../../src/fulfilment/may-buy.ts'
import { poll } from '../../../src/fulfilment/poll.ts'
import { remind } from '../../../src/fulfilment/remind.ts'
import {
  approve,
  choose,
  giveBack,
  notTaken,
  notTakenGiveBack,
  otherService,
  sendAgain,
  taken,
} from '../../../src/fulfilment/resolve.ts'
import { submit } from '../../../src/fulfilment/submit.ts'
import { type Handler, makeWorker } from '../../../src/jobs/worker.ts'
import { makeLog } from '../../../src/lib/log.ts'
import type { JobName } from '../../../src/model/flow.ts'
import type { Order, RefundTo } from '../../../src/model/order.ts'
import { confirm } from '../../../src/orders/confirm.ts'
import { lapse } from '../../../src/orders/lapse.ts'
import { type PlaceDeps, place } from '../../../src/orders/place.ts'
import { hasNewerTwin } from '../../../src/orders/same-link.ts'
import { ask } from '../../../src/payments/ask.ts'
import { type BillDeps, bill } from '../../../src/payments/bill.ts'
import { cancel, withdraw } from '../../../src/payments/cancel.ts'
import { check } from '../../../src/payments/check.ts'
import { followClaim } from '../../../src/payments/claimed.ts'
import { credit } from '../../../src/payments/credit.ts'
import { creditDeposit, deposit } from '../../../src/payments/deposit.ts'
import { manualGateway } from '../../../src/payments/drivers/manual.ts'
import { claim, type SellerSays, sellerWord } from '../../../src/payments/manual.ts'
import { bookStray, retryRefund, waysBack } from '../../../src/payments/money-back.ts'
import { refund } from '../../../src/payments/refund.ts'
import { type SettleDeps, settle } from '../../../src/payments/settle.ts'
import { recordMove } from '../../../src/reports/audit.ts'
import type { Store } from '../../../src/store/store.ts'
import { ANI, PRICE_OF_ONE, SELLER, SHOP, type Wish, type World } from '../sale.ts'
import { staticQris } from '../static-qris.ts'
import { MERCHANT } from './bank.ts'
import { type Death, makeMortal } from './mortal.ts'

/** No moments to die at: reads, and the claim of a job, which dies as well before the first write of its handler. */
const UNCOUNTED =
  /^(get|list|find|ofCustomer|byNumber|owner|toPoll|counts|nextAt|dead|known|version|count|onWork|claim)$/

/** Every noun's methods become calls of this process; a write is a moment to die at. */
const mortalStore = (store: Store, mortal: ReturnType<typeof makeMortal>): Store => {
  const isWrite = (noun: string, method: string) => noun === 'keys' || !UNCOUNTED.test(method)
  const nouns = Object.entries(store).map(([name, noun]) => [
    name,
    typeof noun === 'object' ? mortal.wrap(noun as object, (method) => isWrite(name, method), name) : noun,
  ])
  const { relay } = mortal.wrap({ relay: store.relay }, () => false)
  return { ...(Object.fromEntries(nouns) as Store), relay, onWork: () => undefined }
}

let booted = 0
const noBeat = () => () => undefined

type Deps = { payments: SettleDeps & BillDeps; fulfilment: FulfilmentDeps; placing: PlaceDeps }

const depsOf = (world: World, mortal: ReturnType<typeof makeMortal>): Deps & { store: Store } => {
  const { clock, ids, rules, bank, panel, money } = world
  const store = mortalStore(world.store, mortal)
  const log = makeLog('silent')
  const gateway = {
    ...mortal.wrap(bank.gateway, () => true, 'gateway'),
    readWebhook: bank.gateway.readWebhook,
  }
  const provider = mortal.wrap(panel.provider, () => true, 'panel')
  const others = new Map(
    Object.entries(rules.others).map(([id, other]) => [
      id,
      mortal.wrap(other.provider, () => true, `panel ${id}`),
    ]),
  )
  const use = () => ({
    keySet: 'ks_1',
    gateway,
    merchantId: MERCHANT,
    ...(rules.hooked ? { notifyUrl: 'https://lapak.example/hooks' } : {}),
    ...(rules.platform ? { platform: true as const } : {}),
  })
  const manual = {
    keySet: 'manual',
    gateway: manualGateway({
      store,
      clock,
      shop: SHOP,
      qris: async () => (rules.manual ? staticQris() : null),
    }),
  }
  const questions = new Map<string, Promise<unknown>>()
  const fulfilment: FulfilmentDeps = {
    store,
    clock,
    ids,
    log,
    provider: async (_shop, id) => (rules.panelGone || rules.panelOff ? null : (others.get(id) ?? provider)),
    wait: (ms) => rules.wait?.(ms) ?? new Promise(() => {}),
    account: async (shop, id) => (rules.panelGone ? null : (rules.accounts[`${shop} ${id}`] ?? 'a_1')),
    offerNow: async (order, { service }) => {
      const one = service in rules.costs ? rules.costs[service] : rules.costOfOne
      if (one === null || one === undefined) return null
      const amount = order.quote.quantity * one
      const cost = { amount: String(amount), currency: 'IDR', exchange: '1', rupiah: amount }
      return { cost, ...rules.limits }
    },
    lossLimit: async () => 0,
    lanes: makeAccountLanes({ store, clock, log, owner: `process-${booted + 1}`, every: noBeat }),
    inLane: <T>(lane: string, work: () => Promise<T>): Promise<T> => {
      const mine = (questions.get(lane) ?? Promise.resolve()).then(work)
      questions.set(
        lane,
        mine.catch(() => undefined),
      )
      return mine
    },
  }
  const mayRevive = async (order: Order) =>
    !(await hasNewerTwin(store, order)) && (await mayBuy(fulfilment, order)).ok
  return {
    store,
    payments: {
      store,
      clock,
      log,
      gatewayInUse: async () => (rules.gatewayGone ? null : rules.manual ? manual : use()),
      gatewayOf: async (_shop, keySet) => {
        if (keySet === manual.keySet) return manual
        return rules.gatewayGone ? null : use()
      },
      billMinutes: async () => 30,
      mayRevive,
    },
    fulfilment,
    placing: {
      store,
      clock,
      ids,
      price: async (_shop, _service, { quantity }) => ({
        cost: { amount: String(quantity * 9), currency: 'IDR', exchange: '1', rupiah: quantity * 9 },
        price: quantity * PRICE_OF_ONE,
      }),
      offer: async (_shop, { mid }) => ({
        mid,
        displayName: 'IG Followers',
        type: 'default',
        world: panel.provider.world,
      }),
      moneyNow: async () => (rules.open ? money : null),
      blockedTarget: async () => false,
    },
  }
}

/** Stands in for the notices: remembers what was told, and writes its mark on the order as they do. */
const tellOf =
  (world: World, store: Store): Handler =>
  async ({ shop = '', order: id = '' }) => {
    const order = await store.orders.get(shop, id)
    if (!order) return 'done'
    world.told.push(`${id} ${order.state}`)
    const mark = { chat: order.chat, messageId: 1, news: order.state, v: order.v }
    await store.orders.advance(shop, id, () => ({
      quiet: true,
      type: 'told',
      by: 'system',
      patch: { told: mark },
    }))
    return 'done'
  }

const handlersOf = (world: World, { store, payments, fulfilment }: Deps & { store: Store }) => {
  const handlers: Partial<Record<JobName, Handler>> = {
    'payments.bill': (payload) => bill(payments, payload),
    'payments.ask': (payload) => ask(payments, payload),
    'payments.settle': (payload) => settle(payments, payload),
    'payments.cancel': (payload) => cancel(payments, payload),
    'payments.claim': (payload) => followClaim(payments, payload),
    'payments.refund': (payload) => refund(payments, payload),
    'payments.credit': (payload) => credit(payments, payload),
    'payments.deposit': (payload) => creditDeposit(payments, payload),
    'fulfilment.submit': (payload, context) => submit(fulfilment, payload, context),
    'fulfilment.poll': (payload) => poll(fulfilment, payload),
    'fulfilment.deadline': (payload) => deadline(fulfilment, payload),
    'fulfilment.account': (payload) => account(fulfilment, payload),
    'fulfilment.remind': (payload) => remind(fulfilment, payload),
    'orders.lapse': (payload) => lapse({ store, clock: world.clock }, payload),
    'reports.audit': (payload, context) => recordMove({ store, clock: world.clock }, payload, context),
    'notices.order': tellOf(world, store),
    'notices.desk': async ({ order = '', news = '', mark = '' }) => {
      world.told.push(`desk ${news} ${order} ${mark}`)
      return 'done'
    },
    'notices.seller': async ({ order = '' }) => {
      world.told.push(`seller ${order}`)
      return 'done'
    },
  }
  return handlers
}

export const boot = (world: World, death?: Death) => {
  const mortal = makeMortal(world.manner, death)
  const deps = depsOf(world, mortal)
  const { store, payments, fulfilment, placing } = deps
  const { clock, money, rules } = world
  const worker = makeWorker({
    store,
    clock,
    log: makeLog('silent'),
    owner: `process-${++booted}`,
    handlers: handlersOf(world, deps),
    every: noBeat,
  })
  const ofAni = (order: string, customer = ANI) => ({ shop: SHOP, customer, order })
  const bySeller = (order: string) => ({ shop: SHOP, order, by: SELLER, reason: 'looked' })
  return {
    ...mortal,
    drain: worker.drain,
    place: ({ link = 'https://instagram.com/warung', quantity = 1000, customer = ANI, cause }: Wish) =>
      place(placing, {
        shop: SHOP,
        customer,
        chat: `bot:${customer}`,
        service: 'sv_1',
        link,
        linkRaw: link,
        quantity,
        cause: cause ?? '',
      }),
    confirm: (order: string, customer = ANI) =>
      confirm(
        {
          store,
          clock,
          moneyNow: async () => (rules.open ? money : null),
          mayBuy: (read) => mayBuy(fulfilment, read),
          termsVersion: '1',
        },
        ofAni(order, customer),
      ),
    mayBuy: async (order: string) => {
      const read = await store.orders.get(SHOP, order)
      if (!read) throw new Error(`no order ${order}`)
      return mayBuy(fulfilment, read)
    },
    deposit: (amount: number, cause: string, customer = ANI) =>
      deposit(
        { store, clock, ids: world.ids, moneyNow: async () => (rules.open ? money : null) },
        { shop: SHOP, customer, chat: `bot:${customer}`, amount, cause },
      ),
    claim: (order: string, customer = ANI) => claim(payments, ofAni(order, customer)),
    word: (order: string, says: SellerSays, attempt?: string) =>
      sellerWord(payments, { ...bySeller(order), says, ...(attempt ? { attempt } : {}) }),
    withdraw: (order: string) => withdraw(payments, ofAni(order)),
    check: (order: string) => check(payments, ofAni(order)),
    choose: (order: string, choice: 'wait' | 'toSaldo', customer = ANI) =>
      choose(fulfilment, { ...ofAni(order, customer), choice }),
    approve: (order: string) => approve(fulfilment, bySeller(order)),
    giveBack: (order: string, back: { to?: RefundTo; note?: string } = {}) =>
      giveBack(fulfilment, { ...bySeller(order), ...back }),
    retryRefund: (order: string, how: { refund?: string; to?: RefundTo; note?: string } = {}) =>
      retryRefund(payments, { ...bySeller(order), ...how }),
    bookStray: (order: string, entry?: string) =>
      bookStray(payments, { ...bySeller(order), ...(entry ? { entry } : {}) }),
    waysBack: async (order: string) => {
      const read = await store.orders.get(SHOP, order)
      return read ? waysBack(payments, read) : []
    },
    notTaken: (order: string) => notTaken(fulfilment, bySeller(order)),
    sendAgain: (order: string) => sendAgain(fulfilment, bySeller(order)),
    notTakenGiveBack: (order: string) => notTakenGiveBack(fulfilment, bySeller(order)),
    otherService: (order: string, service: string) =>
      otherService(fulfilment, { ...bySeller(order), service }),
    taken: (order: string, panelId: string) => taken(fulfilment, { ...bySeller(order), panelId }),
    declare: (order: string, ended: 'completed' | 'partial' | 'stoppedByPanel', remains?: number) =>
      declare(fulfilment, { ...bySeller(order), ended, ...(remains === undefined ? {} : { remains }) }),
    notice: (attempt: string, mark: string) =>
      store.notices.accept(
        { id: `${attempt}:${mark}`, attempt, at: clock.now(), raw: '{}' },
        { id: `settle:${attempt}:${mark}`, name: 'payments.settle', at: clock.now(), payload: { attempt } },
      ),
    again: (name: JobName, payload: Record<string, string>) =>
      handlersOf(world, deps)[name]?.(payload, { job: `again-${++booted}` }) ??
      Promise.reject(new Error(name)),
  }
}
export type Process = ReturnType<typeof boot>
