// Indonesian: greeting, lists, categories, and what a product is.
import { bold, html } from '../html.ts'
import type { Tone } from '../tone.ts'

type Priced = { price: string; of: string }

const lifeOf = (days: number): string => (days >= 3650 ? 'seumur layanan' : `${days} hari`)

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
  lastPrice: (_t: Tone, p: { now: string; was: string }) =>
    html`Harga hari ini ${bold(p.now)} (waktu itu ${p.was})`,
  /** What was understood, in the order of the language. */
  wish: (p: { quantity: string; kind: string; platform: string; prefer: string }): string[] => [
    p.quantity,
    p.kind,
    p.platform,
    p.prefer,
  ],
  wishHeader: (t: Tone, p: { what: string }) =>
    t.akrab ? html`Buat ${bold(p.what)}:` : html`Untuk ${bold(p.what)}:`,
  budgetHeader: (_t: Tone, p: { what: string; budget: string }) =>
    html`Budget ${bold(p.budget)}${p.what ? html`, ${p.what}` : ''}:`,
  windowHeader: (t: Tone) => (t.akrab ? html`Ini produk pilihan kita${t.kak}:` : html`Produk pilihan kami:`),
  listHeader: (t: Tone) => html`Ini yang ada${t.kak}:`,
  anew: {
    link: (t: Tone) =>
      html`Link-nya sudah ${t.aku} catat${t.kak}. ${t.akrab ? 'Tinggal pilih produknya' : 'Silakan pilih produknya'}:`,
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
  buys: (_t: Tone, p: { quantity: string; min: string }) => `dapat ${p.quantity} · min ${p.min}`,
  tooDear: (_t: Tone, p: { min: string; price: string }) => `minimal ${p.min} = ${p.price}`,
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
  pickOne: (t: Tone, p: { mid: number }) =>
    t.akrab
      ? html`Mau pesan yang ini? Tekan atau tulis: ${p.mid}`
      : html`Untuk memesan, tekan atau tulis: ${p.mid}`,
  facts: {
    price: (_t: Tone, p: Priced) => html`Harga ${p.of}: ${bold(p.price)}`,
    unit: (_t: Tone, p: Priced & { min: string; minPrice: string }) =>
      html`Harga: ${bold(p.price)}/${p.of}, minimal ${p.min} = ${p.minPrice}`,
    package: (_t: Tone, p: { price: string }) => html`Harga: ${bold(p.price)} per paket`,
    under: (_t: Tone, p: { asked: string; min: string; price: string }) =>
      html`${p.asked} masih di bawah minimal. Minimal ${p.min}: ${bold(p.price)}`,
    over: (_t: Tone, p: { asked: string; max: string; price: string }) =>
      html`${p.asked} melewati batas sekali pesan. Maksimal ${p.max}: ${bold(p.price)}`,
    most: (_t: Tone, p: { quantity: string; price: string }) =>
      html`Sekali bayar maksimal Rp10 juta, jadi paling banyak ${p.quantity} (${p.price})`,
    within: (_t: Tone, p: { budget: string; quantity: string; price: string }) =>
      html`${p.budget} dapat ${bold(p.quantity)} (${p.price})`,
    notWithin: (_t: Tone, p: { budget: string; min: string; price: string }) =>
      html`${p.budget} belum cukup: minimal ${p.min} = ${p.price}`,
    min: (_t: Tone, p: { min: string; price: string }) => html`Minimal: ${bold(p.min)} (${p.price})`,
    max: (_t: Tone, p: { max: string }) => html`Maksimal: ${bold(p.max)} sekali pesan`,
    guarantee: (_t: Tone, p: { days: number; way: 'button' | 'admin' }) =>
      html`Garansi: ${lifeOf(p.days)} (klaim lewat ${p.way === 'button' ? 'tombol' : 'admin'})`,
    noGuarantee: () => html`Garansi: tidak ada`,
    time: (_t: Tone, p: { time: string; orders: string }) =>
      html`Waktu: biasanya sekitar ${bold(p.time)} (dari ${p.orders} pesanan terakhir di sini)`,
    noTime: () =>
      html`Waktu: pesanan di sini belum cukup banyak untuk jadi patokan, jadi belum bisa dijanjikan`,
    dripfeed: () => html`Kirim bertahap (dripfeed): belum bisa, pesanan dikirim sekaligus`,
  },
  compared: {
    header: (_t: Tone, p: { of: string }) =>
      p.of ? html`Perbandingan untuk ${bold(p.of)}:` : html`Perbandingan:`,
    limits: (p: { min: string; max: string }) => `min ${p.min}, maks ${p.max}`,
    time: (p: { time: string; orders: string }) => `biasanya sekitar ${p.time} (${p.orders} pesanan)`,
    noTime: () => 'waktu: belum cukup data',
    cheaper: (_t: Tone, p: { mid: number; by: string }) =>
      html`Dari harganya, ${bold(p.mid)} lebih murah${p.by ? ` (selisih ${p.by})` : ''}.`,
  },
  claim: (_t: Tone, p: { days: number; way: 'button' | 'admin' }) =>
    html`garansi ${lifeOf(p.days)} (klaim lewat ${p.way === 'button' ? 'tombol' : 'admin'})`,
  noClaim: () => html`tanpa garansi`,
  cheapest: () => html`💡 Paling murah:`,
}
