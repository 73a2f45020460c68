import { expect, test } from 'bun:test'
import { chat, type OpenStore, OTHER_SHOP, part, SHOP, together } from './support.ts'

export const chatsContract = (name: string, open: OpenStore): void => {
  part(`${name}: chats`, open, (at) => {
    const answer = (n: number) =>
      at.store.chats.answer(SHOP, '1:5', n, (current) => ({ ...current, lastUpdate: n }))

    test('each update is answered once, by the number of the inbox', async () => {
      await at.store.chats.ensure(chat('1:5'))
      expect((await together(20, () => answer(3))).filter(Boolean)).toHaveLength(1)
      expect(await answer(2)).toBe(false)
      expect(await answer(4)).toBe(true)
      expect(await at.store.chats.get(SHOP, '1:5')).toMatchObject({ lastUpdate: 4, v: 3 })
    })

    test('a known chat is answered as it is', async () => {
      await at.store.chats.ensure(chat('1:5'))
      await answer(3)
      expect((await at.store.chats.ensure(chat('1:5'))).lastUpdate).toBe(3)
    })

    test('a bot that moves to another shop takes no chat and no transcript along', async () => {
      await at.store.chats.ensure(chat('1:5'))
      await answer(3)
      const message = { chat: '1:5', from: 'customer' as const, text: 'hi', at: 1 }
      await at.store.messages.append({ ...message, shop: SHOP })
      const moved = await at.store.chats.ensure(chat('1:5', { shop: OTHER_SHOP, customer: 'cu_9' }))
      expect(moved).toMatchObject({ shop: OTHER_SHOP, customer: 'cu_9', lastUpdate: 0 })
      expect(await at.store.chats.get(SHOP, '1:5')).toMatchObject({ customer: 'cu_1', lastUpdate: 3 })
      expect(await at.store.messages.list(OTHER_SHOP, '1:5', { limit: 9 })).toEqual([])
      await at.store.chats.remove(OTHER_SHOP, '1:5')
      expect(await at.store.chats.list(SHOP, 9)).toHaveLength(1)
      expect(await at.store.chats.list(OTHER_SHOP, 9)).toEqual([])
    })

    test('those long unseen go, with their messages and the log of their dialogue; others stay', async () => {
      for (const [key, seenAt] of [
        ['1:old', 10],
        ['1:new', 99],
      ] as const) {
        await at.store.chats.ensure(chat(key, { seenAt }))
        await at.store.messages.append({ chat: key, shop: SHOP, from: 'customer', text: 'x', at: seenAt })
        await at.store.conversations.write(key, 'log')
      }
      expect(await at.store.chats.prune(OTHER_SHOP, 50)).toBe(0)
      expect(await at.store.chats.prune(SHOP, 50)).toBe(1)
      expect((await at.store.chats.list(SHOP, 9)).map(({ key }) => key)).toEqual(['1:new'])
      expect(await at.store.messages.list(SHOP, '1:old', { limit: 9 })).toEqual([])
      expect(await at.store.messages.list(SHOP, '1:new', { limit: 9 })).toHaveLength(1)
      expect(await at.store.conversations.read('1:old')).toBeNull()
      expect(await at.store.conversations.read('1:new')).toBe('log')
    })

    test("the dialogue's log is written over and removed", async () => {
      await at.store.conversations.write('k', 'one')
      await at.store.conversations.write('k', 'two')
      expect(await at.store.conversations.read('k')).toBe('two')
      await at.store.conversations.remove('k')
      expect(await at.store.conversations.read('k')).toBeNull()
    })
  })

  part(`${name}: messages`, open, (at) => {
    const say = (text: string, when = 100) =>
      at.store.messages.append({ chat: '1:5', shop: SHOP, from: 'bot', text, at: when })
    const texts = async (page: Parameters<typeof at.store.messages.list>[2]) =>
      (await at.store.messages.list(SHOP, '1:5', page)).map((message) => message.text)

    test('are numbered in their order, and no number is given twice, over a clean-up too', async () => {
      const numbers = await together(60, (i) => say(`t${i}`))
      expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1))
      await at.store.messages.removeOf(SHOP, '1:5')
      expect(await texts({ limit: 9 })).toEqual([])
      expect(await say('later')).toBe(61)
    })

    test('page by number and by what changed since', async () => {
      for (let i = 0; i < 3; i++) await say(`t${i}`, 100 + i)
      await at.store.messages.edit('1:5', 1, { text: 'new', editedAt: 200 })
      expect(await texts({ limit: 2 })).toEqual(['t1', 't2'])
      expect(await texts({ after: 1, limit: 9 })).toEqual(['t1', 't2'])
      expect(await texts({ changedSince: 150, limit: 9 })).toEqual(['new'])
      expect(await at.store.messages.list(OTHER_SHOP, '1:5', { limit: 9 })).toEqual([])
      expect(await at.store.messages.edit('1:5', 9, { text: 'x' })).toBe(false)
    })

    test('one that is deleted is news as well', async () => {
      await say('gone', at.clock.now())
      at.clock.advance(10)
      await at.store.messages.edit('1:5', 1, { deleted: true })
      const changed = await at.store.messages.list(SHOP, '1:5', { changedSince: at.clock.now(), limit: 9 })
      expect(changed).toMatchObject([{ id: 1, deleted: true, text: 'gone' }])
    })
  })

  part(`${name}: customers`, open, (at) => {
    const customer = {
      id: 'cu_1',
      shop: SHOP,
      person: 'telegram:5',
      name: 'Ani',
      createdAt: 1,
      seenAt: 1,
      v: 1,
    }

    test('are made once, changed by their shop, unknown to others', async () => {
      const made = await together(20, (i) => at.store.customers.ensure({ ...customer, name: `Ani ${i}` }))
      expect(new Set(made.map(({ name: called }) => called)).size).toBe(1)
      await at.store.customers.change(SHOP, 'cu_1', (current) => ({ ...current, blocked: true, seenAt: 9 }))
      expect(await at.store.customers.change(OTHER_SHOP, 'cu_1', () => customer)).toBeNull()
      expect(await at.store.customers.get(OTHER_SHOP, 'cu_1')).toBeNull()
      await at.store.customers.ensure({ ...customer, id: 'cu_2', seenAt: 5 })
      expect((await at.store.customers.list(SHOP, 9)).map(({ id }) => id)).toEqual(['cu_1', 'cu_2'])
    })
  })
}
