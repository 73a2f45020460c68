// One order at a time per panel account, service and link, also across the shops on one account; who waits goes in turn.
import { afterEach, describe, expect, test } from 'bun:test'
import { DAY, HOUR, MINUTE, SECOND } from '../../src/lib/clock.ts'
import type { Order } from '../../src/model/order.ts'
import { newOrder, quote } from '../store/contract/support.ts'
import { bought, faults, openSale, type Shop } from '../support/sale.ts'

let shop: Shop
afterEach(async () => {
  expect(await faults(shop.world)).toEqual([])
})
const adds = () => shop.world.panel.calls.add
const link = 'https://instagram.com/warung'
const ended = (id: string) => shop.world.panel.tell(id, { state: 'completed' })

let n = 0
/** An order of another shop, paid by a bill, whose sending is due. */
const paidElsewhere = async (change: Partial<Order['quote']> = {}): Promise<string> => {
  const { store, clock } = shop.world
  const now = clock.now()
  const id = `o_else_${++n}`
  const terms = { service_id_api: '1001', link, quantity: 1234, provider: 'p_9', ...change }
  const bill = {
    attempt: `${id}-1`,
    gateway: 'midtrans',
    keySet: 'ks_1',
    amount: 12_000,
    state: 'paid',
  } as const
  await store.orders.create({
    ...newOrder(n, { shop: 's_2', quote: quote(terms), state: 'paid' }),
    id,
    bills: { [bill.attempt]: { ...bill, createdAt: now, paidAt: now, paidAmount: 12_000, final: true } },
    outbox: [{ id: `submit:${id}`, name: 'fulfilment.submit', at: now, payload: { shop: 's_2', order: id } }],
  })
  await shop.work()
  return id
}
const elsewhere = async (id: string) => (await shop.world.store.orders.get('s_2', id)) as Order
const judged = (order: Order) => [order.state, order.why]

describe('shops on one panel account', () => {
  test('wait for each other on a link, and go when it is free', async () => {
    shop = await openSale()
    shop.world.broken.length = 0
    const mine = await bought(shop)
    const theirs = await paidElsewhere()
    expect(judged(await elsewhere(theirs))).toEqual(['waiting', 'sameLink'])
    await shop.pass(HOUR)
    expect(adds()).toBe(1)
    ended('90000')
    await shop.pass(20 * MINUTE)
    expect([await shop.state(mine), (await elsewhere(theirs)).state, adds()]).toEqual([
      'completed',
      'submitted',
      2,
    ])
    shop.world.broken.length = 0
  })

  test('do not, on another service, another link, or another account', async () => {
    shop = await openSale()
    await bought(shop)
    const others = [
      await paidElsewhere({ service_id_api: '1002' }),
      await paidElsewhere({ link: 'https://instagram.com/lain' }),
    ]
    shop.world.rules.accounts['s_2 p_8'] = 'a_8'
    others.push(await paidElsewhere({ provider: 'p_8' }))
    for (const id of others) expect((await elsewhere(id)).state).toBe('submitted')
    shop.world.broken.length = 0
  })

  test('a number of the panel belongs to one order of all shops on it', async () => {
    shop = await openSale()
    await bought(shop)
    shop.world.panel.scripts.add.push(() => ({ kind: 'accepted', id: '90000' }))
    const theirs = await paidElsewhere({ link: 'https://instagram.com/lain' })
    expect((await elsewhere(theirs)).state).toBe('unknown')
    shop.world.broken.length = 0
  })

  test('the doubt of one keeps the other at home until the balance was read', async () => {
    shop = await openSale()
    shop.world.panel.purse.silent = true
    shop.world.panel.scripts.add.push(() => ({ kind: 'unknown', detail: 'TIMEOUT' }))
    const mine = await bought(shop)
    const theirs = await paidElsewhere({ link: 'https://instagram.com/lain' })
    await shop.pass(10 * MINUTE)
    expect([await shop.state(mine), (await elsewhere(theirs)).state, adds()]).toEqual(['unknown', 'paid', 1])
    shop.world.panel.purse.silent = false
    await shop.pass(10 * MINUTE)
    expect([(await elsewhere(theirs)).state, adds()]).toEqual(['submitted', 2])
    shop.world.broken.length = 0
  })
})

describe('who waits for a link', () => {
  test('goes in the order of waiting, one after the other, at once when the one before has ended', async () => {
    shop = await openSale()
    const first = await bought(shop)
    const queue: string[] = []
    for (const quantity of [2000, 500, 1500]) {
      shop.world.clock.advance(SECOND)
      queue.push(await bought(shop, { quantity }))
    }
    expect((await Promise.all(queue.map((id) => shop.order(id)))).map(judged)).toEqual(
      Array(3).fill(['waiting', 'sameLink']),
    )
    const went: string[] = []
    for (const panelId of ['90000', '90001', '90002']) {
      ended(panelId)
      await shop.pass(31 * SECOND)
      const order = await Promise.all(queue.map(async (id) => [id, await shop.state(id)] as const))
      went.push(...order.flatMap(([id, state]) => (state === 'submitted' ? [id] : [])))
    }
    expect(went).toEqual(queue)
    expect([await shop.state(first), adds()]).toEqual(['completed', 4])
  })

  test('does not for one that a person must decide on, that was given back, or that the seller ended', async () => {
    shop = await openSale()
    const { panel } = shop.world
    panel.scripts.add.push(() => ({ kind: 'unknown', detail: 'TIMEOUT' }))
    const unknown = await bought(shop)
    const second = await bought(shop, { quantity: 500 })
    await shop.pass(HOUR)
    expect([await shop.state(unknown), await shop.state(second)]).toEqual(['unknown', 'waiting'])
    await shop.act((now) => now.notTaken(unknown))
    await shop.work()
    expect(await shop.state(second)).toBe('submitted')
    await shop.act((now) => now.approve(unknown))
    await shop.work()
    expect(judged(await shop.order(unknown))).toEqual(['waiting', 'sameLink'])
    shop.world.rules.panelGone = true
    await shop.act((now) => now.declare(second, 'completed'))
    shop.world.rules.panelGone = false
    await shop.pass(5 * MINUTE)
    expect([await shop.state(unknown), panel.taken.length]).toEqual(['submitted', 2])
  })

  test('for a day gets the money back, and leaves no work behind', async () => {
    shop = await openSale()
    await bought(shop)
    const second = await bought(shop, { quantity: 500 })
    await shop.pass(DAY)
    expect([await shop.state(second), await shop.saldo(), adds()]).toEqual(['closed', 6000, 1])
  })
})
