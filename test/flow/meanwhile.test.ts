// Somebody else was faster: between a job's look and its write another process did something, all of it. Nothing is done twice,
// nothing is sent that was decided against, and no saldo stays reserved for what buys nothing.
import { afterEach, expect, test } from 'bun:test'
import { HOUR, MINUTE } from '../../src/lib/clock.ts'
import type { BillStatus } from '../../src/payments/gateway.ts'
import { FAULT } from '../support/sale/bank.ts'
import {
  billed,
  boughtAt,
  faults,
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
afterEach(async () => {
  expect(await faults(shop.world)).toEqual([])
  expect(shop.world.manner.left()).toEqual([])
})
const before = (call: string, work: () => Promise<unknown>) => shop.world.manner.before(call, work)

test('the customer leaves before saldo is reserved: nothing stays reserved', async () => {
  await open({ saldo: 5000 })
  const id = await place(shop)
  await yes(shop, id)
  before('wallets.hold', () => shop.elsewhere((other) => other.withdraw(id)))
  await shop.work()
  expect([await shop.state(id), await shop.holds()]).toEqual(['closed', {}])
  expect(shop.world.bank.calls.charge).toBe(0)
})

test('the customer leaves while the gateway makes the bill: it is closed there', async () => {
  await open({ saldo: 5000 })
  const id = await place(shop)
  await yes(shop, id)
  before('gateway.charge', () => shop.elsewhere((other) => other.withdraw(id)))
  await shop.work()
  await shop.pass(MINUTE)
  expect([await shop.state(id), await shop.holds()]).toEqual(['closed', {}])
  expect(shop.world.bank.bills.get(`${id}-1`)?.state).toBe('cancelled')
})

test('a late payment was put to saldo before this process reserves for its revival', async () => {
  await open({ saldo: 5000 })
  const id = await billed(shop)
  shop.world.bank.spell.status = () => FAULT
  await shop.pass(40 * MINUTE)
  shop.world.bank.spell.status = undefined
  const attempt = await shop.attempt(id)
  before('wallets.hold', async () => {
    shop.world.rules.costOfOne = 13
    await shop.elsewhere((other) => other.notice(attempt, 'other'))
  })
  await pay(shop, id, { late: true })
  await shop.pass(HOUR)
  expect([await shop.state(id), await shop.saldo(), await shop.holds()]).toEqual(['closed', 12_000, {}])
})

test('the second yes comes before the first bill has freed its saldo: it stays reserved', async () => {
  await open({ saldo: 5000 })
  shop.world.bank.scripts.charge.push(() => ({ kind: 'rejected', code: '500', message: '', alarm: false }))
  before('wallets.release', () => shop.elsewhere((other) => other.confirm(id)))
  const id = await place(shop)
  await yes(shop, id)
  await shop.work()
  expect([await shop.state(id), await shop.holds()]).toEqual(['awaitingPayment', { [id]: 5000 }])
  await pay(shop, id)
  expect([await shop.state(id), await shop.saldo()]).toEqual(['submitted', 0])
})

test('saldo that was spent on another order meanwhile: held, and only what was paid goes back', async () => {
  await open({ saldo: 5000 })
  const id = await billed(shop)
  // What no path of the house does: the reservation is gone, and the saldo spent.
  await shop.world.store.wallets.release('s_1', 'cu_ani', 'real', id)
  const other = await billed(shop, { link: 'https://instagram.com/b', quantity: 500 })
  await pay(shop, other)
  await pay(shop, id)
  expect(await shop.order(id)).toMatchObject({ state: 'held', why: 'other' })
  expect(shop.world.panel.taken.map(({ order }) => order.quantity)).toEqual([500])
  expect(await shop.act((now) => now.approve(id))).toMatchObject({ ok: false })
  await shop.act((now) => now.choose(id, 'toSaldo'))
  await shop.work()
  expect([await shop.state(id), await shop.saldo()]).toEqual(['closed', 7000])
})

test('another process has sent it, and the panel refused: what was decided on the old state is not sent', async () => {
  await open()
  shop.world.panel.scripts.add.push(() => ({ kind: 'refused', reason: 'private', message: 'no' }))
  const id = await billed(shop)
  const submit = { shop: 's_1', order: id }
  before('keys.claim', () => shop.elsewhere((other) => other.again('fulfilment.submit', submit)))
  await pay(shop, id)
  expect([await shop.state(id), shop.world.panel.calls.add]).toEqual(['held', 1])
})

test('given back while the panel is about to be asked: not sent', async () => {
  await open()
  const id = await boughtAt(shop, 13)
  expect(await shop.state(id)).toBe('waiting')
  await shop.act((now) => now.approve(id))
  before('keys.claim', () => shop.elsewhere((other) => other.giveBack(id)))
  await shop.work()
  expect([await shop.state(id), await shop.saldo(), shop.world.panel.calls.add]).toEqual([
    'closed',
    12_000,
    0,
  ])
})

test('paid while the customer leaves: one of the two, and the money is where it belongs', async () => {
  for (const call of ['gateway.cancel', 'orders.advance']) {
    await open({ saldo: 5000 })
    const id = await billed(shop)
    const attempt = await shop.attempt(id)
    before(call, async () => {
      shop.world.bank.pay(attempt)
      await shop.elsewhere((other) => other.notice(attempt, 'paid'))
    })
    await shop.act((now) => now.withdraw(id))
    await shop.pass(5 * MINUTE)
    const paid = shop.world.bank.received().size === 1
    expect([await shop.state(id), await shop.saldo()]).toEqual(paid ? ['submitted', 0] : ['closed', 5000])
    expect(await faults(shop.world)).toEqual([])
  }
})

test('the bill was closed for an own cancel that never came to its end: the order ends all the same', async () => {
  await open({ saldo: 5000 })
  const id = await billed(shop)
  expect(await shop.cutOff((other) => other.withdraw(id), { call: 3, when: 'before' })).toBe(true)
  expect((await shop.order(id)).bills[`${id}-1`]).toMatchObject({ state: 'cancelled', final: true })
  expect(await shop.state(id)).toBe('awaitingPayment')
  await shop.pass(HOUR)
  expect([await shop.state(id), await shop.holds()]).toEqual(['closed', {}])
})

test('an order whose saldo part was only reserved gives back what was paid, and no more', async () => {
  await open({ saldo: 5000 })
  const id = await billed(shop)
  const { store } = shop.world
  shop.world.bank.pay(`${id}-1`)
  // As a copy of the database may hold it: paid and held, the saldo part not yet taken.
  await store.orders.advance('s_1', id, (order) => ({
    to: 'paid',
    type: 'paid',
    by: 'gateway',
    patch: {
      bills: Object.fromEntries(
        Object.entries(order.bills).map(([attempt, bill]) => [
          attempt,
          { ...bill, state: 'paid' as const, paidAmount: bill.amount, final: true },
        ]),
      ),
    },
  }))
  await store.orders.advance('s_1', id, () => ({
    to: 'held',
    type: 'held',
    by: 'system',
    patch: { why: 'other' },
  }))
  await shop.act((now) => now.giveBack(id))
  await shop.work()
  expect([await shop.state(id), await shop.saldo(), await shop.holds()]).toEqual(['closed', 12_000, {}])
})

test('the reservation is freed between reserving and taking: it is reserved again, never marked as taken without being taken', async () => {
  await open({ saldo: 12_000 })
  const id = await place(shop)
  await yes(shop, id)
  before('wallets.capture', () => shop.world.store.wallets.release('s_1', 'cu_ani', 'real', id))
  await shop.work()
  expect([await shop.state(id), await shop.saldo(), await shop.holds()]).toEqual(['submitted', 0, {}])
})

test('paid and given back by the gateway before its charge was answered: the order gets another bill', async () => {
  await open()
  const id = await place(shop)
  await yes(shop, id)
  const { bank } = shop.world
  before('orders.advance', async () => undefined)
  before('orders.advance', async () => {
    bank.pay(`${id}-1`)
    bank.spell.status = (honest) => ({ ...(honest() as BillStatus), state: 'refunded', paid: 12_000 })
    await shop.elsewhere((other) => other.notice(`${id}-1`, 'refunded'))
    bank.spell.status = undefined
  })
  await shop.work()
  expect([await shop.state(id), await shop.attempt(id)]).toEqual(['awaitingPayment', `${id}-2`])
  await pay(shop, id)
  expect(await shop.state(id)).toBe('submitted')
})

test('another process held what the card said before: only what it says now is taken', async () => {
  await open({ saldo: 5000 })
  const { wallets } = shop.world.store
  const id = await place(shop)
  await yes(shop, id)
  await wallets.hold('s_1', 'cu_ani', 'real', { id: 'w_1', amount: 4000, out: 'all' })
  // Found short here; before the card goes back the sum is free again, and the other process dies with its reservation.
  before('orders.advance', async () => {
    await wallets.release('s_1', 'cu_ani', 'real', 'w_1')
    const again = { shop: 's_1', order: id }
    await shop.cutOff((other) => other.again('payments.bill', again), { call: 1, when: 'after' })
  })
  before('orders.get', async () => undefined)
  await shop.act((now) => now.again('payments.bill', { shop: 's_1', order: id }))
  expect([(await shop.order(id)).quote.saldo, await shop.holds()]).toEqual([1000, { [id]: 5000 }])
  await yes(shop, id)
  await shop.work()
  await pay(shop, id)
  expect([await shop.state(id), await shop.saldo(), await shop.holds()]).toEqual(['submitted', 4000, {}])
})
