// Links of targets: one canonical form for card and panel (understanding rule 10), and whether a link fits a product (wording §4).
import { type Outcome, refuse } from '../lib/outcome.ts'
import type { LinkKind } from './service.ts'
import type { Platform } from './vocabulary.ts'

export type Target = { link: string; platform?: Platform; linkKind: LinkKind }

const LONGEST = 500
const ALIASES: Record<string, string> = {
  'twitter.com': 'x.com',
  'mobile.twitter.com': 'x.com',
  'threads.net': 'threads.com',
  'telegram.me': 't.me',
  'telegram.dog': 't.me',
  'fb.com': 'facebook.com',
  'web.facebook.com': 'facebook.com',
  'mbasic.facebook.com': 'facebook.com',
  'instagr.am': 'instagram.com',
}
const HOSTS: Record<string, Platform> = {
  'instagram.com': 'instagram',
  'tiktok.com': 'tiktok',
  'vt.tiktok.com': 'tiktok',
  'vm.tiktok.com': 'tiktok',
  'youtube.com': 'youtube',
  'music.youtube.com': 'youtube',
  'facebook.com': 'facebook',
  'fb.watch': 'facebook',
  'fb.me': 'facebook',
  't.me': 'telegram',
  'x.com': 'twitter',
  't.co': 'twitter',
  'threads.com': 'threads',
  'open.spotify.com': 'spotify',
  'spotify.link': 'spotify',
  'shopee.co.id': 'shopee',
  'shope.ee': 'shopee',
  's.shopee.co.id': 'shopee',
  'id.shp.ee': 'shopee',
  'shp.ee': 'shopee',
  'linkedin.com': 'linkedin',
  'lnkd.in': 'linkedin',
  'maps.app.goo.gl': 'google',
  'g.page': 'google',
  'google.com': 'google',
  'google.co.id': 'google',
  'whatsapp.com': 'whatsapp',
  'chat.whatsapp.com': 'whatsapp',
}
/** Short links say nothing of what they point at; they are kept as they are and fit anything of their platform. */
const SHORT = new Set([
  'vt.tiktok.com',
  'vm.tiktok.com',
  'fb.watch',
  'fb.me',
  't.co',
  'spotify.link',
  'shope.ee',
  's.shopee.co.id',
  'id.shp.ee',
  'shp.ee',
  'lnkd.in',
  'maps.app.goo.gl',
  'g.page',
])
const PROFILE_OF: Partial<Record<Platform, (name: string) => string>> = {
  instagram: (name) => `https://instagram.com/${name}`,
  tiktok: (name) => `https://tiktok.com/@${name}`,
  youtube: (name) => `https://youtube.com/@${name}`,
  facebook: (name) => `https://facebook.com/${name}`,
  telegram: (name) => `https://t.me/${name}`,
  twitter: (name) => `https://x.com/${name}`,
  threads: (name) => `https://threads.com/@${name}`,
  shopee: (name) => `https://shopee.co.id/${name}`,
  linkedin: (name) => `https://linkedin.com/in/${name}`,
  spotify: (name) => `https://open.spotify.com/user/${name}`,
}
const KEPT_PARAMS: Partial<Record<Platform, string[]>> = {
  youtube: ['v'],
  facebook: ['id', 'story_fbid', 'fbid', 'v'],
}
const TRACKING = /^(utm_.*|fbclid|gclid|igsh)$/
/** Their parameters are the address itself. */
const OPEN_WEB = new Set<Platform | undefined>([undefined, 'google'])
const PROFILE_NAME = /^@?[\w.]{1,64}$/u
/** First segments that are pages of the site, not somebody's name. */
const RESERVED =
  /^(p|reel|reels|tv|stories|explore|watch|shorts|playlist|channel|c|user|live|share|groups|events|marketplace|photo|photo\.php|permalink\.php|profile\.php|story\.php|video|videos|hashtag|search|home|login|accounts|direct|settings|feed|results|post|i|in|company|posts|joinchat|addlist|addstickers|s|t|track|album|artist|playlist|product|foryou|discover)$/i

const readUrl = (text: string): URL | null => {
  const trimmed = text.trim()
  if (trimmed.length > LONGEST || /[\s\p{Cc}<>"'\\]/u.test(trimmed)) return null
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.port) return null
  const host = url.hostname.toLowerCase()
  const named = /^(?:[a-z0-9-]+\.)+[a-z]{2,24}$/.test(host) && !host.includes('xn--')
  return named && !/\.(local|internal|localhost)$/.test(host) ? url : null
}

const MIRROR = /^(?:www|m|mobile|id-id|l)\.(?=[^.]+\.)/

const hostOf = (url: URL): string => {
  let bare = url.hostname.toLowerCase()
  while (MIRROR.test(bare)) bare = bare.replace(MIRROR, '')
  return ALIASES[bare] ?? bare
}

/** What is left is kept letter for letter: an open site may read its parameters in its own way. */
const queryOf = (url: URL, platform: Platform | undefined): string => {
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => {
      const [name = ''] = pair.split('=')
      if (!name) return false
      return OPEN_WEB.has(platform)
        ? !TRACKING.test(name)
        : (KEPT_PARAMS[platform as Platform] ?? []).includes(name)
    })
  return kept.length > 0 ? `?${kept.join('&')}` : ''
}

/** Lower case only for a path of one segment that is a profile's name; ids keep their case. */
const pathOf = (url: URL, host: string, platform: Platform | undefined): string => {
  const path = url.pathname.replace(/\/+/g, '/').replace(/\/+$/, '')
  const [, only, more] = path.split('/')
  const hasNames = !OPEN_WEB.has(platform) && platform !== 'whatsapp' && !SHORT.has(host)
  const isName = hasNames && only && more === undefined
  return isName && PROFILE_NAME.test(only) && !RESERVED.test(only) ? path.toLowerCase() : path
}

type Shape = [pattern: RegExp, kind: LinkKind]
const SHAPES: Partial<Record<Platform, Shape[]>> = {
  instagram: [
    [/^\/(?:[\w.]+\/)?(?:reel|reels|tv)\/[\w-]+/, 'video'],
    [/^\/(?:[\w.]+\/)?p\/[\w-]+/, 'post'],
    [/^\/stories\/[\w.]+/, 'profile'],
    [/^\/[\w.]+$/, 'profile'],
  ],
  tiktok: [
    [/^\/@[\w.]+\/(?:video|photo)\/\d+/, 'video'],
    [/^\/@[\w.]+(?:\/live)?$/, 'profile'],
    [/^\/t\/\w+/, 'any'],
  ],
  youtube: [
    [/^\/watch$/, 'video'],
    [/^\/(?:shorts|live|embed)\/[\w-]+/, 'video'],
    [/^\/post\/[\w-]+/, 'post'],
    [/^\/(?:@[^/]+|(?:channel|c|user)\/[^/]+)/, 'channel'],
    [/^\/[\w.-]+$/, 'channel'],
  ],
  facebook: [
    [/^\/(?:watch|reel\/\d+|[^/]+\/videos\/)/, 'video'],
    [/^\/(?:[^/]+\/(?:posts|photos)\/|permalink\.php|photo(?:\.php)?$|story\.php)/, 'post'],
    [/^\/share\/(?:[a-z]\/)?\w+/, 'any'],
    [/^\/groups\/[^/]+\/(?:posts|permalink)\//, 'post'],
    [/^\/groups\/[^/]+$/, 'channel'],
    [/^\/(?:profile\.php|people\/[^/]+\/\d+|pages\/[^/]+\/\d+|p\/[^/]+|[\w.-]+)$/, 'profile'],
  ],
  telegram: [
    [/^\/(?:c\/\d+|(?:s\/)?\w+)\/\d+/, 'post'],
    [/^\/(?:\+[\w-]+|joinchat\/[\w-]+|(?:s\/)?\w+)$/, 'channel'],
  ],
  twitter: [
    [/^\/(?:\w+|i\/web|i)\/status\/\d+/, 'post'],
    [/^\/\w+$/, 'profile'],
  ],
  threads: [
    [/^\/@[\w.]+\/post\/[\w-]+/, 'post'],
    [/^\/@?[\w.]+$/, 'profile'],
  ],
  spotify: [
    [/^\/(?:intl-\w+\/)?(?:track|album|episode)\/\w+/, 'post'],
    [/^\/(?:intl-\w+\/)?(?:playlist|show)\/\w+/, 'channel'],
    [/^\/(?:intl-\w+\/)?(?:artist|user)\/\w+/, 'profile'],
  ],
  shopee: [
    [/^\/product\/\d+\/\d+|-i\.\d+\.\d+/, 'post'],
    [/^\/live/, 'video'],
    [/^\/(?:shop\/\d+|[\w.-]+)$/, 'profile'],
  ],
  linkedin: [
    [/^\/(?:posts|feed|pulse)\//, 'post'],
    [/^\/(?:company|school|showcase)\/[^/]+/, 'page'],
    [/^\/in\/[^/]+/, 'profile'],
  ],
  whatsapp: [[/^\/(?:channel\/)?\w{6,}/, 'channel']],
  google: [[/^\/./, 'page']],
}

const NO_NAME = new RegExp(`^/(?!(?:profile\\.php)$)(?:${RESERVED.source.slice(2, -2)})$`, 'i')

const kindOf = (platform: Platform | undefined, host: string, path: string): LinkKind | null => {
  if (!platform) return 'website'
  if (SHORT.has(host)) return 'any'
  const found = SHAPES[platform]?.find(([pattern]) => pattern.test(path))?.[1] ?? null
  // `instagram.com/explore` looks like a name and is none.
  const isPage = found === 'profile' || (found === 'channel' && platform !== 'whatsapp')
  return isPage && NO_NAME.test(path) ? null : found
}

const fromUrl = (url: URL): Outcome<Target, 'unreadable'> => {
  const host = hostOf(url)
  if (host === 'youtu.be') {
    const id = url.pathname.split('/')[1] ?? ''
    if (!/^[\w-]{6,20}$/.test(id)) return refuse('unreadable')
    return { ok: true, link: `https://youtube.com/watch?v=${id}`, platform: 'youtube', linkKind: 'video' }
  }
  const platform = HOSTS[host]
  const path = pathOf(url, host, platform)
  const linkKind = kindOf(platform, host, path)
  if (!linkKind || (platform && !path)) return refuse('unreadable')
  const link = `https://${host}${path}${queryOf(url, platform)}`
  return { ok: true, link, linkKind, ...(platform ? { platform } : {}) }
}

const NAME_ALONE = /^@?[\p{L}\p{N}_][\p{L}\p{N}_.]{0,63}$/u
/** A name with a dot can look like a host ("warung.kopi"): only a known ending makes it one. */
const ENDINGS =
  /\.(com|net|org|id|co|me|io|tv|ee|in|gl|be|am|watch|link|site|shop|store|xyz|info|biz|online|my|sg|dev|app)$/i

/** Names such as `kopi.id` are usual where names are had; there only the platforms' own hosts are hosts. */
const isHost = (text: string, platform: Platform | undefined): boolean => {
  if (!platform || !PROFILE_OF[platform]) return ENDINGS.test(text)
  const host = text.toLowerCase().replace(MIRROR, '')
  return host in HOSTS || host in ALIASES || host === 'youtu.be'
}

const fromName = (text: string, platform: Platform | undefined): Outcome<Target, 'unreadable'> => {
  const written = text.replace(/^@/, '').replace(/\.+$/, '')
  const name = written.toLowerCase()
  const address = platform && PROFILE_OF[platform]
  if (!name || !/^[\w.]+$/.test(name)) return refuse('unreadable')
  if (!address)
    return platform ? refuse('unreadable') : { ok: true, link: `@${written}`, linkKind: 'profile' }
  const url = URL.parse(address(name))
  return url ? fromUrl(url) : refuse('unreadable')
}

/** The canonical form. A bare user name becomes the profile address of `platform`; without a platform it stays `@name`. */
export const canonicalLink = (text: string, platform?: Platform): Outcome<Target, 'unreadable'> => {
  const trimmed = text.trim()
  if (!trimmed || trimmed.length > LONGEST) return refuse('unreadable')
  const isName = NAME_ALONE.test(trimmed) && (trimmed.startsWith('@') || !isHost(trimmed, platform))
  if (isName) return fromName(trimmed, platform)
  const url = readUrl(trimmed)
  return url ? fromUrl(url) : refuse('unreadable')
}

/** Kinds of link that stand for each other: a page is a profile, a video is a post, a channel is where one follows. */
const ALSO: Record<LinkKind, LinkKind[]> = {
  profile: ['profile', 'page', 'channel', 'any'],
  page: ['page', 'profile', 'channel', 'any'],
  channel: ['channel', 'profile', 'page', 'any'],
  post: ['post', 'video', 'any'],
  video: ['video', 'post', 'any'],
  website: ['website', 'any'],
  any: ['profile', 'page', 'channel', 'post', 'video', 'website', 'any'],
}

export const fits = (
  target: Target,
  product: { platform: Platform; linkKind: LinkKind },
): Outcome<object, 'wrongPlatform' | 'wrongKind'> => {
  const anySite = product.platform === 'website' || product.platform === 'other'
  if (!anySite && target.platform !== product.platform) return refuse('wrongPlatform')
  if (anySite && product.linkKind === 'website') return { ok: true }
  return ALSO[product.linkKind].includes(target.linkKind) ? { ok: true } : refuse('wrongKind')
}
