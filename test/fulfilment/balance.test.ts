// The panel's balance around a sending: read before it only when that says something new, read after it only when no answer came; until
// then nothing else goes out, and what it says is a hint.
import { afterEach, describe, expect, test } from 'bun:test'
import { DAY, HOUR, MINUTE, SECOND } from '../../src/lib/clock.ts'
import type { Submission } from '../../src/model/order.ts'
import { billed, bought, faults, openSale, pay, type Shop } from '../support/sale.ts'

let shop: Shop
afterEach(async () => {
  expect(await faults(shop.world)).toEqual([])
})
const open = async () => {
  shop = await openSale()
  await shop.world.store.providers.create({
    id: 'p_1',
    shop: 's_1',
    name: 'Panel',
    driver: 'smm-v2',
    endpoint: 'https://panel.test/api/v2',
    key: 'sealed',
    endsIn: '1234',
    createdAt: 0,
    v: 1,
  })
}
const linked = (n: number) => ({ link: `https://instagram.com/u${n}` })
const asked = () => shop.world.panel.calls.balance
const adds = () => shop.world.panel.calls.add
const lane = () => shop.world.store.lanes.get('a_1')
const provider = () => shop.world.store.providers.get('s_1', 'p_1')
const noAnswer = (took: boolean) =>
  shop.world.panel.scripts.add.push((take) => {
    if (took) take()
    return { kind: 'unknown', detail: 'TIMEOUT' }
  })
const sending = async (id: string): Promise<Submission | undefined> =>
  (await shop.order(id)).submissions['s1']

describe('before a sending', () => {
  test('a reading of the last minute serves the yes and the sending; it is shown at the provider', async () => {
    await open()
    const id = await bought(shop, linked(1))
    expect([await shop.state(id), asked()]).toEqual(['submitted', 1])
    expect(await sending(id)).toMatchObject({ account: 'a_1', balanceBefore: '1000000000' })
    expect((await provider())?.balance?.amount).toBe('1000000000')
  })

  test('it is read anew once something was taken after it, or it is older than a minute', async () => {
    await open()
    await bought(shop, linked(1))
    const second = await billed(shop, linked(2))
    expect(asked()).toBe(2)
    shop.world.clock.advance(MINUTE + SECOND)
    await pay(shop, second)
    expect(asked()).toBe(3)
    expect((await sending(second))?.balanceBefore).toBe(String(1_000_000_000 - 9000))
  })

  test('a refusal moves nothing, and neither does what never left: no reading for it', async () => {
    await open()
    const cards = [
      await billed(shop, linked(1)),
      await billed(shop, linked(2)),
      await billed(shop, linked(3)),
    ]
    shop.world.panel.scripts.add.push(
      () => ({ kind: 'refused', reason: 'private', message: 'private' }),
      () => ({ kind: 'neverLeft', code: 'ECONNREFUSED' }),
    )
    for (const id of cards) await pay(shop, id)
    expect([adds(), asked()]).toEqual([3, 1])
  })

  test('a panel that does not tell its balance stops neither a sale nor a sending, and is not asked each time', async () => {
    await open()
    shop.world.panel.purse.silent = true
    for (const n of [1, 2, 3]) expect(await shop.state(await bought(shop, linked(n)))).toBe('submitted')
    expect(asked()).toBeLessThan(3)
    expect((await lane())?.silent).toMatchObject({ times: 1 })
    expect(await sending((await shop.world.store.orders.list('s_1', {}))[0]?.id ?? '')).not.toHaveProperty(
      'balanceBefore',
    )
  })
})

describe('after a sending without an answer', () => {
  test('it is read at once: lower by the cost says probably taken', async () => {
    await open()
    noAnswer(true)
    const id = await bought(shop, linked(1))
    expect(await sending(id)).toMatchObject({
      outcome: 'unknown',
      balanceBefore: '1000000000',
      balanceAfter: '999991000',
      hint: 'probablyTaken',
    })
    expect([await shop.state(id), adds(), asked()]).toEqual(['unknown', 1, 2])
    expect((await lane())?.doubt).toBeUndefined()
    await shop.pass(3 * DAY)
    expect([await shop.state(id), adds()]).toEqual(['unknown', 1])
  })

  test('unchanged says probably not taken, and still nothing is sent or given back by itself', async () => {
    await open()
    noAnswer(false)
    const id = await bought(shop, linked(1))
    expect((await sending(id))?.hint).toBe('probablyNotTaken')
    await shop.pass(3 * DAY)
    expect([await shop.state(id), adds(), await shop.saldo()]).toEqual(['unknown', 1, 0])
  })

  test('anything else says nothing: topped up in between, another currency, a refund of the panel in between', async () => {
    await open()
    const { panel } = shop.world
    const running = await bought(shop, linked(9))
    panel.scripts.add.push((take) => {
      take()
      panel.purse.balance += 50_000
      return { kind: 'unknown', detail: 'TIMEOUT' }
    })
    expect(await sending(await bought(shop, linked(1)))).not.toHaveProperty('hint')
    panel.scripts.add.push(() => {
      panel.purse.currency = 'USD'
      return { kind: 'unknown', detail: 'TIMEOUT' }
    })
    expect(await sending(await bought(shop, linked(2)))).not.toHaveProperty('hint')
    panel.purse.currency = 'IDR'
    panel.tell('90000', { state: 'partial', remains: 1000 })
    await shop.pass(30 * SECOND)
    expect(await shop.state(running)).toBe('closed')
    noAnswer(true)
    const paidBySaldo = await billed(shop, linked(3))
    expect(await shop.state(paidBySaldo)).toBe('unknown')
    expect(await sending(paidBySaldo)).not.toHaveProperty('hint')
  })

  test('until then the account sends nothing, whoever of its orders comes; then it goes on by itself', async () => {
    await open()
    const second = await billed(shop, linked(2))
    noAnswer(true)
    const first = await billed(shop, linked(1))
    shop.world.panel.purse.silent = true
    await pay(shop, first)
    await pay(shop, second)
    await shop.pass(HOUR)
    expect([await shop.state(first), await shop.state(second), adds()]).toEqual(['unknown', 'paid', 1])
    expect((await provider())?.lastFault?.message).toContain('cannot be reached')
    const before = asked()
    await shop.pass(HOUR)
    expect(asked() - before).toBeLessThan(15)
    shop.world.panel.purse.silent = false
    await shop.pass(15 * MINUTE)
    expect([await shop.state(first), await shop.state(second), adds()]).toEqual(['unknown', 'submitted', 2])
    expect((await sending(first))?.hint).toBe('probablyTaken')
  })

  test('whoever reads it next settles it, the yes of another customer too', async () => {
    await open()
    noAnswer(true)
    const first = await billed(shop, linked(1))
    shop.world.panel.purse.silent = true
    await pay(shop, first)
    shop.world.panel.purse.silent = false
    shop.world.clock.advance(MINUTE)
    const before = asked()
    const card = await shop.act((now) => now.place({ ...linked(2), cause: 'other' }))
    if (!card.ok) throw new Error(card.reason)
    expect(await shop.act((now) => now.mayBuy(card.order.id))).toMatchObject({ ok: true })
    expect(asked() - before).toBe(1)
    expect((await sending(first))?.hint).toBe('probablyTaken')
    expect((await lane())?.doubt).toBeUndefined()
  })

  test('the seller decides while the balance is still unread: the account goes on after a reading', async () => {
    await open()
    noAnswer(false)
    const first = await billed(shop, linked(1))
    shop.world.panel.purse.silent = true
    await pay(shop, first)
    await shop.act((now) => now.notTakenGiveBack(first))
    shop.world.panel.purse.silent = false
    const second = await bought(shop, linked(2))
    expect([await shop.state(first), await shop.state(second)]).toEqual(['closed', 'submitted'])
    expect((await lane())?.doubt).toBeUndefined()
  })
})

describe('a process that is killed', () => {
  test('while its request is under way: nobody sends until the balance after it was read', async () => {
    await open()
    const second = await billed(shop, linked(2))
    const first = await billed(shop, linked(1))
    const { panel, clock } = shop.world
    const hangs: (() => void)[] = []
    panel.watch.onAdd = (order) =>
      order.link.endsWith('u1') ? new Promise<void>((go) => hangs.push(go)) : Promise.resolve()
    await shop.act((now) => now.notice(`${first}-1`, 'x'))
    shop.world.bank.pay(`${first}-1`)
    // It sends, and dies before an answer comes; another process goes on.
    const dead = shop.cutOff(async (now) => now.drain(), { call: 1000, when: 'before' })
    await Bun.sleep(20)
    expect(hangs).toHaveLength(1)
    expect((await lane())?.doubt).toMatchObject({ order: first, submission: 's1' })
    const before = asked()
    clock.advance(31 * SECOND)
    await pay(shop, second)
    expect(asked() - before).toBe(1)
    expect([await shop.state(first), await shop.state(second), adds()]).toEqual(['unknown', 'submitted', 2])
    expect(await sending(first)).toMatchObject({ outcome: 'unknown', hint: 'probablyNotTaken' })
    for (const go of hangs) go()
    await dead
    await shop.work()
    // It was still alive, and the panel took it: nothing is sent again, and it is found.
    expect(await shop.state(first)).toBe('submitted')
    expect(panel.taken).toHaveLength(2)
  })
})

describe('a lane that is lost in the middle', () => {
  const takenByAnother = async () => {
    shop.world.clock.advance(31 * SECOND)
    await shop.world.store.lanes.take('a_1', 'another', shop.world.clock.now(), 30 * SECOND)
  }

  test('before the intent: nothing is stored and nothing sent, until the other has left it', async () => {
    await open()
    const id = await billed(shop, linked(1))
    shop.world.manner.before('lanes.change', takenByAnother)
    await pay(shop, id)
    expect([await shop.state(id), adds()]).toEqual(['paid', 0])
    expect((await shop.order(id)).submissions).toEqual({})
    await shop.pass(MINUTE)
    expect([await shop.state(id), adds(), shop.world.panel.taken.length]).toEqual(['submitted', 1, 1])
  })

  test('while the request is under way, with the job: the next holder reads the balance first, the late answer is believed', async () => {
    await open()
    const second = await billed(shop, linked(2))
    const first = await billed(shop, linked(1))
    const { panel, clock } = shop.world
    const seen: unknown[] = []
    panel.watch.onAdd = async (order) => {
      if (!order.link.endsWith('u1')) return
      const before = asked()
      clock.advance(31 * SECOND)
      shop.world.bank.pay(`${second}-1`)
      await shop.elsewhere((other) => other.notice(`${second}-1`, 'x'))
      seen.push(await shop.state(first), await shop.state(second), asked() - before)
    }
    await pay(shop, first)
    expect(seen).toEqual(['unknown', 'submitted', 1])
    expect([await shop.state(first), adds(), panel.taken.length]).toEqual(['submitted', 2, 2])
    expect((await lane())?.doubt).toBeUndefined()
  })

  test('while the request is under way, without the job: the next holder waits for its outcome', async () => {
    await open()
    const second = await billed(shop, linked(2))
    const first = await billed(shop, linked(1))
    const { panel, clock, store } = shop.world
    const seen: unknown[] = []
    panel.watch.onAdd = async (order) => {
      if (!order.link.endsWith('u1')) return
      clock.advance(31 * SECOND)
      const [mine] = await store.jobs.claim(['fulfilment.submit'], 'the same', clock.now(), 60 * SECOND, 1)
      shop.world.bank.pay(`${second}-1`)
      await shop.elsewhere((other) => other.notice(`${second}-1`, 'x'))
      seen.push(mine?.payload['order'], await shop.state(first), await shop.state(second), adds())
    }
    await pay(shop, first)
    expect(seen).toEqual([first, 'submitting', 'paid', 1])
    expect(await shop.state(first)).toBe('submitted')
    await shop.pass(2 * MINUTE)
    expect([await shop.state(second), adds(), panel.taken.length]).toEqual(['submitted', 2, 2])
  })
})
