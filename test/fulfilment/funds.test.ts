// Guards before money is taken and before it is sent on: is it still there, at this price, and can the panel's balance pay for it.
import { afterEach, describe, expect, test } from 'bun:test'
import { DAY, HOUR, MINUTE, SECOND } from '../../src/lib/clock.ts'
import type { RefusalReason } from '../../src/model/service.ts'
import { billed, bought, boughtAt, faults, openSale, pay, place, type Shop, yes } from '../support/sale.ts'

let shop: Shop
afterEach(async () => {
  expect(await faults(shop.world)).toEqual([])
})
const open = async (balance = 1_000_000_000) => {
  shop = await openSale()
  shop.world.panel.purse.balance = balance
}
const linked = (n: number) => ({ link: `https://instagram.com/u${n}` })
const adds = () => shop.world.panel.calls.add
const asked = () => shop.world.panel.calls.balance
const lane = () => shop.world.store.lanes.get('a_1')
const refuse = (reason: RefusalReason) => () => ({ kind: 'refused' as const, reason, message: 'words' })
/** What the seller was told of balances, so far. */
const deskNews = async () => {
  await shop.work()
  return shop.world.told.filter((line) => line.startsWith('desk panelBalance'))
}

describe('the yes', () => {
  test('is taken at once when all is well, and the card then stands', async () => {
    await open()
    expect(await yes(shop, await place(shop))).toMatchObject({ ok: true, already: false })
  })

  test.each([
    ['costs more than the price by now', { costOfOne: 13 }, 'changed'],
    ['costs just the price', { costOfOne: 12 }, null],
    ['asks for more at least', { limits: { min: 1001, max: 9999, onSale: true } }, 'changed'],
    ['takes less at most', { limits: { min: 1, max: 999, onSale: true } }, 'changed'],
    ['is off sale', { limits: { min: 1, max: 9999, onSale: false } }, 'soldOut'],
    ['is gone', { costOfOne: null }, 'soldOut'],
    ['has no panel any more', { panelGone: true }, 'soldOut'],
  ] as const)('when the service %s', async (_what, now, reason) => {
    await open()
    const id = await place(shop)
    Object.assign(shop.world.rules, now)
    const said = await yes(shop, id)
    expect(said.ok ? null : said.reason).toBe(reason)
    expect(await shop.state(id)).toBe(reason ? 'quoted' : 'billing')
    await shop.work()
    expect(shop.world.bank.calls.charge).toBe(reason ? 0 : 1)
  })

  test('is not taken for what the balance does not cover; the seller hears of it once, until it covers again', async () => {
    await open(8999)
    for (const n of [1, 2, 3])
      expect(await yes(shop, await place(shop, linked(n)))).toMatchObject({ reason: 'soldOut' })
    expect(await deskNews()).toHaveLength(1)
    expect(await yes(shop, await place(shop, { ...linked(4), quantity: 900 }))).toMatchObject({ ok: true })
    shop.world.panel.purse.balance = 9000
    await shop.pass(2 * MINUTE)
    expect(await yes(shop, await place(shop, linked(5)))).toMatchObject({ ok: true })
    expect((await lane())?.low).toBeUndefined()
    shop.world.panel.purse.balance = 10
    await shop.pass(2 * MINUTE)
    expect(await yes(shop, await place(shop, linked(6)))).toMatchObject({ reason: 'soldOut' })
    expect(await deskNews()).toHaveLength(2)
  })

  test('counts what is paid and not taken yet as spent', async () => {
    await open(20_000)
    const first = await boughtAt(shop, 13)
    expect(await shop.state(first)).toBe('waiting')
    shop.world.rules.costOfOne = 9
    expect(await yes(shop, await place(shop, linked(2)))).toMatchObject({ ok: true })
    expect(await yes(shop, await place(shop, { ...linked(3), quantity: 2000 }))).toMatchObject({
      reason: 'soldOut',
    })
    await shop.act((now) => now.giveBack(first))
    await shop.work()
    expect(await yes(shop, await place(shop, { ...linked(4), quantity: 2000 }))).toMatchObject({ ok: true })
  })

  test('asks the panel once for all who wait, and once a minute', async () => {
    await open()
    const cards = await Promise.all([1, 2, 3].map((n) => place(shop, linked(n))))
    const all = await Promise.all(cards.map((id) => shop.act((now) => now.mayBuy(id))))
    expect(all.map(({ ok }) => ok)).toEqual([true, true, true])
    expect(asked()).toBe(1)
    shop.world.clock.advance(MINUTE)
    await shop.act((now) => now.mayBuy(cards[0] ?? ''))
    expect(asked()).toBe(1)
    shop.world.clock.advance(SECOND)
    await shop.act((now) => now.mayBuy(cards[0] ?? ''))
    expect(asked()).toBe(2)
  })

  test('waits five seconds for a panel that hangs, and is then taken', async () => {
    await open()
    const { panel } = shop.world
    const waits: number[] = []
    shop.world.rules.wait = async (ms) => void waits.push(ms)
    panel.watch.onBalance = () => new Promise(() => undefined)
    const id = await place(shop)
    expect(await yes(shop, id)).toMatchObject({ ok: true })
    expect(waits).toEqual([5000])
  })

  test('of another currency, or unreadable, is no balance to compare with', async () => {
    await open(1)
    shop.world.panel.purse.currency = 'USD'
    expect(await yes(shop, await place(shop, linked(1)))).toMatchObject({ ok: true })
    shop.world.panel.purse.currency = ''
    shop.world.clock.advance(2 * MINUTE)
    expect(await yes(shop, await place(shop, linked(2)))).toMatchObject({ reason: 'soldOut' })
  })

  test('a late payment of what can no longer be had goes to saldo', async () => {
    await open()
    const id = await billed(shop)
    await shop.pass(31 * MINUTE)
    shop.world.panel.purse.balance = 5
    await pay(shop, id, { late: true })
    await shop.pass(MINUTE)
    expect([await shop.state(id), await shop.saldo(), adds()]).toEqual(['closed', 12_000, 0])
  })
})

describe('before it is sent', () => {
  test('limits that are others by now hold it for the seller, who may send it all the same', async () => {
    await open()
    const id = await billed(shop)
    shop.world.rules.limits = { min: 5000, max: 9000, onSale: true }
    await pay(shop, id)
    expect(await shop.order(id)).toMatchObject({ state: 'held', why: 'quantity' })
    await shop.act((now) => now.approve(id))
    await shop.work()
    expect(await shop.state(id)).toBe('submitted')
  })

  test('a service taken off sale after the yes is still sent', async () => {
    await open()
    const id = await billed(shop)
    shop.world.rules.limits.onSale = false
    await pay(shop, id)
    expect(await shop.state(id)).toBe('submitted')
  })

  test('what the balance does not cover waits in a queue, the longest waiting first, and goes after a top-up', async () => {
    await open()
    const cards = [
      await billed(shop, linked(1)),
      await billed(shop, linked(2)),
      await billed(shop, linked(3)),
    ]
    shop.world.panel.purse.balance = 5000
    shop.world.clock.advance(2 * MINUTE)
    for (const id of cards) {
      await pay(shop, id)
      shop.world.clock.advance(SECOND)
    }
    const orders = await Promise.all(cards.map((id) => shop.order(id)))
    expect(orders.map(({ state, why }) => [state, why])).toEqual(Array(3).fill(['waiting', 'funds']))
    expect(shop.world.told).toContain(`seller ${cards[0]}`)
    expect(await deskNews()).toHaveLength(1)
    await shop.pass(HOUR)
    expect(adds()).toBe(0)
    shop.world.panel.purse.balance = 18_500
    await shop.pass(6 * MINUTE)
    const states = await Promise.all(cards.map((id) => shop.state(id)))
    expect(states).toEqual(['submitted', 'submitted', 'waiting'])
    shop.world.panel.purse.balance = 9000
    await shop.pass(6 * MINUTE)
    expect(await shop.state(cards[2] ?? '')).toBe('submitted')
    expect((await lane())?.low).toBeUndefined()
  })

  test('nobody overtakes: a small one waits behind a large one that waits for longer', async () => {
    await open()
    const large = await billed(shop, { ...linked(1), quantity: 5000 })
    const small = await billed(shop, linked(2))
    shop.world.panel.purse.balance = 20_000
    shop.world.clock.advance(2 * MINUTE)
    await pay(shop, large)
    shop.world.clock.advance(SECOND)
    await pay(shop, small)
    await shop.pass(HOUR)
    expect([await shop.state(large), await shop.state(small), adds()]).toEqual(['waiting', 'waiting', 0])
    shop.world.panel.purse.balance = 54_000
    await shop.pass(10 * MINUTE)
    expect([await shop.state(large), await shop.state(small)]).toEqual(['submitted', 'submitted'])
  })

  test('a reading on anybody’s way releases the queue at once', async () => {
    await open()
    const id = await billed(shop, linked(1))
    const card = await place(shop, linked(2))
    shop.world.panel.purse.balance = 10
    shop.world.clock.advance(2 * MINUTE)
    await pay(shop, id)
    expect(await shop.state(id)).toBe('waiting')
    shop.world.panel.purse.balance = 1_000_000
    shop.world.clock.advance(MINUTE + SECOND)
    expect(await yes(shop, card)).toMatchObject({ ok: true })
    await shop.work()
    expect(await shop.state(id)).toBe('submitted')
  })

  test('nothing comes in for a day: the money goes back', async () => {
    await open()
    const id = await billed(shop)
    shop.world.panel.purse.balance = 10
    shop.world.clock.advance(2 * MINUTE)
    await pay(shop, id)
    await shop.pass(DAY)
    expect([await shop.state(id), await shop.saldo(), adds()]).toEqual(['closed', 12_000, 0])
    const { length } = await shop.world.store.jobs.claim(
      ['fulfilment.submit'],
      'w',
      Number.MAX_SAFE_INTEGER,
      1,
      99,
    )
    expect(length).toBeLessThan(3)
  })

  test('the panel says no for funds though the balance seemed to do: a fuller balance is a reason to ask again, the same is not', async () => {
    await open()
    for (let i = 0; i < 9; i++) shop.world.panel.scripts.add.push(refuse('funds'))
    const id = await bought(shop, linked(1))
    expect(await shop.order(id)).toMatchObject({ state: 'waiting', why: 'funds' })
    const before = adds()
    const buys = async (n: number) => {
      shop.world.clock.advance(61 * SECOND)
      await yes(shop, await place(shop, linked(n)))
      await shop.work()
    }
    await buys(2)
    expect(adds()).toBe(before)
    shop.world.panel.scripts.add.length = 0
    shop.world.panel.purse.balance += 1
    await buys(3)
    expect(await shop.state(id)).toBe('submitted')
  })

  test('the seller sends it all the same, whatever the balance seems to be', async () => {
    await open()
    const id = await billed(shop)
    shop.world.panel.purse.balance = 10
    shop.world.clock.advance(2 * MINUTE)
    await pay(shop, id)
    await shop.act((now) => now.approve(id))
    await shop.work()
    expect(await shop.state(id)).toBe('submitted')
  })
})
