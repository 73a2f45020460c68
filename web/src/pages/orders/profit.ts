// What an order left over, by the rule of the reports; without the page around it, so that a test can look.
import type { OrderDetail } from '../../types.ts'

type Kept = Pick<OrderDetail, 'price' | 'cost' | 'realCost' | 'refunds'>

/** What the customer paid and did not get back, less what the panel took. Of one that was given back whole the panel took nothing, or took it back. */
export const profitOf = ({ price, cost, realCost, refunds }: Kept): number => {
  const back = refunds.filter(({ state }) => state !== 'failed').reduce((sum, { amount }) => sum + amount, 0)
  return back < price ? price - back - (realCost ?? cost) : 0
}
