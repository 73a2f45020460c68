import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { type Opened, type OpenStore, opened, together } from './support.ts'

const draft = (n: number, at: number) => ({
  id: `j${n}`,
  name: 'payments.ask' as const,
  at,
  payload: { n: String(n) },
})

export const workContract = (name: string, open: OpenStore): void => {
  describe(`${name}: jobs`, () => {
    let at: Opened
    beforeEach(async () => {
      at = await opened(open)
    })
    afterEach(() => at.close())
    const claim = (owner: string, limit = 10) =>
      at.store.jobs.claim(['payments.ask'], owner, at.clock.now(), 1000, limit)

    test('four hundred jobs and thirty workers: each job is claimed once, none is left', async () => {
      await at.store.jobs.add(Array.from({ length: 400 }, (_, n) => draft(n, at.clock.now())))
      const claimed = await together(30, async (worker) => {
        const mine: string[] = []
        for (;;) {
          const jobs = await claim(`w${worker}`, 3)
          if (jobs.length === 0) return mine
          mine.push(...jobs.map((job) => job.id))
        }
      })
      const all = claimed.flat()
      expect(new Set(all).size).toBe(400)
      expect(all).toHaveLength(400)
    })

    test('the same id is one job, done or not', async () => {
      await together(20, () => at.store.jobs.add([draft(1, at.clock.now())]))
      const [job] = await claim('w')
      expect(await at.store.jobs.finish('j1', job!.token)).toBe(true)
      await at.store.jobs.add([draft(1, at.clock.now())])
      expect(await claim('w')).toEqual([])
    })

    test('only what is due and asked for is claimed, soonest first', async () => {
      await at.store.jobs.add([
        draft(1, at.clock.now() + 500),
        draft(2, at.clock.now() - 5),
        draft(3, at.clock.now() - 9),
      ])
      expect(await at.store.jobs.nextAt()).toBe(at.clock.now() - 9)
      expect((await at.store.jobs.claim(['notices.order'], 'w', at.clock.now(), 1000, 10)).length).toBe(0)
      expect((await claim('w')).map((job) => job.id)).toEqual(['j3', 'j2'])
      at.clock.advance(500)
      expect((await claim('w')).map((job) => job.id)).toEqual(['j1'])
    })

    test('an expired lease is claimed anew; the former holder then finishes nothing', async () => {
      await at.store.jobs.add([draft(1, at.clock.now())])
      const [first] = await claim('dead')
      expect(await claim('w')).toEqual([])
      at.clock.advance(1001)
      const [second] = await claim('w')
      expect(second!.attempts).toBe(2)
      expect(await at.store.jobs.finish('j1', first!.token)).toBe(false)
      expect(await at.store.jobs.again('j1', first!.token, 0, {})).toBe(false)
      expect(await at.store.jobs.renew('j1', first!.token, at.clock.now() + 9)).toBe(false)
      expect(await at.store.jobs.renew('j1', second!.token, at.clock.now() + 5000)).toBe(true)
      at.clock.advance(2000)
      expect(await claim('w')).toEqual([])
      expect(await at.store.jobs.finish('j1', second!.token)).toBe(true)
    })

    test('again counts tries unless it starts fresh; a buried one is seen and can be revived', async () => {
      await at.store.jobs.add([draft(1, at.clock.now())])
      let [job] = await claim('w')
      await at.store.jobs.again('j1', job!.token, at.clock.now(), { error: 'net' })
      ;[job] = await claim('w')
      expect([job!.attempts, job!.error]).toEqual([2, 'net'])
      await at.store.jobs.again('j1', job!.token, at.clock.now(), { fresh: true })
      ;[job] = await claim('w')
      expect(job!.attempts).toBe(1)
      await at.store.jobs.bury('j1', job!.token, 'no use')
      expect(await claim('w')).toEqual([])
      expect((await at.store.jobs.dead(5)).map(({ id, error }) => [id, error])).toEqual([['j1', 'no use']])
      expect(await at.store.jobs.revive('j1', at.clock.now())).toBe(true)
      expect(await claim('w')).toHaveLength(1)
    })
  })

  describe(`${name}: inbox`, () => {
    let at: Opened
    beforeEach(async () => {
      at = await opened(open)
    })
    afterEach(() => at.close())
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
}
