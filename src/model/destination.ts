// Where a withdrawal goes, read from a customer's own words: "dana 081234567890 a.n. Ani", in any order. Pure.

/** `method` as people write it ("DANA", "BCA", "Bank Jatim"), `number` digits alone, `name` of its owner. */
export type Destination = { method: string; number: string; name: string }

type Method = { name: string; said: RegExp; wallet?: true }

const word = (pattern: string): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${pattern})(?![\p{L}\p{N}])`, 'iu')

/** The longer name first where one holds another. An e-wallet's number is a mobile number. */
const METHODS: readonly Method[] = [
  { name: 'GoPay', said: word(String.raw`go[\s-]?pay|gojek`), wallet: true },
  { name: 'OVO', said: word('ovo'), wallet: true },
  { name: 'ShopeePay', said: word(String.raw`shopee[\s-]?pay|s-?pay|shopee`), wallet: true },
  { name: 'LinkAja', said: word(String.raw`link[\s-]?aja`), wallet: true },
  { name: 'DANA', said: word('dana'), wallet: true },
  { name: 'blu', said: word(String.raw`blu(?:\s+by\s+bca)?(?:\s+digital)?`) },
  { name: 'BCA Syariah', said: word(String.raw`bca\s+syariah`) },
  { name: 'BCA', said: word(String.raw`(?:bank\s+)?bca|bank\s+central\s+asia`) },
  { name: 'BRI', said: word(String.raw`(?:bank\s+)?bri|brimo|bank\s+rakyat(?:\s+indonesia)?`) },
  { name: 'BNI', said: word(String.raw`(?:bank\s+)?bni`) },
  { name: 'BSI', said: word(String.raw`(?:bank\s+)?bsi|bank\s+syariah\s+indonesia`) },
  { name: 'Mandiri', said: word(String.raw`(?:bank\s+)?mandiri|livin`) },
  { name: 'SeaBank', said: word(String.raw`(?:bank\s+)?sea[\s-]?bank`) },
  { name: 'Bank Jago', said: word(String.raw`(?:bank\s+)?jago`) },
  { name: 'Permata', said: word(String.raw`(?:bank\s+)?permata(?:bank)?`) },
  { name: 'CIMB Niaga', said: word(String.raw`(?:bank\s+)?cimb(?:\s+niaga)?|bank\s+niaga`) },
  { name: 'Danamon', said: word(String.raw`(?:bank\s+)?danamon`) },
  { name: 'BTN', said: word(String.raw`(?:bank\s+)?btn`) },
  { name: 'OCBC', said: word(String.raw`(?:bank\s+)?ocbc(?:\s+nisp)?`) },
  { name: 'Jenius', said: word('jenius|btpn|smbc') },
  { name: 'Neobank', said: word(String.raw`neo[\s-]?bank|neo\s+commerce|bnc`) },
  { name: 'Superbank', said: word('superbank') },
  { name: 'Allo Bank', said: word(String.raw`allo\s*bank`) },
  { name: 'Maybank', said: word('maybank') },
  { name: 'Panin', said: word(String.raw`(?:bank\s+)?panin`) },
  { name: 'Bank Mega', said: word(String.raw`bank\s+mega`) },
  { name: 'Muamalat', said: word(String.raw`(?:bank\s+)?muamalat`) },
]
/** A bank that the table does not know: "bank jatim". */
const OTHER_BANK = /(?<![\p{L}\p{N}])bank\s+(\p{L}{2,12})(?![\p{L}\p{N}])/iu
/** "dana" is also the word for money: "tarik dana ke gopay". */
const MONEY_DANA =
  /(?<![\p{L}\p{N}])(?:tarik|narik|cairkan|cairin|pencairan|penarikan|kirim|kirimkan|transfer|ambil)\s+dana(?![\p{L}\p{N}])/giu

/** A sum of money beside the number, which must not be taken for a part of it. */
const SUMS = [
  /(?<![\p{L}\p{N}])rp\.?\s*\d[\d.,]*(?:\s*(?:rb|ribu|k|jt|juta))?(?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}.,])\d{1,7}(?:[.,]\d+)*\s*(?:rb|ribu|k|jt|juta)(?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}.,+-])\d{1,3}(?:[.,]\d{3})+(?![\p{L}\p{N}.,-]*\d)/gu,
]
const ONE_NUMBER = /(?<![\p{L}\p{N}])\+?\d(?:[.-]?\d){7,19}(?![\p{L}\p{N}])/gu
const SPACED_NUMBER = /(?<![\p{L}\p{N}])\+?\d(?:[\s.-]{0,2}\d){7,19}(?![\p{L}\p{N}])/gu
const MOBILE = /^08\d{8,11}$/
const ACCOUNT = /^\d{8,20}$/

const NAMED =
  /(?<![\p{L}\p{N}])(?:a\s*[./]\s*n\.?|an\.?|atas\s+nama|under\s+the\s+name(?:\s+of)?|on\s+behalf\s+of|nama(?:\s+pemilik)?|name)(?![\p{L}\p{N}])\s*[:=-]?\s*([\p{L}][\p{L}\p{M}\s.'’`-]{0,120})/iu
const FILLERS = word(
  'tolong|minta|mau|saya|aku|gue|gw|kak|kakak|min|admin|bang|dong|ya|yah|deh|nih|ini|itu|tarik|narik|withdraw|wd|cairkan|cairin|' +
    'kirim|kirimkan|transfer|tf|ambil|saldo|uang|duit|semua|semuanya|all|ke|to|di|via|lewat|pakai|pake|dengan|dan|and|my|please|number|' +
    'no|nomor|nomer|norek|rek|rekening|account|hp|wa|tujuan|ewallet|e-wallet|wallet|dompet|bank|nama|name|atas|an|a|n|sebesar|rp|nya|adalah',
)
export const LONGEST_NAME = 60

/** Null unless method, number and name can all be told, and the number beyond doubt: what is doubtful is asked again. */
export const readDestination = (text: string): Destination | null => {
  const plain = text.normalize('NFKC').slice(0, 400).replace(MONEY_DANA, ' ')
  const named = NAMED.exec(plain)
  const around = named ? plain.replace(named[0], `\n${restAfterName(named[1] ?? '')}\n`) : plain
  const bare = SUMS.reduce((rest, sum) => rest.replace(sum, ' '), around)
  const method = methodIn(bare)
  const number = method && numberIn(bare, method)
  if (!method || !number) return null
  const name = named
    ? ownName(named[1] ?? '')
    : leftName(bare.replace(method.said, ' ').replace(SPACED_NUMBER, ' '))
  return name === '' ? null : { method: method.name, number, name }
}

/** After the name may still come the method: "a.n. Ani Lestari dana 0812…" */
const restAfterName = (tail: string): string => {
  const at = methodStart(tail)
  return at === -1 ? '' : tail.slice(at)
}

const methodStart = (text: string): number => {
  const found = METHODS.map(({ said }) => text.search(said)).filter((at) => at > 0)
  return found.length > 0 ? Math.min(...found) : -1
}

const ownName = (tail: string): string => {
  const at = methodStart(tail)
  return tidyName((at === -1 ? tail : tail.slice(0, at)).split('\n')[0] ?? '')
}

/** Without "a.n.": the words that mean nothing else. */
const leftName = (rest: string): string =>
  tidyName(
    rest
      .split(/[\s,;:/()]+/)
      .filter((one) => /^\p{L}[\p{L}\p{M}.'’`-]*$/u.test(one) && !FILLERS.test(one))
      .join(' '),
  )

const POLITE = /(?:\s+(?:ya|yah|kak|min|bang|dong|deh|thanks|makasih|terima\s+kasih|please|tolong))+$/iu

const tidyName = (name: string): string => {
  const tidy = name
    .replace(/\s+/g, ' ')
    .trim()
    .replace(POLITE, '')
    .replace(/[\s.,'’`-]+$/u, '')
  return Array.from(tidy).length > LONGEST_NAME ? '' : tidy
}

const methodIn = (text: string): Method | null => {
  const said = METHODS.filter((method) => method.said.test(text))
  // What is named inside a longer name is that one: "blu by bca".
  const apart = said.filter((one, i) => {
    const others = said.slice(0, i).reduce((rest, { said: longer }) => rest.replace(longer, ' '), text)
    return one.said.test(others)
  })
  if (apart.length > 1) return null
  if (apart[0]) return apart[0]
  const other = OTHER_BANK.exec(text)
  if (!other?.[1]) return null
  const name = `Bank ${other[1].charAt(0).toUpperCase()}${other[1].slice(1).toLowerCase()}`
  return { name, said: OTHER_BANK }
}

const digitsOf = (text: string): string => text.replace(/\D/g, '')

const mobile = (text: string): string =>
  digitsOf(text)
    .replace(/^62(?=8)/, '0')
    .replace(/^8/, '08')

/** Written in one piece, or in groups where nothing is. More than one that fits: doubtful. */
const numberIn = (text: string, { wallet, said }: Method): string | null => {
  const rest = text.replace(said, '\n')
  const whole = rest.match(ONE_NUMBER) ?? []
  const found = whole.length > 0 ? whole : (rest.match(SPACED_NUMBER) ?? [])
  const read = wallet ? found.map(mobile).filter((one) => MOBILE.test(one)) : found.map(digitsOf)
  const fitting = [...new Set(read)].filter((one) => ACCOUNT.test(one))
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

/** What `readDestination` makes; for what comes back from elsewhere. */
export const isDestination = ({ method, number, name }: Destination): boolean =>
  /^[\p{L}][\p{L}\p{N} .-]{1,30}$/u.test(method) &&
  ACCOUNT.test(number) &&
  /\p{L}/u.test(name) &&
  Array.from(name).length <= LONGEST_NAME &&
  !/[\p{Cc}<>]/u.test(name)

/** For every eye but the one that pays: "DANA ••••7890 (An…)". */
export const maskDestination = ({ method, number, name }: Destination): string =>
  `${method} ••••${number.slice(-4)} (${Array.from(name.trim()).slice(0, 2).join('')}…)`
