// Money back through Midtrans: what is sent, and that no answer whatever makes two refunds of one, or a refund of none.
import { describe, expect, test } from 'bun:test'
import { inspect } from 'node:util'
import { ATTEMPT, desk } from './midtrans-desk.ts'

const KEY = `${ATTEMPT}-r1`

const paid = async (options: Parameters<typeof desk>[0] = {}) => {
  const at = desk(options)
  const made = await at.charge()
  if (made.kind !== 'created') throw new Error('no bill')
  await at.fake.pay(ATTEMPT, { notify: false })
  at.fake.calls.length = 0
  const ids = { attempt: ATTEMPT, reference: made.charge.reference }
  const give = (amount = 5000, refundKey = KEY) =>
    at.gateway.refund?.(ids, { refundKey, amount, reason: 'Pesanan K7Q2M' })
  const given = () => at.fake.bills.flatMap(({ refunds }) => refunds)
  return { ...at, ids, give, given }
}

test('names the refund, its sum and the reason, by their id, with an idempotency key of its own', async () => {
  const { fake, give, ids } = await paid()
  expect(await give()).toEqual({ kind: 'done' })
  const [call] = fake.calls
  expect(call).toMatchObject({
    operation: 'refund',
    id: ids.reference,
    body: { refund_key: KEY, amount: 5000, reason: 'Pesanan K7Q2M' },
  })
  expect(call?.headers).toMatchObject({ 'idempotency-key': `${KEY}-refund` })
  expect(`${KEY}-refund`.length).toBeLessThanOrEqual(46)
  await fake.stop()
})

test.each(['a key with spaces', '', 'x'.repeat(40), '../x', 'o~1'])(
  'the key %p is a bug of ours, told before anything is sent',
  async (key) => {
    const { fake, give } = await paid()
    expect(await give(5000, key)?.catch((cause: unknown) => cause)).toBeInstanceOf(TypeError)
    for (const amount of [0, -1, 1.5, Number.NaN])
      expect(await give(amount)?.catch((cause: unknown) => cause)).toBeInstanceOf(TypeError)
    expect(fake.calls).toEqual([])
    await fake.stop()
  },
)

describe('an answer that nobody can read', () => {
  test.each([
    ['none', 'hang', {}],
    ['one that drips', 'drip', {}],
    ['a broken connection', 'reset', {}],
    ['a page', 'html', {}],
    ['a page with 403', 'html', { status: 403, taken: true }],
    ['a page with 502', 'html', { status: 502, taken: true }],
    ['nothing', 'empty', {}],
    ['null', 'null', {}],
    ['far too much', 'oversize', {}],
    ['a redirect', 'redirect', {}],
    ['a fault over there', 'code', { status: 500, taken: true }],
    ['slow down', 'code', { status: 429, taken: true }],
    ['still under way', 'running', { taken: true }],
    ['a state of no refund', 'answer', { text: '{"status_code":"200","transaction_status":"settlement"}' }],
    ['a refund of another bill', 'answer', { text: '{"status_code":"200","transaction_status":"refund"}' }],
  ] as const)('%s: unknown, and the same key again is the same refund', async (_name, kind, how) => {
    for (const errorsIn of ['http', 'body'] as const) {
      const { fake, give, given } = await paid({ errorsIn })
      fake.fault(kind, { operation: 'refund', ...how })
      expect((await give())?.kind).toBe('unknown')
      expect(await give()).toEqual({ kind: 'done' })
      expect(await give()).toEqual({ kind: 'done' })
      expect(given()).toMatchObject([{ refund_key: KEY, refund_amount: '5000.00' }])
      await fake.stop()
    }
  })

  test('after the key is forgotten "used already" is asked about', async () => {
    const { fake, give, given, clock } = await paid()
    fake.fault('hang', { operation: 'refund' })
    expect((await give())?.kind).toBe('unknown')
    clock.advance(10 * 60_000)
    fake.fault('code', { operation: 'status', status: 500 })
    expect((await give())?.kind).toBe('unknown')
    expect(await give()).toEqual({ kind: 'done' })
    expect(given()).toHaveLength(1)
    await fake.stop()
  })

  test('"used already" of a refund that the list does not have yet stays unknown', async () => {
    const { fake, give } = await paid()
    fake.fault('code', { operation: 'refund', status: 406, count: 2 })
    expect((await give())?.kind).toBe('unknown')
    expect((await give())?.kind).toBe('unknown')
    expect(await give()).toEqual({ kind: 'done' })
    await fake.stop()
  })
})

describe('a refusal', () => {
  test.each([400, 401, 402, 403, 404, 410, 412, 413, 414])(
    'by code %p, in the HTTP status or the body',
    async (status) => {
      for (const errorsIn of ['http', 'body'] as const) {
        const { fake, give, given } = await paid({ errorsIn })
        fake.fault('code', { operation: 'refund', status, text: 'Merchant balance is not enough.' })
        expect(await give()).toEqual({
          kind: 'refused',
          code: String(status),
          message: 'Merchant balance is not enough.',
        })
        expect(given()).toEqual([])
        await fake.stop()
      }
    },
  )

  test('in the body alone, the payment untouched', async () => {
    const { fake, give } = await paid()
    const text = '{"status_code":"202","transaction_status":"settlement","status_message":"Refund refused"}'
    fake.fault('answer', { operation: 'refund', text })
    expect(await give()).toEqual({ kind: 'refused', code: '202', message: 'Refund refused' })
    await fake.stop()
  })

  test('"the state forbids it" of a refund that did happen is that refund', async () => {
    const { fake, give, given } = await paid()
    fake.fault('code', { operation: 'refund', status: 412, taken: true })
    expect(await give(23_680)).toEqual({ kind: 'done' })
    expect(given()).toHaveLength(1)
    fake.fault('code', { operation: 'refund', status: 412 })
    fake.fault('hang', { operation: 'status' })
    expect((await give(1, `${ATTEMPT}-r2`))?.kind).toBe('unknown')
    await fake.stop()
  })
})

test('the server key is in nothing that comes back or is logged', async () => {
  const serverKey = 'SB-Mid-server-S3cretKeyThatNobodyMaySee'
  for (const kind of ['hang', 'html', 'reset', 'code', 'redirect'] as const) {
    const { fake, give, logged } = await paid({ serverKey })
    fake.fault(kind, { operation: 'refund', status: 401, text: `Unknown key ${serverKey}` })
    const texts = inspect(await give(), { depth: 9 }) + logged.join('\n')
    expect(texts).not.toContain(serverKey)
    expect(texts).not.toContain(Buffer.from(`${serverKey}:`).toString('base64'))
    await fake.stop()
  }
})
