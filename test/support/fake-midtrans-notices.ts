// Notices of the fake Midtrans: signed as the vendor signs, repeated by the vendor's table, and forged on request.
import { bodyOf, type Desk, type FakeBill, sign } from './fake-midtrans-desk.ts'

export type NoticeHow = {
  /** Instead of the addresses that the charge named. */
  url?: string
  /** How often the same notice goes out. */
  times?: number
  /** Laid over the body after it was signed: a changed state keeps the genuine signature. */
  forged?: Record<string, unknown>
  /** Tell this state instead of the present one (out of order). */
  state?: FakeBill['state']
}

const CODES: Partial<Record<FakeBill['state'], string>> = {
  pending: '201',
  expire: '202',
  cancel: '202',
  deny: '202',
}

/** The body that tells of a bill. */
export const noticeOf = (
  desk: Desk,
  bill: FakeBill,
  { state, forged }: NoticeHow = {},
): Record<string, unknown> => {
  const told = { ...bill, state: state ?? bill.state }
  const body = {
    ...bodyOf(desk, told, CODES[told.state] ?? '200'),
    status_message: 'midtrans payment notification',
  }
  return { ...body, ...forged }
}

/** What the dashboard's test button sends. */
export const testNotice = (desk: Desk): Record<string, unknown> => {
  const body = {
    transaction_time: '2023-11-15 18:45:13',
    transaction_status: 'settlement',
    transaction_id: '513f1f01-c9da-474c-9fc9-d5c64364b709',
    status_code: '200',
    payment_type: 'gopay',
    order_id: `payment_notif_test_${desk.merchantId}_${crypto.randomUUID()}`,
    merchant_id: desk.merchantId,
    gross_amount: '105000.00',
    currency: 'IDR',
  }
  return { ...body, signature_key: sign(desk.serverKey, body) }
}

const MINUTES = [2, 10, 30, 90, 210]

/** How often the vendor tries again after this answer. */
export const retriesAfter = (status: number): number => {
  if (status >= 200 && status < 300) return 0
  if ([301, 302, 303].includes(status)) return 0
  if (status === 500) return 1
  if (status === 400 || status === 404) return 2
  return status === 503 ? 4 : 5
}

const post = async (url: string, body: Record<string, unknown>): Promise<number> => {
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    'user-agent': 'Veritrans',
  }
  const request = { method: 'POST', headers, body: JSON.stringify(body), redirect: 'manual' as const }
  try {
    return (await fetch(url, { ...request, signal: AbortSignal.timeout(15_000) })).status
  } catch {
    return 0
  }
}

/** Sends one notice and repeats it as the vendor does; `wait` stands in for the time between. Answers every status it got. */
export const deliver = async (
  url: string,
  body: Record<string, unknown>,
  wait: (ms: number) => Promise<void>,
): Promise<number[]> => {
  const statuses = [await post(url, body)]
  const retries = retriesAfter(statuses[0] ?? 0)
  for (let retry = 0; retry < retries; retry++) {
    await wait((MINUTES[retry] ?? 0) * 60_000)
    const status = await post(url, body)
    statuses.push(status)
    if (retriesAfter(status) === 0) break
  }
  return statuses
}
