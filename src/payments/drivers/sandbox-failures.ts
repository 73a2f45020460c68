// Every failure of practice QRIS, on request: a bill of exactly this sum meets it. The same table feeds the driver, the dashboard and
// the README. A sum is chosen by the quantity, or by a price set by hand.
import type { Rupiah } from '../../lib/brand.ts'

export type BillFailure = {
  amount: Rupiah
  effect: 'lost' | 'refused' | 'badQr' | 'otherSum' | 'late'
  /** What the seller sees happen. */
  meaning: { id: string; en: string }
}

export const SANDBOX_BILL_FAILURES: readonly BillFailure[] = [
  {
    amount: 11_100,
    effect: 'lost',
    meaning: {
      id: 'tagihan dibuat, tetapi jawaban pertama tidak pernah sampai',
      en: 'the bill is made, but the first answer never arrives',
    },
  },
  {
    amount: 22_200,
    effect: 'refused',
    meaning: { id: 'ditolak: saluran QRIS belum aktif', en: 'refused: the QRIS channel is not active' },
  },
  {
    amount: 33_300,
    effect: 'badQr',
    meaning: {
      id: 'QR berisi jumlah lain, jadi tidak pernah ditampilkan',
      en: 'the QR holds another sum, so it is never shown',
    },
  },
  {
    amount: 44_400,
    effect: 'otherSum',
    meaning: {
      id: 'pembeli membayar Rp1.000 lebih sedikit',
      en: 'the customer pays Rp1,000 less',
    },
  },
  {
    amount: 55_500,
    effect: 'late',
    meaning: {
      id: 'masih bisa dibayar sesudah kedaluwarsa',
      en: 'can still be paid after it has expired',
    },
  },
]

export const billFailure = (amount: Rupiah): BillFailure['effect'] | undefined =>
  SANDBOX_BILL_FAILURES.find((failure) => failure.amount === amount)?.effect
