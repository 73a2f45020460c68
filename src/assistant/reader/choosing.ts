// While a list is shown: numbers, places and descriptions that pick one of it (rules 2 and 3), and the wish for more of it.
import type { CatalogueEntry, Prefer, Understanding } from '../../model/understanding.ts'
import { ADDRESS, FILLER } from '../../model/words.ts'
import {
  answer,
  type Case,
  freeCounts,
  linkSlots,
  linksOf,
  namesGoods,
  quantityOf,
  soughtOf,
} from './case.ts'
import { asksProduct, browses } from './everyday.ts'
import type { Mark } from './goods.ts'
import { isQuestion } from './questions.ts'
import type { Count } from './roles.ts'
import { nameWords } from './shelf.ts'
import { wanted } from './wanted.ts'

type Pick = { mid: number; sure: number; count?: Count }

const PLACES: Record<string, number> = {
  pertama: 1,
  teratas: 1,
  kedua: 2,
  ketiga: 3,
  keempat: 4,
  kelima: 5,
  keenam: 6,
  ketujuh: 7,
  kedelapan: 8,
  kesembilan: 9,
  kesepuluh: 10,
  terakhir: -1,
  terbawah: -1,
}

const fromCount = (count: Count, shown: number[]): Pick | null => {
  const { value, role, scaled, ofGoods } = count
  const place = shown[value - 1]
  const held = shown.includes(value)
  if (role === 'id') return { mid: value, sure: 0.97, count }
  if (role === 'place') return place === undefined ? null : { mid: place, sure: 0.9, count }
  if (scaled || count.broken) return null
  if (role === 'numbered' && held) return { mid: value, sure: 0.95, count }
  if (role === 'numbered') return place === undefined ? null : { mid: place, sure: 0.88, count }
  if (role === 'orderPerhaps' && held) return { mid: value, sure: 0.8, count }
  if (role !== 'free' && role !== 'picked') return null
  if (held) return { mid: value, sure: ofGoods && value >= 10 ? 0.6 : role === 'picked' ? 0.95 : 0.9, count }
  // "yang 2" where no 2 is shown: most likely the second, and worth a question.
  return role === 'picked' && place !== undefined ? { mid: place, sure: 0.6, count } : null
}

/** Every number and word that points at an entry, also those that a correction outweighs. */
const pointersIn = ({ said, context }: Case): Mark<Pick>[] => {
  const shown = context.shown ?? []
  const numbers = said.counts.flatMap((count) => {
    const pick = fromCount(count, shown)
    return pick ? [{ value: pick, at: count.at, to: count.to }] : []
  })
  const words = said.pieces.flatMap(({ text }, at) => {
    const place = PLACES[text]
    const mid = place === undefined ? undefined : place < 0 ? shown.at(place) : shown[place - 1]
    return mid === undefined ? [] : [{ value: { mid, sure: 0.88 }, at, to: at + 1 }]
  })
  return [...numbers, ...words].sort((a, b) => a.at - b.at)
}

const isExplicit = ({ value }: Mark<Pick>): boolean =>
  value.count?.role === 'id' || value.count?.role === 'numbered'

const picksIn = (pointers: Mark<Pick>[], { said }: Case): Mark<Pick>[] => {
  const explicit = pointers.filter(isExplicit)
  return wanted(explicit.length > 0 ? explicit : pointers, said.pieces)
}

/** A number that points at an entry counts nothing else. */
const withoutPointers = (one: Case, pointers: Mark<Pick>[]): Case => {
  const used = pointers.flatMap(({ value }) => value.count ?? [])
  return { ...one, said: { ...one.said, counts: one.said.counts.filter((count) => !used.includes(count)) } }
}

const midsOf = (picks: Mark<Pick>[]): number[] => [...new Set(picks.map(({ value }) => value.mid))]

const TESTS: Partial<Record<Prefer, (entry: CatalogueEntry) => boolean>> = {
  refill: ({ guaranteeDays = 0 }) => guaranteeDays > 0,
  lifetime: ({ guaranteeDays = 0 }) => guaranteeDays >= 36_500,
  custom: ({ type, traits }) => type === 'custom_comments' || traits.includes('custom'),
  indonesia: ({ country }) => country === 'ID',
}

const testOf = (wish: Prefer) => TESTS[wish] ?? ((entry: CatalogueEntry) => entry.traits.includes(wish))

/** The one with the least price or the greatest speed; nothing when two share it. */
const extreme = (entries: CatalogueEntry[], by: (entry: CatalogueEntry) => number): CatalogueEntry[] => {
  const least = Math.min(...entries.map(by))
  return entries.filter((entry) => by(entry) === least)
}

/** Words of the message that some of the shown names have, and others have not: "yang campuran b". */
const tellingWords = ({ said, shown }: Case): string[] => {
  const names = shown.map(({ name }) => nameWords(name))
  return said.pieces
    .filter(
      ({ sort, raw }) => sort === 'word' && !FILLER.has(raw.toLowerCase()) && !ADDRESS.has(raw.toLowerCase()),
    )
    .map(({ raw }) => raw.toLowerCase())
    .filter((word) => {
      const having = names.filter((name) => name.includes(word)).length
      return having > 0 && having < names.length
    })
}

/** Which of the shown ones a description fits. */
const described = (one: Case): CatalogueEntry[] | null => {
  const { wishes, countries } = soughtOf(one)
  const { platforms, kinds } = one.said
  const spoken = tellingWords(one)
  const dearest = /\b(?:paling mahal|termahal)\b/.test(one.said.line)
  const says =
    Number(dearest) + platforms.length + kinds.length + wishes.length + countries.length + spoken.length
  if (says === 0) return null
  const goods = soughtOf(one)
  const fitting = one.shown.filter(
    (entry) =>
      (platforms.length === 0 || goods.platforms.includes(entry.platform)) &&
      (kinds.length === 0 || goods.kinds.includes(entry.kind)) &&
      (countries.length === 0 || countries.includes(entry.country ?? '')) &&
      spoken.every((word) => nameWords(entry.name).includes(word)) &&
      wishes.filter((wish) => wish !== 'cheapest' && wish !== 'fast').every((wish) => testOf(wish)(entry)),
  )
  if (dearest) return extreme(fitting, ({ price }) => -price)
  if (wishes.includes('cheapest')) return extreme(fitting, ({ price }) => price)
  return wishes.includes('fast') ? extreme(fitting, ({ speedPerDay = 0 }) => -speedPerDay) : fitting
}

/** "ada yang garansi?", "cari likes" look for something; "yang garansi aja" takes it. */
const LOOKS = /\b(?:ada|cari|kalau|mau beli|jual|lihat|butuh|selain|lebih)\b/
const TAKES = /\b(?:yang|pilih|ambil|itu|saja)\b/

const byDescription = (one: Case): Understanding | null => {
  const fitting = described(one)
  const [only, second] = fitting ?? []
  if (!only || second || isQuestion(one.said) || LOOKS.test(one.said.line)) return null
  const takes = TAKES.test(one.said.line)
  if (namesGoods(one) && !takes) return null
  return selecting(one, only.mid, takes ? 0.84 : 0.72)
}

const selecting = (one: Case, mid: number, sure: number): Understanding => {
  const quantity = quantityOf(one, freeCounts(one))
  const links = linksOf(one, one.shelf.byMid.get(mid)?.platform)
  return answer('select', quantity.torn || links.length > 1 ? Math.min(sure, 0.6) : sure, {
    mid,
    ...(quantity.value === undefined ? {} : { quantity: quantity.value }),
    ...linkSlots(links),
  })
}

const MORE =
  /\b(?:lain|lagi|next|selanjutnya|berikutnya|more|sisa|halaman)\b|\b(?:lihat|tampil\S*) semua\b|^semua$|\bcuma (?:ini|itu|segini)\b|\blebih banyak\b/

const wantsMore = (one: Case): Understanding | null => {
  const { said } = one
  const plain = !namesGoods(one) && said.wishes.length === 0 && said.counts.length === 0
  return plain && MORE.test(said.line) && !/\bbayar\b|\bpesan\b|\btanya\b/.test(said.line)
    ? answer('more', 0.92)
    : null
}

const THAT = /^(?:(?:ya|ok|yang|itu|ini|mau|ambil|pilih|saja|deh|dong|lanjut|kak|saya|sip|boleh) ?)+$/

export const onChoosing = (whole: Case): Understanding | null => {
  const pointers = pointersIn(whole)
  const picks = picksIn(pointers, whole)
  const one = withoutPointers(whole, pointers)
  const mids = midsOf(picks)
  const question = asksProduct(one, mids.length > 0 ? mids : undefined)
  if (question && (mids.length > 0 || !isOffered(one))) return question
  const [mid, second] = mids
  if (second !== undefined) return answer('select', 0.4)
  if (mid !== undefined) return selecting(one, mid, Math.min(...picks.map(({ value }) => value.sure)))
  return theOnlyOne(one) ?? wantsMore(one) ?? byDescription(one) ?? inList(one)
}

/** "yang itu", where one is shown. */
const theOnlyOne = (one: Case): Understanding | null => {
  const [single, second] = one.shown
  if (!single || second || !THAT.test(one.said.line)) return null
  return selecting(one, single.mid, /\b(?:itu|ini|ambil|pilih)\b/.test(one.said.line) ? 0.8 : 0.6)
}

/** "ada yang garansi?" asks whether there is one: a search, not a question about the shown. */
const isOffered = ({ said }: Case): boolean => /\bada\b(?: \S+)? yang\b|\byang ada\b/.test(said.line)

/** A quantity said before the product; a narrower or another wish. */
const inList = (one: Case): Understanding | null => {
  const { said } = one
  if (namesGoods(one) || said.wishes.length > 0 || said.countries.length > 0) return browses(one)
  const links = linksOf(one, soughtOf(one).platforms[0])
  const quantity = quantityOf(one, [
    ...freeCounts(one),
    ...said.counts.filter(({ role }) => role === 'picked'),
  ])
  const slots = { ...linkSlots(links), ...(quantity.value === undefined ? {} : { quantity: quantity.value }) }
  if (links.length > 0) return answer('give_link', links.length > 1 ? 0.55 : 0.85, slots)
  if (quantity.torn) return answer('give_quantity', 0.4)
  if (quantity.value === undefined) return null
  const perhapsPicked = said.counts.some(({ role }) => role === 'picked' || role === 'numbered')
  return answer('give_quantity', perhapsPicked ? 0.5 : 0.85, slots)
}
