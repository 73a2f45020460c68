// Everything that one message says, before it is known what it is for: plain words, numbers with their roles, links, names, goods.
import type { Prefer } from '../../model/understanding.ts'
import type { Kind, Platform } from '../../model/vocabulary.ts'
import { ADDRESS, FILLER, FORM } from '../../model/words.ts'
import { withAmounts } from './amounts.ts'
import {
  countriesIn,
  kindsIn,
  kindsRefused,
  type Mark,
  platformsIn,
  wishesIn,
  wishesRefused,
} from './goods.ts'
import { cutUp, foldText, type Piece } from './pieces.ts'
import { type Count, countsIn } from './roles.ts'
import { refused, wanted } from './wanted.ts'

export type Said = {
  /** As it came, and the same folded to plain letters. */
  text: string
  folded: string
  pieces: Piece[]
  /** The plain words in order, numbers as "#", links as "@link"; and the same without forms of address and fillers. */
  line: string
  bare: string
  asks: boolean
  platforms: Mark<Platform>[]
  kinds: Mark<Kind>[]
  countries: string[]
  wishes: Prefer[]
  /** What was named and is not wanted. */
  against: { kinds: Kind[]; countries: string[]; wishes: Prefer[] }
  counts: Count[]
  links: Mark<string>[]
  names: Mark<string>[]
  order?: string
  phone: boolean
  /** Words that the reader doesn't know: names of products, of people, or nothing. */
  strange: string[]
}

/** Forms of several words are one word from here on. */
const joined = (pieces: Piece[]): Piece[] => {
  const made: Piece[] = []
  for (let at = 0; at < pieces.length; ) {
    const length = [3, 2].find((size) => FORM.phrases.has(writtenOf(pieces, at, size))) ?? 1
    const piece = pieces[at] as Piece
    const text = FORM.phrases.get(writtenOf(pieces, at, length))
    const raw = pieces
      .slice(at, at + length)
      .map((one) => one.raw)
      .join(' ')
    made.push(length > 1 && text ? { ...piece, text, raw, known: true } : piece)
    at += length
  }
  return made
}

const writtenOf = (pieces: Piece[], at: number, length: number): string => {
  const part = pieces.slice(at, at + length)
  return part.length === length && part.every(({ sort }) => sort === 'word')
    ? part.map(({ raw }) => raw.toLowerCase()).join(' ')
    : ''
}

const DEED = /^(?:bayar|transfer|kirim|lunas|masuk|pesan)$/
/** "wis tak bayar": in Javanese "I", not "not". "sa su bayar": in the east "I" and "already". */
const deedAt = (pieces: Piece[], at: number): string | undefined => {
  const [raw, next] = [pieces[at]?.raw.toLowerCase(), pieces[at + 1]]
  const done = raw === 'su' && DEED.test(next?.text ?? '')
  if (done) return 'sudah'
  if (raw === 'tak' && pieces[at - 1]?.text === 'sudah' && DEED.test(next?.text ?? '')) return 'saya'
  const eastern = raw === 'sa' && /^(?:su|sudah|belum|mau)$/.test(next?.sort === 'word' ? next.text : '')
  return eastern ? 'saya' : undefined
}
const withDeeds = (pieces: Piece[]): Piece[] =>
  pieces.map((piece, at) => {
    const text = piece.sort === 'word' ? deedAt(pieces, at) : undefined
    return text ? { ...piece, text, known: true } : piece
  })

/** "no 2" is a number, "no" a no. */
const withNumbers = (pieces: Piece[]): Piece[] =>
  pieces.map((piece, at) => {
    const next = pieces[at + 1]?.raw === '.' ? pieces[at + 2] : pieces[at + 1]
    return piece.raw.toLowerCase() === 'no' && next?.sort === 'number' ? { ...piece, text: 'nomor' } : piece
  })

/** "ke ig warungkopi.senja": written like a name, where one is led in. */
const LEADS = /^(?:ke|akun|username|user|untuk|target|profil|nama|di|instagram|tiktok|ig|tt|fb|yt|x|link)$/
const withNames = (pieces: Piece[]): Piece[] =>
  pieces.map((piece, at) =>
    piece.sort === 'word' &&
    !piece.known &&
    /^[a-z\d_.]*[a-z\d][._][a-z\d][a-z\d_.]*$/i.test(piece.raw) &&
    (LEADS.test(pieces[at - 1]?.text ?? '') || LEADS.test(pieces[at - 1]?.raw.toLowerCase() ?? ''))
      ? { ...piece, sort: 'name', text: '@name', raw: `@${piece.raw}`, known: true }
      : piece,
  )

const marked = (pieces: Piece[], sort: Piece['sort']): Mark<string>[] =>
  pieces.flatMap((piece, at) => (piece.sort === sort ? [{ value: piece.raw, at, to: at + 1 }] : []))

/** Likes are always of a post, and followers of a profile, but where pages have both. */
const tells = (wish: Prefer, platforms: Mark<Platform>[], kinds: Mark<Kind>[]): boolean => {
  if (wish !== 'post' && wish !== 'profile') return true
  const open =
    platforms.length === 0 && kinds.every(({ value }) => value === 'likes' || value === 'followers')
  return open || platforms.some(({ value }) => value === 'facebook' || value === 'linkedin')
}

const orderIn = (pieces: Piece[], counts: Count[]): string | undefined => {
  const written = pieces.find(({ sort }) => sort === 'order')?.raw
  if (written) return written.toUpperCase()
  // Five letters alone are a word unless "order" leads and they are written large.
  const led = pieces.find(
    ({ raw, known }, at) =>
      !known && /^[A-HJKMNP-Z]{5}$/.test(raw) && /^pesan(?:an)?$/.test(pieces[at - 1]?.text ?? ''),
  )
  return led?.raw ?? counts.find(({ role }) => role === 'order')?.written
}

export const hear = (text: string): Said => {
  const folded = foldText(text)
  const pieces = withNames(withDeeds(withNumbers(withAmounts(joined(cutUp(folded))))))
  const spoken = pieces.filter(({ sort }) => sort !== 'break' && sort !== 'ask')
  const line = spoken.map((piece) => piece.text).join(' ')
  const bare = spoken
    .filter(({ text: word }) => !ADDRESS.has(word) && !FILLER.has(word))
    .map((piece) => piece.text)
    .join(' ')
  const counts = countsIn(pieces, line)
  const kinds = kindsIn(pieces)
  const countryMarks = countriesIn(pieces)
  const countries = wanted(countryMarks, pieces).map(({ value }) => value)
  const platforms = wanted(platformsIn(pieces, kinds), pieces)
  const order = orderIn(pieces, counts)
  return {
    text,
    folded,
    pieces,
    line,
    bare,
    asks: pieces.some(({ sort, text }) => sort === 'ask' || text === 'kah'),
    platforms,
    kinds,
    countries,
    wishes: wishesIn(line, countries).filter((wish) => tells(wish, platforms, kinds)),
    against: {
      kinds: kindsRefused(pieces),
      countries: refused(countryMarks, pieces).map(({ value }) => value),
      wishes: wishesRefused(line),
    },
    counts,
    links: marked(pieces, 'link'),
    names: marked(pieces, 'name'),
    ...(order ? { order } : {}),
    phone: pieces.some(({ sort }) => sort === 'phone'),
    strange: spoken
      .filter(({ sort, known }) => sort === 'word' && !known)
      .map(({ raw }) => raw.toLowerCase()),
  }
}
