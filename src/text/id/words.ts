// Indonesian: the words for platforms, kinds, wishes, links, states and buttons.

import type { LinkKind, RefusalReason } from '../../model/service.ts'
import type { OrderState } from '../../model/state.ts'
import type { Prefer } from '../../model/understanding.ts'
import type { Kind, Platform } from '../../model/vocabulary.ts'
import { type Html, html } from '../html.ts'
import type { Tone } from '../tone.ts'

export const platforms: Record<Platform, string> = {
  instagram: 'Instagram',
  tiktok: 'TikTok',
  youtube: 'YouTube',
  facebook: 'Facebook',
  telegram: 'Telegram',
  twitter: 'X (Twitter)',
  threads: 'Threads',
  spotify: 'Spotify',
  shopee: 'Shopee',
  website: 'Website',
  linkedin: 'LinkedIn',
  google: 'Google',
  whatsapp: 'WhatsApp',
  other: 'Lainnya',
}

/** As people write them in a sentence. */
export const shortPlatforms: Record<Platform, string> = {
  ...platforms,
  instagram: 'IG',
  youtube: 'YT',
  facebook: 'FB',
  twitter: 'X',
  whatsapp: 'WA',
  other: '',
}

export const kinds: Record<Kind, string> = {
  followers: 'followers',
  likes: 'likes',
  views: 'views',
  story_views: 'story views',
  live_views: 'penonton live',
  impressions: 'impressions',
  saves: 'saves',
  shares: 'shares',
  comments: 'komentar',
  subscribers: 'subscriber',
  watch_time: 'jam tayang',
  members: 'member',
  reactions: 'reaksi',
  retweets: 'retweet',
  plays: 'plays',
  traffic: 'pengunjung',
  dislikes: 'dislike',
  reviews: 'ulasan',
  other: '',
}

export const prefers: Record<Prefer, string> = {
  cheapest: 'termurah',
  refill: 'bergaransi',
  indonesia: 'Indonesia',
  lifetime: 'garansi seumur hidup',
  custom: 'tulisan sendiri',
  random: 'acak',
  shorts: 'Shorts',
  premium: 'premium',
  page: 'halaman',
  profile: 'profil',
  post: 'postingan',
  no_bot: 'bukan bot',
  fast: 'cepat',
  other: '',
}

export const linkKinds: Record<LinkKind, string> = {
  profile: 'profil',
  post: 'postingan',
  video: 'video/reel',
  channel: 'channel/grup',
  page: 'halaman',
  website: 'situs',
  any: 'target',
}

export const states: Record<OrderState, string> = {
  quoted: 'menunggu persetujuan',
  billing: 'QRIS sedang disiapkan',
  awaitingPayment: 'menunggu pembayaran',
  lapsed: 'kedaluwarsa, jangan dibayar',
  withdrawn: 'dibatalkan, jangan dibayar',
  paid: 'sudah dibayar, diteruskan ke server',
  waiting: 'antre',
  submitting: 'sedang dikirim ke server',
  unknown: 'sedang dicek di server',
  held: 'ditahan, menunggu keputusan',
  submitted: 'sedang diproses',
  completed: 'selesai',
  partial: 'selesai sebagian',
  stoppedByPanel: 'dihentikan server',
  closed: 'ditutup',
}

export const reasons: Record<RefusalReason, (t: Tone) => Html> = {
  link: (t) => html`link-nya ${t.nggak} bisa diproses server`,
  private: () => html`akun atau postingannya masih privat, atau belum bisa dibuka`,
  quantity: (t) => html`jumlahnya ${t.nggak} diterima untuk produk ini`,
  service: () => html`produk ini sedang tidak tersedia`,
  funds: () => html`server sedang penuh`,
  activeOrder: () => html`masih ada pesanan lain yang berjalan di target yang sama`,
  comments: (t) => html`isi komentarnya ${t.nggak} diterima`,
  auth: () => html`server sedang gangguan`,
  throttled: () => html`server sedang sibuk`,
  other: (t) => html`server ${t.nggak} menerima pesanan ini`,
}

export const buttons = {
  more: 'Lainnya ▸',
  categories: 'Kategori',
  ask: 'Tanya',
  products: '🛒 Lihat produk',
  pay: (sum: string) => `✅ Bayar ${sum}`,
  payPractice: 'Bayar (latihan)',
  payBySaldo: '✅ Bayar pakai saldo',
  changeQuantity: 'Ubah jumlah',
  changeComments: 'Ubah komentar',
  changeLink: 'Ganti link',
  cancel: 'Batal',
  checkPayment: '🔄 Cek pembayaran',
  checkAgain: '🔄 Cek lagi',
  edit: '✏️ Ubah',
  withdraw: '✖️ Batal',
  admin: '💬 Admin',
  status: '🔄 Cek status',
  again: 'Pesan lagi',
  problem: 'Ada masalah',
  wait: 'Tunggu',
  otherProduct: 'Ganti produk',
  toSaldo: 'Kembalikan ke saldo',
  goOn: 'Lanjut pakai produk lain',
  keep: 'Simpan',
  toWallet: 'Minta ke e-wallet',
  sameAgain: (price: string) => `🔁 Pesan lagi · ${price}`,
  similar: '🔁 Pesan yang mirip',
  claim: '✅ Sudah bayar',
  repeat: 'Ulangi',
  saldo: '💰 Saldo',
  topup: '➕ Isi saldo',
  takeOut: '💸 Tarik',
  takeOutYes: '✅ Ya, tarik',
  all: (sum: string) => `Semua · ${sum}`,
  indonesian: '🇮🇩 Indonesia',
  english: '🇬🇧 English',
}
