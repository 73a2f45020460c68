// The shop's closed lists of platforms and kinds, and the words people write for them.

export const PLATFORMS = [
  'instagram',
  'tiktok',
  'youtube',
  'facebook',
  'telegram',
  'twitter',
  'threads',
  'spotify',
  'shopee',
  'website',
  'linkedin',
  'google',
  'whatsapp',
  'other',
] as const
export type Platform = (typeof PLATFORMS)[number]

export const KINDS = [
  'followers',
  'likes',
  'views',
  'story_views',
  'live_views',
  'impressions',
  'saves',
  'shares',
  'comments',
  'subscribers',
  'watch_time',
  'members',
  'reactions',
  'retweets',
  'plays',
  'traffic',
  'dislikes',
  'reviews',
  'other',
] as const
export type Kind = (typeof KINDS)[number]
