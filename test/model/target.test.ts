import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import type { LinkKind } from '../../src/model/service.ts'
import { canonicalLink, fits } from '../../src/model/target.ts'
import { PLATFORMS, type Platform } from '../../src/model/vocabulary.ts'
import { exampleLink } from '../../src/text/places.ts'

const CANONICAL: [text: string, link: string, platform: Platform | undefined, kind: LinkKind][] = [
  [
    'https://www.instagram.com/Kopi.Senja/?igsh=abc',
    'https://instagram.com/kopi.senja',
    'instagram',
    'profile',
  ],
  ['instagram.com/p/C8abCdEfGhi/?img_index=1', 'https://instagram.com/p/C8abCdEfGhi', 'instagram', 'post'],
  [
    'HTTP://WWW.INSTAGRAM.COM/reel/C8abCdEfGhi',
    'https://instagram.com/reel/C8abCdEfGhi',
    'instagram',
    'video',
  ],
  [
    'https://instagram.com/kopi/reel/C8abCdEfGhi',
    'https://instagram.com/kopi/reel/C8abCdEfGhi',
    'instagram',
    'video',
  ],
  ['https://www.tiktok.com/@Kopi.Senja?lang=id', 'https://tiktok.com/@kopi.senja', 'tiktok', 'profile'],
  ['https://vt.tiktok.com/ZSabCd12/', 'https://vt.tiktok.com/ZSabCd12', 'tiktok', 'any'],
  ['https://m.tiktok.com/@Kopi/video/730123', 'https://tiktok.com/@Kopi/video/730123', 'tiktok', 'video'],
  ['https://youtu.be/dQw4w9WgXcQ?si=x', 'https://youtube.com/watch?v=dQw4w9WgXcQ', 'youtube', 'video'],
  [
    'https://m.youtube.com/watch?v=dQw4w9WgXcQ&list=PL1&t=3',
    'https://youtube.com/watch?v=dQw4w9WgXcQ',
    'youtube',
    'video',
  ],
  ['https://youtube.com/@KopiSenja', 'https://youtube.com/@kopisenja', 'youtube', 'channel'],
  ['https://www.youtube.com/channel/UCabCD', 'https://youtube.com/channel/UCabCD', 'youtube', 'channel'],
  [
    'youtube.com/shorts/AbCdEf12345?feature=share',
    'https://youtube.com/shorts/AbCdEf12345',
    'youtube',
    'video',
  ],
  [
    'https://www.facebook.com/profile.php?id=1000&mibextid=x',
    'https://facebook.com/profile.php?id=1000',
    'facebook',
    'profile',
  ],
  [
    'https://m.facebook.com/story.php?story_fbid=12&id=34&refid=1',
    'https://facebook.com/story.php?story_fbid=12&id=34',
    'facebook',
    'post',
  ],
  ['fb.com/Kopi.Senja', 'https://facebook.com/kopi.senja', 'facebook', 'profile'],
  ['https://fb.watch/AbCd_1/', 'https://fb.watch/AbCd_1', 'facebook', 'any'],
  ['https://telegram.me/KopiSenja', 'https://t.me/kopisenja', 'telegram', 'channel'],
  ['https://t.me/+AbCdEf', 'https://t.me/+AbCdEf', 'telegram', 'channel'],
  ['https://t.me/KopiSenja/12', 'https://t.me/KopiSenja/12', 'telegram', 'post'],
  ['https://twitter.com/KopiSenja?s=20', 'https://x.com/kopisenja', 'twitter', 'profile'],
  ['https://mobile.twitter.com/Kopi/status/179', 'https://x.com/Kopi/status/179', 'twitter', 'post'],
  ['https://www.threads.net/@Kopi', 'https://threads.com/@kopi', 'threads', 'profile'],
  ['https://open.spotify.com/track/1A2b3C?si=q', 'https://open.spotify.com/track/1A2b3C', 'spotify', 'post'],
  ['shopee.co.id/TokoKopi', 'https://shopee.co.id/tokokopi', 'shopee', 'profile'],
  [
    'https://shopee.co.id/Kopi-Bubuk-i.123.456?sp_atk=1',
    'https://shopee.co.id/Kopi-Bubuk-i.123.456',
    'shopee',
    'post',
  ],
  [
    'https://TokoKopi.co.id/Promo/?utm_source=x&kat=A%20b&fbclid=1',
    'https://tokokopi.co.id/Promo?kat=A%20b',
    undefined,
    'website',
  ],
]

const DANGEROUS = [
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'http://127.0.0.1/x',
  'http://2130706433/x',
  'http://[::1]/x',
  'http://10.0.0.1',
  'http://localhost/x',
  'https://kopi@instagram.com/x',
  'https://instagram.com:pw@evil.com/x',
  'https://instagrаm.com/kopi',
  'https://xn--instagrm-2fg.com/kopi',
  'https://instagram.com/ko\u0000pi',
  'https://instagram.com/kopi\nsenja',
  'https://instagram.com\\@evil.com',
  `https://instagram.com/${'a'.repeat(500)}`,
  'https://panel.internal/x',
  'kopi@contoh.id',
  'instagram.com',
  'https://instagram.com/explore',
  '',
  '   ',
]

describe('the canonical form', () => {
  for (const [text, link, platform, linkKind] of CANONICAL)
    test(text, () => {
      expect(canonicalLink(text)).toEqual({ ok: true, link, linkKind, ...(platform ? { platform } : {}) })
    })

  for (const text of DANGEROUS)
    test(`refused: ${JSON.stringify(text).slice(0, 60)}`, () => {
      expect(canonicalLink(text)).toEqual({ ok: false, reason: 'unreadable' })
    })

  test('a bare name is the profile of the platform that is asked for, else it stays a name', () => {
    expect(canonicalLink('@Kopi.Senja', 'instagram')).toMatchObject({
      link: 'https://instagram.com/kopi.senja',
    })
    expect(canonicalLink('kopi.id', 'instagram')).toMatchObject({ link: 'https://instagram.com/kopi.id' })
    expect(canonicalLink('Kopi', 'tiktok')).toMatchObject({ link: 'https://tiktok.com/@kopi' })
    expect(canonicalLink('kopi', 'youtube')).toMatchObject({
      link: 'https://youtube.com/@kopi',
      linkKind: 'channel',
    })
    expect(canonicalLink('kopi', 'website')).toEqual({ ok: false, reason: 'unreadable' })
    expect(canonicalLink('@Kopi_99')).toEqual({ ok: true, link: '@Kopi_99', linkKind: 'profile' })
    expect(canonicalLink('tiktok.com/@kopi', 'instagram')).toMatchObject({ platform: 'tiktok' })
  })

  test('is its own canonical form, whatever was written', () => {
    const host = fc.constantFrom(
      ...[
        'instagram.com',
        'www.M.TikTok.com',
        'youtu.be',
        'm.www.facebook.com',
        't.me',
        'twitter.com',
        'vt.tiktok.com',
      ],
      ...[
        'threads.net',
        'open.spotify.com',
        'shopee.co.id',
        'toko.co.id',
        'www.m.toko.com',
        'google.com',
        'chat.whatsapp.com',
      ],
    )
    const piece = fc.constantFrom(
      'p',
      'reel',
      'Kopi.Senja',
      '@Kopi',
      'AbC12',
      'watch',
      '+Inv',
      'share',
      '',
      'profile.php',
      'a b',
      '%20',
      '..',
    )
    const query = fc.constantFrom('', '?v=AbC', '?id=1&x=2', '?utm_a=1&q=%20b', '?igsh', '#top', '?')
    const platform = fc.constantFrom(undefined, ...PLATFORMS)
    fc.assert(
      fc.property(host, fc.array(piece, { maxLength: 4 }), query, platform, (at, path, search, known) => {
        const once = canonicalLink(`https://${at}/${path.join('/')}${search}`, known)
        if (once.ok) expect(canonicalLink(once.link, known)).toEqual(once)
      }),
      { numRuns: 2000 },
    )
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), platform, (text, known) => {
        const once = canonicalLink(text, known)
        if (once.ok) expect(canonicalLink(once.link, known)).toEqual(once)
        if (once.ok) expect(once.link).toMatch(/^(?:https:\/\/[a-z0-9.-]+|@[\w.]+)/)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('what a product takes', () => {
  const KINDS: LinkKind[] = ['profile', 'post', 'video', 'channel', 'page', 'website', 'any']

  test('every example that the shop shows is accepted by a product of its kind', () => {
    for (const platform of PLATFORMS)
      for (const linkKind of KINDS) {
        const target = canonicalLink(exampleLink(platform, linkKind), platform)
        expect([platform, linkKind, target.ok]).toEqual([platform, linkKind, true])
        const shown = target.ok && exampleLink(platform, linkKind)
        const other = exampleLink(platform, 'any') === shown && linkKind !== 'any'
        if (target.ok && !other)
          expect([platform, linkKind, fits(target, { platform, linkKind })]).toEqual([
            platform,
            linkKind,
            { ok: true },
          ])
      }
  })

  const fit = (text: string, platform: Platform, linkKind: LinkKind) => {
    const target = canonicalLink(text, platform)
    return target.ok ? fits(target, { platform, linkKind }) : target
  }

  test('a post is no profile, and another platform is said to be one', () => {
    expect(fit('instagram.com/reel/AbC', 'instagram', 'profile')).toEqual({ ok: false, reason: 'wrongKind' })
    expect(fit('instagram.com/kopi', 'instagram', 'post')).toEqual({ ok: false, reason: 'wrongKind' })
    expect(fit('tiktok.com/@kopi', 'instagram', 'profile')).toEqual({ ok: false, reason: 'wrongPlatform' })
    expect(fit('toko.com', 'tiktok', 'profile')).toEqual({ ok: true })
    expect(fit('https://toko.com', 'tiktok', 'profile')).toEqual({ ok: false, reason: 'wrongPlatform' })
    expect(fit('instagram.com/reel/AbC', 'instagram', 'post')).toEqual({ ok: true })
    expect(fit('https://vt.tiktok.com/ZSab', 'tiktok', 'video')).toEqual({ ok: true })
    expect(fit('toko.com', 'website', 'website')).toEqual({ ok: true })
  })
})
