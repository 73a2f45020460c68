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
    'instagram, ig, insta, instagrm, instgram, instagam, igeh, igram, instagrem, intagram, istagram, instragram, inst, instan gram, ige, igh, instageram, insatgram, instgrm, instagrsm, instagrma, instagrom',
  tiktok:
    'tiktok, tik tok, tt, ttk, toktok, tiktk, tktk, tikto, tik-tok, titok, tiktoknya, tok tok, tiktod, tikotk, tiktol, tiktock, tik tock, tiktak, titkok, tiltok, vt, tik tokk, tiktoks',
  youtube:
    'youtube, yt, ytb, yutub, you tube, yutup, yutube, youtub, yotube, utube, yucub, ytube, yucup, yutob, u tube, yutuf, yotub, youtobe, yutuberz',
  facebook:
    'facebook, fb, facebok, fesbuk, efbi, fesbook, pesbuk, face book, fbk, facebuk, epbi, facbook, fecebook, fesbok, facebooknya, fbku, pesbuker',
  telegram: 'telegram, tele, tg, telegrm, telegrem, telgram, tlgrm, tgram, telegraam, teleg, telegran',
  twitter: 'twitter, twit, twiter, tweet, x.com, x twitter, twt, twitwer, tweeter, twter, tuiter, twet',
  threads: 'threads, thread, treads, tred, treds, tread, threds, thred, trit, trids, treds app',
  spotify:
    'spotify, spotipai, spotifi, spotif, sepotify, spoti, spotfy, spotipi, spotipy, spotifay, sptfy, spotyfy, spottify',
  shopee:
    'shopee, shope, sopi, sopie, shoppe, shoppee, sope, syopi, shopie, sopee, shopi, syopee, shopeee, shope e',
  website:
    'website, web, situs, websait, web site, blog, webnya, laman, landing page, blogspot, wordpress, webku',
  linkedin: 'linkedin, linked in, linkdin, linkedn, linkidin, lingkedin, linkedln,',
  google:
    'google, gmaps, google maps, gmap, google map, gugel, google bisnis, google review, playstore, play store, gmb, gugle, googel, maps, google business',
  whatsapp: 'whatsapp, wa, whatsap, watsap, whatsup, wasap, whatshap, watsapp, wassap, whatapp, whastapp',
  other:
    'lazada, tokopedia, tokped, discord, twitch, snapchat, pinterest, quora, reddit, soundcloud, bigo, likee, clubhouse, vk, tumblr, vimeo, dailymotion, rumble, kwai, audiomack, roblox, snack video, snackvideo, bukalapak, helo app, netflix, diamond, mobile legend, mobile legends, ml, free fire, ff, pubg, kuota, token listrik, steam, capcut, bstation, joox, resso, deezer, apple music, weverse, lemon8, michat, tinder, canva, bluesky, kaskus, blibli, twitch tv',
})

/** Words for kinds, of one to three words. What a word means on a platform of its own is in `KIND_ON`. */
export const KIND_WORDS: Table<Kind> = tableOf<Kind>({
  followers:
    'followers, follower, folower, folowers, follow, follwer, follwers, followes, flwrs, flw, fol, foll, folls, pengikut, folloers, folowwer, follows, polower, polowers, follo, folo, followrs, fllwrs, flower, flowers, followernya, follwing, pengikutnya, folwer, folwers, pangikut, penggemar, fans, pengkut, folwrs, fllw, fllwr, flwr, flwers, polow, folloower, follwrs, followrz, pengikute, pengikutna, polowernya, followersna, followere, subscriber ig',
  likes:
    'likes, like, laik, lk, suka, love, loves, jempol, liked, lke, lik, likenya, loved, lope, laiknya, penyuka, liker, likers, laiks, tanda suka, lkes, liks, likesna, likene, hearts, lkie',
  views:
    'views, view, viewer, viewers, vews, viws, viwes, tayangan, penonton, ditonton, nonton, penayangan, viu, viewnya, vieuw, vew, viewrs, veiw, veiws, pirsawan, tontonan, tonton, wiev, viuw, vieu, viev, viwer, viewes, vieww, kali tayang, pemirsa, pamiarsa, penontone, ditonton orang, viewers video, jumlah tayangan, wiew, wiews',
  story_views:
    'story views, story view, views story, view story, viewers story, viewer story, storyview, story viewers, story viewer, penonton story, tayangan story, views snapgram, sg views, sg viewers, sg viewer, viewers sg, view sg, penonton sg, views sg, story, stori, setori, stories, sg, snapgram, instastory, insta story, instastori, storynya, storyku',
  live_views:
    'live views, live view, live viewers, live viewer, penonton live, viewers live, viewer live, views live, view live, live stream, livestream, live streaming, nonton live, livestreaming, live, siaran langsung, siaran live, livenya, laif, live an, lagi live',
  impressions:
    'impressions, impression, impresi, reach, jangkauan, impresion, impression reach, impressi, impressionnya, reachnya',
  saves:
    'saves, save, simpan, simpanan, favorit, favorite, favorites, bookmark, bookmarks, sev, disimpan, disave, savenya, simpenan',
  shares:
    'shares, share, bagikan, sher, dibagikan, sharenya, dishare, disher, sharean, forward, forwards, bagiin',
  comments:
    'comments, comment, komen, komentar, comen, coment, coments, komenan, koment, komenan, commen, komenn, komentarnya, komennya, cmnt, komentaran, kmentar, live chat, chat live, komen live, komentar live, live comment, live comments, komene',
  subscribers:
    'subscribers, subscriber, subs, sub, subscribe, subcribe, subcriber, subscriber yt, subskraiber, subrek, subcribers, subscibers, subscribes, suscriber, subcrib, subscrib, sabskraib, subskreber, subscrber, sabscriber, sabskreb, subskrib, subsciber, subsriber, subskriber, subscribernya, subsnya, subscribe an, sub sriber, langganan channel, langganan youtube',
  watch_time:
    'watch time, watchtime, jam tayang, jamtayang, watch hours, watch hour, waktu tonton, jam tonton, wt, jam nonton, 4000 jam, watchtimes, jamtay, jam tonton, jam tayangan, durasi tonton, jam putar, jam siar, watching hours, jamtonton, wh, jam penayangan, jam tayangnya',
  members:
    'members, member, anggota, membr, memebr, membernya, mmbr, mem, grup member, ahli grup, ahli group, ahli kumpulan, ahli channel, anggotanya, mamber, isi grup, isi group, warga grup, member grup, memberna, membere',
  reactions:
    'reactions, reaction, reaksi, reaction post, emot, emoticon, reacts, react, reactionnya, emoji, emoticons, emote, reaksinya',
  retweets: 'retweets, retweet, rt, repost, reposts, ritwit, retwit, rtweet, retweetan, repos',
  plays:
    'plays, play, streams, stream, pendengar, listener, listeners, monthly listeners, putar, diputar, pemutaran, streamnya, ply, plys, played, diputer, didengar, didengarkan, pendengarnya, pendengar bulanan, ngadangukeun, monthly listener, playsnya',
  traffic:
    'traffic, trafik, pengunjung, visitor, visitors, kunjungan, visit, trafic, traffik, visits, pengunjungnya, trafficnya, hit web, visitornya',
  dislikes: 'dislikes, dislike, dislik, tidak suka',
  reviews:
    'reviews, review, ulasan, rating, ulasan bintang, reviu, bintang, ulasannya, ratings, ratingnya, bintang lima, bintang 5',
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
    ID: 'indonesia, lokal, local, lokalan, pribumi, nusantara, domestik, tanah air, orang kita, orang sini, indonesians, akun indo, dalam negeri, wni',
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
