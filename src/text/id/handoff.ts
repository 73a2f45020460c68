// Indonesian: a person takes the chat: what the customer is promised, what the seller is shown of it.
import { bold, type Html, html, lines } from '../html.ts'
import type { Tone } from '../tone.ts'

type Item = { item: string }
type Kept = Item & { promise: Html | '' }

export const handoff = {
  /** Without hours: around the clock. */
  promise: (p: { hours: string; at: string }) =>
    p.hours
      ? html`Admin balas jam ${p.hours}; paling lambat ${p.at}.`
      : html`Admin balas 24 jam; paling lambat ${p.at}.`,
  humanCalled: (t: Tone, p: Kept & { again: boolean }) =>
    lines(
      p.again
        ? html`Admin sudah dipanggil${t.kak} (nomor ${bold(p.item)}), pesan${t.mu} ditambahkan.`
        : t.akrab
          ? html`Sudah aku panggilkan admin kak (nomor ${bold(p.item)}).`
          : html`Admin sudah kami panggil (nomor ${bold(p.item)}).`,
      p.promise || false,
      html`Tulis ${t.aja} pesannya di sini, langsung dibaca admin. Perintah dan tombol pesanan tetap jalan.`,
    ),
  complaintNoted: (t: Tone, p: Kept & { number: string; again: boolean; refill: boolean }) => {
    const what = html`${p.refill ? 'permintaan refill' : 'keluhan'}${p.number ? html` untuk ${bold(p.number)}` : ''}`
    return lines(
      p.again
        ? html`Sudah ditambahkan${t.kak} ke ${bold(p.item)}${p.number ? html` (pesanan ${bold(p.number)})` : ''}.`
        : html`${p.refill ? 'Baik' : 'Maaf'}${t.ya}${t.kak}, ${what} dicatat dengan nomor ${bold(p.item)} dan diteruskan ke admin.`,
      p.promise || false,
    )
  },
  handoffOn: (t: Tone, p: Kept) =>
    p.item && p.promise
      ? lines(html`Admin sudah dipanggil${t.kak} (nomor ${bold(p.item)}).`, p.promise)
      : html`Admin sedang menangani chat ini${t.kak}. Mohon ditunggu${t.ya}.`,
  promiseLate: (t: Tone, p: Kept) =>
    lines(
      html`Maaf${t.kak}, ${bold(p.item)} belum sempat dijawab sesuai waktunya. Admin sudah diingatkan lagi.`,
      p.promise,
    ),
  botBack: (t: Tone, p: Kept) =>
    lines(
      t.akrab
        ? html`🤖 Aku kembali kak. Mau pesan atau tanya, tulis aja.`
        : html`🤖 Chat ini kembali dilayani bot. Silakan tulis kebutuhan Anda.`,
      p.item && p.promise
        ? html`${bold(p.item)} belum dijawab dan tetap ditangani admin. ${p.promise}`
        : false,
    ),
  fromSeller: (p: { text: string }) => html`💬 ${bold('Admin')}: ${p.text}`,
  answered: {
    passed: (t: Tone, p: Item & { number: string }) =>
      html`💬 ${bold(p.item)}${p.number ? html` (${bold(p.number)})` : ''}: sudah kami teruskan ke server${t.kak}. Kalau besok belum berubah, tulis lagi di sini${t.ya}.`,
    refill: (t: Tone, p: Item & { number: string }) =>
      html`💬 ${bold(p.item)}: refill${p.number ? html` untuk ${bold(p.number)}` : ''} sudah diminta${t.kak}. Pengisiannya butuh waktu; pantau dengan /status.`,
    normal: (t: Tone, p: Item & { number: string }) =>
      html`💬 ${bold(p.item)}${p.number ? html` (${bold(p.number)})` : ''}: sudah kami cek${t.kak}, sekarang normal. Kalau masih ada masalah, tulis lagi di sini${t.ya}.`,
    saldo: (t: Tone, p: Item & { number: string }) =>
      html`💬 ${bold(p.item)}: uang${p.number ? html` untuk ${bold(p.number)}` : ''} sudah kembali ke saldo${t.mu}. Cek dengan /saldo.`,
  },
  refillEnded: (t: Tone, p: { number: string; done: boolean }) =>
    p.done
      ? html`✅ Refill untuk ${bold(p.number)} selesai${t.kak}.`
      : html`Maaf${t.kak}, refill untuk ${bold(p.number)} tidak bisa dijalankan server. Admin sudah diberi tahu.`,
  desk: {
    calls: (p: { name: string; item: string }) =>
      html`💬 ${bold(p.name)}${p.item ? html` · ${bold(p.item)}` : ''}`,
    due: (p: { at: string; late: boolean }) =>
      p.late ? html`🔴 Janji sudah lewat, waktu baru ${p.at}` : html`⏰ Dijanjikan paling lambat ${p.at}`,
    answered: () => html`✉️ Sudah dibalas`,
    order: (p: { number: string; state: string }) => html`📦 ${bold(p.number)} · ${p.state}`,
    stand: (p: { word: string; start: string; remains: string; at: string }) =>
      html`Panel: ${p.word || '–'}${p.start ? ` · mulai ${p.start}` : ''}${p.remains ? ` · sisa ${p.remains}` : ''}${p.at ? ` · ${p.at}` : ''}`,
    line: (p: { who: string; text: string }) => html`${p.who}: ${p.text}`,
    who: { customer: '👤', bot: '🤖', seller: '🧑‍💼' },
    howTo: () => html`Balas pesan ini, atau tekan Balas.`,
    over: (p: { name: string; who: string }) =>
      html`🤖 Chat ${bold(p.name)} kembali ke bot${p.who ? ` · ${p.who}` : ''}`,
    answer: (p: { text: string }) => html`Jawaban: ${p.text}`,
    more: (p: { text: string; at: string }) => html`+ ${p.at}: ${p.text}`,
    remind: (p: Item & { at: string }) =>
      html`⏰ ${bold(p.item)} belum dijawab. Pelanggan dijanjikan jawaban paling lambat ${p.at}.`,
    late: (p: Item & { at: string }) =>
      html`🔴 ${bold(p.item)} lewat dari janji. Pelanggan sudah dimintai maaf dan diberi waktu baru: ${p.at}.`,
    admin: (p: Item & { shop: string; long: string }) =>
      html`🆘 Toko ${bold(p.shop)}: ${bold(p.item)} sudah ${p.long} lewat dari janji dan belum dijawab penjualnya.`,
    unreached: (p: { name: string }) =>
      html`⚠️ Pesan ke ${bold(p.name)} tidak sampai: bot diblokir pelanggan. Jawaban tidak terkirim.`,
    sent: (p: { name: string }) => html`✉️ Dikirim ke ${bold(p.name)}.`,
    ask: (p: { name: string; item: string }) =>
      html`Tulis balasan untuk ${bold(p.name)}${p.item ? html` (${bold(p.item)})` : ''}, dalam 15 menit. /batal untuk tidak jadi.`,
    unread: () => html`Tulis balasannya dengan kata, paling banyak 2.000 huruf.`,
    refill: {
      done: (p: { number: string }) => html`♻️ Refill ${bold(p.number)} selesai di panel.`,
      failed: (p: { number: string; why: string }) =>
        html`⚠️ Refill ${bold(p.number)} tidak dijalankan panel${p.why ? `: ${p.why}` : ''}. Pelanggan sudah diberi tahu.`,
      unknown: (p: { number: string }) =>
        html`❓ Refill ${bold(p.number)}: jawaban panel tidak terbaca. Tidak diminta ulang sendiri; cek di panel, lalu beri tahu pelanggan.`,
    },
    refused: {
      needsMessage: html`Pelanggan belum dijawab. Kirim pesan dulu: tekan Balas atau salah satu jawaban.`,
      noMoneyBack: html`Belum ada uang yang kembali ke saldo pelanggan ini. Kembalikan dulu (tombol pesanan atau saldo pelanggan di dasbor), lalu tekan lagi.`,
      noOrder: html`Item ini tidak punya pesanan.`,
      lettersWaiting: html`Terlalu banyak pesan yang belum terkirim. Tunggu sebentar.`,
      text: html`Tulis balasannya dengan kata, paling banyak 2.000 huruf.`,
      refillUnder: html`Refill pesanan ini masih berjalan di panel.`,
      refillAsking: html`Panel sedang ditanya untuk refill ini. Coba lagi sebentar lagi.`,
      refillLate: html`Masa garansi pesanan ini sudah lewat.`,
      refillState: html`Pesanan ini belum selesai, jadi belum bisa direfill.`,
      refillRefused: html`Panel menolak refill pesanan ini. Jawab pelanggan dengan cara lain.`,
      refillUnknown: html`Jawaban panel tidak terbaca: refill mungkin sudah tercatat. Cek di panel dulu.`,
      panelSilent: html`Panel tidak bisa dihubungi. Coba lagi nanti.`,
    },
    buttons: {
      reply: '✏️ Balas',
      handBack: '🤖 Kembalikan ke bot',
      chat: '💬 Lihat chat',
      passed: '➡️ Sudah diteruskan',
      refill: '♻️ Refill diminta',
      normal: '✅ Sudah normal',
      saldo: '💰 Uang kembali ke saldo',
    },
  },
}
