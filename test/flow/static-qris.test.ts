// Stories of bills by the seller's own static QRIS: the customer says that one is paid, the seller's word settles it.
import { afterEach, describe, expect, test } from 'bun:test'
import { DAY, HOUR, MINUTE } from '../../src/lib/clock.ts'
import type { SellerSays } from '../../src/payments/manual.ts'
import { billed, faults, openSale, SELLER, type Shop, type WorldOptions } from '../support/sale.ts'

let shop: Shop
const open = async (options: WorldOptions = {}): Promise<string> => {
  shop = await openSale(options)
  shop.world.rules.manual = true
  return billed(shop)
}
afterEach(async () => {
  expect(await faults(shop.world)).toEqual([])
})

const claim = async (id: string) => {
  const done = await shop.act((now) => now.claim(id))
  await shop.work()
  return done
}
const word = async (id: string, says: SellerSays, attempt?: string) => {
  const done = await shop.act((now) => now.word(id, says, attempt))
  await shop.work()
  return done
}
/** The customer really pays; the bank tells the seller alone. */
const transfer = async (id: string, amount = 12_000) =>
  shop.world.bank.transfer(await shop.attempt(id), amount)
const bill = async (id: string) => (await shop.order(id)).bills[await shop.attempt(id)]
const asked = () =>
  shop.world.told.filter((line) => line.startsWith('desk claim') && !line.includes(':said:'))
const claimDoc = async (id: string) => shop.world.store.claims.get(await shop.attempt(id))

describe('a bill by static QRIS', () => {
  test('shows the QR of the shop, is claimed once, and paid by the word of the seller', async () => {
    const id = await open()
    expect(await bill(id)).toMatchObject({
      gateway: 'manual',
      keySet: 'manual',
      state: 'open',
      merchantName: 'WARUNG KOPI SENJA',
      nmid: 'ID1020000000007',
      qr: expect.stringMatching(/^000201010211/),
    })
    await transfer(id)
    expect(await claim(id)).toMatchObject({ ok: true, fresh: true })
    expect([await shop.state(id), asked().length]).toEqual(['awaitingPayment', 1])
    expect(await shop.world.store.claims.waiting('s_1')).toHaveLength(1)
    expect(await word(id, 'received')).toMatchObject({ ok: true, order: { state: 'paid' } })
    expect(await shop.state(id)).toBe('submitted')
    const said = (await shop.order(id)).events.find(({ type }) => type === 'sellerWord')
    expect(said).toMatchObject({ by: SELLER, reason: 'looked', data: { amount: 12_000 } })
    expect(await shop.world.store.claims.waiting('s_1')).toEqual([])
    expect(shop.world.bank.calls).toEqual({ charge: 0, status: 0, cancel: 0 })
  })

  test('fifty presses are one claim and one news', async () => {
    const id = await open()
    const done = await Promise.all(Array.from({ length: 50 }, () => shop.act((now) => now.claim(id))))
    await shop.work()
    expect(done.filter((one) => one.ok && one.fresh)).toHaveLength(1)
    expect(done.every(({ ok }) => ok)).toBe(true)
    expect(asked()).toHaveLength(1)
  })

  test('fifty words at once are one settlement, whatever they say; the others are told that it is decided', async () => {
    const id = await open()
    await transfer(id)
    await claim(id)
    const says = (i: number): SellerSays => (i % 2 === 0 ? 'received' : { sum: 12_000 })
    const done = await Promise.all(
      Array.from({ length: 50 }, (_, i) => shop.act((now) => now.word(id, says(i)))),
    )
    await shop.work()
    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
    expect(done.filter((one) => !one.ok && one.reason === 'decided')).toHaveLength(49)
    const { events } = await shop.order(id)
    expect(events.filter(({ to }) => to === 'paid')).toHaveLength(1)
    expect(events.filter(({ type }) => type === 'sellerWord')).toHaveLength(1)
    expect(shop.world.panel.calls.add).toBe(1)
  })

  test('a second word, and a claim after it, change nothing', async () => {
    const id = await open()
    await transfer(id)
    await word(id, 'received')
    const { v } = await shop.order(id)
    expect(await word(id, { sum: 5000 })).toMatchObject({ ok: false, reason: 'decided' })
    expect(await word(id, 'notYet')).toMatchObject({ ok: false, reason: 'decided' })
    expect(await claim(id)).toMatchObject({ ok: false, reason: 'decided' })
    expect((await shop.order(id)).v).toBe(v)
  })

  test('unclaimed it lapses by the clock and is closed', async () => {
    const id = await open({ saldo: 5000 })
    await shop.pass(31 * MINUTE)
    expect(await shop.state(id)).toBe('awaitingPayment')
    await shop.pass(3 * MINUTE)
    expect(await shop.history(id)).toEqual(['quoted', 'billing', 'awaitingPayment', 'lapsed', 'closed'])
    expect([await shop.holds(), asked()]).toEqual([{}, []])
  })

  test('claimed it waits, and the seller is reminded at 15 min, 2 h and 12 h, then no more', async () => {
    const id = await open()
    await shop.pass(29 * MINUTE)
    await claim(id)
    const counts: number[] = []
    for (const wait of [14 * MINUTE, 2 * MINUTE, 2 * HOUR, 10 * HOUR, 3 * DAY]) {
      await shop.pass(wait)
      counts.push(asked().length)
    }
    expect(counts).toEqual([1, 2, 3, 4, 4])
    expect(await shop.state(id)).toBe('awaitingPayment')
    await transfer(id)
    await word(id, 'received')
    expect(await shop.state(id)).toBe('submitted')
  })

  test('"not yet" lets the customer press again; past its end it lapses then', async () => {
    const id = await open()
    await claim(id)
    expect(await word(id, 'notYet')).toMatchObject({ ok: true })
    expect(await bill(id)).toMatchObject({ state: 'open', notYetAt: expect.any(Number) })
    expect(await bill(id)).not.toHaveProperty('claimedAt')
    expect(await word(id, 'notYet')).toMatchObject({ ok: false, reason: 'notClaimed' })
    await shop.pass(20 * MINUTE)
    expect(asked()).toHaveLength(1)
    expect(await claim(id)).toMatchObject({ ok: true, fresh: true })
    expect(asked()).toHaveLength(2)
    await shop.pass(HOUR)
    expect([await shop.state(id), asked().length]).toEqual(['awaitingPayment', 3])
    await word(id, 'notYet')
    await shop.pass(11 * MINUTE)
    expect(await shop.state(id)).toBe('closed')
  })

  test('another sum is held, and goes to saldo when nobody decides', async () => {
    const id = await open()
    await transfer(id, 11_000)
    await claim(id)
    for (const sum of [0, -1, 1.5, 2_000_000_000, Number.NaN])
      expect(await word(id, { sum })).toMatchObject({ ok: false, reason: 'amount' })
    await word(id, { sum: 11_000 })
    expect(await shop.order(id)).toMatchObject({ state: 'held', why: 'otherSum' })
    await shop.pass(25 * HOUR)
    expect([await shop.state(id), await shop.saldo(), shop.world.panel.calls.add]).toEqual([
      'closed',
      11_000,
      0,
    ])
  })

  test('the sum of the bill, said as a sum, is the payment', async () => {
    const id = await open()
    await transfer(id)
    await word(id, { sum: 12_000 })
    expect(await shop.state(id)).toBe('submitted')
  })

  test('a bill that Midtrans made takes neither claim nor word', async () => {
    await open()
    shop.world.rules.manual = false
    const id = await billed(shop, { link: 'https://instagram.com/lain' })
    expect(await claim(id)).toMatchObject({ ok: false, reason: 'notManual' })
    expect(await word(id, 'received')).toMatchObject({ ok: false, reason: 'notManual' })
    expect(await shop.act((now) => now.claim(id, 'cu_other'))).toMatchObject({ reason: 'notFound' })
    expect(await shop.act((now) => now.word('o_none', 'received'))).toMatchObject({ reason: 'notFound' })
  })

  test('switched off while a bill is open: that one goes on', async () => {
    const id = await open()
    shop.world.rules.manual = false
    await transfer(id)
    await claim(id)
    await word(id, 'received')
    expect(await shop.state(id)).toBe('submitted')
  })

  test('with a saldo part: that is taken with the word', async () => {
    const id = await open({ saldo: 5000 })
    await transfer(id, 7000)
    await claim(id)
    expect(await shop.holds()).toEqual({ [id]: 5000 })
    await word(id, 'received')
    expect([await shop.saldo(), await shop.holds(), await shop.state(id)]).toEqual([0, {}, 'submitted'])
  })
})

describe('money by static QRIS that comes late', () => {
  test('after the end: to saldo, once the order is closed', async () => {
    const id = await open()
    await shop.pass(40 * MINUTE)
    expect(await shop.state(id)).toBe('closed')
    await transfer(id)
    expect(await claim(id)).toMatchObject({ ok: true, fresh: true })
    expect(asked()).toHaveLength(1)
    await word(id, 'received')
    expect([await shop.state(id), await shop.saldo()]).toEqual(['closed', 12_000])
  })

  test('while it is only lapsed: as any late money (revived)', async () => {
    const id = await open()
    // The books of the gateway can't be read over the end of the bill.
    await shop.pass(29 * MINUTE)
    await claim(id)
    await word(id, 'notYet')
    await shop.world.store.orders.advance('s_1', id, () => ({ to: 'lapsed', type: 'lapsed', by: 'system' }))
    await transfer(id)
    await word(id, 'received')
    expect(await shop.state(id)).toBe('submitted')
  })

  test('after the own cancel: to saldo, once', async () => {
    const id = await open()
    expect(await shop.act((now) => now.withdraw(id))).toMatchObject({ ok: true })
    await shop.work()
    expect([await shop.state(id), (await claimDoc(id))?.cancelled]).toEqual(['closed', true])
    await transfer(id)
    await claim(id)
    await word(id, 'received')
    await word(id, 'received')
    expect([await shop.saldo(), shop.world.panel.calls.add]).toEqual([12_000, 0])
  })

  test('claimed, then cancelled by the customer: it waits for the seller all the same, who finds nothing', async () => {
    const id = await open()
    await claim(id)
    await shop.act((now) => now.withdraw(id))
    await shop.pass(HOUR)
    expect(await shop.state(id)).toBe('withdrawn')
    await word(id, 'notYet')
    await shop.pass(11 * MINUTE)
    expect([await shop.state(id), await shop.saldo()]).toEqual(['closed', 0])
  })

  test('claimed, then cancelled, then found: to saldo', async () => {
    const id = await open()
    await transfer(id)
    await claim(id)
    await shop.act((now) => now.withdraw(id))
    await shop.work()
    await word(id, 'received')
    await shop.pass(11 * MINUTE)
    expect([await shop.state(id), await shop.saldo(), shop.world.panel.calls.add]).toEqual([
      'closed',
      12_000,
      0,
    ])
  })

  test('a day after its end nobody can claim it any more; the seller can still say that it came', async () => {
    const id = await open()
    await shop.pass(25 * HOUR)
    expect(await claim(id)).toMatchObject({ ok: false, reason: 'over' })
    await transfer(id, 12_500)
    await word(id, { sum: 12_500 })
    expect(await shop.saldo()).toBe(12_500)
  })
})

describe('killed', () => {
  test('at every call of a claim and of a word: one news, one settlement, nothing lost', async () => {
    for (let call = 1; call < 40; call++) {
      for (const when of ['before', 'after'] as const) {
        const id = await open()
        await transfer(id)
        const claimedDead = await shop.cutOff((now) => now.claim(id), { call, when })
        await claim(id)
        const died = await shop.cutOff((now) => now.word(id, 'received'), { call, when })
        await shop.work()
        const { events } = await shop.order(id)
        const said = events.some(({ type }) => type === 'sellerWord')
        if (!said) await word(id, 'received')
        expect([await shop.state(id), asked().length, shop.world.panel.calls.add]).toEqual([
          'submitted',
          1,
          1,
        ])
        expect(await faults(shop.world)).toEqual([])
        if (!died && !claimedDead && when === 'after') return
      }
    }
    throw new Error('no run without a death')
  })
})
