// Two processes on one database, every request at the other one: nothing that one of them must know is in the other's memory.
import { afterEach, beforeEach, expect, test } from 'bun:test'
import { openSqlite } from '../../src/store/drivers/sqlite/index.ts'
import type { Store } from '../../src/store/store.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { chatIn, makeBrowser, PERSON, stockUp, type Whole, whole } from '../support/whole.ts'

let store: Store
let both: [Whole, Whole]
const clock = fakeClock()
beforeEach(async () => {
  store = openSqlite(':memory:', clock)
  both = await Promise.all([whole({ store, clock }), whole({ store, clock })])
})
afterEach(() => both[0].stop())

/** A browser behind a round robin. */
const browser = () => {
  let turn = 0
  return makeBrowser({ fetch: (...given) => both[++turn % 2 === 0 ? 0 : 1].app.fetch(...given) })
}
const newcomer = (token: string | null) => ({ token, ...PERSON, shopName: 'Toko Ani', language: 'id' })

test('both links of the first run are taken up at once: one admin, two shops', async () => {
  const links = await Promise.all(both.map(({ app }) => app.firstRunLink()))
  const made = await Promise.all(
    [...links, ...links].map((token) => browser().send('POST', '/api/setup', newcomer(token))),
  )
  expect(made.filter(({ ok }) => ok)).toHaveLength(1)
  expect([(await store.accounts.list()).length, (await store.shops.list()).length]).toEqual([1, 2])
  expect(await Promise.all(both.map(({ app }) => app.firstRunLink()))).toEqual([null, null])
})

test('who signed in at one is known at the other; wrong passwords are counted together', async () => {
  const me = browser()
  await me.post('/setup', newcomer(await both[0].app.firstRunLink()))
  for (let i = 0; i < 4; i++) await me.get('/session')
  const wrong = { email: PERSON.email, password: 'not the password of Ani' }
  const stranger = browser()
  const statuses: number[] = []
  for (let i = 0; i < 11; i++) statuses.push((await stranger.send('POST', '/api/session', wrong)).status)
  expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401))
  expect(statuses[10]).toBe(429)
  expect((await browser().send('POST', '/api/session', PERSON)).status).toBe(429)
})

test('a shop is set up, and sells in the preview, each step at the other one', async () => {
  const me = browser()
  const { shops } = await me.post<{ shops: { id: string; mode: string }[] }>(
    '/setup',
    newcomer(await both[0].app.firstRunLink()),
  )
  const practice = shops.find(({ mode }) => mode === 'practice')?.id ?? ''
  // Work falls to either of them too.
  let turn = 0
  const drain = () => both[++turn % 2 === 0 ? 0 : 1].app.drain()
  const at = { ...both[0], app: { ...both[0].app, drain } }
  await stockUp(at, me, practice)
  const chat = chatIn(at, me, practice)
  const list = (await chat.say('saya mau beli followers ig')).map(({ text }) => text).join('\n')
  await chat.say(`saya pilih ID ${/(\d+)(?:<\/b>)? · IG/.exec(list)?.[1]}`)
  await chat.say('warungkopi.senja')
  const card = (await chat.say('1000')).map(({ text }) => text).join('\n')
  expect(card).toContain('Cek dulu')
  expect((await chat.say('ya')).map(({ text }) => text).join('\n')).toContain('Tagihan')
  const { rows } = await me.get<{ rows: { state: string }[] }>(`/shops/${practice}/orders`)
  expect(rows.map(({ state }) => state)).toEqual(['awaitingPayment'])
})
