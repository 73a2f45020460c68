import { describe, expect, test } from 'bun:test'
import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import decodeQR from 'qr/decode.js'
import { drawable, fitted, widthOf } from '../../src/notices/picture/lettering.ts'
import { type BillFace, type BillMark, billPicture } from '../../src/notices/picture.ts'
import { staticQris } from '../support/static-qris.ts'
import { QRIS } from './telling.ts'

const face: BillFace = {
  shop: 'Warung Kopi Senja',
  qr: QRIS,
  amount: 23_680,
  receiver: 'NAIKINYUK DIGITAL',
  nmid: 'ID1020000000001',
  number: 'K7Q2M',
  until: Date.UTC(2026, 10, 22, 12, 47),
  language: 'id',
  timezone: 'Asia/Jakarta',
}

/** A reader of our own kind of PNG: grey bytes, rows without filter. */
const read = (png: Uint8Array) => {
  const bytes = Buffer.from(png)
  const [width, height, bits] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20), bytes[24]!]
  expect(bits).toBe(8)
  const raw = inflateSync(bytes.subarray(41, 41 + bytes.readUInt32BE(33)))
  const grey = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    expect(raw[y * (width + 1)]).toBe(0)
    grey.set(raw.subarray(y * (width + 1) + 1, (y + 1) * (width + 1)), y * width)
  }
  return { width, height, grey }
}
type Sheet = ReturnType<typeof read>

const scan = ({ width, height, grey }: Sheet, see: (value: number) => number = (value) => value): string => {
  const data = new Uint8Array(grey.length * 4)
  for (let i = 0; i < grey.length; i++)
    data.fill(see(grey[i]!), i * 4, i * 4 + 3).fill(255, i * 4 + 3, i * 4 + 4)
  return decodeQR({ width, height, data }, { timeLimit: 2000 })
}

const dark = ({ width, grey }: Sheet, rows: [number, number]) => {
  const found = { left: width, right: 0, top: rows[1], bottom: 0 }
  for (let y = rows[0]; y < rows[1]; y++)
    for (let x = 0; x < width; x++)
      if (grey[y * width + x]! < 128) {
        found.left = Math.min(found.left, x)
        found.right = Math.max(found.right, x)
        found.top = Math.min(found.top, y)
        found.bottom = Math.max(found.bottom, y)
      }
  return found
}

describe('an open bill', () => {
  test('is scanned to exactly the text of its QRIS', () => {
    expect(scan(read(billPicture(face)))).toBe(QRIS)
  })

  test("by a seller's static QRIS too, which holds no sum", () => {
    const qr = staticQris()
    expect(scan(read(billPicture({ ...face, qr, receiver: 'WARUNG KOPI SENJA' })))).toBe(qr)
    expect(qr).not.toMatch(/54\d\d23680/)
  })

  test('stands upright, with a QR of at least 600 pixels and four modules of white around it', () => {
    const sheet = read(billPicture(face))
    expect(sheet.height).toBeGreaterThan(sheet.width)
    const code = dark(sheet, [128, 128 + 732])
    const [width, height] = [code.right - code.left + 1, code.bottom - code.top + 1]
    expect(width).toBe(53 * 12)
    expect(height).toBe(width)
    expect(code.left).toBeGreaterThanOrEqual(4 * 12)
    expect(sheet.width - 1 - code.right).toBeGreaterThanOrEqual(4 * 12)
    const above = dark(sheet, [0, code.top])
    expect(code.top - above.bottom).toBeGreaterThan(4 * 12)
    expect(dark(sheet, [code.bottom + 1, sheet.height]).top - code.bottom).toBeGreaterThan(4 * 12)
  })

  test('is a small file', () => {
    for (const mark of [undefined, 'paid', 'lapsed', 'withdrawn'] as const)
      expect(billPicture({ ...face, ...(mark ? { mark } : {}) }).length).toBeLessThan(60_000)
  })

  test('the same bill is the same picture; another sum, receiver, number, time or language is another', () => {
    const same = Buffer.from(billPicture(face))
    expect(same.equals(billPicture(face))).toBe(true)
    const others: Partial<BillFace>[] = [
      { amount: 23_681 },
      { receiver: 'NAIKINYUK DIGITAI' },
      { nmid: 'ID1020000000002' },
      { number: 'K7Q2N' },
      { shop: 'Warung Kopi' },
      { until: face.until + 60_000 },
      { language: 'en' },
      { timezone: 'Asia/Jayapura' },
      { practice: true },
    ]
    for (const other of others) expect(same.equals(billPicture({ ...face, ...other }))).toBe(false)
  })

  test('any sensible QRIS is drawn wide enough and read back', () => {
    fc.assert(
      fc.property(
        fc.string({
          minLength: 60,
          maxLength: 400,
          unit: fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ.-abcdef'),
        }),
        (qr) => {
          const sheet = read(billPicture({ ...face, qr }))
          expect(scan(sheet)).toBe(qr)
        },
      ),
      { numRuns: 12 },
    )
  })
})

describe('a bill that is over', () => {
  const marks: BillMark[] = ['paid', 'lapsed', 'withdrawn']
  for (const mark of marks)
    test(`${mark}: no scanner reads it, not with the contrast turned up either`, () => {
      const sheet = read(billPicture({ ...face, mark }))
      expect(() => scan(sheet)).toThrow()
      for (const edge of [120, 180, 230, 250])
        expect(() => scan(sheet, (value) => (value < edge ? 0 : 255))).toThrow()
    })

  test('each says something else', () => {
    const pictures = marks.map((mark) => Buffer.from(billPicture({ ...face, mark })).toString('base64'))
    expect(new Set(pictures).size).toBe(3)
  })
})

describe('words on the picture', () => {
  test('emoji and other scripts are left out, foreign accents dropped, spaces kept single', () => {
    expect(drawable('🔥 Toko  Ñandú Āli 商店 “Kopi” – Rp5')).toBe('Toko Ñandú Ali “Kopi” – Rp5')
  })

  test('whatever a name is made of, it fits and is drawn', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (name) => {
        const { text, style } = fitted(name, { size: 46, weight: 'bold', grey: 0 }, { width: 720, least: 20 })
        expect(widthOf(text, style)).toBeLessThanOrEqual(720)
        expect(style.size).toBeGreaterThanOrEqual(20)
      }),
    )
    const odd = read(billPicture({ ...face, shop: '👍👍', receiver: '\u0000\ud800', number: '' }))
    expect(scan(odd)).toBe(QRIS)
  })

  test('a short name is not touched, a long one gets smaller, then shorter', () => {
    const style = { size: 46, weight: 'bold' as const, grey: 0 }
    expect(fitted('Warung', style, { width: 720, least: 20 })).toEqual({ text: 'Warung', style })
    const long = fitted('W'.repeat(30), style, { width: 720, least: 20 })
    expect(long.text).toBe('W'.repeat(30))
    expect(long.style.size).toBeLessThan(46)
    expect(fitted('W'.repeat(90), style, { width: 720, least: 20 }).text).toMatch(/^W+…$/)
  })
})
