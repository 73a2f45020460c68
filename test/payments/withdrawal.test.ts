// Saldo paid out: the sum is reserved, one end counts, and no kill leaves anything lost or held for ever.
import { afterEach, describe, expect, test } from 'bun:test'
import { makeWorker } from '../../src/jobs/worker.ts'
import { DAY, HOUR } from '../../src/lib/clock.ts'
import { makeLog } from '../../src/lib/log.ts'
import { sealer } from '../../src/lib/seal.ts'
import { DEFAULTS } from '../../src/model/defaults.ts'
import { adjust } from '../../src/payments/adjust.ts'
import { askWithdrawal, type WithdrawalDeps, withdrawalsOf } from '../../src/payments/withdrawal.ts'
import { payWithdrawal, rejectWithdrawal, revealDestination } from '../../src/payments/withdrawal-end.ts'
import { workWithdrawal } from '../../src/payments/withdrawal-work.ts'
import { openStore } from '../../src/store/open.ts'
import { freeOf } from '../../src/store/wallet.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { type Death, makeMortal } from '../support/sale/mortal.ts'
import { liveShop, practiceShop } from '../support/shops.ts'

const ANI = { method: 'DANA', number: '081234567890', name: 'Ani Lestari' }
const SELLER = 'seller:ac_1'
const log = makeLog('silent')

type Told = { at: number; news: string }

const makeDesk = async ({ saldo = 100_000, topup = 0, practice = false } = {}) => {
  const clock = fakeClock()
  const store = await openStore({ url: 'sqlite::memory:', clock })
  const shop = practice ? practiceShop({ id: 's_1', owner: 'ac_1' }) : liveShop({ id: 's_1', owner: 'ac_1' })
  await store.shops.create(shop)
  await store.customers.ensure({
    id: 'cu_1',
    shop: 's_1',
    person: 'telegram:1',
    name: 'Ani',
    createdAt: 0,
    seenAt: 0,
    v: 1,
  })
  const money = practice ? ('play' as const) : ('real' as const)
  const fill = (cause: string, amount: number, more: { topup?: true } = {}) =>
    store.wallets.credit('s_1', 'cu_1', money, { cause, amount, at: 0, note: 'x', ...more })
  if (saldo > 0) await fill('refund', saldo)
  if (topup > 0) await fill('deposit', topup, { topup: true })
  const told: Told[] = []
  const box = sealer('x'.repeat(32))
  const deps: WithdrawalDeps = { store, clock, box }
  const worker = makeWorker({
    store,
    clock,
    log,
    owner: 'w',
    handlers: {
      'payments.withdrawal': (payload) => workWithdrawal(deps, payload),
      'notices.desk': async ({ mark, news }) => {
        told.push({ at: clock.now(), news: `desk ${news} ${mark}` })
        return 'done'
      },
      'notices.withdrawal': async ({ mark }) => {
        told.push({ at: clock.now(), news: `customer ${mark}` })
        return 'done'
      },
    },
    every: () => () => undefined,
  })
  const pass = async (ms: number) => {
    const until = clock.now() + ms
    for (;;) {
      await worker.drain()
      const next = await store.jobs.nextAt()
      if (next === null || next > until) break
      clock.set(Math.max(next, clock.now()))
    }
    clock.set(until)
    await worker.drain()
  }
  return {
    store,
    clock,
    deps,
    told,
    pass,
    fill,
    work: worker.drain,
    ask: (amount = 50_000, cause = 'u1', on = deps) =>
      askWithdrawal(on, { shop: 's_1', customer: 'cu_1', chat: '1:1', amount, destination: ANI, cause }),
    pay: (id: string, on = deps) => payWithdrawal(on, { shop: 's_1', id, by: SELLER, proof: 'ref 1' }),
    reject: (id: string, reason = 'nomor salah', on = deps) =>
      rejectWithdrawal(on, { shop: 's_1', id, by: SELLER, reason }),
    wallet: () => store.wallets.get('s_1', 'cu_1', money),
    audit: async () => (await store.audit.list({ shop: 's_1', limit: 99 })).map(({ what }) => what),
  }
}
type Desk = Awaited<ReturnType<typeof makeDesk>>

let desk: Desk
const open = async (options: Parameters<typeof makeDesk>[0] = {}) => {
  desk = await makeDesk(options)
  return desk
}
const asked = async (amount?: number, cause?: string): Promise<string> => {
  const made = await desk.ask(amount, cause)
  if (!made.ok) throw new Error(made.reason)
  return made.withdrawal.id
}
const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)

/** Document and wallet tell the same, whatever happened. */
afterEach(async () => {
  await desk.work()
  const wallet = await desk.wallet()
  const all = await desk.store.withdrawals.list('s_1', { limit: 99 })
  const due = all.filter(({ state }) => state === 'due')
  expect(wallet.holds).toEqual(Object.fromEntries(due.map(({ id, amount }) => [id, amount])))
  const out = wallet.entries.filter(({ note }) => note === 'withdrawn')
  const done = all.filter(({ state }) => state === 'done')
  expect(out.map(({ cause, amount }) => [cause, -amount]).sort()).toEqual(
    done.map(({ id, amount }) => [`paid:${id}`, amount]).sort(),
  )
  expect(wallet.balance).toBe(sum(wallet.entries.map(({ amount }) => amount)))
})

describe('asking', () => {
  test('reserves the sum, seals where it goes, tells both, and is due in a day', async () => {
    await open()
    const id = await asked()
    await desk.work()
    const stored = await desk.store.withdrawals.get('s_1', id)
    expect(stored).toMatchObject({
      state: 'due',
      amount: 50_000,
      money: 'real',
      masked: 'DANA ••••7890 (An…)',
      dueAt: desk.clock.now() + DAY,
    })
    expect(JSON.stringify(stored)).not.toContain('08123456')
    expect(JSON.stringify(stored)).not.toContain('Lestari')
    expect(freeOf(await desk.wallet())).toBe(50_000)
    expect(desk.told.map(({ news }) => news).sort()).toEqual(['customer asked', 'desk withdrawal asked'])
    expect(await withdrawalsOf(desk.deps, { shop: 's_1', state: 'due', limit: 9 })).toHaveLength(1)
  })

  test('the same cause fifty times at once is one', async () => {
    await open()
    const ids = await Promise.all(Array.from({ length: 50 }, () => desk.ask()))
    expect(new Set(ids.map((one) => one.ok && one.withdrawal.id)).size).toBe(1)
    await desk.work()
    expect((await desk.wallet()).holds).toEqual({ [ids[0]?.ok ? ids[0].withdrawal.id : '']: 50_000 })
    expect(desk.told).toHaveLength(2)
  })

  test('fifty at once never take more than there is; beside three open ones a fourth is refused', async () => {
    await open({ saldo: 45_000 })
    const asks = await Promise.all(Array.from({ length: 50 }, (_, i) => desk.ask(10_000, `u${i}`)))
    expect(asks.filter(({ ok }) => ok).length).toBeLessThanOrEqual(4)
    expect(freeOf(await desk.wallet())).toBeGreaterThanOrEqual(0)
    expect(await desk.ask(10_000, 'later')).toMatchObject({ ok: false, reason: 'tooMany' })
    // One that found too little is shown to nobody, and its address is gone.
    const all = await desk.store.withdrawals.list('s_1', { limit: 99 })
    const unseen = all.filter(({ state }) => state === 'rejected')
    expect(unseen.every(({ to }) => to === undefined)).toBe(true)
    const shown = await withdrawalsOf(desk.deps, { shop: 's_1', limit: 99 })
    expect(shown.every(({ state }) => state === 'due')).toBe(true)
    await desk.work()
    expect(desk.told.filter(({ news }) => news.startsWith('customer'))).toHaveLength(shown.length)
  })

  test.each([
    [9_999, 'amount'],
    [0, 'amount'],
    [-50_000, 'amount'],
    [10_000.5, 'amount'],
    [Number.NaN, 'amount'],
    [2 ** 60, 'amount'],
    [100_001, 'short'],
  ])('of %p is refused and leaves nothing', async (amount, reason) => {
    await open()
    expect(await desk.ask(amount)).toMatchObject({ ok: false, reason })
    expect(await desk.store.withdrawals.list('s_1', { limit: 9 })).toEqual([])
    expect(await desk.wallet()).toMatchObject({ holds: {}, v: 1 })
  })

  test('for a place that is none is refused', async () => {
    await open()
    for (const destination of [
      { ...ANI, number: '12' },
      { ...ANI, name: ' ' },
      { ...ANI, method: '<b>' },
    ]) {
      const input = { shop: 's_1', customer: 'cu_1', chat: '1:1', amount: 50_000, destination, cause: 'u' }
      expect(await askWithdrawal(desk.deps, input)).toMatchObject({ ok: false, reason: 'destination' })
    }
  })

  test('what was topped up leaves only where the shop allows it; what came back always', async () => {
    await open({ saldo: 30_000, topup: 70_000 })
    expect(await desk.ask(30_001, 'a')).toMatchObject({ ok: false, reason: 'short' })
    expect(await desk.ask(30_000, 'b')).toMatchObject({ ok: true })
    expect(await desk.ask(10_000, 'c')).toMatchObject({ ok: false, reason: 'short' })
    await desk.store.shops.change('s_1', (shop) => ({
      ...shop,
      settings: { ...shop.settings, topupsOut: true },
    }))
    expect(await desk.ask(70_000, 'd')).toMatchObject({ ok: true })
  })

  test('in a practice shop it is play money', async () => {
    await open({ practice: true })
    const id = await asked()
    expect(await desk.store.withdrawals.get('s_1', id)).toMatchObject({ money: 'play' })
  })
})

describe('its end', () => {
  test('sent: the wallet is debited once, the customer told, a line in the audit', async () => {
    await open()
    const id = await asked()
    const paid = await Promise.all(Array.from({ length: 50 }, () => desk.pay(id)))
    expect(paid.every(({ ok }) => ok)).toBe(true)
    expect(paid.filter((one) => one.ok && !one.already)).toHaveLength(1)
    await desk.pass(2 * DAY)
    expect(await desk.wallet()).toMatchObject({ balance: 50_000, holds: {} })
    expect((await desk.wallet()).entries.at(-1)).toMatchObject({
      note: 'withdrawn',
      amount: -50_000,
      by: SELLER,
    })
    expect(await desk.audit()).toEqual(['withdrawal.paid'])
    expect((await desk.store.audit.list({ shop: 's_1', limit: 1 }))[0]).toMatchObject({
      by: SELLER,
      about: 'cu_1',
      reason: 'ref 1',
      data: { amount: 50_000, to: 'DANA ••••7890 (An…)' },
    })
    expect(desk.told.map(({ news }) => news)).toContain('customer done')
    const toSeller = desk.told.map(({ news }) => news).filter((news) => news.startsWith('desk'))
    expect(toSeller).toEqual(['desk withdrawal asked', 'desk withdrawal done'])
    expect(await desk.reject(id)).toMatchObject({ ok: false, reason: 'ended' })
  })

  test('refused: with a reason, and the sum is free again', async () => {
    await open()
    const id = await asked()
    for (const reason of ['', '  ', 'no'])
      expect(await desk.reject(id, reason)).toMatchObject({ ok: false, reason: 'reason' })
    expect(await desk.reject(id)).toMatchObject({ ok: true, already: false })
    expect(await desk.reject(id)).toMatchObject({ ok: true, already: true })
    await desk.work()
    expect(freeOf(await desk.wallet())).toBe(100_000)
    expect(await desk.audit()).toEqual(['withdrawal.rejected'])
    expect(await desk.pay(id)).toMatchObject({ ok: false, reason: 'ended' })
    expect(desk.told.map(({ news }) => news)).toContain('customer rejected')
  })

  test('both at once, fifty times: one counts', async () => {
    await open()
    const id = await asked()
    const ends = await Promise.all(
      Array.from({ length: 50 }, (_, i) => (i % 2 ? desk.pay(id) : desk.reject(id))),
    )
    expect(ends.filter((one) => one.ok && !one.already)).toHaveLength(1)
    expect(await desk.audit()).toHaveLength(1)
    await desk.work()
    expect(desk.told.filter(({ news }) => /^customer (done|rejected)/.test(news))).toHaveLength(1)
  })

  test('is for nobody else: another shop, another id', async () => {
    await open()
    const id = await asked()
    const elsewhere = { shop: 's_2', id, by: SELLER }
    expect(await payWithdrawal(desk.deps, elsewhere)).toMatchObject({ ok: false, reason: 'notFound' })
    expect(await rejectWithdrawal(desk.deps, { ...elsewhere, reason: 'why not' })).toMatchObject({
      ok: false,
      reason: 'notFound',
    })
    expect(await revealDestination(desk.deps, elsewhere)).toMatchObject({ ok: false, reason: 'notFound' })
    expect(await desk.pay('w_none')).toMatchObject({ ok: false, reason: 'notFound' })
    expect(await desk.audit()).toEqual([])
  })
})

describe('where it goes', () => {
  test('is shown to the eye that pays, each look in the audit, and forgotten 90 days after the end', async () => {
    await open()
    const id = await asked()
    const reveal = () => revealDestination(desk.deps, { shop: 's_1', id, by: SELLER })
    expect(await reveal()).toMatchObject({ ok: true, destination: ANI })
    expect(await desk.audit()).toEqual(['withdrawal.shown'])
    expect(JSON.stringify(await desk.store.audit.list({ limit: 9 }))).not.toContain('0812345')
    await desk.pay(id)
    const after = DEFAULTS.destinationDays * DAY
    await desk.pass(after - HOUR)
    expect(await desk.store.withdrawals.forget(desk.clock.now() - after)).toBe(0)
    expect(await reveal()).toMatchObject({ ok: true })
    desk.clock.advance(2 * HOUR)
    expect(await desk.store.withdrawals.forget(desk.clock.now() - after)).toBe(1)
    expect(await reveal()).toMatchObject({ ok: false, reason: 'forgotten' })
    expect(await desk.store.withdrawals.get('s_1', id)).toMatchObject({ masked: 'DANA ••••7890 (An…)' })
  })

  test('one that is still due is never forgotten', async () => {
    await open()
    await asked()
    await desk.pass(200 * DAY)
    expect(await desk.store.withdrawals.forget(desk.clock.now())).toBe(0)
  })
})

describe('time', () => {
  test('reminds the seller six hours before it is due, when it is, and each day after; it resolves nothing', async () => {
    await open()
    const start = desk.clock.now()
    const id = await asked()
    await desk.pass(3.5 * DAY)
    const hours = desk.told.filter(({ news }) => news.includes('remind')).map(({ at }) => (at - start) / HOUR)
    expect(hours).toEqual([18, 24, 48, 72])
    expect(await desk.store.withdrawals.get('s_1', id)).toMatchObject({ state: 'due' })
    expect(freeOf(await desk.wallet())).toBe(50_000)
    await desk.reject(id)
    await desk.pass(5 * DAY)
    expect(desk.told.filter(({ news }) => news.includes('remind'))).toHaveLength(4)
  })

  test('after a long sleep there is one reminder, not all that were missed', async () => {
    await open()
    await asked()
    await desk.work()
    desk.clock.advance(10 * DAY)
    await desk.work()
    expect(desk.told.filter(({ news }) => news.includes('remind'))).toHaveLength(1)
  })
})

describe('a process killed at any call', () => {
  /** The same store and box in a process that dies. Nobody does the verb again: only jobs go on. */
  const dying = (death: Death) => {
    const mortal = makeMortal({ turns: () => 0, meanwhile: async () => undefined }, death)
    const { wallets, withdrawals, audit, shops } = desk.store
    const wrapped = {
      shops,
      wallets: mortal.wrap(wallets, (method) => method !== 'get'),
      withdrawals: mortal.wrap(withdrawals, (method) => !['get', 'list'].includes(method)),
      audit: mortal.wrap(audit, () => true),
    }
    return { mortal, deps: { ...desk.deps, store: wrapped } }
  }

  test.each(['ask', 'pay', 'reject'] as const)(
    'of %s leaves nothing lost and nothing held for ever',
    async (verb) => {
      let died = 0
      for (const when of ['before', 'after'] as const)
        for (let call = 1; call <= 6; call++) {
          await open()
          const id = verb === 'ask' ? '' : await asked()
          await desk.work()
          const { mortal, deps } = dying({ call, when })
          const run = {
            ask: () => desk.ask(50_000, 'u1', deps),
            pay: () => desk.pay(id, deps),
            reject: () => desk.reject(id, undefined, deps),
          }
          const ended = await mortal.run<unknown>(run[verb])
          if (ended === null) died++
          await desk.pass(HOUR)
          const [one] = await desk.store.withdrawals.list('s_1', { limit: 9 })
          const { holds, balance } = await desk.wallet()
          if (!one) expect([verb, call, when, holds]).toEqual(['ask', 1, 'before', {}])
          else expect(holds).toEqual(one.state === 'due' ? { [one.id]: 50_000 } : {})
          expect(balance).toBe(one?.state === 'done' ? 50_000 : 100_000)
          if (one?.state === 'done' || one?.state === 'rejected') expect(await desk.audit()).toHaveLength(1)
          const customer = desk.told.filter(
            ({ news }) => news === `customer ${one?.state === 'due' ? 'asked' : one?.state}`,
          )
          expect(customer).toHaveLength(one ? 1 : 0)
        }
      expect(died).toBeGreaterThan(4)
    },
  )

  test('between the document and the reservation, with the money gone meanwhile: it ends unseen', async () => {
    await open({ saldo: 50_000 })
    const { mortal, deps } = dying({ call: 1, when: 'after' })
    expect(await mortal.run(() => desk.ask(50_000, 'u1', deps))).toBeNull()
    await desk.store.wallets.debit('s_1', 'cu_1', 'real', { cause: 'x', amount: -1, at: 0, note: 'adjusted' })
    await desk.pass(HOUR)
    expect(await withdrawalsOf(desk.deps, { shop: 's_1', limit: 9 })).toEqual([])
    expect(desk.told).toEqual([])
    expect(await desk.ask(50_000, 'u1')).toMatchObject({ ok: false, reason: 'short' })
    expect(
      await desk.pay((await desk.store.withdrawals.list('s_1', { limit: 1 }))[0]?.id ?? ''),
    ).toMatchObject({
      ok: false,
      reason: 'short',
    })
  })
})

test('a reservation that comes after somebody else has found too little is given back', async () => {
  await open({ saldo: 50_000 })
  const { wallets } = desk.store
  let first = true
  const store = {
    ...desk.store,
    wallets: {
      ...wallets,
      hold: async (...of: Parameters<typeof wallets.hold>) => {
        if (first) {
          first = false
          await wallets.debit('s_1', 'cu_1', 'real', { cause: 'x', amount: -1, at: 0, note: 'adjusted' })
          await desk.work()
          await desk.fill('y', 1)
        }
        return wallets.hold(...of)
      },
    },
  }
  expect(await desk.ask(50_000, 'u1', { ...desk.deps, store })).toMatchObject({ ok: false, reason: 'short' })
  expect(await desk.wallet()).toMatchObject({ balance: 50_000, holds: {} })
})

test('and is given back as well when its process dies with it', async () => {
  await open({ saldo: 50_000 })
  const { wallets } = desk.store
  let first = true
  const dying = {
    ...wallets,
    hold: async (...of: Parameters<typeof wallets.hold>): Promise<'held' | 'short'> => {
      if (!first) return wallets.hold(...of)
      first = false
      await wallets.debit('s_1', 'cu_1', 'real', { cause: 'x', amount: -1, at: 0, note: 'adjusted' })
      await desk.work()
      await desk.fill('y', 1)
      await wallets.hold(...of)
      throw new Error('killed')
    },
  }
  const store = { ...desk.store, wallets: dying }
  const fault = await desk.ask(50_000, 'u1', { ...desk.deps, store }).catch(String)
  expect(fault).toContain('killed')
  await desk.pass(HOUR)
  expect(await desk.wallet()).toMatchObject({ balance: 50_000, holds: {} })
})

describe('the seller’s own entry', () => {
  const by = (amount: number, reason = 'salah hitung', cause = 'c1') =>
    adjust(desk.deps as WithdrawalDeps & { store: Desk['store'] }, {
      shop: 's_1',
      customer: 'cu_1',
      money: 'real',
      amount,
      reason,
      by: SELLER,
      cause,
    })

  test('goes up and down with its reason, once per cause, with a line in the audit', async () => {
    await open()
    await Promise.all(Array.from({ length: 50 }, () => by(5000)))
    expect(await by(-20_000, 'salah transfer', 'c2')).toMatchObject({ ok: true, wallet: { balance: 85_000 } })
    expect((await desk.wallet()).entries.slice(1)).toMatchObject([
      { cause: 'adjust:c1', amount: 5000, note: 'adjusted', reason: 'salah hitung', by: SELLER },
      { cause: 'adjust:c2', amount: -20_000, note: 'adjusted', reason: 'salah transfer', by: SELLER },
    ])
    const lines = await desk.store.audit.list({ shop: 's_1', limit: 9 })
    expect(lines).toHaveLength(2)
    expect(lines).toContainEqual(
      expect.objectContaining({
        what: 'saldo.adjusted',
        about: 'cu_1',
        reason: 'salah hitung',
        data: { amount: 5000, money: 'real' },
      }),
    )
  })

  test('never takes what is reserved or not there, and needs a reason and a customer', async () => {
    await open()
    await asked()
    expect(await by(-50_001)).toMatchObject({ ok: false, reason: 'short' })
    expect(await by(-50_000, 'habis')).toMatchObject({ ok: true })
    for (const reason of ['', ' a ', 'ab'])
      expect(await by(1, reason, 'c3')).toMatchObject({ ok: false, reason: 'reason' })
    for (const amount of [0, 0.5, Number.NaN, 10_000_001, -10_000_001])
      expect(await by(amount, 'abc', 'c3')).toMatchObject({ ok: false, reason: 'amount' })
    const other = {
      shop: 's_1',
      customer: 'cu_9',
      money: 'real' as const,
      amount: 5,
      reason: 'abc',
      by: SELLER,
      cause: 'c4',
    }
    expect(await adjust({ store: desk.store, clock: desk.clock }, other)).toMatchObject({
      ok: false,
      reason: 'notFound',
    })
    expect(await desk.audit()).toEqual(['saldo.adjusted'])
  })
})
