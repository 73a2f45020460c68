// While a list is shown: numbers, places and descriptions that pick one of it (rules 2 and 3), and the wish for more of it.
import type { Understanding } from '../../model/understanding.ts'
import {
  answer,
  budgetOf,
  type Case,
  freeCounts,
  linkSlots,
  linksOf,
  namesGoods,
  quantityOf,
  soughtOf,
} from './case.ts'
import { described } from './described.ts'
import { asksProduct, browses } from './everyday.ts'
import type { Mark } from './goods.ts'
import { limitOf } from './limits.ts'
import { midsOf, type Pick, picksIn, pointersIn, withoutPointers } from './pointers.ts'
import { isQuestion } from './questions.ts'

/** "ada yang garansi?", "cari likes" look for something; "yang garansi aja" takes it. */
const LOOKS = /\b(?:(?<!yang )ada|cari|kalau|jual|lihat|selain|lebih)\b/
/** "saya mau beli followers": a new wish, also where the list has just one that fits (rule 1). */
const BUYS = /\b(?:beli|pesan|order|tambah|butuh|perlu|ingin|buy|need)\b/
const TAKES = /\b(?:yang|pilih|ambil|itu|saja)\b/

const byDescription = (one: Case): Understanding | null => {
  const fitting = described(one)
  const [only, second] = fitting ?? []
  if (!only || second || isQuestion(one.said) || LOOKS.test(one.said.line)) return null
  if (BUYS.test(one.said.line) && !TAKES.test(one.said.line)) return null
  const linked = soughtOf(one).platforms
  if (linked.length > 0 && !linked.includes(only.platform)) return null
  return selecting(one, only.mid, TAKES.test(one.said.line) || namesGoods(one) ? 0.84 : 0.72)
}

const selecting = (one: Case, mid: number, sure: number): Understanding => {
  const entry = one.shelf.byMid.get(mid)
  const picked = one.said.counts.filter(({ role }) => role === 'picked')
  const said = quantityOf(one, [...freeCounts(one), ...picked])
  const limit = said.value === undefined && !said.torn ? limitOf(one.said, entry) : undefined
  const quantity = limit === undefined ? said : { value: limit, torn: false }
  const links = linksOf(one, entry?.platform)
  return answer('select', quantity.torn || links.length > 1 ? Math.min(sure, 0.6) : sure, {
    mid,
    ...(quantity.value === undefined ? {} : { quantity: quantity.value }),
    ...linkSlots(links),
  })
}

const MORE =
  /\b(?:lain|lagi|next|selanjutnya|berikutnya|more|sisa|halaman)\b|\b(?:lihat|tampil\S*) semua\b|^semua$|\bcuma (?:ini|itu|segini)\b|\bselain (?:ini|itu)\b|^lanjut(?:an)?(?: nya)? (?:mana|apa|dong)\b|^(?:selanjutnya|lanjutan)|\blebih banyak\b/

const wantsMore = (one: Case): Understanding | null => {
  const { said } = one
  const plain = !namesGoods(one) && said.wishes.every((wish) => wish === 'page') && said.counts.length === 0
  return plain && MORE.test(said.line) && !/\bbayar\b|\bpesan\b|\btanya\b/.test(said.line)
    ? answer('more', 0.92)
    : null
}

const THAT = /^(?:(?:ya|ok|yang|itu|ini|mau|ambil|pilih|saja|deh|dong|lanjut|kak|saya|sip|boleh) ?)+$/

/** Two at once: one of them is asked for. */
const HAGGLES = /\b(?:bisa|boleh)(?: \S+)? (?:di)?kurang\b|\bkurang(?:in|i)? (?:dong|dikit|lagi)\b|\bnego\b/
const WHICH =
  /\byang mana\b(?: saja)?(?: yang)?|\byang\b.*\b(?:garansi|refill|permanen|indonesia|premium|real)\b(?: \S+)? mana\b/
const BOTH = /\b(?:keduanya|dua-duanya|duanya|salah satu|salahsatu)\b/

/** "yang 3 kemahalan": no choice, but a sigh or a haggle. */
const tooDear = ({ said }: Case): boolean =>
  /(?<!\b(?:paling|lebih|tidak|bukan|jangan|usah|agak|yang|terlalu) )\bmahal\b/.test(said.line) &&
  !/\b(?:ambil|pilih|saja|gapapa|biar|mana|apa|kenapa|beda|atau)\b/.test(said.line)

export const onChoosing = (whole: Case): Understanding | null => {
  if (
    whole.said.phone &&
    whole.said.bare !== '@phone' &&
    whole.said.kinds.length === 0 &&
    !isQuestion(whole.said)
  )
    return answer('chitchat', 0.72)
  if (
    /^halaman (?:#|kedua|berikut\w*|selanjutnya)$|^# lagi(?: (?!followers|likes|views)\S+){0,2}$/.test(
      whole.said.line,
    )
  )
    return answer('more', 0.8)
  if (BOTH.test(whole.said.line)) return answer('select', 0.4)
  if (tooDear(whole)) return answer('ask_general', 0.72)
  const pointers = pointersIn(whole)
  const picks = picksIn(pointers, whole)
  const one = withoutPointers(whole, pointers)
  const mids = midsOf(picks)
  if (mids.length === 1 && /# min berapa\b/.test(one.said.line))
    return answer('ask_product', 0.85, { about: 'min', mids })
  if (isAbout(one, mids))
    return (
      asksProduct(one, mids) ??
      answer('ask_product', 0.78, {
        mids,
        about: /\b(?:garansi|refill|drop)\b/.test(one.said.line) ? 'refill' : 'other',
      })
    )
  // "yang garansi mana aja": which of them, a narrower list.
  const narrows = one.said.wishes.some((wish) => wish !== 'cheapest' && wish !== 'fast')
  if (mids.length === 0 && narrows && WHICH.test(one.said.line)) return browses(one)
  if (HAGGLES.test(one.said.line)) return answer('ask_general', 0.8)
  const taken = mids.length === 1 && takesIt(one, picks)
  const question = taken ? null : asksProduct(one, mids.length > 0 ? mids : undefined)
  if (question && (mids.length > 0 || !isOffered(one))) return question
  const [mid, second] = mids
  // "6 atau 8 ya enaknya": no choice yet.
  if (second !== undefined && /\b(?:apa|atau)\b/.test(one.said.line) && !/\bterserah\b/.test(one.said.line))
    return answer('ask_product', 0.75, { about: 'compare', mids })
  if (second !== undefined) return answer('select', 0.4)
  if (mid !== undefined) return selecting(one, mid, Math.min(...picks.map(({ value }) => value.sure)))
  return theOnlyOne(one) ?? wantsMore(one) ?? byDescription(one) ?? inList(one)
}

/** "23 itu buat apa", "10 bisa buat shorts ga": about one of the list, and no choice of it. */
const isAbout = ({ said }: Case, mids: number[]): boolean =>
  mids.length === 1 &&
  (/\b(?:apa|apakah|bagaimana|kenapa|maksud)\b/.test(said.line) ||
    /\b(?:bisa|boleh|cocok|khusus|ada)\b.*(?:\btidak$|\btidak (?:ya|kak|sih|min)$)/.test(said.line) ||
    (said.asks &&
      /\b(?:bisa|boleh|cocok|khusus)\b \S+|\b(?:garansi|refill|real|permanen|aman|cepat|bot|aktif|drop|indonesia)\b/.test(
        said.line,
      )))

/** "yang harganya 60rb", "no 1 minimalnya aja": a choice in the words of a question. */
const takesIt = (one: Case, picks: Mark<Pick>[]): boolean =>
  !one.said.asks &&
  !/\bberapa\b/.test(one.said.line) &&
  (picks.some(({ value }) => value.priced) ||
    limitOf(one.said, one.shelf.byMid.get(picks[0]?.value.mid ?? 0)) !== undefined)

/** "yang itu", where one is shown. */
const theOnlyOne = (one: Case): Understanding | null => {
  const [single, second] = one.shown
  const plain = one.said.line.replace(
    /^nak (?=yang|ini|itu)|(?<=\b(?:itu|ini|saja)) (?:lah|sudah|we|tuh|wae|nak)\b/g,
    '',
  )
  if (!single || second || !THAT.test(plain)) return null
  return selecting(one, single.mid, /\b(?:itu|ini|ambil|pilih)\b/.test(one.said.line) ? 0.8 : 0.6)
}

/** "ada yang garansi?" asks whether there is one: a search, not a question about the shown. */
const isOffered = ({ said }: Case): boolean => /\bada\b(?: \S+)? yang\b|\byang ada\b/.test(said.line)

/** "tiktok yg 1000": beside another wish a number that no entry has is a quantity. */
const withPicked = (one: Case): Case => ({
  ...one,
  said: {
    ...one.said,
    counts: one.said.counts.map((count) =>
      count.role === 'picked' && count.value >= 20 ? { ...count, role: 'free' } : count,
    ),
  },
})

/** A quantity said before the product; a narrower or another wish. */
const inList = (one: Case): Understanding | null => {
  const { said } = one
  const not = said.against.kinds.length + said.against.countries.length + said.against.wishes.length
  if (namesGoods(one) || said.wishes.length > 0 || said.countries.length + not > 0)
    return browses(withPicked(one))
  const links = linksOf(one, soughtOf(one).platforms[0])
  const quantity = quantityOf(one, [
    ...freeCounts(one),
    ...said.counts.filter(({ role }) => role === 'picked'),
  ])
  const slots = { ...linkSlots(links), ...(quantity.value === undefined ? {} : { quantity: quantity.value }) }
  // "uang gue cuma 40rb": what it buys of these.
  if (quantity.value === undefined && !quantity.torn && budgetOf(one) !== undefined) return browses(one)
  if (links.length > 0) return answer('give_link', links.length > 1 ? 0.55 : 0.85, slots)
  if (quantity.torn) return answer('give_quantity', 0.4)
  if (quantity.value === undefined) return null
  const perhapsPicked = said.counts.some(({ role }) => role === 'picked' || role === 'numbered')
  return answer('give_quantity', perhapsPicked ? 0.5 : 0.85, slots)
}
