// A live shop that Midtrans has not accepted yet: it sells by the seller's own static QRIS, and the seller settles in Telegram.
import { afterEach, beforeEach, expect, test } from 'bun:test'
import { MINUTE } from '../../src/lib/clock.ts'
import { TOKEN } from '../support/fake-bot-api.ts'
import { ANI, billOf, importAll, type Live, lookAt, openLive, press, say } from '../support/live.ts'
import { staticQris } from '../support/static-qris.ts'

const SARI = { id: 900, name: 'Sari' }

let at: Live
beforeEach(async () => {
  at = await openLive()
  await importAll(at)
  await at.browser.put(at.path('/settings'), { margin: '40' })
  const proposal = await at.browser.get<{ id: string }[]>(at.path('/services/proposal'))
  await at.browser.post(at.path('/services/proposal'), { ids: proposal.map(({ id }) => id) })
  await at.browser.put(at.path('/manual-qris'), { text: staticQris() })
  await at.browser.post(at.path('/bot'), { token: TOKEN })
  const { link } = await at.browser.post<{ link: string }>(at.path('/bot/bind'))
  await say(at, `/start ${new URL(link).searchParams.get('start')}`, SARI)
})
afterEach(() => at.stop())

const stored = async (id: string) => at.app.store.orders.get(at.shops.live, id)
const lastOf = (who: { id: number }) => at.telegram.texts(who.id).at(-1) ?? ''

test('a customer pays by it, says so, the seller looks and presses, and the order runs', async () => {
  const id = await billOf(at)
  const bill = Object.values((await stored(id))?.bills ?? {})[0]
  expect(bill).toMatchObject({ gateway: 'manual', state: 'open', merchantName: 'WARUNG KOPI SENJA' })
  const caption = lastOf(ANI)
  const sum = (bill?.amount ?? 0).toLocaleString('id-ID')
  expect(caption).toContain(`Rp${sum}`)
  expect(caption).toContain('WARUNG KOPI SENJA')
  expect(caption).toContain((await stored(id))?.number ?? '–')
  await press(at, /Sudah bayar/)
  await press(at, /Sudah bayar/)
  const asked = at.telegram.texts(SARI.id).filter((text) => /Uang masuk|bayar/i.test(text))
  expect(asked.length).toBeGreaterThanOrEqual(1)
  expect((await stored(id))?.state).toBe('awaitingPayment')
  await press(at, /Uang masuk/, SARI)
  for (let i = 0; i < 8 && (await stored(id))?.state !== 'completed'; i++) {
    at.clock.advance(MINUTE)
    await at.app.drain()
  }
  expect((await stored(id))?.state).toBe('completed')
  expect(at.panel.orders).toHaveLength(1)
  const { events } = await lookAt<{ events: { type: string; by: string }[] }>(at, id)
  expect(events.find(({ type }) => type === 'sellerWord')?.by).toMatch(/^seller:/)
  expect(at.midtrans.calls).toEqual([])
}, 30_000)

test('"Belum" reaches the customer, who may press again; unclaimed it lapses', async () => {
  const id = await billOf(at)
  await press(at, /Sudah bayar/)
  await press(at, /^\W*Belum/, SARI)
  expect(lastOf(ANI)).toMatch(/belum/i)
  at.clock.advance(33 * MINUTE)
  await at.app.drain()
  at.clock.advance(3 * MINUTE)
  await at.app.drain()
  expect((await stored(id))?.state).toBe('closed')
}, 30_000)

test('"Nominal beda" asks for the sum; the order is held', async () => {
  const id = await billOf(at)
  await press(at, /Sudah bayar/)
  await press(at, /Nominal beda/, SARI)
  await say(at, '5000', SARI)
  expect(await stored(id)).toMatchObject({ state: 'held', why: 'otherSum' })
}, 30_000)

test('a picture of a transfer is a claim, and settles nothing', async () => {
  const id = await billOf(at)
  const update = at.telegram.message(ANI, {
    photo: [{ file_id: 'f', file_unique_id: 'u', width: 1, height: 1 }],
  })
  await at.post('/hooks/telegram/4242', JSON.stringify(update), {
    'content-type': 'application/json',
    'x-telegram-bot-api-secret-token': at.telegram.bot().secret,
  })
  await at.app.drain()
  const order = await stored(id)
  expect(order?.state).toBe('awaitingPayment')
  expect(Object.values(order?.bills ?? {})[0]?.claimedAt).toBeDefined()
}, 30_000)
