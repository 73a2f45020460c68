import { describe, expect, test } from 'bun:test'
import { inspect } from 'node:util'
import { verifyServerKey } from '../../src/payments/drivers/midtrans.ts'
import type { BillState } from '../../src/payments/gateway.ts'
import { checkQris } from '../../src/payments/qris.ts'
import type { FakeMidtransFault } from '../support/fake-midtrans.ts'
import { ATTEMPT, desk } from './midtrans-desk.ts'

type Kind = FakeMidtransFault['kind']
type How = Omit<FakeMidtransFault, 'kind'>

/** A fault on the way, what a question then hears, and what a charge hears. */
const ON_THE_WAY: [name: string, kind: Kind, how: How, reason: string, alarm: boolean][] = [
  ['no answer', 'hang', {}, 'timeout', false],
  ['an answer that drips for ever', 'drip', {}, 'timeout', false],
  ['a connection that breaks', 'reset', {}, 'network', false],
  ['a page in place of JSON', 'html', {}, 'unreadable', false],
  ['an empty answer', 'empty', {}, 'unreadable', false],
  ['null', 'null', {}, 'unreadable', false],
  ['a list', 'answer', { text: '[]' }, 'unreadable', false],
  ['a number', 'answer', { text: '5' }, 'unreadable', false],
  ['half of an answer', 'answer', { text: '{"status_code":"200"' }, 'unreadable', false],
  ['far too much', 'oversize', {}, 'unreadable', false],
  ['a redirect', 'redirect', {}, 'redirect', true],
]

describe('faults on the way', () => {
  test.each(ON_THE_WAY)('%s', async (_name, kind, how, reason, alarm) => {
    const { fake, charge, gateway } = desk()
    fake.fault(kind, { ...how, operation: 'charge' })
    expect((await charge()).kind).toBe('unknown')
    // The bill was made although the answer was bad, and the same question gets it.
    const again = await charge()
    expect(again.kind === 'created' && checkQris(again.charge.qr, 23_680).ok).toBe(true)
    expect(fake.bills).toHaveLength(1)
    for (const operation of ['status', 'cancel'] as const) {
      fake.fault(kind, { ...how, operation })
      const asked = operation === 'status' ? gateway.status : gateway.cancel
      const word = await asked({ attempt: ATTEMPT })
      // What breaks off is told as a break or as unreadable, by how much had come.
      const reasons = kind === 'reset' ? ['network', 'unreadable', 'timeout'] : [reason]
      expect(word).toMatchObject({ kind: 'fault', alarm })
      expect(reasons).toContain((word as { reason: string }).reason)
    }
    await fake.stop()
  })

  test('nobody there', async () => {
    const { fake, charge, gateway } = desk()
    await fake.stop()
    expect(await charge()).toMatchObject({ kind: 'unknown', detail: expect.stringContaining('network') })
    expect(await gateway.status({ attempt: ATTEMPT })).toMatchObject({ kind: 'fault', reason: 'network' })
  })

  test('a redirect is not followed', async () => {
    const { fake, gateway } = desk()
    fake.fault('redirect')
    await gateway.status({ attempt: ATTEMPT })
    expect(fake.calls).toHaveLength(1)
    await fake.stop()
  })
})

describe('a charge by its code', () => {
  test.each([
    [400, 'rejected', true],
    [401, 'rejected', true],
    [402, 'rejected', true],
    [403, 'rejected', true],
    [410, 'rejected', true],
    [413, 'rejected', true],
    [406, 'unknown', undefined],
    [429, 'unknown', undefined],
    [500, 'unknown', undefined],
    [503, 'unknown', undefined],
  ] as const)('%p: %s', async (status, kind, alarm) => {
    for (const errorsIn of ['http', 'body'] as const) {
      const { fake, charge } = desk({ errorsIn })
      fake.fault('code', { status, text: 'Payment channel is not activated.' })
      const outcome = await charge()
      expect(outcome.kind).toBe(kind)
      if (outcome.kind === 'rejected') {
        const message = 'Payment channel is not activated.'
        expect(outcome).toEqual({ kind: 'rejected', code: String(status), message, alarm: alarm ?? false })
      } else expect(outcome).toMatchObject({ detail: expect.stringContaining(String(status)) })
      expect(fake.bills).toEqual([])
      await fake.stop()
    }
  })

  test('a page with 403 is a refusal, a page with 502 is unknown', async () => {
    const { fake, charge } = desk()
    fake.fault('html', { status: 403, taken: false })
    expect(await charge()).toMatchObject({ kind: 'rejected', code: '403', message: '' })
    fake.fault('html', { status: 502 })
    expect((await charge()).kind).toBe('unknown')
    await fake.stop()
  })

  test('denied by the provider: refused, and no matter for the seller', async () => {
    const { fake, charge } = desk()
    fake.fault('deny')
    expect(await charge()).toEqual({
      kind: 'rejected',
      code: '202/900',
      message: 'Deny by provider',
      alarm: false,
    })
    await fake.stop()
  })

  test('still being made: asked again later', async () => {
    const { fake, charge } = desk()
    fake.fault('running')
    expect((await charge()).kind).toBe('unknown')
    expect((await charge()).kind).toBe('created')
    await fake.stop()
  })

  test.each([
    ['another order', { order_id: 'o_2-1' }],
    ['another sum', { gross_amount: '23681.00' }],
    ['a fraction', { gross_amount: '23680.50' }],
    ['a sum that is no text', { gross_amount: 23680 }],
    ['no id of theirs', { transaction_id: undefined }],
    ['an id that leads elsewhere', { transaction_id: '../paid' }],
    ['paid already', { transaction_status: 'settlement', status_code: '200' }],
  ])('an answer with %s is not the bill', async (_name, change) => {
    const { fake, charge } = desk()
    const made = {
      status_code: '201',
      transaction_status: 'pending',
      order_id: ATTEMPT,
      gross_amount: '23680.00',
      transaction_id: 'tx-1',
      qr_string: 'x',
    }
    fake.fault('answer', { status: 201, taken: false, text: JSON.stringify(made) })
    expect(await charge()).toMatchObject({ kind: 'created', charge: { reference: 'tx-1', qr: 'x' } })
    fake.fault('answer', { status: 201, taken: false, text: JSON.stringify({ ...made, ...change }) })
    expect((await charge()).kind).toBe('unknown')
    await fake.stop()
  })

  test('without a QR text the charge has none, and the check then refuses it', async () => {
    const { fake, charge, clock } = desk()
    const made = {
      status_code: '201',
      transaction_status: 'pending',
      order_id: ATTEMPT,
      gross_amount: '23680',
    }
    fake.fault('answer', { taken: false, text: JSON.stringify({ ...made, transaction_id: 'tx-1' }) })
    expect(await charge()).toEqual({
      kind: 'created',
      // No end was told either: it is worked out from what was asked.
      charge: { reference: 'tx-1', qr: '', expiresAt: clock.now() + 30 * 60_000 },
    })
    await fake.stop()
  })

  test('the end of a bill is WIB, under either of its names', async () => {
    for (const name of ['expiry_time', 'expire_time']) {
      const { fake, charge } = desk()
      const made = {
        status_code: '201',
        transaction_status: 'pending',
        order_id: ATTEMPT,
        gross_amount: '23680.00',
      }
      const body = { ...made, transaction_id: 'tx-1', [name]: '2026-11-24 10:30:00' }
      fake.fault('answer', { taken: false, text: JSON.stringify(body) })
      expect(await charge()).toMatchObject({ charge: { expiresAt: Date.UTC(2026, 10, 24, 3, 30) } })
      await fake.stop()
    }
  })
})

const WORD = {
  status_code: '200',
  transaction_status: 'settlement',
  order_id: ATTEMPT,
  transaction_id: 'tx-1',
  gross_amount: '23680.00',
  currency: 'IDR',
  merchant_id: 'G000000001',
  payment_type: 'qris',
  settlement_time: '2026-11-24 10:05:00',
  issuer: 'DANA',
}

const told = async (body: object, status = 200) => {
  const { fake, gateway, logged } = desk()
  fake.fault('answer', { status, text: JSON.stringify(body) })
  const word = await gateway.status({ attempt: ATTEMPT, reference: 'tx-1' })
  await fake.stop()
  return { word, logged }
}

describe('the word on a bill', () => {
  test('a payment with everything that is told', async () => {
    expect((await told(WORD)).word).toEqual({
      state: 'paid',
      attempt: ATTEMPT,
      reference: 'tx-1',
      amount: 23_680,
      currency: 'IDR',
      merchant: 'G000000001',
      paymentType: 'qris',
      issuer: 'dana',
      paidAt: Date.UTC(2026, 10, 24, 3, 5),
    })
  })

  test.each([
    ['pending', 'pending'],
    ['settlement', 'paid'],
    ['SETTLEMENT', 'paid'],
    ['capture', 'paid'],
    ['expire', 'expired'],
    ['cancel', 'cancelled'],
    ['deny', 'failed'],
    ['failure', 'failed'],
    ['refund', 'refunded'],
    ['partial_refund', 'partiallyRefunded'],
    ['chargeback', 'chargeback'],
    ['partial_chargeback', 'chargeback'],
  ] as [string, BillState][])('%s is %s', async (transaction_status, state) => {
    expect((await told({ ...WORD, transaction_status })).word).toMatchObject({ state, amount: 23_680 })
  })

  test('refunds are told by the key that each was asked for with', async () => {
    const refunds = [
      { refund_key: 'o_1-1-r1', refund_amount: '5000.00' },
      { refund_key: '../x', refund_amount: '1.00' },
      { refund_amount: '2.00' },
      { refund_key: 'o_1-1-r2', refund_amount: 'many' },
      null,
      'x',
    ]
    const body = { ...WORD, transaction_status: 'partial_refund', refund_amount: '5000.00' }
    expect((await told({ ...body, refunds })).word).toMatchObject({
      refunds: [{ key: 'o_1-1-r1', amount: 5000 }],
    })
    expect((await told({ ...body, refunds: 'none' })).word).not.toHaveProperty('refunds')
  })

  test('a part given back is told with that part', async () => {
    const body = { ...WORD, transaction_status: 'partial_refund', refund_amount: '5000.00' }
    expect((await told(body)).word).toMatchObject({ state: 'partiallyRefunded', amount: 5000 })
  })

  test.each([
    ['expired, in the HTTP status', { ...WORD, status_code: '407', transaction_status: 'expire' }, 407],
    ['expired, in the body', { ...WORD, status_code: '407', transaction_status: 'expire' }, 200],
    [
      'expired, and nothing else',
      { status_code: '407', status_message: 'Success, transaction has expired' },
      407,
    ],
  ])('%s', async (_name, body, status) => {
    expect((await told(body, status)).word).toMatchObject({
      state: 'expired',
      attempt: ATTEMPT,
      reference: 'tx-1',
    })
  })

  test.each([
    ['suspicious so far', { fraud_status: 'challenge' }, { state: 'pending' }],
    ['accepted', { fraud_status: 'ACCEPT' }, { state: 'paid' }],
    ['suspicious for good', { fraud_status: 'deny' }, { kind: 'fault', reason: 'unreadable', alarm: true }],
    [
      'a word that we don’t know',
      { transaction_status: 'teleported' },
      { kind: 'fault', alarm: true, code: 'teleported' },
    ],
    ['no word', { transaction_status: undefined }, { kind: 'fault', reason: 'unreadable', alarm: false }],
    ['paid without an order', { order_id: undefined }, { kind: 'fault', reason: 'unreadable' }],
    ['paid without their id', { transaction_id: undefined }, { kind: 'fault', reason: 'unreadable' }],
    ['paid without a sum', { gross_amount: undefined }, { kind: 'fault', reason: 'unreadable' }],
    ['paid with a loose sum', { gross_amount: '23.680,00' }, { kind: 'fault', reason: 'unreadable' }],
    ['paid with a fraction', { gross_amount: '23680.01' }, { kind: 'fault', reason: 'unreadable' }],
    ['paid in dollars', { currency: 'USD' }, { state: 'paid', currency: 'USD' }],
    [
      'paid in dollars and cents',
      { currency: 'USD', gross_amount: '12.50' },
      { state: 'paid', currency: 'USD', amount: 12 },
    ],
    ['paid in dollars, unreadable', { currency: 'USD', gross_amount: '1e3' }, { kind: 'fault' }],
    ['paid, of another order', { order_id: 'o_2-1' }, { state: 'paid', attempt: 'o_2-1' }],
    ['paid, of another charge', { transaction_id: 'tx-2' }, { state: 'paid', reference: 'tx-2' }],
    ['with an odd time', { settlement_time: 'yesterday' }, { state: 'paid' }],
  ])('%s', async (_name, change, expected) => {
    expect((await told({ ...WORD, ...change })).word).toMatchObject(expected)
  })

  test.each([
    [404, { message: 'no Route matched' }],
    [407, { message: 'Proxy Authentication Required' }],
  ])('a %p of something in between ends no bill', async (status, body) => {
    expect((await told(body, status)).word).toMatchObject({ kind: 'fault', reason: 'unreadable' })
  })

  test.each([
    [401, true],
    [402, true],
    [403, true],
    [410, true],
    [429, false],
    [500, false],
    [503, false],
  ])('code %p is a fault; for the seller: %p', async (code, alarm) => {
    for (const status of [200, code])
      expect((await told({ status_code: String(code), status_message: 'no' }, status)).word).toEqual({
        kind: 'fault',
        reason: 'rejected',
        code: String(code),
        alarm,
      })
  })

  test('never heard of it, in the HTTP status or the body', async () => {
    for (const status of [200, 404]) expect((await told({ status_code: '404' }, status)).word).toBeNull()
  })
})

describe('the key', () => {
  const KEY = 'SB-Mid-server-S3cretKeyThatNobodyMaySee'
  const shapes = [KEY, Buffer.from(`${KEY}:`).toString('base64'), Buffer.from(KEY).toString('base64')]

  /** Everything that a careless log line or page might make of a value. */
  const allTexts = (value: unknown): string =>
    [
      inspect(value, { depth: 30, showHidden: true }),
      Bun.inspect(value, { depth: 30 }),
      JSON.stringify(value) ?? '',
      value instanceof Error ? `${value.stack} ${value.message} ${inspect(value.cause, { depth: 30 })}` : '',
    ].join('\n')

  const expectClean = (...values: unknown[]) => {
    for (const value of values) for (const shape of shapes) expect(allTexts(value)).not.toContain(shape)
  }

  const kinds: [Kind, How][] = [
    ...ON_THE_WAY.map(([, kind, how]): [Kind, How] => [kind, how]),
    ...[400, 401, 402, 404, 406, 407, 412, 429, 500, 503].map((status): [Kind, How] => ['code', { status }]),
    ['html', { status: 403 }],
    ['html', { status: 502 }],
    ['deny', {}],
    ['running', {}],
    // A server that says what it was told.
    ['code', { status: 401, text: `Unknown key ${KEY} (Basic ${shapes[1]})` }],
  ]

  test.each(kinds)('is in nothing that comes back or is logged: %s %p', async (kind, how) => {
    for (const errorsIn of ['http', 'body'] as const) {
      const { fake, gateway, charge, settings, logged } = desk({ serverKey: KEY, errorsIn })
      fake.fault(kind, { ...how, count: 10 })
      const words = [
        await charge(),
        await gateway.status({ attempt: ATTEMPT }),
        await gateway.cancel({ attempt: ATTEMPT }),
        await verifyServerKey(settings, { timeoutMs: 250 }),
      ]
      expectClean(words, logged, gateway, gateway.charge, gateway.status)
      expect(logged.length).toBeGreaterThanOrEqual(3)
      await fake.stop()
    }
  })

  test('nor when nobody is there, or a bug of ours throws', async () => {
    const { fake, gateway, charge, logged } = desk({ serverKey: KEY })
    await fake.stop()
    const bug = await gateway.status({ attempt: '../x' }).catch((cause: unknown) => cause)
    expect(bug).toBeInstanceOf(TypeError)
    expectClean(await charge(), await gateway.status({ attempt: ATTEMPT }), bug, logged)
  })

  test('the payer’s name is in no log line', async () => {
    const { fake, gateway, charge, logged } = desk()
    await charge()
    await fake.pay(ATTEMPT, { notify: false })
    const word = await gateway.status({ attempt: ATTEMPT })
    expect(JSON.stringify(word) + logged.join('\n')).not.toContain('Budi')
    await fake.stop()
  })
})
