import { expect, test } from 'bun:test'
import type { JobDraft } from '../../../src/model/job.ts'
import type { Item } from '../../../src/store/documents.ts'
import { chat, type OpenStore, OTHER_SHOP, part, SHOP, together } from './support.ts'

const job = (id: string): JobDraft => ({ id, name: 'chats.item', at: 0, payload: { shop: SHOP } })
const item = (id: string, change: Partial<Item> = {}): Item => ({
  id,
  shop: SHOP,
  kind: 'human',
  chat: '1:5',
  text: 'admin',
  at: 1,
  ...change,
})

export const handoffsContract = (name: string, open: OpenStore): void => {
  part(`${name}: chats that a person has`, open, (at) => {
    const ids = async () =>
      (await at.store.jobs.claim(['chats.item'], 'w', at.clock.now(), 1000, 99)).map(({ id }) => id).sort()

    test('are listed, longest first, of one shop; what is given back leaves the list', async () => {
      for (const [key, since] of [
        ['1:a', 30],
        ['1:b', 10],
        ['1:c', 20],
      ] as const) {
        await at.store.chats.ensure(chat(key))
        await at.store.chats.change(SHOP, key, (one) => ({ ...one, handoff: { since, reason: 'asked' } }))
      }
      await at.store.chats.ensure(chat('1:d'))
      await at.store.chats.ensure(chat('1:e', { shop: OTHER_SHOP, handoff: { since: 1, reason: 'seller' } }))
      const keys = async (limit = 9) =>
        (await at.store.chats.handedOver(SHOP, limit)).map(({ key }) => key.slice(2)).join('')
      expect([await keys(), await keys(2)]).toEqual(['bca', 'bc'])
      await at.store.chats.answer(SHOP, '1:b', 1, ({ handoff: _, ...one }) => ({ ...one, lastUpdate: 1 }))
      expect(await keys()).toBe('ca')
      Object.assign(at, { store: await at.reopen() })
      expect(await keys()).toBe('ca')
    })

    test('the jobs of a change are there once, after a restart too, by whichever door it was written', async () => {
      await at.store.chats.ensure(chat('1:5'))
      await at.store.chats.change(SHOP, '1:5', (one) => ({ ...one, outbox: [job('a'), job('b')] }))
      Object.assign(at, { store: await at.reopen() })
      expect([await at.store.relay(), await at.store.relay()]).toEqual([2, 0])
      await at.store.chats.answer(SHOP, '1:5', 7, (one) => ({ ...one, lastUpdate: 7, outbox: [job('c')] }))
      expect(await at.store.relay()).toBe(1)
      expect((await at.store.chats.get(SHOP, '1:5'))?.outbox).toEqual([])
      expect(await ids()).toEqual(['a', 'b', 'c'])
    })

    test('of fifty takings at once one is decided on', async () => {
      await at.store.chats.ensure(chat('1:5'))
      let taken = 0
      await together(50, (i) =>
        at.store.chats.change(SHOP, '1:5', (one) => {
          if (one.handoff) return null
          taken++
          return { ...one, handoff: { since: i, reason: 'seller' }, outbox: [job('once')] }
        }),
      )
      expect([taken, await at.store.relay()]).toEqual([1, 1])
    })

    test('an item is found by its id and its chat, in its shop alone', async () => {
      await at.store.items.create(item('it_1'))
      await at.store.items.create(item('it_2', { at: 2 }))
      await at.store.items.create(item('it_3', { chat: '1:6' }))
      const { chat: _, ...chatless } = item('it_4')
      await at.store.items.create(chatless)
      await at.store.items.change(SHOP, 'it_1', (one) => ({ ...one, doneAt: 9, answer: 'ok' }))
      const of = async (shop: string) =>
        (await at.store.items.ofChat(shop, '1:5', 9)).map(({ id, answer }) => [id, answer])
      expect(await of(SHOP)).toEqual([
        ['it_2', undefined],
        ['it_1', 'ok'],
      ])
      expect(await of(OTHER_SHOP)).toEqual([])
      expect(await at.store.items.get(SHOP, 'it_4')).toMatchObject({ text: 'admin' })
      expect([await at.store.items.get(OTHER_SHOP, 'it_4'), await at.store.items.get(SHOP, 'no')]).toEqual([
        null,
        null,
      ])
    })

    test('the jobs of an item come with its making and its changes, once each', async () => {
      const made = await together(20, () => at.store.items.create(item('it_1', { outbox: [job('made')] })))
      expect(made.filter((one) => one === 'created')).toHaveLength(1)
      expect(await at.store.relay()).toBe(1)
      await together(20, () =>
        at.store.items.change(SHOP, 'it_1', (one) =>
          one.doneAt ? null : { ...one, doneAt: 3, outbox: [...(one.outbox ?? []), job('ended')] },
        ),
      )
      expect(await at.store.relay()).toBe(1)
      expect(await ids()).toEqual(['ended', 'made'])
    })
  })
}
