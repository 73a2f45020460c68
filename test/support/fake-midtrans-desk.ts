// The bills of the fake Midtrans, and what it answers about them. Written from the vendor's pages alone, not from our driver.
import { createHash } from 'node:crypto'

export type FakeBillState =
  | 'pending'
  | 'settlement'
  | 'expire'
  | 'cancel'
  | 'deny'
  | 'refund'
  | 'partial_refund'

export type FakeBill = {
  order_id: string
  transaction_id: string
  amount: number
  /** What really came; the bill's sum unless a test says otherwise. */
  paid?: number
  state: FakeBillState
  at: number
  expiresAt: number
  settledAt?: number
  /** Addresses of `X-Override-Notification`. */
  notify: string[]
  refunds: { refund_key: string; refund_amount: string; reason: string; bank_confirmed_at?: string }[]
  qr: string
}

export type Desk = {
  serverKey: string
  merchantId: string
  /** `http`: errors have their HTTP status; `body`: always 200, the code stands in the body alone. */
  errorsIn: 'http' | 'body'
  now(): number
  root(): string
  bills: FakeBill[]
  /** Idempotency keys: one space for all POSTs, five minutes, successful answers only. */
  kept: Map<string, { at: number; answer: Told }>
}

export type Told = { status: number; body: Record<string, unknown> }

const wib = (at: number): string => new Date(at + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

const sum = (amount: number): string => `${amount}.00`

export const sign = (key: string, { order_id, status_code, gross_amount }: Record<string, unknown>): string =>
  createHash('sha512').update(`${order_id}${status_code}${gross_amount}${key}`).digest('hex')

// A table-driven CRC, so that the product's bit-by-bit one is checked by another.
const TABLE = Array.from({ length: 256 }, (_, byte) =>
  Array.from({ length: 8 }).reduce<number>(
    (crc) => ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff,
    byte << 8,
  ),
)
const crc = (text: string): string =>
  [...Buffer.from(text)]
    .reduce((sofar, byte) => ((sofar << 8) ^ (TABLE[(sofar >> 8) ^ byte] ?? 0)) & 0xffff, 0xffff)
    .toString(16)
    .toUpperCase()
    .padStart(4, '0')

/** As GoPay writes it: the amount with decimals, after city and postcode; a UUID in 62 that is not the transaction's. */
const gopayQr = (amount: number): string => {
  const part = (id: string, value: string) => `${id}${String(value.length).padStart(2, '0')}${value}`
  const text = [
    '000201010212',
    part('26', '0014COM.GO-JEK.WWW011993600914300000000010210G0000000010303UKE'),
    part('51', '0014ID.CO.QRIS.WWW0215ID10200000000010303UKE'),
    `5204581553033605802ID${part('59', 'TOKO CONTOH BOT')}${part('60', 'BANDUNG')}610540111`,
    part('54', sum(amount)),
    part('62', `50${36}${crypto.randomUUID()}0703A01`),
    '6304',
  ].join('')
  return text + crc(text)
}

const error = (desk: Desk, code: number, message: string, more = {}): Told => ({
  status: desk.errorsIn === 'http' ? code : 200,
  body: { status_code: String(code), status_message: message, id: crypto.randomUUID(), ...more },
})

const STATUS_CODES: Record<FakeBillState, string> = {
  pending: '201',
  settlement: '200',
  expire: '407',
  cancel: '200',
  deny: '202',
  refund: '200',
  partial_refund: '200',
}

/** The clock expires what nobody paid. */
export const settleClock = (desk: Desk): void => {
  for (const bill of desk.bills)
    if (bill.state === 'pending' && desk.now() >= bill.expiresAt) bill.state = 'expire'
}

export const bodyOf = (desk: Desk, bill: FakeBill, code: string): Record<string, unknown> => {
  const refunded = bill.refunds.reduce((total, one) => total + Number(one.refund_amount), 0)
  const body: Record<string, unknown> = {
    status_code: code,
    status_message: 'Success, transaction is found',
    transaction_id: bill.transaction_id,
    order_id: bill.order_id,
    merchant_id: desk.merchantId,
    gross_amount: sum(bill.paid ?? bill.amount),
    currency: 'IDR',
    payment_type: 'qris',
    transaction_time: wib(bill.at),
    transaction_status: bill.state,
    fraud_status: 'accept',
    acquirer: 'gopay',
    expiry_time: wib(bill.expiresAt),
    ...(bill.settledAt
      ? { settlement_time: wib(bill.settledAt), issuer: 'dana', transaction_type: 'off-us' }
      : {}),
    ...(refunded ? { refund_amount: sum(refunded), refunds: bill.refunds } : {}),
    customer_details: { full_name: 'Budi Pembeli' },
  }
  return { ...body, signature_key: sign(desk.serverKey, body) }
}

const UNITS: Record<string, number> = { second: 1, minute: 60, hour: 3600, day: 86_400 }

const lifeOf = (
  expiry: { order_time?: string; expiry_duration?: number; unit?: string } | undefined,
  now: number,
) => {
  if (!expiry) return now + 15 * 60_000
  const start = expiry.order_time
    ? Date.parse(expiry.order_time.replace(' +0700', '+07:00').replace(' ', 'T'))
    : now
  return start + (expiry.expiry_duration ?? 15) * (UNITS[expiry.unit ?? 'minute'] ?? Number.NaN) * 1000
}

type ChargeBody = {
  payment_type?: unknown
  transaction_details?: { order_id?: unknown; gross_amount?: unknown }
  custom_expiry?: { order_time?: string; expiry_duration?: number; unit?: string }
  item_details?: { price: number; quantity: number }[]
}

/** What the vendor finds wrong with a charge. */
const flaws = (
  { payment_type, transaction_details, item_details, custom_expiry }: ChargeBody,
  now: number,
): string[] => {
  const { order_id: id, gross_amount: amount } = transaction_details ?? {}
  const items = item_details?.reduce((total, item) => total + item.price * item.quantity, 0)
  const life = lifeOf(custom_expiry, now) - now
  return [
    payment_type !== 'qris' && 'payment_type is not supported',
    (typeof id !== 'string' || !/^[\w~.-]{1,50}$/.test(id)) && 'transaction_details.order_id is not valid',
    (!Number.isInteger(amount) || Number(amount) < 1) &&
      'transaction_details.gross_amount must be a whole number above 0',
    Number(amount) > 10_000_000 && 'transaction_details.gross_amount is more than the maximum',
    items !== undefined &&
      items !== amount &&
      'transaction_details.gross_amount is not equal to the sum of item_details',
    !(life >= 20_000 && life <= 7 * 86_400_000) && 'custom_expiry is not valid',
  ].filter((flaw) => flaw !== false)
}

export const charge = (desk: Desk, asked: ChargeBody, notify: string): Told => {
  const wrong = flaws(asked, desk.now())
  if (wrong.length > 0)
    return error(desk, 400, 'One or more parameters in the payload is invalid.', {
      validation_messages: wrong,
    })
  const id = String(asked.transaction_details?.order_id)
  const live = desk.bills.some(
    (bill) => bill.order_id === id && !['expire', 'cancel', 'deny'].includes(bill.state),
  )
  if (live)
    return error(desk, 406, 'The request could not be completed due to a conflict: order_id has been used')
  const amount = Number(asked.transaction_details?.gross_amount)
  const bill: FakeBill = {
    order_id: id,
    transaction_id: crypto.randomUUID(),
    amount,
    state: 'pending',
    at: desk.now(),
    expiresAt: lifeOf(asked.custom_expiry, desk.now()),
    notify: notify.split(',').filter(Boolean).slice(0, 3),
    refunds: [],
    qr: gopayQr(amount),
  }
  desk.bills.push(bill)
  const { signature_key: _, ...body } = bodyOf(desk, bill, '201')
  const picture = `${desk.root()}/v2/qris/${bill.transaction_id}/qr-code`
  const actions = [{ name: 'generate-qr-code', method: 'GET', url: picture }]
  return {
    status: desk.errorsIn === 'http' ? 201 : 200,
    body: { ...body, status_message: 'QRIS transaction is created', actions, qr_string: bill.qr },
  }
}

/** Newest first: an order id may name two charges, of which only the last can live. */
export const find = (desk: Desk, id: string): FakeBill | undefined =>
  desk.bills.findLast((bill) => bill.order_id === id || bill.transaction_id === id)

type Change = { refund_key?: string; amount?: number; reason?: string }

const refund = (desk: Desk, bill: FakeBill, { refund_key, amount, reason = '' }: Change): Told => {
  const left = bill.amount - bill.refunds.reduce((total, one) => total + Number(one.refund_amount), 0)
  const key = refund_key ?? crypto.randomUUID()
  if (bill.refunds.some((one) => one.refund_key === key)) return error(desk, 406, 'refund_key has been used')
  if (!['settlement', 'partial_refund'].includes(bill.state))
    return error(desk, 412, 'Transaction status cannot be updated.')
  if ((amount ?? left) > left) return error(desk, 414, 'Refund amount is not valid')
  bill.refunds.push({ refund_key: key, refund_amount: sum(amount ?? left), reason })
  bill.state = (amount ?? left) === left ? 'refund' : 'partial_refund'
  return { status: 200, body: bodyOf(desk, bill, '200') }
}

/** Status, cancel, expire and refund, by order or transaction id. */
export const operate = (
  desk: Desk,
  operation: string,
  { id, asked }: { id: string; asked: Change },
): Told => {
  settleClock(desk)
  const bill = find(desk, id)
  if (!bill) return error(desk, 404, "Transaction doesn't exist.")
  if (operation === 'status') {
    const code = STATUS_CODES[bill.state]
    return { status: code === '407' && desk.errorsIn === 'http' ? 407 : 200, body: bodyOf(desk, bill, code) }
  }
  if (operation === 'refund') return refund(desk, bill, asked)
  if (bill.state !== 'pending') return error(desk, 412, 'Transaction status cannot be updated.')
  bill.state = operation === 'cancel' ? 'cancel' : 'expire'
  return { status: 200, body: bodyOf(desk, bill, operation === 'cancel' ? '200' : '407') }
}

export const unauthorised = (desk: Desk): Told =>
  error(desk, 401, 'Transaction cannot be authorized with the current client/server key.')

export const coded = (desk: Desk, code: number, message: string): Told => error(desk, code, message)
