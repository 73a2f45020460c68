// Questions that are the same in every shop (paying, safety, money back …), known by their words: they are answered from the terms, also
// in a shop that has written no documents. The first that fits.
import { hear } from '../assistant/reader/said.ts'
import type { Topic } from '../model/say.ts'

const TOPICS: [Topic, RegExp][] = [
  ['password', /\b(?:password|sandi|pin|otp|login|akses akun)\b/],
  [
    'refund',
    /\b(?:refund|uang|duit|saldo)\b.*\b(?:kembali|hangus|hilang|back)\b|\bkembali\b.*\buang\b|\b(?:bisa|ada|boleh) (?:\S+ )?kembali\b|\brefund\b|\bkalau\b.*\b(?:gagal|tidak masuk|tidak jalan|kurang)\b/,
  ],
  ['private', /\b(?:private|privat|gembok|digembok|terkunci|dikunci|publik|public)\b/],
  [
    'safe',
    /\b(?:aman|bahaya|banned|kebanned|ban|suspend|diblokir|terpercaya|trusted|amanah|legit|penipu|penipuan|tipu|scam|melanggar|risiko|resiko|safe)\b/,
  ],
  [
    'real',
    /\b(?:real|fake|palsu|permanen|permanent)\b|\b(?:akun|followers?|likes?|views?|subscribers?|members?)\b.*\b(?:aktif|active|pasif|bot|robot|orang|manusia|human)\b/,
  ],
  [
    'haggle',
    /\b(?:nego|diskon|tawar|ditawar|promo|voucher|kupon|reseller|grosir|mahal|discount)\b|\b(?:bisa|boleh) (?:\S+ )?kurang\b|\bkurang(?:in|i)? (?:dong|dikit|lagi|harga)\b|\bmurahin\b|\blebih murah\b/,
  ],
  [
    'hours',
    /\bjam (?:buka|operasional|kerja|berapa buka|tutup|layanan)\b|\b(?:buka|online|tutup) (?:\S+ )?(?:jam|sampai|24|hari|tidak|kapan)\b|\b24 jam\b|\bmasih buka\b/,
  ],
  [
    'link',
    // Where the shop itself is to be found is another question.
    /^(?!.*\b(?:toko|kantor|gudang|kalian)\b).*(?:\blink\b.*\b(?:apa|mana|bagaimana|contoh|cara|seperti)\b|\b(?:contoh|cara|mana|apa|bagaimana)\b.*\blink\b|\b(?:username|link)\b.*\batau\b)/,
  ],
  [
    'pay',
    /\b(?:bayar|pembayaran|transfer|qris|dana|ovo|gopay|shopeepay|rekening|metode|pay|payment)\b|\b(?:cara|bagaimana)\b.*\b(?:pesan|beli|order)\b|\bhow\b.*\b(?:order|buy|pesan|beli)\b/,
  ],
]

export const topicOf = (text: string): Topic | undefined => {
  const { line } = hear(text)
  return TOPICS.find(([, says]) => says.test(line))?.[0]
}
