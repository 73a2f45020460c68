import { expect, test } from 'bun:test'
import { sumBeside, sumIn } from '../../src/assistant/amount.ts'

test.each([
  ['50000', 50_000],
  ['50rb', 50_000],
  ['50 ribu ya kak', 50_000],
  ['lima puluh ribu', 50_000],
  ['dua ratus rebu', 200_000],
  ['Rp50.000', 50_000],
  ['1,5jt', 1_500_000],
  ['ceban', 10_000],
  ['Rp 9.000,00', 9000],
  ['9,000.00', 9000],
  ['12,5rb', 12_500],
] as const)('%s', (text, sum) => {
  expect(sumIn(text)).toBe(sum)
})

test.each([
  '',
  '0',
  '-5',
  '−50.000',
  'Rp -5000',
  '1e9',
  '5e4',
  '0x10',
  'banyak',
  '9000.50',
  '9.000,50',
  '1.00',
  '10.15',
  '9,5',
  '50000 100000',
  '99999999999999999999',
  '٥٠٠٠٠',
  'https://x.com/50000',
  '081234567890',
])('no sum: %s', (text) => {
  expect(sumIn(text)).toBeNull()
})

test('beside where it goes: the one number that is no account', () => {
  expect(sumBeside('20000 dana 081234567890 a.n. Siti')).toBe(20_000)
  expect(sumBeside('20rb bca 1234567890 an Siti')).toBe(20_000)
  expect(sumBeside('dana 081234567890 a.n. Siti')).toBeNull()
  expect(sumBeside('20rb atau 30rb dana 081234567890 a.n. Siti')).toBeNull()
})
