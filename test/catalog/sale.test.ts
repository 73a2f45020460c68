// On sale, own words, the proposal, the window, and the rows that the dashboard lists.
import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { numbersOf } from '../../src/catalog/numbers.ts'
import { tradeIn } from '../../src/catalog/window.ts'
import type { ServiceRow } from '../../src/http/api/views.ts'
import type { Shop } from '../../src/model/shop.ts'
import {
  connected,
  imported,
  openStall,
  type Row,
  row,
  SHOP,
  type Stall,
  type StallOptions,
  services,
} from './stall.ts'

const stocked = async (rows: Row[], options: StallOptions = {}) => {
  const stall = await openStall({ services: rows, ...options })
  const { id } = await connected(stall)
  await imported(stall, id)
  const ids = (await services(stall)).map((one) => one.id)
  return { stall, id, ids, shop: await stall.shop() }
}
const like = (name: string, id: number, rate: string, change: Row = {}): Row =>
  row(id, { name, category: name, rate, ...change })
const listed = async (stall: Stall, filter = {}): Promise<ServiceRow[]> =>
  stall.catalogue.rows(await stall.shop(), filter)
const shown = async (stall: Stall) =>
  (await listed(stall, { limit: 10 })).map(({ mid, service_id_api }) => [mid, service_id_api])

describe('putting on sale', () => {
  test('is refused with a reason of its own for each service, and done for the rest', async () => {
    const { stall, id, ids, shop } = await stocked([
      row(1),
      row(2, { type: 'Subscriptions' }),
      row(3),
      row(4),
    ])
    stall.panel.setServices([row(1), row(2, { type: 'Subscriptions' }), row(3)])
    await stall.work.sync({ shop: SHOP, provider: id })
    expect(await stall.catalogue.setOnSale(shop, [...ids, 'sv_none', ids[0] ?? ''], true)).toEqual({
      changed: 2,
      refused: [
        { id: ids[1] ?? '', reason: 'type' },
        { id: ids[3] ?? '', reason: 'vanished' },
        { id: 'sv_none', reason: 'notFound' },
      ],
    })
    expect((await services(stall)).map(({ onSale }) => onSale)).toEqual([true, false, true, false])
    expect(await stall.catalogue.setOnSale(shop, ids.slice(0, 1), true)).toEqual({ changed: 0, refused: [] })
    expect(await stall.catalogue.setOnSale(shop, ids, false)).toEqual({ changed: 2, refused: [] })
    expect(await stall.catalogue.setOnSale({ ...shop, id: 's_2' }, ids, false)).toEqual({
      changed: 0,
      refused: [],
    })
  })

  test('needs a margin, the exchange rate of another currency, and a panel in use', async () => {
    const { stall, id, ids } = await stocked([row(1, { rate: '0.9' })], { panel: { currency: 'USD' } })
    const reason = async () =>
      (await stall.catalogue.setOnSale(await stall.shop(), ids, true)).refused.map((one) => one.reason)
    await stall.store.shops.change(SHOP, ({ settings: { margin: _, ...settings }, ...shop }) => ({
      ...shop,
      settings,
    }))
    expect(await reason()).toEqual(['margin'])
    await stall.store.shops.change(SHOP, (shop) => ({ ...shop, settings: { ...shop.settings, margin: '0' } }))
    expect(await reason()).toEqual(['exchange'])
    await stall.store.shops.change(SHOP, (shop) => ({
      ...shop,
      exchange: { USD: { rate: '16000', at: 0, buffer: 3 } },
    }))
    await stall.providers.edit(await stall.shop(), id, { disabled: true })
    expect(await reason()).toEqual(['provider'])
    await stall.providers.edit(await stall.shop(), id, { disabled: false })
    expect(await reason()).toEqual([])
    expect(await services(stall)).toMatchObject([{ onSale: true }])
  })

  test('a panel that tells no currency sells nothing until the seller says it', async () => {
    const { stall, id, ids } = await stocked([row(1)], { panel: { currency: '' } })
    expect(await stall.catalogue.setOnSale(await stall.shop(), ids, true)).toMatchObject({
      refused: [{ reason: 'noPrice' }],
    })
    await stall.providers.edit(await stall.shop(), id, { currency: 'IDR' })
    expect(await stall.catalogue.setOnSale(await stall.shop(), ids, true)).toEqual({
      changed: 1,
      refused: [],
    })
  })
})

describe('own words', () => {
  test('stand beside what was made; an empty one gives the made one back', async () => {
    const { stall, ids, shop } = await stocked([row(1)])
    const [id = ''] = ids
    const edit = (words: Parameters<typeof stall.catalogue.edit>[2]) => stall.catalogue.edit(shop, id, words)
    expect(
      await edit({
        displayName: ' Pengikut\n  IG\u0000\u200b ',
        displayDescription: 'Satu\r\n\n Dua',
        displayNote: 'Kirim link',
      }),
    ).toEqual({ ok: true })
    expect((await services(stall))[0]?.own).toEqual({
      displayName: 'Pengikut IG',
      displayDescription: 'Satu\nDua',
      displayNote: 'Kirim link',
    })
    expect(await edit({ displayName: '', displayNote: '   ' })).toEqual({ ok: true })
    expect((await services(stall))[0]?.own).toEqual({ displayDescription: 'Satu\nDua' })
    expect(await stall.catalogue.edit(shop, 'sv_none', { displayName: 'x' })).toMatchObject({
      reason: 'notFound',
    })
    expect(await stall.catalogue.edit({ ...shop, id: 's_2' }, id, { displayName: 'x' })).toMatchObject({
      reason: 'notFound',
    })
  })

  test('have at most 32, 300 and 120 characters as people count them', async () => {
    const { stall, ids, shop } = await stocked([row(1)])
    const [id = ''] = ids
    const edit = (words: Parameters<typeof stall.catalogue.edit>[2]) => stall.catalogue.edit(shop, id, words)
    expect(
      await edit({
        displayName: '🔥'.repeat(32),
        displayDescription: 'x'.repeat(300),
        displayNote: 'y'.repeat(120),
      }),
    ).toEqual({ ok: true })
    for (const words of [
      { displayName: '🔥'.repeat(33) },
      { displayDescription: 'x'.repeat(301) },
      { displayNote: 'y'.repeat(121) },
    ])
      expect(await edit(words)).toMatchObject({ reason: 'tooLong' })
    expect((await services(stall))[0]?.own.displayName).toBe('🔥'.repeat(32))
  })

  test('a fixed price and a corrected guarantee are set, bounded and taken back', async () => {
    const { stall, ids, shop } = await stocked([row(1, { name: 'Instagram Followers R30' })])
    const [id = ''] = ids
    const edit = (words: Parameters<typeof stall.catalogue.edit>[2]) => stall.catalogue.edit(shop, id, words)
    for (const words of [
      { pin: 0 },
      { pin: 1.5 },
      { pin: Number.NaN },
      { guaranteeDays: -1 },
      { guaranteeDays: 36_501 },
    ])
      expect(await edit(words)).toMatchObject({ reason: 'invalid' })
    await edit({ pin: 20_000, guaranteeDays: 7 })
    expect(await listed(stall)).toMatchObject([{ pin: 20_000, price: 20_000, cost: 9000, guaranteeDays: 7 }])
    await edit({ pin: null, guaranteeDays: 0 })
    const [none] = await listed(stall)
    expect([none?.pin, none?.price, none?.guaranteeDays]).toEqual([undefined, 11_300, undefined])
    await edit({ guaranteeDays: null })
    expect(await listed(stall)).toMatchObject([{ guaranteeDays: 30 }])
  })
})

describe('Pilih yang dijual', () => {
  const market = [
    like('Instagram Likes', 1, '500'),
    like('Instagram Followers', 2, '9000'),
    like('Instagram Followers Refill 30 Days', 3, '12000'),
    like('Instagram Followers Indonesia', 4, '40000'),
    like('Instagram Followers', 5, '8000'),
    like('Instagram Followers Indonesia R30', 6, '45000'),
    like('TikTok Followers', 7, '20000', { type: 'Poll' }),
    like('TikTok Views', 8, '50'),
    like('TikTok Followers', 9, '21000'),
  ]

  test('proposes per platform and kind the cheapest, with guarantee, with Indonesian accounts; what sells most first', async () => {
    const { stall, shop } = await stocked(market)
    expect((await stall.catalogue.proposal(shop)).map((one) => one.service_id_api)).toEqual([
      '5',
      '1',
      '9',
      '8',
      '3',
      '4',
    ])
  })

  test('at most thirty, none of it on sale already, off or gone', async () => {
    const names = ['Instagram', 'TikTok', 'YouTube', 'Facebook', 'Telegram', 'Twitter', 'Spotify', 'Threads']
    const kinds = ['Followers', 'Likes', 'Views', 'Comments', 'Shares', 'Saves']
    const rows = names.flatMap((name, n) =>
      kinds.flatMap((kind, k) => [
        like(`${name} ${kind}`, 100 * n + 10 * k + 1, '1000'),
        like(`${name} ${kind} Indonesia R30`, 100 * n + 10 * k + 2, '2000'),
      ]),
    )
    const { stall, id, shop } = await stocked(rows)
    const first = await stall.catalogue.proposal(shop)
    expect(first.length).toBe(30)
    expect(new Set(first.map((one) => one.id)).size).toBe(30)
    await stall.catalogue.accept(
      shop,
      first.map((one) => one.id),
    )
    expect(await stall.catalogue.proposal(await stall.shop())).toEqual([])
    await stall.providers.edit(shop, id, { disabled: true })
    await stall.catalogue.setOnSale(
      shop,
      first.map((one) => one.id),
      false,
    )
    expect(await stall.catalogue.proposal(await stall.shop())).toEqual([])
  })

  test('accepting puts on sale and fills the window in order; a second time the window that sells stays as it is', async () => {
    const { stall, ids, shop } = await stocked(
      Array.from({ length: 25 }, (_, i) => row(i + 1, { rate: String(1000 + i) })),
    )
    const wanted = [20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 3].map((n) => ids[n - 1] ?? '')
    expect(await stall.catalogue.accept(shop, wanted)).toEqual({ changed: 12, refused: [] })
    expect(await shown(stall)).toEqual(
      [20, 19, 18, 17, 16, 15, 14, 13, 12, 11].map((n, i) => [i + 1, String(n)]),
    )
    const before = (await stall.shop()).window
    expect(await stall.catalogue.accept(await stall.shop(), [ids[21] ?? '', ids[0] ?? ''])).toEqual({
      changed: 2,
      refused: [],
    })
    expect((await stall.shop()).window).toEqual(before)
    await stall.catalogue.setOnSale(shop, [ids[18] ?? ''], false)
    await stall.catalogue.accept(await stall.shop(), [ids[22] ?? '', ids[23] ?? ''])
    expect((await shown(stall))[1]).toEqual([2, '23'])
    expect((await services(stall)).map(({ mid }) => mid)).toEqual(Array.from({ length: 25 }, (_, i) => i + 1))
  })

  test('accepting nothing that can be sold changes no window', async () => {
    const { stall, ids, shop } = await stocked([row(1), row(2, { type: 'Poll' })])
    expect(await stall.catalogue.accept(shop, [ids[1] ?? ''])).toMatchObject({
      changed: 0,
      refused: [{ reason: 'type' }],
    })
    expect((await stall.shop()).window).toEqual({})
  })
})

describe('the window', () => {
  test('two services trade numbers; the import numbers stay; other numbers than 1 to 10 are refused', async () => {
    const { stall, ids, shop } = await stocked(Array.from({ length: 12 }, (_, i) => row(i + 1)))
    expect(await stall.catalogue.setWindow(shop, 1, ids[11] ?? '')).toEqual({ ok: true })
    expect((await listed(stall)).map(({ mid, service_id_api }) => [mid, service_id_api])).toEqual([
      [1, '12'],
      ...Array.from({ length: 10 }, (_, i) => [i + 2, String(i + 2)]),
      [12, '1'],
    ])
    expect(await stall.catalogue.setWindow(shop, 1, ids[11] ?? '')).toEqual({ ok: true })
    expect(await stall.catalogue.setWindow(shop, 1, ids[0] ?? '')).toEqual({ ok: true })
    expect((await stall.shop()).window).toEqual({})
    for (const number of [0, 11, 1.5, Number.NaN])
      expect(await stall.catalogue.setWindow(shop, number, ids[0] ?? '')).toMatchObject({
        reason: 'badNumber',
      })
    expect(await stall.catalogue.setWindow(shop, 1, 'sv_none')).toMatchObject({ reason: 'notFound' })
    expect((await services(stall)).map(({ mid }) => mid)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1))
  })

  test('trades made at once are all kept', async () => {
    const { stall, ids, shop } = await stocked(Array.from({ length: 20 }, (_, i) => row(i + 1)))
    await Promise.all(
      Array.from({ length: 9 }, (_, i) => stall.catalogue.setWindow(shop, i + 1, ids[10 + i] ?? '')),
    )
    expect((await shown(stall)).slice(0, 9)).toEqual(
      Array.from({ length: 9 }, (_, i) => [i + 1, String(11 + i)]),
    )
  })

  test('for any trades: exactly two numbers change, every number stays with one service', () => {
    const trades = fc.array(fc.record({ number: fc.integer({ min: 1, max: 10 }), pick: fc.nat() }), {
      maxLength: 25,
    })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), trades, (count, list) => {
        const known = Array.from({ length: count }, (_, i) => ({ id: `sv_${i + 1}`, mid: i + 1 }))
        let window: Shop['window'] = {}
        for (const { number, pick } of list) {
          const service = known[pick % count]!
          const before = numbersOf({ window }, known)
          const [from, there] = [before.of(service), before.at(number)]
          const after = numbersOf({ window: tradeIn(window, known, { number, service: service.id }) }, known)
          window = tradeIn(window, known, { number, service: service.id })
          for (const one of known) {
            const wanted = one.id === service.id ? number : one.id === there ? from : before.of(one)
            expect(after.of(one)).toBe(wanted)
            expect(after.at(wanted)).toBe(one.id)
          }
          expect(
            Object.entries(window).filter(
              ([at, id]) => known.find((one) => one.id === id)?.mid === Number(at),
            ),
          ).toEqual([])
        }
      }),
    )
  })
})

describe('the rows of the dashboard', () => {
  test('page by the number shown, without gaps or repeats, whatever was traded', async () => {
    const { stall, ids, shop } = await stocked(Array.from({ length: 30 }, (_, i) => row(i + 1)))
    for (const [number, mid] of [
      [1, 30],
      [2, 15],
      [10, 1],
      [3, 2],
    ] as const)
      await stall.catalogue.setWindow(shop, number, ids[mid - 1] ?? '')
    const pages: ServiceRow[] = []
    for (
      let page = await listed(stall, { limit: 7 });
      page.length > 0;
      page = await listed(stall, { limit: 7, after: pages.at(-1)?.mid ?? 0 })
    )
      pages.push(...page)
    expect(pages.map(({ mid }) => mid)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1))
    expect(new Set(pages.map(({ id }) => id)).size).toBe(30)
    expect(await listed(stall, { ids: [ids[29] ?? '', ids[4] ?? ''] })).toMatchObject([
      { mid: 1, service_id_api: '30' },
      { mid: 5 },
    ])
    expect(await listed(stall, { ids: [] })).toEqual([])
    expect(await listed(stall, { text: 'S30' })).toMatchObject([{ mid: 1, service_id_api: '30' }])
  })

  test('a service imported onto a number that another was placed on is listed where it is shown', async () => {
    const { stall, id, ids, shop } = await stocked(Array.from({ length: 5 }, (_, i) => row(i + 1)))
    await stall.catalogue.setWindow(shop, 9, ids[2] ?? '')
    stall.panel.setServices(Array.from({ length: 12 }, (_, i) => row(i + 1)))
    await imported(stall, id)
    const all = await listed(stall)
    expect(all.map(({ mid, service_id_api }) => [mid, service_id_api]).slice(2, 9)).toEqual([
      [3, '9'],
      [4, '4'],
      [5, '5'],
      [6, '6'],
      [7, '7'],
      [8, '8'],
      [9, '3'],
    ])
    expect((await listed(stall, { limit: 3 })).map(({ mid }) => mid)).toEqual([1, 2, 3])
    await stall.catalogue.setWindow(shop, 1, ids[2] ?? '')
    expect((await listed(stall)).map(({ mid }) => mid)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1))
  })

  test('show cost and price of 1000, of one package, and neither without a margin', async () => {
    const { stall } = await stocked([row(1), row(2, { type: 'Package', rate: '21500' })])
    expect(await listed(stall)).toMatchObject([
      { cost: 9000, price: 11_300, sellable: true },
      { cost: 21_500, price: 26_900, sellable: true },
    ])
    await stall.store.shops.change(SHOP, ({ settings: { margin: _, ...settings }, ...shop }) => ({
      ...shop,
      settings,
    }))
    for (const one of await listed(stall)) expect([one.cost, one.price]).toEqual([undefined, undefined])
  })

  test('a margin is shown on real rows before it is set', async () => {
    const { stall, ids, shop } = await stocked([
      row(1, { min: '5000' }),
      row(2, { type: 'Package', name: 'TikTok Likes', category: 'TikTok', rate: '21500' }),
    ])
    const { rows } = await stall.catalogue.priceExample(SHOP, '50')
    expect(rows).toMatchObject([
      { name: 'IG Followers', quantity: 5000, cost: 45_000, price: 67_500 },
      { quantity: 1, cost: 21_500, price: 32_300 },
    ])
    await stall.catalogue.setOnSale(shop, [ids[1] ?? ''], true)
    expect(await stall.catalogue.priceExample(SHOP, '50')).toEqual({ rows: rows.slice(1) })
    expect(await stall.catalogue.priceExample('s_none', '50')).toEqual({ rows: [] })
  })
})
