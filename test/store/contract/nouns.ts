import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import type { Shop } from '../../../src/model/shop.ts'
import {
  newOrder,
  type Opened,
  type OpenStore,
  OTHER_SHOP,
  opened,
  SHOP,
  service,
  together,
} from './support.ts'

const shop = (id: string): Shop => ({
  id,
  owner: 'a_1',
  mode: 'live',
  v: 1,
  createdAt: 0,
  settings: {
    name: 'Toko',
    language: 'id',
    voice: 'akrab',
    fee: 0,
    leastProfit: 0,
    step: 100,
    leastBill: 1000,
    billMinutes: 30,
    lossLimit: 0,
    chatDays: 90,
    blocked: [],
    timezone: 'Asia/Jakarta',
  },
  keySets: [],
  bound: [],
  window: {},
  nextMid: 1,
  midBlocks: {},
  exchange: {},
})

export const nounsContract = (name: string, open: OpenStore): void =>
  describe(`${name}: documents`, () => {
    let at: Opened
    beforeEach(async () => {
      at = await opened(open)
    })
    afterEach(() => at.close())

    test('five hundred changes of one document at once lose none', async () => {
      await at.store.shops.create(shop(SHOP))
      await together(500, () =>
        at.store.shops.change(SHOP, (current) => ({ ...current, nextMid: current.nextMid + 1 })),
      )
      expect(await at.store.shops.get(SHOP)).toMatchObject({ nextMid: 501, v: 501 })
      expect(await at.store.shops.change('s_9', (current) => current)).toBeNull()
      expect((await at.store.shops.change(SHOP, () => null))?.v).toBe(501)
    })

    test('a key has one owner, whoever asks', async () => {
      const owners = await together(50, (i) => at.store.keys.claim('bot:1', `s_${i}`))
      expect(new Set(owners).size).toBe(1)
      const [owner] = owners as [string]
      expect(await at.store.keys.release('bot:1', 'nobody')).toBe(false)
      expect(await at.store.keys.release('bot:1', owner)).toBe(true)
      expect(await at.store.keys.owner('bot:1')).toBeNull()
    })

    test('a one-time link is taken once', async () => {
      await at.store.links.put({ id: 'h', purpose: 'invite' })
      const taken = await together(30, () => at.store.links.take('h'))
      expect(taken.filter(Boolean)).toHaveLength(1)
    })

    test('hits are counted within their window', async () => {
      const now = at.clock.now()
      expect(await together(5, () => at.store.limits.hit('a', now, 1000))).toEqual([1, 2, 3, 4, 5])
      expect(await at.store.limits.hit('b', now, 1000)).toBe(1)
      expect(await at.store.limits.hit('a', now + 1001, 1000)).toBe(1)
    })

    test('saldo: sixty holds of ten on a hundred, ten succeed; each cause counts once; nothing falls below zero', async () => {
      const { wallets } = at.store
      const credit = { cause: 'refund:1', amount: 100, at: 0, note: 'x' }
      const credited = await together(20, () => wallets.credit(SHOP, 'cu_1', 'real', credit))
      expect(credited.filter(({ fresh }) => fresh)).toHaveLength(1)
      const held = await together(60, (i) =>
        wallets.hold(SHOP, 'cu_1', 'real', { order: `o_${i % 20}`, amount: 10 }),
      )
      const orders = new Set(held.flatMap((one, i) => (one === 'held' ? [`o_${i % 20}`] : [])))
      expect(orders.size).toBe(10)
      const [order] = orders as unknown as [string]
      expect(await wallets.capture(SHOP, 'cu_1', 'real', order, 5)).toBe(true)
      expect(await wallets.capture(SHOP, 'cu_1', 'real', order, 5)).toBe(false)
      for (const one of orders) await wallets.release(SHOP, 'cu_1', 'real', one)
      expect(await wallets.get(SHOP, 'cu_1', 'real')).toMatchObject({ balance: 90, holds: {} })
      expect(await wallets.get(SHOP, 'cu_1', 'play')).toMatchObject({ balance: 0 })
      expect(await wallets.hold(SHOP, 'cu_1', 'play', { order: 'o_1', amount: 1 })).toBe('short')
    })

    test('a payment notice is stored once, with its job', async () => {
      const job = { id: 'settle:1', name: 'payments.settle' as const, at: 0, payload: {} }
      const stored = await together(50, () =>
        at.store.notices.accept({ id: 'n1', attempt: 'o_1-1', at: 0, raw: '{}' }, job),
      )
      expect(stored.filter((one) => one === 'created')).toHaveLength(1)
      expect(await at.store.relay()).toBe(1)
      expect(await at.store.jobs.claim(['payments.settle'], 'w', at.clock.now(), 1000, 9)).toHaveLength(1)
      expect(await at.store.notices.list('o_1-1')).toEqual([{ id: 'n1', attempt: 'o_1-1', at: 0, raw: '{}' }])
    })

    test('the practice world is guarded by version', async () => {
      expect(
        await together(20, () => at.store.practice.put('k', { n: 1 }, 0)).then(
          (all) => all.filter(Boolean).length,
        ),
      ).toBe(1)
      expect(
        await together(20, (n) => at.store.practice.put('k', { n }, 1)).then(
          (all) => all.filter(Boolean).length,
        ),
      ).toBe(1)
      expect((await at.store.practice.get('k'))?.v).toBe(2)
    })

    test('a chat answers each update once, by the inbox number', async () => {
      const chat = {
        key: '1:5',
        shop: SHOP,
        customer: 'cu_1',
        dialogue: { asked: 'idle' as const },
        lastUpdate: 0,
        createdAt: 0,
        seenAt: 0,
        v: 1,
      }
      await at.store.chats.ensure(chat)
      const answered = await together(20, () =>
        at.store.chats.answer(SHOP, '1:5', 3, (current) => ({ ...current, lastUpdate: 3 })),
      )
      expect(answered.filter(Boolean)).toHaveLength(1)
      expect(await at.store.chats.answer(SHOP, '1:5', 2, (current) => ({ ...current, lastUpdate: 2 }))).toBe(
        false,
      )
      expect(await at.store.chats.get(OTHER_SHOP, '1:5')).toBeNull()
      expect((await at.store.chats.ensure({ ...chat, lastUpdate: 0 })).lastUpdate).toBe(3)
    })

    test('a transcript pages by number and by what changed since', async () => {
      for (let i = 0; i < 3; i++)
        await at.store.messages.append({ chat: '1:5', shop: SHOP, from: 'bot', text: `t${i}`, at: 100 + i })
      await at.store.messages.edit('1:5', 1, { text: 'new', editedAt: 200 })
      const texts = async (page: Parameters<typeof at.store.messages.list>[2]) =>
        (await at.store.messages.list(SHOP, '1:5', page)).map((message) => message.text)
      expect(await texts({ limit: 2 })).toEqual(['t1', 't2'])
      expect(await texts({ after: 1, limit: 9 })).toEqual(['t1', 't2'])
      expect(await texts({ changedSince: 150, limit: 9 })).toEqual(['new'])
      expect(await at.store.messages.list(OTHER_SHOP, '1:5', { limit: 9 })).toEqual([])
      expect(await at.store.messages.edit('1:5', 9, { text: 'x' })).toBe(false)
    })

    test("services keep the shop's own words, sale, pin and mid over a new lot, and are searched", async () => {
      const { services } = at.store
      await services.putLot(SHOP, [
        service(1),
        service(2, {
          name: 'TikTok Views ⚡',
          facts: { ...service(2).facts, platform: 'tiktok', kind: 'views' },
        }),
      ])
      const before = await services.version(SHOP)
      await services.change(SHOP, 'sv_1', (current) => ({
        ...current,
        onSale: true,
        pin: 5000,
        own: { displayName: 'Pengikut Jempolan' },
      }))
      expect(await services.version(SHOP)).toBeGreaterThan(before)
      await services.putLot(SHOP, [service(1, { mid: 99, rate: '2', name: 'Renamed' })])
      expect(await services.get(SHOP, 'sv_1')).toMatchObject({
        mid: 1,
        rate: '2',
        name: 'Renamed',
        onSale: true,
        pin: 5000,
        own: { displayName: 'Pengikut Jempolan' },
      })
      const found = async (filter: Parameters<typeof services.list>[1]) =>
        (await services.list(SHOP, filter)).map((one) => one.mid)
      expect(await found({ text: 'jempol' })).toEqual([1])
      expect(await found({ text: 'tik vie' })).toEqual([2])
      expect(await found({ text: 'ti' })).toEqual([2])
      for (const text of ['"', '" OR *', "' --", 'NEAR(', '((', '\0\0\0abc'])
        expect(await found({ text })).toEqual([])
      expect(await found({ onSale: true })).toEqual([1])
      expect(await found({ platform: 'tiktok' })).toEqual([2])
      expect(await found({ after: 1 })).toEqual([2])
      expect(await services.count(SHOP, { text: 'tiktok' })).toBe(1)
      expect(await services.get(OTHER_SHOP, 'sv_1')).toBeNull()
      expect((await services.known(SHOP, 'p_1')).map(({ id, mid }) => [id, mid])).toEqual(
        expect.arrayContaining([
          ['sv_1', 1],
          ['sv_2', 2],
        ]),
      )
    })

    test('items are open until they are done; another shop sees none', async () => {
      const item = { id: 'it_1', shop: SHOP, kind: 'proof' as const, text: 'x', at: 1 }
      expect(await at.store.items.create(item)).toBe('created')
      expect(await at.store.items.create(item)).toBe('exists')
      expect(await at.store.items.list(OTHER_SHOP, false, 9)).toEqual([])
      await at.store.items.change(SHOP, 'it_1', (current) => ({ ...current, doneAt: 5 }))
      expect(await at.store.items.list(SHOP, true, 9)).toEqual([])
      expect(await at.store.items.list(SHOP, false, 9)).toHaveLength(1)
    })

    test('what was answered is there after the process is gone', async () => {
      await at.store.orders.create(newOrder(1))
      await at.store.platform.change((platform) => ({ ...platform, blocked: ['x'] }))
      const again = await at.reopen()
      expect((await again.orders.get(SHOP, 'o_1'))?.number).toBe(newOrder(1).number)
      expect((await again.platform.get()).blocked).toEqual(['x'])
    })
  })
