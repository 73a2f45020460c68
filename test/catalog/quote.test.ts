// What placing an order is told of a service: its price now, and the offer as customers see it. On the real store, in memory.
import { beforeEach, describe, expect, test } from 'bun:test'
import { makeQuoting } from '../../src/catalog/quote.ts'
import type { PlaceDeps } from '../../src/orders/place.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { type Change, PANEL_ID, panelOf, pricedShop, SHOP_ID, serviceOf } from '../support/goods.ts'

let store: Store
beforeEach(async () => {
  store = await openStore({ url: 'sqlite::memory:', clock: fakeClock() })
  await store.shops.create(pricedShop())
  await store.providers.create(panelOf())
})

/** Also the proof that the verbs are what orders/place.ts asks for. */
const quoting = (): Pick<PlaceDeps, 'price' | 'offer'> => makeQuoting({ store })

const stock = async (...changes: Change[]) => {
  const rows = changes.map((change, i) => serviceOf(i + 1, change))
  await store.services.putLot(SHOP_ID, rows)
  return rows as [ReturnType<typeof serviceOf>, ...ReturnType<typeof serviceOf>[]]
}

describe('the price', () => {
  test('comes from the shop’s rule and the panel’s currency', async () => {
    const [service] = await stock({})
    expect(await quoting().price(SHOP_ID, service, { quantity: 2000 })).toMatchObject({ price: 25_000 })
    await store.providers.change(SHOP_ID, PANEL_ID, (doc) => ({ ...doc, currency: 'USD' }))
    expect(await quoting().price(SHOP_ID, service, { quantity: 2000 })).toBeNull()
    await store.shops.change(SHOP_ID, (shop) => ({
      ...shop,
      exchange: { USD: { rate: '2', at: 0, buffer: 0 } },
    }))
    expect(await quoting().price(SHOP_ID, service, { quantity: 2000 })).toMatchObject({
      price: 50_000,
      cost: { currency: 'USD', exchange: '2', rupiah: 40_000 },
    })
  })

  test('there is none without a margin, a known currency, the panel or the shop', async () => {
    const [service] = await stock({})
    const price = () => quoting().price(SHOP_ID, service, { quantity: 1000 })
    expect(await quoting().price('sh_other', service, { quantity: 1000 })).toBeNull()
    await store.providers.change(SHOP_ID, PANEL_ID, ({ currency: _, ...doc }) => doc)
    expect(await price()).toBeNull()
    await store.providers.remove(SHOP_ID, PANEL_ID)
    expect(await price()).toBeNull()
  })
})

describe('the offer', () => {
  test('shows the shop’s words, the claim with its way, and the world the order goes to', async () => {
    const own = { displayName: 'Pengikut Jempolan', displayNote: 'Kirim username' }
    const [plain, refillable] = await stock({ own }, { refill: true, name: 'IG Likes R7' })
    expect(await quoting().offer(SHOP_ID, plain)).toEqual({
      mid: 1,
      displayName: 'Pengikut Jempolan',
      displayNote: 'Kirim username',
      guarantee: { days: 30, way: 'admin' },
      type: 'default',
      sells: { platform: 'instagram', kind: 'followers' },
      world: 'real',
    })
    await store.providers.change(SHOP_ID, PANEL_ID, (doc) => ({ ...doc, driver: 'sandbox' }))
    expect(await quoting().offer(SHOP_ID, refillable as typeof plain)).toEqual({
      mid: 2,
      displayName: 'IG Likes',
      guarantee: { days: 7, way: 'button' },
      type: 'default',
      sells: { platform: 'instagram', kind: 'likes' },
      world: 'sandbox',
    })
  })

  test.each([
    ['off sale', { onSale: false }],
    ['vanished', { vanishedAt: 5 }],
    ['of a type that is not sold yet', { type: 'subscriptions' }],
    ['of a package of comments', { type: 'custom_comments_package' }],
    ['of a panel that is gone', { provider: 'pv_gone' }],
  ] as [string, Change][])('none for what is %s', async (_, change) => {
    const [service] = await stock(change)
    expect(await quoting().offer(SHOP_ID, service)).toBeNull()
  })

  test('none while the panel is disabled, and none in another shop', async () => {
    const [service] = await stock({})
    expect(await quoting().offer('sh_other', service)).toBeNull()
    await store.providers.change(SHOP_ID, PANEL_ID, (doc) => ({ ...doc, disabled: true }))
    expect(await quoting().offer(SHOP_ID, service)).toBeNull()
  })

  test('carries the number that is shown, not the one of the import', async () => {
    const [one, two, three] = await stock({}, {}, {})
    await store.shops.change(SHOP_ID, (shop) => ({ ...shop, window: { '1': 'sv_3' } }))
    const mid = async (service = one) => (await quoting().offer(SHOP_ID, service))?.mid
    expect([await mid(one), await mid(two), await mid(three)]).toEqual([3, 2, 1])
  })
})
