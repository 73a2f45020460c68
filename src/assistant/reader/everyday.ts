// What remains when nothing of the dialogue was said: stopping, greetings, thanks, small talk, questions, and plain wishes.

import { canonicalLink } from '../../model/target.ts'
import type { CatalogueEntry, Understanding } from '../../model/understanding.ts'
import { ADDRESS, FILLER } from '../../model/words.ts'
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
import { aboutsOf, asksGenerally, isQuestion } from './questions.ts'
import { search } from './search.ts'
import type { Entries } from './shelf.ts'

const STOPS =
  /\bbatal\b|\btidak jadi\b|\bgajadi\b|\bgak?jadi\b|^stop\b|\bstop (?:saja|dulu)\b|^udahan\b|^skip\b|^tidak usah$|^tidak usah (?:deh|jadi)\b|\bcancel\b|^(?:tidak )?lupakan\b(?! password)|^tidak sudah$|^sudah tidak (?:mau|jadi)\b|\bmundur\b|\bhapus (?:tagihan|pesanan)\b|^tidak (?:dulu|mau)\b|\bngga? jadi\b/
const NO_STOP =
  /\b(?:jangan|tidak|bukan) (?:di ?)?batal\b|\b(?:bisa|boleh|apakah|kalau|bagaimana|cara)\b.*\bbatal\b|\btidak jadi masalah\b/

export const stops = ({ said, state }: Case): Understanding | null => {
  if (!STOPS.test(said.bare) && !STOPS.test(said.line)) return null
  if (NO_STOP.test(said.line))
    return said.asks || /\b(?:bisa|kalau|bagaimana|cara|apakah)\b/.test(said.line)
      ? answer('ask_general', 0.72)
      : null
  const { counts, wishes, countries } = said
  // "nggak jadi yang indo, yang 2 aja" takes another.
  if (
    state !== 'idle' &&
    (counts.some(({ role }) => role !== 'other') || wishes.length + countries.length > 0)
  )
    return null
  // "nggak jadi 1000, 2000 aja" gives something new; it stops nothing.
  if (freeCounts({ said } as Case).length > 0 || namesGoods({ said } as Case) || said.links.length > 0)
    return null
  return answer('cancel', state === 'idle' ? 0.86 : 0.94)
}

/** A thanks, and something else that is wanted or told. */
const BEYOND_THANKS =
  /\b(?:tapi|belum|kok|kenapa|mau|beli|pesan|minta|bisa|bagaimana|batal|refill|klaim|bayar|transfer|kalau|berapa|apa|tidak jadi|cek|kirim|salah|drop|hilang|admin|cs)\b/
const GREETING = /^(?:halo|assalamualaikum|pagi|siang|sore|malam|permisi|selamat|hei|woi|woy)\b/

/** No goods, no numbers, no links: nothing that could be ordered. */
const isPlain = ({ kinds, platforms, counts, links, names, asks, order, phone }: Case['said']): boolean =>
  kinds.length + platforms.length + counts.length + links.length + names.length === 0 &&
  !asks &&
  !order &&
  !phone

const only = (said: Case['said'], words: RegExp): boolean => {
  const spoken = said.pieces.filter(({ sort }) => sort !== 'break' && sort !== 'ask')
  const rest = spoken.filter(
    ({ text, raw }) =>
      !ADDRESS.has(text) && !FILLER.has(text) && !words.test(text) && !words.test(raw.toLowerCase()),
  )
  return spoken.length > 0 && rest.length === 0
}

const HELLO =
  /^(?:halo|assalamualaikum|pagi|siang|sore|malam|permisi|p|test|tes|tess|ping|start|selamat|apakabar|woi|woy|hei|numpang|tanya|salam|wr|wb|warahmatullahi|wabarakatuh|om|swastiastu|sugeng|ada|tidak|admin|kabar|apa|datang|kembali|toko)$/
const GREETED =
  /\b(?:halo|assalamualaikum|pagi|siang|sore|malam|permisi|test|tes|ping|start|woi|woy|hei|swastiastu)\b|^p+(?: p+)*$|^selamat$|^apa kabar\b|^admin$/
const THANKED = /\bmakasih\b/
const THANKS_WITH =
  /^(?:makasih|ok|sip|sama|banyak|atas|bantuan\S*|sudah|ya|masuk|mantap|lanjut|baik|siap|cepat|respon\S*|pelayanan\S*|bagus|sangat|selesai|proses|much|so|nanti|semoga|sukses|lancar|alhamdulillah|sekali|for|everything|very|dibantu|banget|gas|good|semua|a|lot|many|min|lagi|kembali|nya|berhasil|aman|jalan|mantab|top|oke|loh|beres|terima|nambah|followers|likes|views|kakak|tidak|apa)$/
const LAUGH =
  /^(?:wk)+w?k?$|^(?:ha|he|hi|xi|ho)+h?$|^lol$|^mantap$|^keren$|^lucu$|^sip$|^ok$|^ya$|^siap$|^gas$|^setuju$|^benar$|^lanjut$|^boleh$|^tidak$|^baik$|^hmm+$|^mantab$|^anjay$/
/** Not now: nothing is stopped, nothing agreed. */
const LATER =
  /^(?:nanti|tunggu|otw|otewe|sebentar|lain kali|next time|link nyusul|nyusul|masih tunggu|males|(?:ya|ok) (?:tunggu|nanti)|(?:\S+ ){0,2}belum (?:\S+ )?(?:bayar|transfer|lunas))\b|^(?:saya |masih )?belum$|\b(?:jangan batal|bayar)\b.*\b(?:nanti|tunggu)\b|\b(?:kira|ternyata)\b.*\bbelum\b|\bnyusul\b|\bnanti\b.*\b(?:bayar|transfer|lanjut|kabarin|lagi)\b/
/** Lost, or busy: nothing that the dialogue asked for. */
const LOST =
  /^(?:saya |aku )?(?:bingung|tidak (?:paham|tahu|tau|punya link)|belum (?:paham|tahu|tau)|terserah|kurang paham|lupa)\b|^otw\b|^semoga\b|^selamat (?:tahun|ulang|hari|natal|lebaran|idul|puasa)/
const TALK =
  /\b(?:kamu|anda|ini|lu)\b.*\b(?:bot|robot|manusia|ai|mesin|chatgpt|siapa)\b|\bsiapa (?:nama|kamu|kah|yang)\b|^siapa\b|\bnama(?:nya)? siapa\b|\b(?:hujan|gabut|kenalan|orang mana|sibuk|love you)\b|\bbot\b$|\blagi apa\b|\bapa kabar\b|\b(?:cuaca|pacar|makan|tidur|cerita|lawak|jokes|jomblo|kangen|sayang|cantik|ganteng|lucu|umur|namamu|nama kamu)\b/

export const socialises = ({ said, state }: Case): Understanding | null => {
  const { line, bare } = said
  if (/^makasih\b.*\b(?:kapan|nanti)\b.*\b(?:pesan|beli|lagi)\b/.test(line)) return answer('thanks', 0.85)
  if (THANKED.test(line) && only(said, THANKS_WITH)) return answer('thanks', 0.95)
  if (THANKED.test(line) && isPlain(said) && !BEYOND_THANKS.test(line)) return answer('thanks', 0.85)
  if (GREETED.test(line) && only(said, HELLO)) return answer('greet', 0.95)
  // "horas lae", "selamat pagi, Bapak": a hello to somebody whose title we have not heard of.
  if (
    GREETING.test(bare) &&
    isPlain(said) &&
    !isQuestion(said) &&
    bare.split(' ').length < 4 &&
    said.strange.length > 0
  )
    return answer('greet', 0.8)
  if (line !== '' && bare === '' && line.split(' ').every((word) => ADDRESS.has(word)))
    return answer('greet', 0.8)
  // While a card waits, a word like these that was no plain yes is worth a question.
  if (only(said, LAUGH)) return answer('chitchat', state === 'confirming' ? 0.6 : 0.75)
  if (LATER.test(line)) return answer('chitchat', 0.72)
  if (line === '') return answer('chitchat', 0.5)
  if (said.phone && bare !== '@phone' && said.kinds.length === 0 && !isQuestion(said))
    return answer('chitchat', 0.72)
  if (LOST.test(bare) || LOST.test(line)) return answer('chitchat', 0.72)
  return TALK.test(line) && !namesGoods({ said } as Case) ? answer('chitchat', 0.75) : null
}

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

const chosenMids = (one: Case): number[] => {
  const { said, subject, shown } = one
  const byId = said.counts.filter(({ role }) => role === 'id').map(({ value }) => value)
  if (byId.length > 0) return byId
  const wish = soughtOf(one)
  const named = namesGoods(one) || wish.countries.length > 0
  if (!named && subject) return [subject.mid]
  if (!named && shown.length > 0) return shown.map(({ mid }) => mid)
  if (!named) return []
  const found = search(one.shelf, wish)
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

/** The cheapest of those that the question is about. */
const cheapestOf = (one: Case, mids: number[]): number[] =>
  [...mids]
    .sort((a, b) => (one.shelf.byMid.get(a)?.price ?? 0) - (one.shelf.byMid.get(b)?.price ?? 0))
    .slice(0, 1)

/** A question about products. `mids`: the ones it is about, when the state knows better. */
export const asksProduct = (one: Case, mids?: number[]): Understanding | null => {
  const abouts = aboutsOf(one.said)
  if (
    abouts.length === 0 ||
    !(isQuestion(one.said) || abouts.some((about) => about !== 'refill' && about !== 'other'))
  )
    return null
  const { mids: _, link: __, links: ___, sought: _____, ...wish } = wishSlots(one)
  const both = abouts.includes('compare') ? compared(one, mids ?? []) : []
  const all = both.length > 1 ? both : (mids ?? chosenMids(one))
  const about = abouts.length === 1 ? abouts[0] : abouts
  const known = mids !== undefined || namesGoods(one) || one.subject !== undefined || one.shown.length > 0
  const answered = abouts.length === 1 && about === 'cheapest' && all.length > 1 ? cheapestOf(one, all) : all
  const { platform, kind, ...rest } = wish
  const goods = namesGoods(one) ? { ...(platform ? { platform } : {}), ...(kind ? { kind } : {}) } : {}
  const { prefer: ____, quantity, ...plain } = rest
  const asked = abouts.every((one) => /^(?:price|min|max|dripfeed)$/.test(one)) && namesGoods(one)
  const wishes = asked ? one.said.wishes.filter((wish) => !/^(?:cheapest|fast)$/.test(wish)) : []
  return answer('ask_product', known || answered.length > 0 ? 0.88 : 0.72, {
    ...plain,
    ...(quantity === undefined || (both.length > 1 && both.includes(quantity)) ? {} : { quantity }),
    ...goods,
    ...listed('prefer', wishes),
    ...(about === undefined ? {} : { about }),
    ...(answered.length > 0 ? { mids: answered } : {}),
  })
}

export const asksShop = ({ said }: Case): Understanding | null =>
  asksGenerally(said) ? answer('ask_general', 0.85) : null

/** What panels do not sell: accounts, games, unlocking, other people's work. */
const NOT_SOLD =
  /\bjasa hack\b|\bhack akun\b|\bakun\b.*\bkena hack\b|\b(?:jual|beli|cari|jasa|ready|mau|ada) akun (?!(?:indo|aktif|real|follow|like|view))\S+|\bjasa (?:bikin|buat|edit|desain|desain|unban\w*|banned|report|hapus|pemulihan|hack|pulih\w*|admin|titip|joki)\b|\b(?:unban|unbanned|joki|centang biru|verified badge|pulihkan akun|balikin akun)\b|\b(?:jual|beli|ada|isi|mau|top ?up) (?:pulsa|kuota|paket data|token|diamond|diamonds|dm|ml|ff|voucher game|game|skin|uc)\b|^pulsa\b/

const MENU =
  /^(?:(?:lihat|minta|mau|cek|info|ada|tolong|kirim|boleh|bisa|kasih) )*(?:menu|katalog|produk|daftarharga|daftar|jual|tanya produk)\b|\b(?:jual|ada|sedia|produk|menu|tersedia|layanan)\b (?:\S+ )?apa\b|\bapa (?:\S+ )?(?:jual|ada|sedia|produk)\b|^(?:mau )?(?:beli|pesan|belanja)(?: (?:dong|sekarang|produk|lagi|apa))*$|\b(?:mau|bisa|ingin) (?:beli|pesan)\b|\bdaftarharga\b|^lihat(?: \S+)? produk\b|\blihat produk\b|\bpunya (?:\S+ )?apa\b|\bapa (?:\S+ ){0,2}punya\b|\bproduk apa\b|\bkatalog\b|^(?:pesan|beli) (?:baru|lain|lagi)\b|\b(?:beli|pesan) (?:lagi )?(?:lain|baru)\b|^menu\b|\bcari produk\b|^(?:mau )?nambah (?:pesanan|pesan|produk)\b/

const RECOMMEND =
  /\b(?:rekomendasi\w*|rekomen|recommend\w*|saran(?:in|kan|nya)?|paling laris|best ?sellers?)\b/i

const wants = (one: Case): boolean => {
  const { said } = one
  const money =
    one.state !== 'paying' && one.state !== 'confirming' && said.counts.some(({ role }) => role === 'money')
  const against = said.against.kinds.length + said.against.countries.length + said.against.wishes.length > 0
  return (
    namesGoods(one) ||
    said.wishes.length > 0 ||
    said.countries.length > 0 ||
    money ||
    (against && one.state === 'choosing')
  )
}

export const notSold = ({ said, state }: Case): boolean =>
  state !== 'confirming' && NOT_SOLD.test(said.folded.toLowerCase())

/** What one asks of goods that one knows to be there. */
const OF_WHAT_KIND =
  /\b(?:cowok|cewek|laki|perempuan|akun|orang|manusia|bot|aktif|foto|bahasa|luar|aman|kelihatan|muncul|interaksi|monetisasi|awet|bertahan|natural|ketik|nulis|tulis)\b|\bbisa (?:untuk|di|ke|pakai|sama|masuk)\b|\bbisa (?!#)\S+ tidak\b|\b(?:apa|atau) (?!saja\b|ada\b|jual\b)\S+(?: \S+)?$/
const WANTED = /\b(?:ada|tiada|jual|cari|mau|beli|pesan|butuh|tambah|nambah|minta|ready|yang)\b/

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
  const { platforms } = goodsOf(one)
  const links = linksOf(one, one.subject?.platform ?? (platforms.length === 1 ? platforms[0] : undefined))
  const { value } = quantityOf(one, freeCounts(one))
  const quantity = value === undefined ? {} : { quantity: value }
  const [link] = links
  if (link !== undefined) {
    const target = canonicalLink(link)
    const platform = target.ok && target.platform
    const fitting = platform ? search(one.shelf, { ...soughtOf(one), platforms: [platform], words: [] }) : []
    return answer('give_link', links.length > 1 ? 0.55 : 0.8, {
      ...linkSlots(links),
      ...quantity,
      ...(fitting.length > 0 ? { mids: fitting } : {}),
    })
  }
  return value === undefined ? null : answer('give_quantity', 0.4, quantity)
}
