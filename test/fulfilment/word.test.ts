// How far a seller's word reaches: for one sending to one panel, never further; and what is said when it can't be carried out.
import { afterEach, describe, expect, test } from 'bun:test'
import { DAY, MINUTE, SECOND } from '../../src/lib/clock.ts'
import { DEFAULTS } from '../../src/model/defaults.ts'
import { routeOf } from '../../src/model/order.ts'
import type { RefusalReason } from '../../src/model/service.ts'
import { standingsOf } from '../../src/notices/standing.ts'
import { service } from '../store/contract/support.ts'
import { type FakePanel, makePanel } from '../support/sale/panel.ts'
import {
  bought,
  boughtAt,
  faults,
  makeWorld,
  openShop,
  type Shop,
  type WorldOptions,
} from '../support/sale.ts'

let shop: Shop
let second: FakePanel
afterEach(async () => {
  expect(await faults(shop.world)).toEqual([])
})
const refuse = (reason: RefusalReason) => () => ({ kind: 'refused' as const, reason, message: 'words' })
const first = () => shop.world.panel
const standing = async (id: string) => standingsOf(await shop.order(id), shop.world.clock.now())

/** Service 2 at a second panel stands in for service 1. */
const open = async (options: WorldOptions = {}) => {
  const world = await makeWorld(options)
  second = makePanel()
  second.watch.onAdd = world.panel.watch.onAdd ?? (async () => undefined)
  world.rules.others['p_2'] = second
  world.rules.accounts['s_1 p_2'] = 'a_2'
  shop = openShop(world)
  await world.store.services.putLot('s_1', [service(2, { provider: 'p_2', service_id_api: '2002' })])
  await world.store.services.change('s_1', 'sv_1', (one) => ({ ...one, alternatives: ['sv_2'] }))
}

describe('another way after a refusal', () => {
  test('of play money that was sent for real: it waits for the word anew', async () => {
    await open({ money: 'play' })
    first().scripts.add.push(refuse('service'))
    const id = await bought(shop)
    expect(await shop.order(id)).toMatchObject({ state: 'waiting', why: 'play' })
    await shop.act((now) => now.approve(id))
    await shop.work()
    expect(await shop.order(id)).toMatchObject({ state: 'waiting', why: 'play' })
    expect([first().calls.add, second.calls.add]).toEqual([1, 0])
    expect(await standing(id)).toHaveLength(1)
    await shop.act((now) => now.approve(id))
    await shop.work()
    expect([await shop.state(id), second.calls.add]).toEqual(['submitted', 1])
  })

  test('of what was sent at a risen rate: what has risen there too by then waits', async () => {
    await open()
    second.purse.silent = true
    first().scripts.add.push(refuse('service'))
    const id = await boughtAt(shop, 13)
    shop.world.rules.costs['sv_2'] = 9
    shop.world.manner.before('lanes.leave', async () => {
      shop.world.rules.costs['sv_2'] = 500
    })
    await shop.act((now) => now.approve(id))
    await shop.work()
    expect(await shop.order(id)).toMatchObject({ state: 'waiting', why: 'price' })
    expect([routeOf(await shop.order(id)).service, second.calls.add]).toEqual(['sv_2', 0])
  })
})

describe('a word that can’t be carried out', () => {
  test('as the panel is off: the seller is asked again, not left with nothing to press', async () => {
    await open({})
    await shop.world.store.services.change('s_1', 'sv_1', (one) => ({ ...one, alternatives: [] }))
    first().scripts.add.push(refuse('service'))
    const id = await bought(shop)
    const [before] = await standing(id)
    const { deadline } = await shop.order(id)
    shop.world.rules.panelGone = true
    await shop.act((now) => now.approve(id))
    await shop.work()
    const order = await shop.order(id)
    expect(order).toMatchObject({ state: 'held', why: 'service' })
    expect([order.approved, order.deadline]).toEqual([undefined, deadline])
    const [after] = await standing(id)
    expect(after?.news).toMatchObject({ news: 'held' })
    expect(after?.mark).not.toBe(before?.mark)
    shop.world.rules.panelGone = false
    await shop.act((now) => now.approve(id))
    await shop.work()
    expect(await shop.state(id)).toBe('submitted')
  })
})

describe('a panel that is switched off', () => {
  test('while it has not told what became of another sending: what is paid is held, not left waiting', async () => {
    await open()
    first().scripts.add.push(() => ({ kind: 'unknown', detail: 'TIMEOUT' }))
    first().purse.silent = true
    const lost = await bought(shop)
    const id = await bought(shop, { link: 'https://instagram.com/b' })
    expect([await shop.state(lost), await shop.state(id)]).toEqual(['unknown', 'paid'])
    shop.world.rules.panelOff = true
    await shop.pass(30 * MINUTE)
    expect(await shop.order(id)).toMatchObject({ state: 'held', why: 'service' })
    await shop.pass(DAY)
    expect([await shop.state(lost), await shop.state(id)]).toEqual(['unknown', 'closed'])
  })
})

describe('a sending whose lane went to somebody else before the request left', () => {
  test('does not leave, and is tried again', async () => {
    await open()
    const { store, clock } = shop.world
    const { advance } = store.orders
    let stolen = 0
    store.orders.advance = async (...input) => {
      const moved = await advance(...input)
      if (moved.ok && moved.order.state === 'submitting' && stolen++ === 0) {
        clock.advance(31 * SECOND)
        expect(await store.lanes.take('a_1', 'other', clock.now(), DEFAULTS.lease)).not.toBeNull()
        expect(first().calls.add).toBe(0)
      }
      return moved
    }
    shop = openShop(shop.world)
    const id = await bought(shop)
    expect(await shop.order(id)).toMatchObject({
      state: 'paid',
      submissions: { s1: { outcome: 'neverLeft', message: 'LANE_LOST' } },
    })
    expect(first().calls.add).toBe(0)
    await shop.pass(MINUTE)
    expect([await shop.state(id), first().calls.add]).toEqual(['submitted', 1])
  })
})

describe('a card whose buttons were used', () => {
  test('by choosing another service: nothing more to press while that is on its way', async () => {
    await open()
    await shop.world.store.services.change('s_1', 'sv_1', (one) => ({ ...one, alternatives: [] }))
    first().scripts.add.push(refuse('service'))
    const id = await bought(shop)
    expect(await standing(id)).toHaveLength(1)
    await shop.act((now) => now.otherService(id, 'sv_2'))
    expect([await shop.state(id), await standing(id)]).toEqual(['held', []])
    await shop.work()
    expect(await shop.state(id)).toBe('submitted')
  })
})
