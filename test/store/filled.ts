// A store in the middle of its work, with something of every kind, and how it is known that it goes on from there.
import { expect } from 'bun:test'
import type { Store } from '../../src/store/store.ts'
import type { FakeClock } from '../support/fake-clock.ts'
import { liveShop } from '../support/shops.ts'
import { chat, entry, newOrder, SHOP, service } from './contract/support.ts'

export const fill = async (store: Store, clock: FakeClock): Promise<void> => {
  await store.shops.create(liveShop({ id: SHOP, owner: 'a_1' }))
  for (let mid = 1; mid <= 30; mid++) await store.services.putLot(SHOP, [service(mid)])
  for (let n = 1; n <= 5; n++) await store.orders.create(newOrder(n, { createdAt: 1000, updatedAt: 1000 }))
  for (let i = 1; i <= 130; i++) await store.wallets.credit(SHOP, 'cu_1', 'real', entry(`c${i}`, i))
  await store.chats.ensure(chat('1:5'))
  for (let i = 1; i <= 3; i++)
    await store.messages.append({ chat: '1:5', shop: SHOP, from: 'bot', text: `m${i}`, at: i })
  for (let updateId = 11; updateId <= 14; updateId++)
    await store.inbox.accept({ bot: '1', updateId, chat: '1:5', at: updateId, body: `u${updateId}` })
  await store.inbox.accept({ bot: '1', updateId: 20, chat: '1:6', at: 5, body: 'dies' })
  const first = await store.inbox.claim('w', clock.now(), 1000, '1:5')
  if (first) await store.inbox.done('1:5', first.token, first.update.n)
  const dying = await store.inbox.claim('w', clock.now(), 1000, '1:6')
  if (dying) await store.inbox.bury('1:6', dying.token, dying.update.n, 'given up')
  await store.inbox.claim('w', clock.now(), 1000, '1:5')
  const job = (id: string, at: number) => ({ id, name: 'notices.order' as const, at, payload: { order: id } })
  await store.jobs.add([job('leased', 1), job('ready', 2), job('done', 3), job('dead', 4)])
  const jobs = await store.jobs.claim(['notices.order'], 'w', clock.now(), 1000, 4)
  const token = (id: string) => jobs.find((one) => one.id === id)?.token ?? 0
  await store.jobs.again('ready', token('ready'), 2, { error: 'later' })
  await store.jobs.finish('done', token('done'))
  await store.jobs.bury('dead', token('dead'), 'five times')
  await store.keys.claim('bot:7', SHOP)
  await store.practice.put('bank', { 'a.b$%': [1] }, 0)
  await store.conversations.write('1:5', 'log')
}

/** What a store is asked after a move, as a shop at work would. */
export const goesOn = async (store: Store, clock: FakeClock): Promise<void> => {
  const { inbox, jobs, wallets, messages } = store
  expect(await inbox.accept({ bot: '1', updateId: 11, chat: '1:5', at: 9, body: '' })).toEqual({
    n: 1,
    fresh: false,
  })
  expect((await inbox.accept({ bot: '1', updateId: 15, chat: '1:5', at: 15, body: 'u15' })).n).toBe(5)
  expect((await inbox.accept({ bot: '1', updateId: 21, chat: '1:6', at: 16, body: 'u21' })).n).toBe(2)
  expect(await inbox.claim('v', clock.now(), 1000, '1:5')).toBeNull()
  expect((await inbox.dead(9)).map(({ body, error }) => [body, error])).toEqual([['dies', 'given up']])
  clock.advance(2000)
  const [seen, tries]: [string[], number[]] = [[], []]
  for (;;) {
    const claimed = await inbox.claim('v', clock.now(), 1000)
    if (!claimed) break
    seen.push(claimed.update.body)
    tries.push(claimed.update.tries)
    await inbox.done(claimed.update.chat, claimed.token, claimed.update.n)
  }
  expect([seen.filter((body) => body !== 'u21'), tries[seen.indexOf('u12')]]).toEqual([
    ['u12', 'u13', 'u14', 'u15'],
    1,
  ])
  expect(await messages.append({ chat: '1:5', shop: SHOP, from: 'customer', text: 'm4', at: 4 })).toBe(4)
  expect((await messages.list(SHOP, '1:5', { limit: 9 })).map(({ id, text }) => `${id} ${text}`)).toEqual([
    '1 m1',
    '2 m2',
    '3 m3',
    '4 m4',
  ])
  expect((await jobs.dead(9)).map(({ id, error }) => [id, error])).toEqual([['dead', 'five times']])
  const due = await jobs.claim(['notices.order'], 'v', clock.now(), 1000, 9)
  expect(due.map(({ id, token, attempts, payload }) => [id, token, attempts, payload])).toEqual([
    ['ready', 2, 2, { order: 'ready' }],
    ['leased', 2, 2, { order: 'leased' }],
  ])
  expect(await jobs.finish('leased', 1)).toBe(false)
  expect((await wallets.credit(SHOP, 'cu_1', 'real', entry('c1', 1))).fresh).toBe(false)
  const page = await wallets.entries(SHOP, 'cu_1', 'real', { limit: 500 })
  expect(page.map(({ n }) => n)).toEqual(Array.from({ length: 130 }, (_, i) => 130 - i))
  for (let i = 131; i <= 200; i++) await wallets.credit(SHOP, 'cu_1', 'real', entry(`c${i}`, i))
  expect(await wallets.owed(SHOP, 'real')).toBe((200 * 201) / 2)
  expect((await store.orders.list(SHOP, {})).map(({ id }) => id)).toEqual(['o_5', 'o_4', 'o_3', 'o_2', 'o_1'])
  await store.orders.create(newOrder(6, { createdAt: 1000, updatedAt: 1000 }))
  expect((await store.orders.list(SHOP, { limit: 1 }))[0]?.id).toBe('o_6')
  expect(await store.orders.create(newOrder(7, { number: newOrder(1).number }))).toBe('numberTaken')
  expect((await store.services.list(SHOP, { text: 's17' })).map(({ mid }) => mid)).toEqual([17])
  expect(await store.services.version(SHOP)).toBeGreaterThanOrEqual(30)
  expect(await store.keys.claim('bot:7', 's_other')).toBe(SHOP)
  expect(await store.practice.put('bank', 'x', 0)).toBe(false)
  expect((await store.practice.get('bank'))?.doc).toEqual({ 'a.b$%': [1] })
  expect(await store.conversations.read('1:5')).toBe('log')
}
