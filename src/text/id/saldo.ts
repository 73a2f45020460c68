// Indonesian: saldo: what is in it, filling it, taking it out, and where money goes that comes back another way.
import { bold, type Html, html } from '../html.ts'
import type { Tone } from '../tone.ts'

type Bounds = { min: string; max: string }

const EXAMPLE = 'DANA 081200000000 a.n. Siti Aminah'

export const saldo = {
  balance: (t: Tone, p: { saldo: string }) => html`💰 Saldo${t.mu}: ${bold(p.saldo)}`,
  held: (_t: Tone, p: { held: string; free: string }) =>
    html`${p.held} sedang ditahan untuk tagihan atau penarikan; yang bisa dipakai ${p.free}.`,
  withdrawable: (_t: Tone, p: { sum: string }) => html`Bisa ditarik: ${p.sum}`,
  used: () => html`Saldo otomatis dipakai di pesanan berikutnya.`,
  entries: () => html`Mutasi terakhir:`,
  entry: (p: { at: string; sum: string; what: string }): Html => html`${p.at} · ${bold(p.sum)} · ${p.what}`,
  /** What an entry was for, by its own word. */
  what: {
    topup: 'isi saldo',
    paid: 'dipakai untuk pesanan',
    withdrawn: 'ditarik',
    adjusted: 'disesuaikan penjual',
    late: 'pembayaran terlambat',
    second: 'pembayaran dobel',
    otherSum: 'pembayaran dengan nominal lain',
    partial: 'bagian yang tidak terkirim',
    back: 'uang kembali',
    out: 'keluar',
  },
  askTopup: (t: Tone, p: Bounds) =>
    t.akrab
      ? html`Mau isi saldo berapa kak? Pilih di bawah atau tulis angkanya (${p.min} sampai ${p.max}).`
      : html`Berapa saldo yang ingin Anda isi? Pilih di bawah atau tulis angkanya (${p.min} sampai ${p.max}).`,
  topupOut: (t: Tone, p: Bounds) =>
    html`Isi saldo bisa dari ${bold(p.min)} sampai ${bold(p.max)}${t.kak}. Pilih di bawah atau tulis angkanya.`,
  preparing: (t: Tone, p: { sum: string }) =>
    t.akrab
      ? html`Bentar, aku siapin QRIS isi saldo ${bold(p.sum)}…`
      : html`Mohon tunggu, QRIS isi saldo ${bold(p.sum)} sedang disiapkan…`,
  askAmount: (t: Tone, p: Bounds) =>
    t.akrab
      ? html`Mau tarik berapa kak? Yang bisa ditarik ${bold(p.max)}, minimal ${p.min}.`
      : html`Berapa yang ingin Anda tarik? Yang dapat ditarik ${bold(p.max)}, minimal ${p.min}.`,
  amountOut: (t: Tone, p: Bounds) =>
    html`Yang bisa ditarik dari ${bold(p.min)} sampai ${bold(p.max)}${t.kak}. Tulis angkanya atau tekan di bawah.`,
  askDestination: (t: Tone, p: { sum: string }) =>
    html`${bold(p.sum)} dikirim ke mana${t.kak}? Tulis e-wallet atau bank, nomornya, dan nama penerima. Contoh: ${EXAMPLE}`,
  destinationKept: (_t: Tone, p: { days: number }) =>
    html`Hanya penjual yang melihat nomornya, untuk mengirim uang ini; dihapus ${p.days} hari setelah selesai.`,
  destinationUnread: (t: Tone) =>
    html`Tujuannya belum lengkap${t.kak}: perlu e-wallet atau bank, nomor, dan nama penerima. Tulis yang kurang, atau semuanya sekaligus. Contoh: ${EXAMPLE}`,
  card: {
    title: (t: Tone) => (t.akrab ? html`💸 Cek dulu ya kak` : html`💸 Silakan periksa kembali`),
    sum: (p: string) => html`Tarik  : ${bold(p)}`,
    to: (p: string) => html`Ke     : ${p}`,
    promise: (t: Tone, p: { hours: number }) =>
      html`Dikirim oleh penjual, paling lambat ${p.hours} jam setelah ${t.kamu} setuju. Pastikan tujuannya benar: uang yang sudah terkirim ${t.nggak} bisa ditarik lagi.`,
  },
  cardLapsed: (t: Tone) =>
    html`Penarikan itu sudah ${t.nggak} berlaku${t.kak}, belum ada uang yang dikirim. Mulai lagi dengan /tarik.`,
  cancelled: (t: Tone) => html`Oke${t.kak}, dibatalkan. Saldo${t.mu} tetap utuh.`,
  withdrawn: (t: Tone, p: { sum: string; to: string; at: string }) =>
    html`✅ Penarikan ${bold(p.sum)} ke ${p.to} sudah dicatat${t.kak}. Dikirim penjual paling lambat ${bold(p.at)}, dan kabarnya dikirim ke sini.`,
  nothing: {
    empty: (t: Tone) => html`Saldo${t.mu} ${bold('Rp0')}, jadi belum ada yang bisa ditarik.`,
    held: (t: Tone, p: { saldo: string }) =>
      html`Saldo${t.mu} ${bold(p.saldo)} sedang ditahan untuk tagihan atau penarikan lain, jadi belum bisa ditarik.`,
    topup: (t: Tone, p: { saldo: string }) =>
      html`Saldo${t.mu} ${bold(p.saldo)} berasal dari isi saldo. Di toko ini yang bisa ditarik hanya uang kembali dari pesanan; saldo ini tetap bisa dipakai belanja.`,
    play: (t: Tone, p: { saldo: string }) =>
      html`Saldo${t.mu} ${bold(p.saldo)} adalah uang uji, jadi ${t.nggak} bisa ditarik.`,
    least: (_t: Tone, p: { max: string; min: string }) =>
      html`Yang bisa ditarik baru ${bold(p.max)}, sedangkan minimalnya ${p.min}. Saldonya tetap bisa dipakai belanja.`,
  },
  tooMany: (t: Tone, p: { max: number }) =>
    html`Masih ada ${p.max} penarikan yang belum selesai${t.kak}. Tunggu salah satunya dikirim dulu${t.ya}.`,
  paidOut: (t: Tone, p: { sum: string; to: string }) =>
    html`💸 Penarikan ${bold(p.sum)} ke ${p.to} sudah ditransfer penjual${t.kak}. Kalau belum masuk, tekan 💬 Admin.`,
  rejected: (t: Tone, p: { sum: string; to: string; reason: string; saldo: string }) =>
    html`Penarikan ${bold(p.sum)} ke ${p.to} ditolak penjual${p.reason ? html`: ${p.reason}` : ''}. Uangnya kembali ke saldo${t.mu}: ${bold(p.saldo)}.`,
  deposited: (t: Tone, p: { sum: string; saldo: string }) =>
    html`✅ Saldo bertambah ${bold(p.sum)}. Saldo${t.mu} sekarang ${bold(p.saldo)}.`,
  deposit: (p: { sum: string }) => html`Isi saldo ${p.sum}`,
}
