// What the gateway says of a bill becomes a move of the order: paid, lapsed, closed, or money that no bill waited for.
// Only the gateway's answer to our own question counts; a webhook is a reason to ask (job `payments.settle`).
import type { Millis, Rupiah } from '../lib/brand.ts'
import { DEFAULTS } from '../model/defaults.ts'
import type { Decision, JobDraft } from '../model/flow.ts'
import { isPaid, tell } from '../model/flow.ts'
import type { JobResult } from '../model/job.ts'
import type { Bill, Order, StrayMoney } from '../model/order.ts'
import { orderOfAttempt } from '../model/order.ts'
import type { PaymentDeps } from './deps.ts'
import type { BillStatus } from './gateway.ts'

/** Whether a late payment may still buy what was quoted (rule 10). */
export type SettleDeps = PaymentDeps & { mayRevive?(order: Order): Promise<boolean> }

export type Word = { order: Order; attempt: string; word: BillStatus }

export const settle = async (deps: SettleDeps, payload: Record<string, string>): Promise<JobResult> => {
  const attempt = payload['attempt'] ?? ''
  const order = await deps.store.orders.find(orderOfAttempt(attempt))
  const bill = order?.bills[attempt]
  if (!order || !bill) {
    deps.log.warn({ attempt }, 'a payment notice for no bill of ours')
    return 'done'
  }
  const use = await deps.gatewayOf(order.shop, bill.keySet)
  if (!use) return { retry: `key set ${bill.keySet} is gone` }
  const word = await use.gateway.status({ attempt, ...(bill.reference ? { reference: bill.reference } : {}) })
  if (word === null) return 'done'
  if (!('state' in word)) return { retry: `gateway: ${word.reason} ${word.code ?? ''}` }
  await applyStatus(deps, { order, attempt, word }, use.merchantId)
  return 'done'
}

/** Moves the order by one word of the gateway. Repeats change nothing. */
export const applyStatus = async (deps: SettleDeps, told: Word, merchantId?: string): Promise<void> => {
  const { order, attempt, word } = told
  const wrong = mismatch(told, merchantId)
  if (wrong) return report(deps, told, wrong)
  if (word.state === 'pending') return
  const revive = word.state === 'paid' && order.state === 'lapsed' ? await canRevive(deps, order) : false
  await deps.store.orders.advance(order.shop, order.id, (current) => {
    const bill = current.bills[attempt]
    if (!bill) return { skip: 'no such bill' }
    if (word.state === 'paid') return onPaid(current, { bill, word, revive, now: deps.clock.now() })
    if (['expired', 'cancelled', 'failed'].includes(word.state))
      return onEnded(current, bill, { word, now: deps.clock.now() })
    return onTakenBack(current, bill, { word, now: deps.clock.now() })
  })
}

/** Signature and transport proved nothing about these: compare with what we stored. */
const mismatch = ({ order, attempt, word }: Word, merchantId?: string): string | null => {
  const bill = order.bills[attempt]
  if (!bill || word.attempt !== attempt) return 'attempt'
  if (bill.reference && word.reference !== bill.reference) return 'reference'
  if (word.currency !== 'IDR') return 'currency'
  if (merchantId && word.merchant && word.merchant !== merchantId) return 'merchant'
  return word.paymentType && !['qris', 'gopay'].includes(word.paymentType) ? 'paymentType' : null
}

const report = async (deps: SettleDeps, { order, attempt, word }: Word, wrong: string): Promise<void> => {
  deps.log.error(
    { order: order.id, attempt, wrong, state: word.state },
    'the gateway tells of a bill that is not the one we made',
  )
  await deps.store.items.create({
    id: `it_mismatch_${attempt}_${wrong}`,
    shop: order.shop,
    kind: 'money',
    order: order.id,
    text: `${attempt}: ${wrong}, ${word.state}, Rp${word.amount}`,
    at: deps.clock.now(),
  })
}

/** The saldo part must be reservable again; guards of price and link come from the catalogue's side. */
const canRevive = async (deps: SettleDeps, order: Order): Promise<boolean> => {
  if (deps.mayRevive && !(await deps.mayRevive(order))) return false
  const { shop, customer, quote, id } = order
  if (quote.saldo === 0) return true
  return (
    (await deps.store.wallets.hold(shop, customer, quote.money, { order: id, amount: quote.saldo })) ===
    'held'
  )
}

type Payment = { bill: Bill; word: BillStatus; revive: boolean; now: Millis }

const paidBill = (bill: Bill, { word, now }: Pick<Payment, 'word' | 'now'>): Bill => ({
  ...bill,
  state: 'paid',
  final: true,
  reference: bill.reference ?? word.reference,
  paidAt: word.paidAt ?? now,
  paidAmount: word.amount,
  ...(word.issuer ? { issuer: word.issuer } : {}),
})

const onPaid = (order: Order, payment: Payment): Decision => {
  const { bill, word, revive, now } = payment
  if (bill.state === 'paid') return { skip: 'already paid' }
  const bills = { ...order.bills, [bill.attempt]: paidBill(bill, payment) }
  const data = { attempt: bill.attempt, amount: word.amount }
  const waiting = order.state === 'awaitingPayment' || order.state === 'billing'
  if ((waiting || (order.state === 'lapsed' && revive)) && word.amount === bill.amount) {
    return {
      to: 'paid',
      type: waiting ? 'paid' : 'revived',
      by: 'gateway',
      key: `paid:${bill.attempt}`,
      data,
      patch: { bills },
      jobs: order.quote.saldo > 0 ? [creditJob(order, 'capture', now)] : [],
    }
  }
  if (order.state === 'awaitingPayment') {
    const money = { ...order.money, ...stray('otherSum', payment) }
    return {
      to: 'held',
      type: 'otherSum',
      by: 'gateway',
      key: `paid:${bill.attempt}`,
      data,
      patch: { bills, money, why: 'otherSum', deadline: (now + DEFAULTS.held) as Millis },
    }
  }
  const kind = isPaid(order.state) ? 'second' : 'late'
  return {
    type: `${kind}Money`,
    by: 'gateway',
    key: `paid:${bill.attempt}`,
    data,
    patch: { bills, money: { ...order.money, ...stray(kind, payment) } },
    jobs: [creditJob(order, 'stray', now), tell(order, `stray:${bill.attempt}`, now)],
  }
}

const stray = (kind: StrayMoney['kind'], { bill, word, now }: Payment): Record<string, StrayMoney> => ({
  [`${kind}:${bill.attempt}`]: {
    id: `${kind}:${bill.attempt}`,
    kind,
    attempt: bill.attempt,
    amount: word.amount as Rupiah,
    state: 'due',
    at: now,
  },
})

export const creditJob = (order: Order, op: 'capture' | 'release' | 'stray', at: Millis): JobDraft => ({
  id: `payments.credit:${order.id}:${op}:${order.v}`,
  name: 'payments.credit',
  at,
  payload: { shop: order.shop, order: order.id, op },
})

type Ended = { word: BillStatus; now: Millis }

/** Expired, cancelled, denied: the gateway's last word on this bill. The order lapses, or closes when no bill is left to ask about. */
const onEnded = (order: Order, bill: Bill, { word, now }: Ended): Decision => {
  if (bill.final) return { skip: 'known' }
  const bills = {
    ...order.bills,
    [bill.attempt]: { ...bill, state: word.state as Bill['state'], final: true },
  }
  const data = { attempt: bill.attempt }
  if (order.state === 'awaitingPayment') {
    const jobs = [closeJob(order, now), ...(order.quote.saldo > 0 ? [creditJob(order, 'release', now)] : [])]
    return { to: 'lapsed', type: `bill.${word.state}`, by: 'gateway', data, patch: { bills }, jobs }
  }
  const last = Object.values(bills).every((one) => one.final)
  const closes = last && (order.state === 'lapsed' || order.state === 'withdrawn')
  return {
    ...(closes ? { to: 'closed' as const } : {}),
    type: `bill.${word.state}`,
    by: 'gateway',
    data,
    patch: { bills },
  }
}

/** `lapsed` by the gateway's own word closes in a second move of the same history. */
const closeJob = (order: Order, at: Millis): JobDraft => ({
  id: `payments.ask:${order.id}:close:${order.v}`,
  name: 'payments.ask',
  at,
  payload: { shop: order.shop, order: order.id },
})

/** Refunded at the gateway or charged back: written down, for the seller to see; it moves no order. */
const onTakenBack = (order: Order, bill: Bill, { word, now }: Ended): Decision => {
  const id = `${word.state}:${bill.attempt}`
  if (order.money[id]) return { skip: 'known' }
  const entry: StrayMoney = {
    id,
    kind: 'chargeback',
    attempt: bill.attempt,
    amount: word.amount,
    state: 'due',
    at: now,
  }
  return {
    type: word.state,
    by: 'gateway',
    key: id,
    data: { attempt: bill.attempt, amount: word.amount },
    patch: { money: { ...order.money, [id]: entry } },
    jobs: [
      {
        id: `notices.seller:${order.id}:${id}`,
        name: 'notices.seller',
        at: now,
        payload: { shop: order.shop, order: order.id },
      },
    ],
  }
}
