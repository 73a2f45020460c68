import { expect, test } from 'bun:test'
import type { Withdrawal } from '../../../src/store/ledger.ts'
import { type OpenStore, OTHER_SHOP, part, SHOP, together } from './support.ts'

const withdrawal = (id: string, change: Partial<Withdrawal> = {}): Withdrawal => ({
  id,
  shop: SHOP,
  customer: 'cu_1',
  chat: '1:1',
  money: 'real',
  amount: 50_000,
  to: 'v1.sealed',
  masked: 'DANA ••••7890 (An…)',
  state: 'due',
  at: 1000,
  dueAt: 2000,
  seen: {},
  outbox: [],
  v: 1,
  ...change,
})
const job = {
  id: 'j1',
  name: 'payments.withdrawal' as const,
  at: 0,
  payload: { shop: SHOP, withdrawal: 'w_1' },
}

export const withdrawalsContract = (name: string, open: OpenStore): void => {
  part(`${name}: withdrawals`, open, (at) => {
    const withdrawals = () => at.store.withdrawals
    const claimed = () => at.store.jobs.claim(['payments.withdrawal'], 'w', at.clock.now(), 1000, 9)

    test('is made once; its jobs are there after a restart, once', async () => {
      const made = await together(20, () => withdrawals().create(withdrawal('w_1', { outbox: [job] })))
      expect(made.filter((one) => one === 'created')).toHaveLength(1)
      Object.assign(at, { store: await at.reopen() })
      expect(await at.store.relay()).toBe(1)
      expect(await claimed()).toMatchObject([{ id: 'j1', payload: { withdrawal: 'w_1' } }])
      expect((await withdrawals().get(SHOP, 'w_1'))?.outbox).toEqual([])
      expect(await at.store.relay()).toBe(0)
    })

    test('of changes at once each is decided on what the one before wrote', async () => {
      await withdrawals().create(withdrawal('w_1'))
      let ended = 0
      await together(50, (i) =>
        withdrawals().change(SHOP, 'w_1', (current) => {
          if (current.state !== 'due') return null
          ended++
          return { ...current, state: i % 2 ? 'done' : 'rejected', endedAt: i, outbox: [job] }
        }),
      )
      expect(ended).toBe(1)
      expect(await withdrawals().get(SHOP, 'w_1')).toMatchObject({ v: 2 })
      expect(await at.store.relay()).toBe(1)
    })

    test('is another shop’s for nobody', async () => {
      await withdrawals().create(withdrawal('w_1'))
      expect(await withdrawals().get(OTHER_SHOP, 'w_1')).toBeNull()
      expect(await withdrawals().list(OTHER_SHOP, { limit: 9 })).toEqual([])
      expect(await withdrawals().change(OTHER_SHOP, 'w_1', (one) => ({ ...one, state: 'done' }))).toBeNull()
      expect(await withdrawals().get(SHOP, 'w_1')).toMatchObject({ state: 'due', v: 1 })
    })

    test('is listed newest first, by state and by customer', async () => {
      await withdrawals().create(withdrawal('w_1', { at: 1 }))
      await withdrawals().create(withdrawal('w_2', { at: 3, state: 'done', endedAt: 4 }))
      await withdrawals().create(withdrawal('w_3', { at: 2, customer: 'cu_2' }))
      const ids = async (filter: Partial<Parameters<ReturnType<typeof withdrawals>['list']>[1]>) =>
        (await withdrawals().list(SHOP, { limit: 9, ...filter })).map(({ id }) => id)
      expect(await ids({})).toEqual(['w_2', 'w_3', 'w_1'])
      expect(await ids({ state: 'due' })).toEqual(['w_3', 'w_1'])
      expect(await ids({ customer: 'cu_1' })).toEqual(['w_2', 'w_1'])
      expect(await ids({ customer: 'cu_1', state: 'due' })).toEqual(['w_1'])
      expect(await ids({ limit: 1 })).toEqual(['w_2'])
    })

    test('forgets where the money went once it is long over, and nothing else', async () => {
      await withdrawals().create(withdrawal('w_due', { at: 1 }))
      await withdrawals().create(withdrawal('w_old', { state: 'done', endedAt: 99 }))
      await withdrawals().create(withdrawal('w_no', { state: 'rejected', endedAt: 50, reason: 'x' }))
      await withdrawals().create(withdrawal('w_new', { state: 'done', endedAt: 100 }))
      expect(await withdrawals().forget(100)).toBe(2)
      for (const id of ['w_old', 'w_no']) expect(await withdrawals().get(SHOP, id)).not.toHaveProperty('to')
      expect(await withdrawals().get(SHOP, 'w_old')).toMatchObject({
        masked: 'DANA ••••7890 (An…)',
        state: 'done',
      })
      for (const id of ['w_due', 'w_new']) expect((await withdrawals().get(SHOP, id))?.to).toBe('v1.sealed')
      expect(await withdrawals().forget(100)).toBe(0)
    })
  })
}
