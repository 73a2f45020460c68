// Indonesian: what an order's one message says, from the bill to the end.
import { bold, type Html, html } from '../html.ts'
import type { Tone } from '../tone.ts'

export const news = {
  bill: (p: { number: string }) => html`🧾 Tagihan ${bold(p.number)}`,
  what: (p: { name: string; quantity: string }) => html`${p.name} · ${p.quantity}`,
  price: (p: { price: string; saldo: string }) =>
    html`Harga ${p.price}${p.saldo ? `, saldo dipakai −${p.saldo}` : ''}`,
  pay: (p: { sum: string }) => html`Bayar ${bold(p.sum)}`,
  receiver: (p: { receiver: string }) => html`Penerima di aplikasi: ${bold(p.receiver)}. Cocokkan dulu.`,
  until: (p: { at: string; minutes: number }) => html`Bayar sebelum ${bold(p.at)} (${p.minutes} menit)`,
  howToPay: () =>
    html`Satu HP? Simpan gambar → buka GoPay/DANA/OVO/ShopeePay/m-banking → QRIS → ambil dari galeri.`,
  honest: () => html`Tanpa biaya tambahan. Kami tidak pernah minta transfer ke rekening lain.`,
  thenClaim: () => html`Setelah bayar tekan “Sudah bayar” atau kirim foto buktinya.`,
  billPaid: (p: { at: string }) => html`✅ LUNAS ${p.at}`,
  billPaidOther: (p: { at: string; sum: string }) => html`⚠️ MASUK ${p.sum} ${p.at}, jangan dibayar lagi`,
  billLapsed: () => html`⌛ KEDALUWARSA, jangan dibayar`,
  billWithdrawn: () => html`✖️ BATAL, jangan dibayar`,
  reminder: (t: Tone, p: { number: string; sum: string; at: string }) =>
    html`⏰ Tagihan ${bold(p.number)} (${p.sum}) masih menunggu${t.kak}. Bayar sebelum ${bold(p.at)}, atau batalkan kalau ${t.nggak} jadi.`,
  billFailed: (t: Tone, p: { alarm: boolean }) =>
    html`Maaf${t.kak}, QRIS-nya belum bisa dibuat. Belum ada uang yang berpindah.${p.alarm ? ' Admin sudah diberi tahu.' : ''} Coba lagi dari kartu ini${t.ya}:`,
  paid: (p: { number: string }) => html`Pembayaran diterima, ${bold(p.number)} diteruskan ke server…`,
  sameLink: (p: { number: string }) =>
    html`⏳ ${bold(p.number)}: Menunggu pesanan sebelumnya di akun yang sama selesai.`,
  queued: (p: { number: string; at: string }) =>
    html`⏳ ${bold(p.number)}: Antre di server, kabar paling lambat ${p.at}.`,
  tryAgain: (t: Tone, p: { number: string; at: string }) =>
    html`⏳ ${bold(p.number)}: Oke${t.kak}, menunggu penjual mencobanya lagi. Kalau sampai ${p.at} belum bisa, uangnya kembali ke saldo${t.mu}.`,
  play: (p: { number: string; at: string }) =>
    html`🧪 ${bold(p.number)}: pesanan uji sudah dibayar dan menunggu penjual, paling lambat ${p.at}.`,
  unknown: (t: Tone, p: { number: string; still: boolean; at: string }) =>
    html`⏳ ${bold(p.number)}: Server ${p.still ? 'masih ' : ''}belum menjawab; uang${t.akrab ? 'mu' : ' Anda'} aman dan pesanan tidak dikirim dua kali. ${
      p.at
        ? html`Kabar ${p.still ? 'berikutnya ' : ''}paling lambat ${p.at}.`
        : html`Tinggal menunggu penjual memastikannya ke server; kabarnya dikirim ke sini begitu jelas.`
    }`,
  refused: (t: Tone, p: { number: string; why: Html; at: string }) =>
    html`⚠️ ${bold(p.number)} belum bisa diproses: ${p.why}. Uang${t.akrab ? 'mu' : ' Anda'} aman. Pilih salah satu di bawah${t.ya}; tanpa jawaban, uangnya kembali ke saldo ${p.at}.`,
  processing: () => html`✅ Pesanan Anda sedang diproses`,
  started: (p: { from: string }) => html`Mulai jalan dari ${p.from}`,
  stalled: (p: { number: string; at: string }) =>
    html`⏳ ${bold(p.number)}: Belum bergerak sejak ${p.at}; admin sudah diberi tahu.`,
  completed: (p: { quantity: string; counts: string }) =>
    html`🎉 Selesai: ${bold(p.quantity)}${p.counts ? ` (${p.counts})` : ''}`,
  partial: (t: Tone, p: { number: string; done: string; of: string; left: string; back: string }) =>
    html`${bold(p.number)} berhenti di ${p.done} dari ${p.of}. Sisanya ${p.left} ${t.nggak} terkirim, jadi ${bold(p.back)} sudah kembali ke saldo${t.mu}.`,
  partialNoMoney: (t: Tone, p: { number: string; done: string; of: string }) =>
    html`${bold(p.number)} berhenti di ${p.done} dari ${p.of}${t.kak}.`,
  stopped: (t: Tone, p: { number: string; back: string }) =>
    html`⚠️ ${bold(p.number)} dihentikan server. ${bold(p.back)} sudah kembali ke saldo${t.mu}.`,
  stoppedNoMoney: (p: { number: string }) => html`⚠️ ${bold(p.number)} dihentikan server.`,
  backToSaldo: (t: Tone, p: { number: string; back: string }) =>
    html`↩️ ${bold(p.number)} ditutup. ${bold(p.back)} sudah kembali ke saldo${t.mu}.`,
  lateMoney: (t: Tone, p: { number: string; sum: string }) =>
    html`Pembayaran ${bold(p.sum)} untuk ${bold(p.number)} masuk setelah tagihannya berakhir atau sudah lunas. Uangnya aman di saldo${t.mu}. ${t.mau} dipesan lagi?`,
  otherSum: (t: Tone, p: { number: string; sum: string; due: string }) =>
    html`⚠️ Yang masuk untuk ${bold(p.number)} ${bold(p.sum)}, bukan ${p.due}. Pesanan ditahan, uang${t.akrab ? 'mu' : ' Anda'} aman. Admin sudah diberi tahu.`,
  otherCurrency: (t: Tone, p: { number: string }) =>
    html`⚠️ Yang masuk untuk ${bold(p.number)} bukan rupiah. Pesanan ditahan, uang${t.akrab ? 'mu' : ' Anda'} aman. Admin sudah diberi tahu.`,
  sentBack: {
    gatewayDue: (_t: Tone, p: { number: string; sum: string }) =>
      html`↩️ ${bold(p.number)}: ${bold(p.sum)} sedang dikembalikan lewat QRIS ke aplikasi yang dipakai membayar. Kapan masuknya tergantung aplikasinya, bisa beberapa hari kerja.`,
    gateway: (_t: Tone, p: { number: string; sum: string }) =>
      html`↩️ ${bold(p.number)}: ${bold(p.sum)} sudah dikembalikan lewat QRIS ke aplikasi yang dipakai membayar. Kalau setelah beberapa hari kerja belum terlihat, tekan 💬 Admin.`,
    hand: (_t: Tone, p: { number: string; sum: string }) =>
      html`↩️ ${bold(p.number)}: ${bold(p.sum)} sudah dikembalikan langsung oleh penjual, di luar saldo. Kalau belum diterima, tekan 💬 Admin.`,
  },
  claimNotYet: (t: Tone, p: { number: string; at: string }) =>
    html`Penjual sudah mengecek (${p.at}): uang untuk ${bold(p.number)} belum terlihat${t.kak}. Kalau memang sudah dibayar, kirim foto bukti bayarnya ke sini; penjual akan mengecek lagi.`,
  at: (p: { link: Html }) => html`Target: ${p.link}`,
  sum: (p: { sum: string }) => html`Total: ${p.sum}`,
}
