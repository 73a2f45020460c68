// What a shop does by itself and beside the sale: answers from the seller's documents, nightly copies, forgetting, a restart.
import { afterEach, beforeEach, expect, test } from 'bun:test'
import { makeApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { ensureSchedule } from '../../src/jobs/schedule.ts'
import { DAY, MINUTE } from '../../src/lib/clock.ts'
import { randomIds } from '../../src/lib/ids.ts'
import { makeLog } from '../../src/lib/log.ts'
import { openStore } from '../../src/store/open.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { scratch } from '../support/process.ts'
import { chatIn, PERSON, setUp, stockUp, whole } from '../support/whole.ts'

let place: ReturnType<typeof scratch>
beforeEach(() => {
  place = scratch()
})
afterEach(() => place.remove())

const joined = (lines: { text: string }[]) => lines.map(({ text }) => text).join('\n')

test("a general question is answered from the seller's own document", async () => {
  const at = await whole()
  const browser = at.browser()
  const { practice } = await setUp(at, browser)
  await stockUp(at, browser, practice)
  await browser.put(`/shops/${practice}/knowledge`, {
    title: 'Jam buka',
    text: 'Toko buka jam 8 pagi sampai 10 malam setiap hari, juga hari Minggu.',
  })
  const chat = chatIn(at, browser, practice)
  await chat.say('/start')
  expect(joined(await chat.say('jam buka toko kapan ya?'))).toContain('jam 8 pagi sampai 10 malam')
  await at.stop()
})

test('the database is copied every night, fourteen copies are kept, and the admin sees them', async () => {
  const clock = fakeClock()
  const env = { DATA_DIR: place.folder, DATABASE_URL: `sqlite:${place.folder}/lapak.db` }
  const at = await whole({ clock, env })
  const browser = at.browser()
  await setUp(at, browser)
  for (let night = 0; night < 16; night++) {
    await ensureSchedule({ store: at.app.store, clock }, [{ name: 'store.backup', every: DAY }])
    clock.advance(DAY)
    await at.app.drain()
  }
  await browser.post('/session', PERSON)
  const { backups } = await browser.get<{ backups: { bytes: number }[] }>('/platform')
  expect(backups.length).toBe(14)
  expect(Math.min(...backups.map(({ bytes }) => bytes))).toBeGreaterThan(10_000)
  await at.stop()
})

test('a restart keeps everything: session, goods, chat, open bill; another APP_SECRET stops it with the remedy', async () => {
  const clock = fakeClock()
  const url = `sqlite:${place.folder}/lapak.db`
  const open = async () => whole({ clock, store: await openStore({ url, clock }) })
  const first = await open()
  const browser = first.browser()
  const { practice } = await setUp(first, browser)
  await stockUp(first, browser, practice)
  const chat = chatIn(first, browser, practice)
  await chat.say('/start')
  const mid = /<b>(\d+)<\/b> · IG Followers/.exec(joined(await chat.say('mau beli followers ig')))?.[1]
  await chat.say(`id ${mid}`)
  await chat.say('warungkopi.senja')
  await first.stop()

  clock.advance(60_000)
  const second = await open()
  expect(await second.app.firstRunLink()).toBeNull()
  const again = second.browser()
  await again.post('/session', PERSON)
  const later = chatIn(second, again, practice)
  expect(joined(await later.say('1000'))).toContain('warungkopi.senja')
  expect(joined(await later.say('ya'))).toContain('Tagihan')
  await second.stop()

  const reading = readConfig({ DATABASE_URL: url, DATA_DIR: place.folder })
  if (!reading.ok) throw new Error('config')
  const log = makeLog('silent')
  const secret = 'quite another secret, thirty-two characters'
  const made = await makeApp({ config: reading.config, secret, log, clock, ids: randomIds, version: '0' })
  expect(made).toMatchObject({ ok: false, reason: 'wrongSecret' })
  expect(made.ok ? '' : made.detail).toContain('APP_SECRET')
})

test('an order of which the panel tells nothing any more is ended by the seller, with a reason', async () => {
  const at = await whole()
  const browser = at.browser()
  const { practice } = await setUp(at, browser)
  await stockUp(at, browser, practice)
  const chat = chatIn(at, browser, practice)
  const mid = /<b>(\d+)<\/b> · IG Followers/.exec(joined(await chat.say('mau beli followers ig')))?.[1]
  await chat.say(`id ${mid}`)
  await chat.say('instagram.com/diam')
  await chat.say('1000')
  await chat.say('ya')
  await browser.send('POST', `/${(await chat.button(/latihan/i)).found.url}`)
  await at.app.drain()
  const [row] = (await browser.get<{ rows: { id: string }[] }>(`/shops/${practice}/orders`)).rows
  const path = `/shops/${practice}/orders/${row?.id}`
  type Detail = {
    state: string
    price: number
    actions: string[]
    refunds: { amount: number; state: string }[]
  }
  expect((await browser.get<Detail>(path)).actions).toEqual([])
  for (let i = 0; i < 5; i++) {
    at.clock.advance(20 * MINUTE)
    await at.app.drain()
  }
  expect((await browser.get<Detail>(path)).actions).toEqual([
    'endedCompleted',
    'endedPartial',
    'endedStopped',
  ])
  const refused = await browser.send('POST', `/api${path}/actions`, { action: 'endedStopped' })
  expect(refused.status).toBe(400)
  await browser.post(`${path}/actions`, { action: 'endedStopped', reason: 'the panel closed' })
  await at.app.drain()
  const ended = await browser.get<Detail>(path)
  expect(ended.state).toBe('closed')
  expect(ended.refunds).toMatchObject([{ amount: ended.price, state: 'done' }])
  expect(joined(await chat.lines())).toContain('saldo')
  await at.stop()
})
