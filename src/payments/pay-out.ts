// A due refund on its way: into the customer's saldo, or back through the gateway that took the money. One by hand waits for a person.
// Whatever a gateway leaves unsaid is asked for again under the same key; what it refuses is the seller's to decide anew.
import type { Millis } from '../lib/brand.ts'
import { MINUTE, SECOND } from '../lib/clock.ts'
import type { Decision } from '../model/flow.ts'
import { tell } from '../model/flow.ts'
import type { JobDraft } from '../model/job.ts'
import type { Order, Refund } from '../model/order.ts'
import { payingBill } from '../model/settled.ts'
import { askBill } from './ask.ts'
import type { GatewayInUse, PaymentDeps } from './deps.ts'
import type { RefundOutcome } from './gateway.ts'
import { refundKey, sellerJob } from './heard.ts'
import { idsOf } from './settle.ts'

/** When it has to be tried again; null: it is there, refused, or a person's to do. */
export const payOut = async (deps: PaymentDeps, order: Order, entry: Refund): Promise<Millis | null> => {
  if (entry.to === 'gateway') return throughGateway(deps, order, entry)
  if (entry.to === 'saldo') await toSaldo(deps, order, entry)
  return null
}

const toSaldo = async (deps: PaymentDeps, order: Order, entry: Refund): Promise<void> => {
  const line = {
    cause: `refund:${order.id}:${entry.id}`,
    amount: entry.amount,
    at: deps.clock.now(),
    note: entry.reason,
    order: order.id,
  }
  await deps.store.wallets.credit(order.shop, order.customer, order.quote.money, line)
  await arrived(deps, order, entry)
}

const arrived = async (deps: PaymentDeps, order: Order, entry: Refund): Promise<void> => {
  await change(deps, { order, entry }, (stored) => ({
    type: 'refunded',
    by: entry.to === 'gateway' ? 'gateway' : 'system',
    data: { amount: entry.amount, ...(entry.to === 'gateway' ? { to: entry.to } : {}) },
    refund: { ...withoutFault(stored), state: 'done' },
    jobs: [tell(order, `refund:${entry.id}`, deps.clock.now())],
  }))
}

type Step = Omit<Extract<Decision, { type: string }>, 'patch' | 'to'> & { refund: Refund }

/** Only while it is still due, and due that way. */
const change = async (
  deps: PaymentDeps,
  { order, entry }: { order: Order; entry: Refund },
  step: (stored: Refund) => Step,
): Promise<boolean> => {
  const moved = await deps.store.orders.advance(order.shop, order.id, (current) => {
    const stored = current.refunds[entry.id]
    if (stored?.state !== 'due' || stored.to !== entry.to) return { skip: 'done' }
    const { refund, ...rest } = step(stored)
    return { ...rest, patch: { refunds: { ...current.refunds, [entry.id]: refund } } }
  })
  return moved.ok
}

const withoutFault = ({ fault: _, ...rest }: Refund): Refund => rest

type Way = { use: GatewayInUse; refund: NonNullable<GatewayInUse['gateway']['refund']> }

/** The way back to whoever paid the bill; a word of ours when there is none, or the admin does not let money go by it. */
const wayOf = async (
  deps: Pick<PaymentDeps, 'store' | 'gatewayOf'>,
  order: Order,
  attempt: string | undefined,
): Promise<Way | 'noWay' | 'notAllowed'> => {
  const bill = attempt === undefined ? undefined : order.bills[attempt]
  const use = bill && (await deps.gatewayOf(order.shop, bill.keySet))
  const { refund } = use?.gateway ?? {}
  if (!use || !refund) return 'noWay'
  if (!(use.platform || bill.platform)) return { use, refund }
  const shop = await deps.store.shops.get(order.shop)
  return shop?.platformRefunds ? { use, refund } : 'notAllowed'
}

/** Whether money of this order can go back through the gateway that took it, now. */
export const mayByGateway = async (
  deps: Pick<PaymentDeps, 'store' | 'gatewayOf'>,
  order: Order,
  attempt = payingBill(order)?.bill.attempt,
): Promise<boolean> => typeof (await wayOf(deps, order, attempt)) === 'object'

const throughGateway = async (deps: PaymentDeps, order: Order, entry: Refund): Promise<Millis | null> => {
  const bill = order.bills[entry.attempt ?? '']
  const way = await wayOf(deps, order, entry.attempt)
  const now = deps.clock.now()
  if (typeof way === 'string' || !bill) {
    // Once asked for it may have happened: the gateway's own list may tell, else it waits for the way to be there again.
    if (entry.askedAt !== undefined) {
      if (bill) await askBill(deps, order, bill)
      return (now + 10 * MINUTE) as Millis
    }
    await refused(deps, order, { entry, fault: typeof way === 'string' ? way : 'noWay' })
    return null
  }
  if (entry.askedAt === undefined && !(await asking(deps, order, entry))) return null
  const { amount } = entry
  const outcome = await way.refund(idsOf(bill), {
    refundKey: refundKey(entry),
    amount,
    reason: `Pesanan ${order.number}`,
  })
  return heard(deps, order, { entry, outcome })
}

/** Written before the request leaves. */
const asking = (deps: PaymentDeps, order: Order, entry: Refund): Promise<boolean> =>
  change(deps, { order, entry }, (stored) => ({
    quiet: true,
    type: 'refundAsked',
    by: 'system',
    refund: { ...stored, askedAt: stored.askedAt ?? deps.clock.now() },
  }))

type Heard = { entry: Refund; outcome: RefundOutcome }

const heard = async (deps: PaymentDeps, order: Order, { entry, outcome }: Heard): Promise<Millis | null> => {
  const now = deps.clock.now()
  if (outcome.kind === 'done') {
    await arrived(deps, order, entry)
    return null
  }
  if (outcome.kind === 'refused') {
    await refused(deps, order, { entry, fault: `${outcome.code} ${outcome.message}`.trim() })
    return null
  }
  await change(deps, { order, entry }, (stored) => ({
    quiet: true,
    type: 'refundUnanswered',
    by: 'gateway',
    refund: { ...stored, fault: outcome.detail.slice(0, 200) },
  }))
  // For five minutes the gateway gives the same answer to the same key.
  const young = now - (entry.askedAt ?? now) < 5 * MINUTE
  return (now + (young ? 30 * SECOND : 10 * MINUTE)) as Millis
}

/** While its answer was awaited, what the gateway took back was thought to be this refund: now it is known not to be. */
const askingAgain = (order: Order, { id, attempt = '' }: Refund, at: Millis): JobDraft => ({
  id: `payments.settle:${attempt}:${id}:${at}`,
  name: 'payments.settle',
  at,
  payload: { attempt, order: order.id },
})

/** The money is the customer's all the same: the seller chooses another way. */
const refused = async (
  deps: PaymentDeps,
  order: Order,
  { entry, fault }: { entry: Refund; fault: string },
): Promise<void> => {
  deps.log.warn({ order: order.id, refund: entry.id, fault }, 'a refund was not given')
  await change(deps, { order, entry }, ({ askedAt: _, ...stored }) => ({
    type: 'refundRefused',
    by: 'gateway',
    data: { amount: entry.amount, fault: fault.slice(0, 200) },
    refund: { ...stored, state: 'failed', fault: fault.slice(0, 200) },
    jobs: [
      sellerJob(order, `refund:${entry.id}:${deps.clock.now()}`, deps.clock.now()),
      ...(entry.askedAt === undefined ? [] : [askingAgain(order, entry, deps.clock.now())]),
    ],
  }))
}
