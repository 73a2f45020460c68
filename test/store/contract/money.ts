import { expect, test } from 'bun:test'
import { entry, type OpenStore, OTHER_SHOP, part, SHOP, together } from './support.ts'

export const moneyContract = (name: string, open: OpenStore): void => {
  part(`${name}: wallets`, open, (at) => {
    const wallet = () => at.store.wallets.get(SHOP, 'cu_1', 'real')
    const fill = (amount: number, cause = 'refund:1') =>
      at.store.wallets.credit(SHOP, 'cu_1', 'real', entry(cause, amount))
    const hold = (id: string, amount: number) => at.store.wallets.hold(SHOP, 'cu_1', 'real', { id, amount })

    const capture = (id: string) =>
      at.store.wallets.capture(SHOP, 'cu_1', 'real', { id, order: id, at: 5, note: 'paid' })

    test('a cause counts once, whoever brings it', async () => {
      const credited = await together(40, () => fill(100))
      expect(credited.filter(({ fresh }) => fresh)).toHaveLength(1)
      await together(40, (i) => fill(1, `other:${i}`))
      expect(await wallet()).toMatchObject({ balance: 140, v: 41 })
      expect((await wallet()).entries).toHaveLength(41)
    })

    test('sixty holds by twenty orders of ten on a hundred: ten get it, none twice, nothing falls below zero', async () => {
      await fill(100)
      const held = await together(60, (i) => hold(`o_${i % 20}`, 10))
      const orders = new Set(held.flatMap((one, i) => (one === 'held' ? [`o_${i % 20}`] : [])))
      expect(orders.size).toBe(10)
      expect(Object.keys((await wallet()).holds).sort()).toEqual([...orders].sort())
      expect(await hold('o_99', 1)).toBe('short')
      for (const order of orders) await at.store.wallets.release(SHOP, 'cu_1', 'real', order)
      expect(await wallet()).toMatchObject({ balance: 100, holds: {} })
    })

    test('a hold becomes one debit; a late caller neither debits again nor reserves again', async () => {
      await fill(100)
      await hold('o_1', 60)
      const captured = await together(20, () => capture('o_1'))
      expect(captured.filter((one) => one === 'done')).toHaveLength(1)
      expect(await hold('o_1', 60)).toBe('held')
      expect(await capture('o_1')).toBe('repeated')
      expect(await capture('o_2')).toBe('none')
      expect(await wallet()).toMatchObject({ balance: 40, holds: {} })
      expect((await wallet()).entries.map(({ amount }) => amount)).toEqual([100, -60])
    })

    test('holds one kind of money of one customer at one shop', async () => {
      await fill(100)
      for (const [shop, customer, money] of [
        [SHOP, 'cu_1', 'play'],
        [SHOP, 'cu_2', 'real'],
        [OTHER_SHOP, 'cu_1', 'real'],
      ] as const) {
        expect(await at.store.wallets.get(shop, customer, money)).toMatchObject({ balance: 0, entries: [] })
        expect(await at.store.wallets.hold(shop, customer, money, { id: 'o_1', amount: 1 })).toBe('short')
      }
    })

    test('takes whole rupiah above zero and nothing else', async () => {
      for (const amount of [0, -5, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
        expect(await fill(amount).catch(() => 'refused')).toBe('refused')
        expect(await hold('o_1', amount).catch(() => 'refused')).toBe('refused')
      }
      expect(await wallet()).toMatchObject({ balance: 0, holds: {}, v: 0 })
    })
  })

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
