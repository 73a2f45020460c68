// Rule 3 on the platform's keys: whatever becomes of a shop's sales, the admin's account of it is the gateway's own book.
import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { DAY, HOUR, MINUTE } from '../../src/lib/clock.ts'
import type { BillStatus } from '../../src/payments/gateway.ts'
import { feeOf } from '../../src/reports/gateway-lines.ts'
import { recordPayout } from '../../src/reports/payout.ts'
import { makePlatformBooks } from '../../src/reports/platform-books.ts'
import { billed, deliver, notice, openSale, pay, SHOP, type Shop } from '../support/sale.ts'
import { liveShop } from '../support/shops.ts'

const FATES = ['delivered', 'unpaid', 'late', 'otherSum', 'givenBack', 'chargedBack', 'left'] as const
type Fate = (typeof FATES)[number]
type Deal = { fate: Fate; quantity: number; days: number }

const opened = async () => {
  const shop = await openSale()
  const { world } = shop
  world.rules.platform = true
  await world.store.shops.create({ ...liveShop({ id: SHOP, owner: 'a_1' }), platformRefunds: true })
  /** What the gateway had to let go to the payers' banks, by attempt. */
  const reversed = new Map<string, number>()
  world.bank.spell.status = (honest) => {
    const word = honest() as BillStatus
    const back = word && reversed.get(word.attempt)
    if (!back) return word
    const before = word.paid === undefined ? 0 : word.amount
    const { refunds: _, ...rest } = word
    return { ...rest, state: 'chargeback', amount: before + back, paid: word.paid ?? word.amount }
  }
  return { shop, world, reversed }
}

const giveBack = async (shop: Shop, id: string): Promise<void> => {
  await shop.act((now) => now.giveBack(id, { to: 'gateway' }))
  await shop.work()
}

/** Kept from the panel, since its price no longer covers the cost. */
const waiting = async (shop: Shop, id: string): Promise<void> => {
  shop.world.rules.costOfOne = 13
  await pay(shop, id)
  shop.world.rules.costOfOne = 9
}

const live = async (
  shop: Shop,
  reversed: Map<string, number>,
  { fate, ...wish }: Deal & { link: string },
) => {
  const id = await billed(shop, wish)
  // What an earlier one brought late is saldo now, and may have paid for this one.
  if ((await shop.attempt(id)) === '') return
  const chargeBack = async (amount: number) => {
    reversed.set(`${id}-1`, amount)
    await notice(shop, `${id}-1`, `chargeback ${amount}`)
  }
  if (fate === 'delivered') await pay(shop, id)
  if (fate === 'late') {
    await shop.pass(2 * HOUR)
    await pay(shop, id, { late: true })
  }
  if (fate === 'left') {
    await shop.act((now) => now.withdraw(id))
    await pay(shop, id, { late: true })
  }
  if (fate === 'otherSum') await pay(shop, id, { amount: 1234 })
  if (fate === 'givenBack') {
    await waiting(shop, id)
    await giveBack(shop, id)
  }
  if (fate === 'chargedBack') {
    await pay(shop, id)
    await chargeBack(700)
  }
  await shop.pass(30 * MINUTE)
}

const total = (amounts: Iterable<number>): number => [...amounts].reduce((sum, one) => sum + one, 0)

test('settled, fee, given back, charged back, paid out and still owed add up to what came in', async () => {
  const deal = fc.record({
    fate: fc.constantFrom(...FATES),
    quantity: fc.integer({ min: 100, max: 50_000 }),
    days: fc.integer({ min: 0, max: 3 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(deal, { minLength: 1, maxLength: 6 }), fc.nat(100), async (deals, percent) => {
      const { shop, world, reversed } = await opened()
      for (const [n, one] of deals.entries()) {
        await live(shop, reversed, { ...one, link: `https://instagram.com/toko${n}` })
        await shop.pass(one.days * DAY)
      }
      await deliver(shop)
      const books = makePlatformBooks(world)
      const before = await books.inAll(SHOP)
      const amount = Math.max(0, Math.floor((before.owed * percent) / 100))
      const ids = { id: () => 'au' }
      const form = { id: 'f', shop: SHOP, amount, day: '2026-11-24', proof: 'BCA', by: 'admin:a_1' }
      if (amount > 0) expect(await recordPayout({ ...world, ids, books }, form)).toMatchObject({ ok: true })
      const after = await books.inAll(SHOP)
      const received = [...world.bank.received().values()]
      expect(after.settled).toBe(total(received))
      expect(after.fee).toBe(total(received.map((sum) => feeOf(sum, '0.7'))))
      expect(after.refunded).toBe(total(world.bank.givenBack.map((one) => one.amount)))
      expect(after.chargedBack).toBe(total(reversed.values()))
      expect(after.paidOut).toBe(amount)
      expect(after.fee + after.refunded + after.chargedBack + after.paidOut + after.owed).toBe(after.settled)
      expect(after.saldo).toBe(await shop.saldo())
    }),
    { numRuns: 25 },
  )
}, 120_000)
