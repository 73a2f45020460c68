// A small shop for the reader's tests: numbers as customers see them.
import type { CatalogueEntry } from '../../src/model/understanding.ts'
import type { Kind, Platform } from '../../src/model/vocabulary.ts'

type Row = [
  mid: number,
  name: string,
  platform: Platform,
  kind: Kind,
  price: number,
  min: number,
  max: number,
  more?: Partial<CatalogueEntry>,
]

const ID = { country: 'ID' }
const ROWS: Row[] = [
  [1, 'IG Followers Campuran A', 'instagram', 'followers', 6000, 50, 50_000],
  [
    2,
    'IG Followers Campuran B',
    'instagram',
    'followers',
    14_000,
    100,
    100_000,
    { guaranteeDays: 30, speedPerDay: 10_000 },
  ],
  [
    3,
    'IG Followers Indonesia',
    'instagram',
    'followers',
    60_000,
    50,
    20_000,
    { ...ID, guaranteeDays: 30, speedPerDay: 1000 },
  ],
  [4, 'IG Likes', 'instagram', 'likes', 1200, 10, 100_000],
  [5, 'IG Likes Indonesia', 'instagram', 'likes', 16_000, 20, 10_000, ID],
  [6, 'TikTok Followers', 'tiktok', 'followers', 30_000, 50, 100_000, { guaranteeDays: 30 }],
  [7, 'TikTok Views', 'tiktok', 'views', 100, 100, 2_147_483_647, { speedPerDay: 10_000_000 }],
  [8, 'TikTok Likes', 'tiktok', 'likes', 7000, 10, 100_000, { guaranteeDays: 30 }],
  [9, 'YT Subscriber', 'youtube', 'subscribers', 230_000, 50, 20_000, { guaranteeDays: 30 }],
  [10, 'YT Views', 'youtube', 'views', 38_000, 500, 1_000_000, { guaranteeDays: 36_500 }],
  [11, 'IG Story Views', 'instagram', 'story_views', 1800, 50, 30_000],
  [
    12,
    'IG Komentar Sendiri',
    'instagram',
    'comments',
    250_000,
    5,
    500,
    { type: 'custom_comments', traits: ['custom'] },
  ],
  [13, 'Telegram Members', 'telegram', 'members', 21_000, 100, 100_000, { guaranteeDays: 30 }],
  [14, 'Spotify Plays', 'spotify', 'plays', 14_000, 1000, 1_000_000, { guaranteeDays: 36_500 }],
  [15, 'Website Traffic Indonesia', 'website', 'traffic', 5500, 500, 1_000_000, ID],
  [16, 'Shopee Followers Indonesia', 'shopee', 'followers', 41_000, 50, 10_000, { ...ID, guaranteeDays: 7 }],
  [17, 'FB Page Likes', 'facebook', 'likes', 28_000, 100, 100_000, { traits: ['page'], guaranteeDays: 30 }],
  [18, 'IG Views', 'instagram', 'views', 200, 100, 2_147_483_647],
  [19, 'X Followers', 'twitter', 'followers', 82_000, 20, 100_000, { guaranteeDays: 30 }],
  [20, 'TikTok Live Views', 'tiktok', 'live_views', 54_000, 50, 10_000],
  [21, 'YT Jam Tayang', 'youtube', 'watch_time', 540_000, 100, 4000, { guaranteeDays: 30 }],
  [22, 'IG Komentar Acak', 'instagram', 'comments', 34_000, 10, 5000, { traits: ['random'] }],
  [23, 'YT Shorts Views', 'youtube', 'views', 19_000, 100, 5_000_000, { traits: ['shorts'] }],
]

export const CATALOGUE: CatalogueEntry[] = ROWS.map(([mid, name, platform, kind, price, min, max, more]) => ({
  mid,
  name,
  platform,
  kind,
  traits: [],
  min,
  max,
  price,
  type: 'default',
  ...more,
}))

/** The same goods many times over, each with a number and a price of its own. */
export const bigCatalogue = (size: number): CatalogueEntry[] =>
  Array.from({ length: size }, (_, at) => {
    const entry = CATALOGUE[at % CATALOGUE.length] as CatalogueEntry
    return { ...entry, mid: at + 1, name: `${entry.name} ${at}`, price: entry.price + ((at * 7919) % 5000) }
  })
