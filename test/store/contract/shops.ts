import { expect, test } from 'bun:test'
import { liveShop } from '../../support/shops.ts'
import { newOrder, type OpenStore, OTHER_SHOP, part, SHOP, together } from './support.ts'

export const shopsContract = (name: string, open: OpenStore): void => {
  part(`${name}: shops`, open, (at) => {
    const rename = (text: string) => (shop: ReturnType<typeof liveShop>) => ({
      ...shop,
      settings: { ...shop.settings, name: text },
    })

    test('five hundred changes of one document at once lose none', async () => {
      const { shops } = at.store
      expect(await shops.create(liveShop({ id: SHOP, owner: 'a_1' }))).toBe('created')
      expect(await shops.create(liveShop({ id: SHOP, owner: 'a_2' }))).toBe('exists')
      await together(500, () => shops.change(SHOP, (shop) => ({ ...shop, nextMid: shop.nextMid + 1 })))
      expect(await shops.get(SHOP)).toMatchObject({ nextMid: 501, v: 501, owner: 'a_1' })
      expect(await shops.change('s_9', (shop) => shop)).toBeNull()
      expect((await shops.change(SHOP, () => null))?.v).toBe(501)
    })

    test('a change that throws is taken back alone: its neighbours of the same moment are kept', async () => {
      const { shops } = at.store
      await shops.create(liveShop({ id: SHOP, owner: 'a_1' }))
      await shops.create(liveShop({ id: OTHER_SHOP, owner: 'a_1' }))
      const bug = () => {
        throw new Error('bug')
      }
      const ended = await Promise.allSettled([
        shops.change(SHOP, rename('kept')),
        shops.change(SHOP, bug),
        shops.change(OTHER_SHOP, rename('kept too')),
      ])
      expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
      const names = (await shops.list()).map(({ settings }) => settings.name)
      expect(names).toEqual(['kept', 'kept too'])
    })

    test('are listed by owner, and those whose bot is polled', async () => {
      await at.store.shops.create(liveShop({ id: 's_b', owner: 'a_1', bot: true }))
      await at.store.shops.create(liveShop({ id: 's_a', owner: 'a_1' }))
      await at.store.shops.create(liveShop({ id: 's_c', owner: 'a_2' }))
      expect((await at.store.shops.ofOwner('a_1')).map(({ id }) => id)).toEqual(['s_b', 's_a'])
      const polled = async () => (await at.store.shops.polled()).map(({ id }) => id)
      const inMode = (mode: 'polling' | 'webhook' | 'beside') =>
        at.store.shops.change('s_b', (shop) => (shop.bot ? { ...shop, bot: { ...shop.bot, mode } } : null))
      await inMode('polling')
      expect(await polled()).toEqual(['s_b'])
      for (const mode of ['webhook', 'beside'] as const) {
        await inMode(mode)
        expect(await polled()).toEqual([])
      }
      await inMode('polling')
      await at.store.shops.change('s_b', ({ bot: _, ...shop }) => shop)
      expect(await polled()).toEqual([])
    })
  })

  part(`${name}: providers`, open, (at) => {
    const provider = (id: string) => ({
      id,
      shop: SHOP,
      name: 'Panel',
      driver: 'sandbox' as const,
      endpoint: 'sandbox:',
      key: 'sealed',
      endsIn: '1234',
      createdAt: 1,
      v: 1,
    })

    test('belong to their shop', async () => {
      const { providers } = at.store
      await providers.create(provider('p_1'))
      await providers.create(provider('p_2'))
      expect(await providers.get(OTHER_SHOP, 'p_1')).toBeNull()
      expect(await providers.change(OTHER_SHOP, 'p_1', (one) => ({ ...one, name: 'x' }))).toBeNull()
      await providers.remove(OTHER_SHOP, 'p_1')
      expect((await providers.list(SHOP)).map(({ id }) => id)).toEqual(['p_1', 'p_2'])
      await providers.remove(SHOP, 'p_1')
      expect((await providers.list(SHOP)).map(({ id }) => id)).toEqual(['p_2'])
    })
  })

  part(`${name}: the desk`, open, (at) => {
    test('items are open until they are done; another shop sees none', async () => {
      const item = { id: 'it_1', shop: SHOP, kind: 'proof' as const, text: 'x', at: 1 }
      expect(await at.store.items.create(item)).toBe('created')
      expect(await at.store.items.create({ ...item, text: 'y' })).toBe('exists')
      await at.store.items.create({ ...item, id: 'it_2', at: 2 })
      expect(await at.store.items.list(OTHER_SHOP, false, 9)).toEqual([])
      expect(await at.store.items.change(OTHER_SHOP, 'it_1', (one) => one)).toBeNull()
      await at.store.items.change(SHOP, 'it_1', (one) => ({ ...one, doneAt: 5 }))
      expect((await at.store.items.list(SHOP, true, 9)).map(({ id }) => id)).toEqual(['it_2'])
      expect((await at.store.items.list(SHOP, false, 9)).map(({ id }) => id)).toEqual(['it_2', 'it_1'])
    })
  })

  part(`${name}: the platform`, open, (at) => {
    test('its settings are one document, there from the start', async () => {
      expect(await at.store.platform.get()).toMatchObject({ keySets: [], blocked: [] })
      await together(20, (i) =>
        at.store.platform.change((now) => ({ ...now, blocked: [...now.blocked, `w${i}`] })),
      )
      expect((await at.store.platform.get()).blocked).toHaveLength(20)
    })

    test('the practice world is guarded by version', async () => {
      const put = (v: number) => together(20, (n) => at.store.practice.put('k', { n }, v))
      expect(await at.store.practice.get('k')).toBeNull()
      expect((await put(0)).filter(Boolean)).toHaveLength(1)
      expect((await put(1)).filter(Boolean)).toHaveLength(1)
      expect((await put(7)).filter(Boolean)).toHaveLength(0)
      expect((await at.store.practice.get('k'))?.v).toBe(2)
    })

    test('what was answered is there after the process is gone', async () => {
      await at.store.orders.create(newOrder(1))
      await at.store.platform.change((now) => ({ ...now, blocked: ['x'] }))
      const again = await at.reopen()
      expect(await again.ping()).toBe(true)
      expect(await again.orders.get(SHOP, 'o_1')).toEqual(newOrder(1))
      expect((await again.platform.get()).blocked).toEqual(['x'])
    })

    test('whoever waits for work is told once it is stored, and not for what leaves none', async () => {
      let rings = 0
      at.store.onWork(() => rings++)
      const rung = async (act: () => Promise<unknown>) => {
        const before = rings
        await act()
        return rings - before
      }
      const update = { bot: '1', updateId: 1, chat: '1:5', at: 1, body: '{}' }
      expect(await rung(() => at.store.orders.create(newOrder(1)))).toBe(1)
      expect(await rung(() => at.store.orders.advance(SHOP, 'o_1', () => ({ skip: 'no' })))).toBe(0)
      expect(await rung(() => at.store.inbox.accept(update))).toBe(1)
      expect(await rung(() => at.store.inbox.accept(update))).toBe(0)
      expect(await rung(() => at.store.keys.claim('k', 'o'))).toBe(0)
    })
  })
}
