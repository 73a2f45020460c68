import { expect, test } from 'bun:test'
import type { Move } from '../../../src/model/flow.ts'
import { newOrder, type OpenStore, OTHER_SHOP, part, quote, SHOP, together } from './support.ts'

const step = (change: Partial<Move>): Move => ({ type: 'test', by: 'system', ...change })

export const ordersContract = (name: string, open: OpenStore): void =>
  part(`${name}: orders`, open, (at) => {
    test('are made once by id, and never under a number that is taken', async () => {
      const made = await together(50, () => at.store.orders.create(newOrder(1)))
      expect(made.filter((one) => one === 'created')).toHaveLength(1)
      expect(made.filter((one) => one === 'exists')).toHaveLength(49)
      expect(await at.store.orders.create(newOrder(2, { number: newOrder(1).number }))).toBe('numberTaken')
      expect(
        await at.store.orders.create(newOrder(2, { number: newOrder(1).number, shop: OTHER_SHOP })),
      ).toBe('created')
    })

    test("are found only in their shop, and by their customer's own eyes", async () => {
      await at.store.orders.create(newOrder(1))
      const { number } = newOrder(1)
      expect(await at.store.orders.get(OTHER_SHOP, 'o_1')).toBeNull()
      expect(await at.store.orders.ofCustomer(SHOP, 'cu_2', 'o_1')).toBeNull()
      expect(await at.store.orders.byNumber(SHOP, 'cu_2', number)).toBeNull()
      expect((await at.store.orders.byNumber(SHOP, 'cu_1', number))?.id).toBe('o_1')
      expect((await at.store.orders.find('o_1'))?.shop).toBe(SHOP)
      expect(await at.store.orders.advance(OTHER_SHOP, 'o_1', () => step({ to: 'billing' }))).toMatchObject({
        ok: false,
        reason: 'notFound',
      })
    })

    test('one of forty callers with one cause moves, the others are told it was done', async () => {
      await at.store.orders.create(newOrder(1))
      const moved = await together(40, () =>
        at.store.orders.advance(SHOP, 'o_1', () => step({ to: 'billing', key: 'yes' })),
      )
      expect(moved.filter((one) => one.ok)).toHaveLength(1)
      expect(moved.filter((one) => !one.ok && one.reason === 'repeated')).toHaveLength(39)
      expect((await at.store.orders.get(SHOP, 'o_1'))?.events).toHaveLength(2)
    })

    test('one of forty callers with forty causes moves, the state refuses the others', async () => {
      await at.store.orders.create(newOrder(1))
      const moved = await together(40, (i) =>
        at.store.orders.advance(SHOP, 'o_1', () => step({ to: 'billing', key: `yes-${i}` })),
      )
      expect(moved.filter((one) => one.ok)).toHaveLength(1)
      expect(moved.filter((one) => !one.ok && one.reason === 'forbidden')).toHaveLength(39)
    })

    test('forty writers leave forty lines with rising versions, and all their jobs', async () => {
      await at.store.orders.create(newOrder(1, { outbox: [] }))
      await together(40, (i) =>
        at.store.orders.advance(SHOP, 'o_1', () =>
          step({
            key: `k${i}`,
            jobs: [{ id: `j${i}`, name: 'notices.order', at: at.clock.now(), payload: {} }],
          }),
        ),
      )
      const order = await at.store.orders.get(SHOP, 'o_1')
      expect(order?.v).toBe(41)
      expect(order?.events.map((event) => event.n)).toEqual(Array.from({ length: 41 }, (_, i) => i + 1))
      expect(await at.store.relay()).toBe(40)
      expect(await at.store.jobs.claim(['notices.order'], 'w', at.clock.now(), 1000, 100)).toHaveLength(40)
    })

    test('play money is stopped before a real panel', async () => {
      await at.store.orders.create(newOrder(1, { state: 'paid', quote: quote({ money: 'play' }) }))
      expect(await at.store.orders.advance(SHOP, 'o_1', () => step({ to: 'submitting' }))).toMatchObject({
        ok: false,
        reason: 'playMoney',
      })
      expect((await at.store.orders.get(SHOP, 'o_1'))?.state).toBe('paid')
    })

    test('a decision that skips or throws changes nothing', async () => {
      await at.store.orders.create(newOrder(1))
      expect(await at.store.orders.advance(SHOP, 'o_1', () => ({ skip: 'no' }))).toMatchObject({
        ok: false,
        reason: 'skipped',
        detail: 'no',
      })
      const thrown = at.store.orders.advance(SHOP, 'o_1', () => {
        throw new Error('bug')
      })
      expect(thrown).rejects.toThrow('bug')
      await thrown.catch(() => undefined)
      expect((await at.store.orders.get(SHOP, 'o_1'))?.v).toBe(1)
    })

    test('lists by state, customer, text and page, newest first, and counts', async () => {
      for (let n = 1; n <= 5; n++)
        await at.store.orders.create(
          newOrder(
            n,
            n === 3 ? { customer: 'cu_2', quote: quote({ link: 'https://instagram.com/kopi' }) } : {},
          ),
        )
      await at.store.orders.advance(SHOP, 'o_2', () => step({ to: 'billing' }))
      const ids = async (filter: Parameters<typeof at.store.orders.list>[1]) =>
        (await at.store.orders.list(SHOP, filter)).map((order) => order.id)
      expect(await ids({})).toEqual(['o_5', 'o_4', 'o_3', 'o_2', 'o_1'])
      expect(await ids({ states: ['billing'] })).toEqual(['o_2'])
      expect(await ids({ customer: 'cu_2' })).toEqual(['o_3'])
      expect(await ids({ text: 'KOPI' })).toEqual(['o_3'])
      expect(await ids({ text: newOrder(4).number.toLowerCase() })).toEqual(['o_4'])
      expect(await ids({ text: `"' or 1=1 --` })).toEqual([])
      expect(await ids({ before: 1004, limit: 2 })).toEqual(['o_3', 'o_2'])
      expect(await ids({ due: true })).toEqual([])
      expect(await at.store.orders.counts(SHOP)).toEqual({ quoted: 4, billing: 1 })
    })

    test('a due refund or stray money keeps an order in the list of what is due, closed too', async () => {
      const refunds = {
        r1: { id: 'r1', amount: 5, to: 'saldo' as const, state: 'due' as const, reason: 'x', at: 1 },
      }
      await at.store.orders.create(newOrder(1, { state: 'closed', refunds }))
      expect(await at.store.orders.list(SHOP, { due: true })).toHaveLength(1)
      await at.store.orders.advance(SHOP, 'o_1', () =>
        step({ patch: { refunds: { r1: { ...refunds.r1, state: 'done' } } } }),
      )
      expect(await at.store.orders.list(SHOP, { due: true })).toHaveLength(0)
    })

    test('with a bill on the platform’s keys, by change', async () => {
      const bill = (platform: boolean) => ({
        attempt: 'x-1',
        gateway: 'midtrans' as const,
        keySet: 'k',
        amount: 1,
        state: 'charging' as const,
        createdAt: 1,
        ...(platform ? { platform } : {}),
      })
      for (const n of [1, 2, 3]) await at.store.orders.create(newOrder(n))
      for (const [n, platform] of [
        [3, true],
        [2, false],
        [1, true],
      ] as const) {
        at.clock.advance(10)
        await at.store.orders.advance(SHOP, `o_${n}`, () => ({
          type: 'charging',
          by: 'system',
          patch: { bills: { 'x-1': bill(platform) } },
        }))
      }
      const listed = await at.store.orders.list(SHOP, { platform: true, changedSince: 0, deposits: 'all' })
      expect(listed.map(({ id }) => id)).toEqual(['o_3', 'o_1'])
    })

    test('what needs a person is listed longest first, from its moment on, and counted, deposits too', async () => {
      const day = 24 * 60 * 60_000
      await at.store.orders.create(newOrder(1, { state: 'submitted' }))
      await at.store.orders.create(newOrder(2, { state: 'held' }))
      await at.store.orders.create(newOrder(3, { state: 'held', deposit: true }))
      await at.store.orders.create(newOrder(4, { state: 'held', shop: OTHER_SHOP }))
      await at.store.orders.create(newOrder(5, { state: 'completed' }))
      const ids = async (needs: number, deposits?: 'all') =>
        (await at.store.orders.list(SHOP, { needs, ...(deposits ? { deposits } : {}) })).map(({ id }) => id)
      expect(await ids(1001)).toEqual([])
      expect(await ids(1003)).toEqual(['o_2'])
      expect(await ids(1003, 'all')).toEqual(['o_2', 'o_3'])
      expect(await ids(day + 1000)).toEqual(['o_2'])
      expect(await ids(day + 1001)).toEqual(['o_2', 'o_1'])
      expect(await at.store.orders.needing(SHOP, 1001)).toBe(0)
      expect(await at.store.orders.needing(SHOP, day + 1001)).toBe(3)
      await at.store.orders.advance(SHOP, 'o_2', () => step({ to: 'closed' }))
      expect(await at.store.orders.needing(SHOP, day + 1001)).toBe(2)
    })

    test('those to be polled come soonest first, per provider, only while submitted', async () => {
      await at.store.orders.create(newOrder(1, { state: 'submitted', pollAt: 50 }))
      await at.store.orders.create(newOrder(2, { state: 'submitted', pollAt: 20 }))
      await at.store.orders.create(
        newOrder(3, { state: 'submitted', pollAt: 20, quote: quote({ provider: 'p_2' }) }),
      )
      await at.store.orders.create(newOrder(4, { state: 'completed', pollAt: 20 }))
      expect((await at.store.orders.toPoll(SHOP, 'p_1', 60, 10)).map((order) => order.id)).toEqual([
        'o_2',
        'o_1',
      ])
      expect((await at.store.orders.toPoll(SHOP, 'p_1', 30, 10)).map((order) => order.id)).toEqual(['o_2'])
      expect(await at.store.orders.openAtProvider(SHOP, 'p_1')).toBe(true)
      expect(await at.store.orders.openAtProvider(SHOP, 'p_9')).toBe(false)
    })

    test('jobs of a move wait in the outbox until relayed, once, also over a restart', async () => {
      await at.store.orders.create(newOrder(1, { outbox: [] }))
      await at.store.orders.advance(SHOP, 'o_1', () => step({ to: 'billing' }))
      const again = await at.reopen()
      expect(await again.jobs.claim(['payments.bill'], 'w', at.clock.now(), 1000, 10)).toHaveLength(0)
      expect(await again.relay()).toBe(1)
      expect(await again.relay()).toBe(0)
      expect(await again.jobs.claim(['payments.bill'], 'w', at.clock.now(), 1000, 10)).toHaveLength(1)
      expect((await again.orders.get(SHOP, 'o_1'))?.v).toBe(2)
    })
  })
