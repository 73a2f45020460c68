// Indonesian: what the seller's own Telegram account is told.
import { bold, type Html, html } from '../html.ts'

export const seller = {
  held: (p: { number: string; at: string }) =>
    html`⚠️ ${bold(p.number)} ditahan. Tanpa keputusan, uangnya kembali ke saldo pelanggan ${p.at}.`,
  waitingFunds: (p: { number: string; at: string }) =>
    html`💰 ${bold(p.number)} menunggu saldo panel. Isi saldonya sebelum ${p.at}.`,
  waitingPrice: (p: { number: string; at: string }) =>
    html`📈 ${bold(p.number)} menunggu: harga panel naik melewati harga jual. Putuskan sebelum ${p.at}.`,
  waitingPlay: (p: { number: string; at: string }) =>
    html`🧪 ${bold(p.number)} adalah pesanan uji yang sudah dibayar. Tekan “kirim sungguhan” di dasbor bila mau, sebelum ${p.at}.`,
  unknown: (p: { number: string }) =>
    html`❓ ${bold(p.number)}: panel tidak menjawab. Cari pesanannya di panel, lalu putuskan di dasbor; tidak ada yang dikirim ulang sendiri.`,
  otherSum: (p: { number: string; at: string }) =>
    html`⚠️ ${bold(p.number)}: jumlah yang dibayar berbeda dari tagihan. Putuskan sebelum ${p.at}.`,
  alarm: (p: { number: string }) =>
    html`🚨 ${bold(p.number)}: gateway menolak membuat tagihan. Periksa kunci Midtrans.`,
  chargeback: (p: { number: string; sum: string }) =>
    html`🚨 ${bold(p.number)}: ${p.sum} ditarik kembali di gateway (refund atau chargeback).`,
  panelBalance: (p: { name: string; balance: string }) =>
    html`💰 Saldo panel ${bold(p.name)} tinggal ${p.balance}.`,
  panelSays: (p: { message: string }): Html => html`Kata panel: ${p.message}`,
  hint: {
    probablyTaken: html`Saldo panel berkurang sebesar biaya pesanan ini: mungkin sudah diterima.`,
    probablyNotTaken: html`Saldo panel tidak berubah: mungkin belum diterima.`,
  },
  reason: (p: { why: Html }) => html`Sebab: ${p.why}`,
}
