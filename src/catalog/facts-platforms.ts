// Which platform a row is for. The name says it first, then the category (of which most are no platforms), then the description.
import type { Platform } from '../model/vocabulary.ts'
import { earliest, type Fold, type Row } from './facts-match.ts'

/** A platform outside our list is told by its brand, so that its goods can be named at all. */
export type Place = { platform: Platform; brand?: string }

const ours = (platform: Platform, pattern: string): Row<Place> => [{ platform }, pattern]
const others = (brand: string, pattern = brand.toLowerCase()): Row<Place> => [
  { platform: 'other', brand },
  pattern,
]

const PLACES: readonly Row<Place>[] = [
  ours('threads', '(?:insta(?:gram)? |ig )?threads'),
  ours('instagram', 'insta(?:gram)?|ig|igtv'),
  ours('tiktok', 'tik ?tok|tt'),
  ours('youtube', 'you ?tube|yt'),
  ours('facebook', 'facebook|fb|fan ?page'),
  ours('telegram', 'telegram|tg|tele'),
  ours(
    'twitter',
    'twitter|re?tweets?|x(?:\\.com|(?= ?[(/|-]? ?(?:twitter|formerly|follow|like|view|retweet|repost|tweet|post|poll|impression|comment|bookmark|space)))',
  ),
  ours('spotify', 'spotify'),
  ours('shopee', 'shope+e?'),
  ours('linkedin', 'linked ?in'),
  ours('whatsapp', 'whats ?app|wa(?= (?:channel|saluran|group|grup|follow|member))'),
  ours('google', 'google(?= (?:maps?|review|business|my business|local|rating))|gmaps|gmb'),
  others('Google Play', 'google play|play ?store'),
  others('App Store', 'app ?store'),
  others('SoundCloud', 'sound ?cloud'),
  others('Apple Music', 'apple music|itunes'),
  others('Snack Video', 'snack ?video'),
  others('Likee'),
  others('Kwai'),
  others('Twitch'),
  others('Discord'),
  others('Snapchat', 'snap ?chat'),
  others('Pinterest'),
  others('Reddit'),
  others('Quora'),
  others('Tumblr'),
  others('Kick', 'kick(?:\\.com)?'),
  others('Rumble'),
  others('Vimeo'),
  others('Dailymotion'),
  others('Clubhouse', 'club ?house'),
  others('Bigo', 'bigo(?: live)?'),
  others('Tokopedia', 'tokopedia|tokped'),
  others('Lazada'),
  others('Bukalapak'),
  others('Deezer'),
  others('Audiomack'),
  others('Mixcloud'),
  others('Tidal'),
  others('Trustpilot'),
  others('Bluesky', 'blue ?sky'),
  others('Truth Social', 'truth social'),
  others('Weibo'),
  others('Rutube'),
  others('Blibli'),
  others('Medium'),
  others('Steam'),
  others('LINE', 'line(?= (?:friend|official|oa|add))'),
  others('VK', 'vk(?:ontakte)?'),
  ours('website', 'web ?sites?|web'),
]

const SHOPS: readonly string[] = ['shopee', 'Tokopedia', 'Lazada', 'Bukalapak']

const placeIn = earliest(PLACES)
const TRAFFIC = /\btraffic\b/
const NOWHERE: Place = { platform: 'other' }

/** "Traffic from Instagram" is visits to a website; visits to a market's product are not. */
const visited = (place: Place | undefined, name: string): Place | undefined =>
  TRAFFIC.test(name) && !(place && SHOPS.includes(place.brand ?? place.platform))
    ? { platform: 'website' }
    : place

export const placeOf = ({ name, category, description }: Fold): Place =>
  visited(placeIn(name), name) ?? placeIn(category) ?? placeIn(description) ?? NOWHERE
