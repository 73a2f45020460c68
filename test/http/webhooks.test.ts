import { describe, expect, test } from 'bun:test'
import { browser, type House, house } from './house.ts'

/** Work that came since it was asked last. */
const jobs = async ({ deps: { store, clock } }: House) => {
  await store.relay()
  return store.jobs.claim(['payments.settle'], 'w', clock.now(), 1_000_000, 10)
}

describe('POST /hooks/midtrans', () => {
  const post = async (at: House, path = '/hooks/midtrans/ks_1') =>
    browser(at, { origin: 'https://toko.id', peer: '203.0.113.50' }).fetch('POST', path, {
      raw: '{"order_id":"o_1-1"}',
    })

  test('stores the notice with the job that asks, and answers 200', async () => {
    const at = await house()
    expect((await post(at)).status).toBe(200)
    expect(at.doors.notices).toEqual([{ keySet: 'ks_1', raw: '{"order_id":"o_1-1"}' }])
    expect(await at.deps.store.notices.list('o_1-1')).toMatchObject([{ raw: '{"order_id":"o_1-1"}' }])
    expect(await jobs(at)).toMatchObject([
      { name: 'payments.settle', payload: { attempt: 'o_1-1', order: 'o_1' } },
    ])
  })

  test('the same notice again is 200 and no second job; another word of the same bill is', async () => {
    const at = await house()
    await post(at)
    expect((await post(at)).status).toBe(200)
    expect(await jobs(at)).toHaveLength(1)
    at.doors.reading = { kind: 'payment', attempt: 'o_1-1', reference: 'r-1', mark: 'expire:202' }
    await post(at)
    expect(await jobs(at)).toHaveLength(1)
  })

  test('works without a key set in the address', async () => {
    const at = await house()
    expect((await post(at, '/hooks/midtrans')).status).toBe(200)
    expect(at.doors.notices[0]?.keySet).toBeNull()
  })

  test.each([
    ['forged', { kind: 'forged' }, 401],
    ['malformed', { kind: 'malformed' }, 400],
    ['a test', { kind: 'test' }, 200],
    ['of no concern', { kind: 'ignored', why: 'a subscription' }, 200],
  ] as const)('%s', async (_name, reading, status) => {
    const at = await house()
    at.doors.reading = reading
    expect((await post(at)).status).toBe(status)
    expect(await jobs(at)).toEqual([])
    expect(await at.deps.store.notices.list('o_1-1')).toEqual([])
  })

  test('a fault of ours is 503, which is repeated for hours', async () => {
    const at = await house()
    at.doors.broken = true
    const response = await post(at)
    expect(response.status).toBe(503)
    expect(await response.text()).not.toContain('locked')
  })

  test('needs no session, no CSRF token and no origin', async () => {
    const at = await house()
    const response = await at.app.request('http://toko.id/hooks/midtrans', { method: 'POST', body: '{}' })
    expect(response.status).toBe(200)
  })
})

describe('POST /hooks/telegram/:bot', () => {
  const UPDATE = { update_id: 7, message: { chat: { id: 71, type: 'private' }, text: '/start' } }
  const post = async (at: House, given: { bot?: string; secret?: string; raw?: string } = {}) =>
    browser(at, { origin: 'https://toko.id', peer: '149.154.160.1' }).fetch(
      'POST',
      `/hooks/telegram/${given.bot ?? '4242'}`,
      {
        raw: given.raw ?? JSON.stringify(UPDATE),
        headers: { 'x-telegram-bot-api-secret-token': given.secret ?? 'the-secret' },
      },
    )

  test('hands the update over before it answers 200 with nothing', async () => {
    const at = await house()
    const response = await post(at)
    expect([response.status, await response.text()]).toEqual([200, ''])
    expect(at.doors.updates).toEqual([{ bot: '4242', update: UPDATE }])
  })

  test.each([
    ['a wrong secret', { secret: 'the-secreT' }],
    ['no secret', { secret: '' }],
    ['a bot that is not ours', { bot: '9999' }],
    ['a bot that is not ours, with the word for no secret', { bot: '9999', secret: 'no secret' }],
  ])('%s is 401', async (_name, given) => {
    const at = await house()
    expect((await post(at, given)).status).toBe(401)
    expect(at.doors.updates).toEqual([])
  })

  test.each([
    '',
    '[]',
    'null',
    '{',
    '{"update_id":"7"}',
    '{"update_id":-1}',
    '{"update_id":1e300}',
    '{"message":{}}',
    '{"update_id":7,"message":"text"}',
    '{"update_id":7,"message":{"text":"no chat"}}',
    '{"update_id":7,"message":{"chat":{"id":"71","type":"private"}}}',
    '{"update_id":7,"message":{"chat":{"id":71,"type":"private"},"text":5}}',
    '{"update_id":7,"callback_query":{"data":"p:o_1"}}',
  ])('%p is 400', async (raw) => {
    const at = await house()
    expect((await post(at, { raw })).status).toBe(400)
    expect(at.doors.updates).toEqual([])
  })

  test('beside another bot it says whether Lapak answers', async () => {
    const at = await house()
    for (const handled of [true, false]) {
      at.doors.answer = { handled }
      expect(await (await post(at)).json()).toEqual({ handled })
    }
  })

  test('a fault of ours is 503', async () => {
    const at = await house()
    at.doors.broken = true
    expect((await post(at)).status).toBe(503)
  })
})
