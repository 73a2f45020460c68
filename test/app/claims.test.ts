// What was read of a service, put right by its seller in the dashboard, and read anew at the start of a newer version.
import { expect, test } from 'bun:test'
import { type Browser, PERSON, setUp, stockUp, whole } from '../support/whole.ts'

type Row = {
  id: string
  madeName: string
  kind: string
  country?: string
  guaranteeDays?: number
  corrected: string[]
  asRead?: object
}
type Line = { what: string; data?: Record<string, unknown> }

const rowOf = async (browser: Browser, shop: string, id: string): Promise<Row> => {
  const { rows } = await browser.get<{ rows: Row[] }>(`/shops/${shop}/services?limit=200`)
  const row = rows.find((one) => one.id === id)
  if (!row) throw new Error('no such row')
  return row
}

const stocked = async () => {
  const at = await whole()
  const browser = at.browser()
  const { practice: shop } = await setUp(at, browser)
  await stockUp(at, browser, shop)
  const { rows } = await browser.get<{ rows: Row[] }>(
    `/shops/${shop}/services?limit=200&platform=instagram&kind=followers`,
  )
  const row = rows.find(({ country, guaranteeDays }) => country === 'ID' && guaranteeDays)
  if (!row) throw new Error('the practice panel has no Indonesian followers')
  return { at, browser, shop, row }
}

test('a fact is put right once, shown as the seller’s beside what was read, told in the audit, and taken back', async () => {
  const { at, browser, shop, row } = await stocked()
  expect(row.corrected).toEqual([])
  const path = `/shops/${shop}/services/${row.id}`
  await browser.put(path, { country: 'MY', guaranteeDays: 0, kind: 'likes', speedPerDay: 500 })
  const right = await rowOf(browser, shop, row.id)
  expect(right).toMatchObject({
    kind: 'likes',
    country: 'MY',
    linkKind: 'post',
    noGuarantee: true,
    speedPerDay: 500,
  })
  expect([...right.corrected].sort()).toEqual(['country', 'guaranteeDays', 'kind', 'speedPerDay'])
  expect(right.asRead).toMatchObject({ kind: 'followers', country: 'ID', guaranteeDays: row.guaranteeDays })
  expect(right.madeName).toContain('Likes')
  const { rows: lines } = await browser.get<{ rows: Line[] }>(`/shops/${shop}/audit`)
  expect(lines.find(({ what }) => what === 'service.changed')?.data).toMatchObject({
    country: 'MY',
    guaranteeDays: 0,
    kind: 'likes',
    speedPerDay: 500,
  })
  await browser.put(path, { country: null, guaranteeDays: null, kind: null, speedPerDay: null })
  const back = await rowOf(browser, shop, row.id)
  expect(back).toMatchObject({
    kind: 'followers',
    country: 'ID',
    guaranteeDays: row.guaranteeDays,
    corrected: [],
  })
  await at.stop()
})

test('what is no fact is refused, and nothing is changed by it', async () => {
  const { at, browser, shop, row } = await stocked()
  const bad = [
    { country: 'Indonesia' },
    { country: 'id' },
    { kind: 'money' },
    { platform: '' },
    { linkKind: 'bank' },
    { guaranteeDays: -1 },
    { speedPerDay: 0.5 },
    { guaranteeDays: '30' },
  ]
  for (const change of bad) {
    const answered = await browser.put(`/shops/${shop}/services/${row.id}`, change).catch(() => 'refused')
    expect([change, answered]).toEqual([change, 'refused'])
  }
  expect(await rowOf(browser, shop, row.id)).toEqual(row)
  await at.stop()
})

test('a newer version reads every shop anew when it starts, and its health tells so', async () => {
  const { at, browser, shop, row } = await stocked()
  const { store } = at.app
  const old = { tables: 1, platform: 'instagram', kind: 'other', linkKind: 'any', traits: [] } as const
  await store.services.change(shop, row.id, (one) => ({ ...one, facts: { ...old, traits: [] } }))
  await store.shops.change(shop, (one) => ({ ...one, factTables: 1 }))
  await browser.post('/session', PERSON)
  const facts = async () =>
    (await browser.get<{ facts: { tables: number; behind: number } }>('/platform')).facts
  expect(await facts()).toMatchObject({ behind: 1 })
  await at.app.start()
  await at.app.drain()
  for (let tries = 0; (await facts()).behind > 0 && tries < 100; tries++) await Bun.sleep(20)
  expect(await facts()).toMatchObject({ behind: 0 })
  expect(await rowOf(browser, shop, row.id)).toEqual(row)
  await at.stop()
})
