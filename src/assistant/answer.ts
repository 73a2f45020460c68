// A model's words for a customer, sentence by sentence: what holds a figure, promises, leads away, speaks of what is behind the shop or
// claims to have done something is dropped; the shop's own lines take its place. What is left is plain text. Pure.

import { fill, hasFigure, isOfMoney, MONEY, namedIn, plainFigures, spelledOut } from './figures.ts'
import type { Passage, ShopQuestion, Told } from './llm.ts'

export type Issued = {
  question: Pick<ShopQuestion, 'language' | 'line'>
  /** Product numbers that the shop gave out for this answer. */
  mids: ReadonlySet<number>
  passages: Passage[]
}

const MOST = 600
const SENTENCES = 6

/** Where else to go, whom to write to, what runs as markup: none of it is the model's to say. */
const LEADS_AWAY =
  /@|:\/\/|www\.|[\p{L}\p{N}]\.\p{L}{2,}|[\p{L}\p{N}-]\s*(?:\s\.\s?|[([]?\s?dot\s?[)\]]?)\s*(?:com|co|id|me|net|org|io|xyz|link|site|shop|store|online|app|ru|gg|ly|info|biz|top|click)(?!\p{L})|<|>|&#?\w+;|\]\(|(?<!\p{L})(?:whats\s?app|wa|telp|telepon|nomor\s+(?:admin|cs|ini)|dm|inbox|e-?mail|gmail|(?:message|chat|contact|hubungi|kontak|text|reach)\s+(?:\p{L}+\s+){0,4}?(?:on|di|via|lewat|through|ning|nang|dina)\s+(?:telegram|tele|ig|instagram|facebook|fb|line|discord))(?!\p{L})/iu
/** Money's ways are the server's: a bank, a wallet, "transfer ke". */
const PAYS =
  /(?<!\p{L})(?:transfer|tf|rekening|norek|rek|ovo|dana|gopay|go-pay|shopee\s*pay|linkaja|bca|bri|bni|mandiri|bsi|seabank|jago|paypal|crypto|usdt|bitcoin|pulsa|voucher|kode\s+unik|virtual\s+account)(?!\p{L})/iu
/** What is behind the shop, and what the model was told. */
const BEHIND =
  /(?<!\p{L})(?:panel|panels|supplier|suplier|provider|vendor|reseller|pemasok|pihak\s+ketiga|third\s+party|server\s+pusat|midtrans|api|openai|chat\s*gpt|gpt\S*|claude|gemini|llama|deepseek|language\s+model|model\s+bahasa|system|(?:was|am|been|were)\s+told|told\s+to|disuruh|diperintah\p{L}*|calling\s+\p{L}+|prompt|instruks\p{L}*|instruction\p{L}*|token|json|function|fungsi|tool|search_?products|knowledge_?search|understood|modal|hpp|margin|untung|laba|profit|cost)(?:nya|ku|mu|s|an)?(?!\p{L})/iu
/** What may be said only in the seller's own words. */
const PROMISE =
  /(?<!\p{L})(?:(?:ber)?garansi\p{L}*|guarantee\p{L}*|warranty|refill\p{L}*|(?:di)?jamin\p{L}*|pasti|refund\p{L}*|uang\s+kembali|dikembalikan|kembalikan|pengembalian|ganti\s+rugi|kompensasi|diskon\p{L}*|discount\p{L}*|promo\p{L}*|potongan|dipotong|gratis\p{L}*|cuma-cuma|free|on\s+the\s+house|no\s+charge|complimentary|(?:tidak|tak|ga|gak|nggak|ngga|enggak|ora|tanpa|without|no|not|don(?:'|’)?t)\s+(?:(?:perlu|usah|harus|ada|kena|dipungut|ngeluarin|any|the|a|need|have|to)\s+){0,3}(?:bayar\p{L}*|biaya|ongkos|pay\p{L}*|costs?|fees?)|bonus\p{L}*|cash\s*back|hadiah|gift|seumur\s+hidup|lifetime|permanen\p{L}*|permanent\p{L}*|langgeng|selawase|salamina|mesthi|anti\s*drop|tidak\s+akan|ga(?:k)?\s+akan|never|selamanya|forever|instan\p{L}*|instant\p{L}*|langsung\s+(?:masuk|jadi|selesai|proses)|secepat\p{L}*|kilat|hitungan|sebentar\s+lagi|segera|besok|lusa|nanti\s+(?:pagi|siang|sore|malam)|malam\s+ini|sore\s+ini|tomorrow|tonight|overnight|(?:right|straight)\s+away|immediately|soon|within|24\/7|nonstop|(?:se|satu|dua|tiga|beberapa|sekian|few|an?)\s*(?:detik|menit|jam|hari|minggu|bulan|tahun|seconds?|minutes?|hours?|days?|weeks?|months?)|(?:dalam|kurang\s+dari|paling\s+lama|maksimal|maks|sampai)\s+(?:\p{L}+\s+)?(?:detik|menit|jam|hari|minggu|bulan)|aman|safe|legal|resmi\s+dari)(?!\p{L})/iu
/** Deeds and states: only the server knows them. */
const DEED =
  /(?<!\p{L})(?:sudah|telah|udah|udh|wis|wes|wus|geus|enggeus|berhasil|baru\s+saja|(?:have|has)\s+been|was|were|is|already|i(?:'|’)?ve|i\s+have)\s+(?:\p{L}+\s+){0,3}?(?:bayar|dibayar|terbayar|lunas|diproses|proses|dikirim|terkirim|selesai|batal\p{L}*|dibatalkan|masuk|diterima|terima|ditambah\p{L}*|tambah\p{L}*|diubah|ubah|ganti|diganti|kembali\p{L}*|di-?refund|di-?acc|aktif|paid|processed|completed|cancel\p{L}*|sent|credited|added|changed|received|confirmed|done|refunded|delivered)(?!\p{L})|(?<!\p{L})(?:saldo|balance|pembayaran|payment|pesanan\s+(?:kak|kakak|anda|kamu)|your\s+order|tagihan|invoice|bill|lunas)\p{L}*(?!\p{L})/iu

/** Nobody here ever asks for one; that nobody does may be said. */
const SECRET =
  /(?<!\p{L})(?:password\p{L}*|passcode|kata\s*sandi|sandi|otp|cvv|kode\s+pin|pin\s+(?:atm|bank|dana|ovo|gopay|kak\p{L}*|anda|kamu)|kode\s+(?:otp|verifikasi|login|akses)|verification\s+code|ktp|kartu\s+kredit|credit\s+card)(?!\p{L})/iu
const NEVER =
  /(?<!\p{L})(?:tidak|tak|ga|gak|nggak|ngga|jangan|tanpa|bukan|never|not|no|don(?:'|’)?t|without)(?!\p{L})/iu
const asksSecret = (sentence: string): boolean => SECRET.test(sentence) && !NEVER.test(sentence)

/** Sentences; a figure's point ends none. */
const sentencesOf = (text: string): string[] =>
  text
    .split(/\n+|(?<=[.!?…])\s+/u)
    .map((sentence) => sentence.trim())
    .filter(Boolean)

/** Signs of Markdown go, and with them lists and headings; what may run as HTML is left for the checks. */
const bare = (text: string): string =>
  text
    .replace(/```+|[*_~`|\\]/g, '')
    .replace(/^\s*(?:#+|[-•+]|>)\s+/gmu, '')
    .replace(/[^\S\n]+/gu, ' ')

/** Another script can spell our words past every list of them. */
const otherScript = (sentence: string): boolean => /(?!\p{Script=Latin})\p{L}/u.test(sentence)

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

const QUOTED = 0.8

/** Said by the seller: one sentence of a passage has every figure of it, every word that promises, and nearly all of its words. */
const quoted = (sentence: string, passages: Passage[]): boolean => {
  const words = wordsOf(sentence)
  const telling = wordsOf((sentence.match(new RegExp(PROMISE, 'giu')) ?? []).join(' '))
  const must = [...telling, ...words.filter((one) => /\p{N}/u.test(one))]
  return passages
    .flatMap(({ text }) => sentencesOf(plainFigures(text)))
    .some((source) => {
      const known = new Set(wordsOf(source))
      const shared = words.filter((one) => known.has(one)).length
      return must.every((one) => known.has(one)) && shared >= QUOTED * words.length && sameSense(words, known)
    })
}

const NOT = [
  'tidak',
  'bukan',
  'tanpa',
  'belum',
  'jangan',
  'gak',
  'ga',
  'nggak',
  'no',
  'not',
  'never',
  'without',
]
/** A "not" of the seller's that was left out, or put in, says the contrary. */
const sameSense = (words: string[], known: Set<string>): boolean =>
  NOT.some((one) => words.includes(one)) === NOT.some((one) => known.has(one))

type Judged = { text: string; about?: number[]; money?: true }

const BY_NUMBER = /(?<!\p{L})ID\s*#?(\d{1,6})(?![\p{N}.,]*\p{N})/giu

/** "ID 3" of a product that was issued is its name, no figure, where no price is spoken of. */
const withoutNumbers = (spoken: string, mids: ReadonlySet<number>): string => {
  const unnumbered = spoken.replace(BY_NUMBER, (whole, mid: string) => (mids.has(Number(mid)) ? 'ID' : whole))
  return MONEY.test(unnumbered) ? spoken : unnumbered
}

/** What has no place in a customer's chat, whoever says it. */
const isOut = (spoken: string): boolean =>
  LEADS_AWAY.test(spoken) ||
  PAYS.test(spoken) ||
  BEHIND.test(spoken) ||
  otherScript(spoken) ||
  asksSecret(spoken)

/** `''`: dropped; with `about`, in favour of the shop's own line on these. */
const judge = (sentence: string, { question, mids, passages }: Issued): Judged => {
  const about = namedIn(sentence)
  const plain = withoutNumbers(sentence.replace(/\{[^{}]*\}/g, ' '), mids)
  const spoken = spelledOut(plain)
  if (isOut(plain) || isOut(spoken)) return { text: '' }
  if (isOfMoney(spoken)) return { text: '', about, money: true }
  if (about.length === 0 && (hasFigure(spoken) || PROMISE.test(spoken)))
    return { text: quoted(sentence, passages) ? sentence : '' }
  if (PROMISE.test(spoken) || DEED.test(spoken)) return { text: '', about }
  const filled = fill(sentence, { language: question.language, mids, line: question.line })
  return filled ? { text: filled.text } : { text: '', about }
}

export const toldIn = (text: string, issued: Issued): Told | null => {
  const judged = sentencesOf(bare(plainFigures(text)))
    .slice(0, 2 * SENTENCES)
    .map((sentence) => judge(sentence, issued))
  const kept: string[] = []
  for (const { text: sentence } of judged) {
    if (!sentence || kept.length === SENTENCES) continue
    if ([...kept, sentence].join(' ').length > MOST) break
    kept.push(sentence)
  }
  const products = [...new Set(judged.flatMap(({ text: said, about = [] }) => (said ? [] : about)))].filter(
    (mid) => issued.mids.has(mid) && issued.question.line(mid) !== null,
  )
  const money = judged.some((one) => one.money)
  if (kept.length === 0 && products.length === 0 && !money) return null
  const sources = [...new Set(issued.passages.map(({ title }) => title))]
  return {
    text: kept.join(' '),
    products,
    ...(money ? { money } : {}),
    ...(sources.length > 0 ? { sources } : {}),
  }
}
