// Numbers as they are typed in Indonesia must never be read a thousand times too small.
import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { readDecimal, readPercent, readWhole } from '../../web/src/lib/decimal.ts'

test('a rate: dots group thousands, a comma begins the fraction', () => {
  const read = {
    '16.250': '16250',
    '16250': '16250',
    '16.250,5': '16250.5',
    '16250,5': '16250.5',
    'Rp 16.250': '16250',
  }
  for (const [typed, decimal] of Object.entries(read)) expect(readDecimal(typed)).toBe(decimal)
  expect(readDecimal('16,250.50')).toBe('16250.50')
  expect(readDecimal('16250.75')).toBe('16250.75')
  for (const typed of ['', '-1', '1e5', '16.25.0', 'abc', '1 000', '9999999999'])
    expect(readDecimal(typed)).toBe(null)
})

test('a percentage has at most two decimals', () => {
  expect([readPercent('25'), readPercent('12,5'), readPercent(' 12.5 % ')]).toEqual(['25', '12.5', '12.5'])
  for (const typed of ['', '-5', '1.234', '25%%', 'x']) expect(readPercent(typed)).toBe(null)
})

test('whole rupiah come back from how the page writes them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), (amount) => {
      expect(readWhole(`Rp${amount.toLocaleString('id-ID')}`)).toBe(amount)
      expect(readWhole(String(amount))).toBe(amount)
    }),
  )
  for (const typed of ['', '1,5', '10.00', '-3', '1e3']) expect(readWhole(typed)).toBe(null)
})
