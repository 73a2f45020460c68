// Numbers said in words, alone or beside digits, become one number piece: "dua ribu lima ratus", "satu setengah juta", "10 rb".
import { SCALES, UNITS } from '../../model/words.ts'
import type { Piece } from './pieces.ts'

const nameOf = ({ raw, text, sort }: Piece): string => {
  const written = raw.toLowerCase()
  if (sort !== 'word') return ''
  return written in UNITS || written in SCALES ? written : text
}
const unitOf = (piece: Piece | undefined): number | undefined => (piece ? UNITS[nameOf(piece)] : undefined)
const scaleOf = (piece: Piece | undefined): number | undefined => (piece ? SCALES[nameOf(piece)] : undefined)
const isHalf = (piece: Piece | undefined): boolean => piece?.text === 'setengah'

const PARTS: Record<string, number> = { setengah: 0.5, seperempat: 0.25 }

/** What has been heard so far: finished thousands, hundreds and tens of the group, and a digit that waits for its scale. */
type Sum = {
  total: number
  group: number
  digit: number | null
  least: number
  scaled: boolean
  heard: boolean
}

/** Thousands and millions end a group; they come in falling order. */
const close = (sum: Sum, amount: number, scale: number): boolean => {
  if (scale >= sum.least) return false
  Object.assign(sum, {
    total: sum.total + amount * scale,
    group: 0,
    digit: null,
    least: scale,
    scaled: true,
    heard: true,
  })
  return true
}

const digitInto = (sum: Sum, value: number): boolean => {
  if (sum.digit !== null || (value < 10 && sum.group % 10 !== 0)) return false
  if (value >= 1000) return sum.group === 0 && close(sum, 1, value)
  if (value >= 100 && sum.group !== 0) return false
  if (value >= 10 && sum.group % 100 !== 0) return false
  if (value >= 10) sum.group += value
  else sum.digit = value
  sum.heard = true
  return true
}

const scaleInto = (sum: Sum, scale: number): boolean => {
  const amount = sum.group + (sum.digit ?? 0)
  if (scale >= 1000) return amount > 0 && close(sum, amount, scale)
  // "fifteen hundred"
  if (sum.digit === null && scale === 100 && sum.group > 10 && sum.group < 20) {
    sum.group *= 100
    return true
  }
  // "a hundred thousand" in two scales.
  if (sum.digit === null && scale === 100 && sum.group === 0 && !sum.heard) return false
  if (sum.digit === null) return false
  sum.group += sum.digit * scale
  sum.digit = null
  return true
}

const wordInto = (sum: Sum, piece: Piece): boolean => {
  const unit = unitOf(piece)
  if (unit !== undefined) return digitInto(sum, unit)
  const scale = scaleOf(piece)
  if (scale === undefined) return false
  if (/^(?:belas|welas|baleh)$/.test(nameOf(piece))) {
    if (sum.digit === null) return false
    Object.assign(sum, { group: sum.group + sum.digit + 10, digit: null })
    return true
  }
  return scaleInto(sum, scale)
}

/** Digits begin a number, or end one after its thousands: "2 ribu 500". */
const digitsInto = (sum: Sum, piece: Piece): boolean => {
  const value = piece.value ?? 0
  if (piece.scaled || piece.other || sum.digit !== null || sum.group !== 0) return false
  if (sum.heard && !(sum.scaled && value >= 100 && value < sum.least)) return false
  Object.assign(sum, { group: value, heard: true })
  return true
}

/** "satu juta setengah": half of the scale that was just named. */
const halfAfter = (sum: Sum, pieces: Piece[], at: number): boolean => {
  const ready = sum.scaled && sum.group === 0 && sum.digit === null && sum.least >= 1000
  if (
    !isHalf(pieces[at]) ||
    !ready ||
    scaleOf(pieces[at + 1]) ||
    /^(?:dari|of)$/.test(pieces[at + 1]?.text ?? '')
  )
    return false
  sum.total += sum.least / 2
  sum.least = 1
  return true
}

const halfAt = (sum: Sum, pieces: Piece[], at: number): boolean => {
  const scale = scaleOf(pieces[at + 1])
  if (!isHalf(pieces[at]) || !scale || scale < 1000) return false
  return close(sum, sum.group + (sum.digit ?? 0) + 0.5, scale)
}

/** "3 ribu 5 ratus": a digit that waits for its hundreds. */
const isDigitOf = ({ sort, value = 0, scaled }: Piece, next: Piece | undefined): boolean =>
  sort === 'number' && !scaled && value < 10 && (scaleOf(next) ?? 1000) < 1000

/** "one and a half thousand" */
const isAndHalf = (pieces: Piece[], at: number): boolean =>
  pieces[at]?.text === 'dan' &&
  pieces[at + 1]?.raw === 'a' &&
  isHalf(pieces[at + 2]) &&
  !!scaleOf(pieces[at + 3])

type Heard = { value: number; scaled: boolean; next: number }

/** "setengah dari 1000", "half a million", "seperempat juta": a part of the number that follows. */
const partAt = (pieces: Piece[], start: number): Heard | null => {
  const part = PARTS[pieces[start]?.text ?? '']
  if (part === undefined) return null
  let at = start + 1
  while (/^(?:dari|a|of|yang|nya)$/.test(pieces[at]?.text ?? '')) at++
  const scale = scaleOf(pieces[at])
  if (scale) return { value: part * scale, scaled: scale >= 1000, next: at + 1 }
  const whole = pieces[at]
  if (whole?.sort === 'number' && whole.scaled)
    return { value: part * (whole.value ?? 0), scaled: true, next: at + 1 }
  const heard = numberAt(pieces, at)
  return heard && { ...heard, value: heard.value * part }
}

/** "a thousand", "a hundred thousand" */
const oneOf = (pieces: Piece[], at: number): Heard | null => {
  const [piece, next] = [pieces[at], pieces[at + 1]?.raw.toLowerCase() ?? '']
  return piece?.raw.toLowerCase() === 'a' && /^(?:hundred|thousand|million)$/.test(next)
    ? numberAt(pieces.with(at, { ...piece, raw: 'one', text: 'one' }), at)
    : null
}

const numberAt = (pieces: Piece[], start: number): Heard | null => {
  const sum: Sum = {
    total: 0,
    group: 0,
    digit: null,
    least: Number.POSITIVE_INFINITY,
    scaled: false,
    heard: false,
  }
  let at = start
  for (let piece = pieces[at]; piece; piece = pieces[at]) {
    if (halfAt(sum, pieces, at)) at += 2
    else if (halfAfter(sum, pieces, at)) at += 1
    else if (sum.heard && isAndHalf(pieces, at)) at += 2
    else if (isDigitOf(piece, pieces[at + 1]) && digitInto(sum, piece.value ?? 0)) at += 1
    else if (piece.sort === 'number' ? digitsInto(sum, piece) : piece.sort === 'word' && wordInto(sum, piece))
      at += 1
    else break
  }
  return sum.heard ? { value: sum.total + sum.group + (sum.digit ?? 0), scaled: sum.scaled, next: at } : null
}

/** "salah satu", "satu lagi", "the cheap one" count nothing. */
const isIdle = (pieces: Piece[], at: number): boolean => {
  if (pieces[at]?.text === 'one') return scaleOf(pieces[at + 1]) === undefined && !isAndHalf(pieces, at + 1)
  // "kebanyakan nolnya"
  if (pieces[at]?.text === 'nol')
    return /^(?:banyak|kebanyakan|kurang|kelebihan|salah)$/.test(pieces[at - 1]?.text ?? '')
  // In Javanese "two", and "with".
  if (/^(?:kalih|sak|se)$/.test(pieces[at]?.raw.toLowerCase() ?? ''))
    return scaleOf(pieces[at + 1]) === undefined
  return pieces[at]?.text === 'satu' && (pieces[at - 1]?.text === 'salah' || pieces[at + 1]?.text === 'lagi')
}

/** "1 000": a thousand written with a space. */
const isSpaced = (pieces: Piece[], at: number): boolean => {
  const [first, second] = [pieces[at], pieces[at + 1]]
  return first?.sort === 'number' && !first.scaled && /^\d{1,3}$/.test(first.raw) && second?.raw === '000'
}

export const withAmounts = (pieces: Piece[]): Piece[] => {
  const made: Piece[] = []
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at] as Piece
    const heard =
      piece.scaled || piece.other || isIdle(pieces, at)
        ? null
        : (partAt(pieces, at) ?? oneOf(pieces, at) ?? numberAt(pieces, at))
    if (isSpaced(pieces, at)) {
      made.push({ ...piece, value: (piece.value ?? 0) * 1000 })
      at += 2
    } else if (heard) {
      const raw = pieces
        .slice(at, heard.next)
        .map((one) => one.raw)
        .join(' ')
      made.push({
        ...piece,
        sort: 'number',
        text: '#',
        known: true,
        raw,
        // "1000.5" stays a broken number: nobody said 1001.
        value: heard.scaled ? Math.round(heard.value) : heard.value,
        ...(heard.scaled ? { scaled: true } : {}),
      })
      at = heard.next
    } else {
      made.push(piece)
      at += 1
    }
  }
  return made
}
