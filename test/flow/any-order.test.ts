// Whatever happens in whatever order — payments, cancels, taps, refusals, silence, kills, jobs that run twice — over two orders at
// once: the rules hold after every step, and when all has come to rest every rupiah is in one place (architecture §2).
import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { DAY, HOUR, MINUTE } from '../../src/lib/clock.ts'
import { drawFrom } from '../../src/lib/retry.ts'
import type { JobName } from '../../src/model/flow.ts'
import type { RefusalReason } from '../../src/model/service.ts'
import { FAULT } from '../support/sale/bank.ts'
import {
  decideUnknown,
  deliver,
  faults,
  makeWorld,
  openShop,
  place,
  type Shop,
  type WorldOptions,
} from '../support/sale.ts'

const JOBS = [
  'payments.bill',
  'payments.ask',
  'payments.cancel',
  'payments.refund',
  'fulfilment.submit',
  'fulfilment.poll',
  'fulfilment.deadline',
  'orders.lapse',
] as const satisfies JobName[]
const OPS = ['capture', 'release', 'stray'] as const
const REASONS = ['private', 'funds', 'activeOrder', 'throttled', 'other'] as const satisfies RefusalReason[]

const which = fc.nat(1)
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('yes' as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('withdraw' as const), which }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('pay' as const),
      which,
      late: fc.boolean(),
      amount: fc.option(fc.integer({ min: 1, max: 20_000 }), { nil: undefined, freq: 5 }),
      notice: fc.boolean(),
    }),
  },
  { arbitrary: fc.record({ do: fc.constant('notice' as const), which, mark: fc.nat(3) }), weight: 1 },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('charge' as const),
      how: fc.constantFrom('lost', 'notMade', 'refused', 'badQr'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('gateway' as const), down: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('panel' as const),
      how: fc.constantFrom('neverLeft', 'lost', 'notTaken', ...REASONS),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('tell' as const),
      which,
      state: fc.constantFrom('inProgress', 'partial', 'canceled', 'completed', 'failed'),
      remains: fc.nat(1200),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('seller' as const),
      which,
      how: fc.constantFrom('approve', 'giveBack', 'look'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('choose' as const),
      which,
      how: fc.constantFrom('wait', 'toSaldo'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('cost' as const), one: fc.constantFrom(9, 13, null) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      ms: fc.constantFrom(1000, 20_000, MINUTE, 10 * MINUTE, HOUR, DAY),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('kill' as const),
      call: fc.integer({ min: 1, max: 12 }),
      when: fc.constantFrom('before', 'after'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('job' as const), which, name: fc.constantFrom(...JOBS) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('credit' as const), which, op: fc.constantFrom(...OPS) }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

const CHARGES = {
  lost: (honest: () => unknown) => {
    honest()
    return { kind: 'unknown', detail: 'timeout' } as const
  },
  notMade: () => ({ kind: 'unknown', detail: 'timeout' }) as const,
  refused: () => ({ kind: 'rejected', code: '402', message: 'off', alarm: true }) as const,
}

const arrange = ({ world }: Shop, one: Step): boolean => {
  if (one.do === 'charge') {
    world.bank.scripts.charge.push((honest) => {
      if (one.how !== 'badQr') return CHARGES[one.how as keyof typeof CHARGES](honest)
      const made = honest()
      return made.kind === 'created' ? { kind: 'created', charge: { ...made.charge, qr: 'x' } } : made
    })
    return true
  }
  if (one.do === 'gateway') {
    world.bank.spell.status = one.down ? () => FAULT : undefined
    world.bank.spell.cancel = one.down ? () => FAULT : undefined
    return true
  }
  if (one.do === 'panel') {
    world.panel.scripts.add.push((take) => {
      if (one.how === 'neverLeft') return { kind: 'neverLeft', code: 'ECONNREFUSED' }
      if (one.how === 'lost') take()
      if (one.how === 'lost' || one.how === 'notTaken') return { kind: 'unknown', detail: 'TIMEOUT' }
      return { kind: 'refused', reason: one.how as RefusalReason, message: 'no' }
    })
    return true
  }
  if (one.do === 'cost') world.rules.costOfOne = one.one
  return one.do === 'cost'
}

/** The newest bill of the order, if it has reached the bank. */
const billAtBank = async (shop: Shop, id: string): Promise<string | null> => {
  const attempt = await shop.attempt(id)
  return shop.world.bank.bills.has(attempt) ? attempt : null
}

/** A seller tells the truth, and looks no sooner than the sending can be over. */
const look = async (shop: Shop, id: string): Promise<unknown> => {
  const { quote, state } = await shop.order(id)
  if (state !== 'unknown') return
  const found = shop.world.panel.taken.find(
    ({ order }) => order.link === quote.link && order.quantity === quote.quantity,
  )
  return shop.act<unknown>((now) => (found ? now.taken(id, found.id) : now.notTaken(id)))
}

const byPerson = async (shop: Shop, id: string, one: Step): Promise<unknown> => {
  switch (one.do) {
    case 'yes':
      return shop.act((now) => now.confirm(id))
    case 'withdraw':
      return shop.act((now) => now.withdraw(id))
    case 'choose':
      return shop.act((now) => now.choose(id, one.how as 'wait' | 'toSaldo'))
    case 'seller':
      if (one.how === 'look') return look(shop, id)
      return shop.act((now) => (one.how === 'approve' ? now.approve(id) : now.giveBack(id)))
    default:
      return undefined
  }
}

const byOutside = async (shop: Shop, id: string, one: Step): Promise<unknown> => {
  const { bank, panel } = shop.world
  const attempt = await billAtBank(shop, id)
  switch (one.do) {
    case 'pay':
      if (attempt) bank.pay(attempt, { late: one.late, ...(one.amount ? { amount: one.amount } : {}) })
      return attempt && one.notice ? shop.act((now) => now.notice(attempt, 'paid')) : undefined
    case 'notice':
      return attempt ? shop.act((now) => now.notice(attempt, `m${one.mark}`)) : undefined
    case 'tell': {
      const { quote } = await shop.order(id)
      const taken = panel.taken.find(({ order }) => order.quantity === quote.quantity)
      return (
        taken &&
        panel.tell(taken.id, { state: one.state as 'partial', word: one.state, remains: one.remains })
      )
    }
    default:
      return undefined
  }
}

const happen = async (shop: Shop, ids: string[], one: Step): Promise<unknown> => {
  if (arrange(shop, one)) return
  if (one.do === 'pass') return shop.pass(one.ms)
  if (one.do === 'kill') return shop.doom({ call: one.call, when: one.when as 'before' | 'after' })
  const id = ids['which' in one ? one.which : 0] ?? ''
  if (one.do === 'job') return shop.act((now) => now.again(one.name, { shop: 's_1', order: id }))
  if (one.do === 'credit')
    return shop.act((now) => now.again('payments.credit', { shop: 's_1', order: id, op: one.op }))
  return (await byPerson(shop, id, one)) ?? byOutside(shop, id, one)
}

/** The outside behaves again, people decide, time passes: everything comes to its end. */
const comeToRest = async (shop: Shop): Promise<void> => {
  const { bank, panel } = shop.world
  bank.spell.status = undefined
  bank.spell.cancel = undefined
  for (const scripts of [bank.scripts.charge, panel.scripts.add]) scripts.length = 0
  await shop.pass(HOUR)
  for (const { id, row } of panel.taken)
    if (row.state === 'failed' || row.state === 'inProgress') panel.tell(id, { state: 'pending' })
  for (let round = 0; round < 3; round++) {
    await decideUnknown(shop)
    await deliver(shop)
    await shop.pass(DAY)
  }
}

type Tale = { world: WorldOptions; sameLink: boolean; seed: number; hooked: boolean; parts: Step[][] }

const live = async ({ world: options, sameLink, seed, hooked, parts }: Tale): Promise<string[]> => {
  const world = await makeWorld(options)
  let drawn = 0
  world.manner.turns = () => Math.floor(drawFrom(`${seed}:${drawn++}`) * 4)
  world.rules.hooked = hooked
  const shop = openShop(world)
  try {
    const link = 'https://instagram.com/warung'
    const ids = [
      await place(shop, { cause: 'a', link }),
      await place(shop, { cause: 'b', quantity: 700, link: sameLink ? link : `${link}2` }),
    ]
    for (const part of parts) {
      const [passing, rest] = [
        part.filter((one) => one.do === 'pass'),
        part.filter((one) => one.do !== 'pass'),
      ]
      await Promise.all([...rest.map((one) => happen(shop, ids, one)), shop.work()])
      // Time goes on while nothing runs: a lease is renewed by a beat that a told clock does not strike.
      for (const one of passing) await happen(shop, ids, one)
      const found = await faults(world, false)
      if (found.length > 0) return found
    }
    await comeToRest(shop)
    const open = (await world.store.orders.list('s_1', {})).filter(
      ({ state }) => state !== 'closed' && state !== 'completed',
    )
    const dead = await world.store.jobs.dead(10)
    return [
      ...(await faults(world)),
      ...open.map(({ id, state, why }) => `${id} rests in ${state} ${why ?? ''}`),
      ...dead.map(({ id, error }) => `${id} was given up: ${error}`),
    ]
  } finally {
    await world.store.close()
  }
}

test('any order of events', async () => {
  const tale = fc.record({
    world: fc.constantFrom<WorldOptions>(
      { saldo: 5000 },
      {},
      { saldo: 30_000 },
      { money: 'play', panel: 'real', saldo: 3000 },
      { money: 'play', panel: 'sandbox' },
    ),
    sameLink: fc.boolean(),
    hooked: fc.boolean(),
    seed: fc.nat(),
    parts: fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 3, maxLength: 14 }),
  })
  const property = fc.asyncProperty(tale, async (told) => expect(await live(told)).toEqual([]))
  await fc.assert(property, {
    numRuns: Number(process.env['RUNS'] ?? 60),
    seed: Number(process.env['SEED'] ?? 7),
  })
}, 600_000)
