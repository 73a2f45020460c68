// A number that is money though no unit says so: what somebody has, spends, or asks to be enough.
import type { Piece } from './pieces.ts'

type Around = { pieces: Piece[]; at: number; ofGoods: boolean }

export const textAt = (pieces: Piece[], at: number): string => pieces[at]?.text ?? ''

/** Between a number and goods these turn to something else: "50rb mau followers". */
export const BETWEEN = new Set([
  'ada',
  'tiada',
  'mau',
  'dapat',
  'beli',
  'untuk',
  'ke',
  'di',
  'butuh',
  'cari',
  'pesan',
])

/** "uang gue cuma 40rb": money was named shortly before, and nothing since that could be counted. */
export const isPurse = (pieces: Piece[], at: number): boolean => {
  for (let back = at - 1; back >= Math.max(0, at - 5); back--) {
    const { sort, text } = pieces[back] as Piece
    if (sort === 'break' || sort === 'number') return false
    if (text === 'uang' || text === 'budget') return textAt(pieces, back - 1) !== 'berapa'
    if (BETWEEN.has(text)) return false
  }
  return false
}

/** "dapat berapa kalau 30rb member": what is asked is how many. */
export const isSpent = ({ pieces, at }: Pick<Around, 'pieces' | 'at'>): boolean =>
  /(?:rb|ribu|jt|juta)\s*$/i.test(pieces[at]?.raw ?? '') &&
  /\bdapat (?:\S+ )?berapa (?:(?:kalau|dengan|untuk|uang|\S{2,4}) ){0,2}$/.test(
    `${pieces
      .slice(Math.max(0, at - 6), at)
      .map(({ text }) => text)
      .join(' ')} `,
  )

/** "50rb cukup ga": whether it is enough is asked of money. */
export const isEnough = ({ pieces, at, ofGoods }: Around): boolean =>
  !ofGoods &&
  pieces[at]?.scaled === true &&
  (pieces[at]?.value ?? 0) >= 5000 &&
  textAt(pieces, at + 1) === 'cukup' &&
  pieces.slice(at + 2).some(({ sort, text }) => sort === 'ask' || text === 'tidak' || text === 'berapa')
