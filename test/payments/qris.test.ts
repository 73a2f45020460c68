import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { checkQris, checkStaticQris, crc16, makeQris } from '../../src/payments/qris.ts'

/** Composed like a real acquirer's: 54 stands after 60 and 61. */
const VECTOR =
  '00020101021226620014COM.GO-JEK.WWW011993600914300000000010210G0000000010303UKE51440014ID.CO.QRIS.WWW0215ID10200000000010303UKE5204581553033605802ID5915TOKO CONTOH BOT6007BANDUNG610540111540875000.006247503611111111-2222-4333-8444-5555555555550703A0163048A18'

/** The vector with parts exchanged and the checksum made anew. */
const changed = (...pairs: [from: string, to: string][]): string => {
  const body = pairs.reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`the vector has no ${from}`)
      return text.replace(from, to)
    },
    VECTOR.slice(0, -4),
  )
  return body + crc16(body)
}

describe('checksum', () => {
  test('is CRC-16/CCITT-FALSE', () => {
    expect(crc16('123456789')).toBe('29B1')
    expect(crc16('')).toBe('FFFF')
    expect(crc16(VECTOR.slice(0, -4))).toBe('8A18')
  })
})

describe('a QR as an acquirer makes it', () => {
  test('is accepted with its merchant and NMID', () => {
    expect(checkQris(VECTOR, 75_000)).toEqual({
      ok: true,
      merchantName: 'TOKO CONTOH BOT',
      nmid: 'ID1020000000001',
    })
  })

  test.each([
    ['without decimals', changed(['540875000.00', '540575000'])],
    ['with one decimal', changed(['540875000.00', '540775000.0'])],
    ['without the national template', changed(['51440014ID.CO.QRIS.WWW0215ID10200000000010303UKE', ''])],
    ['static, with the amount', changed(['010212', '010211'])],
  ])('%s: accepted', (_name, qr) => {
    expect(checkQris(qr, 75_000)).toMatchObject({ ok: true, merchantName: 'TOKO CONTOH BOT' })
  })

  test('a national number of an odd look is left out, not shown', () => {
    const odd = changed(['0215ID1020000000001', '0215ID102 <b>000001'])
    expect(checkQris(odd, 75_000)).toEqual({ ok: true, merchantName: 'TOKO CONTOH BOT' })
  })

  test.each([
    ['nothing', '', 'unreadable'],
    ['a sentence', 'bayar ke sini ya', 'unreadable'],
    ['a length that is too long', `${VECTOR}6304`, 'unreadable'],
    [
      'too much for a picture',
      changed(
        ['5915TOKO CONTOH BOT', `5999${'A'.repeat(99)}`],
        ['6007BANDUNG', `6099${'B'.repeat(99)}`],
        ['0703A01', `0799${'C'.repeat(99)}`],
      ).padEnd(513, '0'),
      'unreadable',
    ],
    ['a changed digit', VECTOR.replace('75000.00', '15000.00'), 'checksum'],
    ['a checksum in small letters', VECTOR.replace(/8A18$/, '8a18'), 'checksum'],
    ['no checksum', VECTOR.slice(0, -8), 'checksum'],
    ['something after the checksum', `${VECTOR}0701A`, 'checksum'],
    ['another version', changed(['000201', '000202']), 'format'],
    ['the version not first', changed(['000201010212', '010212000201']), 'format'],
    ['two amounts', changed(['540875000.00', '540875000.0054041000']), 'format'],
    ['another kind of QR', changed(['010212', '010213']), 'format'],
    ['dollars', changed(['5303360', '5303840']), 'currency'],
    ['no currency', changed(['5303360', '']), 'currency'],
    ['another country', changed(['5802ID', '5802MY']), 'country'],
    ['dynamic without an amount', changed(['540875000.00', '']), 'amount'],
    ['static without an amount', changed(['010212', '010211'], ['540875000.00', '']), 'amount'],
    ['a lower amount', changed(['540875000.00', '540874999.00']), 'amount'],
    ['a fraction of a rupiah', changed(['540875000.00', '540875000.50']), 'amount'],
    ['an amount in words', changed(['540875000.00', '540575rb0']), 'amount'],
    ['an amount with an exponent', changed(['540875000.00', '54037e4']), 'amount'],
    [
      'a static QR with another amount',
      changed(['010212', '010211'], ['540875000.00', '540875001.00']),
      'amount',
    ],
    ['a tip', changed(['5802ID', '5502015802ID']), 'fee'],
    ['a fixed fee', changed(['5802ID', '55020256041000' + '5802ID']), 'fee'],
    ['no category', changed(['52045815', '']), 'merchant'],
    ['no name', changed(['5915TOKO CONTOH BOT', '']), 'merchant'],
    ['a blank name', changed(['5915TOKO CONTOH BOT', '5902  ']), 'merchant'],
    ['no city', changed(['6007BANDUNG', '']), 'merchant'],
    [
      'no account',
      changed([
        '26620014COM.GO-JEK.WWW011993600914300000000010210G0000000010303UKE51440014ID.CO.QRIS.WWW0215ID10200000000010303UKE',
        '',
      ]),
      'merchant',
    ],
  ])('%s: refused', (_name, qr, reason) => {
    expect(checkQris(qr, 75_000)).toEqual({ ok: false, reason: reason as 'amount' })
  })

  test('any one character exchanged is noticed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: VECTOR.length - 1 }),
        fc.constantFrom(...'0123456789ABCDEFGHIJ.-'),
        (at, character) => {
          const other = VECTOR.slice(0, at) + character + VECTOR.slice(at + 1)
          return other === VECTOR || !checkQris(other, 75_000).ok
        },
      ),
    )
  })

  test('no text whatever makes the check throw', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 600 }), fc.integer(), (text, amount) => {
        checkQris(text, amount)
        checkQris(text + crc16(text), amount)
      }),
    )
  })
})

describe("a merchant's own QR for every payment", () => {
  const fixed = (...pairs: [from: string, to: string][]) =>
    changed(['010212', '010211'], ['540875000.00', ''], ...pairs)

  test('is accepted with its merchant and NMID', () => {
    expect(checkStaticQris(fixed())).toEqual({
      ok: true,
      merchantName: 'TOKO CONTOH BOT',
      nmid: 'ID1020000000001',
    })
  })

  test.each([
    ['one made for one payment', VECTOR, 'dynamic'],
    ['one made for one payment, without its sum', changed(['540875000.00', '']), 'dynamic'],
    ['one that does not say for how many', changed(['010212', ''], ['540875000.00', '']), 'dynamic'],
    ['one with a sum', changed(['010212', '010211']), 'amount'],
    ['a changed letter', fixed().replace('TOKO', 'TOK0'), 'checksum'],
    ['dollars', fixed(['5303360', '5303840']), 'currency'],
    ['another country', fixed(['5802ID', '5802SG']), 'country'],
    ['a tip', fixed(['5802ID', '5502015802ID']), 'fee'],
    ['a fixed fee', fixed(['5802ID', '55020256041000' + '5802ID']), 'fee'],
    ['a fee of some percent', fixed(['5802ID', '5502035704' + '1.00' + '5802ID']), 'fee'],
    ['no name', fixed(['5915TOKO CONTOH BOT', '']), 'merchant'],
    ['no national number', fixed(['51440014ID.CO.QRIS.WWW0215ID10200000000010303UKE', '']), 'merchant'],
    ['an odd national number', fixed(['0215ID1020000000001', '0215ID102 <b>000001']), 'merchant'],
    ['no QRIS', 'https://wa.me/6281234567890', 'unreadable'],
    ['nothing', '', 'unreadable'],
  ])('%s: refused', (_name, qr, reason) => {
    expect(checkStaticQris(qr)).toEqual({ ok: false, reason: reason as 'amount' })
  })

  test('no text is both: a bill of one payment is none of the other, whatever the sum', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), (amount) => {
        const once = makeQris({
          amount,
          merchantName: 'TOKO',
          city: 'JAKARTA',
          nmid: 'ID0000000000000',
          reference: 'r',
        })
        return !checkStaticQris(once).ok && !checkQris(fixed(), amount).ok
      }),
    )
  })
})

describe('a QR as the practice bank makes it', () => {
  const draft = {
    amount: 23_680,
    merchantName: 'TOKO LATIHAN',
    city: 'JAKARTA',
    nmid: 'ID0000000000000',
    reference: 'PR-1',
  }

  test('passes the check with what was asked for', () => {
    expect(checkQris(makeQris(draft), 23_680)).toEqual({
      ok: true,
      merchantName: 'TOKO LATIHAN',
      nmid: 'ID0000000000000',
    })
  })

  test('for every amount, name and reference: it passes for that amount alone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_999_999_999 }),
        fc.integer({ min: 1, max: 9_999_999_999 }),
        fc.record({
          merchantName: fc.string(),
          city: fc.string({ unit: 'grapheme' }),
          reference: fc.string(),
        }),
        (amount, other, words) => {
          const qr = makeQris({ ...draft, ...words, amount })
          return checkQris(qr, amount).ok && (other === amount || !checkQris(qr, other).ok)
        },
      ),
    )
  })

  test.each([0, -1, 1.5, 10_000_000_000, Number.NaN])('no QR for %p', (amount) => {
    expect(() => makeQris({ ...draft, amount })).toThrow(RangeError)
  })
})
