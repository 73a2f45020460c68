// Indonesian: what the seller's own Telegram account is told, and the buttons that stand under it.
import { bold, type Html, html, lines } from '../html.ts'

type Numbered = { number: string }
type Until = Numbered & { at: string }

export const seller = {
  paid: (p: Numbered & { what: string; sum: string; play: boolean }) =>
    html`💸 ${bold(p.number)} · ${p.what} · ${p.sum}${p.play ? ' · 🧪 uji' : ''}`,
  held: (p: Until) =>
    html`⚠️ ${bold(p.number)} ditahan. Tanpa keputusan, uangnya kembali ke saldo pelanggan ${p.at}.`,
  customerWaits: (p: Until) =>
    html`⏳ ${bold(p.number)}: pelanggan memilih menunggu. Tanpa keputusan, uangnya kembali ke saldo pelanggan ${p.at}.`,
  waitingFunds: (p: Until) =>
    html`💰 ${bold(p.number)} menunggu saldo panel. Isi saldonya sebelum ${p.at}; setelah itu jalan sendiri.`,
  waitingPrice: (p: Until) =>
    html`📈 ${bold(p.number)} menunggu: harga panel naik melewati harga jual. Putuskan sebelum ${p.at}.`,
  waitingPlay: (p: Until) =>
    html`🧪 ${bold(p.number)} adalah pesanan uji yang sudah dibayar. Tekan “kirim sungguhan” bila mau, sebelum ${p.at}.`,
  unknown: (p: Numbered & { since: string }) =>
    html`❓ ${bold(p.number)}: panel tidak menjawab (sejak ${p.since}). Cari pesanannya di panel, lalu putuskan; tidak ada yang dikirim ulang sendiri.`,
  unknownStill: (p: Numbered & { long: string }) =>
    html`⏰ ${bold(p.number)} masih belum jelas: sudah ${p.long} tanpa jawaban panel. Cari pesanannya di panel, lalu putuskan.`,
  idMissing: (p: Numbered) =>
    html`🔎 ${bold(p.number)} sudah ada di panel, tetapi ID-nya belum diketahui. Isi ID dari panel; kalau pesanannya sudah berakhir, tutup di dasbor.`,
  otherSum: (p: Until & { sum: string; due: string }) =>
    html`⚠️ ${bold(p.number)}: jumlah yang dibayar berbeda dari tagihan (${p.sum}, tagihan ${p.due}). Putuskan sebelum ${p.at}.`,
  otherCurrency: (p: Numbered) =>
    html`⚠️ ${bold(p.number)}: dibayar dalam mata uang lain. Kembalikan sendiri, lalu catat di dasbor.`,
  claim: (p: Numbered & { sum: string }) =>
    html`🙋 ${bold(p.number)}: pelanggan bilang sudah bayar ${p.sum} ke QRIS-mu. Cek mutasi dulu; gambar saja bukan bukti.`,
  claimStill: (p: Numbered & { sum: string; long: string }) =>
    html`⏰ ${bold(p.number)}: pelanggan sudah ${p.long} menunggu kamu mengecek ${p.sum}.`,
  alarm: (p: Numbered) =>
    html`🚨 ${bold(p.number)}: gateway menolak membuat tagihan. Periksa kunci Midtrans.`,
  chargeback: (p: Numbered & { sum: string }) =>
    html`🚨 ${bold(p.number)}: ${p.sum} ditarik kembali di gateway (refund atau chargeback).`,
  refundFailed: (p: Numbered & { sum: string; why: string }) =>
    html`⚠️ ${bold(p.number)}: ${p.sum} belum bisa dikembalikan lewat gateway${p.why ? ` (${p.why})` : ''}. Putuskan di dasbor.`,
  panelBalance: (p: { name: string; balance: string }) =>
    html`💰 Saldo panel ${bold(p.name)} tinggal ${p.balance}. Yang tidak tertutup saldo itu tidak dijual dulu.`,
  withdrawal: (p: { sum: string; name: string; to: string; at: string }) =>
    lines(
      html`💸 ${bold(`Penarikan ${p.sum}`)} · ${p.name}`,
      html`Ke: ${p.to}`,
      html`Transfer sendiri, lalu tekan Sudah ditransfer. Paling lambat ${p.at}.`,
    ),
  withdrawalStill: (p: { sum: string; name: string; to: string; at: string; late: boolean }) =>
    lines(
      html`⏰ ${bold(`Penarikan ${p.sum}`)} · ${p.name}`,
      html`Ke: ${p.to}`,
      p.late
        ? html`Sudah lewat batas (${p.at}). Pelanggan masih menunggu.`
        : html`Masih menunggu. Paling lambat ${p.at}.`,
    ),
  destination: (p: { method: string; number: Html; name: string }) =>
    html`Ke: ${p.method} ${p.number} a.n. ${p.name}`,
  failedJobs: (p: { count: string }) => html`🔧 ${p.count} pekerjaan gagal dan berhenti dicoba:`,
  failedJob: (p: { what: string; number: string; error: string }) =>
    html`• ${p.what}${p.number ? ` ${p.number}` : ''}: ${p.error}`,
  adminUnknown: (p: Numbered & { shop: string; long: string }) =>
    html`🆘 Toko ${bold(p.shop)}: pesanan ${p.number} sudah ${p.long} tanpa jawaban panel dan belum diputuskan penjualnya.`,
  panelSays: (p: { message: string }): Html => html`Kata panel: ${p.message}`,
  balances: (p: { before: string; after: string }): Html =>
    html`Saldo panel: sebelum ${p.before}, sesudah ${p.after}`,
  costNow: (p: { price: string; cost: string; left: string }): Html =>
    html`Harga jual ${p.price} · modal sekarang ${p.cost} · sisa ${p.left}`,
  hint: {
    probablyTaken: html`Saldo panel berkurang sebesar biaya pesanan ini: mungkin sudah diterima.`,
    probablyNotTaken: html`Saldo panel tidak berubah: mungkin belum diterima.`,
  },
  reason: (p: { why: Html }) => html`Sebab: ${p.why}`,
  long: (p: { days: number; hours: number; minutes: number }): string =>
    p.days > 0 ? `${p.days} hari` : p.hours > 0 ? `${p.hours} jam` : `${p.minutes} menit`,
  /** What became of it, under its first line. */
  ended: (p: { what: Html; who: string; at: string }) =>
    html`✔️ ${p.what} · ${p.who ? `${p.who}, ` : ''}${p.at}`,
  ending: {
    approved: html`Dikirim`,
    notAtPanel: html`Tidak ada di panel`,
    foundAtPanel: html`Ada di panel`,
    givenBack: html`Uang dikembalikan`,
    rerouted: html`Diganti produk lain`,
    declared: html`Ditutup dengan tangan`,
    customerWaits: html`Pelanggan memilih menunggu`,
    received: html`Uang masuk`,
    notYet: html`Belum masuk`,
    otherSum: html`Nominal beda`,
    paidOut: html`Sudah ditransfer`,
    rejected: html`Ditolak`,
    itemDone: html`Selesai`,
  },
  /** Nobody's decision: how it stands now. */
  endedSo: (p: { state: string }): Html => html`Sekarang: ${p.state}`,
  who: { dashboard: 'di dasbor', admin: 'admin', customer: 'pelanggan', system: 'otomatis' },
  jobs: {
    payments: 'Pembayaran',
    fulfilment: 'Pengiriman ke panel',
    notices: 'Kabar',
    catalog: 'Katalog',
    reports: 'Laporan',
    other: 'Lainnya',
  },
  buttons: {
    taken: '✅ Masuk: isi ID',
    sendAgain: '🔁 Tidak masuk: kirim ulang',
    notTaken: '↩️ Tidak masuk: kembalikan',
    sendAnyway: '🚀 Kirim saja',
    again: '🔁 Kirim ulang',
    sendNow: '🚀 Kirim sekarang',
    real: '🚀 Kirim sungguhan',
    other: '🔀 Produk lain',
    giveBack: '↩️ Kembalikan',
    received: '💰 Uang masuk',
    notYet: '⏳ Belum',
    otherSum: '≠ Nominal beda',
    reveal: '👁 Lihat tujuan',
    paidOut: '✅ Sudah ditransfer',
    reject: '✖️ Tolak',
    retry: (n: number) => `🔁 Coba lagi ${n}`,
    done: '✔️ Selesai',
    desk: '📋 Meja',
    report: '📊 Laporan',
    mute: '🔕 Senyap',
    unmute: '🔔 Bunyi',
    until: '⏰ Sampai kapan',
    open: '🔓 Buka',
    leave: '✖️ Batal',
  },
}
