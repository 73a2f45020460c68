// Negation and correction: of several things named, those that are wanted in the end ("jangan tiktok, ig aja"; "1000 eh 2000").
import type { Mark, Piece } from './pieces.ts'

const AGAINST = new Set(['bukan', 'jangan', 'batal', 'instead', 'selain', 'kecuali'])
const AGAINST_WITH = /^(?:tidak|ga) (?:mau|jadi|usah|pakai|pake|dengan|butuh)$/
const REACH = 4
/** What is refused ends with these: "jangan bot, likes ig". */
const SPENT = new Set([
  'bot',
  'real',
  'garansi',
  'refill',
  'premium',
  'murah',
  'cepat',
  'permanen',
  'drop',
  'saja',
  'deh',
  'mahal',
])

/** A word against it stands shortly before, with nothing that turns in between: "bukan 1000 tapi 2000". */
const isRefused = (pieces: Piece[], at: number): boolean => {
  for (let back = at - 1; back >= Math.max(0, at - REACH); back--) {
    const { sort = 'break', text = '', raw = '' } = pieces[back] ?? {}
    if (text === 'tapi' || (sort === 'break' && raw !== '#' && raw !== ':')) return false
    if (sort === 'number' || sort === 'link' || SPENT.has(text)) return false
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

/** "yang 3 jangan, 2 aja", "followersnya ga usah": the no comes behind, and nothing follows that it could be for. */
const isRefusedAfter = (pieces: Piece[], mark: Mark<unknown>): boolean => {
  let at = mark.to
  while (/^(?:nya|itu|ini|kak|mah|sih|yang|ya)$/.test(pieces[at]?.text ?? '')) at++
  const [text, next] = [pieces[at]?.text ?? '', pieces[at + 1]?.text ?? '']
  const length = /^(?:jangan|skip|batal|bukan)$/.test(text) ? 1 : AGAINST_WITH.test(`${text} ${next}`) ? 2 : 0
  const after = pieces[at + length]
  return length > 0 && (!after || after.sort === 'break' || /^(?:tapi|mau|ganti|yang|deh)$/.test(after.text))
}

export const refused = <Value>(marks: Mark<Value>[], pieces: Piece[]): Mark<Value>[] => {
  const before = marks.filter((mark, at) => isRefused(pieces, mark.at) && !isNext(marks, at, pieces))
  if (before.length > 0 || marks.length < 2) return before
  const after = marks.filter((mark) => isRefusedAfter(pieces, mark))
  return after.length < marks.length ? after : []
}

/** "bukan tiktok ig": what follows the refused one without an "and" is what is wanted. */
const isNext = <Value>(marks: Mark<Value>[], at: number, pieces: Piece[]): boolean => {
  const [before, mark] = [marks[at - 1], marks[at]]
  if (
    !before ||
    !mark ||
    mark.value === before.value ||
    !isRefused(pieces, before.at) ||
    mark.at - before.to > 2
  )
    return false
  return !pieces.slice(before.to, mark.at).some(({ text }) => /^(?:dan|sama|atau|&|,|yang)$/.test(text))
}

/** What is left when refused and corrected values are taken out. */
export const wanted = <Value>(marks: Mark<Value>[], pieces: Piece[]): Mark<Value>[] => {
  const not = refused(marks, pieces)
  const affirmed = marks.filter((mark) => !not.includes(mark))
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
