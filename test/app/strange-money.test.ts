// Money at Midtrans that no bill of ours asked for: a static QR of the same account, another system on it. It moves nothing; whoever's
// keys they are sees it, once.
import { afterEach, beforeEach, expect, test } from 'bun:test'
import { PLATFORM } from '../../src/model/shop.ts'
import { KEY, type Live, openLive } from '../support/live.ts'

let at: Live
beforeEach(async () => {
  at = await openLive()
})
afterEach(() => at.stop())

const ownKeys = () => at.browser.post(at.path('/keysets'), { environment: 'production', serverKey: KEY })
const platformKeys = () => at.browser.post('/platform/keysets', { environment: 'production', serverKey: KEY })

/** What Midtrans has, whoever made it. */
const paidAt = (
  order_id: string,
  amount = 25_000,
  state: 'settlement' | 'pending' | 'refund' = 'settlement',
) =>
  at.midtrans.bills.push({
    order_id,
    transaction_id: `tx-${order_id}`,
    amount,
    state,
    at: at.clock.now(),
    expiresAt: at.clock.now() + 900_000,
    ...(state === 'pending' ? {} : { settledAt: at.clock.now() }),
    notify: [],
    refunds: [],
    qr: '',
  })
const told = async (id: string, how = {}) => {
  const { status } = await at.post('/hooks/midtrans', JSON.stringify(at.midtrans.notice(id, how)))
  await at.app.drain()
  return status
}
const items = (shop: string) => at.app.store.items.list(shop, true, 50)
const asked = () => at.midtrans.calls.filter(({ operation }) => operation === 'status').length

test('with its own keys the shop sees it, once, with the sum that Midtrans tells', async () => {
  await ownKeys()
  paidAt('QRIS-0001')
  // What the notice itself says of the sum is not believed.
  expect(await told('QRIS-0001')).toBe(200)
  expect(await told('QRIS-0001')).toBe(200)
  const found = await items(at.shops.live)
  expect(found).toMatchObject([{ kind: 'money', text: 'QRIS-0001: unknown, paid, Rp25000, dana' }])
  expect(await items(PLATFORM)).toEqual([])
  expect(asked()).toBeLessThanOrEqual(2)
  expect(at.logged.join('\n')).toContain('no bill of ours')
})

test("with the platform's keys the admin sees it", async () => {
  await platformKeys()
  paidAt('POS-77', 99_000)
  await told('POS-77')
  expect(await items(PLATFORM)).toMatchObject([{ kind: 'money', text: expect.stringContaining('Rp99000') }])
  expect(await items(at.shops.live)).toEqual([])
  const [shown] = await at.browser.get<{ id: string; text: string }[]>('/platform/items')
  expect(shown?.text).toContain('POS-77')
  await at.browser.post(`/platform/items/${shown?.id}/done`)
  expect(await at.browser.get<unknown[]>('/platform/items')).toEqual([])
  await told('POS-77')
  expect(await at.browser.get<unknown[]>('/platform/items')).toEqual([])
  const gone = await at.browser.send('POST', '/api/platform/items/it_none/done')
  expect(gone.status).toBe(404)
})

test('nothing to show where no money moved, or where Midtrans knows nothing', async () => {
  await ownKeys()
  paidAt('QRIS-0002', 5000, 'pending')
  expect(await told('QRIS-0002')).toBe(200)
  const gone = at.midtrans.bills.length
  paidAt('QRIS-0003')
  const notice = JSON.stringify(at.midtrans.notice('QRIS-0003'))
  at.midtrans.bills.splice(gone)
  expect((await at.post('/hooks/midtrans', notice)).status).toBe(200)
  for (let i = 0; i < 40; i++) {
    at.clock.advance(10_000)
    await at.app.drain()
  }
  expect(await items(at.shops.live)).toEqual([])
  expect(await at.app.store.jobs.dead(9)).toEqual([])
})

test('an outage is waited out', async () => {
  await ownKeys()
  paidAt('QRIS-0004')
  at.midtrans.fault('code', { operation: 'status', status: 503, count: 3 })
  await told('QRIS-0004')
  expect(await items(at.shops.live)).toEqual([])
  for (let i = 0; i < 5; i++) {
    at.clock.advance(60_000)
    await at.app.drain()
  }
  expect(await items(at.shops.live)).toHaveLength(1)
})

test('given back later: that is shown too', async () => {
  await ownKeys()
  paidAt('QRIS-0005')
  await told('QRIS-0005')
  Object.assign(at.midtrans.bills.at(-1) ?? {}, {
    state: 'refund',
    refunds: [{ refund_key: 'k', refund_amount: '25000.00', reason: '' }],
  })
  await told('QRIS-0005')
  expect((await items(at.shops.live)).map(({ text }) => text).sort()).toEqual([
    'QRIS-0005: unknown, paid, Rp25000, dana',
    'QRIS-0005: unknown, refunded, Rp25000, dana',
  ])
})

test('keys that are gone meanwhile: logged, and nothing else', async () => {
  await ownKeys()
  paidAt('QRIS-0006')
  const notice = JSON.stringify(at.midtrans.notice('QRIS-0006'))
  expect((await at.post('/hooks/midtrans', notice)).status).toBe(200)
  const [keys] = (await at.app.store.shops.get(at.shops.live))?.keySets ?? []
  await at.browser.del(at.path(`/keysets/${keys?.id}`))
  await at.app.drain()
  expect(await items(at.shops.live)).toEqual([])
  expect(at.logged.join('\n')).toContain('no bill of ours')
})
