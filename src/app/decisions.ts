// What only a seller may decide about an order, with its deps filled in; the dashboard and the seller's chat call the same verbs.
import { storedCost } from '../catalog/alternatives.ts'
import { declare } from '../fulfilment/declare.ts'
import {
  approve,
  giveBack,
  notTaken,
  notTakenGiveBack,
  otherService,
  sendAgain,
  taken,
} from '../fulfilment/resolve.ts'
import type { OrdersApiDeps } from '../http/api/orders.ts'
import { routeOf } from '../model/order.ts'
import { bookStray, retryRefund, waysBack } from '../payments/money-back.ts'
import type { Base } from './base.ts'
import type { Goods } from './goods.ts'
import type { Sales } from './sales.ts'

export const makeDecisions = (
  { store, clock }: Base,
  { sales, goods }: { sales: Sales; goods: Goods },
): OrdersApiDeps => {
  const { fulfilment, payments } = sales
  return {
    store,
    clock,
    candidates: goods.catalog.candidates,
    waysBack: (order) => waysBack(payments, order),
    costNow: (shop, order) => {
      const { quantity, comments } = order.quote
      const units = { quantity, ...(comments ? { comments } : {}) }
      return storedCost({ store }, shop, { service: routeOf(order).service, units })
    },
    approve: (which) => approve(fulfilment, which),
    giveBack: (which) => giveBack(fulfilment, which),
    taken: (which) => taken(fulfilment, which),
    notTaken: (which) => notTaken(fulfilment, which),
    sendAgain: (which) => sendAgain(fulfilment, which),
    notTakenGiveBack: (which) => notTakenGiveBack(fulfilment, which),
    otherService: (which) => otherService(fulfilment, which),
    declare: (told) => declare(fulfilment, told),
    sellerWord: sales.sellerWord,
    retryRefund: (which) => retryRefund(payments, which),
    bookStray: (which) => bookStray(payments, { ...which, reason: which.reason ?? '–' }),
    check: sales.check,
  }
}
