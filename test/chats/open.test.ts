// Chats and their customers: made once, known again, forgotten at their wish, pruned when nobody uses them.
import { afterEach, beforeEach, expect, test } from 'bun:test'
import { forgetCustomer, pruneChats } from '../../src/chats/forget.ts'
import { customerIdOf, openChat, type Person } from '../../src/chats/open.ts'
import { DAY, HOUR } from '../../src/lib/clock.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { liveShop } from '../support/shops.ts'

const clock = fakeClock()
let store: Store
beforeEach(async () => {
  store = await openStore({ url: 'sqlite::memory:', clock })
})
afterEach(() => store.close())

const ANI: Person = { channel: 'telegram', id: '501', name: 'Ani', username: 'ani' }
const open = (person = ANI, chat = '42:501', shop = 's_1') =>
  openChat({ store, clock }, { shop, chat, person })

test('the same person at the same shop is one customer, by whatever bot; at another shop another', async () => {
  const first = await open()
  const second = await open(ANI, '77:501')
  expect(second.customer.id).toBe(first.customer.id)
  expect(second.chat.key).toBe('77:501')
  expect((await open(ANI, '42:501', 's_2')).customer.id).not.toBe(first.customer.id)
  expect(customerIdOf('s_1', { channel: 'preview', id: '501' })).not.toBe(first.customer.id)
  expect(await store.customers.list('s_1', 9)).toHaveLength(1)
})

test('many updates at once make one chat', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => open()))
  expect(new Set(all.map(({ customer }) => customer.id)).size).toBe(1)
  expect(await store.chats.list('s_1', 9)).toHaveLength(1)
})

test('who comes again is seen again, with the name of today', async () => {
  await open()
  clock.advance(2 * HOUR)
  await open({ channel: 'telegram', id: '501', name: 'Ani Senja' })
  const customer = (await open()).customer
  expect(customer).toMatchObject({ name: 'Ani Senja', seenAt: clock.now() })
  expect(customer.username).toBeUndefined()
})

test('who was forgotten stays without a name', async () => {
  const { customer } = await open()
  await store.conversations.write('42:501', 'log')
  await store.messages.append({ chat: '42:501', shop: 's_1', from: 'customer', text: 'halo', at: 1 })
  await forgetCustomer({ store, clock }, { shop: 's_1', chat: '42:501', customer: customer.id })
  clock.advance(2 * HOUR)
  const again = (await open()).customer
  expect(again).toMatchObject({ id: customer.id, name: '–', seenAt: clock.now() })
  expect(again.username).toBeUndefined()
  expect(await store.conversations.read('42:501')).toBeNull()
  expect(await store.messages.list('s_1', '42:501', { limit: 9 })).toEqual([])
})

test('chats unused for as long as the shop says are pruned, others stay', async () => {
  const shop = liveShop({ id: 's_1', owner: 'a' })
  await store.shops.create({ ...shop, settings: { ...shop.settings, chatDays: 30 } })
  await open()
  clock.advance(29 * DAY)
  await open({ ...ANI, id: '502' }, '42:502')
  clock.advance(2 * DAY)
  expect(await pruneChats({ store, clock })).toBe('done')
  expect((await store.chats.list('s_1', 9)).map(({ key }) => key)).toEqual(['42:502'])
  expect(await store.customers.list('s_1', 9)).toHaveLength(2)
})
