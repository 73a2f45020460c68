// What an order left over; without the page around it, so that a test can look.
import type { OrderDetail } from '../../types.ts'

type Kept = Pick<OrderDetail, 'price' | 'cost' | 'realCost' | 'refunds' | 'submissions'>

/** What the customer paid and did not get back, less what the panel took; nothing was taken by one that never had the order. */
export const profitOf = ({ price, cost, realCost, refunds, submissions }: Kept): number => {
  const back = refunds.filter(({ state }) => state !== 'failed').reduce((sum, { amount }) => sum + amount, 0)
  const sent = submissions.some(({ outcome }) => outcome !== 'refused' && outcome !== 'neverLeft')
  return price - back - (realCost ?? (sent || back === 0 ? cost : 0))
}
