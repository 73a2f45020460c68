// Services that stand in for another: what fits, how they are listed, and what the seller may not map.
import { describe, expect, test } from 'bun:test'
import { unfitAmong } from '../../src/catalog/alternatives.ts'
import { uncoveredOf } from '../../src/catalog/rows.ts'
import { SHOP as S1, service } from '../store/contract/support.ts'
import { connected, imported, openStall, type Row, row, SHOP, services } from './stall.ts'

const ROWS: Row[] = [
  row(1),
  row(2, { rate: '7000' }),
  row(3, { rate: '8000' }),
  row(4, { name: 'Instagram Likes', category: 'Instagram Likes' }),
  row(5, { name: 'TikTok Followers', category: 'TikTok Followers' }),
  row(6, { type: 'Custom Comments', name: 'Instagram Comments', category: 'Instagram Comments' }),
  row(7, { rate: '1' }),
]

const stocked = async () => {
  const stall = await openStall({ services: ROWS })
  const { id } = await connected(stall)
  await imported(stall, id)
  stall.panel.setServices(ROWS.slice(0, 6))
  await stall.work.sync({ shop: SHOP, provider: id })
  const ids = Object.fromEntries((await services(stall)).map((one) => [one.service_id_api, one.id]))
  const of = (panelId: string) => ids[panelId] ?? ''
  const map = (id: string, alternatives: string[]) =>
    stall.shop().then((shop) => stall.catalogue.edit(shop, of(id), { alternatives }))
  const listed = async (text?: string) =>
    (
      await stall.catalogue.candidates(await stall.shop(), {
        service: of('1'),
        limit: 30,
        ...(text ? { text } : {}),
      })
    )?.map((one) => [one.service.service_id_api, one.mapped, one.cost])
  return { stall, of, map, listed, provider: id }
}

test('the same thing for the same link, by cost, the mapped ones first and in their order', async () => {
  const { of, map, listed } = await stocked()
  expect(await listed()).toEqual([
    ['2', false, 7000],
    ['3', false, 8000],
  ])
  expect(await map('1', [of('3')])).toEqual({ ok: true })
  expect(await listed()).toEqual([
    ['3', true, 8000],
    ['2', false, 7000],
  ])
  expect(await map('1', [of('2'), of('3')])).toEqual({ ok: true })
  expect((await listed())?.map(([id]) => id)).toEqual(['2', '3'])
  expect(await listed('S3')).toEqual([['3', true, 8000]])
})

test('a panel that is switched off offers nothing', async () => {
  const { stall, listed, provider } = await stocked()
  await stall.store.providers.change(SHOP, provider, (one) => ({ ...one, disabled: true }))
  expect(await listed()).toEqual([])
})

describe('a mapping is refused', () => {
  test.each([
    ['another kind', '4'],
    ['another platform', '5'],
    ['another type', '6'],
    ['itself', '1'],
    ['what has vanished', '7'],
    ['what is not there', 'none'],
  ])('with %s', async (_what, other) => {
    const { stall, of, map } = await stocked()
    await map('1', [of('2')])
    expect(await map('1', [of('3'), of(other)])).toMatchObject({ ok: false, reason: 'badAlternative' })
    expect((await stall.store.services.get(SHOP, of('1')))?.alternatives).toEqual([of('2')])
  })

  test('named twice, or more than five', async () => {
    const { of, map } = await stocked()
    expect(await map('1', [of('2'), of('2')])).toMatchObject({ reason: 'badAlternative' })
    expect(await map('1', ['a', 'b', 'c', 'd', 'e', 'f'])).toMatchObject({ reason: 'badAlternative' })
  })

  test('of another shop, even by its own id', async () => {
    const { stall, of } = await stocked()
    const theirs = { ...service(1), id: 'sv_theirs', shop: 's_9' }
    await stall.store.services.putLot('s_9', [theirs])
    const unfit = await unfitAmong(stall, S1, { id: of('1'), wanted: ['sv_theirs'] })
    expect(unfit).toBe('sv_theirs')
  })
})

test('an empty list takes the mapping away; other edits and another import leave it', async () => {
  const { stall, of, map, provider } = await stocked()
  await map('1', [of('2')])
  await stall.catalogue.edit(await stall.shop(), of('1'), { displayName: 'Pengikut' })
  stall.panel.setServices([row(1, { rate: '9500' }), ...ROWS.slice(1, 6)])
  await stall.work.sync({ shop: SHOP, provider })
  const stored = await stall.store.services.get(SHOP, of('1'))
  expect([stored?.rate, stored?.alternatives, stored?.own.displayName]).toEqual([
    '9500',
    [of('2')],
    'Pengikut',
  ])
  expect((await stall.catalogue.rows(await stall.shop(), { ids: [of('1')] }))[0]?.alternatives).toEqual([
    of('2'),
  ])
  await map('1', [])
  expect((await stall.store.services.get(SHOP, of('1')))?.alternatives).toBeUndefined()
})

test('a service on sale shows when the balance does not cover its least quantity; an unread balance stops nothing', async () => {
  const { stall, of, provider } = await stocked()
  const shop = await stall.shop()
  await stall.catalogue.setOnSale(shop, [of('1'), of('2')], true)
  const uncovered = async () => ({
    rows: (await stall.catalogue.rows(shop, {}))
      .filter((one) => one.uncovered)
      .map(({ service_id_api }) => service_id_api),
    count: (await uncoveredOf(stall, shop)).get(provider) ?? 0,
  })
  const balance = (amount: string) =>
    stall.store.providers.change(SHOP, provider, (one) => ({ ...one, balance: { amount, at: 1 } }))
  await stall.store.providers.change(SHOP, provider, ({ balance: _, ...one }) => one)
  expect(await uncovered()).toEqual({ rows: [], count: 0 })
  // The least is ten: 90 and 70 rupiah.
  await balance('89.99')
  expect(await uncovered()).toEqual({ rows: ['1'], count: 1 })
  await balance('90')
  expect(await uncovered()).toEqual({ rows: [], count: 0 })
  await balance('-5')
  expect(await uncovered()).toEqual({ rows: ['1', '2'], count: 2 })
})
