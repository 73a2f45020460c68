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
import type { Order, Quote } from '../../src/model/order.ts'

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

  test('play money reaches a real panel only by the seller, a sandbox panel freely', () => {
    const play = (world: Quote['world']) =>
      order({ state: 'paid', quote: { ...quote, money: 'play', world } })
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
