// What the balance of a panel account says about one sending without an answer. A hint for the seller, never a reason to act. Pure.
import { type Decimal, decimal, parseDecimal } from '../lib/money.ts'
import type { Submission } from './order.ts'

export type Evidence = {
  /** Decimal strings in the account's currency. */
  before: string
  after: string
  /** What the order was expected to cost. */
  cost: string
  /** What other orders that were taken in between cost. */
  others: readonly string[]
}

/** A rate may have moved since the catalogue was read. */
const DRIFT = '0.1'

/** What one step of the shown balance is worth: a panel that shows whole numbers hides what is cheaper. */
const stepOf = (amounts: readonly string[]): Decimal => {
  const digits = Math.max(...amounts.map((amount) => amount.split('.')[1]?.length ?? 0))
  return decimal(`1e-${digits}`)
}

/** Lower by about its cost: probably taken. Unchanged: probably not. Anything else says nothing. */
export const hintOf = ({ before, after, cost, others }: Evidence): Submission['hint'] => {
  const [had, has, price] = [before, after, cost].map(parseDecimal)
  const known = others.map(parseDecimal)
  if (!had || !has || !price?.gt(0) || known.includes(null)) return undefined
  const step = stepOf([before, after])
  if (price.lt(step.times(2))) return undefined
  const spent = known.reduce<Decimal>((sum, one) => sum.plus(one ?? 0), decimal(0))
  const drop = had.minus(has).minus(spent)
  // What the others cost is known as badly as what this one does.
  const slack = spent.times(DRIFT).plus(others.length > 0 ? step : 0)
  if (slack.gte(price.div(2))) return undefined
  if (drop.abs().lte(slack)) return 'probablyNotTaken'
  const near = price.times(DRIFT).plus(step).plus(slack)
  return drop.minus(price).abs().lte(near) ? 'probablyTaken' : undefined
}
