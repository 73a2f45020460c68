// Job `payments.bill`: an order in `billing` gets its saldo part reserved and its QRIS bill made, or is paid by saldo alone.
// The attempt is written before the gateway is asked, so a killed process asks again with the same attempt and gets the same bill.
import type { Millis } from '../lib/brand.ts'
import { MINUTE, SECOND } from '../lib/clock.ts'
import type { Move } from '../model/flow.ts'
import { tell } from '../model/flow.ts'
import type { JobResult } from '../model/job.ts'
import type { Bill, Order } from '../model/order.ts'
import { newestBill } from '../model/order.ts'
import type { GatewayInUse, PaymentDeps } from './deps.ts'
import type { Charge, ChargeOutcome } from './gateway.ts'
import { checkQris } from './qris.ts'
import { applyStatus } from './settle.ts'

/** The gateway remembers an idempotency key for five minutes; a little less is safe. */
const SAME_ANSWER = 4.5 * MINUTE

export type BillDeps = PaymentDeps & { billMinutes(shop: string): Promise<number> }

export const bill = async (deps: BillDeps, payload: Record<string, string>): Promise<JobResult> => {
  const { shop = '', order: id = '' } = payload
  const order = await deps.store.orders.get(shop, id)
  if (order?.state !== 'billing') return 'done'
  if (order.quote.saldo > 0 && !(await reserve(deps, order)))
    return sendBack(deps, order, { type: 'saldoShort', by: 'system' })
  if (order.quote.toPay === 0) return paidBySaldo(deps, order)
  const open = newestBill(order)
  if (open?.state === 'charging') {
    const use = await deps.gatewayOf(shop, open.keySet)
    return use
      ? charge(deps, order, { use, bill: open })
      : sendBack(deps, order, { type: 'noGateway', by: 'system' })
  }
  const use = await deps.gatewayInUse(shop)
  if (!use || use.gateway.money !== order.quote.money)
    return sendBack(deps, order, { type: 'noGateway', by: 'system' })
  const next = await intend(deps, order, use)
  return next ? charge(deps, next.order, { use, bill: next.bill }) : 'done'
}

const reserve = async (deps: BillDeps, { shop, customer, id, quote }: Order): Promise<boolean> =>
  (await deps.store.wallets.hold(shop, customer, quote.money, { order: id, amount: quote.saldo })) === 'held'

const credit = (order: Order, op: 'capture' | 'release', at: Millis) => ({
  id: `payments.credit:${order.id}:${op}:${order.v}`,
  name: 'payments.credit' as const,
  at,
  payload: { shop: order.shop, order: order.id, op },
})

const paidBySaldo = async (deps: BillDeps, order: Order): Promise<JobResult> => {
  await deps.store.orders.advance(order.shop, order.id, (current) =>
    current.state === 'billing'
      ? {
          to: 'paid',
          type: 'paidBySaldo',
          by: 'customer',
          jobs: [credit(current, 'capture', deps.clock.now())],
        }
      : { skip: current.state },
  )
  return 'done'
}

/** The gateway said no, or there is none: saldo is freed, the card lives again and the customer hears it. */
const sendBack = async (
  deps: BillDeps,
  order: Order,
  why: Pick<Move, 'type' | 'by' | 'data' | 'patch'> & { alarm?: boolean },
): Promise<JobResult> => {
  const now = deps.clock.now()
  const { alarm, ...step } = why
  await deps.store.orders.advance(order.shop, order.id, (current) => {
    if (current.state !== 'billing') return { skip: current.state }
    const seller = {
      id: `notices.seller:${order.id}:${current.v}`,
      name: 'notices.seller' as const,
      at: now,
      payload: { shop: order.shop, order: order.id },
    }
    return {
      ...step,
      to: 'quoted',
      patch: { ...step.patch, quote: { ...current.quote, expiresAt: (now + 15 * MINUTE) as Millis } },
      jobs: [
        ...(current.quote.saldo > 0 ? [credit(current, 'release', now)] : []),
        tell(order, `back:${current.v}`, now),
        ...(alarm ? [seller] : []),
      ],
    }
  })
  return 'done'
}

/** Writes the attempt before the request leaves. */
const intend = async (
  deps: BillDeps,
  order: Order,
  use: GatewayInUse,
): Promise<{ order: Order; bill: Bill } | null> => {
  const fresh: Bill = {
    attempt: `${order.id}-${Object.keys(order.bills).length + 1}`,
    gateway: use.gateway.id,
    keySet: use.keySet,
    amount: order.quote.toPay,
    state: 'charging',
    createdAt: deps.clock.now(),
    ...(use.notifyUrl ? { hooked: true } : {}),
  }
  const moved = await deps.store.orders.advance(order.shop, order.id, (current) =>
    current.state === 'billing' && current.v === order.v
      ? { type: 'charging', by: 'system', patch: { bills: { ...current.bills, [fresh.attempt]: fresh } } }
      : { skip: current.state },
  )
  return moved.ok ? { order: moved.order, bill: fresh } : null
}

type Attempt = { use: GatewayInUse; bill: Bill }

const charge = async (deps: BillDeps, order: Order, { use, bill }: Attempt): Promise<JobResult> => {
  const now = deps.clock.now()
  if (now - bill.createdAt > SAME_ANSWER) return afterLongSilence(deps, order, { use, bill })
  const outcome = await use.gateway.charge({
    attempt: bill.attempt,
    amount: bill.amount,
    minutes: await deps.billMinutes(order.shop),
    now: bill.createdAt,
    ...(use.notifyUrl ? { notifyUrl: use.notifyUrl } : {}),
  })
  if (outcome.kind === 'unknown') return { again: (deps.clock.now() + 5 * SECOND) as Millis }
  if (outcome.kind === 'rejected') return rejected(deps, order, { bill, outcome })
  const checked = checkQris(outcome.charge.qr, bill.amount)
  if (!checked.ok) return unfit(deps, order, { use, bill, why: checked.reason })
  return opened(deps, order, {
    bill,
    charge: {
      ...outcome.charge,
      merchantName: outcome.charge.merchantName ?? checked.merchantName,
      ...nmidOf(checked),
    },
  })
}

const nmidOf = (checked: { nmid?: string }) => (checked.nmid ? { nmid: checked.nmid } : {})

const withBill = (order: Order, bill: Bill, change: Partial<Bill>) => ({
  ...order.bills,
  [bill.attempt]: { ...(order.bills[bill.attempt] ?? bill), ...change },
})

const rejected = (
  deps: BillDeps,
  order: Order,
  { bill, outcome }: { bill: Bill; outcome: ChargeOutcome & { kind: 'rejected' } },
) => {
  deps.log.warn({ order: order.id, code: outcome.code }, 'the gateway refused a charge')
  return sendBack(deps, order, {
    type: 'billRefused',
    by: 'gateway',
    data: { code: outcome.code, message: outcome.message.slice(0, 200), alarm: outcome.alarm },
    patch: { bills: withBill(order, bill, { state: 'failed', final: true }) },
    alarm: outcome.alarm,
  })
}

/** The QR is not what was asked for: it is not shown, the bill is closed at the gateway. */
const unfit = async (
  deps: BillDeps,
  order: Order,
  { use, bill, why }: Attempt & { why: string },
): Promise<JobResult> => {
  const word = await use.gateway.cancel({ attempt: bill.attempt })
  const final = word === null || ('state' in word && word.state !== 'pending' && word.state !== 'paid')
  deps.log.error({ order: order.id, why }, 'the gateway answered a QR that does not fit the bill')
  return sendBack(deps, order, {
    type: 'badQr',
    by: 'gateway',
    data: { why },
    patch: { bills: withBill(order, bill, { state: 'failed', ...(final ? { final } : {}) }) },
    alarm: true,
  })
}

const opened = async (
  deps: BillDeps,
  order: Order,
  { bill, charge: made }: { bill: Bill; charge: Charge },
): Promise<JobResult> => {
  const fresh: Partial<Bill> = {
    state: 'open',
    reference: made.reference,
    qr: made.qr,
    expiresAt: made.expiresAt,
    ...(made.url ? { url: made.url } : {}),
    ...(made.merchantName ? { merchantName: made.merchantName } : {}),
    ...nmidOf(made),
  }
  await deps.store.orders.advance(order.shop, order.id, (current) => {
    const patch = { bills: withBill(current, bill, fresh) }
    if (current.state === 'billing')
      return { to: 'awaitingPayment', type: 'billed', by: 'gateway', data: { attempt: bill.attempt }, patch }
    // The customer left while the bill was being made: it is written down so that `cancel` can close it.
    return current.bills[bill.attempt]?.state === 'charging'
      ? { type: 'billedLate', by: 'gateway', patch, jobs: [closing(current, deps.clock.now())] }
      : { skip: current.state }
  })
  return 'done'
}

const closing = (order: Order, at: Millis) => ({
  id: `payments.cancel:${order.id}:${order.v}`,
  name: 'payments.cancel' as const,
  at,
  payload: { shop: order.shop, order: order.id },
})

/** Too late to get the same answer again: ask what became of it, close it, and make the next attempt (midtrans.md §1.6). */
const afterLongSilence = async (deps: BillDeps, order: Order, { use, bill }: Attempt): Promise<JobResult> => {
  let word = await use.gateway.status({ attempt: bill.attempt })
  if (word && 'state' in word && word.state === 'pending')
    word = await use.gateway.cancel({ attempt: bill.attempt })
  if (word && (word as { kind?: string }).kind === 'fault')
    return { again: (deps.clock.now() + 15 * SECOND) as Millis }
  if (word && 'state' in word && word.state === 'paid') {
    await applyStatus(deps, { order, attempt: bill.attempt, word })
    return 'done'
  }
  if (word && 'state' in word && word.state === 'pending')
    return { again: (deps.clock.now() + 15 * SECOND) as Millis }
  await deps.store.orders.advance(order.shop, order.id, (current) => ({
    type: 'chargeLost',
    by: 'system',
    data: { attempt: bill.attempt },
    patch: { bills: withBill(current, bill, { state: word ? 'cancelled' : 'failed', final: true }) },
  }))
  return { again: deps.clock.now() }
}
