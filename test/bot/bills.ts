// An order with an open bill, as the billing job would have left it; or one of the seller's own QRIS, with its books.
import type { Bill, Order } from '../../src/model/order.ts'
import { type House, SHOP, toCard } from './house.ts'

export const openBill = async (house: House, change: Partial<Bill> = {}): Promise<Order> => {
  await toCard(house)
  await house.say('ya')
  const [order] = await house.orders()
  if (!order) throw new Error('no order')
  const now = house.clock.now()
  const attempt = `${order.id}-1`
  const bill = {
    attempt,
    gateway: 'sandbox' as const,
    keySet: 'practice',
    amount: order.quote.toPay,
    state: 'open' as const,
    createdAt: now,
    expiresAt: now + 30 * 60_000,
    ...change,
  }
  const moved = await house.store.orders.advance(SHOP, order.id, () => ({
    to: 'awaitingPayment',
    type: 'billed',
    by: 'gateway',
    patch: { bills: { [attempt]: bill } },
  }))
  if (!moved.ok) throw new Error(moved.reason)
  return moved.order
}

export const openManualBill = async (house: House): Promise<Order> => {
  const order = await openBill(house, { gateway: 'manual', keySet: 'manual', reference: 'r' })
  const [bill] = Object.values(order.bills)
  if (!bill?.expiresAt) throw new Error('no bill')
  const { attempt, amount, createdAt, expiresAt } = bill
  await house.store.claims.create({
    attempt,
    shop: order.shop,
    amount,
    qr: 'QR',
    createdAt,
    expiresAt,
    v: 1,
  })
  return order
}
