// What the tables read from rows as panels write them. Rows are composed; each stands for a habit seen on real catalogues.
import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { FACT_TABLES, type FactSource, readFacts } from '../../src/catalog/facts.ts'
import type { Facts } from '../../src/model/service.ts'
import { KINDS, PLATFORMS } from '../../src/model/vocabulary.ts'

const row = (name: string, change: Partial<FactSource> = {}): FactSource => ({
  name,
  category: '',
  description: '',
  type: 'default',
  refill: false,
  ...change,
})

const read = (name: string, change?: Partial<FactSource>): Facts => readFacts(row(name, change))

describe('what a row sells', () => {
  test.each([
    ['S3 view Twitter', 'twitter views post'],
    ['𝐘𝐨𝐮𝐓𝐮𝐛𝐞 - Real Likes | Speed 50K/D', 'youtube likes video'],
    ['YouTube Community Post Likes', 'youtube likes post'],
    ['Youtube Subcribe | Speed 1K-2K/day', 'youtube subscribers channel'],
    ['YouTube Followers', 'youtube subscribers channel'],
    ['4000H Watchtime YT | 20.000 Views = 1000 Hours', 'youtube watch_time video'],
    ['Youtube Live Stream/Premiere Views', 'youtube live_views video'],
    ['YouTube Dislikes', 'youtube dislikes video'],
    ['Telegram Channel Subscribers', 'telegram members channel'],
    ['Telegram Positive Reactions + Views', 'telegram reactions post'],
    ['Instagram Story Views [All Story]', 'instagram story_views profile'],
    ['IG Live Views 60 menit', 'instagram live_views profile'],
    ['Instagram Views / Reels Views', 'instagram views video'],
    ['Instagram - Impressions + Profile Visit', 'instagram impressions post'],
    ['Instagram ~ Photo Reach', 'instagram impressions post'],
    ['Pengikut Instagram Indonesia', 'instagram followers profile'],
    ['Facebook Page Likes + Followers', 'facebook likes page'],
    ['Facebook Post Likes', 'facebook likes post'],
    ['Facebook Profile / Page Followers', 'facebook followers any'],
    ['Facebook Mem group', 'facebook members channel'],
    ['X (Twitter) Followers', 'twitter followers profile'],
    ['X Retweets', 'twitter retweets post'],
    ['Instagram Threads Followers', 'threads followers profile'],
    ['Spotify Plays', 'spotify plays post'],
    ['Shopee Product Likes / Wishlist', 'shopee likes post'],
    ['Google Maps Reviews', 'google reviews page'],
    ['WhatsApp Channel Followers', 'whatsapp followers channel'],
    ['Linkedin Company Followers', 'linkedin followers page'],
    ['Website Traffic [Google Organic]', 'website traffic website'],
    ['Traffic Worldwide from Instagram', 'website traffic website'],
    ['Shopee Product Visitors', 'shopee traffic any'],
    ['Lazada Follow', 'other followers any'],
  ])('%s', (name, expected) => {
    const { platform, kind, linkKind } = read(name)
    expect(`${platform} ${kind} ${linkKind}`).toBe(expected)
  })

  test('likes on a comment are no likes, a reply is no comment: they would deliver another thing', () => {
    expect(read('YouTube Comments Likes').kind).toBe('other')
    expect(read('YouTube Custom Comments Reply', { type: 'custom_comments' }).kind).toBe('other')
    expect(read('YouTube Custom Comments', { type: 'custom_comments' }).kind).toBe('comments')
  })

  test('the name goes before the category, the category before the description', () => {
    expect(read('Instagram Follow', { category: 'Facebook' }).platform).toBe('instagram')
    expect(read('Like Instant', { category: 'Twitter' })).toMatchObject({
      platform: 'twitter',
      kind: 'likes',
    })
    expect(read('S1 Super', { category: 'TikTok Views' })).toMatchObject({
      platform: 'tiktok',
      kind: 'views',
    })
    const description = 'Example: https://www.tiktok.com/@somebody\nLikes for your video'
    expect(read('Paket hemat', { category: 'Vip', description })).toMatchObject({
      platform: 'tiktok',
      kind: 'likes',
    })
    expect(read('Vip ⚡', { category: '🔵' })).toMatchObject({ platform: 'other', kind: 'other' })
  })
})

describe('guarantee', () => {
  test.each([
    ['Instagram Likes R30', 30],
    ['Instagram Likes [R365] Fast', 365],
    ['Instagram Likes AR60', 60],
    ['Spotify Followers No Drop 30D Refill', 30],
    ['Facebook Follow 30 D Refill , daily 4 5k speed', 30],
    ['TikTok Likes Refill 30 Hari', 30],
    ['IG Followers | Garansi: 45 hari', 45],
    ['IG Likes ♻️ 365 Days Refill', 365],
    ['IG Likes Refill ♻️ 3 Months', 90],
    ['IG Likes Lifetime Guarantee ♾️', 36_500],
    ['IG Likes Garansi seumur hidup', 36_500],
  ])('%s', (name, days) => {
    expect(read(name)).toMatchObject({ guarantee: { days, source: 'name' } })
    expect(read(name).noGuarantee).toBeUndefined()
    expect(read(name).traits).toContain('refill')
  })

  test.each([
    'Twitter Followers (NO guarantee ID 1)',
    'IG Followers NRef',
    'IG Followers [Non Refill] R30',
    'IG Followers tanpa garansi',
    'IG Followers | Refill: No',
  ])('%s: none, whatever the flag says', (name) => {
    const facts = read(name, { refill: true, description: 'Refill 30 days' })
    expect(facts.noGuarantee).toBe(true)
    expect(facts.guarantee).toBeUndefined()
    expect(facts.traits).not.toContain('refill')
  })

  test.each([
    'R4 - Tiktok Views', // a panel's server
    'Instagram Likes S8 R2',
    'Instagram Likes WARRANTY',
    'TikTok Shares Lifetime',
    'Youtube Views 30 Days',
    'YouTube Views 24H Refill',
  ])('%s: no length that could be promised', (name) => {
    expect(read(name).guarantee).toBeUndefined()
    expect(read(name).noGuarantee).toBeUndefined()
  })

  test('the description is asked when the name is silent; the flag makes a claim only of "lifetime"', () => {
    expect(read('IG Followers', { description: '♻️ Guarantee : 30 days Refill' }).guarantee).toEqual({
      days: 30,
      source: 'description',
    })
    expect(read('IG Followers', { description: '♻️ Gurartee: No Refill' }).noGuarantee).toBe(true)
    expect(read('Spotify Plays [Lifetime]', { refill: true }).guarantee).toEqual({
      days: 36_500,
      source: 'flag',
    })
    const flagged = read('Spotify Plays', { refill: true })
    expect(flagged.guarantee).toBeUndefined()
    expect(flagged.traits).toEqual(['refill'])
  })
})

describe('country', () => {
  test.each([
    ['IG Followers INDO 🇮🇩 Aktif', 'ID'],
    ['IG Likes Indonesia', 'ID'],
    ['TikTok Comments [ID]', 'ID'],
    ['YouTube Likes | 🇿🇦 SOUTH AFRICA 🇿🇦', 'ZA'],
    ['Youtube View Việt Nam', 'VN'],
    ['Like Twitter VN', 'VN'],
    ['Comment Account US have Avatar', 'US'],
    ['YT Views UK', 'GB'],
    ['YT Views Nigeria 🇳🇬', 'NG'],
    ['YT Views 🇱🇺', 'LU'],
  ])('%s', (name, country) => {
    expect(read(name).country).toBe(country)
  })

  test.each([
    'Followers (30 Day Refill ID 1)',
    'Follow us in bio, it is no problem',
    'YT Views India + Pakistan',
    'YT Views 🇮🇩🇲🇾',
    'YT Views worldwide',
    'Youtube View | Asia and Non-INDIA',
  ])('%s: none', (name) => {
    expect(read(name).country).toBeUndefined()
  })

  test('regions are traits; category and description are read when the name is silent', () => {
    expect(read('YouTube Likes | South America Continent Countrys').traits).toEqual(['south_america'])
    expect(read('Youtube View | Asia and Non-INDIA').traits).toEqual(['asia'])
    expect(read('Followers', { category: 'Instagram Indonesia 🇮🇩' }).country).toBe('ID')
    expect(read('IG Likes', { description: '🌎 Country : VN\n' }).country).toBe('VN')
    expect(read('IG Likes', { description: 'Akun Indonesia aktif.' }).country).toBe('ID')
    expect(read('IG Likes', { description: 'We have offices in Japan.' }).country).toBeUndefined()
  })
})

describe('speed a day', () => {
  test.each([
    ['Likes | Speed 100k/day', 100_000],
    ['Likes | Speed 15k/hour', 360_000],
    ['Likes | 500/Jam', 12_000],
    ['Likes | 10K/Hari', 10_000],
    ['Likes | Speed 500K Per Day', 500_000],
    ['Views | Speed 5M+/Day', 5_000_000],
    ['Views | Speed: 25-50K/Day', 25_000],
    ['Views | Speed: 500-1K/Day', 500],
    ['Views | Speed 1k - 2K/day', 1000],
    ['Likes | 20k/1day', 20_000],
    ['Likes | 1.5K/D', 1500],
    ['Likes | 20.000/hari', 20_000],
    ['Followers Max 300K Daily 20K speed %30 overflow', 20_000],
    ['Page Like Slow Daily 500 -1k', 500],
    ['Watchtime | Speed 100h/day', 100],
    ['Likes 100k daily', 100_000],
  ])('%s', (name, speed) => {
    expect(read(name).speedPerDay).toBe(speed)
  })

  test.each(['Followers 30 Day Refill', 'Likes Speed 1-5k', 'Views 24 hours', 'Likes | 0/day'])(
    '%s: not stated',
    (name) => {
      expect(read(name).speedPerDay).toBeUndefined()
    },
  )

  test('stands on its own line of a description', () => {
    expect(
      read('Likes', { description: 'Start: instant\n🚀 Speed : 50/hours\nMin/Max : 100/1k' }).speedPerDay,
    ).toBe(1200)
  })
})

describe('traits', () => {
  test.each([
    ['YouTube Shorts Views', ['shorts']],
    ['YouTube Views/Short', []],
    ['Youtube Views and Short Views', []],
    ['Instagram view ( Video/Reels )', []],
    ['IG Reels Views', ['reels']],
    ['Instagram Follow BOT', ['bot']],
    ['Instagram Followers No Bot', ['no_bot']],
    ['Instagram Followers Real', ['no_bot', 'real']],
    ['Instagram Random Comments [Emoji]', ['random', 'emoji']],
    ['Facebook Like Page', ['page']],
    ['Tiktok like | High profile', []],
    ['Telegram Premium Members | Fast', ['premium', 'fast']],
    ['IG Live Views 2 Hours', ['minutes_120']],
    ['IG Live Views = 100 viewers in 24H', []],
    ['IG Views 30 minutes retention', []],
    ['IG Likes Instant, Non Drop', ['fast', 'no_drop']],
  ])('%s', (name, traits) => {
    expect(read(name).traits).toEqual(traits)
  })

  test('comments that the buyer writes are custom, whatever the name says', () => {
    expect(read('Comment Twitter', { type: 'custom_comments' }).traits).toEqual(['custom'])
  })
})

describe('any row', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          'Instagram',
          'R',
          '30',
          '/day',
          '🇮🇩',
          'live',
          'views',
          'Refill',
          '-',
          'no',
          '𝗜𝗻',
          '|',
          '5k',
        ),
        {
          maxLength: 60,
        },
      )
      .map((words) => words.join(' ')),
  )

  test('is read without fault, into our own words and sane figures', () => {
    fc.assert(
      fc.property(text, text, text, fc.boolean(), (name, category, description, refill) => {
        const facts = readFacts({ name, category, description, refill, type: 'default' })
        expect(facts.tables).toBe(FACT_TABLES)
        expect(PLATFORMS).toContain(facts.platform)
        expect(KINDS).toContain(facts.kind)
        for (const trait of facts.traits) expect(trait).toMatch(/^[a-z_]+(\d+)?$/)
        expect(new Set(facts.traits).size).toBe(facts.traits.length)
        if (facts.country) expect(facts.country).toMatch(/^[A-Z]{2}$/)
        if (facts.guarantee) {
          expect(Number.isInteger(facts.guarantee.days)).toBe(true)
          expect(facts.guarantee.days).toBeGreaterThanOrEqual(1)
          expect(facts.guarantee.days).toBeLessThanOrEqual(36_500)
          expect(facts.noGuarantee).toBeUndefined()
        }
        const speed = facts.speedPerDay ?? 1
        expect(Number.isSafeInteger(speed) && speed >= 1).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('reads the same twice: the tables keep no state between rows', () => {
    const rows = ['IG Followers 🇮🇩 R30 | 5K/Day', 'YT Views', '🇯🇵🇰🇷 TikTok'].map((name) => row(name))
    const facts = () => rows.map((one) => readFacts(one))
    expect(facts()).toEqual(facts())
  })

  test('a hostile text costs no more than a long one', () => {
    const hostile = ['1', '1.', '1 - ', 'live ', 'refill - ( [', 'real ', 'page/', 'akun ', '🇮🇩', ' ']
    const rows = hostile.flatMap((piece) => {
      const long = piece.repeat(10_000)
      return Array.from({ length: 20 }, () => row(long, { category: long, description: long }))
    })
    for (const one of rows.slice(0, 40)) readFacts(one)
    const start = performance.now()
    for (const one of rows) readFacts(one)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})
