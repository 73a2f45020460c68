// One attempt to get a bill from the gateway, and its ends: opened, refused, a QR that does not fit, no readable answer.
import type { Millis } from '../lib/brand.ts'
import { MINUTE, SECOND } from '../lib/clock.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { Decision } from '../model/flow.ts'
import type { JobResult } from '../model/job.ts'
import type { Bill, Order } from '../model/order.ts'
import type { GatewayInUse } from './deps.ts'
import type { BillStatus, Charge, ChargeOutcome } from './gateway.ts'
import { checkQris, checkStaticQris } from './qris.ts'
import { sendBack } from './send-back.ts'
import { applyStatus, idsOf, type SettleDeps } from './settle.ts'

export type BillDeps = SettleDeps & { billMinutes(shop: string): Promise<number> }

export type Attempt = { use: GatewayInUse; bill: Bill }

/** The gateway remembers an idempotency key for five minutes; a little less is safe. */
const SAME_ANSWER = 4.5 * MINUTE

export const charge = async (deps: BillDeps, order: Order, attempt: Attempt): Promise<JobResult> => {
  const { use, bill } = attempt
  if (deps.clock.now() - bill.createdAt > SAME_ANSWER) return afterLongSilence(deps, order, attempt)
  const outcome = await use.gateway.charge({
    attempt: bill.attempt,
    amount: bill.amount,
    minutes: await deps.billMinutes(order.shop),
    now: bill.createdAt,
    ...(use.notifyUrl ? { notifyUrl: use.notifyUrl } : {}),
  })
  if (outcome.kind === 'unknown') return { again: (deps.clock.now() + 5 * SECOND) as Millis }
  if (outcome.kind === 'rejected') return rejected(deps, order, { bill, outcome })
  const { charge: made } = outcome
  const checked = use.gateway.staticQr ? checkStaticQris(made.qr) : checkQris(made.qr, bill.amount)
  if (!checked.ok) return unfit(deps, order, { ...attempt, made, why: checked.reason })
  const { merchantName, nmid } = checked
  return opened(deps, order, { bill, charge: { merchantName, ...(nmid ? { nmid } : {}), ...made } })
}

const withBill = (order: Order, bill: Bill, change: Partial<Bill>): Pick<Order, 'bills'> => ({
  bills: { ...order.bills, [bill.attempt]: { ...(order.bills[bill.attempt] ?? bill), ...change } },
})

const rejected = (
  deps: BillDeps,
  order: Order,
  { bill, outcome }: { bill: Bill; outcome: ChargeOutcome & { kind: 'rejected' } },
): Promise<JobResult> => {
  const { code, message, alarm } = outcome
  deps.log.warn({ order: order.id, code }, 'the gateway refused a charge')
  return sendBack(deps, order, {
    type: 'billRefused',
    by: 'gateway',
    data: { code, message: message.slice(0, 200), alarm },
    patch: (current) => withBill(current, bill, { state: 'failed', final: true }),
    alarm,
  })
}

const ended = (word: BillStatus): boolean => ['expired', 'cancelled', 'failed'].includes(word.state)

/** The QR is not what was asked for: it is not shown, the bill is closed at the gateway. Money that is there all the same counts. */
const unfit = async (
  deps: BillDeps,
  order: Order,
  { use, bill, made, why }: Attempt & { made: Charge; why: string },
): Promise<JobResult> => {
  deps.log.error({ order: order.id, why }, 'the gateway answered a QR that does not fit the bill')
  const word = await use.gateway.cancel(idsOf(bill))
  const told = word !== null && 'state' in word && word.state !== 'pending' ? word : null
  const written = { ...order, ...withBill(order, bill, {}) }
  if (told && !ended(told))
    await applyStatus(deps, { order: written, attempt: bill.attempt, word: told }, use.merchantId)
  const { reference, expiresAt } = made
  const failed = {
    state: 'failed',
    reference,
    expiresAt,
    ...(told && ended(told) ? { final: true } : {}),
  } as const
  return sendBack(deps, order, {
    type: 'badQr',
    by: 'gateway',
    data: { why },
    patch: (current) => (current.bills[bill.attempt]?.final ? {} : withBill(current, bill, failed)),
    alarm: true,
  })
}

const opened = async (
  deps: BillDeps,
  order: Order,
  { bill, charge: made }: { bill: Bill; charge: Charge },
): Promise<JobResult> => {
  const { reference, qr, expiresAt, url, merchantName, nmid } = made
  const fresh: Partial<Bill> = {
    state: 'open',
    reference,
    qr,
    expiresAt,
    ...(url ? { url } : {}),
    ...(merchantName ? { merchantName } : {}),
    ...(nmid ? { nmid } : {}),
  }
  const moved = await deps.store.orders.advance(order.shop, order.id, (current): Decision => {
    if (current.bills[bill.attempt]?.state !== 'charging') return { skip: 'known' }
    const patch = withBill(current, bill, fresh)
    return current.state === 'billing'
      ? { to: 'awaitingPayment', type: 'billed', by: 'gateway', data: { attempt: bill.attempt }, patch }
      : { type: 'billedLate', by: 'gateway', patch, jobs: [closing(current, deps.clock.now())] }
  })
  // Paid and taken back before we heard of it: an order that still waits for a bill gets the next one.
  return moved.ok ? 'done' : { again: deps.clock.now() }
}

/** The customer left while the bill was being made: it is written down, to be closed or asked about to its end. */
const closing = (order: Order, at: Millis) => {
  const name = order.state === 'withdrawn' ? ('payments.cancel' as const) : ('payments.ask' as const)
  return { id: `${name}:${order.id}:${order.v}`, name, at, payload: { shop: order.shop, order: order.id } }
}

/** Too late to get the same answer again: ask what became of it, close it, and make the next attempt (midtrans.md §1.6). */
const afterLongSilence = async (deps: BillDeps, order: Order, attempt: Attempt): Promise<JobResult> => {
  const { use, bill } = attempt
  const { gateway, merchantId } = use
  let word = await gateway.status(idsOf(bill))
  if (word && 'state' in word && word.state === 'pending') word = await gateway.cancel(idsOf(bill))
  if (word === null || ('state' in word && ended(word))) return nextAttempt(deps, order, { bill, word })
  if ('state' in word && word.state !== 'pending')
    await applyStatus(deps, { order, attempt: bill.attempt, word }, merchantId)
  return stillSilent(deps, order, bill)
}

/** The bill can't be paid any more, or never was: a fresh one. */
const nextAttempt = async (
  deps: BillDeps,
  order: Order,
  { bill, word }: { bill: Bill; word: BillStatus | null },
): Promise<JobResult> => {
  await deps.store.orders.advance(order.shop, order.id, (current) =>
    current.bills[bill.attempt]?.final
      ? { skip: 'known' }
      : {
          type: 'chargeLost',
          by: 'system',
          data: { attempt: bill.attempt },
          patch: withBill(current, bill, { state: word ? 'cancelled' : 'failed', final: true }),
        },
  )
  return { again: deps.clock.now() }
}

/** Asked again for as long as a card lives; then the customer gets the card back, and the bill is asked about when that lapses. */
const stillSilent = async (deps: BillDeps, order: Order, bill: Bill): Promise<JobResult> => {
  const after = await deps.store.orders.get(order.shop, order.id)
  if (after?.state !== 'billing') return 'done'
  const now = deps.clock.now()
  const since = after.events.findLast((event) => event.to === 'billing')?.at ?? bill.createdAt
  if (now - Math.max(since, bill.createdAt) < DEFAULTS.quoteLife)
    return { again: (now + 15 * SECOND) as Millis }
  return sendBack(deps, after, { type: 'gatewaySilent', by: 'system', alarm: true })
}
