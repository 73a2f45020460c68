// What a row sells and what kind of link it needs. Kinds follow the platform: YouTube's followers are subscribers, Telegram's are members.
import type { LinkKind } from '../model/service.ts'
import type { Kind, Platform } from '../model/vocabulary.ts'
import { earliest, type Fold, type Row } from './facts-match.ts'

/** A thing outside our list of kinds has a word of its own for the made name. */
export type Thing = { kind: Kind; noun?: string; linkKind?: LinkKind }

const ours = (kind: Kind, pattern: string): Row<Thing> => [{ kind }, pattern]
const others = (noun: string, pattern: string, linkKind: LinkKind = 'any'): Row<Thing> => [
  { kind: 'other', noun, linkKind },
  pattern,
]

const SEEN = '(?:views?|viewers?|watch(?:ing|ers?)?|penonton|tayangan)'

/** Looks like one of our kinds and is another product: sold as likes, a buyer would get likes on a comment. */
const LOOKALIKES: readonly Row<Thing>[] = [
  others('Likes Komentar', 'comments? likes?|likes? (?:on |for )?(?:comments?|komentar)'),
  others('Dislikes Komentar', 'comments? dislikes?'),
  others('Balasan Komentar', '(?:custom )?comments? repl(?:y|ies)|repl(?:y|ies) comments?|balasan komentar'),
  others('Likes Story', 'stor(?:y|ies) likes?', 'profile'),
  others('Kunjungan Profil', 'profile visits?|visits? profile', 'profile'),
  others('Pendengar Bulanan', 'monthly listeners?', 'profile'),
  others('Vote Story', 'stor(?:y|ies) (?:poll )?votes?', 'profile'),
  others('Vote Polling', 'polls?(?: votes?)?|votes?|voting', 'post'),
  others('Mention', 'mentions?(?: custom list)?', 'profile'),
  others('Boost', 'boosts?(?= |$)', 'channel'),
  others('Stars', 'stars?(?! ?(?:reviews?|ratings?|ulasan))', 'post'),
  others('Bot Start', 'bot (?:start|ref(?:erral)?s?)|start bot'),
  others('Repost', 'reposts?', 'post'),
  others('Koneksi', 'connections?|koneksi', 'profile'),
  others('Install', '(?:app )?installs?'),
]

const STRONG: readonly Row<Thing>[] = [
  ours('watch_time', '(?:\\d+ ?h(?:ours?)? )?watch ?(?:time|hours?)|jam tayang'),
  ...LOOKALIKES,
  ours('story_views', `(?:stor(?:y|ies)|highlights?)[^|]{0,20}?\\b${SEEN}|${SEEN} stor(?:y|ies)`),
  ours(
    'live_views',
    `live(?:[ -]?stream(?:ing)?)?\\b[^|,+]{0,20}?\\b${SEEN}|(?:livestream|premiere) ${SEEN}|${SEEN} live`,
  ),
  ours('dislikes', 'dis-?likes?'),
  ours('reactions', '(?:post |positive |negative )?reactions?|reaksi'),
  ours('retweets', 're-?tweets?'),
  ours('subscribers', 'subs?(?:c?ribe(?:rs?|s)?)?'),
  ours('followers', 'follow(?:ers?|s)?|pengikut'),
  ours('members', 'members?|anggota'),
  ours('saves', 'saves?|bookmarks?'),
  ours('shares', 'shares?'),
  ours('impressions', 'impressions?|impresi'),
  ours('comments', 'comments?|komen(?:tar)?'),
  ours('reviews', 'reviews?|ulasan'),
  ours('plays', 'plays'),
  ours('traffic', 'traffic'),
  ours('likes', 'likes?|suka'),
  ours('views', SEEN),
]

/** Words that mean a kind only where nothing clearer stands. */
const WEAK: readonly Row<Thing>[] = [
  ours('members', 'mem'),
  ours('followers', 'fans|friends?'),
  ours('saves', 'fav(?:ou?rite)?s?|wishlist'),
  ours('plays', '(?<!google )play(?! ?store)|streams?|listeners?|downloads?'),
  ours('reviews', 'ratings?'),
  ours('traffic', 'visit(?:or)?s?|pengunjung|kunjungan'),
  ours('impressions', 'reach'),
  ours('likes', 'love|hearts?|upvotes?'),
  ours('live_views', 'live'),
]

const strong = earliest(STRONG)
const weak = earliest(WEAK)
const NOTHING: Thing = { kind: 'other' }

const STRONG_WORDS = STRONG.map(([, pattern]) => pattern).join('|')
const GIVEN = '(?:free|bonus|gratis)'
const GIVEN_WORD = new RegExp(`\\b${GIVEN}\\b`)
/** "Free likes + followers": what is given away is not what is sold, wherever it stands. */
const GIVEN_AWAY = new RegExp(`\\b${GIVEN}\\s(?:${STRONG_WORDS})\\b`, 'g')
const JOINED = /[+&,(]|\b(?:and|dan|with|plus|free|bonus|gratis)\b/
const ALONG = new RegExp(
  `(?:[+&,(]|\\b(?:and|dan|with|plus|free|bonus|gratis)\\b)\\s{0,3}(?:[a-z]{2,12}\\s){0,2}?(${STRONG_WORDS})\\b`,
  'g',
)

const FOLLOWED: Partial<Record<Platform, Kind>> = { youtube: 'subscribers', telegram: 'members' }
const isFollowing = (kind: Kind) => kind === 'followers' || kind === 'subscribers'

/** The same word is another thing elsewhere. */
const onPlatform = (thing: Thing, platform: Platform): Thing => {
  if (isFollowing(thing.kind)) return { ...thing, kind: FOLLOWED[platform] ?? 'followers' }
  if (thing.noun === 'Repost' && platform === 'twitter') return { kind: 'retweets' }
  return thing
}

type Texts = Pick<Fold, 'name' | 'category' | 'description'>

const soldIn = (name: string): Thing | undefined => {
  const paid = GIVEN_WORD.test(name) ? strong(name.replace(GIVEN_AWAY, ' ')) : undefined
  return paid ?? strong(name) ?? weak(name)
}

export const thingOf = ({ name, category, description }: Texts, platform: Platform): Thing =>
  onPlatform(soldIn(name) ?? strong(category) ?? weak(category) ?? strong(description) ?? NOTHING, platform)

/** Kinds of our list that a name joins to what it sells. */
export const alongOf = (name: string, sold: Kind, platform: Platform): Kind[] => {
  if (!JOINED.test(name)) return []
  const joined = [...name.matchAll(ALONG)].flatMap(([, word = '']) => {
    const thing = strong(word)
    return thing ? [onPlatform(thing, platform).kind] : []
  })
  return [...new Set(joined)].filter((kind) => kind !== sold && kind !== 'other')
}

const VIDEO_PLATFORMS: readonly Platform[] = ['youtube', 'tiktok']
const PAGE = /\b(?:fan ?)?pages?\b|\bhalaman\b/
const GROUP = /\bgroups?\b|\bgrup\b|\bgc\b/

const followed = (platform: Platform, name: string): LinkKind => {
  if (platform === 'whatsapp') return 'channel'
  if (platform === 'spotify') return /\bplaylist\b/.test(name) ? 'any' : 'profile'
  if (platform === 'linkedin') return /\bcompany|page\b/.test(name) ? 'page' : 'profile'
  if (platform !== 'facebook') return 'profile'
  if (GROUP.test(name)) return 'channel'
  if (!PAGE.test(name)) return 'profile'
  return /\bprofil/.test(name) ? 'any' : 'page'
}

const posted = (platform: Platform, name: string): LinkKind => {
  if (/\bcommunity\b/.test(name)) return 'post'
  return VIDEO_PLATFORMS.includes(platform) ? 'video' : 'post'
}

const liked = (platform: Platform, name: string): LinkKind =>
  platform === 'facebook' && PAGE.test(name) && !/\bpost\b/.test(name) ? 'page' : posted(platform, name)

const viewed = (platform: Platform): LinkKind =>
  platform === 'twitter' || platform === 'telegram' || platform === 'threads' || platform === 'linkedin'
    ? 'post'
    : 'video'

const reviewed: Partial<Record<Platform, LinkKind>> = { google: 'page', facebook: 'page', shopee: 'post' }
/** A running live is told by its video on YouTube, by the account on Instagram, elsewhere by what the platform gives. */
const watchedLive: Partial<Record<Platform, LinkKind>> = { youtube: 'video', instagram: 'profile' }

const LINKS: Record<Kind, (platform: Platform, name: string) => LinkKind> = {
  followers: followed,
  subscribers: () => 'channel',
  members: () => 'channel',
  likes: liked,
  comments: posted,
  saves: posted,
  shares: posted,
  dislikes: posted,
  reactions: posted,
  impressions: posted,
  retweets: () => 'post',
  plays: (platform) => (platform === 'spotify' ? 'post' : 'any'),
  views: viewed,
  watch_time: () => 'video',
  story_views: (platform) => (platform === 'instagram' || platform === 'facebook' ? 'profile' : 'any'),
  live_views: (platform) => watchedLive[platform] ?? 'any',
  traffic: (platform) => (platform === 'website' ? 'website' : 'any'),
  reviews: (platform) => reviewed[platform] ?? 'any',
  other: () => 'any',
}

/** On a platform that we don't know, no link can be told from another. */
export const linkKindOf = (thing: Thing, platform: Platform, name: string): LinkKind => {
  if (platform === 'other') return 'any'
  return thing.linkKind ?? LINKS[thing.kind](platform, name)
}
