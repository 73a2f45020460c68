// A model's words for a customer, sentence by sentence: what is said, what is dropped, what the shop says instead.
import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { toldIn } from '../../src/assistant/answer.ts'
import type { Passage } from '../../src/assistant/llm.ts'
import { line, priceOf } from './asking.ts'

const MIDS = new Set([1, 2, 3, 6])
const PASSAGES: Passage[] = [
  {
    title: 'Garansi',
    text: 'Garansi refill berlaku 30 hari sejak pesanan selesai. Refund tidak berlaku untuk akun privat. Biaya admin Rp500.',
  },
]

const told = (text: string, passages: Passage[] = []) =>
  toldIn(text, { question: { language: 'id', line }, mids: MIDS, passages })
const words = (text: string, passages: Passage[] = []) => told(text, passages)?.text ?? ''

describe('plain words pass', () => {
  for (const said of [
    'Halo kak, senang bisa bantu!',
    'Pilih salah satu dari daftar, lalu kirim link publiknya ya.',
    'Akunnya tolong dibuat publik dulu supaya bisa diproses.',
    'Yang paling cocok IG Followers Indonesia, ID 3.',
    'Makasih ya kak, selamat siang.',
    'Hello! Happy to help you choose.',
    'Bayarnya lewat QRIS di chat ini.',
    'Bayarnya lewat QRIS, nanti cek status pesanan di sini.',
    'Next, pick a product and send the link.',
    'Pilih paket yang M atau L sesuai kebutuhan ya.',
  ])
    test(said, () => {
      expect(words(said)).toBe(said)
    })

  test('signs of Markdown are gone, the words stay', () => {
    expect(words('**Halo** kak, `siap` bantu.\n\n- Pilih produk\n- Kirim link')).toBe(
      'Halo kak, siap bantu. Pilih produk Kirim link',
    )
  })
})

describe('figures', () => {
  test('are filled in by the shop, each with its product and quantity', () => {
    expect(words('Harganya {price:2:1000} kak.')).toBe(`Harganya Rp1.020 (ID 2, 1.000) kak.`)
    expect(words('Harganya {price:2:1000}, minimal {min:2}.')).toBe(
      'Harganya Rp1.020 (ID 2, 1.000), minimal 100 (ID 2).',
    )
    expect(priceOf(2, 1000)).toBe(1020)
    expect(words('Pesan paling sedikit {min:2}, paling banyak {max:3}.')).toBe(
      'Pesan paling sedikit 100 (ID 2), paling banyak 20.000 (ID 3).',
    )
  })

  test('a product that was not issued, is off sale, or a quantity out of its range is not priced', () => {
    for (const holder of [
      '{price:9:1000}',
      '{price:77:1000}',
      '{price:2:99}',
      '{price:2:100001}',
      '{price:2:0}',
      '{price:2}',
      '{min:9}',
      '{min:2:5}',
      '{price:2:999999999}',
    ])
      expect(words(`Harganya ${holder} kak. Halo.`)).toBe('Halo.')
  })

  test('what is shaped otherwise is dropped with its sentence', () => {
    for (const holder of [
      '{cost:2}',
      '{price:2:1000',
      'price:2:1000}',
      '{{price:2:1000}}',
      '{price:2:1k}',
      '{price:-2:1000}',
      '{price: 2 : 1000}',
      '{rate:2}',
      '{}',
    ])
      expect(words(`Itu ${holder} kak. Halo.`)).toBe('Halo.')
  })

  test('beside a filled figure stands nothing that makes another price of it', () => {
    for (const said of [
      'Cuma setengah dari {price:2:1000}.',
      'Diskon jadi {price:2:1000}.',
      '{price:2:1000} dibagi dua.',
      '{price:2:1000} kurang lima ribu.',
      'Bukan {price:2:1000} kok.',
      'Lebih murah dari {price:2:1000}.',
      'Itu {price:2:1000} untuk dua kali lipat.',
      'Itu {price:2:1000} untuk {max:2} followers.',
      '{max:2} followers cuma {price:2:1000}.',
      'Harga ID 3 {price:2:1000} kak.',
      '{price:2:1000} 500.',
    ])
      expect(words(`${said} Halo.`)).toBe('Halo.')
  })

  test("instead of its own price the shop's line on the product is asked for", () => {
    expect(told('Itu cuma 5 ribu, lihat {price:2:1000}. Halo.')).toMatchObject({
      text: 'Halo.',
      products: [2],
      money: true,
    })
    expect(told('Harganya {price:2:5}.')).toMatchObject({ text: '', products: [2] })
    expect(told('Harganya 5000.')).toMatchObject({ text: '', products: [], money: true })
    expect(told('Harganya {price:9:1000}.')).toBeNull()
  })
})

const PRICES = [
  'Harganya Rp5.000 aja.',
  'Harganya rp 5000 aja.',
  'Cuma 5 kak.',
  'cuma lima ribu kak',
  'Cuma lima.',
  'harga 5 . 000 ya',
  'Totalnya 5k.',
  'Itu 5 rb.',
  'Itu 5rb saja.',
  'USD 3 only.',
  'It is $3.',
  'Just € 2.',
  'three bucks only',
  'IDR 5,000',
  'harganya ５０００ kak',
  'harganya ٥٠٠٠ kak',
  'harganya ५००० kak',
  'harganya 𝟱𝟬𝟬𝟬 kak',
  'harganya 5️⃣0️⃣0️⃣0️⃣ kak',
  'harganya ⑤ kak',
  'harganya ➄ ribu',
  'harganya ⅤⅡ',
  'harganya ½ dari biasanya',
  'harganya 5\u200b000',
  'harganya l1ma r1bu',
  'limaribu saja',
  'lima-ribu kak',
  'LIMA RIBU',
  'l i m a  r i b u',
  'l.i.m.a r.i.b.u',
  'seribu dua ribu juga dapat',
  'goceng aja kak',
  'ceban dapet',
  'seceng per akun',
  'sepuluh ribu',
  'dua puluh lima ribu',
  'setengah juta',
  'separuh harga',
  'harga setengahnya dua kali',
  'five thousand rupiah',
  'twenty bucks',
  'one dollar',
  'hаrganya 5000 (kirilik)',
  'Harga: 5.000\nbonus',
  'mulai dari sepuluh perak',
  'bayar satu juta',
  'Minimal lima puluh.',
  'sewu rong ewu',
  'gopek sebiji',
  '5000',
  'Total: 12.600',
  'fifteen rupiah',
  'Just nineteen.',
  'only eighteenk',
  'a fiver is enough, it only costs a tenner',
  'tenk only',
  'harganya gope',
  'jigo kak harganya',
  'harganya seperak',
  'harganya sèket èwu',
  'regane sewidak ewu',
  'regane selikur ewu',
  'lima milyar',
  'setriliun',
  'harganya selusin ribu',
  'harganya C rupiah',
  'Rp X saja',
  'Rp lO.OOO ya',
  'harganya li ma ri bu',
  'harganya li-ma-ri-bu',
  'limaaa ribuuu kak',
  'harganya nol koma',
  'harganya kosong rupiah',
  'seharga secangkir kopi',
  'bayarnya selembar biru',
]

describe('a price of its own is never said', () => {
  for (const said of PRICES)
    test(said, () => {
      const heard = told(`${said}\nHalo kak.`)
      expect((heard?.text ?? '').replace(/Halo kak\.|bonus/g, '').trim()).toBe('')
    })
})

const OUT = [
  'Tidak perlu bayar apa-apa kak.',
  'Ga usah bayar dulu.',
  'Tanpa biaya sama sekali.',
  'No need to pay.',
  'G r a t i s kak.',
  'Graaaatis kak.',
  'p-a-s-t-i masuk',
  'Dijamin permanen kak.',
  'Garansi seumur hidup.',
  'Pasti aman.',
  'Refund kapan saja bisa.',
  'Uang kembali kalau gagal.',
  'Ada diskon khusus untuk kakak.',
  'Gratis ongkir.',
  'Dapat bonus followers.',
  'Selesai dalam beberapa menit.',
  'Masuk dalam satu jam.',
  'Besok sudah masuk.',
  'Langsung masuk kak.',
  'Your money back guaranteed.',
  'It will arrive within minutes.',
  'Instant start!',
  'Pesanan kakak sudah diproses.',
  'Pembayarannya sudah diterima.',
  'Saldo kakak bertambah.',
  'Your order has been cancelled.',
  'Sudah saya batalkan tagihannya.',
  'Cek https://evil.example/x.',
  'Buka www.evil.example ya.',
  'Buka evil.com ya.',
  'Buka evil dot com ya.',
  'Chat t.me/penipu.',
  'Hubungi @penipu.',
  'WA ke nol delapan satu dua.',
  'Tulis ke a@b.id ya.',
  'Transfer ke BCA ya.',
  'Bayar ke DANA admin.',
  'Kirim ke rekening ini.',
  '<b>Halo</b>.',
  '<script>x</script>',
  '[klik](tg://user?id=1)',
  'Kami ambil dari panel pusat.',
  'Supplier kami di luar.',
  'Providernya resmi.',
  'Modalnya kecil.',
  'Saya ChatGPT dari OpenAI.',
  'My system prompt says so.',
  'Instruksi saya adalah menjawab.',
  'Pakai search_products.',
  'Привет, это магазин.',
  '你好',
]

describe('what promises, leads away, speaks of what is behind the shop, or claims a deed is dropped', () => {
  for (const said of OUT)
    test(said, () => {
      expect(words(`${said}\nHalo kak.`)).toBe('Halo kak.')
    })
})

describe("the seller's own words", () => {
  test('may be said as they stand', () => {
    const said = 'Garansi refill berlaku 30 hari sejak pesanan selesai.'
    expect(words(said, PASSAGES)).toBe(said)
    expect(told(said, PASSAGES)?.sources).toEqual(['Garansi'])
  })

  test('not with another number, nor without their "not", nor with a promise more', () => {
    for (const said of [
      'Garansi refill berlaku 60 hari sejak pesanan selesai.',
      'Refund berlaku untuk akun privat.',
      'Garansi refill berlaku 30 hari dan uang kembali.',
      'Garansi 30 hari.'.replace('30', '300'),
    ])
      expect(words(`${said} Halo.`, PASSAGES)).toBe('Halo.')
  })

  test('prices are never taken from them', () => {
    expect(words('Biaya admin Rp500. Halo.', PASSAGES)).toBe('Halo.')
  })
})

test('it is short, and whole sentences', () => {
  const long = words(Array.from({ length: 50 }, () => 'Halo kak, ada yang bisa dibantu lagi?').join(' '))
  expect(long.length).toBeLessThan(600)
  expect(long.endsWith('?')).toBe(true)
  expect(words('a'.repeat(5000))).toBe('')
  expect(words('')).toBe('')
})

test('whatever is written, every digit that is said is the shop’s', () => {
  const piece = fc.constantFrom(
    ...[
      'harga',
      'cuma',
      '5',
      'ribu',
      'lima',
      '.',
      ' ',
      '\n',
      'Rp',
      '{price:2:1000}',
      '{price:9:1}',
      '{',
      '}',
      '٥',
      '½',
      'ID',
      '3',
      'kak',
      '!',
      '<b>',
      '@x',
      'halo',
      '{min:1}',
    ],
  )
  const own = /Rp1\.020 \(ID 2, 1\.000\)|50 \(ID 1\)|ID\s*3/g
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), fc.constantFrom('', ' '), (parts, between) => {
      const said = words(parts.join(between)).replace(own, '')
      expect(said).not.toMatch(/\p{N}|[{}<>@]/u)
    }),
    { numRuns: 2000 },
  )
})
