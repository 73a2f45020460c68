import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import {
  born,
  FOLLOW_UPS,
  isOpen,
  JOB_NAMES,
  LEAVES_TO,
  type Move,
  move,
  STATES,
} from '../../src/model/flow.ts'
import type { Bill, Order, Quote, Submission } from '../../src/model/order.ts'

const quote: Quote = {
  service: 'sv_1',
  provider: 'p_1',
  service_id_api: '7',
  mid: 1,
  displayName: 'IG Followers',
  type: 'default',
  link: 'https://instagram.com/warung',
  linkRaw: '@warung',
  quantity: 1000,
  cost: { amount: '9000', currency: 'IDR', exchange: '1', rupiah: 9000 },
  price: 12_000,
  saldo: 0,
  toPay: 12_000,
  money: 'real',
  world: 'real',
  quotedAt: 0,
  expiresAt: 900_000,
}
const paidBill: Bill = {
  attempt: 'o_1-1',
  gateway: 'midtrans',
  keySet: 'k',
  amount: 12_000,
  paidAmount: 12_000,
  state: 'paid',
  createdAt: 0,
}
const order = (change: Partial<Order> = {}): Order => ({
  ...born({ id: 'o_1', shop: 's_1', number: 'K7Q2M', customer: 'cu_1', chat: 'c:1', quote, now: 0 }),
  ...change,
})
const step = (change: Partial<Move>): Move => ({ type: 'test', by: 'system', ...change })

describe('the table of states', () => {
  test('every state is reached from `quoted`, and every one but `closed` is left', () => {
    const seen = new Set<string>(['quoted'])
    const walk = (state: (typeof STATES)[number]): void => {
      for (const next of LEAVES_TO[state]) if (!seen.has(next) && seen.add(next)) walk(next)
    }
    walk('quoted')
    expect([...seen].sort()).toEqual([...STATES].sort())
    expect(STATES.filter((state) => LEAVES_TO[state].length === 0)).toEqual(['closed'])
  })

  test('nothing leads from `unknown` to another sending, and nothing leaves `closed`', () => {
    expect(LEAVES_TO.unknown).not.toContain('submitting')
    expect(LEAVES_TO.unknown).not.toContain('paid')
  })

  test('follow-ups name jobs that exist', () => {
    const named = Object.values(FOLLOW_UPS).flatMap((jobs) => jobs.map((job) => job.name))
    expect(named.filter((name) => !JOB_NAMES.includes(name))).toEqual([])
  })
})

describe('move', () => {
  test('writes the state, one history line, the mark and the jobs together', () => {
    const moved = move(
      order({ outbox: [] }),
      step({ to: 'billing', type: 'confirmed', by: 'customer', key: 'yes' }),
      5,
    )
    if (!moved.ok) throw new Error(moved.reason)
    expect(moved.order).toMatchObject({ v: 2, state: 'billing', updatedAt: 5, seen: { yes: 2 } })
    expect(moved.order.events.at(-1)).toEqual({
      n: 2,
      at: 5,
      type: 'confirmed',
      by: 'customer',
      from: 'quoted',
      to: 'billing',
    })
    expect(moved.order.outbox.map((job) => job.name)).toEqual(['payments.bill'])
  })

  test('refuses what the table does not hold, and the same cause twice', () => {
    expect(move(order(), step({ to: 'submitted' }), 1)).toMatchObject({ ok: false, reason: 'forbidden' })
    expect(move(order({ seen: { a: 1 } }), step({ key: 'a' }), 1)).toMatchObject({
      ok: false,
      reason: 'repeated',
    })
  })

  test('what a person does leaves its audit line in the same write, what nobody did leaves none', () => {
    const outboxAfter = (change: Partial<Move>) => {
      const moved = move(order({ outbox: [] }), step(change), 7)
      return moved.ok ? moved.order.outbox.filter(({ name }) => name === 'reports.audit') : []
    }
    for (const by of ['seller:a_1', 'admin:a_1'] as const)
      expect(outboxAfter({ by, type: 'approved', reason: 'stok ada' })).toEqual([
        {
          id: 'reports.audit:o_1:2',
          name: 'reports.audit',
          at: 7,
          payload: { shop: 's_1', order: 'o_1', n: '2', by, type: 'approved' },
        },
      ])
    for (const by of ['customer', 'gateway', 'panel', 'system'] as const)
      expect(outboxAfter({ by, to: 'billing' })).toEqual([])
  })

  test('play money reaches a real panel only by the seller, a sandbox panel freely', () => {
    const play = (world: Quote['world']) =>
      order({ state: 'paid', bills: { 'o_1-1': paidBill }, quote: { ...quote, money: 'play', world } })
    expect(move(play('real'), step({ to: 'submitting' }), 1)).toMatchObject({
      ok: false,
      reason: 'playMoney',
    })
    expect(move(play('real'), step({ to: 'submitting', by: 'customer' }), 1)).toMatchObject({
      ok: false,
      reason: 'playMoney',
    })
    expect(move(play('real'), step({ to: 'submitting', by: 'seller:a_1' }), 1).ok).toBe(true)
    expect(move(play('sandbox'), step({ to: 'submitting' }), 1).ok).toBe(true)
  })

  test('nothing is sent unpaid, nor beside a sending that was taken or may have been', () => {
    const paid = (change: Partial<Order>) => order({ state: 'paid', bills: { 'o_1-1': paidBill }, ...change })
    const send = (of: Order) => move(of, step({ to: 'submitting' }), 1)
    const sent = (outcome?: Submission['outcome']): Partial<Order> => ({
      submissions: {
        s1: {
          id: 's1',
          provider: 'p_1',
          service_id_api: '7',
          job: 'j',
          startedAt: 0,
          ...(outcome ? { outcome } : {}),
        },
      },
    })
    expect(send(paid({})).ok).toBe(true)
    expect(send(paid(sent('refused'))).ok).toBe(true)
    expect(send(paid(sent('neverLeft'))).ok).toBe(true)
    for (const outcome of ['accepted', 'unknown', undefined] as const)
      expect(send(paid(sent(outcome)))).toMatchObject({ ok: false, reason: 'sentBefore' })
    expect(send(order({ state: 'paid' }))).toMatchObject({ ok: false, reason: 'unpaid' })
    expect(send(paid({ quote: { ...quote, saldo: 2000 } }))).toMatchObject({ ok: false, reason: 'unpaid' })
    expect(send(paid({ bills: { 'o_1-1': { ...paidBill, paidAmount: 11_999 } } }))).toMatchObject({
      ok: false,
      reason: 'unpaid',
    })
  })

  test('a long history loses its middle, never how it began', () => {
    let now = order()
    for (let n = 1; n <= 300; n++) {
      const moved = move(now, step({ type: `n${n}` }), n)
      if (!moved.ok) throw new Error(moved.reason)
      now = moved.order
    }
    expect(now.events).toHaveLength(100)
    expect([now.events[0]?.type, now.events.at(-1)?.type]).toEqual(['quoted', 'n300'])
  })

  test('a quiet note moves the version and leaves the history alone', () => {
    const moved = move(order(), step({ quiet: true, patch: { pollAt: 9 } }), 1)
    expect(moved.ok && [moved.order.v, moved.order.events.length, moved.order.pollAt]).toEqual([2, 1, 9])
  })

  test('any walk keeps the history in step with the state and ends where nothing is left', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 40 }), (choices) => {
        let now = order()
        for (const choice of choices) {
          const ways = LEAVES_TO[now.state]
          const to = ways[choice % Math.max(1, ways.length)]
          const moved = to ? move(now, step({ to, by: 'seller:a' }), now.v) : null
          if (!to || !moved?.ok) break
          expect(moved.order.events.at(-1)).toMatchObject({ from: now.state, to, n: now.v + 1 })
          now = moved.order
        }
        expect(now.v).toBe(now.events.length)
        if (now.state === 'closed') expect(isOpen(now.state)).toBe(false)
      }),
    )
  })
})
