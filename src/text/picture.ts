// The few words on the picture of a bill, in the letters that the picture has.
import type { Language } from '../model/dialogue.ts'

export type PictureWords = {
  title(number: string): string
  until(at: string): string
  receiver: string
  nmid: string
  number: string
  foot: string
  practice: string
  ended: Record<'paid' | 'lapsed' | 'withdrawn', { word: string; under: string; note: string }>
}

const id: PictureWords = {
  title: (number) => `Tagihan ${number}`,
  until: (at) => `Bayar sebelum ${at}`,
  receiver: 'Penerima:',
  nmid: 'NMID:',
  number: 'No. pesanan:',
  foot: 'Bayar lewat e-wallet atau m-banking apa saja yang menerima QRIS.',
  practice: 'Latihan: QR ini bukan tagihan sungguhan dan tidak bisa dibayar bank.',
  ended: {
    paid: { word: 'LUNAS', under: '', note: 'Terima kasih.' },
    lapsed: { word: 'KEDALUWARSA', under: 'jangan dibayar', note: 'Tagihan ini sudah tidak berlaku.' },
    withdrawn: { word: 'BATAL', under: 'jangan dibayar', note: 'Tagihan ini sudah tidak berlaku.' },
  },
}

const en: PictureWords = {
  title: (number) => `Bill ${number}`,
  until: (at) => `Pay before ${at}`,
  receiver: 'Recipient:',
  nmid: 'NMID:',
  number: 'Order number:',
  foot: 'Pay with any e-wallet or m-banking app that takes QRIS.',
  practice: 'Practice: this QR is no real bill and no bank can pay it.',
  ended: {
    paid: { word: 'PAID', under: '', note: 'Thank you.' },
    lapsed: { word: 'EXPIRED', under: 'do not pay', note: 'This bill is no longer valid.' },
    withdrawn: { word: 'CANCELLED', under: 'do not pay', note: 'This bill is no longer valid.' },
  },
}

export const pictureWords = (language: Language): PictureWords => (language === 'id' ? id : en)
