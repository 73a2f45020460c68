// The split of a price, the list of a customer's orders, and which newer order takes the place of a late payment.
import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { DEFAULTS } from '../../src/model/defaults.ts'
import { orderLine, ordersOf } from '../../src/orders/history.ts'
import { saldoPart } from '../../src/orders/place.ts'
import { newOrder, quote } from '../store/contract/support.ts'
import { billed, bought, openSale, place, type Shop } from '../support/sale.ts'

test('saldo pays what it can and leaves either nothing or a sum that a bill can take', () => {
  fc.assert(
    fc.property(fc.nat(20_000_000), fc.integer({ min: 1000, max: 10_000_000 }), (free, price) => {
      const part = saldoPart(free, price)
      expect(part >= 0 && part <= Math.min(free, price)).toBe(true)
      expect(part === price || price - part >= DEFAULTS.billMin).toBe(true)
    }),
  )
})

const mine = async (shop: Shop) =>
  (await ordersOf(shop.world.store, 's_1', 'cu_ani')).map(({ id, state }) => [id, state])

test('history holds what was meant and what was paid: no card, no bill that came to nothing, nobody else', async () => {
  const shop = await openSale()
  await place(shop)
  const open = await billed(shop, { link: 'https://instagram.com/b' })
  const gone = await billed(shop, { link: 'https://instagram.com/c' })
  await shop.act((now) => now.withdraw(gone))
  await shop.work()
  const other = await place(shop, { customer: 'cu_2' })
  await shop.act((now) => now.confirm(other, 'cu_2'))
  await shop.work()
  const paid = await bought(shop, { link: 'https://instagram.com/d' })
  shop.world.panel.tell('90000', { state: 'canceled' })
  await shop.pass(60_000)
  expect((await mine(shop)).sort()).toEqual(
    [
      [paid, 'closed'],
      [open, 'awaitingPayment'],
    ].sort(),
  )
})

test('a line of history shows counts in whole units, and nothing of a panel or a gateway', () => {
  const order = newOrder(1, {
    state: 'submitted',
    quote: quote({ quantity: 2000 }),
    progress: { startCount: 1204, remains: 2500, charge: '9000', word: 'In progress', at: 7 },
  })
  const line = orderLine(order)
  expect(line).toMatchObject({ started: 1204, delivered: 0, remains: 2500, asOf: 7 })
  expect(JSON.stringify(line)).not.toMatch(/In progress|9000|service_id|p_1/)
  expect(orderLine(newOrder(2))).not.toHaveProperty('delivered')
})
