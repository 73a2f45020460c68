// A running order at which nothing moves for a day: told once in its own message, laid before the seller once, and taken back by the next
// movement; what moves, ends or is asked about in vain in between changes nothing of it.
import { afterEach, beforeEach, expect, test } from 'bun:test'
import { DAY, HOUR, MINUTE } from '../../src/lib/clock.ts'
import { press, say } from '../support/live.ts'
import { openTalk, type Talk } from '../support/talk.ts'

let talk: Talk
beforeEach(async () => {
  talk = await openTalk()
  await talk.say('id 1 2000 @warungkopi')
  await talk.say('ya')
  await talk.event('bayar', talk.pay)
  // The panel is asked for the first time.
  await passing(MINUTE)
})
afterEach(() => talk.stop())

const STILL = /Belum bergerak sejak \d\d\.\d\d WIB, 24 Nov; admin sudah diberi tahu\./
const items = async () => talk.app.store.items.list(talk.shops.live, true, 20)
const passing = (ms: number, work: () => unknown = () => undefined) =>
  talk.event('waktu berlalu', async () => {
    await work()
    talk.pass(ms)
  })
const atPanel = (patch: Record<string, string>) => talk.panel.setState(talk.panel.orders[0]?.id ?? '', patch)

test('is told once, in place, and is an item of the seller', async () => {
  expect((await passing(23 * HOUR)).join()).not.toContain('Belum bergerak')
  const [told, ...more] = await passing(2 * HOUR)
  expect(told).toStartWith('(diubah)\n⏳ K7Q2A: Belum bergerak sejak')
  expect(told).toMatch(STILL)
  expect(more).toEqual([])
  expect(await items()).toMatchObject([
    { kind: 'complaint', text: expect.stringContaining('belum bergerak sejak') },
  ])
  for (let day = 0; day < 3; day++) expect(await passing(DAY)).toEqual([])
  expect(await items()).toHaveLength(1)
  expect((await talk.order())?.state).toBe('submitted')
})

test('is brought to a seller who is bound, in their own chat, once, with answers of one tap', async () => {
  const seller = { id: 901, name: 'Sari' }
  const { link } = await talk.browser.post<{ link: string }>(talk.path('/bot/bind'))
  await say(talk, `/start ${new URL(link).searchParams.get('start')}`, seller)
  const told = () => talk.telegram.texts(seller.id).filter((text) => text.includes('belum bergerak sejak'))
  await passing(25 * HOUR)
  expect(told()).toHaveLength(1)
  await passing(DAY)
  expect(told()).toHaveLength(1)
  await press(talk, /Sudah diteruskan/, seller)
  expect(await talk.event('penjual menjawab', () => undefined)).toEqual([
    '💬 T-0001 (K7Q2A): sudah kami teruskan ke server kak. Kalau besok belum berubah, tulis lagi di sini ya.',
  ])
  expect(await items()).toEqual([])
})

test('moves again: its message says so; standing still anew is told anew', async () => {
  await passing(25 * HOUR)
  const [moving] = await passing(HOUR, () =>
    atPanel({ status: 'In progress', start_count: '10', remains: '1500' }),
  )
  expect(moving).toStartWith('(diubah)\n✅ Pesanan Anda sedang diproses')
  expect(moving).toContain('Mulai jalan dari 10')
  expect(await passing(20 * HOUR)).toEqual([])
  expect((await passing(6 * HOUR)).join()).toContain('Belum bergerak sejak')
  expect(await items()).toHaveLength(2)
  const [again] = await passing(HOUR, () => atPanel({ remains: '900' }))
  expect(again).toStartWith('(diubah)\n✅ Pesanan Anda sedang diproses')
})

test('a silent panel is standing still too; an order that ends is none', async () => {
  talk.panel.fault('hang', 0)
  talk.panel.fault('error500', 500, { action: 'status' })
  expect((await passing(25 * HOUR)).join()).toContain('Belum bergerak sejak')
})

test('what ends within the day is not told of', async () => {
  await passing(10 * HOUR, () => atPanel({ status: 'Completed', remains: '0' }))
  expect((await talk.order())?.state).toBe('completed')
  expect(await passing(3 * DAY)).toEqual([])
  expect(await items()).toEqual([])
})
