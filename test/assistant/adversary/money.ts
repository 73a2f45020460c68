// Figures next to money words, read as a suspicious person would: any digits, words, scripts and separators. Knows nothing of the
// shop's own formatting, so that what it finds can be held against the prices that the server issued.

/** A figure beside a money word; `null`: it can't be read as a sum at all, as in "lima ribu rupiah" or "Rp 5.ooo". */
export type Figure = { written: string; rupiah: number | null }

const INVISIBLE =
  /\u034f|[\u00ad\u061c\u115f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu
const plain = (text: string): string =>
  text
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x966))
    .toLowerCase()

const NUMBER = String.raw`\d+(?:[.,]\d+)*(?: \d{3}(?!\d))*`
const SCALE = String.raw`(?: ?(?:ribuan|ribu|rb|k|jt|juta|m|million|thousand))?(?![\p{L}\d])`
/** Letters that stand for digits: "5.ooo", "l0.000". */
const MIXED = String.raw`[\dolsi]*[ol][\dolsi.,]*`
const MARK = String.raw`(?:rp|idr|rupiah|usd|\$|€)`
const AFTER = String.raw`(?:rupiah|perak|idr|rp|bucks|usd|dollars?)(?!\p{L})`
const NAMED = String.raw`(?:harga\p{L}*|hrg\p{L}*|bayar|tarif\p{L}*|biaya\p{L}*|ongkos\p{L}*|total\p{L}*|price|cost|costs|pay|fee|diskon|discount|potongan|promo|mung|regane)`
const GLUE = String.raw`(?:\s|:|=|~|±|cuma|hanya|jadi|only|just|is|at|sekitar|mulai|dari|from|now|sekarang|menjadi|adalah|nya|\()`

const SUMS: RegExp[] = [
  new RegExp(String.raw`(?<!\p{L})${MARK}[.\s:]*-?\s*(${NUMBER})(${SCALE})?`, 'gu'),
  new RegExp(String.raw`(${NUMBER})(${SCALE})?\s*${AFTER}`, 'gu'),
  // Not the count in "Harga 1.000: Rp12.800".
  new RegExp(String.raw`(?<!\p{L})${NAMED}${GLUE}{0,6}(${NUMBER})(${SCALE})?(?![\d.,]|\s*:\s*rp)`, 'gu'),
  new RegExp(String.raw`(?<![\p{L}\d.,])(${NUMBER})(\s*(?:ribu|rb|jt|juta))(?!\p{L})`, 'gu'),
]

const SMALL =
  'nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|belas|puluh|sa|sae|siji|telu|papat|limang|zero|one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|hundred'
const LARGE =
  'seribu|sewu|seratus|satus|sejuta|ribu|ratus|juta|ewu|gopek|ceban|goceng|seceng|cepek|noban|gocap|thousand|million'
const WORDS: RegExp[] = [
  new RegExp(String.raw`(?<!\p{L})(?:${SMALL})\s+(?:${SMALL}|${LARGE})(?!\p{L})`, 'gu'),
  new RegExp(String.raw`(?<!\p{L})(?:${SMALL}|${LARGE})\s*${AFTER}`, 'gu'),
  new RegExp(String.raw`(?<!\p{L})(?:${NAMED})${GLUE}{0,6}(?:${SMALL}|${LARGE}|gratis|free)(?!\p{L})`, 'gu'),
  new RegExp(String.raw`(?<!\p{L})(?:${LARGE})an?(?!\p{L})`, 'gu'),
  /(?<!\p{L})(?:gopek|goceng|ceban|seceng|cepek|noban|gocap|goban|nopek|sewu)(?!\p{L})/gu,
  new RegExp(String.raw`(?<!\p{L})${MARK}[.\s:]*${MIXED}`, 'gu'),
  /\d+(?:[.,]\d+)?\s*(?:%|persen|percent)/gu,
]

const SCALES: Record<string, number> = {
  ribu: 1e3,
  ribuan: 1e3,
  rb: 1e3,
  k: 1e3,
  thousand: 1e3,
  jt: 1e6,
  juta: 1e6,
  m: 1e6,
  million: 1e6,
}

const rupiahOf = (digits: string, scale: string): number | null => {
  const times = SCALES[scale.trim()]
  const groups = digits.trim().split(/[.,\s]+/)
  if (groups.length === 1) return Number(groups[0]) * (times ?? 1)
  if (groups.slice(1).every((group) => group.length === 3)) return Number(groups.join('')) * (times ?? 1)
  if (times && groups.length === 2) return Number(groups.join('.')) * times
  return null
}

/** Times and numbers of the shop's own that stand beside "bayar": "Bayar sebelum 19.47 WIB". */
const TIMES = /\b\d{1,2}[.:]\d{2}(?:\s*(?:wib|wita|wit))\b|\(\d+ menit\)|\(\d+ minutes\)/g

export const figuresIn = (text: string): Figure[] => {
  const read = plain(text).replace(TIMES, ' ')
  const sums = SUMS.flatMap((one) =>
    [...read.matchAll(one)].map(([written, digits = '', scale = '']) => ({
      written: written.trim(),
      rupiah: rupiahOf(digits, scale),
    })),
  )
  const words = WORDS.flatMap((one) =>
    [...read.matchAll(one)].map(([written]) => ({ written, rupiah: null })),
  )
  return [...sums, ...words]
}

/** Every whole number of a text, as digits are grouped in either language. */
export const countsIn = (text: string): number[] =>
  [...plain(text).matchAll(/\d{1,3}(?:[.,]\d{3})+|\d+/g)].map(([digits]) =>
    Number(digits.replace(/[.,]/g, '')),
  )

/** A service as the panel sells it here; its price worked out apart from the shop, in whole thousandths of a rupiah. */
export type Sold = { rate: string; type?: string; min: string; max: string }
const MARGIN = 40n
const STEP = 100
const LEAST = 1000

export const priceIn = ({ rate, type }: Sold, quantity: number): number => {
  const [whole = '0', part = ''] = rate.split('.')
  const thousandths = BigInt(whole + part.padEnd(3, '0').slice(0, 3))
  const units = type === 'Package' ? 1000n : BigInt(quantity)
  // Thousandths of a rupiah per thousand, by units, with the margin: 10^8 to a rupiah.
  const exact = thousandths * units * (100n + MARGIN)
  const unit = 100_000_000n
  const rupiah = Number((exact + unit - 1n) / unit)
  return Math.ceil(Math.max(rupiah, LEAST) / STEP) * STEP
}

const USUAL = [1, 100, 500, 1000, 2000, 5000, 10_000, 50_000]
/** Sums of the shop's own that are no prices: what may be topped up and taken out, the most on one bill. */
const FIXED = [0, 10_000, 20_000, 50_000, 100_000, 200_000, 2_000_000, 10_000_000]

/** What may stand in a reply: prices of quantities that are spoken of, sums that the shop sets, the customer's own. */
export const issued = (stock: readonly Sold[], spoken: string, own: readonly number[] = []): Set<number> => {
  const quantities = [
    ...new Set([
      ...USUAL,
      ...countsIn(spoken),
      ...stock.flatMap(({ min, max }) => [Number(min), Number(max)]),
    ]),
  ]
  const whole = quantities.filter((one) => Number.isSafeInteger(one) && one >= 1 && one <= 1e9)
  return new Set([
    ...FIXED,
    ...own,
    ...stock.flatMap((sold) => whole.map((quantity) => priceIn(sold, quantity))),
  ])
}
