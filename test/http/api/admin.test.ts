import { describe, expect, test } from 'bun:test'
import { ADMIN } from '../../accounts/people.ts'
import { adminId, browser, type House, house, SELLER, withSeller } from '../house.ts'

const opened = async (settings = {}) => {
  const at = await house({ settings })
  const me = browser(at)
  await me.signIn()
  return { at, me }
}
const deadJob = async ({ deps: { store, clock } }: House) => {
  await store.jobs.add([{ id: 'j1', name: 'payments.bill', at: clock.now(), payload: {} }])
  const [job] = await store.jobs.claim(['payments.bill'], 'w', clock.now(), 1000, 1)
  await store.jobs.bury('j1', job?.token ?? 0, 'why')
}
const tokenIn = (link: string) => link.split('#/join?token=')[1] ?? ''

describe('accounts', () => {
  test('an invitation works once, and its seller is no admin', async () => {
    const { at, me } = await opened({ publicUrl: 'https://toko.id', basePath: '/lapak' })
    const { body } = await me.api('POST /invitations', { body: { email: 'Budi@toko.id' } })
    expect(body.link).toStartWith('https://toko.id/lapak/#/join?token=')
    expect((await me.api('GET /accounts')).body.at(-1)).toMatchObject({
      email: SELLER.email,
      role: 'seller',
      invited: true,
    })

    const them = browser(at)
    const form = { token: tokenIn(body.link), email: '', password: SELLER.password }
    const taken = await them.api('POST /invitations/take', {
      body: { token: form.token, password: form.password },
    })
    expect([taken.status, taken.body.account.role, taken.body.shops.length]).toEqual([200, 'seller', 2])
    expect((await them.api('GET /accounts')).status).toBe(403)
    const again = await browser(at).api('POST /invitations/take', {
      body: { token: form.token, password: 'lain sekali 99' },
    })
    expect([again.status, again.body.error.code]).toEqual([410, 'badLink'])
    expect((await me.api('POST /invitations', { body: { email: SELLER.email } })).status).toBe(409)
  })

  test('without a public address the link has the address of the page', async () => {
    const { me } = await opened()
    const { body } = await me.api('POST /invitations', { body: { email: SELLER.email } })
    expect(body.link).toStartWith('http://localhost:8080/#/join?token=')
  })

  test('a reset link lets somebody choose a new password', async () => {
    const { at, me } = await opened()
    const seller = await withSeller(at)
    const { body } = await me.api(`POST /accounts/${seller.id}/reset`)
    const them = browser(at)
    const taken = await them.api('POST /invitations/take', {
      body: { token: tokenIn(body.link), password: 'soto ayam lamongan' },
    })
    expect(taken.body.account.email).toBe(SELLER.email)
    expect((await browser(at).signIn(SELLER)).status).toBe(401)
    expect((await me.api('POST /accounts/ac_none/reset')).status).toBe(404)
  })

  test('the admin can not shut themselves out', async () => {
    const { at, me } = await opened()
    const { status, body } = await me.api(`PUT /accounts/${await adminId(at)}`, { body: { disabled: true } })
    expect([status, body.error.code]).toEqual([409, 'self'])
    expect((await me.api('PUT /accounts/ac_none', { body: { disabled: true } })).status).toBe(404)
  })

  test('no list of people has a password or its hash', async () => {
    const { me } = await opened()
    expect(JSON.stringify((await me.api('GET /accounts')).body)).not.toContain(ADMIN.password)
  })
})

describe('platform', () => {
  const KEYS = { environment: 'sandbox', serverKey: 'SB-Mid-server-RAHASIA1234' }

  test('Midtrans keys go in and never come out', async () => {
    const { at, me } = await opened()
    const { body } = await me.api('POST /platform/keysets', {
      body: { ...KEYS, serverKey: `  ${KEYS.serverKey} ` },
    })
    expect(body).toEqual({ id: 'ks_1', environment: 'sandbox', endsIn: '1234', at: 1 })
    expect(at.keySets.added).toEqual([[{ platform: true }, KEYS as never]])
    expect(at.logged.join('')).not.toContain('RAHASIA')
  })

  test.each([
    ['serverKey', { environment: 'production' }],
    ['serverKey', { serverKey: 'two words are no key' }],
    ['environment', { environment: 'test' }],
    ['merchantId', { merchantId: 'G 1' }],
    ['clientKey', { clientKey: 'x' }],
  ])('refuses %s in %j', async (field, wrong) => {
    const { at, me } = await opened()
    const { status, body } = await me.api('POST /platform/keysets', { body: { ...KEYS, ...wrong } })
    expect([status, Object.keys(body.error.fields)]).toEqual([400, [field]])
    expect(JSON.stringify(body)).not.toContain('RAHASIA')
    expect(at.keySets.added).toEqual([])
  })

  test('a key that Midtrans does not know is not kept', async () => {
    const { me } = await opened()
    const body = { environment: 'sandbox', serverKey: 'SB-Mid-server-wrong' }
    const answer = await me.api('POST /platform/keysets', { body })
    expect(answer.status).toBe(422)
    expect(answer.body.error.code).toBe('wrongKey')
  })

  test('keys whose bills are open stay', async () => {
    const { me } = await opened()
    expect((await me.api('DELETE /platform/keysets/ks_busy')).status).toBe(409)
    expect((await me.api('DELETE /platform/keysets/ks_none')).status).toBe(404)
    expect((await me.api('DELETE /platform/keysets/ks_1')).status).toBe(204)
  })

  test("the model's key: set, shown by its end, forgotten", async () => {
    const { at, me } = await opened()
    const set = await me.api('PUT /platform/openai', {
      body: { key: 'sk-geheim-5678', model: 'gpt-4.1-mini' },
    })
    expect(set.body.openai).toEqual({ endsIn: '5678', model: 'gpt-4.1-mini' })
    expect((await at.deps.store.platform.get()).openai?.key).toStartWith('sealed:')
    expect((await me.api('DELETE /platform/openai')).status).toBe(204)
    expect((await me.api('GET /platform')).body.openai).toBeUndefined()
    for (const wrong of [{ baseUrl: 'ftp://x' }, { baseUrl: 'nowhere' }, { model: '' }, { key: '' }])
      expect(
        (await me.api('PUT /platform/openai', { body: { key: 'sk-geheim-5678', model: 'm', ...wrong } }))
          .status,
      ).toBe(400)
  })

  test('a message that was given up is shown by its error alone', async () => {
    const { at, me } = await opened()
    const { inbox } = at.deps.store
    const now = at.time.now
    await inbox.accept({ bot: '4242', updateId: 9, chat: '4242:1', at: now, body: '{"text":"rahasia"}' })
    const got = await inbox.claim('w', now, 1000)
    await inbox.bury('4242:1', got?.token ?? 0, got?.update.n ?? 0, 'it broke')
    const { body } = await me.api('GET /platform')
    expect(body.updates).toMatchObject([{ bot: '4242', update: 9, at: now, error: 'it broke' }])
    expect(JSON.stringify(body)).not.toContain('rahasia')
  })

  test('blocked words, copies and failed work are shown', async () => {
    const { at, me } = await opened()
    await deadJob(at)
    const { body } = await me.api('PUT /platform/blocked', { body: { words: [' slot gacor ', 'togel'] } })
    expect(body.blocked).toEqual(['slot gacor', 'togel'])
    expect(body.backups).toEqual([{ name: 'lapak-1.db', bytes: 1000, at: 1 }])
    expect(body.jobs.dead).toEqual([{ id: 'j1', name: 'payments.bill', error: 'why', attempts: 1 }])
    expect(body.updates).toEqual([])
    expect((await me.api('POST /platform/jobs/j1/revive')).status).toBe(204)
    expect((await me.api('POST /platform/jobs/j1/revive')).status).toBe(404)
    expect((await me.api('PUT /platform/blocked', { body: { words: ['x'] } })).status).toBe(400)
  })
})
