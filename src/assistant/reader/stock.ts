// What an account has, or shall have, is told: "followersku 1200 sekarang", "sekarang 500 mau jadi 1500". None of these numbers is what
// is ordered.
import type { Piece } from './pieces.ts'
import type { Said } from './said.ts'

/** Something is ordered, or stands for the account: "1000 buat akunku". */
const ORDERS =
  /\b(?:beli|pesan|order|tambah|nambah|butuh|cari|untuk|kirim|saja|deh|make)\b|\bmau (?!jadi\b)|^jadi #$/
const FROM_TO =
  /\b(?:dari|sekarang|ada|punya|awal\S*|followers|subscribers|members|likes|views)\b(?: \S+){0,2} #(?: \S+){0,2} (?:jadi|ke|sampai|tembus|menjadi) (?:\S+ )?#/
const NOW_HAS =
  /\b(?:sekarang|saya|akun|followers|subscribers|members|channel|grup)(?: \S+)? (?:baru|sudah|masih|cuma|ada|punya|di|stuck)(?: (?:ada|punya|di|segini|sekitar|cuma|saja))* #|^(?:followers|subscribers|members|likes|views) saya (?:sekarang )?#|# sekarang$/
const OWNED =
  /\b(?:follow\w*|subs\w*|member|viewer|like|pengikut|akun|channel)(?:ku|q|gw)\b|\b(?:followers|subscribers|members|akun|channel) saya\b/iu
const STANDS = /\b(?:sekarang|baru|sudah|masih|cuma|tinggal|ada|punya|jadi)\b/

export const tellsHave = ({ line, folded, counts, asks }: Said): boolean => {
  if (counts.length === 0 || asks) return false
  if (FROM_TO.test(line)) return true
  if (ORDERS.test(line)) return false
  const owned = OWNED.test(folded) || OWNED.test(line)
  return (owned && STANDS.test(line)) || (counts.length === 1 && line !== '# sekarang' && NOW_HAS.test(line))
}

const HAS =
  /(?:\b(?:followers|subscribers|members|akun|channel|grup|saya|sekarang|instagram|tiktok|youtube)(?: saya)? (?:baru|masih)(?: (?:ada|punya|cuma|sekitar))?|\b(?:followers|subscribers|members)(?: \S+)? saya(?: (?:sekarang|sudah|cuma|ada))*|\b(?:sekarang|saat ini) (?:ada|punya|cuma|sudah))$/

/** "akunku baru 20 followers, bisa nambah 500?": the first is what there is. */
export const isHad = (pieces: Piece[], at: number): boolean => {
  const before = pieces.slice(Math.max(0, at - 5), at)
  const from = before.findLastIndex(({ sort }) => sort === 'break' || sort === 'number') + 1
  const led = before.slice(from)
  const words = led.map(({ text }) => text).join(' ')
  const owned = /^(?:follow|subs|member|pengikut)\p{L}*(?:ku|gw|gue)$/iu.test(led.at(-1)?.raw ?? '')
  return (
    (owned || HAS.test(words)) &&
    !/\b(?:beli|pesan|tambah|nambah|untuk|mau|naik\w*|tolong|isi|kirim|minta|cari|butuh|kasih)\b/.test(words)
  )
}
