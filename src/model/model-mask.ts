// What a language model never gets to see of a customer's message: secrets, telephone, wallet and account numbers in any spelling, e-mail
// addresses, links, names. Pure; errs on the side of blanking: a number lost is asked for again, one sent out is not called back.
import { plainDigits } from '../lib/text.ts'
import { blankSecrets } from './secret-words.ts'

const LEFT = String.raw`(?<![\p{L}\p{N}])`
const RIGHT = String.raw`(?![\p{L}\p{N}])`

const LINK =
  /(?:https?:\/\/|www\.)\S+|(?<![\p{L}\p{N}@.-])(?:[\p{L}\p{N}_-]+\.)+(?:com|net|org|id|me|co|be|tv|gg|ly|io|app|shop|site|xyz|link|store|watch|info|biz)(?:\/\S*|(?![\p{L}\p{N}.]))/giu
const EMAIL =
  /[\p{L}\p{N}._%+-]+\s?(?:@|\(at\)|\[at\])\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+|[\p{L}\p{N}._%+-]{2,}@[\p{L}\p{N}.-]+|(?:\p{L}[\p{L}\p{N}]*\s+(?:titik|dot)\s+){0,2}\p{L}[\p{L}\p{N}]*\s+at\s+\p{L}[\p{L}\p{N}]*\s+(?:titik|dot)\s+\p{L}{2,}/giu
const AT_NAME = /@[\p{L}\p{N}_.]+/gu

const BANKS = String.raw`dana|ovo|go[\s-]?pay|gojek|shopee[\s-]?pay|s-?pay|link[\s-]?aja|bca|bri|brimo|bni|bsi|btn|btpn|mandiri|livin|sea[\s-]?bank|jago|permata|cimb|danamon|ocbc|jenius|neo[\s-]?bank|superbank|allo|maybank|panin|muamalat|blu|bank|rekening|norek|no\.?\s*rek|rek|e-?wallet|virtual\s+account|va`
const PHONES = String.raw`nik|ktp|npwp|kartu(?:\s+kredit|\s+debit)?|cc|wa|whats\s?app|hp|telp|telepon|tlp|kontak|contact|phone`
/** Digits in one piece or in groups, however they are parted: "0812-3456-7890", "123 456 7890", "1 2 3 4 5 6 7". */
const RUN = String.raw`\+?\(?\d(?:[\s.,()/_-]{0,3}\d){`

/** 0812…, 62812…, +62 (812) …: nine digits and more, glued to words or not, however they are parted. */
const PART = String.raw`[\s()./|*_–—-]{0,3}`
const PHONE = new RegExp(
  String.raw`(?<!\p{N})(?:\+?62|0)8\d{7,11}(?!\p{N})|(?<!\p{N})(?:\+?\s?\(?6${PART}2\)?|\(?(?<!\p{L})[0o]|\(?0)${PART}8${PART}\d(?:${PART}\d){6,12}(?!\p{N})`,
  'giu',
)
/** Beside the word for an account, a telephone or a card a longer number is one; a sum with its unit is not. */
const NO_UNIT = String.raw`(?![\p{L}\p{N}])(?!\s*(?:k|rb|ribu|jt|juta|rupiah|followers?|foll?|likes?|views?|subs?\p{L}*|members?))`
const placed = (places: string, least: number) =>
  new RegExp(
    String.raw`(${LEFT}(?:${places})${RIGHT}[^\p{N}\n]{0,25})(${RUN}${least - 1},24})${NO_UNIT}`,
    'giu',
  )
const IN_BANK = placed(BANKS, 6)
const BY_PHONE = placed(PHONES, 8)
const BEFORE_PLACE = new RegExp(
  String.raw`(?<![\p{L}\p{N}/.])(${RUN}7,24})(?=\s*(?:[(,-]|ke|di|itu|ini|adalah|yang)?\s*${LEFT}(?:${BANKS}|${PHONES})${RIGHT})`,
  'giu',
)
/** A number so long that it counts nothing: an account, a card, an identity. A sum with its points is a sum. */
const LONG = /(?<!\p{N})\+?\d(?:[\s._–—/|-]{0,3}\d){8,24}(?!\p{N})/gu
const SUM = /^\d{1,3}(?:[.,]\d{3})+$/

/** "nol delapan satu dua …": seven digits and more, spelled. */
const DIGIT_WORD = String.raw`(?:nol|kosong|satu|dua|tiga|empat|lima|enam|tujuh|delapan|dlapan|lapan|sembilan|zero|oh|one|two|three|four|five|six|seven|eight|nine|sepuluh|sebelas|belas|puluh|\d)`
const SPELLED = new RegExp(String.raw`${LEFT}${DIGIT_WORD}(?:[\s,.-]{1,3}${DIGIT_WORD}){6,}${RIGHT}`, 'giu')

/** "081 dua 3456 tujuh 890": figures and words of one telephone number, nine digits and more. */
const MIXED = new RegExp(
  String.raw`(?<!\p{N})(?:\+?62|[0o]\d*|8\d*|nol|kosong|zero|oh)(?:[\s,.-]{1,3}(?:\d{1,12}|${DIGIT_WORD})){2,14}${RIGHT}`,
  'giu',
)
const mixed = (run: string): string => {
  const parts = run.split(/[\s,.-]+/)
  const words = parts.filter((part) => !/\d/.test(part)).length
  const digits = run.replace(/\D/g, '').length
  return words > 0 && digits > 2 && words + digits >= 9 ? '[number]' : run
}

/** A PIN, an OTP or a password by name, whatever stands between the name and its value; digits spelled out as well. */
const CODE = String.raw`(?:p\s?i\s?n|o\s?t\s?p|cvv|cvc|mpin|token|kode\s*(?:otp|verif\p{L}*|rahasia|keamanan|login|pin|sms|wa)?|verification\s+code|security\s+code|login\s+code)`
const CODED = new RegExp(
  String.raw`(${LEFT}${CODE}(?:-?(?:nya|ku|mu))?(?:\s+(?:\p{L}{1,10})){0,3}?\s*[:=-]?\s*)(\d(?:[\s.-]?\d){2,7}|${DIGIT_WORD}(?:[\s,.-]{1,3}${DIGIT_WORD}){2,})(?![\p{L}\p{N}])(?!\s*(?:k|rb|ribu|jt|juta|followers?|foll?|likes?|views?|subs?\p{L}*|saves?|members?|komen\p{L}*|share\p{L}*|pcs|biji|aja))`,
  'giu',
)
const PASSWORD = new RegExp(
  String.raw`(${LEFT}(?:pass(?:word|wd|code)?|paswod|pasword|pw|pwd|pswd|kata\s*sandi|sandi|katasandi)(?:-?(?:nya|ku|mu))?(?:\s+\p{L}{1,12}){0,4}\s*[:=]\s*)([^\s,]{1,64})`,
  'giu',
)

const CODE_AFTER = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,/])\d(?:[\s-]?\d){3,7}(?=\s*(?:itu|ini|adalah|is|tuh|nih)?\s*(?:\p{L}{1,10}\s+)?${LEFT}${CODE})`,
  'giu',
)
/** "password gue kopisusu": after the word that owns it comes the secret, unless it is asked or denied. */
const PASSWORD_SAID = new RegExp(
  String.raw`(${LEFT}(?:pass(?:word|wd|code)?|paswod|pasword|pw|pwd|kata\s*sandi|sandi)(?:(?:nya|ku)(?=\s)|(?:\s+(?:saya|aku|gue|gw|gua|my|ig|instagram|tiktok|fb|akun|akunku|email)(?:nya|ku)?)+)\s+)(?!(?:apa|berapa|gak|ga|nggak|tidak|enggak|perlu|aman|salah|lupa|diganti|ganti|belum|udah|sudah|ya|yah|dan|sama|untuk|buat|minta|diminta|butuh|dibutuhkan|dikasih|kasih|kah|atau|is|not|needed)${RIGHT})([^\s,?]{3,64})(?![^\s,]|\s*\?)`,
  'giu',
)

/** "password kopisenja": right behind it, where nothing is asked or denied; "user: kopi" names an account. */
const PASSWORD_BARE = new RegExp(
  String.raw`(${LEFT}(?:password|pasword|passcode|kata\s*sandi)\s+)(?!(?:apa|apaan|berapa|nya|gak|ga|gk|nggak|ngga|tidak|enggak|perlu|aman|salah|lupa|diganti|ganti|belum|udah|sudah|ya|yah|dan|atau|sama|sih|kah|untuk|buat|minta|diminta|butuh|dibutuhkan|dikasih|kasih|siapa|kakak|kalian|toko|akun\p{L}*|ig|instagram|tiktok|fb|email|saya|aku|gue|gw|is|not|needed|required|safe|for|of|to)${RIGHT})([^\s,?:=]{5,64})(?![^\s,]|\s*\?)`,
  'giu',
)
const USER = new RegExp(
  String.raw`(${LEFT}(?:user\s*name|user|login)(?:-?(?:nya|ku))?(?:\s+(?:ig|instagram|tiktok|fb|akun)){0,2}\s*(?:[:=]\s*|\s))(?!(?:nya|apa|dan|atau|sama|aja|saja|gak|ga|nggak|tidak|perlu|dulu|ke|di|ya|salah|ig|akun|sudah|udah)${RIGHT})([\p{L}\p{N}._-]{3,40})`,
  'giu',
)
const STREET = new RegExp(
  String.raw`${LEFT}(?:jl|jln|gg)\.?\s+\p{L}+(?:\s+(?!(?:no|nomor|blok|rt|rw)${RIGHT})\p{L}+){0,3}(?:\s+(?:no|nomor|blok|rt|rw)\.?\s*[\p{L}\d/]{1,6}){0,4}`,
  'giu',
)

const NOT_A_NAME = `(?:ya|yah|kak|kakak|min|bang|atas|nama|bca|bri|bni|bsi|mandiri|dana|ovo|gopay|jumlah|sebanyak|bisa|dong|deh|tapi|jam|sebesar|aja|saja|lewat|via|pake|pakai|mau|ingin|pengen|pengin|pesan|beli|order|cari|butuh|udah|sudah|belum|bayar|kirim|tidak|gak|ga|nggak|dan|yang|di|ke|dari|untuk|buat|itu|ini|siapa|apa|kok|toko|akun|ig|tiktok|followers?|likes?|views?)`
const WORDS = String.raw`(?!${NOT_A_NAME}${RIGHT})\p{L}[\p{L}\p{M}.'’-]*(?:[^\S\n]+(?!${NOT_A_NAME}${RIGHT})\p{L}[\p{L}\p{M}.'’-]*){0,3}`
const SELF = `(?:ibu(?: kandung)?|ayah|bapak|gadis|saya|aku|gue|gw|gua|lengkap|pemilik|penerima|rekening|asli|panggilan)`
/** "nama saya Budi Santoso", "a.n. Siti", "panggil aku Rina", "my name is Ann". */
const NAMED = new RegExp(
  String.raw`(${LEFT}(?:a\s*[./]\s*n\.?|an\.|atas\s+nama|on\s+behalf\s+of|under\s+the\s+name(?:\s+of)?|nama(?:ku|nya|\s+${SELF}(?:\s*nya)?)${RIGHT}(?:\s+(?:adalah|itu))?|nama\s*[:=]|(?:kenalin|perkenalkan|panggil)\s+(?:aja\s+)?${SELF}(?:\s+aja)?|my\s+name(?:\s+is|'s)?|call\s+me)\s*[:=-]?\s*)(${WORDS})`,
  'giu',
)
/** Beside an account "an" alone names its owner. */
const OWNER = new RegExp(String.raw`(\[number\][\s,(-]*(?:an|a\/n|a\.n\.?|nama)?[\s:.-]*)(${WORDS})`, 'giu')

/** "saya Budi", "ini Rina": a capital in a message that else has hardly any. */
const CAPITAL =
  /(?<!\p{L})((?:[Ss]aya|[Aa]ku|[Gg]ue|[Gg]w|[Ii]ni)\s+)(\p{Lu}\p{Ll}{2,}(?:\s\p{Lu}\p{Ll}+)?)(?!\p{L})/gu
const NO_PERSON =
  /^(?:instagram|tiktok|youtube|facebook|telegram|twitter|shopee|spotify|threads|whatsapp|google|linkedin|followers?|likes?|views?|mau|mo|tolong|butuh|perlu|bisa|sudah|udah|mohon|qris|produk|pesanan)/iu

const introduced = (text: string): string => {
  if ((text.match(/(?<!\p{L})\p{Lu}\p{Ll}+/gu) ?? []).length > 3) return text
  return text.replace(CAPITAL, (whole, led: string, name: string) =>
    NO_PERSON.test(name) ? whole : `${led}[name]`,
  )
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The names that the shop knows the customer by, whole and word by word. */
const withoutPeople = (text: string, people: readonly string[]): string => {
  const names = people.flatMap((name) => [name, ...name.split(/[\s_.]+/)]).filter((name) => name.length > 2)
  const longest = [...new Set(names)].sort((a, b) => b.length - a.length)
  return longest.reduce(
    (rest, name) =>
      rest.replace(new RegExp(`(?<![\\p{L}\\p{N}])@?${escaped(name)}(?![\\p{L}\\p{N}])`, 'giu'), '[name]'),
    text,
  )
}

/** "warungkopi.senja", "kopi_senja", "rina99": an account's name without its @. */
const HANDLE =
  /(?<![\p{L}\p{N}@.[])(?!(?:rp|id|no|nomor|max|min|jml|total)[._\d])(?:\p{L}[\p{L}\p{N}]+(?:[._]+[\p{L}\p{N}]{2,})+|\p{L}{3,}\d{2,}[\p{L}\p{N}]*|\p{L}{3,}[013-9])(?![\p{L}\p{N}])/giu

const numbers = (text: string): string =>
  text
    .replace(PHONE, '[number]')
    .replace(IN_BANK, (_, led: string) => `${led}[number]`)
    .replace(BY_PHONE, (_, led: string) => `${led}[number]`)
    .replace(BEFORE_PLACE, '[number]')
    .replace(SPELLED, '[number]')
    .replace(MIXED, mixed)
    .replace(LONG, (run) => (SUM.test(run.trim()) ? run : '[number]'))

/** `people`: what the shop calls the customer, their username, the accounts that they named. */
export const maskForModel = (text: string, people: readonly string[] = []): string => {
  const plain = plainDigits(text)
  const linkless = plain.replace(EMAIL, '[e-mail]').replace(LINK, '[link]').replace(AT_NAME, '[name]')
  const coded = linkless
    .replace(PASSWORD, (_, led: string) => `${led}•••`)
    .replace(PASSWORD_SAID, (_, led: string) => `${led}•••`)
    .replace(PASSWORD_BARE, (_, led: string) => `${led}•••`)
    .replace(USER, (_, led: string) => `${led}[name]`)
    .replace(STREET, '[address]')
    .replace(CODED, (_, led: string) => `${led}•••`)
    .replace(CODE_AFTER, '•••')
  const named = numbers(blankSecrets(coded)).replace(NAMED, (_, led: string) => `${led}[name]`)
  const owned = named.replace(OWNER, (_, led: string) => `${led}[name]`)
  return introduced(withoutPeople(owned, people)).replace(HANDLE, '[name]')
}

const PLACES_IN_LINKS =
  /^(?:reels?|video|watch|shorts|channel|status|posts?|photos?|story|stories|user|share|groups?|pages?)$/iu

/** The accounts that links lead to, by which a customer may name them again. */
export const accountsIn = (links: readonly string[]): string[] =>
  links
    .flatMap((link) => link.replace(/^https?:\/\/[^/]*/iu, '').split(/[/?#&=]+/u))
    .map((part) => part.replace(/^@/u, ''))
    .filter((part) => part.length > 2 && !PLACES_IN_LINKS.test(part))
