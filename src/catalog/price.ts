// What a customer pays and what the panel will charge. Pure decimal arithmetic with one rounding, at the end, always up,
// so that no price is ever below its cost.
import type { Rupiah } from '../lib/brand.ts'
import { ceilTo, type Decimal, decimal, parseDecimal, percentOf } from '../lib/money.ts'
import type { Quote } from '../model/order.ts'
import type { Service } from '../model/service.ts'
import type { Shop, ShopSettings } from '../model/shop.ts'

export type PriceRule = {
  settings: Pick<ShopSettings, 'margin' | 'fee' | 'leastProfit' | 'step' | 'leastBill'>
  /** The currency of the panel's account. */
  currency: string
  /** Rupiah for one unit of the currency, decimal; `buffer` in per cent is added to it. Not asked for when the panel charges rupiah. */
  exchange?: { rate: string; buffer: number }
}
export type Priceable = Pick<Service, 'rate' | 'type' | 'pin'>
export type Units = { quantity: number; comments?: string[] }
export type Price = Pick<Quote, 'cost' | 'price' | 'perThousand'>

/** Charged once, whatever is in them. */
export const isPackage = (type: string): boolean => type === 'package' || type === 'custom_comments_package'

/** The rule of a shop for one panel account, or null while the account's currency is not known. */
export const ruleOf = (
  { settings, exchange }: Pick<Shop, 'settings' | 'exchange'>,
  currency: string | undefined,
): PriceRule | null => {
  if (!currency) return null
  const known = exchange[currency]
  return { settings, currency, ...(known ? { exchange: known } : {}) }
}

/** Panels count comments by line, and blank lines are removed before sending. */
const unitsOf = (type: string, { quantity, comments }: Units): number => {
  if (isPackage(type)) return 1
  if (type !== 'custom_comments' || !comments) return quantity
  return comments.filter((line) => line.trim() !== '').length
}

/** `perUnit` for 1000 units (for one package). */
const share = (perUnit: Decimal, type: string, units: number): Decimal =>
  isPackage(type) ? perUnit : perUnit.times(units).times('0.001')

/** Rupiah for one unit of the panel's currency, buffer in; null when nobody has said. */
const exchangeOf = ({ currency, exchange }: PriceRule): Decimal | null => {
  if (currency.toUpperCase() === 'IDR') return decimal(1)
  const rate = exchange ? parseDecimal(exchange.rate) : null
  if (!exchange || !rate?.gt(0)) return null
  return rate.plus(percentOf(rate, decimal(exchange.buffer)))
}

const largest = (...amounts: [Decimal, ...Decimal[]]): Decimal =>
  amounts.reduce((most, one) => (most.lt(one) ? one : most))

type Costing = { rule: PriceRule; margin: Decimal; cost: Decimal; pinned: Decimal | null }

/** A pin replaces the rule's profit, not the floor: a rate that rose above it must not be sold at a loss. */
const unrounded = ({ rule, margin, cost, pinned }: Costing): Decimal => {
  const { fee, leastProfit, leastBill } = rule.settings
  const floor = largest(cost, decimal(leastBill))
  if (pinned) return largest(pinned, floor)
  return largest(cost.plus(percentOf(cost, margin)).plus(fee), cost.plus(leastProfit), floor)
}

type Ground = { rule: PriceRule; service: Priceable; rate: Decimal; exchange: Decimal; margin: Decimal }

const groundOf = (rule: PriceRule, service: Priceable): Ground | null => {
  const margin = parseDecimal(rule.settings.margin ?? '')
  const rate = parseDecimal(service.rate)
  const exchange = exchangeOf(rule)
  if (!margin || !rate?.gt(0) || !exchange?.gt(0)) return null
  // A margin below nothing would make more cost less; no page takes one.
  return { rule, service, rate, exchange, margin: largest(margin, decimal(0)) }
}

const MOST_DIGITS = 15
/** Past the safe whole numbers there is no price: such a rate or quantity is a mistake of somebody's. */
const bounded = (amount: Decimal): boolean => amount.e < MOST_DIGITS

const priceFor = (ground: Ground, units: number): { cost: Decimal; price: Rupiah } | null => {
  const { rule, service, rate, exchange, margin } = ground
  const { type, pin } = service
  const cost = share(rate, type, units)
  const inRupiah = cost.times(exchange)
  const pinned = pin === undefined ? null : share(decimal(pin), type, units)
  const exact = unrounded({ rule, margin, cost: inRupiah, pinned })
  return bounded(exact) ? { cost, price: ceilTo(rule.settings.step, exact) } : null
}

/** The list's price of 1000, where the price of these units is that price multiplied: only then may a card print the product. */
const perThousandOf = (ground: Ground, units: number, price: Rupiah): Rupiah | undefined => {
  if (isPackage(ground.service.type)) return undefined
  const listed = units === 1000 ? price : priceFor(ground, 1000)?.price
  if (listed === undefined) return undefined
  return decimal(listed).times(units).eq(decimal(price).times(1000)) ? listed : undefined
}

/** The price alone, for many quantities of one service; null for a quantity that has none. Null as `priceOf` is for all of them. */
export const pricer = (rule: PriceRule, service: Priceable): ((quantity: number) => Rupiah | null) | null => {
  const ground = groundOf(rule, service)
  if (!ground) return null
  return (quantity) => {
    const units = unitsOf(service.type, { quantity })
    return isQuantity(units) ? (priceFor(ground, units)?.price ?? null) : null
  }
}

const isQuantity = (units: number): boolean => Number.isSafeInteger(units) && units >= 1

/**
 * `cost = rate × exchange × units / 1000` (× 1 for packages) and
 * `price = ceilTo(step, max(cost × (1 + margin) + fee, cost + leastProfit, leastBill))`.
 * Null while the margin, or the exchange rate of another currency, is not set, and for what is no quantity.
 */
export const priceOf = (rule: PriceRule, service: Priceable, asked: Units): Price | null => {
  const units = unitsOf(service.type, asked)
  if (!isQuantity(units)) return null
  const ground = groundOf(rule, service)
  const found = ground && priceFor(ground, units)
  if (!found) return null
  const { cost, price } = found
  const perThousand = perThousandOf(ground, units, price)
  return {
    cost: {
      amount: cost.toFixed(),
      currency: rule.currency,
      exchange: ground.exchange.toFixed(),
      rupiah: ceilTo(1, cost.times(ground.exchange)),
    },
    price,
    ...(perThousand === undefined ? {} : { perThousand }),
  }
}
