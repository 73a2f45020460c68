// Indonesian: an order's status, bills, saldo, complaints.
import { bold, type Html, html } from '../html.ts'
import type { Tone } from '../tone.ts'

export const orders = {
  number: (p: { number: string; state: string }) => html`📦 Pesanan ${bold(p.number)}: ${p.state}`,
  started: (p: { from: string }) => html`Mulai dari: ${p.from}`,
  delivered: (p: { done: string; of: string }) => html`Terkirim: ${p.done} dari ${p.of}`,
  remains: (p: { left: string }) => html`Sisa: ${p.left}`,
  usual: (p: { time: string; orders: string }) =>
    html`Biasanya selesai sekitar ${p.time} (dari ${p.orders} pesanan terakhir di sini)`,
  asOf: (p: { at: string }) => html`Data pukul ${p.at}`,
  billManual: (p: { amount: string; until: string }) =>
    html`Bayar ${bold(p.amount)} sebelum ${p.until}, lalu tekan “Sudah bayar” atau kirim foto bukti bayarnya.`,
  list: (t: Tone) => html`Pesanan${t.mu}:`,
  none: (t: Tone) => html`Belum ada pesanan${t.kak}. ${t.mau} lihat produknya?`,
  noSuch: (t: Tone) =>
    html`Pesanan itu ${t.nggak} ketemu di akun${t.mu}. Cek lagi nomornya${t.ya}, contoh: K7Q2M`,
  notYet: (t: Tone, p: { number: string; at: string }) =>
    html`Belum masuk${t.kak} (dicek ${p.at}) untuk ${bold(p.number)}. Kalau baru bayar, biasanya butuh sebentar.`,
  due: (p: { amount: string; until: string }) => html`Bayar ${bold(p.amount)} sebelum ${p.until}.`,
  bills: (t: Tone) => html`Tagihan${t.mu} yang belum dibayar:`,
  bill: (p: { number: string; amount: string; until: string }) =>
    html`🧾 ${bold(p.number)} · ${p.amount} · sebelum ${p.until}`,
  noBill: (t: Tone) => html`${t.akrab ? 'Nggak' : 'Tidak'} ada tagihan yang menunggu pembayaran${t.kak}.`,
  claimNoted: (_t: Tone, p: { number: string; picture: boolean }) =>
    html`${p.picture ? 'Bukti bayar' : 'Kabar sudah bayar'}${p.number ? html` untuk ${bold(p.number)}` : ''} sudah kami catat dan dicek admin. Pesanan jalan begitu uangnya benar-benar masuk.`,
  claimPassed: (t: Tone, p: { number: string; picture: boolean }) =>
    html`${p.picture ? 'Bukti bayarnya' : 'Kabar'} untuk ${bold(p.number)} sudah diteruskan ke penjual${t.kak}, yang akan mengecek uang masuknya. Pesanan jalan begitu uangnya dipastikan masuk; ${t.nggak} perlu bayar lagi.`,
  cannotStop: (t: Tone, p: { number: string }) =>
    html`Pesanan${p.number ? html` ${bold(p.number)}` : ''} yang sudah dikirim ke server ${t.nggak} bisa dihentikan dari sini${t.kak}. Bagian yang ${t.nggak} terkirim kembali ke saldo${t.mu}.`,
  line: (p: {
    number: string
    name: string
    quantity: string
    price: string
    state: string
    at: string
  }): Html => html`${bold(p.number)} · ${p.name} · ${p.quantity} · ${p.price}\n    ${p.state} · ${p.at}`,
}
