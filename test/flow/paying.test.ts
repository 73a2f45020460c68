// Stories of money coming in: the bill, its ends, and everything that comes late, twice, or otherwise than asked.
import { afterEach, describe, expect, test } from 'bun:test'
import { DAY, HOUR, MINUTE, SECOND } from '../../src/lib/clock.ts'
import { FAULT } from '../support/sale/bank.ts'
import {
  ANI,
  billed,
  bought,
  boughtAt,
  faults,
  notice,
  openSale,
  pay,
  place,
  type Shop,
  type WorldOptions,
  yes,
} from '../support/sale.ts'

let shop: Shop
const open = async (options: WorldOptions = {}): Promise<Shop> => {
  shop = await openSale(options)
  return shop
}
/** Every story ends with its books in order. */
afterEach(async () => {
  expect(await faults(shop.world)).toEqual([])
})
const last = async (id: string) => (await shop.order(id)).events.at(-1)

describe('a bill', () => {
  test('is paid, ordered at the panel once, and delivered', async () => {
    await open()
    const id = await billed(shop)
    expect((await shop.order(id)).quote).toMatchObject({ price: 12_000, toPay: 12_000, saldo: 0 })
    expect(shop.world.panel.calls.add).toBe(0)
    await pay(shop, id)
    expect(await shop.state(id)).toBe('submitted')
    const [taken] = shop.world.panel.taken
    expect(taken?.order).toEqual({
      service: '1001',
      type: 'default',
      link: 'https://instagram.com/warung',
      quantity: 1000,
    })
    shop.world.panel.tell(taken?.id ?? '', { state: 'completed', word: 'Completed', remains: 0 })
    await shop.pass(MINUTE)
    expect(await shop.history(id)).toEqual([
      'quoted',
      'billing',
      'awaitingPayment',
      'paid',
      'submitting',
      'submitted',
      'completed',
    ])
    expect(shop.world.panel.calls.add).toBe(1)
    expect(shop.world.bank.calls.charge).toBe(1)
    expect(await shop.items()).toEqual([])
  })

  test('is found paid without any notice, by asking: every 12 s for 3 min, then every 30 s', async () => {
    await open()
    const id = await billed(shop)
    await shop.pass(3 * MINUTE)
    expect(shop.world.bank.calls.status).toBe(15)
    await shop.pass(3 * MINUTE)
    expect(shop.world.bank.calls.status).toBe(21)
    await pay(shop, id, { quiet: true })
    await shop.pass(30 * SECOND)
    expect(await shop.state(id)).toBe('submitted')
    const { status } = shop.world.bank.calls
    await shop.pass(HOUR)
    expect(shop.world.bank.calls.status).toBe(status)
  })

  test('is found paid when its customer asks, though the clock was set back since the gateway was asked last', async () => {
    await open()
    const id = await billed(shop)
    const { bank, clock } = shop.world
    await shop.pass(MINUTE)
    clock.set(clock.now() - HOUR)
    await pay(shop, id, { quiet: true })
    expect(await shop.act((now) => now.check(id))).toMatchObject({ ok: true, order: { state: 'paid' } })
    expect(bank.received().size).toBe(1)
    await shop.pass(2 * HOUR)
  })

  test('with a webhook is asked for at +60 s, +5 min, 2 min after its end, then every 10 min', async () => {
    await open()
    shop.world.rules.hooked = true
    const id = await billed(shop)
    const asked: number[] = []
    const from = shop.world.clock.now()
    shop.world.bank.spell.status = () => {
      asked.push((shop.world.clock.now() - from) / MINUTE)
      return FAULT
    }
    await shop.pass(60 * MINUTE)
    expect(asked).toEqual([1, 5, 32, 42, 52])
    expect(await shop.state(id)).toBe('lapsed')
    shop.world.bank.spell.status = undefined
    await shop.pass(10 * MINUTE)
    expect(await shop.state(id)).toBe('closed')
  })

  test('the same notice fifty times, and its job twice, move the order once', async () => {
    await open()
    const id = await bought(shop)
    const attempt = await shop.attempt(id)
    for (let i = 0; i < 50; i++) await notice(shop, attempt, `${i % 5}`)
    expect((await shop.order(id)).events.filter(({ to }) => to === 'paid')).toHaveLength(1)
    expect(shop.world.panel.calls.add).toBe(1)
  })

  test('paid by saldo alone never sees the gateway', async () => {
    await open({ saldo: 20_000 })
    const id = await billed(shop)
    expect(await shop.state(id)).toBe('submitted')
    expect(await shop.saldo()).toBe(8000)
    expect(await shop.holds()).toEqual({})
    expect(shop.world.bank.calls).toEqual({ charge: 0, status: 0, cancel: 0 })
  })

  test('takes its saldo part when the rest is paid, not before', async () => {
    await open({ saldo: 5000 })
    const id = await billed(shop)
    expect((await shop.order(id)).quote).toMatchObject({ saldo: 5000, toPay: 7000 })
    expect([await shop.saldo(), await shop.holds()]).toEqual([5000, { [id]: 5000 }])
    await pay(shop, id)
    expect([await shop.saldo(), await shop.holds()]).toEqual([0, {}])
    expect(await shop.state(id)).toBe('submitted')
  })

  test('never leaves a rest below the least bill', async () => {
    await open({ saldo: 11_500 })
    const id = await billed(shop)
    expect((await shop.order(id)).quote).toMatchObject({ saldo: 11_000, toPay: 1000 })
  })
})

describe('a bill that is not made', () => {
  test('refused by the gateway: saldo is free, the card lives again, a second yes makes the next attempt', async () => {
    await open({ saldo: 5000 })
    shop.world.bank.scripts.charge.push(() => ({
      kind: 'rejected',
      code: '402',
      message: 'channel is not activated',
      alarm: true,
    }))
    const id = await billed(shop)
    expect(await shop.state(id)).toBe('quoted')
    expect(await shop.holds()).toEqual({})
    expect(shop.world.told).toContain(`seller ${id}`)
    expect((await last(id))?.data).toMatchObject({ code: '402', alarm: true })
    await yes(shop, id)
    await shop.work()
    expect(await shop.state(id)).toBe('awaitingPayment')
    expect(Object.keys((await shop.order(id)).bills)).toEqual([`${id}-1`, `${id}-2`])
    expect([...shop.world.bank.bills.keys()]).toEqual([`${id}-2`])
  })

  test('its answer lost: the same attempt again gives the same bill, the customer sees one', async () => {
    await open()
    const lost = (honest: () => unknown) => {
      honest()
      return { kind: 'unknown' as const, detail: 'timeout' }
    }
    shop.world.bank.scripts.charge.push(lost, lost)
    const id = await billed(shop)
    expect(await shop.state(id)).toBe('billing')
    await shop.pass(10 * SECOND)
    expect(await shop.state(id)).toBe('awaitingPayment')
    expect(shop.world.bank.bills.size).toBe(1)
    expect(shop.world.bank.calls.charge).toBe(3)
  })

  test('silent past the five minutes of one attempt: what became of it is asked and closed, the next is made', async () => {
    await open()
    const { bank } = shop.world
    for (let i = 0; i < 60; i++)
      bank.scripts.charge.push((honest) => {
        if (i === 0) honest()
        return { kind: 'unknown', detail: 'timeout' }
      })
    const id = await billed(shop)
    await shop.pass(4 * MINUTE)
    expect(await shop.state(id)).toBe('billing')
    bank.scripts.charge.length = 0
    shop.world.clock.advance(MINUTE)
    await shop.pass(MINUTE)
    expect(await shop.state(id)).toBe('awaitingPayment')
    expect([...bank.bills].map(([attempt, { state }]) => [attempt, state])).toEqual([
      [`${id}-1`, 'cancelled'],
      [`${id}-2`, 'pending'],
    ])
  })

  test('with the gateway silent for a quarter of an hour the card comes back; the bill is asked about when that lapses', async () => {
    await open({ saldo: 5000 })
    const { bank } = shop.world
    bank.spell.status = () => FAULT
    bank.spell.cancel = () => FAULT
    for (let i = 0; i < 100; i++)
      bank.scripts.charge.push((honest) => {
        if (i === 0) honest()
        return { kind: 'unknown', detail: 'timeout' }
      })
    const id = await billed(shop)
    await shop.pass(17 * MINUTE)
    expect(await shop.state(id)).toBe('quoted')
    expect(await shop.holds()).toEqual({})
    await shop.pass(16 * MINUTE)
    expect(await shop.state(id)).toBe('lapsed')
    bank.spell.status = undefined
    await shop.pass(20 * MINUTE)
    expect(await shop.state(id)).toBe('closed')
  })

  test('a QR of another sum is never shown: closed at the gateway, the seller alarmed', async () => {
    await open()
    shop.world.bank.scripts.charge.push((honest) => {
      const made = honest()
      if (made.kind !== 'created') return made
      return {
        kind: 'created',
        charge: { ...made.charge, qr: made.charge.qr.replace('540512000', '540512001') },
      }
    })
    const id = await billed(shop)
    const order = await shop.order(id)
    expect([order.state, order.bills[`${id}-1`]?.state, order.bills[`${id}-1`]?.qr]).toEqual([
      'quoted',
      'failed',
      undefined,
    ])
    expect(shop.world.bank.bills.get(`${id}-1`)?.state).toBe('cancelled')
    expect(shop.world.told).toContain(`seller ${id}`)
    await shop.pass(16 * MINUTE)
    expect(await shop.state(id)).toBe('closed')
  })

  test('of another sum and not to be closed: asked about after the card has lapsed, until the word is final', async () => {
    await open()
    const { bank } = shop.world
    bank.scripts.cancel.push(() => FAULT)
    bank.scripts.charge.push((honest) => {
      const made = honest()
      return made.kind === 'created' ? { kind: 'created', charge: { ...made.charge, qr: 'x' } } : made
    })
    const id = await billed(shop)
    await shop.pass(16 * MINUTE)
    expect(await shop.state(id)).toBe('lapsed')
    await shop.pass(30 * MINUTE)
    expect(await shop.state(id)).toBe('closed')
    expect(bank.bills.get(`${id}-1`)?.state).toBe('expired')
  })

  test('no gateway, or one of another kind of money: the card comes back', async () => {
    await open()
    shop.world.rules.gatewayGone = true
    const id = await billed(shop)
    expect([await shop.state(id), (await shop.order(id)).bills]).toEqual(['quoted', {}])
  })

  test('with less saldo than the card says: the same price, split anew', async () => {
    await open({ saldo: 9000 })
    const first = await place(shop, { quantity: 1000 })
    const second = await place(shop, { quantity: 2000 })
    await yes(shop, first)
    await shop.work()
    await yes(shop, second)
    await shop.work()
    expect(await shop.state(first)).toBe('awaitingPayment')
    expect((await shop.order(second)).quote).toMatchObject({ price: 24_000, saldo: 0, toPay: 24_000 })
    await yes(shop, second)
    await shop.work()
    await pay(shop, second)
    expect(await shop.state(second)).toBe('submitted')
    expect(await shop.holds()).toEqual({ [first]: 9000 })
  })

  test('a second bill paid while the first is not final: the first is still asked about, its money goes to saldo', async () => {
    await open()
    const { bank } = shop.world
    bank.scripts.cancel.push(() => FAULT)
    bank.scripts.charge.push((honest) => {
      const made = honest()
      return made.kind === 'created' ? { kind: 'created', charge: { ...made.charge, qr: 'x' } } : made
    })
    const id = await billed(shop)
    await yes(shop, id)
    await shop.work()
    await pay(shop, id)
    expect(await shop.state(id)).toBe('submitted')
    bank.pay(`${id}-1`)
    await shop.pass(10 * MINUTE)
    expect(await shop.saldo()).toBe(12_000)
    expect(shop.world.panel.calls.add).toBe(1)
  })
})

describe('late money', () => {
  const lapsed = async (options: WorldOptions = {}): Promise<string> => {
    await open(options)
    const id = await billed(shop)
    // The gateway is down over the end of the bill: our clock takes the offer back, its word is still to come.
    shop.world.bank.spell.status = () => FAULT
    await shop.pass(33 * MINUTE)
    shop.world.bank.spell.status = undefined
    expect(await shop.state(id)).toBe('lapsed')
    return id
  }

  test('without any money the gateway has the last word: lapsed, then closed, no saldo held', async () => {
    await open({ saldo: 5000 })
    const id = await billed(shop)
    await shop.pass(40 * MINUTE)
    expect(await shop.history(id)).toEqual(['quoted', 'billing', 'awaitingPayment', 'lapsed', 'closed'])
    expect(await shop.holds()).toEqual({})
    expect(shop.world.panel.calls.add).toBe(0)
  })

  test('revives what still passes every guard, with its saldo part', async () => {
    const id = await lapsed({ saldo: 5000 })
    expect(await shop.holds()).toEqual({})
    await pay(shop, id, { late: true })
    expect(await shop.history(id)).toEqual(
      expect.arrayContaining(['lapsed', 'paid', 'submitting', 'submitted']),
    )
    expect(await shop.saldo()).toBe(0)
  })

  test('buys nothing when the price no longer covers the cost: to saldo, order closed', async () => {
    const id = await lapsed()
    shop.world.rules.costOfOne = 13
    await pay(shop, id, { late: true })
    await shop.pass(MINUTE)
    expect([await shop.state(id), await shop.saldo(), shop.world.panel.calls.add]).toEqual([
      'closed',
      12_000,
      0,
    ])
  })

  test('buys nothing when the saldo part is gone', async () => {
    const id = await lapsed({ saldo: 5000 })
    const other = await billed(shop, { link: 'https://instagram.com/lain', quantity: 500 })
    expect(await shop.holds()).toEqual({ [other]: 5000 })
    await pay(shop, id, { late: true })
    await shop.pass(MINUTE)
    expect(await shop.state(id)).toBe('closed')
    expect(await shop.saldo()).toBe(5000 + 7000)
    expect(await shop.holds()).toEqual({ [other]: 5000 })
    expect(shop.world.panel.calls.add).toBe(0)
  })

  test('buys nothing when a newer order of the same customer has the same service and link', async () => {
    const id = await lapsed()
    const newer = await bought(shop, { quantity: 2000 })
    await pay(shop, id, { late: true })
    await shop.pass(MINUTE)
    expect([await shop.state(id), await shop.saldo()]).toEqual(['closed', 12_000])
    expect(shop.world.panel.taken).toHaveLength(1)
    expect(await shop.state(newer)).toBe('submitted')
  })

  test('of two that lapsed on one link and are paid late the newer is bought, the older goes to saldo', async () => {
    const older = await lapsed()
    shop.world.bank.spell.status = () => FAULT
    const newer = await billed(shop, { quantity: 2000 })
    await shop.pass(40 * MINUTE)
    shop.world.bank.spell.status = undefined
    expect(await shop.state(newer)).toBe('lapsed')
    await pay(shop, older, { late: true })
    await pay(shop, newer, { late: true })
    await shop.pass(MINUTE)
    expect([await shop.state(older), await shop.state(newer), await shop.saldo()]).toEqual([
      'closed',
      'submitted',
      12_000,
    ])
  })

  test("revives beside a newer order that ended unpaid, and beside another customer's", async () => {
    const id = await lapsed()
    const gone = await place(shop, { quantity: 2000 })
    await shop.act((now) => now.withdraw(gone))
    await place(shop, { quantity: 3000, customer: 'cu_2' })
    await shop.work()
    await pay(shop, id, { late: true })
    expect(await shop.state(id)).toBe('submitted')
  })

  test('after the own cancel goes always to saldo', async () => {
    await open({ saldo: 2000 })
    const id = await billed(shop)
    shop.world.bank.spell.cancel = () => FAULT
    expect(await shop.act((now) => now.withdraw(id))).toMatchObject({ ok: true })
    await shop.work()
    expect(await shop.state(id)).toBe('withdrawn')
    await pay(shop, id)
    shop.world.bank.spell.cancel = undefined
    await shop.pass(MINUTE)
    expect([await shop.state(id), await shop.saldo(), shop.world.panel.calls.add]).toEqual([
      'closed',
      12_000,
      0,
    ])
    expect(shop.world.told).toContain(`${id} withdrawn`)
  })

  test('after the last word of the gateway still reaches saldo, by its notice', async () => {
    await open()
    const id = await billed(shop)
    await shop.pass(40 * MINUTE)
    expect(await shop.state(id)).toBe('closed')
    await pay(shop, id, { late: true })
    expect([await shop.state(id), await shop.saldo()]).toEqual(['closed', 12_000])
    await notice(shop, await shop.attempt(id), 'again')
    expect(await shop.saldo()).toBe(12_000)
  })

  test('lapses meanwhile: a payment read before our clock took the offer back is judged as late', async () => {
    const id = await lapsed()
    shop.world.rules.costOfOne = null
    await pay(shop, id, { late: true, quiet: true })
    await shop.pass(15 * MINUTE)
    expect([await shop.state(id), await shop.saldo()]).toEqual(['closed', 12_000])
  })
})

describe('money otherwise than asked', () => {
  test('another sum holds the order; after the deadline it is in saldo, the held saldo part is free', async () => {
    await open({ saldo: 2000 })
    const id = await billed(shop)
    await pay(shop, id, { amount: 9999 })
    expect(await shop.order(id)).toMatchObject({ state: 'held', why: 'otherSum' })
    expect(shop.world.told).toContain(`seller ${id}`)
    expect(await shop.act((now) => now.approve(id))).toMatchObject({ ok: false, reason: 'wrongState' })
    expect(await shop.act((now) => now.choose(id, 'wait'))).toMatchObject({ ok: false, reason: 'wrongState' })
    await shop.pass(DAY)
    expect([await shop.state(id), await shop.saldo()]).toEqual(['closed', 2000 + 9999])
    expect(await shop.holds()).toEqual({})
    expect(shop.world.panel.calls.add).toBe(0)
  })

  test('another sum: the customer takes it to saldo at once', async () => {
    await open()
    const id = await billed(shop)
    await pay(shop, id, { amount: 15_000 })
    expect(await shop.act((now) => now.choose(id, 'toSaldo'))).toMatchObject({ ok: true })
    await shop.work()
    expect([await shop.state(id), await shop.saldo()]).toEqual(['closed', 15_000])
  })

  test('for the state that the gateway tells of another bill or merchant: an item, no move', async () => {
    await open()
    const id = await billed(shop)
    const attempt = await shop.attempt(id)
    const lies = [
      { reference: 'ref-other' },
      { merchant: 'G9999' },
      { attempt: 'o_x-1' },
      { paymentType: 'credit_card' },
      { amount: 0 },
      { amount: 12_000.5 },
    ]
    for (const [i, lie] of lies.entries()) {
      shop.world.bank.scripts.status.push(
        (honest) => ({ ...(honest() as object), state: 'paid', ...lie }) as never,
      )
      await notice(shop, attempt, `lie ${i}`)
      await shop.pass(SECOND)
    }
    expect(await shop.state(id)).toBe('awaitingPayment')
    expect((await shop.items()).map(({ text }) => text.split(': ')[1]?.split(',')[0]).sort()).toEqual([
      'amount',
      'attempt',
      'merchant',
      'paymentType',
      'reference',
    ])
    await pay(shop, id)
    expect(await shop.state(id)).toBe('submitted')
  })

  describe('in another currency', () => {
    const inDollars = (amount = 12) =>
      shop.world.bank.scripts.status.push(
        (honest) => ({ ...(honest() as object), state: 'paid', currency: 'USD', amount }) as never,
      )

    test('is held, visible, never counted as rupiah, and no money is made of it', async () => {
      await open()
      const id = await billed(shop)
      const attempt = await shop.attempt(id)
      inDollars(12_000)
      await notice(shop, attempt)
      const order = await shop.order(id)
      expect(order).toMatchObject({ state: 'held', why: 'otherCurrency' })
      expect(order.bills[attempt]).toMatchObject({ state: 'paid', final: true })
      expect(order.bills[attempt]).not.toHaveProperty('paidAmount')
      expect(Object.values(order.money)).toMatchObject([
        { kind: 'otherCurrency', currency: 'USD', amount: 12_000, state: 'due' },
      ])
      expect(shop.world.told).toContain(`seller ${id}`)
      expect(await shop.act((now) => now.approve(id))).toMatchObject({ ok: false })
      expect(await shop.act((now) => now.choose(id, 'wait'))).toMatchObject({ ok: false })
      await shop.pass(25 * HOUR)
      expect([await shop.state(id), await shop.saldo(), shop.world.panel.calls.add]).toEqual(['closed', 0, 0])
      // The seller alone can give it back, so it stays in their list.
      expect((await shop.order(id)).money[`otherCurrency:${attempt}`]?.state).toBe('due')
      expect(await shop.world.store.orders.list('s_1', { due: true })).toHaveLength(1)
    })

    test('of an order that has ended: an entry of the seller, and their news', async () => {
      await open()
      const id = await billed(shop)
      await shop.pass(40 * MINUTE)
      expect(await shop.state(id)).toBe('closed')
      inDollars()
      await notice(shop, await shop.attempt(id))
      expect(Object.values((await shop.order(id)).money)).toMatchObject([
        { kind: 'otherCurrency', amount: 12 },
      ])
      expect(await shop.saldo()).toBe(0)
      expect(shop.world.told).toContain(`seller ${id}`)
    })

    test('of anything but a payment: another bill than ours, an item', async () => {
      await open()
      const id = await billed(shop)
      shop.world.bank.scripts.status.push(
        (honest) => ({ ...(honest() as object), state: 'expired', currency: 'USD' }) as never,
      )
      await notice(shop, await shop.attempt(id))
      expect([await shop.state(id), (await shop.items()).length]).toEqual(['awaitingPayment', 1])
    })
  })

  test('a notice for no bill of ours does nothing; one that the gateway does not know is tried again', async () => {
    await open()
    const id = await billed(shop)
    await notice(shop, 'o_unknown-1')
    await notice(shop, `${id}-9`)
    shop.world.bank.scripts.status.push(() => null)
    await pay(shop, id)
    expect(await shop.state(id)).toBe('awaitingPayment')
    await shop.pass(10 * SECOND)
    expect(await shop.state(id)).toBe('submitted')
    expect(await shop.items()).toEqual([])
  })

  test('refunded at the gateway before it was sent: not sent, nothing given back twice', async () => {
    await open({ panel: 'real' })
    const id = await boughtAt(shop, 13)
    expect(await shop.state(id)).toBe('waiting')
    const attempt = await shop.attempt(id)
    shop.world.bank.turn(attempt, 'refunded')
    await notice(shop, attempt, 'refunded')
    expect((await shop.order(id)).money[`refunded:${attempt}`]).toMatchObject({
      kind: 'chargeback',
      amount: 12_000,
    })
    expect(await shop.act((now) => now.approve(id))).toMatchObject({ ok: false })
    await shop.pass(DAY)
    expect([await shop.state(id), await shop.saldo(), shop.world.panel.calls.add]).toEqual(['closed', 0, 0])
  })

  test('a bill that was paid and taken back between two questions ends like one that was never paid', async () => {
    await open()
    const id = await billed(shop)
    await pay(shop, id, { quiet: true })
    shop.world.bank.turn(await shop.attempt(id), 'refunded')
    await shop.pass(MINUTE)
    expect(await shop.history(id)).toEqual(['quoted', 'billing', 'awaitingPayment', 'lapsed', 'closed'])
    expect(await shop.saldo(ANI)).toBe(0)
  })

  test('never heard of a bill that it gave us: believed only a day after its end', async () => {
    await open()
    const id = await billed(shop)
    shop.world.bank.spell.status = () => null
    await shop.pass(HOUR)
    expect(await shop.state(id)).toBe('lapsed')
    shop.world.bank.spell.status = undefined
    await pay(shop, id, { late: true, quiet: true })
    await shop.pass(15 * MINUTE)
    expect(await shop.state(id)).toBe('submitted')
  })

  test('with the keys of the bill gone nothing spins, and asking goes on', async () => {
    await open()
    const id = await billed(shop)
    shop.world.rules.gatewayGone = true
    await shop.pass(5 * MINUTE)
    expect(await shop.state(id)).toBe('awaitingPayment')
    shop.world.rules.gatewayGone = false
    await pay(shop, id, { quiet: true })
    await shop.pass(MINUTE)
    expect(await shop.state(id)).toBe('submitted')
  })
})
