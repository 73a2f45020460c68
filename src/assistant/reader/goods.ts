// Platforms, kinds, countries and wishes named in a message, each with its place, so that a later correction can outweigh it.
import type { Prefer } from '../../model/understanding.ts'
import {
  COUNTRY_WORDS,
  KIND_ON,
  KIND_WORDS,
  type Kind,
  PLATFORM_WORDS,
  type Platform,
} from '../../model/vocabulary.ts'
import type { Mark, Piece } from './pieces.ts'
import { refused, wanted } from './wanted.ts'

export type { Mark } from './pieces.ts'

const LONGEST = 3

const asWritten = (pieces: Piece[]): string => pieces.map(({ raw }) => raw.toLowerCase()).join(' ')
const asMeant = (pieces: Piece[]): string => pieces.map(({ text }) => text).join(' ')

/** The longest phrase of the table that begins here. */
const phraseAt = <Value extends string>(
  table: Record<string, Value>,
  pieces: Piece[],
  at: number,
): Mark<Value> | null => {
  for (let length = LONGEST; length > 0; length--) {
    const part = pieces.slice(at, at + length)
    if (part.length < length || part.some(({ sort }) => sort !== 'word')) continue
    const written = asWritten(part)
    const name = Object.hasOwn(table, written) ? written : asMeant(part)
    if (Object.hasOwn(table, name)) return { value: table[name] as Value, at, to: at + length }
  }
  return null
}

export const marksOf = <Value extends string>(
  table: Record<string, Value>,
  pieces: Piece[],
): Mark<Value>[] => {
  const found: Mark<Value>[] = []
  for (let at = 0; at < pieces.length; ) {
    const mark = phraseAt(table, pieces, at)
    if (mark) found.push(mark)
    at = mark?.to ?? at + 1
  }
  return found
}

/** A lone "x" is the platform only beside a kind. */
const lonelyX = (pieces: Piece[], kinds: Mark<Kind>[]): Mark<Platform>[] =>
  pieces.flatMap((piece, at) =>
    piece.raw.toLowerCase() === 'x' && kinds.some((kind) => kind.to === at || kind.at === at + 1)
      ? [{ value: 'twitter' as const, at, to: at + 1 }]
      : [],
  )

/** "wa 0812…": where the customer is reached, not what is bought. */
const isContact = (pieces: Piece[], { value, to }: Mark<Platform>): boolean =>
  value === 'whatsapp' &&
  [pieces[to], pieces[to + 1], pieces[to + 2]].some((next) => next?.sort === 'phone') &&
  !pieces.slice(to, to + 2).some(({ sort, text }) => sort === 'word' && text !== 'saya' && text !== 'nomor')

export const platformsIn = (pieces: Piece[], kinds: Mark<Kind>[]): Mark<Platform>[] => {
  const named = marksOf(PLATFORM_WORDS, pieces).filter((mark) => !isContact(pieces, mark))
  return named.length > 0 ? named : lonelyX(pieces, kinds)
}

/** "views buat story": the narrower kind stands for both words. */
const NARROWER: [wide: Kind, narrow: Kind][] = [
  ['views', 'story_views'],
  ['views', 'live_views'],
  ['views', 'watch_time'],
  ['likes', 'dislikes'],
]

/** "pelanggan YouTube": of a channel, not of the shop. */
const ofChannel = (pieces: Piece[]): Mark<Kind>[] => {
  if (!pieces.some(({ text }) => PLATFORM_WORDS[text] === 'youtube')) return []
  return pieces.flatMap(({ raw }, at) =>
    /^pelanggan(?:nya|e|na)?$/i.test(raw) ? [{ value: 'subscribers' as const, at, to: at + 1 }] : [],
  )
}

const kindsNamed = (pieces: Piece[]): Mark<Kind>[] => {
  const named = marksOf(KIND_WORDS, pieces).filter(({ at }) => !isDeed(pieces, at))
  return named.length > 0 ? named : ofChannel(pieces)
}

/** Kinds that are named and not wanted: "bukan live". */
export const kindsRefused = (pieces: Piece[]): Kind[] =>
  refused(kindsNamed(pieces), pieces).map(({ value }) => value)

export const kindsIn = (pieces: Piece[]): Mark<Kind>[] => {
  const found = wanted(kindsNamed(pieces), pieces)
  const values = new Set(found.map(({ value }) => value))
  return found.filter(({ value }) => !NARROWER.some(([wide, narrow]) => value === wide && values.has(narrow)))
}

/** "like product yang mana", "nonton dulu", "suka banget", "share link": deeds of the speaker, not goods. */
const isDeed = (pieces: Piece[], at: number): boolean => {
  const word = pieces[at]?.raw.toLowerCase() ?? ''
  const before = pieces[at - 1]?.text
  const after = pieces[at + 1]?.text
  if (word === 'suka') return before === 'saya' || after === 'banget' || (after === undefined && at === 0)
  if (word === 'share' || word === 'save' || word === 'review') return after === 'link' || after === 'qris'
  if (word === 'follow')
    return (
      after === 'kembali' || after === 'up' || /^(?:di|harus|perlu|wajib|tidak|mesti)$/.test(before ?? '')
    )
  if (word === 'love') return after === 'you' || before === 'saya'
  if (word === 'live' || word === 'play') return after === 'store'
  return word === 'like' && (after === 'this' || before === 'would' || before === 'something')
}

/** What a kind means on its platform; both marks keep their places. */
export const kindOn = (kind: Kind, platforms: Platform[]): Kind => {
  const [only, second] = platforms
  return (only && !second && KIND_ON[only]?.[kind]) || kind
}

export const countriesIn = (pieces: Piece[]): Mark<string>[] => marksOf(COUNTRY_WORDS, pieces)

const WISHES: [wish: Prefer, says: RegExp][] = [
  [
    'cheapest',
    /\b(?:termurah|murah|hemat|terendah)\b(?! meriah tidak)|\b(?:tidak|jangan|bukan) (?:usah |mau |perlu )?(?:yang )?mahal\b/,
  ],
  [
    'refill',
    /\b(?:garansi|refill)\b|\byang (?:tidak|anti|jangan|non) (?:gampang |mudah |cepat |suka |sering |bakal )*(?:drop|hilang)\b/,
  ],
  ['lifetime', /\b(?:permanen|permanent|lifetime|selamanya)\b/],
  [
    'custom',
    /\b(?:sendiri|custom)\b|\b(?:komen\w*|comments?|komentar)\b.*\b(?:request|tentu\w*|sesuai|dari saya|saya yang|tulis|ditulis|nulis|ketik|bebas)\b/,
  ],
  ['random', /\b(?:acak|random)\b/],
  ['shorts', /\bshorts?\b/],
  ['premium', /\bpremium\b/],
  ['page', /\b(?:page|halaman|fanspage|fanpage|fp)\b/],
  ['profile', /\bprofil\b/],
  ['post', /\b(?:post|postingan|posting|feed)\b/],
  [
    'no_bot',
    /\b(?:real|organik)\b|\b(?:orang|akun|user|pengguna) (?:nyata|sungguhan|hidup|aktif)\b|\bmanusia\b|\b(?:yang|real|dan) aktif\b|\b(?:bukan|tidak|anti|non|jangan) (?:yang )?bot\b/,
  ],
  ['fast', /\bcepat\b/],
]

/** A refusal of something is no wish for it: "tidak usah garansi". */
const REFUSED =
  /\b(?:tidak|tiada|tanpa|bukan|jangan|non|no)\b(?: (?:usah|perlu|butuh|ada|mau|yang|untuk|pakai|dengan|harus))* (?:garansi|refill|premium|cepat|murah|permanen|shorts?|acak|page)\b/g

const wishesOf = (line: string): Prefer[] =>
  WISHES.filter(([, says]) => says.test(line)).map(([wish]) => wish)

/** "tanpa garansi", "bukan shorts": what a product should not have; "ga usah garansi" only does not ask for it. */
export const wishesRefused = (line: string): Prefer[] =>
  wishesOf(
    (line.match(REFUSED) ?? []).filter((said) => !/\b(?:usah|perlu|butuh|harus|mau)\b/.test(said)).join(' '),
  )

/** Wishes of the plain line; a country that is Indonesia is one, too. */
export const wishesIn = (line: string, countries: string[]): Prefer[] => {
  const named = wishesOf(line.replace(REFUSED, ' '))
  return countries.includes('ID') ? [...named, 'indonesia'] : named
}
