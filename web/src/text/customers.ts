// Customers of a shop.
import { speak } from './index.ts'

const id = {
  hint: 'Yang terakhir terlihat di atas, paling banyak 200.',
  empty: 'Belum ada pelanggan.',
  search: 'Cari nama atau username',
  blocked: 'diblokir',
  block: 'Blokir',
  unblock: 'Buka blokir',
  blockTitle: 'Blokir pelanggan?',
  blockText: (name: string) =>
    `${name} tidak bisa memesan lagi. Pesanan yang berjalan dan saldonya tetap ada.`,
  saldo: 'Saldo',
  since: 'sejak',
  seen: 'terlihat',
  orders: 'Pesanannya',
  none: 'Tidak ada yang cocok.',
  preview: 'chat preview',
}
const en: typeof id = {
  hint: 'Last seen first, at most 200.',
  empty: 'No customers yet.',
  search: 'Search name or username',
  blocked: 'blocked',
  block: 'Block',
  unblock: 'Unblock',
  blockTitle: 'Block this customer?',
  blockText: (name) => `${name} can't order any more. Orders under way and the saldo stay.`,
  saldo: 'Saldo',
  since: 'since',
  seen: 'seen',
  orders: 'Orders',
  none: 'Nobody fits.',
  preview: 'chat preview',
}
export const words = speak(id, en)
