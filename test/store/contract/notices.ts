import { expect, test } from 'bun:test'
import { type OpenStore, part, together } from './support.ts'

export const noticesContract = (name: string, open: OpenStore): void => {
  part(`${name}: notices`, open, (at) => {
    const job = { id: 'settle:1', name: 'payments.settle' as const, at: 0, payload: { attempt: 'o_1-1' } }
    const notice = { id: 'n1', attempt: 'o_1-1', at: 0, raw: '{"a":1}' }
    const settles = () => at.store.jobs.claim(['payments.settle'], 'w', at.clock.now(), 1000, 9)

    test('the same notice fifty times is one row and one job', async () => {
      const stored = await together(50, () => at.store.notices.accept(notice, job))
      expect(stored.filter((one) => one === 'created')).toHaveLength(1)
      expect(await at.store.relay()).toBe(1)
      expect(await settles()).toMatchObject([{ payload: { attempt: 'o_1-1' } }])
      expect(await at.store.notices.list('o_1-1')).toEqual([notice])
      expect(await at.store.notices.list('o_2-1')).toEqual([])
    })

    test('its job is there after a restart between the answer and the relay, and not twice when it was there before', async () => {
      await at.store.notices.accept(notice, job)
      const again = await at.reopen()
      await again.jobs.add([job])
      expect(await again.relay()).toBe(1)
      const claimed = await again.jobs.claim(['payments.settle'], 'w', at.clock.now(), 1000, 9)
      expect(claimed).toHaveLength(1)
      await again.jobs.finish('settle:1', claimed[0]?.token ?? 0)
      await again.notices.accept(notice, job)
      expect(await again.relay()).toBe(0)
      expect(await again.jobs.claim(['payments.settle'], 'w', at.clock.now(), 1000, 9)).toEqual([])
    })
  })
}
