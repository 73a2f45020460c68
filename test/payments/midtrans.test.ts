import { describe, expect, test } from 'bun:test'
import { makeLog } from '../../src/lib/log.ts'
import { midtransGateway, verifyServerKey } from '../../src/payments/drivers/midtrans.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { gatewayContract } from './gateway-contract.ts'
import { ATTEMPT, desk } from './midtrans-desk.ts'

for (const errorsIn of ['http', 'body'] as const)
  gatewayContract(`Midtrans, errors in the ${errorsIn === 'http' ? 'HTTP status' : 'body alone'}`, () => {
    const { gateway, clock, fake } = desk({ errorsIn })
    return {
      gateway,
      clock,
      pay: (attempt, amount) => fake.pay(attempt, { notify: false, ...(amount ? { amount } : {}) }),
      loseFirstAnswer: () => {
        fake.fault('hang', { operation: 'charge' })
        return { amount: 23_680 }
      },
      refuse: () => {
        fake.fault('code', { operation: 'charge', status: 402, text: 'Payment channel is not activated.' })
        return { amount: 23_680 }
      },
      made: async (attempt) => fake.bills.filter((bill) => bill.order_id === attempt).length,
      stop: () => fake.stop(),
    }
  })

const HOOK = 'https://toko.id/hooks/midtrans/ks_1'

describe('what a charge sends', () => {
  test('sum, life, idempotency key and where to report; nothing of items or customers', async () => {
    const { fake, charge } = desk()
    await charge({ notifyUrl: HOOK })
    const [call] = fake.calls
    expect(call?.body).toEqual({
      payment_type: 'qris',
      transaction_details: { order_id: ATTEMPT, gross_amount: 23_680 },
      qris: { acquirer: 'gopay' },
      custom_expiry: { expiry_duration: 30, unit: 'minute' },
    })
    expect(call?.headers).toMatchObject({
      'idempotency-key': `${ATTEMPT}-charge`,
      'x-override-notification': HOOK,
      accept: 'application/json',
      'content-type': 'application/json',
    })
    expect(fake.calls).toHaveLength(1)
    await fake.stop()
  })

  test('without a public address no address to report to', async () => {
    const { fake, charge } = desk()
    await charge()
    expect(fake.calls[0]?.headers).not.toHaveProperty('x-override-notification')
    await fake.stop()
  })

  test.each([
    [1, 15],
    [14.6, 15],
    [180, 180],
    [100_000, 7200],
  ])('a life of %p minutes is asked for as %p', async (minutes, sent) => {
    const { fake, charge, clock } = desk()
    const outcome = await charge({ minutes })
    expect(fake.calls[0]?.body).toMatchObject({ custom_expiry: { expiry_duration: sent } })
    expect(outcome.kind === 'created' && outcome.charge.expiresAt).toBe(clock.now() + sent * 60_000)
    await fake.stop()
  })

  test('a hundred at once: each its own key and address, and none of it on later calls', async () => {
    const { fake, charge, gateway } = desk()
    const numbers = Array.from({ length: 100 }, (_, n) => n + 1)
    const attempt = (n: number) => `o_many-${n}`
    await Promise.all(numbers.map((n) => charge({ attempt: attempt(n), notifyUrl: `${HOOK}?n=${n}` })))
    await Promise.all(numbers.slice(0, 20).map((n) => gateway.cancel({ attempt: attempt(n) })))
    const [charges, cancels] = ['charge', 'cancel'].map((one) =>
      fake.calls.filter((call) => call.operation === one),
    )
    for (const { body, headers } of charges ?? []) {
      const id = (body as { transaction_details: { order_id: string } }).transaction_details.order_id
      expect(headers['idempotency-key']).toBe(`${id}-charge`)
      expect(headers['x-override-notification']).toBe(`${HOOK}?n=${id.slice('o_many-'.length)}`)
    }
    for (const { headers } of cancels ?? []) {
      expect(headers).not.toHaveProperty('idempotency-key')
      expect(headers).not.toHaveProperty('x-override-notification')
    }
    expect([charges?.length, cancels?.length]).toEqual([100, 20])
    expect(fake.bills.filter((bill) => bill.state === 'cancel')).toHaveLength(20)
    await fake.stop()
  })

  test('an attempt that is none of ours is a bug, told before anything is sent', async () => {
    const { fake, charge, gateway } = desk()
    for (const attempt of ['', '..', '.', 'a/b', '../v2/paid', 'a?b', 'a b', 'x'.repeat(37), 'é-1'])
      expect(charge({ attempt })).rejects.toThrow(TypeError)
    for (const id of ['', '..', '../v2/paid', 'paid/status?x=', 'a%2Fb', 'x'.repeat(51)]) {
      expect(gateway.status({ attempt: id })).rejects.toThrow(TypeError)
      expect(gateway.cancel({ attempt: 'o_1-1', reference: id || '..' })).rejects.toThrow(TypeError)
    }
    expect(fake.calls).toEqual([])
    await fake.stop()
  })
})

describe('what is asked about', () => {
  test('their id where it is known, else ours', async () => {
    const { fake, charge, gateway } = desk()
    const outcome = await charge()
    const reference = outcome.kind === 'created' ? outcome.charge.reference : ''
    await gateway.status({ attempt: ATTEMPT })
    await gateway.status({ attempt: ATTEMPT, reference })
    await gateway.cancel({ attempt: ATTEMPT, reference })
    expect(fake.calls.slice(1).map(({ operation, id }) => [operation, id])).toEqual([
      ['status', ATTEMPT],
      ['status', reference],
      ['cancel', reference],
    ])
    await fake.stop()
  })

  test('a proxy in the environment is passed by', async () => {
    const { fake, charge } = desk()
    const before = { ...process.env }
    Object.assign(process.env, {
      HTTP_PROXY: 'http://127.0.0.1:9',
      HTTPS_PROXY: 'http://127.0.0.1:9',
      NO_PROXY: '',
    })
    try {
      expect((await charge()).kind).toBe('created')
    } finally {
      for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY'])
        if (before[name] === undefined) delete process.env[name]
        else process.env[name] = before[name]
    }
    await fake.stop()
  })
})

describe('environment', () => {
  const made = (environment: 'sandbox' | 'production', serverKey: string, baseUrl: string | null = null) =>
    midtransGateway({ environment, serverKey, baseUrl }, { clock: fakeClock(), log: makeLog('silent') })

  test('sandbox is play money, production real', () => {
    expect(made('sandbox', 'SB-Mid-server-abc').money).toBe('play')
    // Newer sandbox accounts have keys without the prefix.
    expect(made('sandbox', 'Mid-server-abc').money).toBe('play')
    expect(made('production', 'Mid-server-abc').money).toBe('real')
  })

  test.each([
    ['a sandbox key for production', () => made('production', 'SB-Mid-server-abc')],
    ['no key', () => made('sandbox', '')],
    ['a key with a space', () => made('sandbox', 'Mid-server abc')],
    ['an address without https', () => made('sandbox', 'Mid-server-abc', 'http://midtrans.test')],
    ['no address', () => made('sandbox', 'Mid-server-abc', 'ftp://127.0.0.1')],
  ])('%s is refused at once, without the key', (_name, make) => {
    expect(make).toThrow()
    try {
      make()
    } catch (cause) {
      expect(String(cause)).not.toContain('abc')
    }
  })

  test('the picture’s address comes with sandbox bills alone: their simulator wants it', async () => {
    for (const [environment, serverKey, has] of [
      ['sandbox', 'Mid-server-xyz', true],
      ['production', 'Mid-server-xyz', false],
    ] as const) {
      const { fake, charge } = desk({ serverKey }, { environment })
      const outcome = await charge()
      const url = outcome.kind === 'created' ? outcome.charge.url : undefined
      expect(url?.startsWith(`${fake.url}/v2/qris/`) ?? false).toBe(has)
      if (url) expect((await fetch(url)).headers.get('content-type')).toBe('image/png')
      await fake.stop()
    }
  })
})

describe('is the server key right?', () => {
  const ask = async (options: Parameters<typeof desk>[0], key?: string, fault?: () => void) => {
    const at = desk(options)
    fault?.()
    const answer = await verifyServerKey(
      { ...at.settings, serverKey: key ?? at.settings.serverKey },
      { timeoutMs: 250 },
    )
    const { calls, bills } = at.fake
    await at.fake.stop()
    return { answer, calls, bills }
  }

  test.each(['http', 'body'] as const)('asked once, and nothing is made (errors in %s)', async (errorsIn) => {
    const right = await ask({ errorsIn })
    expect([right.answer, right.calls.length, right.bills]).toEqual(['ok', 1, []])
    const wrong = await ask({ errorsIn }, 'SB-Mid-server-OTHER')
    expect([wrong.answer, wrong.calls.length]).toEqual(['wrong', 1])
  })

  test('what is certainly wrong is not sent', async () => {
    const { answer, calls } = await ask({}, '')
    expect([answer, calls]).toEqual(['wrong', []])
  })

  test.each(['hang', 'reset', 'html', 'redirect', 'empty'] as const)('%s: unreachable', async (kind) => {
    const { fake, settings } = desk()
    fake.fault(kind)
    expect(await verifyServerKey(settings, { timeoutMs: 250 })).toBe('unreachable')
    await fake.stop()
    expect(await verifyServerKey(settings, { timeoutMs: 250 })).toBe('unreachable')
  })

  test('a 404 that is not Midtrans’ own proves nothing', async () => {
    const { fake, settings } = desk()
    expect(await verifyServerKey({ ...settings, baseUrl: `${fake.url}/elsewhere` })).toBe('unreachable')
    await fake.stop()
  })
})
