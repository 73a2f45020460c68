import { describe, expect, test } from 'bun:test'
import { firstRunLink } from '../../../src/accounts/first-run.ts'
import { ADMIN } from '../../accounts/people.ts'
import { browser, house, SELLER, withSeller } from '../house.ts'

describe('GET /session', () => {
  test('before the first run: nobody, and set-up is needed', async () => {
    const { body } = await browser(await house({ admin: false })).api('GET /session')
    expect(body).toEqual({ setup: true, csrf: 'anonymous', platform: { version: '' } })
  })

  test('a stranger learns nothing of the installation', async () => {
    const at = await house({ settings: { publicUrl: 'https://toko.id' } })
    const { body } = await browser(at).api('GET /session')
    expect(body).toEqual({ setup: false, csrf: 'anonymous', platform: { version: '' } })
  })

  test('who is signed in sees account, shops and installation', async () => {
    const at = await house({ settings: { publicUrl: 'https://toko.id' } })
    const me = browser(at)
    await me.signIn()
    const { body } = await me.api('GET /session')
    expect(body).toMatchObject({
      setup: false,
      account: { email: ADMIN.email, role: 'admin', language: 'id' },
      platform: { publicUrl: 'https://toko.id', publicIpv4: '198.51.100.20', version: '9.9.9' },
    })
    expect(body.shops.map(({ mode, phase }: { mode: string; phase: string }) => [mode, phase])).toEqual([
      ['live', 'open'],
      ['practice', 'practice'],
    ])
    expect(body.csrf.length).toBeGreaterThan(30)
  })

  test('a made-up cookie is nobody', async () => {
    const at = await house()
    const { body } = await browser(at).api('GET /session', { headers: { cookie: 'lapak=made-up' } })
    expect(body.account).toBeUndefined()
  })
})

describe('POST /setup', () => {
  const form = { email: ADMIN.email, password: ADMIN.password, shopName: 'Toko Ani', language: 'id' }
  const open = async () => {
    const at = await house({ admin: false })
    const link = await firstRunLink(at.deps)
    return { at, me: browser(at), token: link?.token ?? '' }
  }

  test('signs the admin in, once', async () => {
    const { at, me, token } = await open()
    const { status, body } = await me.api('POST /setup', { body: { ...form, token } })
    expect([status, body.account.role, body.shops.length]).toEqual([200, 'admin', 2])
    expect((await me.api('GET /platform')).status).toBe(200)
    const again = await browser(at).api('POST /setup', { body: { ...form, email: 'x@toko.id', token } })
    expect([again.status, again.body.error.code]).toEqual([410, 'badLink'])
  })

  test.each([
    ['token', { token: undefined }],
    ['email', { email: 'no address' }],
    ['email', { email: 7 }],
    ['password', { password: '' }],
    ['shopName', { shopName: '   ' }],
    ['shopName', { shopName: 'x'.repeat(65) }],
    ['language', { language: 'fr' }],
    ['role', { role: 'admin' }],
  ])('names the field %s in %j', async (field, wrong) => {
    const { me, token } = await open()
    const { status, body } = await me.api('POST /setup', { body: { ...form, token, ...wrong } })
    expect([status, body.error.code]).toEqual([400, 'invalid'])
    expect(Object.keys(body.error.fields)).toEqual([field])
  })

  test('a weak password has its own word, and nothing of a wrong field is repeated', async () => {
    const { me, token } = await open()
    const weak = await me.api('POST /setup', { body: { ...form, token, password: 'kopi' } })
    expect([weak.status, weak.body.error.code]).toEqual([400, 'passwordShort'])
    const odd = await me.api('POST /setup', { body: { ...form, token, password: ['rahasia'] } })
    expect(JSON.stringify(odd.body)).not.toContain('rahasia')
  })
})

describe('POST /session', () => {
  test('a wrong password and a stranger get the same answer', async () => {
    const at = await house()
    const wrong = await browser(at).signIn({ email: ADMIN.email, password: 'salah sekali' })
    const stranger = await browser(at).signIn({ email: 'nobody@toko.id', password: 'salah sekali' })
    expect(wrong.status).toBe(401)
    expect(stranger.body).toEqual(wrong.body)
    expect(wrong.headers.getSetCookie()).toEqual([])
  })

  test('the tries are counted', async () => {
    const at = await house()
    const me = browser(at)
    for (let n = 0; n < 10; n++) await me.signIn({ email: ADMIN.email, password: 'salah sekali' })
    const { status, body } = await me.signIn()
    expect([status, body.error.code]).toEqual([429, 'tooMany'])
  })
})

describe('signing out', () => {
  test('one browser, or all', async () => {
    const at = await house()
    const [a, b, c] = [browser(at), browser(at), browser(at)]
    for (const one of [a, b, c]) await one.signIn()
    expect((await a.api('DELETE /session')).status).toBe(204)
    expect(a.jar.size).toBe(0)
    expect((await b.api('GET /accounts')).status).toBe(200)
    expect((await b.api('DELETE /session/all')).status).toBe(204)
    expect((await c.api('GET /accounts')).status).toBe(401)
  })

  test('a cookie kept after sign-out opens nothing', async () => {
    const at = await house()
    const me = browser(at)
    await me.signIn()
    const kept = `lapak=${me.jar.get('lapak')}`
    await me.api('DELETE /session')
    expect((await me.api('GET /accounts', { headers: { cookie: kept } })).status).toBe(401)
  })
})

describe('PUT /account', () => {
  test('language alone leaves the session', async () => {
    const at = await house()
    const me = browser(at)
    await me.signIn()
    const { body } = await me.api('PUT /account', { body: { language: 'en' } })
    expect(body.account.language).toBe('en')
  })

  test('a new password keeps this browser and ends the others', async () => {
    const at = await house()
    const [me, other] = [browser(at), browser(at)]
    await me.signIn()
    await other.signIn()
    const wrong = await me.api('PUT /account', {
      body: { password: { old: 'salah sekali', new: 'teh tawar hangat' } },
    })
    expect([wrong.status, wrong.body.error.code]).toEqual([403, 'wrong'])
    const { status } = await me.api('PUT /account', {
      body: { password: { old: ADMIN.password, new: 'teh tawar hangat' } },
    })
    expect(status).toBe(200)
    expect((await me.api('PUT /account', { body: { language: 'en' } })).status).toBe(200)
    expect((await other.api('GET /accounts')).status).toBe(401)
  })
})

test('somebody shut out is out with the next request', async () => {
  const at = await house()
  const seller = await withSeller(at)
  const [admin, them] = [browser(at), browser(at)]
  await admin.signIn()
  await them.signIn(SELLER)
  expect((await them.api(`GET /shops/live-${seller.id}`)).status).toBe(200)
  expect((await admin.api(`PUT /accounts/${seller.id}`, { body: { disabled: true } })).status).toBe(200)
  expect((await them.api(`GET /shops/live-${seller.id}`)).status).toBe(401)
  expect((await them.signIn(SELLER)).status).toBe(401)
})
