// Panels of a shop: what is stored, what is refused, and what Test connection learns. No key ever leaves in the clear.
import { describe, expect, test } from 'bun:test'
import { createHash } from 'node:crypto'
import { KNOWN_PANELS } from '../../src/catalog/known-panels.ts'
import { accountIdOf, laneOf } from '../../src/catalog/panel-account.ts'
import type { StandDeps } from '../../src/http/api/provider-stand.ts'
import type { ProvidersApiDeps } from '../../src/http/api/providers.ts'
import { sealer } from '../../src/lib/seal.ts'
import type { Store } from '../../src/store/store.ts'
import { newOrder, quote } from '../store/contract/support.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { countingIds } from '../support/ids.ts'
import { connected, deskOn, imported, KEY, openStall, panelOf, row, SHOP, services } from './stall.ts'

describe('adding a panel', () => {
  test('the desk is what the API asks for', async () => {
    const stall = await openStall()
    const deps: Omit<ProvidersApiDeps, keyof StandDeps> = stall.providers
    expect(deps.knownPanels.every(({ endpoint }) => URL.canParse(endpoint))).toBe(true)
    expect(new Set(KNOWN_PANELS.map(({ name }) => name)).size).toBe(KNOWN_PANELS.length)
  })

  test('stores it with a sealed key, of which only the end is shown', async () => {
    const stall = await openStall()
    const provider = await connected(stall)
    const stored = await stall.store.providers.get(SHOP, provider.id)
    expect(stored).toMatchObject({
      name: 'Panel',
      driver: 'smm-v2',
      endpoint: stall.panel.url,
      endsIn: '1234',
    })
    expect(JSON.stringify(stored)).not.toContain(KEY)
    expect(stall.panel.calls).toEqual([])
  })

  test('takes one panel account once per shop, however its address is written; also when both come at once', async () => {
    const stall = await openStall()
    const shop = await stall.shop()
    const forms = [stall.panel.url, `${stall.panel.url}/`].map((endpoint) => ({
      name: 'P',
      endpoint,
      key: KEY,
    }))
    const both = await Promise.all(forms.map((form) => stall.providers.add(shop, form)))
    expect(both.map((one) => (one.ok ? 'added' : one.reason)).sort()).toEqual(['added', 'taken'])
    expect((await stall.store.providers.list(SHOP)).length).toBe(1)
    const other = await stall.providers.add(shop, {
      name: 'P',
      endpoint: stall.panel.url,
      key: 'another-key-55',
    })
    expect(other.ok).toBe(true)
    const elsewhere = { ...shop, id: 's_2' }
    await stall.store.shops.create(elsewhere)
    expect(
      (await stall.providers.add(elsewhere, { name: 'P', endpoint: stall.panel.url, key: KEY })).ok,
    ).toBe(true)
  })

  test('refuses private and odd addresses, and any real panel in the practice shop', async () => {
    const stall = await openStall()
    const shop = await stall.shop()
    for (const endpoint of [
      'http://127.0.0.1:9/api/v2',
      'http://169.254.169.254/latest',
      'http://10.0.0.1/api',
      'http://[::1]/api',
      'ftp://panel.test/api',
      'https://user:pass@justanotherpanel.com/api/v2',
      'http://justanotherpanel.com:22/',
      'nonsense',
    ])
      expect(await stall.providers.add(shop, { name: 'P', endpoint, key: KEY })).toMatchObject({
        reason: 'badEndpoint',
      })
    expect(
      await stall.providers.add(
        { ...shop, mode: 'practice' },
        { name: 'P', endpoint: stall.panel.url, key: KEY },
      ),
    ).toEqual({
      ok: false,
      reason: 'practice',
    })
    expect(await stall.store.providers.list(SHOP)).toEqual([])
  })
})

describe('changing and removing', () => {
  test('an empty change of the key keeps it; a new account frees the old one for another connection', async () => {
    const stall = await openStall()
    const shop = await stall.shop()
    const { id } = await connected(stall)
    const form = { name: 'Q', endpoint: stall.panel.url, key: KEY }
    expect(await stall.providers.edit(shop, id, { name: 'Renamed', disabled: true })).toMatchObject({
      ok: true,
      provider: { name: 'Renamed', disabled: true, endsIn: '1234' },
    })
    expect(await stall.providers.add(shop, form)).toMatchObject({ reason: 'taken' })
    expect(await stall.providers.edit(shop, id, { key: 'rotated-key-9876' })).toMatchObject({
      provider: { endsIn: '9876' },
    })
    const second = await stall.providers.add(shop, form)
    expect(second.ok).toBe(true)
    expect(await stall.providers.edit(shop, id, { key: KEY })).toMatchObject({ reason: 'taken' })
    expect(await stall.providers.edit(shop, 'p_none', { name: 'x' })).toMatchObject({ reason: 'notFound' })
    expect(await stall.providers.edit(shop, id, { endpoint: 'http://127.0.0.1:1/' })).toMatchObject({
      reason: 'badEndpoint',
    })
  })

  test('another address is another panel: refused while orders are open, and what the old one told is forgotten', async () => {
    const stall = await openStall({ services: [row(1)] })
    const shop = await stall.shop()
    const { id } = await connected(stall)
    await imported(stall, id)
    const other = panelOf()
    stall.hosts.push(new URL(other.url).host)
    await stall.store.orders.create(newOrder(1, { quote: quote({ provider: id }) }))
    expect(await stall.providers.edit(shop, id, { endpoint: other.url })).toMatchObject({
      reason: 'ordersOpen',
    })
    expect(await stall.providers.edit(shop, id, { key: 'rotated-key-9876' })).toMatchObject({ ok: true })
    await stall.store.orders.advance(SHOP, 'o_1', () => ({
      to: 'withdrawn',
      type: 'withdrawn',
      by: 'customer',
    }))
    const moved = await stall.providers.edit(shop, id, { endpoint: other.url })
    expect(moved).toMatchObject({ ok: true, provider: { endpoint: other.url } })
    if (moved.ok)
      for (const field of ['currency', 'balance', 'catalogue'] as const)
        expect(moved.provider[field]).toBeUndefined()
  })

  test('a panel with open orders stays; without, its services leave the shop with their numbers and the account is free', async () => {
    const stall = await openStall({ services: [row(1), row(2)] })
    const shop = await stall.shop()
    const { id } = await connected(stall)
    await imported(stall, id)
    const [first] = await services(stall)
    await stall.catalogue.setOnSale(shop, [first?.id ?? ''], true)
    await stall.store.orders.create(newOrder(1, { quote: quote({ provider: id }) }))
    expect(await stall.providers.remove(shop, id)).toMatchObject({ reason: 'ordersOpen' })
    expect((await services(stall)).map(({ onSale }) => onSale)).toEqual([true, false])
    await stall.store.orders.advance(SHOP, 'o_1', () => ({
      to: 'withdrawn',
      type: 'withdrawn',
      by: 'customer',
    }))
    expect(await stall.providers.remove(shop, id)).toEqual({ ok: true })
    expect(
      (await services(stall)).map(({ onSale, vanishedAt, mid }) => [onSale, vanishedAt !== undefined, mid]),
    ).toEqual([
      [false, true, 1],
      [false, true, 2],
    ])
    expect(await stall.providers.remove(shop, id)).toMatchObject({ reason: 'notFound' })
    expect((await stall.providers.add(shop, { name: 'P', endpoint: stall.panel.url, key: KEY })).ok).toBe(
      true,
    )
  })

  test('the practice panel can be switched off, not moved or removed', async () => {
    const stall = await openStall({ mode: 'practice' })
    const shop = await stall.shop()
    await stall.store.providers.create({
      id: 'pr',
      shop: SHOP,
      name: 'L',
      driver: 'sandbox',
      endpoint: 'sandbox:',
      key: '',
      endsIn: '',
      createdAt: 1,
      v: 1,
    })
    expect(await stall.providers.edit(shop, 'pr', { endpoint: stall.panel.url })).toMatchObject({
      reason: 'practice',
    })
    expect(await stall.providers.edit(shop, 'pr', { key: 'k' })).toMatchObject({ reason: 'practice' })
    expect(await stall.providers.edit(shop, 'pr', { disabled: true })).toMatchObject({
      ok: true,
      provider: { disabled: true },
    })
    expect(await stall.providers.remove(shop, 'pr')).toMatchObject({ reason: 'practice' })
    expect(await stall.providers.test(SHOP, 'pr')).toMatchObject({
      connection: { balance: { ok: true, text: '10000000 IDR' } },
    })
  })
})

describe('Test connection', () => {
  const form = (url: string, key = KEY) => ({ name: 'P', endpoint: url, key })

  test('asks balance and services, shows the raw start of both, and remembers what a stored panel told', async () => {
    const stall = await openStall({ services: [row(1), row(2), { service: 3, name: 'x', rate: 'free' }] })
    const { id } = await connected(stall)
    const tested = await stall.providers.test(SHOP, id)
    expect(tested).toMatchObject({
      ok: true,
      connection: {
        balance: { ok: true, text: '100.00000 IDR', raw: expect.stringContaining('100.00000') },
        services: {
          ok: true,
          count: 2,
          text: '2 services, 1 rows could not be read',
          raw: expect.stringContaining('Instagram'),
        },
      },
    })
    expect(stall.panel.calls.map(({ action }) => action)).toEqual(['balance', 'services'])
    const stored = await stall.store.providers.get(SHOP, id)
    expect(stored).toMatchObject({ currency: 'IDR', balance: { amount: '100.00000', at: stall.clock.now() } })
    expect(stored?.lastFault).toBeUndefined()
    expect(await services(stall)).toEqual([])
  })

  test('a form is tested without storing anything', async () => {
    const stall = await openStall({ services: [row(1)] })
    expect(await stall.providers.test(SHOP, form(stall.panel.url))).toMatchObject({
      connection: { services: { count: 1 } },
    })
    expect(await stall.providers.test(SHOP, form('http://127.0.0.1:9/'))).toMatchObject({
      reason: 'badEndpoint',
    })
    expect(await stall.providers.test(SHOP, 'p_none')).toMatchObject({ reason: 'notFound' })
    expect(await stall.store.providers.list(SHOP)).toEqual([])
  })

  test('an address list shows our own address; a wrong key does not; neither shows the key', async () => {
    const stall = await openStall({ services: [row(1)] })
    const { id } = await connected(stall)
    stall.panel.fault('ip', 1, { action: 'balance' })
    const listed = await stall.providers.test(SHOP, id)
    expect(listed).toMatchObject({
      connection: {
        whitelist: '198.51.100.20',
        balance: { ok: false, raw: 'IP 203.0.113.7 tidak diizinkan.' },
        services: { ok: true },
      },
    })
    expect((await stall.store.providers.get(SHOP, id))?.lastFault?.message).toContain(
      "refuses this server's address",
    )
    stall.panel.fault('answer', 2, { action: '*', text: '{"error":"Invalid API key: panel-key-1234"}' })
    const refused = await stall.providers.test(SHOP, id)
    expect(refused).toMatchObject({ connection: { balance: { ok: false, raw: 'Invalid API key: [key]' } } })
    expect(refused).not.toMatchObject({ connection: { whitelist: expect.anything() } })
    expect(JSON.stringify([listed, refused, await stall.store.providers.get(SHOP, id)])).not.toContain(KEY)
    await stall.providers.test(SHOP, id)
    expect((await stall.store.providers.get(SHOP, id))?.lastFault).toBeUndefined()
  })

  test('HTML, nothing and an empty list are no success', async () => {
    const stall = await openStall()
    stall.panel.fault('html', 1, { action: 'balance' })
    stall.panel.fault('empty', 1, { action: 'services' })
    expect(await stall.providers.test(SHOP, form(stall.panel.url))).toMatchObject({
      connection: { balance: { ok: false }, services: { ok: false } },
    })
    expect(await stall.providers.test(SHOP, form(stall.panel.url))).toMatchObject({
      connection: { balance: { ok: true }, services: { ok: false, count: 0 } },
    })
  })

  test('another currency than the rates were read in is never taken silently', async () => {
    const stall = await openStall({ services: [row(1)], panel: { currency: 'USD' } })
    const { id } = await connected(stall)
    await imported(stall, id)
    stall.panel.fault('answer', 1, { action: 'balance', text: '{"balance":"5","currency":"IDR"}' })
    const tested = await stall.providers.test(SHOP, id)
    expect(tested).toMatchObject({
      connection: { balance: { ok: false, text: expect.stringContaining('counts in IDR now') } },
    })
    expect(await stall.store.providers.get(SHOP, id)).toMatchObject({
      currency: 'USD',
      lastFault: { message: expect.stringContaining('IDR') },
    })
    await stall.providers.edit(await stall.shop(), id, { currency: 'IDR' })
    expect(await stall.providers.test(SHOP, id)).toMatchObject({ connection: { balance: { ok: true } } })
    expect(await stall.store.providers.get(SHOP, id)).toMatchObject({ currency: 'IDR' })
  })
})

describe('the account behind a panel', () => {
  const { box } = deskOn({ store: {} as Store, clock: fakeClock(), ids: countingIds() }).deps
  const other = sealer('another secret of at least thirty-two')
  const account = { endpoint: 'https://panel.test/api/v2', key: KEY }

  test('is the same however its address is written, and another with another key, address or secret', () => {
    const id = accountIdOf({ box }, account)
    expect(id).toMatch(/^a_[\w-]{32}$/)
    expect(accountIdOf({ box }, { ...account, endpoint: 'https://PANEL.test/api/v2/' })).toBe(id)
    const others = [
      accountIdOf({ box }, { ...account, key: 'another-key-55' }),
      accountIdOf({ box }, { ...account, endpoint: 'https://panel.test/api/v1' }),
      accountIdOf({ box: other }, account),
    ]
    expect(new Set([id, ...others]).size).toBe(4)
  })

  test('is one for all shops with the key, one per shop for the practice panel, none when the key does not open', async () => {
    const stall = await openStall()
    const mine = await connected(stall)
    const elsewhere = { ...(await stall.shop()), id: 's_2' }
    await stall.store.shops.create(elsewhere)
    const theirs = await stall.providers.add(elsewhere, { name: 'P', endpoint: stall.panel.url, key: KEY })
    if (!theirs.ok) throw new Error(theirs.reason)
    expect(laneOf({ box }, mine)).toBe(laneOf({ box }, theirs.provider))
    expect(laneOf({ box: other }, mine)).toBeNull()
    const practice = { ...mine, driver: 'sandbox' as const }
    expect(laneOf({ box }, practice)).not.toBe(laneOf({ box }, { ...practice, shop: 's_2' }))
  })

  test('claimed by the first version of Lapak is still taken, until its provider is gone', async () => {
    const stall = await openStall()
    const mine = await connected(stall)
    const shop = await stall.shop()
    const mark = accountIdOf({ box }, { endpoint: stall.panel.url, key: KEY })
    const old = createHash('sha256').update(`${stall.panel.url}\n${KEY}`).digest('hex')
    await stall.store.keys.release(`panel:${SHOP}:${mark}`, mine.id)
    await stall.store.keys.claim(`panel:${SHOP}:${old}`, mine.id)
    const again = () => stall.providers.add(shop, { name: 'P', endpoint: stall.panel.url, key: KEY })
    expect(await again()).toMatchObject({ reason: 'taken' })
    await stall.providers.remove(shop, mine.id)
    expect(await again()).toMatchObject({ ok: true })
  })
})
