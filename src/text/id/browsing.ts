// Indonesian: greeting, lists, categories, and what a product is.
import { bold, type Html, html } from '../html.ts'
import type { Tone } from '../tone.ts'

type Priced = { price: string; of: string }

export const browsing = {
  hello: (t: Tone, p: { name: string; shop: string }) =>
    t.akrab
      ? html`Halo${p.name ? html` ${p.name}` : ' kak'}! 👋 Selamat datang di ${bold(p.shop)}.`
      : html`Selamat datang${p.name ? html`, ${p.name}` : ''}, di ${bold(p.shop)}.`,
  offer: (t: Tone) =>
    t.akrab
      ? html`Di sini kamu bisa beli followers, likes, views, dan lainnya. Tulis aja maunya apa, misalnya “mau 1000 followers ig”.`
      : html`Anda dapat memesan followers, likes, views, dan lainnya. Silakan tulis kebutuhan Anda, misalnya “1000 followers ig”.`,
  lastOrder: (t: Tone, p: { number: string; name: string; state: string }) =>
    html`Pesanan terakhir${t.mu}: ${bold(p.number)} · ${p.name} · ${p.state}`,
  wishHeader: (t: Tone, p: { what: string }) =>
    t.akrab ? html`Buat ${bold(p.what)}:` : html`Untuk ${bold(p.what)}:`,
  budgetHeader: (_t: Tone, p: { what: string; budget: string }) =>
    html`Budget ${bold(p.budget)}${p.what ? html`, ${p.what}` : ''}:`,
  windowHeader: (t: Tone) => (t.akrab ? html`Ini produk pilihan kita${t.kak}:` : html`Produk pilihan kami:`),
  listHeader: (t: Tone) => html`Ini yang ada${t.kak}:`,
  anew: {
    old: (t: Tone) => html`Daftar tadi sudah lama${t.kak}, ini yang terbaru.`,
    changed: (t: Tone) => html`Daftarnya sudah berubah${t.kak}, ini yang terbaru.`,
  },
  pick: (t: Tone, p: { mid: number }) =>
    t.akrab
      ? html`Silakan pilih ID produk (mid) yang kamu mau, contoh: ${p.mid}`
      : html`Silakan pilih ID produk (mid) yang Anda inginkan, contoh: ${p.mid}`,
  guaranteeMark: (_t: Tone, p: { days: number }) => (p.days >= 3650 ? ' ♻️∞' : ` ♻️${p.days}h`),
  perUnits: (_t: Tone, p: Priced) => `${p.price}/${p.of}`,
  perPackage: (_t: Tone, p: { price: string }) => `${p.price} · per paket`,
  least: (_t: Tone, p: { min: string }) => `min ${p.min}`,
  leastPriced: (_t: Tone, p: { min: string; price: string }) => `min ${p.min} = ${p.price}`,
  nothing: (t: Tone, p: { what: string }) =>
    t.akrab
      ? html`Belum jual itu kak${p.what ? html` (${p.what})` : ''}. Sudah aku catat buat admin ya.`
      : html`Mohon maaf, kami belum menjual itu${p.what ? html` (${p.what})` : ''}. Permintaan Anda sudah kami catat.`,
  nearest: () => html`Yang paling dekat, tapi beda:`,
  noMore: (t: Tone) => html`Sudah itu semua${t.kak}. ${t.mau} lihat kategori lain?`,
  categories: (t: Tone) => html`Pilih kategorinya${t.ya}${t.kak}:`,
  unknownMid: (t: Tone, p: { mid: number }) =>
    html`Produk dengan ID ${bold(p.mid)} ${t.nggak} ada${t.kak}. Pilih dari daftar ${t.aja}, atau tulis ${t.akrab ? 'maunya apa' : 'kebutuhan Anda'}.`,
  chosen: (_t: Tone, p: { mid: number; name: string }) => html`Oke, ID ${p.mid}: ${bold(p.name)}`,
  soldOut: (t: Tone) => html`Maaf${t.kak}, belum ada produk yang dijual saat ini. Coba lagi nanti${t.ya}.`,
  facts: {
    price: (_t: Tone, p: Priced) => html`Harga: ${p.price} untuk ${p.of}`,
    package: (_t: Tone, p: { price: string }) => html`Harga: ${p.price} per paket`,
    min: (_t: Tone, p: { min: string; price: string }) => html`Minimal: ${p.min} (${p.price})`,
    max: (_t: Tone, p: { max: string }) => html`Maksimal: ${p.max}`,
    guarantee: (_t: Tone, p: { claim: Html }) => html`Garansi: ${p.claim}`,
    noGuarantee: () => html`Garansi: tidak ada`,
    speed: (_t: Tone, p: { perDay: string }) =>
      html`Kecepatan: sekitar ${p.perDay} per hari, bisa lebih lambat`,
    noSpeed: () => html`Kecepatan: belum cukup data untuk dijanjikan`,
    dripfeed: (t: Tone) => html`Kirim bertahap (dripfeed): ${t.nggak} bisa di sini`,
  },
  claim: (_t: Tone, p: { days: number; way: 'button' | 'admin' }) => {
    const life = p.days >= 3650 ? 'seumur layanan' : `${p.days} hari`
    return html`garansi ${life} (klaim lewat ${p.way === 'button' ? 'tombol' : 'admin'})`
  },
  noClaim: () => html`tanpa garansi`,
  cheapest: () => html`💡 Paling murah di daftar ini:`,
}
