// Negation and correction: of several things named, those that are wanted in the end ("jangan tiktok, ig aja"; "1000 eh 2000").
import type { Mark } from './goods.ts'
import type { Piece } from './pieces.ts'

const AGAINST = new Set(['bukan', 'jangan', 'batal', 'instead', 'selain', 'kecuali'])
const AGAINST_WITH = /^(?:tidak|ga) (?:mau|jadi|usah|pakai|pake|dengan|butuh)$/
const REACH = 3

/** A word against it stands shortly before, with nothing that turns in between: "bukan 1000 tapi 2000". */
const isRefused = (pieces: Piece[], at: number): boolean => {
  for (let back = at - 1; back >= Math.max(0, at - REACH); back--) {
    const { sort = 'break', text = '', raw = '' } = pieces[back] ?? {}
    if (text === 'tapi' || (sort === 'break' && raw !== '#' && raw !== ':')) return false
    if (sort === 'number' || sort === 'link') return false
    if (AGAINST.has(text)) return true
    if (AGAINST_WITH.test(`${text} ${pieces[back + 1]?.text ?? ''}`)) return true
  }
  return false
}

const CORRECTION = new Set([
  'eh',
  'ralat',
  'maksud',
  'salah',
  'jadi',
  'ganti',
  'mohonmaaf',
  'mending',
  'instead',
])
const isCorrection = (pieces: Piece[], at: number): boolean => {
  const text = pieces[at]?.text ?? ''
  if (!CORRECTION.has(text)) return false
  return !(text === 'jadi' && /^(?:tidak|belum|udah|sudah)$/.test(pieces[at - 1]?.text ?? ''))
}

/** What is left when refused and corrected values are taken out. */
export const wanted = <Value>(marks: Mark<Value>[], pieces: Piece[]): Mark<Value>[] => {
  const affirmed = marks.filter((mark) => !isRefused(pieces, mark.at))
  if (affirmed.length < 2) return affirmed
  for (let at = pieces.length - 1; at > 0; at--) {
    if (!isCorrection(pieces, at)) continue
    const after = affirmed.filter((mark) => mark.at > at)
    if (after.length > 0 && after.length < affirmed.length) return after
  }
  return affirmed
}

export const saysNotThat = (pieces: Piece[]): boolean =>
  pieces.some((piece, at) => isCorrection(pieces, at) || AGAINST.has(piece.text))
