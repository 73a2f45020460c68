// A message cut into pieces, in order: links, names, e-mail addresses, telephone numbers, numbers with their unit, words, breaks.
import { SCALES } from '../../model/words.ts'
import { isKnown, plainWords } from './spelling.ts'

/** `text`: the plain form of a word. `value`: of a number, with its unit counted in. */
export type Piece = {
  sort: 'word' | 'number' | 'link' | 'name' | 'mail' | 'phone' | 'order' | 'break' | 'ask'
  raw: string
  text: string
  known: boolean
  /** Guessed from a typing error. */
  typo?: boolean
  value?: number
  /** Written with k, rb, juta: never a product's number. */
  scaled?: boolean
  money?: boolean
  /** "30h", "50%", "2x": counts something else than units. */
  other?: boolean
  /** Where it begins in the message. */
  from: number
}

/** Something that a message names, and where. */
export type Mark<Value> = { value: Value; at: number; to: number }

const HOST = String.raw`(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+`
const SITE = String.raw`(?:co\.id|my\.id|web\.id|or\.id|ac\.id|sch\.id|go\.id|biz\.id|com|net|org|shop|store|site|online|xyz|info|io|dev|app)`
const PIECE = new RegExp(
  [
    String.raw`(?<mail>[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+\.[\p{L}\p{N}.]*[\p{L}\p{N}])`,
    String.raw`(?<link>(?:[a-z][a-z0-9+.-]*:\/\/|www\.)[^\s<>"'“”]+|${HOST}[a-z]{2,10}\/[^\s<>"'“”]*|${HOST}${SITE}(?![\p{L}\p{N}._-]))`,
    String.raw`(?<phone>(?<![\p{L}\p{N}])(?:\+\s?62|62|08)[\d\s.-]{7,18}\d(?![\p{L}\p{N}]))`,
    String.raw`(?<name>@[\p{L}\p{N}_][\p{L}\p{N}_.]*)`,
    String.raw`(?<chunk>(?<![\p{L}\p{N}])\d(?=[a-z0-9]{0,3}[a-z]\d|[a-z0-9]{0,2}[a-z][a-z])[a-z0-9]{4}(?![\p{L}\p{N}._])|\d+[.,]\d{1,2}\s(?:ribu|rebu|rb|juta|jt|k)(?![\p{L}\p{N}])|\d+(?:[.,]\d+)*[\p{L}%]*\d*|[\p{L}\p{N}_]+(?:[.'’_][\p{L}\p{N}_]+)*)`,
    String.raw`(?<ask>\?)`,
    String.raw`(?<stop>[.,;:!\n/()&+]|[#-])`,
  ].join('|'),
  'giu',
)

const DIGITS = /^(?:rp|idr|usd)?[._]?(\d+(?:[.,]\d+)*)\s?(%|[\p{L}]*)$/iu
const UNIT_TAIL = /^(an|x|pcs|biji|nya|aja|ya)$/iu

/** "." before three digits groups thousands; otherwise "." and "," are decimal. A comma before three digits is an English thousand. */
export const numberOf = (text: string): number => {
  const grouped = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(text)
  if (grouped) return Number(text.replaceAll('.', '').replace(',', '.'))
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return Number(text.replaceAll(',', ''))
  return Number(text.replace(',', '.'))
}

const scaleOf = (unit: string): number | undefined => {
  const bare = unit.toLowerCase()
  return SCALES[bare] ?? SCALES[bare.replace(/(?:an|nya)$/, '')] ?? (bare === 'm' ? 1_000_000 : undefined)
}
const DURATION = /^(?:h|hr|d|day|days|hari|jam|menit|mnt|bulan|bln|%|kali)$/iu

type At = { raw: string; from: number }

const numberPiece = ({ raw, from }: At, digits: string, unit: string): Piece[] | null => {
  const base: Piece = { sort: 'number', raw, text: '#', known: true, value: numberOf(digits), from }
  if (/^(?:rp|idr)/iu.test(raw)) base.money = true
  const scale = unit ? scaleOf(unit) : undefined
  if (scale) return [{ ...base, value: Math.round((base.value ?? 0) * scale), scaled: true }]
  if (DURATION.test(unit)) return [{ ...base, other: true }]
  const apart = digits.split(',')
  if (!unit && apart.length > 1 && !Number.isInteger(base.value))
    return apart.map((one) => ({ ...base, value: numberOf(one) }))
  if (!unit || UNIT_TAIL.test(unit)) return [base]
  const words = plainWords(unit.toLowerCase())
  return words.every((word) => word.known)
    ? [base, ...words.map((word) => ({ sort: 'word' as const, raw: unit, from, ...word }))]
    : null
}

const ORDER = /^(?=.*[A-HJKMNP-Z])(?=.*\d)[A-HJKMNP-Z2-9]{5}$/i
/** "225rb" has an order number's letters, and is none. */
const isOrder = (raw: string): boolean => {
  // "lama2" is "lama-lama".
  if (!ORDER.test(raw) || /^[a-z]{4}2$/.test(raw)) return false
  const unit = /^\d+(\p{L}+)$/u.exec(raw)?.[1]?.toLowerCase()
  return (
    unit === undefined ||
    !(/^(?:x|an|pcs|biji)$/.test(unit) || scaleOf(unit) || DURATION.test(unit) || isKnown(unit))
  )
}

/** "id2", "no3", "ig1000": a known word with a number behind it. */
const CUED = /^(\p{L}{2,})[.]?(\d+(?:[.,]\d{3})*)(\p{L}{0,14})$/u

/** "lama2" is "lama-lama"; "nomor2" is a number. */
const isTwice = ([, word = '', digits, unit]: RegExpExecArray): boolean =>
  digits === '2' && !unit && word.length > 3 && !/^(?:nomo|nome|pili|opsi|prod)/.test(word)

/** A known word, or several run together: "likeig100". */
const isSpoken = (word: string): boolean =>
  isKnown(word) || (word.length > 4 && plainWords(word).every(({ known, typo }) => known && !typo))

const wordPieces = ({ raw, from }: At): Piece[] => {
  const lower = raw.toLowerCase()
  const cued = CUED.exec(lower)
  if (cued?.[1] && (cued[2]?.length ?? 0) < 9 && isSpoken(cued[1]) && !isTwice(cued)) {
    const [, word, digits = '', unit = ''] = cued
    const number = numberPiece({ raw: digits + unit, from: from + word.length }, digits, unit)
    if (number)
      return [
        ...plainWords(word).map((one) => ({ sort: 'word' as const, raw: word, from, ...one })),
        ...number,
      ]
  }
  const parts = lower.split('.')
  if (parts.length > 1 && parts.every((part) => isKnown(part)))
    return parts.flatMap((part) => wordPieces({ raw: part, from }))
  return plainWords(lower.replaceAll('’', "'")).map((word) => ({ sort: 'word' as const, raw, from, ...word }))
}

/** "R30" is how panels write a guarantee of 30 days. */
const GUARANTEE = /^r(\d{1,3})$/iu

const chunkPieces = (at: At): Piece[] => {
  const [, whole, scale = '', tenth] = /^(\d{1,3})(k|rb|jt)(\d)$/iu.exec(at.raw) ?? []
  // "1k5" is 1500.
  if (whole)
    return [
      {
        sort: 'number',
        text: '#',
        known: true,
        value: Math.round(Number(`${whole}.${tenth}`) * (scaleOf(scale) ?? 1)),
        scaled: true,
        ...at,
      },
    ]
  const days = GUARANTEE.exec(at.raw)?.[1]
  if (days && Number(days) > 4)
    return [
      { sort: 'word', text: 'refill', known: true, ...at },
      { sort: 'number', text: '#', known: true, value: Number(days), other: true, raw: days, from: at.from },
    ]
  if (isOrder(at.raw)) return [{ sort: 'order', text: '@order', known: true, ...at }]
  const [, digits, unit = ''] = DIGITS.exec(at.raw) ?? []
  const number = digits === undefined ? null : numberPiece(at, digits, unit)
  return number ?? wordPieces(at)
}

const PHONE_DIGITS = /^(?:62|0)\d{8,14}$/
const TRAILING = /[.,;:!?)\]}'"”*]+$/u

const pieceOf = (groups: Record<string, string | undefined>, at: At): Piece[] => {
  const one = (sort: Piece['sort'], raw = at.raw): Piece[] => [
    { sort, text: `@${sort}`, known: true, raw, from: at.from },
  ]
  if (groups['mail']) return one('mail')
  if (groups['link']) return one('link', at.raw.replace(TRAILING, ''))
  if (groups['phone']) {
    const digits = at.raw.replace(/\D/g, '')
    return PHONE_DIGITS.test(digits) && digits.length >= 9
      ? one('phone')
      : at.raw.split(/[\s-]+/).flatMap((raw) => chunkPieces({ raw, from: at.from }))
  }
  if (groups['name']) return one('name', at.raw.replace(/\.+$/, ''))
  if (groups['ask']) return one('ask')
  return groups['stop'] ? [{ sort: 'break', text: at.raw, known: true, ...at }] : chunkPieces(at)
}

/** Bold and italic letters of other alphabets, wide digits and the like read as plain ones; what cannot be seen goes. */
export const foldText = (text: string): string => text.normalize('NFKC').replace(/\p{Cf}|\ufe0f/gu, '')

export const cutUp = (folded: string): Piece[] =>
  [...folded.matchAll(PIECE)].flatMap((match) =>
    pieceOf(match.groups ?? {}, { raw: match[0], from: match.index }),
  )
