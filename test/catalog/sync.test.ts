// Syncs: what they bring up to date, what they never do, and that one serves all who wait.

import { describe, expect, test } from 'bun:test'
import { makeQuoting } from '../../src/catalog/quote.ts'
import { DAY, HOUR, MINUTE } from '../../src/lib/clock.ts'
import type { Order } from '../../src/model/order.ts'
import { newOrder, quote } from '../store/contract/support.ts'
import {
  connected,
  imported,
  makeCatalogueWork,
  openStall,
  row,
  SHOP,
  type Stall,
  services,
} from './stall.ts'

const stocked = async (rows = [row(1), row(2), row(3)], panel: Parameters<typeof openStall>[0] = {}) => {
  const stall = await openStall({ services: rows, ...panel })
  const { id } = await connected(stall)
  await imported(stall, id)
  const ids = (await services(stall)).map((one) => one.id)
  await stall.catalogue.setOnSale(await stall.shop(), ids, true)
  return { stall, id, panelOf: { shop: SHOP, provider: id } }
}
const state = async (stall: Stall) =>
  (await services(stall)).map(({ service_id_api, onSale, vanishedAt }) => [
    service_id_api,
    onSale,
    vanishedAt,
  ])
const asked = (stall: Stall, action: string) =>
  stall.panel.calls.filter((call) => call.action === action).length

describe('a sync', () => {
  test('brings rates and limits up to date, counts what is new, and gives no number', async () => {
    const { stall, id, panelOf } = await stocked()
    stall.clock.advance(HOUR)
    stall.panel.setServices([row(1, { rate: '9900', min: '20' }), row(2), row(3), row(4)])
    expect(await stall.work.sync(panelOf)).toEqual({ ok: true, counts: { new: 1, changed: 1, vanished: 0 } })
    expect(await services(stall)).toMatchObject([
      { mid: 1, rate: '9900', min: 20, onSale: true, seenAt: stall.clock.now() },
      { mid: 2 },
      { mid: 3 },
    ])
    expect((await services(stall)).length).toBe(3)
    expect((await stall.shop()).nextMid).toBe(4)
    expect(await stall.store.providers.get(SHOP, id)).toMatchObject({
      catalogue: { at: stall.clock.now(), rows: 4 },
      currency: 'IDR',
    })
  })

  test('writes nothing where nothing changed', async () => {
    const { stall, panelOf } = await stocked()
    const before = await stall.store.services.version(SHOP)
    await stall.work.sync(panelOf)
    expect(await stall.store.services.version(SHOP)).toBe(before)
  })

  test('what vanished is not sold at once, is sold again when it comes back, and leaves for good after two days', async () => {
    const { stall, panelOf } = await stocked()
    const gone = stall.clock.now()
    stall.panel.setServices([row(1), row(2)])
    await stall.work.sync(panelOf)
    expect(await state(stall)).toEqual([
      ['1', true, undefined],
      ['2', true, undefined],
      ['3', true, gone],
    ])
    stall.clock.advance(2 * DAY - 1)
    await stall.work.sync(panelOf)
    expect((await state(stall))[2]).toEqual(['3', true, gone])
    stall.panel.setServices([row(1), row(2), row(3)])
    await stall.work.sync(panelOf)
    expect((await state(stall))[2]).toEqual(['3', true, undefined])
    stall.panel.setServices([row(1), row(2)])
    await stall.work.sync(panelOf)
    stall.clock.advance(2 * DAY)
    await stall.work.sync(panelOf)
    expect((await state(stall))[2]).toMatchObject(['3', false, expect.any(Number)])
    stall.panel.setServices([row(1), row(2), row(3)])
    await stall.work.sync(panelOf)
    expect((await state(stall))[2]).toEqual(['3', false, undefined])
  })

  test('that fails, or is suddenly short, switches nothing off, however long it lasts', async () => {
    const { stall, id, panelOf } = await stocked()
    const before = await services(stall)
    for (const kind of ['error500', 'html', 'empty', 'reset', 'ip'] as const) {
      stall.panel.fault(kind, 1, { action: 'services' })
      expect((await stall.work.sync(panelOf)).ok).toBe(false)
    }
    for (const rows of [[], [row(1)], { error: 'Incorrect request' }, 'nonsense']) {
      stall.panel.setServices(rows)
      stall.clock.advance(3 * DAY)
      expect((await stall.work.sync(panelOf)).ok).toBe(false)
      expect((await stall.store.providers.get(SHOP, id))?.lastFault?.at).toBe(stall.clock.now())
    }
    expect(await services(stall)).toEqual(before)
    stall.panel.setServices([row(1), row(2), row(3)])
    expect((await stall.work.sync(panelOf)).ok).toBe(true)
    expect((await stall.store.providers.get(SHOP, id))?.lastFault).toBeUndefined()
  })

  test('takes no rate that is in another currency than before', async () => {
    const { stall, panelOf } = await stocked([row(1)], { panel: { currency: 'IDR' } })
    stall.panel.fault('answer', 1, { action: 'balance', text: '{"balance":"5","currency":"USD"}' })
    stall.panel.setServices([row(1, { rate: '0.6' })])
    expect(await stall.work.sync(panelOf)).toMatchObject({ ok: false, reason: 'currency' })
    expect(await services(stall)).toMatchObject([{ rate: '9000' }])
    expect(asked(stall, 'services')).toBe(1)
  })

  test('is not made of a panel that is switched off or gone; the job ends in every case', async () => {
    const { stall, id, panelOf } = await stocked()
    const before = stall.panel.calls.length
    await stall.providers.edit(await stall.shop(), id, { disabled: true })
    expect(await stall.work.sync(panelOf)).toMatchObject({ reason: 'off' })
    expect(await stall.work.sync({ shop: SHOP, provider: 'p_none' })).toMatchObject({ reason: 'notFound' })
    expect(await stall.work.runSync({ shop: SHOP, provider: id })).toBe('done')
    expect(await stall.work.runSync({})).toBe('done')
    expect(stall.panel.calls.length).toBe(before)
  })
})

describe('freshness', () => {
  test('within half an hour nobody asks; after it one sync serves all who wait', async () => {
    const { stall, id } = await stocked()
    stall.clock.advance(30 * MINUTE)
    expect(await stall.work.freshen(SHOP, id)).toBe(true)
    expect(asked(stall, 'services')).toBe(1)
    stall.clock.advance(1)
    expect(await Promise.all(Array.from({ length: 20 }, () => stall.work.freshen(SHOP, id)))).toEqual(
      Array(20).fill(true),
    )
    expect(asked(stall, 'services')).toBe(2)
    await stall.work.freshen(SHOP, id)
    expect(asked(stall, 'services')).toBe(2)
  })

  test('a panel that failed is left alone for a minute; all who waited are told', async () => {
    const { stall, id } = await stocked()
    stall.clock.advance(HOUR)
    stall.panel.fault('error500', 1, { action: 'services' })
    expect(await Promise.all([stall.work.freshen(SHOP, id), stall.work.freshen(SHOP, id)])).toEqual([
      false,
      false,
    ])
    expect(await stall.work.freshen(SHOP, id)).toBe(false)
    expect(asked(stall, 'services')).toBe(2)
    stall.clock.advance(MINUTE)
    expect(await stall.work.freshen(SHOP, id)).toBe(true)
    expect(asked(stall, 'services')).toBe(3)
  })

  test('who waits has patience for five seconds, then the last good catalogue stands; the sync goes on', async () => {
    const { stall, id } = await stocked()
    const waits: number[] = []
    const impatient = makeCatalogueWork({ ...stall.deps, wait: async (ms) => void waits.push(ms) })
    stall.clock.advance(HOUR)
    const answers = [impatient.freshen(SHOP, id), impatient.freshen(SHOP, id)]
    expect(await Promise.all(answers)).toEqual([false, false])
    expect(waits).toEqual([5000, 5000])
    await impatient.sync({ shop: SHOP, provider: id })
    expect(asked(stall, 'services')).toBe(2)
    expect(await impatient.freshen(SHOP, id)).toBe(true)
  })

  test('nobody waits for a panel that is switched off', async () => {
    const { stall, id } = await stocked()
    await stall.providers.edit(await stall.shop(), id, { disabled: true })
    stall.clock.advance(HOUR)
    expect(await stall.work.freshen(SHOP, id)).toBe(false)
    expect(asked(stall, 'services')).toBe(1)
  })
})

describe('what an order costs now', () => {
  const orderOf = async (stall: Stall, change = {}): Promise<Order> => {
    const [service] = await services(stall)
    return newOrder(1, {
      quote: quote({
        service: service?.id ?? '',
        provider: service?.provider ?? '',
        quantity: 2000,
        ...change,
      }),
    })
  }

  const costNow = async (stall: Stall, order: Order) =>
    (await stall.work.offerNow(order, order.quote))?.cost.rupiah ?? null

  test('by the rate of a fresh catalogue, exchange and buffer in, whole rupiah upwards, whatever the margin', async () => {
    const { stall } = await stocked([row(1, { rate: '0.9001' })], { panel: { currency: 'USD' } })
    await stall.store.shops.change(SHOP, ({ settings: { margin: _, ...settings }, ...shop }) => ({
      ...shop,
      settings,
      exchange: { USD: { rate: '16000', at: 0, buffer: 3 } },
    }))
    expect(await costNow(stall, await orderOf(stall))).toBe(29_668)
    stall.clock.advance(HOUR)
    stall.panel.setServices([row(1, { rate: '1.8' })])
    expect(await costNow(stall, await orderOf(stall))).toBe(59_328)
  })

  test('by the last good catalogue while the panel is down; null for what is no longer there or is something else now', async () => {
    const { stall, id } = await stocked()
    const order = await orderOf(stall)
    stall.clock.advance(HOUR)
    stall.panel.fault('error500', 1, { action: 'services' })
    expect(await costNow(stall, order)).toBe(18_000)
    expect(await costNow(stall, await orderOf(stall, { type: 'package' }))).toBeNull()
    expect(await costNow(stall, await orderOf(stall, { service: 'sv_none' }))).toBeNull()
    stall.panel.setServices([row(2), row(3)])
    stall.clock.advance(MINUTE)
    expect(await costNow(stall, order)).toBeNull()
    expect(await costNow(stall, { ...order, shop: 's_none' })).toBeNull()
    expect(await stall.store.providers.get(SHOP, id)).toMatchObject({ catalogue: { rows: 2 } })
  })

  test('null, too, once the panel sells another thing of the same type under that number', async () => {
    const { stall } = await stocked()
    const [service] = await services(stall)
    const offered = service && (await makeQuoting(stall).offer(SHOP, { ...service, onSale: true }))
    expect(offered?.sells).toEqual({ platform: 'instagram', kind: 'followers' })
    const order = await orderOf(stall, { sells: offered?.sells })
    const old = await orderOf(stall)
    expect(await costNow(stall, order)).toBe(18_000)
    stall.clock.advance(HOUR)
    stall.panel.setServices(
      [1, 2, 3].map((n) => row(n, { name: `Instagram Likes S${n}`, category: 'Instagram Likes' })),
    )
    expect(await costNow(stall, order)).toBeNull()
    expect(await costNow(stall, old)).toBe(18_000)
  })
})
