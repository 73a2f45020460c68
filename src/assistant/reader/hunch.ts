// What a message is most likely about when no phrase of ours is in it: its words are weighed, each for the intents it speaks for. Never
// sure, and never of anything that costs: the bot asks, or the model does.
import type { Intent, Understanding } from '../../model/understanding.ts'
import { answer, type Case } from './case.ts'
import { isQuestion } from './questions.ts'

type Guessed = Extract<
  Intent,
  | 'ask_general'
  | 'ask_product'
  | 'balance'
  | 'browse'
  | 'complaint'
  | 'human'
  | 'language'
  | 'my_orders'
  | 'order_status'
  | 'refill'
  | 'resend_bill'
  | 'topup'
  | 'withdraw'
>

/** `weight: words`, heaviest first. */
const WEIGHTS: Record<Guessed, Record<number, string>> = {
  ask_general: {
    3: 'password metode aman bahaya reseller testimoni kebijakan diskon nego trusted',
    2: 'cara daftar bayar transfer qris dana ovo gopay bank pulsa kartu promo voucher garap buka tutup toko kantor jualan legal rekening methods payments',
    1: 'bagaimana apakah bisa boleh harus butuh wajib kenapa link username akun private jam hari pakai kirim kalau sebelum setelah tagihan daftar',
  },
  ask_product: {
    3: 'minimal maksimal garansi dripfeed harga',
    2: 'berapa beda bagus permanen kecepatan awet mahal kualitas',
    1: 'cepat lama masuk murah refill drop hari real bot',
  },
  balance: { 3: 'saldo', 2: 'uang sisa', 1: 'masih akun berapa ada punya lihat' },
  browse: {
    3: 'katalog menu produk',
    2: 'jual beli layanan paket laris viral fyp terkenal naikin',
    1: 'ada mau lihat pesan cari butuh apa saja nambah bisa bantu',
  },
  complaint: {
    4: 'kecewa penipu komplain rugi',
    3: 'padahal telat drop parah stuck macet pending',
    2: 'kok kenapa hilang belum kurang salah lama rusak cuma zonk error',
    1: 'masuk tidak nambah pesanan kemarin hari tadi followers likes views',
  },
  human: {
    3: 'admin cs manusia owner operator',
    2: 'bicara panggil telpon telepon orang bot hubungi',
    1: 'tolong wa mau bisa langsung balas',
  },
  language: { 3: 'bahasa inggris', 1: 'pakai ganti bisa' },
  my_orders: { 3: 'riwayat transaksi', 2: 'pernah pesanan', 1: 'semua daftar pesan beli lihat bulan lama' },
  order_status: {
    3: 'status pesanan',
    2: 'proses cek update kabar selesai',
    1: 'sudah belum masuk mana kapan jalan pesan tadi kemarin mulai saya',
  },
  refill: { 4: 'klaim', 3: 'refill', 2: 'garansi', 1: 'minta tolong drop isi lagi' },
  resend_bill: {
    3: 'qris tagihan',
    2: 'gambar kode scan expired kadaluarsa',
    1: 'mana kirim ulang lagi hilang muncul lihat',
  },
  topup: { 4: 'topup', 2: 'saldo', 1: 'isi nambah masukin' },
  withdraw: { 4: 'tarik', 2: 'saldo cair', 1: 'ke kirim rekening bank ambil keluar' },
}

const BY_WORD: ReadonlyMap<string, [Guessed, number][]> = (() => {
  const table = new Map<string, [Guessed, number][]>()
  for (const [intent, lists] of Object.entries(WEIGHTS))
    for (const [weight, words] of Object.entries(lists))
      for (const word of words.split(' '))
        table.set(word, [...(table.get(word) ?? []), [intent as Guessed, Number(weight)]])
  return table
})()

/** What an answer to a wrong guess does no harm by; the rest is asked about first. */
const HARMLESS: ReadonlySet<Guessed> = new Set<Guessed>([
  'ask_general',
  'ask_product',
  'balance',
  'browse',
  'my_orders',
  'order_status',
  'resend_bill',
])
const LEAST = 3
/** Only a bill that is open has a picture to lose. */
const OF_BILL: Guessed[] = ['resend_bill', 'order_status']

const weighed = ({ said, state }: Case): [intent: Guessed, weight: number][] => {
  const sums = new Map<Guessed, number>()
  const add = (intent: Guessed, weight: number): void =>
    void sums.set(intent, (sums.get(intent) ?? 0) + weight)
  for (const word of new Set(said.line.split(' ')))
    for (const [intent, weight] of BY_WORD.get(word) ?? []) add(intent, weight)
  if (isQuestion(said)) for (const intent of ['ask_general', 'ask_product'] as const) add(intent, 1)
  if (said.order) add('order_status', 3)
  if (state === 'paying') for (const intent of OF_BILL) if (sums.has(intent)) add(intent, 1)
  return [...sums].sort(([, a], [, b]) => b - a)
}

export const guess = (one: Case): Understanding | null => {
  const [best] = weighed(one)
  if (!best || best[1] < LEAST || one.said.line.split(' ').length > 25) return null
  const [intent] = best
  const order =
    one.said.order && /^(?:order_status|complaint|refill)$/.test(intent) ? one.said.order : undefined
  return answer(intent, HARMLESS.has(intent) ? 0.5 : 0.44, {
    ...(order ? { order_id: order } : {}),
    ...(intent === 'browse' ? { mids: one.shelf.window } : {}),
    ...(intent === 'ask_product' && one.subject ? { mids: [one.subject.mid] } : {}),
  })
}
