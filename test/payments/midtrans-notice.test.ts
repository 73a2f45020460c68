import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { makeLog } from '../../src/lib/log.ts'
import { midtransGateway } from '../../src/payments/drivers/midtrans.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { startFakeMidtrans } from '../support/fake-midtrans.ts'
import { retriesAfter } from '../support/fake-midtrans-notices.ts'
import { ATTEMPT, desk } from './midtrans-desk.ts'

const KEY = 'SB-Mid-server-EXAMPLEKEY0000000000'

const gateway = midtransGateway(
  { environment: 'sandbox', serverKey: KEY, baseUrl: null },
  { clock: fakeClock(), log: makeLog('silent') },
)

const read = (body: unknown) =>
  gateway.readWebhook(
    new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
    new Headers(),
  )

/** The vendor's shape, signed with the key above. */
const NOTICE = {
  transaction_status: 'settlement',
  transaction_id: '7b0f3c52-1d2e-4f5a-8c11-0a1b2c3d4e5f',
  status_code: '200',
  signature_key:
    'aa96b1715cf7a2f588a3cbe076d075c4c2c3ed104a295849989c8e8c4cb553eb08387c06559cef7d3a64ba2ca8668ac9b5707623b47c6fcb3333203f512a94ee',
  payment_type: 'qris',
  order_id: 'TS-260214-000123-1',
  merchant_id: 'G000000001',
  gross_amount: '75000.00',
  fraud_status: 'accept',
  currency: 'IDR',
}
const CODE_201 =
  'd77fd85a16d28dab34e6679b08c496ba09177466a031b6325d2a9277fca8fdde89e7d2153a45e45c0ff933fe28d795c2e88f5601c6168d01d2ce99fe09749057'
const CODE_202 =
  '4c37a1260e007f6e6bb457d6a938cb92fa43e3f0121b6d70e9dff20ec0b605e9481021bf04fa380cddd83fd4322eaae8191ab42e9a532cd8a69d7d98d668c453'

describe('a genuine notice', () => {
  test('is a hint with both ids and a mark of its own', () => {
    expect(read(NOTICE)).toEqual({
      kind: 'payment',
      attempt: 'TS-260214-000123-1',
      reference: '7b0f3c52-1d2e-4f5a-8c11-0a1b2c3d4e5f',
      mark: 'settlement:200',
    })
  })

  test.each([
    ['pending', '201', CODE_201],
    ['expire', '202', CODE_202],
    ['cancel', '202', CODE_202],
  ])('%s', (transaction_status, status_code, signature_key) => {
    expect(read({ ...NOTICE, transaction_status, status_code, signature_key })).toMatchObject({
      kind: 'payment',
      mark: `${transaction_status}:${status_code}`,
    })
  })

  test('its signature may come in capitals', () => {
    expect(read({ ...NOTICE, signature_key: NOTICE.signature_key.toUpperCase() }).kind).toBe('payment')
  })

  test('a refund is told twice, and is two notices', () => {
    const first = { ...NOTICE, transaction_status: 'refund', refunds: [{ refund_amount: '75000.00' }] }
    const second = { ...first, refunds: [{ ...first.refunds[0], bank_confirmed_at: '2026-02-15 10:00:00' }] }
    expect([read(first), read(second)]).toMatchObject([
      { mark: 'refund:200:1:0' },
      { mark: 'refund:200:1:1' },
    ])
  })

  test('the dashboard’s test button is a test', () => {
    const order_id = 'payment_notif_test_G000000001_00000000-0000-4000-8000-000000000000'
    const signature_key =
      'ced14d95ced697a4d8e73136c18f051b3c4bd4e1e340572f38e85d675f3477978c19838df12404934f2b61960e59007b439c52ea3077a897f417603ffdf0c6da'
    expect(read({ ...NOTICE, order_id, gross_amount: '105000.00', signature_key })).toEqual({ kind: 'test' })
  })
})

describe('what is not believed', () => {
  test.each([
    ['another order', { order_id: 'TS-260214-000124-1' }],
    ['another sum', { gross_amount: '75000' }],
    ['a sum that is no text', { gross_amount: 75_000 }],
    ['another code', { status_code: '201' }],
    ['a code that is no text', { status_code: 200 }],
    ['an empty signature', { signature_key: '' }],
    ['a short signature', { signature_key: NOTICE.signature_key.slice(0, 64) }],
    ['a test without a signature of its own', { order_id: 'payment_notif_test_x' }],
  ])('%s: forged', (_name, change) => {
    expect(read({ ...NOTICE, ...change })).toEqual({ kind: 'forged' })
  })

  test('a state put under a genuine signature is no more than a hint', () => {
    const forged = read({
      ...NOTICE,
      status_code: '201',
      signature_key: CODE_201,
      transaction_status: 'settlement',
    })
    expect(forged).toMatchObject({ kind: 'payment', mark: 'settlement:201' })
    expect(Object.keys(forged).sort()).toEqual(['attempt', 'kind', 'mark', 'reference'])
  })

  test.each([
    ['a subscription', { subscription: {}, transaction: {}, event_name: 'x' }, 'subscription'],
    ['a schedule', { schedule: {} }, 'subscription'],
    ['an account', { account_id: 'a', account_status: 'ENABLED' }, 'account'],
    ['nothing of the kind', {}, 'no payment notice'],
  ])('%s is ignored by name', (_name, body, why) => {
    expect(read(body)).toEqual({ kind: 'ignored', why })
  })

  test('ids that lead elsewhere are of no concern', () => {
    expect(read({ ...NOTICE, transaction_id: '../paid' }).kind).toBe('ignored')
    expect(read({ ...NOTICE, transaction_id: undefined }).kind).toBe('ignored')
    expect(read({ ...NOTICE, transaction_status: 'x'.repeat(40) })).toMatchObject({ mark: 'none:200' })
  })

  test.each(['', '{', 'null', '[]', '5', '"x"', ' '.repeat(70_000)])('%p is malformed', (raw) => {
    expect(read(raw)).toEqual({ kind: 'malformed' })
  })

  test('for all bytes: an answer, never a throw, never a payment', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (raw) => {
        expect(gateway.readWebhook(raw, new Headers()).kind).not.toBe('payment')
      }),
    )
    fc.assert(
      fc.property(fc.json(), (raw) => {
        expect(read(raw).kind).not.toBe('payment')
      }),
    )
  })

  test('another key set’s notice is forged here', async () => {
    const other = desk({ serverKey: 'Mid-server-OTHER' })
    await other.charge()
    expect(read(other.fake.notice(ATTEMPT))).toEqual({ kind: 'forged' })
    const own = new TextEncoder().encode(JSON.stringify(other.fake.notice(ATTEMPT)))
    expect(other.gateway.readWebhook(own, new Headers()).kind).toBe('payment')
    await other.fake.stop()
  })
})

/** A door that answers with these statuses, the last one for ever. */
const door = (...statuses: number[]) => {
  const got: Record<string, unknown>[] = []
  const server = Bun.serve({
    hostname: '127.0.0.1',
    port: 0,
    fetch: async (request) => {
      got.push((await request.json()) as Record<string, unknown>)
      return new Response(null, { status: statuses[Math.min(got.length, statuses.length) - 1] ?? 200 })
    },
  })
  return { url: `http://127.0.0.1:${server.port}/hook`, got, stop: () => server.stop(true) }
}

describe('the fake, as others use it', () => {
  test('tells where the charge said, in words that the gateway takes for genuine', async () => {
    const { url, got, stop } = door(200)
    const { fake, charge, gateway: own } = desk()
    await charge({ notifyUrl: url })
    expect(await fake.pay(ATTEMPT)).toBe('paid')
    expect(await fake.notify(ATTEMPT, { times: 2 })).toEqual([200, 200])
    expect(await fake.test(url)).toEqual([200])
    const kinds = got.map(
      (body) => own.readWebhook(new TextEncoder().encode(JSON.stringify(body)), new Headers()).kind,
    )
    expect(kinds).toEqual(['payment', 'payment', 'payment', 'test'])
    await Promise.all([stop(), fake.stop()])
  })

  test('repeats as the vendor does, and stops when it is heard', async () => {
    expect([200, 301, 500, 400, 404, 503, 401, 502, 0].map(retriesAfter)).toEqual([0, 0, 1, 2, 2, 4, 5, 5, 5])
    const waited: number[] = []
    const fake = startFakeMidtrans({ wait: async (ms) => void waited.push(ms / 60_000) })
    for (const [statuses, sent, waits] of [
      [
        [503, 503, 200],
        [503, 503, 200],
        [2, 10],
      ],
      [[500], [500, 500], [2]],
      [[503], [503, 503, 503, 503, 503], [2, 10, 30, 90]],
      [[401], [401, 401, 401, 401, 401, 401], [2, 10, 30, 90, 210]],
    ] as const) {
      const { url, stop } = door(...statuses)
      waited.length = 0
      expect(await fake.test(url)).toEqual([...sent])
      expect(waited).toEqual([...waits])
      await stop()
    }
    await fake.stop()
  })

  test('runs as a process of its own, steered over HTTP', async () => {
    const script = `${import.meta.dir}/../support/fake-midtrans.ts`
    const child = Bun.spawn([process.execPath, script, '--port', '0', '--key', 'SB-Mid-server-child'], {
      stdout: 'pipe',
    })
    try {
      const line = new TextDecoder().decode((await child.stdout.getReader().read()).value)
      const { url } = JSON.parse(line) as { url: string }
      const post = async (path: string, body: object = {}) =>
        (await fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify(body) })).json()
      const { charge, gateway: own, fake } = desk({}, { serverKey: 'SB-Mid-server-child', baseUrl: url })
      await post('/_fault', { kind: 'code', operation: 'charge', status: 402 })
      expect((await charge()).kind).toBe('rejected')
      expect((await charge({ attempt: 'o_1-2' })).kind).toBe('created')
      expect(await post('/_pay', { amount: 1000 })).toEqual({ result: 'paid' })
      expect(await own.status({ attempt: 'o_1-2' })).toMatchObject({ state: 'paid', amount: 1000 })
      const calls = (await (await fetch(`${url}/_calls`)).json()) as { operation: string }[]
      expect(calls.map((call) => call.operation)).toEqual(['charge', 'charge', 'status'])
      expect(await (await fetch(`${url}/_bills`)).json()).toMatchObject([
        { order_id: 'o_1-2', state: 'settlement' },
      ])
      await fake.stop()
    } finally {
      child.kill()
    }
  })
})
