// A new value for something that was given: another quantity, link or product.
import type { Understanding } from '../../model/understanding.ts'
import {
  answer,
  type Case,
  freeCounts,
  goodsOf,
  linkSlots,
  linksOf,
  namesGoods,
  quantityOf,
  wishSlots,
} from './case.ts'
import { aboutsOf, isQuestion } from './questions.ts'

const TURNS =
  /\b(?:ganti|salah|ralat|jangan|bukan|maksud|eh|ubah|pindah|mending|tukar|jadi|ubahin|harusnya|seharusnya|instead)\b|\bmake (?:it|that)\b/
const FIELDS: [field: 'quantity' | 'link' | 'product', says: RegExp][] = [
  ['link', /\b(?:link|username|akun|target|profil|tujuan)\b/],
  ['quantity', /\b(?:jumlah|kebanyakan|kedikitan|kurangi|sedikit|banyak|tambahin|tambah|kurangin)\b/],
  ['product', /\b(?:produk|pilihan|paket|jenis|layanan|lain|id)\b/],
]

/** "ga jadi yang indo, yang 2 aja": a product by its number, where another was taken back. */
const takenInstead = ({ said, shelf, subject }: Case): number | undefined => {
  if (!subject || !/\b(?:tidak jadi|batal|ganti|bukan|jangan|salah)\b/.test(said.line)) return undefined
  const picked = said.counts.filter(({ role }) => role === 'picked' || role === 'numbered').at(-1)
  return picked && !picked.scaled && picked.value < subject.min && shelf.byMid.has(picked.value)
    ? picked.value
    : undefined
}

/** The product's kind or platform is another one than the dialogue's. */
export const namesOther = (one: Case): boolean => {
  const { said, subject } = one
  if (!subject || !namesGoods(one)) return false
  const { platforms, kinds } = goodsOf(one)
  const platform = said.platforms.length > 0 && !platforms.includes(subject.platform)
  // "200 penonton aja", of a live: the wide word for the same, counted.
  const [only, second] = kinds
  const counted = said.counts.some(({ ofGoods }) => ofGoods) && said.platforms.length === 0
  if (counted && only === 'views' && !second && /_views$/.test(subject.kind)) return false
  return platform || (said.kinds.length > 0 && !kinds.includes(subject.kind))
}

const idIn = ({ said }: Case): number | undefined =>
  said.counts.filter(({ role }) => role === 'id').at(-1)?.value

/** Another product: by its number, or by naming another kind or platform. */
export const changesProduct = (one: Case): Understanding | null => {
  const mid = idIn(one) ?? takenInstead(one)
  const { said, subject } = one
  if (mid !== undefined && aboutsOf(said).length === 0) {
    const quantity = quantityOf(one, freeCounts(one)).value
    const links = linksOf(one, one.shelf.byMid.get(mid)?.platform)
    const slots = { mid, ...(quantity === undefined ? {} : { quantity }), ...linkSlots(links) }
    return subject && subject.mid !== mid
      ? answer('change', 0.92, { field: 'product', ...slots })
      : answer('select', 0.9, slots)
  }
  const other = said.countries.length + said.wishes.length > 0 && one.state === 'confirming'
  if (other && subject && /\b(?:ganti|tukar|pindah)\b/.test(said.line))
    return answer('change', 0.8, { field: 'product', ...wishSlots(one) })
  if (!namesOther(one) || said.phone || aboutsOf(said).length > 0) return null
  const turned = /\b(?:ganti|tukar)\b/.test(said.line)
  return turned
    ? answer('change', 0.86, { field: 'product', ...wishSlots(one) })
    : answer('browse', 0.86, wishSlots(one))
}

/** "ganti link", "jumlahnya salah", "jumlah jadi 2000": what is named is replaced, with the new value if said. */
export const changesField = (one: Case): Understanding | null => {
  const { said } = one
  if (/\b(?:mau|pilih|cari|lihat)(?: lihat)? (?:yang )?lain\b/.test(said.line))
    return answer('change', 0.72, { field: 'product' })
  if (
    !TURNS.test(said.line) &&
    !/\bkebanyakan\b|\bkedikitan\b|\bjumlah\b.*\b(?:tambah|nambah|kurang)\b|\bpesanan salah\b/.test(said.line)
  )
    return null
  const links = linksOf(one, one.subject?.platform)
  const { value, torn } = quantityOf(one, freeCounts(one))
  const named = FIELDS.find(([, says]) => says.test(said.line))?.[0]
  const field = links.length > 0 ? 'link' : value !== undefined && named !== 'link' ? 'quantity' : named
  if (!field && /\bpesanan salah\b|\b(?:ganti|tukar)\b(?: \S+)? (?:pesanan|pesan)\b/.test(said.line))
    return answer('change', 0.78)
  if (!field || (field === 'product' && isQuestion(said))) return null
  const sure = torn || links.length > 1 ? 0.55 : named ? 0.9 : 0.8
  return answer('change', sure, {
    field,
    ...(value === undefined ? {} : { quantity: value }),
    ...linkSlots(links),
  })
}
