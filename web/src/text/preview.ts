// The chat in the browser.
import { speak } from './index.ts'

const id = {
  title: 'Chat preview',
  practiceHint: 'Bicara dengan bot seperti pelanggan. QRIS dan panelnya latihan.',
  liveHint: 'Bicara dengan bot toko live seperti pelanggan.',
  anew: 'Mulai dari awal',
  anewText: 'Isi chat ini dihapus. Pesanan yang sudah dibuat tetap ada.',
  empty: 'Tulis /start atau "saya mau beli followers".',
  start: 'Mulai',
  field: 'Tulis pesan',
  send: 'Kirim',
  photo: 'Kirim foto (bukti bayar)',
  edited: 'diubah',
  sources: (titles: string) => `Sumber: ${titles} (hanya terlihat di sini)`,
  picture: 'Gambar tagihan QRIS',
  typing: 'Bot sedang mengetik…',
  transcript: 'Isi chat',
  pending: 'mengirim…',
}
const en: typeof id = {
  title: 'Chat preview',
  practiceHint: 'Talk to the bot as a customer. QRIS and panel are practice.',
  liveHint: "Talk to the live shop's bot as a customer.",
  anew: 'Start anew',
  anewText: 'This chat is deleted. Orders already made stay.',
  empty: 'Write /start or "I want to buy followers".',
  start: 'Start',
  field: 'Write a message',
  send: 'Send',
  photo: 'Send a photo (proof of payment)',
  sources: (titles) => `Source: ${titles} (seen here only)`,
  edited: 'edited',
  picture: 'QRIS bill picture',
  typing: 'The bot is typing…',
  transcript: 'Chat',
  pending: 'sending…',
}
export const words = speak(id, en)
