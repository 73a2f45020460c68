import { describe, expect, test } from 'bun:test'
import { maskAccounts } from '../../src/model/account-numbers.ts'
import { maskForModel } from '../../src/model/model-mask.ts'

describe('an account number in words', () => {
  test.each([
    ['dana 081234567890 a.n. Siti', 'dana ••••7890 a.n. Siti'],
    ['tarik 50rb ke DANA 0812-3456-7890 ya', 'tarik 50rb ke DANA ••••7890 ya'],
    ['rek bca 1234567890', 'rek bca ••••7890'],
    ['bank jatim 0123 4567 89', 'bank jatim ••••6789'],
    ['+62 812 3456 7890 gopay', '••••7890 gopay'],
    ['Go-Pay:081234567890,Siti', 'Go-Pay:••••7890,Siti'],
  ])('%s', (said, kept) => {
    expect(maskAccounts(said)).toBe(kept)
  })

  test.each([
    'mau 10000000 followers ig',
    'https://instagram.com/p/12345678901 dana',
    'x.com/warung/status/1790000000000000000 bayar pakai ovo',
    'wa saya 081234567890',
    'topup 10.000.000 dana',
    'id 12345',
    'K7Q2M',
  ])('stays as it is: %s', (said) => {
    expect(maskAccounts(said)).toBe(said)
  })

  test('any longer number is one where it answers "where to"', () => {
    expect(maskAccounts('0812 3456 7890', true)).toBe('••••7890')
    expect(maskAccounts('siti 12345', true)).toBe('siti ••••2345')
    expect(maskAccounts('50.000', true)).toBe('50.000')
    expect(maskAccounts('1234', true)).toBe('1234')
  })

  test('a long message is read in no time', () => {
    const long = `dana ${'1 '.repeat(50_000)}`
    const before = performance.now()
    maskAccounts(long, true)
    expect(performance.now() - before).toBeLessThan(200)
  })
})

test('the model gets neither the number nor whose it is', () => {
  for (const said of [
    'tarik 50rb ke dana 081234567890 a.n. Siti Aminah',
    'ke bank jatim 0123456789 a/n Siti Aminah ya',
    'seabank 901234567890 atas nama Siti',
    '0812 3456 7890 gopay A.N. Siti Aminah',
  ]) {
    const masked = maskForModel(said)
    expect(masked.replace(/\D/g, '')).not.toMatch(/\d{5}/)
    expect(masked).not.toMatch(/Siti|Aminah/)
  }
  expect(maskForModel('mau 1000 followers buat warung')).toBe('mau 1000 followers buat warung')
})
