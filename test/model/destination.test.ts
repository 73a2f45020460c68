import { describe, expect, test } from 'bun:test'
import { isDestination, maskDestination, readDestination } from '../../src/model/destination.ts'

const READ: [said: string, method: string, number: string, name: string][] = [
  ['dana 081234567890 a.n. Ani', 'DANA', '081234567890', 'Ani'],
  ['DANA 0812-3456-7890 a/n Ani Lestari', 'DANA', '081234567890', 'Ani Lestari'],
  ['a.n. Ani Lestari dana 081234567890', 'DANA', '081234567890', 'Ani Lestari'],
  ['0812 3456 7890 gopay atas nama Budi Santoso', 'GoPay', '081234567890', 'Budi Santoso'],
  ['go pay +6281234567890 budi', 'GoPay', '081234567890', 'budi'],
  ['Go-Pay 6281234567890 an Siti', 'GoPay', '081234567890', 'Siti'],
  ['ovo 81234567890 an. Siti Nur’aini', 'OVO', '081234567890', 'Siti Nur’aini'],
  ['shopee pay 081234567890 rina', 'ShopeePay', '081234567890', 'rina'],
  ['spay 081234567890 a.n Rina M.', 'ShopeePay', '081234567890', 'Rina M'],
  ['link aja 081234567890 Joko', 'LinkAja', '081234567890', 'Joko'],
  ['BCA 1234567890 a.n. ANI LESTARI', 'BCA', '1234567890', 'ANI LESTARI'],
  ['bank bca no rek 123-456-7890 atas nama Ani', 'BCA', '1234567890', 'Ani'],
  ['rekening bri 0123 01 012345 50 9 an Dewi', 'BRI', '012301012345509', 'Dewi'],
  ['mandiri 1370012345678\nDewi Anggraini', 'Mandiri', '1370012345678', 'Dewi Anggraini'],
  ['Nama: Dewi Anggraini\nBank: BNI\nNomor: 0123456789', 'BNI', '0123456789', 'Dewi Anggraini'],
  ['bsi 7123456789 a.n. Umar', 'BSI', '7123456789', 'Umar'],
  ['bank syariah indonesia 7123456789 an Umar', 'BSI', '7123456789', 'Umar'],
  ['seabank 901234567890 a.n. Umar', 'SeaBank', '901234567890', 'Umar'],
  ['bank jago 101234567890 umar', 'Bank Jago', '101234567890', 'umar'],
  ['permata 1234567890 umar', 'Permata', '1234567890', 'umar'],
  ['cimb niaga 761234567890 umar', 'CIMB Niaga', '761234567890', 'umar'],
  ['danamon 003512345678 umar', 'Danamon', '003512345678', 'umar'],
  ['blu by bca 001234567890 a.n. Ani', 'blu', '001234567890', 'Ani'],
  ['bank jatim 0123456789 an Slamet', 'Bank Jatim', '0123456789', 'Slamet'],
  // Money beside it, and "dana" as the word for money.
  ['tarik 50rb ke dana 081234567890 a.n. Ani', 'DANA', '081234567890', 'Ani'],
  ['tarik dana 50.000 ke gopay 081234567890 an Ani', 'GoPay', '081234567890', 'Ani'],
  ['cairin saldo Rp10.000.000 ke bca 1234567890 an Ani', 'BCA', '1234567890', 'Ani'],
  [
    'mau tarik semua saldo kak, ke ovo 081234567890 atas nama Ani ya kak makasih',
    'OVO',
    '081234567890',
    'Ani',
  ],
  ['wd 1,5jt bca 1234567890 ani', 'BCA', '1234567890', 'ani'],
  ['dana 081234567890 50rb ani', 'DANA', '081234567890', 'ani'],
  // A person who is called like a bank.
  ['bca 1234567890 a.n. Mega Permatasari', 'BCA', '1234567890', 'Mega Permatasari'],
]

const NOT_READ = [
  '',
  'dana',
  'dana a.n. Ani',
  '081234567890 a.n. Ani',
  'dana 081234567890',
  'dana 50000 a.n. Ani',
  'bca 1234567 a.n. Ani', // seven digits
  'bca 123456789012345678901 a.n. Ani', // 21
  'dana 1234567890 a.n. Ani', // no mobile number
  'dana 081234567890 atau 089876543210 a.n. Ani', // which?
  'dana atau gopay 081234567890 a.n. Ani', // which?
  `dana 081234567890 a.n. ${'Ani '.repeat(16)}`,
  'tarik dana 081234567890 an Ani', // money, sent by no method
  'dana ٠٨١٢٣٤٥٦٧٨٩٠ a.n. Ani',
  'berapa saldo saya',
]

describe('a destination', () => {
  test.each(READ)('%s', (said, method, number, name) => {
    expect(readDestination(said)).toEqual({ method, number, name })
  })

  test.each(NOT_READ)('is not guessed: %s', (said) => {
    expect(readDestination(said)).toBeNull()
  })

  test('what is read is whole, its mask tells four digits and two letters', () => {
    for (const [said] of READ) {
      const read = readDestination(said)
      expect(read && isDestination(read)).toBe(true)
    }
    const ani = { method: 'DANA', number: '081234567890', name: 'Ani Lestari' }
    expect(maskDestination(ani)).toBe('DANA ••••7890 (An…)')
    for (const wrong of [
      { ...ani, number: '0812' },
      { ...ani, number: '0812345678901234567890' },
      { ...ani, number: '08123456789x' },
      { ...ani, name: '' },
      { ...ani, name: 'A'.repeat(61) },
      { ...ani, name: '<b>Ani</b>' },
      { ...ani, method: '' },
    ])
      expect(isDestination(wrong)).toBe(false)
  })

  test('a long message is read in no time', () => {
    const long = `dana ${'0 8 1 2 '.repeat(5000)}${'a.n. '.repeat(5000)}${'ani '.repeat(5000)}`
    const before = performance.now()
    readDestination(long)
    expect(performance.now() - before).toBeLessThan(100)
  })
})
