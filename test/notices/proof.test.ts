// A picture sent as proof of payment reaches the seller as it came; where it can't, its words do.
import { afterEach, beforeEach, expect, test } from 'bun:test'
import { makeLog } from '../../src/lib/log.ts'
import { deskJob } from '../../src/model/desk-news.ts'
import { tellDesk } from '../../src/notices/desk.ts'
import { telegramChannel } from '../../src/notices/drivers/telegram.ts'
import type { Item } from '../../src/store/documents.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { makeTelegram } from '../../src/telegram/api.ts'
import { noPace } from '../../src/telegram/pace.ts'
import { type FakeBotApi, startFakeBotApi, TOKEN } from '../support/fake-bot-api.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { liveShop } from '../support/shops.ts'

const SHOP = 's_1'
let store: Store
let api: FakeBotApi
const clock = fakeClock()

beforeEach(async () => {
  store = await openStore({ url: 'sqlite::memory:', clock })
  api = startFakeBotApi()
  const shop = liveShop({ id: SHOP, owner: 'a_1', bot: true })
  await store.shops.create({ ...shop, bound: [7, 8].map((user) => ({ user, name: 'Ani', at: 1 })) })
})
afterEach(async () => {
  await store.close()
  await api.stop()
})

const proof = (change: Partial<Item> = {}) =>
  store.items.create({
    id: 'it_1',
    shop: SHOP,
    kind: 'proof',
    chat: '4242:501',
    text: 'sent a picture',
    file: { id: 'file-9', kind: 'photo' },
    at: clock.now(),
    ...change,
  })

const tell = (item = 'it_1') => {
  const telegram = makeTelegram({
    token: TOKEN,
    apiRoot: api.url,
    fetch,
    clock,
    wait: async () => undefined,
    pace: noPace,
  })
  const channel = telegramChannel({ telegram, store, clock, shop: SHOP })
  const deps = {
    store,
    clock,
    log: makeLog('silent'),
    channelOf: async () => channel,
    report: async () => null,
  }
  const draft = deskJob(SHOP, { news: 'proof', item, mark: 'sent' }, clock.now())
  return tellDesk(deps, draft.payload, { job: draft.id })
}
const sent = () =>
  api.calls
    .filter(({ method }) => method.startsWith('send'))
    .map(({ method, params }) => [method, params['chat_id'], params['photo'] ?? params['document']])

test('to each bound account once, as a picture with a button that ends it', async () => {
  await proof()
  expect(await tell()).toBe('done')
  expect(await tell()).toBe('done')
  expect(sent()).toEqual([
    ['sendPhoto', '7', 'file-9'],
    ['sendPhoto', '8', 'file-9'],
  ])
  const [shown] = api.screen(7)
  expect(shown?.text).toContain('sent a picture')
  expect(shown?.buttons.flat()).toHaveLength(1)
})

test('a PDF goes as a document', async () => {
  await proof({ file: { id: 'file-3', kind: 'document' } })
  await tell()
  expect(sent()[0]).toEqual(['sendDocument', '7', 'file-3'])
})

test('a file that this bot does not know leaves the words', async () => {
  await proof({ file: { id: 'of-another-bot', kind: 'photo' } })
  await tell()
  expect(sent().map(([method]) => method)).toEqual(['sendPhoto', 'sendMessage', 'sendPhoto', 'sendMessage'])
  expect(api.screen(8).at(-1)?.text).toContain('sent a picture')
})

test('what was ticked off, or is not there, is not told', async () => {
  await proof({ doneAt: 1 })
  await tell()
  await tell('it_2')
  expect(sent()).toEqual([])
})
