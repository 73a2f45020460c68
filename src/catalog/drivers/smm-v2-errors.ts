// The two vocabularies in which v2 panels say no, sentences and keys, as one table. What is not in it is nobody's refusal:
// the caller must treat it as unknown. The same table serves every action.
import type { RefusalReason } from '../../model/service.ts'

/** A panel's error in our words. `ip`, `order` and `refill` are no refusal of an order; the driver decides what they mean. */
export type ErrorClass = RefusalReason | 'ip' | 'order' | 'refill'

type Row = { means: ErrorClass; sentences: readonly RegExp[]; keys?: readonly string[] }

/** Sentences are compared in lower case, single-spaced, without a leading "error:" and a final full stop. First match wins. */
const ERRORS: readonly Row[] = [
  {
    means: 'ip',
    sentences: [
      /\bip\b.*(tidak diizinkan|tidak terdaftar|not (allowed|whitelisted|permitted))/,
      /^ip (address )?(is )?(blocked|banned)/,
    ],
  },
  {
    means: 'auth',
    sentences: [
      /^(invalid|wrong|incorrect) api[ _-]?(key|token)/,
      /^api[ _-]?key (should not be empty|is (invalid|wrong|required|missing|empty)|salah|tidak valid)/,
      /^incorrect request$/,
      /^user_inactive$/,
      /^(your |this )?account (is |has been |was )?(suspended|inactive|disabled|banned|blocked)/,
      /^(the |your )?api is disabled/,
      /^(unauthenticated|unauthorized)$/,
    ],
  },
  {
    means: 'other',
    sentences: [
      /^(incorrect|invalid) action$/,
      /^unknown action( specified)?$/,
      /^this action is invalid$/,
      /^permintaan tidak sesuai$/,
    ],
  },
  {
    means: 'activeOrder',
    sentences: [
      /^you have (an )?active order with this link/,
      /^(an )?active order with this link already exists/,
      /^masih ada pesanan (aktif )?dengan (link|target) yang sama/,
    ],
    keys: ['neworder.error.link_duplicate'],
  },
  {
    means: 'service',
    sentences: [
      /^(incorrect|invalid|wrong) service( id)?$/,
      /^service (id )?(is )?(not (active|found|available)|inactive|disabled)$/,
      /^service (id )?(does not|doesn't) exists?$/,
      /^layanan tidak (ditemukan|tersedia|aktif)$/,
    ],
    keys: [
      'error.incorrect_service_id',
      'neworder.error.service_not_found',
      'neworder.error.service_inactive',
    ],
  },
  {
    means: 'private',
    sentences: [/^(the |this |your )?(account|profile|user) is private/, /^akun (ini )?(di)?privat/],
  },
  {
    means: 'link',
    sentences: [
      /^(bad|invalid|wrong|incorrect) (link|url)\b/,
      /^(the )?link is (wrong|invalid|incorrect|not valid|required)/,
      /^(link|target) (tidak valid|salah)/,
    ],
    keys: ['neworder.error.link', 'neworder.error.invalid_link', 'neworder.error.link_not_found'],
  },
  {
    means: 'comments',
    sentences: [
      /^(bad|invalid|incorrect) comments?\b/,
      /^comments? (should not be empty|is required|are required)/,
    ],
    keys: ['neworder.error.comment', 'neworder.error.comments'],
  },
  {
    means: 'quantity',
    sentences: [
      /^quantity (less|more) than (minimal|minimum|maximal|maximum)/,
      /^quantity must (to )?be (greater|less|between|at least)/,
      /^quantity should be within/,
      /^(invalid|incorrect|bad|wrong) quantity/,
      /^not enough quantity/,
      /^jumlah pesan(an)? tidak sesuai/,
    ],
    keys: ['neworder.error.min_quantity', 'neworder.error.max_quantity', 'neworder.error.quantity'],
  },
  {
    means: 'funds',
    sentences: [
      /^(you do not have |you don't have |not )enough (funds|balance|money)/,
      /^(you have )?insuff[a-z]*c[a-z]*ent (funds?|balance)/,
      /^saldo( anda)? (tidak (cukup|mencukupi)|kurang)/,
    ],
    keys: ['neworder.error.not_enough_funds', 'neworder.error.insufficient_balance'],
  },
  {
    means: 'order',
    sentences: [
      /^(incorrect|invalid|wrong) order( id)?$/,
      /^order (id )?not found/,
      /^pesanan tidak ditemukan/,
    ],
  },
  {
    means: 'refill',
    sentences: [
      /^incorrect refill id/,
      /^refill not found/,
      /^order not eligible for refill/,
      /^refill is disabled/,
    ],
  },
  {
    means: 'throttled',
    sentences: [/^spam protection/, /^too many (requests|attempts)/, /^rate limit (exceeded|reached)/],
  },
]

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^error ?: ?/, '')
    .replace(/[.!]+$/, '')

/** What the panel's sentence or key means, or `undefined` for a text that nobody has seen yet. */
export const classify = (text: string): ErrorClass | undefined => {
  const said = plain(text)
  return ERRORS.find(
    (row) => row.keys?.includes(said) || row.sentences.some((sentence) => sentence.test(said)),
  )?.means
}
