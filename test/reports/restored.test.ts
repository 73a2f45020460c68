// After a copy was put back: what is marked, what is left alone, and that a kill in the middle changes nothing of it.
import { describe, expect, test } from 'bun:test'
import type { Order } from '../../src/model/order.ts'
import { leftToLook, markRestored } from '../../src/reports/restored.ts'
import type { Store } from '../../src/store/store.ts'
import { practiceShop } from '../support/shops.ts'
import { NOW, SHOP, shelf, sold } from './goods.ts'

const STATES = [
  'quoted',
  'billing',
  'awaitingPayment',
  'lapsed',
  'withdrawn',
  'paid',
  'waiting',
  'submitting',
  'unknown',
  'held',
  'submitted',
  'completed',
  'partial',
  'stoppedByPanel',
  'closed',
] as const

const oneOfEach = async (store: Store): Promise<Map<string, string>> => {
  const ids = new Map<string, string>()
  for (const state of STATES) ids.set(state, (await sold(store, { at: NOW, state })).id)
  return ids
}

const standing = async (store: Store, ids: Map<string, string>) => {
  const found: Record<string, { to: string; restored: boolean; why: string | undefined }> = {}
  for (const [state, id] of ids) {
    const order = (await store.orders.get(SHOP, id)) as Order
    found[state] = { to: order.state, restored: order.restored !== undefined, why: order.why }
  }
  return found
}

const sending = (outcome?: 'unknown') => ({
  s1: {
    id: 's1',
    provider: 'p_1',
    service_id_api: '7',
    job: 'j',
    startedAt: NOW,
    ...(outcome ? { outcome, hint: 'probablyNotTaken' as const } : {}),
  },
})

describe('a copy that was put back', () => {
  test('what may have been sent is unknown, what may have been paid is marked, what the panel knows goes on', async () => {
    const { store, clock } = await shelf()
    const ids = await oneOfEach(store)
    expect(await markRestored({ store, clock })).toEqual({ shops: 1, unknown: 5, unpaid: 5, items: 0 })
    const found = await standing(store, ids)
    for (const state of ['paid', 'waiting', 'held', 'submitting'])
      expect(found[state]).toEqual({ to: 'unknown', restored: true, why: 'restored' })
    expect(found['unknown']).toEqual({ to: 'unknown', restored: true, why: undefined })
    for (const state of ['quoted', 'billing', 'awaitingPayment', 'lapsed', 'withdrawn'])
      expect(found[state]).toEqual({ to: state, restored: true, why: undefined })
    for (const state of ['submitted', 'completed', 'partial', 'stoppedByPanel', 'closed'])
      expect(found[state]).toEqual({ to: state, restored: false, why: undefined })
    expect((await store.shops.get(SHOP))?.restored).toBe(clock.now())
    expect(await leftToLook(store, SHOP)).toEqual({ orders: 5, items: 0 })
  })

  test('a sending under way has no answer, an approval counts no more, the balances of then prove nothing', async () => {
    const { store, clock } = await shelf()
    const cut = await sold(store, { at: NOW, state: 'submitting', submissions: sending() })
    const old = await sold(store, { at: NOW, state: 'unknown', submissions: sending('unknown') })
    const held = await sold(store, { at: NOW, state: 'held', approved: { by: 'seller:a_1', at: NOW } })
    await markRestored({ store, clock })
    const read = async ({ id }: Order) => (await store.orders.get(SHOP, id)) as Order
    expect((await read(cut)).submissions['s1']).toMatchObject({ outcome: 'unknown', endedAt: clock.now() })
    expect((await read(old)).submissions['s1']?.hint).toBeUndefined()
    expect((await read(held)).approved).toBeUndefined()
  })

  test('open bills are asked for at once, by whoever asks in their state', async () => {
    const { store, clock } = await shelf()
    const open = { state: 'open', final: false } as const
    const { id: waits } = await sold(store, { at: NOW, state: 'awaitingPayment', bill: open })
    const { id: left } = await sold(store, { at: NOW, state: 'withdrawn', bill: open })
    await sold(store, { at: NOW, state: 'lapsed' })
    await markRestored({ store, clock })
    await store.relay()
    const jobs = await store.jobs.claim(['payments.ask', 'payments.cancel'], 'w', clock.now(), 1000, 50)
    expect(jobs.map(({ name, payload }) => [name, payload['order']]).toSorted()).toEqual([
      ['payments.ask', waits],
      ['payments.cancel', left],
    ])
  })

  test('money that is given by hand is asked about; a deposit is credited as ever', async () => {
    const { store, clock } = await shelf()
    const withdrawal = {
      id: 'wd_1',
      shop: SHOP,
      customer: 'cu_1',
      chat: '1:1',
      money: 'real' as const,
      amount: 25_000,
      masked: 'DANA ••1234',
      at: NOW,
      dueAt: NOW,
      seen: {},
      outbox: [],
      v: 1,
    }
    await store.withdrawals.create({ ...withdrawal, state: 'due' })
    await store.withdrawals.create({ ...withdrawal, id: 'wd_2', state: 'done' })
    const refund = (id: string, to: 'saldo' | 'hand' | 'gateway', state: 'due' | 'done') => ({
      [id]: { id, amount: 7000, to, state, reason: 'x', at: NOW },
    })
    const byHand = await sold(store, { at: NOW, state: 'closed', refunds: refund('r1', 'hand', 'due') })
    await sold(store, { at: NOW, state: 'closed', refunds: refund('r1', 'saldo', 'due') })
    await sold(store, { at: NOW, state: 'closed', refunds: refund('r1', 'hand', 'done') })
    const deposit = await sold(store, { at: NOW, state: 'paid', deposit: true })
    expect(await markRestored({ store, clock })).toMatchObject({ items: 2, unknown: 0 })
    expect(await leftToLook(store, SHOP)).toEqual({ orders: 0, items: 2 })
    const items = await store.items.list(SHOP, true, 9)
    expect(
      items.map(({ text, order, chat }) => [order ?? chat, /25\.000|7\.000/.exec(text)?.[0]]).toSorted(),
    ).toEqual([
      ['1:1', '25.000'],
      [byHand.id, '7.000'],
    ])
    expect((await store.orders.get(SHOP, deposit.id))?.state).toBe('paid')
  })

  test('everybody signs in again', async () => {
    const { store, clock } = await shelf()
    const account = { id: 'a_1', email: 'a@b.example', role: 'seller' as const, language: 'id' as const }
    await store.accounts.create({ ...account, createdAt: 0, sessionsFrom: 0, v: 1 })
    await markRestored({ store, clock })
    expect((await store.accounts.get('a_1'))?.sessionsFrom).toBe(clock.now())
  })

  test('a practice shop, whose panel and bank lie in the same file, goes on as it was; its order at a real panel does not', async () => {
    const { store, clock } = await shelf()
    await store.shops.change(SHOP, (shop) => ({ ...practiceShop({ id: SHOP, owner: 'a_1' }), v: shop.v }))
    const inside = await sold(store, { at: NOW, state: 'paid', money: 'play', quote: { world: 'sandbox' } })
    const outside = await sold(store, { at: NOW, state: 'waiting', money: 'play' })
    expect(await markRestored({ store, clock })).toEqual({ shops: 0, unknown: 1, unpaid: 0, items: 0 })
    expect((await store.orders.get(SHOP, inside.id))?.state).toBe('paid')
    expect((await store.orders.get(SHOP, outside.id))?.state).toBe('unknown')
    expect((await store.shops.get(SHOP))?.restored).toBeUndefined()
  })

  test('killed anywhere in the middle and begun again, it ends the same; the mark of a copy goes last', async () => {
    for (let alive = 0; ; alive++) {
      const { store, clock } = await shelf()
      await store.platform.change((one) => ({ ...one, copied: 5 }))
      const ids = await oneOfEach(store)
      const died = await markRestored({ store: mortal(store, alive), clock }).then(
        () => false,
        () => true,
      )
      if (died) expect((await store.platform.get()).copied).toBe(5)
      clock.advance(1000)
      if (died) await markRestored({ store, clock })
      const found = await standing(store, ids)
      expect(Object.values(found).filter(({ restored }) => restored)).toHaveLength(10)
      expect(Object.values(found).filter(({ to }) => to === 'unknown')).toHaveLength(5)
      expect((await store.platform.get()).copied).toBeUndefined()
      const causes = await Promise.all([...ids.values()].map((id) => store.orders.get(SHOP, id)))
      expect(causes.every((one) => one && one.events.filter(({ to }) => to === 'unknown').length <= 1)).toBe(
        true,
      )
      if (!died) break
      expect(alive).toBeLessThan(40)
    }
  })
})

/** Dies at the write after so many. */
const mortal = (store: Store, alive: number): Store => {
  let left = alive
  const guard =
    <Input extends unknown[], Output>(method: (...input: Input) => Promise<Output>) =>
    async (...input: Input): Promise<Output> => {
      if (left-- <= 0) throw new Error('killed')
      return method(...input)
    }
  return {
    ...store,
    shops: { ...store.shops, change: guard(store.shops.change) },
    orders: { ...store.orders, advance: guard(store.orders.advance) },
    platform: { ...store.platform, change: guard(store.platform.change) },
  }
}
