// The commands beside the typing field, in both languages.
import type { Menu } from '../telegram/token.ts'

const menu = (...rows: [command: string, description: string][]): Menu =>
  rows.map(([command, description]) => ({ command, description }))

export const MENUS: Record<'id' | 'en', Menu> = {
  id: menu(
    ['produk', 'Daftar produk'],
    ['pesan', 'Mulai pesan'],
    ['riwayat', 'Pesanan saya'],
    ['status', 'Status pesanan'],
    ['tagihan', 'Tagihan yang belum dibayar'],
    ['saldo', 'Saldo saya'],
    ['deposit', 'Isi saldo'],
    ['tarik', 'Tarik saldo'],
    ['batal', 'Batalkan'],
    ['bantuan', 'Cara pakai'],
    ['bahasa', 'Ganti bahasa'],
    ['snk', 'Syarat dan ketentuan'],
    ['privasi', 'Privasi'],
  ),
  en: menu(
    ['products', 'Products'],
    ['order', 'Start an order'],
    ['history', 'My orders'],
    ['status', 'How an order stands'],
    ['bills', 'Open bills'],
    ['balance', 'My balance'],
    ['deposit', 'Top up the balance'],
    ['withdraw', 'Withdraw from the balance'],
    ['cancel', 'Cancel'],
    ['help', 'How it works'],
    ['language', 'Change language'],
    ['terms', 'Terms'],
    ['privacy', 'Privacy'],
  ),
}
