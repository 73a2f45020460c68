// What a link to each kind of target looks like: one example per platform and kind, and which kind a given link is.
import type { LinkKind } from '../model/service.ts'
import type { Platform } from '../model/vocabulary.ts'

type Examples = Partial<Record<LinkKind, string>>

const EXAMPLES: Partial<Record<Platform, Examples>> = {
  instagram: {
    profile: 'instagram.com/warungkopi.senja',
    post: 'instagram.com/p/C8abCdEfGhi',
    video: 'instagram.com/reel/C8abCdEfGhi',
  },
  tiktok: {
    profile: 'tiktok.com/@warungkopi.senja',
    post: 'tiktok.com/@warungkopi.senja/video/7301234567890123456',
    video: 'tiktok.com/@warungkopi.senja/video/7301234567890123456',
  },
  youtube: {
    channel: 'youtube.com/@warungkopisenja',
    profile: 'youtube.com/@warungkopisenja',
    video: 'youtube.com/watch?v=dQw4w9WgXcQ',
    post: 'youtube.com/watch?v=dQw4w9WgXcQ',
  },
  facebook: {
    profile: 'facebook.com/warungkopi.senja',
    page: 'facebook.com/warungkopisenja',
    post: 'facebook.com/warungkopisenja/posts/123456789012345',
    video: 'facebook.com/watch?v=123456789012345',
  },
  telegram: {
    channel: 't.me/warungkopisenja',
    profile: 't.me/warungkopisenja',
    post: 't.me/warungkopisenja/12',
  },
  twitter: { profile: 'x.com/warungkopi', post: 'x.com/warungkopi/status/1790000000000000000' },
  threads: {
    profile: 'threads.com/@warungkopi.senja',
    post: 'threads.com/@warungkopi.senja/post/C8abCdEfGhi',
  },
  spotify: {
    profile: 'open.spotify.com/artist/1A2b3C4d5E6f',
    post: 'open.spotify.com/track/1A2b3C4d5E6f',
    channel: 'open.spotify.com/playlist/1A2b3C4d5E6f',
  },
  shopee: {
    profile: 'shopee.co.id/warungkopisenja',
    post: 'shopee.co.id/product/123456/7891011',
  },
  linkedin: {
    profile: 'linkedin.com/in/warungkopi',
    page: 'linkedin.com/company/warungkopi',
    post: 'linkedin.com/posts/warungkopi_1234567890',
  },
  google: { page: 'maps.app.goo.gl/AbCdEf12345' },
  whatsapp: { channel: 'whatsapp.com/channel/0029VaAbCdEfGh' },
  website: { website: 'warungkopisenja.com' },
}

export const exampleLink = (platform: Platform, kind: LinkKind): string => {
  const known = EXAMPLES[platform]
  return known?.[kind] ?? Object.values(known ?? {})[0] ?? 'warungkopisenja.com'
}

const POST =
  /\/(p|reel|reels|tv|video|videos|shorts|watch|status|post|posts|track|photo|story|stories)(\/|\?|$)/
const SOCIAL =
  /^https?:\/\/([a-z0-9-]+\.)*(instagram|tiktok|youtube|facebook|x|threads|spotify|shopee|linkedin|t)\.(com|co|co\.id|me)\//

/** What must hold while an order runs depends on this alone: something posted, an account, or a page of the open web. */
export const targetSort = (link: string): 'post' | 'account' | 'web' => {
  if (POST.test(link) || /^https:\/\/t\.me\/[^/]+\/\d+$/.test(link)) return 'post'
  return SOCIAL.test(link) ? 'account' : 'web'
}
