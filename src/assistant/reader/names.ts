// A user name written bare, when a link or a name was asked for: the one word of the message that is nothing else.
import { ADDRESS, FILLER } from '../../model/words.ts'
import { ORDINARY } from '../../model/words-known.ts'
import { isKnown, plainWords } from './spelling.ts'

const SHAPE = /^@?(?=.*\p{L})[\p{L}\p{N}_][\p{L}\p{N}_.]{1,49}$/u
const AMOUNT = /^(?:rp)?\d[\d.,]*(?:k|rb|ribu|jt|juta|x|an)?$/i
/** The next word is the name, whatever it is. */
const CUE =
  /^(?:@|user|username|usn|uname|akun|akunnya|akunku|account|usernamenya|nama|target|targetnya|profil|profilnya|link|linknya)$/i

const BESIDE = new Set(
  'ini ok ya sip ig instagram tiktok fb facebook yt youtube kirim halo id tadi lanjut silakan siap jumlah sebanyak mau'.split(
    ' ',
  ),
)

type Chunk = { text: string; known: boolean; sure: boolean }

/** Underscores, inner dots and digits in the middle are no part of ordinary words. */
const isNameLike = (text: string): boolean =>
  /_|\p{L}\.\p{L}|\p{L}\.\d|\d\.\p{L}/u.test(text) ||
  (/\p{L}\d/u.test(text) && !/^\p{L}{1,3}\d{1,2}$/u.test(text))

const chunkOf = (text: string): Chunk => {
  const lower = text.toLowerCase()
  const plain = plainWords(lower)
  const like = isNameLike(text)
  // "okekak" and "tokoindonesia" are both made of known words; only a message of it alone can tell.
  const known =
    !like && (isKnown(lower) || (plain.length === 1 && plain[0]?.known === true && !ORDINARY.has(lower)))
  return { text, known, sure: like || ORDINARY.has(lower) || !plain.every((word) => word.known) }
}

const chunksOf = (folded: string): string[] =>
  folded
    .split(/[\s,;:()"'“”?!]+/u)
    .map((part) => part.replace(/^[.=-]+|[.=-]+$/gu, ''))
    .filter(Boolean)

export type NameFound = { name: string; sure: number }

/** Beside words of its own kind ("toko kopi") it may be half a name; beside fillers it stands alone. */
const sureOf = (found: Chunk, parts: string[]): number => {
  const others = parts.filter((part) => part !== found.text && !isBeside(part))
  if (others.length > 0 && !isNameLike(found.text)) return 0.4
  return found.sure ? 0.9 : 0.72
}

const isBeside = (part: string): boolean => {
  const word = part.toLowerCase()
  const plain = plainWords(word)[0]?.text ?? word
  return (
    FILLER.has(word) ||
    FILLER.has(plain) ||
    ADDRESS.has(word) ||
    CUE.test(word) ||
    AMOUNT.test(word) ||
    BESIDE.has(plain)
  )
}

/** Null when there is none, or when two could be it. */
export const nameIn = (folded: string): NameFound | null => {
  const parts = chunksOf(folded)
  const cue = parts.findIndex((part) => CUE.test(part))
  const after = parts
    .slice(cue + 1)
    .find((part) => !FILLER.has(part.toLowerCase()) && !ADDRESS.has(part.toLowerCase()) && !CUE.test(part))
  const shaped = parts.filter((part) => SHAPE.test(part) && !AMOUNT.test(part)).map(chunkOf)
  const names = shaped.filter(({ known }) => !known)
  const [only, second] = names
  if (only && !second) return { name: only.text, sure: sureOf(only, parts) }
  const marked = names.filter(({ text }) => isNameLike(text))
  if (marked.length === 1 && marked[0]) return { name: marked[0].text, sure: 0.75 }
  if (cue >= 0 && !only && after && SHAPE.test(after) && !isKnown(after.toLowerCase()))
    return { name: after, sure: 0.75 }
  return null
}
