// Stories of saldo being filled: whatever sum came is the customer's, once, whenever and however it came.
import { afterEach, describe, expect, test } from 'bun:test'
import { DAY, HOUR, MINUTE } from '../../src/lib/clock.ts'
import type { BillStatus } from '../../src/payments/gateway.ts'
import { makeQris } from '../../src/payments/qris.ts'
import { withdrawable } from '../../src/store/wallet.ts'
import {
  ANI,
  billed,
  bought,
  faults,
  notice,
  openSale,
  pay,
  place,
  SHOP,
  type Shop,
  yes,
} from '../support/sale.ts'

let shop: Shop
/** Every story ends with its books in order. */
afterEach(async () => {
  expect(await faults(shop.world)).toEqual([])
})

const ask = (amount = 50_000, cause = 'update-d') => shop.act((now) => now.deposit(amount, cause))
const asked = async (amount = 50_000, cause = 'update-d'): Promise<string> => {
  const made = await ask(amount, cause)
  if (!made.ok) throw new Error(`no deposit: ${made.reason}`)
  await shop.work()
  return made.order.id
}
const wallet = () => shop.world.store.wallets.get(SHOP, ANI, shop.world.money)
const lines = async () => (await wallet()).entries.map(({ cause, amount, note }) => [cause, amount, note])

describe('a deposit', () => {
  test('is billed at once, paid, credited as topped up, and closed; nothing of it reaches a panel or the list of orders', async () => {
    shop = await openSale()
    const id = await asked()
    expect(await shop.order(id)).toMatchObject({
      deposit: true,
      state: 'awaitingPayment',
      quote: { displayName: 'Isi saldo', price: 50_000, toPay: 50_000, saldo: 0, money: 'real' },
    })
    await pay(shop, id)
    await shop.pass(DAY)
    expect(await shop.history(id)).toEqual(['quoted', 'billing', 'awaitingPayment', 'paid', 'closed'])
    expect(await lines()).toEqual([[`deposit:${id}-1`, 50_000, 'topup']])
    expect(await wallet()).toMatchObject({ balance: 50_000, topup: 50_000 })
    expect(withdrawable(await wallet(), false)).toBe(0)
    expect(withdrawable(await wallet(), true)).toBe(50_000)
    expect(shop.world.panel.calls.add).toBe(0)
    const { orders } = shop.world.store
    expect(await orders.list(SHOP, {})).toEqual([])
    expect(await orders.counts(SHOP)).toEqual({})
    expect(await orders.list(SHOP, { deposits: true })).toMatchObject([{ id }])
    expect(await shop.items()).toEqual([])
  })

  test('is the same for the same cause, also fifty times at once', async () => {
    shop = await openSale()
    const made = await Promise.all(Array.from({ length: 50 }, () => ask()))
    const ids = new Set(made.map((one) => (one.ok ? one.order.id : one.reason)))
    expect(ids.size).toBe(1)
    await shop.work()
    expect(shop.world.bank.calls.charge).toBe(1)
    const other = await ask(70_000)
    expect(other.ok && other.order.quote.price).toBe(50_000)
  })

  test.each([
    [9_999, 'amount'],
    [2_000_001, 'amount'],
    [50_000.5, 'amount'],
    [-50_000, 'amount'],
    [Number.NaN, 'amount'],
    [Number.POSITIVE_INFINITY, 'amount'],
  ])('of %p is refused', async (amount, reason) => {
    shop = await openSale()
    expect(await ask(amount)).toMatchObject({ ok: false, reason })
    expect(await shop.world.store.orders.list(SHOP, { deposits: 'all' })).toEqual([])
  })

  test('is refused by a closed shop, and beside three open bills; it counts as one of them', async () => {
    shop = await openSale()
    shop.world.rules.open = false
    expect(await ask()).toMatchObject({ ok: false, reason: 'closed' })
    shop.world.rules.open = true
    await asked(10_000, 'a')
    await asked(20_000, 'b')
    await billed(shop)
    expect(await ask(30_000, 'c')).toMatchObject({ ok: false, reason: 'tooManyBills' })
    expect(await yes(shop, await place(shop, { quantity: 2000 }))).toMatchObject({
      ok: false,
      reason: 'tooManyBills',
    })
    expect(await ask(10_000, 'a')).toMatchObject({ ok: true })
  })

  test.each([
    ['too much', 60_000],
    ['too little', 1],
  ])('credits what came: %s', async (_, amount) => {
    shop = await openSale()
    const id = await asked()
    await pay(shop, id, { amount })
    expect(await shop.state(id)).toBe('closed')
    expect(await lines()).toEqual([[`deposit:${id}-1`, amount, 'topup']])
    expect(await shop.items()).toEqual([])
  })

  test('found paid without a notice, after our clock has lapsed it, is credited', async () => {
    shop = await openSale()
    shop.world.bank.spell.status = (honest) => honest()
    const id = await asked()
    shop.world.bank.spell.status = () => ({ kind: 'fault', reason: 'timeout', alarm: false })
    await shop.pass(HOUR)
    expect(await shop.state(id)).toBe('lapsed')
    shop.world.bank.pay(`${id}-1`, { late: true })
    shop.world.bank.spell.status = undefined
    await shop.pass(DAY)
    expect(await shop.history(id)).toEqual([
      'quoted',
      'billing',
      'awaitingPayment',
      'lapsed',
      'paid',
      'closed',
    ])
    expect(await shop.saldo()).toBe(50_000)
  })

  test('money after its end, or after the customer took it back, is topped up too, once', async () => {
    shop = await openSale()
    const closed = await asked(50_000, 'a')
    await shop.pass(HOUR)
    expect(await shop.state(closed)).toBe('closed')
    await pay(shop, closed, { late: true })
    await notice(shop, `${closed}-1`, 'again')
    const left = await asked(30_000, 'b')
    expect(await shop.act((now) => now.withdraw(left))).toMatchObject({ ok: true })
    await shop.work()
    await pay(shop, left, { late: true })
    await shop.pass(DAY)
    expect(await lines()).toEqual([
      [`${closed}:late:${closed}-1`, 50_000, 'topup'],
      [`${left}:late:${left}-1`, 30_000, 'topup'],
    ])
    expect(await wallet()).toMatchObject({ balance: 80_000, topup: 80_000 })
  })

  test('the same notice fifty times is one entry', async () => {
    shop = await openSale()
    const id = await asked()
    shop.world.bank.pay(`${id}-1`)
    await Promise.all(Array.from({ length: 50 }, (_, i) => shop.act((now) => now.notice(`${id}-1`, `n${i}`))))
    await shop.work()
    await shop.pass(DAY)
    expect(await lines()).toEqual([[`deposit:${id}-1`, 50_000, 'topup']])
  })

  test('without a gateway, or refused by it, comes back to its card and can be said yes to again', async () => {
    shop = await openSale()
    shop.world.bank.scripts.charge.push(() => ({
      kind: 'rejected',
      code: '402',
      message: 'off',
      alarm: true,
    }))
    const id = await asked()
    expect(await shop.state(id)).toBe('quoted')
    // It asks nothing of any panel.
    shop.world.rules.panelGone = true
    shop.world.rules.costOfOne = null
    expect(await yes(shop, id)).toMatchObject({ ok: true })
    await shop.work()
    await pay(shop, id)
    expect(await shop.saldo()).toBe(50_000)
  })

  test('whose QR asks for another sum is never shown', async () => {
    shop = await openSale()
    shop.world.bank.scripts.charge.push((honest) => {
      const made = honest()
      if (made.kind !== 'created') return made
      const qr = makeQris({
        amount: 5,
        merchantName: 'X',
        city: 'JAKARTA',
        nmid: 'ID1020000000001',
        reference: 'x',
      })
      return { kind: 'created', charge: { ...made.charge, qr } }
    })
    const id = await asked()
    expect(await shop.state(id)).toBe('quoted')
  })

  test('charged back before it was credited brings nothing; afterwards the seller sees what is missing', async () => {
    shop = await openSale()
    const settle = (id: string) => shop.act((now) => now.again('payments.settle', { attempt: `${id}-1` }))
    const early = await asked(50_000, 'a')
    shop.world.bank.pay(`${early}-1`)
    await settle(early)
    shop.world.bank.turn(`${early}-1`, 'chargeback')
    await settle(early)
    await shop.pass(DAY)
    expect(await shop.state(early)).toBe('closed')
    expect(await lines()).toEqual([])
    const late = await asked(30_000, 'b')
    await pay(shop, late)
    shop.world.bank.turn(`${late}-1`, 'chargeback')
    await notice(shop, `${late}-1`, 'chargeback')
    await shop.pass(DAY)
    expect(await lines()).toEqual([[`deposit:${late}-1`, 30_000, 'topup']])
    const due = await shop.world.store.orders.list(SHOP, { deposits: 'all', due: true })
    expect(due.map(({ id }) => id).sort()).toEqual([early, late].sort())
  })

  test('paid in another currency is held and credits nothing: only the seller can give it back', async () => {
    shop = await openSale()
    const id = await asked()
    shop.world.bank.pay(`${id}-1`)
    shop.world.bank.spell.status = (honest) => {
      const word = honest()
      return word && 'state' in word ? { ...word, currency: 'USD', amount: 3 } : word
    }
    await notice(shop, `${id}-1`)
    expect(await shop.order(id)).toMatchObject({ state: 'held', why: 'otherCurrency' })
    await shop.pass(2 * DAY)
    expect([await shop.state(id), await lines()]).toEqual(['closed', []])
    const [due] = await shop.world.store.orders.list(SHOP, { deposits: true, due: true })
    expect(Object.values(due?.money ?? {})).toMatchObject([
      { kind: 'otherCurrency', amount: 3, currency: 'USD' },
    ])
    shop = await openSale()
  })

  test('pays for an order afterwards, the topped-up part first', async () => {
    shop = await openSale({ saldo: 10_000 })
    const id = await asked(20_000)
    await pay(shop, id)
    expect(withdrawable(await wallet(), false)).toBe(10_000)
    const order = await billed(shop)
    await shop.pass(MINUTE)
    expect(await shop.state(order)).toBe('submitted')
    expect(await wallet()).toMatchObject({ balance: 18_000, topup: 8000 })
    expect(withdrawable(await wallet(), false)).toBe(10_000)
  })

  test('is no twin of an order, and an order none of it', async () => {
    shop = await openSale()
    await asked(50_000, 'a')
    const order = await bought(shop, { quantity: 1000 })
    await asked(50_000, 'b')
    expect(await shop.state(order)).toBe('submitted')
  })
})

describe('a process killed at any call while a deposit is made and paid', () => {
  test('leaves one entry of the whole sum', async () => {
    shop = await openSale()
    const story = async () => {
      const id = await asked()
      await pay(shop, id)
      await shop.pass(DAY)
      return id
    }
    await story()
    const calls = shop.calls()
    expect(calls).toBeGreaterThan(10)
    for (let call = 1; call <= calls; call++)
      for (const when of ['before', 'after'] as const) {
        shop = await openSale()
        shop.doom({ call, when })
        const id = await story()
        expect([call, when, await shop.state(id), await lines(), await faults(shop.world)]).toEqual([
          call,
          when,
          'closed',
          [[`deposit:${id}-1`, 50_000, 'topup']],
          [],
        ])
        expect(shop.deaths()).toBe(1)
      }
  })

  test('and a part is taken back before it goes on: the books say what the wallet got', async () => {
    let credited = 0
    for (let call = 1; call <= 8; call++)
      for (const when of ['before', 'after'] as const) {
        shop = await openSale()
        const id = await asked()
        shop.world.bank.pay(`${id}-1`)
        await shop.cutOff(
          async (now) => {
            await now.notice(`${id}-1`, 'paid')
            await now.drain()
          },
          { call, when },
        )
        if ((await lines()).length > 0 && (await shop.state(id)) === 'paid') credited++
        shop.world.bank.spell.status = (honest) => ({
          ...(honest() as BillStatus),
          state: 'partiallyRefunded',
          amount: 20_000,
          paid: 50_000,
        })
        await notice(shop, `${id}-1`, 'part')
        await shop.pass(DAY)
        expect([call, when, await shop.state(id), await faults(shop.world)]).toEqual([
          call,
          when,
          'closed',
          [],
        ])
      }
    expect(credited).toBeGreaterThan(0)
  })
})
