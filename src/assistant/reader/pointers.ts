// Numbers, places and prices that point at an entry of the list that is shown.
import type { Case } from './case.ts'
import type { Mark } from './goods.ts'
import type { Count } from './roles.ts'
import { wanted } from './wanted.ts'

export type Pick = { mid: number; sure: number; count?: Count; priced?: true }

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

/** "yg 60rb itu", "yang harganya 14 ribu": a price, where exactly one of the list has it. */
const fromPrice = (count: Count, { said, shown }: Case): Pick | null => {
  const { value, role, at, scaled } = count
  const before = [at - 1, at - 2, at - 3].map((place) => said.pieces[place]?.text)
  const led = before.slice(0, 2).includes('yang') || before.includes('harga')
  const money = role === 'money' && (led || said.line.split(' ').length < 4)
  const near = /^\d{1,9}an$/i.test(count.written) || said.pieces[at + 1]?.raw === 'an'
  if (!money && !(led && (role === 'free' || role === 'picked') && (scaled || value >= 1000))) return null
  const fitting = shown.filter(({ price }) =>
    near ? Math.abs(price - value) <= value / 10 : price === value,
  )
  const [only, second] = fitting
  return only && !second ? { mid: only.mid, sure: 0.86, count, priced: true } : null
}

/** "yg atas", "yang tengah": places that are no ordinals. */
const fromSide = ({ said, shown }: Case): Mark<Pick>[] =>
  said.pieces.flatMap(({ text }, at) => {
    const led = /^(?:yang|paling|di|the|pilih|ambil|nomor)$/.test(said.pieces[at - 1]?.text ?? '')
    if (!led || said.pieces[at + 1]?.sort === 'number') return []
    const middle = shown.length % 2 === 1 ? shown[(shown.length - 1) / 2] : undefined
    const entry = { atas: shown[0], bawah: shown.at(-1), tengah: middle }[text]
    return entry ? [{ value: { mid: entry.mid, sure: 0.85 }, at, to: at + 1 }] : []
  })

/** "kedua dari bawah" */
const fromEnd = (pieces: Case['said']['pieces'], at: number): number | undefined => {
  const place = PLACES[pieces[at]?.text ?? '']
  if (place === undefined || place < 1) return undefined
  const from = pieces[at + 1]?.text === 'dari' || pieces[at + 1]?.raw.toLowerCase() === 'to'
  const end = /^(?:bawah|terbawah|belakang|terakhir|ujung)$/.test(pieces[at + 2]?.text ?? '')
  return from && end ? -place : undefined
}

/** Every number and word that points at an entry, also those that a correction outweighs. */
export const pointersIn = (one: Case): Mark<Pick>[] => {
  const { said, context } = one
  const shown = context.shown ?? []
  const numbers = said.counts.flatMap((count) => {
    const pick = fromPrice(count, one) ?? fromCount(count, shown)
    return pick ? [{ value: pick, at: count.at, to: count.to }] : []
  })
  const words = said.pieces.flatMap(({ text }, at) => {
    const place = fromEnd(said.pieces, at) ?? PLACES[text]
    const mid = place === undefined ? undefined : place < 0 ? shown.at(place) : shown[place - 1]
    return mid === undefined ? [] : [{ value: { mid, sure: 0.88 }, at, to: at + 1 }]
  })
  return [...numbers, ...words, ...fromSide(one)].sort((a, b) => a.at - b.at)
}

const isExplicit = ({ value }: Mark<Pick>): boolean =>
  value.count?.role === 'id' || value.count?.role === 'numbered'

export const picksIn = (pointers: Mark<Pick>[], { said }: Case): Mark<Pick>[] => {
  const explicit = pointers.filter(isExplicit)
  return wanted(explicit.length > 0 ? explicit : pointers, said.pieces)
}

/** A number that points at an entry counts nothing else. */
export const withoutPointers = (one: Case, pointers: Mark<Pick>[]): Case => {
  const used = pointers.flatMap(({ value }) => value.count ?? [])
  return { ...one, said: { ...one.said, counts: one.said.counts.filter((count) => !used.includes(count)) } }
}

export const midsOf = (picks: Mark<Pick>[]): number[] => [...new Set(picks.map(({ value }) => value.mid))]
