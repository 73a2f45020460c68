// Stories of money that the gateway takes back in part or in whole, and of money on a bill that was never shown.
import { afterEach, describe, expect, test } from 'bun:test'
import { DAY, HOUR, MINUTE } from '../../src/lib/clock.ts'
import type { BillState, BillStatus } from '../../src/payments/gateway.ts'
import { FAULT } from '../support/sale/bank.ts'
import {
  billed,
  boughtAt,
  faults,
  notice,
  openSale,
  pay,
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
})

/** The gateway tells from now on that so much, in all, was taken back of what had been paid. */
const takeBack = (state: BillState, total: number, paid = 12_000): void => {
  shop.world.bank.spell.status = (honest) => ({ ...(honest() as BillStatus), state, amount: total, paid })
}
const takenOf = async (id: string) =>
  Object.values((await shop.order(id)).money).flatMap(({ kind, amount }) =>
    kind === 'chargeback' ? amount : [],
  )
/** Paid, but kept from the panel: its price no longer covers the cost. */
const waitingOrder = async (): Promise<string> => {
  await open()
  const id = await boughtAt(shop, 13)
  expect(await shop.state(id)).toBe('waiting')
  return id
}

describe('taken back at the gateway', () => {
  test('in two parts: each is written down with what was taken since, the rest can be given back', async () => {
    const id = await waitingOrder()
    const attempt = await shop.attempt(id)
    takeBack('partiallyRefunded', 5000)
    await notice(shop, attempt, 'first')
    await notice(shop, attempt, 'first again')
    takeBack('partiallyRefunded', 7000)
    await notice(shop, attempt, 'second')
    await notice(shop, attempt, 'second again')
    expect(await takenOf(id)).toEqual([5000, 2000])
    expect(shop.world.told.filter((line) => line === `seller ${id}`).length).toBeGreaterThanOrEqual(2)
    expect(await shop.act((now) => now.approve(id))).toMatchObject({ ok: false })
    await shop.pass(DAY)
    expect([await shop.state(id), await shop.saldo(), shop.world.panel.calls.add]).toEqual([
      'closed',
      5000,
      0,
    ])
  })

  test('in part, then as a whole: never more than was paid, nothing left to give back', async () => {
    const id = await waitingOrder()
    const attempt = await shop.attempt(id)
    takeBack('partiallyRefunded', 5000)
    await notice(shop, attempt, 'part')
    takeBack('refunded', 12_000)
    await notice(shop, attempt, 'whole')
    takeBack('chargeback', 12_000)
    await notice(shop, attempt, 'charged back')
    expect(await takenOf(id)).toEqual([5000, 7000])
    await shop.pass(DAY)
    expect([await shop.state(id), await shop.saldo()]).toEqual(['closed', 0])
  })

  test.each(['refunded', 'chargeback'] as const)(
    '%s as the first word on a bill: it is final, nobody asks again, nothing is given',
    async (state) => {
      await open({ saldo: 2000 })
      const id = await billed(shop)
      await pay(shop, id, { quiet: true })
      takeBack(state, 10_000, 10_000)
      await shop.pass(MINUTE)
      expect([await shop.state(id), await takenOf(id)]).toEqual(['closed', [10_000]])
      const { status } = shop.world.bank.calls
      await shop.pass(DAY)
      expect(shop.world.bank.calls.status).toBe(status)
      expect([await shop.saldo(), await shop.holds(), shop.world.panel.calls.add]).toEqual([2000, {}, 0])
    },
  )

  test("a part as the first word on a bill: what is left is the customer's, the order buys nothing", async () => {
    await open()
    const id = await billed(shop)
    await pay(shop, id, { quiet: true })
    takeBack('partiallyRefunded', 5000)
    await shop.pass(MINUTE)
    expect([await shop.state(id), await takenOf(id), await shop.saldo()]).toEqual(['closed', [5000], 7000])
    expect(shop.world.panel.calls.add).toBe(0)
  })
})

describe('another sum, given back at the gateway while the order is held', () => {
  const held = async (): Promise<string> => {
    await open({ saldo: 2000 })
    const id = await billed(shop)
    await pay(shop, id, { amount: 9000 })
    expect([await shop.state(id), await shop.holds()]).toEqual(['held', { [id]: 2000 }])
    return id
  }

  test('as a whole: nothing goes to saldo as well, and the reserved part is free', async () => {
    const id = await held()
    takeBack('refunded', 9000, 9000)
    await notice(shop, await shop.attempt(id), 'refunded')
    await shop.pass(DAY)
    expect([await shop.state(id), await takenOf(id)]).toEqual(['closed', [9000]])
    expect([await shop.saldo(), await shop.holds(), shop.world.panel.calls.add]).toEqual([2000, {}, 0])
  })

  test('in part: the rest goes to saldo', async () => {
    const id = await held()
    takeBack('partiallyRefunded', 4000, 9000)
    await notice(shop, await shop.attempt(id), 'part')
    expect(await shop.act((now) => now.choose(id, 'toSaldo'))).toMatchObject({ ok: true })
    await shop.work()
    expect([await shop.state(id), await shop.saldo(), await shop.holds()]).toEqual(['closed', 7000, {}])
  })
})

describe('money on a bill that was never shown', () => {
  const unfitBill = (): void =>
    void shop.world.bank.scripts.charge.push((honest) => {
      const made = honest()
      return made.kind === 'created' ? { kind: 'created', charge: { ...made.charge, qr: 'x' } } : made
    })

  test('a QR that does not fit, paid when it is to be closed: the order is paid', async () => {
    await open()
    unfitBill()
    shop.world.bank.scripts.cancel.push((honest) => {
      for (const attempt of shop.world.bank.bills.keys()) shop.world.bank.pay(attempt)
      return honest()
    })
    const id = await billed(shop)
    expect(await shop.history(id)).toEqual(['quoted', 'billing', 'paid', 'submitting', 'submitted'])
    expect(shop.world.panel.calls.add).toBe(1)
  })

  test('a QR that does not fit, unheard of for an hour: not forgotten, its money reaches saldo', async () => {
    await open()
    unfitBill()
    shop.world.bank.scripts.cancel.push(() => FAULT)
    shop.world.bank.spell.status = () => null
    const id = await billed(shop)
    await shop.pass(HOUR)
    expect(await shop.state(id)).toBe('lapsed')
    shop.world.bank.spell.status = undefined
    shop.world.rules.costOfOne = 13
    await pay(shop, id, { late: true, quiet: true })
    await shop.pass(15 * MINUTE)
    expect([await shop.state(id), await shop.saldo()]).toEqual(['closed', 12_000])
  })

  test('another sum while the bill is being made: to saldo, the card waits for a new yes', async () => {
    await open({ saldo: 2000 })
    const { bank } = shop.world
    bank.scripts.charge.push((honest) => {
      honest()
      return { kind: 'unknown', detail: 'timeout' }
    })
    const id = await billed(shop)
    expect(await shop.state(id)).toBe('billing')
    bank.pay(`${id}-1`, { amount: 9999 })
    await notice(shop, `${id}-1`)
    await shop.pass(MINUTE)
    expect([await shop.state(id), await shop.saldo(), await shop.holds()]).toEqual(['quoted', 11_999, {}])
    expect(bank.calls.charge).toBe(1)
    await yes(shop, id)
    await shop.work()
    await pay(shop, id)
    expect([await shop.state(id), await shop.saldo()]).toEqual(['submitted', 9999])
  })

  test('paid for one bill while the next is being made: the other is asked about to its end', async () => {
    await open()
    const { bank } = shop.world
    unfitBill()
    bank.scripts.cancel.push(() => FAULT)
    const id = await billed(shop)
    bank.scripts.charge.push((honest) => {
      honest()
      return { kind: 'unknown', detail: 'timeout' }
    })
    await yes(shop, id)
    await shop.work()
    expect(await shop.state(id)).toBe('billing')
    bank.pay(`${id}-2`)
    await notice(shop, `${id}-2`)
    expect(await shop.state(id)).toBe('submitted')
    bank.pay(`${id}-1`)
    await shop.pass(10 * MINUTE)
    expect([await shop.saldo(), shop.world.panel.calls.add]).toEqual([12_000, 1])
  })
})
