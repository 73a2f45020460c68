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

type Table<Name extends string> = Record<string, Name>

const tableOf = <Name extends string>(lines: Partial<Record<Name, string>>): Table<Name> =>
  Object.fromEntries(
    Object.entries<string | undefined>(lines).flatMap(([name, words = '']) =>
      words.split(',').map((word) => [word.trim(), name as Name]),
    ),
  )

/** Words for platforms, of one or two words, in lower case. */
export const PLATFORM_WORDS: Table<Platform> = tableOf<Platform>({
  instagram:
    'instagram, ig, insta, instagrm, instgram, instagam, igeh, igram, instagrem, intagram, istagram, instragram, inst, instan gram',
  tiktok: 'tiktok, tik tok, tt, ttk, toktok, tiktk, tktk, tikto, tik-tok, titok, tiktoknya, tok tok, tiktod',
  youtube: 'youtube, yt, ytb, yutub, you tube, yutup, yutube, youtub, yotube, utube, yucub',
  facebook: 'facebook, fb, facebok, fesbuk, efbi, fesbook, pesbuk, face book, fbk, facebuk',
  telegram: 'telegram, tele, tg, telegrm, telegrem, telgram, tlgrm',
  twitter: 'twitter, twit, twiter, tweet, x.com, x twitter, twt, twitwer, tweeter',
  threads: 'threads, thread, treads, tred, treds, tread, threds',
  spotify: 'spotify, spotipai, spotifi, spotif, sepotify, spoti',
  shopee: 'shopee, shope, sopi, sopie, shoppe, shoppee, sope, syopi',
  website: 'website, web, situs, websait, web site, blog, webnya',
  linkedin: 'linkedin, linked in, linkdin, linkedn,',
  google:
    'google, gmaps, google maps, gmap, google map, gugel, google bisnis, google review, playstore, play store',
  whatsapp: 'whatsapp, wa, whatsap, watsap, whatsup, wasap',
  other:
    'lazada, tokopedia, tokped, discord, twitch, snapchat, pinterest, quora, reddit, soundcloud, bigo, likee, clubhouse, vk, tumblr, vimeo, dailymotion, rumble, kwai, audiomack, roblox, snack video, snackvideo, bukalapak, helo app, netflix, diamond, mobile legend, mobile legends, ml, free fire, ff, pubg, kuota, token listrik, steam',
})

/** Words for kinds, of one to three words. What a word means on a platform of its own is in `KIND_ON`. */
export const KIND_WORDS: Table<Kind> = tableOf<Kind>({
  followers:
    'followers, follower, folower, folowers, follow, follwer, follwers, followes, flwrs, flw, fol, foll, folls, pengikut, folloers, folowwer, follows, polower, polowers, follo, folo, followrs, fllwrs, flower, flowers, followernya, follwing, pengikutnya, folwer, folwers',
  likes: 'likes, like, laik, lk, suka, love, loves, jempol, liked, lke, lik, likenya, loved, lope, laiknya',
  views:
    'views, view, viewer, viewers, vews, viws, viwes, tayangan, penonton, ditonton, nonton, penayangan, viu, viewnya, vieuw, vew, viewrs, veiw, veiws',
  story_views:
    'story views, story view, views story, view story, viewers story, viewer story, storyview, story viewers, story viewer, penonton story, tayangan story, views snapgram, sg views, sg viewers, sg viewer, viewers sg, view sg, penonton sg, views sg, story',
  live_views:
    'live views, live view, live viewers, live viewer, penonton live, viewers live, viewer live, views live, view live, live stream, livestream, live streaming, nonton live, livestreaming, live',
  impressions: 'impressions, impression, impresi, reach, jangkauan, impresion, impression reach',
  saves: 'saves, save, simpan, simpanan, favorit, favorite, favorites, bookmark, bookmarks, sev',
  shares: 'shares, share, bagikan, sher, dibagikan, sharenya',
  comments:
    'comments, comment, komen, komentar, comen, coment, coments, komenan, koment, komenan, commen, komenn',
  subscribers:
    'subscribers, subscriber, subs, sub, subscribe, subcribe, subcriber, subscriber yt, subskraiber, subrek, subcribers, subscibers, subscribes, suscriber, subcrib, subscrib, sabskraib',
  watch_time:
    'watch time, watchtime, jam tayang, jamtayang, watch hours, watch hour, waktu tonton, jam tonton, wt, jam nonton, 4000 jam, watchtimes, jamtay',
  members: 'members, member, anggota, membr, memebr, membernya, mmbr, mem, grup member',
  reactions: 'reactions, reaction, reaksi, reaction post, emot, emoticon, reacts, react, reactionnya',
  retweets: 'retweets, retweet, rt, repost, reposts, ritwit, retwit',
  plays:
    'plays, play, streams, stream, pendengar, listener, listeners, monthly listeners, putar, diputar, pemutaran, streamnya',
  traffic: 'traffic, trafik, pengunjung, visitor, visitors, kunjungan, visit, trafic, traffik, visits',
  dislikes: 'dislikes, dislike, dislik, tidak suka',
  reviews: 'reviews, review, ulasan, rating, ulasan bintang, reviu, bintang',
  other: 'polling, poll, vote, votes, mention, mentions, auto likes, verified, centang biru, verifikasi akun',
})

/** Kinds follow the platform: YouTube's "followers" are subscribers, a Telegram channel's are members. */
export const KIND_ON: Partial<Record<Platform, Partial<Record<Kind, Kind>>>> = {
  youtube: { followers: 'subscribers', members: 'subscribers', plays: 'views' },
  telegram: { followers: 'members', subscribers: 'members' },
  whatsapp: { followers: 'members', subscribers: 'members' },
  instagram: { subscribers: 'followers', plays: 'views' },
  tiktok: { subscribers: 'followers', plays: 'views' },
  facebook: { subscribers: 'followers' },
  twitter: { subscribers: 'followers', shares: 'retweets' },
  threads: { subscribers: 'followers' },
  shopee: { subscribers: 'followers' },
  spotify: { views: 'plays', subscribers: 'followers', traffic: 'plays' },
  website: { views: 'traffic', plays: 'traffic' },
}

/** Countries that are seldom asked for: heard where they are written right, never guessed from a typing error. */
export const RARE_COUNTRY_WORDS: Record<string, string> = tableOf<string>({
  SG: 'singapura, singapore',
  TW: 'taiwan',
  HK: 'hongkong, hong kong',
  PK: 'pakistan',
  BD: 'bangladesh',
  LK: 'sri lanka, srilanka',
  NP: 'nepal',
  KH: 'kamboja, cambodia',
  MM: 'myanmar',
  KZ: 'kazakhstan',
  AE: 'uni emirat, uni emirat arab, emirates, dubai',
  KW: 'kuwait',
  QA: 'qatar',
  EG: 'mesir, egypt',
  MA: 'maroko, morocco',
  DZ: 'aljazair, algeria',
  NG: 'nigeria',
  ZA: 'afrika selatan, south africa',
  CA: 'kanada, canada',
  MX: 'meksiko, mexico',
  CO: 'kolombia, colombia',
  VE: 'venezuela',
  FR: 'prancis, perancis, france',
  IT: 'italia, italy',
  ES: 'spanyol, spain',
  PT: 'portugal',
  NL: 'belanda, netherlands',
  BE: 'belgia, belgium',
  CH: 'swiss, switzerland',
  AT: 'austria',
  PL: 'polandia, poland',
  CZ: 'ceko, czech',
  RO: 'rumania, romania',
  GR: 'yunani, greece',
  UA: 'ukraina, ukraine',
  SE: 'swedia, sweden',
  NO: 'norwegia, norway',
  DK: 'denmark',
  FI: 'finlandia, finland',
  AU: 'australia',
  NZ: 'selandia baru, new zealand',
})

/** Countries that buyers ask for, by the words they use. */
export const COUNTRY_WORDS: Record<string, string> = {
  ...RARE_COUNTRY_WORDS,
  ...tableOf<string>({
    ID: 'indonesia, lokal, local, akun indo, dalam negeri, wni',
    US: 'usa, amerika, america, united states',
    IN: 'india',
    BR: 'brazil, brasil',
    VN: 'vietnam',
    KR: 'korea',
    JP: 'jepang, japan',
    MY: 'malaysia',
    TH: 'thailand',
    PH: 'filipina, philippines',
    TR: 'turki, turkey',
    RU: 'rusia, russia',
    GB: 'inggris raya, uk',
    AR: 'argentina',
    DE: 'jerman, germany',
    SA: 'arab, saudi',
    CN: 'china, cina, tiongkok',
  }),
}
