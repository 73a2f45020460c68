import { describe, expect, test } from 'bun:test'
import { adminId, browser, house } from '../house.ts'

const opened = async () => {
  const at = await house()
  const me = browser(at)
  await me.signIn()
  const id = await adminId(at)
  return { at, me, live: `live-${id}`, practice: `practice-${id}` }
}

describe('settings', () => {
  test('what is given changes, the rest stays, null forgets', async () => {
    const { me, live } = await opened()
    const first = await me.api(`PUT /shops/${live}/settings`, {
      body: { margin: '25', greeting: ' Halo! ', step: 500 },
    })
    expect(first.body.settings).toMatchObject({ margin: '25', greeting: 'Halo!', step: 500, leastBill: 1000 })
    const second = await me.api(`PUT /shops/${live}/settings`, { body: { greeting: null, voice: 'resmi' } })
    expect(second.body.settings).toMatchObject({ margin: '25', voice: 'resmi', step: 500 })
    expect(second.body.settings.greeting).toBeUndefined()
    expect((await me.api(`GET /shops/${live}`)).body).toEqual(second.body)
  })

  test.each([
    ['margin', 25],
    ['margin', '-5'],
    ['margin', '1e3'],
    ['margin', '12.345'],
    ['fee', 0.5],
    ['fee', -1],
    ['step', 0],
    ['leastBill', 999],
    ['leastBill', 10_000_001],
    ['billMinutes', 14],
    ['billMinutes', 181],
    ['lossLimit', 101],
    ['gatewayFee', '10.01'],
    ['gatewayFee', '-1'],
    ['gatewayFee', '0,7'],
    ['gatewayFee', 0.7],
    ['topupsOut', 'yes'],
    ['salesMuted', 1],
    ['platformRefunds', true],
    ['restored', 1],
    ['chatDays', 0],
    ['greeting', 'x'.repeat(501)],
    ['blocked', ['x'.repeat(61)]],
    ['timezone', 'Europe/Berlin'],
    ['voice', 'loud'],
    ['name', ' '],
    ['closed', {}],
    ['owner', 'ac_other'],
  ])('refuses %s = %j and writes nothing', async (field, value) => {
    const { at, me, live } = await opened()
    const before = await at.deps.store.shops.get(live)
    const { status, body } = await me.api(`PUT /shops/${live}/settings`, { body: { [field]: value } })
    expect([status, body.error.code]).toEqual([400, 'invalid'])
    expect(Object.keys(body.error.fields)[0]).toStartWith(field)
    expect(await at.deps.store.shops.get(live)).toEqual(before)
  })
})

test('money settings: what the gateway keeps, whether top-ups are paid out, whether sales are told', async () => {
  const { me, live } = await opened()
  const wanted = { gatewayFee: '0.7', topupsOut: true, salesMuted: true }
  expect((await me.api(`PUT /shops/${live}/settings`, { body: wanted })).body.settings).toMatchObject(wanted)
  const back = await me.api(`PUT /shops/${live}/settings`, { body: { gatewayFee: null, topupsOut: false } })
  expect(back.body.settings.gatewayFee).toBeUndefined()
  expect(back.body.settings.topupsOut).toBe(false)
})

test('a shop put back from a copy is closed until it is opened, and says so', async () => {
  const { at, me, live } = await opened()
  await at.deps.store.shops.change(live, (shop) => ({ ...shop, restored: 5 }))
  expect((await me.api(`GET /shops/${live}`)).body.restored).toBe(5)
  expect((await me.api(`POST /shops/${live}/open`)).body.restored).toBeUndefined()
  expect((await at.deps.store.shops.get(live))?.restored).toBeUndefined()
})

describe('open and closed', () => {
  test('until a time, or until opened', async () => {
    const { at, me, live } = await opened()
    const until = at.time.now + 3_600_000
    const closed = await me.api(`POST /shops/${live}/close`, { body: { until } })
    expect([closed.body.phase, closed.body.settings.closed]).toEqual(['closed', { until }])
    const again = await me.api(`POST /shops/${live}/open`)
    expect([again.body.phase, again.body.settings.closed]).toEqual(['open', undefined])
    expect((await me.api(`POST /shops/${live}/close`, { body: {} })).body.settings.closed).toEqual({})
    expect((await me.api(`POST /shops/${live}/close`, { body: { until: at.time.now } })).status).toBe(400)
  })
})

describe('keys and rates', () => {
  const KEYS = { environment: 'production', serverKey: 'Mid-server-RAHASIA9876', merchantId: 'G141532850' }

  test("the shop's own Midtrans keys; the practice shop takes none", async () => {
    const { at, me, live, practice } = await opened()
    expect((await me.api(`POST /shops/${live}/keysets`, { body: KEYS })).body.endsIn).toBe('9876')
    expect(at.keySets.added[0]?.[0]).toEqual({ shop: live })
    const refused = await me.api(`POST /shops/${practice}/keysets`, { body: KEYS })
    expect([refused.status, refused.body.error.code]).toEqual([409, 'practice'])
    expect((await me.api(`DELETE /shops/${live}/keysets/ks_busy`)).status).toBe(409)
    expect((await me.api(`DELETE /shops/${live}/keysets/ks_1`)).status).toBe(204)
  })

  test('an exchange rate gets its date, and a buffer of 3 % unless told', async () => {
    const { at, me, live } = await opened()
    const { body } = await me.api(`PUT /shops/${live}/exchange`, {
      body: { currency: 'USD', rate: '16250.5' },
    })
    expect(body.exchange).toEqual({ USD: { rate: '16250.5', buffer: 3, at: at.time.now } })
    for (const wrong of [
      { rate: '0' },
      { rate: '0.00' },
      { rate: '-1' },
      { rate: 16250 },
      { currency: 'usd' },
      { currency: 'IDR' },
      { buffer: 51 },
    ])
      expect(
        (await me.api(`PUT /shops/${live}/exchange`, { body: { currency: 'USD', rate: '1', ...wrong } }))
          .status,
      ).toBe(400)
  })
})

test('what is sealed in a shop is not in what is shown of it', async () => {
  const { at, me, live } = await opened()
  await at.deps.store.shops.change(live, (shop) => ({
    ...shop,
    keySets: [
      {
        id: 'ks_9',
        environment: 'sandbox',
        serverKey: 'sealed-server',
        clientKey: 'sealed-client',
        endsIn: '1111',
        at: 1,
      },
    ],
    bot: {
      id: 4242,
      username: 'toko_bot',
      name: 'Toko',
      token: 'sealed-token',
      secret: 'sealed-secret',
      endsIn: 'wxyz',
      mode: 'webhook',
      webhook: 'https://toko.id/hooks/telegram/4242',
      at: 1,
    },
  }))
  const { body } = await me.api(`GET /shops/${live}`)
  expect(body.keySets).toEqual([{ id: 'ks_9', environment: 'sandbox', endsIn: '1111', at: 1 }])
  expect(body.bot).toMatchObject({ username: 'toko_bot', endsIn: 'wxyz' })
  expect(JSON.stringify(body)).not.toContain('sealed')
})
