// Names made at import (wording §3): `<platform> <kind> [<country>] [<quality>]`, from facts alone. What panels praise (real, HQ,
// cheapest, server numbers) never enters. And the one door to what customers read of a service: the seller's words, else made ones.
import { formatNumber } from '../lib/money.ts'
import type { Language } from '../model/dialogue.ts'
import type { Facts, Service } from '../model/service.ts'
import type { Kind, Platform } from '../model/vocabulary.ts'
import { describe, noteOn } from './describe.ts'
import { type FactSource, wordsBeyond } from './facts.ts'
import { placeName } from './facts-countries.ts'

const PLATFORM: Record<Platform, string> = {
  instagram: 'IG',
  tiktok: 'TikTok',
  youtube: 'YT',
  facebook: 'FB',
  telegram: 'Telegram',
  twitter: 'X',
  threads: 'Threads',
  spotify: 'Spotify',
  shopee: 'Shopee',
  website: 'Website',
  linkedin: 'LinkedIn',
  google: 'Google',
  whatsapp: 'WA',
  other: '',
}

const KIND: Record<Kind, string> = {
  followers: 'Followers',
  likes: 'Likes',
  views: 'Views',
  story_views: 'Story Views',
  live_views: 'Live Views',
  impressions: 'Impressions',
  saves: 'Saves',
  shares: 'Shares',
  comments: 'Komentar',
  subscribers: 'Subscriber',
  watch_time: 'Jam Tayang',
  members: 'Member',
  reactions: 'Reaksi',
  retweets: 'Retweet',
  plays: 'Plays',
  traffic: 'Pengunjung',
  dislikes: 'Dislike',
  reviews: 'Ulasan',
  other: 'Lainnya',
}

type Told = (facts: Facts) => boolean
const has =
  (trait: string): Told =>
  ({ traits }) =>
    traits.includes(trait)
const isCommented: Told = ({ kind }) => kind === 'comments'

/** Stands before the kind: which of the platform's things the link must be. */
const OBJECTS: readonly (readonly [word: string, told: Told])[] = [
  ['Shorts', has('shorts')],
  ['Reels', has('reels')],
  ['Community', has('community')],
  ['Page', (facts) => facts.platform === 'facebook' && facts.linkKind === 'page' && facts.kind !== 'reviews'],
  ['Post', (facts) => facts.platform === 'facebook' && facts.kind === 'likes' && has('post')(facts)],
  ['Produk', (facts) => facts.platform === 'shopee' && has('product')(facts)],
]

/** Stands after the country, as far as there is room. */
const QUALITIES: readonly (readonly [word: string, told: Told])[] = [
  ['Grup', (facts) => facts.platform === 'facebook' && facts.kind === 'members'],
  ['Live', (facts) => isCommented(facts) && has('live_chat')(facts)],
  ['Custom', (facts) => isCommented(facts) && has('custom')(facts)],
  ['Acak', (facts) => isCommented(facts) && has('random')(facts)],
  ['Emoji', (facts) => isCommented(facts) && has('emoji')(facts)],
  ['Positif', has('positive')],
  ['Negatif', has('negative')],
  ['Premium', has('premium')],
  ['Wanita', has('female')],
  ['Pria', has('male')],
  ['Campuran', (facts) => !facts.country && has('mix')(facts)],
  ['Iklan', (facts) => facts.kind === 'views' && has('ads')(facts)],
]

const REGIONS: readonly string[] = [
  'asia',
  'europe',
  'africa',
  'arab',
  'latin',
  'north_america',
  'south_america',
  'oceania',
  'antarctica',
]

const DURATION = /^minutes_(\d+)$/

const durationOf = ({ traits }: Facts): string[] => {
  const minutes = Number(traits.map((trait) => DURATION.exec(trait)?.[1]).find(Boolean) ?? 0)
  if (minutes === 0) return []
  return [minutes % 60 === 0 ? `${minutes / 60} Jam` : `${minutes} Menit`]
}

const originOf = ({ country, traits }: Facts): string[] => {
  const region = traits.find((trait) => REGIONS.includes(trait))
  return [country ?? region].flatMap((place) => (place ? [placeName(place)] : []))
}

const wordsWhere = (table: typeof QUALITIES, facts: Facts): string[] =>
  table.flatMap(([word, told]) => (told(facts) ? [word] : []))

/** A name has at most 32 characters; this much is left for the letters that tell twins apart. */
const LONGEST = 28

/** `row` gives the words that our closed lists have none for: another platform's brand, another kind's noun, a package's content. */
export const madeName = (facts: Facts, row?: FactSource): string => {
  const isListed = facts.platform !== 'other' && facts.kind !== 'other' && row?.type !== 'package'
  const beyond = isListed || !row ? {} : wordsBeyond(row)
  const kind = (facts.kind === 'other' ? beyond.noun : undefined) ?? KIND[facts.kind]
  const platform = PLATFORM[facts.platform] || (beyond.brand ?? '')
  const packed = row?.type === 'package' ? ['Paket', beyond.amount && formatNumber(beyond.amount)] : []
  const [object] = wordsWhere(OBJECTS, facts)
  const subject = [platform, ...packed, object, kind].filter(Boolean).join(' ')
  const rest = [...originOf(facts), ...durationOf(facts), ...wordsWhere(QUALITIES, facts)]
  return rest.reduce(
    (name, word) => {
      const longer = `${name} ${word}`
      return longer.length <= LONGEST ? longer : name
    },
    subject.slice(0, LONGEST),
  )
}

export type Display = { name: string; description: string; note?: string }

/** The name that customers see. */
export const nameOf = (service: Service): string =>
  service.own.displayName || service.madeName || madeName(service.facts, service)

/** What customers see: the seller's own words first. Never the panel's text. */
export const displayOf = (service: Service, language: Language = 'id'): Display => {
  const { own, facts } = service
  const note = own.displayNote || noteOn(facts, language)
  return {
    name: nameOf(service),
    description: own.displayDescription || describe(service, language),
    ...(note ? { note } : {}),
  }
}
