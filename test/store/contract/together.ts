import { expect, test } from 'bun:test'
import { SECOND } from '../../../src/lib/clock.ts'
import { type OpenStore, OTHER_SHOP, part, SHOP, together } from './support.ts'

const LEASE = 30 * SECOND

export const togetherContract = (name: string, open: OpenStore): void => {
  part(`${name}: the feed of hints`, open, (at) => {
    const watch = (shop = SHOP) => at.store.feed.watch(shop, at.clock.now(), at.clock.now() + 60 * SECOND)
    const tell = (topic: string, shop = SHOP) => at.store.feed.tell(shop, topic, at.clock.now())
    const told = async (...shops: string[]) =>
      Object.fromEntries((await at.store.feed.told(shops)).map((row) => [row.shop, row.told]))

    test('what nobody looks at leaves nothing', async () => {
      expect(await tell('orders')).toBeNull()
      expect(await told(SHOP)).toEqual({})
      expect(await watch()).toEqual({})
    })

    test('forty who tell at once all count, by topic and by shop', async () => {
      await Promise.all([watch(), watch(OTHER_SHOP)])
      const numbers = await together(40, (i) => tell(i % 4 === 0 ? 'items' : 'orders'))
      expect(numbers.filter((n) => n !== null)).toHaveLength(40)
      expect(await tell('orders', OTHER_SHOP)).toBe(1)
      expect(await told(SHOP, OTHER_SHOP, 's_none')).toEqual({
        [SHOP]: { items: 10, orders: 30 },
        [OTHER_SHOP]: { orders: 1 },
      })
      expect(await watch()).toEqual({ items: 10, orders: 30 })
    })

    test('forty who begin to look at once have one row, and miss nothing that is told after', async () => {
      await together(40, () => watch())
      await tell('chats')
      expect(await at.store.feed.told([SHOP])).toEqual([{ shop: SHOP, told: { chats: 1 } }])
    })

    test('who looks on is told on; once nobody does it ends, and is swept when others begin', async () => {
      await watch()
      await tell('orders')
      at.clock.advance(50 * SECOND)
      await watch()
      at.clock.advance(50 * SECOND)
      expect(await tell('orders')).toBe(2)
      at.clock.advance(10 * SECOND)
      expect(await tell('orders')).toBeNull()
      await watch(OTHER_SHOP)
      expect(Object.keys(await told(SHOP, OTHER_SHOP))).toEqual([OTHER_SHOP])
    })
  })

  part(`${name}: leases`, open, (at) => {
    const take = (owner: string, what = 'poll:4242') =>
      at.store.leases.take(what, owner, at.clock.now(), LEASE)

    test('of forty takers at once one has it, the others nothing; another name is another lease', async () => {
      const taken = await together(40, (i) => take(`w${i}`))
      expect(taken.filter((one) => one !== null)).toEqual([{ token: 1 }])
      expect(await take('w9', 'poll:77')).toEqual({ token: 1 })
    })

    test('its holder lengthens it under the same token, for as long as it likes', async () => {
      for (let i = 0; i < 4; i++) {
        expect(await take('w1')).toEqual({ token: 1 })
        at.clock.advance(LEASE - 1)
        expect(await take('w2')).toBeNull()
      }
    })

    test('whose holder is gone goes to one of those who ask, under a new token', async () => {
      await take('w1')
      at.clock.advance(LEASE)
      const taken = await together(40, (i) => take(`v${i}`))
      expect(taken.filter((one) => one !== null)).toEqual([{ token: 2 }])
      expect(await take('w1')).toBeNull()
    })

    test('over and taken by nobody it is still its holder’s', async () => {
      await take('w1')
      at.clock.advance(10 * LEASE)
      expect(await take('w1')).toEqual({ token: 1 })
      expect(await take('w2')).toBeNull()
    })

    test('left it is free at once; a former holder frees nothing', async () => {
      await take('w1')
      await at.store.leases.leave('poll:4242', 1)
      expect(await take('w2')).toEqual({ token: 2 })
      await at.store.leases.leave('poll:4242', 1)
      expect(await take('w1')).toBeNull()
      const again = await at.reopen()
      expect(await again.leases.take('poll:4242', 'w3', at.clock.now(), LEASE)).toBeNull()
      await again.leases.leave('poll:4242', 2)
      await again.leases.leave('poll:4242', 2)
      expect(await again.leases.take('poll:4242', 'w2', at.clock.now(), LEASE)).toEqual({ token: 3 })
    })
  })
}
