// The sentences and shapes that the shop owes its customers word by word: card, bill, list, the owner's own sentences.
import { describe, expect, test } from 'bun:test'
import type { Quote } from '../../src/model/order.ts'
import type { News, Outgoing, Say } from '../../src/model/say.ts'
import { visible } from '../../src/text/html.ts'
import { render, renderNews } from '../../src/text/render.ts'
import { TERMS_VERSION } from '../../src/text/terms.ts'
import { NOW, order, product, quote } from './samples.ts'

const akrab = { language: 'id', voice: 'akrab', timezone: 'Asia/Jakarta', now: NOW, shop: 'Warung' } as const
const resmi = { ...akrab, voice: 'resmi' } as const
const english = { ...akrab, language: 'en' } as const
type Spoken = typeof akrab | typeof resmi | typeof english

const say = (what: Say, how: Spoken = akrab): string => visible(render(what, how).html)
const tell = (what: News, how: Spoken = akrab): string => visible(renderNews(what, how).html)
const labels = ({ buttons = [] }: Outgoing): string[][] => buttons.map((row) => row.map(({ label }) => label))
const picture = new Uint8Array([1])

describe('the card', () => {
  const card = (asked: Partial<Quote> = {}, how: Spoken = akrab) =>
    say({ say: 'card', order: order({ state: 'quoted' }, asked) }, how)

  test('is the page of the wording, line by line', () => {
    expect(card().split('\n')).toEqual([
      '📝 Cek dulu ya kak',
      'IG Followers Campuran · garansi 30 hari (klaim lewat admin)',
      'Target : instagram.com/warungkopi.senja',
      'Jumlah : 2.000',
      'Harga  : Rp18.500/1.000 × 2.000 = Rp37.000',
      'Saldo  : −Rp13.320',
      'Bayar  : Rp23.680',
      'Akun harus publik & jangan ganti username sampai selesai.',
      'Setelah dibayar langsung diproses. Dengan membayar kamu setuju S&K (/snk).',
    ])
    const out = render({ say: 'card', order: order() }, akrab)
    expect(labels(out)).toEqual([['✅ Bayar Rp23.680'], ['Ubah jumlah', 'Ganti link', 'Batal']])
    expect(out.html).toContain('<a href="https://instagram.com/warungkopi.senja">')
  })

  test('in the formal voice and in English', () => {
    expect(card({}, resmi)).toContain('Dengan membayar Anda setuju S&K (/snk).')
    expect(card({}, english)).toContain('Price : Rp18,500/1,000 × 2,000 = Rp37,000')
  })

  test('no saldo line when none is used; saldo alone pays with a word of its own', () => {
    expect(card({ saldo: 0, toPay: 37_000 })).not.toContain('Saldo')
    const out = render({ say: 'card', order: order({}, { saldo: 37_000, toPay: 0 }) }, akrab)
    expect(labels(out)[0]).toEqual(['✅ Bayar pakai saldo'])
    expect(visible(out.html)).toContain('Bayar  : Rp0')
  })

  test('the multiplication only where it comes out exactly, else the total alone', () => {
    expect(card({ price: 37_100 })).toContain('Harga  : Rp37.100\n')
    const { perThousand: _, ...alone } = quote()
    expect(say({ say: 'card', order: order({ quote: alone }) })).toContain('Harga  : Rp37.000\n')
  })

  test('comments: how many, and the first two', () => {
    const asked = {
      type: 'custom_comments',
      quantity: 3,
      comments: ['Mantap', 'Keren  banget', 'Ketiga'],
    } as const
    const text = card({ ...asked, comments: [...asked.comments] })
    expect(text).toContain('Jumlah : 3 komentar: “Mantap”, “Keren banget”, …')
    expect(text).not.toContain('Ketiga')
  })

  test('a product without guarantee says so; what must hold follows the target', () => {
    const { guarantee: _, ...bare } = quote()
    expect(say({ say: 'card', order: order({ quote: bare }) })).toContain(
      'IG Followers Campuran · tanpa garansi',
    )
    expect(card({ link: 'https://instagram.com/p/C8abCd' })).toContain('postingan jangan dihapus')
    expect(card({ link: 'https://warungkopi.example/menu' })).toContain('Target harus publik')
  })
})

describe('the bill', () => {
  const bill = (asked: Partial<Quote> = {}) =>
    renderNews({ news: 'bill', order: order({}, asked), receiver: 'NAIKINYUK DIGITAL', picture }, akrab)

  test('carries every line that it owes, and the sum of the charge', () => {
    expect(visible(bill().html).split('\n')).toEqual([
      '🧾 Tagihan K7Q2M',
      'IG Followers Campuran · 2.000',
      'Target: instagram.com/warungkopi.senja',
      'Harga Rp37.000, saldo dipakai −Rp13.320',
      'Bayar Rp23.680',
      'Penerima di aplikasi: NAIKINYUK DIGITAL. Cocokkan dulu.',
      'Bayar sebelum 10.30 WIB (30 menit)',
      'Satu HP? Simpan gambar → buka GoPay/DANA/OVO/ShopeePay/m-banking → QRIS → ambil dari galeri.',
      'Tanpa biaya tambahan. Kami tidak pernah minta transfer ke rekening lain.',
    ])
    expect(labels(bill())).toEqual([['🔄 Cek pembayaran'], ['✏️ Ubah', '✖️ Batal', '💬 Admin']])
    expect(bill().picture).toBe(picture)
  })

  test('names the sum that was charged, not the one that was quoted', () => {
    const charged = order()
    charged.bills['o_7-1']!.amount = 23_681
    const out = renderNews({ news: 'bill', order: charged, receiver: 'X', picture }, akrab)
    expect(visible(out.html)).toContain('Bayar Rp23.681')
  })

  test('only a practice bill has a link to pay at', () => {
    const url = 'http://127.0.0.1:3000/practice/pay/x'
    const real = order()
    real.bills['o_7-1']!.url = url
    const out = (language: 'id' | 'en', gateway: 'sandbox' | 'midtrans') => {
      real.bills['o_7-1']!.gateway = gateway
      return renderNews({ news: 'bill', order: real, receiver: 'X', picture }, { ...akrab, language })
        .buttons?.[0]
    }
    expect(out('id', 'sandbox')).toEqual([{ label: 'Bayar (latihan)', url }])
    expect(out('en', 'sandbox')).toEqual([{ label: 'Pay (practice)', url }])
    expect(JSON.stringify(out('id', 'midtrans'))).not.toContain(url)
  })
})

describe("a bill of the seller's own QRIS", () => {
  const manual = () => {
    const one = order()
    one.bills['o_7-1']!.gateway = 'manual'
    return renderNews({ news: 'bill', order: one, receiver: 'WARUNG', picture }, akrab)
  }

  test('has the exact sum and the number, and asks for a word instead of asking a gateway', () => {
    const text = visible(manual().html)
    expect(text).toContain('🧾 Tagihan K7Q2M')
    expect(text).toContain('Bayar Rp23.680')
    expect(text).toEndWith('Setelah bayar tekan “Sudah bayar” atau kirim foto buktinya.')
    expect(text.length).toBeLessThanOrEqual(600)
    expect(labels(manual())).toEqual([['✅ Sudah bayar'], ['✏️ Ubah', '✖️ Batal', '💬 Admin']])
  })
})

describe('what came back', () => {
  test('can be kept, used, or taken out with its very sum', () => {
    const out = renderNews({ news: 'partial', order: order(), delivered: 1280, back: 13_320 }, akrab)
    expect(labels(out)).toEqual([['Lanjut pakai produk lain'], ['Simpan', 'Minta ke e-wallet']])
    expect(out.buttons?.flat().at(-1)).toEqual({ label: 'Minta ke e-wallet', payload: 'to:13320' })
  })
})

describe('a list', () => {
  const rows = [
    product({ price: 18_500 }),
    product({ mid: 7, name: 'IG Followers Indonesia', price: 46_200, min: 100, minPrice: 4700 }),
  ]

  test('two lines an entry, the price of the quantity asked, numbers only on the buttons', () => {
    const wish = { platform: 'instagram', kind: 'followers', quantity: 1000 } as const
    const out = render({ say: 'list', wish, rows, more: true }, akrab)
    expect(visible(out.html).split('\n')).toEqual([
      'Buat 1.000 followers IG:',
      '',
      '3 · IG Followers Campuran ♻️30h',
      '    Rp18.500 · min 50',
      '7 · IG Followers Indonesia ♻️30h',
      '    Rp46.200 · min 100',
      '',
      'Silakan pilih ID produk (mid) yang kamu mau, contoh: 3',
    ])
    expect(labels(out)).toEqual([
      ['3', '7'],
      ['Lainnya ▸', 'Kategori', 'Tanya'],
    ])
    for (const line of visible(out.html).split('\n').slice(2, 6)) expect(line.length).toBeLessThanOrEqual(36)
  })

  test('without a quantity: of 1000, and of the minimum; five numbers a row; no more, no button for more', () => {
    const ten = Array.from({ length: 10 }, (_, i) => product({ mid: i + 1 }))
    const out = render({ say: 'list', wish: {}, rows: ten, more: false }, akrab)
    expect(visible(out.html)).toContain('    Rp18.500/1.000 · min 50 = Rp1.000')
    expect(labels(out).map((row) => row.length)).toEqual([5, 5, 2])
    expect(visible(out.html).match(/^\d+ · /gm)).toHaveLength(10)
  })

  test('the header says what was understood in the order of its language', () => {
    const wish = { platform: 'instagram', kind: 'followers', quantity: 1000, prefer: 'refill' } as const
    const headOf = (how: Spoken) => say({ say: 'list', wish, rows, more: false }, how).split('\n')[0]
    expect(headOf(akrab)).toBe('Buat 1.000 followers IG bergaransi:')
    expect(headOf(resmi)).toBe('Untuk 1.000 followers IG bergaransi:')
    expect(headOf(english)).toBe('For 1,000 IG followers, with guarantee:')
  })

  test('the window stands by platform', () => {
    const mixed = [
      product(),
      product({ mid: 4, platform: 'tiktok', name: 'TikTok Views' }),
      product({ mid: 5 }),
    ]
    const text = say({ say: 'list', wish: {}, rows: mixed, more: false, window: true })
    expect(text.match(/^(Instagram|TikTok)$/gm)).toEqual(['Instagram', 'TikTok'])
    expect(text.indexOf('5 · ')).toBeLessThan(text.indexOf('4 · '))
  })

  test('what is not sold is said plainly', () => {
    expect(say({ say: 'nothing', wish: { kind: 'reviews' } })).toStartWith('Belum jual itu kak (ulasan)')
  })
})

test('a paid bill beside saldo says both parts; one that lapsed took none', () => {
  const split = order({}, { price: 85_800, saldo: 27_900 })
  const paid = tell({ news: 'billPaid', order: split })
  expect(paid).toContain('Harga Rp85.800, saldo dipakai −Rp27.900')
  expect(paid).not.toContain('Total')
  const lapsed = tell({ news: 'billLapsed', order: split, picture })
  expect(lapsed).not.toContain('saldo dipakai')
})

test('a bill paid with another sum is not called settled', () => {
  const short = order()
  const [bill] = Object.values(short.bills)
  if (!bill) throw new Error('no bill')
  const paid = tell({
    news: 'billPaid',
    order: { ...short, bills: { [bill.attempt]: { ...bill, paidAmount: bill.amount - 1000 } } },
  })
  expect(paid).toContain('⚠️ MASUK Rp')
  expect(paid).not.toContain('LUNAS')
})

describe('sentences that stand as they were written', () => {
  const list: Say = { say: 'list', wish: {}, rows: [product()], more: false }
  const cases: [string, string][] = [
    [say(list, resmi), 'Silakan pilih ID produk (mid) yang Anda inginkan'],
    [tell({ news: 'processing', order: order() }, resmi), '✅ Pesanan Anda sedang diproses'],
    [tell({ news: 'processing', order: order() }), '✅ Pesanan Anda sedang diproses'],
    [tell({ news: 'paid', order: order() }), 'Pembayaran diterima, K7Q2M diteruskan ke server…'],
    [tell({ news: 'started', order: order() }), 'Mulai jalan dari 1.204'],
    [tell({ news: 'billPaid', order: order() }), '✅ LUNAS 09.54'],
    [tell({ news: 'billLapsed', order: order(), picture }), '⌛ KEDALUWARSA, jangan dibayar'],
    [tell({ news: 'billWithdrawn', order: order(), picture }), '✖️ BATAL, jangan dibayar'],
    [
      tell({ news: 'completed', order: order({ progress: { startCount: 1204, remains: 0, at: NOW } }) }),
      '🎉 Selesai: 2.000 (1.204 → 3.204)',
    ],
    [
      tell({ news: 'partial', order: order(), delivered: 1280, back: 13_320 }),
      'K7Q2M berhenti di 1.280 dari 2.000. Sisanya 720 nggak terkirim, jadi Rp13.320 sudah kembali ke saldo kamu.',
    ],
    [say({ say: 'busy' }), 'Sebentar ya kak…'],
    [say({ say: 'preparing' }), 'Bentar, aku cek stok & siapin QRIS…'],
    [say({ say: 'repeatAsk', number: 'K7Q2M', order: 'o_1' }), 'Order sama masih berjalan (K7Q2M). Ulangi?'],
    [
      tell({ news: 'unknown', order: order(), still: false, until: NOW + 1_800_000 }),
      'Server belum menjawab; uangmu aman dan pesanan tidak dikirim dua kali. Kabar paling lambat 10.30 WIB',
    ],
    [say({ say: 'billNotYet', number: 'K7Q2M', at: NOW, id: 'o_1' }), 'Belum masuk kak (dicek 10.00 WIB)'],
    [say({ say: 'overBill', product: product() }), 'Maksimal Rp10 juta per QRIS'],
    [say({ say: 'shopClosed' }), 'Toko belum buka'],
    [say({ say: 'shopClosed', until: NOW + 3_600_000 }), 'Toko tutup sampai 11.00 WIB.'],
  ]
  test.each(cases.map(([text, sentence]) => [sentence, text]))('%s', (sentence, text) => {
    expect(text).toContain(sentence ?? '')
  })

  test('a completed package counts no followers it cannot know', () => {
    const done = order(
      { progress: { startCount: 10, remains: 0, at: NOW } },
      { type: 'package', quantity: 1 },
    )
    expect(tell({ news: 'completed', order: done })).toStartWith('🎉 Selesai: 1 paket\n')
  })
})

describe('terms and privacy', () => {
  for (const how of [akrab, resmi, english])
    test(`${how.language} ${how.voice}: the risks, the money and the way to complain are said`, () => {
      const terms = say({ say: 'terms', shop: 'Warung', version: TERMS_VERSION, contact: '@ani' }, how)
      const owed =
        how.language === 'id'
          ? [
              'melarang',
              'membatasi akun',
              'password',
              'publik',
              'kembali ke saldo',
              'e-wallet',
              'Keluhan',
              '30 hari',
            ]
          : [
              'forbid',
              'limit an account',
              'password',
              'public',
              'returns to your balance',
              'e-wallet',
              'Complaints',
              '30 days',
            ]
      for (const word of [...owed, TERMS_VERSION, '@ani']) expect(terms).toContain(word)
      const privacy = say({ say: 'privacy', shop: 'Warung', days: 45 }, how)
      for (const word of ['45', 'OTP']) expect(privacy).toContain(word)
      expect(privacy).toContain('/hapusdata')
    })
})
