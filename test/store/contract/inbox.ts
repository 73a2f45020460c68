import { expect, test } from 'bun:test'
import { type OpenStore, part, together } from './support.ts'

export const inboxContract = (name: string, open: OpenStore): void =>
  part(`${name}: inbox`, open, (at) => {
    const accept = (updateId: number, chat = '1:5') =>
      at.store.inbox.accept({ bot: '1', updateId, chat, at: at.clock.now(), body: `{"n":${updateId}}` })

    test('an update is stored once and numbered per chat in the order of arrival', async () => {
      expect(await accept(900)).toEqual({ n: 1, fresh: true })
      expect(await accept(3)).toEqual({ n: 2, fresh: true })
      expect(await accept(900)).toEqual({ n: 1, fresh: false })
      expect(await accept(4, '1:6')).toEqual({ n: 1, fresh: true })
      const numbers = await together(60, (i) => accept(10_000 + i))
      expect(new Set(numbers.map(({ n }) => n)).size).toBe(60)
    })

    test('an update is known from its arrival until it is pruned; a chat waits until its last is ended', async () => {
      const about = (updateId: number, chat = '1:5') => at.store.inbox.about({ bot: '1', updateId, chat })
      expect(await about(900)).toEqual({ known: false, waiting: false })
      await accept(900)
      await accept(901)
      expect(await about(900)).toEqual({ known: true, waiting: true })
      expect(await about(902)).toEqual({ known: false, waiting: true })
      expect(await about(902, '1:6')).toEqual({ known: false, waiting: false })
      expect(await at.store.inbox.about({ bot: '2', updateId: 900, chat: '2:5' })).toEqual({
        known: false,
        waiting: false,
      })
      for (const n of [1, 2]) {
        const held = await at.store.inbox.claim('w', at.clock.now(), 1000)
        expect((await about(901)).waiting).toBe(true)
        await at.store.inbox.done('1:5', held!.token, n)
      }
      expect(await about(901)).toEqual({ known: true, waiting: false })
      at.clock.advance(10)
      await at.store.inbox.prune(at.clock.now())
      expect(await about(901)).toEqual({ known: false, waiting: false })
    })

    test('one worker per chat, its updates in order; another chat beside it', async () => {
      await accept(1)
      await accept(2)
      await accept(3, '1:6')
      const now = at.clock.now()
      const [a, b, c] = [
        await at.store.inbox.claim('w1', now, 1000),
        await at.store.inbox.claim('w2', now, 1000),
        await at.store.inbox.claim('w3', now, 1000),
      ]
      expect([a?.update.updateId, b?.update.updateId, c]).toEqual([1, 3, null])
      expect(await at.store.inbox.done('1:5', a!.token, 1)).toBe(true)
      expect((await at.store.inbox.claim('w1', now, 1000, '1:5'))?.update.updateId).toBe(2)
    })

    test('a dead worker loses its chat after the lease; its late word changes nothing', async () => {
      await accept(1)
      const first = await at.store.inbox.claim('dead', at.clock.now(), 1000)
      at.clock.advance(1001)
      const second = await at.store.inbox.claim('w', at.clock.now(), 1000)
      expect(second?.update.n).toBe(1)
      expect(await at.store.inbox.done('1:5', first!.token, 1)).toBe(false)
      expect(await at.store.inbox.done('1:5', second!.token, 1)).toBe(true)
      expect(await at.store.inbox.claim('w', at.clock.now(), 1000)).toBeNull()
    })

    test('a fault outside is no try, a bug is; what is given up is seen and the chat goes on', async () => {
      await accept(1)
      await accept(2)
      let held = await at.store.inbox.claim('w', at.clock.now(), 1000)
      await at.store.inbox.retry('1:5', held!.token, 1, at.clock.now() + 50, 'network', false)
      expect(await at.store.inbox.claim('w', at.clock.now(), 1000)).toBeNull()
      expect(await at.store.inbox.nextAt()).toBe(at.clock.now() + 50)
      at.clock.advance(50)
      held = await at.store.inbox.claim('w', at.clock.now(), 1000)
      expect(held?.update.tries).toBe(0)
      await at.store.inbox.retry('1:5', held!.token, 1, at.clock.now(), 'bug', true)
      held = await at.store.inbox.claim('w', at.clock.now(), 1000)
      expect(held?.update.tries).toBe(1)
      await at.store.inbox.bury('1:5', held!.token, 1, 'bug')
      expect((await at.store.inbox.dead(5)).map((row) => row.error)).toEqual(['bug'])
      expect((await at.store.inbox.claim('w', at.clock.now(), 1000))?.update.n).toBe(2)
    })

    test('numbers go on rising after old updates are swept', async () => {
      await accept(1)
      const held = await at.store.inbox.claim('w', at.clock.now(), 1000)
      await at.store.inbox.done('1:5', held!.token, 1)
      expect(await at.store.inbox.prune(at.clock.now() + 1)).toBe(1)
      expect((await accept(2)).n).toBe(2)
    })
  })
