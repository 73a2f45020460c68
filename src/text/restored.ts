// What the seller is asked to look at after a copy was put back: money that may have been given by hand in the time that is lost.
import type { Rupiah } from '../lib/brand.ts'
import { formatRupiah } from '../lib/money.ts'
import type { Language } from '../model/dialogue.ts'

type Words = {
  withdrawal(amount: Rupiah, to: string): string
  refund(amount: Rupiah, number: string): string
  stray(number: string): string
}

const id: Words = {
  withdrawal: (amount, to) =>
    `Salinan dipulihkan. Cek dulu apakah penarikan ${formatRupiah(amount)} ke ${to} sudah ditransfer.`,
  refund: (amount, number) =>
    `Salinan dipulihkan. Cek dulu apakah ${formatRupiah(amount)} dari pesanan ${number} sudah dikembalikan.`,
  stray: (number) => `Salinan dipulihkan. Cek dulu apakah uang dari isi saldo ${number} sudah dikembalikan.`,
}

const en: Words = {
  withdrawal: (amount, to) =>
    `A copy was put back. Check first whether the withdrawal of ${formatRupiah(amount)} to ${to} was transferred already.`,
  refund: (amount, number) =>
    `A copy was put back. Check first whether ${formatRupiah(amount)} of order ${number} was given back already.`,
  stray: (number) =>
    `A copy was put back. Check first whether the money of top-up ${number} was given back already.`,
}

export const restoredWords = (language: Language): Words => (language === 'id' ? id : en)
