import { expect, test } from 'bun:test'
import { type OpenStore, part, together } from './support.ts'

const draft = (n: number, at: number) => ({
  id: `j${n}`,
  name: 'payments.ask' as const,
  at,
  payload: { n: String(n) },
})

export const jobsContract = (name: string, open: OpenStore): void =>
  part(`${name}: jobs`, open, (at) => {
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
