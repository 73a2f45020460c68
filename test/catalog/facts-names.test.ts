// Names as panels of many countries write them, composed: what a row sells, of which country, with which promise, at what pace.
import { describe, expect, test } from 'bun:test'
import { type FactSource, readFacts } from '../../src/catalog/facts.ts'
import type { Facts } from '../../src/model/service.ts'

const read = (name: string, change: Partial<FactSource> = {}): Facts =>
  readFacts({ name, category: '', description: '', type: 'default', refill: false, ...change })

/** Platform, kind, country, days of guarantee ("no": denied), units a day; "-" where it is not stated. */
const told = (name: string): string => {
  const { platform, kind, country, guarantee, noGuarantee, speedPerDay } = read(name)
  return [
    platform,
    kind,
    country ?? '-',
    noGuarantee ? 'no' : (guarantee?.days ?? '-'),
    speedPerDay ?? '-',
  ].join(' ')
}

describe('a name of a foreign panel', () => {
  // biome-ignore format: a table, one name a line
  test.each([
    ['Instagram Followers [Refill: 30D] [Max: 500K] [Speed: 5K/D] 🔥','instagram followers - 30 5000'],
    ['Followers Instagram Indonesia REAL [ R30 ]','instagram followers ID 30 -'],
    ['Instagram Followers Indonesia 🇮🇩 [ BONUS ] [ No Refill ] [ 1K/Hari ]','instagram followers ID no 1000'],
    ['Instagram Likes | Real & Active | Max 20K | Instant | 365 Days ♻️','instagram likes - 365 -'],
    ['Instagram Followers | AR30 | Drop 5% | 50K/Day','instagram followers - 30 50000'],
    ['Instagram Followers - ♻️ R60 - Flag ON','instagram followers - 60 -'],
    ['Instagram Türk Takipçi | Gerçek | 30 Gün Telafili | Günlük 10K','instagram followers TR 30 10000'],
    ['Instagram Türk Beğeni | Anlık | Telafisiz','instagram likes TR no -'],
    ['YouTube Abone | 30 Gün Telafi | Günlük 100','youtube subscribers - 30 100'],
    ['TikTok İzlenme | Ultra Hızlı','tiktok views - - -'],
    ['TikTok Türk Takipçi | 365 Gün Garanti','tiktok followers TR 365 -'],
    ['Подписчики Instagram | Гарантия 30 дней | Россия','instagram followers RU 30 -'],
    ['Лайки ВКонтакте','other likes - - -'],
    ['Telegram Подписчики | Россия 🇷🇺 | Без гарантии','telegram members RU no -'],
    ['Просмотры YouTube | Гарантия 30 дней','youtube views - 30 -'],
    ['Instagram Indian Followers 🇮🇳 | Non Drop | Lifetime Refill','instagram followers IN 36500 -'],
    ['Instagram Followers [Indian Mix] [Refill 90 Days] [Speed 20K/Day]','instagram followers - 90 20000'],
    ['YouTube Watch Time [4000 Hours] [30 Days Refill] [Video 60+ Min]','youtube watch_time - 30 -'],
    ['YouTube 4000 Hours WatchTime | 15 Minute Video | Lifetime Guarantee','youtube watch_time - 36500 -'],
    ['Jam Tayang YouTube 1000 Jam | Garansi 60 Hari','youtube watch_time - 60 -'],
    ['Telegram Premium Members [30 Days] [Boost Work]','telegram members - - -'],
    ['Telegram Premium Members | 1 Month Premium | No Refill','telegram members - no -'],
    ['Telegram Post Views + Premium Members','telegram views - - -'],
    ['Telegram Channel Members | 0% Drop | 99 Days Refill','telegram members - 99 -'],
    ['TikTok Live Views 15 Minutes','tiktok live_views - - -'],
    ['TikTok Live Stream Views [ 30 Min ] [ Instant ]','tiktok live_views - - -'],
    ['TikTok LIVE Likes (Tap Tap)','tiktok likes - - -'],
    ['X / Twitter Followers | Refill 30 Days','twitter followers - 30 -'],
    ['X (Formerly Twitter) Followers [R30]','twitter followers - 30 -'],
    ['𝕏 Twitter Likes','twitter likes - - -'],
    ['X.com Followers Real','twitter followers - - -'],
    ['X Post Impressions','twitter impressions - - -'],
    ['X Views [Tweet]','twitter views - - -'],
    ['Twitter / X Tweet Views + Impressions','twitter views - - -'],
    ['X Poll Votes','twitter other - - -'],
    ['Threads Followers [Instagram Threads] R30','threads followers - 30 -'],
    ['Threads Reposts','threads other - - -'],
    ['WhatsApp Channel Members [Indonesia]','whatsapp members ID - -'],
    ['WhatsApp Channel Followers 🇮🇩 | R30','whatsapp followers ID 30 -'],
    ['WhatsApp Channel Post Emoji Reaction 👍','whatsapp reactions - - -'],
    ['Google Maps Reviews [5 Star] [Custom]','google reviews - - -'],
    ['Google Maps Review Bintang 5 Indonesia','google reviews ID - -'],
    ['GMB Reviews | Lifetime Guarantee','google reviews - 36500 -'],
    ['Spotify Plays | USA | Premium | Lifetime','spotify plays US - -'],
    ['Spotify Monthly Listeners [Worldwide] [R90]','spotify other - 90 -'],
    ['Spotify Playlist Followers [30 Days Refill]','spotify followers - 30 -'],
    ['Spotify Podcast Plays','spotify plays - - -'],
    ['Website Traffic from Germany [Google Search]','website traffic DE - -'],
    ['Website Traffic Indonesia from Instagram','website traffic ID - -'],
    ['🇺🇸 USA Traffic from Facebook','website traffic US - -'],
    ['Web Traffic | Choose GEO | France','website traffic FR - -'],
    ['Shopee Followers Indonesia [R7]','shopee followers ID 7 -'],
    ['Shopee Like Product / Favorite','shopee likes - - -'],
    ['Shopee Live Viewers 60 Menit','shopee live_views - - -'],
    ['Instagram Story Views + Poll Votes','instagram story_views - - -'],
    ['Instagram Reel Views + Likes + Shares','instagram views - - -'],
    ['Instagram Likes + Impressions + Reach [Non Drop]','instagram likes - - -'],
    ['Instagram Impressions from Explore + Reach','instagram impressions - - -'],
    ['Instagram Impressions [From Home] [Auto Likes Free]','instagram impressions - - -'],
    ['Instagram Views (comes with likes)','instagram views - - -'],
    ['TikTok Views + Free Likes','tiktok views - - -'],
    ['FREE Likes + TikTok Followers [R30]','tiktok followers - 30 -'],
    ['Bonus Views - Instagram Likes','instagram likes - - -'],
    ['Instagram Power Likes (Impressions + Saves + Reach)','instagram likes - - -'],
    ['YouTube Likes from Views Campaign','youtube likes - - -'],
    ['Facebook Page Likes + Followers [ R30 ] Indonesia','facebook likes ID 30 -'],
    ['Facebook Reels Views Monetization','facebook views - - -'],
    ['Facebook Live Stream Views [30 minutes]','facebook live_views - - -'],
    ['Facebook Group Members USA','facebook members US - -'],
    ['Facebook Profile Followers | All Account Types | Lifetime ♻️','facebook followers - 36500 -'],
    ['Facebook Emoji Reactions Love ❤️','facebook reactions - - -'],
    ['Facebook Post Reaction [Haha] R30','facebook reactions - 30 -'],
    ['Instagram Comments [Custom] Verified Blue Tick','instagram comments - - -'],
    ['Instagram Saves + Share','instagram saves - - -'],
    ['TikTok Saves / Favorites','tiktok saves - - -'],
    ['TikTok Shares [Instant] 1M/D','tiktok shares - - 1000000'],
    ['TikTok Followers [ Garansi 30 Hari ] [ 5K/Hari ]','tiktok followers - 30 5000'],
    ['Tiktok Followers Refill 30 hari ( Slow )','tiktok followers - 30 -'],
    ['Youtube Subscriber Garansi Selamanya','youtube subscribers - 36500 -'],
    ['Instagram Followers | No Refill | No Guarantee | Cheapest','instagram followers - no -'],
    ['Instagram Followers | Refill Button Enabled 30D','instagram followers - 30 -'],
    ['Instagram Followers ~ Refill30','instagram followers - 30 -'],
    ['Instagram Followers 30Days Refill','instagram followers - 30 -'],
    ['Instagram Followers [R∞]','instagram followers - 36500 -'],
    ['Instagram Followers [ Refill 1 Year ]','instagram followers - 365 -'],
    ['Instagram Followers | 1 Yıl Telafi','instagram followers - 365 -'],
    ['Instagram Followers [30D Guarantee] [20K/Day] [Max 1M]','instagram followers - 30 20000'],
    ['Instagram Followers | Start 0-1 Hour | Speed up to 100K/Day | R30','instagram followers - 30 100000'],
    ['Linkedin Profile Followers | USA 🇺🇸','linkedin followers US - -'],
    ['LinkedIn Connections','linkedin other - - -'],
    ['Discord Server Members [Online]','other members - - -'],
    ['Twitch Live Viewers | 60 Min','other live_views - - -'],
    ['Kick Followers','other followers - - -'],
    ['SoundCloud Plays','other plays - - -'],
    ['Reddit Upvotes','other likes - - -'],
    ['Pinterest Followers','other followers - - -'],
    ['YouTube Shorts Views Indonesia [ Lifetime ]','youtube views ID - -'],
    ['YouTube Premiere Viewers 30 Min','youtube live_views - - -'],
    ['YouTube Comments [Random] Indonesia','youtube comments ID - -'],
    ['YouTube Community Poll Votes','youtube other - - -'],
    ['YouTube AdWords Views [Skippable Ads]','youtube views - - -'],
    ['IG Auto Likes 7 Days','instagram likes - - -'],
    ['Instagram Highlights Views','instagram story_views - - -'],
    ['Instagram Reach + Impression Post','instagram impressions - - -'],
    ['Instagram Channel Members','instagram members - - -'],
    ['Instagram Broadcast Channel Members R30','instagram members - 30 -'],
    ['Tayangan Reels Instagram','instagram views - - -'],
    ['Pengikut TikTok Indonesia Aktif Garansi 30 Hari','tiktok followers ID 30 -'],
    ['Penonton Live TikTok 30 Menit','tiktok live_views - - -'],
    ['Suka Instagram Indonesia','instagram likes ID - -'],
    ['Seguidores Instagram Brasil | Reposição 30 dias','instagram followers BR 30 -'],
    ['Curtidas Instagram Brasileiras','instagram likes BR - -'],
    ['Seguidores TikTok | Garantía 30 días','tiktok followers - 30 -'],
    ['Visualizações TikTok','tiktok views - - -'],
    ['متابعين انستقرام عرب | ضمان 30 يوم','instagram followers - 30 -'],
    ['Instagram Followers Arab 🇸🇦','instagram followers SA - -'],
    ['Google Play App Installs','other other - - -'],
    ['Trustpilot Reviews 5 Star','other reviews - - -'],
    ['Apple Music Plays','other plays - - -'],
    ['🔥 IG Followers | 100% Real Mixed | 0-5 Min Start | 10-20K/D | 30D Refill','instagram followers - 30 10000'],
    ['[🇮🇩] Instagram Likes Indonesia [ Pria ] [ Max 5K ]','instagram likes ID - -'],
    ['Instagram Followers - [ HQ ] [ Old Accounts With Posts ] [ Refill 60 Days ] [ 100K/Day ]','instagram followers - 60 100000'],
    ['INSTAGRAM COMMENTS VERIFIED ACCOUNT | NON DROP','instagram comments - - -'],
    ['Instagram Reel Play/Views | 1M per hour','instagram views - - 24000000'],
    ['Instagram Profile Visit + Reach + Impression','instagram other - - -'],
    ['Instagram Story Likes','instagram other - - -'],
    ['IG Followers Premium Garansi 45 Hari Anti Drop','instagram followers - 45 -'],
    ['Follower instagram [ Fast ] [ Garansi Sebulan ]','instagram followers - 30 -'],
    ['TikTok Followers | Real 🇺🇸 USA | AR365','tiktok followers US 365 -'],
    ['TikTok Live Shares','tiktok shares - - -'],
    ['Tiktok PK Battle Points','tiktok other - - -'],
    ['TikTok Live Stream Viewers | 1 Hour | Instant','tiktok live_views - - -'],
    ['TikTok Story Views','tiktok story_views - - -'],
    ['Like TikTok Indonesia [ No Refill ] 1-5K/day','tiktok likes ID no 1000'],
    ['TikTok Video Downloads','tiktok plays - - -'],
    ['YT Subs | Non Drop | Lifetime Guaranteed | 200/D','youtube subscribers - 36500 200'],
    ['Youtube Subscriber Indonesia [ Max 1K ] [ 30 Days ♻️ ]','youtube subscribers ID 30 -'],
    ['YouTube Shorts Likes | 30 Days Refill | Speed 20K/D','youtube likes - 30 20000'],
    ['YouTube Views | Google Ads | 100% Real | Monetizable | Lifetime','youtube views - - -'],
    ['YouTube 1000 Hours Watch Time [ 60+ Minutes Video ] R30','youtube watch_time - 30 -'],
    ['YouTube Comment Likes [ Upvotes ]','youtube other - - -'],
    ['YouTube Video Share [ Facebook ]','youtube shares - - -'],
    ['YouTube Livestream Viewers 100% Concurrent 2 Hours','youtube live_views - - -'],
    ['YT High Retention Views 5-10 Minutes | R15','youtube views - 15 -'],
    ['Facebook Page Followers + Likes | R30 | 5k/day','facebook followers - 30 5000'],
    ['FB Video Views 3 Seconds','facebook views - - -'],
    ['Facebook Page 5 Star Reviews','facebook reviews - - -'],
    ['Facebook Friend Request / Add Friends Indonesia','facebook followers ID - -'],
    ['Facebook Event Interested','facebook other - - -'],
    ['Facebook Post Share','facebook shares - - -'],
    ['Facebook 60K Minutes Watch Time','facebook watch_time - - -'],
    ['Facebook Story Views','facebook story_views - - -'],
    ['Telegram Channel Members [No Drop] [90 Days Refill] [50K/D]','telegram members - 90 50000'],
    ['Telegram Views Last 5 Posts','telegram views - - -'],
    ['Telegram Auto Views [ 30 Days ]','telegram views - - -'],
    ['Telegram Reaction ❤️ + Free Views','telegram reactions - - -'],
    ['Telegram Story Views','telegram story_views - - -'],
    ['Telegram Bot Start [ Indonesia ]','telegram other ID - -'],
    ['Telegram Stars','telegram other - - -'],
    ['Twitter NFT Followers R60','twitter followers - 60 -'],
    ['Twitter Space Listeners 30 Minutes','twitter plays - - -'],
    ['Twitter Bookmarks','twitter saves - - -'],
    ['X - Twitter Tweet Views | 10M/Hour','twitter views - - 240000000'],
    ['Twitter Quote Retweets','twitter retweets - - -'],
    ['Threads Likes Indonesia','threads likes ID - -'],
    ['Spotify Monthly Listeners USA + Plays','spotify other US - -'],
    ['Spotify Album Plays | Royalties Eligible | 2K/D','spotify plays - - 2000'],
    ['Spotify Artist Followers [ Lifetime Refill ]','spotify followers - 36500 -'],
    ['Shopee Followers Indo Aktif','shopee followers ID - -'],
    ['Shopee Live Likes','shopee likes - - -'],
    ['Tokopedia Followers','other followers - - -'],
    ['WhatsApp Group Members','whatsapp members - - -'],
    ['Whatsapp Channel Members Europe | R30','whatsapp members - 30 -'],
    ['Google Map Reviews USA Custom Text','google reviews US - -'],
    ['Website Visitors from Google.co.id Indonesia','website traffic ID - -'],
    ['Website Traffic India [ Bounce Rate 30% ]','website traffic IN - -'],
    ['LinkedIn Post Likes Worldwide R30','linkedin likes - 30 -'],
    ['LinkedIn Company Page Followers','linkedin followers - - -'],
    ['Seguidores Instagram Brasileiros Reais | Sem Reposição','instagram followers BR no -'],
    ['Instagram Türk Kadın Takipçi - 365 Gün Telafili','instagram followers TR 365 -'],
    ['YouTube Просмотры | 5000 в день | Россия','youtube views RU - 5000'],
    ['TikTok Лайки быстрые | без восстановления','tiktok likes - no -'],
    ['Twitch Followers Non Drop','other followers - - -'],
    ['Instagram Auto Views Per Post','instagram views - - -'],
    ['Instagram Followers | 2 Weeks Refill', 'instagram followers - 14 -'],
    ['Instagram Followers S2 [500K] ⭐ BEST','instagram followers - - -'],
  ])('%s', (name, expected) => {
    expect(told(name)).toBe(expected)
  })

  test.each([
    ['Instagram Views + Likes', ['likes']],
    ['TikTok Views (comes with likes)', ['likes']],
    ['FREE Likes + TikTok Followers', ['likes']],
    ['Instagram Reel Views + Likes + Shares', ['likes', 'shares']],
    ['Instagram Power Likes (Impressions + Saves + Reach)', ['impressions', 'saves']],
    ['Telegram Positive Reactions + Views', ['views']],
    ['Facebook Page Likes + Followers', ['followers']],
    ['YouTube Subscribers & Likes', ['likes']],
    ['YouTube Views and Short Views', undefined],
    ['Instagram Impressions from Explore', undefined],
    ['Youtube Likes | Source Views Campaign', undefined],
    ['Instagram Comments Likes', undefined],
    ['Instagram Followers [BONUS]', undefined],
  ])('%s: what comes along is not what is sold', (name, along) => {
    expect(read(name).along as string[] | undefined).toEqual(along)
  })

  test('what is given away is not sold, but a gift of nothing else is the goods', () => {
    expect(read('Bonus Views - Instagram Likes').kind).toBe('likes')
    expect(read('Instagram Free Likes').kind).toBe('likes')
  })
})

describe('what the seller has put right', () => {
  const row: FactSource = {
    name: 'Super Pack | Turkey | R30 | 5K/Day',
    category: 'Instagram Likes',
    description: '',
    type: 'default',
    refill: true,
  }

  test('goes before what the row says; the kind of link follows', () => {
    expect(readFacts(row)).toMatchObject({
      platform: 'instagram',
      kind: 'likes',
      linkKind: 'post',
      country: 'TR',
    })
    const facts = readFacts(row, {
      platform: 'youtube',
      kind: 'subscribers',
      country: 'ID',
      guaranteeDays: 7,
      speedPerDay: 90,
    })
    expect(facts).toMatchObject({
      platform: 'youtube',
      kind: 'subscribers',
      linkKind: 'channel',
      country: 'ID',
      guarantee: { days: 7, source: 'seller' },
      speedPerDay: 90,
    })
    expect(readFacts(row, { kind: 'followers', linkKind: 'any' }).linkKind).toBe('any')
  })

  test('none is none', () => {
    const facts = readFacts(row, { country: '', guaranteeDays: 0, speedPerDay: 0 })
    expect(facts.country).toBeUndefined()
    expect(facts.guarantee).toBeUndefined()
    expect(facts.noGuarantee).toBe(true)
    expect(facts.speedPerDay).toBeUndefined()
    expect(facts.traits).not.toContain('refill')
  })
})
