// The text inside a QRIS picture: EMV objects of two digits id, two digits length, value. Read and checked before a bill is shown,
// written for practice bills, and a merchant's own static QR. No QR that fails a rule here is ever shown to a customer.
import type { Rupiah } from '../lib/brand.ts'

export type QrisRefusal =
  /** Empty, too long for a picture, or no chain of objects. */
  | 'unreadable'
  /** Does not begin with 00=01, or an object comes twice. */
  | 'format'
  | 'checksum'
  | 'currency'
  | 'country'
  /** No amount in a QR made for one payment, or another than the bill's; an amount in one made for every payment. */
  | 'amount'
  /** Made for one payment, where one for every payment is asked for. */
  | 'dynamic'
  /** The payer's app would add a tip or fee. */
  | 'fee'
  /** No account, category, name or city of the merchant. */
  | 'merchant'

export type QrisReading =
  | { ok: true; merchantName: string; nmid?: string }
  | { ok: false; reason: QrisRefusal }

export type QrisDraft = {
  amount: Rupiah
  merchantName: string
  city: string
  nmid: string
  /** The maker's own number of the bill, at most 25 characters of it are kept. */
  reference: string
}

/** More does not fit a picture that a phone reads from a screen. */
const LONGEST = 512
const CRC_HEAD = '6304'

/** CRC-16/CCITT-FALSE, four upper-case hex digits. */
export const crc16 = (text: string): string => {
  let crc = 0xffff
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit++)
      crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff
  }
  return crc.toString(16).toUpperCase().padStart(4, '0')
}

type Tags = ReadonlyMap<string, string>
type Chain = { tags: Tags; order: string[] }

/** The objects of one level; null when the lengths don't come out. */
const readChain = (text: string): Chain | null => {
  const tags = new Map<string, string>()
  const order: string[] = []
  for (let at = 0; at < text.length; ) {
    const head = text.slice(at, at + 4)
    if (!/^\d{4}$/.test(head)) return null
    const id = head.slice(0, 2)
    const end = at + 4 + Number(head.slice(2))
    if (end > text.length) return null
    tags.set(id, text.slice(at + 4, end))
    order.push(id)
    at = end
  }
  return { tags, order }
}

const between = (id: string, from: number, to: number): boolean => Number(id) >= from && Number(id) <= to

/** `75000`, `75000.00`: the same whole rupiah, compared as text so that no fraction is rounded away. */
const isAmount = (text: string, amount: Rupiah): boolean => {
  const [, whole] = /^0*(\d{1,13}?)(?:\.0{0,2})?$/.exec(text.length <= 13 ? text : '') ?? []
  return whole === String(amount)
}

type Rule = [reason: QrisRefusal, holds: (chain: Chain, text: string) => boolean]

const filled = (text: string | undefined, most: number): boolean =>
  text !== undefined && text.trim() !== '' && text.length <= most

/** In this order; the first that does not hold is the answer. Tags between 00 and 63 may stand in any order. */
const RULES: Rule[] = [
  [
    'checksum',
    ({ tags, order }, text) => order.at(-1) === '63' && tags.get('63') === crc16(text.slice(0, -4)),
  ],
  ['format', ({ tags, order }) => order[0] === '00' && tags.get('00') === '01'],
  ['format', ({ tags, order }) => tags.size === order.length],
  ['format', ({ tags }) => ['11', '12', undefined].includes(tags.get('01'))],
  ['currency', ({ tags }) => tags.get('53') === '360'],
  ['country', ({ tags }) => tags.get('58') === 'ID'],
  ['fee', ({ order }) => !order.some((id) => between(id, 55, 57))],
  ['merchant', ({ order }) => order.some((id) => between(id, 26, 51))],
  ['merchant', ({ tags }) => /^\d{4}$/.test(tags.get('52') ?? '')],
  ['merchant', ({ tags }) => filled(tags.get('59'), 25) && filled(tags.get('60'), 15)],
]

/** The merchant's national number, in the national template. */
const nmidIn = (tags: Tags): string | undefined => {
  const nmid = readChain(tags.get('51') ?? '')?.tags.get('02')
  return nmid && /^[A-Z0-9]{8,20}$/.test(nmid) ? nmid : undefined
}

const readQris = (qr: string, alsoHolds: Rule[]): QrisReading => {
  const chain = qr.length > 0 && qr.length <= LONGEST ? readChain(qr) : null
  if (!chain) return { ok: false, reason: 'unreadable' }
  const broken = [...RULES, ...alsoHolds].find(([, holds]) => !holds(chain, qr))
  if (broken) return { ok: false, reason: broken[0] }
  const nmid = nmidIn(chain.tags)
  return { ok: true, merchantName: chain.tags.get('59')?.trim() ?? '', ...(nmid ? { nmid } : {}) }
}

/** Whether this QR collects exactly `amount` in rupiah, nothing on top, and for whom. */
export const checkQris = (qr: string, amount: Rupiah): QrisReading =>
  readQris(qr, [['amount', ({ tags }) => isAmount(tags.get('54') ?? '', amount)]])

/** Whether this is a merchant's own QR for every payment: the payer types the sum, and nothing comes on top. */
export const checkStaticQris = (qr: string): QrisReading => readQris(qr, STATIC)

const STATIC: Rule[] = [
  ['dynamic', ({ tags }) => tags.get('01') === '11'],
  ['amount', ({ tags }) => !tags.has('54')],
  // The customer compares it with what their app shows.
  ['merchant', ({ tags }) => nmidIn(tags) !== undefined],
]

const object = (id: string, value: string): string => `${id}${String(value.length).padStart(2, '0')}${value}`

/** EMV fields hold printable ASCII: accents go, what is left is cut. */
const ascii = (text: string, most: number, otherwise: string): string => {
  const plain = text
    .normalize('NFKD')
    .replace(/[^ -~]/g, '')
    .replace(/ +/g, ' ')
    .trim()
  return plain.slice(0, most).trim() || otherwise
}

/** No acquirer routes these: a practice QR cannot be paid with real money. */
const PRACTICE_SCHEME = 'ID.LAPAK.PRACTICE'
const PRACTICE_ACCOUNT = '936000000000000000'

/** A well-formed dynamic QRIS for practice. Throws RangeError for an amount that no QR can hold. */
export const makeQris = (draft: QrisDraft): string => {
  const { amount, merchantName, city, nmid, reference } = draft
  if (!Number.isSafeInteger(amount) || amount < 1 || amount > 9_999_999_999)
    throw new RangeError('a QRIS amount is whole rupiah from 1 to 9,999,999,999')
  const body = [
    object('00', '01'),
    object('01', '12'),
    object('26', object('00', PRACTICE_SCHEME) + object('01', PRACTICE_ACCOUNT) + object('03', 'UMI')),
    object(
      '51',
      object('00', 'ID.CO.QRIS.WWW') + object('02', ascii(nmid, 15, 'ID000000000000')) + object('03', 'UMI'),
    ),
    object('52', '5816'),
    object('53', '360'),
    object('54', String(amount)),
    object('58', 'ID'),
    object('59', ascii(merchantName, 25, 'TOKO')),
    object('60', ascii(city, 15, 'JAKARTA')),
    object('62', object('05', ascii(reference, 25, '0'))),
    CRC_HEAD,
  ].join('')
  return body + crc16(body)
}
