// What a seller decides about money that is still to go back: a refund that the gateway refused, one that is theirs to pay by hand,
// and money that only they can settle (taken back by the gateway, or in another currency).
import type { OrderId, Rupiah, ShopId } from '../lib/brand.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import type { Decision } from '../model/flow.ts'
import { tell } from '../model/flow.ts'
import type { By, Order, Refund, RefundTo, StrayMoney } from '../model/order.ts'
import type { PaymentDeps } from './deps.ts'
import { mayByGateway } from './pay-out.ts'
import { onlyToSaldo, refundable, refundJob } from './refund.ts'

type Which = { shop: ShopId; order: OrderId; by: By; reason?: string }
type Result = Outcome<{ order: Order }, 'notFound' | 'wrongState' | 'noWay'>

/** Where money of this order can go back to, now. */
export const waysBack = async (
  deps: Pick<PaymentDeps, 'store' | 'gatewayOf'>,
  order: Order,
): Promise<RefundTo[]> => {
  if (onlyToSaldo(order)) return ['saldo']
  return (await mayByGateway(deps, order)) ? ['saldo', 'gateway', 'hand'] : ['saldo', 'hand']
}

/** Refused by the gateway, or not yet paid by hand: what is due to saldo or through a gateway may be there any moment. */
const isOpen = ({ state, to }: Refund): boolean => state === 'failed' || (state === 'due' && to === 'hand')

const openRefund = ({ refunds }: Order, id: string | undefined): Refund | undefined =>
  Object.values(refunds).find((one) => isOpen(one) && (id === undefined || one.id === id))

/** What of it is still owed: the gateway may have taken money back since. */
const owed = (order: Order, { amount, id }: Refund): Rupiah => Math.min(amount, refundable(order, id))

type Again = Which & {
  /** The refund meant; the first that is open otherwise. */
  refund?: string
  /** The same way again unless told otherwise. */
  to?: RefundTo
  /** How it was given by hand: then it is done. */
  note?: string
}

/** Another way, or the same once more, for money that has not gone back; by hand with a word on how it is done at once. */
export const retryRefund = async (deps: PaymentDeps, which: Again): Promise<Result> => {
  const read = await deps.store.orders.get(which.shop, which.order)
  if (!read) return refuse('notFound')
  const open = openRefund(read, which.refund)
  if (!open) return refuse('wrongState')
  const to = which.to ?? open.to
  if (to === 'gateway' && !(open.attempt && (await mayByGateway(deps, read, open.attempt))))
    return refuse('noWay')
  return change(deps, which, (order) => again(deps, order, { ...which, to }))
}

const again = (deps: PaymentDeps, order: Order, how: Again & { to: RefundTo }): Decision => {
  const open = openRefund(order, how.refund)
  const amount = open ? owed(order, open) : 0
  const { by, to, note, reason } = how
  if (!open || amount <= 0) return { skip: 'nothing is owed' }
  if (open.state === 'due' && to === 'hand' && !note) return { skip: 'it is to be paid by hand already' }
  const now = deps.clock.now()
  const { fault: _, askedAt: __, ...rest } = open
  const byHand = to === 'hand' && note ? { note } : {}
  const next: Refund = { ...rest, ...byHand, amount, to, by, state: byHand.note ? 'done' : 'due' }
  return {
    type: byHand.note ? 'refundedByHand' : 'refundAgain',
    by,
    ...(reason ? { reason } : {}),
    data: { refund: open.id, amount, to, ...byHand },
    patch: { refunds: { ...order.refunds, [open.id]: next } },
    jobs: [refundJob(order, now), tell(order, `refund:${open.id}:${order.v}`, now)],
  }
}

const change = async (
  deps: PaymentDeps,
  { shop, order }: Which,
  decide: (order: Order) => Decision,
): Promise<Result> => {
  const moved = await deps.store.orders.advance(shop, order, decide)
  if (moved.ok) return { ok: true, order: moved.order }
  return refuse(moved.reason === 'notFound' ? 'notFound' : 'wrongState', moved.detail)
}

/** Not put to saldo by a job: a person has to say what became of it. */
const isTheSellers = ({ kind, state }: StrayMoney): boolean =>
  state === 'due' && (kind === 'chargeback' || kind === 'otherCurrency')

/** Looked at, and settled outside: it leaves the seller's list with the reason. */
export const bookStray = (
  deps: PaymentDeps,
  which: Which & { reason: string; entry?: string },
): Promise<Result> =>
  change(deps, which, (order) => {
    const found = Object.values(order.money).find(
      (one) => isTheSellers(one) && (which.entry === undefined || one.id === which.entry),
    )
    if (!found) return { skip: 'there is nothing to book' }
    const { id, kind, amount } = found
    return {
      type: 'strayBooked',
      by: which.by,
      reason: which.reason,
      data: { entry: id, kind, amount },
      patch: { money: { ...order.money, [id]: { ...found, state: 'done' } } },
    }
  })
