// Figures in a model's sentence. It may write none: what it wants to say of a price or a limit stands as {price:<mid>:<quantity>},
// {min:<mid>}, {max:<mid>}, which the shop fills from its shelf, each with the product's number, so that no figure can be laid to another. Pure.
import { plainDigits } from '../lib/text.ts'
import type { Language } from '../model/dialogue.ts'
import type { ProductLine } from '../model/say.ts'
import { formatCount, formatMoney } from '../text/format.ts'

/** As it is meant, for the checks alone: letters and syllables that stand apart are joined, accents and letters drawn out are gone. */
export const spelledOut = (sentence: string): string =>
  sentence
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/(?<!\p{L})(?:\p{L}[\s.\-_*]+){3,}\p{L}(?!\p{L})/gu, (run) => run.replace(/[^\p{L}]/gu, ''))
    .replace(/(\p{L})\1{2,}/gu, '$1')

/** Digits of every script as 0–9, joined ("5 . 000"), no invisible letters. */
export const plainFigures = (text: string): string =>
  plainDigits(text).replace(/(?<=\d)\s*([.,'’])\s*(?=\d{3})/gu, '$1')

/** So small that they are mostly said of no sum. */
const FEW =
  'satu|dua|one|two|siji|loro|hiji|setengah|separuh|separo|half|quarter|double|dobel|kali\\s+lipat|kosong|koma|nope|sape|sago|fivers?|tenners?|(?:se)?lembar|sehelai|(?:seharga|senilai)\\s+se\\p{L}{4,}'
const ONES =
  'nol|zero|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|dozens?|(?:se)?lusin|(?:se)?kodi|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|sapuluh|sedasa|telu|telung|limang|pitung|wolung|sangang|papat|patang|rong|enem|pitu|wolu|sanga|tilu|opat|genep|dalapan|salapan|rolas|telulas|patbelas|limalas|nembelas|pitulas|wolulas|sangalas|(?:se)?likur|slawe|seket|suwidak|sewidak|sawidak|seperempat|sepertiga'
const SCALES =
  'belas|welas|puluh|ratus|ribu|ribuan|rebu|rb|juta|jt|miliar|milyar|triliun|trilyun|hundred|thousand|million|billion|trillion|atus|ewu|rewu|grand'
const WHOLE =
  'seribu|serebu|sarebu|sewu|seratus|saratus|satus|sejuta|sajuta|sayuta|selawe|seceng|ceceng|goceng|noceng|ceban|goban|noban|gocap|cepek?|gope|gopek|nopek|sapek|jigo|jicap|sacap|sicap|lakcap|capgo|cenggo|jiban|siceng|saceng|setiau|cetiau|notiau|gotiau|seperak|ceng|setriliun|semiliar|semilyar|ratusan|jutaan|puluhan'
const word = (words: string) => new RegExp(`(?<![\\p{L}])(?:${words})(?![\\p{L}])`, 'iu')

const NUMBER = word(`(?:${ONES})k?|${SCALES}|${WHOLE}`)
const FEW_OF = word(FEW)
const NO_NUMBER =
  /(?<!\p{L})(?:salah\s+satu|satu\s+per\s+satu|satu-satu\p{L}*|one\s+of|one\s+by\s+one)(?!\p{L})/giu
/** "limaribu", "rplimaribu"; letter by letter: "l i m a  r i b u". */
const PARTS = `(?:${ONES}|${SCALES}|${WHOLE}|satu|dua|se)`
const JOINED = new RegExp(`^(?:rp|idr)?${PARTS}+$`, 'iu')
const SQUASHED = new RegExp(`(?:${PARTS}(?:${SCALES})|${WHOLE})`, 'iu')
const SPACED = /(?:(?<!\p{L})\p{L}[\s.\-_*]+){4,}/u
/** What lays a number, in whatever words, to money or to a limit. */
export const MONEY =
  /\p{Sc}|(?<!\p{L})(?:rp|rph|rupiah|idr|usd|dolar|dollars?|perak|cents?|bucks?|sen|harga\p{L}*|prices?|priced|tarif\p{L}*|biaya\p{L}*|ongkos|costs?|fee|bayar\p{L}*|pay|mahar|cuma|hanya|cukup|only|just|mulai|dari|start\p{L}*|seharga|senilai|bande?rol\p{L}*|murah\p{L}*|cheap\p{L}*|k|minimal\p{L}*|maksimal\p{L}*|min|max|minimum|maximum|batas\p{L}*|limit\p{L}*)(?!\p{L})/iu

const ROMAN =
  /(?<!\p{L})[IVXLCDM]{2,}(?!\p{L})|(?<!\p{L})[IVXLCDM]\s*(?:rupiah|rp|rb|ribu|perak|jt|juta)(?!\p{L})|(?<!\p{L})(?:[Rr]p|IDR)[.\s]*[IVXLCDMOlo][\s.,OolI]*(?!\p{L})/u
/** Syllables over several words, where money is spoken of. */
const IN_PARTS = new RegExp(`${PARTS}(?:${SCALES})`, 'iu')

/** A number of any kind but what the shop fills in. */
export const hasFigure = (written: string): boolean => {
  const sentence = spelledOut(written)
  if (/\p{N}/u.test(sentence) || NUMBER.test(sentence)) return true
  if (MONEY.test(sentence) && IN_PARTS.test(sentence.replace(/[\s.\-_*]+/gu, ''))) return true
  if (MONEY.test(sentence) && ROMAN.test(sentence)) return true
  if (MONEY.test(sentence) && FEW_OF.test(sentence.replace(NO_NUMBER, ' '))) return true
  if ((sentence.match(/\p{L}{6,}/gu) ?? []).some((one) => JOINED.test(one))) return true
  return SPACED.test(sentence) && SQUASHED.test(sentence.replace(/[^\p{L}]/gu, ''))
}

/** The figure is money, or stands beside a word for it. */
export const isOfMoney = (sentence: string): boolean => MONEY.test(sentence) && hasFigure(sentence)

/** What makes another price out of the one that the shop fills in. */
const TURNED =
  /(?<!\p{L})(?:setengah|separuh|separo|seperempat|sepertiga|half|quarter|kali|lipat|double|dobel|twice|kurang|minus|plus|tambah|less|below|bawah|atas|under|over|lebih|more|diskon|potong\p{L}*|discount|off|per|dikali|dibagi|bukan|not|isn|tidak|tanpa|without|x)(?!\p{L})/iu

const HOLDER = /\{(price|min|max):(\d{1,6})(?::(\d{1,9}))?\}/gu

export type Filling = {
  language: Language
  mids: ReadonlySet<number>
  line(mid: number, quantity?: number): ProductLine | null
}
/** Null: a holder that no figure can be given for, or that its sentence would turn to something else. */
export type Filled = { text: string; mids: number[] } | null

type Holder = { what: string; mid: number; quantity?: number }

const figureOf = (holder: Holder, { language, mids, line }: Filling): string | null => {
  const { what, mid, quantity } = holder
  if (!mids.has(mid) || (what === 'price') !== (quantity !== undefined)) return null
  const product = line(mid, quantity)
  if (!product) return null
  const count = (value: number) => formatCount(value, language)
  if (what === 'min') return `${count(product.min)} (ID ${mid})`
  if (what === 'max') return `${count(product.max)} (ID ${mid})`
  const pack = product.type === 'package' && quantity === 1
  if (!pack && (product.priceOf !== quantity || quantity < product.min || quantity > product.max)) return null
  return `${formatMoney(product.price, language)} (ID ${mid}, ${count(quantity ?? 1)})`
}

/** "{price:2:1000} for {max:2}" would be a price of another quantity; a comma or an "and" holds the two apart. */
const CROSSED = /\{price:[^{}]*\}[^{},;]*\{m(?:in|ax):|\{m(?:in|ax):[^{}]*\}[^{},;]*\{price:/u

/** Fills a sentence. Beside a filled figure stands no other, and no other product. */
export const fill = (sentence: string, filling: Filling): Filled => {
  const holders = [...sentence.matchAll(HOLDER)].map(([whole, what = '', mid, quantity]) => ({
    whole,
    what,
    mid: Number(mid),
    ...(quantity === undefined ? {} : { quantity: Number(quantity) }),
  }))
  const around = sentence.replace(HOLDER, ' ')
  if (
    /[{}]/.test(around) ||
    CROSSED.test(sentence.replace(/(?<!\p{L})(?:dan|and|dengan|with)(?!\p{L})/giu, ','))
  )
    return null
  if (holders.length > 0 && (hasFigure(around) || TURNED.test(around))) return null
  let text = sentence
  for (const holder of holders) {
    const figure = figureOf(holder, filling)
    if (figure === null) return null
    text = text.replace(holder.whole, () => figure)
  }
  return { text, mids: holders.map(({ mid }) => mid) }
}

/** The products that a sentence's holders name, good or not: what it was about. */
export const namedIn = (sentence: string): number[] =>
  [...sentence.matchAll(HOLDER)].map(([, , mid]) => Number(mid))
