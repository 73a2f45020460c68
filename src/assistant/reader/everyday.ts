// What remains when nothing of the dialogue was said: questions about products and about the shop, and plain wishes.

import { canonicalLink } from '../../model/target.ts'
import type { CatalogueEntry, Understanding } from '../../model/understanding.ts'
import {
  answer,
  type Case,
  freeCounts,
  goodsOf,
  linkSlots,
  linksOf,
  listed,
  namesGoods,
  quantityOf,
  soughtOf,
  wishSlots,
} from './case.ts'
import { guess } from './hunch.ts'
import { aboutsOf, asksGenerally, isQuestion } from './questions.ts'
import { search } from './search.ts'
import type { Entries } from './shelf.ts'

/** Of the shown ones those that the question names: "yang likes berapa". */
const isNamed = (one: Case, { platform, kind, country }: CatalogueEntry): boolean => {
  const { platforms, kinds } = goodsOf(one)
  const { said } = one
  return (
    (said.platforms.length === 0 || platforms.includes(platform)) &&
    (said.kinds.length === 0 || kinds.includes(kind)) &&
    (said.countries.length === 0 || said.countries.includes(country ?? ''))
  )
}

const compares = ({ said }: Case): boolean => aboutsOf(said).includes('compare')

/** "komen acak sama komen sendiri": what is compared needn't meet both wishes, and of one wish the rest is the other side. */
const eachOf = (one: Case): number[] => {
  const wish = soughtOf(one)
  const [, second] = wish.wishes
  if (second === undefined) return search(one.shelf, { ...wish, wishes: [], countries: [] })
  return [...new Set(wish.wishes.flatMap((only) => search(one.shelf, { ...wish, wishes: [only] })))].slice(
    0,
    10,
  )
}

const chosenMids = (one: Case): number[] => {
  const { said, subject, shown } = one
  const byId = said.counts.filter(({ role }) => role === 'id').map(({ value }) => value)
  if (byId.length > 0) return byId
  const wish = soughtOf(one)
  const named = namesGoods(one) || wish.countries.length > 0
  if (!named && subject) return [subject.mid]
  if (!named && shown.length > 0) return shown.map(({ mid }) => mid)
  if (!named) return []
  const found = compares(one) ? eachOf(one) : search(one.shelf, wish)
  const inList = shown.filter((entry) => isNamed(one, entry))
  // "IG sama TikTok": a list of one of them is not what is asked about.
  const all = goodsOf(one).platforms.every((platform) => inList.some((entry) => entry.platform === platform))
  return inList.length > 0 && all ? inList.map(({ mid }) => mid) : found
}

/** "Mending 1 atau 5": numbers of products, on the list or not, are compared. */
const compared = ({ said, shelf }: Case, mids: number[]): number[] => {
  const numbers = said.counts.filter(({ value, scaled }) => !scaled && shelf.byMid.has(value))
  return [...new Set([...mids, ...numbers.map(({ value }) => value)])]
}

/** The cheapest of those that the question is about; of several kinds all, the cheapest first. */
const cheapestOf = (one: Case, mids: number[]): number[] =>
  [...mids]
    .sort((a, b) => (one.shelf.byMid.get(a)?.price ?? 0) - (one.shelf.byMid.get(b)?.price ?? 0))
    .slice(
      0,
      one.state !== 'choosing' && new Set(mids.map((mid) => one.shelf.byMid.get(mid)?.kind)).size > 1
        ? 10
        : 1,
    )

const isAlone = (one: Case): boolean =>
  !namesGoods(one) &&
  !one.subject &&
  one.shown.length === 0 &&
  one.said.counts.length === 0 &&
  !/\bbeda\b/.test(one.said.line)

const LIMIT_ASKED = /\b(?:minimal|maksimal|min)(?: nya)? # (?:kan|kah|ya|apa|tidak)\b/

/** A question about products. `mids`: the ones it is about, when the state knows better. */
export const asksProduct = (one: Case, mids?: number[]): Understanding | null => {
  const abouts = aboutsOf(one.said)
  if (
    abouts.length === 0 ||
    !(isQuestion(one.said) || abouts.some((about) => about !== 'refill' && about !== 'other'))
  )
    return null
  // "produk apa yang lagi laris": nothing is compared with anything.
  if (abouts[0] === 'compare' && abouts.length === 1 && mids === undefined && isAlone(one)) return null
  const { mids: _, sought: __, ...wish } = wishSlots(one)
  const both = abouts.includes('compare') ? compared(one, mids ?? []) : []
  const all = both.length > 1 ? both : (mids ?? chosenMids(one))
  const about = abouts.length === 1 ? abouts[0] : abouts
  const known = mids !== undefined || namesGoods(one) || one.subject !== undefined || one.shown.length > 0
  // "paling murah berapa", of all there is.
  const open = all.length === 0 && about === 'cheapest' ? search(one.shelf, soughtOf(one)) : []
  const answered =
    open.length > 0
      ? open
      : abouts.length === 1 && about === 'cheapest' && all.length > 1
        ? cheapestOf(one, all)
        : all
  const { platform, kind, link, links, ...rest } = wish
  const goods = namesGoods(one) ? { ...(platform ? { platform } : {}), ...(kind ? { kind } : {}) } : {}
  const { prefer: ___, quantity: counted, ...plain } = rest
  // "minimal 50 kan": the limit itself is asked about.
  const quantity = LIMIT_ASKED.test(one.said.line) ? undefined : counted
  const asked = abouts.every((one) => /^(?:price|min|max|dripfeed)$/.test(one)) && namesGoods(one)
  const wishes = asked ? one.said.wishes.filter((wish) => !/^(?:cheapest|fast)$/.test(wish)) : []
  return answer('ask_product', known || answered.length > 0 ? 0.88 : 0.72, {
    ...plain,
    ...(link === one.context.link ? {} : { ...(link ? { link } : {}), ...(links ? { links } : {}) }),
    ...(quantity === undefined || (both.length > 1 && both.includes(quantity)) ? {} : { quantity }),
    ...goods,
    ...listed('prefer', wishes),
    ...(about === undefined ? {} : { about }),
    ...(answered.length > 0 ? { mids: answered } : {}),
  })
}

/** "ada yang lebih murah?" looks for another, it doesn't haggle. */
const CHEAPER = /\bada\b(?: \S+){0,2} (?:lebih|paling) murah\b/

export const asksShop = ({ said }: Case): Understanding | null =>
  asksGenerally(said) && !CHEAPER.test(said.line) ? answer('ask_general', 0.85) : null

/** What panels do not sell: accounts, games, unlocking, other people's work. */
const NOT_SOLD =
  /\bjasa hack\b|\bhack akun\b|\bakun\b.*\bkena hack\b|\b(?:jual|beli|cari|jasa|ready|mau|ada) akun (?!(?:indo|aktif|real|follow|like|view))\S+|\bjasa (?:bikin|buat|edit|desain|desain|unban\w*|banned|report|hapus|pemulihan|hack|pulih\w*|admin|titip|joki)\b|\b(?:unban|unbanned|joki|centang biru|verified badge|pulihkan akun|balikin akun)\b|\b(?:jual|beli|ada|isi|mau|top ?up) (?:pulsa|kuota|paket data|token|diamond|diamonds|dm|ml|ff|voucher game|game|skin|uc)\b|^pulsa\b/

const MENU =
  /^(?:(?:lihat|minta|mau|cek|info|ada|tolong|kirim|boleh|bisa|kasih) )*(?:menu|katalog|produk|daftarharga|daftar|jual|tanya produk)\b|\b(?:jual|ada|sedia|produk|menu|tersedia|layanan)\b (?:\S+ )?apa\b|\bapa (?:\S+ )?(?:jual|ada|sedia|produk)\b|^(?:mau )?(?:beli|pesan|belanja)(?: (?:dong|sekarang|produk|lagi|apa))*$|\b(?:mau|bisa|ingin) (?:beli|pesan)\b|\bdaftarharga\b|^lihat(?: \S+)? produk\b|\blihat produk\b|\bpunya (?:\S+ )?apa\b|\bapa (?:\S+ ){0,2}punya\b|\bproduk apa\b|\bkatalog\b|^(?:pesan|beli) (?:baru|lain|lagi)\b|\b(?:beli|pesan) (?:lagi )?(?:lain|baru)\b|^menu\b|\bcari produk\b|^(?:mau )?nambah (?:pesanan|pesan|produk)\b/

const RECOMMEND =
  /\b(?:rekomendasi\w*|rekomen|recommend\w*|saran(?:in|kan|nya)?|laris|terlaris|populer|favorit|andalan|laku|best ?sellers?)\b/i

/** "anjay murah": marvels at it. */
const MARVELS =
  /^(?:\S+ )?murah (?:banget|sekali|amat|bener|juga)$|^(?:anjay|anjir|wah|wow|gila|buset|asik|mantap|ih|ternyata) (?:\S+ )?murah(?: \S+)?$/

/** "cepet banget balesnya": a quality alone is a wish only where something is looked for. */
const wishes = ({ said, state }: Case): boolean => {
  if (MARVELS.test(said.line) && !isQuestion(said)) return false
  const telling = said.wishes.filter((wish) => !/^(?:fast|no_bot|post|profile|custom|random)$/.test(wish))
  const looked = WISHES.test(said.line) || /\byang\b/.test(said.line)
  if (state === 'choosing') return said.wishes.length > 0
  return (
    said.wishes.length > 0 && (looked || (telling.length > 0 && state !== 'confirming' && state !== 'paying'))
  )
}

const wants = (one: Case): boolean => {
  const { said } = one
  const money =
    one.state !== 'paying' && one.state !== 'confirming' && said.counts.some(({ role }) => role === 'money')
  const against = said.against.kinds.length + said.against.countries.length + said.against.wishes.length > 0
  return (
    namesGoods(one) ||
    wishes(one) ||
    said.countries.length > 0 ||
    money ||
    (against && one.state === 'choosing')
  )
}

export const notSold = ({ said, state }: Case): boolean =>
  state !== 'confirming' && NOT_SOLD.test(said.folded.toLowerCase())

/** What one asks of goods that one knows to be there. */
const OF_WHAT_KIND =
  /\b(?:cowok|cewek|laki|perempuan|akun|orang|manusia|bot|aktif|foto|bahasa|luar|aman|kelihatan|muncul|interaksi|monetisasi|awet|bertahan|natural|ketik|nulis|tulis)\b|\bbisa (?:untuk|di|ke|pakai|sama|masuk)\b|\bbisa (?!#)\S+ tidak\b|\breal(?: (?:kah|ya|kan))*$|\b(?:apa|atau) (?!saja\b|ada\b|jual\b)\S+(?: \S+)?$/
const WANTED = /\b(?:ada|tiada|jual|cari|mau|beli|pesan|butuh|tambah|nambah|minta|ready|yang)\b/

const WISHES =
  /\b(?:mau|beli|cari|butuh|pesan|tambah|nambah|minta|jual|ada|tiada|ready|naik\w*|bisa|boleh|tolong|kasih|kirim|punya|nyari|ambil|pilih|lanjut)\b/
const OF_THE_PAST = /\b(?:sudah|tadi|kemarin|belum|kok|kenapa|padahal|masih)\b/
const OF_THE_SHOP = /\b(?:bagaimana|kenapa|apakah|siapa|kapan|cara|harus|kalau|nanti)\b/

/** Goods are named, and nothing says that they are wanted. */
const isAstray = ({ said, shown }: Case): boolean =>
  shown.length === 0 &&
  !WISHES.test(said.line) &&
  (OF_THE_PAST.test(said.line) || (isQuestion(said) && OF_THE_SHOP.test(said.line)))

/** A wish or a search. What was heard beside it lowers the certainty: a sentence of unknown words with one of ours may mean anything. */
export const browses = (one: Case): Understanding | null => {
  const { said } = one
  if (notSold(one)) return answer('browse', 0.78, { ...listed('platform', goodsOf(one).platforms), mids: [] })
  if (wants(one)) {
    // "bisa pilih cewek ga followersnya": of a thing known already, not a search for it.
    const theirs = said.kinds.some(
      ({ at, to }) =>
        /nya$/i.test(said.pieces[at]?.raw ?? '') || said.pieces[to]?.raw.toLowerCase() === 'nya',
    )
    if (theirs && isQuestion(said) && !/\b(?:ada|tiada|jual|cari|mau|beli|pesan)\b/.test(said.line))
      return { ...wishSlots(one), intent: 'ask_product', about: 'other', confidence: 0.72 }
    if (namesGoods(one) && isQuestion(said) && OF_WHAT_KIND.test(said.line) && !WANTED.test(said.line))
      return { ...wishSlots(one), intent: 'ask_product', about: 'other', confidence: 0.72 }
    const torn = quantityOf(one, freeCounts(one)).torn
    const known = said.pieces.filter(({ sort, known }) => sort === 'word' && known).length
    const clouded = said.strange.length > known
    const named = namesGoods(one)
    const other = named && isAstray(one) ? guess(one) : null
    if (other && other.intent !== 'browse') return other
    // One word that nobody knows may be the one that matters, in a question more than in a wish.
    const dark = said.strange.length > 0 && isQuestion(said) && !one.shown.length
    if (named && dark && !torn && !clouded) return answer('browse', 0.65, wishSlots(one))
    return answer(
      'browse',
      torn ? 0.62 : clouded ? 0.6 : named ? 0.92 : one.subject ? 0.6 : 0.74,
      wishSlots(one),
    )
  }
  return MENU.test(said.bare) || MENU.test(said.line) || RECOMMEND.test(said.folded)
    ? answer('browse', 0.9, { mids: one.shelf.window })
    : null
}

/** "paket umkm": words that we have none of our own for, but some product's name has. */
export const byName = (one: Case): Understanding | null => {
  const words = [...new Set(one.said.strange)].filter((word) => word.length > 2)
  if (words.length === 0 || words.length > 4) return null
  const exact = havingAll(words.map(one.shelf.named))
  const mids = exact.length > 0 ? exact : havingAll(words.map(one.shelf.nearlyNamed))
  return mids.length > 0 ? answer('browse', exact.length > 0 ? 0.72 : 0.5, { mids }) : null
}

const havingAll = (having: Entries[]): number[] =>
  [...(having[0] ?? [])]
    .filter((entry) => having.every((entries) => entries.has(entry)))
    .map(({ mid }) => mid)
    .slice(0, 10)

/** A link or a number that nobody asked for. */
export const volunteers = (one: Case): Understanding | null => {
  const { said } = one
  const { platforms } = goodsOf(one)
  const links = linksOf(one, one.subject?.platform ?? (platforms.length === 1 ? platforms[0] : undefined))
  const { value } = quantityOf(one, freeCounts(one))
  const quantity = value === undefined ? {} : { quantity: value }
  const [link] = links
  if (link !== undefined) {
    // "akunnya bener kan @kopi?"
    if (said.asks && link === one.context.link && links.length === 1) return answer('ask_general', 0.6)
    const target = canonicalLink(link)
    const platform = target.ok && target.platform
    const fitting = platform ? search(one.shelf, { ...soughtOf(one), platforms: [platform], words: [] }) : []
    return answer('give_link', links.length > 1 ? 0.55 : 0.8, {
      ...linkSlots(links),
      ...quantity,
      ...(fitting.length > 0 ? { mids: fitting } : {}),
    })
  }
  // Among many words, or after a bill, a number may be anything.
  const lost = said.bare.split(' ').length > (one.state === 'paying' || one.state === 'confirming' ? 1 : 4)
  const told = /\b(?:sudah|tadi|kemarin|belum|status|cek|pesan|pesanan|nomor)\b/.test(said.line)
  return value === undefined || lost || told ? null : answer('give_quantity', 0.4, quantity)
}
