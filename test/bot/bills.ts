// An order with an open bill, as the billing job would have left it.
import type { Order } from '../../src/model/order.ts'
import { type House, SHOP, toCard } from './house.ts'

export const openBill = async (house: House): Promise<Order> => {
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
