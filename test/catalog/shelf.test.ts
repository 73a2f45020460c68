// The shelf: goods as the dialogue sees them, made once for each state of the shop's catalogue. On the real store, in memory.
import { beforeEach, describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import type { ShopView } from '../../src/bot/goods.ts'
import { priceOf } from '../../src/catalog/price.ts'
import { type Goods, makeShelves } from '../../src/catalog/shelf.ts'
import { MINUTE } from '../../src/lib/clock.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { type Change, PANEL_ID, panelOf, pricedShop, SHOP_ID, serviceOf } from '../support/goods.ts'

let store: Store
let clock: ReturnType<typeof fakeClock>
let shelf: (shop: string) => Promise<Goods>

beforeEach(async () => {
  clock = fakeClock()
  store = await openStore({ url: 'sqlite::memory:', clock })
  await store.shops.create(pricedShop())
  await store.providers.create(panelOf())
  shelf = makeShelves({ store, clock })
})

const stock = (...changes: Change[]) =>
  store.services.putLot(
    SHOP_ID,
    changes.map((change, i) => serviceOf(i + 1, change)),
  )

describe('goods', () => {
  test('show no price for more than there is', async () => {
    await stock({ min: 50, max: 10_000 })
    const { line, entries } = await shelf(SHOP_ID)
    const id = (await store.services.list(SHOP_ID, {}))[0]?.id ?? ''
    expect(entries.length).toBe(1)
    for (const quantity of [10_001, 99_999_999_999_999]) expect(line(id, quantity)?.priceOf).toBe(1000)
    for (const quantity of [50, 10_000]) expect(line(id, quantity)?.priceOf).toBe(quantity)
  })

  test('are what the bot asks for, with facts, limits and prices and no text of the panel', async () => {
    await stock({ name: 'SECRET Instagram Followers INDO 🇮🇩 R30 | 5K/Day', refill: true })
    const goods: ShopView['goods'] = await shelf(SHOP_ID)
    expect(goods.entries).toEqual([
      {
        mid: 1,
        name: 'IG Followers Indonesia',
        platform: 'instagram',
        kind: 'followers',
        traits: ['refill'],
        country: 'ID',
        guaranteeDays: 30,
        min: 10,
        max: 10_000,
        price: 12_500,
        type: 'default',
        speedPerDay: 5000,
        words: expect.any(Function),
      },
    ])
    expect(goods.line('sv_1')).toEqual({
      mid: 1,
      service: 'sv_1',
      name: 'IG Followers Indonesia',
      description: 'Untuk link profil Instagram. Min 10, maks 10.000. Garansi 30 hari (klaim lewat tombol).',
      platform: 'instagram',
      kind: 'followers',
      linkKind: 'profile',
      type: 'default',
      min: 10,
      max: 10_000,
      minPrice: 1000,
      guarantee: { days: 30, way: 'button' },
      price: 12_500,
      priceOf: 1000,
    })
    expect(JSON.stringify(goods)).not.toMatch(/secret/i)
    expect(goods.entries[0]?.words?.()).toEqual(['secret', 'indo', 'day'])
  })

  test('have no guarantee by a word of the panel that tells no length', async () => {
    await stock({ name: 'Instagram Followers Warranty' }, { name: 'Instagram Followers R30' })
    const { entries } = await shelf(SHOP_ID)
    expect(entries.map(({ traits, guaranteeDays }) => [traits, guaranteeDays])).toEqual([
      [[], undefined],
      [['refill'], 30],
    ])
  })

  test('hold only what is on sale, in the catalogue of a panel in use, and has a price', async () => {
    await store.providers.create(panelOf({ id: 'pv_off', disabled: true }))
    await store.providers.create(panelOf({ id: 'pv_usd', currency: 'USD' }))
    const { currency: _, ...untold } = panelOf({ id: 'pv_untold' })
    await store.providers.create(untold)
    await stock(
      {},
      { onSale: false },
      { vanishedAt: 1 },
      { type: 'poll' },
      { provider: 'pv_off' },
      { provider: 'pv_usd' },
      { provider: 'pv_untold' },
      { provider: 'pv_gone' },
      {},
    )
    const goods = await shelf(SHOP_ID)
    expect(goods.entries.map(({ mid }) => mid)).toEqual([1, 9])
    expect([1, 2, 9].map((mid) => goods.byMid(mid))).toEqual(['sv_1', undefined, 'sv_9'])
    expect(goods.line('sv_2')).toBeNull()
    expect(goods.line('sv_nowhere')).toBeNull()
    expect(goods.largestWithin('sv_2', 1_000_000)).toBeUndefined()
  })

  test('none without a margin; a shop that is gone is a fault', async () => {
    await stock({})
    await store.shops.change(SHOP_ID, (shop) => {
      const { margin: _, ...settings } = shop.settings
      return { ...shop, settings }
    })
    expect((await shelf(SHOP_ID)).entries).toEqual([])
    await expect(shelf('sh_gone')).rejects.toThrow('sh_gone')
  })

  test('speak the shop’s language', async () => {
    await stock({})
    await store.shops.change(SHOP_ID, (shop) => ({ ...shop, settings: { ...shop.settings, language: 'en' } }))
    expect((await shelf(SHOP_ID)).line('sv_1')?.description).toStartWith('Link: Instagram profile.')
  })
})

describe('the price of a line', () => {
  test('is that of the quantity asked, else of 1000, else of the most there is', async () => {
    await stock({}, { max: 300 }, { type: 'package', rate: '21500', min: 1, max: 1 })
    const goods = await shelf(SHOP_ID)
    const priced = (id: string, quantity?: number) => {
      const line = goods.line(id, quantity)
      return line && [line.price, line.priceOf, line.minPrice]
    }
    expect(priced('sv_1')).toEqual([12_500, 1000, 1000])
    expect(priced('sv_1', 2000)).toEqual([25_000, 2000, 1000])
    expect(priced('sv_1', 5)).toEqual([1000, 5, 1000]) // below the minimum: the dialogue says so
    expect(priced('sv_1', Number.NaN)).toEqual([12_500, 1000, 1000])
    expect(priced('sv_2')).toEqual([3800, 300, 1000])
    expect(priced('sv_3', 500)).toEqual([26_900, 1, 26_900])
  })

  test('agrees with what the card will say', async () => {
    await stock({ rate: '137.77', max: 1_000_000 })
    const goods = await shelf(SHOP_ID)
    const rule = { settings: pricedShop().settings, currency: 'IDR' }
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 1_000_000 }), (quantity) => {
        const card = priceOf(rule, serviceOf(1, { rate: '137.77' }), { quantity })
        expect(goods.line('sv_1', quantity)?.price).toBe(card?.price as never)
      }),
    )
  })

  test('the most that fits a sum: no more would, and it is within the limits', async () => {
    await stock({ rate: '137.77', max: 1_000_000 }, { type: 'package', rate: '20000', min: 1, max: 1 })
    const goods = await shelf(SHOP_ID)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200_000 }), (sum) => {
        const offer = goods.largestWithin('sv_1', sum)
        if (sum < 1000) return void expect(offer).toBeUndefined()
        const { quantity = 0, price = 0 } = offer ?? {}
        expect(price).toBeLessThanOrEqual(sum)
        expect(goods.line('sv_1', quantity)?.price).toBe(price)
        if (quantity < 1_000_000) expect(goods.line('sv_1', quantity + 1)?.price).toBeGreaterThan(sum)
      }),
    )
    expect(goods.largestWithin('sv_1', 10_000_000)?.quantity).toBe(1_000_000)
    expect(goods.largestWithin('sv_2', 24_999)).toBeUndefined()
    expect(goods.largestWithin('sv_2', 25_000)).toEqual({ quantity: 1, price: 25_000 })
  })
})

describe('numbers', () => {
  test('are those of the window, also where a placed service is off sale', async () => {
    await stock(...Array.from({ length: 14 }, (): Change => ({})))
    await store.services.change(SHOP_ID, 'sv_13', (service) => ({ ...service, onSale: false }))
    await store.shops.change(SHOP_ID, (shop) => ({ ...shop, window: { '1': 'sv_14', '2': 'sv_13' } }))
    const goods = await shelf(SHOP_ID)
    expect(goods.entries.map(({ mid }) => mid)).toEqual([1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14])
    expect(goods.byMid(1)).toBe('sv_14')
    expect(goods.byMid(14)).toBe('sv_1')
    expect(goods.byMid(13)).toBe('sv_2')
    expect(goods.byMid(2)).toBeUndefined()
    expect(goods.line('sv_14')?.mid).toBe(1)
    expect(goods.window()).toEqual(['sv_14', 'sv_3', 'sv_4', 'sv_5', 'sv_6', 'sv_7', 'sv_8', 'sv_9', 'sv_10'])
  })
})

describe('one shelf for each state', () => {
  test('the same entries while nothing changed, new ones after a change of services, shop or panel', async () => {
    await stock({})
    const first = await shelf(SHOP_ID)
    expect((await shelf(SHOP_ID)).entries).toBe(first.entries)
    const changes = [
      () => store.services.change(SHOP_ID, 'sv_1', (service) => ({ ...service, pin: 30_000 })),
      () =>
        store.shops.change(SHOP_ID, (shop) => ({ ...shop, settings: { ...shop.settings, margin: '50' } })),
      () => store.providers.change(SHOP_ID, PANEL_ID, (doc) => ({ ...doc, disabled: true })),
    ]
    let before = first
    for (const change of changes) {
      await change()
      const after = await shelf(SHOP_ID)
      expect(after.entries).not.toBe(before.entries)
      expect((await shelf(SHOP_ID)).entries).toBe(after.entries)
      before = after
    }
    expect(before.entries).toEqual([])
  })

  test('many at once read the stock once', async () => {
    await stock({})
    let reads = 0
    const counted: Store['services'] = {
      ...store.services,
      list: (...input) => {
        reads++
        return store.services.list(...input)
      },
    }
    const busy = makeShelves({ clock, store: { ...store, services: counted } })
    const goods = await Promise.all(Array.from({ length: 20 }, () => busy(SHOP_ID)))
    expect(new Set(goods.map(({ entries }) => entries)).size).toBe(1)
    expect(reads).toBe(1)
  })

  test('a failed reading is not kept', async () => {
    await stock({})
    let broken = true
    const list: Store['services']['list'] = async (...input) => {
      if (broken) throw new Error('disk')
      return store.services.list(...input)
    }
    const shaky = makeShelves({ clock, store: { ...store, services: { ...store.services, list } } })
    await expect(shaky(SHOP_ID)).rejects.toThrow('disk')
    broken = false
    expect((await shaky(SHOP_ID)).entries.length).toBe(1)
  })

  test('keeps the shops used last, and mixes none', async () => {
    await store.shops.create(pricedShop({ id: 'sh_two' }))
    await store.shops.create(pricedShop({ id: 'sh_three' }))
    await stock({})
    const few = makeShelves({ store, clock, keep: 2 })
    const one = await few(SHOP_ID)
    const two = await few('sh_two')
    expect(two.entries).toEqual([])
    await few(SHOP_ID)
    await few('sh_three')
    expect((await few(SHOP_ID)).entries).toBe(one.entries)
    expect((await few('sh_two')).entries).not.toBe(two.entries)
  })
})

describe('what the panel’s balance does not cover', () => {
  /** A panel in rupiah: 10 of the first cost 100, 1000 of the second 10,000. */
  const told = async (amount: string, change: { currency?: string; at?: number } = {}) => {
    const { at = clock.now(), ...currency } = change
    await store.providers.change(SHOP_ID, PANEL_ID, (panel) => ({
      ...panel,
      balance: { amount, at: at as never, ...currency },
    }))
  }
  const sold = async () => (await shelf(SHOP_ID)).entries.map(({ mid }) => mid)
  beforeEach(() => stock({}, { min: 1000 }))

  test('even of the least is not shown, by no door; the others keep their numbers', async () => {
    await told('9999')
    const goods = await shelf(SHOP_ID)
    expect([goods.entries.map(({ mid }) => mid), goods.window()]).toEqual([[1], ['sv_1']])
    expect([goods.byMid(2), goods.line('sv_2'), goods.largestWithin('sv_2', 1e6)]).toEqual([
      undefined,
      null,
      undefined,
    ])
    await told('10000')
    expect(await sold()).toEqual([1, 2])
    await told('-5')
    expect(await sold()).toEqual([])
  })

  test('comes back once the reading is old, though nothing was written since', async () => {
    await told('0')
    expect(await sold()).toEqual([])
    clock.advance(30 * MINUTE)
    expect(await sold()).toEqual([])
    clock.advance(1)
    expect(await sold()).toEqual([1, 2])
  })

  test('is sold when nobody has read it, or it is told in another currency than the rates', async () => {
    expect(await sold()).toEqual([1, 2])
    await told('1', { currency: 'USD' })
    expect(await sold()).toEqual([1, 2])
    await told('1', { currency: 'IDR' })
    expect(await sold()).toEqual([])
    await told('many')
    expect(await sold()).toEqual([1, 2])
  })

  test('is made in pieces, others have their turn in between, and one that was changed is what a new one would be', async () => {
    const many = Array.from({ length: 700 }, (_, i): Change => ({ rate: String(1000 + i) }))
    await stock(...many)
    let turns = 0
    const pause = async () => {
      turns++
    }
    const sliced = makeShelves({ store, clock, pause })
    const told = ({ entries, line }: Goods) =>
      JSON.stringify([entries, entries.map(({ mid }) => line(`sv_${mid}`))])
    const same = async () => {
      const fresh = await makeShelves({ store, clock })(SHOP_ID)
      const kept = await sliced(SHOP_ID)
      expect(told(kept)).toBe(told(fresh))
      return kept.entries.length
    }
    expect(await same()).toBe(700)
    expect(turns).toBeGreaterThan(3)
    const change = (id: string, to: Change) =>
      store.services.change(SHOP_ID, id, (one) => ({ ...one, ...to }))
    await change('sv_3', { rate: '77000' })
    await change('sv_300', { onSale: false })
    await change('sv_301', { pin: 5000, own: { displayName: 'Jempolan' } })
    expect(await same()).toBe(699)
    await store.shops.change(SHOP_ID, (shop) => ({ ...shop, window: { '1': 'sv_500' } }))
    expect(await same()).toBe(699)
    await store.shops.change(SHOP_ID, (shop) => ({
      ...shop,
      settings: { ...shop.settings, margin: '90', language: 'en' },
    }))
    expect(await same()).toBe(699)
    await store.providers.change(SHOP_ID, PANEL_ID, (panel) => ({ ...panel, disabled: true }))
    expect(await same()).toBe(0)
  })
})
