// The money of a shop over HTTP: its seller's figures, the admin's account of what is owed, who did what, and a copy to look through.
import { describe, expect, test } from 'bun:test'
import type { AuditPage } from '../../../src/http/api/audit.ts'
import type { MoneyView, OwedRow, OwedView } from '../../../src/http/api/money-views.ts'
import { markRestored } from '../../../src/reports/restored.ts'
import { sold } from '../../reports/goods.ts'
import { setUp, whole } from '../../support/whole.ts'

const SELLER = { email: 'budi@toko.example', password: 'rahasia-hujan-di-bulan' }

const desk = async () => {
  const at = await whole()
  const admin = at.browser()
  const own = await setUp(at, admin)
  const { link } = await admin.post<{ link: string }>('/invitations', { email: SELLER.email })
  const seller = at.browser()
  const token = new URL(link.replace('#/join', '')).searchParams.get('token')
  const { shops } = await seller.post<{ shops: { id: string; mode: string }[] }>('/invitations/take', {
    token,
    ...SELLER,
  })
  const shop = shops.find(({ mode }) => mode === 'live')?.id ?? ''
  /** A sale of the seller's shop on the platform's keys. */
  const sale = (price: number) =>
    sold(at.app.store, { at: at.clock.now(), shop, price, bill: { platform: true, fee: '0.7' } })
  return { at, admin, seller, shop, own, sale, store: at.app.store, clock: at.clock }
}

let forms = 0
const payout = (amount: number, change: object = {}) => {
  forms += 1
  return { id: `form-0123456789-${forms}`, amount, day: '2026-11-24', proof: 'BCA 20261124/77', ...change }
}

describe("the account of a shop on the platform's keys", () => {
  test('is kept by the admin, seen by the seller, and by no other shop', async () => {
    const { at, admin, seller, shop, own, sale } = await desk()
    await sale(100_000)
    const rows = await admin.get<OwedRow[]>('/platform/owed')
    expect(rows).toMatchObject([{ id: shop, owner: SELLER.email, settled: 100_000, fee: 700, owed: 99_300 }])
    const paid = await admin.post<OwedView>(`/platform/owed/${shop}/payouts`, payout(60_000))
    expect(paid).toMatchObject({
      owed: 39_300,
      paidOut: 60_000,
      payouts: [{ amount: 60_000, proof: 'BCA 20261124/77' }],
    })
    const seen = await seller.get<OwedView>(`/shops/${shop}/owed`)
    expect(seen).toEqual(paid)
    expect(seen.days).toMatchObject([{ day: '2026-11-24', settled: 100_000, paidOut: 60_000, owed: 39_300 }])
    expect((await seller.send('GET', '/api/platform/owed')).status).toBe(403)
    expect((await seller.send('POST', `/api/platform/owed/${shop}/payouts`, payout(1))).status).toBe(403)
    expect((await admin.send('GET', `/api/shops/${shop}/owed`)).status).toBe(404)
    expect((await admin.send('GET', `/api/platform/owed/${own.practice}`)).status).toBe(404)
    await at.stop()
  })

  test('refuses what is no payout, and asks again about one above what is owed', async () => {
    const { at, admin, shop, sale, store } = await desk()
    await sale(10_000)
    const path = `/api/platform/owed/${shop}/payouts`
    const tried = async (body: object) => {
      const response = await admin.send('POST', path, body)
      return [response.status, ((await response.json()) as { error?: { code: string } }).error?.code]
    }
    expect(await tried(payout(9931))).toEqual([409, 'aboveOwed'])
    expect(await tried(payout(0))).toEqual([422, 'amount'])
    expect(await tried(payout(1, { day: '2026-11-25' }))).toEqual([422, 'day'])
    expect(await tried(payout(1, { day: 'kemarin' }))).toEqual([400, 'invalid'])
    expect(await tried(payout(1.5))).toEqual([400, 'invalid'])
    expect(await tried(payout(1, { proof: '  ' }))).toEqual([400, 'invalid'])
    expect(await tried(payout(1, { id: 'x' }))).toEqual([400, 'invalid'])
    expect(await tried(payout(-1))).toEqual([409, 'abovePaidOut'])
    expect(await store.payouts.list(shop)).toEqual([])
    expect(await tried(payout(9931, { anyway: true }))).toEqual([200, undefined])
    const form = payout(5, { anyway: true })
    for (const again of await Promise.all([tried(form), tried(form), tried(form)]))
      expect(again).toEqual([200, undefined])
    expect(await store.payouts.list(shop)).toHaveLength(2)
    await at.stop()
  })

  test("the admin's rate counts for bills to come", async () => {
    const { at, admin } = await desk()
    expect(await admin.get<object>('/platform')).toMatchObject({ gatewayFee: '0.7' })
    await admin.put('/platform/fee', { gatewayFee: '0.3' })
    expect(await admin.get<object>('/platform')).toMatchObject({ gatewayFee: '0.3' })
    for (const gatewayFee of ['11', '-1', 'x', 0.3, null])
      expect((await admin.send('PUT', '/api/platform/fee', { gatewayFee })).status).toBe(400)
    await at.stop()
  })
})

test('the money page: today, seven days, thirty days, and how the shop stands', async () => {
  const { at, seller, shop, sale } = await desk()
  await sale(100_000)
  const page = await seller.get<MoneyView>(`/shops/${shop}/money`)
  expect(page.today).toMatchObject({ paid: 1, turnover: 100_000, gatewayFee: 700 })
  expect(page.month).toMatchObject({ paid: 1, profit: 100_000 - 9000 - 700 })
  expect(page.notYetWithdrawable).toBe(99_300)
  await at.stop()
})

describe('the audit', () => {
  test('names the customer that a line is about, in the shop and for the admin', async () => {
    const { at, admin, seller, shop, store, clock } = await desk()
    // Lines of one moment stand in no order of their own.
    clock.advance(1000)
    const now = clock.now()
    const id = 'cu_siti'
    await store.customers.ensure({
      id,
      shop,
      person: 'telegram:7',
      name: 'Siti',
      createdAt: now,
      seenAt: now,
      v: 1,
    })
    await seller.put(`/shops/${shop}/customers/${id}`, { blocked: true })
    for (const page of [
      await seller.get<AuditPage>(`/shops/${shop}/audit`),
      await admin.get<AuditPage>('/platform/audit'),
    ])
      expect(page.rows[0]).toMatchObject({ what: 'customer.blocked', about: 'Siti', data: { blocked: true } })
    await at.stop()
  })

  test('of a shop for its seller, of all and the platform for the admin; by e-mail, word and page', async () => {
    const { at, admin, seller, shop, clock } = await desk()
    for (let n = 0; n < 60; n++) {
      clock.advance(1000)
      await seller.put(`/shops/${shop}/settings`, { margin: String(10 + n) })
    }
    clock.advance(1000)
    await admin.put('/platform/blocked', { words: ['togel'] })
    const first = await seller.get<AuditPage>(`/shops/${shop}/audit`)
    expect(first.rows).toHaveLength(50)
    expect(first.rows[0]).toMatchObject({
      what: 'settings.changed',
      by: SELLER.email,
      role: 'seller',
      data: { margin: '69' },
    })
    const rest = await seller.get<AuditPage>(
      `/shops/${shop}/audit?before=${encodeURIComponent(first.next ?? '')}`,
    )
    expect(rest.rows).toHaveLength(10)
    expect(rest.next).toBeUndefined()
    expect(new Set([...first.rows, ...rest.rows].map(({ id }) => id)).size).toBe(60)
    const all = await admin.get<AuditPage>('/platform/audit')
    expect(all.rows[0]).toMatchObject({ what: 'blocked.changed', role: 'admin' })
    expect(all.rows[1]?.shop?.id).toBe(shop)
    const byWord = async (query: string) => (await admin.get<AuditPage>(`/platform/audit?${query}`)).rows
    expect(new Set((await byWord('text=BUDI%40')).map(({ by }) => by))).toEqual(new Set([SELLER.email]))
    expect((await byWord('text=blocked.')).map(({ what }) => what)).toEqual(['blocked.changed'])
    const platform = (await byWord('shop=platform')).map(({ what }) => what)
    expect(platform).toEqual(['blocked.changed', 'account.invited'])
    expect(await byWord('text=%25')).toEqual([])
    for (const bad of ['before=x', 'before=1', `text=${'a'.repeat(101)}`])
      expect((await seller.send('GET', `/api/shops/${shop}/audit?${bad}`)).status).toBe(400)
    expect((await seller.send('GET', '/api/platform/audit')).status).toBe(403)
    expect((await admin.send('GET', '/api/platform/audit?shop=none')).status).toBe(404)
    await at.stop()
  })
})

test('a copy that was put back: how much is left to look at, until the shop is opened', async () => {
  const { at, seller, shop, store, clock, sale } = await desk()
  await sale(10_000)
  const held = await sold(store, { at: clock.now(), shop, state: 'held' })
  expect(await seller.get<object>(`/shops/${shop}/restored`)).toEqual({ orders: 0, items: 0 })
  clock.advance(1000)
  await markRestored({ store, clock })
  expect((await seller.send('GET', `/api/shops/${shop}/restored`)).status).toBe(401)
  await seller.post('/session', SELLER)
  expect(await seller.get<object>(`/shops/${shop}/restored`)).toEqual({
    restored: clock.now(),
    orders: 1,
    items: 0,
  })
  expect((await store.orders.get(shop, held.id))?.state).toBe('unknown')
  clock.advance(1000)
  await seller.post(`/shops/${shop}/open`)
  expect(await seller.get<object>(`/shops/${shop}/restored`)).toEqual({ orders: 0, items: 0 })
  const { rows } = await seller.get<AuditPage>(`/shops/${shop}/audit`)
  expect(rows[0]).toMatchObject({ what: 'shop.opened', data: { restored: true, left: 1 } })
  await at.stop()
})
