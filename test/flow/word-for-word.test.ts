// The dialogue that the owner wrote down, in the formal voice, every message of the bot as it stands on the screen: without a model,
// with one, and with one that fails half-way. The figures and the way are the same; a model only hears what is said oddly.
import { afterEach, describe, expect, test } from 'bun:test'
import { type FakeModel, startFakeModel, status, understood } from '../support/fake-model.ts'
import { openTalk, type Talk } from '../support/talk.ts'

let talk: Talk
let model: FakeModel | undefined
afterEach(async () => {
  await talk.stop()
  await model?.stop()
  model = undefined
})

const WINDOW = `Produk pilihan kami:

Instagram
1 · IG Followers ♻️30h
    Rp16.800/1.000 · min 50 = Rp1.000
2 · IG Followers Indonesia ♻️30h
    Rp46.200/1.000 · min 100 = Rp4.700
3 · IG Likes
    Rp5.600/1.000 · min 50 = Rp1.000
4 · IG Reels Views
    Rp1.300/1.000 · min 100 = Rp1.000

TikTok
5 · TikTok Followers ♻️30h
    Rp29.400/1.000 · min 100 = Rp3.000
6 · TikTok Views
    Rp1.000/1.000 · min 100 = Rp1.000

YouTube
7 · YT Subscriber ♻️30h
    Rp294.000/1.000 · min 100 = Rp29.400

Silakan pilih ID produk (mid) yang Anda inginkan, contoh: 1
[1] [2] [3] [4] [5]
[6] [7]
[Kategori] [Tanya]`

const HELLO = `Selamat datang, Rina, di Warung Sosmed.
Anda dapat memesan followers, likes, views, dan lainnya. Silakan tulis kebutuhan Anda, misalnya “1000 followers ig”.`

const LIST = `Untuk followers:

1 · IG Followers ♻️30h
    Rp16.800/1.000 · min 50 = Rp1.000
5 · TikTok Followers ♻️30h
    Rp29.400/1.000 · min 100 = Rp3.000
2 · IG Followers Indonesia ♻️30h
    Rp46.200/1.000 · min 100 = Rp4.700

Silakan pilih ID produk (mid) yang Anda inginkan, contoh: 1
[1] [5] [2]
[Kategori] [Tanya]`

const ASK_LINK = `Silakan kirim link profil IG untuk IG Followers Indonesia.
Contoh: instagram.com/warungkopi.senja
Cara salin: buka profilnya → Bagikan profil → Salin tautan. Username juga boleh.
Akun harus publik & jangan ganti username sampai selesai.`

const ASK_QUANTITY = `Berapa jumlah yang Anda inginkan? IG Followers Indonesia: minimal 100, maksimal 20.000.
[100 · Rp4.700] [500 · Rp23.100]
[1.000 · Rp46.200] [2.000 · Rp92.400]
[5.000 · Rp231.000]`

const CARD = `📝 Mohon periksa kembali
IG Followers Indonesia · garansi 30 hari (klaim lewat tombol)
Target : instagram.com/warungkopi.senja
Jumlah : 1.000
Harga  : Rp46.200/1.000 × 1.000 = Rp46.200
Bayar  : Rp46.200
Akun harus publik & jangan ganti username sampai selesai.
Setelah dibayar langsung diproses. Dengan membayar Anda setuju S&K (/snk).
[✅ Bayar Rp46.200]
[Ubah jumlah] [Ganti link] [Batal]`

const PREPARING = 'Mohon tunggu, kami memeriksa stok dan menyiapkan QRIS…'

const BILL = `(gambar QRIS)
🧾 Tagihan K7Q2A
IG Followers Indonesia · 1.000
Target: instagram.com/warungkopi.senja
Harga Rp46.200
Bayar Rp46.200
Penerima di aplikasi: TOKO CONTOH BOT. Cocokkan dulu.
Bayar sebelum 10.30 WIB (30 menit)
Satu HP? Simpan gambar → buka GoPay/DANA/OVO/ShopeePay/m-banking → QRIS → ambil dari galeri.
Tanpa biaya tambahan. Kami tidak pernah minta transfer ke rekening lain.
[🔄 Cek pembayaran]
[✏️ Ubah] [✖️ Batal] [💬 Admin]`

const PAID = `(diubah)
(gambar QRIS)
🧾 Tagihan K7Q2A
IG Followers Indonesia · 1.000
Target: instagram.com/warungkopi.senja
Total: Rp46.200
✅ LUNAS 10.00 WIB`

const PROCESSING = `✅ Pesanan Anda sedang diproses
📦 K7Q2A
IG Followers Indonesia · 1.000
Target: instagram.com/warungkopi.senja
Total: Rp46.200
[🔄 Cek status] [💬 Admin]`

/** The same, as it stands in every one of the three. */
const toTheEnd = async (): Promise<void> => {
  expect(await talk.say('instagram.com/warungkopi.senja')).toEqual([ASK_QUANTITY])
  expect(await talk.say('1000')).toEqual([CARD])
  expect(talk.midtrans.bills).toEqual([])
  expect(await talk.say('Ya')).toEqual([PREPARING, BILL])
  expect(talk.panel.orders).toEqual([])
  expect(await talk.event('Rina membayar, Midtrans memberi tahu', talk.pay)).toEqual([PAID, PROCESSING])
  expect(talk.panel.orders).toMatchObject([
    { service: '12', link: 'https://instagram.com/warungkopi.senja', quantity: '1000' },
  ])
  expect((await talk.order())?.state).toBe('submitted')
  expect(talk.logged).toEqual([])
}

const withModel = async (): Promise<FakeModel> => {
  model = startFakeModel({ key: 'sk-test' })
  const env = { OPENAI_API_KEY: 'sk-test', OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'scripted' }
  talk = await openTalk({ voice: 'resmi', env })
  return model
}

describe('the dialogue of the owner, word for word', () => {
  test('without a model', async () => {
    talk = await openTalk({ voice: 'resmi' })
    expect(await talk.say('/start')).toEqual([HELLO, WINDOW])
    expect(await talk.say('Saya mau beli followers')).toEqual([LIST])
    expect(await talk.say('Saya pilih ID 2')).toEqual([ASK_LINK])
    await toTheEnd()
  }, 60_000)

  test('with a model: what is plain costs no call, and what is odd leads to the same messages', async () => {
    const { requests, ...server } = await withModel()
    server.otherwise(understood({ intent: 'attack' }))
    server.when('keliatan rame', understood({ intent: 'browse', kind: 'followers', mids: [1, 5, 2] }))
    server.when('merah putih', understood({ intent: 'select', mid: 2 }))
    expect(await talk.say('/start')).toEqual([HELLO, WINDOW])
    expect(await talk.say('Saya mau beli followers')).toEqual([LIST])
    expect(requests).toHaveLength(0)
    expect(await talk.say('Pengen akun saya keliatan rame')).toEqual([LIST])
    expect(await talk.say('Gas yang merah putih')).toEqual([ASK_LINK])
    expect(requests.map(({ message }) => message)).toEqual([
      'Pengen akun saya keliatan rame',
      'Gas yang merah putih',
    ])
    await toTheEnd()
    expect(requests).toHaveLength(2)
  }, 60_000)

  test('with a model that fails half-way: one short question, and the dialogue goes on without it', async () => {
    const { requests, ...server } = await withModel()
    server.when('keliatan rame', understood({ intent: 'browse', kind: 'followers', mids: [1, 5, 2] }))
    server.failFrom(2, status(500))
    expect(await talk.say('/start')).toEqual([HELLO, WINDOW])
    expect(await talk.say('Pengen akun saya keliatan rame')).toEqual([LIST])
    const asked = 'Maaf, belum paham. Pilih nomor produknya saja, contoh: 1'
    expect(await talk.say('Gas yang merah putih')).toEqual([asked])
    expect(requests.length).toBeGreaterThan(1)
    expect(await talk.say('Saya pilih ID 2')).toEqual([ASK_LINK])
    talk.logged.length = 0
    await toTheEnd()
  }, 60_000)
})
