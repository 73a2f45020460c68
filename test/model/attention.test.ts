// What a person is called for: which orders, since when, and what settles by itself.
import { describe, expect, test } from 'bun:test'
import { DAY, HOUR, MINUTE } from '../../src/lib/clock.ts'
import { movedAt, needsFrom, needsOf } from '../../src/model/attention.ts'
import type { Bill, Order, OrderEvent, Refund, StrayMoney } from '../../src/model/order.ts'
import type { OrderState } from '../../src/model/state.ts'
import { STATES } from '../../src/model/state.ts'
import { newOrder } from '../store/contract/support.ts'

const AT = 1_000_000
const moved = (state: OrderState, at = AT): OrderEvent => ({ n: 2, at, type: state, by: 'system', to: state })
const order = (state: OrderState, change: Partial<Order> = {}): Order =>
  newOrder(1, { state, events: [...newOrder(1).events, moved(state)], ...change })
const refund = (change: Partial<Refund>): Record<string, Refund> => ({
  r1: { id: 'r1', amount: 5, to: 'saldo', state: 'due', reason: 'x', at: AT, ...change },
})
const stray = (kind: StrayMoney['kind'], state: StrayMoney['state'] = 'due'): Record<string, StrayMoney> => ({
  m1: { id: 'm1', kind, attempt: 'o_1-1', amount: 5, state, at: AT },
})
const bill = (change: Partial<Bill>): Record<string, Bill> => ({
  'o_1-1': {
    attempt: 'o_1-1',
    gateway: 'manual',
    keySet: 'k',
    amount: 5,
    state: 'open',
    createdAt: AT,
    ...change,
  },
})
const paid: Partial<Order> = {
  bills: bill({ gateway: 'midtrans', amount: 12_000, state: 'paid', paidAmount: 12_000, final: true }),
}
const namesAt = (one: Order, now: number) => needsOf(one, now).map(({ need }) => need)

test.each(['unknown', 'held', 'waiting'] as const)('%s needs a person at once', (state) => {
  expect(needsOf(order(state), AT)).toEqual([{ need: state, since: AT }])
  expect(needsFrom(order(state))).toBe(AT)
})

test.each([
  ['billing', HOUR],
  ['paid', HOUR],
  ['submitting', HOUR],
  ['submitted', DAY],
  ['partial', HOUR],
  ['stoppedByPanel', HOUR],
] as const)('%s needs one once it has stood still for longer than is usual', (state, usual) => {
  expect(namesAt(order(state), AT + usual - 1)).toEqual([])
  expect(namesAt(order(state), AT + usual)).toEqual(['stuck'])
})

test('every other state wants nobody, however long it stays', () => {
  const quiet = STATES.filter((state) => needsFrom(order(state)) === null)
  expect(quiet.sort()).toEqual(
    ['awaitingPayment', 'closed', 'completed', 'lapsed', 'quoted', 'withdrawn'].sort() as OrderState[],
  )
})

test("a running order counts from the panel's last movement, not from its last repetition", () => {
  const running = order('submitted', { progress: { remains: 5, at: AT + 20 * HOUR, movedAt: AT + HOUR } })
  expect(movedAt(running)).toBe(AT + HOUR)
  expect(namesAt(running, AT + DAY)).toEqual([])
  expect(namesAt(running, AT + DAY + HOUR)).toEqual(['stuck'])
})

test('taken, but nobody knows under which id: at once', () => {
  expect(namesAt(order('submitted', { why: 'idMissing' }), AT)).toEqual(['idMissing'])
})

describe('money', () => {
  test('a due refund is left to its job for ten minutes; one that failed is shown at once, on a closed order too', () => {
    expect(namesAt(order('closed', { refunds: refund({}) }), AT + 10 * MINUTE - 1)).toEqual([])
    expect(namesAt(order('closed', { refunds: refund({}) }), AT + 10 * MINUTE)).toEqual(['refundDue'])
    const failed = { refunds: refund({ state: 'failed' }) }
    expect(namesAt(order('closed', { ...failed, ...paid }), AT)).toEqual(['refundFailed'])
    expect(namesAt(order('closed', { refunds: refund({ to: 'hand' }) }), AT)).toEqual(['refundDue'])
    expect(needsFrom(order('closed', { refunds: refund({ state: 'done' }) }))).toBeNull()
  })

  test('a refund that failed is over once the money is given another way, or the gateway took it itself', () => {
    const given: Refund = { id: 'r2', amount: 12_000, to: 'hand', state: 'done', reason: 'x', at: AT + 1 }
    const failed = refund({ state: 'failed', amount: 12_000 })
    expect(needsFrom(order('closed', { ...paid, refunds: { ...failed, r2: given } }))).toBeNull()
    const back: StrayMoney = {
      id: 'm',
      kind: 'chargeback',
      attempt: 'o_1-1',
      amount: 12_000,
      state: 'done',
      at: AT,
    }
    expect(needsFrom(order('closed', { ...paid, refunds: failed, money: { m: back } }))).toBeNull()
  })

  test('what no bill waited for: what a job puts to saldo later, the rest at once, booked never', () => {
    for (const kind of ['late', 'second'] as const) {
      expect(namesAt(order('closed', { money: stray(kind) }), AT)).toEqual([])
      expect(namesAt(order('closed', { money: stray(kind) }), AT + 10 * MINUTE)).toEqual(['stray'])
    }
    for (const kind of ['otherCurrency', 'chargeback'] as const)
      expect(namesAt(order('closed', { money: stray(kind) }), AT)).toEqual(['stray'])
    expect(namesAt(order('held', { money: stray('otherSum') }), AT)).toEqual(['held', 'stray'])
    expect(namesAt(order('closed', { money: stray('otherSum') }), AT)).toEqual([])
    expect(needsFrom(order('closed', { money: stray('chargeback', 'done') }))).toBeNull()
  })

  test("a claimed bill waits for the seller's word, after the bill has lapsed too", () => {
    expect(namesAt(order('awaitingPayment', { bills: bill({}) }), AT)).toEqual([])
    expect(namesAt(order('awaitingPayment', { bills: bill({ claimedAt: AT }) }), AT)).toEqual(['claimed'])
    expect(namesAt(order('lapsed', { bills: bill({ claimedAt: AT, final: true }) }), AT)).toEqual(['claimed'])
    expect(needsFrom(order('closed', { bills: bill({ claimedAt: AT, state: 'paid' }) }))).toBeNull()
  })
})
