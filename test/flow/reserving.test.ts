// The saldo part of a checkout: reserved with the bill, reserved again for a late one, and never left reserved for nothing, whoever dies
// and whoever was faster.
import { afterEach, expect, test } from 'bun:test'
import { DAY, HOUR, MINUTE } from '../../src/lib/clock.ts'
import type { BillStatus } from '../../src/payments/gateway.ts'
import { FAULT } from '../support/sale/bank.ts'
import { ANI, billed, faults, openSale, pay, place, SHOP, type Shop, yes } from '../support/sale.ts'

let shop: Shop
afterEach(async () => {
  expect(await faults(shop.world)).toEqual([])
})

/** Lapsed by our clock while the gateway was silent; its bill may still be paid. */
const lapsed = async (saldo = 5000): Promise<string> => {
  shop = await openSale({ saldo })
  const id = await billed(shop)
  shop.world.bank.spell.status = () => FAULT
  await shop.pass(40 * MINUTE)
  shop.world.bank.spell.status = undefined
  expect([await shop.state(id), await shop.holds()]).toEqual(['lapsed', {}])
  return id
}

test('killed with a reservation for a late bill that somebody else had put to saldo before: it is freed', async () => {
  let reserved = 0
  for (let call = 1; call <= 14; call++)
    for (const when of ['before', 'after'] as const) {
      const id = await lapsed()
      shop.world.bank.pay(`${id}-1`, { late: true })
      // Just before the reservation: the price has risen, the money goes to saldo, the order closes, all its jobs are done.
      shop.world.manner.before('wallets.hold', async () => {
        shop.world.rules.costOfOne = 13
        await shop.elsewhere((other) => other.notice(`${id}-1`, 'other'))
        expect(await shop.state(id)).toBe('closed')
      })
      const died = await shop.cutOff((now) => now.check(id), { call, when })
      if (died && id in (await shop.holds())) reserved++
      shop.world.rules.costOfOne = 13
      await shop.pass(DAY)
      const ended = [await shop.state(id), await shop.saldo(), await shop.holds()]
      expect([call, when, ...ended]).toEqual([call, when, 'closed', 12_000, {}])
      expect(await faults(shop.world)).toEqual([])
    }
  expect(reserved).toBeGreaterThan(0)
})

test('killed with a reservation for a late bill, which the gateway then takes back: it is freed', async () => {
  let reserved = 0
  for (let call = 1; call <= 14; call++) {
    const id = await lapsed()
    shop.world.bank.pay(`${id}-1`, { late: true })
    await shop.cutOff((now) => now.check(id), { call, when: 'after' })
    if (!(id in (await shop.holds())) || (await shop.state(id)) !== 'lapsed') continue
    reserved++
    shop.world.bank.turn(`${id}-1`, 'refunded')
    await shop.pass(DAY)
    expect([await shop.state(id), await shop.holds()]).toEqual(['closed', {}])
  }
  expect(reserved).toBeGreaterThan(0)
  shop = await openSale()
})

test('killed between taking the saldo part and noting it, then a part is taken back: what was taken goes back too', async () => {
  let taken = 0
  for (let call = 1; call <= 16; call++) {
    shop = await openSale({ saldo: 2000 })
    const id = await billed(shop)
    shop.world.rules.costOfOne = 13
    shop.world.bank.pay(`${id}-1`)
    await shop.cutOff(
      async (now) => {
        await now.notice(`${id}-1`, 'paid')
        await now.drain()
      },
      { call, when: 'after' },
    )
    if ((await shop.saldo()) === 0 && !('paid:saldo' in (await shop.order(id)).seen)) taken++
    const partly: BillStatus['state'] = 'partiallyRefunded'
    shop.world.bank.spell.status = (honest) => ({
      ...(honest() as BillStatus),
      state: partly,
      amount: 4000,
      paid: 10_000,
    })
    await shop.act((now) => now.notice(`${id}-1`, 'part'))
    await shop.pass(2 * DAY)
    const ended = [await shop.state(id), await shop.saldo(), await shop.holds()]
    expect([call, ...ended]).toEqual([call, 'closed', 8000, {}])
    expect(await faults(shop.world)).toEqual([])
  }
  expect(taken).toBeGreaterThan(0)
})

test('fifty late notices at once revive once, with one reservation', async () => {
  const id = await lapsed()
  shop.world.bank.pay(`${id}-1`, { late: true })
  await Promise.all(Array.from({ length: 50 }, (_, i) => shop.act((now) => now.notice(`${id}-1`, `n${i}`))))
  await shop.work()
  await shop.pass(HOUR)
  expect([await shop.state(id), await shop.saldo(), await shop.holds()]).toEqual(['submitted', 0, {}])
  expect(shop.world.panel.calls.add).toBe(1)
})

test('fifty yeses at once reserve and charge once; two cards on the same saldo: the second is told the new split', async () => {
  shop = await openSale({ saldo: 5000 })
  const one = await place(shop)
  const other = await place(shop, { link: 'https://instagram.com/lain' })
  await Promise.all(Array.from({ length: 50 }, () => yes(shop, one)))
  await shop.work()
  expect([await shop.holds(), shop.world.bank.calls.charge]).toEqual([{ [one]: 5000 }, 1])
  await yes(shop, other)
  await shop.work()
  // The price stands; what saldo pays of it is what is left, and that is a new question.
  expect(await shop.order(other)).toMatchObject({
    state: 'quoted',
    quote: { price: 12_000, saldo: 0, toPay: 12_000 },
  })
  expect(await shop.holds()).toEqual({ [one]: 5000 })
  await pay(shop, one)
  expect(await shop.saldo()).toBe(0)
})

test('a withdrawal takes what an order has not reserved, an order what a withdrawal has not', async () => {
  shop = await openSale({ saldo: 15_000 })
  const { wallets } = shop.world.store
  const order = await billed(shop)
  expect(await shop.state(order)).toBe('submitted')
  const second = await place(shop, { link: 'https://instagram.com/lain', quantity: 500 })
  expect((await shop.order(second)).quote).toMatchObject({ price: 6000, saldo: 3000, toPay: 3000 })
  expect(await wallets.hold(SHOP, ANI, 'real', { id: 'w_1', amount: 2000, out: 'all' })).toBe('held')
  await yes(shop, second)
  await shop.work()
  expect(await shop.order(second)).toMatchObject({ state: 'quoted', quote: { saldo: 1000, toPay: 5000 } })
  await yes(shop, second)
  await shop.work()
  expect(await wallets.hold(SHOP, ANI, 'real', { id: 'w_2', amount: 1, out: 'all' })).toBe('short')
  await pay(shop, second)
  expect(await shop.saldo()).toBe(2000)
  await wallets.release(SHOP, ANI, 'real', 'w_1')
})
