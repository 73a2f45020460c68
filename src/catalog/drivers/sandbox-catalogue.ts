// The practice panel's catalogue as a v2 panel would send it: messy names, claims, countries, whole rupiah per 1000.
// A data table. A few rows are broken on purpose, so that the import's check has something to show; three types can't be sold.

/** `flags`: r = refill by API, c = cancel by API, d = drip-feed. */
type Line = readonly [
  service: number,
  category: string,
  name: string,
  rate: string,
  min: string,
  max: string,
  type: string,
  flags: string,
  description: string,
]

// biome-ignore format: one service, one line
const LINES: readonly Line[] = [
  // Instagram
  [1001, 'Instagram Followers [Murah]', 'Instagram Followers ⚡ [Max 50K] [No Refill] Start 0-1 Jam', '4200.0000', '50', '50000', 'Default', 'c', 'Akun tidak boleh private. Tanpa garansi, bisa drop kapan saja.'],
  [1002, 'Instagram Followers [Murah]', 'Instagram Followers S2 | Mix Quality | Speed 10K/Hari | R30 ♻️', '9800.0000', '100', '100000', 'Default', 'rcd', 'Refill 30 hari. Kirim username tanpa @ atau link profil.'],
  [1003, 'Instagram Followers [Bergaransi]', '🔥 IG Followers HQ • Refill 60 Days • Max 500K • 20K/Day', '14500.0000', '10', '500000', 'Default', 'rd', 'Garansi 60 hari lewat tombol refill.'],
  [1004, 'Instagram Followers [Bergaransi]', 'Instagram Followers Lifetime Guarantee ♾️ [Old Accounts]', '26800.0000', '100', '250000', 'Default', 'r', 'Lifetime refill selama layanan aktif.'],
  [1005, 'Instagram Followers Indonesia 🇮🇩', 'Instagram Followers Indonesia 🇮🇩 Real Mix | R30 | 1K-3K/Hari', '42500.0000', '50', '20000', 'Default', 'r', 'Akun Indonesia, refill 30 hari. Jangan ganti username selama proses.'],
  [1006, 'Instagram Followers Indonesia 🇮🇩', 'IG Followers INDO 🇮🇩 Aktif [Non Drop] [NO REFILL]', '36000.0000', '20', '5000', 'Default', '', 'Akun Indonesia aktif. Tanpa garansi.'],
  [1007, 'Instagram Likes', 'Instagram Likes ❤️ Super Fast | Max 100K | No Refill', '850.0000', '10', '100000', 'Default', 'c', 'Link post atau reels. Start 0-5 menit.'],
  [1008, 'Instagram Likes', 'Instagram Likes [Refill 30 Days] [10K/Hour] ♻️', '1650.0000', '10', '200000', 'Default', 'r', ''],
  [1009, 'Instagram Likes', 'Instagram Likes Indonesia 🇮🇩 | Real Akun | 500/Jam', '11500.0000', '20', '10000', 'Default', '', 'Like dari akun Indonesia.'],
  [1010, 'Instagram Views', 'Instagram Views / Reels Views 👁 [1M/Day] Instant', '95.0000', '100', '2147483647', 'Default', 'd', 'Link video atau reels.'],
  [1011, 'Instagram Views', 'IG Reels Views + Reach + Impression | S4', '780.0000', '100', '5000000', 'Default', '', 'Views disertai reach dan impression.'],
  [1012, 'Instagram Story', 'Instagram Story Views [All Story] 👀 24 Jam', '1250.0000', '50', '30000', 'Default', '', 'Kirim username. Semua story yang aktif.'],
  [1013, 'Instagram Saves & Shares', 'Instagram Saves 🔖 Max 50K Instant', '620.0000', '10', '50000', 'Default', '', ''],
  [1014, 'Instagram Saves & Shares', 'Instagram Post Shares | 5K/Hari', '2100.0000', '10', '100000', 'Default', '', 'Link post.'],
  [1015, 'Instagram Comments', 'Instagram Custom Comments 🇮🇩 Akun Indonesia', '185000.0000', '5', '500', 'Custom Comments', '', 'Satu baris satu komentar. Tanpa kata kasar dan tanpa emoji berlebihan.'],
  [1016, 'Instagram Comments', 'Instagram Random Comments [Emoji] 😍', '24000.0000', '10', '5000', 'Default', '', 'Komentar acak dari panel.'],
  [1017, 'Instagram Comments', 'IG Custom Comments [Mix Country] Fast', '92000.0000', '10', '1000', 'Custom Comments', '', 'Satu baris satu komentar.'],
  [1018, 'Instagram Live', 'Instagram Live Views 🔴 [60 Menit]', '68000.0000', '20', '5000', 'Default', '', 'Kirim username yang sedang live.'],
  [1019, 'Instagram Auto', 'Instagram Auto Likes [Subscription] 30 Hari', '1800.0000', '50', '10000', 'Subscriptions', '', ''],
  [1020, 'Instagram Mentions', 'Instagram Mentions Custom List', '15500.0000', '100', '20000', 'Mentions Custom List', '', ''],
  [1021, 'Instagram Paket Hemat', 'Paket UMKM IG: 1000 Followers + 500 Likes [R30]', '21500.0000', '1', '1', 'Package', 'r', 'Satu paket untuk satu akun. Akun tidak private.'],
  // TikTok
  [2001, 'TikTok Followers', 'TikTok Followers 🎵 [Max 100K] R30 | 5K/Hari', '21500.0000', '50', '100000', 'Default', 'rc', 'Refill 30 hari. Link profil TikTok.'],
  [2002, 'TikTok Followers', 'TikTok Followers Cheapest [No Refill] ⚡', '14800.0000', '10', '50000', 'Default', 'c', ''],
  [2003, 'TikTok Followers', 'TikTok Followers Indonesia 🇮🇩 Real | No Drop | R15', '68500.0000', '20', '10000', 'Default', 'r', 'Akun Indonesia, garansi 15 hari.'],
  [2004, 'TikTok Likes', 'TikTok Likes ❤️ [10K/Day] Refill 30 Hari', '4900.0000', '10', '100000', 'Default', 'r', 'Link video TikTok.'],
  [2005, 'TikTok Likes', '𝐓𝐢𝐤𝐓𝐨𝐤 Likes | Instant | No Refill', '2850.0000', '10', '50000', 'Default', '', ''],
  [2006, 'TikTok Views', 'TikTok Views 👁 Instant [10M/Day]', '48.5000', '100', '2147483647', 'Default', 'd', 'Link video.'],
  [2007, 'TikTok Views', 'TikTok Views Indonesia 🇮🇩 FYP Boost', '1200.0000', '100', '1000000', 'Default', '', 'Penonton Indonesia.'],
  [2008, 'TikTok Shares & Saves', 'TikTok Shares [Max 1M] Lifetime', '510.0000', '50', '1000000', 'Default', '', ''],
  [2009, 'TikTok Shares & Saves', 'TikTok Saves / Favorites 🔖 R30', '890.0000', '10', '200000', 'Default', 'r', ''],
  [2010, 'TikTok Live', 'TikTok Live Views 🔴 30 Minutes [Stable]', '38500.0000', '50', '10000', 'Default', '', 'Live harus sudah berjalan.'],
  [2011, 'TikTok Comments', 'TikTok Custom Comments [ID] 🇮🇩', '145000.0000', '5', '1000', 'Custom Comments', '', 'Satu baris satu komentar.'],
  // YouTube
  [3001, 'YouTube Subscribers', 'YouTube Subscribers ▶️ [R30] 500/Day', '165000.0000', '50', '20000', 'Default', 'r', 'Channel harus menampilkan jumlah subscriber.'],
  [3002, 'YouTube Subscribers', 'YouTube Subscribers No Refill | Fast | Max 10K', '48500.0000', '100', '10000', 'Default', '', 'Tanpa garansi.'],
  [3003, 'YouTube Views', 'YouTube Views 👁 [Lifetime Guaranteed] 5K-10K/Day', '27500.0000', '500', '1000000', 'Default', 'r', 'Link video publik.'],
  [3004, 'YouTube Views', 'YouTube Views Indonesia 🇮🇩 | Google Ads | R30', '41500.0000', '1000', '500000', 'Default', 'r', 'Penonton Indonesia.'],
  [3005, 'YouTube Shorts', 'YouTube Shorts Views ⚡ [100K/Day] No Refill', '13800.0000', '100', '5000000', 'Default', '', 'Link Shorts.'],
  [3006, 'YouTube Likes', 'YouTube Likes 👍 Refill 30 Days | Speed 50K/D', '16200.0000', '20', '100000', 'Default', 'r', ''],
  [3007, 'YouTube Likes', 'YouTube Shorts Likes [Non Drop]', '13400.0000', '20', '50000', 'Default', '', 'Link Shorts.'],
  [3008, 'YouTube Watch Time', 'YouTube Watch Time 4000 Jam [Video 60+ Menit] R30', '385000.0000', '100', '4000', 'Default', 'r', 'Jumlah dalam jam. Video minimal 60 menit.'],
  [3009, 'YouTube Comments', 'YouTube Custom Comments [Mix]', '118000.0000', '5', '1000', 'Custom Comments', '', 'Satu baris satu komentar.'],
  [3010, 'YouTube Live Stream', 'YouTube Live Stream Views | 100% Concurrent | 60 Minutes', '36800.0000', '50', '50000', 'Default', '', ''],
  // Facebook
  [4001, 'Facebook Page Likes', 'Facebook Page Likes + Followers 👍 [R30]', '19800.0000', '100', '100000', 'Default', 'r', 'Link halaman (page), bukan profil.'],
  [4002, 'Facebook Followers', 'Facebook Profile / Page Followers | 10K/Day | No Refill', '8400.0000', '100', '500000', 'Default', 'c', ''],
  [4003, 'Facebook Post Likes', 'Facebook Post Likes 👍 Instant Max 20K', '7200.0000', '10', '20000', 'Default', '', 'Link post publik.'],
  [4004, 'Facebook Post Likes', 'Facebook Post Reaction Love ❤️ [R30]', '9600.0000', '10', '20000', 'Default', 'r', ''],
  [4005, 'Facebook Views', 'Facebook Video / Reels Views 👁 500K/Day', '640.0000', '500', '10000000', 'Default', '', ''],
  [4006, 'Facebook Group', 'Facebook Group Members 👥 Max 100K [R30]', '23500.0000', '100', '100000', 'Default', 'r', 'Grup harus publik.'],
  // Telegram
  [5001, 'Telegram Members', 'Telegram Channel Members 📢 [R30] [0-4% Drop]', '15200.0000', '100', '100000', 'Default', 'r', 'Link channel atau grup publik.'],
  [5002, 'Telegram Members', 'Telegram Members Cheapest ⚡ No Refill | Max 50K', '4600.0000', '50', '50000', 'Default', 'c', ''],
  [5003, 'Telegram Post Views', 'Telegram Post Views [1 Post] 👁 Instant', '65.0000', '50', '1000000', 'Default', '', 'Link satu post.'],
  [5004, 'Telegram Reactions', 'Telegram Positive Reactions 👍🔥❤️ + Views', '920.0000', '20', '500000', 'Default', '', ''],
  [5005, 'Telegram Poll', 'Telegram Poll Votes 📊', '5400.0000', '20', '100000', 'Poll', '', ''],
  // X (Twitter)
  [6001, 'X / Twitter Followers', 'X (Twitter) Followers | 30 Days Refill | Max 100K', '58500.0000', '20', '100000', 'Default', 'r', ''],
  [6002, 'X / Twitter Likes', 'Twitter Likes ❤️ [No Refill] Start 0-1H', '24500.0000', '10', '20000', 'Default', '', 'Link tweet.'],
  [6003, 'X / Twitter Retweets', 'Twitter Retweets 🔁 R30', '31500.0000', '10', '20000', 'Default', 'r', 'Link tweet.'],
  [6004, 'X / Twitter Views', 'Twitter Tweet Views 👁 + Impressions', '310.0000', '100', '10000000', 'Default', '', ''],
  // Threads
  [7001, 'Threads', 'Threads Followers 🧵 [R30] 1K/Day', '44500.0000', '20', '20000', 'Default', 'r', 'Link profil Threads.'],
  [7002, 'Threads', 'Threads Likes ❤️ Instant', '18500.0000', '10', '10000', 'Default', '', ''],
  // Spotify
  [8001, 'Spotify', 'Spotify Plays 🎧 [Lifetime] 2K-5K/Day', '9800.0000', '1000', '1000000', 'Default', 'r', 'Link lagu (track).'],
  [8002, 'Spotify', 'Spotify Followers [Artist / Playlist / User] R30', '8900.0000', '20', '100000', 'Default', 'r', ''],
  // Shopee
  [9001, 'Shopee Indonesia 🇮🇩', 'Shopee Followers Indonesia 🇮🇩 | R7 | 500/Hari', '29500.0000', '50', '10000', 'Default', 'r', 'Link toko Shopee.'],
  [9002, 'Shopee Indonesia 🇮🇩', 'Shopee Product Likes / Wishlist ❤️ [No Refill]', '24800.0000', '20', '5000', 'Default', '', 'Link produk.'],
  [9003, 'Shopee Indonesia 🇮🇩', 'Shopee Live Views 🔴 30 Menit', '51000.0000', '50', '3000', 'Default', '', 'Live harus sudah berjalan.'],
  // Website
  [9501, 'Website Traffic', 'Website Traffic 🇮🇩 Indonesia [Google Organic]', '3900.0000', '500', '1000000', 'Default', 'd', 'Link situs lengkap dengan https.'],
  [9502, 'Website Traffic', 'Website Traffic Worldwide 🌍 from Instagram', '2100.0000', '1000', '10000000', 'Default', 'd', ''],
  // Broken on purpose: a decimal comma, a maximum under the minimum, a number that came before.
  [9901, 'Instagram Likes', 'Instagram Likes [PROMO] ⚠️', '1,5', '10', '5000', 'Default', '', ''],
  [9902, 'TikTok Views', 'TikTok Views S9 [Maintenance]', '52.0000', '1000', '100', 'Default', '', ''],
  [1007, 'Instagram Likes', 'Instagram Likes ❤️ Super Fast (copy)', '850.0000', '10', '100000', 'Default', '', ''],
]

/** The rows as they stand in the panel's answer. */
export const SANDBOX_ROWS: readonly Record<string, unknown>[] = LINES.map(
  ([service, category, name, rate, min, max, type, flags, description]) => ({
    service,
    name,
    type,
    category,
    rate,
    min,
    max,
    refill: flags.includes('r'),
    cancel: flags.includes('c'),
    dripfeed: flags.includes('d'),
    description,
  }),
)
