// A card waits for a yes or a no. Yes is only a plain one: a condition, a question, a "but" or another number makes it none.
import type { About, Understanding } from '../../model/understanding.ts'
import { ADDRESS, FILLER } from '../../model/words.ts'
import { answer, budgetOf, type Case, freeCounts, linkSlots, linksOf, quantityOf } from './case.ts'
import { changesField, changesProduct, namesOther } from './changes.ts'
import { halfOf, limitOf } from './limits.ts'
import { aboutsOf, asksGenerally, isQuestion } from './questions.ts'

const YES = new Set(
  'ya ok sip gas lanjut setuju benar boleh proses konfirmasi ayo siap fix deal sah cocok sesuai silakan silahkan yakin'.split(
    ' ',
  ),
)
/** What stands beside a yes without changing it. */
const WITH_YES = new Set(
  [
    'bayar beli pesan pesanan langsung semua data jumlah link total harga mau bikin buat buatkan tagihan qris kirim sudah sesuai saja',
    'segera cepat jadi mantap baik silakan silahkan minta tolong kasih deh akun target profil produk nya bismillah ambil order',
    'bismillah that looks good right correct it now is all fine great perfect pas siap',
  ]
    .join(' ')
    .split(' '),
)
/** Yes in deed though the word is missing: "bayar sekarang", "buat qrisnya". */
const DEEDS =
  /^(?:(?:mau|langsung|saya|kak|ya|tolong|minta) )*(?:bayar|beli|pesan|jadi)(?: (?:sekarang|langsung|saja|deh|kak|ya|dong|jadi))*$|^(?:jadi (?:beli|pesan|bayar))\b|^(?:(?:ya|ok|sip) )*mau(?: (?:kak|ya|deh|dong|lah|banget|mas|mbak|bang|min|gan))*$/
const QRIS =
  /^(?:(?:tolong|minta|mau|coba|ya|ok|lanjut) )*(?:kirim|buat|bikin|buatkan|minta)\b(?: \S+){0,2} qris\b(?! (?:mana|ulang|lagi))/
const NO_YES =
  /\b(?:tidak|jangan|bukan|belum|batal|kalau|tapi|nanti|tunggu|dulu|cuma|ganti|salah|kecuali|asal|semoga|mungkin|kayaknya|sepertinya|ragu|pikir|mikir|kurang|nego|diskon|mahal|besok|gratis|tanpa|anggap|kata|maksud|stop|jika|sebelum|setelah|apa|bagaimana|berapa|kapan|kenapa|mana|atau|bisa|eh)\b/
const THUMB = /^(?:👍|👌|✅|🆗|☑️?|✔️?|🙏|🏻|🏼|🏽|🏾|🏿|\s)+$/u

/** What the card asks for, as far as the prices here tell. */
const totalOf = ({ subject, context }: Case): number | undefined =>
  subject && context.quantity !== undefined
    ? Math.round((subject.price * context.quantity) / 1000)
    : undefined

/** "tambah 500", "kurangi 200": by how much, and not to how many. */
const BY =
  /\b(?:tambah|nambah|tambahin|kurangi|kurangin|diskon|kurang)\b(?! (?:\S+ )?(?:jadi|menjadi))(?: \S+)? #/

/** "oh gitu ya", "hmm iya juga", "yeah right": thinks aloud, or mocks. */
const MUSING = /^(?:o+h|hm+|wah|eh|halah|lah|ya gitu)\b/
/** Neither is "is that correct", nor "fix the link": what is right is asked, or shall be put right. */
const MOCKS =
  /\byeah,? right\b|\p{L}kah\b|^\s*(?:is|are|was)\s+(?:it|this|that|everything|all|the)\b|\b(?:fix|correct|benerin|benarin|benarkan|betulin|betulkan|perbaiki)\s+(?:the\s+|my\s+)?(?:link|jumlah|quantity|target|akun|account|username|total)/iu
/** "ya udah", "yo wes": gives in, and says nothing of money. */
export const RESIGNED = /^\s*(?:y|ya|yo)\s+(?:udah|sudah|dah|wes|wis|uwes|uwis)\b/iu
/** An "ok" after a sigh is none yet. */
const FAINT = ['ya', 'ok']

const muses = ({ line, folded, pieces }: Case['said']): boolean =>
  MOCKS.test(folded) ||
  (MUSING.test(line) &&
    !pieces.some(({ sort, text }) => sort === 'word' && !FAINT.includes(text) && YES.has(text)))

/** The name on the card, said once more. */
const isTheirs = (word: string, link: string | undefined): boolean =>
  word.length > 2 &&
  link !== undefined &&
  link
    .toLowerCase()
    .split(/[/@?=]+/)
    .includes(word)

const isYes = (one: Case): number => {
  const { said, context } = one
  if (THUMB.test(said.text.trim()) && /👍|👌|✅|🆗|☑|✔/u.test(said.text)) return 0.75
  if (
    said.asks ||
    NO_YES.test(said.line) ||
    said.strange.some((word) => !isTheirs(word, context.link)) ||
    muses(said)
  )
    return 0
  if (
    said.links.length + said.names.length > 0 &&
    linksOf(one, one.subject?.platform).some((link) => link !== context.link)
  )
    return 0
  if (
    said.counts.some(
      ({ value, role }) => role !== 'other' && value !== context.quantity && value !== totalOf(one),
    )
  )
    return 0
  if (said.order || said.phone || said.wishes.length > 0 || said.countries.length > 0) return 0
  const words = said.pieces.filter(({ sort }) => sort === 'word')
  // "besar" is one letter from "benar": a short word that was guessed is no yes.
  if (words.some(({ typo, raw, text }) => typo && (raw.length < 6 || !YES.has(text)))) return 0
  const plain = words.every(
    ({ text, raw }) =>
      YES.has(text) ||
      isTheirs(raw.toLowerCase(), context.link) ||
      WITH_YES.has(text) ||
      WITH_YES.has(raw.toLowerCase()) ||
      ADDRESS.has(text) ||
      FILLER.has(text),
  )
  if (!plain || /\bsudah (?:saya )?(?:bayar|transfer)\b/.test(said.line)) return 0
  if (words.some(({ text }) => YES.has(text) && !(text === 'proses' && words.length > 4))) return 0.95
  return DEEDS.test(said.line) || QRIS.test(said.bare) ? 0.85 : 0
}

const NO =
  /^skip\b|^(?:tidak|jangan|no|nope|ga|gak)(?: (?:kak|dulu|jadi|deh|ya|usah|mau|ah|dong|saja|min|gan|makasih|thanks|dah))*$|\btidak (?:jadi|mau|usah|setuju|deh)\b|\bjangan (?:jadi|dulu|dilanjut\w*|lanjut|proses|bayar)\b|^batal\b|\bbatal(?:kan|in)?\b|^mundur\b|^(?:tidak|jangan) sudah\b|\blupakan\b/
/** A no that stands whatever else is said: "ga jadi ah mahal". */
const NO_MORE =
  /\btidak usah(?: (?:deh|dong|kak|saja|ya))*$|^tidak$|^(?:lain kali|next time)\b|\bgak?jadi\b|\btidak jadi\b(?! (?:masalah|soal))|^(?:\S+ )?batal\b/
/** A limit taken, not named: "minimalnya aja". */
const LIMITED = /\b(?:saja|jadi|deh|dulu|ganti|sesuai|pakai|mau|yang|nya)\b/
const LATER = /\b(?:nanti|tunggu|besok|pikir|mikir|bentar)\b|\bdulu\b/

const aboutSubject = ({ subject }: Case, about: About, sure: number): Understanding =>
  answer('ask_product', sure, { about, ...(subject ? { mids: [subject.mid] } : {}) })

/** Another quantity or link than the card's. */
const onNewValue = (one: Case): Understanding | null => {
  const { said, context } = one
  const fresh = freeCounts(one).filter(({ value }) => value !== context.quantity && value !== totalOf(one))
  const { value, torn } = quantityOf(one, fresh)
  const links = linksOf(one, one.subject?.platform).filter((link) => link !== context.link)
  const field = links.length > 0 ? 'link' : value !== undefined ? 'quantity' : undefined
  // "bisa 30rb ga?", "setuju kalau 5rb" haggle, most likely.
  const offers = /\b(?:kalau|asal)\b/.test(said.line) && !/\b(?:jumlah|jadi|ganti)\b/.test(said.line)
  const haggles = (isQuestion(said) || offers) && fresh.some(({ scaled }) => scaled)
  if (value !== undefined && links.length === 0 && BY.test(said.line) && !/\bjadi\b/.test(said.line))
    return answer('change', 0.6, { field: 'quantity' })
  if (haggles && links.length === 0) return answer('ask_general', 0.5)
  if (said.line.includes('hitung') && fresh.some(({ scaled }) => scaled))
    return aboutSubject(one, 'price', 0.6)
  if (torn && links.length === 0) return answer('change', 0.4, { field: 'quantity' })
  if (!field) return changesField(one)
  return answer('change', links.length > 1 ? 0.55 : 0.9, {
    field,
    ...linkSlots(links),
    ...(value === undefined ? {} : { quantity: value }),
  })
}

/** "minimalnya aja", "setengahnya": the card's quantity by its limits, or by itself. */
const onLimit = (one: Case): Understanding | null => {
  const { said, context } = one
  const least = limitOf(said, one.subject) ?? halfOf(said, context.quantity)
  const links = linksOf(one, one.subject?.platform).filter((link) => link !== context.link)
  const other = freeCounts(one).some(({ value }) => value !== context.quantity && value !== totalOf(one))
  const short = said.bare.split(' ').length < 5 && LIMITED.test(said.line)
  if (least !== undefined && !other && links.length === 0 && short)
    return answer('change', 0.84, { field: 'quantity', quantity: least })
  return /\b(?:dua|tiga|#) kali (?:lipat)?|\blipat\b/.test(said.line)
    ? answer('change', 0.6, { field: 'quantity' })
    : null
}

const SHOCKED = /\b(?:ampun|mahal|kira|kirain|astaga|buset|kaget)\b/

/** No value, no yes: doubts, a purse, a no. */
const onDoubt = (one: Case, asks: boolean): Understanding | null => {
  const { said, subject } = one
  if (subject && isQuestion(said) && !asks && said.wishes.length > 0 && !namesOther(one))
    return aboutSubject(one, 'other', 0.75)
  const budget = budgetOf(one)
  if (subject && budget !== undefined && budget !== totalOf(one) && !asks)
    return { ...aboutSubject(one, 'price', 0.72), budget }
  const mended =
    /\b(?:fix|correct|benerin|benarin|betulin|betulkan|perbaiki)\b\D{0,20}?(link|akun|target|username|account|jumlah|quantity)/iu.exec(
      said.folded,
    )
  if (mended && !isQuestion(said))
    return answer('change', 0.8, { field: /jumlah|quantity/i.test(mended[1] ?? '') ? 'quantity' : 'link' })
  if (NO_MORE.test(said.line) && !isQuestion(said)) return answer('cancel', 0.88)
  if (SHOCKED.test(said.line) && !asks) return answer('ask_general', 0.6)
  if (NO.test(said.line) && !asks) return answer('cancel', 0.9)
  if (/^(?:ada (?:yang )?)?(?:bukan|salah)(?: (?:itu|ini|kak|yang))*$/.test(said.line))
    return answer('change', 0.5)
  return LATER.test(said.line) && !asks ? answer('chitchat', 0.6) : null
}

export const onConfirming = (one: Case): Understanding | null => {
  const { said } = one
  const sure = isYes(one)
  if (sure > 0) return answer('confirm', sure)
  const told = changesProduct(one) ?? onLimit(one)
  if (told) return told
  const asks = aboutsOf(said).length > 0 || asksGenerally(said)
  if (isQuestion(said) && /\b(?:hitung|harga|biaya|tagihan)\b/.test(said.line))
    return aboutSubject(one, 'price', 0.75)
  return (asks && isQuestion(said) ? null : onNewValue(one)) ?? onDoubt(one, asks)
}
