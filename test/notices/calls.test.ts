// What the seller's chat shows of customers who wait: once each, as one card that is shown anew; Telegram away, later; and the admin of a
// promise that a seller has not kept.
import { beforeEach, expect, test } from 'bun:test'
import { MINUTE } from '../../src/lib/clock.ts'
import { makeLog } from '../../src/lib/log.ts'
import type { DeskTold } from '../../src/model/desk-news.ts'
import { deskJob } from '../../src/model/desk-news.ts'
import { IDLE } from '../../src/model/dialogue.ts'
import type { Shop } from '../../src/model/shop.ts'
import { type DeskDeps, tellDesk } from '../../src/notices/desk.ts'
import type { Item } from '../../src/store/documents.ts'
import { openStore } from '../../src/store/open.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { liveShop } from '../support/shops.ts'
import { fakeChat } from './telling.ts'

const boundTo = (shop: Shop, users: number[]): Shop => ({
  ...shop,
  bound: users.map((user) => ({ user, name: `Penjual ${user}`, at: 1 })),
})

const open = async () => {
  const clock = fakeClock()
  const store = await openStore({ url: 'sqlite::memory:', clock })
  const shop = boundTo(liveShop({ id: 's_1', owner: 'a_1', bot: true }), [7, 8])
  const admins = boundTo(liveShop({ id: 's_9', owner: 'a_9', bot: true }), [99])
  await store.shops.create(shop)
  await store.shops.create(admins)
  const now = clock.now()
  await store.customers.ensure({
    id: 'cu_1',
    shop: 's_1',
    person: 'telegram:5',
    name: 'Ani <b>',
    createdAt: now,
    seenAt: now,
    v: 1,
  })
  await store.chats.ensure({
    key: '4242:5',
    shop: 's_1',
    customer: 'cu_1',
    dialogue: IDLE,
    lastUpdate: 1,
    createdAt: now,
    seenAt: now,
    handoff: { since: now, reason: 'asked', item: 'it_1' },
    v: 1,
  })
  await store.messages.append({ chat: '4242:5', shop: 's_1', from: 'customer', text: 'tolong <i>', at: now })
  const item: Item = {
    id: 'it_1',
    shop: 's_1',
    kind: 'human',
    chat: '4242:5',
    customer: 'cu_1',
    text: 'tolong <i>',
    at: now,
    number: 'T-0001',
    dueAt: now + 120 * MINUTE,
  }
  await store.items.create(item)
  const chat = fakeChat()
  const house = { admins: [shop, admins] }
  const deps: DeskDeps = {
    store,
    clock,
    log: makeLog('warn', { write: () => undefined }),
    channelOf: async () => chat.channel,
    report: async () => null,
    adminShops: async () => house.admins,
  }
  const told = (news: DeskTold) => {
    const draft = deskJob('s_1', news, clock.now())
    return tellDesk(deps, draft.payload, { job: draft.id })
  }
  const by = (user: number) => chat.heard.filter((one) => one.chat === `4242:${user}`)
  return { ...chat, clock, store, told, by, house }
}

let at: Awaited<ReturnType<typeof open>>
beforeEach(async () => {
  at = await open()
})
const joined = (lines: { html: string }[]) => lines.map(({ html }) => html).join('\n')

test('a call is told to each once, escaped, however often its job runs', async () => {
  const news: DeskTold = { news: 'item', item: 'it_1', mark: 'new' }
  expect([await at.told(news), await at.told(news)]).toEqual(['done', 'done'])
  for (const user of [7, 8]) {
    expect(at.by(user)).toHaveLength(1)
    expect(joined(at.by(user))).toContain('Ani &lt;b&gt;')
    expect(joined(at.by(user))).toContain('tolong &lt;i&gt;')
  }
})

test('the admin hears of a promise that was not kept, once, in a shop of their own; the seller’s own shop does not count', async () => {
  await at.store.items.change('s_1', 'it_1', (item) => ({ ...item, missed: 1, missedAt: at.clock.now() }))
  at.clock.advance(35 * MINUTE)
  const news: DeskTold = { news: 'itemLate', item: 'it_1', mark: 'admin' }
  await at.told(news)
  await at.told(news)
  expect([at.by(7).length, at.by(8).length, at.by(99).length]).toEqual([0, 0, 1])
  expect(joined(at.by(99))).toContain('T-0001')
  expect(joined(at.by(99))).not.toContain('tolong')
})

test('what was answered by then is called late by nobody', async () => {
  await at.store.items.change('s_1', 'it_1', ({ dueAt: _, ...item }) => ({ ...item, answeredAt: 5 }))
  await at.told({ news: 'itemLate', item: 'it_1', mark: 'admin' })
  await at.told({ news: 'item', item: 'it_1', mark: 'remind:1' })
  await at.told({ news: 'item', item: 'it_1', mark: 'late:1' })
  expect(at.heard).toEqual([])
})
