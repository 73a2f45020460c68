// What a shop may do now, and who may buy in it.
import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import type { KeySet, Shop } from '../../src/model/shop.ts'
import { createShops } from '../../src/shops/create.ts'
import { moneyNow, phaseOf, wayToPay } from '../../src/shops/phase.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { liveShop, practiceShop } from '../support/shops.ts'

const keys = (environment: KeySet['environment'], id = 'ks_1'): KeySet => ({
  id,
  environment,
  serverKey: 'sealed',
  endsIn: '1234',
  at: 1,
})

let store: Store
const clock = fakeClock()
beforeEach(async () => {
  store = await openStore({ url: 'sqlite::memory:', clock })
})
afterEach(() => store.close())

const live = (change: Partial<Shop> = {}): Shop => ({ ...liveShop({ id: 'sh_1', owner: 'ac_1' }), ...change })
const phase = (shop: Shop) => phaseOf({ store }, shop, clock.now())

describe('the phase of a shop', () => {
  test('a live shop is closed without keys, testing with sandbox keys, open with production keys', async () => {
    expect(await phase(live())).toBe('closed')
    expect(await phase(live({ keySets: [keys('sandbox')] }))).toBe('testing')
    expect(await phase(live({ keySets: [keys('production')] }))).toBe('open')
  })

  test("the platform's keys serve a shop without its own, and own keys come first", async () => {
    await store.platform.change((one) => ({ ...one, keySets: [keys('production', 'ks_p')] }))
    expect(await phase(live())).toBe('open')
    expect(await phase(live({ keySets: [keys('sandbox')] }))).toBe('testing')
  })

  test('closed by the seller until a time, whatever the keys; closed after a restore', async () => {
    const shop = live({ keySets: [keys('production')] })
    const until = clock.now() + 1000
    const shut = (closed: { until?: number }) => ({ ...shop, settings: { ...shop.settings, closed } })
    expect(await phase(shut({}))).toBe('closed')
    expect(await phase(shut({ until }))).toBe('closed')
    expect(await phase(shut({ until: clock.now() }))).toBe('open')
    expect(await phase({ ...shop, restored: 1 })).toBe('closed')
  })

  test('its own static QRIS opens a shop without keys of production; those come first', async () => {
    const manual = (on: boolean, change: Partial<Shop> = {}) =>
      live({ manualQris: { qr: 'x', merchantName: 'TOKO', on, at: 1, by: 'seller:a' }, ...change })
    expect(await phase(manual(true))).toBe('open')
    expect(await phase(manual(false))).toBe('closed')
    const sandbox = { keySets: [keys('sandbox')] }
    expect(await phase(manual(true, sandbox))).toBe('open')
    expect(await phase(manual(false, sandbox))).toBe('testing')
    const way = async (shop: Shop) => (await wayToPay({ store }, shop))?.way
    expect(await way(manual(true, sandbox))).toBe('manual')
    expect(await way(manual(true, { keySets: [keys('production')] }))).toBe('midtrans')
    await store.platform.change((one) => ({ ...one, keySets: [keys('production', 'ks_p')] }))
    expect(await way(manual(true))).toBe('midtrans')
    // Own keys stand before the platform's, and these are for trying out.
    expect(await way(manual(true, sandbox))).toBe('manual')
    expect(await phase({ ...manual(true), restored: 1 })).toBe('closed')
  })

  test('a practice shop is practice, whatever keys the platform has', async () => {
    await store.platform.change((one) => ({ ...one, keySets: [keys('production')] }))
    expect(await phase(practiceShop({ id: 'sh_p', owner: 'ac_1' }))).toBe('practice')
  })
})

describe('the money of a bill made now', () => {
  const customer = (person: string, blocked = false) => ({
    id: `cu_${person}`,
    shop: 'sh_1',
    person,
    name: 'Ani',
    createdAt: 0,
    seenAt: 0,
    v: 1,
    ...(blocked ? { blocked } : {}),
  })
  const money = async (shop: Shop, person: string, blocked = false) => {
    await store.shops.create(shop)
    await store.customers.ensure(customer(person, blocked))
    return moneyNow({ store, clock }, { shop: 'sh_1', customer: `cu_${person}` })
  }

  test('real in an open shop, none in a closed one', async () => {
    expect(await money(live({ keySets: [keys('production')] }), 'telegram:7')).toBe('real')
    expect(await moneyNow({ store, clock }, { shop: 'sh_1', customer: 'cu_nobody' })).toBeNull()
    expect(await moneyNow({ store, clock }, { shop: 'sh_9', customer: 'cu_telegram:7' })).toBeNull()
  })

  test('none in a closed shop', async () => {
    expect(await money(live(), 'telegram:7')).toBeNull()
  })

  test('play money in a testing shop, and only for bound accounts and the preview', async () => {
    const shop = live({ keySets: [keys('sandbox')], bound: [{ user: 7, name: 'Ani', at: 1 }] })
    expect(await money(shop, 'telegram:7')).toBe('play')
    expect(await money(shop, 'telegram:77')).toBeNull()
    expect(await money(shop, 'preview:7')).toBe('play')
  })

  test('none for a blocked customer', async () => {
    expect(await money(live({ keySets: [keys('production')] }), 'telegram:7', true)).toBeNull()
  })
})

test('an account gets a practice shop with its panel and a live shop, once', async () => {
  const make = () => createShops({ store, clock }, 'ac_1', { name: 'Toko Ani', language: 'id' })
  await make()
  const before = await store.shops.ofOwner('ac_1')
  expect(before.map(({ mode }) => mode).sort()).toEqual(['live', 'practice'])
  await store.shops.change(before[0]?.id ?? '', (shop) => ({ ...shop, nextMid: 9 }))
  await make()
  const after = await store.shops.ofOwner('ac_1')
  expect(after.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort())
  expect(after.find(({ id }) => id === before[0]?.id)?.nextMid).toBe(9)
  const practice = after.find(({ mode }) => mode === 'practice')
  const panels = await store.providers.list(practice?.id ?? '')
  expect(panels.map(({ driver, currency }) => [driver, currency])).toEqual([['sandbox', 'IDR']])
  expect(await store.providers.list(after.find(({ mode }) => mode === 'live')?.id ?? '')).toEqual([])
  expect(practice?.settings).not.toHaveProperty('margin')
})
