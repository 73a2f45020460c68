// What an order left over, as its page says it.
import { expect, test } from 'bun:test'
import { profitOf } from '../../web/src/pages/orders/profit.ts'

type Kept = Parameters<typeof profitOf>[0]
const refund = (amount: number, state = 'done') => ({ amount, state }) as Kept['refunds'][number]
const order = (change: Partial<Kept>): Kept => ({
  price: 12_800,
  cost: 9800,
  refunds: [],
  ...change,
})

test('what was given back is no profit, and nothing was spent on what was given back whole', () => {
  expect(profitOf(order({}))).toBe(3000)
  expect(profitOf(order({ realCost: 9900 }))).toBe(2900)
  const partial = { realCost: 5880, refunds: [refund(5120)] }
  expect(profitOf(order(partial))).toBe(1800)
  expect(profitOf(order({ refunds: [refund(12_800)] }))).toBe(0)
  expect(profitOf(order({ realCost: 9800, refunds: [refund(12_800)] }))).toBe(0)
  expect(profitOf(order({ ...partial, refunds: [refund(5120, 'failed')] }))).toBe(6920)
})
