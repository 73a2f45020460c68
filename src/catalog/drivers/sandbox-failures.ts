// Every failure of the practice panel, on request: a word in the link or in a comment chooses it.
// The same table feeds the driver, the dashboard and the README.
import type { RefusalReason } from '../../model/service.ts'

/** What the practice panel does with an order that carries the word. */
export type SandboxEffect =
  | { on: 'add'; refuse: RefusalReason; says: string; forMs?: number }
  | { on: 'add'; answer: 'lost'; taken: boolean }
  | { on: 'add'; answer: 'neverLeft' }
  | { on: 'run'; run: 'slow' | 'partial' | 'canceled' | 'failed' | 'silent' | 'oddWord' }

export type SandboxFailure = {
  /** As it can stand in a user name; `-`, `.` or a blank do as well where they may stand. */
  word: string
  /** What the seller sees happen. */
  meaning: { id: string; en: string }
  effect: SandboxEffect
}

const MINUTE = 60_000

export const SANDBOX_FAILURES: readonly SandboxFailure[] = [
  {
    word: 'gagal_link',
    meaning: { id: 'ditolak: link salah', en: 'refused: bad link' },
    effect: { on: 'add', refuse: 'link', says: 'Bad link' },
  },
  {
    word: 'akun_privat',
    meaning: { id: 'ditolak: akun private', en: 'refused: the account is private' },
    effect: { on: 'add', refuse: 'private', says: 'Account is private' },
  },
  {
    word: 'gagal_jumlah',
    meaning: { id: 'ditolak: jumlah tidak sesuai', en: 'refused: quantity' },
    effect: { on: 'add', refuse: 'quantity', says: 'Quantity less than minimal 5000' },
  },
  {
    word: 'gagal_layanan',
    meaning: { id: 'ditolak: layanan tidak aktif', en: 'refused: service not active' },
    effect: { on: 'add', refuse: 'service', says: 'Service Not Active' },
  },
  {
    word: 'gagal_komentar',
    meaning: { id: 'ditolak: komentar', en: 'refused: comments' },
    effect: { on: 'add', refuse: 'comments', says: 'neworder.error.comment' },
  },
  {
    word: 'gagal_saldo',
    meaning: { id: 'ditolak: saldo panel selalu kurang', en: 'refused: panel balance always too low' },
    effect: { on: 'add', refuse: 'funds', says: 'Not enough funds on balance' },
  },
  {
    word: 'tunggu_saldo',
    meaning: { id: 'saldo panel kurang selama satu menit', en: 'panel balance too low for one minute' },
    effect: { on: 'add', refuse: 'funds', says: 'Not enough funds on balance', forMs: MINUTE },
  },
  {
    word: 'aktif',
    meaning: {
      id: 'selama satu menit masih ada pesanan aktif dengan link ini',
      en: 'for one minute an order with this link is still active',
    },
    effect: {
      on: 'add',
      refuse: 'activeOrder',
      says: 'You have active order with this link. Please wait until order being completed.',
      forMs: MINUTE,
    },
  },
  {
    word: 'terlalu_cepat',
    meaning: { id: 'selama satu menit panel minta jeda', en: 'for one minute the panel asks to slow down' },
    effect: { on: 'add', refuse: 'throttled', says: 'Spam protection, wait 7 seconds', forMs: MINUTE },
  },
  {
    word: 'gagal_kunci',
    meaning: { id: 'ditolak: API key salah', en: 'refused: wrong API key' },
    effect: { on: 'add', refuse: 'auth', says: 'Invalid API key' },
  },
  {
    word: 'gagal_lain',
    meaning: { id: 'ditolak: alasan lain', en: 'refused: another reason' },
    effect: { on: 'add', refuse: 'other', says: 'Incorrect action' },
  },
  {
    word: 'hilang',
    meaning: {
      id: 'pesanan diterima panel, tetapi jawabannya tidak pernah sampai',
      en: 'the panel takes the order, its answer never arrives',
    },
    effect: { on: 'add', answer: 'lost', taken: true },
  },
  {
    word: 'habis_waktu',
    meaning: {
      id: 'tidak ada jawaban, dan pesanan tidak diterima panel',
      en: 'no answer, and the panel did not take the order',
    },
    effect: { on: 'add', answer: 'lost', taken: false },
  },
  {
    word: 'putus',
    meaning: { id: 'panel tidak dapat dihubungi sama sekali', en: 'the panel cannot be reached at all' },
    effect: { on: 'add', answer: 'neverLeft' },
  },
  {
    word: 'lambat',
    meaning: { id: 'pengiriman lambat, sekitar 15 menit', en: 'slow delivery, about 15 minutes' },
    effect: { on: 'run', run: 'slow' },
  },
  {
    word: 'sebagian',
    meaning: {
      id: 'berhenti pada 60 %, sisanya dikembalikan panel',
      en: 'stops at 60 %, the panel refunds the rest',
    },
    effect: { on: 'run', run: 'partial' },
  },
  {
    word: 'batal_panel',
    meaning: {
      id: 'dibatalkan panel sesudah setengah menit',
      en: 'canceled by the panel after half a minute',
    },
    effect: { on: 'run', run: 'canceled' },
  },
  {
    word: 'rusak_panel',
    meaning: { id: 'panel menandai pesanan gagal', en: 'the panel marks the order as failed' },
    effect: { on: 'run', run: 'failed' },
  },
  {
    word: 'diam',
    meaning: { id: 'panel tidak pernah menjawab soal status', en: 'the panel never tells a status' },
    effect: { on: 'run', run: 'silent' },
  },
  {
    word: 'kata_aneh',
    meaning: {
      id: 'panel memakai kata status yang tidak dikenal',
      en: 'the panel uses an unknown status word',
    },
    effect: { on: 'run', run: 'oddWord' },
  },
]

/** The first failure of the table whose word stands, as a word of its own, in one of the texts. */
export const failureIn = (texts: readonly string[]): SandboxFailure | undefined => {
  const said = texts.map((text) => `_${text.toLowerCase().replace(/[^a-z0-9]+/g, '_')}_`)
  return SANDBOX_FAILURES.find(({ word }) => said.some((text) => text.includes(`_${word}_`)))
}
