// One written word → the shop's plain words for it: known forms, endings, drawn-out letters, words run together, single typing errors.
import { COUNTRY_WORDS, KIND_WORDS, PLATFORM_WORDS, RARE_COUNTRY_WORDS } from '../../model/vocabulary.ts'
import { ADDRESS, FILLER, FORM, NEVER_GUESSED, SCALES, UNITS } from '../../model/words.ts'
import { KNOWN, ORDINARY } from '../../model/words-known.ts'
import { SHORTHANDS } from '../../model/words-regional.ts'

/** `typo`: guessed from a word that nobody knows; good enough to sell by, not to take for a yes or a number. */
export type Plain = { text: string; known: boolean; typo?: boolean }

const goods = [PLATFORM_WORDS, KIND_WORDS, COUNTRY_WORDS].flatMap((table) => Object.keys(table))
const LEXICON: ReadonlySet<string> = new Set([
  ...FORM.words.keys(),
  ...[...FORM.phrases.keys(), ...goods].flatMap((form) => form.split(' ')),
  ...[...ADDRESS, ...FILLER, ...KNOWN],
  ...[UNITS, SCALES].flatMap((table) => Object.keys(table)),
])

const lookUp = (word: string): string | undefined => {
  if (ADDRESS.has(word)) return word
  return FORM.words.get(word) ?? (LEXICON.has(word) ? word : undefined)
}

/** "siaaap" → "siaap" → "siap": twice the letter may be right, thrice never. */
const undrawn = (word: string): string | undefined =>
  lookUp(word.replace(/(.)\1{2,}/gu, '$1$1')) ?? lookUp(word.replace(/(.)\1+/gu, '$1'))

const ENDINGS = /(?:nya|ku|mu|kah|lah|pun|nih|ny|in|kan|an|e|s)$/u
const stemmed = (word: string): string | undefined => {
  const stem = word.replace(ENDINGS, '')
  return stem.length >= 3 && stem !== word ? lookUp(stem) : undefined
}

/** Verbs in their formal dress: what stands before the root, and the letter that it swallowed. */
const BEGINNINGS: [beginning: RegExp, roots: string[]][] = [
  [/^(?:meng|peng|nge)(?=\p{L}{3})/u, ['', 'k']],
  [/^(?:meny|peny|ny)(?=[aiueo])/u, ['s']],
  [/^(?:mem|pem)(?=\p{L}{3})/u, ['', 'p']],
  [/^(?:men|pen)(?=\p{L}{3})/u, ['', 't']],
  [/^(?:di|ter|ber|me|ke|se|nga|n|ng|m)(?=\p{L}{3})/u, ['']],
]
const TAILS = /(?:nipun|ipun|nya|nye|nyo|ku|mu|kah|lah|kan|in|an|i|keun|no|ke|e|na)$/u
const SHORTEST_ROOT = 4

/** "mengeceknya", "dibatalin": a root that has a form of its own, dressed for the occasion. */
const undressed = (word: string): string | undefined => {
  if (word.length < 6) return undefined
  for (const [beginning, letters] of BEGINNINGS) {
    if (!beginning.test(word)) continue
    const rest = word.replace(beginning, '')
    for (const letter of letters) {
      const found = rooted(letter + rest)
      if (found) return found
    }
  }
  return rooted(word)
}

/** Betawi "lame", Minang "lamo": the a of the plain form. */
const withA = (word: string): string | undefined =>
  word.length > 3 && /[eo]$/u.test(word) ? FORM.words.get(`${word.slice(0, -1)}a`) : undefined

/** Sundanese "pangmurahna": the most of it. */
const superlative = (word: string): Plain[] | undefined => {
  const quality = /^pang(\p{L}{3,}?)(?:na)?$/u.exec(word)?.[1]
  const plain = quality && FORM.words.get(quality)
  return plain ? ['paling', plain].map((text) => ({ text, known: true })) : undefined
}

/** Tails come one after the other: "lanjutan-nya". */
const rooted = (word: string): string | undefined => {
  for (let root = word, cut = 0; root.length >= SHORTEST_ROOT && cut < 3; cut++) {
    const found = FORM.words.get(root)
    if (found && root !== word) return found
    if (found && cut === 0) return found
    const shorter = root.replace(TAILS, '')
    if (shorter === root) return undefined
    root = shorter
  }
  return undefined
}

/** "lain2" is "lain-lain". */
const doubled = (word: string): string | undefined =>
  /^\p{L}{3,}2$/u.test(word) ? lookUp(word.slice(0, -1)) : undefined

const SHORT_PIECES = new Set([
  'ig',
  'fb',
  'yt',
  'mau',
  'beli',
  'id',
  'ya',
  'ok',
  'oke',
  'kak',
  'gan',
  'mas',
  'deh',
  'rb',
  'aja',
  'yg',
  'di',
  'ga',
  'gak',
  'ngga',
  'dua',
  'brp',
  'hrg',
  'min',
  'max',
  'sub',
  'wt',
  'tt',
  'udh',
  'dah',
  'blm',
  'msk',
  'byr',
  'fol',
  'foll',
  'dong',
])
const isPiece = (piece: string): boolean =>
  SHORT_PIECES.has(piece) || (piece.length >= 4 && LEXICON.has(piece) && !ADDRESS.has(piece))

/** The fewest known words that fill a long one: "maubelifollowersig". */
const split = (word: string): string[] | undefined => {
  if (word.length < 6 || word.length > 40) return undefined
  const best: (string[] | undefined)[] = [[]]
  for (let end = 1; end <= word.length; end++) {
    for (let from = Math.max(0, end - 14); from < end; from++) {
      const before = best[from]
      const piece = word.slice(from, end)
      const better = before && (!best[end] || before.length + 1 < (best[end]?.length ?? 0))
      if (better && isPiece(piece)) best[end] = [...before, piece]
    }
  }
  const pieces = best[word.length]
  return pieces && pieces.length > 1 ? pieces : undefined
}

const MIN_FIX = 5
const deletions = (word: string): string[] =>
  Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))

const isNeverGuessed = (word: string): boolean =>
  NEVER_GUESSED.has(word) || Object.hasOwn(RARE_COUNTRY_WORDS, word)

/** Every known word by itself and by what is left when one letter is missing: a typing error meets it there. */
const NEAR: ReadonlyMap<string, string[]> = (() => {
  const near = new Map<string, string[]>()
  for (const word of LEXICON) {
    if (word.length < MIN_FIX || word in UNITS || word in SCALES || isNeverGuessed(word)) continue
    for (const key of [word, ...deletions(word)]) near.set(key, [...(near.get(key) ?? []), word])
  }
  return near
})()

/** One letter more, less, other or two swapped. */
const oneApart = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  const [restA, restB] = [a.slice(at), b.slice(at)]
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2)
}

const corrected = (word: string): string | undefined => {
  if (word.length < MIN_FIX || /[\d_.]/u.test(word)) return undefined
  for (const key of [word, ...deletions(word)]) {
    const found = NEAR.get(key)?.find((known) => known[0] === word[0] && oneApart(word, known))
    if (found) return lookUp(found)
  }
  return undefined
}

/** "igf" says two words. */
const shorthand = (word: string): Plain[] | undefined =>
  Object.hasOwn(SHORTHANDS, word)
    ? SHORTHANDS[word]?.split(' ').map((text) => ({ text, known: true }))
    : undefined

export const plainWords = (word: string): Plain[] => {
  const several = shorthand(word) ?? (FORM.words.has(word) ? undefined : superlative(word))
  if (several) return several
  if (ORDINARY.has(word) && !LEXICON.has(word)) return [{ text: word, known: true }]
  const sure =
    lookUp(word) ?? undrawn(word) ?? doubled(word) ?? stemmed(word) ?? undressed(word) ?? withA(word)
  if (sure) return [{ text: sure, known: true }]
  const pieces = split(word)
  if (pieces) return pieces.map((piece) => ({ text: lookUp(piece) ?? piece, known: true }))
  const fixed = corrected(word)
  return fixed ? [{ text: fixed, known: true, typo: true }] : [{ text: word, known: false }]
}

export const isKnown = (word: string): boolean => LEXICON.has(word) || lookUp(word) !== undefined
