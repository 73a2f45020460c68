import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { ceilTo, decimal, formatNumber, formatRupiah, parseDecimal, percentOf } from '../../src/lib/money.ts'

const decimals = fc
  .tuple(
    fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
    fc.bigInt({ min: 0n, max: 10n ** 25n - 1n }),
  )
  .map(([whole, fraction]) => `${whole}.${String(fraction).padStart(25, '0')}`)

describe('reading a decimal', () => {
  test.each(['0', '12', '0.9000', '-3.5', '007', '111.000000000000000000000001'])('%s is read', (text) => {
    expect(parseDecimal(text)?.eq(text)).toBe(true)
  })
  test.each([
    '',
    ' 1',
    '1 ',
    '1,5',
    '1.000.000',
    '.5',
    '5.',
    '1e3',
    '+1',
    '--1',
    'NaN',
    'Infinity',
    '0x1',
    '１',
  ])('%p is refused', (text) => {
    expect(parseDecimal(text)).toBeNull()
  })
  test('a text of thousands of digits is refused', () => {
    expect(parseDecimal('9'.repeat(5000))).toBeNull()
  })
})

describe('rounding up', () => {
  test.each([
    [100, '18450.01', 18_500],
    [100, '18500', 18_500],
    [100, '18500.00000000000000000000000000000000001', 18_600],
    [1, '0.1', 1],
    [1, '0', 0],
    [100, '-13370', -13_300],
    [100, '-50', 0],
  ])('to %p of %s is %p', (step, amount, rounded) => {
    expect(ceilTo(step, decimal(amount))).toBe(rounded as never)
  })

  test('is the smallest multiple of the step that is not below', () => {
    fc.assert(
      fc.property(decimals, fc.integer({ min: 1, max: 10_000 }), (text, step) => {
        const amount = decimal(text)
        const result = ceilTo(step, amount)
        expect(Number.isSafeInteger(result)).toBe(true)
        expect(Math.abs(result % step)).toBe(0)
        expect(amount.lte(result)).toBe(true)
        expect(amount.gt(result - step)).toBe(true)
      }),
    )
  })

  test('a sum past whole numbers, or a step that is none, is a bug', () => {
    expect(() => ceilTo(1, decimal('9007199254740993'))).toThrow(RangeError)
    expect(() => ceilTo(0, decimal('1'))).toThrow(RangeError)
    expect(() => ceilTo(0.5, decimal('1'))).toThrow(RangeError)
  })
})

test('a percentage is exact', () => {
  expect(percentOf(decimal('0.1'), decimal('0.3')).toFixed()).toBe('0.0003')
  expect(percentOf(decimal('18500'), decimal('35')).toFixed()).toBe('6475')
})

describe('writing money', () => {
  test.each([
    [0, 'Rp0'],
    [999, 'Rp999'],
    [18_500, 'Rp18.500'],
    [10_000_000, 'Rp10.000.000'],
    [-13_320, '−Rp13.320'],
    [-0, 'Rp0'],
  ])('%p is %s', (amount, text) => {
    expect(formatRupiah(amount)).toBe(text)
  })
  test.each([
    [2000, '2.000'],
    [1234.5, '1.234,5'],
    [-1500, '−1.500'],
    [1e21, '1.000.000.000.000.000.000.000'],
  ])('%p is %s', (value, text) => {
    expect(formatNumber(value)).toBe(text)
  })
  test('every whole number reads back', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (amount) => {
        const text = formatRupiah(amount)
        expect(text).toMatch(/^−?Rp\d{1,3}(\.\d{3})*$/)
        expect(Number(text.replace('−', '-').replace('Rp', '').replaceAll('.', ''))).toBe(amount)
      }),
    )
  })
})
