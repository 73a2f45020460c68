// What a row states about quality and object, in our vocabulary: for matching a wish and, a few of them, for the made name.
// "Real", "HQ" and the like are kept as the panel's claims for ranking; no name or description repeats them.
import type { Platform } from '../model/vocabulary.ts'
import type { Thing } from './facts-kinds.ts'
import { type Fold, wordsIn } from './facts-match.ts'

/** A trait, the words that call for it, and what must then hold of the whole text. Words first: most rows have none of them. */
type Line = readonly [trait: string, words: string, pattern?: RegExp]

const OBJECTS = '(?:views?|videos?|photos?|reels?|shorts?|tv|igtv|posts?|profiles?|pages?)'
/** One of several objects in a list ("Video / Reels") says nothing; alone it says what the link must be. */
const alone = (word: string): RegExp =>
  new RegExp(`(?<!${OBJECTS} ?(?:/|&|and|,) ?)\\b${word}\\b(?! ?(?:/|&|,) ?${OBJECTS}| and ${OBJECTS})`)

const LINES: readonly Line[] = [
  ['shorts', 'short,shorts', alone('shorts?')],
  ['reels', 'reel,reels', alone('reels?')],
  ['page', 'page,pages,fanpage,halaman', /halaman|(?:fan ?)?pages?\b(?! ?\/)/],
  ['profile', 'profile,profiles,profil', alone('profil(?:es?)?')],
  ['post', 'post,posts'],
  ['group', 'group,groups,grup'],
  ['channel', 'channel,channels,saluran'],
  ['community', 'community'],
  ['product', 'product,products,produk'],
  ['premium', 'premium'],
  ['custom', 'custom'],
  ['random', 'random,acak'],
  ['emoji', 'emoji,emojis'],
  ['positive', 'positive,positif'],
  ['negative', 'negative,negatif'],
  ['live_chat', 'chat', /\blive ?chat\b/],
  [
    'no_bot',
    'bot,bots,real,asli',
    /\b(?:no|non|not|bukan|tanpa)[ -]?bots?\b|\breal\b(?!.*\bbots?\b)|\bakun asli\b/,
  ],
  ['real', 'real'],
  ['bot', 'bot,bots', /(?<!\b(?:no|non|not|bukan|tanpa)[ -]?)\bbots?\b/],
  ['fast', 'fast,faster,fastest,instant,cepat,kilat'],
  ['slow', 'slow,pelan'],
  ['no_drop', 'drop,drops', /\b(?:no|non|zero)[ -]?drops?\b/],
  ['hq', 'hq'],
  ['hq', 'quality', /\bhigh[ -]quality\b/],
  ['ads', 'ads'],
  ['mix', 'mix,mixed,campuran'],
  ['auto', 'auto'],
  ['female', 'female,woman,women,wanita,cewek'],
  ['male', 'male,pria,cowok'],
  ['verified', 'verified'],
  ['lifetime', 'lifetime'],
  ['lifetime', 'life,hidup', /\blife time\b|\bseumur hidup\b/],
]

const BY_WORD: ReadonlyMap<string, Line[]> = LINES.reduce((map, line) => {
  for (const word of line[1].split(',')) map.set(word, [...(map.get(word) ?? []), line])
  return map
}, new Map<string, Line[]>())

/** Elsewhere the word means something else, or nothing. */
const ONLY_ON: Record<string, readonly Platform[]> = {
  shorts: ['youtube'],
  reels: ['instagram', 'facebook'],
  community: ['youtube'],
  profile: ['facebook', 'linkedin', 'spotify'],
  page: ['facebook', 'linkedin'],
}

const collect = (traits: Set<string>, text: string, words: readonly string[]): void => {
  for (const word of words)
    for (const [trait, , pattern] of BY_WORD.get(word) ?? [])
      if (!pattern || pattern.test(text)) traits.add(trait)
}

const DURATION = /(?<!\bin )\b(\d{1,4})\s?-?\s?(m|mins?|minutes?|menit|hours?|hrs?|h|jam)\b/
const LONGEST = 1440

/** How long the viewers of a live stay is the product itself. */
const minutesOf = (name: string): number | undefined => {
  const [, count, unit = ''] = DURATION.exec(name) ?? []
  const minutes = Number(count) * (/^[hj]/.test(unit) ? 60 : 1)
  return minutes >= 1 && minutes <= LONGEST ? minutes : undefined
}

type Read = { thing: Thing; platform: Platform; type: string }

/** Each once, in the order that the name and then the category say them. */
export const traitsOf = ({ name, words, category }: Fold, { thing, platform, type }: Read): string[] => {
  const said = new Set<string>()
  collect(said, name, words)
  collect(said, category, wordsIn(category))
  if (type === 'custom_comments') said.add('custom')
  const minutes = thing.kind === 'live_views' ? minutesOf(name) : undefined
  if (minutes !== undefined) said.add(`minutes_${minutes}`)
  return [...said].filter((trait) => ONLY_ON[trait]?.includes(platform) ?? true)
}
