// Indonesian: what the bot answers a seller who runs the shop from their own Telegram chat.
import { bold, type Html, html, lines } from '../html.ts'

export const desk = {
  help: (p: { shop: string }) =>
    lines(
      html`🧰 Konsol penjual ${bold(p.shop)}`,
      '',
      '/meja – yang perlu keputusanmu',
      '/laporan – angka hari ini',
      '/tutup – tutup toko; juga /tutup 22.00, /tutup besok 8.00, /tutup 3 jam',
      '/buka – buka lagi',
      '/senyap – tanpa kabar tiap penjualan',
      '/bunyi – dengan kabar tiap penjualan',
      '/batal – tinggalkan pertanyaan',
    ),
  notHere: () => html`Itu tidak ada (lagi) di toko ini.`,
  already: (p: { number: string; ending: Html }) => html`${bold(p.number)} sudah diputuskan: ${p.ending}`,
  changed: (p: { number: string }) =>
    html`${bold(p.number)} sudah berubah sejak tombol itu dikirim. Ini keadaannya sekarang:`,
  left: () => html`Oke, tidak jadi.`,
  again: () => html`Coba lagi sebentar.`,
  ask: {
    panelId: (p: { number: string }) =>
      html`Kirim ID pesanan ${bold(p.number)} di panel (salin dari panel), dalam 15 menit.`,
    sum: (p: { number: string; due: string }) =>
      html`Berapa yang masuk untuk ${bold(p.number)} (tagihan ${p.due})? Tulis jumlahnya, contoh: 15.000`,
    reason: (p: { sum: string }) =>
      html`Kenapa penarikan ${p.sum} ditolak? Alasannya dikirim ke pelanggan; uangnya kembali ke saldonya.`,
    until: () => html`Tutup sampai kapan? Contoh: 22.00 · besok 8.00 · 3 jam`,
  },
  unread: {
    panelId: () => html`Itu bukan ID pesanan. Salin ID-nya dari panel, tanpa kata lain.`,
    sum: () => html`Jumlahnya belum terbaca. Tulis angka saja, contoh: 15.000`,
    reason: () => html`Tulis alasannya dengan kata, 3 sampai 200 huruf.`,
    until: () => html`Waktunya belum terbaca. Contoh: 22.00 · besok 8.00 · 3 jam`,
  },
  refused: {
    notFound: html`Pesanan itu tidak ada di toko ini.`,
    wrongState: html`Pesanannya sudah berubah. Lihat lagi di /meja.`,
    unknownPanelId: html`Panel tidak mengenal ID itu. Cek lagi, atau tekan tombol lain.`,
    usedPanelId: html`ID itu sudah dipakai pesanan lain.`,
    otherCharge: html`Biaya di panel untuk ID itu tidak cocok: itu pesanan lain.`,
    panelSilent: html`Panel tidak menjawab. Coba lagi nanti.`,
    stillSending: html`Pengirimannya masih mungkin dijawab. Coba lagi dua menit lagi.`,
    otherService: html`Produk itu tidak bisa menggantikan yang dibeli.`,
    noWay: html`Uangnya tidak bisa dikembalikan lewat jalan itu.`,
    notManual: html`Tagihan itu bukan lewat QRIS sendiri.`,
    decided: html`Tagihan itu sudah dijawab.`,
    notClaimed: html`Pelanggan belum bilang sudah bayar.`,
    amount: html`Jumlahnya belum benar.`,
    reason: html`Tulis alasannya dengan kata, 3 sampai 200 huruf.`,
    short: html`Saldo pelanggan tidak cukup untuk penarikan itu.`,
    ended: html`Penarikan itu sudah berakhir.`,
    forgotten: html`Tujuannya sudah dihapus.`,
    other: html`Belum bisa. Coba di dasbor.`,
  },
  others: (p: { number: string; price: string }) =>
    html`Pilih pengganti untuk ${bold(p.number)} (dibayar ${p.price}):`,
  other: (p: { n: number; name: string; cost: string; profit: string }) =>
    html`${p.n}. ${p.name} · modal ${p.cost} · sisa ${p.profit}`,
  noOthers: (p: { number: string }) =>
    html`Tidak ada produk sejenis yang bisa menggantikan ${bold(p.number)}. Petakan pengganti di dasbor.`,
  closed: (p: { at: string }) =>
    p.at ? html`🔒 Toko ditutup sampai ${p.at}.` : html`🔒 Toko ditutup sampai kamu tekan /buka.`,
  closedAlso: () => html`Pesanan yang sudah dibayar tetap jalan.`,
  opened: () => html`🔓 Toko buka.`,
  openedTesting: () => html`🔓 Toko buka untuk uji coba (kunci sandbox): hanya akun penjual yang bisa pesan.`,
  cannotOpen: {
    restored: html`Toko ini baru dipulihkan dari salinan. Periksa dulu, lalu buka di dasbor.`,
    noGateway: html`Belum bisa buka: belum ada kunci Midtrans atau QRIS sendiri. Pasang di dasbor.`,
  },
  muted: () => html`🔕 Kabar tiap penjualan dimatikan. Yang perlu kamu tetap masuk. /bunyi untuk menyalakan.`,
  unmuted: () => html`🔔 Kabar tiap penjualan dinyalakan.`,
  list: {
    empty: () => html`✅ Tidak ada yang perlu keputusanmu.`,
    head: (p: { count: string }) => html`📋 ${bold('Meja')}: ${p.count} perlu keputusanmu`,
    order: (p: { number: string; need: string; long: string }) =>
      html`• ${bold(p.number)} ${p.need} · ${p.long}`,
    withdrawal: (p: { sum: string; name: string; at: string }) =>
      html`• Penarikan ${bold(p.sum)} ${p.name} · batas ${p.at}`,
    item: (p: { kind: string; text: string }) => html`• ${p.kind}: ${p.text}`,
    failed: (p: { count: string }) => html`• 🔧 ${p.count} pekerjaan gagal`,
    panel: (p: { name: string; balance: string; low: boolean }) =>
      html`${p.low ? '💰' : '🏦'} ${p.name}: ${p.balance}${p.low ? ' (tidak cukup: isi saldo panel)' : ''}`,
    more: (p: { count: string }) => html`… dan ${p.count} lagi di dasbor`,
  },
  needs: {
    unknown: 'tidak ada jawaban panel',
    held: 'ditahan',
    waiting: 'menunggu',
    idMissing: 'ID panel belum ada',
    claimed: 'mengaku sudah bayar',
    refundFailed: 'pengembalian gagal',
    refundDue: 'pengembalian belum jalan',
    stray: 'uang tanpa tempat',
    stuck: 'lama tidak bergerak',
  },
  items: {
    proof: 'Bukti bayar',
    complaint: 'Keluhan',
    money: 'Uang',
    human: 'Minta admin',
    question: 'Pertanyaan',
    refund: 'Pengembalian',
  },
  item: (p: { kind: string; number: string; text: string; at: string }) =>
    lines(html`${bold(p.kind)}${p.number ? ` · ${p.number}` : ''} · ${p.at}`, p.text),
  /** Items that we wrote ourselves, in the seller's language. */
  told: {
    'sent a picture or PDF as proof of payment': 'mengirim gambar atau PDF sebagai bukti bayar',
    'says to have paid': 'bilang sudah bayar',
    'by button': 'lewat tombol',
  } as Record<string, string>,
  itemDone: (p: { who: string; at: string }) => html`✔️ Selesai${p.who ? ` · ${p.who}` : ''}, ${p.at}`,
  noFailed: () => html`✅ Tidak ada pekerjaan yang gagal.`,
  retried: () => html`🔁 Dicoba lagi.`,
  report: {
    head: (p: { shop: string; day: string; at: string }) =>
      html`📊 ${bold(p.shop)} · ${p.day}${p.at ? `, sampai ${p.at}` : ''}`,
    orders: (p: { paid: string; done: string; partial: string; stopped: string }) =>
      html`Terbayar ${bold(p.paid)} · selesai ${p.done} · sebagian ${p.partial} · dihentikan ${p.stopped}`,
    stuck: (p: { stuck: string }) => html`Perlu kamu: ${bold(p.stuck)} (/meja)`,
    turnover: (p: { sum: string }) => html`Omzet ${p.sum}`,
    cost: (p: { sum: string }) => html`Modal panel ${p.sum}`,
    fee: (p: { sum: string; percent: string }) => html`Biaya gateway (${p.percent}%) ${p.sum}`,
    profit: (p: { sum: string }) => html`Untung ${bold(p.sum)}`,
    saldo: (p: { sum: string }) => html`Saldo pelanggan ${p.sum}`,
    notYet: (p: { sum: string }) => html`Belum bisa dicairkan ${p.sum}`,
    panel: (p: { name: string; balance: string; days: string }) =>
      html`🏦 ${p.name}: ${p.balance}${p.days ? `, cukup ± ${p.days} hari` : ''}`,
  },
}
