// A decision of the seller as it comes in, and the verb that carries it out. Each action says which facts it cannot do without.
import * as v from 'valibot'
import type { Declaration, DeclareRefusal } from '../../fulfilment/declare.ts'
import type { CustomerId, OrderId, Rupiah, ServiceId, ShopId } from '../../lib/brand.ts'
import { type Outcome, refuse } from '../../lib/outcome.ts'
import type { By, Order, RefundTo } from '../../model/order.ts'
import { reject } from '../errors.ts'
import { standingOf } from './order-view.ts'
import { ORDER_ACTIONS, type OrderAction, REFUND_TO } from './order-views.ts'

export type Which = { shop: ShopId; order: OrderId; by: By; reason?: string }
type Back = { to?: RefundTo; note?: string }

export const DECISION_REFUSALS = {
  notFound: [404, 'There is no such order'],
  wrongState: [409, 'The order has moved on meanwhile: look again'],
  unknownPanelId: [422, 'The panel knows no order with this id'],
  usedPanelId: [409, 'This panel id belongs to another order'],
  otherCharge: [409, 'The panel charged another sum for this id: it is another order'],
  panelTells: [409, 'The panel tells how this order stands: its own word counts'],
  remains: [422, 'How many were not delivered: a whole number up to the quantity'],
  panelSilent: [502, 'The panel did not answer; try again later'],
  stillSending: [409, 'The sending may still be answered: wait two minutes'],
  otherService: [422, 'This service can not take the place of the one that was bought'],
  noWay: [409, 'The money can not go back that way: give it back to saldo or by hand'],
  notManual: [409, 'This bill is not settled by hand'],
  decided: [409, 'The word on this bill has been given already'],
  notClaimed: [409, 'The customer has not said that this bill is paid'],
  amount: [422, 'The sum that came: whole rupiah above zero'],
} as const
export type DecisionRefusal = keyof typeof DECISION_REFUSALS
export type Decided = Outcome<{ order: Order }, DecisionRefusal>

export type SellerSays = 'received' | 'notYet' | { sum: Rupiah }

export type DecideDeps = {
  store: { orders: { get(shop: ShopId, id: OrderId): Promise<Order | null> } }
  approve(which: Which): Promise<Decided>
  otherService(which: Which & { service: ServiceId }): Promise<Decided>
  /** Where money of this order can be given back to, now. */
  waysBack(order: Order): Promise<RefundTo[]>
  giveBack(which: Which & Back): Promise<Decided>
  taken(which: Which & { panelId: string }): Promise<Decided>
  notTaken(which: Which): Promise<Decided>
  sendAgain(which: Which): Promise<Decided>
  notTakenGiveBack(which: Which & Back): Promise<Decided>
  declare(told: Declaration): Promise<Outcome<{ order: Order }, DeclareRefusal>>
  sellerWord(which: Which & { attempt?: string; says: SellerSays }): Promise<Decided>
  retryRefund(which: Which & Back & { refund?: string }): Promise<Decided>
  bookStray(which: Which & { entry?: string }): Promise<Decided>
  check(input: {
    shop: ShopId
    customer: CustomerId
    order: OrderId
  }): Promise<Outcome<{ order: Order }, 'notFound'>>
}

const words = (most: number) => v.optional(v.pipe(v.string(), v.trim(), v.maxLength(most)))
const id = (most: number) => v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most)))

export const Deciding = v.strictObject({
  action: v.picklist(ORDER_ACTIONS),
  /** The standing that the page showed: an order that has moved since is not decided upon unseen. */
  standing: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  reason: words(300),
  panelId: v.optional(v.pipe(v.string(), v.trim(), v.regex(/^[\w-]{1,60}$/, 'is no order id of a panel'))),
  /** Units not delivered, for `endedPartial`. */
  remains: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  service: id(60),
  to: v.optional(v.picklist(REFUND_TO)),
  /** How it was given back by hand: to whom, when, by which means. */
  note: words(300),
  attempt: id(80),
  refund: id(80),
  entry: id(120),
  /** What came, for `otherSum`. */
  sum: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000_000))),
})
export type Deciding = v.InferOutput<typeof Deciding>

type Field = Exclude<keyof Deciding, 'action'>
const missing = (field: Field): never =>
  reject(400, { code: 'invalid', message: 'A field is missing', fields: { [field]: 'is missing' } })

/** The action is carried out only on what the page showed. */
export const decide = async (deps: DecideDeps, by: Which, given: Deciding): Promise<Decided> => {
  const order = await deps.store.orders.get(by.shop, by.order)
  if (!order) return refuse('notFound')
  if (given.standing !== undefined && given.standing !== standingOf(order)) return refuse('wrongState')
  const which = given.reason ? { ...by, reason: given.reason } : by
  return ACTS[given.action]({ deps, which, given, order })
}

/** Where the order ends with it: a way that is not open now would leave the money nowhere. */
const ending =
  (verb: 'giveBack' | 'notTakenGiveBack') =>
  async ({ deps, which, given, order }: Act): Promise<Decided> => {
    const back = backOf(given)
    if (back.to && !(await deps.waysBack(order)).includes(back.to)) return refuse('noWay')
    return deps[verb]({ ...which, ...back })
  }

type Act = { deps: DecideDeps; which: Which; given: Deciding; order: Order }

/** By hand only with a word on how: nothing else will ever tell. */
const backOf = ({ to, note }: Deciding): Back => {
  if (to === 'hand' && !note) missing('note')
  return { ...(to ? { to } : {}), ...(note ? { note } : {}) }
}

const only = <Key extends string, Value>(key: Key, value: Value | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [key in Key]?: Value }

const declared =
  (ended: Declaration['ended']) =>
  ({ deps, which, given }: Act): Promise<Decided> =>
    deps.declare({
      ...which,
      reason: which.reason || missing('reason'),
      ended,
      ...only('remains', given.remains),
    })

const said =
  (saysOf: (given: Deciding) => SellerSays) =>
  ({ deps, which, given }: Act): Promise<Decided> =>
    deps.sellerWord({ ...which, says: saysOf(given), ...only('attempt', given.attempt) })

const approve = ({ deps, which }: Act): Promise<Decided> => deps.approve(which)

const ACTS: Record<OrderAction, (act: Act) => Promise<Decided>> = {
  sendForReal: approve,
  sendAnyway: approve,
  otherService: ({ deps, which, given }) =>
    deps.otherService({ ...which, service: given.service ?? missing('service') }),
  giveBack: ending('giveBack'),
  taken: ({ deps, which, given }) => deps.taken({ ...which, panelId: given.panelId ?? missing('panelId') }),
  notTaken: ({ deps, which }) => deps.notTaken(which),
  sendAgain: ({ deps, which }) => deps.sendAgain(which),
  notTakenGiveBack: ending('notTakenGiveBack'),
  endedCompleted: declared('completed'),
  endedPartial: declared('partial'),
  endedStopped: declared('stoppedByPanel'),
  received: said(() => 'received'),
  notYet: said(() => 'notYet'),
  otherSum: said(({ sum }) => ({ sum: sum ?? missing('sum') })),
  retryRefund: ({ deps, which, given }) =>
    deps.retryRefund({ ...which, ...backOf(given), ...only('refund', given.refund) }),
  bookStray: ({ deps, which, given }) =>
    deps.bookStray({ ...which, reason: which.reason || missing('reason'), ...only('entry', given.entry) }),
  checkPayment: ({ deps, which, order }) => deps.check({ ...which, customer: order.customer }),
}
