// Stories of the card, the yes, and the customer's own cancel at every point of the way.
import { afterEach, describe, expect, test } from 'bun:test'
import { MINUTE } from '../../src/lib/clock.ts'
import { newestBill } from '../../src/model/order.ts'
import { FAULT } from '../support/sale/bank.ts'
import { billed, bought, boughtAt, faults, openSale, pay, place, type Shop, yes } from '../support/sale.ts'

let shop: Shop
const open = async (options: Parameters<typeof openSale>[0] = {}): Promise<Shop> => {
  shop = await openSale(options)
  return shop
}
afterEach(async () => {
  expect(await faults(shop.world)).toEqual([])
})
const withdraw = (id: string) => shop.act((now) => now.withdraw(id))

describe('a card', () => {
  test('is one order for one update, however often that is delivered', async () => {
    await open()
    const ids = await Promise.all(Array.from({ length: 20 }, () => place(shop, { cause: 'bot:7' })))
    expect(new Set(ids).size).toBe(1)
    expect(await shop.world.store.orders.list('s_1', {})).toHaveLength(1)
  })

  test('lapses by our clock and closes, with nothing asked of any gateway', async () => {
    await open()
    const id = await place(shop)
    await shop.pass(15 * MINUTE)
    expect(await shop.history(id)).toEqual(['quoted', 'lapsed', 'closed'])
    expect(shop.world.bank.calls).toEqual({ charge: 0, status: 0, cancel: 0 })
  })

  test.each([
    ['below the least', { quantity: 99 }, 'quantity'],
    ['above the most', { quantity: 1_000_001 }, 'quantity'],
    ['no whole number', { quantity: 100.5 }, 'quantity'],
    ['over what one QRIS can take', { quantity: 900_000 }, 'overBill'],
  ])('%s is refused, and no order is made', async (_, wish, reason) => {
    await open()
    expect(await shop.act((now) => now.place({ ...wish, cause: 'c' }))).toMatchObject({ ok: false, reason })
    expect(await shop.world.store.orders.list('s_1', {})).toEqual([])
  })

  test('of a service that is off sale, vanished or unknown is refused; so is one of a closed shop', async () => {
    await open()
    const { services } = shop.world.store
    const ask = () => shop.act((now) => now.place({ cause: 'c' }))
    await services.change('s_1', 'sv_1', (one) => ({ ...one, onSale: false }))
    expect(await ask()).toMatchObject({ reason: 'notOnSale' })
    await services.change('s_1', 'sv_1', (one) => ({ ...one, onSale: true, vanishedAt: 1 }))
    expect(await ask()).toMatchObject({ reason: 'notOnSale' })
    await services.change('s_1', 'sv_1', ({ vanishedAt: _, ...one }) => one)
    shop.world.rules.open = false
    expect(await ask()).toMatchObject({ reason: 'closed' })
  })
})

describe('a yes', () => {
  test('tapped fifty times at once is one bill', async () => {
    await open()
    const id = await place(shop)
    const answers = await Promise.all(Array.from({ length: 50 }, () => yes(shop, id)))
    expect(answers.every((answer) => answer.ok)).toBe(true)
    expect(answers.filter((answer) => answer.ok && !answer.already)).toHaveLength(1)
    await shop.work()
    for (let i = 0; i < 50; i++) await yes(shop, id)
    await shop.work()
    expect(shop.world.bank.bills.size).toBe(1)
    expect(shop.world.bank.calls.charge).toBe(1)
  })

  test('on a card whose time is over ends in "this offer has lapsed", before and after our clock has written it', async () => {
    await open()
    const id = await place(shop)
    shop.world.clock.advance(15 * MINUTE)
    expect(await yes(shop, id)).toMatchObject({ ok: false, reason: 'lapsed' })
    await shop.work()
    expect(await yes(shop, id)).toMatchObject({ ok: false, reason: 'lapsed' })
    expect(shop.world.bank.bills.size).toBe(0)
  })

  test("on a withdrawn card, or another customer's, changes nothing", async () => {
    await open()
    const id = await place(shop)
    expect(await shop.act((now) => now.confirm(id, 'cu_2'))).toMatchObject({ reason: 'notFound' })
    await withdraw(id)
    expect(await yes(shop, id)).toMatchObject({ ok: false, reason: 'lapsed' })
    await shop.work()
    expect(await shop.history(id)).toEqual(['quoted', 'withdrawn', 'closed'])
  })

  test('while the shop is closed is refused', async () => {
    await open()
    const id = await place(shop)
    shop.world.rules.open = false
    expect(await yes(shop, id)).toMatchObject({ reason: 'closed' })
    expect(await shop.state(id)).toBe('quoted')
  })

  test('to a fourth bill is refused while three are open, and taken once one is paid', async () => {
    await open()
    const ids = []
    for (let i = 1; i <= 3; i++) ids.push(await billed(shop, { link: `https://instagram.com/a${i}` }))
    const fourth = await place(shop, { link: 'https://instagram.com/a4' })
    expect(await yes(shop, fourth)).toMatchObject({ ok: false, reason: 'tooManyBills' })
    expect(await shop.state(fourth)).toBe('quoted')
    await pay(shop, ids[1] ?? '')
    expect(await yes(shop, fourth)).toMatchObject({ ok: true, already: false })
    await shop.work()
  })
})

describe('the own cancel', () => {
  test('of a card: nothing was held, nothing is asked', async () => {
    await open({ saldo: 5000 })
    const id = await place(shop)
    expect(await withdraw(id)).toMatchObject({ ok: true })
    await shop.work()
    expect(await shop.state(id)).toBe('closed')
    expect(shop.world.bank.calls.cancel).toBe(0)
  })

  test('while the bill is being made: closed at the gateway as soon as it exists, saldo free', async () => {
    await open({ saldo: 5000 })
    const { bank } = shop.world
    bank.scripts.charge.push((honest) => {
      honest()
      return { kind: 'unknown', detail: 'timeout' }
    })
    const id = await billed(shop)
    expect(await shop.state(id)).toBe('billing')
    expect(await withdraw(id)).toMatchObject({ ok: true })
    await shop.pass(MINUTE)
    expect(await shop.state(id)).toBe('closed')
    expect(bank.bills.get(`${id}-1`)?.state).toBe('cancelled')
    expect(await shop.holds()).toEqual({})
  })

  test('before the charge arrived: "never heard of it" is not believed before the answer can no longer come', async () => {
    await open()
    const { bank } = shop.world
    bank.scripts.charge.push(() => ({ kind: 'unknown', detail: 'timeout' }))
    const id = await billed(shop)
    await withdraw(id)
    await shop.pass(MINUTE)
    expect(await shop.state(id)).toBe('withdrawn')
    await bank.gateway.charge({
      attempt: `${id}-1`,
      amount: 12_000,
      minutes: 30,
      now: shop.world.clock.now(),
    })
    await shop.pass(MINUTE)
    expect([await shop.state(id), bank.bills.get(`${id}-1`)?.state]).toEqual(['closed', 'cancelled'])
  })

  test('of a charge that never arrived: believed after five minutes', async () => {
    await open()
    shop.world.bank.scripts.charge.push(() => ({ kind: 'unknown', detail: 'timeout' }))
    const id = await billed(shop)
    await withdraw(id)
    await shop.pass(6 * MINUTE)
    expect(await shop.state(id)).toBe('closed')
    expect(shop.world.bank.bills.size).toBe(0)
  })

  test('of an open bill: the gateway is asked first, the QR can no longer be paid', async () => {
    await open({ saldo: 5000 })
    const id = await billed(shop)
    expect(await withdraw(id)).toMatchObject({ ok: true })
    expect(shop.world.bank.pay(await shop.attempt(id))).toBe(false)
    await shop.work()
    expect(await shop.history(id)).toEqual(['quoted', 'billing', 'awaitingPayment', 'withdrawn', 'closed'])
    expect([await shop.saldo(), await shop.holds()]).toEqual([5000, {}])
  })

  test('when the money was there first: the order goes on', async () => {
    await open()
    const id = await billed(shop)
    await pay(shop, id, { quiet: true })
    expect(await withdraw(id)).toEqual({ ok: false, reason: 'paid' })
    await shop.work()
    expect(await shop.state(id)).toBe('submitted')
    expect(shop.world.panel.taken).toHaveLength(1)
  })

  test('racing its payment ends in one of two ways, never in both', async () => {
    for (const first of ['pay', 'withdraw']) {
      await open()
      const id = await billed(shop)
      const attempt = await shop.attempt(id)
      const paying = () => {
        shop.world.bank.pay(attempt)
        return shop.act((now) => now.notice(attempt, 'paid'))
      }
      await Promise.all(
        first === 'pay' ? [paying(), shop.work(), withdraw(id)] : [withdraw(id), paying(), shop.work()],
      )
      await shop.pass(5 * MINUTE)
      const received = shop.world.bank.received().size
      expect(await shop.state(id)).toBe(received ? 'submitted' : 'closed')
      expect(shop.world.panel.calls.add).toBe(received)
      expect(await faults(shop.world)).toEqual([])
    }
  })

  test('after the payment is told so, in every state to the end', async () => {
    await open()
    const id = await bought(shop)
    expect(await withdraw(id)).toMatchObject({ reason: 'paid' })
    shop.world.panel.tell('90000', { state: 'completed' })
    await shop.pass(MINUTE)
    expect(await withdraw(id)).toMatchObject({ reason: 'paid' })
    const waiting = await boughtAt(shop, 99, { link: 'https://instagram.com/lain' })
    expect([await shop.state(waiting), await withdraw(waiting)]).toMatchObject([
      'waiting',
      { reason: 'paid' },
    ])
    expect(await shop.state(waiting)).toBe('waiting')
  })

  test('twice, or when all is over, or by somebody else', async () => {
    await open()
    const id = await billed(shop)
    await withdraw(id)
    expect(await withdraw(id)).toMatchObject({ reason: 'over' })
    await shop.work()
    expect(await withdraw(id)).toMatchObject({ reason: 'over' })
    expect(await withdraw('o_nobody')).toMatchObject({ reason: 'notFound' })
  })

  test('with the gateway down: withdrawn at once, closed when it has answered', async () => {
    await open()
    const id = await billed(shop)
    shop.world.bank.spell.cancel = () => FAULT
    expect(await withdraw(id)).toMatchObject({ ok: true })
    await shop.pass(10 * MINUTE)
    expect(await shop.state(id)).toBe('withdrawn')
    shop.world.bank.spell.cancel = undefined
    await shop.pass(MINUTE)
    expect(await shop.state(id)).toBe('closed')
  })
})

describe('"udah masuk belum"', () => {
  test('asks the gateway, at most once in ten seconds, and finds the payment', async () => {
    await open()
    const id = await billed(shop)
    const check = () => shop.act((now) => now.check(id))
    for (let i = 0; i < 20; i++) await check()
    expect(shop.world.bank.calls.status).toBe(1)
    await pay(shop, id, { quiet: true })
    shop.world.clock.advance(10_000)
    const found = await check()
    expect(found.ok && newestBill(found.order)?.state).toBe('paid')
    await shop.work()
    expect(await shop.state(id)).toBe('submitted')
    expect(shop.world.bank.calls.status).toBe(2)
  })

  test('never asks about a card, a bill that is over, or an order of somebody else', async () => {
    await open()
    const card = await place(shop)
    await shop.act((now) => now.check(card))
    const over = await billed(shop, { link: 'https://instagram.com/b' })
    await withdraw(over)
    await shop.act((now) => now.check(over))
    expect(shop.world.bank.calls.status).toBe(0)
    expect(await shop.act((now) => now.check('o_x'))).toMatchObject({ reason: 'notFound' })
    await shop.work()
  })
})
