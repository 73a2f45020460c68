// What a row claims: its guarantee and its speed. Claims of the panel, kept with where they stood; a doubtful one is left out,
// because the shop would have to keep it.
import type { Facts } from '../model/service.ts'
import type { Fold } from './facts-match.ts'

export const LIFETIME = 36_500

/** By the first letters: day, hari, week, minggu, month, bulan, year, tahun. */
const UNIT_DAYS: Record<string, number> = { d: 1, h: 1, w: 7, mi: 7, m: 30, b: 30, y: 365, t: 365 }
const PERIOD = '(d|days?|hari|weeks?|minggu|months?|bulan|years?|tahun)'
const PROMISE = '(?:refil+s?|guaranteed?|garansi|warranty|♻)'

const NONE =
  /\b(?:no|non|not|without|tanpa|zero)[\s-]*(?:auto[\s-]*)?(?:refil+s?|guaranteed?|garansi|warranty)\b|\b(?:nref|nr)\b|(?:refil+s?|guarantee|gurartee|garansi|warranty)\s*[:=]\s*(?:no\b|none|tidak|tanpa|❌)|❌\s*refil|refil+s?\s*❌/
const FOREVER = '(?:life\\s?time|seumur hidup|selamanya|permanent?|forever|♾|∞)'
const FOR_LIFE = new RegExp(
  `${FOREVER}[\\s\\])(:|-]{0,3}(?:refil|guarant|garansi|warranty|♻)|${PROMISE}[\\s:([|-]{0,3}${FOREVER}|\\br\\s?[♾∞]`,
)
const BEFORE = new RegExp(`\\b(\\d{1,4})\\s?-?\\s?${PERIOD}\\b[\\s\\])(:|-]{0,3}(?:auto[\\s-]*)?${PROMISE}`)
const AFTER = new RegExp(
  `${PROMISE}\\]?[\\s:([|–-]{0,4}(?:button |tombol )?(?:enabled |active |aktif )?(\\d{1,4})\\s?-?\\s?${PERIOD}(?![a-z])`,
)
/** Not at the start: there "R4 -" is the number of the panel's server; nor below a week. */
const SHORTHAND =
  /(?:[^a-z0-9]a?r\s?|refil+s?[\s:([-]{0,3}|♻\s?)(\d{1,3})(?![\d.,/%a-z]|\s?(?:h|hour|jam|min)\b)/
const SHORTEST = 7

const LIFE_WORD = /\blife\s?time\b/
const PROMISED = /\b(?:refil+s?|guaranteed?|garansi|warranty)\b|♻/

const inDays = (count: string | undefined, period: string | undefined): number | undefined => {
  const days = Number(count) * (UNIT_DAYS[period?.slice(0, 2) ?? ''] ?? UNIT_DAYS[period?.[0] ?? ''] ?? 1)
  return days >= 1 ? Math.min(days, LIFETIME) : undefined
}

const shorthand = (text: string): number | undefined => {
  const days = Number(SHORTHAND.exec(text)?.[1])
  return days >= SHORTEST ? days : undefined
}

type Claim = { none: true } | { days: number } | undefined

const HINT = /refil|guar|gurar|garansi|warranty|♻|nref|\bnr\b|r\s?[\d∞♾]/

const claimIn = (text: string): Claim => {
  if (!HINT.test(text)) return undefined
  if (NONE.test(text)) return { none: true }
  if (FOR_LIFE.test(text)) return { days: LIFETIME }
  const said = BEFORE.exec(text) ?? AFTER.exec(text)
  const days = said ? inDays(said[1], said[2]) : shorthand(text)
  return days === undefined ? undefined : { days }
}

export type Guarantee = Pick<Facts, 'guarantee' | 'noGuarantee'> & {
  /** A guarantee is spoken of, with or without its length. */
  promised: boolean
}

const asFact = (claim: Claim, source: 'name' | 'description'): Guarantee | undefined => {
  if (!claim) return undefined
  if ('none' in claim) return { noGuarantee: true, promised: false }
  return { guarantee: { days: claim.days, source }, promised: true }
}

/** The panel's flag alone tells an ability, not for how long: it makes a claim only of a bare "lifetime". */
export const guaranteeIn = ({ name, category, description }: Fold, refill: boolean): Guarantee => {
  const stated =
    asFact(claimIn(name), 'name') ??
    asFact(claimIn(description), 'description') ??
    asFact(claimIn(category), 'name')
  if (stated) return stated
  if (refill && LIFE_WORD.test(name)) return { guarantee: { days: LIFETIME, source: 'flag' }, promised: true }
  return { promised: refill || PROMISED.test(name) }
}

/** Bounded, as everything here: a hostile name must not hold up an import. */
const DIGITS = '(?<![\\d.,])(\\d{1,12}(?:[.,]\\d{1,6}){0,3})'
const NUMBER = `${DIGITS}\\s?(k|m|rb|ribu|jt|juta)?\\+?`
const RANGE = `(?:${DIGITS}\\s?(k|m|rb|ribu|jt|juta)?\\s?(?:-|–|~|to)\\s?)?${NUMBER}`
const PACE = new RegExp(
  `${RANGE}\\s?h?\\s?(?:/|per )\\s?1?\\s?(24\\s?h(?:rs?|ours?)?|d|days?|daily|hari|ngay|h|hrs?|hours?|jam)\\b`,
)
const DAILY = new RegExp(
  `\\bdaily\\s(?:speed\\s)?(?:(\\d{1,12})\\s?(k|m)?\\s?[-– ]\\s?)?${NUMBER}(?!\\s?%)\\b`,
)
const EACH_DAY = new RegExp(`${NUMBER}\\sdaily\\b`)
const SPEED_LINE = /(?:speed|kecepatan)\s*[:=]?\s*([^\n]{1,40})/

const SCALE: Record<string, number> = { k: 1e3, rb: 1e3, ribu: 1e3, m: 1e6, jt: 1e6, juta: 1e6 }
const GROUPED = /^\d{1,3}(?:[.,]\d{3})+$/
const FASTEST = 1_000_000_000

/** A number as panels write it: `1.5` k, `20.000`, `5` jt. */
export const amountOf = (digits: string, scale: string | undefined): number => {
  const plain = GROUPED.test(digits) ? digits.replace(/[.,]/g, '') : digits.replace(',', '.')
  return Number(plain) * (SCALE[scale ?? ''] ?? 1)
}

type Figure = [digits: string | undefined, scale: string | undefined]

/** The lower end of a range. "3-5k" means thousands on both sides, "500-1k" does not. */
const slowest = (from: Figure, to: Figure): number => {
  const most = amountOf(to[0] ?? '', to[1])
  if (from[0] === undefined) return most
  const readings = [amountOf(from[0], from[1] ?? to[1]), amountOf(from[0], from[1])]
  return readings.find((least) => least < most) ?? most
}

const perDay = (units: number, period: string): number =>
  /^(?:h(?!ari)|jam)/.test(period) ? units * 24 : units

const speedIn = (text: string): number | undefined => {
  const pace = PACE.exec(text)
  if (pace) return perDay(slowest([pace[1], pace[2]], [pace[3], pace[4]]), pace[5] ?? '')
  if (!text.includes('daily')) return undefined
  const daily = DAILY.exec(text)
  if (daily) return slowest([daily[1], daily[2]], [daily[3], daily[4]])
  const each = EACH_DAY.exec(text)
  return each ? amountOf(each[1] ?? '', each[2]) : undefined
}

/** Stated units a day. For ranking only: customers hear of speed what we have measured. */
export const speedOf = ({ name, description }: Fold): number | undefined => {
  const line = description && SPEED_LINE.exec(description)?.[1]
  const speed = speedIn(name) ?? (line ? speedIn(line) : undefined)
  const whole = speed === undefined ? 0 : Math.floor(speed)
  return whole >= 1 && whole <= FASTEST ? whole : undefined
}
