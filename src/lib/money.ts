// Decimal arithmetic for prices: panel rates are decimal texts and must never pass through a binary fraction.
// One rounding, at the end, always up (`ceilTo`); everything before it is exact.
import Big from 'big.js'
import type { Rupiah } from './brand.ts'

export type Decimal = Big

const DECIMAL = /^-?\d+(\.\d+)?$/
/** A longer text is no price, and multiplying it would hold up the event loop. */
const MAX_CHARACTERS = 64

/** Reads plain decimal notation only: no exponent, no sign `+`, no grouping, no spaces. Anything else is null. */
export const parseDecimal = (text: string): Decimal | null =>
  text.length <= MAX_CHARACTERS && DECIMAL.test(text) ? new Big(text) : null

/** A decimal from a number or text that the house itself wrote; throws on anything that isn't one. */
export const decimal = (value: number | string): Decimal => new Big(value)

/** `percent` per cent of `amount`, exactly. */
export const percentOf = (amount: Decimal, percent: Decimal): Decimal => amount.times(percent).times('0.01')

/**
 * The smallest multiple of `step` that is not below `amount`. `step` is a whole number of rupiah, at least 1.
 * Throws RangeError when the result is no safe integer: callers bound rates and quantities when they read them.
 */
export const ceilTo = (step: number, amount: Decimal): Rupiah => {
  if (!Number.isSafeInteger(step) || step < 1) throw new RangeError('step must be a whole number from 1')
  // `mod` is exact where a quotient is cut at 20 decimals; its sign is the dividend's.
  const rest = amount.mod(step)
  const floorOrZero = amount.minus(rest)
  const result = (rest.gt(0) ? floorOrZero.plus(step) : floorOrZero).toNumber()
  if (!Number.isSafeInteger(result)) throw new RangeError('amount is too large for whole rupiah')
  return (result === 0 ? 0 : result) as Rupiah
}

/** Indonesian grouping: 2000 → `2.000`, 1234.5 → `1.234,5`; the minus is U+2212. */
export const formatNumber = (value: number): string => {
  const [whole = '0', fraction] = new Big(Math.abs(value)).toFixed().split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.')
  return `${value < 0 ? '−' : ''}${grouped}${fraction ? `,${fraction}` : ''}`
}

/** `Rp18.500`, `−Rp13.320`. */
export const formatRupiah = (amount: number): string =>
  amount < 0 ? `−Rp${formatNumber(-amount)}` : `Rp${formatNumber(amount)}`
