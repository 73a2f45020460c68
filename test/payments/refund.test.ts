// What goes back, for all prices, quantities and answers of a panel: never more than was settled, never a fraction of a rupiah.
import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { move } from '../../src/model/flow.ts'
import type { Bill, Order } from '../../src/model/order.ts'
import { SALDO_TAKEN, settled } from '../../src/model/settled.ts'
import { closeWithRefund, partialRefund, refundable } from '../../src/payments/refund.ts'
import { newOrder, quote } from '../store/contract/support.ts'

const price = fc.integer({ min: 1, max: 10_000_000 })
const quantity = fc.integer({ min: 1, max: 2_147_483_647 })

test('a part is whole rupiah between nothing and the price, whatever the panel says is left', () => {
  fc.assert(
    fc.property(price, quantity, fc.integer(), (paid, units, remains) => {
      const back = partialRefund(paid, units, remains)
      expect(Number.isSafeInteger(back) && back >= 0 && back <= paid).toBe(true)
      expect(partialRefund(paid, units, units)).toBe(paid)
      expect(partialRefund(paid, units, 0)).toBe(0)
    }),
  )
})

test('more left gives no less back, and the parts of a whole never sum to more than it', () => {
  fc.assert(
    fc.property(price, quantity, fc.nat(), fc.nat(), (paid, units, a, b) => {
      const [less, more] = [a % (units + 1), b % (units + 1)].sort((x, y) => x - y) as [number, number]
      expect(partialRefund(paid, units, less)).toBeLessThanOrEqual(partialRefund(paid, units, more))
      expect(partialRefund(paid, units, less) + partialRefund(paid, units, units - less)).toBeLessThanOrEqual(
        paid,
      )
    }),
  )
})

const paidBill = (amount: number): Bill => ({
  attempt: 'o_1-1',
  gateway: 'midtrans',
  keySet: 'k',
  amount,
  paidAmount: amount,
  state: 'paid',
  createdAt: 0,
  final: true,
})

const held = (total: number, saldo: number, change: Partial<Order> = {}): Order =>
  newOrder(1, {
    state: 'held',
    quote: quote({ price: total, saldo, toPay: total - saldo }),
    bills: total > saldo ? { 'o_1-1': paidBill(total - saldo) } : {},
    seen: saldo > 0 ? { [SALDO_TAKEN]: 2 } : {},
    ...change,
  })

test('a closing gives at most what was settled and not yet given, whatever is asked', () => {
  fc.assert(
    fc.property(
      price,
      fc.double({ min: 0, max: 1, noNaN: true }),
      price,
      price,
      (total, share, gave, asked) => {
        const order = held(total, Math.floor(total * share), {
          refunds: {
            r1: { id: 'r1', amount: Math.min(gave, total), to: 'saldo', state: 'done', reason: 'x', at: 1 },
          },
        })
        const closing = closeWithRefund(order, { by: 'system', reason: 'x', amount: asked, now: 5 })
        const moved = 'type' in closing ? move(order, closing, 5) : null
        if (!moved?.ok) throw new Error('not closed')
        const given = Object.values(moved.order.refunds).reduce((sum, { amount }) => sum + amount, 0)
        expect(given).toBeLessThanOrEqual(settled(order))
        expect(given).toBe(Math.min(total, Math.min(gave, total) + asked))
        expect(Object.values(moved.order.refunds).every(({ amount }) => amount > 0)).toBe(true)
      },
    ),
  )
})

test('through a gateway goes at most what it took, by hand and to saldo all of it, and the parts make the whole', () => {
  fc.assert(
    fc.property(
      price,
      fc.double({ min: 0, max: 1, noNaN: true }),
      price,
      fc.constantFrom('saldo' as const, 'gateway' as const, 'hand' as const),
      (total, share, asked, to) => {
        const order = held(total, Math.floor(total * share))
        const closing = closeWithRefund(order, { by: 'system', reason: 'x', amount: asked, now: 5, to })
        const moved = 'type' in closing ? move(order, closing, 5) : null
        if (!moved?.ok) throw new Error('not closed')
        const given = Object.values(moved.order.refunds)
        const sum = (way: string) => given.reduce((all, one) => all + (one.to === way ? one.amount : 0), 0)
        expect(given.every(({ amount, state }) => amount > 0 && state === 'due')).toBe(true)
        expect(sum('saldo') + sum('gateway') + sum('hand')).toBe(Math.min(total, asked))
        expect(sum('gateway')).toBe(to === 'gateway' ? Math.min(asked, order.quote.toPay) : 0)
        if (to !== 'gateway') expect(sum(to)).toBe(Math.min(total, asked))
      },
    ),
  )
})

test('nothing is given back of what was never settled: no bill paid, saldo part not taken, money of another sum, money taken back', () => {
  const stray = (kind: 'late' | 'otherSum' | 'chargeback') => ({
    x: { id: 'x', kind, attempt: 'o_1-1', amount: 9000, state: 'due' as const, at: 1 },
  })
  expect(refundable(held(9000, 0, { bills: {} }))).toBe(0)
  expect(refundable(held(9000, 2000, { seen: {} }))).toBe(7000)
  expect(refundable(held(9000, 0, { money: stray('otherSum') }))).toBe(0)
  expect(refundable(held(9000, 0, { money: stray('late') }))).toBe(0)
  expect(refundable(held(9000, 0, { money: stray('chargeback') }))).toBe(0)
  expect(refundable(held(9000, 2000))).toBe(9000)
})
