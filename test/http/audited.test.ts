// Who did what: each act of somebody signed in leaves a line, a refused one none, and no secret gets into one.
import { describe, expect, test } from 'bun:test'
import { AUDITED } from '../../src/http/audited.ts'
import { setUp, whole } from '../support/whole.ts'

const SECRETS = /key|token|password|secret|proof|qr|destination|number/i

type Paths = Record<string, Record<string, unknown>>
const at = await whole()
const admin = at.browser()
const shops = await setUp(at, admin)
const lines = async () => at.app.store.audit.list({ limit: 99 })
/** Acts of one moment stand in no order. */
const tick = () => at.clock.advance(1000)

describe('the table of audited routes', () => {
  test('has every route that changes something, and no other', async () => {
    const { paths } = await admin.get<{ paths: Paths }>('/openapi.json')
    const changing = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods)
        .filter((method) => method !== 'get')
        .map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    )
    expect(Object.keys(AUDITED).toSorted()).toEqual(changing.toSorted())
  })

  test('tells of no field that could hold a secret', () => {
    // How many a model may read in a day: a figure.
    const told = Object.values(AUDITED).flatMap((row) =>
      (row?.tell ?? []).filter((one) => one !== 'aiDayTokens'),
    )
    expect(told.length).toBeGreaterThan(10)
    expect(told.filter((field) => SECRETS.test(field))).toEqual([])
  })
})

describe('an act', () => {
  test('leaves who, where, what and the facts of it', async () => {
    await admin.put(`/shops/${shops.live}/settings`, { margin: '25', greeting: 'Halo' })
    tick()
    await admin.post(`/shops/${shops.live}/close`)
    tick()
    await admin.put('/platform/blocked', { words: ['slot gacor', 'togel'] })
    const [blocked, closed, changed] = await lines()
    const by = changed?.by.replace(/^seller:/, '') ?? ''
    expect(changed).toMatchObject({
      shop: shops.live,
      what: 'settings.changed',
      by: `seller:${by}`,
      data: { margin: '25' },
    })
    expect(changed?.data).toEqual({ margin: '25' })
    expect(closed).toMatchObject({ shop: shops.live, what: 'shop.closed' })
    expect(blocked).toMatchObject({ what: 'blocked.changed', by: `admin:${by}`, data: { words: 2 } })
    expect(blocked?.shop).toBeUndefined()
  })

  test('that is refused, or only looks, leaves none', async () => {
    const before = (await lines()).length
    expect((await admin.send('PUT', `/api/shops/${shops.live}/settings`, { margin: 'x' })).status).toBe(400)
    expect((await admin.send('DELETE', `/api/shops/${shops.live}/providers/none`)).status).toBe(404)
    await admin.get(`/shops/${shops.live}`)
    await admin.post(`/shops/${shops.practice}/preview/messages`, { text: 'halo' })
    expect(await lines()).toHaveLength(before)
  })

  test('with a key leaves no trace of the key', async () => {
    const key = 'sangat-rahasia-1234567890'
    const form = { name: 'Panel satu', endpoint: 'https://panel.example/api/v2', key }
    tick()
    await admin.post(`/shops/${shops.live}/providers`, form)
    tick()
    await admin.put('/account', { language: 'en' })
    const [account, provider] = await lines()
    expect(provider).toMatchObject({ what: 'provider.added', data: { name: 'Panel satu' } })
    expect(account).toMatchObject({ what: 'account.changed', data: { language: 'en' } })
    expect(JSON.stringify(await lines())).not.toContain(key)
  })

  test('is done even when its line could not be written, and the log says so', async () => {
    const dead = await whole()
    const browser = dead.browser()
    const { live } = await setUp(dead, browser)
    dead.app.store.audit.add = async () => {
      throw new Error('disk is full')
    }
    const answer = await browser.put<{ settings: { margin: string } }>(`/shops/${live}/settings`, {
      margin: '9',
    })
    expect(answer.settings.margin).toBe('9')
    expect(dead.logged.join()).toContain('no audit line was written')
    await dead.stop()
  })
})
