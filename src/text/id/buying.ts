// Indonesian: link, quantity, comments, the card, and what stops a purchase.
import type { LinkKind } from '../../model/service.ts'
import { bold, type Html, html } from '../html.ts'
import type { Tone } from '../tone.ts'

/** How to copy the link, in two steps. */
const copy: Record<LinkKind, string> = {
  profile: 'Cara salin: buka profilnya → Bagikan profil → Salin tautan. Username juga boleh.',
  post: 'Cara salin: buka postingannya → ikon bagikan → Salin tautan.',
  video: 'Cara salin: buka videonya → ikon bagikan → Salin tautan.',
  channel: 'Cara salin: buka channel/grupnya → Bagikan → Salin tautan.',
  page: 'Cara salin: buka halamannya → Bagikan → Salin tautan.',
  website: 'Cara salin: buka situsnya → salin alamat di atas browser.',
  any: 'Cara salin: buka targetnya → Bagikan → Salin tautan.',
}

const holds: Record<LinkKind, string> = {
  profile: 'Akun harus publik & jangan ganti username sampai selesai.',
  post: 'Akun harus publik & postingan jangan dihapus atau diarsipkan sampai selesai.',
  video: 'Akun harus publik & video jangan dihapus atau diarsipkan sampai selesai.',
  channel: 'Channel/grup harus publik & jangan ganti alamat sampai selesai.',
  page: 'Halaman harus publik & jangan ganti nama sampai selesai.',
  website: 'Situs harus bisa dibuka siapa saja sampai selesai.',
  any: 'Target harus publik & jangan diubah sampai selesai.',
}

export const buying = {
  copy,
  holds,
  sortHolds: { account: holds.profile, post: holds.post, web: holds.any },
  askLink: (t: Tone, p: { kind: string; platform: string; name: string }) =>
    t.akrab
      ? html`Kirim link ${p.kind} ${p.platform}-nya ya kak, buat ${bold(p.name)}.`
      : html`Silakan kirim link ${p.kind} ${p.platform} untuk ${bold(p.name)}.`,
  example: (_t: Tone, p: { kind: string; link: string }) =>
    html`Contoh${p.kind ? ` link ${p.kind}` : ''}: ${p.link}`,
  unreadable: (t: Tone) => html`Link-nya belum terbaca${t.kak}.`,
  wrongPlatform: (_t: Tone, p: { platform: string; name: string; given: string }) =>
    html`${p.given || 'Itu'} bukan link ${p.platform}, sedangkan ${bold(p.name)} butuh link ${p.platform}.`,
  wrongKind: (t: Tone, p: { name: string; needs: string; given: string }) =>
    p.given
      ? html`Itu link ${p.given}${t.kak}, sedangkan ${bold(p.name)} butuh link ${p.needs}.`
      : html`Itu bukan link ${p.needs}${t.kak}, sedangkan ${bold(p.name)} butuh link ${p.needs}.`,
  fitting: (_t: Tone, p: { mid: number; name: string }) =>
    html`Yang cocok untuk link itu: ${p.mid} · ${p.name}`,
  whichLink: (t: Tone) => html`Ada lebih dari satu link${t.kak}. Kirim satu ${t.aja}, yang mana?`,
  blockedTarget: (t: Tone) =>
    html`Maaf${t.kak}, target atau isi itu ${t.nggak} bisa kami layani (misalnya judi atau konten dewasa).`,
  askQuantity: (t: Tone, p: { name: string; min: string; max: string }) =>
    t.akrab
      ? html`Mau berapa kak? ${bold(p.name)}: min ${p.min}, maks ${p.max}.`
      : html`Berapa jumlah yang Anda inginkan? ${bold(p.name)}: minimal ${p.min}, maksimal ${p.max}.`,
  underMin: (t: Tone, p: { asked: string; min: string }) =>
    html`${p.asked} masih di bawah minimal${t.kak}. Minimalnya ${bold(p.min)}.`,
  overMax: (t: Tone, p: { asked: string; max: string }) =>
    html`${p.asked} melewati batas${t.kak}. Maksimalnya ${bold(p.max)} sekali pesan.`,
  unreadableQuantity: (t: Tone) =>
    html`Jumlahnya belum terbaca${t.kak}. Tulis angkanya ${t.aja}, contoh: 1000`,
  overBill: (t: Tone, p: { max: string }) => html`Maksimal Rp10 juta per QRIS${t.kak}. ${p.max}`,
  largest: (_t: Tone, p: { quantity: string; price: string }) =>
    `Jumlah terbanyak yang muat: ${p.quantity} (${p.price}).`,
  askComments: (t: Tone, p: { name: string; min: string; max: string }) =>
    t.akrab
      ? html`Kirim isi komentarnya ya kak, satu komentar per baris, buat ${bold(p.name)} (min ${p.min}, maks ${p.max} baris).`
      : html`Silakan kirim isi komentar, satu komentar per baris, untuk ${bold(p.name)} (minimal ${p.min}, maksimal ${p.max} baris).`,
  tooFewComments: (_t: Tone, p: { count: string; min: string }) =>
    html`Baru ${p.count} komentar, minimalnya ${bold(p.min)}. Kirim lagi semuanya, satu per baris.`,
  tooManyComments: (_t: Tone, p: { count: string; max: string }) =>
    html`Ada ${p.count} komentar, maksimalnya ${bold(p.max)}. Kirim lagi semuanya, satu per baris.`,
  card: {
    title: (t: Tone) => (t.akrab ? html`📝 Cek dulu ya kak` : html`📝 Mohon periksa kembali`),
    target: (p: Html) => html`Target : ${p}`,
    quantity: (p: string) => html`Jumlah : ${p}`,
    package: (p: string) => `${p} paket`,
    comments: (p: string) => `${p} komentar`,
    price: (p: string) => html`Harga  : ${p}`,
    saldo: (p: string) => html`Saldo  : ${p}`,
    pay: (p: string) => html`Bayar  : ${bold(p)}`,
    agree: (t: Tone) => html`Setelah dibayar langsung diproses. Dengan membayar ${t.kamu} setuju S&K (/snk).`,
  },
  cardLapsed: (t: Tone, p: { name: string }) =>
    html`Penawaran itu sudah kedaluwarsa${t.kak}${p.name ? html` (${p.name})` : ''}, belum ada yang dibayar. ${t.mau} dihitung ulang?`,
  billReplaced: (t: Tone, p: { number: string }) =>
    html`Oke${t.kak}, tagihan ${bold(p.number)} dibatalkan, jangan dibayar${t.ya}.`,
  cardStands: (t: Tone) =>
    t.akrab
      ? html`Ringkasan pesanan di atas masih menunggu kak: tekan ✅ Bayar kalau sudah cocok.`
      : html`Ringkasan pesanan di atas masih menunggu: tekan ✅ Bayar jika sudah sesuai.`,
  asBefore: {
    same: (_t: Tone, p: { number: string }) => html`Sama seperti ${bold(p.number)}, harganya masih sama.`,
    changed: (_t: Tone, p: { number: string; was: string; now: string }) =>
      html`Sama seperti ${bold(p.number)}, tapi harganya hari ini ${bold(p.now)} (waktu itu ${p.was}).`,
  },
  meant: {
    product: (t: Tone, p: { mid: number; name: string }) =>
      html`Maksud${t.mu} ID ${p.mid}, ${bold(p.name)}? Tekan nomornya kalau benar.`,
    quantity: (_t: Tone, p: { quantity: string }) =>
      html`Maksudnya ${bold(p.quantity)}? Tekan di bawah kalau benar, atau tulis jumlahnya.`,
  },
  confirmWhich: (t: Tone) =>
    html`Yang mana${t.ya}${t.kak}? Belum ada pesanan yang menunggu persetujuan${t.mu}.`,
  preparing: (t: Tone) =>
    t.akrab
      ? html`Bentar, aku cek stok & siapin QRIS…`
      : html`Mohon tunggu, kami memeriksa stok dan menyiapkan QRIS…`,
  preparingBySaldo: (t: Tone) =>
    t.akrab
      ? html`Bentar, aku cek stok & bayar pakai saldo…`
      : html`Mohon tunggu, kami memeriksa stok dan membayar dengan saldo…`,
  cancelled: (t: Tone) =>
    html`Oke${t.kak}, dibatalkan. ${t.akrab ? 'Nggak' : 'Tidak'} ada yang perlu dibayar.`,
  nothingToCancel: (t: Tone) => html`${t.akrab ? 'Nggak' : 'Tidak'} ada yang perlu dibatalkan${t.kak}.`,
  tooManyBills: (t: Tone, p: { max: number }) =>
    html`Masih ada ${p.max} tagihan yang belum dibayar${t.kak}. Bayar atau batalkan salah satu dulu${t.ya} (/tagihan).`,
  repeatAsk: (_t: Tone, p: { number: string }) =>
    html`Order sama masih berjalan (${bold(p.number)}). Ulangi?`,
  repeatWaits: () => html`Yang baru akan antre sampai yang itu selesai.`,
  changed: {
    price: (t: Tone) =>
      html`Harganya baru saja berubah${t.kak}, jadi belum ada tagihan yang dibuat. Ini yang terbaru:`,
    limits: (t: Tone) => html`Batas jumlahnya baru saja berubah${t.kak}, jadi belum ada tagihan yang dibuat.`,
  },
  productOut: (t: Tone, p: { name: string; others: boolean }) =>
    html`Maaf${t.kak}, ${bold(p.name)} sedang kosong, jadi belum ada tagihan yang dibuat. ${p.others ? 'Ini pilihan lainnya:' : 'Coba lagi nanti.'}`,
}
